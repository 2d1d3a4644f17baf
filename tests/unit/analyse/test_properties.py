"""What holds for the analysis of any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from generator.analyse import analyse
from generator.analyse.reading import read_block
from generator.languages import load_lexicon
from generator.model import ARABIC, Analysis, Article, IsoDate, Location, Slug
from generator.text import iso_bounds
from tests.strategies import any_text, arabic_words
from tests.unit.analyse.cases import paragraph, read_cases
from tests.unit.analyse.test_mentions import GAZETTEER

# Words that the rules look for, in any order: far more likely to trip them than random letters.
WORDS = sorted(
    {
        word
        for name in ("dates.md", "figures.md", "attributions.md", "mentions.md")
        for case in read_cases(name)
        for line in case.lines
        for word in line.split()
    }
)
word_salad = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
texts = st.lists(st.one_of(any_text, word_salad), min_size=1, max_size=3)
days = st.one_of(st.none(), st.dates().map(lambda day: IsoDate(day.isoformat())))


def analysed(lines: list[str], published: IsoDate | None = None) -> Analysis:
    blocks = tuple(paragraph(line) for line in lines)
    article = Article(Slug("a"), ARABIC, None, blocks, Location("test"), published=published)
    return analyse(article, GAZETTEER, load_lexicon(ARABIC))


@given(texts, days)
def test_every_fact_stands_where_it_says(lines: list[str], published: IsoDate | None) -> None:
    """`text[span] == surface` for everything found; nothing raises; facts are sorted."""
    analysis = analysed(lines, published)
    for facts in (analysis.mentions, analysis.dates, analysis.figures, analysis.attributions):
        places = [(fact.block, fact.span.start) for fact in facts]
        assert places == sorted(places)
        for fact in facts:
            assert fact.surface
            assert lines[fact.block][fact.span.start : fact.span.end] == fact.surface


@given(texts, days)
def test_dates_have_bounds(lines: list[str], published: IsoDate | None) -> None:
    """Every date that is found has a first and a last day, in this order."""
    for date in analysed(lines, published).dates:
        if date.iso:
            first, last = iso_bounds(date.iso)
            assert first <= last, date


@given(texts)
def test_the_same_text_gives_the_same_analysis(lines: list[str]) -> None:
    """Nothing is remembered from one article to the next."""
    first = analysed(lines)
    analysed(["قال مروان صالح إن روسيا اشترت 24 طائرة في مايو 2020."])
    assert analysed(lines) == first


@given(arabic_words, arabic_words)
def test_a_name_inside_a_longer_word_is_never_found(before: str, after: str) -> None:
    """A word that goes on after the name is another word."""
    analysis = analysed([f"{before}الكرملين{after}ئ"])
    assert all(mention.topic != "kremlin" for mention in analysis.mentions)


@given(texts)
def test_mentions_do_not_overlap(lines: list[str]) -> None:
    """The longest name wins: no character belongs to two mentions."""
    end = (-1, 0)
    for mention in analysed(lines).mentions:
        assert (mention.block, mention.span.start) >= end
        end = (mention.block, mention.span.end)


@given(any_text)
def test_the_words_of_a_reading_lead_back_to_the_text(text: str) -> None:
    """Each word's span begins at a character that folds to the word's first letter."""
    reading = read_block(0, paragraph(text))
    for index, word in enumerate(reading.words):
        span = reading.span(index, index + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert reading.folded[reading.starts[index]] == word[0]
