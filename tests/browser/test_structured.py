"""Facts about the data in the pages: it is schema.org's, and says what the page and Open Graph say."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser.schemaorg import ADDRESS, Node, expanded, faults
from tests.browser.test_reach import SITE, Head, read_heads

OPEN_GRAPH_TYPES = {"Article": "article", "FAQPage": "article"}
PAGE: Node = {
    "@context": ADDRESS,
    "@graph": [{"@type": "WebPage", "@id": SITE, "name": "a", "inLanguage": "en", "about": []}],
}


@pytest.fixture(scope="module")
def heads(site_root: Path) -> Mapping[str, Head]:
    return read_heads(site_root)


def nodes(value: object) -> Iterator[Node]:
    """Every node inside, the outer ones first."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def terms(value: object) -> int:
    """How many properties and types a document states."""
    if isinstance(value, dict):
        own = sum(1 for key in value if key == "@type" or not key.startswith("@"))
        return own + sum(terms(inner) for inner in value.values())
    return sum(terms(inner) for inner in value) if isinstance(value, list) else 0


def test_every_node_is_one_of_schema_org(heads: Mapping[str, Head]) -> None:
    """Types, their properties and what these hold are those of the vocabulary, on every page."""
    found: dict[str, str] = {}
    for address, head in heads.items():
        for node in head.document()["@graph"]:
            for fault in faults(node):
                found.setdefault(fault, address)
    assert found == {}


def test_every_page_expands_without_loss(heads: Mapping[str, Head]) -> None:
    """As JSON-LD no property falls away, and every address is absolute and on this site or the web."""
    for address, head in heads.items():
        document = head.document()
        triples = expanded(document)
        assert terms(triples) == terms(document["@graph"]), address
        assert all(str(inner["@id"]).startswith("http") for inner in identified(triples)), address


def identified(value: object) -> Iterator[Node]:
    if isinstance(value, dict):
        if "@id" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from identified(inner)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "Webpage"}, "no type «Webpage»"),
        ({"headlines": "a"}, "WebPage has no «headlines»"),
        ({"distribution": []}, "WebPage has no «distribution»"),
        ({"url": "/ar/"}, "WebPage.url takes no «/ar/»"),
        ({"datePublished": "19 June"}, "WebPage.datePublished takes no «19 June»"),
        ({"isAccessibleForFree": "yes"}, "WebPage.isAccessibleForFree takes no «yes»"),
        ({"author": {"@type": "Place", "name": "a"}}, "WebPage.author takes no Place"),
        ({"author": "Nobody"}, "WebPage.author takes no «Nobody»"),
        ({"isPartOf": {"@id": "../"}}, "WebPage.isPartOf takes no reference «../»"),
    ],
)
def test_a_word_or_value_that_schema_org_lacks_is_named(change: Node, fault: str) -> None:
    """The check has teeth."""
    node: Node = {**PAGE["@graph"][0], **change}
    assert list(faults(node)) == [fault]


def test_an_unknown_property_would_fall_away() -> None:
    """The expansion notices what a reader of JSON-LD would lose."""
    document: Node = {**PAGE, "@graph": [{**PAGE["@graph"][0], "headlines": "a"}]}
    assert terms(expanded(PAGE)) == terms(PAGE["@graph"])
    assert terms(expanded(document)) < terms(document["@graph"])


# ---------------------------------------------------------------- with the page and Open Graph


def test_open_graph_says_the_kind_of_page_that_the_data_says(heads: Mapping[str, Head]) -> None:
    """og:type, the site's name and the first date are the same in both."""
    for address, head in heads.items():
        node = head.graph()
        assert head.meta("og:type") == OPEN_GRAPH_TYPES.get(str(node["@type"]), "website"), address
        assert head.meta("og:site_name") != ""
        published = head.meta("article:published_time")
        assert published in {"", node.get("datePublished")}, address
        assert bool(published) == (node["@type"] == "Article" and "datePublished" in node), address


