"""An article: its blocks, where their text came from, and what is known and allowed of it."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.values import IsoDate, LanguageTag, Location, ParagraphId, Slug, Span

TITLE_ID = ParagraphId("title")
"""The id of the TITLE block."""


class BlockKind(StrEnum):
    TITLE = "title"
    DECK = "deck"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"


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
