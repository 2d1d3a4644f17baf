"""What the rules of dates share: what they know, what they find, how they look around."""

from dataclasses import dataclass
from datetime import date

from generator.analyse.dates.calendar import Anchor, When, day_of
from generator.analyse.dates.words import DateTables
from generator.analyse.reading import Reading
from generator.model.record import record

PUBLISHED, TEXT = "published", "text"

DASHES = frozenset("-–—/")


@record(frozen=True, slots=True)
class Context:
    """What a rule may know: the words, the publication date, the date before in the text."""

    tables: DateTables
    published: Anchor | None
    previous: Anchor | None = None
    sentence: int = -1
    """The sentence of the block in which the date before stands, where its year is written."""
    told: int = -1
    """The sentence of the block in which the date before stands."""
    period: When | None = None
    """The last month, quarter or run of months in the text."""
    reporting: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    sport: frozenset[str] = frozenset()
    seasonal: frozenset[str] = frozenset()
    """Words of sport and farming, whose seasons run over two years."""


@record(frozen=True, slots=True)
class Found:
    """A date in words first..end-1; `prefix` letters of the first are proclitics."""

    first: int
    end: int
    prefix: int
    when: When
    anchor: str | None = None
    parts: Anchor | None = None
    bare_month: int = 0
    """The month's number where no year stood with it."""
    bare_day: int = 0
    """The day of that month, where one stood there."""

    @property
    def bare(self) -> bool:
        """Whether no year was written."""
        return self.bare_month > 0


@dataclass(frozen=True, slots=True)
class Tail:
    """What fixes the year after a month: a year, or a word such as «الماضي»."""

    end: int
    year: int | None = None
    shift: str = ""
    anchor: str | None = None


def day_found(first: int, end: int, value: date | None, anchor: str = PUBLISHED) -> Found:
    """A day in words first..end-1, reckoned from the issue unless another anchor is named."""
    parts = Anchor(value.year, value.month, value.day) if value else None
    return Found(first, end, 0, day_of(value), anchor, parts)


# ---------------------------------------------------------------- looking around


def number_at(reading: Reading, index: int, low: int, high: int) -> int | None:
    """The whole number in digits at the word, when it lies between the bounds."""
    word = reading.word(index)
    return int(word) if word.isdigit() and len(word) <= 4 and low <= int(word) <= high else None


def free_number(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    """Where digits at the word begin (their glued proclitic), or none inside a name («سو-35»).

    Returns the first word and the letters of it that are the proclitic.
    """
    if not reading.glued(index):
        return index, 0
    before = reading.word(index - 1)
    glue = context.tables.numbers.glue.get(before)
    if glue and not reading.glued(index - 1):
        return index - 1, len(before)
    if before[-1:].isalnum() or (before in DASHES and reading.word(index - 2)[-1:].isalpha()):
        return None
    return index, 0
