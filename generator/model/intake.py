"""What import hands on: a decoded file, its kept and removed lines, and the article they became."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.document import Article, BlockKind


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
