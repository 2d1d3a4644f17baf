"""What the words before a number say that it measures: «وسرعتها 15» a speed."""

from collections.abc import Iterator

from generator.analyse.figures.context import Measured, Scene
from generator.analyse.reading import Reading
from generator.measures import dimension, is_count, is_money

USUAL = {"quake": "point", "percent": "percent", "heat": "celsius", "age": "year", "count": "count"}
"""Things with one usual unit, which needs no figure before it."""

_SPEED_RATES = frozenset({"hour", "second", "minute"})
_SHORT_ASIDE = 4  # words from comma to comma: «، على بعد المسافة، 3900»
_REACH = 9  # words between what is measured and its number


def measured_things(reading: Reading, one: Measured, start: int, scene: Scene) -> Iterator[str]:
    """What the words before the number say that it measures: «سرعة العبارة» a speed."""
    tables, place = scene.tables, one.first - 1
    last = max(start, one.first - _REACH)
    while place >= last and reading.same_sentence(place, one.first):
        if aside := _aside(reading, place, last, scene, ends_at_number=place == one.first - 1):
            place = aside
        known = tables.measured_things.get(reading.words[place])
        if known and not _is_the_same(reading, place, scene):
            sold = reading.words[place].lstrip("وف") in tables.words.groups["sold_words"]
            priced = reading.words[one.first].startswith("ب")
            yield known if priced or not sold else "count"
        place -= 1


def _aside(reading: Reading, place: int, last: int, scene: Scene, *, ends_at_number: bool) -> int:
    """The word before a clause such as «، وهو يلوح بوصل الرسم،», which ends at the word."""
    if reading.words[place] != "،":
        return 0
    opens = scene.tables.words.groups["aside_words"]
    for at in range(place - 2, max(last, 1) - 1, -1):
        short = ends_at_number and place - at <= _SHORT_ASIDE
        if reading.words[at] == "،" and (short or reading.words[at + 1] in opens):
            return at - 1
    return 0


def _is_the_same(reading: Reading, place: int, scene: Scene) -> bool:
    """«للمسافة والأشهر نفسها»: the circumstances, not what was measured."""
    same = scene.tables.lexicon.dates.groups["same_words"]
    return not same.isdisjoint(reading.words[place + 1 : place + 3])


def is_of(unit: str, thing: str) -> bool:
    """Whether a figure of this unit may say how much there is of the thing: money, speed, length."""
    if thing == "money":
        return is_money(unit)
    if thing == "speed":
        length, _, rate = unit.partition("_per_")
        return dimension(length) == "length" and rate in _SPEED_RATES
    if thing == "count":
        return is_count(unit)
    return unit == USUAL[thing] if thing in USUAL else dimension(unit) == thing
