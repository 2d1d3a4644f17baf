"""Runs of months, and periods told by another one: «الأشهر التسعة الأولى», «الفترة نفسها من العام الماضي»."""

from dataclasses import replace

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import Anchor, When, months_range, range_of, year_of
from generator.analyse.dates.context import PUBLISHED, TEXT, Context, Found, Tail
from generator.analyse.dates.years import beside_it, issue_year_tail, year_tail
from generator.analyse.numbers.read import read_number
from generator.analyse.reading import Reading
from generator.model import IsoDate, Precision

_YEAR_DIGITS = 4
_NEW_SEASON = 7  # the month in which a season of sport begins


def month_run(reading: Reading, index: int, context: Context) -> Found | None:
    """«الأشهر التسعة الأولى من 2025», «الـ9 أشهر الأولى», «أول شهرين من العام»."""
    shape = _run_shape(reading, index, context)
    if shape is None:
        return None
    end, prefix, length, last = shape
    if not 1 <= length < 12:
        return None
    tail = year_tail(reading, end, context) or issue_year_tail(reading, end, context)
    if tail and tail.shift in ("past", "future", "current"):
        return None  # «الأشهر الثلاثة الأولى الماضية»
    if tail is None and (last or reading.word(end) in ("من", "ل", "في")):
        return None
    year = tail.year if tail else _year_of_run(length, context)
    anchor = tail.anchor if tail else PUBLISHED
    when = months_range(year, 13 - length if last else 1, length)
    parts = Anchor(year) if year else None
    return Found(index, tail.end if tail else end, prefix, when, anchor, parts)


def _year_of_run(length: int, context: Context) -> int | None:
    """The year whose first months have been counted: this one, or else the last one."""
    known = context.published
    if known is None or known.month is None:
        return None
    return known.year if known.month >= length else known.year - 1


def _run_shape(reading: Reading, index: int, context: Context) -> tuple[int, int, int, bool] | None:
    """The word after it, the proclitic letters, the number of months, whether they are the last."""
    tables, word = context.tables, reading.word(index)
    if tables.in_group("months_words", word) and reading.word(index + 1)[:1]:
        prefix = tables.groups["months_words"][word][0]
        number = read_number(reading, index + 1, tables.numbers)
        if number is None or not (number.definite or number.digits):
            return None
        return _with_ordinal(reading, number.end, prefix, int(number.low), context)
    if tables.in_group("two_months_words", word):
        prefix = tables.groups["two_months_words"][word][0]
        return _with_ordinal(reading, index + 1, prefix, 2, context)
    for group, last in (("first_words", False), ("final_words", True)):
        if tables.in_group(group, word):
            counted = _counted_months(reading, index + 1, context)
            return counted and (counted[0], tables.groups[group][word][0], counted[1], last)
    known = tables.numbers.words.get(word)
    if not (known.definite if known else reading.glued(index)):
        return None
    number = read_number(reading, index, tables.numbers)
    if number is None or not number.definite or number.first != index:
        return None
    if not tables.in_group("months_words", reading.word(number.end)):
        return None
    return _with_ordinal(reading, number.end + 1, number.prefix, int(number.low), context)


