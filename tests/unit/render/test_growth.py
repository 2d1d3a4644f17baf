"""Facts about pages of large sites: they stay short, and nothing is lost between them."""

from dataclasses import replace
from decimal import Decimal

from generator.config import SiteSettings
from generator.model import (
    LANGUAGES,
    Article,
    Counted,
    IsoDate,
    Passage,
    Precision,
    RenderedPage,
    SiteAttribution,
    SiteDate,
    SiteIndex,
    SiteMention,
    Slug,
    Span,
    TopicId,
)
from generator.render import render
from generator.text import iso_bounds, paragraph_id
from tests.unit.render.conftest import HARBOUR, PAPER, PLANT, PLANT_TEXTS, SUR, article
from tests.unit.render.test_pages import split, tree

FIRST = paragraph_id(PLANT_TEXTS[0])
Pages = dict[str, RenderedPage]


def rendered(index: SiteIndex) -> Pages:
    return {page.path: page for page in render(index, SiteSettings())}


def statement(number: int, speaker: str, topic: TopicId | None = None) -> SiteAttribution:
    sentence = f"قال {speaker} قولًا رقمه {number}."
    return SiteAttribution(Passage(PLANT, FIRST), sentence, Span(0, 3), speaker, topic, None, None)


def with_statements(index: SiteIndex, *statements: SiteAttribution) -> SiteIndex:
    return replace(index, attributions=statements)


def many_statements(index: SiteIndex) -> SiteIndex:
    """200 statements: of an outlet, of a frequent speaker, and of many who say one thing."""
    frequent = [statement(n, "صحيفة الساحل", PAPER) for n in range(90)]
    named = [statement(n, "العمدة") for n in range(90, 170)]
    rare = [statement(n, f"{'بتث'[n % 3]}احث {n}") for n in range(170, 200)]
    return with_statements(index, *frequent, *named, *rare)


def said(pages: Pages, language: str) -> dict[str, list[str]]:
    """The ids of the statements of a language's pages by page."""
    found = {}
    for path, page in pages.items():
        if path.startswith(f"{language}/voices") and path.endswith(".md"):
            found[path] = tree(page).xpath("//ul[@class='sh-mentions']/li/@id")
    return found


def test_few_statements_stand_on_one_page(index: SiteIndex) -> None:
    """Up to 150 there is no page of a single speaker."""
    few = with_statements(index, *(statement(n, f"قائل {n % 7}") for n in range(150)))
    found = said(rendered(few), "ar")
    assert list(found) == ["ar/voices.md"]
    assert len(found["ar/voices.md"]) == 150


def test_many_statements_are_parted_by_speaker_and_by_letter(index: SiteIndex) -> None:
    """Who says much has a page; who says little is found under a letter; nothing is lost or twice."""
    pages = rendered(many_statements(index))
    for language in LANGUAGES:
        found = said(pages, language)
        assert found.pop(f"{language}/voices.md") == []
        assert len(found[f"{language}/voices/coast-paper.md"]) == 90
        assert sorted(len(ids) for ids in found.values()) == [10, 10, 10, 80, 90]
        ids = [name for listed in found.values() for name in listed]
        assert len(ids) == len(set(ids)) == 200
    links = tree(pages["ar/voices.md"]).xpath("//ul[@class='sh-topic-list']/li/a/@href")
    assert sorted(f"ar/{link}" for link in links) == sorted(
        said(pages, "ar").keys() - {"ar/voices.md"}
    )


def test_pages_of_speakers_mirror_each_other(index: SiteIndex) -> None:
    """The same pages stand in both languages, each naming the other."""
    pages = rendered(many_statements(index))
    arabic = [path for path in pages if path.startswith("ar/voices/")]
    assert [path.replace("ar/", "en/", 1) in pages for path in arabic] == [True] * 5
    front, _ = split(pages["en/voices/coast-paper.md"])
    assert front["title"] == "Statements by Coast Paper"
    assert [pair["path"] for pair in front["alternates"]] == [  # type: ignore[attr-defined]  # from YAML
        "ar/voices/coast-paper/",
        "en/voices/coast-paper/",
    ]


def mentions(slug: Slug, number: int) -> tuple[SiteMention, ...]:
    place = Passage(slug, FIRST)
    return tuple(SiteMention(SUR, place, f"صور مرة {n}.", Span(0, 3)) for n in range(number))


def with_mentions(index: SiteIndex, found: tuple[SiteMention, ...]) -> SiteIndex:
    pages = tuple(
        replace(page, mentions=found) if page.topic == SUR else page for page in index.topic_pages
    )
    return replace(index, topic_pages=pages)


def test_a_topic_page_quotes_some_sentences_and_leads_to_the_others(index: SiteIndex) -> None:
    """Nine mentions: six are quoted, and a link leads to the paragraph of the seventh."""
    page = tree(rendered(with_mentions(index, mentions(PLANT, 9)))["en/topics/sur.md"])
    assert len(page.xpath("//ul[@class='sh-mentions']/li")) == 6
    more = page.xpath("//p[@class='sh-more']/a")[0]
    assert more.text == "More in the article (3 mentions)"
    assert more.get("href") == f"../../ar/articles/plant.md#{FIRST}"


def test_a_topic_that_all_articles_name_has_a_page_that_can_be_read(index: SiteIndex) -> None:
    """Of 250 articles 200 are quoted, each once, and the others listed; all are there."""
    extra = tuple(_numbered(n) for n in range(250))
    library = replace(index.library, articles=(*index.library.articles, *extra))
    found = tuple(mention for entry in extra for mention in mentions(entry.slug, 3))
    page = tree(rendered(with_mentions(replace(index, library=library), found))["ar/topics/sur.md"])
    assert len(page.xpath("//ul[@class='sh-mentions']/li")) == 200
    assert len(page.xpath("//section[@id='older']//li")) == 50


