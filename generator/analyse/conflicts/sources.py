"""Who tells a figure, and how surely that is said beside it."""

from collections.abc import Sequence
from functools import lru_cache

from generator.analyse.attributions.said import Said
from generator.analyse.conflicts.stems import stem, stems
from generator.analyse.conflicts.stretches import Stretch
from generator.analyse.conflicts.words import (
    AS_FOR,
    AT,
    COUNTS,
    FRAMES,
    MEASURES,
    NEEDS_VERB,
    NOTHING,
    PAPER,
    PREPOSITION,
    SAYS,
    SHOWS,
    TELLER,
    THAT,
    TOTAL,
    TURN,
    WEAK,
    union,
)
from generator.analyse.reading import Reading
from generator.model.record import record
from generator.text import fold

# From nobody to a phrase that names the source: OPENED its sentence, from RESUMED on beside the figure.
UNTOLD, DRIFTED, CARRIED, OPENED, RESUMED, INNER, AMID, TELLS, SAID, NAMED = range(10)
_AFTER = 9  # words after a figure in which its source may be named
_REMEMBERED = 2048  # speakers
_NAME = 3  # words of a source's name
_SENTENCES = 2  # in which the last speaker may still be speaking
_SKIPPED = NOTHING | PREPOSITION | FRAMES | SAYS
_TELLING = SAYS | SHOWS | COUNTS | THAT | TOTAL | MEASURES
_STANDS = frozenset(["جاء", "ورد", "جاءت", "وردت"])  # «كما جاء في كلمة الرئيس»
_GROUPS = frozenset(["الرجال", "النساء", "الشباب", "الشبان", "الفتيات", "الطلاب", "الطالبات"])
_RELATIVES = frozenset(["الذي", "التي", "الذين"])
_OPENS = TURN | WEAK | NOTHING | AS_FOR | SAYS | COUNTS


@record(frozen=True, slots=True)
class Source:
    """The stems of a source's name, how it is told, and the words first..end-1 that tell it."""

    name: frozenset[str]
    how: int
    first: int = 0
    end: int = 0


def source_of(
    reading: Reading,
    marks: Sequence[int],
    place: Stretch,
    sayings: Sequence[Said],
    speaker: str | None,
) -> Source:
    """The source of a figure; `speaker` is who is held to say the figure's sentence."""
    found = (
        _named(reading, marks, place.end, min(place.stop, place.end + _AFTER))
        or _named(reading, marks, place.start, place.first)
        or _said(reading, place, sayings)
        or _teller(reading, marks, place)
    )
    if found:
        return found
    sentence = reading.sentences[place.first]
    if speaker:
        here = any(
            said.first < place.start
            and reading.sentences[said.first] == sentence
            and not said.implicit
            for said in sayings
        )
        return Source(_stems_of(speaker), OPENED if here else CARRIED)
    sentence -= _SENTENCES
    for said in reversed(sayings):
        if said.first < place.start and reading.sentences[said.first] >= sentence:
            return Source(_stems_of(said.bearer or said.speaker), DRIFTED)
    return Source(frozenset(), UNTOLD)


def same_source(first: Source, second: Source) -> bool:
    """Whether one name is the other's or a part of it: «الوزارة», «وزارة الصحة»."""
    shared = len(first.name & second.name)
    return shared > 1 or shared == min(len(first.name), len(second.name))


@lru_cache(maxsize=_REMEMBERED)
def _stems_of(speaker: str) -> frozenset[str]:
    return stems(fold(speaker).split())


def _named(reading: Reading, marks: Sequence[int], first: int, end: int) -> Source | None:
    """«بحسب الوزارة», «في عقد البيع»; «عند» only before somebody who can tell."""
    for place in range(first, end):
        if not marks[place] & FRAMES:
            continue
        after = place + 1
        while after < end and (marks[after] & _SKIPPED or reading.words[after] in _STANDS):
            after += 1
        if marks[place] & AT and not (
            after < end and marks[after] & TELLER and reading.words[after] not in _GROUPS
        ):
            continue
        if marks[place] & NEEDS_VERB and not any(
            marks[p] & SAYS or reading.words[p] in _STANDS for p in range(place + 1, after)
        ):
            continue
        if found := _name(reading, marks, after, end, NAMED, place):
            return found
    return None


def _said(reading: Reading, place: Stretch, sayings: Sequence[Said]) -> Source | None:
    own: Said | None = None
    for said in sayings:
        if place.end <= said.first < place.stop:
            after = reading.word(said.first - 1) in ("،", ",", "»", "”")
            if after and not said.implicit and not reading.words[said.first].startswith("و"):
                return Source(_stems_of(said.bearer or said.speaker), NAMED, said.first, said.end)
        inside = place.start <= said.first < place.first
        if (inside or (said.according and place.end <= said.first < place.stop)) and (
            own is None or own.implicit or not said.implicit
        ):
            own = said
    if own is None:
        return None
    how = RESUMED if own.implicit else SAID
    return Source(_stems_of(own.bearer or own.speaker), how, own.first, own.end)


def _teller(reading: Reading, marks: Sequence[int], place: Stretch) -> Source | None:
    """Who can tell something and stands before the figure: surest where it opens the clause."""
    for at in range(place.start, place.first):
        noun = not marks[at] & MEASURES or (at > 0 and marks[at - 1] & SAYS)  # «سجل» is also a verb
        if marks[at] & TELLER and noun:
            aimed = reading.words[at].startswith(("لل", "ولل"))  # «وللصحة 1.1 مليار»
            if aimed or (at and marks[at - 1] & PREPOSITION):
                continue
            opens = all(
                marks[i] & _OPENS or len(reading.words[i]) < 3 for i in range(place.start, at)
            )
            tells = marks[at] & PAPER or union(marks, place.start, place.first) & _TELLING
            how = (TELLS if opens else AMID) if tells else INNER
            if found := _name(reading, marks, at, place.first, how, at):
                return found
    return None


def _name(
    reading: Reading, marks: Sequence[int], place: int, end: int, how: int, first: int
) -> Source | None:
    name: list[str] = []
    while place < end and len(name) < _NAME:
        word, mark = reading.words[place], marks[place]
        if (
            not word.isalpha()
            or mark & (SAYS | THAT)
            or word in _RELATIVES
            or (mark & NOTHING and len(word) < 4)
        ):
            break
        name.append(stem(word))
        place += 1
    return Source(frozenset(name), how, first, place) if name else None
