"""Topics: their pages and their index by type."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model import (
    ARABIC,
    Article,
    IsoDate,
    Passage,
    SiteMention,
    Slug,
    Topic,
    TopicId,
    TopicPage,
    TopicType,
)
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords, date_text
from generator.render.site import Place, Site, newest_first
from generator.render.views.evidence import Quote, described, quote_below_title
from generator.render.views.facts import hex_of
from generator.render.views.heads import Crumb, Page, mirrored_head, section_crumbs, summary_text
from generator.render.views.parts import (
    Link,
    article_link,
    name_in,
    optional_topic_link,
    passage_href,
    topic_link,
    topic_links,
    topic_name,
)
from generator.render.views.short_facts import Facts, topic_facts
from generator.render.views.sources import publisher_of, reported_on, source_line
from generator.render.views.topic_pictures import MapView, NetworkView, map_view, network_view

# A page quotes less of each article, the more articles name its topic, so that it stays readable:
# (up to so many articles, so many sentences of each), then one; the oldest articles are only listed.
_QUOTED = ((20, 6), (100, 2))
_QUOTED_ARTICLES = 200
_FACTS = 40

ARTICLES = messages("%(n)s article", "%(n)s articles")
TOPICS = messages("%(n)s topic", "%(n)s topics")
MENTIONS = messages("%(n)s mention", "%(n)s mentions")
EVENTS = messages("%(n)s event", "%(n)s events")
FIGURES = messages("%(n)s figure", "%(n)s figures")
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
class ArticleMentions:
    """The mentions of a topic in one article; `more` leads to the first that is not quoted."""

    id: str
    article: Link
    meta: str
    count: str
    mentions: tuple[Quote, ...]
    more: Link | None


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


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page. Names are plain; `ar_name` and `en_name` always both stand."""

    type_name: str
    type_href: Markup
    title: str
    ar_name: str
    en_name: str
    is_arabic: bool
    description: Markup
    ar_aliases: tuple[str, ...]
    en_aliases: tuple[str, ...]
    part_of: Link | None
    wikidata: str
    coverage: Coverage
    articles: tuple[ArticleMentions, ...]
    older: tuple[Link, ...]
    facts: Facts
    more_facts: tuple[Link, ...]
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
    """The index of topics; `glossary` leads to the words among them, where there are any."""

    glossary: Link | None
    groups: tuple[TopicGroup, ...]
    network: NetworkView | None
    places: MapView | None


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
            summary_text(name_in(topic, language).description or f"{view.title}: {view.type_name}"),
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
    name = name_in(topic, place.language)
    index = place.to(paths.section(place.language, "topics/index"), f"type-{topic.type}")
    articles = _by_article(place, page.mentions)
    quoted = articles[:_QUOTED_ARTICLES]
    facts = topic_facts(
        place,
        (site.index.timeline[index] for index in page.dates),
        (site.index.figures[index] for index in page.figures),
    )
    return TopicView(
        type_name=type_names(place, topic.type)[0],
        type_href=index,
        title=topic_name(topic, place.language),
        ar_name=topic.ar.name,
        en_name=topic.en.name,
        is_arabic=place.language == ARABIC,
        description=described(place, name),
        ar_aliases=topic.ar.aliases,
        en_aliases=topic.en.aliases,
        part_of=optional_topic_link(place, topic.part_of),
        wikidata=topic.wikidata or "",
        coverage=_coverage(place, topic.id),
        articles=tuple(_mentions(place, *pair, _sentences_each(len(articles))) for pair in quoted),
        older=tuple(article_link(place, article) for article, _ in articles[_QUOTED_ARTICLES:]),
        facts=Facts(facts.dates[:_FACTS], facts.figures[:_FACTS]),
        more_facts=tuple(_more_facts(place, facts)),
        related=topic_links(place, page.related),
    )


