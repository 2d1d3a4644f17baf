"""Facts about feeds, structured data and the files that machines look for."""

import json
from dataclasses import replace

import feedparser
import pytest

from generator.config import SiteSettings
from generator.model import (
    ARABIC,
    LANGUAGES,
    RenderedPage,
    Rights,
    SiteIndex,
)
from generator.render import render
from generator.rights import publishable
from tests.unit.render.conftest import HARBOUR, PLANT, PLANT_TEXTS
from tests.unit.render.test_pages import split, text, tree

SITE = "https://water.example/"
SETTINGS = SiteSettings(site_url=SITE)
Pages = dict[str, RenderedPage]


@pytest.fixture
def site(index: SiteIndex) -> Pages:
    """The site under an address."""
    return {page.path: page for page in render(publishable(index), SETTINGS)}


def with_article(index: SiteIndex, change: dict[str, object]) -> Pages:
    """The site with one of its articles changed."""
    articles = tuple(
        replace(article, **change) if article.slug == PLANT else article  # type: ignore[arg-type]  # by name
        for article in index.library.articles
    )
    changed = replace(index, library=replace(index.library, articles=articles))
    return {page.path: page for page in render(publishable(changed), SETTINGS)}


def graph(page: RenderedPage) -> dict[str, object]:
    """The main node of a page's structured data."""
    return json.loads(str(split(page)[0]["jsonld"]))["@graph"][0]


def ids(feed: str) -> list[str]:
    return [str(entry["id"]) for entry in feedparser.parse(feed)["entries"]]


# ---------------------------------------------------------------- feeds


@pytest.mark.parametrize("name", ["ar/atom.xml", "en/rss.xml", "ar/topics/sur/atom.xml"])
def test_a_feed_is_read_without_complaint(name: str, site: Pages) -> None:
    """Every entry has a title, an absolute address of a page that is there, and its dates."""
    feed = feedparser.parse(site[name].text)
    assert not feed["bozo"], feed.get("bozo_exception")
    assert feed["feed"]["language"] == name[:2]
    assert feed["entries"]
    for entry in feed["entries"]:
        page = str(entry["link"]).removeprefix(SITE).strip("/") + ".md"
        assert entry["title"] == text(site[page], "//h1")
        assert entry["published_parsed"][:3] == (2026, 11, 22)


def test_the_three_formats_say_the_same(site: Pages) -> None:
    """Atom, RSS and JSON Feed have the same entries in the same order."""
    for folder in ("ar/", "en/", "ar/topics/sur/", "en/topics/coast-paper/"):
        feed = json.loads(site[f"{folder}feed.json"].text)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"{SITE}{folder}feed.json"
        listed = [item["id"] for item in feed["items"]]
        assert listed == ids(site[f"{folder}atom.xml"].text) == ids(site[f"{folder}rss.xml"].text)


def test_an_english_feed_has_english_pages_only(site: Pages) -> None:
    """An article without a stub is in the Arabic feed alone."""
    assert f"{SITE}ar/articles/{HARBOUR}/" in ids(site["ar/atom.xml"].text)
    assert f"{SITE}en/articles/{HARBOUR}/" not in ids(site["en/atom.xml"].text)


@pytest.mark.parametrize("rights", [Rights.SUMMARY, Rights.EXCERPT, Rights.NONE])
def test_a_feed_holds_no_text_that_is_withheld(rights: Rights, index: SiteIndex) -> None:
    """A whole text stands in the feed of its language by right only, in a topic's feed never."""
    whole = with_article(index, {})
    assert PLANT_TEXTS[1][:40] in whole["ar/feed.json"].text
    assert PLANT_TEXTS[1][:40] not in whole["ar/topics/sur/feed.json"].text
    withheld = with_article(index, {"rights": rights})
    for path, page in withheld.items():
        if path.endswith((".xml", "feed.json")):
            assert PLANT_TEXTS[1][:40] not in page.text


def test_an_article_without_any_date_is_in_no_feed(index: SiteIndex) -> None:
    """No date is invented for it; one that is known by its month begins with that month."""
    undated = with_article(index, {"published": None, "based_on": None})
    assert f"{SITE}ar/articles/{PLANT}/" not in ids(undated["ar/atom.xml"].text)
    month = with_article(index, {"published": "2024-05"})
    items = json.loads(month["ar/feed.json"].text)["items"]
    dates = {item["id"]: item["date_published"] for item in items}
    assert dates[f"{SITE}ar/articles/{PLANT}/"] == "2024-05-01T00:00:00Z"


def test_a_site_without_an_address_has_no_feeds(pages: Pages) -> None:
    """Feeds and structured data hold absolute addresses; without one they are left out."""
    assert not [path for path in pages if path.endswith((".xml", "feed.json"))]
    assert not {"feeds", "jsonld"} & split(pages["ar/index.md"])[0].keys()
    assert "Sitemap" not in pages["robots.txt"].text


def test_a_page_names_only_feeds_that_are_there(site: Pages) -> None:
    """Its language's on every page, its topic's on a topic's page."""
    for path, page in site.items():
        if path.endswith(".md") and path != "index.md":
            folders = [str(f["path"]) for f in split(page)[0]["feeds"]]  # type: ignore[attr-defined]  # from YAML
            assert folders[0] == f"{page.locale or ARABIC}/"
            assert all(f"{folder}atom.xml" in site for folder in folders)
    front = split(site["index.md"])[0]
    assert [f["path"] for f in front["feeds"]] == ["ar/", "en/"]  # type: ignore[attr-defined]  # from YAML
    front = split(site["en/topics/sur.md"])[0]
    assert [f["path"] for f in front["feeds"]] == ["en/", "en/topics/sur/"]  # type: ignore[attr-defined]  # from YAML


