"""Pages that list facts of the whole site: timeline, figures, who says what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby

from markupsafe import Markup

from generator.model import SiteAttribution
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.evidence import Quote, quote
from generator.render.views.facts import (
    Conflict,
    DateEntry,
    FigureEntry,
    conflict_entries,
    date_entries,
    figure_entries,
    hex_of,
)
from generator.render.views.heads import Page, mirrored_head
from generator.render.views.parts import Link, contents, optional_topic_link
from generator.render.views.sources import named, source_line
from generator.text import fold

EVENTS = messages("%(n)s event", "%(n)s events")
FIGURES = messages("%(n)s figure", "%(n)s figures")
STATEMENTS = messages("%(n)s statement", "%(n)s statements")


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


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement; `via` is empty where the article heard the speaker itself."""

    quote: Quote
    via: str
    source: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks; `href` is empty where the speaker has no topic page."""

    id: str
    name: str
    href: Markup
    count: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class VoicesView:
    """Who says what."""

    count: str
    index: tuple[Link, ...]
    voices: tuple[Voice, ...]


def list_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of facts in one language."""
    language = words.catalogue.language
    yield _timeline(Place(site, words, paths.section(language, "timeline")))
    yield _figures(Place(site, words, paths.section(language, "figures")))
    yield _voices(Place(site, words, paths.section(language, "voices")))


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


# ---------------------------------------------------------------- who says what


def _voices(place: Place) -> Page:
    attributions = place.site.index.attributions
    voices = tuple(_grouped(place, attributions))
    view = VoicesView(
        count=place.say.count(STATEMENTS, len(attributions), n=len(attributions)),
        index=contents((voice.name, voice.id) for voice in voices),
        voices=voices,
    )
    head = mirrored_head(
        place,
        "voices",
        "voices",
        place.say.text("Who says what"),
        place.say.text("Statements by speaker, each with the paragraph that reports it."),
    )
    return Page(place, head, "voices", view)


def _grouped(place: Place, attributions: tuple[SiteAttribution, ...]) -> Iterator[Voice]:
    """The statements by speaker, those with most statements first, then by the speaker's name."""
    by_speaker: dict[str, list[SiteAttribution]] = {}
    for attribution in attributions:
        by_speaker.setdefault(_speaker_key(attribution), []).append(attribution)
    counts = Counter({key: len(found) for key, found in by_speaker.items()})
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        yield _voice(place, key, by_speaker[key])


def _speaker_key(attribution: SiteAttribution) -> str:
    if attribution.speaker_topic:
        return f"v-{attribution.speaker_topic}"
    # A speaker without a topic is known by his words alone; an anchor is ASCII.
    digest = blake2b(fold(attribution.speaker).encode(), digest_size=4).hexdigest()
    return f"v--{digest}"


def _voice(place: Place, anchor: str, attributions: list[SiteAttribution]) -> Voice:
    first = attributions[0]
    number = len(attributions)
    link = optional_topic_link(place, first.speaker_topic)
    return Voice(
        id=anchor,
        name=link.text if link else named(place, first.speaker, None),
        href=link.href if link else Markup(""),
        count=place.say.count(STATEMENTS, number, n=number),
        statements=_statements(place, attributions),
    )


def _statements(place: Place, attributions: list[SiteAttribution]) -> tuple[StatementView, ...]:
    ids = paths.unique(
        f"s-{entry.passage.article}-{hex_of(entry.passage.block)}-{_short_key(entry)}"
        for entry in attributions
    )
    return tuple(
        StatementView(
            quote=quote(place, anchor, entry.passage, entry.sentence, (entry.span,)),
            via=named(place, entry.via, entry.via_topic) if entry.via else "",
            source=source_line(place, place.site.articles[entry.passage.article]),
        )
        for anchor, entry in zip(ids, attributions, strict=True)
    )


def _short_key(attribution: SiteAttribution) -> str:
    """Tells the speakers of one paragraph apart, so that ids stay unique over the whole page."""
    return blake2b(_speaker_key(attribution).encode(), digest_size=4).hexdigest()
