"""SiteIndex -> SiteIndex without what may not be published, so no page, feed or search can show it.

Of an article with `rights: none` nothing stays; of one with `takedown` a page that says so stays. Of one with `excerpt` or `summary` the title, the
ids of its paragraphs (for evidence to lead to) and facts with the few words around them stay; of
one with `excerpt` also the quotations that its editor has chosen.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.model import (
    TITLE_ID,
    Article,
    Block,
    BlockKind,
    Counted,
    Library,
    Rights,
    SiteAttribution,
    SiteConflict,
    SiteDate,
    SiteFigure,
    SiteIndex,
    SiteMention,
    Slug,
    Span,
    TopicPage,
)
from generator.text import fold

# One word less than the runs of eight words that count as a copy of a withheld text.
QUOTABLE_WORDS = 7
# A title is never withheld: an article is cited by it.

# A number such as 1.75 counts as two words here: the strictest way of counting is the safe one.
_WORD = re.compile(r"\w+")

_WithSentence = SiteMention | SiteDate | SiteFigure | SiteAttribution
_Entry = TypeVar("_Entry", SiteMention, SiteDate, SiteFigure, SiteAttribution)
_Worded = TypeVar("_Worded", SiteDate, SiteFigure)
_Bodies = dict[Slug, tuple[Block, ...]]


def publishable(index: SiteIndex) -> SiteIndex:
    """The index with nothing in it that the rights of its articles withhold."""
    index = _without_unpublished(index)
    withheld = {a.slug for a in index.library.articles if a.rights is not Rights.FULL}
    if not withheld:
        return index
    bodies = {a.slug: a.blocks for a in index.library.articles if a.slug in withheld}
    articles = tuple(
        _withheld_article(a) if a.slug in withheld else a for a in index.library.articles
    )
    return replace(
        index,
        library=replace(index.library, articles=articles),
        timeline=tuple(_short(_in_own_words(e, bodies), withheld) for e in index.timeline),
        figures=tuple(_short_figure(_in_own_words(f, bodies), withheld) for f in index.figures),
        attributions=tuple(_short(entry, withheld) for entry in index.attributions),
        topic_pages=tuple(
            replace(page, mentions=tuple(_short(m, withheld) for m in page.mentions))
            for page in index.topic_pages
        ),
    )


# ---------------------------------------------------------------- rights: none


def _without_unpublished(index: SiteIndex) -> SiteIndex:
    """Without the articles that get no page, and without stubs of articles that are not there."""
    articles = index.library.articles
    shown = {a.slug for a in articles if a.rights is not Rights.NONE and not a.takedown}
    stubs = tuple(stub for stub in index.library.stubs if stub.slug in shown)
    if len(shown) == len(articles):
        return replace(index, library=replace(index.library, stubs=stubs))
    dates = _kept(index.timeline, shown)
    figures = _kept(index.figures, shown)
    return replace(
        index,
        library=_library(index.library, shown),
        analyses=tuple(analysis for analysis in index.analyses if analysis.article in shown),
        timeline=tuple(index.timeline[old] for old in dates),
        figures=tuple(index.figures[old] for old in figures),
        conflicts=tuple(_conflicts(index.conflicts, figures)),
        attributions=tuple(index.attributions[old] for old in _kept(index.attributions, shown)),
        topic_pages=tuple(_topic_page(page, shown, dates, figures) for page in index.topic_pages),
        reviews=tuple(review for review in index.reviews if review[0] in shown),
        taken_down=tuple(
            replace(a, blocks=(), lead=None, excerpts=()) for a in articles if a.takedown
        ),
    )


def _library(library: Library, shown: set[Slug]) -> Library:
    return replace(
        library,
        articles=tuple(article for article in library.articles if article.slug in shown),
        stubs=tuple(stub for stub in library.stubs if stub.slug in shown),
    )


def _kept(entries: tuple[_WithSentence, ...], shown: set[Slug]) -> dict[int, int]:
    """Old index -> new index of the entries whose article is shown."""
    old = (index for index, entry in enumerate(entries) if entry.passage.article in shown)
    return {index: new for new, index in enumerate(old)}


def _conflicts(conflicts: tuple[SiteConflict, ...], kept: dict[int, int]) -> Iterator[SiteConflict]:
    for conflict in conflicts:
        figures = tuple(kept[index] for index in conflict.figures if index in kept)
        if len(figures) > 1:
            yield replace(conflict, figures=figures)


def _topic_page(
    page: TopicPage, shown: set[Slug], dates: dict[int, int], figures: dict[int, int]
) -> TopicPage:
    return replace(
        page,
        mentions=tuple(m for m in page.mentions if m.passage.article in shown),
        dates=tuple(dates[index] for index in page.dates if index in dates),
        figures=tuple(figures[index] for index in page.figures if index in figures),
    )


# ---------------------------------------------------------------- rights: excerpt, summary


def _withheld_article(article: Article) -> Article:
    blocks = tuple(
        block
        if block.kind is BlockKind.TITLE
        else replace(block, text=_quoted(block, article.excerpts), marks=(), origins=())
        for block in article.blocks
    )
    lead = article.lead if article.lead and not _copies(article.lead, article.blocks) else None
    return replace(article, blocks=blocks, lead=lead)


def _quoted(block: Block, excerpts: tuple[str, ...]) -> str:
    """The excerpts that stand in the block, each in quotation marks, in the order of the text."""
    found = sorted((block.text.find(e), e) for e in excerpts if e in block.text)
    return " … ".join(f"«{excerpt.strip('«»')}»" for _, excerpt in found)


def _in_own_words(entry: _Worded, bodies: _Bodies) -> _Worded:
    """The entry without an editor's wording that copies the text, as a lead that does goes too."""
    wording, body = entry.wording_ar, bodies.get(entry.passage.article)
    return replace(entry, wording_ar=None) if wording and body and _copies(wording, body) else entry


