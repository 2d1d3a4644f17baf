"""What an editor's words rest on: sentences, each with the paragraphs that carry it."""

from dataclasses import dataclass

from generator.model.document import BlockKind
from generator.model.values import Location, ParagraphId, Slug


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paragraph of an article: `slug#p-xxxxxxxx`."""

    article: Slug
    paragraph: ParagraphId
    location: Location


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of an editor's text with the paragraphs it rests on; `text` is plain."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidencedBlock:
    """A paragraph, heading or list item of a stub or an explainer, cut at its evidence marks."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    location: Location
    id: str
    level: int = 0
