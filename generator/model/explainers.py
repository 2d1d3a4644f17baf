"""A question answered in cards, with the matrix of what each side wants and gives."""

from dataclasses import dataclass

from generator.model.evidence import EvidencedBlock, Sentence
from generator.model.values import IsoDate, LanguageTag, Location, Slug, TopicId


@dataclass(frozen=True, slots=True)
class Card:
    """A question with its answer: the first block is the short answer, the others the longer one."""

    id: str
    question: str
    answer: tuple[EvidencedBlock, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one side wants or gives in one row."""

    side: TopicId
    kind: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class MatrixRow:
    id: str
    label: str
    topic: TopicId | None
    cells: tuple[MatrixCell, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Matrix:
    sides: tuple[TopicId, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    on: IsoDate
    text: str


@dataclass(frozen=True, slots=True)
class Explainer:
    """One question, answered in cards, in one language."""

    slug: Slug
    locale: LanguageTag
    title: str
    lead: Sentence
    order: int
    introduction: tuple[EvidencedBlock, ...]
    cards: tuple[Card, ...]
    matrix: Matrix | None
    changes: tuple[Change, ...]
    location: Location
