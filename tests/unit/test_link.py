"""Facts about the index that all pages read."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.link import link
from generator.model import (
    ARABIC,
    Analysis,
    Article,
    Attribution,
    Block,
    BlockKind,
    Counted,
    DateMention,
    FactAction,
    FactKind,
    FactNote,
    Figure,
    FigureConflict,
    IsoDate,
    Library,
    Location,
    Mention,
    Precision,
    Rights,
    SiteIndex,
    Slug,
    Span,
    Speaker,
    Topic,
    TopicId,
    TopicName,
)
from generator.rights import publishable
from generator.text import paragraph_id

PLACE = Location("ar.md", 1)
TEXT = (
    "تنتج المحطة الجديدة في مدينة صور نحو 40 ألف متر مكعب من المياه يوميا بحسب البلدية. "
    "وافتتحت المحطة في مايو 2024 بحضور وزير الري."
)


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, PLACE, paragraph_id(text))


def span(text: str, surface: str) -> Span:
    start = text.index(surface)
    return Span(start, start + len(surface))


def topic(name: str) -> Topic:
    return Topic(TopicId(name), "place", TopicName(name), TopicName(name), PLACE)


@pytest.fixture
def article() -> Article:
    blocks = (block("محطة جديدة في صور", BlockKind.TITLE), block(TEXT))
    return Article(Slug("plant"), ARABIC, "محطة جديدة في صور", blocks, PLACE)


@pytest.fixture
def analysis() -> Analysis:
    return Analysis(
        Slug("plant"),
        mentions=(
            Mention(0, Span(14, 17), "صور", TopicId("tyre")),
            Mention(1, span(TEXT, "صور"), "صور", TopicId("tyre")),
            Mention(1, span(TEXT, "البلدية"), "البلدية", TopicId("town-hall")),
        ),
        dates=(
            DateMention(
                1, span(TEXT, "مايو 2024"), "مايو 2024", IsoDate("2024-05"), Precision.MONTH
            ),
        ),
        figures=(
            Figure(
                1,
                span(TEXT, "40 ألف متر مكعب"),
                "40 ألف متر مكعب",
                Decimal(40000),
                None,
                "m3_per_day",
                Counted("المياه", "water"),
                "about",
                "البلدية",
            ),
        ),
        attributions=(
            Attribution(
                1, span(TEXT, "بحسب البلدية"), "بحسب البلدية", "البلدية", TopicId("town-hall")
            ),
        ),
    )


def index(
    article: Article,
    analysis: Analysis,
    *notes: FactNote,
    topics: tuple[str, ...] = ("tyre", "town-hall"),
    speakers: tuple[Speaker, ...] = (),
) -> SiteIndex:
    facts = ((article.slug, notes),) if notes else ()
    gazetteer = tuple(topic(name) for name in topics)
    library = Library((article,), (), (), gazetteer, (), facts, speakers=speakers)
    return link(library, (analysis,), ())


def note(kind: FactKind, action: FactAction, surface: str) -> FactNote:
    return FactNote(kind, action, paragraph_id(TEXT), surface, PLACE)


def test_each_fact_carries_its_paragraph_and_the_sentence_around_it(
    article: Article, analysis: Analysis
) -> None:
    """The quoted sentence holds the words of the fact at its span."""
    site = index(article, analysis)
    figure, date = site.figures[0], site.timeline[0]
    assert figure.passage.block == date.passage.block == paragraph_id(TEXT)
    assert figure.sentence[figure.span.start : figure.span.end] == "40 ألف متر مكعب"
    assert figure.sentence.endswith("بحسب البلدية.")
    assert date.sentence[date.span.start : date.span.end] == "مايو 2024"
    assert (date.first, date.last) == ("2024-05-01", "2024-05-31")


def test_a_speaker_without_a_topic_is_called_as_the_editor_says(
    article: Article, analysis: Analysis
) -> None:
    """A wording of `speakers.yml` gives way to its name; a speaker with a topic keeps the topic's."""
    speakers = (Speaker("بلدية صور", "Tyre town hall", ("البلديّة",), PLACE),)
    bare = replace(
        analysis,
        attributions=(replace(analysis.attributions[0], speaker_topic=None),),
    )
    named = index(article, bare, speakers=speakers)
    assert {named.figures[0].speaker, named.attributions[0].speaker} == {"بلدية صور"}
    assert index(article, analysis, speakers=speakers).attributions[0].speaker == "البلدية"


def test_a_figure_knows_its_speaker_as_a_topic(article: Article, analysis: Analysis) -> None:
    """The reporting phrase beside the number gives the speaker's topic."""
    assert index(article, analysis).figures[0].speaker_topic == "town-hall"


def test_titles_and_headings_are_not_cited(article: Article, analysis: Analysis) -> None:
    """A topic page lists sentences, not the title that repeats them."""
    page = index(article, analysis).topic_pages[0]
    assert [mention.passage.block for mention in page.mentions] == [paragraph_id(TEXT)]


