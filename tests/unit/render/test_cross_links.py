"""Facts about links between pages: topics in editors' texts, what a topic says, published, disputes."""

from dataclasses import replace

from generator.config import SiteSettings
from generator.model import (
    BlockKind,
    EvidencedBlock,
    IsoDate,
    Library,
    RenderedPage,
    Sentence,
    SiteIndex,
    Stub,
)
from generator.render import render
from tests.unit.render.conftest import HERE, PAPER, PLANT, SUR, evidence
from tests.unit.render.test_pages import tree

Pages = dict[str, RenderedPage]


def rendered(index: SiteIndex) -> Pages:
    return {page.path: page for page in render(index, SiteSettings())}


def with_stub(index: SiteIndex, *blocks: EvidencedBlock) -> SiteIndex:
    stub: Stub = replace(index.library.stubs[0], blocks=blocks)
    library: Library = replace(index.library, stubs=(stub,))
    return replace(index, library=library)


def block(kind: BlockKind, *sentences: Sentence) -> EvidencedBlock:
    return EvidencedBlock(kind, sentences, HERE, f"s-{len(sentences)}", 2)


def test_a_summary_links_the_first_name_of_each_topic(index: SiteIndex) -> None:
    """Once on the page, not in a heading, and only where the paragraphs behind it name the topic."""
    site = with_stub(
        index,
        block(BlockKind.HEADING, Sentence("Tyre")),
        block(
            BlockKind.PARAGRAPH,
            Sentence("Tyre and the Coast Paper.", evidence(PLANT, 0)),
            Sentence("In Tyre, says Coast Paper.", evidence(PLANT, 1)),
        ),
    )
    page = tree(rendered(site)["en/articles/plant.md"])
    links = page.xpath("//div[@class='sh-text']//a[@class='sh-topic']")
    assert [link.text for link in links] == ["Tyre", "Coast Paper"]
    (paragraph,) = {link.getparent() for link in links}
    assert paragraph.xpath("string(.)").startswith(
        "Tyre and the Coast Paper. 1 In Tyre, says Coast"
    )


def test_an_answer_links_the_topics_that_its_evidence_names(index: SiteIndex) -> None:
    """In both languages, each topic once on the page; the lead stays as it is."""
    explainers = tuple(
        replace(
            one,
            cards=tuple(
                replace(card, answer=(block(BlockKind.PARAGRAPH, Sentence(said, evidence())),))
                for card, said in zip(one.cards, (text, f"({text})"), strict=True)
            ),
        )
        for one, text in zip(
            index.library.explainers, ("تعطش صور.", "Tyre is thirsty."), strict=True
        )
    )
    site = replace(index, library=replace(index.library, explainers=explainers))
    for language, name in (("ar", "صور"), ("en", "Tyre")):
        page = tree(rendered(site)[f"{language}/explainers/why-water.md"])
        assert page.xpath("//a[@class='sh-topic']/text()")[:1] == [name]
        assert len(page.xpath("//section[@id='answers']//a[@class='sh-topic']")) == 1
        assert not page.xpath("//*[@id='lead']//a[@class='sh-topic']")


def test_a_topic_leads_to_what_it_says(pages: Pages) -> None:
    """With the number of statements; a topic that says nothing has no such row."""
    (link,) = tree(pages["en/topics/coast-paper.md"]).xpath("//*[@id='factbox']//dd/a")
    assert (link.text, link.get("href")) == ("1 statement", "../voices.md#v-coast-paper")
    assert not tree(pages["en/topics/sur.md"]).xpath("//*[@id='factbox']//dd/a")


def test_a_publisher_leads_to_what_it_published(pages: Pages, index: SiteIndex) -> None:
    """The article whose original it published, with what is inferred said to be so."""
    (row,) = tree(pages["en/topics/coast-paper.md"]).xpath("//section[@id='published']//li")
    assert row.xpath("string(.)") == "A plant in Tyre June 2024 (inferred) · publisher inferred"
    topics = tuple(page for page in index.topic_pages if page.topic != PAPER)
    entries = tree(rendered(replace(index, topic_pages=topics))["en/topics/index.md"])
    counts = entries.xpath("//h2[@id='type-outlet']/following-sibling::ul//span/text()")
    assert counts == ["publisher of 1 article"]


def test_a_topic_leads_to_the_figures_that_disagree_about_it(pages: Pages) -> None:
    """Each claim with its speaker, and the way to them side by side."""
    (row,) = tree(pages["en/topics/sur.md"]).xpath("//section[@id='conflicts']//li")
    assert row.xpath("a/@href") == ["../figures.md#c-1-title"]
    claims = row.xpath("span/text()")
    assert claims[1] == "about 2 billion US dollars · Coast Paper"


def test_where_no_publisher_is_known_that_is_said_once(index: SiteIndex) -> None:
    """Not «of 2 of them» where there are only two."""
    articles = tuple(replace(a, based_on=None, publisher=None) for a in index.library.articles)
    site = replace(index, library=replace(index.library, articles=articles))
    page = tree(rendered(site)["ar/topics/sur.md"])
    assert "الناشرون غير معروفين." in page.xpath("string(//*[@id='factbox'])")


def test_where_no_date_is_known_that_is_said_once(index: SiteIndex) -> None:
    """Not «of 1 article» where there is only one."""
    nowhere = replace(index.library.articles[0], published=None, based_on=None)
    articles = (nowhere, *index.library.articles[1:])
    site = replace(index, library=replace(index.library, articles=articles))
    text = tree(rendered(site)["en/topics/sur.md"]).xpath("string(//*[@id='factbox'])")
    assert "The date of 1 article is not known." in text
    pages = tuple(
        replace(p, mentions=tuple(m for m in p.mentions if m.passage.article == nowhere.slug))
        for p in index.topic_pages
        if p.topic == SUR
    )
    text = tree(rendered(replace(site, topic_pages=pages))["en/topics/sur.md"]).xpath("string(.)")
    assert "No date is known." in text
    assert IsoDate("2026-11-22") not in text


def test_an_outlet_leads_to_the_paragraphs_that_cite_it(pages: Pages) -> None:
    """Under the number of each paragraph, beside the article."""
    (row,) = tree(pages["en/sources.md"]).xpath("//*[@id='outlet-coast-paper']/ul/li")
    (mark,) = row.xpath("a[@class='sh-ev']")
    assert mark.text == "2"
    assert mark.get("aria-label") == "Paragraph 2 of the Arabic article: A plant in Tyre"


def test_a_mention_says_in_english_what_its_sentence_reports(index: SiteIndex) -> None:
    """Where an editor has worded the statement: who says what, above the Arabic sentence."""
    said = tuple(
        replace(one, wording_en="The cost was higher.") if one.speaker_topic == PAPER else one
        for one in index.attributions
    )
    page = tree(rendered(replace(index, attributions=said))["en/topics/coast-paper.md"])
    (mention,) = page.xpath("//ul[@class='sh-mentions']/li")
    assert mention.xpath("span[@class='sh-said']/text()") == ["Coast Paper: The cost was higher."]
    assert mention.xpath("q[@lang='ar']")
    arabic = tree(rendered(replace(index, attributions=said))["ar/topics/coast-paper.md"])
    assert not arabic.xpath("//span[@class='sh-said']")
