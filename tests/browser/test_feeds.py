"""Facts about the feeds of the built site: every one is valid and says what its pages say."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, ValidationError, model_validator

from tests.browser.test_reach import SITE, Head, read_heads


class Strict(BaseModel):
    """A mapping with no key that the format lacks."""

    model_config = ConfigDict(extra="forbid")


class Author(Strict):
    name: str
    url: AnyHttpUrl | None = None


class Item(Strict):
    """An item of JSON Feed 1.1, with the keys that we write."""

    id: AnyHttpUrl
    url: AnyHttpUrl
    title: str
    summary: str
    content_html: str | None = None
    content_text: str | None = None
    image: AnyHttpUrl | None = None
    date_published: datetime
    date_modified: datetime
    tags: list[str]
    authors: list[Author] = []

    @model_validator(mode="after")
    def has_content(self) -> "Item":
        """The format asks for HTML or text in each item; dates carry their zone."""
        assert self.content_html or self.content_text
        assert self.date_published.tzinfo
        assert self.date_modified.tzinfo
        return self


class JsonFeed(Strict):
    """A feed of JSON Feed 1.1, with the keys that we write."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str
    description: str
    home_page_url: AnyHttpUrl
    feed_url: AnyHttpUrl
    language: Literal["ar", "en"]
    icon: AnyHttpUrl | None = None
    favicon: AnyHttpUrl | None = None
    authors: list[Author]
    items: list[Item]


@pytest.fixture(scope="module")
def heads(site_root: Path) -> Mapping[str, Head]:
    return read_heads(site_root)


def feeds(root: Path, name: str) -> Iterator[tuple[str, str]]:
    """The address and the text of every feed of a format."""
    for path in sorted(root.rglob(name)):
        yield SITE + path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def test_every_feed_stands_in_three_formats(site_root: Path) -> None:
    """Where one format is, the others are."""
    folders = [
        {path.parent for path in site_root.rglob(name)}
        for name in ("atom.xml", "rss.xml", "feed.json")
    ]
    assert folders[0] == folders[1] == folders[2]
    assert {site_root / "ar", site_root / "en"} < folders[0]


@pytest.mark.parametrize("name", ["atom.xml", "rss.xml"])
def test_every_xml_feed_is_read_without_complaint(
    name: str, site_root: Path, heads: Mapping[str, Head]
) -> None:
    """Each entry has the address of a page, its heading, dates and, in order, the newest first."""
    for address, text in feeds(site_root, name):
        feed = feedparser.parse(text)
        assert not feed["bozo"], address
        assert feed["feed"]["language"] == urlsplit(address).path[1:3]
        assert feed["entries"]
        for entry in feed["entries"]:
            assert heads[entry["link"]].text("//h1") == entry["title"], address
            assert entry["published_parsed"]
        links = etree.fromstring(text.encode()).xpath("//*[local-name()='link']/@rel='self'")
        assert links, address


def test_every_json_feed_keeps_to_the_format(site_root: Path) -> None:
    """JSON Feed 1.1: known keys, absolute addresses, dates with a zone, content in each item."""
    for address, text in feeds(site_root, "feed.json"):
        feed = JsonFeed.model_validate_json(text)
        assert str(feed.feed_url) == address
        assert all(str(item.url).startswith(SITE) for item in feed.items)


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1.1"},
        {"extra": 1},
        {"items": [{"id": "/a"}]},
        {"feed_url": "feed.json"},
    ],
)
def test_a_feed_beside_the_format_is_refused(change: dict[str, object], site_root: Path) -> None:
    """The check has teeth."""
    _, text = next(feeds(site_root, "feed.json"))
    with pytest.raises(ValidationError):
        JsonFeed.model_validate(json.loads(text) | change)


def test_addresses_inside_feeds_are_absolute(site_root: Path) -> None:
    """A reader's program has no page to resolve them against; nor has it our scripts and styles."""
    for address, text in feeds(site_root, "feed.json"):
        for item in JsonFeed.model_validate_json(text).items:
            if not item.content_html:
                continue
            tree = html.fragment_fromstring(item.content_html, create_parent="div")
            targets = [str(value) for value in tree.xpath("//@href | //@src")]
            assert all(re.match(r"https?://", target) for target in targets), address
            assert not tree.xpath("//script | //style | //*[@class] | //@style"), address
