"""Repeats of the title, of a paragraph, or of another line that is kept."""

import re
from collections.abc import Iterator

from generator.model import LineKind

from .lines import LONG, Line
from .page import Page, Removal

SHORT_ANSWER = 3
HEAD_LINES = 20
SITE = re.compile(r"\s{0,3}[|\-–—:»]\s{0,3}\S")


def repeats(page: Page) -> Iterator[Removal]:
    """Lines that say again, word for word, what an earlier line says."""
    with_site = _title_with_site(page)
    if with_site is not None:
        yield Removal(with_site, LineKind.DUPLICATE)
    seen: set[str] = set()
    for at, line in enumerate(page.lines):
        if line.key in seen and not _may_recur(line):
            yield Removal(at, LineKind.DUPLICATE, doubtful=line.is_paragraph and line.words < LONG)
        elif line.key:
            seen.add(line.key)


def _title_with_site(page: Page) -> int | None:
    """The index of a first line that is a later one with the name of the site behind it."""
    for at, line in enumerate(page.lines[: min(page.first, HEAD_LINES)]):
        for other in page.lines[at + 1 : page.first]:
            behind = line.text[len(other.text) :]
            if other.words > SHORT_ANSWER and SITE.match(behind) and line.key.startswith(other.key):
                return at
    return None


def _may_recur(line: Line) -> bool:
    """List entries, times of a live blog and one-word answers are said twice in good faith."""
    return bool(line.list_mark) or line.words <= SHORT_ANSWER
