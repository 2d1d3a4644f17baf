"""What a page's head says of its article: JSON-LD first, then OpenGraph, then plain meta elements."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import lxml.html

from generator.model import IsoDate
from generator.rules import is_web_address

from .characters import clean_characters
from .habits import IntakeRules
from .structure import Known

SCRIPT_LIMIT = 200_000
NODE_LIMIT = 2_000
ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "blogposting",
    "reportage",
    "opinion",
    "liveblog",
    "posting",
)
TITLES = ("og:title", "twitter:title", "title", "dc.title")
DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "sailthru.date",
    "date",
)
AUTHORS = ("author", "article:author", "dc.creator", "byl", "twitter:creator")
SITES = ("og:site_name", "application-name", "al:android:app_name")
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
SITE_PART = re.compile(r"\s{1,3}[|\-–—»:·]\s{1,3}")


def read_metadata(root: lxml.html.HtmlElement, rules: IntakeRules) -> Known:
    """Title, author, date, outlet and address, where the page tells them."""
    linked = _article_node(root)
    metas = _metas(root)
    address = _address(root, metas)
    publisher = _publisher(linked, metas, address, rules)
    byline = _author(linked, metas, publisher)
    return Known(
        title=_text(linked.get("headline"))
        or _first(metas, TITLES)
        or _page_title(root, publisher),
        byline=byline,
        publisher=publisher,
        published=_day(linked.get("datePublished")) or _meta_day(metas) or _time_element(root),
        source_url=address,
    )


def _text(value: object) -> str | None:
    """One clean line of a text value; None for anything else."""
    if not isinstance(value, str):
        return None
    return clean_characters(" ".join(value.split())[:500], 0).text or None


# ---------------------------------------------------------------- JSON-LD


def _article_node(root: lxml.html.HtmlElement) -> Mapping[str, Any]:
    """The first JSON-LD node that is an article; an empty one when none is."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for node in _nodes((script.text or "")[:SCRIPT_LIMIT]):
                if _is_article(node):
                    return node
    return {}


def _nodes(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        waiting: list[object] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):  # a page's broken JSON tells nothing
        return
    for _ in range(NODE_LIMIT):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _is_article(node: Mapping[str, Any]) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(str(each).lower().endswith(ARTICLE_TYPES) for each in named)


# ---------------------------------------------------------------- meta elements


def _metas(root: lxml.html.HtmlElement) -> dict[str, str]:
    """The content of each meta element by its name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        text = _text(meta.get("content"))
        if name and text:
            found.setdefault(name, text)
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _page_title(root: lxml.html.HtmlElement, publisher: str | None) -> str | None:
    """The title element without the outlet's name at its end."""
    text = _text(root.findtext(".//title"))
    if not text:
        return None
    parts = SITE_PART.split(text)
    if len(parts) > 1 and (
        parts[-1] == publisher or len(parts[-1].split()) <= 3 < len(parts[0].split())
    ):
        return text[: text.rindex(parts[-1])].rstrip(" |-–—»:·") or text
    return text


def _meta_day(metas: Mapping[str, str]) -> IsoDate | None:
    return next((day for name in DATES if (day := _day(metas.get(name)))), None)


def _day(value: object) -> IsoDate | None:
    match = ISO_DAY.match(value.strip()) if isinstance(value, str) else None
    if not match or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return None
    return IsoDate(match[0])


def _time_element(root: lxml.html.HtmlElement) -> IsoDate | None:
    """The first time element of the article's own head: the one after the heading."""
    for time in root.xpath("(//h1)[1]/following::time[@datetime][position() <= 2]"):
        day = _day(time.get("datetime"))
        if day:
            return day
    for element in root.xpath("//*[@itemprop='datePublished']")[:3]:
        day = _day(element.get("datetime") or element.get("content"))
        if day:
            return day
    return None


# ---------------------------------------------------------------- names


def _author(
    linked: Mapping[str, Any], metas: Mapping[str, str], publisher: str | None
) -> str | None:
    """The names of persons; an outlet that is given as its own author is none."""
    names = list(_names(linked.get("author"))) or [_first(metas, AUTHORS) or ""]
    persons = [name for name in names if name and name != publisher and not _is_handle(name)]
    return "، ".join(dict.fromkeys(persons)) or None


def _names(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            kind = str(each.get("@type", "")).lower()
            name = None if kind.endswith("organization") else _text(each.get("name"))
        else:
            name = _text(each)
        if name:
            yield name


def _is_handle(name: str) -> bool:
    return name.startswith("@") or "://" in name or ("." in name and " " not in name)


def _publisher(
    linked: Mapping[str, Any], metas: Mapping[str, str], address: str | None, rules: IntakeRules
) -> str | None:
    publisher = linked.get("publisher")
    name = _text(publisher.get("name")) if isinstance(publisher, dict) else _text(publisher)
    site = _first(metas, SITES)
    known = rules.publisher_of(urlsplit(address).hostname or "") if address else None
    return site or name or known


def _address(root: lxml.html.HtmlElement, metas: Mapping[str, str]) -> str | None:
    links = root.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    for found in (*(str(link).strip() for link in links[:3]), metas.get("og:url", "")):
        if found and is_web_address(found):
            return found
    return None