def test_a_topic_that_only_the_title_names_lists_the_article_by_its_title(
    article: Article, analysis: Analysis
) -> None:
    """Its page does not deny the article; the quoted text is the title, even of a withheld text."""
    text_only = tuple(m for m in analysis.mentions if m.block != 1 or m.topic != "tyre")
    found = replace(analysis, mentions=(*text_only, text_only[0]))
    for rights in (Rights.FULL, Rights.SUMMARY):
        mentions = index(replace(article, rights=rights), found).topic_pages[0].mentions
        assert [mention.passage.block for mention in mentions] == [article.blocks[0].id]
        assert mentions[0].sentence == article.title
        assert mentions[0].sentence[mentions[0].span.start : mentions[0].span.end] == "صور"


def test_topics_that_share_a_paragraph_are_related(article: Article, analysis: Analysis) -> None:
    """The relation is what the articles say, in both directions."""
    pages = {page.topic: page for page in index(article, analysis).topic_pages}
    assert pages[TopicId("tyre")].related == ("town-hall",)
    assert pages[TopicId("town-hall")].related == ("tyre",)


def test_a_topic_that_nothing_mentions_has_an_empty_page(
    article: Article, analysis: Analysis
) -> None:
    """It is there, for links to it, and says nothing that no article says."""
    page = index(article, analysis, topics=("cairo",)).topic_pages[0]
    assert (page.mentions, page.dates, page.figures, page.related) == ((), (), (), ())


def test_an_article_without_rights_appears_nowhere(article: Article, analysis: Analysis) -> None:
    """`rights: none` is internal evidence: no page, no fact, no mention."""
    site = publishable(index(replace(article, rights=Rights.NONE), analysis))
    assert (site.library.articles, site.timeline, site.figures, site.attributions) == (
        (),
        (),
        (),
        (),
    )
    assert not any(page.mentions for page in site.topic_pages)


def test_a_withheld_text_is_quoted_by_a_few_words_only(
    article: Article, analysis: Analysis
) -> None:
    """No eight words in a row of a text that may not be published are published."""
    site = publishable(index(replace(article, rights=Rights.SUMMARY), analysis))
    quotes = [site.figures[0].sentence, site.timeline[0].sentence, site.attributions[0].sentence]
    quotes += [mention.sentence for page in site.topic_pages for mention in page.mentions]
    assert max(len(quote.split()) for quote in quotes) <= 7
    figure = site.figures[0]
    assert figure.sentence[figure.span.start : figure.span.end] == figure.surface


def test_an_editor_hides_a_wrong_fact(article: Article, analysis: Analysis) -> None:
    """A hidden figure is gone from every page, and from the conflicts that it was part of."""
    clash = replace(
        analysis,
        figures=(*analysis.figures, replace(analysis.figures[0], surface="40", low=Decimal(40))),
        conflicts=(FigureConflict(0, 1, "المياه"),),
    )
    assert len(index(article, clash).conflicts) == 1
    hidden = index(article, clash, note(FactKind.FIGURE, FactAction.HIDE, "40 ألف متر مكعب"))
    assert [figure.low for figure in hidden.figures] == [Decimal(40)]
    assert hidden.conflicts == ()


def test_an_editor_corrects_a_value_and_gives_it_words(
    article: Article, analysis: Analysis
) -> None:
    """What the note does not name stays as it was found."""
    correction = replace(
        note(FactKind.FIGURE, FactAction.CORRECT, "40 ألف متر مكعب"),
        low=Decimal(45000),
        wording_en="about 45,000 m³ of water a day",
    )
    figure = index(article, analysis, correction).figures[0]
    assert (figure.low, figure.unit, figure.speaker) == (Decimal(45000), "m3_per_day", "البلدية")
    assert figure.wording_en == "about 45,000 m³ of water a day"


def test_an_editor_adds_a_fact_that_was_missed(article: Article, analysis: Analysis) -> None:
    """An added date stands on the timeline with its paragraph."""
    bare = replace(analysis, dates=())
    added = replace(note(FactKind.DATE, FactAction.ADD, "مايو 2024"), iso=IsoDate("2024-05-12"))
    site = index(article, bare, added)
    assert [(date.iso, date.precision) for date in site.timeline] == [("2024-05-12", Precision.DAY)]


def test_the_order_of_articles_does_not_change_the_timeline(
    article: Article, analysis: Analysis
) -> None:
    """Two orders of the same library give one timeline."""
    other, found = replace(article, slug=Slug("other")), replace(analysis, article=Slug("other"))
    library = Library((article, other), (), (), (), (), ())
    turned = Library((other, article), (), (), (), (), ())
    assert (
        link(library, (analysis, found), ()).timeline
        == link(turned, (found, analysis), ()).timeline
    )
