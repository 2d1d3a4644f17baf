"""Pages that list facts of the whole site: timeline and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.render import paths
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.facts import (
    Conflict,
    DateEntry,
    FigureEntry,
    conflict_entries,
    date_entries,
    figure_entries,
)
from generator.render.views.heads import Page, mirrored_head
from generator.render.views.parts import Link, contents
from generator.render.views.topics import EVENTS, FIGURES


@dataclass(frozen=True, slots=True)
class Downloads:
    """The data of a page to take away."""

    json: Markup
    csv: Markup


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year; a decade stands under its first year."""

    id: str
    title: str
    entries: tuple[DateEntry, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline."""

    count: str
    index: tuple[Link, ...]
    years: tuple[Year, ...]
    downloads: Downloads


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The page of figures: first what disagrees."""

    count: str
    conflicts: tuple[Conflict, ...]
    figures: tuple[FigureEntry, ...]
    downloads: Downloads


def list_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of facts in one language."""
    language = words.catalogue.language
    yield _timeline(Place(site, words, paths.section(language, "timeline")))
    yield _figures(Place(site, words, paths.section(language, "figures")))


def _downloads(place: Place, name: str) -> Downloads:
    return Downloads(
        place.to(paths.download(place.language, name, "json")),
        place.to(paths.download(place.language, name, "csv")),
    )


def _timeline(place: Place) -> Page:
    dates = place.site.index.timeline
    entries = zip(dates, date_entries(place, dates), strict=True)
    years = tuple(
        Year(f"y-{year}", year, tuple(entry for _, entry in found))
        for year, found in groupby(entries, key=lambda pair: pair[0].first[:4])
    )
    view = TimelineView(
        count=place.say.count(EVENTS, len(dates), n=len(dates)),
        index=contents((year.title, year.id) for year in years),
        years=years,
        downloads=_downloads(place, "timeline"),
    )
    head = mirrored_head(
        place,
        "timeline",
        "timeline",
        place.say.text("Timeline"),
        place.say.text("What happened when, each date with the paragraph that gives it."),
    )
    return Page(place, head, "timeline", view)


def _figures(place: Place) -> Page:
    figures = place.site.index.figures
    view = FiguresView(
        count=place.say.count(FIGURES, len(figures), n=len(figures)),
        conflicts=conflict_entries(place),
        figures=figure_entries(place, figures),
        downloads=_downloads(place, "figures"),
    )
    head = mirrored_head(
        place,
        "figures",
        "figures",
        place.say.text("By the numbers"),
        place.say.text("Figures with who gives them and the paragraph they stand in."),
    )
    return Page(place, head, "figures", view)
