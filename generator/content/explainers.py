"""`explainers/<slug>/ar.md` and `en.md` -> Explainers."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.evidence import all_evidence, evidenced_block, read_reference
from generator.content.files import MarkdownFile, check_slug, read_markdown
from generator.content.ids import BlockIds
from generator.content.markdown import Passage, read_passages
from generator.content.scripts import arabic_share
from generator.model import (
    ARABIC,
    BlockKind,
    Card,
    Change,
    Evidence,
    EvidencedBlock,
    Explainer,
    IsoDate,
    LanguageTag,
    Location,
    Matrix,
    MatrixCell,
    MatrixRow,
    Sentence,
    Slug,
    TopicId,
)
from generator.rules import Fields, Problems, nearest, quoted

CELL_KINDS = ("wants", "gives")
_CARD_ID = re.compile(r"\s*\{#([^{}]*)\}$")


def read_explainer(
    path: Path, locale: LanguageTag, topics: frozenset[str] | None, problems: Problems
) -> Explainer | None:
    """The explainer in the file, or None if anything in it is wrong.

    `topics` are the ids that a matrix may name; None where the gazetteer could not be read.
    """
    file = read_markdown(path, problems)
    if file is None:
        return None
    fields = file.fields
    introduction, cards = _read_body(file, problems)
    explainer = Explainer(
        slug=Slug(path.parent.name),
        locale=locale,
        title=fields.required_text("title"),
        lead=Sentence(fields.required_text("lead"), _read_evidence(fields, "lead_evidence")),
        order=_read_order(fields),
        introduction=introduction,
        cards=cards,
        matrix=_read_matrix(fields.section("matrix"), topics),
        changes=tuple(_read_change(change) for change in fields.sections("changes")),
        location=file.location,
    )
    fields.finish()
    _check_language(explainer, problems)
    return None if problems.failed else explainer


def explainer_evidence(explainer: Explainer) -> Iterator[Evidence]:
    """All evidence of an explainer: lead, matrix, introduction, cards."""
    yield from explainer.lead.evidence
    for row in explainer.matrix.rows if explainer.matrix else ():
        for cell in row.cells:
            yield from cell.sentence.evidence
    yield from all_evidence(explainer.introduction)
    for card in explainer.cards:
        yield from all_evidence(card.answer)


# ---------------------------------------------------------------- front matter


def _read_order(fields: Fields) -> int:
    order = fields.integer("order")
    if order is None and not fields.filled("order"):
        fields.error("order", "«order» is missing.", "Add a line «order: 1»; the lowest leads.")
    return order or 0


def _read_evidence(fields: Fields, key: str) -> tuple[Evidence, ...]:
    texts = fields.located_texts(key)
    read = [read_reference(text, None, line, fields.problems) for text, line in texts]
    if not texts and not fields.filled(key):
        fields.error(key, f"«{key}» is missing.", f"Add a line «{key}: [slug#p-…]».")
    return tuple(evidence for evidence in read if evidence is not None)


def _read_change(fields: Fields) -> Change:
    on = fields.date("on")
    if not fields.filled("on"):
        fields.error(None, "The change has no date.", "Add «on: 2026-11-22».")
    change = Change(on or IsoDate(""), fields.required_text("text"))
    fields.finish()
    return change


def _read_matrix(fields: Fields | None, topics: frozenset[str] | None) -> Matrix | None:
    if fields is None:
        return None
    located = fields.located_texts("sides")
    for side, line in located:
        _check_topic(side, line, topics, fields.problems)
    sides = tuple(side for side, _ in located)
    if len(sides) < 2 or len(set(sides)) != len(sides):
        fields.error("sides", "The matrix does not name two different sides.", "Write [a, b].")
    rows = tuple(_read_row(row, sides, topics) for row in fields.sections("rows"))
    fields.finish()
    seen: dict[str, MatrixRow] = {}
    for row in rows:
        if row.id and seen.setdefault(row.id, row) is not row:
            what = f"The row «{row.id}» is already on line {seen[row.id].location.line}."
            fields.problems.error(row.location.line, what, "Give it another id.")
    return Matrix(tuple(TopicId(side) for side in sides), rows)


def _read_row(fields: Fields, sides: tuple[str, ...], topics: frozenset[str] | None) -> MatrixRow:
    row_id, topic = fields.required_text("id"), fields.text("topic")
    if topic is not None:
        _check_topic(topic, fields.line("topic"), topics, fields.problems)
    cells = tuple(_read_cell(cell, sides) for cell in fields.sections("cells"))
    row = MatrixRow(
        row_id,
        fields.required_text("label"),
        None if topic is None else TopicId(topic),
        cells,
        Location(fields.problems.path, fields.line()),
    )
    if row_id:
        check_slug(row_id, fields.problems, fields.line("id"), "The row id")
    places = [(cell.side, cell.kind) for cell in cells if cell.side and cell.kind]
    if len(set(places)) != len(places):
        what = "Two cells of the row have the same side and kind."
        fields.error("cells", what, "Join them: a cell is one sentence.")
    fields.finish()
    return row


def _check_topic(topic: str, line: int, topics: frozenset[str] | None, problems: Problems) -> None:
    if topics is not None and topic not in topics:
        problems.error(line, f"{quoted(topic)} is no topic.", nearest(topic, sorted(topics)))


def _read_cell(fields: Fields, sides: tuple[str, ...]) -> MatrixCell:
    side, kind = fields.required_text("side"), fields.required_text("kind")
    if side and side not in sides:
        what = f"{quoted(side)} is none of the sides of the matrix."
        fields.error("side", what, nearest(side, sides))
    if kind and kind not in CELL_KINDS:
        fields.error("kind", f"The kind {quoted(kind)} is not read.", nearest(kind, CELL_KINDS))
    sentence = Sentence(fields.required_text("text"), _read_evidence(fields, "evidence"))
    fields.finish()
    return MatrixCell(TopicId(side), kind, sentence)


# ---------------------------------------------------------------- body


def _read_body(
    file: MarkdownFile, problems: Problems
) -> tuple[tuple[EvidencedBlock, ...], tuple[Card, ...]]:
    passages = read_passages(file.body, file.body_line, problems)
    starts = [i for i, p in enumerate(passages) if p.kind is BlockKind.HEADING and p.level == 2]
    ids, seen = BlockIds(), dict[str, int]()
    if not starts:
        what = "The explainer has no question."
        problems.error(file.body_line, what, "Write «## Question? {#id}» and its answer.")
    first = starts[0] if starts else len(passages)
    introduction = tuple(evidenced_block(p, None, ids, problems) for p in passages[:first])
    ends = [*starts[1:], len(passages)][: len(starts)]
    cards = tuple(
        _read_card(passages[start:end], ids, seen, problems)
        for start, end in zip(starts, ends, strict=True)
    )
    return introduction, cards


def _read_card(
    passages: tuple[Passage, ...], ids: BlockIds, seen: dict[str, int], problems: Problems
) -> Card:
    heading = passages[0]
    card_id, question = _read_heading(heading, problems)
    if card_id and seen.setdefault(card_id, heading.line) != heading.line:
        what = f"The card id «{card_id}» is already on line {seen[card_id]}."
        problems.error(heading.line, what, "Give it another id, the same in ar.md and en.md.")
    answer = tuple(evidenced_block(p, None, ids, problems) for p in passages[1:])
    if not answer or answer[0].kind is not BlockKind.PARAGRAPH:
        what = f"The question {quoted(question)} has no short answer."
        problems.error(heading.line, what, "Write a paragraph of a sentence or two below it.")
    for block in answer:
        _check_block(block, problems)
    return Card(card_id, question, answer, Location(problems.path, heading.line))


def _read_heading(heading: Passage, problems: Problems) -> tuple[str, str]:
    match = _CARD_ID.search(heading.text)
    if match is None:
        what = f"The question {quoted(heading.text)} has no id."
        problems.error(heading.line, what, "End it with «{#id}», the same in ar.md and en.md.")
        return "", heading.text
    check_slug(match[1], problems, heading.line, "The card id")
    return match[1], heading.text[: match.start()]


def _check_block(block: EvidencedBlock, problems: Problems) -> None:
    # A block without a sentence is a mark alone, which has been told.
    if block.kind is BlockKind.HEADING or not block.sentences:
        return
    last = block.sentences[-1]
    if not any(sentence.evidence for sentence in block.sentences):
        what = f"{quoted(block.sentences[0].text)} has no evidence."
        problems.error(block.location.line, what, "End it with «[slug#p-…]».")
    elif not last.evidence:
        what = f"{quoted(last.text)} has no evidence."
        problems.warning(block.location.line, what, "Move the mark «[slug#p-…]» to its end.")


def _check_language(explainer: Explainer, problems: Problems) -> None:
    texts = [explainer.title, explainer.lead.text, *(card.question for card in explainer.cards)]
    texts += [s.text for card in explainer.cards for b in card.answer for s in b.sentences]
    text = " ".join(texts)
    if any(c.isalpha() for c in text) and (arabic_share(text) > 0.5) != (
        explainer.locale == ARABIC
    ):
        language = "Arabic" if explainer.locale == ARABIC else "English"
        what = f"Most letters of the explainer are not {language}."
        problems.error(explainer.location.line, what, f"Write the {language} text into this file.")
