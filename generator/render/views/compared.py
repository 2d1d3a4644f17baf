"""Figures on a common scale: those that disagree, and ranges of one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from generator.model import SiteConflict, SiteFigure, TopicId
from generator.render import paths
from generator.render.numbers import figure_text
from generator.render.pictures.scales import Claim, Scale, scale
from generator.render.site import Place, Site
from generator.render.themes import conflict_title
from generator.render.views.facts import (
    FigureEntry,
    counted_text,
    figure_entry,
    shown_counted,
)
from generator.render.views.parts import Link
from generator.render.views.sources import named

# Scales of ranges above the list of all figures: a few show how far sources leave a number open.
_MOST_SCALES = 8
_MOST_RANGES = 12


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures about the same thing that disagree."""

    id: str
    title: str
    scale: Scale
    claims: tuple[FigureEntry, ...]


@dataclass(frozen=True, slots=True)
class ConflictLink:
    """The way to figures that disagree, which `claims` gives in few words, each with who says it."""

    link: Link
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RangeScale:
    """Ranges that count the same thing, on one scale; the title is empty where it is not known."""

    id: str
    title: str
    scale: Scale


def conflict_entries(place: Place) -> tuple[Conflict, ...]:
    """Every conflict of the site, each with all its claims."""
    return tuple(
        _conflict(place, conflict, f"c-{number}")
        for number, conflict in enumerate(place.site.index.conflicts, start=1)
    )


def _conflict(place: Place, conflict: SiteConflict, anchor: str) -> Conflict:
    figures = tuple(place.site.index.figures[index] for index in conflict.figures)
    pairs = tuple((figure, f"{anchor}-{n}") for n, figure in enumerate(figures, start=1))
    claims = tuple(figure_entry(place, *pair) for pair in pairs)
    on_page = tuple((figure, Markup(f"#{name}")) for figure, name in pairs)
    amounts = [figure_text(place.say, figure) for figure in figures]
    title = conflict_title(place.say, conflict, amounts)
    return Conflict(anchor, title, _scale(place, on_page), claims)


def conflicts_by_topic(site: Site) -> dict[TopicId, list[int]]:
    """The numbers of the conflicts about each topic, from 1."""
    about: dict[int, list[TopicId]] = {}
    for page in site.index.topic_pages:
        for figure in page.figures:
            about.setdefault(figure, []).append(page.topic)
    found: dict[TopicId, list[int]] = {}
    for number, conflict in enumerate(site.index.conflicts, start=1):
        topics = (topic for figure in conflict.figures for topic in about.get(figure, ()))
        for topic in dict.fromkeys(topics):
            found.setdefault(topic, []).append(number)
    return found


def conflict_links(place: Place, numbers: Iterable[int]) -> Iterator[ConflictLink]:
    """The ways to conflicts on the page of figures."""
    page = paths.section(place.language, "figures")
    for number in numbers:
        conflict = place.site.index.conflicts[number - 1]
        figures = [place.site.index.figures[index] for index in conflict.figures]
        title = conflict_title(place.say, conflict, [figure_text(place.say, f) for f in figures])
        href = place.to(page, f"c-{number}-title")
        yield ConflictLink(Link(title, href), tuple(_claim(place, figure) for figure in figures))


def _claim(place: Place, figure: SiteFigure) -> str:
    parts = (figure_text(place.say, figure), shown_counted(place, figure), _speaker(place, figure))
    return " · ".join(part for part in parts if part)


def _scale(place: Place, figures: Iterable[tuple[SiteFigure, Markup]]) -> Scale:
    """Figures of one unit on one scale, each with the link to its entry."""
    return scale(place.say, tuple(Claim(f, _speaker(place, f), href) for f, href in figures))


def _speaker(place: Place, figure: SiteFigure) -> str:
    return named(place, figure.speaker, figure.speaker_topic) if figure.speaker else ""


def range_scales(
    place: Place, figures: Iterable[tuple[SiteFigure, Markup]]
) -> tuple[RangeScale, ...]:
    """The figures that are ranges, those that count the same on one scale, in the given order.

    A range that nothing can be compared with has no scale: its words say as much.
    """
    groups: dict[tuple[str, str], list[tuple[SiteFigure, Markup]]] = {}
    for figure, href in figures:
        if figure.high is not None and figure.high != figure.low:
            groups.setdefault((counted_text(place, figure), figure.unit), []).append((figure, href))
    several = ((counted, found) for (counted, _), found in groups.items() if len(found) > 1)
    return tuple(
        RangeScale(f"r-{number}", counted, _scale(place, found[:_MOST_RANGES]))
        for number, (counted, found) in enumerate(islice(several, _MOST_SCALES), 1)
    )
