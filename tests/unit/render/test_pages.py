"""What the pages say, as readers get them: rendered by the real Python-Markdown."""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace

import markdown as python_markdown
import pytest
import yaml
from lxml import html

from generator.config import SiteSettings
from generator.model import (
    ARABIC,
    Analysis,
    EditorPage,
    Evidence,
    Library,
    PageName,
    RenderedPage,
    ReviewState,
    Rights,
    Sentence,
    SiteIndex,
    Slug,
    Speaker,
)
from generator.render import render
from generator.render.paths import address
from generator.text import paragraph_id
from tests.unit.render.conftest import HARBOUR_TEXTS, HERE, PLANT, PLANT_TEXTS, SUR, block

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
Pages = dict[str, RenderedPage]
FIRST, SECOND = (paragraph_id(text) for text in PLANT_TEXTS)


def split(page: RenderedPage) -> tuple[dict[str, object], str]:
    """Front matter and Markdown of a page."""
    _, front, body = page.text.split("---\n", 2)
    return yaml.safe_load(front), body


def tree(page: RenderedPage) -> html.HtmlElement:
    """The elements of a page."""
    return html.fromstring(
        "<main>" + python_markdown.markdown(split(page)[1], extensions=EXTENSIONS) + "</main>"
    )


def text(page: RenderedPage, path: str = ".") -> str:
    """The text that a reader sees at the XPath."""
    found = ("".join(element.itertext()) for element in tree(page).xpath(path))
    return " ".join(" ".join(found).split())


def documents(pages: Pages) -> Iterator[RenderedPage]:
    return (page for path, page in pages.items() if path.endswith(".md"))


def test_every_page_of_the_contract_is_there(pages: Pages) -> None:
    """Both languages have the same pages; the front door and the data stand outside them."""
    names = {
        "index", "explainers/index", "explainers/why-water", "articles/index",
        "articles/plant", "articles/harbour", "topics/index", "topics/sur", "topics/coast-paper",
        "timeline", "figures", "voices", "sources", "about", "how-we-work", "corrections",
        "index-a-z", "glossary",
    }  # fmt: skip
    data = {
        f"assets/data/{n}.{t}.{e}"
        for n in ("timeline", "figures")
        for t in ("ar", "en")
        for e in ("json", "csv")
    }
    previews = ("topics/sur", "topics/coast-paper", "articles/plant", "articles/harbour")
    data |= {f"assets/previews/{name}.json" for name in previews}
    root = {"index.md", "robots.txt", "en/articles/plant/parallel.md"}
    root |= {"ar/site.webmanifest", "en/site.webmanifest"}
    assert set(pages) == {f"{t}/{n}.md" for t in ("ar", "en") for n in names} | root | data


def test_every_link_leads_to_a_file_and_an_anchor_that_exist(pages: Pages) -> None:
    """Links are right from every depth."""
    ids = {page.path: set(tree(page).xpath("//@id")) for page in documents(pages)}
    for page in documents(pages):
        for link in tree(page).xpath("//a/@href"):
            if link.startswith("https://"):
                continue
            path, _, anchor = link.partition("#")
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
                if path
                else page.path
            )
            assert target in pages, (page.path, link)
            assert not anchor or anchor in ids[target], (page.path, link)


def test_ids_stand_once_on_their_page_and_are_ascii(pages: Pages) -> None:
    """Every heading has an id that was written, and no id is shared."""
    for page in documents(pages):
        found = tree(page)
        ids = found.xpath("//@id")
        assert len(ids) == len(set(ids)), page.path
        assert all(re.fullmatch(r"[a-zA-Z0-9-]+", name) for name in ids), page.path
        headings = found.xpath("//h1 | //h2 | //h3")
        assert all(h.get("id") and not re.fullmatch(r"_\d+", h.get("id")) for h in headings), (
            page.path
        )


