"""Numbers whose unit the writer left out: «12 طنا … والثانية تسعة» take it from before."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.context import Measured, Scene
from generator.analyse.figures.going_on import from_before
from generator.analyse.figures.likeness import (
    BEFORE,
    LIKE,
    is_parallel,
    likeness,
    may_be,
    scale_left_out,
)
from generator.analyse.figures.measured_things import USUAL, is_of, measured_things
from generator.analyse.figures.not_counted import of_whole, with_unit, without_noun
from generator.analyse.reading import Reading
from generator.measures import dimension, is_money

_MEMORY = 12  # figures that are looked back at
_HIGHEST = {"percent": Decimal(1000), "quake": Decimal(10)}
_WHOLE = 100  # per cent of a share


def settled(
    reading: Reading, found: Sequence[Measured], scene: Scene, earlier: Sequence[Measured]
) -> list[Measured]:
    """The figures of a block, each with its unit; `earlier` are those of the blocks before.

    A number that may be a year and continues nothing is dropped.
    """
    result: list[Measured] = []
    for one, following in zip_longest(found, found[1:]):
        one = known = without_noun(reading, one, result, scene)
        if one.bare and one.qualifier != "vague":
            unit = _of_next(reading, one, following, scene) or _unit_of(
                reading, one, result, scene, earlier
            )
            if unit is None and one.doubtful:
                continue
            known = with_unit(one, unit)
        elif one.unit in scene.tables.words.rated:
            known = replace(one, unit=_rate_of(reading, one, result))
        elif one.noun and (whole := of_whole(reading, one, result, scene)):
            known = whole
        elif one.unit == "point" and any(each.unit == "basis_point" for each in result):
            known = replace(one, unit="basis_point")  # «25 نقطة أساس ثم 75 نقطة»
        result.append(known)
    return result


def _of_next(
    reading: Reading, one: Measured, following: Measured | None, scene: Scene
) -> tuple[str, Decimal] | None:
    """«12 و15 طنا», «3 في 4 أمتار»: the unit stands after the next number."""
    if following is None or following.bare:
        return None
    between = reading.words[one.end : following.first]
    of_all = match_phrase(scene.tables.words.out_of, reading.words, one.end)
    if of_all and of_all[0] == following.first and not following.noun:
        return following.unit, following.factor  # «62 مليارا من أصل 190 مليار شلن»
    if likeness(one, following) < LIKE * 2:
        return None
    joined = not between and following.prefix > 0
    if joined or (len(between) == 1 and between[0] in scene.tables.words.next_words):
        return following.unit, following.factor
    return None


def _rate_of(reading: Reading, one: Measured, result: Sequence[Measured]) -> str:
    """The unit with the rate of the figure before: «150 ألف برميل يوميا … بـ110 آلاف برميل»."""
    for each in result[::-1]:
        if reading.sentences[one.first] - reading.sentences[each.first] > 1:
            break
        unit, _, rate = each.unit.partition("_per_")
        if unit == one.unit and dimension(unit) != "mass":
            like = 1 / BEFORE <= abs(one.low / each.low) <= BEFORE if each.low else False
            return each.unit if rate and rate != "year" and like else one.unit
    return one.unit


def _unit_of(
    reading: Reading,
    one: Measured,
    result: Sequence[Measured],
    scene: Scene,
    earlier: Sequence[Measured],
) -> tuple[str, Decimal] | None:
    """The unit that the number leaves out, with its factor; none where nothing before says one."""
    if _is_age(reading, one, scene):
        return "year", Decimal(1)
    last = result[-1] if result else None
    if _is_of_people(reading, one, scene):
        return "count", Decimal(1)
    if last and _is_out_of(reading, one, last, scene):
        return last.unit, last.factor
    if last and is_parallel(reading, one, last, scene):
        return last.unit, scale_left_out(one, last) or last.factor
    if reading.word(one.end) == "من" and one.low < 1000 and not one.doubtful:
        return "count", Decimal(1)  # «تسعون من أخطر النزلاء»
    if last and _to_the_other(reading, one, last):
        return last.unit, scale_left_out(one, last) or last.factor
    near = last is not None and reading.same_sentence(last.first, one.first)
    start = last.end if last and near else 0
    before = (*earlier, *result)[-_MEMORY:]
    for thing in measured_things(reading, one, start, scene):
        if one.low > _HIGHEST.get(thing, one.low):
            continue
        same = [each for each in before if is_of(each.unit, thing) and may_be(one, each)]
        if same:
            best = max(same, key=lambda each: likeness(one, each) + 0.1 * before.index(each))
            return best.unit, best.factor
        if thing in USUAL and not (thing == "percent" and one.low > _WHOLE):
            return USUAL[thing], Decimal(1)
    return from_before(reading, one, result, scene, earlier) or _of_article(one, before)


def _of_article(one: Measured, before: Sequence[Measured]) -> tuple[str, Decimal] | None:
    """A number of thousands or more that counts nothing is money where the like were before it."""
    large = [each for each in before if each.low >= _LARGE]
    if one.noun is not None or one.low < _LARGE or one.low % _LARGE or not large:
        return None
    best = max(large, key=lambda each: likeness(one, each))
    near = is_money(best.unit) and likeness(one, best) > LIKE * 3
    return (best.unit, best.factor) if near else None


_LARGE = 1000


def _is_age(reading: Reading, one: Measured, scene: Scene) -> bool:
    """«بنت أربع عشرة», «45 من عمره»."""
    ages, after = scene.tables.words.ages, reading.word(one.end + 1)
    of = reading.word(one.end) == "من" and after in ages
    return of or reading.word(one.first - 1) in scene.tables.words.age_heads


def _is_of_people(reading: Reading, one: Measured, scene: Scene) -> bool:
    """«بلد من نحو 35 مليونا», «دفعة من تسعين», «بلغوا 2900»."""
    if _are_so_many(reading, one, scene) or reading.word(one.end) in ("منهم", "منهن"):
        return True
    peopled = scene.tables.words.groups["peopled"]
    return any(
        reading.words[place] in peopled and reading.words[place + 1] == "من"
        for place in range(max(0, one.first - _BETWEEN_PEOPLE), one.first - 1)
        if reading.same_sentence(place, one.first)
    )


def _are_so_many(reading: Reading, one: Measured, scene: Scene) -> bool:
    """«بلغوا 2900», «كانوا نحو ألفين»; not «كانوا قد حولوا 2.8 مليار»."""
    for place in range(one.first - 1, max(-1, one.first - _BETWEEN_PEOPLE - 1), -1):
        word = reading.words[place]
        if word.removeprefix("و") in scene.tables.words.groups["people_verbs"]:
            return reading.same_sentence(place, one.first)
        if word not in scene.tables.function_words:
            return False
    return False


_BETWEEN_PEOPLE = 3  # words: «بلد من نحو»


def _is_out_of(reading: Reading, one: Measured, last: Measured, scene: Scene) -> bool:
    """«16 كيلومترا من أصل 32»."""
    found = match_phrase(scene.tables.words.out_of, reading.words, last.end)
    return found is not None and found[0] == one.first


def _to_the_other(reading: Reading, one: Measured, last: Measured) -> bool:
    """«من 24 دقيقة في الربع الأول إلى 17»."""
    came = reading.word(last.first - 1) == "من"
    near, before = reading.same_sentence(last.first, one.first), reading.word(one.first - 1)
    back = reading.word(last.first - 1) == "الي" and before == "من"  # «إلى 12 مليارا من تسعة»
    return near and (back or (came and before in ("الي", "حتي")))
