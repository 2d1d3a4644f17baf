"""An editor's word on facts that were found, as `facts.yml` holds it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.values import IsoDate, Location, ParagraphId, Slug


class FactKind(StrEnum):
    DATE = "date"
    FIGURE = "figure"
    ATTRIBUTION = "attribution"
    CONFLICT = "conflict"


class FactAction(StrEnum):
    HIDE = "hide"
    CORRECT = "correct"
    WORD = "word"
    ADD = "add"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class Against:
    """The other figure of a conflict: its paragraph and its words there."""

    article: Slug
    paragraph: ParagraphId
    surface: str


@dataclass(frozen=True, slots=True)
class FactNote:
    """An editor's word on one extracted fact: which one (paragraph and surface) and what to do."""

    kind: FactKind
    action: FactAction
    paragraph: ParagraphId
    surface: str
    location: Location
    iso: IsoDate | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    counted_ar: str | None = None
    counted_en: str | None = None
    qualifier: str | None = None
    speaker: str | None = None
    wording_ar: str | None = None
    wording_en: str | None = None
    reason: str | None = None
    against: Against | None = None