def test_front_matter_says_language_kind_and_counterparts(pages: Pages) -> None:
    """lang, dir, kind, alternates with the page itself, and the switch to the other language."""
    front, _ = split(pages["en/topics/sur.md"])
    assert (front["lang"], front["dir"], front["kind"]) == ("en", "ltr", "topic")
    assert front["alternates"] == [
        {"lang": "ar", "path": "ar/topics/sur/"}, {"lang": "en", "path": "en/topics/sur/"}
    ]  # fmt: skip
    assert front["switch"] == {"lang": "ar", "path": "ar/topics/sur/", "exists": True}
    assert front["crumbs"] == [
        {"title": "Home", "path": "en/"},
        {"title": "Topics", "path": "en/topics/"},
    ]


def test_a_title_with_words_of_the_other_language_keeps_them_apart_in_the_way_to_a_page(
    index: SiteIndex,
) -> None:
    """The theme prints what the front matter holds: the run is isolated there, and signs escaped."""
    stub = replace(index.library.stubs[0], title="The paper <الساحل الجديد> & others")
    changed = replace(index, library=replace(index.library, stubs=(stub,)))
    pages = {page.path: page for page in render(changed, SiteSettings())}
    front, _ = split(pages["en/articles/plant/parallel.md"])
    *_, crumb = front["crumbs"]  # type: ignore[misc]  # from YAML
    assert crumb["title"] == stub.title
    found = html.fromstring(f"<p>{crumb['html']}</p>")
    assert found.text_content() == stub.title
    assert found.xpath("span[@lang='ar'][@dir='rtl']/text()") == ["الساحل الجديد"]


def test_alternates_are_mutual_and_contain_the_page_itself(pages: Pages) -> None:
    """hreflang sets agree; only a fallback and the parallel view, which are not listed, have none."""
    heads = {address(page.path): split(page)[0] for page in documents(pages)}
    for own, front in heads.items():
        paths = [entry["path"] for entry in front["alternates"]]
        if front["kind"] in {"fallback", "front", "parallel"}:
            continue
        assert own in paths
        for path in paths:
            assert own in [entry["path"] for entry in heads[path]["alternates"]]


def test_an_article_without_a_stub_has_an_honest_english_page(pages: Pages) -> None:
    """The fallback is not indexed, names no alternate, declares the Arabic title, and says so."""
    front, _ = split(pages["en/articles/harbour.md"])
    assert (front["kind"], front["robots"], front["alternates"]) == (
        "fallback",
        "noindex, follow",
        [],
    )
    arabic, _ = split(pages["ar/articles/harbour.md"])
    assert arabic["alternates"] == [{"lang": "ar", "path": "ar/articles/harbour/"}]
    assert arabic["switch"] == {"lang": "en", "path": "en/articles/harbour/", "exists": False}
    page = pages["en/articles/harbour.md"]
    assert text(page, "//*[@class='sh-other-name'][@lang='ar'][@dir='rtl']") == "ميناء يتسع"
    assert "published in Arabic only" in text(page, "//*[@id='notice']")
    assert text(page, "//a[@class='sh-tag']") == "Tyre"


def test_no_arabic_letter_on_an_english_page_stands_undeclared(pages: Pages) -> None:
    """Whatever is Arabic there stands in an element that says so."""
    for page in documents(pages):
        if page.locale == "en":
            for node in tree(page).xpath("//text()"):
                holder = node.getparent() if not node.is_tail else node.getparent().getparent()
                lang = next(
                    (e.get("lang") for e in (holder, *holder.iterancestors()) if e.get("lang")),
                    "en",
                )
                assert lang == "ar" or not re.search("[ء-ي]", node), (page.path, node)


def test_the_article_links_the_first_mention_in_each_section_only(pages: Pages) -> None:
    """The second mention of the section stays plain; after the heading the topic links again."""
    page = tree(pages["ar/articles/plant.md"])
    links = page.xpath("//a[@class='sh-topic']")
    assert [(a.text, a.getparent().get("id")) for a in links] == [
        ("صور", FIRST), ("صحيفة الساحل", SECOND), ("صور", SECOND)
    ]  # fmt: skip
    assert not page.xpath("//h1//a | //h2//a[@class='sh-topic']")


