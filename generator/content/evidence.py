"""Evidence marks: `[#p-1a2b3c4d slug#p-99887766]` after a sentence names what it rests on."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.content.ids import BlockIds
from generator.content.markdown import Passage
from generator.errors import Diagnostic
from generator.model import (
    Article,
    Block,
    BlockKind,
    Evidence,
    EvidencedBlock,
    Location,
    ParagraphId,
    Sentence,
    Slug,
)
from generator.rules import Problems, nearest, quoted

_REFERENCE = re.compile(r"([a-z0-9-]*)#(p-[0-9a-f]{8}(?:-[0-9]+)?)", re.ASCII)
# Anything in square brackets that looks like evidence, so that a slip is an error and never shown.
_MARK = re.compile(r"\[([^\[\]]*(?:#\s*p|\bp-[0-9a-f]{4})[^\[\]]*)\]", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LISTED = 12
"""How many paragraphs a message lists; more cannot be read in a terminal."""


def read_reference(text: str, own: Slug | None, line: int, problems: Problems) -> Evidence | None:
    """The evidence that `slug#p-…` names, or `#p-…` where there is an own article."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        what = f"{quoted(text)} is not a reference to a paragraph."
        problems.error(line, what, "Write «slug#p-1a2b3c4d» with the 8 signs of the paragraph.")
        return None
    article = match[1] or own
    if article is None:
        what = f"{quoted(text)} does not say in which article the paragraph stands."
        problems.error(line, what, f"Write «slug{text}».")
        return None
    return Evidence(Slug(article), ParagraphId(match[2]), Location(problems.path, line))


def cut_sentences(passage: Passage, own: Slug | None, problems: Problems) -> tuple[Sentence, ...]:
    """The runs of a passage, each with the evidence whose mark ends it."""
    sentences: list[Sentence] = []
    start = 0
    for mark in _MARK.finditer(passage.text):
        text = passage.text[start : mark.start()].strip()
        line = passage.line_at(mark.start())
        if not text and not sentences:
            problems.error(line, "Evidence stands before any sentence.", "Put it after one.")
        read = (read_reference(part, own, line, problems) for part in _parts(mark[1]))
        _add_sentence(sentences, text, tuple(evidence for evidence in read if evidence))
        start = mark.end()
    _add_sentence(sentences, passage.text[start:].strip(), ())
    return tuple(sentences)


def _parts(mark: str) -> list[str]:
    return re.split(r"[\s,،]+", mark.strip())


def _add_sentence(sentences: list[Sentence], text: str, evidence: tuple[Evidence, ...]) -> None:
    # A full stop after a mark, or a second mark, belongs to the sentence before it.
    if sentences and not _WORD.search(text):
        last = sentences.pop()
        sentences.append(Sentence(last.text + text, last.evidence + evidence))
    elif text or evidence:
        sentences.append(Sentence(text, evidence))


def evidenced_block(
    passage: Passage, own: Slug | None, ids: BlockIds, problems: Problems
) -> EvidencedBlock:
    """The passage cut into sentences with their evidence, under an id from its words."""
    if passage.marks:
        problems.warning(
            passage.line,
            "Marks for strong text, emphasis and links are not kept beside evidence.",
            "Take them out.",
        )
    sentences = cut_sentences(passage, own, problems)
    text = " ".join(sentence.text for sentence in sentences)
    prefix = "h" if passage.kind is BlockKind.HEADING else "s"
    return EvidencedBlock(
        passage.kind,
        sentences,
        Location(problems.path, passage.line),
        ids.next(prefix, text),
        passage.level,
    )


def all_evidence(blocks: Iterable[EvidencedBlock]) -> Iterator[Evidence]:
    """The evidence of blocks, in order."""
    for block in blocks:
        for sentence in block.sentences:
            yield from sentence.evidence


def check_evidence(
    evidence: Iterable[Evidence], articles: Mapping[Slug, Article], unread: frozenset[Slug]
) -> Iterator[Diagnostic]:
    """What is wrong with references; those to articles that could not be read are passed over."""
    for reference in evidence:
        article = articles.get(reference.article)
        if article is None:
            if reference.article not in unread:
                what = f"«{reference.article}#{reference.paragraph}» names an unknown article."
                yield Diagnostic(reference.location, what, nearest(reference.article, articles))
        elif find_paragraph(article, reference.paragraph) is None:
            what = f"The article «{article.slug}» has no paragraph «{reference.paragraph}»."
            yield Diagnostic(
                reference.location, what, name_paragraphs(article, reference.paragraph)
            )


def find_paragraph(article: Article, paragraph: ParagraphId) -> Block | None:
    """The paragraph, quote or list entry of that id."""
    return next((b for b in article.blocks if b.id == paragraph and b.id.startswith("p-")), None)


def name_paragraphs(article: Article, wanted: str) -> str:
    """How to fix a reference: the id that was nearly meant, or the paragraphs that there are."""
    blocks = [block for block in article.blocks if block.id.startswith("p-")]
    # Two ids are alike by chance; only a slip of a sign or two is a slip.
    close = difflib.get_close_matches(wanted, [block.id for block in blocks], 1, 0.8)
    if close:
        return f"Did you mean «{close[0]}»?"
    named = [f"{block.id} {quoted(block.text, 24)}" for block in blocks[:_LISTED]]
    rest = f" and {len(blocks) - _LISTED} more" if len(blocks) > _LISTED else ""
    return f"Its paragraphs are {', '.join(named)}{rest}."
