"""Days: «15 سبتمبر 2023», «العشرين من الشهر الماضي», «13/2/2024».

A rule looks at one word and says whether a date begins there. Words are counted in the reading.
"""

from dataclasses import replace
from datetime import date

from generator.analyse.dates.calendar import Anchor, add_months, day_of, is_day, range_of
from generator.analyse.dates.context import (
    DASHES,
    PUBLISHED,
    TEXT,
    Context,
    Found,
    Tail,
    free_number,
    number_at,
)
from generator.analyse.dates.months import doubled, year_for
from generator.analyse.dates.years import year_tail
from generator.analyse.numbers.words import TENS
from generator.analyse.reading import Reading


def numeric_date(reading: Reading, index: int, context: Context) -> Found | None:
    """«2024-02-13», «13/2/2024», «13.2.2024»."""
    if dotted := _dotted_date(reading, index):
        return dotted
    first = number_at(reading, index, 1, 9999)
    if first is None or reading.word(index + 1) not in DASHES or not reading.glued(index + 1):
        return None
    second, third = number_at(reading, index + 2, 1, 31), number_at(reading, index + 4, 1, 9999)
    if second is None or third is None or reading.word(index + 3) != reading.word(index + 1):
        return None
    return _checked_day(index, index + 5, (first, second, third))


def _dotted_date(reading: Reading, index: int) -> Found | None:
    parts = reading.word(index).split(".")
    if len(parts) != 3 or not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    first, second, third = (int(part) for part in parts)
    return _checked_day(index, index + 1, (first, second, third))


def _checked_day(first: int, end: int, numbers: tuple[int, int, int]) -> Found | None:
    year, month, day = numbers if numbers[0] > 999 else numbers[::-1]
    if not (1800 <= year <= 2199 and is_day(year, month, day)):
        return None
    when = day_of(date(year, month, day))
    return Found(first, end, 0, when, parts=Anchor(year, month, day))


def day_and_month(reading: Reading, index: int, context: Context) -> Found | None:
    """«15 سبتمبر 2023», «الأول من مايو», «من 5 إلى 8 مارس»."""
    day = day_number(reading, index, context)
    if day is None:
        return None
    first, prefix, low, end = day
    high = _second_day(reading, end, context)
    if high:
        end = high[1]
    end += reading.word(end) == "من"
    if inner := _of_month_meant(reading, end, high[0] if high else low, context):
        begin = _of_month_meant(reading, end, low, context) if high else None
        when = range_of(begin.when, inner.when) if begin else inner.when
        return replace(inner, first=first, prefix=prefix, when=when)
    end += context.tables.bare("month_words", reading.word(end))
    month = context.tables.month_at(reading, end)
    if month is None or month[1]:
        return None
    end, number = doubled(reading, month[0], month[2], context), month[2]
    tail = year_tail(reading, end, context)
    last = _day_value(reading, first, number, high[0] if high else low, tail, context)
    if last is None:
        return None
    end = tail.end if tail else end
    if high and last.parts:
        begin = _day_value(reading, first, number, low, Tail(0, last.parts.year), context)
        if begin is None:
            return None
        return replace(
            last, first=first, end=end, prefix=prefix, when=range_of(begin.when, last.when)
        )
    return replace(last, first=first, end=end, prefix=prefix)


def _of_month_meant(reading: Reading, index: int, day: int, context: Context) -> Found | None:
    """«العشرين من الشهر الماضي», «9 من الشهر ذاته»: a day of a month told by its place."""
    word = reading.word(index)
    groups, before = context.tables.words.groups, reading.word(index - 2)
    if word == "منه" and (before in groups["before_year"] or before in groups["until_words"]):
        return _of_month_told(index, day, context)  # «تنتهي في 20 منه»
    unit = context.tables.units.get(word)
    if unit is None:
        return _of_this_month(reading, index, day, context)
    if (
        not (reading.word(index - 1) == "من" or word.startswith("ال"))
        or unit[1] != "month"
        or unit[0]
    ):
        return None
    shift, base, name = _month_shift(reading.word(index + 1), context)
    after = reading.word(index + 1)
    plain = name is None and (not after[:1].isalnum() or after in context.function_words)
    if plain and reading.word(index - 1) == "من" and context.published:
        return _of_running_month(index, day, context)  # «20 من الشهر»
    if name is None:
        return None
    if base is None or base.month is None:
        return None if name == TEXT else Found(index, index + 2, 0, day_of(None), name)
    year, month = add_months(base.year, base.month, shift)
    if not is_day(year, month, day):
        return None
    found = day_of(date(year, month, day))
    return Found(index, index + 2, 0, found, name, Anchor(year, month, day))