def test_markdown_in_an_article_stays_text(pages: Pages) -> None:
    """Asterisks and braces of the text are shown, not read."""
    page = tree(pages["ar/articles/harbour.md"])
    paragraph = page.get_element_by_id(paragraph_id(HARBOUR_TEXTS[0]))
    assert "".join(paragraph.itertext()).strip() == HARBOUR_TEXTS[0]
    assert not paragraph.xpath(".//em")


def test_each_paragraph_of_an_article_has_a_permanent_link(pages: Pages) -> None:
    """The link leads to its own paragraph and has a name."""
    links = tree(pages["ar/articles/plant.md"]).xpath("//a[@class='sh-permalink']")
    assert [a.get("href") for a in links] == [f"#{FIRST}", f"#{SECOND}"]
    assert {a.get("aria-label") for a in links} == {"رابط دائم لهذه الفقرة"}


def test_the_original_is_credited_and_what_is_inferred_is_said(pages: Pages) -> None:
    """Title, publisher and date in both languages, the outlet under its English name in English."""
    arabic, english = (
        text(pages[f"{t}/articles/plant.md"], "//*[@id='credit']") for t in ("ar", "en")
    )
    assert "الماء من البحر" in arabic
    assert "صحيفة الساحل (استنتاجًا)" in arabic
    assert "يونيو 2024 (استنتاجًا)" in arabic
    assert "Coast Paper (inferred)" in english
    assert "June 2024 (inferred)" in english


def test_the_stub_says_who_reviewed_it_and_when(pages: Pages) -> None:
    """The label is in words, at the top."""
    label = text(pages["en/articles/plant.md"], "//*[contains(@class, 'sh-stub-state--reviewed')]")
    assert "written by a person" in label
    assert "Checked against the Arabic by Water desk on 22 November 2026." in label


@pytest.mark.parametrize(
    ("state", "css", "words"),
    [
        (ReviewState.DRAFT, "draft", "Draft, not reviewed by a person."),
        (ReviewState.OUT_OF_DATE, "outdated", "Review out of date"),
    ],
)
def test_a_stub_that_is_not_reviewed_says_so(
    index: SiteIndex, state: ReviewState, css: str, words: str
) -> None:
    """A lapsed review reads as a draft; neither is called reviewed."""
    reviews = tuple((slug, state if slug == "plant" else old) for slug, old in index.reviews)
    pages = {p.path: p for p in render(replace(index, reviews=reviews), SiteSettings())}
    assert words in text(
        pages["en/articles/plant.md"], f"//*[contains(@class, 'sh-stub-state--{css}')]"
    )


def test_evidence_on_an_english_page_leads_to_the_arabic_paragraph(pages: Pages) -> None:
    """Each sentence is followed by its mark; the mark has a name."""
    marks = tree(pages["en/articles/plant.md"]).xpath("//a[@class='sh-ev']")
    assert [a.get("href") for a in marks] == [
        f"../../ar/articles/plant.md#{FIRST}", f"../../ar/articles/plant.md#{SECOND}"
    ]  # fmt: skip
    assert marks[0].get("aria-label") == "Evidence 1: Paragraph 1 of the Arabic article"


def test_the_first_card_stands_open_and_the_others_closed(pages: Pages) -> None:
    """Cards open without a script."""
    cards = tree(pages["en/explainers/why-water.md"]).xpath("//details[@class='sh-qa']")
    assert [(card.get("id"), card.get("open") is not None) for card in cards] == [
        ("first", True), ("second", False)
    ]  # fmt: skip
    assert cards[0].xpath("string(summary)") == "Question first?"


