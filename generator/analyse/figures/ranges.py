"""One number or two: ranges, changes from one value to another, days of a month."""

from dataclasses import replace
from decimal import Decimal

from generator.analyse.figures.amounts import joined_number, measure, single
from generator.analyse.figures.context import DASHES, Measured, Scene, is_free, sign_before, unit_at
from generator.analyse.figures.no_figures import is_designation, is_name, is_time, is_year
from generator.analyse.figures.qualifiers import qualified
from generator.analyse.figures.tables import FigureTables, Unit
from generator.analyse.numbers.read import read_number
from generator.analyse.numbers.words import Number
from generator.analyse.reading import Reading


def numbered(reading: Reading, number: Number, scene: Scene) -> list[Measured]:
    """The figures of a number: one, two where it tells a change, none where it measures nothing."""
    if is_name(reading, number, scene.tables) or is_time(reading, number):
        return []
    if (
        reading.word(number.first - 1) in scene.tables.words.groups["few_words"]
        and number.low == 10
    ):
        return []  # «بضعة عشر قتيلا»
    sign = sign_before(reading, number, scene.tables)
    unit = unit_at(reading, number.end, scene, sign)
    second = _second_number(reading, number, unit, scene)
    if second is None and unit is None and is_designation(reading, number, scene.tables):
        return []
    if second is None:
        return single(reading, number, unit, scene)
    other, change = second
    other_unit = unit_at(reading, other.end, scene, sign)
    if unit and other_unit and (unit.code, other_unit.code) == ("point", "celsius"):
        unit = replace(unit, code="celsius")  # «بين 22 درجة و31 درجة مئوية»
    low, high = _shared_scale(number, other)
    change = change or _differ(unit, other_unit)
    if change or low >= high:
        first_unit = unit if unit and unit.code != "count" else other_unit
        shared = replace(first_unit, end=number.end) if first_unit and not unit else unit
        return single(reading, replace(number, low=low), shared, scene)
    if is_year(number) and is_year(other) and other_unit is None:
        return []
    last = other_unit or unit
    measured = measure(reading, replace(number, low=low, high=high), last, scene)
    if measured is None:
        return []
    end = max(other.end, other_unit.end if other_unit else 0)
    ranged = qualified(reading, replace(measured, end=end), scene)
    return [replace(ranged, qualifier=ranged.qualifier or "range")]


_LAST_DAY = 31
_CHANGE, _NEAR = 10, 4  # words from what tells a change to its first number, with «من» and without


def days_end(reading: Reading, number: Number, scene: Scene) -> int | None:
    """The word after days of a month: «بين 24 و30 من الشهر الجاري», «من 10 إلى 12 مايو»."""
    if not number.digits or not 1 <= number.low <= _LAST_DAY:
        return None
    if number.end + 1 in scene.taken and reading.word(number.first - 1) in ("من", "بين"):
        to = reading.word(number.end)
        return number.end if to in scene.tables.words.to_words or to == "و" else None
    second = _second_number(reading, number, None, scene)
    if second is None or not number.low < second[0].low <= _LAST_DAY:
        return None
    end = second[0].end + (reading.word(second[0].end) in ("من", "ل"))
    word = reading.word(end)
    of_month = word.removeprefix("ال") == "شهر" or word in scene.tables.lexicon.dates.months
    return end if of_month else None


def _differ(unit: Unit | None, other: Unit | None) -> bool:
    """Whether two numbers have units of different kinds: «1.8 في المئة إلى 64 دولارا»."""
    return (
        unit is not None
        and other is not None
        and unit.code != other.code
        and ("count" not in (unit.code, other.code))
    )


def _second_number(
    reading: Reading, number: Number, unit: Unit | None, scene: Scene
) -> tuple[Number, bool] | None:
    """The other end of a range or a change, and whether it is a change."""
    tables = scene.tables.words
    ends = (number.end, unit.end) if unit and unit.code != "count" else (number.end,)
    for end in ends:
        word = reading.word(end)
        before = reading.word(number.first - 1)
        between = before in ("بين", "وبين") or before.endswith("بين")
        joined = joined_number(reading, end, scene) if between else None
        if joined:
            return joined, False
        if word in DASHES or word in tables.to_words or word in tables.or_words:
            other = read_number(reading, end + 1, scene.tables.numbers)
            if other is None or not is_free(other, scene) or other.first != end + 1:
                continue
            if word in tables.or_words and (
                number.digits != other.digits or other.scale != number.scale
            ):
                continue
            apart = end != number.end  # «هبط 120 نقطة إلى 10500 نقطة»
            change = word in tables.to_words and _is_change(
                reading, number, scene.tables, apart=apart
            )
            return other, change
    return None


def _is_change(
    reading: Reading, number: Number, tables: FigureTables, *, apart: bool = False
) -> bool:
    came = reading.word(number.first - 1) == "من" or reading.words[number.first].startswith("من")
    if not came and not apart:
        return False
    before = reading.words[max(0, number.first - (_CHANGE if came else _NEAR)) : number.first]
    return any(w in tables.words.change_words or w[1:] in tables.words.change_words for w in before)


def _shared_scale(number: Number, other: Number) -> tuple[Decimal, Decimal]:
    """«بين 3 و5 ملايين»: the first number takes the scale that only the second one has."""
    coefficient = other.low / other.scale
    if number.scale == 1 and other.scale > 1 and number.low < coefficient:
        return number.low * other.scale, other.low
    return number.low, other.low
