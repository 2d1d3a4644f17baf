"""Dates, figures and statements as entries that several pages list."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ParagraphId,
    Passage,
    SiteConflict,
    SiteDate,
    SiteFigure,
    Slug,
)
from generator.render import paths
from generator.render.dates import PRECISIONS, date_text
from generator.render.numbers import figure_text
from generator.render.pictures.scales import Claim, Scale, scale
from generator.render.site import Place
from generator.render.themes import conflict_title
from generator.render.views.evidence import Quote, quote
from generator.render.views.parts import (
    Link,
    article_title,
    passage_href,
    passage_label,
    short_label,
    topic_links,
)
from generator.render.views.sources import named, source_line

# Scales of ranges above the list of all figures: a few show how far sources leave a number open.
_MOST_SCALES = 8
_MOST_RANGES = 12


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A dated statement: its date in words, what the source leaves open, the sentence."""

    id: str
    date: str
    precision: str
    wording: str
    quote: Quote
    source: str
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure: its value in words, what it counts, who says it, the sentence."""

    id: str
    value: str
    counted: str
    who: str
    quote: Quote
    source: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures about the same thing that disagree."""

    id: str
    title: str
    scale: Scale
    claims: tuple[FigureEntry, ...]


@dataclass(frozen=True, slots=True)
class RangeScale:
    """Ranges that count the same thing, on one scale; the title is empty where it is not known."""

    id: str
    title: str
    scale: Scale


def hex_of(block: ParagraphId) -> str:
    """The paragraph's part of the ids of entries that come from it."""
    return block.removeprefix("p-")


def date_ids(dates: Iterable[SiteDate]) -> tuple[str, ...]:
    """The ids of dates in this order, each standing once on the whole site."""
    return paths.unique(
        f"t-{entry.passage.article}-{hex_of(entry.passage.block)}-{entry.iso.replace('/', '--')}"
        for entry in dates
    )


def date_entry(place: Place, entry: SiteDate, anchor: str) -> DateEntry:
    """The entry of one date."""
    open_part = PRECISIONS.get(entry.precision)
    return DateEntry(
        id=anchor,
        date=date_text(place.words, entry.iso),
        precision=place.say.text(open_part) if open_part else "",
        wording=(entry.wording_ar if place.language == ARABIC else entry.wording_en) or "",
        quote=quote(place, anchor, entry.passage, entry.sentence, (entry.span,)),
        source=_source(place, entry.passage),
        topics=topic_links(place, entry.topics),
    )


def figure_ids(figures: Iterable[SiteFigure]) -> tuple[str, ...]:
    """The ids of figures in this order, each standing once on the whole site."""
    return paths.unique(
        f"f-{figure.passage.article}-{hex_of(figure.passage.block)}" for figure in figures
    )


def figure_entry(place: Place, figure: SiteFigure, anchor: str) -> FigureEntry:
    """The entry of one figure."""
    return FigureEntry(
        id=anchor,
        value=figure_text(place.say, figure),
        counted=counted_text(place, figure),
        who=who_text(place, figure),
        quote=quote(place, anchor, figure.passage, figure.sentence, (figure.span,)),
        source=_source(place, figure.passage),
    )


def counted_text(place: Place, figure: SiteFigure) -> str:
    """What the figure counts, in the page's language; empty where only the other one is known."""
    return figure.counted.ar if place.language == ARABIC else figure.counted.en


def who_text(place: Place, figure: SiteFigure) -> str:
    """Who says it and through whom; where nobody was found, that is said."""
    if not figure.speaker:
        return place.say.text("No speaker identified; the sentence gives the context")
    speaker = named(place, figure.speaker, figure.speaker_topic)
    if not figure.via:
        return place.say.text("Source: %(speaker)s", speaker=speaker)
    via = named(place, figure.via, figure.via_topic)
    return place.say.text("Source: %(speaker)s, as carried by %(via)s", speaker=speaker, via=via)


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


def _scale(place: Place, figures: Iterable[tuple[SiteFigure, Markup]]) -> Scale:
    """Figures of one unit on one scale, each with the link to its entry."""
    return scale(place.say, tuple(Claim(f, _speaker(place, f), href) for f, href in figures))


