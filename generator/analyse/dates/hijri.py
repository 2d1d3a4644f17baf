"""Hijri dates: the Gregorian gloss beside them, else the converted day."""

from dataclasses import replace

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import (
    Anchor,
    When,
    add_months,
    day_of,
    hijri_day,
    month_of,
    range_of,
)
from generator.analyse.dates.context import (
    Context,
    Found,
    number_at,
)
from generator.analyse.dates.months import day_and_month, month_name
from generator.analyse.reading import Reading
from generator.model import Precision


def hijri_date(reading: Reading, index: int, context: Context) -> Found | None:
    """«15 رمضان 1445هـ الموافق 25 مارس 2024»: the Gregorian gloss, else the converted day."""
    day = number_at(reading, index, 1, 30)
    start = index if day is None else index + 1
    start += reading.word(start) == "من"
    start += context.tables.bare("month_words", reading.word(start))
    month = match_phrase(context.tables.hijri_months, reading.words, start)
    if month is None or (start > index and month[1][0]):
        return None
    end = month[0]
    end += reading.word(end) in ("عام", "سنه", "لعام")
    year = number_at(reading, end, 1200, 1600)
    if year is None:
        return None
    end += 1
    end += reading.word(end) in context.tables.words.hijri_marks
    if gloss := _gloss(reading, end, context):
        return replace(gloss, first=index, prefix=month[1][0] if start == index else 0)
    prefix = month[1][0] if start == index else 0
    return _converted(Found(index, end, prefix, When(None, Precision.DAY)), year, month[1][1], day)


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
    when = range_of(month_of(first.year, first.month), month_of(last.year, last.month))
    return replace(found, when=when, parts=Anchor(first.year, first.month))
