"""Facts about the pictures in the pages: what they show, where marks lead, that text stays text."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from itertools import combinations, pairwise

import pytest
from lxml import etree, html

from generator.config import MonthNames, SiteSettings
from generator.model import (
    ARABIC,
    ENGLISH,
    IsoDate,
    LanguageTag,
    ParagraphId,
    Passage,
    Precision,
    RenderedPage,
    SiteDate,
    SiteIndex,
    SiteMention,
    Slug,
    Span,
    TopicId,
    TopicPage,
)
from generator.render import render
from generator.render.catalogue import load_catalogue
from generator.render.dates import DateWords
from generator.render.pictures.network import Node, Tie, network, network_picture
from generator.render.pictures.places import PlaceMark, places_picture
from generator.render.pictures.scales import Claim, scale
from generator.render.pictures.svg import element, number
from generator.render.pictures.timeline import timeline_picture
from generator.render.pictures.years import year_rows
from generator.text import iso_bounds
from tests.unit.render.test_pages import Pages, split, tree

PRECISIONS = {4: Precision.YEAR, 5: Precision.DECADE, 7: Precision.MONTH, 10: Precision.DAY}


def statement(iso: str) -> SiteDate:
    """A dated statement of an article."""
    first, last = iso_bounds(iso)
    passage = Passage(Slug("plant"), ParagraphId("p-00000001"))
    precision = Precision.RANGE if "/" in iso else PRECISIONS[len(iso)]
    return SiteDate(
        passage, "…", Span(0, 1), IsoDate(iso), precision, str(first), str(last), ()
    )  # fmt: skip


def timeline(*dates: str) -> list[tuple[SiteDate, str]]:
    """Statements in the order of the timeline with links to their entries."""
    entries = sorted((statement(iso) for iso in dates), key=lambda entry: (entry.first, entry.last))
    return [(entry, f"#t-{number}") for number, entry in enumerate(entries)]


def words(language: LanguageTag) -> DateWords:
    return DateWords(load_catalogue(language), MonthNames.COMMON)


def pictures(page: RenderedPage) -> list[html.HtmlElement]:
    return list(tree(page).xpath("//figure//*[local-name()='svg']"))


# ---------------------------------------------------------------- all of them


def test_every_picture_is_well_formed_xml(pages: Pages) -> None:
    """Each picture can be read by a strict parser, once Markdown has made its links."""
    seen = 0
    for page in pages.values():
        if page.path.endswith(".md") and "<svg" in page.text:
            for picture in pictures(page):
                etree.fromstring(etree.tostring(picture))
                seen += 1
    assert seen > 4


def test_pictures_carry_no_style_and_load_nothing(pages: Pages) -> None:
    """Colours come from the style sheet, so no inline style, image, script or font stands in one."""
    for page in pages.values():
        if page.path.endswith(".md"):
            for picture in pictures(page):
                drawn = etree.tostring(picture, encoding="unicode")
                assert not re.search(r"style=|<image|<script|<style|fill=|font-|letter-", drawn)


def test_every_link_in_a_picture_has_a_name(pages: Pages) -> None:
    """A mark says what it is to those who do not see it."""
    for page in pages.values():
        if page.path.endswith(".md"):
            for link in tree(page).xpath("//figure//a[@href]"):
                assert link.get("aria-label") or "".join(link.itertext()).strip()


@pytest.mark.parametrize("language", [ARABIC, ENGLISH])
def test_every_picture_says_how_to_read_it(pages: Pages, language: LanguageTag) -> None:
    """A caption stands below each picture."""
    for name in ("index", "timeline", "figures"):
        figures = tree(pages[f"{language}/{name}.md"]).xpath("//figure")
        assert figures
        assert all(figure.xpath("string(.//figcaption)").strip() for figure in figures)


def test_the_same_index_draws_the_same_pictures(index: SiteIndex) -> None:
    """Nothing in a picture depends on chance or on the order of a set."""
    first, second = (render(index, SiteSettings()) for _ in range(2))
    assert first == second


def test_attributes_and_text_are_escaped() -> None:
    """What a person wrote cannot leave its attribute."""
    assert '"' not in element("g", aria_label='a"b<c>')[16:-3]


def test_coordinates_are_short_and_never_minus_zero() -> None:
    """Two decimals are a hundredth of a pixel, and one number has one form."""
    assert [number(value) for value in (1.0, 0.126, -0.001, 120.5)] == ["1", "0.13", "0", "120.5"]


# ---------------------------------------------------------------- timeline


def test_each_mark_leads_to_its_entry_in_the_list(pages: Pages) -> None:
    """The list below is the text that says the same; every mark's anchor is an id in it."""
    page = tree(pages["ar/timeline.md"])
    links = page.xpath("//*[local-name()='svg']//a/@href")
    ids = set(page.xpath("//ol[@class='sh-timeline']/li/@id"))
    assert links
    assert {link.removeprefix("#") for link in links} <= ids


