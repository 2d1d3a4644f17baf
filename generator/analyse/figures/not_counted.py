"""Nouns beside a number that it does not count: who pays, whose share it is, whence it comes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.analyse.figures.context import Measured, Scene
from generator.analyse.figures.likeness import BETWEEN, MILLION, is_parallel
from generator.analyse.reading import Reading
from generator.measures import is_count, is_money

_OBJECTS = ("ه", "ها", "هما", "هم")


def without_noun(
    reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene
) -> Measured:
    """A number without the noun before it, where a figure of something else shows that it is not meant.

    «للأفراد خمسة آلاف درهم وللمؤسسات مليونا», «54 في المئة من الأصوات مقابل 46», «وابن البلد
    يأخذه بثمانية آلاف», «125 دولارا، ويطالب العمال برفعه إلى 208».
    """
    last = result[-1] if result else None
    if last is None or one.noun is None or not one.bare:
        return one
    place = one.noun[0]
    if is_count(last.unit):
        other = place < last.first and last.english != one.english and one.low >= MILLION
        return replace(one, noun=None, english="") if other else one
    of_last = place < last.first or (place == last.end + 1 and reading.words[last.end] == "من")
    if of_last or _is_price(reading, one, scene) or changes_it(reading, one, scene):
        return replace(one, noun=None, english="")
    return one


def _is_price(reading: Reading, one: Measured, scene: Scene) -> bool:
    """«يأخذه بثمانية آلاف»; not «قدرت عدد القتلى بألف»."""
    start = max(0, (one.noun or (0, 0))[0] - 1)
    words = scene.tables.words
    counts = any(
        word in words.groups["reckoning_verbs"] or word.lstrip("وبل") in words.numbers_of
        for word in reading.words[start : one.first]
    )
    return one.prefix == 1 and reading.words[one.first][0] == "ب" and not counts


def changes_it(reading: Reading, one: Measured, scene: Scene) -> bool:
    """«برفعه إلى 208», «خفضها إلى 15»: the change of what was told."""
    word = reading.word(one.first - 2)
    noun = next((word.removesuffix(end) for end in _OBJECTS if word.endswith(end)), "")
    changed = noun in scene.tables.words.change_words or noun[1:] in scene.tables.words.change_words
    return reading.word(one.first - 1) == "الي" and changed


def of_whole(
    reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene
) -> Measured | None:
    """The figure without its «من» and noun, where these say whence it comes and not what it counts.

    «120 كيلومترا من المدينة ونحو 400 من العاصمة», «62 مليارا من القروض», «منها 47 مليونا من البنك».
    """
    place = one.noun[0] - 1 if one.noun else 0
    last = result[-1] if result else None
    if last is None or reading.words[place] != "من" or one.end <= place:
        return None
    cut = replace(one, end=place, noun=None, english="")
    alike = not is_count(last.unit) and not one.english
    if alike and (is_parallel(reading, cut, last, scene) or _is_of_it(reading, cut, last, scene)):
        return with_unit(cut, (last.unit, last.factor))
    lent = scene.tables.measured_things.get(reading.words[place + 1]) == "money"
    paid = next((each for each in result[::-1] if is_money(each.unit)), None)
    return replace(cut, unit=paid.unit) if lent and paid and one.low >= MILLION else None


def _is_of_it(reading: Reading, one: Measured, last: Measured, scene: Scene) -> bool:
    """«87 مليون يورو، منها 47 مليونا من البنك»: part of the sum that was told."""
    start = max(last.end, one.first - BETWEEN)
    part = not scene.tables.words.people_meant.isdisjoint(reading.words[start : one.first])
    return part and reading.same_sentence(last.first, one.first) and one.low < last.low


def with_unit(one: Measured, unit: tuple[str, Decimal] | None) -> Measured:
    """The number with the unit that it leaves out and the factor of it; as it is without one."""
    if unit is None or (is_count(unit[0]) and unit[1] == 1):
        return one
    code, factor = unit
    if is_count(code):
        return replace(one, low=one.low * factor)
    high = None if one.high is None else one.high * factor
    return replace(one, unit=code, low=one.low * factor, high=high, noun=None, english="")
