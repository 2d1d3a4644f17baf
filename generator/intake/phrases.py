"""Phrases compared by their folded words, so that one spelling stands for all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.text import ARABIC_MARKS, DIGIT_FOLDS, LETTER_FOLDS, TATWEEL, fold

WORD = re.compile(r"[^\W_]+")
KEY_LIMIT = 4_000
"""Characters of a line that its key is taken from: a longer line is a paragraph in any case."""


# Nearly every line is of these characters, which fold one by one: a table does it ten times faster.
COMMON = re.compile(
    "[ -~\u00ab\u00bb\u060c\u061b\u061f\u0621-\u0652\u0660-\u0669\u2013\u2014\u2018-\u201d]*"
)
COMMON_FOLDS = {
    **LETTER_FOLDS,
    **DIGIT_FOLDS,
    **{ord(mark): None for mark in ARABIC_MARKS},
    ord(TATWEEL): None,
}


def folded(text: str) -> str:
    """The text as `generator.text.fold` folds it."""
    return text.translate(COMMON_FOLDS).lower() if COMMON.fullmatch(text) else fold(text)


def key_of(text: str) -> str:
    """The folded words of the text with one space between them, for comparing only.

    >>> key_of("«إقرأ أيضًا:»") == key_of("اقرأ ايضا")
    True
    """
    return " ".join(WORD.findall(folded(text[:KEY_LIMIT])))


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases as keys."""

    phrases: tuple[str, ...]
    whole: frozenset[str]
    heads: tuple[str, ...]
    longest: int
    """Words in the longest phrase."""

    @staticmethod
    def of(texts: Iterable[str]) -> "Phrases":
        """The phrases of the texts, without those that fold to nothing."""
        keys = tuple(dict.fromkeys(key for key in map(key_of, texts) if key))
        heads = tuple(f"{key} " for key in keys)
        longest = max((key.count(" ") + 1 for key in keys), default=0)
        return Phrases(keys, frozenset(keys), heads, longest)

    def __contains__(self, key: str) -> bool:
        return key in self.whole

    def opens(self, key: str) -> bool:
        """Whether the key begins with a phrase, whole words only."""
        return f"{key} ".startswith(self.heads)

    def opening(self, key: str) -> str:
        """The longest phrase that the key begins with, or an empty text."""
        words = key.split(" ")[: self.longest]
        for count in range(len(words), 0, -1):
            head = " ".join(words[:count])
            if head in self.whole:
                return head
        return ""

    def closes(self, key: str) -> bool:
        """Whether the key ends with a phrase, whole words only."""
        words = key.split(" ")[-self.longest :]
        return any(" ".join(words[start:]) in self.whole for start in range(len(words)))

    def makes(self, key: str) -> bool:
        """Whether the key is nothing but two phrases or more, one after the other."""
        words = key.split(" ")
        at = 0
        while at < len(words):
            lengths = range(min(self.longest, len(words) - at), 0, -1)
            size = next((n for n in lengths if " ".join(words[at : at + n]) in self.whole), 0)
            if not size:
                return False
            at += size
        return len(words) > 1

    def within(self, key: str) -> bool:
        """Whether a phrase stands anywhere in the key, whole words only."""
        words = key.split(" ")
        return any(
            " ".join(words[start : start + count]) in self.whole
            for start in range(len(words))
            for count in range(1, min(self.longest, len(words) - start) + 1)
        )
