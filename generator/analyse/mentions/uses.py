"""A name in its place: the words beside it, and what the language says of the word itself."""

from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.clitics import prefixes
from generator.analyse.mentions.candidates import OPENING, Candidate, Neighbours
from generator.analyse.mentions.spellings import Name
from generator.analyse.mentions.transcription import is_transcribed
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon, NameWords, Words
from generator.model import Topic

PLACES = frozenset({"place", "country"})
# The types whose names are proper names; themes are named by common nouns and meant by them.
DOUBTED = PLACES | {"person", "organization", "outlet", "weapon"}
# Towns, countries, papers and bodies are feminine, whatever their names look like.
FEMININE_TYPES = PLACES | {"outlet", "organization"}
# The types whose topics may be named by the word for them: «الذخيرة», «الجيش».
_THINGS = frozenset(("weapon", "organization"))
# A word with so many inflected forms is mostly itself where it names something too.
_OFTEN = 5
STOPS = frozenset("،.؛:!؟?)(«»\"”“,…'-–—")
# Marks of a feminine or a plural in folded text: ta marbuta, «ات», «اء».
FEMININE = ("ه", "ات", "اء")
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """What the whole article says: all its folded words, and whether it is one of sport."""

    words: frozenset[str]
    sport: bool


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What the names of a block share: the language, the article, names spelled like others."""

    lexicon: Lexicon
    article: Article
    twins: frozenset[Candidate]


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A homograph in its place: the words beside it and what is known of the language."""

    reading: Reading
    candidate: Candidate
    beside: Neighbours
    lexicon: Lexicon
    article: Article
    shared: bool
    """Whether another topic has the same spelling."""

    topic: Topic
    word: str
    """The words of the name, folded."""
    before: str
    """The word before it, or the one before an opening quotation mark."""
    after: str
    clitic: str
    """The letters joined to its front."""

    @property
    def surface(self) -> str:
        """The name as it is written, without proclitics."""
        return self.candidate.surface(self.reading)

    @property
    def names(self) -> NameWords:
        return self.lexicon.names

    @property
    def definite(self) -> bool:
        return self.word.startswith(self.names.article)

    @property
    def adjective(self) -> bool:
        return self.word in self.names.adjective_names

    @property
    def verb(self) -> bool:
        return self.word in self.names.verb_names

    def group(self, name: str) -> Words:
        return self.names.groups[name]


def use_of(
    reading: Reading, candidate: Candidate, topic: Topic, beside: Neighbours, around: Around
) -> Use:
    """The name in its place."""
    first = candidate.first
    before = reading.word(first - 1)
    return Use(
        reading,
        candidate,
        beside,
        around.lexicon,
        around.article,
        candidate in around.twins,
        topic,
        " ".join(candidate.name.words),
        reading.word(first - 2) if before in OPENING else before,
        reading.word(candidate.end),
        reading.words[first][: candidate.prefix],
    )


# ---------------------------------------------------------------- the word itself


def mostly_word(topic: Topic, word: str, lexicon: Lexicon) -> bool:
    """Whether a name is mostly something else: a common word, a reporting verb."""
    names, speech = lexicon.names, lexicon.speech
    if topic.type not in DOUBTED:
        return False
    if word in names.common_words or word in speech.speech or word in speech.claim:
        return True
    return word in names.common_words_of.get(topic.type, NONE) or is_noun(topic, word, names)


def commonness(topic: Topic, word: str, names: NameWords) -> int:
    """In how many ways the name's word is inflected as a common word.

    None where it is no common word, names a country, or is meant as the word that it is («الذخيرة»).
    """
    if topic.type not in DOUBTED or topic.type == "country":
        return 0
    stem = word.removeprefix(names.article)
    if stem.endswith("ا") and stem not in names.commonness:
        stem = stem[:-1]  # «صيدا», the accusative of «صيد»
    ways = names.commonness.get(stem, 0)
    meant = ways > 0 and topic.type in _THINGS and word not in names.common_words
    return 0 if meant and not is_transcribed(topic, stem) else ways


