"""Topics: their pages and their index by type."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model import (
    ARABIC,
    Article,
    IsoDate,
    SiteMention,
    Topic,
    TopicId,
    TopicPage,
    TopicType,
)
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords, date_text
from generator.render.site import Place, Site, newest_first
from generator.render.views.evidence import Quote, quote_below_title
from generator.render.views.facts import Facts, hex_of, topic_facts
from generator.render.views.heads import Crumb, Page, mirrored_head, section_crumbs, summary_text
from generator.render.views.parts import (
    Link,
    article_link,
    optional_topic_link,
    topic_link,
    topic_links,
    topic_name,
)
from generator.render.views.sources import publisher_of, reported_on, source_line

ARTICLES = messages("%(n)s article", "%(n)s articles")
TOPICS = messages("%(n)s topic", "%(n)s topics")
MENTIONS = messages("%(n)s mention", "%(n)s mentions")
UNKNOWN = messages(
    "The publisher of %(n)s article is not known.",
    "The publishers of %(n)s articles are not known.",
)
FROM_ARTICLES = messages("This page draws on %(n)s article.", "This page draws on %(n)s articles.")


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """The mentions of a topic in one article."""

    id: str
    article: Link
    meta: str
    count: str
    mentions: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a topic's page draws on: articles, their publishers, their dates, what is unknown."""

    articles: str
    publishers: tuple[str, ...]
    unknown: str
    dates: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page. Names are plain; `ar_name` and `en_name` always both stand."""

    type_name: str
    type_href: Markup
    title: str
    ar_name: str
    en_name: str
    is_arabic: bool
    description: str
    ar_aliases: tuple[str, ...]
    en_aliases: tuple[str, ...]
    part_of: Link | None
    wikidata: str
    coverage: Coverage
    articles: tuple[ArticleMentions, ...]
    facts: Facts
    related: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic in the index."""

    link: Link
    count: str


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """The topics of one type."""

    id: str
    title: str
    count: str
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The index of topics."""

    groups: tuple[TopicGroup, ...]


def topic_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of all topics in one language and their index."""
    language = words.catalogue.language
    yield _index(Place(site, words, paths.section(language, "topics/index")))
    for topic in site.index.library.topics:
        place = Place(site, words, paths.topic(language, topic.id))
        view = _view(place, topic)
        head = mirrored_head(
            place,
            f"topics/{topic.id}",
            "topic",
            view.title,
            summary_text(view.description or f"{view.title}: {view.type_name}"),
            _crumbs(place),
        )
        yield Page(place, head, "topic", view)


def _crumbs(place: Place) -> tuple[Crumb, ...]:
    return section_crumbs(place, place.say.text("Topics"), "topics/index")


def type_names(place: Place, kind: str) -> tuple[str, str]:
    """The names of a type for one and for many; its id where the content has no label."""
    found = place.site.topic_types.get(kind)
    if found is None:
        return kind, kind
    return _labels(found, place)


def _labels(kind: TopicType, place: Place) -> tuple[str, str]:
    if place.language == ARABIC:
        return kind.ar_one, kind.ar_many
    return kind.en_one, kind.en_many


def _view(place: Place, topic: Topic) -> TopicView:
    site = place.site
    page = site.topic_pages.get(topic.id, TopicPage(topic.id, (), (), (), ()))
    name = topic.ar if place.language == ARABIC else topic.en
    index = place.to(paths.section(place.language, "topics/index"), f"type-{topic.type}")
    return TopicView(
        type_name=type_names(place, topic.type)[0],
        type_href=index,
        title=topic_name(topic, place.language),
        ar_name=topic.ar.name,
        en_name=topic.en.name,
        is_arabic=place.language == ARABIC,
        description=name.description,
        ar_aliases=topic.ar.aliases,
        en_aliases=topic.en.aliases,
        part_of=optional_topic_link(place, topic.part_of),
        wikidata=topic.wikidata or "",
        coverage=_coverage(place, topic.id),
        articles=tuple(_mentions(place, page.mentions)),
        facts=topic_facts(
            place,
            (site.index.timeline[index] for index in page.dates),
            (site.index.figures[index] for index in page.figures),
        ),
        related=topic_links(place, page.related),
    )


