"""The timeline as a picture: a row for each year, in it a mark for each date that articles give.

A day is a dot, everything wider a bar as long as what the source leaves open. The years stand one
below the other and only inside a row does length mean time, so a century fits on a phone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from markupsafe import Markup

from generator.model import IsoDate, Precision, SiteDate
from generator.render.dates import DateWords, date_text, month_name
from generator.render.pictures.svg import (
    Frame,
    Picture,
    element,
    frame,
    link,
    picture,
    rem,
    written,
)
from generator.text import iso_bounds

# Shares of the width: the years' own column, then the plot.
_LABELS = 0.14
# Lengths in pixels. Marks are laid out for the narrowest plot, on a window of 320 pixels, so that no
# two cover each other on any; a mark may be met with a finger, so it takes 24 pixels at least.
_NARROW = 288 * (1 - _LABELS)
_TARGET = 24
_LANE = 28
_PADDING = 6
_AXIS = 26
_GAP = 14
# With more lanes than these in a year, its days and periods are counted with their months.
_MOST_LANES = 6
# More years than these no reader takes in; the latest are shown.
_MOST_YEARS = 40
_LONGEST_MONTH = 0.09  # of a year, with some room for a period that is called by its month
_QUARTER_STARTS = (1, 4, 7, 10)


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


def timeline_picture(
    words: DateWords,
    dates: Sequence[tuple[SiteDate, str]],
    most_years: int = _MOST_YEARS,
) -> Picture | None:
    """The picture of dates, each with the link to its entry; None where there is no date."""
    rows = year_rows(dates)[-most_years:]
    if not rows:
        return None
    say = words.catalogue
    title = say.text("Timeline as a picture")
    return Picture("timeline-picture", _drawn(words, rows, title), title, _caption(words))


def _caption(words: DateWords) -> tuple[str, ...]:
    say = words.catalogue
    return (
        say.text("Each row is a year."),
        say.text("A dot is a day; a bar is as long as what the source leaves open."),
        say.text("A number counts the entries of a date; every mark leads to the first of them."),
    )


# ---------------------------------------------------------------- what is drawn


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
    half = max((mark.end - mark.start) * _NARROW, _TARGET) / 2
    # Months stand side by side although they are a little narrower than a target.
    return (middle - half, middle + half) if mark.precision is not Precision.MONTH else (
        mark.start * _NARROW, mark.end * _NARROW
    )  # fmt: skip


# ---------------------------------------------------------------- how it is drawn


def _drawn(words: DateWords, rows: tuple[Row, ...], title: str) -> Markup:
    space = frame(words.catalogue.language)
    parts: list[str] = []
    top = float(_AXIS)
    for row in rows:
        if not row.follows and row is not rows[0]:
            parts += _years_left_out(space, top)
            top += _GAP
        height = len(row.lanes) * _LANE + 2 * _PADDING
        parts += _row(words, space, row, top, height)
        top += height
    bottom = element("line", x1="0", x2="100%", y1=rem(top), y2=rem(top), class_="sh-plot__rule")
    return picture(
        *_axis(words, space, top), *parts, bottom, height=top + 1, classes="sh-plot", label=title
    )


def _axis(words: DateWords, space: Frame, bottom: float) -> list[str]:
    """The months: on phones every third is named."""
    parts: list[str] = []
    for month in range(1, 13):
        place = space.x(_at((month - 1) / 12))
        kind = "" if month in _QUARTER_STARTS else " sh-plot__fine"
        # Two names of one month do not fit over it; the first is the common one.
        name = month_name(words, month, short=True).split("/")[0]
        parts.append(written(name, x=place, y=rem(_AXIS - 10), class_=f"sh-plot__axis{kind}"))
        parts.append(
            element(
                "line",
                x1=place,
                x2=place,
                y1=rem(_AXIS),
                y2=rem(bottom),
                class_=f"sh-plot__grid{kind}",
            )
        )
    return parts


def _years_left_out(space: Frame, top: float) -> list[str]:
    """Three small dots between years that do not follow each other."""
    return [
        element("circle", cx=space.x(0.05), cy=rem(top + y), r=1.25, class_="sh-plot__gap")
        for y in (2.5, 7, 11.5)
    ]


def _at(share: float) -> float:
    return _LABELS + (1 - _LABELS) * share


def _row(words: DateWords, space: Frame, row: Row, top: float, height: float) -> list[str]:
    middle = top + height / 2
    parts: list[str] = [
        element("line", x1="0", x2="100%", y1=rem(top), y2=rem(top), class_="sh-plot__rule"),
        written(str(row.year), x=space.x(0), y=rem(middle + 6), class_="sh-plot__year"),
    ]
    for number, lane in enumerate(row.lanes):
        y = top + _PADDING + (number + 0.5) * _LANE
        parts += (_link(words, space, mark, y) for mark in lane)
    return parts


def _link(words: DateWords, space: Frame, mark: Mark, y: float) -> Markup:
    label = date_text(words, mark.iso)
    if mark.count > 1:  # in digits, as the mark shows it
        label = words.catalogue.text("%(date)s, entries: %(n)s", date=label, n=mark.count)
    is_day = mark.precision is Precision.DAY
    shapes = _dot(space, mark, y) if is_day else _bar(space, mark, y)
    return link(mark.href, shapes, label, f"sh-mark sh-mark--{_kind(mark)}")


def _kind(mark: Mark) -> str:
    if mark.precision is Precision.DAY:
        return "day"
    return "part" if mark.end - mark.start < 0.5 else "year"


def _dot(space: Frame, mark: Mark, y: float) -> Iterable[str]:
    middle = space.x(_at((mark.start + mark.end) / 2))
    yield _touch(middle, y)
    yield element("circle", cx=middle, cy=rem(y), r=rem(7 if mark.count == 1 else 11))
    yield from _count(middle, y, mark.count)


def _bar(space: Frame, mark: Mark, y: float) -> Iterable[str]:
    start, end = _at(mark.start), _at(mark.end)
    middle = space.x((start + end) / 2)
    if mark.end - mark.start < 0.1:
        yield _touch(middle, y)
    yield element("rect", **space.across(start, end), y=rem(y - 10), height=rem(20), rx=4)
    yield from _count(middle, y, mark.count)
    if mark.goes_on:
        yield element("circle", cx=space.x(1), cy=rem(y), r=3, class_="sh-mark__on")


def _touch(middle: str, y: float) -> Markup:
    """What a finger may meet around a small mark."""
    return element(
        "rect",
        x=middle,
        y=rem(y - _TARGET / 2),
        width=_TARGET,
        height=rem(_TARGET),
        transform=f"translate({-_TARGET // 2} 0)",
        class_="sh-mark__touch",
    )


def _count(middle: str, y: float, count: int) -> Iterable[str]:
    if count > 1:
        yield written(str(count), x=middle, y=rem(y + 4.5), class_="sh-mark__count")