def is_often_word(use: Use) -> bool:
    """Whether the name is a common word more often than a name, by the table or by the list.

    With the article sooner than without: «في السلام» may be «in peace», «في حلب» is seldom «in milking».
    """
    often = _OFTEN if use.definite else _OFTEN + 1
    listed = commonness(use.topic, use.word, use.names) >= often
    return listed or mostly_word(use.topic, use.word, use.lexicon)


def is_noun(topic: Topic, word: str, names: NameWords) -> bool:
    """Whether people, firms and papers are named after the word: «نجار», «جسر», «الحياة»."""
    if topic.type == "country":
        return False
    return word.removeprefix(names.article) in names.groups["common_nouns"]


def mostly_name(word: str, names: NameWords) -> bool:
    """Whether a name is a common word too, though seldom."""
    return (
        word in names.homographs_before
        or word in names.homographs_after
        or word in names.adjective_names
        or word in names.verb_names
    )


def is_short_surname(name: Name, lexicon: Lexicon) -> bool:
    """Whether a family name is so short that it may be any word: «عون», «سلام»."""
    word = name.words[0].removeprefix(lexicon.names.article)
    return name.surname and len(word) <= 4


# ---------------------------------------------------------------- words beside it


def one_of(word: str, wanted: Words, lexicon: Lexicon, *, article: bool = True) -> bool:
    """Whether the word is one of these, with or without proclitics and article."""
    if word in wanted:
        return True
    for cut in _cuts(word, lexicon):
        rest = word[cut:]
        if rest in wanted or (article and rest.removeprefix(lexicon.names.article) in wanted):
            return True
    return False


def _cuts(word: str, lexicon: Lexicon) -> list[int]:
    """Where the word may begin after its proclitics, none first."""
    return [cut for cut in (0, 1, 2) if not cut or word[:cut] in _clitics(lexicon)]


@lru_cache(maxsize=4)
def _clitics(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(prefixes(lexicon.names))


def is_definite(word: str, lexicon: Lexicon) -> bool:
    """Whether the word has the article, with or without proclitics; «إلى» and «ألقى» do not."""
    article = lexicon.names.article
    if (not word.startswith(article) and len(word) < 4) or word in lexicon.names.groups[
        "not_definite"
    ]:
        return False
    return any(
        word[cut:].startswith(article) or (cut and word[cut - 1 : cut + 1] == "لل")
        for cut in _cuts(word, lexicon)
    )


def has_article(word: str, names: NameWords) -> bool:
    """Whether the word itself begins with the article: «الأقمار», but not «إلى», «ألقى»."""
    return word.startswith(names.article) and word not in names.groups["not_definite"]


def bare(word: str, lexicon: Lexicon) -> str:
    """The word without its article and what is joined before it."""
    article = lexicon.names.article
    for cut in reversed(_cuts(word, lexicon)):
        if word[cut:].startswith(article):
            return word[cut + len(article) :]
    return word


def has_owner(use: Use) -> bool:
    """Whether a definite noun that is no adjective of a place follows: «صور الأقمار»."""
    after = use.after
    if use.definite or not has_article(after, use.names):
        return False
    dates, calendar = use.lexicon.dates, use.lexicon.dates.groups
    timely = after in dates.weekdays or any(
        after in calendar[name]
        for name in ("year_words", "month_words", "past_words", "today_words", "future_words")
    )
    if timely or one_of(after, use.names.introducers["person"], use.lexicon):
        return False
    of_town = after.endswith("يه") or after in use.group("of_towns")
    return not (of_town and use.topic.type in PLACES)


def has_adjective(use: Use) -> bool:
    """«صور جديدة»: an indefinite adjective; a name is definite."""
    if use.topic.type not in PLACES or len(use.after) < 4 or not use.after.endswith("ه"):
        return False
    if not use.word.endswith(FEMININE) and use.word not in use.group("feminine_words"):
        return False  # «جسر غارقة»: only the town is feminine
    return not one_of(
        use.after, use.names.introducers["place"] | use.names.introducers["country"], use.lexicon
    )
