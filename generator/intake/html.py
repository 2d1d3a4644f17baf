"""HTML pages: where the article stands on the page, as lines with what markup said of each.

trafilatura finds pages that have no article element; lxml walks the tree, since trafilatura loses
captions, quotation marks and kinds of blocks. The lines then take the same way as those of a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import lxml.etree
import lxml.html
import trafilatura

from generator.errors import Diagnostic, SourceError
from generator.model import (
    BlockKind,
    CleanLine,
    IntakeResult,
    LineKind,
    Location,
    RawArticle,
    RemovedLine,
)

from .characters import clean_characters
from .clean import clean_lines
from .habits import IntakeRules
from .htmltext import Piece, pieces
from .metadata import read_metadata
from .structure import Known, structure

DEPTH_LIMIT = 200
"""Elements inside one another. The deepest page of a newspaper seen has 40."""
TAG_LIMIT = 60_000
GOOD_LETTERS = 60
LINKED = 0.5
ENOUGH = 150
"""Letters of running text, below which a zone is no article."""

OPENING = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})\b[^<>]{0,4000}?(/?)>")
# Elements that HTML closes by itself, or that have no content: they cannot nest without end.
UNNESTED = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "source",
        "area",
        "base",
        "col",
        "embed",
        "wbr",
        "track",
    ]
)
ZONES = (
    ".//*[@itemprop='articleBody']/ancestor-or-self::article[1]",
    ".//article",
    ".//*[@itemprop='articleBody']",
    ".//main",
    ".//*[@role='main']",
)


def take_html(raw: RawArticle, rules: IntakeRules, keep: frozenset[int]) -> IntakeResult:
    """The article on the page. Its lines are numbered as its blocks follow each other.

    Raises:
        SourceError: the page is nested too deep, has too many elements, or is no HTML.
    """
    _refuse_depth(raw)
    root = _parse(raw)
    known = read_metadata(root, rules)
    page = _article_pieces(root, known)
    if _letters(page) < ENOUGH:
        page = tuple(_from_trafilatura(raw.text, known))
    page = tuple(
        replace(piece, dropped=None) if at in keep else piece
        for at, piece in enumerate(page, start=1)
    )
    lines = tuple(_line(piece, at) for at, piece in enumerate(page, start=1) if not piece.dropped)
    cleaned = clean_lines(raw.source, lines, rules, keep)
    dropped = tuple(
        RemovedLine(at, piece.text[:300], piece.dropped, "html")
        for at, piece in enumerate(page, start=1)
        if piece.dropped
    )
    removed = tuple(sorted((*cleaned.removed, *dropped), key=lambda each: each.line))
    return structure(raw, replace(cleaned, removed=removed), rules, known)


def _line(piece: Piece, at: int) -> CleanLine:
    line = clean_characters(piece.text, at)
    return replace(line, kind=piece.kind, level=piece.level, ordered=piece.ordered)


# ---------------------------------------------------------------- the tree


def _refuse_depth(raw: RawArticle) -> None:
    """Parsers take very long over deep nesting, or return nothing in silence."""
    depth = deepest = count = 0
    for match in OPENING.finditer(raw.text):
        count += 1
        if match[2].lower() in UNNESTED or match[3]:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > DEPTH_LIMIT or count > 2 * TAG_LIMIT:
        what = f"the page has {count:,} tags, nested {deepest:,} deep."
        fix = "Give the page as its site serves it, or copy the article's text into a .txt file."
        raise SourceError(Diagnostic(Location(raw.source), what, fix))


def _parse(raw: RawArticle) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = raw.text.encode("utf-8", "surrogatepass")
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError):  # lxml raises ParserError, a ValueError in old ones
        what = "this is no HTML page that can be read."
        fix = "Copy the article's text into a .txt file."
        raise SourceError(Diagnostic(Location(raw.source), what, fix)) from None


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the page with how many letters of running text it has."""

    element: lxml.html.HtmlElement
    letters: int


def _article_pieces(root: lxml.html.HtmlElement, known: Known) -> tuple[Piece, ...]:
    body = root.find("body")
    body = root if body is None else body
    zone = _zone(body)
    heading = _heading(body, known)
    found = tuple(pieces(zone))
    if heading is None:
        return _with_title(found, known.title)
    text = " ".join(heading.text_content().split())
    inside = next((at for at, e in enumerate(found) if e.level == 1 and e.text == text), None)
    if inside is None:
        return _with_title(tuple(map(_lowered, found)), text)
    # What stands over the title on the page is the site's, not the article's.
    above = (replace(each, dropped=each.dropped or LineKind.TAIL) for each in found[:inside])
    return (*above, found[inside], *map(_lowered, found[inside + 1 :]))


def _lowered(piece: Piece) -> Piece:
    """The piece, if it is one more first-level heading, as a sub-heading."""
    return replace(piece, level=2) if piece.level == 1 else piece


def _with_title(found: tuple[Piece, ...], title: str | None) -> tuple[Piece, ...]:
    if not title:
        return found
    return (Piece(title, BlockKind.HEADING, level=1), *found)


def _zone(body: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The element that holds the article: the first kind of zone that has enough running text."""
    for path in ZONES:
        zones = [Zone(each, _running_letters(each)) for each in body.xpath(path)]
        best = max(zones, key=lambda zone: zone.letters, default=None)
        if best and best.letters >= max(ENOUGH, 0.3 * _running_letters(body)):
            return best.element
    return _densest(body)


def _densest(body: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The smallest element with nearly all the running text, and with the heading over it."""
    total = _running_letters(body)
    element = body
    while True:
        inner = [each for each in element if isinstance(each.tag, str)]
        rich = [each for each in inner if _running_letters(each) >= 0.9 * total]
        has_title = element.find(".//h1") is not None
        if total < ENOUGH or not rich or (has_title and rich[0].find(".//h1") is None):
            return element
        element = rich[0]


def _running_letters(element: lxml.html.HtmlElement) -> int:
    """Letters in paragraphs that are long and not mostly links."""
    count = 0
    for paragraph in element.iter("p", "div", "blockquote"):
        if paragraph.tag == "div" and (
            paragraph.find(".//p") is not None or paragraph.find(".//div") is not None
        ):
            continue
        text = paragraph.text_content().strip()
        if len(text) >= GOOD_LETTERS and _linked(paragraph) < LINKED * len(text):
            count += len(text)
    return count


def _linked(element: lxml.html.HtmlElement) -> int:
    return sum(len(link.text_content()) for link in element.iter("a"))


def _heading(body: lxml.html.HtmlElement, known: Known) -> lxml.html.HtmlElement | None:
    """The first-level heading that is the article's: the one like the page's title, or the longest."""
    headings = [h for h in body.iter("h1") if len(h.text_content().split()) > 1]
    if not headings:
        return None
    title = known.title or ""
    like = [h for h in headings if title and " ".join(h.text_content().split())[:20] in title]
    return (like or headings)[0]


def _letters(found: tuple[Piece, ...]) -> int:
    return sum(len(each.text) for each in found if not each.dropped and each.level != 1)


def _from_trafilatura(text: str, known: Known) -> Iterator[Piece]:
    """The main text as trafilatura finds it: plain lines."""
    if known.title:
        yield Piece(known.title, BlockKind.HEADING, level=1)
    found = trafilatura.extract(text, include_comments=False, include_tables=False) or ""
    for line in found.split("\n"):
        if line.strip():
            yield Piece(line.strip(), None)
