"""The words of conflicts, built once for a lexicon: themes, turns, what makes figures different."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from generator.analyse.attributions.speech_words import SpeechTables, speech_tables
from generator.analyse.clitics import phrases_with_clitics, with_clitics
from generator.analyse.dates.words import DateTables, date_tables
from generator.languages.lexicon import ConflictWords, Lexicon, NameWords
from generator.languages.words import Phrases

T = TypeVar("T")
Forms = Phrases[tuple[int, str]]
"""Phrases with their proclitics: their letters and the phrase's value."""


@dataclass(frozen=True, slots=True)
class ConflictTables:
    """Lookup tables: words with their conjunctions or with all their proclitics."""

    words: ConflictWords
    speech: SpeechTables
    dates: DateTables
    themes: dict[str, tuple[int, str]]
    contrast: Phrases[str]
    weak_turns: Phrases[str]
    first_clauses: Phrases[str]
    others: Forms
    other_sources: dict[str, tuple[int, str]]
    framing: Phrases[str]
    counting: frozenset[str]
    measuring: frozenset[str]
    showing: frozenset[str]
    kinds: Forms
    change_of_time: Phrases[str]
    rising: dict[str, tuple[int, str]]
    later: Forms
    totals: Forms
    parts: dict[str, tuple[int, str]]
    scopes: dict[str, tuple[int, str]]
    as_for: frozenset[str]
    quantities: dict[str, tuple[int, str]]
    function_words: frozenset[str]


@lru_cache(maxsize=8)
def conflict_tables(lexicon: Lexicon) -> ConflictTables:
    """The words of conflicts in all their forms."""
    words, names = lexicon.conflicts, lexicon.names
    return ConflictTables(
        words=words,
        speech=speech_tables(lexicon),
        dates=date_tables(lexicon),
        themes=with_clitics(words.themes, names),
        contrast=_conjoined(words.contrast, names),
        weak_turns=_conjoined(words.weak_turns, names),
        first_clauses=_conjoined(words.first_clauses, names),
        others=phrases_with_clitics(words.others, names),
        other_sources=_forms(words.other_sources, names) | speech_tables(lexicon).heads,
        framing=_conjoined(words.framing, names),
        counting=_joined(words.counting_verbs, names),
        measuring=_joined(words.measuring_verbs, names),
        showing=_joined(words.showing, names),
        kinds=phrases_with_clitics(words.kinds, names),
        change_of_time=_conjoined(words.change_of_time, names),
        rising=_forms(words.rising, names),
        later=phrases_with_clitics(words.later, names),
        totals=phrases_with_clitics(words.totals, names),
        parts=_forms(words.parts, names),
        scopes=_forms(words.scopes, names),
        as_for=_joined(words.as_for, names),
        quantities=_forms(words.quantities, names),
        function_words=lexicon.figures.function_words,
    )


def _forms(words: frozenset[str], names: NameWords) -> dict[str, tuple[int, str]]:
    return with_clitics(dict.fromkeys(sorted(words), ""), names)


def _joined(words: frozenset[str], names: NameWords) -> frozenset[str]:
    return words | {c + w for c in names.conjunctions for w in words}


def _conjoined(table: Phrases[T], names: NameWords) -> Phrases[T]:
    """The phrases, and each after a conjunction: «ولكن», «فبينما»."""
    return {c + first: rows for c in ("", *names.conjunctions) for first, rows in table.items()}
