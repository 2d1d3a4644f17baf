"""Numbers whose unit the writer left out: «12 طنا … والثانية تسعة», «وسرعتها 15» take it from before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest
from math import log10

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.context import Measured, Scene
from generator.analyse.reading import Reading

_TIMES = frozenset(
    {"century", "decade", "year", "month", "week", "day", "hour", "minute", "second"}
)
_COUNTS = frozenset({"count", "person", "household", "shift"})
_LENGTHS = frozenset({"m", "km", "mile", "nautical_mile", "cm", "mm", "inch", "foot"})
_DIMENSIONS = {
    "length": _LENGTHS,
    "weight": frozenset({"tonne", "kg", "g", "ounce"}),
    "area": frozenset({"hectare", "feddan", "acre", "dunam", "m2", "km2"}),
    "time": _TIMES,
    "percent": frozenset({"percent"}),
    "heat": frozenset({"celsius"}),
    "age": frozenset({"year"}),
    "count": _COUNTS,
}
_ALONE = {"percent": "percent", "heat": "celsius", "age": "year", "count": "count"}
"""Dimensions with one usual unit, which needs no figure before it."""

_REACH = 9  # words between what is measured and its number
_BETWEEN = 4  # words between a number and what sets it against another
_MEMORY = 12  # figures that are looked back at
_SAME, _BEFORE = 100, 20  # times greater or smaller, in one sentence and in the one before
_THOUSAND, _MILLION = 10**3, 10**6
_ALIKE = Decimal(5)  # times greater or smaller
_HOTTEST = 60
_HIGHEST = 1000  # per cent
_SCALES = (10**12, 10**9, 10**6)
_LONG = 2  # sentences back for decimals and thousands, which count few things
_UNLIKE = -6.0  # four powers of ten
_LINKING = frozenset(["من", "عن", "في", "علي", "الي", "لكل"])
_ASIDES = frozenset([("،", "وهو"), ("،", "وهي"), ("،", "وهم")])
_LIKE = -0.5  # a number that may be a year is half or twice the other at most


def settled(
    reading: Reading, found: Sequence[Measured], scene: Scene, earlier: Sequence[Measured]
) -> list[Measured]:
    """The figures of a block, each with its unit; `earlier` are those of the blocks before.

    A number that may be a year and continues nothing is dropped.
    """
    result: list[Measured] = []
    for one, following in zip_longest(found, found[1:]):
        known = one
        if one.bare and one.qualifier != "vague":
            unit = _of_next(reading, one, following, scene) or _unit_of(
                reading, one, result, scene, earlier
            )
            if unit is None and one.doubtful:
                continue
            known = _with_unit(one, unit)
        elif one.unit in scene.tables.words.rated:
            known = replace(one, unit=_rate_of(reading, one, result))
        elif one.noun and (whole := _of_whole(reading, one, result, scene)):
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
    if _likeness(one, following) < _LIKE * 2:
        return None
    joined = not between and following.prefix > 0
    if joined or (len(between) == 1 and between[0] in scene.tables.words.next_words):
        return following.unit, following.factor
    return None


def _of_whole(
    reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene
) -> Measured | None:
    """The figure without its «من» and noun, where these say whence it comes and not what it counts.

    «120 كيلومترا من المدينة ونحو 400 من العاصمة», «62 مليارا من القروض».
    """
    place = one.noun[0] - 1 if one.noun else 0
    last = result[-1] if result else None
    if last is None or reading.words[place] != "من" or one.end <= place:
        return None
    cut = replace(one, end=place, noun=None, english="")
    if last.unit not in _COUNTS and not one.english and _is_parallel(reading, cut, last):
        return _with_unit(cut, (last.unit, last.factor))
    lent = scene.tables.measured_things.get(reading.words[place + 1]) == "money"
    paid = next((each for each in result[::-1] if is_money(each.unit)), None)
    return replace(cut, unit=paid.unit) if lent and paid and one.low >= _MILLION else None


def _rate_of(reading: Reading, one: Measured, result: Sequence[Measured]) -> str:
    """The unit with the rate of the figure before: «150 ألف برميل يوميا … بـ110 آلاف برميل»."""
    for each in result[::-1]:
        if reading.sentences[one.first] - reading.sentences[each.first] > 1:
            break
        unit, _, rate = each.unit.partition("_per_")
        if unit == one.unit:
            like = 1 / _BEFORE <= abs(one.low / each.low) <= _BEFORE if each.low else False
            return each.unit if rate and like else one.unit
    return one.unit


def _with_unit(one: Measured, unit: tuple[str, Decimal] | None) -> Measured:
    if unit is None or (unit[0] in _COUNTS and unit[1] == 1):
        return one
    code, factor = unit
    if code in _COUNTS:
        return replace(one, low=one.low * factor)
    high = None if one.high is None else one.high * factor
    return replace(one, unit=code, low=one.low * factor, high=high, noun=None, english="")


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
    if last and _is_out_of(reading, one, last, scene):
        return last.unit, last.factor
    if last and _is_parallel(reading, one, last):
        return last.unit, _scale_left_out(one, last) or last.factor
    if reading.word(one.end) == "من" and one.low < 1000 and not one.doubtful:
        return "count", Decimal(1)  # «تسعون من أخطر النزلاء»
    if last and _to_the_other(reading, one, last):
        return last.unit, _scale_left_out(one, last) or last.factor
    near = last is not None and reading.same_sentence(last.first, one.first)
    start = last.end if last and near else 0
    before = (*earlier, *result)[-_MEMORY:]
    for dimension in _measured_things(reading, one, start, scene):
        if dimension == "percent" and one.low > _HIGHEST:
            continue
        same = [each for each in before if _is_of(each.unit, dimension) and _may_be(one, each)]
        if same:
            best = max(same, key=lambda each: _likeness(one, each) + 0.1 * before.index(each))
            return best.unit, best.factor
        if dimension in _ALONE:
            return _ALONE[dimension], Decimal(1)
    return _from_before(reading, one, result, scene, earlier)


def _is_age(reading: Reading, one: Measured, scene: Scene) -> bool:
    """«بنت أربع عشرة», «45 من عمره»."""
    ages, after = scene.tables.words.ages, reading.word(one.end + 1)
    of = reading.word(one.end) == "من" and after in ages
    return of or reading.word(one.first - 1) in scene.tables.words.age_heads


def _is_out_of(reading: Reading, one: Measured, last: Measured, scene: Scene) -> bool:
    """«16 كيلومترا من أصل 32»."""
    found = match_phrase(scene.tables.words.out_of, reading.words, last.end)
    return found is not None and found[0] == one.first


def _to_the_other(reading: Reading, one: Measured, last: Measured) -> bool:
    """«من 24 دقيقة في الربع الأول إلى 17»."""
    came = reading.word(last.first - 1) == "من"
    near = reading.same_sentence(last.first, one.first)
    return near and came and reading.word(one.first - 1) in ("الي", "حتي")


def _is_parallel(reading: Reading, one: Measured, last: Measured) -> bool:
    """«120 كيلومترا من المدينة ونحو 400 من العاصمة»: built like the figure before."""
    if not reading.same_sentence(last.first, one.first) or last.bare:
        return False
    alike = reading.word(one.end) == reading.word(last.end) and reading.word(one.end) in _LINKING
    alike = alike or _is_led_alike(reading, one, last)
    start = max(last.end, one.first - _BETWEEN)
    joined = any(word[0] == "و" for word in reading.words[start : one.first + 1])
    if not (alike and joined):
        return False
    return _fits(one, last, same=True, against=True) or _scale_left_out(one, last) is not None


def _is_led_alike(reading: Reading, one: Measured, last: Measured) -> bool:
    """«قدر الخبراء الخسائر بـ300 مليون يورو وشركات التأمين بـ450»."""
    first, second = (reading.words[each.first] for each in (last, one))
    return first == second == "ب" and last.prefix == one.prefix == 1


def _measured_things(reading: Reading, one: Measured, start: int, scene: Scene) -> Iterator[str]:
    """What the words before the number say that it measures: «سرعة العبارة» a speed."""
    tables, place = scene.tables, one.first - 1
    last = max(start, one.first - _REACH)
    while place >= last and reading.same_sentence(place, one.first):
        if aside := _aside(reading, place, last):
            place = aside
        known = tables.measured_things.get(reading.words[place])
        if known and not _is_the_same(reading, place, scene):
            sold = reading.words[place].lstrip("وف") in tables.words.groups["sold_words"]
            yield "count" if sold and reading.word(place + 1) == "من" else known
        place -= 1


def _aside(reading: Reading, place: int, last: int) -> int:
    """The word before a clause such as «، وهو يلوح بوصل الرسم،», which ends at the word."""
    if reading.words[place] != "،":
        return 0
    opens = range(place - 2, max(last, 1) - 1, -1)
    return next((at for at in opens if reading.words[at : at + 2] in _ASIDES), 1) - 1


def _is_the_same(reading: Reading, place: int, scene: Scene) -> bool:
    """«للمسافة والأشهر نفسها»: the circumstances, not what was measured."""
    same = scene.tables.lexicon.dates.groups["same_words"]
    return not same.isdisjoint(reading.words[place + 1 : place + 3])


def _is_of(unit: str, dimension: str) -> bool:
    if dimension == "money":
        return is_money(unit)
    if dimension == "speed":
        length, _, rate = unit.partition("_per_")
        return length in _LENGTHS and rate in ("hour", "second", "minute")
    return unit in _DIMENSIONS[dimension]


def is_money(unit: str) -> bool:
    """Whether it is the code of a currency."""
    return len(unit) == 3 and unit.isupper()


def _may_be(one: Measured, other: Measured) -> bool:
    """Whether the sizes are near enough for one thing: an interest of 8 is no sum of billions."""
    return one.low == 0 or _likeness(one, other) > _UNLIKE


def _likeness(one: Measured, other: Measured) -> float:
    """0 for numbers of one size, -1.5 for each power of ten between them."""
    size = abs(other.low / other.factor)
    if not one.low or not size:
        return -1.5
    return -1.5 * abs(log10(abs(one.low)) - log10(size))


# ---------------------------------------------------------------- what it goes on from


def _from_before(
    reading: Reading,
    one: Measured,
    result: Sequence[Measured],
    scene: Scene,
    earlier: Sequence[Measured],
) -> tuple[str, Decimal] | None:
    """The unit of the figure that this one goes on from: near, of like size, set against it."""
    decimal = one.low != int(one.low)
    candidates = tuple(_candidates(reading, one, result, earlier))
    if not candidates:
        return _of_scale(reading, one, result) if decimal else None
    against = _is_set_against(reading, one, result, scene)
    part = _is_part(reading, one, result, scene)
    last = result[-1] if result else None
    near = last is not None and reading.same_sentence(last.first, one.first)
    if last and near and against and is_money(last.unit) and (scale := _scale_left_out(one, last)):
        return last.unit, scale
    if part and decimal and (scaled := _of_scale(reading, one, result)):
        return scaled
    best, score = None, float("-inf")
    for rank, (each, same) in enumerate(candidates):
        if not _fits(one, each, same=same, against=against or part):
            continue
        if part:
            return each.unit, each.factor
        if one.doubtful and not against and _likeness(one, each) < _LIKE:
            continue
        fit = _likeness(one, each) - 0.4 * rank
        if fit > score:
            best, score = each, fit
    if best is None and decimal:
        return _of_scale(reading, one, result)
    return (best.unit, best.factor) if best else None


def _scale_left_out(one: Measured, last: Measured) -> Decimal | None:
    """«من ستة ملايين طن إلى ثمانية»: the millions of the figure before, where both are alike."""
    scale = next((Decimal(each) for each in _SCALES if last.low >= each), None)
    if scale is None or last.factor != 1 or not 0 < one.low < _THOUSAND:
        return None
    return scale if 1 / _ALIKE <= last.low / scale / one.low <= _ALIKE else None


def _of_scale(
    reading: Reading, one: Measured, result: Sequence[Measured]
) -> tuple[str, Decimal] | None:
    """«23.5 مليار، 10.5 منها»: a decimal that leaves out the scale with the unit."""
    last = result[-1] if result else None
    if last is None or not reading.same_sentence(last.first, one.first) or not is_money(last.unit):
        return None
    scale = next((each for each in _SCALES if last.low >= each), None)
    if scale is None or not _SAME > last.low / scale / one.low > Decimal(1) / _SAME:
        return None
    return last.unit, Decimal(scale)


def _is_part(reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene) -> bool:
    """«27 قبرا، فتح منها أربعة», «750 هكتارا احترق منها 48»."""
    start = max([0, one.first - _BETWEEN, *(each.end for each in result)])
    near = (*reading.words[start : one.first], reading.word(one.end))
    return not scene.tables.words.people_meant.isdisjoint(near)


def _candidates(
    reading: Reading, one: Measured, result: Sequence[Measured], earlier: Sequence[Measured]
) -> Iterator[tuple[Measured, bool]]:
    """The figures of this sentence and the one before, nearest first, and whether it is the same."""
    number = reading.sentences[one.first]
    back = 1 if one.low < 1000 and one.low == int(one.low) else _LONG
    for each in result[::-1]:
        if number - reading.sentences[each.first] <= back:
            yield each, reading.sentences[each.first] == number
    if number == 0 and earlier:
        yield earlier[-1], False


def _fits(one: Measured, each: Measured, *, same: bool, against: bool) -> bool:
    size = abs(each.low / each.factor)
    if one.low and size:
        limit = _SAME if same else _BEFORE
        if not Decimal(1) / limit <= abs(one.low) / size <= limit:
            return False
    if each.unit in _COUNTS:
        return one.low == int(one.low) or each.low != int(each.low)
    if each.unit == "ratio" or one.noun is not None:
        return False
    if each.unit in _TIMES:
        return same and against
    if each.unit == "percent":
        told = against or (one.qualifier is not None and _likeness(one, each) > _LIKE)
        return one.low <= 100 and ((told and same) or one.low != int(one.low))
    if each.unit == "celsius" and one.low > _HOTTEST:
        return False
    return against or same or one.low >= 10 or one.digits


def _is_set_against(
    reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene
) -> bool:
    """«كان بـ20 جنيها فصار بـ55», «مقابل 42», «و12 في عجلون», «وفي رمضان ثماني»."""
    words = scene.tables.against
    joined = one.prefix > 0 and reading.words[one.first].startswith("و")
    if joined or reading.word(one.first - 1) in ("لا", "ليس", "وليس"):
        return True  # «كلف 14 مليونا، لا عشرة»
    start = max([0, one.first - _BETWEEN, *(each.end for each in result)])
    if any(word in words or word[1:] in words for word in reading.words[start : one.first]):
        return True
    return _leaves_verb_out(reading, one, start, scene)


def _leaves_verb_out(reading: Reading, one: Measured, start: int, scene: Scene) -> bool:
    """«تستغرق بالقطار ست ساعات، وبالحافلة تسعا»: the clause goes on without its verb.

    A noun that can be counted before the number is what is counted: «وأولاده ثلاثة».
    """
    follows = reading.word(one.end)
    if follows.isalpha() and follows not in scene.tables.function_words:
        return False
    between = reading.words[start : one.first]
    begins = next((at for at, word in enumerate(between) if word[0] == "و"), None)
    if begins is None or "،" in between[begins:]:
        return False
    head = between[begins].removeprefix("و")
    if head in scene.tables.words.where_words or head.startswith("بال"):
        return True
    counted = any(word in scene.tables.counted_definite for word in between[begins:])
    return head.startswith("ال") and head not in scene.tables.function_words and not counted
