"""The last lines: an article ends with running text, so what stands under it belongs to the page."""

from collections.abc import Iterator

from generator.model import BlockKind, LineKind

from .lines import Line
from .page import Page, Removal, is_body

FEW_WORDS = 12
SLOPPY = 0.7
"""Share of long lines with a stop, below which a last line without one may be a sentence."""


def endings(page: Page) -> Iterator[Removal]:
    """Headlines under the last paragraph: a sub-heading always has something beneath it."""
    start = next((at for at in range(len(page.lines) - 1, -1, -1) if _is_end(page, at)), -1) + 1
    trailing = page.lines[start:]
    if start == 0 or not trailing:
        return
    for at, line in enumerate(trailing, start):
        yield Removal(at, _kind(line, page), doubtful=len(trailing) == 1)


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
        and (not above.ends or line.ends and at == len(page.lines) - 1)
    )


def _kind(line: Line, page: Page) -> LineKind:
    if line.key in page.rules.sources or line.key in page.rules.words.sections:
        return LineKind.TAIL
    return LineKind.RELATED if line.words > 3 else LineKind.TAIL
