"""Hijri dates: the Gregorian gloss beside them, else the converted day."""

from dataclasses import replace
from datetime import timedelta

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import (
    Anchor,
    When,
    add_months,
    day_of,
    hijri_day,
    hijri_month_of,
    month_of,
    range_of,
    year_of,
)
from generator.analyse.dates.context import PUBLISHED, Context, Found, number_at
from generator.analyse.dates.days import day_and_month, day_number
from generator.analyse.dates.months import month_name
from generator.analyse.reading import Reading
from generator.model import Precision


def hijri_date(reading: Reading, index: int, context: Context) -> Found | None:
    """«15 رمضان 1445هـ الموافق 25 مارس 2024»: the Gregorian gloss, else the converted day."""
    known = day_number(reading, index, context)
    if known is None or known[2] > _LAST_DAY:
        known = None
    start = index if known is None else known[3]
    start += reading.word(start) == "من"
    start += context.tables.bare("month_words", reading.word(start))
    month = match_phrase(context.tables.hijri_months, reading.words, start)
    if month is None or (start > index and month[1][0]):
        return None
    day = known[2] if known else None
    first, prefix = known[:2] if known else (index, 0 if start > index else month[1][0])
    end = month[0]
    end += context.tables.in_group("year_words", reading.word(end))
    year = number_at(reading, end, 1200, 1600)
    if year is None:
        near = _nearest_year(month[1][1], reading.word(end), context)
        place = Found(first, end + 1, prefix, When(None, Precision.DAY), PUBLISHED)
        return _converted(place, near, month[1][1], day) if near else None
    end += 1
    end += reading.word(end) in context.tables.words.hijri_marks
    if gloss := _gloss(reading, end, context):
        return replace(gloss, first=first, prefix=prefix)
    return _converted(Found(first, end, prefix, When(None, Precision.DAY)), year, month[1][1], day)


_LAST_DAY = 30


def hijri_year(reading: Reading, index: int, context: Context) -> Found | None:
    """«عام 1446هـ»: the months of two Gregorian years that it covers."""
    tables, word = context.tables, reading.word(index)
    year = number_at(reading, index + 1, 600, 1600)
    if not tables.in_group("year_words", word) or year is None:
        return None
    if reading.word(index + 2) not in tables.words.hijri_marks:
        return None
    prefix = tables.groups["year_words"][word][0]
    if gloss := _glossed_year(reading, index + 3, context):
        return Found(index, gloss[0], prefix, year_of(gloss[1]), parts=Anchor(gloss[1]))
    first, last = hijri_day(year, 1, 1), hijri_day(year, 12, 29)
    if first is None or last is None:
        return None
    when = range_of(month_of(first.year, first.month), month_of(last.year, last.month))
    return Found(index, index + 3, prefix, when, parts=Anchor(last.year))


def _glossed_year(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    """The word after «(1742 م)», and the year."""
    year = number_at(reading, index + 1, 600, 2199)
    if reading.word(index) not in ("(", "/", "-") or year is None:
        return None
    end = index + 2 + (reading.word(index + 2) in context.tables.words.gregorian_marks)
    return end + (reading.word(index) == "(" and reading.word(end) == ")"), year


def hijri_numbers(reading: Reading, index: int, context: Context) -> Found | None:
    """«15/09/1446هـ», «1446-9-15 هـ»."""
    marks = {reading.word(index + 1), reading.word(index + 3)}
    if len(marks) != 1 or not marks <= {"/", "-"} or not reading.glued(index + 1):
        return None
    if reading.word(index + 5) not in context.tables.words.hijri_marks:
        return None
    first, month, last = (number_at(reading, at, 1, 1600) for at in range(index, index + 5, 2))
    if first is None or month is None or last is None or month > 12:
        return None
    year, day = max(first, last), min(first, last)
    if year < 1200:
        return None
    return _converted(Found(index, index + 6, 0, When(None, Precision.DAY)), year, month, day)


def _nearest_year(month: int, word: str, context: Context) -> int | None:
    """The Hijri year of «رمضان الماضي», «شعبان المقبل», reckoned from the issue."""
    known = context.published
    if known is None or known.month is None:
        return None
    this = hijri_month_of(known.year, known.month, known.day or 15)
    if this is None:
        return None
    year, current = this
    if context.tables.bare("past_words", word):
        return year - (month >= current)
    if context.tables.bare("future_words", word):
        return year + (month <= current)
    return year if context.tables.bare("current_words", word) and month == current else None


def _gloss(reading: Reading, index: int, context: Context) -> Found | None:
    """The Gregorian date after «الموافق», a stroke or a bracket."""
    for start in range(index, index + 4):
        word = reading.word(start)
        if found := day_and_month(reading, start, context) or month_name(reading, start, context):
            closing = reading.word(start - 1) == "(" and reading.word(found.end) == ")"
            return replace(found, end=found.end + closing) if start > index else None
        if word not in "(-–/،ل" and word not in context.tables.words.gloss_marks:
            return None
    return None


def _converted(found: Found, year: int, month: int, day: int | None) -> Found | None:
    if day is not None:
        value = hijri_day(year, month, day)
        parts = Anchor(value.year, value.month, value.day) if value else None
        return replace(found, when=day_of(value), parts=parts)
    first = hijri_day(year, month, 1)
    last = hijri_day(*add_months(year, month, 1), 1)
    if first is None or last is None:
        return None
    last -= timedelta(days=1)
    when = month_of(first.year, first.month)
    if (last.year, last.month) != (first.year, first.month):
        when = range_of(when, month_of(last.year, last.month))
    return replace(found, when=when, parts=Anchor(first.year, first.month))
