"""Whose number it is, told right beside it: «40 مليونا في حساب البلدية و55 في حساب المقاول»."""

from dataclasses import dataclass

from generator.analyse.clitics import match_phrase
from generator.analyse.conflicts.subjects import stem
from generator.analyse.conflicts.words import ConflictTables
from generator.analyse.figures.context import Measured
from generator.analyse.reading import Reading

_BREAKS = frozenset("،,؛;:")
_AFTER = 7  # words after a figure in which its source may be named
_NAME = 3  # words of a source's name


@dataclass(frozen=True, slots=True)
class Frame:
    """The stems of the source named beside a figure, and whether nothing else stands there."""

    source: frozenset[str]
    named: bool
    """Whether a phrase such as «بحسب» names the source; else a word that can say something."""
    bare: bool


def frame_of(
    reading: Reading, measured: Measured, end_before: int, next_first: int, tables: ConflictTables
) -> Frame:
    """The frame of a figure between the figure before it and the next one of its block."""
    start = _segment(reading, measured.first, end_before)
    source = _after(reading, measured, next_first, tables) or _before(
        reading, start, measured.first, tables
    )
    named = bool(source)
    source = source or _teller(reading, start, measured.first, tables)
    bare = _is_bare(reading, start, measured.first, tables) and not _tells_on(
        reading, measured.end, next_first, tables
    )
    return Frame(source, named, bare)


def _segment(reading: Reading, first: int, end_before: int) -> int:
    start = first
    while (
        start > end_before
        and reading.words[start - 1] not in _BREAKS
        and reading.same_sentence(start - 1, first)
    ):
        start -= 1
    return start


def _after(
    reading: Reading, measured: Measured, next_first: int, tables: ConflictTables
) -> frozenset[str]:
    last = min(next_first, measured.end + _AFTER, len(reading.words))
    if said := _said_after(reading, measured.end, tables):
        return _name(reading, said, last, tables)
    for place in range(measured.end, last):
        if not reading.same_sentence(place, measured.first) or reading.words[place] in "؛;:":
            break
        found = _framing(reading, place, tables)
        if found:
            joined = reading.words[place].startswith("و") and reading.words[place][1:3] != "فق"
            return frozenset() if joined else _name(reading, found, last, tables)
        if reading.words[place].startswith("و") and place > measured.end + 1:
            break
    return frozenset()


def _said_after(reading: Reading, end: int, tables: ConflictTables) -> int | None:
    """Who says it, after a comma and the verb: «1200 هكتار، تقول مصلحة الغابات»."""
    if reading.word(end) not in ("،", ","):
        return None
    verb = tables.speech.verbs.get(reading.word(end + 1))
    named = verb is not None and not verb.joined and reading.word(end + 2) in tables.other_sources
    return end + 2 if named else None


def _before(reading: Reading, start: int, first: int, tables: ConflictTables) -> frozenset[str]:
    for place in range(first - 1, start - 1, -1):
        if found := _framing(reading, place, tables):
            return _name(reading, found, first, tables)
    return frozenset()


def _teller(reading: Reading, start: int, first: int, tables: ConflictTables) -> frozenset[str]:
    for place in range(start, first):
        if _is_head(reading, place, tables) and not _after_preposition(reading, place, tables):
            return _name(reading, place, first, tables)
    return frozenset()


def _is_head(reading: Reading, place: int, tables: ConflictTables) -> bool:
    """Whether the word can tell something; «سجل» is a register only after «أما»."""
    word = reading.words[place]
    verb = word in tables.measuring and reading.word(place - 1) not in tables.as_for
    return word in tables.other_sources and not verb


def _after_preposition(reading: Reading, place: int, tables: ConflictTables) -> bool:
    return reading.word(place - 1) in tables.speech.words.prepositions


def _framing(reading: Reading, place: int, tables: ConflictTables) -> int | None:
    """The word after a phrase that names a source; «عند» needs one after it."""
    found = match_phrase(tables.framing, reading.words, place)
    if found is None:
        return None
    word = reading.words[place].removeprefix("و")
    if word in tables.words.framing_heads and reading.word(found[0]) not in tables.other_sources:
        return None
    return found[0]


def _name(reading: Reading, place: int, end: int, tables: ConflictTables) -> frozenset[str]:
    words: list[str] = []
    for word in reading.words[place : min(end, place + _NAME)]:
        if not word.isalpha() or word in tables.function_words or word in tables.speech.verbs:
            break
        letters = tables.other_sources.get(word, (0, ""))[0] if not words else 0
        words.append(stem(word[letters:]))
    return frozenset(words)


def _is_bare(reading: Reading, start: int, first: int, tables: ConflictTables) -> bool:
    """Whether only a source and words of telling stand before the figure: «وعند الأهالي 44»."""
    place, told = start, False
    while place < first:
        word = reading.words[place]
        framed = _framing(reading, place, tables)
        if framed is not None or (not told and _is_head(reading, place, tables)):
            place = _name_end(reading, framed or place, first, tables)
        elif _says_nothing(word, tables) or match_phrase(tables.totals, reading.words, place):
            told = told or word in tables.speech.that
            place += 1
        else:
            return False
    return True


def _tells_on(reading: Reading, end: int, next_first: int, tables: ConflictTables) -> bool:
    """Whether the figure is told to be of something: «90 في المئة من زيته، بحسب …»."""
    return (
        reading.word(end) == "من"
        and end + 1 < next_first
        and reading.word(end + 1) not in tables.function_words
    )


def _name_end(reading: Reading, place: int, first: int, tables: ConflictTables) -> int:
    """The word after a source's name: its head and the definite words and adjectives after it."""
    end = place + 1
    while end < min(first, place + _NAME):
        word = reading.words[end]
        if word in tables.speech.verbs or not word.startswith("ال"):
            break
        end += 1
    adjective = reading.word(end).endswith(("يه", "ي")) and reading.word(end).isalpha()
    known = reading.word(end) in tables.function_words or reading.word(end) in tables.speech.verbs
    return end + (end < first and adjective and not known)


def _says_nothing(word: str, tables: ConflictTables) -> bool:
    bare = word.removeprefix("و").removeprefix("ف")
    return (
        not word.isalpha()
        or len(word) < 3
        or word in tables.function_words
        or bare in tables.function_words
        or (word in tables.speech.verbs and word not in tables.measuring)
        or word in tables.speech.that
        or word in tables.counting
        or bare in tables.words.amounting
        or bare in tables.words.empty_words
        or word in tables.contrast
        or bare in ("حدود", "يزيد", "تزيد", "يقل", "اكثر", "اقل", "تمنحها", "يمنحها", "زهاء")
    )
