"""The site as the pages read it: the index, with what pages look up by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from generator.config import SiteSettings
from generator.model import (
    ARABIC,
    ENGLISH,
    Analysis,
    Article,
    BlockKind,
    FoldedText,
    LanguageTag,
    ParagraphId,
    Passage,
    ReviewState,
    SiteAttribution,
    SiteDate,
    SiteFigure,
    SiteIndex,
    Slug,
    Stub,
    Topic,
    TopicId,
    TopicPage,
    TopicType,
)
from generator.render import paths
from generator.render.catalogue import Catalogue
from generator.render.dates import DateWords
from generator.text import fold

_Entry = TypeVar("_Entry", SiteDate, SiteFigure, SiteAttribution)

_COUNTED_BLOCKS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.DECK}
)


@dataclass(frozen=True, slots=True)
class Site:
    """The index with its look-ups; built once, then only read.

    `names` leads from the folded Arabic names of topics to their ids, for publishers and speakers
    that are written as text; `numbers` counts the paragraphs of each article from 1. `subjects` are
    the topics that an article can be about: all but words to look up. Only they are in `topics_of`.
    """

    index: SiteIndex
    settings: SiteSettings
    articles: Mapping[Slug, Article]
    analyses: Mapping[Slug, Analysis]
    stubs: Mapping[Slug, Stub]
    reviews: Mapping[Slug, ReviewState]
    topics: Mapping[TopicId, Topic]
    topic_types: Mapping[str, TopicType]
    subjects: frozenset[TopicId]
    topic_pages: Mapping[TopicId, TopicPage]
    topics_of: Mapping[Slug, tuple[TopicId, ...]]
    articles_of: Mapping[TopicId, tuple[Slug, ...]]
    topics_at: Mapping[Passage, frozenset[TopicId]]
    dates_of: Mapping[Slug, tuple[SiteDate, ...]]
    figures_of: Mapping[Slug, tuple[SiteFigure, ...]]
    statements_of: Mapping[Slug, tuple[SiteAttribution, ...]]
    published_by: Mapping[TopicId, tuple[Slug, ...]]
    names: Mapping[FoldedText, TopicId]
    speakers: Mapping[str, str]
    numbers: Mapping[tuple[Slug, ParagraphId], int]


@dataclass(frozen=True, slots=True)
class Place:
    """The page that a text is for: where it stands and in which language."""

    site: Site
    words: DateWords
    path: str

    @property
    def language(self) -> LanguageTag:
        """The language of the page."""
        return self.words.catalogue.language

    @property
    def say(self) -> Catalogue:
        """The messages of the page's language."""
        return self.words.catalogue

    def to(self, target: str, anchor: str = "") -> Markup:
        """The relative link from this page to another file of docs/."""
        return paths.relative(self.path, target, anchor)


def build_site(index: SiteIndex, settings: SiteSettings) -> Site:
    """The look-ups over an index in which nothing is withheld any more."""
    library = index.library
    subjects = frozenset(topic.id for topic in index.library.topics if topic.subject)
    counts, names = _mention_counts(index, subjects), _names(library.topics)
    return Site(
        index=index,
        settings=settings,
        articles={article.slug: article for article in library.articles},
        analyses={analysis.article: analysis for analysis in index.analyses},
        stubs={stub.slug: stub for stub in library.stubs},
        reviews=dict(index.reviews),
        topics={topic.id: topic for topic in library.topics},
        topic_types={kind.id: kind for kind in library.topic_types},
        subjects=subjects,
        topic_pages={page.topic: page for page in index.topic_pages},
        topics_of={slug: _by_count(counts[slug]) for slug in counts},
        articles_of=_articles_of(index),
        topics_at=_topics_at(index),
        dates_of=_by_article(index.timeline),
        figures_of=_by_article(index.figures),
        statements_of=_by_article(index.attributions),
        published_by=_published_by(library.articles, names),
        names=names,
        speakers={speaker.ar: speaker.en for speaker in library.speakers},
        numbers={
            (article.slug, block.id): number
            for article in library.articles
            for number, block in enumerate(
                (b for b in article.blocks if b.kind in _COUNTED_BLOCKS), start=1
            )
        },
    )


def other(language: LanguageTag) -> LanguageTag:
    """The other language of the site."""
    return ENGLISH if language == ARABIC else ARABIC


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles by their date, then by that of their original, newest first, then by slug."""
    by_slug = sorted(articles, key=lambda article: article.slug)
    return tuple(sorted(by_slug, key=_dates_of, reverse=True))


def _dates_of(article: Article) -> tuple[str, str]:
    original = article.based_on.published if article.based_on else None
    return str(article.published or original or ""), str(original or "")


def _mention_counts(index: SiteIndex, subjects: frozenset[TopicId]) -> dict[Slug, Counter[TopicId]]:
    counts: dict[Slug, Counter[TopicId]] = defaultdict(Counter)
    for page in (page for page in index.topic_pages if page.topic in subjects):
        for mention in page.mentions:
            counts[mention.passage.article][page.topic] += 1
    return counts


def _by_count(counts: Counter[TopicId]) -> tuple[TopicId, ...]:
    return tuple(sorted(counts, key=lambda topic: (-counts[topic], topic)))


def _articles_of(index: SiteIndex) -> dict[TopicId, tuple[Slug, ...]]:
    return {
        page.topic: tuple(dict.fromkeys(mention.passage.article for mention in page.mentions))
        for page in index.topic_pages
    }


def _topics_at(index: SiteIndex) -> dict[Passage, frozenset[TopicId]]:
    found: dict[Passage, set[TopicId]] = defaultdict(set)
    for page in index.topic_pages:
        for mention in page.mentions:
            found[mention.passage].add(page.topic)
    return {passage: frozenset(topics) for passage, topics in found.items()}


def _by_article(entries: tuple[_Entry, ...]) -> dict[Slug, tuple[_Entry, ...]]:
    grouped: dict[Slug, list[_Entry]] = defaultdict(list)
    for entry in entries:
        grouped[entry.passage.article].append(entry)
    return {slug: tuple(found) for slug, found in grouped.items()}


def _published_by(
    articles: tuple[Article, ...], names: Mapping[FoldedText, TopicId]
) -> dict[TopicId, tuple[Slug, ...]]:
    """The articles that report what a topic published, or that it published itself."""
    found: dict[TopicId, list[Slug]] = defaultdict(list)
    for article in articles:
        name = article.based_on.publisher if article.based_on else article.publisher
        topic = names.get(fold(name)) if name else None
        if topic:
            found[topic].append(article.slug)
    return {topic: tuple(slugs) for topic, slugs in found.items()}


def _names(topics: tuple[Topic, ...]) -> dict[FoldedText, TopicId]:
    return {
        fold(name): topic.id
        for topic in topics
        if topic.subject
        for name in (topic.ar.name, *topic.ar.aliases)
    }
