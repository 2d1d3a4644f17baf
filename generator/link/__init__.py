"""All Analyses -> SiteIndex: backlinks, timeline, figures, speakers, conflicts, related topics.

The index is built once; later stages only read it. Every tuple is sorted by a total order, so the
order of the articles on disk does not change a byte of the site.
"""

from collections.abc import Sequence
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
from generator.link.sheet import fact_lines, facts_of, facts_skeleton
from generator.link.topics import mentions_of, topic_pages
from generator.model import (
    Analysis,
    Article,
    FactNote,
    Library,
    ReviewState,
    SiteDate,
    SiteIndex,
    Slug,
)


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
    mentions = tuple(m for s in sources for m in mentions_of(s.article, s.analysis))
    return SiteIndex(
        library=replace(library, articles=tuple(s.article for s in sources)),
        analyses=tuple(s.analysis for s in sources),
        timeline=timeline,
        figures=figures,
        conflicts=site_conflicts(placed, pairs, _dismissed(sources)),
        attributions=tuple(
            a for s in sources for a in attributions_of(s.article, s.analysis, s.notes)
        ),
        topic_pages=topic_pages(library, mentions, timeline, figures),
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
