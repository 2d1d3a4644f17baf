"""Dates, figures and statements of one article as the site lists them, after the editor's word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.link.notes import Notes, added, is_hidden
from generator.link.passages import CITABLE, passage_of, quote, sentence_of, topics_of
from generator.model import (
    Analysis,
    Article,
    Attribution,
    Block,
    Compared,
    Counted,
    DateMention,
    FactKind,
    FactNote,
    Figure,
    IsoDate,
    Precision,
    SiteAttribution,
    SiteDate,
    SiteFigure,
)
from generator.text import iso_bounds

# ---------------------------------------------------------------- dates


def dates_of(article: Article, analysis: Analysis, notes: Notes) -> Iterator[SiteDate]:
    """The dated statements, in the order of the text, added ones last."""
    for date in (*analysis.dates, *_added_dates(article, notes)):
        block = article.blocks[date.block]
        note = notes.at(FactKind.DATE, block.id, date.surface)
        iso = note.iso if note and note.iso else date.iso
        if block.kind not in CITABLE or iso is None or is_hidden(note):
            continue
        sentence, span = quote(block, date.span)
        first, last = iso_bounds(iso)
        written = date.precision if iso == date.iso else None
        yield SiteDate(
            passage=passage_of(article, block),
            sentence=sentence,
            span=span,
            iso=iso,
            precision=written or precision_of(iso),
            first=first.isoformat(),
            last=last.isoformat(),
            topics=topics_of(analysis, date.block, sentence_of(block, date.span)),
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


def _added_dates(article: Article, notes: Notes) -> Iterable[DateMention]:
    for note, index, span in added(article, notes, FactKind.DATE):
        if note.iso:
            yield DateMention(index, span, note.surface, note.iso, precision_of(note.iso))


# ---------------------------------------------------------------- figures


@dataclass(frozen=True, slots=True)
class LinkedFigure:
    """A figure of the site, its place among the figures of its analysis, and what compares it."""

    figure: SiteFigure
    index: int
    compared: Compared | None
    corrected: bool


def figures_of(article: Article, analysis: Analysis, notes: Notes) -> Iterator[LinkedFigure]:
    """The figures, in the order of the text, added ones last."""
    for index, figure in enumerate((*analysis.figures, *_added_figures(article, notes))):
        block = article.blocks[figure.block]
        note = notes.at(FactKind.FIGURE, block.id, figure.surface)
        if block.kind not in CITABLE or is_hidden(note):
            continue
        corrected = note is not None and note.low is not None
        linked = _figure(article, analysis, figure, note, notes)
        yield LinkedFigure(linked, index, _compared(figure, linked, corrected), corrected)


def _compared(figure: Figure, linked: SiteFigure, corrected: bool) -> Compared | None:
    """The figure's bounds, after a correction those of the corrected value in its unit."""
    if figure.compared is None or not corrected:
        return figure.compared
    most = linked.low if linked.high is None else linked.high
    unit = figure.compared.unit if linked.unit == figure.unit else linked.unit
    return replace(figure.compared, unit=unit, least=linked.low, most=most)


def _figure(
    article: Article, analysis: Analysis, figure: Figure, note: FactNote | None, notes: Notes
) -> SiteFigure:
    block = article.blocks[figure.block]
    sentence, span = quote(block, figure.span)
    attribution = _attribution_of(analysis, figure)
    speaker, topic = figure.attributed_to, attribution.speaker_topic if attribution else None
    if note and note.speaker:
        speaker, topic = notes.speaker(note.speaker)
    return SiteFigure(
        passage=passage_of(article, block),
        sentence=sentence,
        span=span,
        surface=figure.surface,
        low=note.low if note and note.low is not None else figure.low,
        high=note.high if note and note.low is not None else figure.high,
        unit=note.unit if note and note.unit else figure.unit,
        counted=_counted(figure.counted, note),
        qualifier=note.qualifier if note and note.qualifier else figure.qualifier,
        speaker=notes.called(speaker) if speaker and not topic else speaker,
        speaker_topic=topic,
        via=attribution.via if attribution else None,
        via_topic=attribution.via_topic if attribution else None,
        topics=topics_of(analysis, figure.block, sentence_of(block, figure.span)),
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


def _added_figures(article: Article, notes: Notes) -> Iterable[Figure]:
    for note, index, span in added(article, notes, FactKind.FIGURE):
        if note.low is not None:
            counted = Counted(note.counted_ar or "", note.counted_en or "")
            yield Figure(
                index, span, note.surface, note.low, note.high, note.unit or "count", counted
            )


# ---------------------------------------------------------------- statements


def attributions_of(
    article: Article, analysis: Analysis, notes: Notes
) -> Iterator[SiteAttribution]:
    """The statements whose speaker a reader can tell, in the order of the text, added ones last."""
    for said in (*analysis.attributions, *_added_attributions(article, notes)):
        block = article.blocks[said.block]
        note = notes.at(FactKind.ATTRIBUTION, block.id, said.surface)
        named = note is not None and note.speaker is not None
        if block.kind not in CITABLE or is_hidden(note) or (said.pointing and not named):
            continue
        yield _attribution(article, block, said, note, notes)


def _attribution(
    article: Article, block: Block, said: Attribution, note: FactNote | None, notes: Notes
) -> SiteAttribution:
    sentence, span = quote(block, said.span)
    speaker, topic = said.speaker, said.speaker_topic
    if note and note.speaker:
        speaker, topic = notes.speaker(note.speaker)
    worded = notes.wording(block.id, sentence)
    return SiteAttribution(
        passage=passage_of(article, block),
        sentence=sentence,
        span=span,
        speaker=speaker if topic else notes.called(speaker),
        speaker_topic=topic,
        via=said.via,
        via_topic=said.via_topic,
        wording_ar=worded.wording_ar if worded else None,
        wording_en=worded.wording_en if worded else None,
    )


def _added_attributions(article: Article, notes: Notes) -> Iterable[Attribution]:
    for note, index, span in added(article, notes, FactKind.ATTRIBUTION):
        yield Attribution(index, span, note.surface, note.speaker or "")
