"""What is left of words for comparing them within one article: their stems and roots."""

from collections.abc import Collection
from functools import lru_cache

_REMEMBERED = 8192  # words: an article has some hundred different ones
_ARTICLES = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_ENDINGS = ("هم", "ها", "ات", "ين", "ون", "يه", "ه", "ا")
_JOINED = ("و", "ف", "ب", "ل", "ك")


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """A word without its article and endings."""
    for prefix in _ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word.removeprefix(prefix)
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def stems(words: Collection[str]) -> frozenset[str]:
    """The stems of words."""
    return frozenset([stem(word) for word in words])


@lru_cache(maxsize=_REMEMBERED)
def roots(word: str) -> tuple[str, ...]:
    """What it may be derived from: with and without a joined letter and the letter of a form."""
    found = list(_roots(word))
    if len(word) > 4 and word[0] in _JOINED:
        found += _roots(word[1:])
    return tuple(dict.fromkeys(found))


def _roots(word: str) -> tuple[str, ...]:
    """The stem without long vowels: «أغلقت» and «المغلقة», «تابوت» and «توابيت» meet."""
    letters = stem(word)
    whole = _bare(letters)
    past = letters.removesuffix("ت")
    if past[:1] in ("ا", "م", "ت", "ي") and len(past) > 3:
        return whole, _bare(past[1:])
    return (whole,) if past == letters else (whole, _bare(past))


def _bare(letters: str) -> str:
    bare = "".join([letter for letter in letters if letter not in "اويء"])
    return bare if len(bare) > 2 else letters


@lru_cache(maxsize=_REMEMBERED)
def skeleton(word: str) -> str:
    """The consonants of a noun: «طابق» and «طوابق», «دور» and «أدوار» have the same."""
    bare = "".join([letter for letter in stem(word) if letter not in "اويءهت"])
    return bare if len(bare) > 1 else word
