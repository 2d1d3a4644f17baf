"""Every topic and every title by the alphabet: the way in for readers without JavaScript."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.render import paths
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import Page, mirrored_head
from generator.render.views.parts import Link, article_link, contents, topic_link
from generator.render.views.topics import type_names
from generator.text import fold

NAME = "index-a-z"


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A topic, an article or an explainer with what it is."""

    link: Link
    kind: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What begins with one letter; digits and other signs stand together."""

    id: str
    title: str
    pages: tuple[NamedPage, ...]


@dataclass(frozen=True, slots=True)
class AlphabetView:
    """The index by the alphabet."""

    contents: tuple[Link, ...]
    letters: tuple[Letter, ...]


def alphabet_page(site: Site, words: DateWords) -> Iterator[Page]:
    """The index in one language."""
    place = Place(site, words, paths.section(words.catalogue.language, NAME))
    letters = tuple(_letters(place))
    head = mirrored_head(
        place,
        NAME,
        "alphabet",
        place.say.text("A to Z"),
        place.say.text("Every topic and every title, in the order of the alphabet."),
    )
    links = contents((letter.title, letter.id) for letter in letters)
    yield Page(place, head, "alphabet", AlphabetView(links, letters))


def _letters(place: Place) -> Iterator[Letter]:
    named = sorted(_named(place), key=lambda page: (_first(page), sort_key(page.link.text)))
    for letter, pages in groupby(named, key=_first):
        yield Letter(letter_id(letter), letter.upper() or "#", tuple(pages))


def _named(place: Place) -> Iterator[NamedPage]:
    for topic in place.site.index.library.topics:
        yield NamedPage(topic_link(place, topic.id), type_names(place, topic.type)[0])
    for article in place.site.index.library.articles:
        yield NamedPage(article_link(place, article), place.say.text("Article"))
    for explainer in explainers_of(place.site, place.language):
        path = paths.explainer(place.language, explainer.slug)
        link = Link(explainer.title, place.to(path))
        yield NamedPage(link, place.say.text("Explainer"))


def sort_key(text: str) -> str:
    """The text as the alphabet orders it: folded, from its first letter or digit, without «ال»."""
    folded = fold(text)
    start = next((i for i, character in enumerate(folded) if character.isalnum()), len(folded))
    key = folded[start:]
    return key[2:] if key.startswith("ال") and len(key) > 4 else key


def _first(page: NamedPage) -> str:
    return first_letter(page.link.text)


def first_letter(text: str) -> str:
    """The letter under which the alphabet has the text; empty for digits and other signs."""
    key = sort_key(text)
    return key[0] if key and key[0].isalpha() else ""


def letter_id(letter: str) -> str:
    """The anchor of a letter's section: ASCII, whatever the letter."""
    return f"letter-{ord(letter):x}" if letter else "letter-other"
