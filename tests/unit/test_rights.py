"""What may not be published appears nowhere: not on a page, not in a download."""

import re
from dataclasses import replace

import pytest

from generator.config import SiteSettings
from generator.link import link
from generator.model import Article, IsoDate, RenderedPage, Rights, SiteIndex, Span
from generator.render import render
from generator.rights import QUOTABLE_WORDS, publishable
from generator.text import paragraph_id
from tests.unit.render.conftest import (
    HARBOUR_TEXTS,
    PLANT,
    PLANT_TEXTS,
    REVIEWS,
    harbour_analysis,
    library,
    plant_analysis,
)

Pages = dict[str, RenderedPage]


def site(rights: Rights, lead: str | None = None) -> SiteIndex:
    """The site with other rights for the plant article."""

    def changed(article: Article) -> Article:
        new_lead = article.lead if lead is None else lead
        return replace(article, rights=rights, lead=new_lead) if article.slug == PLANT else article

    content = library()
    content = replace(content, articles=tuple(changed(article) for article in content.articles))
    return link(content, (harbour_analysis(), plant_analysis()), REVIEWS)


def rendered(index: SiteIndex) -> Pages:
    return {page.path: page for page in render(publishable(index), SiteSettings())}


def words(text: str) -> list[str]:
    """The words of a text, markup and punctuation left out."""
    bare = re.sub(r"<[^>]*>|\]\([^)]*\)|\{:[^}]*\}|&#\d+;", " ", text)
    return re.findall(r"\w+", bare)


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words that is one longer than may be quoted."""
    found = words(text)
    size = QUOTABLE_WORDS + 1
    return {tuple(found[i : i + size]) for i in range(len(found) - size + 1)}


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.SUMMARY, Rights.NONE])
def test_no_run_of_eight_words_of_a_withheld_text_is_published(rights: Rights) -> None:
    """The rule of the leak scanner, over every file that is written."""
    withheld = set().union(*(runs(text) for text in PLANT_TEXTS))
    for page in rendered(site(rights)).values():
        assert not runs(page.text) & withheld, page.path


def test_the_scan_finds_the_text_where_it_is_published() -> None:
    """The test above would see a leak: with full rights the runs are there."""
    shown = set().union(*(runs(page.text) for page in rendered(site(Rights.FULL)).values()))
    assert set().union(*(runs(text) for text in PLANT_TEXTS)) & shown


def test_a_sentence_that_an_index_left_too_long_is_still_withheld() -> None:
    """Render does not rely on the stage before it."""
    whole = link(library(), (harbour_analysis(), plant_analysis()), REVIEWS)
    articles = site(Rights.SUMMARY).library.articles
    index = replace(whole, library=replace(whole.library, articles=articles))
    withheld = set().union(*(runs(text) for text in PLANT_TEXTS))
    for page in rendered(index).values():
        assert not runs(page.text) & withheld, page.path


def test_a_lead_that_copies_the_text_is_withheld_with_it() -> None:
    """A lead of the editor's own stays, one taken from the body goes."""
    copied = rendered(site(Rights.SUMMARY, lead=PLANT_TEXTS[0]))
    assert "sh-deck" not in copied["ar/articles/plant.md"].text
    own = rendered(site(Rights.SUMMARY))
    assert "خلاصة المقال في جملة." in own["ar/articles/plant.md"].text


def test_a_withheld_article_keeps_its_credit_its_facts_and_places_for_evidence() -> None:
    """Values and paragraph numbers stand there; evidence still leads to the words it rests on."""
    page = rendered(site(Rights.SUMMARY))["ar/articles/plant.md"].text
    assert "النص الكامل غير منشور هنا" in page
    assert "الماء من البحر" in page
    assert "1.75 مليار دولار" in page
    words = ({"مايو 2024", "1.75 مليار دولار"}, {"2 مليار دولار"})
    for number, text in enumerate(PLANT_TEXTS, start=1):
        start = f'<li id="{paragraph_id(text)}" markdown="1">الفقرة {number}'
        (line,) = (line for line in page.splitlines() if line.startswith(start))
        assert words[number - 1] <= set(re.findall(r"<q [^>]*>([^<]*)</q>", line))


