"""All Analyses -> SiteIndex: backlinks, timeline, figures, speakers, conflicts, related topics.

The index is built once; later stages only read it. Every tuple is sorted by a total order, so the
order of the articles on disk does not change a byte of the site.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Diagnostic
from generator.link.conflicts import (
    Pair,
    Placed,
    find_pairs,
    site_conflicts,
    stale_dismissals,
)
from generator.link.facts import attributions_of, dates_of, figures_of
from generator.link.notes import (
    Notes,
    Words,
    dismissed,
    names_of,
    stale_notes,
    topics_by_name,
)
from generator.link.passages import CITABLE, passage_of, quote
from generator.link.sheet import fact_lines, facts_of, facts_skeleton
from generator.model import (
    Analysis,
    Article,
    BlockKind,
    FactNote,
    Library,
    Passage,
    ReviewState,
    SiteDate,
    SiteFigure,
    SiteIndex,
    SiteMention,
    Slug,
    Topic,
    TopicId,
    TopicPage,
)
from generator.names import name_finder

_RELATED_TOPICS = 8


@dataclass(frozen=True, slots=True)
class _Source:
    """One article that is published, what was found in it, what its editor says of that."""

    article: Article
    analysis: Analysis
    notes: Notes


def link(
    library: Library,
    analyses: tuple[Analysis, ...],
    reviews: tuple[tuple[Slug, ReviewState], ...],
) -> SiteIndex:
    """The index of the whole site; `analyses` runs parallel to `library.articles`.

    It holds what may not be published too: `rights.publishable` takes that out.
    """
    sources = _sources(library, analyses)
    timeline = tuple(
        sorted((d for s in sources for d in dates_of(s.article, s.analysis, s.notes)), key=_order)
    )
    placed, pairs = _compare(library, sources)
    figures = tuple(one.figure for one in placed)
    mentions = tuple(m for s in sources for m in _mentions(s.article, s.analysis))
    return SiteIndex(
        library=replace(library, articles=tuple(s.article for s in sources)),
        analyses=tuple(s.analysis for s in sources),
        timeline=timeline,
        figures=figures,
        conflicts=site_conflicts(placed, pairs, _dismissed(sources)),
        attributions=tuple(
            a for s in sources for a in attributions_of(s.article, s.analysis, s.notes)
        ),
        topic_pages=_topic_pages(library, mentions, timeline, figures),
        reviews=reviews,
    )


def find_stale_notes(library: Library, analyses: tuple[Analysis, ...]) -> tuple[Diagnostic, ...]:
    """Warnings about notes of editors that change nothing, because the facts are not there."""
    sources = _sources(library, analyses)
    placed, pairs = _compare(library, sources)
    return (
        *(d for s in sources for d in stale_notes(s.article, s.analysis, s.notes.all)),
        *stale_dismissals(placed, pairs, _dismissed(sources)),
    )


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The facts of one article for its editor: lines to read, and a facts.yml to fill in."""

    lines: tuple[str, ...]
    skeleton: str


def fact_sheet(library: Library, analyses: tuple[Analysis, ...], slug: Slug) -> FactSheet | None:
    """What the analysis found in an article and what its editor says of it; none without it."""
    sources = _sources(library, analyses)
    source = next((s for s in sources if s.article.slug == slug), None)
    if source is None:
        return None
    placed, pairs = _compare(library, sources)
    conflicts = site_conflicts(placed, pairs, _dismissed(sources))
    figures = [one.figure for one in placed]
    facts = facts_of(source.article, source.analysis, source.notes, figures, conflicts)
    lines = tuple(fact_lines(source.article, source.analysis, facts))
    return FactSheet(lines, facts_skeleton(source.article, facts))


def _sources(library: Library, analyses: tuple[Analysis, ...]) -> tuple[_Source, ...]:
    notes, topics = dict(library.facts), topics_by_name(library.topics)
    speakers = names_of(library.speakers)
    return tuple(
        _Source(article, analysis, Notes(notes.get(article.slug, ()), topics, speakers))
        for article, analysis in zip(library.articles, analyses, strict=True)
    )


def _compare(
    library: Library, sources: Sequence[_Source]
) -> tuple[tuple[Placed, ...], tuple[Pair, ...]]:
    """All figures of the site, and every two of them that disagree."""
    found = (
        (s.article, linked)
        for s in sources
        for linked in figures_of(s.article, s.analysis, s.notes)
    )
    placed = tuple(Placed(number, *one) for number, one in enumerate(found))
    types = {topic.id: topic.type for topic in library.topics}
    return placed, find_pairs(placed, [s.analysis for s in sources], types)


def _dismissed(sources: Sequence[_Source]) -> dict[frozenset[Words], FactNote]:
    pairs = (dismissed(s.article.slug, s.notes.all) for s in sources)
    return {both: note for found in pairs for both, note in found.items()}


def _order(entry: SiteDate) -> tuple[str, str, Slug, str, int]:
    """Earlier first, the narrower of two that begin together first, then by place."""
    return entry.first, entry.last, entry.passage.article, entry.passage.block, entry.span.start


# ---------------------------------------------------------------- one article


def _mentions(article: Article, analysis: Analysis) -> Iterable[SiteMention]:
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


# ---------------------------------------------------------------- across articles


def _topic_pages(
    library: Library,
    mentions: tuple[SiteMention, ...],
    timeline: tuple[SiteDate, ...],
    figures: tuple[SiteFigure, ...],
) -> tuple[TopicPage, ...]:
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