def _numbered(number: int) -> Article:
    return article(Slug(f"{HARBOUR}-{number}"), f"خبر {number}", PLANT_TEXTS, None)


# ---------------------------------------------------------------- timeline and figures


def happened(number: int, iso: str, precision: Precision) -> SiteDate:
    first, last = (day.isoformat() for day in iso_bounds(IsoDate(iso)))
    sentence = f"وقع الحدث {number}."
    place = Passage(PLANT, FIRST)
    return SiteDate(place, sentence, Span(0, 3), IsoDate(iso), precision, first, last, ())


def test_a_long_timeline_has_a_page_for_each_year_and_for_each_month_of_a_full_one(
    index: SiteIndex,
) -> None:
    """What a source gives by the year alone stands with the year, never in its January."""
    full = [happened(n, f"2023-{n % 12 + 1:02}", Precision.MONTH) for n in range(360)]
    year = [happened(n, "2023", Precision.YEAR) for n in range(360, 365)]
    other = [happened(n, "2024-05", Precision.MONTH) for n in range(365, 370)]
    dates = sorted((*full, *year, *other), key=lambda date: (date.first, date.last))
    pages = rendered(replace(index, timeline=tuple(dates), topic_pages=()))
    sizes = {
        path: len(tree(page).xpath("//ol[@class='sh-timeline']/li"))
        for path, page in pages.items()
        if path.startswith("ar/timeline")
    }
    assert sizes["ar/timeline.md"] == 0
    assert (sizes["ar/timeline/2023.md"], sizes["ar/timeline/2024.md"]) == (5, 5)
    assert sizes["ar/timeline/2023-01.md"] == 30
    assert sum(sizes.values()) == 370
    assert len(tree(pages["ar/timeline.md"]).xpath("//section[@id='parts']//li")) == 14


def test_a_part_of_the_timeline_shows_its_year_as_a_picture(index: SiteIndex) -> None:
    """Every mark leads to an entry, on the page itself or on that of another month."""
    days = [f"2023-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(301)]
    found = [happened(n, day, Precision.DAY) for n, day in enumerate(sorted(days))]
    pages = rendered(replace(index, timeline=tuple(found), topic_pages=()))
    marks = tree(pages["ar/timeline/2023-03.md"]).xpath("//figure//svg//a/@href")
    assert len(marks) >= 12
    for mark in marks:
        path, anchor = str(mark).split("#")
        page = f"ar/timeline/{path}" if path else "ar/timeline/2023-03.md"
        assert tree(pages[page]).xpath(f"//li[@id='{anchor}']")


def test_the_home_page_leads_to_where_a_date_stands(index: SiteIndex) -> None:
    """Its preview finds the entry on the page of its year."""
    dates = tuple(happened(n, f"{1700 + n}", Precision.YEAR) for n in range(301))
    pages = rendered(replace(index, timeline=dates, topic_pages=()))
    for link in tree(pages["en/index.md"]).xpath("//section[@id='timeline']//li//a/@href"):
        path, anchor = str(link).split("#")
        assert tree(pages[f"en/{path}"]).xpath(f"//li[@id='{anchor}']")


def test_many_figures_are_parted_by_article(index: SiteIndex) -> None:
    """Conflicts stay on the page of figures; each figure stands once, on its article's page."""
    last = index.figures[-1]
    more = (replace(last, low=Decimal(n), sentence=f"{last.sentence} {n}.") for n in range(200))
    figures = (*index.figures, *more)
    pages = rendered(replace(index, figures=figures))
    whole = tree(pages["en/figures.md"])
    assert whole.xpath("//div[@class='sh-conflict']")
    assert not whole.xpath("//div[@class='sh-figure']")
    count = {
        slug: len(tree(pages[f"en/figures/{slug}.md"]).xpath("//div[@class='sh-figure']"))
        for slug in (HARBOUR, PLANT)
    }
    assert sum(count.values()) == len(figures)
    rows = pages["assets/data/figures.en.csv"].text.count("\r\n") - 1
    assert rows == len(figures)


def test_key_figures_stand_in_different_paragraphs(index: SiteIndex) -> None:
    """The home page shows one figure of a paragraph, and those that an answer rests on come first."""
    cited, other = (
        next(figure for figure in index.figures if figure.passage.block == paragraph_id(text))
        for text in PLANT_TEXTS
    )
    known = replace(other, speaker="البلدية", counted=Counted("كلفة", "cost"))
    crowded = replace(index, figures=(known, *(cited for _ in range(5))), conflicts=())
    links = tree(rendered(crowded)["en/index.md"]).xpath(
        "//section[@id='figures']//p[@class='sh-where']/a/@href"
    )
    assert [str(link).split("#")[1] for link in links] == [paragraph_id(t) for t in PLANT_TEXTS]


def test_many_topics_are_folded(index: SiteIndex) -> None:
    """An article with more than 18 topics shows 14 of them; the others open below, none is lost."""
    page = next(page for page in index.topic_pages if page.topic == SUR)
    topic = next(topic for topic in index.library.topics if topic.id == SUR)
    names = tuple(TopicId(f"quay-{n:02}") for n in range(30))
    library = replace(
        index.library,
        topics=(*index.library.topics, *(replace(topic, id=name) for name in names)),
    )
    pages = tuple(replace(page, topic=name) for name in names)
    wide = replace(index, library=library, topic_pages=pages)
    aside = tree(rendered(wide)["ar/articles/plant.md"]).xpath("//aside")[0]
    assert len(aside.xpath(".//p[@class='sh-tags']/a")) == 30
    assert len(aside.xpath(".//details/p/a")) == 16
