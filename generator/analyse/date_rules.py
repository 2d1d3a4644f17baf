"""Absolute dates and dates that lean on a month's name: days, months, years, Hijri dates.

A rule looks at one word and says whether a date begins there. Words are counted in the reading.
"""

from dataclasses import dataclass, replace
from datetime import date

from generator.analyse.calendar import (
    Anchor,
    When,
    add_months,
    day_of,
    hijri_day,
    is_day,
    month_of,
    nearest_month,
    range_of,
    year_of,
)
from generator.analyse.clitics import match_phrase
from generator.analyse.date_words import DateTables
from generator.analyse.numbers import TENS
from generator.analyse.reading import Reading
from generator.model import Precision

PUBLISHED, TEXT = "published", "text"
DASHES = frozenset("-–—/")
# «الأسبوع الأول من أغسطس» is not the first of August.
_PARTS = frozenset({"الاسبوع", "النصف", "الثلث", "العقد", "الربع", "الشهر", "الجزء", "الفصل"})
PERCENTS = frozenset("%٪$€")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know: the words, the publication date, the date before in the text."""

    tables: DateTables
    published: Anchor | None
    previous: Anchor | None = None
    reporting: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A date in words first..end-1; `prefix` letters of the first are proclitics."""

    first: int
    end: int
    prefix: int
    when: When
    anchor: str | None = None
    parts: Anchor | None = None
    bare_month: int = 0
    """The month's number where no year stood with it."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What fixes the year after a month: a year, or a word such as «الماضي»."""

    end: int
    year: int | None = None
    shift: str = ""
    anchor: str | None = None


# ---------------------------------------------------------------- looking around


def number_at(reading: Reading, index: int, low: int, high: int) -> int | None:
    """The whole number in digits at the word, when it lies between the bounds."""
    word = reading.word(index)
    return int(word) if word.isdigit() and len(word) <= 4 and low <= int(word) <= high else None


