"""What an element of a page is for, by its tag, its class and its style: which parts are no article."""

import re
from itertools import pairwise

import lxml.html

from generator.model import LineKind

# Elements that show no text of the article, and elements whose text is a block of its own.
SILENT = frozenset((
    "script", "style", "noscript", "template", "iframe", "svg", "canvas", "object", "embed",
    "video", "audio", "form", "button", "select", "input", "textarea", "label", "head", "link",
    "meta", "dialog", "map",
))  # fmt: skip
BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li",
    "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "blockquote", "figure", "figcaption",
    "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "address", "details", "summary", "center",
    "body", "html", "thead", "tbody", "tfoot", "fieldset",
))  # fmt: skip
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
MAIN_SHARE = 0.4
"""An element with so much of the zone's text is the article, whatever its class says."""


def is_cell(element: lxml.html.HtmlElement) -> bool:
    """Whether the element is a cell of a table of data; old sites lay out whole pages in tables."""
    if element.tag not in {"td", "th"} or len(element.text_content()) > CELL_LETTERS:
        return False
    row = element.getparent()
    alone = row is None or sum(each.tag in {"td", "th"} for each in row) < 2
    return not alone and not any(
        each.tag in BLOCKS or each.tag == "br" for each in element.iterdescendants()
    )


def is_hidden(element: lxml.html.HtmlElement) -> bool:
    """Whether readers never see the element."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(HIDDEN_STYLE.search(element.get("style") or ""))


def dropped_kind(element: lxml.html.HtmlElement, total: int) -> LineKind | None:
    """What an element is that is no part of the article; `total` is the length of the zone's text."""
    kind = DROPPED_TAGS.get(str(element.tag)) or _class_kind(element)
    if kind and len(element.text_content()) > MAIN_SHARE * total:
        return None
    return kind


def is_standfirst(element: lxml.html.HtmlElement) -> bool:
    """Whether a class says that it stands between the title and the text."""
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
