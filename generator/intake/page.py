"""The lines of one page while rules look at them, and what a rule says about a line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import BlockKind, LineKind

from .dates import is_date_line
from .habits import IntakeRules
from .lines import Line, ending_rate


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that earlier rules left, in order."""

    lines: tuple[Line, ...]
    rules: IntakeRules
    first: int
    """Index of the first paragraph, or how many lines there are."""
    first_body: int
    """Index of the first line that is running text of any kind, or how many lines there are."""
    last: int
    """Index of the last line that is running text, or -1."""
    ending_rate: float

    @staticmethod
    def of(lines: tuple[Line, ...], rules: IntakeRules) -> "Page":
        """The page with its bounds."""
        body = [at for at, line in enumerate(lines) if is_body(line)]
        # A long line at the very top is a standfirst or lead all the same.
        paragraphs = (at for at in body if lines[at].is_paragraph)
        # Day and hour of publishing and of an update may be as long as a paragraph.
        first = next((at for at in paragraphs if not is_date_line(lines[at], rules.words)), None)
        first = len(lines) if first is None else first
        first_body, last = (body[0], body[-1]) if body else (len(lines), -1)
        return Page(lines, rules, first, first_body, last, ending_rate(lines))


@dataclass(frozen=True, slots=True)
class Removal:
    """A rule's word on the line with this index: it goes, or the part from start to end of it."""

    at: int
    kind: LineKind
    doubtful: bool = False
    start: int = 0
    end: int | None = None


Rule = Callable[[Page], Iterator[Removal]]


def is_body(line: Line) -> bool:
    """Whether the line is running text, a list item or a quotation that markup shows as such."""
    return line.is_paragraph or line.kind in {
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.PARAGRAPH,
    }


def opens_onward(line: Line, rules: IntakeRules) -> bool:
    """Whether the line goes on with an account: it begins with «and», «he added», «however»."""
    words = rules.words
    if words.connectives.opens(line.key):
        return True
    first = line.key.split(" ", 1)[0]
    if first in words.reporting_verbs:
        return True
    return len(first) > 2 and first[0] in "وف" and first not in words.waw_words
