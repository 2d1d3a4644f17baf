"""What each word of a block says about figures, its neighbours considered."""

from collections.abc import Sequence

from generator.analyse.conflicts.words import (
    AMOUNTS,
    AS_FOR,
    FORECAST,
    FRAMES,
    FUTURE,
    MAY,
    NEED,
    NUMBER,
    PAPER,
    PAST,
    POINTS,
    RISES,
    SAYS,
    TELLER,
    THIS,
    WAS,
    ConflictTables,
)
from generator.analyse.dates.tenses import is_future_verb
from generator.analyse.reading import Reading

_SPECIAL = AS_FOR | PAPER | MAY | PAST | WAS | POINTS  # of these the words beside them decide
_TO_OR_GOVERNOR = "والي"  # «وإلى» and «والٍ» are one word once folded
_ALONE_OR_UNIT = "وحده"
_SAID_WITHIN = 9  # words after «كان» in which a verb of saying shows that it only helps that verb
_NONE: tuple[int, tuple[tuple[tuple[str, ...], int], ...]] = (0, ())


def marked(reading: Reading, tables: ConflictTables) -> list[int]:
    """For each word of the block the marks of the phrases that begin with it."""
    words, get = reading.words, tables.rows.get
    marks = [0] * len(words)
    special: list[int] = []
    for place, word in enumerate(words):
        found = get(word)
        if found is None:
            if "س" in word[:2] and is_future_verb(word, tables.dates):
                marks[place] = FUTURE | get(word[word.index("س") + 1 :], _NONE)[0]
            continue
        mark, longer = found
        for rest, more in longer:
            if words[place + 1 : place + 1 + len(rest)] == rest:
                mark |= more
        if (
            mark & TELLER
            and word == _ALONE_OR_UNIT
            and not reading.word(place + 1).startswith("ال")
        ):
            mark &= ~TELLER  # «الربع الثالث وحده»
        if mark & TELLER and word == _TO_OR_GOVERNOR and "إ" in reading.letters(place, place + 1):
            mark &= ~(TELLER | PAPER)  # «وإلى السنغال»
        marks[place] = mark
        if mark & NEED and reading.word(place + 1) in tables.words.discretion:
            marks[place] = mark & ~NEED
        if mark & _SPECIAL:
            special.append(place)
    for place in special:
        _settle(reading, marks, place)
    return marks


def _settle(reading: Reading, marks: list[int], place: int) -> None:
    """Marks that the neighbours decide."""
    mark, word = marks[place], reading.words[place]
    if mark & POINTS and not reading.word(place + 1).startswith("ال"):
        mark = marks[place] = mark & ~POINTS  # «ذلك» alone may mean anything
    elif mark & POINTS and "هذ" in word[:3]:
        mark = marks[place] = mark & ~POINTS | THIS
    if mark & AS_FOR:
        marks[place] = mark & ~(TELLER | PAPER)  # «أما» is spelled like a mother
    elif mark & PAPER and reading.word(place - 1) in ("في", "وفي"):
        marks[place - 1] |= FRAMES  # «في عقد البيع 38»
    elif mark & MAY and _is_present(reading.word(place + 1), marks, place + 1):
        marks[place] |= FORECAST  # «قد تنزل إلى»
    elif mark & PAST and word.startswith("ال") and marks[place - 1] & TELLER:
        marks[place] &= ~PAST  # «المدير السابق»
    elif mark & WAS and _helps(marks, place):
        marks[place] &= ~WAS  # «كان الناطق قد قال»


def _is_present(word: str, marks: Sequence[int], place: int) -> bool:
    """«يصل», «تبلغ»; not «تعرض» and «تلف», which are past as often."""
    return word.startswith("ي") or (word.startswith("ت") and bool(marks[place] & (AMOUNTS | RISES)))


def _helps(marks: Sequence[int], place: int) -> bool:
    for mark in marks[place + 1 : place + _SAID_WITHIN]:
        if mark & (SAYS | NUMBER):
            return not mark & NUMBER
    return False