def free_number(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    """Where digits at the word begin (their glued proclitic), or none inside a name («سو-35»).

    Returns the first word and the letters of it that are the proclitic.
    """
    if not reading.glued(index):
        return index, 0
    before = reading.word(index - 1)
    glue = context.tables.numbers.glue.get(before)
    if glue and not reading.glued(index - 1):
        return index - 1, len(before)
    if before[-1:].isalnum() or (before in DASHES and reading.word(index - 2)[-1:].isalpha()):
        return None
    return index, 0


def looks_ahead(reading: Reading, index: int, context: Context) -> bool:
    """Whether the words before a date speak of the future («من المتوقع أن تبدأ في سبتمبر»).

    The nearest sign counts: a reporting verb in the past ends the look back.
    """
    for before in range(index - 1, max(-1, index - 10), -1):
        if not reading.same_sentence(before, index):
            return False
        word = reading.words[before]
        if word in context.tables.groups["ahead_cues"]:
            return True
        if is_future_verb(word, context.tables):
            return True
        if word in context.reporting:
            return False
    return False


def is_future_verb(word: str, tables: DateTables) -> bool:
    """Whether the word is a verb with the future's seen: «سيعقد», «ستبدأ», «وسنرى»."""
    word = word.removeprefix("و")
    if len(word) < 5 or word[:2] not in tables.words.future_prefixes:
        return False
    return not word.startswith(tuple(tables.words.not_future))


# ---------------------------------------------------------------- the year after a month


def year_tail(reading: Reading, index: int, context: Context) -> Tail | None:
    """What follows a month and says which year: «2024», «من العام الماضي», «المقبل»."""
    tables = context.tables
    if tail := _plain_year(reading, index, context):
        return tail
    word = reading.word(index)
    for group, shift in (
        ("past_words", "past"),
        ("future_words", "future"),
        ("current_words", "current"),
    ):
        if tables.bare(group, word):
            return Tail(index + 1, shift=shift, anchor=PUBLISHED)
    start = index + (word == "من")
    word = reading.word(start)
    unit = tables.units.get(word)
    if unit and unit[1] == "year":
        if tail := _plain_year(reading, start + 1, context):
            return tail
        return _relative_year(reading, start + 1, context)
    if start > index and (tail := _plain_year(reading, start, context)):
        return tail
    if tables.bare("this_words", word) and _is_year(reading, start + 1, tables):
        return _tail_year(start + 2, context.published, 0, PUBLISHED)
    if tables.bare("that_words", word) and _is_year(reading, start + 1, tables):
        return _tail_year(start + 2, context.previous, 0, TEXT)
    return None


def _plain_year(reading: Reading, index: int, context: Context) -> Tail | None:
    year = number_at(reading, index, 1000, 2199)
    if year is None or len(reading.word(index)) != 4:
        return None
    end = index + 1
    return Tail(end + (reading.word(end) in context.tables.words.gregorian_marks), year)


def _is_year(reading: Reading, index: int, tables: DateTables) -> bool:
    unit = tables.units.get(reading.word(index))
    return unit is not None and unit[1] == "year"


def _relative_year(reading: Reading, index: int, context: Context) -> Tail | None:
    tables, word = context.tables, reading.word(index)
    if found := match_phrase(tables.phrase_groups["before_last_words"], reading.words, index):
        return _tail_year(found[0], context.published, -2, PUBLISHED)
    for group, shift in (("past_words", -1), ("current_words", 0), ("future_words", 1)):
        if tables.bare(group, word):
            return _tail_year(index + 1, context.published, shift, PUBLISHED)
    if tables.bare("same_words", word):
        return _tail_year(index + 1, context.previous, 0, TEXT)
    return None


def _tail_year(end: int, anchor: Anchor | None, shift: int, name: str) -> Tail:
    return Tail(end, anchor.year + shift if anchor else None, "relative", name)


# ---------------------------------------------------------------- months and days


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
    first, *rest = reading.word(index).split(".")
    third = number_at(reading, index + 2, 1000, 2199)
    if (
        len(rest) == 1
        and first.isdigit()
        and rest[0].isdigit()
        and third
        and reading.word(index + 1) == "."
    ):
        return _checked_day(index, index + 3, (int(first), int(rest[0]), third))
    return None


def _checked_day(first: int, end: int, numbers: tuple[int, int, int]) -> Found | None:
    year, month, day = numbers if numbers[0] > 999 else numbers[::-1]
    if not (1800 <= year <= 2199 and is_day(year, month, day)):
        return None
    when = day_of(date(year, month, day))
    return Found(first, end, 0, when, parts=Anchor(year, month, day))


def day_and_month(reading: Reading, index: int, context: Context) -> Found | None:
    """«15 سبتمبر 2023», «الأول من مايو», «من 5 إلى 8 مارس»."""
    day = _day_number(reading, index, context)
    if day is None:
        return None
    first, prefix, low, end = day
    high = _second_day(reading, end, context)
    if high:
        end = high[1]
    end += reading.word(end) == "من"
    end += context.tables.bare("month_words", reading.word(end))
    month = context.tables.month_at(reading, end)
    if month is None or month[1]:
        return None
    end, number = _doubled(reading, month[0], month[2], context), month[2]
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


def _day_number(reading: Reading, index: int, context: Context) -> tuple[int, int, int, int] | None:
    """First word, proclitic letters, the day, the word after it."""
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
    if reading.word(index - 1) in _PARTS:
        return None
    prefix, day = ordinal
    if following and following.kind == "ten" and not following.definite:
        return index, prefix, day + 10, index + 2
    if following and following.kind == TENS and following.joined and following.definite:
        return index, prefix, day + int(following.value), index + 2
    return index, prefix, day, index + 1


def _second_day(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    word = reading.word(index)
    if word in DASHES or word == "و" or word in context.tables.words.groups["range_words"]:
        day = number_at(reading, index + 1, 1, 31)
        return (day, index + 2) if day else None
    return None


def _doubled(reading: Reading, index: int, month: int, context: Context) -> int:
    """The word after a second name of the same month: «يوليو/تموز», «فبراير (شباط)»."""
    if reading.word(index) in ("/", "-", "(", "–", "،") or reading.word(index) == "او":
        again = context.tables.month_at(reading, index + 1)
        if again and again[2] == month and not again[1]:
            closing = reading.word(index) == "("
            return again[0] + (closing and reading.word(again[0]) == ")")
    return index


def month_name(reading: Reading, index: int, context: Context) -> Found | None:
    """«نوفمبر 2022», «سبتمبر (أيلول) الماضي», «مايو من العام الماضي», «سبتمبر»."""
    tables = context.tables
    month = tables.month_at(reading, index)
    first = index
    if month is None and tables.in_group("month_words", reading.word(index)):
        month = tables.month_at(reading, index + 1)
        if month is None or month[1]:
            return None
        month = (month[0], tables.groups["month_words"][reading.word(index)][0], month[2])
    if month is None:
        return None
    name_end, prefix, number = month
    end = _doubled(reading, name_end, number, context)
    tail = year_tail(reading, end, context)
    if _doubtful(reading, first, name_end, end, tail, context):
        return None
    if reading.word(end) == "من" and reading.word(end + 1) == "كل":
        return None
    found = _month_value(reading, first, number, tail, context)
    return replace(found, first=first, end=tail.end if tail else end, prefix=prefix)


def _doubtful(
    reading: Reading, first: int, name_end: int, end: int, tail: Tail | None, context: Context
) -> bool:
    """Whether the name is also a common word and nothing beside it says that it is a month."""
    word = reading.words[name_end - 1]
    doubtful = any(word.endswith(name) for name in context.tables.words.doubtful_months)
    return doubtful and name_end - first == 1 and end == name_end and tail is None


def _month_value(
    reading: Reading, index: int, month: int, tail: Tail | None, context: Context
) -> Found:
    year, anchor = _year_for(reading, index, month, tail, context)
    parts = Anchor(year, month) if year else None
    bare = month if tail is None else 0
    return Found(index, index, 0, month_of(year, month), anchor, parts, bare)


def _day_value(
    reading: Reading, index: int, month: int, day: int, tail: Tail | None, context: Context
) -> Found | None:
    if not is_day(2000, month, day):
        return None
    year, anchor = _year_for(reading, index, month, tail, context)
    known = context.published
    if year and known and known.day and anchor == PUBLISHED and month == known.month:
        year = _same_month_year(known, day, tail, year)
    if year is None:
        return Found(index, index, 0, day_of(None), anchor)
    if not is_day(year, month, day):
        return None
    return Found(index, index, 0, day_of(date(year, month, day)), anchor, Anchor(year, month, day))


def _same_month_year(known: Anchor, day: int, tail: Tail | None, year: int) -> int:
    """A day of the publication month is of this year; with «الماضي» it must lie before."""
    if tail and tail.shift == "past":
        return known.year if day < (known.day or 0) else known.year - 1
    if tail and tail.shift == "future":
        return known.year if day > (known.day or 0) else known.year + 1
    return year if tail else known.year


def _year_for(
    reading: Reading, index: int, month: int, tail: Tail | None, context: Context
) -> tuple[int | None, str | None]:
    """The year of a month and what it was reckoned from."""
    if tail and tail.shift in ("", "relative"):
        return tail.year, tail.anchor
    if tail is None:
        direction = 1 if looks_ahead(reading, index, context) else 0
    else:
        direction = {"past": -1, "future": 1, "current": 0}[tail.shift]
    return nearest_month(context.published, month, direction), PUBLISHED


# ---------------------------------------------------------------- years


def year_number(reading: Reading, index: int, context: Context) -> Found | None:
    """«عام 2023», «لسنة 1990», «منذ 2019», «(2017)», «عامي 2020 و2021»."""
    tables = context.tables
    if tables.in_group("year_words", reading.word(index)):
        tail = _plain_year(reading, index + 1, context)
        if tail and not _before_christ(reading, tail.end):
            prefix = tables.groups["year_words"][reading.word(index)][0]
            return _season_of_years(reading, index, prefix, tail)
        return None
    tail = _plain_year(reading, index, context)
    free = free_number(reading, index, context) if tail else None
    if tail is None or free is None or not 1700 <= (tail.year or 0) <= 2150:
        return None
    if not _bare_year(reading, index, free, tail, context) and not _two_years(reading, tail):
        return None
    return _season_of_years(reading, free[0], free[1], tail)


def _two_years(reading: Reading, tail: Tail) -> bool:
    """Whether «2021-2025» stands there, which needs no word before it."""
    second = number_at(reading, tail.end + 1, 1700, 2150)
    dash = reading.word(tail.end) in DASHES and reading.glued(tail.end)
    return dash and second is not None and second > (tail.year or 0)


def _before_christ(reading: Reading, index: int) -> bool:
    return reading.word(index) == "قبل" and reading.word(index + 1) == "الميلاد"


def _season_of_years(reading: Reading, first: int, prefix: int, tail: Tail) -> Found:
    """A year, or with a second one after a stroke «2025/2026» or «2025-2026»."""
    year, end = tail.year or 0, tail.end
    second = number_at(reading, end + 1, 1000, 2199)
    if reading.word(end) in DASHES and second and second > year and reading.glued(end):
        when = range_of(year_of(year), year_of(second))
        return Found(first, end + 2, prefix, when, parts=Anchor(second))
    return Found(first, end, prefix, year_of(year), parts=Anchor(year))


def _bare_year(
    reading: Reading, index: int, free: tuple[int, int], tail: Tail, context: Context
) -> bool:
    """Whether four digits alone are a year: a word before says so, and no counted noun follows."""
    after = reading.word(tail.end)
    if after in context.counted or after in context.tables.numbers.words or after in PERCENTS:
        return False
    return _year_cue(reading, index, free, context)


def _year_cue(reading: Reading, index: int, free: tuple[int, int], context: Context) -> bool:
    first, prefix = free
    if prefix:
        joined = reading.words[first] == "و"
        return not joined or number_at(reading, first - 1, 1700, 2150) is not None
    before = reading.word(index - 1)
    if context.tables.in_group("before_year", before) or before == "":
        return True
    if before == "(":
        return reading.word(index + 1) in (")", "-", "–", "م")
    return before in DASHES and number_at(reading, index - 2, 1700, 2150) is not None


# ---------------------------------------------------------------- Hijri


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
