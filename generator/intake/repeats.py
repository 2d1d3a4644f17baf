"""Repeats of the title, of a paragraph, or of another line that is kept."""

from collections.abc import Iterator

from generator.model import LineKind

from .lines import LONG, Line
from .page import Page, Removal

SHORT_ANSWER = 3


def repeats(page: Page) -> Iterator[Removal]:
    """Lines that say again, word for word, what an earlier line says."""
    seen: set[str] = set()
    for at, line in enumerate(page.lines):
        if line.key in seen and not _may_recur(line):
            yield Removal(at, LineKind.DUPLICATE, doubtful=line.is_paragraph and line.words < LONG)
        elif line.key:
            seen.add(line.key)


def _may_recur(line: Line) -> bool:
    """List entries, times of a live blog and one-word answers are said twice in good faith."""
    return bool(line.list_mark) or line.words <= SHORT_ANSWER
