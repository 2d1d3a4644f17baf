"""An element's text as pieces, one a block, each with what its tags said and whether it goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html

from generator.model import BlockKind, LineKind

from .htmlparts import BLOCKS, SILENT, dropped_kind, is_cell, is_hidden, is_standfirst

FOOTNOTE = re.compile(r"\s{0,3}\[?\d{1,3}\]?\s{0,3}")
PLAIN_WORDS = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the page: its text, its kind where tags tell, and what it is when it goes."""

    text: str
    kind: BlockKind | None
    level: int = 0
    ordered: bool = False
    dropped: LineKind | None = None


@dataclass(slots=True)
class _Walk:
    """What has been read of the block that is open."""

    words: list[str] = field(default_factory=list)
    bold: int = 0
    broken: bool = False


def pieces(zone: lxml.html.HtmlElement) -> Iterator[Piece]:
    """The blocks of the zone in order; blocks of parts that are not the article are marked so."""
    total = max(1, len(zone.text_content()))
    walk = _Walk()
    # Depth is bounded before, yet a stack of our own keeps deep pages off Python's.
    stack: list[tuple[str, lxml.html.HtmlElement]] = [("open", zone)]
    context = _Context()
    while stack:
        action, element = stack.pop()
        if action == "tail":
            walk.words.append(element.tail or "")
            continue
        if action == "close":
            yield from _close(element, walk, context)
            continue
        if not isinstance(element.tag, str) or element.tag in SILENT or is_hidden(element):
            continue
        yield from _open(element, walk, context, total)
        stack.append(("close", element))
        for child in reversed(element):
            stack.append(("tail", child))
            stack.append(("open", child))


@dataclass(slots=True)
class _Context:
    """The elements around the place being read that matter for a block's kind."""

    around: list[lxml.html.HtmlElement] = field(default_factory=list)
    dropped: list[tuple[lxml.html.HtmlElement, LineKind]] = field(default_factory=list)
    bold: int = 0


def _open(
    element: lxml.html.HtmlElement, walk: _Walk, context: _Context, total: int
) -> Iterator[Piece]:
    tag = str(element.tag)
    if is_cell(element):
        walk.words.append(" – " if "".join(walk.words).strip() else "")
    elif tag in BLOCKS:
        yield from _flush(walk, context)
        context.around.append(element)
        kind = dropped_kind(element, total)
        if kind:
            context.dropped.append((element, kind))
    elif tag == "br":
        walk.broken = True
        yield from _flush(walk, context, broken=True)
    elif tag == "q":
        walk.words.append("«")
    if tag in {"b", "strong"}:
        context.bold += 1
    text = element.text or ""
    if tag == "sup" and FOOTNOTE.fullmatch(text):
        return
    walk.words.append(text)
    if context.bold:
        walk.bold += len(text.strip())


def _close(element: lxml.html.HtmlElement, walk: _Walk, context: _Context) -> Iterator[Piece]:
    tag = str(element.tag)
    if tag in {"b", "strong"}:
        context.bold -= 1
    if tag == "q":
        walk.words.append("»")
    if tag not in BLOCKS or is_cell(element):
        return
    yield from _flush(walk, context, broken=walk.broken)
    walk.broken = False
    context.around.pop()
    if context.dropped and context.dropped[-1][0] is element:
        context.dropped.pop()


def _flush(walk: _Walk, context: _Context, *, broken: bool = False) -> Iterator[Piece]:
    text = " ".join("".join(walk.words).split())
    bold = walk.bold
    walk.words.clear()
    walk.bold = 0
    if not text:
        return
    dropped = context.dropped[-1][1] if context.dropped else None
    kind, level, ordered = _kind(text, context, bold=bold, broken=broken)
    yield Piece(text, kind, level, ordered, dropped)


def _kind(
    text: str, context: _Context, *, bold: int, broken: bool
) -> tuple[BlockKind | None, int, bool]:
    for element in reversed(context.around):
        tag = str(element.tag)
        if is_standfirst(element):
            return BlockKind.DECK, 0, False
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return BlockKind.HEADING, int(tag[1]), False
        if tag == "li":
            parent = element.getparent()
            return BlockKind.LIST_ITEM, 0, parent is not None and parent.tag == "ol"
        if tag == "blockquote":
            return BlockKind.QUOTE, 0, False
        if tag == "tr" and any(is_cell(cell) for cell in element):
            return BlockKind.PARAGRAPH, 0, False
    # A short paragraph, a bold one, or a line between breaks may be a sub-heading: our rules decide.
    plain = len(text.split()) >= PLAIN_WORDS and bold < 0.8 * len(text) and not broken
    in_paragraph = any(element.tag == "p" for element in context.around)
    return (BlockKind.PARAGRAPH if plain and in_paragraph else None), 0, False
