"""The glossary: every term with its definition, its other name and the articles that use it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model import ARABIC, ENGLISH, Passage, Slug, Topic, TopicPage
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords
from generator.render.site import Place, Site, newest_first
from generator.render.views.alphabet import first_letter, letter_id, sort_key
from generator.render.views.evidence import described
from generator.render.views.heads import Page, mirrored_head, section_crumbs
from generator.render.views.parts import (
    Link,
    article_title,
    contents,
    name_in,
    passage_href,
    topic_link,
    topic_name,
)

NAME = "glossary"
TERMS = messages("%(n)s term", "%(n)s terms")
MORE = messages("%(n)s more article", "%(n)s more articles")
# A word that very many articles use is not explained by a list of them all.
_ARTICLES = 6


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term; `uses` lead to the first paragraph of each article that uses it, newest first."""

    id: str
    link: Link
    other_name: str
    definition: Markup
    uses: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class TermLetter:
    """The terms that begin with one letter; digits and other signs stand together."""

    id: str
    title: str
    terms: tuple[TermEntry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary of one language; `is_arabic` says which of the names comes first."""

    is_arabic: bool
    count: str
    contents: tuple[Link, ...]
    letters: tuple[TermLetter, ...]


def glossary_page(site: Site, words: DateWords) -> Iterator[Page]:
    """The glossary in one language; a site without terms says so."""
    place = Place(site, words, paths.section(words.catalogue.language, NAME))
    letters = tuple(_letters(place))
    number = sum(len(letter.terms) for letter in letters)
    view = GlossaryView(
        is_arabic=place.language == ARABIC,
        count=place.say.count(TERMS, number, n=number),
        contents=contents((letter.title, letter.id) for letter in letters),
        letters=letters,
    )
    head = mirrored_head(
        place,
        NAME,
        "glossary",
        place.say.text("Glossary"),
        place.say.text("Terms of the articles, each with what it means and where it is used."),
        section_crumbs(place, place.say.text("Topics"), "topics/index"),
    )
    yield Page(place, head, "glossary", view)


def _letters(place: Place) -> Iterator[TermLetter]:
    terms = [topic for topic in place.site.index.library.topics if topic.glossary]

    def name(topic: Topic) -> str:
        return topic_name(topic, place.language)

    named = sorted(terms, key=lambda t: (first_letter(name(t)), sort_key(name(t)), t.id))
    for letter, topics in groupby(named, key=lambda topic: first_letter(name(topic))):
        entries = tuple(_entry(place, topic) for topic in topics)
        yield TermLetter(letter_id(letter), letter.upper() or "#", entries)


def _entry(place: Place, topic: Topic) -> TermEntry:
    is_arabic = place.language == ARABIC
    uses = tuple(_uses(place, topic))
    left = len(uses) - _ARTICLES
    own = topic_link(place, topic.id)
    more = Link(place.say.count(MORE, left, n=left), own.href) if left > 0 else None
    return TermEntry(
        id=f"term-{topic.id}",
        link=own,
        other_name=topic_name(topic, ENGLISH if is_arabic else ARABIC),
        definition=described(place, name_in(topic, place.language)),
        uses=uses[:_ARTICLES],
        more=more,
    )


def _uses(place: Place, topic: Topic) -> Iterator[Link]:
    page = place.site.topic_pages.get(topic.id, TopicPage(topic.id, (), (), (), ()))
    first: dict[Slug, Passage] = {}
    for mention in page.mentions:
        first.setdefault(mention.passage.article, mention.passage)
    for article in newest_first(place.site.articles[slug] for slug in first):
        yield Link(article_title(place, article), passage_href(place, first[article.slug]))
