"""How text is cut into words for comparing; the lexicon and the analysis cut alike."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from generator.text import fold

T = TypeVar("T")

# A run of letters, a number with its inner marks, or one other character that is not white space.
# Most runs are of Arabic letters alone, which are told faster than letters of every script.
WORD = re.compile(r"[ء-ي]+(?![^\W\d_])|[^\W\d_]+|\d+(?:[.,٫٬]\d+)*|[^\w\s]|_")

Words = frozenset[str]
"""Folded words."""

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
"""First word -> (the other words, value), longest first."""


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name or a phrase; they are remembered, for names come again."""
    return tuple(WORD.findall(fold(text)))


def phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """A table of phrases to look up word by word; of two equal phrases the first one counts."""
    table: dict[str, dict[tuple[str, ...], T]] = {}
    for text, value in entries:
        first, *rest = words_of(text)
        table.setdefault(first, {}).setdefault(tuple(rest), value)
    return {
        first: tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))
        for first, rows in table.items()
    }
