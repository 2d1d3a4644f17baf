"""The linked site: what each page can show, with the passage that it comes from."""

from dataclasses import dataclass, field
from decimal import Decimal

from generator.model.analysis import Analysis, Counted, Precision
from generator.model.document import Article
from generator.model.library import Library, ReviewState
from generator.model.values import IsoDate, ParagraphId, Slug, Span, TopicId


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
    names: Counted = field(default_factory=Counted)


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