def _coverage(place: Place, topic: TopicId) -> Coverage:
    articles = [place.site.articles[slug] for slug in place.site.articles_of.get(topic, ())]
    if not articles:
        nothing = place.say.text("No article of this site mentions it yet.")
        return Coverage(nothing, "", (), "", "", "")
    names = [publisher_of(place, article) for article in articles]
    known, unknown = sorted(set(names) - {""}), names.count("")
    undated = sum(not reported_on(article) for article in articles)
    return Coverage(
        articles=place.say.count(FROM_ARTICLES, len(articles), n=len(articles)),
        publisher_count=place.say.count(PUBLISHERS, len(known), n=len(known)) if known[1:] else "",
        publishers=tuple(known),
        unknown=place.say.count(UNKNOWN, unknown, n=unknown) if unknown else "",
        dates=_dates_text(place, articles),
        undated=place.say.count(UNDATED, undated, n=undated) if undated else "",
    )


def _dates_text(place: Place, articles: list[Article]) -> str:
    """From the first to the last known date of the articles; empty where none is known."""
    dates = sorted(filter(None, (reported_on(article) for article in articles)))
    if not dates:
        return ""
    whole = dates[0] if dates[0] == dates[-1] else IsoDate(f"{dates[0]}/{dates[-1]}")
    return date_text(place.words, whole)


def _sentences_each(articles: int) -> int:
    """How many sentences of each article a page quotes that draws on so many articles."""
    return next((sentences for most, sentences in _QUOTED if articles <= most), 1)


def _by_article(
    place: Place, mentions: tuple[SiteMention, ...]
) -> list[tuple[Article, list[SiteMention]]]:
    """The mentions of each article, newest article first."""
    found: dict[Slug, list[SiteMention]] = {}
    for mention in mentions:
        found.setdefault(mention.passage.article, []).append(mention)
    articles = newest_first(place.site.articles[slug] for slug in found)
    return [(article, found[article.slug]) for article in articles]


def _mentions(
    place: Place, article: Article, found: list[SiteMention], most: int
) -> ArticleMentions:
    """The mentions in an article, one entry for each sentence, as many as the page has room for."""
    groups = [
        (passage, sentence, list(same))
        for (passage, sentence), same in groupby(found, key=lambda m: (m.passage, m.sentence))
    ]
    shown, rest = groups[:most], groups[most:]
    number = sum(len(same) for _, _, same in rest)
    return ArticleMentions(
        id=f"a-{article.slug}",
        article=article_link(place, article),
        meta=source_line(place, article),
        count=_count(place, MENTIONS, len(found)),
        mentions=_quotes(place, shown),
        more=_more_mentions(place, rest[0][0], number) if rest else None,
    )


def _count(place: Place, counted: tuple[str, str], number: int) -> str:
    return place.say.count(counted, number, n=number)


def _more_mentions(place: Place, first: Passage, number: int) -> Link:
    count = _count(place, MENTIONS, number)
    text = place.say.text("More in the article (%(count)s)", count=count)
    return Link(text, passage_href(place, first))


def _more_facts(place: Place, facts: Facts) -> Iterator[Link]:
    """The way to the dates and figures that the page has no room for."""
    if (number := len(facts.dates) - _FACTS) > 0:
        count = _count(place, EVENTS, number)
        text = place.say.text("More in the timeline (%(count)s)", count=count)
        yield Link(text, place.to(paths.section(place.language, "timeline")))
    if (number := len(facts.figures) - _FACTS) > 0:
        count = _count(place, FIGURES, number)
        text = place.say.text("More among the figures (%(count)s)", count=count)
        yield Link(text, place.to(paths.section(place.language, "figures")))


def _quotes(
    place: Place, groups: list[tuple[Passage, str, list[SiteMention]]]
) -> tuple[Quote, ...]:
    ids = paths.unique(f"m-{passage.article}-{hex_of(passage.block)}" for passage, _, _ in groups)
    return tuple(
        quote_below_title(place, anchor, passage, sentence, [m.span for m in same])
        for anchor, (passage, sentence, same) in zip(ids, groups, strict=True)
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
    view = TopicsView(_glossary(place), topic_groups(place), network_view(place), map_view(place))
    return Page(place, head, "topics", view)


def _glossary(place: Place) -> Link | None:
    if not any(topic.glossary for topic in place.site.index.library.topics):
        return None
    href = place.to(paths.section(place.language, "glossary"))
    return Link(place.say.text("Glossary: terms with their definitions"), href)


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
