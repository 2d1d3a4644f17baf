"""The clause that a figure stands in: where it begins, what opens it, and whether it reports.

«قالت الشرطة إن 9 لقوا حتفهم، بينما تحدثت مصادر طبية عن 16 قتيلا» has two: each with its own
speaker, time and place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analyse.clitics import match_phrase
from generator.analyse.conflicts.words import ConflictTables
from generator.analyse.figures.context import Measured
from generator.analyse.reading import Reading
from generator.languages.words import Phrases

TURN, SAME, DOUBT, QUARREL = "turn", "same", "doubt", "quarrel"
_COMMAS = frozenset("،,؛;")
_SPEAKS_WITHIN = 4  # words after a comma in which a verb opens the second clause


@dataclass(frozen=True, slots=True)
class Turn:
    """A word or phrase that sets what follows against what was said: its place and its kind."""

    place: int
    kind: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """Words first..end-1 around a figure, in its sentence first..end-1 `sentence`."""

    first: int
    end: int
    sentence: tuple[int, int]
    turn: Turn | None
    """What opens the clause."""
    before: tuple[Turn, ...]
    """All turns of its sentence, in order."""


def clause_of(reading: Reading, measured: Measured, tables: ConflictTables) -> Clause:
    """The clause of a figure."""
    number = reading.sentences[measured.first]
    first = bisect_left(reading.sentences, number)
    end = bisect_right(reading.sentences, number)
    turns = tuple(_turns(reading, first, end, tables))
    breaks = [turn.place for turn in turns if turn.kind in (TURN, SAME, DOUBT)]
    if second := _second_clause(reading, first, end, tables):
        breaks.append(second)
        turns = tuple(sorted((*turns, Turn(second, TURN)), key=lambda turn: turn.place))
    breaks += _voices(reading, first, end, tables)
    before = [place for place in breaks if place <= measured.first]
    after = [place for place in breaks if place > measured.first]
    start = max(before, default=first)
    opener = next((turn for turn in reversed(turns) if turn.place == start), None)
    return Clause(start, min(after, default=end), (first, end), opener, turns)


def _turns(reading: Reading, first: int, end: int, tables: ConflictTables) -> Iterator[Turn]:
    for place in range(first, end):
        if found := match_phrase(tables.contrast, reading.words, place):
            weak = match_phrase(tables.weak_turns, reading.words, place)
            yield Turn(place, found[1], weak is not None)


def _second_clause(reading: Reading, first: int, end: int, tables: ConflictTables) -> int | None:
    """Where «تؤكد لجنة الحي أن» begins after «بينما تقول البلدية إن …،»."""
    if not match_phrase(tables.first_clauses, reading.words, first):
        return None
    for place in range(first + 1, end):
        if reading.words[place] in _COMMAS and _speaks(reading, place + 1, end, tables):
            return place + 1
    return None


def _speaks(reading: Reading, place: int, end: int, tables: ConflictTables) -> bool:
    near = reading.words[place : min(end, place + _SPEAKS_WITHIN)]
    return any(word in tables.speech.verbs or word in tables.counting for word in near)


def _voices(reading: Reading, first: int, end: int, tables: ConflictTables) -> list[int]:
    """Where, after a comma, another speaker begins: «، وقالت الوزارة إن»."""
    return [
        place + 1
        for place in range(first + 1, end - 2)
        if reading.words[place] in _COMMAS
        and (verb := tables.speech.verbs.get(reading.words[place + 1]))
        and not verb.object  # «رواية أخرى، نشرها محامون، إن»
        and reading.word(place + 2) not in tables.speech.that
    ]


def doubts(readings: Sequence[Reading], tables: ConflictTables) -> frozenset[tuple[int, int]]:
    """Blocks and sentences in which somebody doubts what was said: «ويشكك الاتحاد في هذا الرقم»."""
    return frozenset(
        (reading.block, reading.sentences[place])
        for reading in readings
        for place, word in enumerate(reading.words)
        if word in tables.contrast
        and (found := match_phrase(tables.contrast, reading.words, place))
        and found[1] == DOUBT
    )


def has(table: Phrases[object], reading: Reading, first: int, end: int) -> bool:
    """Whether a phrase of the table begins among the words."""
    words = reading.words
    return any(
        words[place] in table and match_phrase(table, words, place) for place in range(first, end)
    )
