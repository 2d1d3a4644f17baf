"""What is found in one article: mentions, dates, figures, attributions and conflicts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.record import record
from generator.model.values import IsoDate, Slug, Span, TopicId


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class DateMention:
    """A date in a block. `iso` is empty where the anchor is unknown; parts not written stay unwritten."""

    block: int
    span: Span
    surface: str
    iso: IsoDate | None
    precision: Precision | None
    relative: bool = False
    anchor: str | None = None


@record(frozen=True, slots=True)
class Counted:
    """What a figure counts, in the article's words and, where the lexicon knows it, in English."""

    ar: str = ""
    en: str = ""


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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