def _coverage(place: Place, topic: TopicId) -> Coverage:
    articles = [place.site.articles[slug] for slug in place.site.articles_of.get(topic, ())]
    if not articles:
        nothing = place.say.text("No article of this site mentions it yet.")
        return Coverage(nothing, (), "", "")
    names = [publisher_of(place, article) for article in articles]
    unknown = names.count("")
    return Coverage(
        articles=place.say.count(FROM_ARTICLES, len(articles), n=len(articles)),
        publishers=tuple(sorted(set(names) - {""})),
        unknown=place.say.count(UNKNOWN, unknown, n=unknown) if unknown else "",
        dates=_dates_text(place, articles),
    )


def _dates_text(place: Place, articles: list[Article]) -> str:
    """From the first to the last known date of the articles; empty where none is known."""
    dates = sorted(filter(None, (reported_on(article) for article in articles)))
    if not dates:
        return ""
    whole = dates[0] if dates[0] == dates[-1] else IsoDate(f"{dates[0]}/{dates[-1]}")
    return date_text(place.words, whole)


def _mentions(place: Place, mentions: tuple[SiteMention, ...]) -> Iterator[ArticleMentions]:
    """The mentions grouped by article, newest article first; one entry for each sentence."""
    by_article: dict[str, list[SiteMention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.passage.article, []).append(mention)
    for article in newest_first(
        place.site.articles[m[0].passage.article] for m in by_article.values()
    ):
        found = by_article[article.slug]
        yield ArticleMentions(
            id=f"a-{article.slug}",
            article=article_link(place, article),
            meta=source_line(place, article),
            count=place.say.count(MENTIONS, len(found), n=len(found)),
            mentions=_quotes(place, found),
        )


def _quotes(place: Place, mentions: list[SiteMention]) -> tuple[Quote, ...]:
    groups = [
        (passage, sentence, [mention.span for mention in found])
        for (passage, sentence), found in groupby(mentions, key=lambda m: (m.passage, m.sentence))
    ]
    ids = paths.unique(f"m-{passage.article}-{hex_of(passage.block)}" for passage, _, _ in groups)
    return tuple(
        quote_below_title(place, anchor, passage, sentence, spans)
        for anchor, (passage, sentence, spans) in zip(ids, groups, strict=True)
    )


# ---------------------------------------------------------------- the index


def _index(place: Place) -> Page:
    head = mirrored_head(
        place,
        "topics/index",
        "topics",
        place.say.text("Topics"),
        place.say.text("People, places, organisations and things that the articles write about."),
    )
    return Page(place, head, "topics", TopicsView(topic_groups(place)))


def topic_groups(place: Place) -> tuple[TopicGroup, ...]:
    """All topics by type, in the order of the content's types; within one by name."""
    by_type: dict[str, list[Topic]] = {}
    for topic in place.site.index.library.topics:
        by_type.setdefault(topic.type, []).append(topic)
    return tuple(_group(place, kind, by_type[kind]) for kind in sorted(by_type))


def _group(place: Place, kind: str, topics: list[Topic]) -> TopicGroup:
    named = sorted(topics, key=lambda topic: (topic_name(topic, place.language), topic.id))
    return TopicGroup(
        id=f"type-{kind}",
        title=type_names(place, kind)[1],
        count=place.say.count(TOPICS, len(topics), n=len(topics)),
        topics=tuple(topic_entry(place, topic.id) for topic in named),
    )


def topic_entry(place: Place, topic: TopicId) -> TopicEntry:
    """A topic with the number of articles that mention it."""
    number = len(place.site.articles_of.get(topic, ()))
    return TopicEntry(topic_link(place, topic), place.say.count(ARTICLES, number, n=number))
