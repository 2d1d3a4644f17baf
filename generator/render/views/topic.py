"""The page of a topic: what it is, what is said about it and where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    Basis,
    Topic,
    TopicId,
    TopicPage,
)
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.site import Place, Site, newest_first
from generator.render.views.compared import ConflictLink, conflict_links, conflicts_by_topic
from generator.render.views.counts import EVENTS, FIGURES
from generator.render.views.coverage import Coverage, coverage
from generator.render.views.evidence import described
from generator.render.views.heads import Crumb, Page, mirrored_head, section_crumbs, summary_text
from generator.render.views.mentions import Mentions, mentions_of
from generator.render.views.parts import (
    Link,
    article_link,
    name_in,
    optional_topic_link,
    topic_links,
    topic_name,
)
from generator.render.views.short_facts import Facts, topic_facts
from generator.render.views.sources import article_date
from generator.render.views.speakers import STATEMENTS, Speaker, speakers_by_topic
from generator.render.views.topics import topics_index, type_names

_FACTS = 40


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article that the topic published, with its date and whether that is inferred."""

    link: Link
    meta: str


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
    statements: Link | None
    published: tuple[PublishedArticle, ...]
    mentions: Mentions
    conflicts: tuple[ConflictLink, ...]
    facts: Facts
    more_facts: tuple[Link, ...]
    related: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other pages hold about topics."""

    speakers: Mapping[TopicId, Speaker]
    conflicts: Mapping[TopicId, Sequence[int]]


def topic_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of all topics in one language and their index."""
    language = words.catalogue.language
    yield topics_index(Place(site, words, paths.section(language, "topics/index")))
    beside = _Beside(speakers_by_topic(site), conflicts_by_topic(site))
    for topic in site.index.library.topics:
        place = Place(site, words, paths.topic(language, topic.id))
        view = _view(place, topic, beside)
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


def _view(place: Place, topic: Topic, beside: _Beside) -> TopicView:
    site = place.site
    page = site.topic_pages.get(topic.id, TopicPage(topic.id, (), (), (), ()))
    name = name_in(topic, place.language)
    index = place.to(paths.section(place.language, "topics/index"), f"type-{topic.type}")
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
        coverage=coverage(place, topic.id),
        statements=_statements(place, beside.speakers.get(topic.id)),
        published=tuple(_published(place, topic.id)),
        mentions=mentions_of(place, page.mentions),
        conflicts=tuple(conflict_links(place, beside.conflicts.get(topic.id, ()))),
        facts=Facts(facts.dates[:_FACTS], facts.figures[:_FACTS]),
        more_facts=tuple(_more_facts(place, facts)),
        related=topic_links(place, page.related),
    )


def _statements(place: Place, speaker: Speaker | None) -> Link | None:
    """The way to what the topic says."""
    if speaker is None:
        return None
    number = len(speaker.statements)
    href = place.to(paths.section(place.language, speaker.path), speaker.id)
    return Link(place.say.count(STATEMENTS, number, n=number), href)


def _published(place: Place, topic: TopicId) -> Iterator[PublishedArticle]:
    """The articles whose original, or which themselves, come from this publisher; newest first."""
    published = place.site.published_by.get(topic, ())
    for article in newest_first(place.site.articles[slug] for slug in published):
        original = article.based_on
        inferred = original is not None and original.publisher_basis is Basis.INFERRED
        notes = (
            article_date(place, article),
            place.say.text("publisher inferred") if inferred else "",
        )
        meta = " · ".join(note for note in notes if note)
        yield PublishedArticle(article_link(place, article), meta)


def _count(place: Place, counted: tuple[str, str], number: int) -> str:
    return place.say.count(counted, number, n=number)


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