def _speaker(place: Place, figure: SiteFigure) -> str:
    return named(place, figure.speaker, figure.speaker_topic) if figure.speaker else ""


def range_scales(
    place: Place, figures: Iterable[tuple[SiteFigure, Markup]]
) -> tuple[RangeScale, ...]:
    """The figures that are ranges, those that count the same on one scale, in the given order."""
    groups: dict[tuple[str, str], list[tuple[SiteFigure, Markup]]] = {}
    for figure, href in figures:
        if figure.high is not None and figure.high != figure.low:
            groups.setdefault((counted_text(place, figure), figure.unit), []).append((figure, href))
    return tuple(
        RangeScale(f"r-{number}", counted, _scale(place, found[:_MOST_RANGES]))
        for number, ((counted, _), found) in enumerate(islice(groups.items(), _MOST_SCALES), 1)
    )


def _source(place: Place, passage: Passage) -> str:
    return source_line(place, place.site.articles[passage.article])


@dataclass(frozen=True, slots=True)
class ShortFact:
    """A date or a figure in a few words, with the link to its paragraph."""

    text: str
    note: str
    href: Markup
    label: str
    words: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """Dates and figures of an article or about a topic, each with the link to its paragraph."""

    dates: tuple[ShortFact, ...]
    figures: tuple[ShortFact, ...]


def article_facts(place: Place, slug: Slug) -> Facts:
    """The facts of an article, each once: dates in order of time, figures in that of the text."""
    site = place.site
    order = {block.id: number for number, block in enumerate(site.articles[slug].blocks)}
    figures = sorted(
        site.figures_of.get(slug, ()), key=lambda f: (order.get(f.passage.block, 0), f.span)
    )
    dates = _each_once(_short_date(place, entry) for entry in site.dates_of.get(slug, ()))
    return Facts(
        dates=_told_apart(dates),
        figures=_each_once(_short_figure(place, figure) for figure in figures),
    )


def _told_apart(dates: tuple[ShortFact, ...]) -> tuple[ShortFact, ...]:
    """The dates, with their paragraph where the same date stands there more than once."""
    times = Counter(fact.text for fact in dates)
    return tuple(
        replace(fact, note=fact.note or fact.label) if times[fact.text] > 1 else fact
        for fact in dates
    )


def topic_facts(place: Place, dates: Iterable[SiteDate], figures: Iterable[SiteFigure]) -> Facts:
    """The facts about a topic in the given order, each with its article.

    Their sentences are not repeated: each stands on the topic's page already, as a mention.
    """
    return Facts(
        dates=_each_once(_with_article(place, d.passage, _short_date(place, d)) for d in dates),
        figures=_each_once(
            _with_article(place, f.passage, _short_figure(place, f)) for f in figures
        ),
    )


def _with_article(place: Place, passage: Passage, fact: ShortFact) -> ShortFact:
    title = article_title(place, place.site.articles[passage.article])
    note = f"{fact.note} · {title}" if fact.note else title
    return replace(fact, note=note, label=short_label(place, passage))


def _short_date(place: Place, entry: SiteDate) -> ShortFact:
    wording = entry.wording_ar if place.language == ARABIC else entry.wording_en
    words = entry.sentence[entry.span.start : entry.span.end]
    return _short(place, entry.passage, date_text(place.words, entry.iso), wording or "", words)


def _short_figure(place: Place, figure: SiteFigure) -> ShortFact:
    speaker = named(place, figure.speaker, figure.speaker_topic) if figure.speaker else ""
    parts = (counted_text(place, figure), speaker)
    note = " · ".join(part for part in parts if part)
    words = figure.sentence[figure.span.start : figure.span.end]
    return _short(place, figure.passage, figure_text(place.say, figure), note, words)


def _short(place: Place, passage: Passage, text: str, note: str, words: str) -> ShortFact:
    href, label = passage_href(place, passage), passage_label(place, passage)
    return ShortFact(text, note, href, label, words)


def _each_once(facts: Iterable[ShortFact]) -> tuple[ShortFact, ...]:
    return tuple(dict.fromkeys(facts))
