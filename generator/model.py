"""The types that the stages hand to each other. Frozen, tuples only, no methods that do work.

Spans are half-open and count code points of one `Block.text`, never bytes. Lines count from 1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NewType

Slug = NewType("Slug", str)
TopicId = NewType("TopicId", str)
ParagraphId = NewType("ParagraphId", str)
LanguageTag = NewType("LanguageTag", str)
MarkdownText = NewType("MarkdownText", str)
FoldedText = NewType("FoldedText", str)
IsoDate = NewType("IsoDate", str)
"""`2024`, `2024-02`, `2024-02-13`, `2024-W24`, `2026-Q4`, `1980s`, or a range `2026-03/2026-05`."""

ARABIC = LanguageTag("ar")
ENGLISH = LanguageTag("en")
LANGUAGES = (ARABIC, ENGLISH)


# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A line of a file; line 0 means the file as a whole."""

    path: str
    line: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open, in code points of one `Block.text`."""

    start: int
    end: int


# ---------------------------------------------------------------- intake


class MediaType(StrEnum):
    TEXT = "text/plain"
    HTML = "text/html"
    MARKDOWN = "text/markdown"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A decoded file. `text` is what the bytes say, not normalised, without a byte-order mark."""

    source: str
    text: str
    media_type: MediaType
    encoding: str


TITLE_ID = ParagraphId("title")
"""The id of the TITLE block."""


class BlockKind(StrEnum):
    TITLE = "title"
    DECK = "deck"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"