def _of_month_told(index: int, day: int, context: Context) -> Found | None:
    told = context.previous
    if told is None or told.month is None or not is_day(told.year, told.month, day):
        return None
    when = day_of(date(told.year, told.month, day))
    return Found(index, index + 1, 0, when, TEXT, Anchor(told.year, told.month, day))


def _of_running_month(index: int, day: int, context: Context) -> Found | None:
    known = context.published
    if known is None or known.month is None or not is_day(known.year, known.month, day):
        return None
    when = day_of(date(known.year, known.month, day))
    return Found(index, index + 1, 0, when, PUBLISHED, Anchor(known.year, known.month, day))


def _of_this_month(reading: Reading, index: int, day: int, context: Context) -> Found | None:
    """«يوم 5 الجاري», «في 17 من الجاري», «14 من هذا الشهر»: of the month of the issue."""
    tables, word = context.tables, reading.word(index)
    if tables.bare("current_words", word):
        return _of_running_month(index, day, context)
    unit = tables.units.get(reading.word(index + 1))
    if not tables.bare("this_words", word) or unit is None or unit[0] or unit[1] != "month":
        return None
    found = _of_running_month(index, day, context) if reading.word(index - 1) == "من" else None
    return found and replace(found, end=index + 2)


def _month_shift(word: str, context: Context) -> tuple[int, Anchor | None, str | None]:
    tables = context.tables
    for group, shift in (("past_words", -1), ("current_words", 0), ("future_words", 1)):
        if tables.bare(group, word):
            return shift, context.published, PUBLISHED
    if tables.bare("same_words", word):
        return 0, context.previous, TEXT
    return 0, None, None


def day_number(reading: Reading, index: int, context: Context) -> tuple[int, int, int, int] | None:
    """The day that stands there, «15», «الخامس عشر»: (first word, proclitic letters, day, end)."""
    if opening := context.tables.groups["first_day_words"].get(reading.word(index)):
        return index, opening[0], 1, index + 1  # «فاتح نوفمبر»
    day = number_at(reading, index, 1, 31)
    if day is not None:
        free = free_number(reading, index, context)
        return free and (free[0], free[1], day, index + 1)
    ordinal = context.tables.ordinals.get(reading.word(index))
    table = context.tables.numbers.words
    following = table.get(reading.word(index + 1))
    if ordinal is None:
        tens = table.get(reading.word(index))
        if tens and tens.kind == TENS and tens.definite and tens.value in (20, 30):
            return index, tens.prefix, int(tens.value), index + 1
        return None
    if context.tables.bare("period_parts", reading.word(index - 1)) or _is_feminine(reading, index):
        return None
    prefix, day = ordinal
    if following and following.kind == "ten" and not following.definite:
        return index, prefix, day + 10, index + 2
    if following and following.kind == TENS and following.joined and following.definite:
        return index, prefix, day + int(following.value), index + 2
    return index, prefix, day, index + 1


def _is_feminine(reading: Reading, index: int) -> bool:
    """«المرة الثانية من مارس»: a day is masculine, but for «الأولى» of a night."""
    return reading.word(index).endswith(("ه", "ولي"))


def _second_day(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    word = reading.word(index)
    if word in DASHES or word == "و" or word in context.tables.words.groups["range_words"]:
        day = number_at(reading, index + 1, 1, 31)
        if day and word == "و" and (later := _second_day(reading, index + 2, context)):
            return later  # «10 و11 و12 ديسمبر»
        return (day, index + 2) if day else None
    return None


def _day_value(
    reading: Reading, index: int, month: int, day: int, tail: Tail | None, context: Context
) -> Found | None:
    if not is_day(2000, month, day):
        return None
    year, anchor = year_for(reading, index, month, tail, context, of_day=True)
    known = context.published
    if year and known and known.day and anchor == PUBLISHED and month == known.month:
        year = _same_month_year(known, day, tail, year)
    if year is None:
        return Found(index, index, 0, day_of(None), anchor, None, month if tail is None else 0, day)
    if not is_day(year, month, day):
        return None
    bare = (0, 0) if tail else (month, day)
    return Found(
        index, index, 0, day_of(date(year, month, day)), anchor, Anchor(year, month, day), *bare
    )


def _same_month_year(known: Anchor, day: int, tail: Tail | None, year: int) -> int:
    """A day of the publication month is of this year; with «الماضي» it must lie before."""
    if tail and tail.shift == "past":
        return known.year if day < (known.day or 0) else known.year - 1
    if tail and tail.shift == "future":
        return known.year if day > (known.day or 0) else known.year + 1
    return year if tail else known.year
