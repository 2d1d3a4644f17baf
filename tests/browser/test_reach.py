"""Facts about what the built site tells machines: addresses, alternates, data, feeds, in agreement."""

import json
import posixpath
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree, html

SITE = "https://sharh.example/"
NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a built page."""

    path: str
    lang: str
    tree: html.HtmlElement

    def link(self, query: str) -> list[str]:
        return [str(value) for value in self.tree.xpath(f"//head/{query}/@href")]

    def meta(self, name: str) -> str:
        found = self.tree.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content")
        return " ".join(str(value) for value in found)

    def alternates(self) -> dict[str, str]:
        links = self.tree.xpath("//head/link[@rel='alternate'][@hreflang]")
        return {str(link.get("hreflang")): str(link.get("href")) for link in links}

    def document(self) -> dict[str, Any]:
        scripts = self.tree.xpath("//head/script[@type='application/ld+json']/text()")
        assert len(scripts) == 1, self.path
        return dict(json.loads(scripts[0]))

    def graph(self) -> dict[str, object]:
        return dict(self.document()["@graph"][0])

    def text(self, query: str) -> str:
        found = ("".join(element.itertext()) for element in self.tree.xpath(query))
        return " ".join(" ".join(found).split())


@pytest.fixture(scope="module")
def heads(site_root: Path) -> Mapping[str, Head]:
    return read_heads(site_root)


def read_heads(site_root: Path) -> dict[str, Head]:
    """Every page but the 404 page, by its address."""
    found = {}
    for path in sorted(site_root.rglob("index.html")):
        parser = html.HTMLParser(encoding="utf-8")
        tree = html.document_fromstring(path.read_bytes(), parser=parser)
        folder = path.parent.relative_to(site_root).as_posix()
        address = SITE if folder == "." else f"{SITE}{folder}/"
        found[address] = Head(folder, str(tree.get("lang")), tree)
    return found


def test_a_pages_canonical_address_is_its_own(heads: Mapping[str, Head]) -> None:
    """One canonical link on each page, with the address under which the page is found."""
    assert {a for a, head in heads.items() if head.link("link[@rel='canonical']") != [a]} == set()


def test_alternates_are_mutual(heads: Mapping[str, Head]) -> None:
    """Each alternate is a page of that language which names the same set; x-default is the door."""
    for address, head in heads.items():
        alternates = head.alternates()
        default = alternates.pop("x-default", SITE)
        assert default == SITE
        if address != SITE and alternates:
            assert alternates[head.lang] == address
        for language, target in alternates.items():
            assert heads[target].lang == language
            assert address == SITE or heads[target].alternates()[head.lang] == address


def test_the_sitemap_has_the_pages_and_their_alternates(
    heads: Mapping[str, Head], site_root: Path
) -> None:
    """Every page that may be indexed, with the very alternates that it states itself."""
    root = etree.parse(site_root / "sitemap.xml").getroot()
    listed = {
        str(url.findtext("s:loc", namespaces=NAMESPACES)): {
            str(link.get("hreflang")): str(link.get("href"))
            for link in url.findall("x:link", namespaces=NAMESPACES)
        }
        for url in root.findall("s:url", namespaces=NAMESPACES)
    }
    indexed = {address for address, head in heads.items() if "noindex" not in head.meta("robots")}
    assert listed.keys() == indexed
    for address, alternates in listed.items():
        assert alternates in ({}, heads[address].alternates())
        assert alternates or len(heads[address].alternates()) < 2


def test_open_graph_agrees_with_the_page(heads: Mapping[str, Head]) -> None:
    """Title, description, address and locale are those that the page states elsewhere."""
    for address, head in heads.items():
        assert head.meta("og:url") == address
        assert head.meta("og:title") == head.meta("twitter:title") != ""
        assert head.meta("og:description") == head.meta("description") != ""
        assert head.meta("og:locale")[:2] == head.lang
        others = set(head.alternates()) - {head.lang, "x-default"}
        assert {locale[:2] for locale in head.meta("og:locale:alternate").split()} == others


def test_every_page_has_a_picture_for_those_who_share_it(
    heads: Mapping[str, Head], site_root: Path
) -> None:
    """One PNG of 1200 by 630 for each page, the same for all who ask, another for another title."""
    titles: dict[bytes, set[tuple[str, str]]] = {}
    for head in heads.values():
        address = head.meta("og:image")
        assert address == head.meta("twitter:image")
        assert head.meta("twitter:card") == "summary_large_image"
        assert head.meta("og:image:alt") == head.meta("twitter:image:alt") != ""
        picture: Any = head.graph()["image"]
        assert (picture["url"], picture["caption"]) == (address, head.meta("og:image:alt"))
        png = (site_root / address.removeprefix(SITE)).read_bytes()
        width, height = struct.unpack(">II", png[16:24])
        assert (width, height) == (picture["width"], picture["height"]) == (1200, 630)
        assert (
            f"{width} {height}" == f"{head.meta('og:image:width')} {head.meta('og:image:height')}"
        )
        kind = str(head.tree.xpath("//body/@class")[0])
        titles.setdefault(png, set()).add((kind, head.meta("og:title")))
    assert not [same for same in titles.values() if len(same) > 1]


def test_the_card_of_an_article_says_its_title(heads: Mapping[str, Head]) -> None:
    """What a card says in words holds the title that the page shows."""
    for head in heads.values():
        if head.graph()["@type"] in {"Article", "FAQPage"}:
            assert head.text("//h1") in head.meta("og:image:alt")


def test_home_screens_get_an_icon_and_a_manifest_in_the_pages_language(
    heads: Mapping[str, Head], site_root: Path
) -> None:
    """Name, direction, start and icons of each manifest fit its language, and every file is there."""
    manifests = {
        (head.lang, posixpath.normpath(f"{head.path}/{link}"))
        for head in heads.values()
        for link in head.link("link[@rel='manifest']")
    }
    assert manifests == {(lang, f"{lang}/site.webmanifest") for lang in ("ar", "en")}
    for lang, path in manifests:
        manifest = json.loads((site_root / path).read_text(encoding="utf-8"))
        assert (manifest["lang"], manifest["dir"]) == (lang, {"ar": "rtl", "en": "ltr"}[lang])
        assert (manifest["start_url"], manifest["name"]) == (
            "./",
            heads[f"{SITE}{lang}/"].meta("og:title"),
        )
        for icon in manifest["icons"]:
            png = (site_root / lang / icon["src"]).read_bytes()
            assert icon["sizes"] == "{}x{}".format(*struct.unpack(">II", png[16:24]))
    door = heads[SITE]
    assert (site_root / door.link("link[@rel='apple-touch-icon']")[0]).is_file()


def test_structured_data_agrees_with_the_page(heads: Mapping[str, Head]) -> None:
    """Address, language, title and description of the data are those of the page that holds it."""
    for address, head in heads.items():
        node = head.graph()
        assert (node["@id"], node["url"]) == (address, address)
        assert head.lang in node["inLanguage"]  # type: ignore[operator]  # a text or a list
        assert node.get("headline", node.get("name")) == head.meta("og:title")
        assert node["description"] == head.meta("description")
        if node["@type"] == "Article":
            assert node["headline"] == head.text("//h1")
            assert node["datePublished"] == head.meta("article:published_time")


def test_feeds_lead_to_pages_and_say_what_they_say(
    heads: Mapping[str, Head], site_root: Path
) -> None:
    """Each feed that a page names is valid; its entries are pages under their own titles."""
    named = {link for head in heads.values() for link in head.link("link[@rel='alternate'][@type]")}
    assert len(named) > 6
    for address in sorted(named):
        text = (site_root / address.removeprefix(SITE)).read_text(encoding="utf-8")
        if address.endswith(".json"):
            items = json.loads(text)["items"]
            entries = [(item["url"], item["title"]) for item in items]
            assert all(item["image"] == heads[item["url"]].meta("og:image") for item in items)
        else:
            feed = feedparser.parse(text)
            assert not feed["bozo"], address
            entries = [(entry["link"], entry["title"]) for entry in feed["entries"]]
            for entry in feed["entries"]:
                pictures = [picture["url"] for picture in entry["media_content"]]
                assert pictures == [heads[entry["link"]].meta("og:image")]
        assert entries
        for link, title in entries:
            assert heads[link].text("//h1") == title