def test_the_preview_leads_to_the_timeline(pages: Pages) -> None:
    """Marks of the home page are ordinary links to the entries, which the site engine checks."""
    _, body = split(pages["en/index.md"])
    assert "](timeline.md#t-plant-" in body


def test_statements_of_one_date_are_one_mark_with_their_number() -> None:
    """A mark stands for a date, not for a sentence."""
    (row,) = year_rows(timeline("2024-05", "2024-05", "2024-06-19"))
    assert [(mark.iso, mark.count) for lane in row.lanes for mark in lane] == [
        ("2024-05", 2),
        ("2024-06-19", 1),
    ]


def test_a_bar_is_as_long_as_what_the_source_leaves_open() -> None:
    """A month fills its days of the year, a year all of them; a decade goes on beyond its row."""
    rows = year_rows(timeline("1980s", "2023", "2023-02"))
    decade = rows[0].lanes[0][0]
    year, month = rows[1].lanes[0][0], rows[1].lanes[1][0]
    assert (decade.start, decade.end, decade.goes_on) == (0, 1, True)
    assert (year.start, year.end, year.goes_on) == (0, 1, False)
    assert (month.start, month.end) == (31 / 365, 59 / 365)


def test_marks_of_one_lane_never_cover_each_other() -> None:
    """Days close together stand below each other, so that each can be met with a finger."""
    (row,) = year_rows(timeline("2023-09-11", "2023-09-13", "2023-09-15", "2023-01-01"))
    assert len(row.lanes) == 3


def test_a_crowded_year_counts_its_days_by_month() -> None:
    """With many days in a year the picture stays small and no statement is lost."""
    days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 28)]
    (row,) = year_rows(timeline("2024", *days, "2024-03/2024-05"))
    assert len(row.lanes) <= 3
    assert sum(mark.count for lane in row.lanes for mark in lane) == 2 + len(days)


def test_time_runs_leftwards_on_arabic_pages() -> None:
    """January stands at the right in Arabic and at the left in English."""
    dates = timeline("2024-01")
    drawn = {}
    for language in (ARABIC, ENGLISH):
        picture = timeline_picture(words(language), dates)
        assert picture
        drawn[language] = float(re.findall(r'<rect x="([\d.]+)%" width', picture.svg)[0])
    assert drawn[ENGLISH] == 14
    assert drawn[ARABIC] > 70


def test_arabic_is_kept_as_text() -> None:
    """Month names are letters for the browser to shape, not outlines."""
    picture = timeline_picture(words(ARABIC), timeline("2024-01"))
    assert picture
    assert ">يناير</text>" in picture.svg
    assert timeline_picture(words(ARABIC), []) is None


# ---------------------------------------------------------------- figures


def test_conflicting_claims_stand_on_one_scale(pages: Pages) -> None:
    """Each claim is a line that leads to the claim with its source below."""
    page = tree(pages["ar/figures.md"])
    (conflict,) = page.xpath("//div[@class='sh-conflict']")
    links = conflict.xpath(".//a[@class='sh-scale__row']/@href")
    assert links == ["#c-1-1", "#c-1-2"]
    assert set(conflict.xpath("div[@class='sh-claim']/@id")) == {"c-1-1", "c-1-2"}


