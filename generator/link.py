"""All Analyses -> SiteIndex: backlinks, timeline, figures, speakers, conflicts, related topics.

The index is built once; later stages only read it. Every tuple is sorted by a total order, so the
order of the articles on disk does not change a byte of the site.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model import (
    Analysis,
    Article,
    Attribution,
    Block,
    BlockKind,
    Counted,
    DateMention,
    FactAction,
    FactKind,
    FactNote,
    Figure,
    IsoDate,
    Library,
    Passage,
    Precision,
    ReviewState,
    Rights,
    SiteAttribution,
    SiteConflict,
    SiteDate,
    SiteFigure,
    SiteIndex,
    SiteMention,
    Slug,
    Span,
    TopicId,
    TopicPage,
)
from generator.text import iso_bounds, sentence_spans

# A title or a heading repeats what a paragraph says; only text that a reader can check counts. What
# the title alone names is listed by the title, so that no topic's page denies the article.
_CITABLE = frozenset({BlockKind.DECK, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
# Of an article whose text may not be published no more than this is quoted around a fact.
_WITHHELD_WORDS = 7
_RELATED_TOPICS = 8


def link(
    library: Library,
    analyses: tuple[Analysis, ...],
    reviews: tuple[tuple[Slug, ReviewState], ...],
) -> SiteIndex:
    """The index of the whole site; `analyses` runs parallel to `library.articles`.

    Articles with `rights: none` are left out of everything that is published.
    """
    pairs = tuple(
        (article, analysis)
        for article, analysis in zip(library.articles, analyses, strict=True)
        if article.rights is not Rights.NONE
    )
    notes = dict(library.facts)
    timeline = tuple(
        sorted(
            (entry for pair in pairs for entry in _dates(*pair, notes.get(pair[0].slug, ()))),
            key=_order,
        )
    )
    figures: list[SiteFigure] = []
    conflicts: list[SiteConflict] = []
    for article, analysis in pairs:
        found, clashes = _figures(article, analysis, notes.get(article.slug, ()), len(figures))
        figures.extend(found)
        conflicts.extend(clashes)
    mentions = tuple(mention for pair in pairs for mention in _mentions(*pair))
    return SiteIndex(
        library=replace(library, articles=tuple(article for article, _ in pairs)),
        analyses=tuple(analysis for _, analysis in pairs),
        timeline=timeline,
        figures=tuple(figures),
        conflicts=tuple(conflicts),
        attributions=tuple(entry for pair in pairs for entry in _attributions(*pair)),
        topic_pages=_topic_pages(library, mentions, timeline, tuple(figures)),
        reviews=reviews,
    )


def _order(entry: SiteDate) -> tuple[str, str, Slug, str, int]:
    """Earlier first, the narrower of two that begin together first, then by place."""
    return entry.first, entry.last, entry.passage.article, entry.passage.block, entry.span.start


# ---------------------------------------------------------------- one article


def _quote(article: Article, block: Block, span: Span) -> tuple[str, Span]:
    """The sentence around a span and the span in it; a few words where the text is withheld."""
    sentence = next(
        (s for s in sentence_spans(block.text) if s.start <= span.start < s.end),
        Span(0, len(block.text)),
    )
    sentence = Span(sentence.start, max(sentence.end, span.end))
    if article.rights is not Rights.FULL:
        sentence = _few_words(block.text, sentence, span)
    text = block.text[sentence.start : sentence.end]
    return text, Span(span.start - sentence.start, span.end - sentence.start)


def _few_words(text: str, sentence: Span, span: Span) -> Span:
    spare = max(0, _WITHHELD_WORDS - len(text[span.start : span.end].split()))
    before = text[sentence.start : span.start].split()
    after = text[span.end : sentence.end].split()
    left = " ".join(before[len(before) - min(len(before), spare // 2) :])
    right = " ".join(after[: spare - spare // 2])
    start = text.rfind(left, sentence.start, span.start) if left else span.start
    end = text.find(right, span.end) + len(right) if right else span.end
    return Span(start, end)


def _passage(article: Article, block: Block) -> Passage:
    return Passage(article.slug, block.id)


def _topics_of(analysis: Analysis, block: int, within: Span) -> tuple[TopicId, ...]:
    found = {
        mention.topic
        for mention in analysis.mentions
        if mention.block == block and within.start <= mention.span.start < within.end
    }
    return tuple(sorted(found))


def _sentence_of(block: Block, span: Span) -> Span:
    return next(
        (s for s in sentence_spans(block.text) if s.start <= span.start < s.end),
        Span(0, len(block.text)),
    )


def _mentions(article: Article, analysis: Analysis) -> Iterable[SiteMention]:
    for mention in analysis.mentions:
        block = article.blocks[mention.block]
        if block.kind in _CITABLE:
            sentence, span = _quote(article, block, mention.span)
            yield SiteMention(mention.topic, _passage(article, block), sentence, span)
    yield from _title_mentions(article, analysis)


def _title_mentions(article: Article, analysis: Analysis) -> Iterable[SiteMention]:
    """Of each topic that the text never names but the title does, the first mention there.

    A title may always be quoted: it is what an article is cited by.
    """
    named = {m.topic for m in analysis.mentions if article.blocks[m.block].kind in _CITABLE}
    for mention in analysis.mentions:
        block = article.blocks[mention.block]
        if block.kind is BlockKind.TITLE and mention.topic not in named:
            named.add(mention.topic)
            yield SiteMention(mention.topic, _passage(article, block), block.text, mention.span)


def _dates(article: Article, analysis: Analysis, notes: tuple[FactNote, ...]) -> Iterable[SiteDate]:
    by_place = _notes_by_place(notes, FactKind.DATE)
    found = [
        (article.blocks[date.block], date)
        for date in analysis.dates
        if article.blocks[date.block].kind in _CITABLE
    ]
    for block, date in (*found, *_added_dates(article, notes)):
        note = by_place.get((block.id, date.surface))
        iso = note.iso if note and note.iso else date.iso
        if iso is None or (note and note.action is FactAction.HIDE):
            continue
        sentence, span = _quote(article, block, date.span)
        first, last = iso_bounds(iso)
        topics = _topics_of(analysis, date.block, _sentence_of(block, date.span))
        yield SiteDate(
            passage=_passage(article, block),
            sentence=sentence,
            span=span,
            iso=iso,
            precision=date.precision
            if date.precision and not (note and note.iso)
            else precision_of(iso),
            first=first.isoformat(),
            last=last.isoformat(),
            topics=topics,
            wording_ar=note.wording_ar if note else None,
            wording_en=note.wording_en if note else None,
        )


def precision_of(iso: IsoDate) -> Precision:
    """How much of a date its ISO form gives."""
    if "/" in iso:
        return Precision.RANGE
    if iso.endswith("s"):
        return Precision.DECADE
    if "W" in iso:
        return Precision.WEEK
    if "Q" in iso:
        return Precision.QUARTER
    return (Precision.YEAR, Precision.MONTH, Precision.DAY)[iso.count("-")]


def _added_dates(
    article: Article, notes: tuple[FactNote, ...]
) -> Iterable[tuple[Block, DateMention]]:
    for note, index, span in _added(article, notes, FactKind.DATE):
        if note.iso:
            mention = DateMention(index, span, note.surface, note.iso, precision_of(note.iso))
            yield article.blocks[index], mention


def _figures(
    article: Article, analysis: Analysis, notes: tuple[FactNote, ...], first_index: int
) -> tuple[list[SiteFigure], list[SiteConflict]]:
    by_place = _notes_by_place(notes, FactKind.FIGURE)
    site_index: dict[int, int] = {}
    figures: list[SiteFigure] = []
    for index, figure in enumerate((*analysis.figures, *_added_figures(article, notes))):
        block = article.blocks[figure.block]
        note = by_place.get((block.id, figure.surface))
        if block.kind not in _CITABLE or (note and note.action is FactAction.HIDE):
            continue
        site_index[index] = first_index + len(figures)
        figures.append(_figure(article, analysis, figure, note))
    conflicts = [
        SiteConflict(clash.about, tuple(site_index[index] for index in (clash.first, clash.second)))
        for clash in analysis.conflicts
        if clash.first in site_index and clash.second in site_index
    ]
    return figures, conflicts


def _figure(
    article: Article, analysis: Analysis, figure: Figure, note: FactNote | None
) -> SiteFigure:
    block = article.blocks[figure.block]
    sentence, span = _quote(article, block, figure.span)
    attribution = _attribution_of(analysis, figure)
    speaker = (note.speaker if note and note.speaker else None) or figure.attributed_to
    return SiteFigure(
        passage=_passage(article, block),
        sentence=sentence,
        span=span,
        surface=figure.surface,
        low=note.low if note and note.low is not None else figure.low,
        high=note.high if note and note.low is not None else figure.high,
        unit=note.unit if note and note.unit else figure.unit,
        counted=_counted(figure.counted, note),
        qualifier=note.qualifier if note and note.qualifier else figure.qualifier,
        speaker=speaker,
        speaker_topic=attribution.speaker_topic if attribution else None,
        via=attribution.via if attribution else None,
        via_topic=attribution.via_topic if attribution else None,
        topics=_topics_of(analysis, figure.block, _sentence_of(block, figure.span)),
        wording_ar=note.wording_ar if note else None,
        wording_en=note.wording_en if note else None,
    )


def _counted(counted: Counted, note: FactNote | None) -> Counted:
    if note is None:
        return counted
    return Counted(note.counted_ar or counted.ar, note.counted_en or counted.en)


def _attribution_of(analysis: Analysis, figure: Figure) -> Attribution | None:
    """The reporting phrase that gives the figure's speaker, nearest to it in its block."""
    candidates = [
        attribution
        for attribution in analysis.attributions
        if attribution.block == figure.block and attribution.speaker == figure.attributed_to
    ]
    return min(candidates, key=lambda a: abs(a.span.start - figure.span.start), default=None)


