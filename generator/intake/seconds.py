"""A second article under the first, with nothing between: no marker, no date, no repeated title.

Its headline is known by what no sub-heading does: the paragraph under it says it again, as a lead
says its title. Whether it is one of the article's own sections is weighed, and the removal is always
told as doubtful.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model import LineKind

from .captions import is_caption
from .habits import IntakeRules
from .lines import Line
from .page import Page, Removal
from .tails import FOREIGN_RUN

TITLE_WORDS = 6
TITLE_TERMS = 4
TERM_LETTERS = 3
SAID_AGAIN = 0.5
"""Share of a headline's longer words that its paragraph repeats; sub-headings mostly stay below."""
LIKE_A_LEAD = 0.6
"""The same for a title that speaks of something else than the article."""
SURELY_A_LEAD = 0.8
SURELY_A_TITLE = 6
"""Share and number of terms for a title on the article's own subject: there it may be a section."""


def second_articles(page: Page) -> Iterator[Removal]:
    """Everything from the headline of an article that follows the first one directly."""
    shares = {at: _share(page, at) for at in range(page.first + 1, page.last) if _heads(page, at)}
    repeated = [at for at, share in shares.items() if share >= SAID_AGAIN]
    for at in repeated:
        # Where the text has sub-headings before, one more headline may well be its own.
        first = at == min(shares) and len(repeated) == 1
        only = first and shares[at] >= SURELY_A_LEAD and _is_full(page.lines[at], page.rules)
        if _is_title(page, at) and (only or _is_apart(page, at, shares[at])):
            yield from (
                Removal(each, LineKind.FOREIGN_ARTICLE, doubtful=True)
                for each in range(at, len(page.lines))
            )
            return


def _heads(page: Page, at: int) -> bool:
    """Whether the line is a headline over a paragraph."""
    line, under = page.lines[at], page.lines[at + 1]
    return line.is_headline and not line.is_paragraph and not line.list_mark and under.is_paragraph


def _share(page: Page, at: int) -> float:
    """The share of the headline's terms that stand in the paragraph under it."""
    terms = _terms(page.lines[at : at + 1])
    return len(terms & _terms(page.lines[at + 1 : at + 2])) / len(terms) if terms else 0.0


def _terms(lines: Iterable[Line]) -> set[str]:
    return {term for line in lines for term in _terms_of(line)}


def _terms_of(line: Line) -> set[str]:
    """The words of the line that carry its sense, without «and», «with» and the article."""
    bare = (w.removeprefix("و").removeprefix("ب").removeprefix("ال") for w in line.key.split(" "))
    return {word for word in bare if len(word) >= TERM_LETTERS}


def _is_title(page: Page, at: int) -> bool:
    """Whether the line may be an article's title, between two texts of some paragraphs each."""
    line, rules = page.lines[at], page.rules
    if line.kind or line.words < TITLE_WORDS or len(_terms([line])) < TITLE_TERMS:
        return False
    if line.text.endswith("؟") or is_caption(line, rules) or not page.lines[at - 1].ends:
        return False
    texts = (page.lines[page.first : at], page.lines[at + 1 :])
    return _may_lead(page.lines[at + 1], rules) and all(
        _paragraphs(text) >= FOREIGN_RUN for text in texts
    )


def _is_full(line: Line, rules: IntakeRules) -> bool:
    """Whether the line says as much as a title does: many terms, and no «from … to» before them."""
    opened = line.key.split(" ", 1)[0] in rules.words.open_words
    return not opened and len(_terms([line])) >= SURELY_A_TITLE


def _may_lead(line: Line, rules: IntakeRules) -> bool:
    """Whether the line may open an account: many leads begin with «he said», none with «and»."""
    first = line.key.split(" ", 1)[0]
    joined = first[:1] in "وف" and first not in rules.words.waw_words
    return not joined and not rules.words.connectives.opens(line.key)


def _is_apart(page: Page, at: int, share: float) -> bool:
    """Whether headline and lead share no word with the first title, nor one of its text's own."""
    if share < LIKE_A_LEAD:
        return False
    before = page.lines[:at]
    counts = Counter(term for line in before for term in _terms_of(line))
    topics = _terms(before[:1]) | {term for term, count in counts.items() if count > 1}
    return not topics & _terms(page.lines[at : at + 2])


def _paragraphs(lines: tuple[Line, ...]) -> int:
    return sum(line.is_paragraph for line in lines)