def test_an_empty_cell_of_the_matrix_says_that_no_source_says(pages: Pages) -> None:
    """Two sides and two kinds make four cells; three of them are empty and say so."""
    page = tree(pages["en/index.md"])
    assert page.xpath("//td/@data-label") == [
        "What Tyre wants", "What Tyre gives", "What Coast Paper wants", "What Coast Paper gives"
    ]  # fmt: skip
    empty = page.xpath("//td[@class='sh-empty']/span[@class='sh-unseen']")
    assert [cell.text for cell in empty] == ["no source says"] * 3
    assert "— no source says" in text(pages["en/index.md"], "//section[@id='matrix']/p")


def test_a_topic_page_shows_each_sentence_once_with_all_its_mentions(pages: Pages) -> None:
    """Sentence, marked name, link to the paragraph; in English the sentence stays Arabic."""
    page = tree(pages["en/topics/sur.md"])
    quotes = page.xpath("//ul[@class='sh-mentions']//q[@lang='ar'][@dir='rtl']")
    assert [q.xpath("string(mark)") for q in quotes] == ["صور"] * 4
    links = page.xpath("//ul[@class='sh-mentions']//a/@href")
    assert f"../../ar/articles/plant.md#{FIRST}" in links
    assert "This page draws on 2 articles." in text(pages["en/topics/sur.md"], "//*[@id='factbox']")


def test_the_timeline_states_what_the_source_leaves_open(pages: Pages) -> None:
    """A month is shown as a month, and the page says once what that means."""
    page = pages["ar/timeline.md"]
    assert text(page, "//h2[@id='y-2024']") == "2024"
    assert text(page, "//*[@class='sh-date']") == "مايو 2024"
    assert text(page, "//*[@id='precision']") == "إذا ذكر المصدر شهرًا أو سنة فقط، لم نذكر يومًا."


def test_conflicting_figures_stand_side_by_side_with_their_sources(pages: Pages) -> None:
    """Both values, both speakers, before the list of all figures; nothing averaged."""
    page = pages["ar/figures.md"]
    claims = tree(page).xpath("//div[@class='sh-conflict']//div[@class='sh-claim']")
    values = [claim.xpath("string(.//p[@class='sh-value'])") for claim in claims]
    assert values == ["1.75 مليار دولار", "نحو 2 مليار دولار"]
    assert [claim.xpath("string(p[@class='sh-who'])") for claim in claims] == [
        "المصدر: البلدية", "المصدر: صحيفة الساحل"
    ]  # fmt: skip
    order = [
        e.get("class") for e in tree(page).xpath("//*[@class='sh-conflict' or @class='sh-figure']")
    ]
    assert order == ["sh-conflict", "sh-figure", "sh-figure", "sh-figure"]


def test_a_figure_without_a_speaker_says_so(pages: Pages) -> None:
    """«أكثر من عقدين» is given by nobody, and the page does not guess."""
    who = text(
        pages["ar/figures.md"], "//*[@id='f-harbour-" + paragraph_id(HARBOUR_TEXTS[0])[2:] + "']"
    )
    assert "أكثر من عقدين" in who
    assert "لم يُحدَّد قائله" in who


def test_english_figures_use_the_english_noun_or_none(pages: Pages) -> None:
    """What is counted is shown in English where it is known, never in Arabic or invented."""
    page = tree(pages["en/figures.md"])
    counted = page.xpath("//div[@class='sh-figure']//p[@class='sh-counted']")
    assert [e.text for e in counted] == ["cost of the plant"]


def test_who_says_what_groups_statements_by_speaker(pages: Pages) -> None:
    """A speaker with a topic has its name and link; another is shown in the article's words."""
    page = tree(pages["en/voices.md"])
    assert page.xpath("//h2[@id='v-coast-paper']/a/@href") == ["topics/coast-paper.md"]
    assert page.xpath("//h2/span[@lang='ar']/text()") == ["البلدية"]


