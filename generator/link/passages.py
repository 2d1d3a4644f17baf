"""Where a fact stands: its passage, the sentence around it, the topics beside it."""

from generator.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Passage,
    Rights,
    Span,
    TopicId,
)
from generator.text import sentence_spans

# A title or a heading repeats what a paragraph says; only text that a reader can check counts. What
# the title alone names is listed by the title, so that no topic's page denies the article.
CITABLE = frozenset({BlockKind.DECK, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
# Of an article whose text may not be published no more than this is quoted around a fact.
_WITHHELD_WORDS = 7


def quote(article: Article, block: Block, span: Span) -> tuple[str, Span]:
    """The sentence around a span and the span in it; a few words where the text is withheld."""
    sentence = sentence_of(block, span)
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