class LineKind(StrEnum):
    """What a removed line was; the words of the analysis schema."""

    CAPTION = "caption"
    NOISE_MARKER = "noise_marker"
    RELATED = "related"
    FOREIGN_ARTICLE = "foreign_article"
    INLINE_LINK = "inline_link"
    TAIL = "tail"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class CleanLine:
    """One kept line: `text` is normalised, `offsets[i]` is where `text[i]` stands in the raw line.

    `offsets` has one more entry than `text`, the raw end. `line` counts from 1 over
    `raw.split("\\n")`.
    """

    line: int
    text: str
    offsets: tuple[int, ...]
    kind: BlockKind | None = None
    """What markup said the line is: HTML, or signs such as `#` and `>`; None when nothing did."""
    level: int = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line, or a part of one, that intake took out, with the rule that did."""

    line: int
    text: str
    kind: LineKind
    rule: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """The kept lines in order (an empty raw line is kept as an empty text) and what was removed."""

    source: str
    lines: tuple[CleanLine, ...]
    removed: tuple[RemovedLine, ...]
    publisher: str | None = None


# ---------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True)
class Origin:
    """The run of a `Block.text` from `start` on that came from one raw line.

    `offsets[i]` is the raw offset of `Block.text[start + i]`; one more entry than the run is long.
    """

    start: int
    line: int
    offsets: tuple[int, ...]


class MarkKind(StrEnum):
    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup that an editor wrote, kept beside the plain text."""

    span: Span
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading, paragraph, quote or list item: plain text, no markup.

    `id` is the anchor on the page, unique in its article: `p-` and 8 hex digits of the normalised
    text (`h-` for headings, `title` for the title), with `-2`, `-3` … for a repeated text.
    """

    kind: BlockKind
    text: str
    location: Location
    id: ParagraphId
    level: int = 0
    ordered: bool = False
    marks: tuple[Mark, ...] = ()
    origins: tuple[Origin, ...] = ()


class Rights(StrEnum):
    FULL = "full"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    NONE = "none"


class Basis(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class BasedOn:
    """The article that ours explains, credited."""

    title: str
    publisher: str | None = None
    publisher_basis: Basis | None = None
    published: IsoDate | None = None
    published_basis: Basis | None = None
    note: str | None = None
    note_en: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One Arabic article. `blocks` begins with the TITLE block when there is a title."""

    slug: Slug
    locale: LanguageTag
    title: str | None
    blocks: tuple[Block, ...]
    location: Location
    byline: str | None = None
    publisher: str | None = None
    published: IsoDate | None = None
    source_url: str | None = None
    retrieved: IsoDate | None = None
    rights: Rights = Rights.FULL
    rights_basis: str | None = None
    title_provisional: bool = False
    lead: str | None = None
    based_on: BasedOn | None = None
    keywords: tuple[str, ...] = ()
    """Words of both languages for the search alone, for what the text says in other words."""
    own_text: bool = False
    """The text is the site's own, although `source_url` says where else it stands."""
    excerpts: tuple[str, ...] = ()
    """Words of the text that readers see of an article with `rights: excerpt`."""
    takedown: IsoDate | None = None
    """The day on which the article left the site; what had been drawn from it left with it."""


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What intake made of one raw file, what it removed, and where the meta lines stood."""

    raw: RawArticle
    article: Article
    removed: tuple[RemovedLine, ...]
    title_lines: tuple[int, ...] = ()
    byline_lines: tuple[int, ...] = ()
    dateline_lines: tuple[int, ...] = ()
    stages: tuple[tuple[str, str], ...] = ()
    """For `sharh explain`: (stage, what it did), in order."""


# ---------------------------------------------------------------- what an editor's words rest on


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


# ---------------------------------------------------------------- topics


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic in one language; `sentences` are its description with what each rests on."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of the gazetteer. Topics come from the gazetteer, never from text."""

    id: TopicId
    type: str
    ar: TopicName
    en: TopicName
    location: Location
    wikidata: str | None = None
    part_of: TopicId | None = None
    disambiguation_ar: str | None = None
    disambiguation_en: str | None = None
    context: tuple[str, ...] = ()
    not_context: tuple[str, ...] = ()
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees, north and east above zero: where it stands on the map."""
    glossary: bool = False
    """Whether it stands in the glossary: its descriptions say what the words mean."""
    subject: bool = True
    """Whether an article can be about it; not so a word that is only to be looked up."""


@dataclass(frozen=True, slots=True)
class TopicType:
    """A type of topics, the stem of its file, with its names for one and for many."""

    id: str
    ar_one: str
    ar_many: str
    en_one: str
    en_many: str
    location: Location


# ---------------------------------------------------------------- analysis


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic's name in a block: `blocks[block].text[span] == surface`, without proclitics."""

    block: int
    span: Span
    surface: str
    topic: TopicId