def _added_figures(article: Article, notes: tuple[FactNote, ...]) -> Iterable[Figure]:
    for note, index, span in _added(article, notes, FactKind.FIGURE):
        if note.low is not None:
            counted = Counted(note.counted_ar or "", note.counted_en or "")
            yield Figure(
                index, span, note.surface, note.low, note.high, note.unit or "count", counted
            )


def _added(
    article: Article, notes: tuple[FactNote, ...], kind: FactKind
) -> Iterable[tuple[FactNote, int, Span]]:
    """Facts that an editor added, with the block and the span of their words."""
    index_of = {block.id: index for index, block in enumerate(article.blocks)}
    for note in notes:
        if note.kind is kind and note.action is FactAction.ADD and note.paragraph in index_of:
            index = index_of[note.paragraph]
            start = article.blocks[index].text.find(note.surface)
            if start >= 0:
                yield note, index, Span(start, start + len(note.surface))


def _notes_by_place(
    notes: tuple[FactNote, ...], kind: FactKind
) -> Mapping[tuple[str, str], FactNote]:
    return {(note.paragraph, note.surface): note for note in notes if note.kind is kind}


def _attributions(article: Article, analysis: Analysis) -> Iterable[SiteAttribution]:
    for attribution in analysis.attributions:
        block = article.blocks[attribution.block]
        if block.kind in _CITABLE:
            sentence, span = _quote(article, block, attribution.span)
            yield SiteAttribution(
                passage=_passage(article, block),
                sentence=sentence,
                span=span,
                speaker=attribution.speaker,
                speaker_topic=attribution.speaker_topic,
                via=attribution.via,
                via_topic=attribution.via_topic,
            )


# ---------------------------------------------------------------- across articles


def _topic_pages(
    library: Library,
    mentions: tuple[SiteMention, ...],
    timeline: tuple[SiteDate, ...],
    figures: tuple[SiteFigure, ...],
) -> tuple[TopicPage, ...]:
    by_topic: dict[TopicId, list[SiteMention]] = defaultdict(list)
    by_passage: dict[Passage, set[TopicId]] = defaultdict(set)
    for mention in mentions:
        by_topic[mention.topic].append(mention)
        by_passage[mention.passage].add(mention.topic)
    dates = _indexes_by_topic(entry.topics for entry in timeline)
    numbers = _indexes_by_topic(entry.topics for entry in figures)
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


def _indexes_by_topic(topics_of: Iterable[tuple[TopicId, ...]]) -> Mapping[TopicId, list[int]]:
    indexes: dict[TopicId, list[int]] = defaultdict(list)
    for index, topics in enumerate(topics_of):
        for topic in topics:
            indexes[topic].append(index)
    return indexes


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
