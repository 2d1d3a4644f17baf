"""The glossary, and how words to look up differ from the topics that articles are about."""

import json
from dataclasses import replace

import pytest

from generator.config import SiteSettings
from generator.link import link
from generator.model import Mention, RenderedPage, SiteIndex, Topic, TopicId, TopicName
from generator.render import render
from generator.text import paragraph_id
from tests.unit.render.conftest import (
    HARBOUR_TEXTS,
    HERE,
    PLANT,
    PLANT_TEXTS,
    REVIEWS,
    SUR,
    harbour_analysis,
    library,
    plant_analysis,
    span,
)
from tests.unit.render.test_pages import split, text, tree
from tests.unit.render.test_reach import graph

Pages = dict[str, RenderedPage]


def term(identifier: str, arabic: str, english: str) -> Topic:
    """A word to look up, with a definition in both languages."""
    names = TopicName(arabic, (), f"تعريف {arabic}."), TopicName(english, (), f"{english} defined.")
    return Topic(TopicId(identifier), "term", *names, HERE, glossary=True, subject=False)


TERMS = (
    term("budget", "الميزانية", "Budget"),
    term("decade", "العقد", "Decade"),
    term("desalination", "التحلية", "Desalination"),
)


@pytest.fixture
def linked() -> SiteIndex:
    """The site by hand with three words to look up, of which the articles use two."""
    whole = library()
    sur = replace(whole.topics[1], glossary=True)
    topics = (whole.topics[0], sur, *TERMS)
    plant, harbour = plant_analysis(), harbour_analysis()
    use = Mention(1, span(PLANT_TEXTS[0], "تحلية"), "تحلية", TopicId("desalination"))
    other = Mention(2, span(HARBOUR_TEXTS[0], "عقدين"), "عقدين", TopicId("decade"))
    analyses = (
        replace(harbour, mentions=(*harbour.mentions, other)),
        replace(plant, mentions=(*plant.mentions, use)),
    )
    return link(replace(whole, topics=topics), analyses, REVIEWS)


@pytest.fixture
def site(linked: SiteIndex) -> Pages:
    """The pages of it."""
    settings = SiteSettings(site_url="https://water.example/")
    return {page.path: page for page in render(linked, settings)}


def test_terms_stand_by_the_alphabet_of_each_language(site: Pages) -> None:
    """Arabic counts without «ال», English by its own letters; both names stand with each term."""
    names = "//div[contains(@class, 'sh-entry')]"
    assert [text_of(e, "h3") for e in tree(site["ar/glossary.md"]).xpath(names)] == [
        "التحلية",
        "صور",
        "العقد",
        "الميزانية",
    ]
    entries = tree(site["en/glossary.md"]).xpath(names)
    assert [(text_of(e, "h3"), text_of(e, "p")) for e in entries][:2] == [
        ("Budget", "الميزانية"),
        ("Decade", "العقد"),
    ]
    assert text(site["ar/glossary.md"], "//h2") == "ت ص ع م"


def text_of(element: object, tag: str) -> str:
    """The text of the first child with the tag."""
    return " ".join(element.find(tag).itertext()).strip()  # type: ignore[attr-defined]  # lxml


def test_a_term_has_its_definition_and_where_it_is_used(site: Pages) -> None:
    """The use leads to the first paragraph of the article; a term that nobody uses has none."""
    page = site["en/glossary.md"]
    entry = "//*[@id='term-desalination']"
    assert "Desalination defined." in text(page, entry)
    (use,) = tree(page).xpath(f"{entry}//li/a")
    assert use.get("href") == f"../ar/articles/{PLANT}.md#{paragraph_id(PLANT_TEXTS[0])}"
    assert use.text == "A plant in Tyre"
    assert not tree(page).xpath("//*[@id='term-budget']//li")


def test_the_glossary_is_found_from_topics_and_by_machines(site: Pages) -> None:
    """The index of topics and llms.txt lead to it, and it names its counterpart."""
    links = tree(site["ar/topics/index.md"]).xpath("//a/@href")
    assert "../glossary.md" in links
    assert "https://water.example/ar/glossary/" in site["llms.txt"].text
    head, _ = split(site["en/glossary.md"])
    assert [pair["path"] for pair in head["alternates"]] == ["ar/glossary/", "en/glossary/"]  # type: ignore[attr-defined, index]  # YAML


def test_machines_read_the_glossary_as_a_set_of_defined_terms(site: Pages) -> None:
    """Each term stands in it with its definition, and its own page says that it belongs there."""
    terms = graph(site["en/glossary.md"])
    assert terms["@type"] == "DefinedTermSet"
    assert [(t["@type"], t["name"]) for t in terms["hasDefinedTerm"]][:2] == [  # type: ignore[attr-defined]  # JSON
        ("DefinedTerm", "Tyre"),
        ("DefinedTerm", "Budget"),
    ]
    about = graph(site["ar/topics/decade.md"])["about"]
    assert about["@type"] == "DefinedTerm"  # type: ignore[index]  # JSON
    assert about["inDefinedTermSet"] == "https://water.example/ar/glossary/"  # type: ignore[index]  # JSON
    assert graph(site["ar/topics/sur.md"])["about"]["@type"] == "Place"  # type: ignore[index]  # JSON


def test_a_site_without_terms_has_an_empty_glossary(pages: Pages) -> None:
    """The footer's link leads somewhere, and the index of topics does not send anyone there."""
    assert "No terms yet." in text(pages["en/glossary.md"])
    assert "../glossary.md" not in tree(pages["en/topics/index.md"]).xpath("//a/@href")


def test_a_term_is_linked_in_the_text_and_marked_as_one(site: Pages) -> None:
    """Its link is drawn differently; so is that of a subject that the glossary defines."""
    links = tree(site[f"ar/articles/{PLANT}.md"]).xpath("//a[contains(@class, 'sh-term')]/@href")
    assert set(links) == {"../topics/desalination.md", "../topics/sur.md"}


def test_an_article_is_not_about_the_words_it_uses(linked: SiteIndex, site: Pages) -> None:
    """Words to look up are in no article's topics, network, related topics, downloads or feeds."""
    assert any(TopicId("desalination") in figure.topics for figure in linked.figures)
    rows = json.loads(site["assets/data/figures.en.json"].text)
    assert {row["topics"] for row in rows} >= {"Tyre"}
    assert not any("Desalination" in row["topics"] for row in rows)
    tags = "//*[contains(@class, 'sh-tags')]"
    assert text(site[f"ar/articles/{PLANT}.md"], tags) == "صور صحيفة الساحل"
    related = {page.topic: page.related for page in linked.topic_pages}
    assert related[TopicId("desalination")] == (SUR,)
    assert TopicId("desalination") not in related[SUR]
    assert "ar/topics/sur/atom.xml" in site
    assert "ar/topics/desalination/atom.xml" not in site
    assert "التحلية" not in text(site["ar/index.md"])