class Precision(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a block. `iso` is empty where the anchor is unknown; parts not written stay unwritten."""

    block: int
    span: Span
    surface: str
    iso: IsoDate | None
    precision: Precision | None
    relative: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts, in the article's words and, where the lexicon knows it, in English."""

    ar: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a figure can be compared by; those of one thing with bounds that never meet disagree.

    `theme` is the lexicon's code of what happened («killed», «bought»), `thing` what was counted,
    both empty where the sentence does not say. The bounds are what the qualifier leaves open.
    """

    unit: str
    thing: str
    theme: str
    least: Decimal
    most: Decimal
    dates: tuple[IsoDate, ...]
    places: tuple[TopicId, ...]
    names: Counted
    """The counted things by their bilingual name, in the plural."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its meaning: exact decimals, in full units (1.75 billion is 1750000000)."""

    block: int
    span: Span
    surface: str
    low: Decimal
    high: Decimal | None
    unit: str
    counted: Counted
    qualifier: str | None = None
    attributed_to: str | None = None
    compared: Compared | None = None
    """None for a part of another figure and for a vague number."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: the reporting phrase's span, the speaker and the outlet that carried it.

    `pointing` speakers are meant by what was said before, but nobody can tell whom («الجانبان»).
    """

    block: int
    span: Span
    surface: str
    speaker: str
    speaker_topic: TopicId | None = None
    via: str | None = None
    via_topic: TopicId | None = None
    implicit: bool = False
    pointing: bool = False


@dataclass(frozen=True, slots=True)
class FigureConflict:
    """Two figures of one article, by their index, that cannot both be right about the same thing."""

    first: int
    second: int
    about: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one article, each tuple sorted by position."""

    article: Slug
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    conflicts: tuple[FigureConflict, ...] = ()


# ---------------------------------------------------------------- content that editors own


@dataclass(frozen=True, slots=True)
class EvidencedBlock:
    """A paragraph, heading or list item of a stub or an explainer, cut at its evidence marks."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    location: Location
    id: str
    level: int = 0


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


# ---------------------------------------------------------------- the linked site


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article that something points to: `article#block`."""

    article: Slug
    block: ParagraphId


@dataclass(frozen=True, slots=True)
class SiteMention:
    """A mention with the sentence around it; the span counts in `sentence`."""

    topic: TopicId
    passage: Passage
    sentence: str
    span: Span


@dataclass(frozen=True, slots=True)
class SiteDate:
    """A dated statement for the timeline. `first` and `last` are ISO days that bound it, for order."""

    passage: Passage
    sentence: str
    span: Span
    iso: IsoDate
    precision: Precision
    first: str
    last: str
    topics: tuple[TopicId, ...]
    wording_ar: str | None = None
    wording_en: str | None = None


@dataclass(frozen=True, slots=True)
class SiteFigure:
    """A figure for the figures page, with the sentence it stands in; the span counts in `sentence`."""

    passage: Passage
    sentence: str
    span: Span
    surface: str
    low: Decimal
    high: Decimal | None
    unit: str
    counted: Counted
    qualifier: str | None
    speaker: str | None
    speaker_topic: TopicId | None
    via: str | None
    via_topic: TopicId | None
    topics: tuple[TopicId, ...]
    wording_ar: str | None = None
    wording_en: str | None = None


@dataclass(frozen=True, slots=True)
class SiteConflict:
    """Figures about the same thing that disagree, by their index in `SiteIndex.figures`.

    `theme` and `names` say in both languages what they are about; see `Compared`.
    """

    about: str
    figures: tuple[int, ...]
    theme: str = ""
    names: Counted = Counted()


@dataclass(frozen=True, slots=True)
class SiteAttribution:
    """A statement and who makes it; the span counts in `sentence`, which the wordings render."""

    passage: Passage
    sentence: str
    span: Span
    speaker: str
    speaker_topic: TopicId | None
    via: str | None
    via_topic: TopicId | None
    wording_ar: str | None = None
    wording_en: str | None = None


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What is known about a topic: mentions by article, indexes of dates and figures, related topics."""

    topic: TopicId
    mentions: tuple[SiteMention, ...]
    dates: tuple[int, ...]
    figures: tuple[int, ...]
    related: tuple[TopicId, ...]


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """The whole site, linked once, then only read; every tuple sorted, so builds are identical.

    `analyses` runs parallel to `library.articles`; `reviews` gives each article's stub state.
    """

    library: Library
    analyses: tuple[Analysis, ...]
    timeline: tuple[SiteDate, ...]
    figures: tuple[SiteFigure, ...]
    conflicts: tuple[SiteConflict, ...]
    attributions: tuple[SiteAttribution, ...]
    topic_pages: tuple[TopicPage, ...]
    reviews: tuple[tuple[Slug, ReviewState], ...]
    taken_down: tuple[Article, ...] = ()
    """Articles that have left the site, without their blocks: a page says so at their address."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A file for `docs/`: its path with forward slashes, its language, its content."""

    path: str
    locale: LanguageTag | None
    text: str


@dataclass(frozen=True, slots=True)
class RenderedPicture:
    """A PNG for `docs/` that is drawn only where no file that holds its key is there already.

    The key is a digest of everything that the bytes depend on.
    """

    path: str
    key: str
    draw: Callable[[], bytes]
