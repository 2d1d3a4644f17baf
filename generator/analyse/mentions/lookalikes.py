"""Words with the letters of a name that are none whatever the article says: «فأس», «شارع بيروت»."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.clitics import prefixes
from generator.analyse.mentions.candidates import Candidate, Neighbours, written
from generator.analyse.mentions.itself import PLACES
from generator.analyse.mentions.spellings import Name
from generator.analyse.reading import TANWIN, Reading
from generator.languages.lexicon import Lexicon
from generator.text import fold, is_droppable

_DASHES = frozenset("-–—")
_AFTER_PLACE = ("(", "،", ",", ":")
_HAMZAS = frozenset("أإآ")
# Letters that fold alike: (in the text, in the name). These the text never has for those of the name.
_OTHERS = frozenset({("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ؤ", "و"), ("ئ", "ي"), ("ئ", "ى")})
# These only long names exchange: «علي» is not «على», nor «عاليه» «عالية».
_IN_LONG = {("ى", "ي"): 3, ("ي", "ى"): 3, ("ة", "ه"): 5}


@dataclass(frozen=True, slots=True)
class Signs:
    """Words before a name that make it part of another, by topic type, or a verb."""

    heads: Mapping[str, frozenset[str]]
    before_verbs: frozenset[str]


@lru_cache(maxsize=8)
def signs_of(lexicon: Lexicon) -> Signs:
    """The signs of a language with every run of proclitics: «لشارع», «وبجامعة»."""
    groups = lexicon.names.groups
    joined = ("", *prefixes(lexicon.names))
    naming = frozenset(letters + head for letters in joined for head in groups["naming_heads"])
    people = frozenset(letters + head for letters in joined for head in groups["memorial_heads"])
    heads = {"place": naming, "country": naming, "person": naming | people}
    verbs = groups["before_verbs"]
    return Signs(heads, verbs | {"و" + word for word in verbs})


def is_no_name(
    reading: Reading, candidate: Candidate, beside: Neighbours, lexicon: Lexicon, signs: Signs
) -> bool:
    """Whether the letters name something else here, whatever the rest of the article says."""
    name, first = candidate.name, candidate.first
    topic, words = name.topic, name.words
    if topic is None:
        return True
    if first == 0 and topic.type == "place" and _is_dateline(reading, candidate, lexicon):
        return True
    before = reading.words[first - 1] if first and not candidate.prefix else ""
    if before in signs.heads.get(topic.type, ()):
        return True  # «شارع بيروت», «بنك القاهرة»
    if len(words) > 1:
        return False
    if topic.context and not _near(reading, candidate, topic.context):
        return True
    if before in signs.before_verbs and len(words[0]) <= 4 and words[0][0] in "تينا":
        return True  # «لم نجد», «لا تعد»
    gentilic = words[0].endswith("يا") and topic.type in PLACES
    if gentilic and is_gentilic(reading, candidate, beside, lexicon):
        return True
    return _is_other_word(reading.letters(first, candidate.end, candidate.prefix), name)


def _is_dateline(reading: Reading, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether it says where and when the article was written: «عمّان - 10 شباط 2026 - بدأت»."""
    if reading.block > 2:
        return False
    after, following = (
        reading.word(candidate.end),
        reading.words[candidate.end + 1 : candidate.end + 10],
    )
    if after in _DASHES:
        return True
    dated = any(len(word) == 4 and word.isdigit() for word in following)
    return (
        dated
        and (after in _AFTER_PLACE or after in lexicon.names.groups["whither_words"])
        and any(w in lexicon.dates.months for w in following)
    )


def _near(reading: Reading, candidate: Candidate, context: tuple[str, ...]) -> bool:
    """Whether a context word stands within ten words, with or without article and proclitics."""
    low, high = max(0, candidate.first - 10), candidate.end + 10
    around = [
        w
        for i, w in enumerate(reading.words[low:high], low)
        if not candidate.first <= i < candidate.end
    ]
    wanted = {part for text in context for part in fold(text).split()[:1]}
    return any(word == w or (len(w) > 2 and word.endswith(w)) for word in around for w in wanted)


@lru_cache(maxsize=8192)
def _is_other_word(surface: str, name: Name) -> bool:
    """Whether the letters as written differ from those of every name of the topic.

    Writers leave hamzas and dots away, so a letter of the text may be plainer than the name's; one
    that the name does not have makes another word.
    """
    topic = name.topic
    if topic is None or surface in (names := written(topic)):
        return False
    key, letters = fold(surface), _letters(surface)
    same = [_letters(text) for text in names if fold(text) == key]
    return bool(same) and not any(_may_stand_for(letters, text) for text in same)


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
    reading: Reading, candidate: Candidate, beside: Neighbours, lexicon: Lexicon
) -> bool:
    """Whether «روسيا» is the accusative «روسيًّا» of an adjective: «صاروخا روسيا»."""
    surface = candidate.surface(reading)
    if not TANWIN.isdisjoint(surface) or "\u0651" in surface[-3:]:
        return True
    if candidate.prefix and not reading.words[candidate.first].startswith("و"):
        return False
    if candidate.first in beside.ending or _heads_list(reading, candidate, beside):
        return False
    if not candidate.prefix and _counts_one_kind(reading.word(candidate.first - 1), lexicon):
        return True  # «12 سوريا»
    return _accusative(reading, candidate.first - 1, lexicon)


def _counts_one_kind(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun in the singular follows the number, as after 11 to 99; years count nothing."""
    if word.isdigit():
        return len(word) < 4 and int(word) % 100 > 10
    cardinals = lexicon.numbers.cardinals
    return cardinals.get(word, cardinals.get(word.removeprefix("و"), 0)) > 10


def _heads_list(reading: Reading, candidate: Candidate, beside: Neighbours) -> bool:
    """Whether another place is joined to it: «حكومتا كينيا والصومال»."""
    second = beside.starting.get(candidate.end)
    topic = second.name.topic if second else None
    joined = (
        second is not None and reading.words[second.first].startswith("و") and second.prefix > 0
    )
    return joined and topic is not None and topic.type in PLACES


def _accusative(reading: Reading, index: int, lexicon: Lexicon) -> bool:
    before, words = reading.word(index), lexicon.names
    if before in lexicon.figures.counted and before.endswith("ا"):
        return True  # «مواطنا», whose «نا» is no pronoun
    if before.endswith("يا") and _counts_one_kind(reading.word(index - 1), lexicon):
        return True  # «18 دبلوماسيا روسيا»
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
    return "\u0651" in surface and not TANWIN.isdisjoint(surface)
