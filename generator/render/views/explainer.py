"""Explainers: the question cards, the needs-and-offers matrix, and their index."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    Card,
    EvidencedBlock,
    Explainer,
    LanguageTag,
    Sentence,
)
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords, date_text
from generator.render.site import Place, Site, other
from generator.render.views.evidence import (
    EvidenceItem,
    Links,
    Numbering,
    blocks_markdown,
    evidence_list,
    evidenced,
    numbering,
)
from generator.render.views.heads import (
    Head,
    Page,
    Switch,
    mirrored_head,
    section_crumbs,
    summary_text,
)
from generator.render.views.matrix import MatrixView, matrix_view
from generator.render.views.parts import Link, article_link, contents
from generator.render.views.sources import source_line
from generator.render.views.topic_names import topic_names

QUESTIONS = messages("%(n)s question", "%(n)s questions")


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
    answers = (block for card in explainer.cards for block in card.answer)
    links = topic_names(place, (*explainer.introduction, *answers))
    cards = tuple(
        _card(place, card, [next(anchors) for _ in card.answer], links, is_open=number == 0)
        for number, card in enumerate(explainer.cards)
    )
    return ExplainerView(
        title=explainer.title,
        lead=evidenced(place, explainer.lead, lead),
        contents=contents((card.question, card.id) for card in explainer.cards),
        introduction=blocks_markdown(place, explainer.introduction, lead, introduction, links),
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


def _card(place: Place, card: Card, anchors: list[str], links: Links, *, is_open: bool) -> CardView:
    numbers = numbering(place, _sentences(card.answer))
    return CardView(
        id=card.id,
        question=card.question,
        is_open=is_open,
        short=blocks_markdown(place, card.answer[:1], numbers, anchors[:1], links),
        longer=blocks_markdown(place, card.answer[1:], numbers, anchors[1:], links),
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
