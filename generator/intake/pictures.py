"""What stands under the writer's name or the date when the standfirst is already over it.

Pages put the picture there, and its text without a credit stays behind; a second standfirst does
not come so late. The removal is told as doubtful.
"""

from collections.abc import Iterator

from generator.model import LineKind

from .bylines import is_byline
from .cues import is_role
from .dates import is_date_line, is_full_date
from .lines import LONG
from .page import Page, Removal

CAPTION_WORDS = 5
DECK_WORDS = 5


def pictures(page: Page) -> Iterator[Removal]:
    """A headline between the writer or the date and the text, where a standfirst stands over both."""
    meta = [at for at in range(1, page.first) if _is_meta(page, at)]
    if not meta or not _has_deck(page, meta[0]):
        return
    for at in range(meta[-1] + 1, page.first):
        line = page.lines[at]
        if (
            line.is_headline
            and not line.kind
            and CAPTION_WORDS <= line.words < LONG
            and not line.ends
        ):
            yield Removal(at, LineKind.CAPTION, doubtful=True)


def _is_meta(page: Page, at: int) -> bool:
    line, rules = page.lines[at], page.rules
    return (
        is_full_date(line, rules)
        or is_date_line(line, rules.words)
        or is_byline(line, rules)
        or (is_role(line, rules) and is_byline(page.lines[at - 1], rules))
    )


def _has_deck(page: Page, meta: int) -> bool:
    """Whether a title and, under it, a line as long as a standfirst stand over this index."""
    above = [line for line in page.lines[:meta] if line.words >= DECK_WORDS]
    return len({line.key for line in above}) > 1
