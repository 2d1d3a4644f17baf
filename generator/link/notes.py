"""What editors say in facts.yml about extracted facts, looked up by place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.errors import Diagnostic, warning
from generator.link.passages import CITABLE, quote
from generator.model import (
    Analysis,
    Article,
    Attribution,
    DateMention,
    FactAction,
    FactKind,
    FactNote,
    Figure,
    FoldedText,
    ParagraphId,
    Slug,
    Span,
    Speaker,
    Topic,
    TopicId,
)
from generator.text import fold

Words = tuple[Slug, ParagraphId, str]
"""Where the words of a figure stand: article, paragraph, the words."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one article, the topics that a corrected speaker may name, and the names of
    speakers who are no topics, by each of their wordings."""

    all: tuple[FactNote, ...]
    topics: Mapping[str, Topic]
    speakers: Mapping[FoldedText, str]

    def at(self, kind: FactKind, paragraph: ParagraphId, surface: str) -> FactNote | None:
        """The note on the fact with these words in this paragraph."""
        return next(
            (
                note
                for note in self.all
                if (note.kind, note.paragraph, note.surface) == (kind, paragraph, surface)
            ),
            None,
        )

    def wording(self, paragraph: ParagraphId, sentence: str) -> FactNote | None:
        """The note that words the statement of this sentence; any of its words name it."""
        return next(
            (note for note in self.all if _words_a_sentence(note, paragraph, sentence)), None
        )

    def speaker(self, name: str) -> tuple[str, TopicId | None]:
        """A speaker that an editor wrote: a topic where it is one's id or name."""
        topic = self.topics.get(name)
        return (topic.ar.name, topic.id) if topic else (name, None)

    def called(self, name: str) -> str:
        """What the site calls a speaker in Arabic: the name in `speakers.yml`, else these words."""
        return self.speakers.get(fold(name), name)


def _words_a_sentence(note: FactNote, paragraph: ParagraphId, sentence: str) -> bool:
    return (
        (note.kind, note.paragraph) == (FactKind.ATTRIBUTION, paragraph)
        and bool(note.wording_ar or note.wording_en)
        and note.surface in sentence
    )


def topics_by_name(topics: Iterable[Topic]) -> dict[str, Topic]:
    """Topics by their id and by their names in both languages."""
    return {key: topic for topic in topics for key in (topic.en.name, topic.ar.name, topic.id)}


def names_of(speakers: Iterable[Speaker]) -> dict[FoldedText, str]:
    """The Arabic names of speakers by each of their wordings."""
    return {
        fold(words): speaker.ar for speaker in speakers for words in (speaker.ar, *speaker.also)
    }


def is_hidden(note: FactNote | None) -> bool:
    """Whether the note takes the fact away."""
    return note is not None and note.action is FactAction.HIDE


def added(article: Article, notes: Notes, kind: FactKind) -> Iterator[tuple[FactNote, int, Span]]:
    """Facts that an editor added, with the block and the span of their words."""
    index_of = {block.id: index for index, block in enumerate(article.blocks)}
    for note in notes.all:
        if note.kind is kind and note.action is FactAction.ADD and note.paragraph in index_of:
            index = index_of[note.paragraph]
            start = article.blocks[index].text.find(note.surface)
            if start >= 0:
                yield note, index, Span(start, start + len(note.surface))


def dismissed(article: Slug, notes: Iterable[FactNote]) -> dict[frozenset[Words], FactNote]:
    """The pairs of figures that an editor says do not disagree, each with its note."""
    return {
        frozenset(
            {
                (article, note.paragraph, note.surface),
                (note.against.article, note.against.paragraph, note.against.surface),
            }
        ): note
        for note in notes
        if note.kind is FactKind.CONFLICT and note.against
    }


# ---------------------------------------------------------------- notes that no longer apply


def stale_notes(
    article: Article, analysis: Analysis, notes: tuple[FactNote, ...]
) -> Iterator[Diagnostic]:
    """Warnings about notes on facts that are not found, and about facts that need not be added."""
    found = _found(article, analysis)
    sentences = _sentences(article, analysis)
    for note in notes:
        there = (note.kind, note.paragraph, note.surface) in found or any(
            _words_a_sentence(note, *sentence) for sentence in sentences
        )
        if note.kind is FactKind.CONFLICT or there is (note.action is not FactAction.ADD):
            continue
        if there:
            what = f"The analysis finds the {note.kind} «{note.surface}» itself."
            fix = "Take the note out, or make it «action: correct» or «action: word»."
        else:
            what = f"The analysis finds no {note.kind} «{note.surface}» there."
            fix = f"See «sharh facts {article.slug}»; take the note out if it is no longer needed."
        yield warning(note.location, what, fix)


def _sentences(article: Article, analysis: Analysis) -> set[tuple[ParagraphId, str]]:
    """The sentences that report statements, with their paragraphs."""
    said = ((article.blocks[one.block], one.span) for one in analysis.attributions)
    return {(block.id, quote(block, span)[0]) for block, span in said if block.kind in CITABLE}


def _found(article: Article, analysis: Analysis) -> set[tuple[FactKind, ParagraphId, str]]:
    facts: tuple[tuple[FactKind, DateMention | Figure | Attribution], ...] = (
        *((FactKind.DATE, date) for date in analysis.dates),
        *((FactKind.FIGURE, figure) for figure in analysis.figures),
        *((FactKind.ATTRIBUTION, said) for said in analysis.attributions),
    )
    return {
        (kind, article.blocks[fact.block].id, fact.surface)
        for kind, fact in facts
        if article.blocks[fact.block].kind in CITABLE
    }
