"""What the language says of a doubtful name's word, whatever stands beside it."""

from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.mentions.letters import has_adjective_letters, is_broken_plural
from generator.analyse.mentions.spellings import Name
from generator.analyse.mentions.transcription import is_transcribed
from generator.languages.lexicon import Lexicon, NameWords, Words
from generator.model import Topic
from generator.text import fold

PLACES = frozenset({"place", "country"})
# The types whose names are proper names; themes are named by common nouns and meant by them.
DOUBTED = PLACES | {"person", "organization", "outlet", "weapon"}
# The types whose topics may be named by the word for them: «الذخيرة», «الجيش».
_THINGS = frozenset(("weapon", "organization"))
# A word with so many inflected forms is mostly itself where it names something too; with the article
# sooner than without: «في السلام» may be «in peace», «في حلب» is seldom «in milking».
_OFTEN = 5
# An adjective is inflected in so many.
_INFLECTED = 3
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Itself:
    """A name's word by itself: what else than the name it may be."""

    text: str
    """The words of the name, folded."""
    definite: bool
    adjective: bool
    verb: bool
    ways: int
    """In how many ways the word is inflected as a common word."""
    mostly_word: bool
    """Whether it is something else more often than a name, by a table or by the number of ways."""
    mostly_name: bool
    """Whether it is a common word too, though seldom."""
    noun: bool
    """Whether people, firms and papers are named after the word: «نجار», «جسر», «الحياة»."""
    adjectival: bool
    """Whether it is an adjective too, by the table or by its letters."""
    masculine: bool
    """Whether it looks masculine, so that only as a town's or a paper's name it is feminine."""
    woman: bool
    """Whether it names a woman, by her first name."""
    short_surname: bool
    """Whether it is a family name so short that it may be any word: «عون», «سلام»."""
    not_after: Words
    not_before: Words
    """The words after which, and before which, it is no name."""
    inflected: Words
    """Forms of the word that no name has: «السيول», «قطره»."""
    doubtful: bool | None
    """Whether it may be no name; nothing where only an article with its inflected forms shows it."""

    @property
    def common(self) -> bool:
        """Whether the name is a common word too."""
        return self.ways > 0 or self.mostly_name or self.mostly_word


@lru_cache(maxsize=8192)
def itself(name: Name, lexicon: Lexicon) -> Itself:
    """The word of a name by itself."""
    word, names = " ".join(name.words), lexicon.names
    definite, ways = word.startswith(names.article), _ways(name.topic, word, names)
    often = ways >= (_OFTEN if definite else _OFTEN + 1)
    mostly_word = often or _is_tabled(name.topic, word, lexicon)
    adjective = word in names.adjective_names or _is_adjective(word, names)
    before, after = names.homographs_after.get(word), names.homographs_before.get(word)
    mostly_name = before is not None or after is not None or adjective or word in names.verb_names
    short_surname = name.surname and len(name.words[0].removeprefix(names.article)) <= 4
    return Itself(
        text=word,
        definite=definite,
        adjective=adjective,
        verb=word in names.verb_names,
        ways=ways,
        mostly_word=mostly_word,
        mostly_name=mostly_name,
        noun=_is_noun(name.topic, word, names),
        adjectival=adjective or has_adjective_letters(word),
        masculine=_is_masculine(word, lexicon),
        woman=_is_woman(name.topic, lexicon),
        short_surname=short_surname,
        not_after=before or NONE,
        not_before=after or NONE,
        inflected=NONE if definite else _inflected(word, names.article),
        doubtful=_is_doubtful(
            name, mostly_name, mostly_word or ways > 0 or short_surname or word in names.namesakes
        ),
    )


def _is_doubtful(name: Name, seldom: bool, often: bool) -> bool | None:
    """Whether the name is a common word too, or several things have it."""
    topic, alone = name.topic, len(name.words) == 1
    if topic is None:
        return False
    if (alone and seldom) or (not topic.context and (often or name.bare)):
        return True
    return None if topic.type in DOUBTED and not topic.context and alone else False


def _is_tabled(topic: Topic | None, word: str, lexicon: Lexicon) -> bool:
    """Whether a table has the name as something else: a common word, a reporting verb."""
    names, speech = lexicon.names, lexicon.speech
    if topic is None or topic.type not in DOUBTED:
        return False
    if word in names.common_words or word in speech.speech or word in speech.claim:
        return True
    return word in names.common_words_of.get(topic.type, NONE) or _is_noun(topic, word, names)


def _is_adjective(word: str, names: NameWords) -> bool:
    """Whether it has the letters of an adjective and is inflected like one."""
    stem = word.removeprefix(names.article)
    return names.commonness.get(stem, 0) >= _INFLECTED and has_adjective_letters(stem)


def _ways(topic: Topic | None, word: str, names: NameWords) -> int:
    """In how many ways the name's word is inflected as a common word.

    None where it is no common word, names a country, or is meant as the word that it is («الذخيرة»,
    «الهيئة»); the table has those that are not («القوات» for «القوات اللبنانية»).
    """
    if topic is None or topic.type not in DOUBTED or topic.type == "country":
        return 0
    stem = word.removeprefix(names.article)
    if stem.endswith("ا") and stem not in names.commonness:
        stem = stem[:-1]  # «صيدا», the accusative of «صيد»
    ways = names.commonness.get(stem, 0)
    meant = topic.type in _THINGS and word not in names.common_words
    return 0 if meant and not is_transcribed(topic, stem) else ways


def _is_noun(topic: Topic | None, word: str, names: NameWords) -> bool:
    if topic is None or topic.type == "country":
        return False
    stem = word.removeprefix(names.article)
    return stem in names.groups["common_nouns"] or names.commonness.get(stem, 0) > _OFTEN


def _is_woman(topic: Topic | None, lexicon: Lexicon) -> bool:
    if topic is None or topic.type != "person":
        return False
    first = fold(topic.ar.name).split()[0]
    return lexicon.speech.first_names.get(first) in ("woman", "both")


def _is_masculine(word: str, lexicon: Lexicon) -> bool:
    if word.endswith(("ه", "ا", "ء", "ات")) or word in lexicon.names.groups["feminine_words"]:
        return False
    return not is_broken_plural(word, lexicon)


def _inflected(word: str, article: str) -> frozenset[str]:
    """The word with the article or a pronoun."""
    if not word.isalpha():
        return NONE
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    return frozenset((article + word, *(stem + pronoun for pronoun in _PRONOUNS)))
