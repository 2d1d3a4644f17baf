"""Facts about entries of lists: figures of one sentence, statements of one sentence, speakers."""

from dataclasses import replace
from decimal import Decimal

from generator.config import SiteSettings
from generator.model import RenderedPage, SiteFigure, SiteIndex
from generator.render import render
from tests.unit.render.conftest import PAPER, PLANT_TEXTS, span
from tests.unit.render.test_pages import tree

TEXT = PLANT_TEXTS[0]


def rendered(index: SiteIndex) -> dict[str, RenderedPage]:
    return {page.path: page for page in render(index, SiteSettings())}


def with_figures(index: SiteIndex, *figures: SiteFigure) -> SiteIndex:
    return replace(index, figures=figures, conflicts=(), topic_pages=())


def beside(figure: SiteFigure, surface: str, low: str) -> SiteFigure:
    """Another figure of the same sentence."""
    return replace(
        figure, span=span(TEXT, surface), surface=surface, low=Decimal(low), unit="count"
    )


def test_figures_of_one_sentence_stand_above_it_once(index: SiteIndex) -> None:
    """Two values, one speaker, one sentence with both marked, one link that names both."""
    one = index.figures[1]
    assert one.sentence in TEXT
    page = tree(rendered(with_figures(index, one, beside(one, "2024", "7")))["ar/figures.md"])
    (entry,) = page.xpath("//div[@class='sh-figure']")
    values = entry.xpath(".//p[@class='sh-value']/text()")
    assert values == ["1.75 مليار دولار", "7"]
    assert entry.xpath(".//p[@class='sh-who']/text()") == ["المصدر: البلدية"]
    assert entry.xpath(".//p[@class='sh-sentence']//mark/text()") == ["2024", "1.75 مليار دولار"]
    assert entry.xpath(".//a/@data-words") == ["1.75 مليار دولار … 2024"]


def test_each_figure_of_a_sentence_names_its_own_speaker(index: SiteIndex) -> None:
    """Where the sentence gives them to several, each value stands with who gives it."""
    one = index.figures[1]
    two = replace(beside(one, "2024", "7"), speaker="صحيفة الساحل", speaker_topic=PAPER)
    page = tree(rendered(with_figures(index, one, two))["en/figures.md"])
    amounts = page.xpath("//div[@class='sh-figure']/div[@class='sh-amount']")
    who = [amount.xpath("string(p[@class='sh-who'])") for amount in amounts]
    assert who == ["Source: البلدية", "Source: Coast Paper"]


def test_figures_that_read_the_same_are_shown_once(index: SiteIndex) -> None:
    """«75 عامًا … و75 عامًا»: one value, and the second one's address still leads to it."""
    one = index.figures[1]
    page = tree(rendered(with_figures(index, one, one))["ar/figures.md"])
    (amount,) = page.xpath("//div[@class='sh-amount']")
    (first,) = page.xpath("//div[@class='sh-figure']/@id")
    assert amount.xpath(".//span/@id") == [f"{first}-2"]


def test_an_editors_words_need_no_counted_noun(index: SiteIndex) -> None:
    """The wording says what is counted; the bare value has the noun below it."""
    worded = replace(index.figures[1], wording_en="$1.75 billion for the plant")
    page = tree(rendered(with_figures(index, worded))["en/figures.md"])
    assert not page.xpath("//p[@class='sh-counted']")
    assert page.xpath("//p[@class='sh-value sh-value--worded']")
    page = tree(rendered(with_figures(index, worded))["ar/figures.md"])
    assert page.xpath("//p[@class='sh-counted']/text()") == ["كلفة المحطة"]


def test_a_range_alone_has_no_scale(index: SiteIndex) -> None:
    """One bar compares with nothing; two of one thing are drawn."""
    one = replace(index.figures[1], high=Decimal(2_000_000_000))
    assert not tree(rendered(with_figures(index, one))["en/figures.md"]).xpath("//*[@id='ranges']")
    page = tree(rendered(with_figures(index, one, one))["en/figures.md"])
    assert len(page.xpath("//section[@id='ranges']//li")) == 2


def test_what_a_sentence_reports_twice_is_one_statement(index: SiteIndex) -> None:
    """«قال …، وأضاف …»: one entry with both phrases marked, counted once, with its carrier."""
    one = replace(index.attributions[0], sentence=TEXT, span=span(TEXT, "بحسب البلدية"))
    two = replace(one, span=span(TEXT, "وتقول البلدية"), via="صحيفة الساحل", via_topic=PAPER)
    page = tree(rendered(replace(index, attributions=(one, two)))["en/voices.md"])
    (entry,) = page.xpath("//ul[@class='sh-mentions']/li")
    assert len(entry.xpath(".//mark")) == 2
    assert "Carried by: Coast Paper" in entry.xpath("string(.)")
    assert page.xpath("//*[@id='count']/text()") == ["1 statement"]


def test_a_statement_is_shown_in_the_editors_words_too(index: SiteIndex) -> None:
    """The English wording stands above the Arabic sentence, which stays."""
    said = replace(index.attributions[0], wording_en="The town says that it needs more.")
    page = tree(rendered(replace(index, attributions=(said,)))["en/voices.md"])
    (entry,) = page.xpath("//ul[@class='sh-mentions']/li")
    assert entry.xpath("p[@class='sh-wording']/text()") == ["The town says that it needs more."]
    assert entry.xpath("p[@class='sh-sentence']/q[@lang='ar']")


def test_speakers_stand_by_kind(index: SiteIndex) -> None:
    """Those with a page first, outlets apart from them, then those who have only a description."""
    page = tree(rendered(index)["en/voices.md"])
    titles = page.xpath("//nav//p[@class='sh-contents__title']/text()")
    assert titles == ["Outlets", "Other sources"]
    names = page.xpath("//section[@class='sh-section sh-voice']/h2/@id")
    assert names[0] == "v-coast-paper"
