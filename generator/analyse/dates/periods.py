"""Parts and runs of years: quarters, halves, seasons, their beginnings and ends."""

from dataclasses import replace
from datetime import date

from generator.analyse.dates.calendar import (
    Anchor,
    day_of,
    months_range,
    quarter_of,
    shifted_month,
    shifted_year,
)
from generator.analyse.dates.calendar_units import calendar_unit
from generator.analyse.dates.context import DASHES, PUBLISHED, Context, Found, Tail, number_at
from generator.analyse.dates.months import month_name
from generator.analyse.dates.outlook import Outlook, outlook
from generator.analyse.dates.years import issue_year_tail, year_number, year_tail
from generator.analyse.reading import Reading
from generator.model import BlockKind, Precision

_EDGES = ("start_words", "early_words", "middle_words", "late_words", "end_words")


def edge(reading: Reading, index: int, context: Context) -> Found | None:
    """«مطلع 2023», «نهاية العام الجاري», «أواخر مارس الماضي».

    The first or last day of a year is what these words say; of a month they say no day.
    """
    tables, word = context.tables, reading.word(index)
    group = next((name for name in _EDGES if tables.in_group(name, word)), None)
    if group is None:
        return None
    inner = _inner(reading, index + 1, context)
    if inner is None or inner.prefix:
        return None
    found = replace(inner, first=index, prefix=tables.groups[group][word][0])
    if word.endswith("اول") and inner.parts and inner.parts.month and inner.parts.day is None:
        first = date(inner.parts.year, inner.parts.month, 1)
        return replace(found, when=day_of(first))  # «أول يوليو», «أول الشهر»
    if inner.when.precision is not Precision.YEAR or inner.when.iso is None:
        return found
    year = int(inner.when.iso)
    if group == "start_words":
        return replace(found, when=day_of(date(year, 1, 1)))
    return replace(found, when=day_of(date(year, 12, 31))) if group == "end_words" else found


def _inner(reading: Reading, index: int, context: Context) -> Found | None:
    for rule in (month_name, year_number, calendar_unit, quarter):
        if found := rule(reading, index, context):
            return found
    return _running_unit(reading, index, context)


def _running_unit(reading: Reading, index: int, context: Context) -> Found | None:
    """The year or month of the issue: «منذ مطلع العام», where nothing says which."""
    word, after = reading.word(index), reading.word(index + 1)
    unit = context.tables.units.get(word)
    ends = not after[:1].isalpha() or after[:1] == "و" or _starts_anew(after, context)
    if unit is None or unit[0] or unit[1] not in ("year", "month") or not ends:
        return None
    if not word.startswith("ال"):
        return None
    known = context.published
    if unit[1] == "month":
        parts = Anchor(known.year, known.month) if known and known.month else None
        return Found(index, index + 1, 0, shifted_month(known, 0), PUBLISHED, parts)
    parts = Anchor(known.year) if known else None
    return Found(index, index + 1, 0, shifted_year(known, 0), PUBLISHED, parts)


def _starts_anew(after: str, context: Context) -> bool:
    """«في بداية السنة إغلاق السوق»; not «بداية السنة الدراسية», «بداية الشهر من بلد إلى آخر»."""
    return after.isalpha() and not after.startswith("ال") and after != "من"


def quarter(reading: Reading, index: int, context: Context) -> Found | None:
    """«الربع الأول من عام 2024», «النصف الثاني من العام الماضي», «الثلث الأول من السنة»."""
    tables, word = context.tables, reading.word(index)
    group = next((name for name in _PARTS if tables.in_group(name, word)), None)
    if group is None or "ل" not in word[:3]:
        return None
    parts_of_year = _PARTS[group]
    number = _ordinal(reading, index + 1, context, parts_of_year)
    if number is None:
        return None
    end = index + 2
    tail = year_tail(reading, end, context) or issue_year_tail(reading, end, context)
    view = outlook(reading, index, context) if tail is None else Outlook.NONE
    year, anchor = _year_of_part(tail, number, parts_of_year, context, view)
    length = 12 // parts_of_year
    if group == "quarters":
        when = quarter_of(year, number)
    else:
        when = months_range(year, length * (number - 1) + 1, length)
    told = context.period is not None and context.period.precision is Precision.QUARTER
    named_before = told or "فصل" not in word  # «وسجل الفصل الثاني وحده 67»
    if tail is None and (group == "thirds" or not named_before or not _ends(reading, end, group)):
        return None
    parts = Anchor(year) if year else None
    return Found(
        index, tail.end if tail else end, tables.groups[group][word][0], when, anchor, parts
    )