def test_a_larger_claim_stands_further_along(index: SiteIndex) -> None:
    """Numbers grow leftwards in Arabic, rightwards in English, from zero."""
    one, other = (index.figures[number] for number in index.conflicts[0].figures)
    for language, grows in ((ARABIC, False), (ENGLISH, True)):
        drawn = scale(load_catalogue(language), (Claim(one, "", "#a"), Claim(other, "", "#b")))
        places = [float(re.findall(r'<circle cx="([\d.]+)%', row.line)[0]) for row in drawn.rows]
        assert (places[0] < places[1]) == grows
        assert ">0</text>" in drawn.axis


def test_a_range_is_a_bar_between_its_ends(index: SiteIndex) -> None:
    """The bar begins at the lower value and ends at the upper one; the scale has room above it."""
    figure = replace(index.figures[0], low=Decimal(10), high=Decimal(100), unit="count")
    drawn = scale(load_catalogue(ENGLISH), (Claim(figure, "", "#a"),))
    assert '<rect x="6.67%" width="60%"' in drawn.rows[0].line
    assert ">150</text>" in drawn.axis


def test_what_a_source_leaves_open_is_drawn_open(index: SiteIndex) -> None:
    """«At least» and «at most» have a dashed line to their open side, «about» a hollow dot."""
    figure = replace(index.figures[0], low=Decimal(5), high=None)
    lines = {
        qualifier: scale(
            load_catalogue(ENGLISH), (Claim(replace(figure, qualifier=qualifier), "", "#a"),)
        )
        .rows[0]
        .line
        for qualifier in ("at_least", "at_most", "about", None)
    }
    assert 'x2="100%" y1="12" y2="12" class="sh-scale__open"' in lines["at_least"]
    assert 'x1="0%"' in lines["at_most"]
    assert "sh-scale__dot--loose" in lines["about"]
    assert "open" not in lines[None]
    assert "loose" not in lines[None]


def test_a_scale_below_zero_reaches_down_to_it(index: SiteIndex) -> None:
    """A temperature below zero has its place, and zero stays on the scale."""
    figure = replace(index.figures[0], low=Decimal(-7), high=None, unit="celsius")
    drawn = scale(load_catalogue(ENGLISH), (Claim(figure, "", "#a"),))
    assert "-8</text>" in drawn.axis
    assert ">0</text>" in drawn.axis


# ---------------------------------------------------------------- topics


def test_the_network_has_a_table_that_says_the_same(pages: Pages) -> None:
    """Both names and the number of shared paragraphs stand in a table, each name a link."""
    section = tree(pages["en/topics/index.md"]).get_element_by_id("network")
    rows = section.xpath(".//tbody/tr")
    assert [" ".join(row.text_content().split()) for row in rows] == [
        "Coast Paper Tyre 1 paragraph"
    ]
    named = set(section.xpath(".//*[local-name()='svg']//a/@href"))
    assert named == {"coast-paper.md", "sur.md"} == set(section.xpath(".//tbody//a/@href"))


def test_only_the_strongest_ties_are_drawn() -> None:
    """Of many topics that all share something, each keeps a few ties, the strongest first."""
    names = [TopicId(f"topic-{number:02}") for number in range(30)]
    mentions = {name: [passage(number) for number in range(5)] for name in names}
    mentions[names[3]] += [passage(9), passage(10)]
    mentions[names[7]] += [passage(9), passage(10)]
    shown = network(topic_page(name, mentions[name]) for name in names)
    assert len(shown.topics) <= 18
    assert shown.ties[0] == Tie(names[3], names[7], 7)
    assert len(shown.ties) <= 2 * len(shown.topics)


def test_topics_that_share_much_stand_side_by_side() -> None:
    """The order keeps two groups apart, whatever their names are."""
    groups = (("a", "c", "e"), ("b", "d", "f"))
    pages = [
        topic_page(TopicId(name), [passage(10 * place + number) for number in range(3)])
        for place, group in enumerate(groups)
        for name in group
    ]
    order = "".join(network(pages).topics)
    assert {frozenset(order[:3]), frozenset(order[3:])} == {frozenset(group) for group in groups}
    assert network(reversed(pages)) == network(pages)


def test_a_title_is_no_shared_paragraph() -> None:
    """That a headline names two topics is no passage of the text."""
    title = Passage(Slug("plant"), ParagraphId("title"))
    shown = network(topic_page(TopicId(name), [title]) for name in "ab")
    assert shown.ties == ()
    assert network_picture(load_catalogue(ENGLISH), shown, {}) is None