def test_an_editors_wording_that_copies_the_text_is_withheld_with_it() -> None:
    """A wording of facts.yml in eight words of the text goes; one in the editor's words stays."""
    index = site(Rights.SUMMARY)
    for wording, is_shown in ((PLANT_TEXTS[0], False), ("كلفة المحطة", True)):
        figures = tuple(replace(figure, wording_ar=wording) for figure in index.figures)
        page = rendered(replace(index, figures=figures))["ar/articles/plant.md"].text
        assert (wording in page) is is_shown


@pytest.mark.parametrize("through", ["link", "render"])
def test_an_article_without_rights_appears_nowhere(through: str) -> None:
    """No page, no title, no stub, no fact; evidence on it is called seen, not public."""
    index = site(Rights.NONE)
    if through == "render":
        # As if the stage before had not left it out.
        full = site(Rights.FULL)
        none = tuple(
            replace(a, rights=Rights.NONE) if a.slug == PLANT else a for a in full.library.articles
        )
        index = replace(full, library=replace(full.library, articles=none))
    pages = rendered(index)
    assert not any("plant" in path for path in pages)
    for page in pages.values():
        for trace in ("articles/plant", "محطة في صور", "A plant in Tyre", "1.75"):
            assert trace not in page.text, page.path
    assert "source seen, not public" in pages["en/explainers/why-water.md"].text
    assert "أكثر من عقدين" in pages["ar/figures.md"].text
    assert HARBOUR_TEXTS[0].split()[0] in pages["ar/topics/sur.md"].text


def test_spans_of_withheld_sentences_are_not_applied_to_other_text() -> None:
    """A sentence that is taken away takes its span with it."""
    index = site(Rights.SUMMARY)
    for entry in index.figures:
        assert entry.sentence == "" or Span(0, 0) != entry.span


def test_of_an_excerpt_exactly_its_words_are_published() -> None:
    """The chosen words stand at their paragraph, marked as a quotation; nothing else does."""
    words = " ".join(PLANT_TEXTS[0].split()[:10])
    index = site(Rights.EXCERPT)
    articles = tuple(
        replace(article, excerpts=(words,)) if article.slug == PLANT else article
        for article in index.library.articles
    )
    pages = rendered(replace(index, library=replace(index.library, articles=articles)))
    start = f'<li id="{paragraph_id(PLANT_TEXTS[0])}" markdown="1">'
    lines = pages["ar/articles/plant.md"].text.splitlines()
    assert f"«{words}»" in next(line for line in lines if line.startswith(start))
    withheld = set().union(*(runs(text) for text in PLANT_TEXTS)) - runs(words)
    for page in pages.values():
        assert not runs(page.text) & withheld, page.path


def test_of_an_article_that_was_taken_down_a_page_that_says_so_is_left() -> None:
    """Both addresses still answer, the log of corrections has the day, and nothing else is there."""
    index = site(Rights.FULL)
    articles = tuple(
        replace(article, takedown=IsoDate("2026-05-03")) if article.slug == PLANT else article
        for article in index.library.articles
    )
    pages = rendered(replace(index, library=replace(index.library, articles=articles)))
    arabic, english = (pages[f"{tag}/articles/plant.md"].text for tag in ("ar", "en"))
    assert "سُحب هذا المقال في 3 مايو 2026" in arabic and "محطة في صور" in arabic
    assert "taken down on 3 May 2026" in english
    assert all('robots: "noindex, follow"' in text for text in (arabic, english))
    assert 'id="changed-2026-05-03-plant"' in pages["ar/corrections.md"].text
    text = set().union(*(runs(text) for text in PLANT_TEXTS))
    named = {path for path, page in pages.items() if "articles/plant" in page.text}
    assert named == {
        f"{tag}/{name}.md" for tag in ("ar", "en") for name in ("articles/plant", "corrections")
    }
    for page in pages.values():
        assert not runs(page.text) & text, page.path
