"""The pictures on the index of topics, each with a table that says the same."""

from dataclasses import dataclass

from generator.model import TopicId
from generator.render import paths
from generator.render.pictures.network import (
    PARAGRAPHS,
    Node,
    network,
    network_picture,
    paragraph_counts,
)
from generator.render.pictures.places import PlaceMark, places_picture
from generator.render.pictures.svg import Picture
from generator.render.site import Place
from generator.render.views.parts import Link, topic_link, topic_name

# More marks than these do not fit on the map of a phone.
_MOST_PLACES = 24


@dataclass(frozen=True, slots=True)
class TieEntry:
    """A line of the table of ties."""

    first: Link
    second: Link
    count: str


@dataclass(frozen=True, slots=True)
class NetworkView:
    """Which topics share paragraphs: the picture, and its ties as a table."""

    picture: Picture
    ties: tuple[TieEntry, ...]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A line of the list of places, in the order of the map's numbers."""

    link: Link
    count: str


@dataclass(frozen=True, slots=True)
class MapView:
    """Where the places are: the picture, and the places as a list."""

    picture: Picture
    places: tuple[PlaceEntry, ...]


def map_view(place: Place) -> MapView | None:
    """The map of the topics that have coordinates and are named; None where there is none."""
    counts = paragraph_counts(place.site.index.topic_pages)
    ranked = sorted(counts, key=lambda topic: (-counts[topic], topic))
    found = [
        (topic, there)
        for topic in ranked
        if counts[topic] and (there := place.site.topics[topic].coordinates)
    ][:_MOST_PLACES]
    marks = tuple(PlaceMark(*_named(place, topic), *there) for topic, there in found)
    drawn = places_picture(place.say, marks)
    if drawn is None:
        return None
    return MapView(
        drawn,
        tuple(
            PlaceEntry(topic_link(place, t), place.say.count(PARAGRAPHS, counts[t], n=counts[t]))
            for t, _ in found
        ),
    )


def _named(place: Place, topic: TopicId) -> tuple[str, str]:
    name = topic_name(place.site.topics[topic], place.language)
    return name, place.to(paths.topic(place.language, topic))


def network_view(place: Place) -> NetworkView | None:
    """The network of the site's topics; None where no two share a paragraph."""
    subjects = place.site.subjects
    shown = network(page for page in place.site.index.topic_pages if page.topic in subjects)
    nodes = {topic: Node(*_named(place, topic)) for topic in shown.topics}
    drawn = network_picture(place.say, shown, nodes)
    if drawn is None:
        return None
    ties = tuple(
        TieEntry(
            topic_link(place, tie.first),
            topic_link(place, tie.second),
            place.say.count(PARAGRAPHS, tie.paragraphs, n=tie.paragraphs),
        )
        for tie in shown.ties
    )
    return NetworkView(drawn, ties)
