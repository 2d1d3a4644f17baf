"""An element's text as pieces, one a block, each with what its tags said and whether it goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import lxml.html

from generator.model import BlockKind, LineKind

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "canvas",
        "object",
        "embed",
        "video",
        "audio",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "label",
        "head",
        "link",
        "meta",
        "dialog",
        "map",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "hr",
        "address",
        "details",
        "summary",
        "center",
        "body",
        "html",
        "thead",
        "tbody",
        "tfoot",
        "fieldset",
    ]
)
# Elements and words in class names that say what a part of the page is for.
DROPPED_TAGS = {
    "nav": LineKind.TAIL,
    "footer": LineKind.TAIL,
    "aside": LineKind.RELATED,
    "figcaption": LineKind.CAPTION,
    "figure": LineKind.CAPTION,
    "menu": LineKind.TAIL,
}
DROPPED_WORDS = {
    LineKind.CAPTION: "caption figcaption credit imgcaption photocaption wp-caption-text image-caption",
    LineKind.NOISE_MARKER: (
        "share sharing social sharebar addthis sharethis toolbar print fontsize font-size player audio "
        "advert advertisement ad ads adsense banner sponsor sponsored sr-only visually-hidden skip"
    ),
    LineKind.RELATED: (
        "related recommended recommendations suggested readalso read-also readmore read-more "
        "also-read more-news most-read mostread trending popular latest teaser teasers outbrain taboola promo"
    ),
    LineKind.TAIL: (
        "breadcrumb breadcrumbs menu navbar navigation newsletter subscribe subscription signup cookie "
        "cookies consent gdpr comments comment disqus copyright tags tag-list taglist keywords login "
        "popup modal sidebar author-bio authorbox author-box about-author widget"
    ),
}
CLASS_WORDS = {word: kind for kind, words in DROPPED_WORDS.items() for word in words.split()}
# Beginnings of such words, for names that plugins make: "sharedaddy", "relatedposts".
CLASS_STARTS = {
    "share": LineKind.NOISE_MARKER,
    "social": LineKind.NOISE_MARKER,
    "related": LineKind.RELATED,
    "recommend": LineKind.RELATED,
    "breadcrumb": LineKind.TAIL,
    "newsletter": LineKind.TAIL,
    "cookie": LineKind.TAIL,
}
STANDFIRST = frozenset(
    ["subtitle", "sub-title", "standfirst", "deck", "dek", "subheadline", "sub-headline", "chapeau"]
)
CELL_LETTERS = 120
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FOOTNOTE = re.compile(r"\s{0,3}\[?\d{1,3}\]?\s{0,3}")
MAIN_SHARE = 0.4
"""An element with so much of the zone's text is the article, whatever its class says."""
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
        if not isinstance(element.tag, str) or element.tag in SILENT or _is_hidden(element):
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
    if _is_cell(element):
        walk.words.append(" – " if "".join(walk.words).strip() else "")
    elif tag in BLOCKS:
        yield from _flush(walk, context)
        context.around.append(element)
        kind = _dropped_kind(element, total)
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
    if tag not in BLOCKS or _is_cell(element):
        return
    yield from _flush(walk, context, broken=walk.broken)
    walk.broken = False
    context.around.pop()
    if context.dropped and context.dropped[-1][0] is element:
        context.dropped.pop()


def _is_cell(element: lxml.html.HtmlElement) -> bool:
    """Whether the element is a cell of a table of data; old sites lay out whole pages in tables."""
    if element.tag not in {"td", "th"} or len(element.text_content()) > CELL_LETTERS:
        return False
    row = element.getparent()
    alone = row is None or sum(each.tag in {"td", "th"} for each in row) < 2
    return not alone and not any(
        each.tag in BLOCKS or each.tag == "br" for each in element.iterdescendants()
    )


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
        if _is_standfirst(element):
            return BlockKind.DECK, 0, False
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return BlockKind.HEADING, int(tag[1]), False
        if tag == "li":
            parent = element.getparent()
            return BlockKind.LIST_ITEM, 0, parent is not None and parent.tag == "ol"
        if tag == "blockquote":
            return BlockKind.QUOTE, 0, False
        if tag == "tr" and any(_is_cell(cell) for cell in element):
            return BlockKind.PARAGRAPH, 0, False
    # A short paragraph, a bold one, or a line between breaks may be a sub-heading: our rules decide.
    plain = len(text.split()) >= PLAIN_WORDS and bold < 0.8 * len(text) and not broken
    in_paragraph = any(element.tag == "p" for element in context.around)
    return (BlockKind.PARAGRAPH if plain and in_paragraph else None), 0, False


# ---------------------------------------------------------------- what goes


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(HIDDEN_STYLE.search(element.get("style") or ""))


def _dropped_kind(element: lxml.html.HtmlElement, total: int) -> LineKind | None:
    kind = DROPPED_TAGS.get(str(element.tag)) or _class_kind(element)
    if kind and len(element.text_content()) > MAIN_SHARE * total:
        return None
    return kind


def _is_standfirst(element: lxml.html.HtmlElement) -> bool:
    return not STANDFIRST.isdisjoint((element.get("class") or "").lower().replace("_", "-").split())


def _class_kind(element: lxml.html.HtmlElement) -> LineKind | None:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:500].split()
    for name in names:
        whole = CAMEL.sub("-", name).lower().replace("_", "-")
        parts = [part for part in whole.split("-") if part]
        pairs = [f"{a}-{b}" for a, b in pairwise(parts)]
        # A name such as "has-sidebar" or "with-share" tells of a neighbour.
        if parts and parts[0] in {"has", "with", "no", "is", "not"}:
            continue
        for word in (whole, *pairs, *parts):
            if word in CLASS_WORDS:
                return CLASS_WORDS[word]
        starts = (kind for part in parts for s, kind in CLASS_STARTS.items() if part.startswith(s))
        kind = next(starts, None)
        if kind:
            return kind
    return None
