"""A feed -> its text in three formats: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree
from markupsafe import Markup

from generator.model import LanguageTag
from generator.render.icons import LARGE, TAB
from generator.render.social.words import HEIGHT, WIDTH

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_MEDIA = "http://search.yahoo.com/mrss/"
_CREATOR = "http://purl.org/dc/elements/1.1/"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that is new; dates as RFC 3339 writes them, empty texts are unknown."""

    url: str
    title: str
    summary: str
    content: Markup
    published: str
    updated: str
    author: str
    tags: tuple[str, ...]
    image: str


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries, newest first; `folder` is the address of the feed's page below the site's."""

    title: str
    description: str
    language: LanguageTag
    author: str
    site_url: str
    folder: str
    entries: tuple[Entry, ...]

    @property
    def home(self) -> str:
        """The address of the page that the feed belongs to."""
        return self.site_url + self.folder

    @property
    def updated(self) -> str:
        """When the newest entry changed."""
        return max(entry.updated for entry in self.entries)


def atom(feed: Feed) -> str:
    """The feed as Atom."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM, "media": _MEDIA})
    root.set(_LANG, feed.language)
    _add(root, "id", feed.home)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.description)
    _add(root, "updated", feed.updated)
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.home + ATOM_NAME)
    _add(root, "icon", feed.site_url + LARGE.path)
    for entry in feed.entries:
        _atom_entry(_add(root, "entry"), entry)
    return _HEADER + _text(root)


def _atom_entry(item: etree._Element, entry: Entry) -> None:
    _add(item, "id", entry.url)
    _add(item, "title", entry.title)
    _add(item, "published", entry.published)
    _add(item, "updated", entry.updated)
    if entry.author:
        _add(_add(item, "author"), "name", entry.author)
    _add(item, "link", rel="alternate", type="text/html", href=entry.url)
    for tag in entry.tags:
        _add(item, "category", term=tag)
    if entry.summary:
        _add(item, "summary", entry.summary)
    if entry.content:
        _add(item, "content", str(entry.content), type="html")
    _media(item, entry)


def rss(feed: Feed) -> str:
    """The feed as RSS 2.0."""
    spaces = {"atom": _ATOM, "content": _CONTENT, "dc": _CREATOR, "media": _MEDIA}
    root = etree.Element("rss", nsmap=spaces, version="2.0")
    channel = _add(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.home)
    _add(channel, "description", feed.description)
    _add(channel, "language", feed.language)
    _add(channel, "lastBuildDate", _mail_date(feed.updated))
    own = etree.SubElement(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml")
    own.set("href", feed.home + RSS_NAME)
    for entry in feed.entries:
        _rss_item(_add(channel, "item"), entry)
    return _HEADER + _text(root)


def _rss_item(item: etree._Element, entry: Entry) -> None:
    _add(item, "title", entry.title)
    _add(item, "link", entry.url)
    _add(item, "guid", entry.url, isPermaLink="true")
    _add(item, "pubDate", _mail_date(entry.published))
    if entry.author:
        etree.SubElement(item, f"{{{_CREATOR}}}creator").text = entry.author
    for tag in entry.tags:
        _add(item, "category", tag)
    _add(item, "description", entry.summary)
    if entry.content:
        etree.SubElement(item, f"{{{_CONTENT}}}encoded").text = str(entry.content)
    _media(item, entry)


def _media(item: etree._Element, entry: Entry) -> None:
    """The picture of an entry: neither format has a place of its own for one."""
    if entry.image:
        values = {"url": entry.image, "medium": "image", "type": "image/png"}
        size = {"width": str(WIDTH), "height": str(HEIGHT)}
        etree.SubElement(item, f"{{{_MEDIA}}}content", {**values, **size})


def json_feed(feed: Feed) -> str:
    """The feed as JSON Feed 1.1."""
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": feed.home + JSON_NAME,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "icon": feed.site_url + LARGE.path,
        "favicon": feed.site_url + TAB.path,
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _json_item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        # An entry has HTML or text; one that may not be shown whole has its summary as text.
        "content_html" if entry.content else "content_text": str(entry.content) or entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": list(entry.tags),
    }
    if entry.image:
        item["image"] = entry.image
    if entry.author:
        item["authors"] = [{"name": entry.author}]
    return item


ATOM_NAME, RSS_NAME, JSON_NAME = "atom.xml", "rss.xml", "feed.json"
FORMATS: dict[str, Callable[[Feed], str]] = {ATOM_NAME: atom, RSS_NAME: rss, JSON_NAME: json_feed}


def _mail_date(instant: str) -> str:
    return format_datetime(datetime.fromisoformat(instant), usegmt=True)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """A child in the namespace of its parent's element, with text and attributes."""
    space = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{space}}}{name}" if space else name, attributes)
    child.text = text or None
    return child


def _text(root: etree._Element) -> str:
    return str(etree.tostring(root, encoding="unicode", pretty_print=True))