def _counted_months(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    if context.tables.bare("two_months_words", reading.word(index)):
        return index + 1, 2
    number = read_number(reading, index, context.tables.numbers)
    if number is None or not context.tables.bare("months_words", reading.word(number.end)):
        return None
    return number.end + 1, int(number.low)


def _with_ordinal(
    reading: Reading, index: int, prefix: int, length: int, context: Context
) -> tuple[int, int, int, bool] | None:
    word = reading.word(index)
    for group, last in (("first_of_run", False), ("last_of_run", True)):
        if context.tables.bare(group, word):
            return index + 1, prefix, length, last
    return None


# ---------------------------------------------------------------- the same period of another year


def same_period(reading: Reading, index: int, context: Context) -> Found | None:
    """«الفترة نفسها من العام الماضي», «نفس الفترة من 2024»: the last period of the text, moved."""
    tables, word = context.tables, reading.word(index)
    if tables.in_group("period_words", word):
        prefix = tables.groups["period_words"][word][0]
        end = index + 2
        if not tables.bare("same_period_words", reading.word(index + 1)):
            return None
    elif tables.in_group("same_before_words", word):
        prefix, end = tables.groups["same_before_words"][word][0], index + 2
        if not tables.bare("period_words", reading.word(index + 1)):
            return None
    else:
        return None
    tail = year_tail(reading, end, context)
    if tail is None or tail.shift not in ("", "relative"):
        return None
    when = _moved(context.period, tail)
    parts = Anchor(tail.year) if tail.year else None
    return Found(index, tail.end, prefix, when, tail.anchor or TEXT, parts)


def _moved(period: When | None, tail: Tail) -> When:
    """The period in the year of the tail, where it is of the year after it; else that year."""
    if period is None or period.iso is None or tail.year is None:
        return year_of(tail.year)
    ends = str(period.iso).split("/")
    if any(len(end) <= _YEAR_DIGITS for end in ends):
        return year_of(tail.year)
    delta = int(ends[-1][:_YEAR_DIGITS]) - tail.year
    if delta != 1:
        return year_of(tail.year)
    moved = [f"{int(end[:_YEAR_DIGITS]) - delta:04d}{end[_YEAR_DIGITS:]}" for end in ends]
    return When(IsoDate("/".join(moved)), period.precision)


def is_period(found: Found) -> bool:
    """Whether the date is a period that another year has too: months, a quarter, a half."""
    return found.when.iso is not None and found.when.precision in (
        Precision.MONTH,
        Precision.QUARTER,
        Precision.RANGE,
    )


# ---------------------------------------------------------------- seasons of two years


def season_of_two_years(reading: Reading, index: int, context: Context) -> Found | None:
    """«الموسم الماضي» of sport or farming, «العام الدراسي المقبل»: from summer to summer."""
    tables, word = context.tables, reading.word(index)
    this = tables.bare("this_words", word)
    prefix, end = 0, index + 1 + this
    if this and not tables.bare("season_words", reading.word(index + 1)):
        return None
    if not this:
        prefix = _season_prefix(reading, index, context)
        if prefix < 0:
            return None
    named = tables.bare("two_year_adjectives", reading.word(end))
    end += named
    words = context.sport if this else context.seasonal
    if not named and words.isdisjoint(reading.words):
        return None
    for group, shift in (("past_words", -1), ("current_words", 0), ("future_words", 1)):
        if tables.bare(group, reading.word(end)):
            return _season(index, end + 1, prefix, shift, context)
    if before := match_phrase(tables.phrase_groups["before_last_words"], reading.words, end):
        return _season(index, before[0], prefix, -2, context)
    if beside := beside_it(reading, end, tables):
        return _season_beside(index, beside, prefix, context)
    return _season(index, end, prefix, 0, context) if this else None


def _season_beside(
    first: int, beside: tuple[int, int], prefix: int, context: Context
) -> Found | None:
    """«الموسم الذي سبقه»: beside the season that the text told last."""
    end, shift = beside
    years = str(context.period.iso).split("/") if context.period else []
    if len(years) != _TWO or not all(year.isdigit() for year in years):
        return None
    begun = int(years[0]) + shift
    when = range_of(year_of(begun), year_of(begun + 1))
    return Found(first, end, prefix, when, TEXT, Anchor(begun + 1))


_TWO = 2  # years of a season


def _season_prefix(reading: Reading, index: int, context: Context) -> int:
    """The proclitic letters of «الموسم», or of a year with its adjective; -1 for other words."""
    tables, word = context.tables, reading.word(index)
    if known := tables.groups["season_words"].get(word):
        return known[0]
    unit = tables.units.get(word)
    of_school = tables.bare("two_year_adjectives", reading.word(index + 1))
    return unit[0] if unit and unit[1] == "year" and of_school else -1


def _season(first: int, end: int, prefix: int, shift: int, context: Context) -> Found | None:
    known = context.published
    if known is None or known.month is None:
        return Found(first, end, prefix, When(None, Precision.RANGE), PUBLISHED)
    begun = known.year - (known.month < _NEW_SEASON) + shift
    when = range_of(year_of(begun), year_of(begun + 1))
    return replace(Found(first, end, prefix, when, PUBLISHED), parts=Anchor(begun + 1))