def test_sources_credit_originals_and_name_cited_outlets(pages: Pages) -> None:
    """The original of the plant article, and the paper that it cites."""
    page = pages["en/sources.md"]
    assert "Coast Paper (inferred)" in text(page, "//*[@id='o-plant']")
    assert "Coast Paper 1 article" in text(page, "//*[@id='outlet-coast-paper']")


def test_corrections_are_the_changes_of_explainers(pages: Pages) -> None:
    """Dated, with the page that they are about."""
    assert "22 November 2026 First published Why water?" in text(pages["en/corrections.md"])


def test_the_downloads_give_the_address_of_their_evidence(pages: Pages) -> None:
    """JSON and CSV hold the same rows: exact decimals, and the address of the paragraph."""
    rows = json.loads(pages["assets/data/figures.en.json"].text)
    row = next(row for row in rows if row["value_low"] == "1750000000")
    assert row["evidence"] == f"ar/articles/plant/#{FIRST}"
    assert row["counted"] == "cost of the plant"
    assert row["published"] == "2024-06"
    table = pages["assets/data/figures.en.csv"].text.splitlines()
    assert len(table) == len(rows) + 1
    assert row["evidence"] in pages["assets/data/figures.en.csv"].text
    [date] = json.loads(pages["assets/data/timeline.ar.json"].text)
    assert (date["date"], date["date_in_words"]) == ("2024-05", "مايو 2024")


def test_rendering_is_pure(index: SiteIndex) -> None:
    """The same index gives the same bytes, sorted by path."""
    first, second = render(index, SiteSettings()), render(index, SiteSettings())
    assert first == second
    assert [page.path for page in first] == sorted(page.path for page in first)


def test_an_empty_site_has_all_its_fixed_pages() -> None:
    """A site without content builds, and says that there is nothing yet."""
    empty = SiteIndex(Library((), (), (), (), (), ()), (), (), (), (), (), (), ())
    pages = {page.path: page for page in render(empty, SiteSettings())}
    assert "لم يُجَب هنا عن أي سؤال بعد." in text(pages["ar/explainers/index.md"])
    assert "0 articles" in text(pages["en/articles/index.md"])


def test_an_article_without_analysis_entries_still_has_its_page(index: SiteIndex) -> None:
    """No mention, no date, no figure: the text and nothing invented."""
    bare = replace(index, analyses=tuple(Analysis(a.article) for a in index.analyses))
    pages = {page.path: page for page in render(bare, SiteSettings())}
    assert pages["ar/articles/plant.md"].locale == ARABIC
    assert not tree(pages["ar/articles/plant.md"]).xpath("//a[@class='sh-topic']")


def test_the_editors_words_open_the_about_page(index: SiteIndex) -> None:
    """They stand above what is said of any site, in their language only, each with its id."""
    said = "هذا الموقع تجربة كتبها مشروع شرح."
    words = EditorPage(PageName.ABOUT, ARABIC, "عن التجربة", (block(said),), HERE)
    library = replace(index.library, pages=(words,))
    shown = {p.path: p for p in render(replace(index, library=library), SiteSettings())}
    page = tree(shown["ar/about.md"])
    ids = [e.get("id") for e in page.xpath("//p[@id]")]
    assert ids[:2] == [paragraph_id(said), "what"]
    assert page.xpath("//h1")[0].text == "عن التجربة"
    assert said not in shown["en/about.md"].text


def test_the_parallel_view_shows_each_sentence_with_its_paragraph(pages: Pages) -> None:
    """Sentences of the stub in order, each beside the Arabic words that it rests on."""
    page = tree(pages["en/articles/plant/parallel.md"])
    pairs = page.xpath("//div[@class='sh-pair']")
    english = [pair.xpath("string(div[1])").strip() for pair in pairs]
    assert english == ["A desalination plant opened.", "Its cost is disputed."]
    arabic = [pair.xpath("string(div[2]/p[@lang='ar'][@dir='rtl'])") for pair in pairs]
    assert [" ".join(said.split()) for said in arabic] == list(PLANT_TEXTS)
    links = [pair.xpath("div[2]/p[@class='sh-where']/a/@href")[0] for pair in pairs]
    assert links == [f"../../../ar/articles/plant.md#{name}" for name in (FIRST, SECOND)]


