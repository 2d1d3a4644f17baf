"""The last lines: an article ends with running text, so what stands under it belongs to the page."""

import re
from collections.abc import Iterator

from generator.model import BlockKind, LineKind

from .dates import is_full_date
from .lines import Line
from .page import Page, Removal, is_body
from .people import person_parts
from .phrases import key_of

FEW_WORDS = 12
NOTE = re.compile(r"[*＊٭]\s{0,2}[^\W\d_]")
NOTE_WORDS = 30
NAME_WORDS = 5
END_MARK = re.compile(r"[(/\[]{1,2}\s?[^\W\d_]{2,12}(?: [^\W\d_]{2,12})?\s?[)/\]]{1,2}\s*$")
# "ع.ش/ م.س (د ب أ، رويترز)", "(وكالات) ن.ع / م.س": who wrote and edited, by their initials.
INITIALS = re.compile(
    r"(?:\([^()]{2,40}\)\s*)?(?:[^\W\d_]\s?\.\s?[^\W\d_]\.?\s?[/|\-–]?\s?)+(?:\([^()]{2,40}\))?"
)
SLOPPY = 0.7
"""Share of long lines with a stop, below which a last line without one may be a sentence."""


def end_marks(page: Page) -> Iterator[Removal]:
    """The agency's word for the end, alone or in brackets, and the initials under it."""
    ended = False
    for at in range(max(0, page.first), len(page.lines)):
        line = page.lines[at]
        if ended and line.words <= FEW_WORDS and not line.ends_with_stop:
            yield Removal(at, LineKind.TAIL)
        elif _is_end_mark(line, page) or INITIALS.fullmatch(line.text):
            ended = True
            yield Removal(at, LineKind.NOISE_MARKER)
        else:
            cut = _end_mark(line, page)
            ended = cut is not None
            if cut is not None:
                yield Removal(at, LineKind.NOISE_MARKER, start=cut, end=len(line.text))


def _is_end_mark(line: Line, page: Page) -> bool:
    """Whether the line is the word for the end, alone or with initials: «انتهى/ح.م»."""
    first, *rest = line.key.split(" ")
    marks = page.rules.words.end_marks
    return line.key in marks or (first in marks and all(len(word) == 1 for word in rest))


def _end_mark(line: Line, page: Page) -> int | None:
    """Where a mark of the end in brackets begins, at the end of the line."""
    match = END_MARK.search(line.text[-40:])
    if match is None or key_of(match[0]) not in page.rules.words.end_marks:
        return None
    return max(0, len(line.text) - 40) + match.start()


def endings(page: Page) -> Iterator[Removal]:
    """Headlines under the last paragraph: a sub-heading always has something beneath it."""
    start = next((at for at in range(len(page.lines) - 1, -1, -1) if _is_end(page, at)), -1) + 1
    start = _without_note(page, start)
    trailing = page.lines[start:]
    if start == 0 or not trailing:
        return
    signed = _signature(page, start)
    for at, line in enumerate(trailing[signed:], start + signed):
        yield Removal(at, _kind(line, page), doubtful=len(trailing) == 1)


def _without_note(page: Page, start: int) -> int:
    """The index of a note with an asterisk, alone under the text: of the desk, or on the writer."""
    at = start - 1
    if at <= page.first or at < 1 or not NOTE.match(page.lines[at].text):
        return start
    alone = not page.lines[at - 1].list_mark and page.lines[at].words <= NOTE_WORDS
    return at if alone and not page.lines[at - 1].text.endswith(":") else start


def _signature(page: Page, start: int) -> int:
    """How many lines from `start` on sign the text: a name that no line over it gives, a role, a day."""
    signed = _name(page, start)
    dated = page.lines[start + signed : start + signed + 1]
    return signed + sum(is_full_date(line, page.rules) for line in dated)


def _name(page: Page, start: int) -> int:
    """How many lines from `start` on give a name that no line over the text gives, and a role."""
    words = page.rules.words
    line = page.lines[start]
    signs = line.words <= NAME_WORDS and bool(person_parts(line.text, page.rules))
    head = page.lines[: page.first]
    if not signs or any(
        person_parts(each.text, page.rules) for each in head if each.words <= FEW_WORDS
    ):
        return 0
    under = page.lines[start + 1] if start + 1 < len(page.lines) else None
    return 2 if under is not None and words.roles.opens(under.key) else 1


def _is_end(page: Page, at: int) -> bool:
    line = page.lines[at]
    if is_body(line) or line.list_mark or line.ends_with_stop or line.kind is BlockKind.QUOTE:
        return True
    if page.rules.words.byline_cues.opens(line.key) or line.text.endswith((":", "،")):
        return True
    if page.ending_rate < SLOPPY and line.words > FEW_WORDS:
        return True
    above = page.lines[at - 1] if at else None
    # The text goes on from a line that was broken; or one question ends the article.
    return (
        above is not None
        and is_body(above)
        and (not above.ends or (line.ends and at == len(page.lines) - 1))
    )


def _kind(line: Line, page: Page) -> LineKind:
    if line.key in page.rules.sources or line.key in page.rules.words.sections:
        return LineKind.TAIL
    if NOTE.match(line.text) or page.rules.words.own_words.within(line.key):
        return LineKind.TAIL
    return LineKind.RELATED if line.words > 3 else LineKind.TAIL
