"""What a topic's page draws on: articles, their publishers and dates, and what is not known of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, IsoDate, TopicId
from generator.render.catalogue import messages
from generator.render.dates import date_text
from generator.render.site import Place
from generator.render.views.sources import publisher_of, reported_on

UNKNOWN = messages(
    "The publisher of %(n)s article is not known.",
    "The publishers of %(n)s articles are not known.",
)
UNDATED = messages(
    "The date of %(n)s article is not known.", "The dates of %(n)s articles are not known."
)
PUBLISHERS = messages("%(n)s publisher", "%(n)s publishers")
FROM_ARTICLES = messages("This page draws on %(n)s article.", "This page draws on %(n)s articles.")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a topic's page draws on: articles, their publishers, their dates, what is unknown.

    `publisher_count` is empty where one name says it.
    """

    articles: str
    publisher_count: str
    publishers: tuple[str, ...]
    unknown: str
    dates: str
    undated: str


def coverage(place: Place, topic: TopicId) -> Coverage:
    """What the page of the topic draws on."""
    articles = [place.site.articles[slug] for slug in place.site.articles_of.get(topic, ())]
    if not articles:
        nothing = place.say.text("No article of this site mentions it yet.")
        return Coverage(nothing, "", (), "", "", "")
    names = [publisher_of(place, article) for article in articles]
    known = sorted(set(names) - {""})
    undated = sum(not reported_on(article) for article in articles)
    whole = len(articles)
    return Coverage(
        articles=place.say.count(FROM_ARTICLES, whole, n=whole),
        publisher_count=place.say.count(PUBLISHERS, len(known), n=len(known)) if known[1:] else "",
        publishers=tuple(known),
        unknown=_missing(place, names.count(""), UNKNOWN)
        if known
        else place.say.text("No publisher is known."),
        dates=_dates_text(place, articles),
        undated=_missing(place, undated, UNDATED)
        if undated < whole
        else place.say.text("No date is known."),
    )


def _missing(place: Place, number: int, counted: tuple[str, str]) -> str:
    """How many of the articles lack something; empty where none does."""
    return place.say.count(counted, number, n=number) if number else ""


def _dates_text(place: Place, articles: Sequence[Article]) -> str:
    """From the first to the last known date of the articles; empty where none is known."""
    dates = sorted(filter(None, (reported_on(article) for article in articles)))
    if not dates:
        return ""
    whole = dates[0] if dates[0] == dates[-1] else IsoDate(f"{dates[0]}/{dates[-1]}")
    return date_text(place.words, whole)