def test_a_withheld_text_has_no_parallel_view(index: SiteIndex) -> None:
    """Where the Arabic text may not be published the stub stands alone and leads to no such page."""
    articles = tuple(replace(a, rights=Rights.SUMMARY) for a in index.library.articles)
    library = replace(index.library, articles=articles)
    shown = {p.path: p for p in render(replace(index, library=library), SiteSettings())}
    assert "en/articles/plant/parallel.md" not in shown
    assert "parallel" not in shown["en/articles/plant.md"].text


def test_a_speaker_without_a_topic_has_the_name_of_each_language(index: SiteIndex) -> None:
    """The English side prints the editor's English name, and no Arabic words in its place."""
    speaker = Speaker("البلدية", "Town hall", (), HERE)
    library = replace(index.library, speakers=(speaker,))
    pages = {page.path: page for page in render(replace(index, library=library), SiteSettings())}
    assert "Town hall" in text(pages["en/voices.md"], "//section/h2")
    assert "البلدية" in text(pages["ar/voices.md"], "//section/h2")
    assert "البلدية" not in text(pages["en/voices.md"], "//section/h2")


def test_each_sentence_of_a_description_leads_to_its_paragraphs(index: SiteIndex) -> None:
    """A topic's description carries evidence marks like any other text of an editor."""
    sentences = (
        Sentence("A city on the coast."),
        Sentence("It has a new plant.", (Evidence(PLANT, FIRST, HERE),)),
    )
    topics = tuple(
        replace(topic, en=replace(topic.en, sentences=sentences)) if topic.id == SUR else topic
        for topic in index.library.topics
    )
    library = replace(index.library, topics=topics)
    pages = {page.path: page for page in render(replace(index, library=library), SiteSettings())}
    lead = tree(pages["en/topics/sur.md"]).xpath("//p[@id='description']")[0]
    assert lead.text_content().split(" 1")[0] == "A city on the coast. It has a new plant."
    assert str(lead.xpath(".//a/@href")[0]).endswith(f"ar/articles/plant.md#{FIRST}")


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            [
                "This page draws on 3 articles.",
                "2 publishers",
                "The publisher of 1 article is not known.",
                "The date of 1 article is not known.",
            ],
        ),
        (
            "ar",
            [
                "تستند هذه الصفحة إلى 3 مقالات.",
                "ناشران",
                "ناشر مقال واحد منها غير معروف.",
                "تاريخ مقال واحد منها غير معروف.",
            ],
        ),
    ],
)
def test_a_topic_says_what_it_draws_on_and_what_is_missing(
    language: str, texts: list[str], index: SiteIndex
) -> None:
    """How many articles, from how many publishers, over which dates, and what is not known of them."""
    plant, harbour = index.library.articles[1], index.library.articles[0]
    assert (plant.slug, harbour.slug) == ("plant", "harbour")
    third = replace(harbour, slug=Slug("third"), publisher="دار الشاطئ", published=None)
    library = replace(index.library, articles=(harbour, plant, third))
    mentions = {page.topic: page.mentions for page in index.topic_pages}["sur"]
    more = replace(mentions[0], passage=replace(mentions[0].passage, article=third.slug))
    pages_of = tuple(
        replace(page, mentions=(*page.mentions, more)) if page.topic == "sur" else page
        for page in index.topic_pages
    )
    analysis = replace(index.analyses[0], article=third.slug)
    changed = replace(
        index, library=library, topic_pages=pages_of, analyses=(*index.analyses, analysis)
    )
    pages = {page.path: page for page in render(changed, SiteSettings())}
    shown = text(pages[f"{language}/topics/sur.md"], "//*[@id='factbox']")
    for part in texts:
        assert part in shown
