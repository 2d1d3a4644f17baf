"""The index of topics by type."""

from dataclasses import dataclass

from generator.model import ARABIC, Topic, TopicId, TopicType
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.site import Place
from generator.render.views.counts import ARTICLES, TOPICS
from generator.render.views.heads import Page, mirrored_head
from generator.render.views.parts import Link, topic_link, topic_name
from generator.render.views.topic_pictures import MapView, NetworkView, map_view, network_view

PUBLISHED = messages("publisher of %(n)s article", "publisher of %(n)s articles")


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


def topics_index(place: Place) -> Page:
    """The index of topics in one language."""
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
    """A topic with the number of articles that mention it, or that it only published."""
    number, published = (
        len(found.get(topic, ())) for found in (place.site.articles_of, place.site.published_by)
    )
    counted, n = (PUBLISHED, published) if published and not number else (ARTICLES, number)
    return TopicEntry(topic_link(place, topic), place.say.count(counted, n, n=n))