# ---------------------------------------------------------------- structured data


def test_an_article_says_of_itself_what_its_page_shows(site: Pages) -> None:
    """Headline, description, language, date, original and translation agree with the page."""
    page = site[f"ar/articles/{PLANT}.md"]
    node, front = graph(page), split(page)[0]
    assert node["headline"] == text(page, "//h1") == front["title"]
    assert node["description"] == front["description"]
    assert (node["inLanguage"], node["datePublished"]) == ("ar", "2026-11-22")
    assert node["workTranslation"] == {"@id": f"{SITE}en/articles/{PLANT}/"}
    original = node["isBasedOn"]
    assert original["headline"] == text(page, "//cite")  # type: ignore[index]  # from JSON
    names = [t["name"] for t in (*node["about"], *node.get("mentions", ()))]  # type: ignore[misc]  # from JSON
    assert names == [e.text for e in tree(page).xpath("//p[@class='sh-tags']/a")]


def test_a_stub_is_the_translation_of_its_article(site: Pages) -> None:
    """It leads back to the Arabic page, and its abstract is the summary that readers see."""
    page = site[f"en/articles/{PLANT}.md"]
    node = graph(page)
    assert node["translationOfWork"] == {"@id": graph(site[f"ar/articles/{PLANT}.md"])["@id"]}
    assert str(node["abstract"]) in text(page, "//div[@class='sh-summary']")
    assert "digitalSourceType" not in node


@pytest.mark.parametrize(
    ("drafted_by", "reviewed_by", "kind"),
    [
        ("brief", None, "trainedAlgorithmicMedia"),
        ("brief", "Water desk", "compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_a_machine_draft_is_declared_as_one(
    drafted_by: str, reviewed_by: str | None, kind: str, index: SiteIndex
) -> None:
    """The digital source type tells a machine's draft from an edited one."""
    stub = replace(index.library.stubs[0], drafted_by=drafted_by, reviewed_by=reviewed_by)
    changed = replace(index, library=replace(index.library, stubs=(stub,)))
    pages = {page.path: page for page in render(publishable(changed), SETTINGS)}
    assert str(graph(pages[f"en/articles/{PLANT}.md"])["digitalSourceType"]).endswith("/" + kind)


def test_an_explainers_questions_are_those_of_its_page(site: Pages) -> None:
    """Each question with its short answer, under the address of its card."""
    page = site["en/explainers/why-water.md"]
    questions = graph(page)["mainEntity"]
    assert [q["name"] for q in questions] == [  # type: ignore[attr-defined]  # from JSON
        e.text for e in tree(page).xpath("//summary")
    ]
    assert questions[0]["@id"].endswith("/why-water/#first")  # type: ignore[index]  # from JSON
    assert questions[0]["acceptedAnswer"]["text"] == "Short."  # type: ignore[index]  # from JSON


def test_a_topics_page_is_about_the_topic(site: Pages) -> None:
    """Its name, description and name in the other language are those of the page."""
    page = site["ar/topics/sur.md"]
    about = graph(page)["about"]
    assert about["name"] == text(page, "//h1")  # type: ignore[index]  # from JSON
    assert about["alternateName"] == [text(page, "//p[@class='sh-other-name']")]  # type: ignore[index]  # from JSON
    assert about["description"] == text(page, "//p[@id='description']")  # type: ignore[index]  # from JSON


def test_nothing_in_the_data_can_end_its_element(index: SiteIndex) -> None:
    """A title with markup in it stays text: no «<» leaves the generator."""
    hostile = "خبر </script><script>alert(1)</script>"
    page = with_article(index, {"title": hostile})[f"ar/articles/{PLANT}.md"]
    assert "<" not in str(split(page)[0]["jsonld"])
    assert graph(page)["headline"] == hostile


@pytest.mark.parametrize(
    ("change", "is_listed"),
    [
        ({}, True),
        ({"source_url": "https://paper.example/1"}, False),
        ({"source_url": "https://paper.example/1", "own_text": True}, True),
        ({"source_url": "https://paper.example/1", "rights": Rights.SUMMARY}, True),
        ({"source_url": "https://paper.example/1", "rights": Rights.EXCERPT}, True),
    ],
)
def test_only_a_republished_text_is_kept_out_of_search_engines(
    change: dict[str, object], is_listed: bool, index: SiteIndex
) -> None:
    """Its original should be found, not its copy; our own texts and summaries are listed."""
    front = split(with_article(index, change)[f"ar/articles/{PLANT}.md"])[0]
    assert front.get("robots") == (None if is_listed else "noindex, follow")
    english = split(with_article(index, change)[f"en/articles/{PLANT}.md"])[0]
    assert "robots" not in english


# ---------------------------------------------------------------- files at the root


def test_machines_find_the_sitemap_and_a_guide(site: Pages) -> None:
    """robots.txt names the sitemap; the addresses of llms.txt are pages and files of the site."""
    assert f"Sitemap: {SITE}sitemap.xml" in site["robots.txt"].text
    links = [
        part.split(")")[0].removeprefix(SITE) for part in site["llms.txt"].text.split("](")[1:]
    ]
    files = {p.removesuffix(".md").removesuffix("/index") + "/" for p in site} | site.keys()
    assert len(links) > 20
    assert set(links) <= files


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_open_in_spreadsheets(language: str, site: Pages) -> None:
    """A byte-order mark tells Excel the encoding; lines end as RFC 4180 has them."""
    table = site[f"assets/data/figures.{language}.csv"].text
    assert table.startswith("\ufeffvalue_low,")
    assert table.count("\n") == table.count("\r\n") == 4
