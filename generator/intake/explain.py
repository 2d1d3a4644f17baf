"""What intake did to one file, in lines for an editor: `sharh explain`."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.model import BlockKind, IntakeResult, MediaType, RemovedLine

from .report import one_line

SHOWN = 110
"""Characters of a removed line."""
LABEL = 12

WHY = {
    "markup": "code, tags and pictures without any text",
    "html": "what the page's tags and class names say is not the article",
    "code": "scripts, styles and data whose tags are gone",
    "publisher_boxes": "a box that this outlet's pages are known to have",
    "publisher_lines": "lines that this outlet's pages are known to carry",
    "tails": "a list of other articles, or a whole one, under a heading that opens such a list",
    "restarts": "another article: its title is followed by itself or by a date",
    "footers": "a few short lines under the last rule across the page",
    "author_boxes": "a few lines about the writer under the text",
    "noise_markers": "buttons, share bars, text size, reading time, players",
    "inline_links": "a pointer to another article inside the text",
    "furniture": "rights, newsletters, accounts, cookies, tags, comments, sources, addresses",
    "head_furniture": "menus, breadcrumbs and section names over the text",
    "captions": "a picture's text or credit",
    "repeats": "said before, word for word",
    "pictures": "a picture's text under the writer or the date, with a standfirst over both",
    "end_marks": "the agency's mark for the end, and what stands under it",
    "second_articles": "another article: the paragraph under its headline says the headline again",
    "endings": "headlines and notes under the last paragraph",
    "slugs": "the place and agency that open or close the text",
}
NAMES = {
    BlockKind.PARAGRAPH: ("paragraph", "paragraphs"),
    BlockKind.HEADING: ("sub-heading", "sub-headings"),
    BlockKind.LIST_ITEM: ("list entry", "list entries"),
    BlockKind.QUOTE: ("quotation", "quotations"),
    BlockKind.DECK: ("standfirst", "standfirsts"),
}


def explain_lines(result: IntakeResult) -> Iterator[str]:
    """What each stage of intake did, doubtful removals first."""
    for stage, what in result.stages:
        if stage == "read":
            yield f"read: {what}"
    yield from _removals(result)
    yield f"structure: {_counts(result)}"
    for stage, what in result.stages:
        if stage != "read":
            yield f"  {stage:{LABEL}}{what}"


def _removals(result: IntakeResult) -> Iterator[str]:
    count = len({each.line for each in result.removed})
    doubtful = len({each.line for each in result.removed if each.doubtful})
    if not count:
        yield "clean: nothing was removed"
        return
    unit = "line" if count == 1 else "lines"
    yield f"clean: {count} {unit} removed, {doubtful or 'none'} of them doubtful"
    order = sorted(result.removed, key=lambda each: (not each.doubtful, each.line))
    for (doubt, rule), group in groupby(order, key=lambda each: (each.doubtful, each.rule)):
        yield f"  {'DOUBTFUL, read it: ' if doubt else ''}{WHY[rule]} (rule {rule})"
        yield from (_removal(each) for each in group)
    yield (
        f"  To keep a line: sharh import {result.raw.source} --keep LINE, or «keep: true» under it in "
        "import-report.yml and import again."
    )
    if result.raw.media_type is MediaType.HTML:
        yield "  A page has no lines of its own: the numbers count its blocks from the top."


def _removal(each: RemovedLine) -> str:
    text = one_line(each.text)
    shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    return f"  {each.line:>6}  {each.kind.value:<16}{shown}"


def _counts(result: IntakeResult) -> str:
    counts = Counter(block.kind for block in result.article.blocks)
    named = (
        f"{counts[kind]} {one if counts[kind] == 1 else many}"
        for kind, (one, many) in NAMES.items()
        if counts[kind]
    )
    return ", ".join(named)
