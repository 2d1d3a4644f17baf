"""The words of a sentence that belong to each of its figures."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.analyse.attributions.said import Said
from generator.analyse.conflicts.marking import marked
from generator.analyse.conflicts.words import (
    DOUBT,
    FRAMES,
    GOES_ON,
    SAYS,
    TELLER,
    TURN,
    ConflictTables,
    union,
)
from generator.analyse.dates.calendar import Anchor
from generator.analyse.dates.context import Found
from generator.analyse.figures.context import Measured
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.model.record import record

_COMMAS = frozenset("،,")


@record(frozen=True, slots=True)
class Scene:
    """What the figures of a block share."""

    reading: Reading
    marks: Sequence[int]
    """Of all its words."""
    named: Sequence[Named]
    dated: Sequence[Found]
    sayings: Sequence[Said]
    spoken: frozenset[int]
    """The words of reporting phrases."""
    published: Anchor | None
    tables: ConflictTables


@record(frozen=True, slots=True)
class Stretch:
    """The words start..stop-1 of a sentence that belong to the figure in words first..end-1."""

    start: int
    first: int
    end: int
    stop: int


def scene_of(
    reading: Reading,
    named: Sequence[Named],
    dated: Sequence[Found],
    sayings: Sequence[Said],
    published: Anchor | None,
    tables: ConflictTables,
) -> Scene:
    """The scene of a block."""
    spoken = frozenset([place for said in sayings for place in range(said.first, said.end)])
    marks = marked(reading, tables)
    return Scene(reading, marks, named, dated, sayings, spoken, published, tables)


def stretches_of(scene: Scene, figures: Sequence[Measured]) -> list[Stretch]:
    """The words of its sentence that belong to each figure and to no other."""
    found: list[Stretch] = []
    sentences = scene.reading.sentences
    for measured in figures:
        start = bisect_left(sentences, sentences[measured.first])
        stop = bisect_right(sentences, sentences[measured.first])
        if found and found[-1].stop > start and found[-1].end <= measured.first:
            start = _cut(scene, found[-1].end, measured.first)
            last = found[-1]
            found[-1] = Stretch(last.start, last.first, last.end, start)
        found.append(Stretch(start, measured.first, measured.end, stop))
    return found


def _cut(scene: Scene, first: int, end: int) -> int:
    """Where the words between two figures pass from the one to the other."""
    words, marks = scene.reading.words, scene.marks
    for place in range(first, end):
        if marks[place] & (TURN | GOES_ON | DOUBT) or words[place] in "؛;":
            return place
    for place in range(first, end):
        aside = place + 1 < end and marks[place + 1] & FRAMES and words[place + 1][0] != "و"
        if words[place] in _COMMAS and not aside:
            return place
    for place in range(first, end):
        opens = words[place] == "و" or marks[place] & (FRAMES | SAYS | TELLER)
        if words[place][0] == "و" and opens and not words[place].startswith("وفق"):
            return place
    return end if union(marks, first, end) & FRAMES else first
