"""Agency slugs: the city and agency that open the first paragraph or close the last one."""

import re
from collections.abc import Iterator

from generator.model import LineKind

from .captions import is_credit
from .openings import opening_end
from .page import Page, Removal

CLOSING = re.compile(r"[\s.،]\s{0,3}(?P<body>[(\[][^()\[\]]{1,60}[)\]])[\s.]{0,4}$")


def slugs(page: Page) -> Iterator[Removal]:
    """The slug at the start of the first paragraphs, and the source in brackets after the last."""
    for at, line in enumerate(page.lines):
        if line.is_paragraph and at <= page.first + 1:
            end = opening_end(line.text, page.rules)
            if end and not _is_entry(page, at, end):
                yield Removal(at, LineKind.TAIL, end=end)
    if page.last >= 0 and page.lines[page.last].is_paragraph:
        yield from _closing(page, page.last)


def _is_entry(page: Page, at: int, end: int) -> bool:
    """Whether the line is one of several that begin with a day: an entry of a chronicle."""
    head = page.lines[at].text[:end].lstrip()
    others = page.lines[at + 1 : at + 4]
    return head[:1].isdigit() and any(each.text[:1].isdigit() for each in others)


def _closing(page: Page, at: int) -> Iterator[Removal]:
    line = page.lines[at]
    match = CLOSING.search(line.text[-80:])
    if not match or not is_credit(match["body"], page.rules):
        return
    start = max(0, len(line.text) - 80) + match.start("body")
    before = line.text[:start].rstrip()
    if before.endswith((".", "؟", "!")):
        yield Removal(at, LineKind.TAIL, start=start, end=len(line.text))
