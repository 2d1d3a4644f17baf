"""What rules ask of one line: how long it is, how it ends, whether it reads as a headline."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model import BlockKind, CleanLine

from .phrases import key_of

LONG = 18
"""Words. A line of so many is a paragraph even where the writer left out the full stop."""
SENTENCE = 6
"""Words. With a full stop, so many make a paragraph."""
SLOPPY = 0.5
"""Share of long lines with an end, below which a missing stop says nothing."""
HEADLINE = 24
"""Words. The longest title seen has 19."""

CLOSING = "»”\"')]}’›"
ENDS = re.compile(r"[.!؟?…][»”\"')\]}’›\s]*$")
# A stop with a blank and a word after it, but not of an abbreviated title ("د. ", "أ. ").
INNER_STOP = re.compile(
    r"(?<=[^\W\d_]{2}[»”\")\]])[.؟!?]\s+[\w«“\"]|(?<=[^\W\d_]{3})[.؟!?]\s+[\w«“\"]|(?<=\d{2})\.\s+[\w«“\"]"
)
LIST_MARK = re.compile(
    r"(?:[-–—•●▪◾■◦‣⁃*·►▶✓✔➤🔹🔸🔴⚫]\s*|\(?\d{1,2}\s?[.)\-–/]\s*(?=\D)|o\s(?=[^a-z]))"
)
NUMBERED = re.compile(r"\(?\d")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, with its answers.

    `gap` counts the empty lines before it, lines that a rule emptied among them unless they are told; `sloppy` says that
    it stands in a text whose paragraphs mostly have no stop at their end.
    """

    clean: CleanLine
    key: str
    words: int
    gap: int = 0
    sloppy: bool = False

    @property
    def number(self) -> int:
        """The line's number in the raw file, from 1."""
        return self.clean.line

    @property
    def text(self) -> str:
        """The line's text, normalised."""
        return self.clean.text

    @property
    def kind(self) -> BlockKind | None:
        """What markup said the line is."""
        return self.clean.kind

    @property
    def ends(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(ENDS.search(self.text[-40:]))

    @property
    def ends_with_stop(self) -> bool:
        """Whether the line ends in one full stop, as headlines do not."""
        bare = self.text.rstrip(CLOSING + " ")
        return bare.endswith(".") and not bare.endswith("..")

    @property
    def is_headline(self) -> bool:
        """Whether the line may be a title or heading: short, without a stop, comma or colon."""
        if self.kind is BlockKind.HEADING:
            return True
        return (
            self.words <= HEADLINE
            and not self.ends_with_stop
            and not self.text.endswith(("،", ",", ":", "؛"))
            and not self._has_inner_stop
        )

    @property
    def _has_inner_stop(self) -> bool:
        """Whether sentences follow one another; a headline may ask first and then answer."""
        match = INNER_STOP.search(self.text)
        if match is None:
            return False
        return self.ends_with_stop or "." in self.text[match.start() :]

    @property
    def is_paragraph(self) -> bool:
        """Whether the line reads as running text.

        Where writers end paragraphs with stops, a line of title's length without one is a title.
        """
        if self.kind is BlockKind.HEADING:
            return False
        if self.words >= LONG:
            return self.sloppy or self.words > HEADLINE or self.ends or not self.is_headline
        return self.words >= SENTENCE and (self.ends_with_stop or self._has_inner_stop)

    @property
    def list_mark(self) -> int:
        """How many characters of a bullet or number stand at the line's start."""
        match = LIST_MARK.match(self.text)
        return match.end() if match and match.end() < len(self.text) else 0

    @property
    def is_numbered(self) -> bool:
        """Whether the list mark is a number."""
        return bool(self.list_mark and NUMBERED.match(self.text))


def lines_of(
    clean_lines: Iterable[CleanLine],
    known: Mapping[int, "Line"] | None = None,
    emptied: frozenset[int] = frozenset(),
) -> tuple[Line, ...]:
    """The lines that are not empty, in order, each with the count of empty ones before it.

    `known` holds lines made before, by number: a key takes long to make, and most lines stay. What
    stands around a line whose number is `emptied` counts once, so that its removal leaves no hole.
    """
    found: list[Line] = []
    gap = run = 0
    for clean in clean_lines:
        if not clean.text:
            run = 0 if clean.line in emptied else run + 1
            gap = max(gap, run, 1)
            continue
        old = known.get(clean.line) if known else None
        if old is None or old.clean is not clean:
            found.append(line_of(clean, gap))
        else:
            found.append(old if old.gap == gap else replace(old, gap=gap))
        gap = run = 0
    sloppy = ending_rate(found) < SLOPPY
    return tuple(e if e.sloppy == sloppy else replace(e, sloppy=sloppy) for e in found)


def line_of(clean: CleanLine, gap: int = 0) -> Line:
    """The line with its key and its number of words."""
    return Line(clean, key_of(clean.text), len(clean.text.split()), gap)


def ending_rate(lines: Iterable[Line]) -> float:
    """The share of the long lines that end as sentences do; 1.0 where there are none.

    Lines that end in a bracket are left out: captions with their credit tell nothing of a writer.
    """
    long_lines = [each for each in lines if each.words >= LONG and not each.text.endswith(")")]
    return sum(each.ends for each in long_lines) / len(long_lines) if long_lines else 1.0
