"""One number with its unit -> Measured: with its smaller unit, below zero, a part of one."""

from dataclasses import replace
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.bare import after_noun, is_code, is_definite, without_unit
from generator.analyse.figures.context import DASHES, Measured, Scene, and_a_half, unit_at
from generator.analyse.figures.no_figures import is_year
from generator.analyse.figures.qualifiers import qualified, qualifier_before
from generator.analyse.figures.tables import FigureTables, Unit
from generator.analyse.numbers.read import read_number
from generator.analyse.numbers.words import Number
from generator.analyse.reading import Reading
from generator.measures import converted, dimension

_SHORT = 10  # smaller numbers in words need a noun after them


def single(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> list[Measured]:
    """The figure of one number, where it is one: none or one."""
    measured = measure(reading, number, unit, scene)
    return [qualified(reading, with_parts(reading, measured, scene), scene)] if measured else []


def with_parts(reading: Reading, measured: Measured, scene: Scene) -> Measured:
    """«متران و40 سنتيمترا», «دولار وعشرين سنتا»: with the smaller unit that «و» joins."""
    if measured.high is not None or measured.unit in ("count", "percent", "person"):
        return measured
    part = joined_number(reading, measured.end, scene)
    unit = unit_at(reading, part.end, scene, None) if part and part.high is None else None
    if part and unit is None and _goes_on(measured, part):
        return replace(measured, end=part.end, low=measured.low + part.low * measured.factor)
    if part is None or unit is None:
        return measured
    size = _size_within(measured, unit)
    if size is None or part.low * size >= 1:
        return measured
    return replace(measured, end=unit.end, low=measured.low + part.low * size)


def _size_within(measured: Measured, unit: Unit) -> Decimal | None:
    """How much of the figure's unit a smaller one is: a hundredth for centimetres after metres."""
    if unit.code == measured.unit:
        return unit.factor if unit.factor < measured.factor else None
    size = converted(unit.factor, unit.code, measured.unit)
    in_parts = dimension(unit.code) in _IN_PARTS and dimension(measured.unit) in _IN_PARTS
    return size if in_parts and size < unit.factor else None


_IN_PARTS = frozenset({"length", "mass"})


def _goes_on(measured: Measured, part: Number) -> bool:
    """Whether «ومئة مليون» goes on «ملياري دولار»: thousands or millions below its last scale."""
    whole = next((s for s in _SCALES if measured.low % s == 0), 1)
    return part.scale >= 1000 and part.low < whole and part.high is None


_SCALES = (10**12, 10**9, 10**6, 10**3)


def joined_number(reading: Reading, index: int, scene: Scene) -> Number | None:
    """The number that «و» joins at the word."""
    word = reading.word(index)
    if word == "و":
        return read_number(reading, index + 1, scene.tables.numbers)
    known = scene.tables.numbers.words.get(word)
    return read_number(reading, index, scene.tables.numbers) if known and known.joined else None


def measure(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> Measured | None:
    """The figure of a number and its unit, as yet without a qualifier; none where it is no figure."""
    if part := _part_of_whole(reading, number, scene):
        return part
    if number.fraction:
        return _fraction(reading, number, unit, scene)
    if number.definite and _is_ordinal(reading, number, scene.tables):
        return None
    if number.vague and unit is None and reading.word(number.end).startswith("ال"):
        place = (number.end, number.end + 1)
        unit = Unit(number.end + 1, "count", place)  # «عشرات الجولات»
    unnamed = unit is not None and unit.code == "count" and not unit.english
    if number.digits and unnamed and is_code(reading, number):
        return None
    if _is_dated(reading, number, scene) and (unnamed or reading.word(number.end) == "وحده"):
        return None
    if unit is None or (unit.code == "count" and number.definite):
        return without_unit(reading, number, scene)
    if unit.code == "decade" and number.low > _SHORT and number.high is None:
        unit = replace(unit, code="count")  # «12 عقدا» are contracts
    if (
        number.prefix
        and dimension(unit.code) == "time"
        and is_after_that(reading, number.first, scene.tables)
    ):
        return None
    if number.definite and not number.digits and _is_counted(reading, number.first - 1, scene):
        return after_noun(reading, number, scene)  # «انتظر الركاب الثلاثون ساعات»
    end, low, high = unit.end, number.low, number.high
    half = and_a_half(reading, end, scene) if unit.code != "count" else None
    if half and high is None:
        end, low = half[0], low + half[1]
    low *= unit.factor
    high = None if high is None else high * unit.factor
    if unit.code in ("celsius", "percent"):
        end, low, high = _below_zero(reading, number, end, low, high, scene.tables)
    return Measured(
        number.first,
        end,
        number.prefix,
        low,
        high,
        unit.code,
        unit.noun,
        unit.english,
        "vague" if number.vague else None,
        factor=unit.factor,
    )


def _below_zero(
    reading: Reading,
    number: Number,
    end: int,
    low: Decimal,
    high: Decimal | None,
    tables: FigureTables,
) -> tuple[int, Decimal, Decimal | None]:
    """«12 درجة تحت الصفر», «ناقص 5 درجات»: (the word after it, the bounds)."""
    below = match_phrase(tables.words.below_zero, reading.words, end)
    told = reading.word(number.first - 1) in tables.words.minus or _has_sign(reading, number)
    if not below and not told:
        return end, low, high
    end = below[0] if below else end
    return (end, -low, None) if high is None else (end, -high, -low)


def _has_sign(reading: Reading, number: Number) -> bool:
    """«-5 درجات»: a dash glued before the number alone, which ends no other word."""
    dash = number.first - 1
    if reading.word(dash) not in DASHES or not reading.glued(number.first):
        return False
    return not reading.glued(dash) and not reading.word(dash - 1)[-1:].isdigit()


def _part_of_whole(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """«خمس السكان», «عشر الإنتاج»: a ratio; not «خمس السنوات»."""
    noun = reading.word(number.end)
    written = reading.words[number.first][number.prefix :]
    if number.digits or number.definite or number.low not in _PARTS or written.endswith("ه"):
        return None
    if number.end > number.first + 1 or not noun.startswith("ال") or noun.endswith("ات"):
        return None
    if noun[2:] in scene.tables.words.units or noun in scene.tables.function_words:
        return None
    place = (number.end, number.end + 1)
    low = Decimal(1) / number.low
    return Measured(number.first, number.end + 1, number.prefix, low, None, "ratio", place)


_PARTS = (5, 7, 9, 10)  # what is spelled like its part: خُمس, سُبع, تُسع, عُشر


def _fraction(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> Measured | None:
    """«نصف ساعة» is 30 minutes; «ثلث السكان» a ratio, where it is no part of a name."""
    if unit and unit.code == "hour":
        return Measured(number.first, unit.end, number.prefix, number.low * 60, None, "minute")
    if unit and unit.code not in ("count", "celsius"):
        low = number.low * unit.factor
        return Measured(number.first, unit.end, number.prefix, low, None, unit.code)
    noun = reading.word(number.end)
    if noun == "الساعه" and number.end > number.first + 1:
        return Measured(
            number.first, number.end + 1, number.prefix, number.low * 60, None, "minute"
        )  # «ثلاثة أرباع الساعة»
    counted = noun.startswith("ال") or noun in scene.tables.words.counted
    if number.definite or not counted or noun in scene.tables.words.not_parts:
        return None
    common = number.low in (Decimal("0.5"), Decimal("0.25"))
    if common and qualifier_before(reading, number.first, scene.tables) is None:
        return None
    place = (number.end, number.end + 1)
    return Measured(number.first, number.end + 1, number.prefix, number.low, None, "ratio", place)


def _is_dated(reading: Reading, number: Number, scene: Scene) -> bool:
    """Whether a year stands where one is told: «في 2012 وحده», «6 مارس 2026 خط الإنتاج»."""
    before = reading.word(number.first - 1)
    told = before in scene.tables.words.where_words or before in scene.tables.words.before_that
    return is_year(number) and (told or number.first - 1 in scene.taken)


def _is_counted(reading: Reading, index: int, scene: Scene) -> bool:
    """Whether the word is what a definite number after it counts: «الركاب الثلاثون»."""
    if is_definite(reading.word(index)) and index not in scene.taken:
        return True
    known = scene.tables.counted_definite.get(reading.word(index))
    return known is not None and reading.word(index)[known[0] :].startswith("ال")


def is_after_that(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«بعد ذلك بيومين», «وبعد جولة أخرى بأسبوع»: a moment, not how long something took."""
    if not reading.words[index].startswith("ب"):
        return False
    near = reading.words[max(0, index - 4) : index]
    return not tables.words.groups["before_or_after"].isdisjoint(near)


def _is_ordinal(reading: Reading, number: Number, tables: FigureTables) -> bool:
    head = reading.word(number.first - 1)
    bare = head.lstrip("وفبلك")
    return not tables.words.ordinal_heads.isdisjoint((head, bare, f"ال{bare}"))
