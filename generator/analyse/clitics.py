"""The written forms of a word with the letters that Arabic joins to its front."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from generator.languages.lexicon import NameWords
from generator.languages.words import Phrases

T = TypeVar("T")


def forms(word: str, names: NameWords) -> Iterator[tuple[str, int]]:
    """The word with each run of proclitics, and how many letters stand before the word itself.

    A word with the article loses its alef after lam: «الكرملين» is found in «للكرملين», from the
    second lam on.
    """
    for proclitics in ("", *prefixes(names)):
        if proclitics.endswith("ل") and word.startswith(names.article) and names.article:
            yield proclitics + word[1:], len(proclitics)
        else:
            yield proclitics + word, len(proclitics)


def prefixes(names: NameWords) -> tuple[str, ...]:
    """All runs of proclitics: a conjunction, a preposition, or both in this order."""
    conjunctions, prepositions = sorted(names.conjunctions), sorted(names.prepositions)
    both = [first + second for first in conjunctions for second in prepositions]
    return (*conjunctions, *prepositions, *both)


def with_clitics(table: Mapping[str, T], names: NameWords) -> dict[str, tuple[int, T]]:
    """Every form of every word: form -> (letters before the word, value). Bare words win."""
    expanded: dict[str, tuple[int, T]] = {}
    for word, value in table.items():
        for form, length in forms(word, names):
            if length == 0 or form not in expanded:
                expanded[form] = (length, value)
    return expanded


def phrases_with_clitics(
    table: Phrases[T], names: NameWords
) -> dict[str, tuple[tuple[tuple[str, ...], tuple[int, T]], ...]]:
    """The same for phrases: proclitics stand before the first word."""
    expanded: dict[str, list[tuple[tuple[str, ...], tuple[int, T]]]] = {}
    for first, rows in table.items():
        for form, length in forms(first, names):
            known = expanded.setdefault(form, [])
            known.extend((rest, (length, value)) for rest, value in rows)
    return {
        form: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[1][0])))
        for form, rows in expanded.items()
    }


def match_phrase(table: Phrases[T], words: tuple[str, ...], index: int) -> tuple[int, T] | None:
    """The longest phrase that begins at the word: (index after it, its value)."""
    if not 0 <= index < len(words):
        return None
    rows = table.get(words[index])
    if rows is None:
        return None
    following = words[index + 1] if index + 1 < len(words) else ""
    for rest, value in rows:
        end = index + 1 + len(rest)
        if not rest or (rest[0] == following and words[index + 1 : end] == rest):
            return end, value
    return None