def test_a_long_name_is_cut_in_the_picture_and_whole_in_its_label() -> None:
    """On a phone the names stand beside the arcs; those who hear them hear all of it."""
    name = "وكالة الأنباء المركزية الكورية الشمالية"
    pages = [topic_page(TopicId(topic), [passage(1)]) for topic in "ab"]
    nodes = {TopicId("a"): Node(name, "a.md"), TopicId("b"): Node("ب" * 30, "b.md")}
    drawn = network_picture(load_catalogue(ARABIC), network(pages), nodes)
    assert drawn
    assert ">وكالة الأنباء…</text>" in drawn.svg
    assert f'aria-label="{name}: فقرة واحدة"' in drawn.svg
    assert ">" + "ب" * 20 + "…<" in drawn.svg


def test_places_are_numbered_as_in_the_list(index: SiteIndex) -> None:
    """Each mark leads to the page of the place that has its number in the list."""
    page = tree(with_places(index)["ar/topics/index.md"])
    section = page.get_element_by_id("places")
    marks = section.xpath(".//*[local-name()='svg']//a")
    assert [mark.get("aria-label") for mark in marks] == ["1. صور"]
    assert [mark.get("href") for mark in marks] == section.xpath(".//ol//a/@href") == ["sur.md"]


def test_a_site_without_coordinates_has_no_map(pages: Pages) -> None:
    """The section is left out where no topic has a place."""
    assert 'id="places"' not in pages["ar/topics/index.md"].text


def test_a_map_is_not_mirrored() -> None:
    """West stands at the left in both languages."""
    marks = (PlaceMark("أ", "a.md", 33.3, 35.2), PlaceMark("ب", "b.md", 35.7, 139.7))
    drawn = [places_picture(load_catalogue(language), marks) for language in (ARABIC, ENGLISH)]
    places = [re.findall(r'<circle cx="([\d.]+)%"', picture.svg) for picture in drawn if picture]
    assert places[0] == places[1]
    assert float(places[0][0]) < float(places[0][1])


def test_marks_of_near_places_do_not_cover_each_other() -> None:
    """Four places in one town are moved apart, each joined to its point by a line."""
    marks = [PlaceMark(str(n), "a.md", 33.3, 35.2) for n in range(4)]
    marks.append(PlaceMark("far", "a.md", -30.0, 140.0))
    drawn = places_picture(load_catalogue(ENGLISH), marks)
    assert drawn
    found = re.findall(r'<circle cx="([\d.]+)%" cy="([\d.]+)%" r="0.75rem"', drawn.svg)
    places = [(float(x) * 2.88, float(y) * 1.62) for x, y in found]
    distances = [((a - c) ** 2 + (b - d) ** 2) ** 0.5 for (a, b), (c, d) in combinations(places, 2)]
    assert len(places) == 5
    assert min(distances) > 22
    assert drawn.svg.count("sh-map__line") >= 3


def test_the_land_has_no_line_across_the_map() -> None:
    """A coast that crosses the 180th meridian goes on beyond it instead of around the world."""
    data = json.loads(
        (files("generator.render.pictures") / "outlines.json").read_text(encoding="utf-8")
    )
    assert "Natural Earth" in data["source"]
    for line in (*data["land"], *data["borders"]):
        assert all(abs(a[0] - b[0]) < 60 for a, b in pairwise(line))


def passage(number: int) -> Passage:
    return Passage(Slug("plant"), ParagraphId(f"p-{number:08}"))


def topic_page(topic: TopicId, passages: list[Passage]) -> TopicPage:
    """A topic that the passages name."""
    mentions = tuple(SiteMention(topic, place, "…", Span(0, 1)) for place in passages)
    return TopicPage(topic, mentions, (), (), ())


def with_places(index: SiteIndex) -> Pages:
    """The site with a place on the map."""
    topics = tuple(
        replace(topic, coordinates=(33.27, 35.2)) if topic.id == "sur" else topic
        for topic in index.library.topics
    )
    found = render(replace(index, library=replace(index.library, topics=topics)), SiteSettings())
    return {page.path: page for page in found}
