"""Explainers: the question cards, the needs-and-offers matrix, and their index."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    Card,
    EvidencedBlock,
    Explainer,
    LanguageTag,
    Matrix,
    MatrixCell,
    MatrixRow,
    Sentence,
    TopicId,
)
from generator.render import paths
from generator.render.catalogue import message, messages
from generator.render.dates import DateWords, date_text
from generator.render.site import Place, Site, other
from generator.render.views.parts import (
    EvidenceItem,
    Head,
    Link,
    Numbering,
    Page,
    Switch,
    article_link,
    blocks_markdown,
    contents,
    evidence_list,
    evidenced,
    mirrored_head,
    numbering,
    optional_topic_link,
    section_crumbs,
    source_line,
    summary_text,
    topic_name,
)

QUESTIONS = messages("%(n)s question", "%(n)s questions")
KINDS = {
    "wants": message("What %(side)s wants"),
    "gives": message("What %(side)s gives"),
}


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of the matrix: one side's wants or gives."""

    label: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; where no source says anything `text` is empty."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the matrix: what it is about, and a cell for each column."""

    label: str
    href: Markup
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """What each side wants and gives, row by row."""

    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """A question with its short and its longer answer; the first of a page stands open."""

    id: str
    question: str
    is_open: bool
    short: Markup
    longer: Markup
    evidence: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A dated entry of what changed."""

    id: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article that the explainer rests on."""

    link: Link
    meta: str


