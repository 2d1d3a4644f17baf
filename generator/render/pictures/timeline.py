"""The timeline as a picture: a row for each year, in it a mark for each date that articles give.

A day is a dot, everything wider a bar as long as what the source leaves open. The years stand one
below the other and only inside a row does length mean time, so a century fits on a phone.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.model import Precision, SiteDate
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
from generator.render.pictures.years import LABELS, TARGET, Mark, Row, year_rows

# Heights in pixels: of a lane, around the lanes of a year, of the axis, where years are left out.
_LANE = 28
_PADDING = 6
_AXIS = 26
_GAP = 14
# More years than these no reader takes in; the latest are shown.
_MOST_YEARS = 40
_QUARTER_STARTS = (1, 4, 7, 10)


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
    return LABELS + (1 - LABELS) * share


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
        y=rem(y - TARGET / 2),
        width=TARGET,
        height=rem(TARGET),
        transform=f"translate({-TARGET // 2} 0)",
        class_="sh-mark__touch",
    )


def _count(middle: str, y: float, count: int) -> Iterable[str]:
    if count > 1:
        yield written(str(count), x=middle, y=rem(y + 4.5), class_="sh-mark__count")