def _copies(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether the text repeats a run of words that is too long to quote from the body."""
    words = _WORD.findall(fold(text))
    size = QUOTABLE_WORDS + 1
    runs = {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
    return any(
        tuple(body[i : i + size]) in runs
        for body in (_WORD.findall(fold(b.text)) for b in blocks if b.kind is not BlockKind.TITLE)
        for i in range(len(body) - size + 1)
    )


def _word_count(text: str) -> int:
    return len(_WORD.findall(text))


def _short(entry: _Entry, withheld: set[Slug]) -> _Entry:
    """The entry with no more of its sentence than may be quoted around it."""
    if entry.passage.article not in withheld or entry.passage.block == TITLE_ID:
        return entry
    if _word_count(entry.sentence) <= QUOTABLE_WORDS:
        return entry
    kept = _few_words(entry.sentence, entry.span)
    if _word_count(entry.sentence[kept.start : kept.end]) > QUOTABLE_WORDS:
        return replace(entry, sentence="", span=Span(0, 0))
    span = Span(entry.span.start - kept.start, entry.span.end - kept.start)
    return replace(entry, sentence=entry.sentence[kept.start : kept.end], span=span)


def _few_words(sentence: str, span: Span) -> Span:
    """The span and as many words beside it, half of them before it, as may be quoted."""
    spare = QUOTABLE_WORDS - _word_count(sentence[span.start : span.end])
    before = [word.start() for word in _WORD.finditer(sentence, 0, span.start)]
    after = [word.end() for word in _WORD.finditer(sentence, span.end)]
    left, right = max(0, spare // 2), max(0, spare - spare // 2)
    return Span(
        before[-left] if left and len(before) >= left else 0 if left else span.start,
        after[right - 1] if right and len(after) >= right else len(sentence) if right else span.end,
    )


def _short_figure(figure: SiteFigure, withheld: set[Slug]) -> SiteFigure:
    short = _short(figure, withheld)
    if figure.passage.article in withheld and _word_count(figure.counted.ar) > QUOTABLE_WORDS:
        return replace(short, counted=Counted("", figure.counted.en))
    return short