def test_the_picture_of_a_page_is_the_same_in_both(heads: Mapping[str, Head]) -> None:
    """Address, size and words of the picture that is shown with a shared address."""
    for address, head in heads.items():
        picture: Any = head.graph().get("image", {})
        shown = [head.meta(f"og:image{part}") for part in ("", ":width", ":height", ":alt")]
        told = [str(picture.get(key, "")) for key in ("url", "width", "height", "caption")]
        assert shown == told, address


def test_a_pages_own_heading_is_its_name(heads: Mapping[str, Head]) -> None:
    """Only the home pages, which are named after the site, and side-by-side pages differ."""
    for address, head in heads.items():
        node = head.graph()
        name = str(node.get("headline", node.get("name")))
        if node["@type"] == "WebSite":
            continue
        if address.endswith("/parallel/"):
            assert name.endswith(head.text("//h1")), address
        else:
            assert name == head.text("//h1"), address


def test_the_way_to_a_page_is_that_which_readers_see(heads: Mapping[str, Head]) -> None:
    """Breadcrumbs of the data are the links above the page, and then the page."""
    for address, head in heads.items():
        steps: list[tuple[str, str]] = [
            (item["name"], item["item"]["@id"])
            for node in head.document()["@graph"]
            if node["@type"] == "BreadcrumbList"
            for item in node["itemListElement"]
        ]
        links = head.tree.xpath("//nav[contains(@class, 'sh-crumbs')]//a")
        shown = ["".join(link.itertext()) for link in links]
        assert [name for name, _ in steps[:-1]] == shown, address
        assert not steps or steps[-1][1] == address
        assert all(target in heads for _, target in steps), address


def test_topics_and_authors_of_an_article_stand_on_its_page(heads: Mapping[str, Head]) -> None:
    """What it is about and mentions are its tags in their order; its author is in its credit."""
    checked = 0
    for address, head in heads.items():
        node: Any = head.graph()
        if node["@type"] != "Article":
            continue
        topics = [topic["name"] for topic in (*node["about"], *node.get("mentions", ()))]
        tags = ["".join(tag.itertext()) for tag in head.tree.xpath("//*[@class='sh-tags']//a")]
        assert topics == tags[: len(topics)], address
        assert node["author"]["name"] in head.text("//main"), address
        checked += 1
    assert checked


def test_data_of_a_list_is_that_of_its_page(heads: Mapping[str, Head], site_root: Path) -> None:
    """Questions of an explainer, events of a timeline and files of figures are there for readers."""
    for address, head in heads.items():
        for node in nodes(head.graph()):
            match node["@type"]:
                case "Question":
                    assert node["name"] in head.text("//summary"), address
                    assert node["acceptedAnswer"]["text"] in head.text("//main"), address
                    anchor = node["@id"].removeprefix(f"{address}#")
                    assert head.tree.xpath(f"//*[@id='{anchor}']"), address
                case "Event":
                    page, _, anchor = node["subjectOf"]["@id"].partition("#")
                    assert heads[page].tree.xpath(f"//*[@id='{anchor}']"), address
                    name = node["name"]
                    assert isinstance(name, dict) or name in head.text("//main"), address
                case "DataDownload":
                    assert (site_root / node["contentUrl"].removeprefix(SITE)).is_file()


def test_events_are_no_more_exact_than_their_page_says(
    heads: Mapping[str, Head], site_root: Path
) -> None:
    """A year of the data is a year in the download: no day is added."""
    rows = json.loads((site_root / "assets/data/timeline.ar.json").read_text(encoding="utf-8"))
    node: Any = heads[f"{SITE}ar/timeline/"].graph()
    starts = [item["item"]["startDate"] for item in node["mainEntity"]["itemListElement"]]
    days = [row["date"] for row in rows][-len(starts) :]
    exact = [(start, day) for start, day in zip(starts, days, strict=True) if day[:4].isdigit()]
    assert exact
    assert all(start == day for start, day in exact if day.replace("-", "").isdigit())
