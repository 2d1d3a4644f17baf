"""What the letters of a word beside a name show of it: verb or noun, its gender, whether it is definite."""

import re
from functools import lru_cache

from generator.analyse.clitics import prefixes
from generator.languages.lexicon import Lexicon, NameWords, Words

# The letters of «حديثة», «سعيد», «عالية», «صالح», «شرقية», «أبيض», «زرقاء».
_ADJECTIVE = re.compile("..ي.ه?|.ا..ه?|.{2,}يه|ا...|..[^و]اء|م..و.ه?|.ا..[وي]ن")
# How much commoner a noun must be than its feminine: «جامعه» is «جامعة» rather than «جامع».
_MUCH = 3
_OWNERS = ("ه", "ها", "هم")


def is_feminine_verb(word: str, names: NameWords) -> bool:
    """Whether the word has the letters of «نشرت» or «تنشر»; «تقرير» has those of a noun."""
    if len(word) < 4:
        return word in names.groups["short_feminine_verbs"]
    if word.endswith("ت"):
        return not word.endswith("ات") and "ال" not in word[:3]
    if word in names.groups["past_with_ta"]:
        return False
    present = word.removeprefix("س")
    noun = (len(present) == 5 and present[3] == "ي") or present.endswith(("ه", "ا"))
    return present.startswith("ت") and len(present) > 3 and not noun


def is_verb(word: str, names: NameWords) -> bool:
    """The same, or «ينشر»."""
    present = word.removeprefix("س")
    masculine = len(present) > 2 and present.startswith("ي") and not present.endswith("يه")
    return masculine or is_feminine_verb(word, names)


def is_short_verb(word: str, names: NameWords) -> bool:
    """Whether three letters are those of «ترد», which is «يرد» too."""
    return len(word) == 3 and word[0] == "ت" and "ي" + word[1:] in names.commonness


def is_feminine_noun(word: str) -> bool:
    """Whether an adjective of the noun would be feminine: «مدرسة», «سيارات», «تكنولوجيا»."""
    return word.endswith(("ه", "ات", "يا"))


def is_broken_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether the letters are those of «ظروف», «أسباب», «مصادر», «عمليات»."""
    letters = bare(word, lexicon)
    if len(letters) == 4:
        return letters[2] == "و"
    return len(letters) in (5, 6) and (
        letters[2] == "ا" or (letters[0] == "ا" and letters[3] == "ا")
    )


def is_definite_noun(word: str, names: NameWords) -> bool:
    """Whether the word has the article, or is a noun with its owner's pronoun: «منديله»."""
    if has_article(word, names):
        return True
    common = names.commonness.get(word, -_MUCH)
    stems = (word.removesuffix(owner) for owner in _OWNERS if word.endswith(owner))
    return any(len(stem) > 2 and names.commonness.get(stem, 0) > common + _MUCH for stem in stems)


def is_accusative(word: str, lexicon: Lexicon) -> bool:
    """Whether the word may be an indefinite adjective or its like: «صيدا ثمينا», but not «وحدها»."""
    if not word.endswith("ا") or word.endswith(("ها", "نا", "ما", "وا")):
        return False
    names, days = lexicon.names, lexicon.dates.groups["day_words"]
    adverb = word in names.not_accusative or word[:-1] in days
    return word[:-1] in names.commonness and not adverb


def unjoined(word: str) -> str:
    """The word without a conjunction before it: «وفي» is «في»."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def one_of(word: str, wanted: Words, lexicon: Lexicon, *, article: bool = True) -> bool:
    """Whether the word is one of these, with or without proclitics and article."""
    unjoined, bare = _readings(word, lexicon)
    return word in wanted or not wanted.isdisjoint(bare if article else unjoined)


@lru_cache(maxsize=16384)
def _readings(word: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the word may be without proclitics, and without proclitics or article."""
    unjoined = tuple(word[cut:] for cut in _cuts(word, lexicon))
    bare = (rest.removeprefix(lexicon.names.article) for rest in unjoined)
    return unjoined, (*unjoined, *bare)


def _cuts(word: str, lexicon: Lexicon) -> list[int]:
    """Where the word may begin after its proclitics, none first."""
    return [cut for cut in (0, 1, 2) if not cut or word[:cut] in _clitics(lexicon)]


@lru_cache(maxsize=4)
def _clitics(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(prefixes(lexicon.names))


@lru_cache(maxsize=16384)
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


def has_adjective_letters(word: str) -> bool:
    """Whether a word without the article has the letters of an adjective or a participle."""
    return _ADJECTIVE.fullmatch(word) is not None
