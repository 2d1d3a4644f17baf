"""Moments counted from another one: «قبل عامين», «بعد ذلك بيومين»."""

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
from generator.analyse.numbers.read import read_number
from generator.analyse.reading import Reading


def after_that(reading: Reading, index: int, context: Context) -> Found | None:
    """«بعد ذلك بيومين», «بعدها بثلاثة أيام»: days counted from the date before in the text."""
    tables, word = context.tables, reading.word(index)
    that = reading.word(index + 1) == "ذلك"
    after_it = tables.bare("after_it_words", word)
    if not (tables.in_group("after_words", word) and that) and not after_it:
        return None
    start = index + 1 + that
    days = _counted_days(reading, start, context)
    base = context.previous
    if days is None or base is None:
        return None
    if days[2] == "year":
        parts = Anchor(base.year + days[1])
        return Found(index, days[0], 0, shifted_year(base, days[1]), TEXT, parts)
    if base.day is None:
        return None
    return day_found(index, days[0], shifted_day(base, days[1]), TEXT)


def _counted_days(reading: Reading, index: int, context: Context) -> tuple[int, int, str] | None:
    """The word after a number of days, weeks or years behind «بـ», how many, of days or years."""
    word, tables = reading.word(index), context.tables
    number = read_number(reading, index, tables.numbers)
    count = 1
    if number and number.prefix and number.low == int(number.low) and not number.vague:
        unit, end, count = reading.word(number.end), number.end, int(number.low)
    elif word.startswith("ب") and number is None:
        unit, end = word[1:], index
    else:
        return None
    form = next((f for rest, f in tables.durations.get(unit, ()) if not rest), None)
    if form is None or form.code not in ("day", "week", "year"):
        return None
    whole = (2 if form.dual else count) * (7 if form.code == "week" else 1)
    return end + 1, whole, "year" if form.code == "year" else "day"


def ago(reading: Reading, index: int, context: Context) -> Found | None:
    """«قبل أربع سنوات», «قبل نحو شهرين», «قبل أسبوع»: as exact as its unit."""
    tables = context.tables
    if not tables.in_group("ago_words", reading.word(index)):
        return None
    start = index + 1
    start += tables.bare("approximations", reading.word(start))
    number = read_number(reading, start, tables.numbers)
    unit_at, count = (number.end, int(number.low)) if number else (start, 1)
    if number and (number.low != count or number.vague or number.prefix):
        return None
    unit = match_phrase(tables.durations, reading.words, unit_at)
    if unit is None or (
        number is None
        and not (unit[1].dual or reading.word(unit_at) in tables.words.calendar_units)
    ):
        return None
    end, form = unit
    if form.dual:
        count = 2
    of_now = tables.bare("of_now_words", reading.word(end + 1))
    if (reading.word(end) in ("من", "علي") and not of_now) or reading.word(end).isdigit():
        return None
    return _ago_value(index, end, form.code, count, context)


def _ago_value(first: int, end: int, unit: str, count: int, context: Context) -> Found | None:
    base = context.published
    if count > 5000:
        return None
    if unit in ("year", "decade"):
        years = count * (10 if unit == "decade" else 1)
        parts = Anchor(base.year - years) if base else None
        when = shifted_year(base, -years) if base is None or base.year > years else year_of(None)
    elif unit == "month":
        when, parts = shifted_month(base, -count), None
    elif unit == "week":
        when, parts = week_of(shifted_day(base, -7 * count)), None
    elif unit == "day":
        when, parts = day_of(shifted_day(base, -count)), None
    else:
        return None
    return Found(first, end, 0, when, PUBLISHED, parts)
