"""Words that fold to the letters of a name and are other words: «فأس» for «فاس», «روسيًّا» for «روسيا»."""

from generator.analyse.candidates import Candidate, Neighbours, written
from generator.analyse.reading import TANWIN, Reading
from generator.languages.lexicon import NameWords
from generator.text import fold, is_droppable

_HAMZAS = frozenset("أإآ")
# Letters that fold alike: (in the text, in the name). These the text never has for those of the name.
_OTHERS = frozenset({("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ؤ", "و"), ("ئ", "ي"), ("ئ", "ى")})
# These only long names exchange: «علي» is not «على», nor «عاليه» «عالية».
_IN_LONG = {("ى", "ي"): 3, ("ي", "ى"): 3, ("ة", "ه"): 5}


def is_other_word(reading: Reading, candidate: Candidate) -> bool:
    """Whether the letters as written differ from those of every name of the topic.

    Writers leave hamzas and dots away, so a letter of the text may be plainer than the name's; one
    that the name does not have makes another word.
    """
    topic, surface = candidate.name.topic, candidate.surface(reading)
    if topic is None or surface in (names := written(topic)):
        return False
    key, letters = fold(surface), _letters(surface)
    same = [_letters(name) for name in names if fold(name) == key]
    return bool(same) and not any(_may_stand_for(letters, name) for name in same)


def _letters(text: str) -> str:
    return "".join(character for character in text if not is_droppable(character))


def _may_stand_for(text: str, name: str) -> bool:
    if len(text) != len(name):
        return True
    start = 2 if name.startswith("ال") else 0
    return all(
        ours == theirs or _exchange(ours, theirs, first=place == start, length=len(name))
        for place, (ours, theirs) in enumerate(zip(text, name, strict=True))
    )


def _exchange(ours: str, theirs: str, *, first: bool, length: int) -> bool:
    if ours in _HAMZAS and theirs in _HAMZAS:
        return length > 4
    if (ours, theirs) in _OTHERS:
        return first
    return length > _IN_LONG.get((ours, theirs), 0)


def is_gentilic(
    reading: Reading, candidate: Candidate, beside: Neighbours, words: NameWords
) -> bool:
    """Whether «روسيا» is the accusative «روسيًّا» of an adjective: «صاروخا روسيا»."""
    span = reading.span(candidate.first, candidate.end, candidate.prefix)
    surface = reading.text[span.start : span.end]
    if not reading.words[candidate.end - 1].endswith("يا"):
        return False
    if TANWIN & set(surface) or "\u0651" in surface[-3:]:
        return True
    if candidate.prefix and not reading.words[candidate.first].startswith("و"):
        return False
    if candidate.first in beside.ending:
        return False
    return _accusative(reading, candidate.first - 1, words)


def _accusative(reading: Reading, index: int, words: NameWords) -> bool:
    before = reading.word(index)
    if (
        len(before) < 4
        or not before.endswith("ا")
        or before.endswith(("وا", "ها", "نا", "ما", "يا"))
    ):
        return _marked_accusative(reading, index) if before else False
    if before in words.not_accusative or before.removeprefix("و") in words.not_accusative:
        return False
    return not before.startswith("ال")


def _marked_accusative(reading: Reading, index: int) -> bool:
    """Whether the word before carries a written tanwin and is no adverb."""
    span = reading.span(index, index + 1)
    surface = reading.text[span.start : span.end]
    return bool(TANWIN & set(surface)) and "\u0651" in surface
