"""Facts about names of topics in texts of editors."""

import pytest

from generator.model import TopicId
from generator.names import name_finder

NAMES = {
    "Food aid": "food-aid",
    "Korea": "korea",
    "North Korea": "north-korea",
    "North": "north",
    "US": "united-states",
    "Su-35": "su-35",
    "سو-35": "su-35",
    "calibre": "calibre",
}
FINDER = name_finder((name, TopicId(topic)) for name, topic in NAMES.items())


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("North Korea’s food aid", ["north-korea", "food-aid"]),
        ("North Korean food-aid", ["north"]),
        ("anti-Korea, Koreas, us", []),
        ("Calibre of the US (Su-35)", ["calibre", "united-states", "su-35"]),
        ("شراء 24 مقاتلة سو-35.", ["su-35"]),
        ("", []),
    ],
)
def test_whole_names_are_found_the_longest_first(text: str, topics: list[str]) -> None:
    """A name is no part of a word; a common noun may begin small; capitals inside must agree."""
    assert [topic for _, topic in FINDER.find(text)] == topics


def test_a_span_covers_the_name() -> None:
    """It counts in the text, without what belongs to the grammar around it."""
    ((span, _),) = FINDER.find("for Korea’s sake")
    assert "for Korea’s sake"[span.start : span.end] == "Korea"


def test_a_name_of_two_topics_names_neither() -> None:
    """Nothing is guessed; the names of one of them alone still lead to it."""
    pairs = (("Georgia", "country"), ("Georgia", "state"), ("Tbilisi", "city"))
    finder = name_finder((name, TopicId(topic)) for name, topic in pairs)
    assert [topic for _, topic in finder.find("Georgia, Tbilisi")] == ["city"]


def test_without_names_nothing_is_found() -> None:
    """An empty gazetteer matches nothing, not everything."""
    assert list(name_finder(()).find("any text")) == []
