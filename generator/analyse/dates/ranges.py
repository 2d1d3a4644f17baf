"""Two dates that are one: «من مارس إلى مايو 2024»; two that share a year: «مارس ومايو 2024»."""

from dataclasses import replace
from datetime import date as day_date

from generator.analyse.dates.calendar import Anchor, day_of, is_day, month_of, range_of
from generator.analyse.dates.context import DASHES, Found
from generator.analyse.dates.words import DateTables
from generator.analyse.reading import Reading
from generator.model import Precision


def with_ranges(reading: Reading, found: list[Found], tables: DateTables) -> list[Found]:
    """The same dates with «من مارس إلى مايو 2024» made one, and «مارس ومايو 2024» given one year."""
    joined: list[Found] = []
    for date in reversed(found):
        if joined and (link := linked(reading, date, joined[-1], tables)):
            date = _with_year_of(date, joined[-1])
            joined[-1] = _after_first(date, joined[-1])
            if link == "range" and _is_timetable(reading, date, joined[-1], tables):
                joined.pop()
                continue  # «من الأحد إلى الخميس»: every week
            if link == "range" and date.when.iso and joined[-1].when.iso:
                date = _one_range(reading, date, joined.pop(), tables)
        joined.append(date)
    return joined[::-1]


def _is_timetable(reading: Reading, date: Found, after: Found, tables: DateTables) -> bool:
    """Whether both are bare weekdays: a week's opening hours."""
    days = (date.first + 1 == date.end, after.first + 1 == after.end)
    known = all(reading.words[one.first] in tables.weekdays for one in (date, after))
    return all(days) and known and reading.word(date.first - 1) == "من"


def linked(reading: Reading, date: Found, after: Found, tables: DateTables) -> str:
    """What joins two dates: «range», «list», or nothing."""
    between = reading.words[date.end : after.first]
    if _same_shape(date, after):
        if len(between) == 1 and (
            between[0] in DASHES or between[0] in tables.words.groups["range_words"]
        ):
            return "range"
        begins = reading.word(date.first - 1) in tables.groups["between_words"] or (
            _starts_between(reading, date)
        )
        joined = after.prefix > 0 and reading.words[after.first].startswith("و")
        if joined and not between:
            return "range" if begins and not _is_of_two(reading, date, tables) else "list"
    return ""


def _is_of_two(reading: Reading, date: Found, tables: DateTables) -> bool:
    """«بين إحصاءي 2014 و2024»: two things, each of its year, not the time between them."""
    before = reading.word(date.first - 1)
    return before.endswith("ي") and len(before) > 3 and not tables.in_group("year_words", before)


def _starts_between(reading: Reading, date: Found) -> bool:
    return any(
        reading.word(index) in ("بين", "وبين") for index in range(date.first - 3, date.first)
    ) and reading.same_sentence(max(0, date.first - 1), date.first)


def _same_shape(date: Found, after: Found) -> bool:
    ranged = Precision.RANGE in (date.when.precision, after.when.precision)
    return date.when.precision == after.when.precision and not ranged


def _with_year_of(date: Found, after: Found) -> Found:
    """A day or month without a year takes that of the one it is joined to."""
    month = date.bare_month
    if not month or after.parts is None or after.bare:
        return date
    later = after.parts.month or 12
    return _in_year(date, after.parts.year - (month > later), after.anchor)


def _after_first(date: Found, after: Found) -> Found:
    """The second of two without a year, or after one with a year, is the next one after the first."""
    month = after.bare_month
    if not month or date.parts is None or date.parts.month is None:
        return after
    return _in_year(after, date.parts.year + (month < date.parts.month), date.anchor)


def _in_year(date: Found, year: int, anchor: str | None) -> Found:
    """The same day or month in another year."""
    month, day = date.bare_month, date.bare_day
    if day and not is_day(year, month, day):
        return date
    when = day_of(day_date(year, month, day)) if day else month_of(year, month)
    parts = Anchor(year, month, day) if day else Anchor(year, month)
    return replace(date, when=when, anchor=anchor, parts=parts, bare_month=0, bare_day=0)


def _one_range(reading: Reading, date: Found, after: Found, tables: DateTables) -> Found:
    return replace(
        date,
        end=after.end,
        when=range_of(date.when, after.when),
        parts=after.parts,
        anchor=after.anchor or date.anchor,
        bare_month=0,
    )
