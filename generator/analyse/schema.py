"""An analysis as the JSON of `sharh analyse --json`: lines and offsets of the raw file."""

from bisect import bisect_right
from decimal import Decimal

from generator.model import Analysis, Article, Block, BlockKind, IntakeResult, MediaType, Span

Json = dict[str, object]


def as_schema(result: IntakeResult, analysis: Analysis) -> Json:
    """One object: metadata, blocks, removed lines, and everything found with its place.

    Lines count from 1, offsets are code points of the raw line. A span that crosses two raw lines
    is cut to its first line. An HTML file has no lines: its facts come without places.
    """
    article = result.article
    html = result.raw.media_type is MediaType.HTML
    place = _no_place if html else _place
    blocks = article.blocks
    facts: Json = {
        "source": result.raw.source,
        "title": article.title,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": article.published,
        "blocks": [_block(block, html) for block in blocks if block.kind is not BlockKind.TITLE],
        "topics": sorted({str(mention.topic) for mention in analysis.mentions}),
        "mentions": [
            {"topic": mention.topic, **place(blocks[mention.block], mention.span)}
            for mention in analysis.mentions
        ],
        "dates": [
            {
                "iso": date.iso,
                "text": date.surface,
                "is_relative": date.relative,
                **place(blocks[date.block], date.span),
            }
            for date in analysis.dates
        ],
        "figures": [
            {
                "value": _value(figure.low, figure.high),
                "unit": figure.unit,
                "text": figure.surface,
                "qualifier": figure.qualifier,
                "counted": {"en": figure.counted.en, "ar": figure.counted.ar},
                "attributed_to": figure.attributed_to,
                **place(blocks[figure.block], figure.span),
            }
            for figure in analysis.figures
        ],
        "attributions": [
            {
                "text": said.surface,
                "speaker": said.speaker,
                "speaker_topic": said.speaker_topic,
                "via": said.via,
                "via_topic": said.via_topic,
                "implicit": said.implicit,
                **place(blocks[said.block], said.span),
            }
            for said in analysis.attributions
        ],
        "conflicts": [
            {"figures": [conflict.first, conflict.second], "about": conflict.about}
            for conflict in analysis.conflicts
        ],
    }
    if not html:
        facts["removed"] = [{"line": r.line, "kind": r.kind.value} for r in result.removed]
        facts["meta_lines"] = _meta_lines(result)
    return facts


def _meta_lines(result: IntakeResult) -> dict[str, list[int]]:
    return {
        "title": list(result.title_lines),
        "byline": list(result.byline_lines),
        "dateline": list(result.dateline_lines),
    }


def _block(block: Block, html: bool) -> Json:
    shown: Json = {"kind": block.kind.value, "text": block.text}
    if block.kind is BlockKind.HEADING:
        shown["level"] = block.level
    if not html and block.origins:
        lines = [origin.line for origin in block.origins]
        shown["lines"] = [min(lines), max(lines)]
    return shown


def _value(low: Decimal, high: Decimal | None) -> object:
    return _number(low) if high is None else [_number(low), _number(high)]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _place(block: Block, span: Span) -> Json:
    """The raw line and offsets of a span, cut where its first line ends."""
    if not block.origins:
        return {}
    starts = [origin.start for origin in block.origins]
    origin = block.origins[max(0, bisect_right(starts, span.start) - 1)]
    length = len(origin.offsets) - 1
    first = min(max(0, span.start - origin.start), max(0, length - 1))
    last = min(span.end - origin.start, length)
    if length <= 0:
        return {}
    end = origin.offsets[last - 1] + 1 if last > first else origin.offsets[first] + 1
    return {"line": origin.line, "start": origin.offsets[first], "end": end}


def _no_place(block: Block, span: Span) -> Json:
    return {}


__all__ = ["Article", "as_schema"]
