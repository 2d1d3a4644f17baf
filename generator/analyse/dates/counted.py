"""Moments counted from another one: «قبل عامين», «بعد ذلك بيومين», «بعد عام من ذلك»."""

from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import (
    Anchor,
    day_of,
    shifted_day,
    shifted_month,
    shifted_year,
    week_of,
    year_of,
)
from generator.analyse.dates.context import PUBLISHED, TEXT, Context, Found, day_found
from generator.analyse.dates.outlook import comes_later
from generator.analyse.numbers.read import read_number
from generator.analyse.numbers.words import FRACTION
from generator.analyse.reading import Reading

_MONTHS = {"year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
_LONGEST = 1200  # months; what is told in centuries is no year
_OLDEST = 5000  # of any unit


@dataclass(frozen=True, slots=True)
class _Span:
    """How long: so many of a unit, which ends before a word."""

    end: int
    unit: str
    count: int


# ---------------------------------------------------------------- from the date before


def counted_from(reading: Reading, index: int, context: Context) -> Found | None:
    """«بعد ذلك بيومين», «قبلها بعام», «بعد شهر من ذلك»: counted from the date before in the text."""
    tables, word = context.tables, reading.word(index)
    later = tables.in_group("after_words", word)
    if later or tables.in_group("ago_words", word):
        that = tables.bare("that_words", reading.word(index + 1))
        span = _by(reading, index + 2, context) if that else _of_that(reading, index + 1, context)
    else:
        later = tables.in_group("after_it_words", word)
        known = later or tables.in_group("earlier_words", word)
        span = _by(reading, index + 1, context) if known else None
    if span is None or context.previous is None or not _follows_on(reading, index, context):
        return None
    joined = word[:1] in ("و", "ف")
    return _moved(index, joined, span, 1 if later else -1, context.previous)


def _follows_on(reading: Reading, index: int, context: Context) -> bool:
    """Whether the date before is near enough to be meant; it may end the block before."""
    return reading.sentences[index] - max(context.told, 0) <= 1


def _of_that(reading: Reading, index: int, context: Context) -> _Span | None:
    """«عام من ذلك», «ثلاث سنوات على ذلك»."""
    span = _span(reading, index, context)
    if span is None or reading.word(span.end) not in ("من", "علي"):
        return None
    that = reading.word(span.end + 1)
    return _Span(span.end + 2, span.unit, span.count) if that == "ذلك" else None


def _by(reading: Reading, index: int, context: Context) -> _Span | None:
    """«بيومين», «بثلاثة أيام», «بنحو عام»."""
    word, tables = reading.word(index), context.tables
    if tables.in_group("approximations", word) and word.startswith("ب"):
        return _span(reading, index + 1, context)
    number = read_number(reading, index, tables.numbers)
    if not word.startswith("ب") or (number and not number.prefix):
        return None
    if number:
        return _span(reading, index, context)
    form = next((f for rest, f in tables.durations.get(word[1:], ()) if not rest), None)
    return _Span(index + 1, form.code, 2 if form.dual else 1) if form else None


def _moved(first: int, joined: bool, span: _Span, sign: int, base: Anchor) -> Found | None:
    count, prefix = sign * span.count, int(joined)
    if base.year <= span.count // (1 if span.unit == "year" else 12):
        return None
    if span.unit == "year":
        parts = Anchor(base.year + count)
        return Found(first, span.end, prefix, shifted_year(base, count), TEXT, parts)
    if span.unit == "month" and base.month:
        when = shifted_month(base, count)
        year, _, month = (when.iso or "").partition("-")
        return Found(first, span.end, prefix, when, TEXT, Anchor(int(year), int(month)))
    if span.unit not in _DAYS or base.day is None:
        return None
    return day_found(first, span.end, shifted_day(base, count * _DAYS[span.unit]), TEXT)


# ---------------------------------------------------------------- how long


def _span(reading: Reading, index: int, context: Context) -> _Span | None:
    """«عامين», «ثلاث سنوات», «عام ونصف العام», «نصف قرن», «شهر»."""
    tables = context.tables
    number = read_number(reading, index, tables.numbers)
    if number and number.vague:
        return None
    unit_at, count = (number.end, number.low) if number else (index, Decimal(1))
    unit = match_phrase(tables.durations, reading.words, unit_at)
    if unit is None:
        return None
    end, form = unit
    single = form.dual or reading.word(unit_at) in tables.words.calendar_units
    if number is None and not single and form.code != "century":
        return None
    count = Decimal(2) if form.dual else count
    if half := _half(reading, end, context):
        end, count = half, count + Decimal("0.5")
    return _whole(end, form.code, count)


def _half(reading: Reading, index: int, context: Context) -> int | None:
    """The word after «ونصف», «ونصف العام»."""
    word = context.tables.numbers.words.get(reading.word(index))
    if word is None or word.kind != FRACTION or not word.joined or word.value * 2 != 1:
        return None
    again = context.tables.units.get(reading.word(index + 1))
    return index + 1 + (again is not None and reading.word(index + 1).startswith("ال"))


def _whole(end: int, unit: str, count: Decimal) -> _Span | None:
    """The same in whole years, or months where these do not do."""
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        if months != int(months) or (unit == "century" and months > _LONGEST):
            return None
        years, rest = divmod(int(months), 12)
        return _Span(end, "month", int(months)) if rest else _Span(end, "year", years)
    if count != int(count) or count > _OLDEST or (unit != "month" and unit not in _DAYS):
        return None
    return _Span(end, unit, int(count))


# ---------------------------------------------------------------- from the issue


def ago(reading: Reading, index: int, context: Context) -> Found | None:
    """«قبل أربع سنوات», «قبل نحو شهرين», «قبل أسبوع»: as exact as its unit."""
    tables = context.tables
    if not tables.in_group("ago_words", reading.word(index)):
        return None
    start = index + 1 + tables.bare("approximations", reading.word(index + 1))
    number = read_number(reading, start, tables.numbers)
    if number and number.prefix:
        return None
    span = _span(reading, start, context)
    if span is None or _is_of_something(reading, span.end, context, counted=number is not None):
        return None
    if comes_later(reading, index, context):
        return None  # «لن ينتهي قبل عشرين يوما»
    return _before_issue(index, span, context.published)


def _is_of_something(reading: Reading, end: int, context: Context, *, counted: bool) -> bool:
    """«قبل عام من الحرب», «قبل عام 2015», «قبل يوم الإدراج»; not «قبل عقد من الزمن»."""
    word, after = reading.word(end), reading.word(end + 1)
    if word in ("من", "علي") and not context.tables.bare("of_now_words", after):
        return True
    if word.isdigit() or counted:
        return word.isdigit()
    tables = context.tables
    return word.startswith("ال") or word in tables.hijri_months or word in tables.months


def _before_issue(first: int, span: _Span, base: Anchor | None) -> Found | None:
    if base is not None and base.year <= span.count // (1 if span.unit == "year" else 12):
        return Found(first, span.end, 0, year_of(None), PUBLISHED)
    if span.unit == "year":
        parts = Anchor(base.year - span.count) if base else None
        return Found(first, span.end, 0, shifted_year(base, -span.count), PUBLISHED, parts)
    if span.unit == "month":
        when = shifted_month(base, -span.count)
    elif span.unit == "week":
        when = week_of(shifted_day(base, -7 * span.count))
    else:
        when = day_of(shifted_day(base, -span.count))
    return Found(first, span.end, 0, when, PUBLISHED)
