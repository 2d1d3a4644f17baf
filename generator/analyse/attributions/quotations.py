"""Quotations: where one ends, what stands inside one, whether one follows."""

from generator.analyse.attributions.cast import Stage
from generator.analyse.reading import Reading, places_of

_QUOTING = frozenset("«“»”")
_ASIDE = 26  # words


def asks(stage: Stage, place: int) -> bool:
    """Whether a question stands in its own words: «يسأل الخباز: «لماذا؟»», not «سأل إن كان»."""
    reading = stage.reading
    for index in range(place, min(place + _ASIDE, len(reading.words))):
        word = reading.words[index]
        if word in stage.tables.that or not reading.same_sentence(max(0, place - 1), index):
            return False
        if word in "«“" or word == '"':
            return True
    return False


def quote_ends(stage: Stage, index: int) -> bool:
    """Whether a quotation ends right before the word: «…»، قال المدير."""
    reading = stage.reading
    place = index - 1 - (reading.word(index - 1) in ("هكذا", "هو", "هي", "هم"))
    place -= reading.word(place) == "،"
    mark = reading.word(place)
    return mark in ("»", "”") or (mark == '"' and reading.words[:place].count(mark) % 2 == 1)


def quoted_words(reading: Reading) -> frozenset[int]:
    """The words inside «…» that opens and closes in the block."""
    if "»" not in reading.folded and "”" not in reading.folded:
        return frozenset()
    quoted: list[int] = []
    opened: int | None = None
    for place in places_of(_QUOTING, reading.words):
        if reading.words[place] in "«“":
            opened = place + 1
        elif opened is not None:
            quoted.extend(range(opened, place))
            opened = None
    return frozenset(quoted)
