"""What the site knows of each topic: where it is mentioned, the dates and figures about it, its kin."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.link.passages import CITABLE, passage_of, quote
from generator.model import (
    Analysis,
    Article,
    BlockKind,
    Library,
    Passage,
    SiteDate,
    SiteFigure,
    SiteMention,
    Topic,
    TopicId,
    TopicPage,
)
from generator.names import name_finder

_RELATED_TOPICS = 8


def mentions_of(article: Article, analysis: Analysis) -> Iterable[SiteMention]:
    """The mentions of one article with their sentences, those in its title last."""
    for mention in analysis.mentions:
        block = article.blocks[mention.block]
        if block.kind in CITABLE:
            sentence, span = quote(block, mention.span)
            yield SiteMention(mention.topic, passage_of(article, block), sentence, span)
    yield from _title_mentions(article, analysis)


def _title_mentions(article: Article, analysis: Analysis) -> Iterable[SiteMention]:
    """Of each topic that the text never names but the title does, the first mention there.

    A title may always be quoted: it is what an article is cited by.
    """
    named = {m.topic for m in analysis.mentions if article.blocks[m.block].kind in CITABLE}
    for mention in analysis.mentions:
        block = article.blocks[mention.block]
        if block.kind is BlockKind.TITLE and mention.topic not in named:
            named.add(mention.topic)
            yield SiteMention(mention.topic, passage_of(article, block), block.text, mention.span)


def topic_pages(
    library: Library,
    mentions: tuple[SiteMention, ...],
    timeline: tuple[SiteDate, ...],
    figures: tuple[SiteFigure, ...],
) -> tuple[TopicPage, ...]:
    """What is known about every topic, in the order of the library."""
    by_topic: dict[TopicId, list[SiteMention]] = defaultdict(list)
    by_passage: dict[Passage, set[TopicId]] = defaultdict(set)
    subjects = {topic.id for topic in library.topics if topic.subject}
    for mention in mentions:
        by_topic[mention.topic].append(mention)
        if mention.topic in subjects:
            by_passage[mention.passage].add(mention.topic)
    dates, numbers = _indexes_by_topic(library, timeline), _indexes_by_topic(library, figures)
    return tuple(
        TopicPage(
            topic=topic.id,
            mentions=tuple(by_topic[topic.id]),
            dates=tuple(dates[topic.id]),
            figures=tuple(numbers[topic.id]),
            related=_related(topic.id, by_topic[topic.id], by_passage),
        )
        for topic in library.topics
    )


def _indexes_by_topic(
    library: Library, entries: Sequence[SiteDate | SiteFigure]
) -> Mapping[TopicId, list[int]]:
    """The entries about each topic: those whose sentence names it, or whose editor's wording does.

    «24 طائرة منها» names no aircraft; its wording, "24 Su-35 fighters", says which.
    """
    in_english, in_arabic = (
        name_finder((name, topic.id) for topic in library.topics for name in names(topic))
        for names in (_english_names, _arabic_names)
    )
    indexes: dict[TopicId, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        worded = (*in_english.find(entry.wording_en or ""), *in_arabic.find(entry.wording_ar or ""))
        for topic in sorted({*entry.topics, *(topic for _, topic in worded)}):
            indexes[topic].append(index)
    return indexes


def _english_names(topic: Topic) -> tuple[str, ...]:
    return topic.en.name, *topic.en.aliases


def _arabic_names(topic: Topic) -> tuple[str, ...]:
    return topic.ar.name, *topic.ar.aliases


def _related(
    topic: TopicId, mentions: list[SiteMention], by_passage: Mapping[Passage, set[TopicId]]
) -> tuple[TopicId, ...]:
    """The topics that share most paragraphs with this one, most first, then by id."""
    shared = Counter(
        other
        for passage in {mention.passage for mention in mentions}
        for other in by_passage[passage]
        if other != topic
    )
    return tuple(sorted(shared, key=lambda other: (-shared[other], other))[:_RELATED_TOPICS])