_PARTS = {"quarters": 4, "halves": 2, "thirds": 3}


def _ends(reading: Reading, index: int, group: str) -> bool:
    """Whether a half of a year ends here: «في النصف الأول.», not «النصف الأول من المباراة»."""
    apart = reading.kind is not BlockKind.HEADING and reading.word(index) not in ("من", "ل", "في")
    return group == "quarters" or apart


def _ordinal(reading: Reading, index: int, context: Context, last: int) -> int | None:
    word = reading.word(index)
    if context.tables.bare("last_words", word):
        return last
    ordinal = context.tables.ordinals.get(word)
    return ordinal[1] if ordinal and not ordinal[0] and ordinal[1] <= last else None


def _year_of_part(
    tail: Tail | None, number: int, parts: int, context: Context, view: Outlook
) -> tuple[int | None, str | None]:
    if tail and tail.shift in ("", "relative"):
        return tail.year, tail.anchor
    known = context.published
    if known is None or known.month is None:
        return None, PUBLISHED
    current = (known.month - 1) // (12 // parts) + 1
    soon = number == current + 1 and view is not Outlook.BACK
    if view is Outlook.AHEAD or soon:  # the next one is nearer than the one of last year
        return known.year + (number < current), PUBLISHED
    return known.year if number <= current else known.year - 1, PUBLISHED


def season(reading: Reading, index: int, context: Context) -> Found | None:
    """«صيف 2023», «خريف العام الماضي», «الصيف الماضي»: its three months."""
    known = context.tables.seasons.get(reading.word(index))
    if known is None and (this := _this_season(reading, index, context)):
        return this
    if known is None:
        return None
    prefix, month = known
    tail = year_tail(reading, index + 1, context)
    if tail is None:
        return None
    if tail.shift in ("past", "future", "current"):
        if reading.word(index)[prefix : prefix + 2] not in ("ال", "لر", "لص", "لخ", "لش"):
            return None
        year = _season_year(month, tail.shift, context)
        anchor: str | None = PUBLISHED
    else:
        year, anchor = tail.year, tail.anchor
        year, tail = _winter(reading, month, year, tail)
    when = months_range(year, month, 3)
    return Found(index, tail.end, prefix, when, anchor, Anchor(year) if year else None)


def _this_season(reading: Reading, index: int, context: Context) -> Found | None:
    """«هذا الصيف»: the one that runs, or the last one."""
    tables = context.tables
    known = tables.seasons.get(reading.word(index + 1))
    if not tables.bare("this_words", reading.word(index)) or known is None or known[0]:
        return None
    if not reading.word(index + 1).startswith("ال"):
        return None
    year = _season_year(known[1], "current", context)
    if year is None:
        return None
    year += _comes_soon(known[1], context)
    end = index + 2 + tables.bare("current_words", reading.word(index + 2))
    return Found(index, end, 0, months_range(year, known[1], 3), PUBLISHED)


def _comes_soon(month: int, context: Context) -> bool:
    """Whether a season begins next month: «هذا الشتاء» in November."""
    known = context.published
    return known is not None and known.month is not None and (month - known.month) % 12 == 1


def _winter(reading: Reading, month: int, year: int | None, tail: Tail) -> tuple[int | None, Tail]:
    second = number_at(reading, tail.end + 1, 1000, 2199)
    if month == 12 and year and second and reading.word(tail.end) in DASHES:
        return year, replace(tail, end=tail.end + 2)
    return year, tail


def _season_year(month: int, shift: str, context: Context) -> int | None:
    known = context.published
    if known is None or known.month is None:
        return None
    begun = known.month >= month
    if shift == "past":
        return known.year if known.month >= month + 3 else known.year - 1
    if shift == "future":
        return known.year + 1 if begun else known.year
    return known.year if begun else known.year - 1
