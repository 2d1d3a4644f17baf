"""What the letters of a word beside a name show of it: verb or noun, its gender, whether it is definite."""

from generator.analyse.mentions.uses import Use, bare, has_article
from generator.languages.lexicon import Lexicon, NameWords
from generator.text import fold

_BEGUN_WITH_TA = """تابع تحدث تعهد توقع تساءل تولى تمكن تعرض تراجع تقدم تجاوز توفي تلقى توجه تمسك
تأسف تسلم توصل تبنى تخلى تحول تطور توقف تدخل تواصل تعاون تضامن تغير تزوج تعلم تناول تنازل تضمن"""
# How much commoner a noun must be than its feminine: «جامعه» is «جامعة» rather than «جامع».
_MUCH = 3
# Masculine verbs of the past that begin like a feminine present.
_PAST = frozenset(map(fold, _BEGUN_WITH_TA.split()))
_OWNERS = ("ه", "ها", "هم")


def is_feminine_verb(word: str) -> bool:
    """Whether the word has the letters of «نشرت» or «تنشر»; «تقرير» has those of a noun."""
    if len(word) < 4:
        return word in ("دعت", "نفت", "رات", "بدت")
    if word.endswith("ت"):
        return not word.endswith("ات") and "ال" not in word[:3]
    if word in _PAST:
        return False
    present = word.removeprefix("س")
    noun = (len(present) == 5 and present[3] == "ي") or present.endswith(("ه", "ا"))
    return present.startswith("ت") and len(present) > 3 and not noun


def is_verb(word: str) -> bool:
    """The same, or «ينشر»."""
    present = word.removeprefix("س")
    masculine = len(present) > 2 and present.startswith("ي") and not present.endswith("يه")
    return masculine or is_feminine_verb(word)


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


def is_masculine(use: Use) -> bool:
    """Whether the word looks masculine, so that only as a town's or a paper's name it is feminine."""
    if use.word.endswith(("ه", "ا", "ء", "ات")) or use.word in use.group("feminine_words"):
        return False
    return not is_broken_plural(use.word, use.lexicon)


def is_definite_noun(word: str, names: NameWords) -> bool:
    """Whether the word has the article, or is a noun with its owner's pronoun: «منديله»."""
    if has_article(word, names):
        return True
    common = names.commonness.get(word, -_MUCH)
    stems = (word.removesuffix(owner) for owner in _OWNERS if word.endswith(owner))
    return any(len(stem) > 2 and names.commonness.get(stem, 0) > common + _MUCH for stem in stems)


def is_accusative(word: str, use: Use) -> bool:
    """Whether the word may be an indefinite adjective or its like: «صيدا ثمينا», but not «وحدها»."""
    if not word.endswith("ا") or word.endswith(("ها", "نا", "ما", "وا")):
        return False
    adverb = word in use.names.not_accusative or word[:-1] in use.lexicon.dates.groups["day_words"]
    return word[:-1] in use.names.commonness and not adverb


def unjoined(word: str) -> str:
    """The word without a conjunction before it: «وفي» is «في»."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word
