"""Dates -> the rows of the timeline's picture: which marks a year has, and in which lanes they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.model import IsoDate, Precision, SiteDate
from generator.text import iso_bounds

# Shares of the width: the years' own column, then the plot.
LABELS = 0.14
# Lengths in pixels. Marks are laid out for the narrowest plot, on a window of 320 pixels, so that no
# two cover each other on any; a mark may be met with a finger, so it takes 24 pixels at least.
_NARROW = 288 * (1 - LABELS)
TARGET = 24
# With more lanes than these in a year, its days and periods are counted with their months.
_MOST_LANES = 6
_LONGEST_MONTH = 0.09  # of a year, with some room for a period that is called by its month


@dataclass(frozen=True, slots=True)
class Mark:
    """All statements of one date: where it stands in its year, from 0 to 1, and where it leads."""

    iso: IsoDate
    precision: Precision
    first: str
    start: float
    end: float
    goes_on: bool
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A year with its lanes of marks; `follows` is whether the year before has a row too."""

    year: int
    lanes: tuple[tuple[Mark, ...], ...]
    follows: bool


def year_rows(dates: Iterable[tuple[SiteDate, str]]) -> tuple[Row, ...]:
    """The rows of the picture in order of time; entries are grouped by year as in the list."""
    rows: list[Row] = []
    for year, found in groupby(dates, key=lambda pair: int(pair[0].first[:4])):
        marks = _marks(year, list(found))
        lanes = _lanes(marks)
        if len(lanes) > _MOST_LANES:
            lanes = _lanes(_by_month(year, marks))
        rows.append(Row(year, lanes, bool(rows) and rows[-1].year == year - 1))
    return tuple(rows)


def _marks(year: int, found: list[tuple[SiteDate, str]]) -> list[Mark]:
    marks: dict[IsoDate, Mark] = {}
    for entry, href in found:
        mark = marks.get(entry.iso)
        marks[entry.iso] = (
            replace(mark, count=mark.count + 1)
            if mark
            else _mark(year, entry.iso, entry.precision, entry.first, entry.last, href)
        )
    return list(marks.values())


def _mark(year: int, iso: IsoDate, precision: Precision, first: str, last: str, href: str) -> Mark:
    goes_on = int(last[:4]) > year
    end = 1.0 if goes_on else _share(year, last, 1)
    return Mark(iso, precision, first, _share(year, first, 0), end, goes_on, 1, href)


def _share(year: int, day: str, after: int) -> float:
    """How much of the year has gone by at the start of a day, or `after` it."""
    days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
    return ((date.fromisoformat(day) - date(year, 1, 1)).days + after) / days


def _by_month(year: int, marks: list[Mark]) -> list[Mark]:
    """Days, weeks and periods counted with the month in which they begin."""
    merged: dict[IsoDate, Mark] = {}
    for mark in marks:
        month = _month_of(year, mark)
        known = merged.get(month.iso)
        merged[month.iso] = replace(month, count=mark.count + (known.count if known else 0))
    return sorted(merged.values(), key=lambda mark: (mark.start, -mark.end, mark.iso))


def _month_of(year: int, mark: Mark) -> Mark:
    """The month in which a shorter mark begins; a longer one stays as it is."""
    if mark.precision is Precision.MONTH or mark.end - mark.start > _LONGEST_MONTH:
        return mark
    iso = IsoDate(mark.first[:7])
    first, last = (day.isoformat() for day in iso_bounds(iso))
    return _mark(year, iso, Precision.MONTH, first, last, mark.href)


def _lanes(marks: list[Mark]) -> tuple[tuple[Mark, ...], ...]:
    """The marks in as few lanes as keep them apart, the widest first."""
    lanes: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (-round(mark.end - mark.start, 4), mark.start)):
        free = next((lane for lane in lanes if all(_apart(mark, m) for m in lane)), None)
        if free is None:
            lanes.append([mark])
        else:
            free.append(mark)
    return tuple(tuple(sorted(lane, key=lambda mark: mark.start)) for lane in lanes)


def _apart(one: Mark, other: Mark) -> bool:
    (start, end), (begin, stop) = _room(one), _room(other)
    return end <= begin + 0.5 or stop <= start + 0.5


def _room(mark: Mark) -> tuple[float, float]:
    """The pixels that a mark takes in the narrowest plot."""
    middle = (mark.start + mark.end) / 2 * _NARROW
    half = max((mark.end - mark.start) * _NARROW, TARGET) / 2
    # Months stand side by side although they are a little narrower than a target.
    return (middle - half, middle + half) if mark.precision is not Precision.MONTH else (
        mark.start * _NARROW, mark.end * _NARROW
    )  # fmt: skip
