"""Reckoning with dates that may lack a day or a month; nothing is ever filled in."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import IsoDate, Precision


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that relative expressions count from; parts that are not known are none."""

    year: int
    month: int | None = None
    day: int | None = None


def anchor_of(iso: str | None) -> Anchor | None:
    """The anchor that an ISO date of a year, a month or a day gives (longer times are cut)."""
    parts = (iso or "")[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 3 and not is_day(*numbers):
        return None
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        return None
    return Anchor(*numbers[:3])


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


@dataclass(frozen=True, slots=True)
class When:
    """A moment as it was written: a value or none (the anchor is unknown), and its precision."""

    iso: IsoDate | None
    precision: Precision


def year_of(year: int | None) -> When:
    """A year."""
    return When(IsoDate(f"{year:04d}") if year else None, Precision.YEAR)


def month_of(year: int | None, month: int | None) -> When:
    """A month of a year."""
    known = year and month
    return When(IsoDate(f"{year:04d}-{month:02d}") if known else None, Precision.MONTH)


def day_of(day: date | None) -> When:
    """A day."""
    return When(IsoDate(day.isoformat()) if day else None, Precision.DAY)


def week_of(day: date | None) -> When:
    """The ISO week of a day."""
    if day is None:
        return When(None, Precision.WEEK)
    year, week, _ = day.isocalendar()
    return When(IsoDate(f"{year:04d}-W{week:02d}"), Precision.WEEK)


def quarter_of(year: int | None, quarter: int) -> When:
    """A quarter of a year."""
    return When(IsoDate(f"{year:04d}-Q{quarter}") if year else None, Precision.QUARTER)


def range_of(first: When, last: When) -> When:
    """From one moment to another."""
    if first.iso is None or last.iso is None:
        return When(None, Precision.RANGE)
    return When(IsoDate(f"{first.iso}/{last.iso}"), Precision.RANGE)


def months_range(year: int | None, first: int, length: int) -> When:
    """A run of months: a season, a half-year."""
    if year is None:
        return When(None, Precision.RANGE)
    last_year, last = add_months(year, first, length - 1)
    return range_of(month_of(year, first), month_of(last_year, last))


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month that lies `count` months later."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def shifted_year(anchor: Anchor | None, count: int) -> When:
    """The year `count` years after the anchor."""
    return year_of(anchor.year + count if anchor else None)


def shifted_month(anchor: Anchor | None, count: int) -> When:
    """The month `count` months after the anchor, where the anchor has a month."""
    if anchor is None or anchor.month is None:
        return month_of(None, None)
    return month_of(*add_months(anchor.year, anchor.month, count))


def anchor_day(anchor: Anchor | None) -> date | None:
    """The anchor's day, where it has one."""
    if anchor is None or anchor.month is None or anchor.day is None:
        return None
    return date(anchor.year, anchor.month, anchor.day)


def shifted_day(anchor: Anchor | None, count: int) -> date | None:
    """The day `count` days after the anchor, where the anchor has a day."""
    day = anchor_day(anchor)
    return day + timedelta(days=count) if day and abs(count) < 400_000 else None


def nearest_weekday(anchor: Anchor | None, weekday: int, direction: int) -> date | None:
    """The weekday (ISO, Monday is 1) on or before the anchor; with direction 1 after it.

    With direction -1 it lies before the anchor, never on it («الاثنين الماضي»).
    """
    day = anchor_day(anchor)
    if day is None:
        return None
    back = (day.isoweekday() - weekday) % 7
    if direction > 0:
        return day + timedelta(days=(7 - back))
    if direction < 0 and back == 0:
        back = 7
    return day - timedelta(days=back)


def nearest_month(anchor: Anchor | None, month: int, direction: int) -> int | None:
    """The year of the named month nearest before (0 or -1) or after (1) the anchor."""
    if anchor is None or anchor.month is None:
        return None
    if direction > 0:
        return anchor.year + (month < anchor.month or month == anchor.month)
    earlier = month < anchor.month or (month == anchor.month and direction == 0)
    return anchor.year if earlier else anchor.year - 1


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the Umm al-Qura calendar, within the library's years."""
    from hijridate import Hijri  # few articles need it, and it is not free to load

    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_month_of(year: int, month: int, day: int) -> tuple[int, int] | None:
    """The Hijri year and month of a Gregorian day, within the library's years."""
    from hijridate import Gregorian  # as above

    try:
        hijri = Gregorian(year, month, day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month
