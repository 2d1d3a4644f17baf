"""Dates and figures in a few words, beside an article or on the page of a topic."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from generator.model import Passage, SiteDate, SiteFigure, Slug
from generator.render.dates import date_text
from generator.render.numbers import figure_text
from generator.render.site import Place
from generator.render.views.facts import shown_counted, wording_of
from generator.render.views.parts import article_title, passage_href, passage_label, short_label
from generator.render.views.sources import named


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
    words = entry.sentence[entry.span.start : entry.span.end]
    when = date_text(place.words, entry.iso)
    return _short(place, entry.passage, when, wording_of(place, entry), words)


def _short_figure(place: Place, figure: SiteFigure) -> ShortFact:
    speaker = named(place, figure.speaker, figure.speaker_topic) if figure.speaker else ""
    parts = (shown_counted(place, figure), speaker)
    note = " · ".join(part for part in parts if part)
    words = figure.sentence[figure.span.start : figure.span.end]
    return _short(place, figure.passage, figure_text(place.say, figure), note, words)


def _short(place: Place, passage: Passage, text: str, note: str, words: str) -> ShortFact:
    href, label = passage_href(place, passage), passage_label(place, passage)
    return ShortFact(text, note, href, label, words)


def _each_once(facts: Iterable[ShortFact]) -> tuple[ShortFact, ...]:
    return tuple(dict.fromkeys(facts))