@dataclass(frozen=True, slots=True)
class ExplainerView:
    """An explainer."""

    title: str
    lead: Markup
    contents: tuple[Link, ...]
    introduction: Markup
    cards: tuple[CardView, ...]
    matrix: MatrixView | None
    changes: tuple[ChangeView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class ExplainerCard:
    """An explainer in a list."""

    id: str
    link: Link
    lead: str
    meta: str


@dataclass(frozen=True, slots=True)
class ExplainersView:
    """The index of explainers."""

    explainers: tuple[ExplainerCard, ...]


def explainers_of(site: Site, language: LanguageTag) -> tuple[Explainer, ...]:
    """The explainers in one language, the lead explainer first."""
    found = (e for e in site.index.library.explainers if e.locale == language)
    return tuple(sorted(found, key=lambda explainer: (explainer.order, explainer.slug)))


def explainer_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of all explainers of a language and their index."""
    language = words.catalogue.language
    explainers = explainers_of(site, language)
    foreign = {explainer.slug for explainer in explainers_of(site, other(language))}
    place = Place(site, words, paths.section(language, "explainers/index"))
    yield _index(place, explainers)
    for explainer in explainers:
        own = Place(site, words, paths.explainer(language, explainer.slug))
        head = _head(own, explainer, explainer.slug in foreign)
        yield Page(own, head, "explainer", _view(own, explainer))


def _index(place: Place, explainers: tuple[Explainer, ...]) -> Page:
    title = place.say.text("Questions")
    head = mirrored_head(
        place,
        "explainers/index",
        "explainers",
        title,
        place.say.text("Questions answered from the articles, every answer with its evidence."),
    )
    cards = tuple(explainer_card(place, explainer) for explainer in explainers)
    return Page(place, head, "explainers", ExplainersView(cards))


def explainer_card(place: Place, explainer: Explainer) -> ExplainerCard:
    """The explainer as an entry of a list."""
    number = len(explainer.cards)
    href = place.to(paths.explainer(place.language, explainer.slug))
    return ExplainerCard(
        id=f"q-{explainer.slug}",
        link=Link(explainer.title, href),
        lead=explainer.lead.text,
        meta=place.say.count(QUESTIONS, number, n=number),
    )


def _head(place: Place, explainer: Explainer, has_counterpart: bool) -> Head:
    own = (place.language, paths.address(place.path))
    language = other(place.language)
    name = f"explainers/{explainer.slug}" if has_counterpart else "explainers/index"
    foreign = (language, paths.address(paths.section(language, name)))
    return Head(
        title=explainer.title,
        description=summary_text(explainer.lead.text),
        kind="explainer",
        language=place.language,
        alternates=tuple(sorted((own, foreign))) if has_counterpart else (own,),
        switch=Switch(foreign[0], foreign[1], has_counterpart),
        crumbs=section_crumbs(place, place.say.text("Questions"), "explainers/index"),
    )


def _view(place: Place, explainer: Explainer) -> ExplainerView:
    taken = paths.unique(("lead", "matrix", "changes", "sources", *_block_ids(explainer)))
    anchors = iter(taken[4:])
    lead = numbering(place, _all_sentences(explainer))
    introduction = [next(anchors) for _ in explainer.introduction]
    cards = tuple(
        _card(place, card, [next(anchors) for _ in card.answer], is_open=number == 0)
        for number, card in enumerate(explainer.cards)
    )
    return ExplainerView(
        title=explainer.title,
        lead=evidenced(place, explainer.lead, lead),
        contents=contents((card.question, card.id) for card in explainer.cards),
        introduction=blocks_markdown(place, explainer.introduction, lead, introduction),
        cards=cards,
        matrix=matrix_view(place, explainer.matrix) if explainer.matrix else None,
        changes=_changes(place, explainer),
        sources=_sources(place, lead),
    )


def _block_ids(explainer: Explainer) -> Iterator[str]:
    yield from (block.id for block in explainer.introduction)
    yield from (block.id for card in explainer.cards for block in card.answer)


def _all_sentences(explainer: Explainer) -> Iterator[Sentence]:
    yield explainer.lead
    yield from _sentences(explainer.introduction)
    for card in explainer.cards:
        yield from _sentences(card.answer)
    if explainer.matrix:
        yield from (cell.sentence for row in explainer.matrix.rows for cell in row.cells)


def _sentences(blocks: tuple[EvidencedBlock, ...]) -> Iterator[Sentence]:
    return (sentence for block in blocks for sentence in block.sentences)


def _card(place: Place, card: Card, anchors: list[str], *, is_open: bool) -> CardView:
    numbers = numbering(place, _sentences(card.answer))
    return CardView(
        id=card.id,
        question=card.question,
        is_open=is_open,
        short=blocks_markdown(place, card.answer[:1], numbers, anchors[:1]),
        longer=blocks_markdown(place, card.answer[1:], numbers, anchors[1:]),
        evidence=evidence_list(place, numbers),
    )


def _changes(place: Place, explainer: Explainer) -> tuple[ChangeView, ...]:
    ids = paths.unique(f"changed-{change.on}" for change in explainer.changes)
    return tuple(
        ChangeView(anchor, date_text(place.words, change.on), change.text)
        for anchor, change in zip(ids, explainer.changes, strict=True)
    )


def _sources(place: Place, numbers: Numbering) -> tuple[SourceView, ...]:
    slugs = sorted({passage.article for passage in numbers.numbers})
    articles = (place.site.articles[slug] for slug in slugs)
    return tuple(SourceView(article_link(place, a), source_line(place, a)) for a in articles)


# ---------------------------------------------------------------- the matrix


def matrix_view(place: Place, matrix: Matrix) -> MatrixView:
    """The matrix with two columns for each side; a side that is no topic is left out."""
    sides = tuple(side for side in matrix.sides if side in place.site.topics)
    columns = tuple(
        (
            side,
            kind,
            place.say.text(KINDS[kind], side=topic_name(place.site.topics[side], place.language)),
        )
        for side in sides
        for kind in KINDS
    )
    numbers = numbering(place, (c.sentence for row in matrix.rows for c in row.cells))
    return MatrixView(
        columns=tuple(ColumnView(label) for _, _, label in columns),
        rows=tuple(_row(place, row, columns, numbers) for row in matrix.rows),
    )


def _row(
    place: Place, row: MatrixRow, columns: tuple[tuple[TopicId, str, str], ...], numbers: Numbering
) -> RowView:
    cells = {(cell.side, cell.kind): cell for cell in row.cells}
    link = optional_topic_link(place, row.topic)
    return RowView(
        label=row.label,
        href=link.href if link else Markup(""),
        cells=tuple(_cell(place, cells.get((s, k)), label, numbers) for s, k, label in columns),
    )


def _cell(place: Place, cell: MatrixCell | None, label: str, numbers: Numbering) -> CellView:
    return CellView(label, evidenced(place, cell.sentence, numbers) if cell else Markup(""))
