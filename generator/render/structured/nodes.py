"""What the nodes of several kinds of pages are made of."""

from typing import TypeAlias

from generator.model import EvidencedBlock, Topic
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.site import Place
from generator.render.views.heads import Page
from generator.render.views.parts import topic_name

Node: TypeAlias = dict[str, object]

# Types of topics that schema.org has a word for; every other is a Thing.
_TOPIC_TYPES = {
    "person": "Person",
    "country": "Country",
    "organization": "Organization",
    "outlet": "NewsMediaOrganization",
    "place": "Place",
}


def page_node(page: Page, kind: str) -> Node:
    """What is said of every page: its title, description, language, address and site."""
    own = address(page.place, page.place.path)
    return {
        "@type": kind,
        "@id": own,
        "url": own,
        "name": one_line(page.head.title),
        "description": one_line(page.head.description),
        "inLanguage": page.head.language,
        "isPartOf": {"@id": address(page.place, paths.home(page.head.language))},
    }


def address(place: Place, path: str, anchor: str = "") -> str:
    """The address of a page of docs/, or of a place on it, with that of the site."""
    return place.site.settings.site_url + paths.address(path, anchor)


def organization(name: str) -> Node:
    """Who publishes, by name."""
    return {"@type": "Organization", "name": one_line(name)}


def thing(place: Place, topic: Topic) -> Node:
    """A topic as what a page is about."""
    return {
        "@type": _TOPIC_TYPES.get(topic.type, "Thing") if topic.subject else "DefinedTerm",
        "name": one_line(topic_name(topic, place.language)),
        "url": address(place, paths.topic(place.language, topic.id)),
    }


def plain(block: EvidencedBlock) -> str:
    """The text of a block without its evidence."""
    return " ".join(sentence.text for sentence in block.sentences)
