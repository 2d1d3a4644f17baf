"""Where a fact stands: its passage, the sentence around it, the topics beside it."""

from generator.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Passage,
    Span,
    TopicId,
)
from generator.text import sentence_spans

# A title or a heading repeats what a paragraph says; only text that a reader can check counts. What
# the title alone names is listed by the title, so that no topic's page denies the article.
CITABLE = frozenset({BlockKind.DECK, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})


def quote(block: Block, span: Span) -> tuple[str, Span]:
    """The sentence around a span and the span in it."""
    sentence = sentence_of(block, span)
    sentence = Span(sentence.start, max(sentence.end, span.end))
    text = block.text[sentence.start : sentence.end]
    return text, Span(span.start - sentence.start, span.end - sentence.start)


def passage_of(article: Article, block: Block) -> Passage:
    """The place of a block."""
    return Passage(article.slug, block.id)


def topics_of(analysis: Analysis, block: int, within: Span) -> tuple[TopicId, ...]:
    """The topics named in a part of a block, sorted."""
    found = {
        mention.topic
        for mention in analysis.mentions
        if mention.block == block and within.start <= mention.span.start < within.end
    }
    return tuple(sorted(found))


def sentence_of(block: Block, span: Span) -> Span:
    """The sentence in which the span begins."""
    return next(
        (s for s in sentence_spans(block.text) if s.start <= span.start < s.end),
        Span(0, len(block.text)),
    )
