"""Dates and figures as entries that several pages list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import (
    ARABIC,
    ParagraphId,
    Passage,
    SiteAttribution,
    SiteDate,
    SiteFigure,
)
from generator.render import paths
from generator.render.dates import date_text
from generator.render.numbers import figure_text
from generator.render.site import Place
from generator.render.views.evidence import Quote, quote
from generator.render.views.parts import Link, topic_links
from generator.render.views.sources import named, source_line


def hex_of(block: ParagraphId) -> str:
    """The paragraph's part of the ids of entries that come from it."""
    return block.removeprefix("p-")


def _source(place: Place, passage: Passage) -> str:
    return source_line(place, place.site.articles[passage.article])


# ---------------------------------------------------------------- dates


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A dated statement: its date in words, no more exact than its source, the sentence."""

    id: str
    date: str
    wording: str
    quote: Quote
    source: str
    topics: tuple[Link, ...]


def date_ids(dates: Iterable[SiteDate]) -> tuple[str, ...]:
    """The ids of dates in this order, each standing once on the whole site."""
    return paths.unique(
        f"t-{entry.passage.article}-{hex_of(entry.passage.block)}-{entry.iso.replace('/', '--')}"
        for entry in dates
    )


def date_entry(place: Place, entry: SiteDate, anchor: str) -> DateEntry:
    """The entry of one date."""
    return DateEntry(
        id=anchor,
        date=date_text(place.words, entry.iso),
        wording=wording_of(place, entry),
        quote=quote(place, anchor, entry.passage, entry.sentence, (entry.span,)),
        source=_source(place, entry.passage),
        topics=topic_links(place, entry.topics),
    )


def wording_of(place: Place, entry: SiteDate | SiteFigure | SiteAttribution) -> str:
    """The editor's words for the fact in the page's language; empty where there are none."""
    return (entry.wording_ar if place.language == ARABIC else entry.wording_en) or ""


# ---------------------------------------------------------------- figures

NamedFigure = tuple[SiteFigure, str]
"""A figure with its id, which is the same wherever it stands."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in words, what it counts, who says it; `also` are the ids of figures that read the
    same and stand for it. `who` is empty where the entry says it for all its amounts, `worded` says
    whether the words are an editor's."""

    id: str
    also: tuple[str, ...]
    value: str
    counted: str
    who: str
    worded: bool


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """The figures of one sentence, and the sentence. `who` is empty where the amounts differ in it."""

    id: str
    amounts: tuple[Amount, ...]
    who: str
    quote: Quote
    source: str


def figure_ids(figures: Iterable[SiteFigure]) -> tuple[str, ...]:
    """The ids of figures in this order, each standing once on the whole site."""
    return paths.unique(
        f"f-{figure.passage.article}-{hex_of(figure.passage.block)}" for figure in figures
    )


def figure_entries(place: Place, figures: Iterable[NamedFigure]) -> Iterator[FigureEntry]:
    """The entries of figures in the given order, those of one sentence together."""
    for _, found in groupby(figures, key=_sentence_of):
        yield _figure_entry(place, tuple(found))


def figure_entry(place: Place, figure: SiteFigure, anchor: str) -> FigureEntry:
    """The entry of one figure alone."""
    return _figure_entry(place, ((figure, anchor),))


def _sentence_of(pair: NamedFigure) -> tuple[Passage, str]:
    """What figures of one entry share; without its sentence a figure stands alone."""
    figure, anchor = pair
    return figure.passage, figure.sentence or anchor


def _figure_entry(place: Place, figures: Sequence[NamedFigure]) -> FigureEntry:
    first, anchor = figures[0]
    spans = [figure.span for figure, _ in figures]
    amounts = _amounts(place, figures)
    who = amounts[0].who if len({amount.who for amount in amounts}) == 1 else ""
    return FigureEntry(
        id=anchor,
        amounts=tuple(replace(amount, who="") for amount in amounts) if who else amounts,
        who=who,
        quote=quote(place, anchor, first.passage, first.sentence, spans),
        source=_source(place, first.passage),
    )


def _amounts(place: Place, figures: Sequence[NamedFigure]) -> tuple[Amount, ...]:
    """The figures in words; those that read the same as one."""
    same: dict[tuple[str, str, str, bool], list[str]] = {}
    for figure, anchor in figures:
        value, worded = figure_text(place.say, figure), bool(wording_of(place, figure))
        key = value, shown_counted(place, figure), who_text(place, figure), worded
        same.setdefault(key, []).append(anchor)
    return tuple(Amount(ids[0], tuple(ids[1:]), *key) for key, ids in same.items())


def counted_text(place: Place, figure: SiteFigure) -> str:
    """What the figure counts, in the page's language; empty where only the other one is known."""
    return figure.counted.ar if place.language == ARABIC else figure.counted.en


def shown_counted(place: Place, figure: SiteFigure) -> str:
    """What stands beside the value as what it counts: nothing where the editor's words say it."""
    return "" if wording_of(place, figure) else counted_text(place, figure)


def who_text(place: Place, figure: SiteFigure) -> str:
    """Who says it and through whom; where nobody was found, that is said."""
    if not figure.speaker:
        return place.say.text("No speaker identified; the sentence gives the context")
    speaker = named(place, figure.speaker, figure.speaker_topic)
    if not figure.via:
        return place.say.text("Source: %(speaker)s", speaker=speaker)
    via = named(place, figure.via, figure.via_topic)
    return place.say.text("Source: %(speaker)s, as carried by %(via)s", speaker=speaker, via=via)
