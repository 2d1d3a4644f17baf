"""All that editors own: English stubs and their review, pages, speakers, and `content/` as a whole."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.document import Article, Block
from generator.model.evidence import EvidencedBlock
from generator.model.explainers import Explainer
from generator.model.notes import FactNote
from generator.model.topics import Topic, TopicType
from generator.model.values import IsoDate, LanguageTag, Location, Slug


class StubStatus(StrEnum):
    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Stub:
    """The English stub of an article. Whether its review still holds is `english.review_state`."""

    slug: Slug
    title: str
    status: StubStatus
    blocks: tuple[EvidencedBlock, ...]
    location: Location
    drafted_by: str | None = None
    reviewed_by: str | None = None
    reviewed_on: IsoDate | None = None
    source_hash: str | None = None
    stub_hash: str | None = None


class ReviewState(StrEnum):
    MISSING = "missing"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    OUT_OF_DATE = "out_of_date"


class PageName(StrEnum):
    """The pages of the site to which editors may add words of their own."""

    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class EditorPage:
    """An editor's own words for a page of the site, in one language."""

    name: PageName
    locale: LanguageTag
    title: str | None
    blocks: tuple[Block, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks without being a topic: the name to print in each language, and other wordings."""

    ar: str
    en: str
    also: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Library:
    """All of `content/`: articles by slug, stubs by slug, topics by type then id."""

    articles: tuple[Article, ...]
    stubs: tuple[Stub, ...]
    topic_types: tuple[TopicType, ...]
    topics: tuple[Topic, ...]
    explainers: tuple[Explainer, ...]
    facts: tuple[tuple[Slug, tuple[FactNote, ...]], ...]
    pages: tuple[EditorPage, ...] = ()
    speakers: tuple[Speaker, ...] = ()
