"""The timeline: on one page or, where it is long, a page for each year or month."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model import IsoDate, Precision, SiteDate
from generator.render import paths
from generator.render.dates import DateWords, date_text
from generator.render.pictures.svg import Picture
from generator.render.pictures.timeline import timeline_picture
from generator.render.site import Place, Site
from generator.render.views.counts import EVENTS
from generator.render.views.facts import DateEntry, date_entry, date_ids
from generator.render.views.heads import Page, mirrored_head, section_crumbs
from generator.render.views.lists import Downloads, Part, downloads
from generator.render.views.parts import Link, contents

# A page of more dates than this, about 700 bytes each, is too long to scroll through on a phone.
_ON_ONE_PAGE = 300
_IN_A_MONTH = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})

_Dated = tuple[SiteDate, str]
"""A date with its id, which is the same wherever it stands."""
_Row = tuple[SiteDate, str, str]
"""A date with the page on which it stands and its id there."""


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year; a decade stands under its first year."""

    id: str
    title: str
    entries: tuple[DateEntry, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline or a part of it; the whole of a long one has `parts` instead of years."""

    title: str
    count: str
    picture: Picture | None
    index: tuple[Link, ...]
    years: tuple[Year, ...]
    parts: tuple[Part, ...]
    downloads: Downloads | None


def timeline_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The timeline of one language."""
    place = Place(site, words, paths.section(words.catalogue.language, "timeline"))
    dates = site.index.timeline
    dated = list(zip(dates, date_ids(dates), strict=True))
    keys = _keys(dates)
    if not keys:
        yield _whole(place, _years(place, dated), (), len(dated))
        return
    by_key: dict[str, list[_Dated]] = {}
    for pair, key in zip(dated, keys, strict=True):
        by_key.setdefault(key, []).append(pair)
    yield _whole(
        place, (), tuple(_part(place, key, by_key[key]) for key in sorted(by_key)), len(dated)
    )
    by_year = _by_year(place)
    for key, found in by_key.items():
        part = Place(site, words, paths.section(place.language, _name(key)))
        yield _part_page(part, key, found, by_year[key[:4]])


def timeline_paths(place: Place) -> tuple[str, ...]:
    """The path of the page that each date of the timeline stands on, in its order."""
    dates = place.site.index.timeline
    whole = paths.section(place.language, "timeline")
    keys = _keys(dates)
    if not keys:
        return (whole,) * len(dates)
    return tuple(paths.section(place.language, _name(key)) for key in keys)


def linked_dates(place: Place) -> tuple[tuple[SiteDate, Markup], ...]:
    """Every date of the timeline with the link to its entry."""
    return _linked(place, _rows(place))


def _rows(place: Place) -> Iterator[_Row]:
    dates = place.site.index.timeline
    return zip(dates, timeline_paths(place), date_ids(dates), strict=True)


def _by_year(place: Place) -> dict[str, list[_Row]]:
    years: dict[str, list[_Row]] = {}
    for row in _rows(place):
        years.setdefault(row[0].first[:4], []).append(row)
    return years


def _linked(place: Place, rows: Iterable[_Row]) -> tuple[tuple[SiteDate, Markup], ...]:
    return tuple((entry, place.to(path, anchor)) for entry, path, anchor in rows)


def _name(key: str) -> str:
    return f"timeline/{key}"


def _keys(dates: Sequence[SiteDate]) -> tuple[str, ...]:
    """The year, or in a full year the month, whose page each date stands on; none on one page."""
    if len(dates) <= _ON_ONE_PAGE:
        return ()
    sizes: dict[str, int] = {}
    for entry in dates:
        sizes[entry.first[:4]] = sizes.get(entry.first[:4], 0) + 1
    full = {year for year, size in sizes.items() if size > _ON_ONE_PAGE}
    return tuple(_key(entry, full) for entry in dates)


def _key(entry: SiteDate, full: set[str]) -> str:
    year = entry.first[:4]
    return entry.first[:7] if year in full and entry.precision in _IN_A_MONTH else year


# ---------------------------------------------------------------- pages


def _whole(place: Place, years: tuple[Year, ...], parts: tuple[Part, ...], number: int) -> Page:
    title = place.say.text("Timeline")
    view = TimelineView(
        title=title,
        count=place.say.count(EVENTS, number, n=number),
        picture=timeline_picture(place.words, linked_dates(place)),
        index=contents((year.title, year.id) for year in years),
        years=years,
        parts=parts,
        downloads=downloads(place, "timeline"),
    )
    return Page(
        place, mirrored_head(place, "timeline", "timeline", title, _lead(place)), "timeline", view
    )


def _lead(place: Place) -> str:
    return place.say.text("What happened when, each date with the paragraph that gives it.")


def _part(place: Place, key: str, found: list[_Dated]) -> Part:
    href = place.to(paths.section(place.language, _name(key)))
    count = place.say.count(EVENTS, len(found), n=len(found))
    return Part(f"y-{key}", Link(date_text(place.words, IsoDate(key)), href), count)


def _part_page(place: Place, key: str, found: list[_Dated], year: list[_Row]) -> Page:
    """The page of a year or a month; its picture shows the whole year, so that one finds the rest."""
    when = date_text(place.words, IsoDate(key))
    title = place.say.text("Timeline: %(when)s", when=when)
    view = TimelineView(
        title=title,
        count=place.say.count(EVENTS, len(found), n=len(found)),
        picture=timeline_picture(place.words, _linked(place, year)),
        index=(),
        years=_years(place, found),
        parts=(),
        downloads=None,
    )
    crumbs = section_crumbs(place, place.say.text("Timeline"), "timeline")
    head = mirrored_head(place, _name(key), "timeline", title, _lead(place), crumbs)
    return Page(place, head, "timeline", view)


def _years(place: Place, dated: list[_Dated]) -> tuple[Year, ...]:
    return tuple(
        Year(f"y-{year}", year, tuple(date_entry(place, *pair) for pair in found))
        for year, found in groupby(dated, key=lambda pair: pair[0].first[:4])
    )
