"""The words of dates with their proclitics, built once for a lexicon."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from generator.analyse.clitics import match_phrase, phrases_with_clitics, with_clitics
from generator.analyse.numbers.words import NumberTable, number_table
from generator.analyse.reading import Reading
from generator.languages.lexicon import DateWords, Lexicon, UnitForm
from generator.languages.words import Phrases

T = TypeVar("T")
Table = dict[str, tuple[int, T]]


@dataclass(frozen=True, slots=True)
class DateTables:
    """Lookup tables: form -> (letters of proclitics before the word, value)."""

    words: DateWords
    months: Phrases[tuple[int, int]]
    hijri_months: Phrases[tuple[int, int]]
    weekdays: Table[int]
    seasons: Table[int]
    decades: Table[int]
    units: Table[str]
    ordinals: Table[int]
    groups: dict[str, Table[str]]
    phrase_groups: dict[str, Phrases[tuple[int, str]]]
    numbers: NumberTable
    durations: Phrases[UnitForm]

    def in_group(self, group: str, word: str) -> bool:
        """Whether the word, with any proclitics, belongs to the group."""
        return word in self.groups[group]

    def bare(self, group: str, word: str) -> bool:
        """Whether the word as it stands belongs to the group."""
        return word in self.words.groups[group]

    def month_at(self, reading: Reading, index: int) -> tuple[int, int, int] | None:
        """A month's name: (index after it, its proclitic letters, its number)."""
        found = match_phrase(self.months, reading.words, index)
        return found and (found[0], *found[1])


@lru_cache(maxsize=8)
def date_tables(lexicon: Lexicon) -> DateTables:
    """The date words of a language in all their forms."""
    words, names = lexicon.dates, lexicon.names
    definite = {
        form: value
        for word, value in words.calendar_units.items()
        for form in (word, names.article + word)
    }
    seasons = {form: m for w, m in words.seasons.items() for form in (w, names.article + w)}
    decades = {}
    for word, value in words.decades.items():
        decades[word] = value
        decades[word.removeprefix(names.article)] = value
    return DateTables(
        words=words,
        months=phrases_with_clitics(words.months, names),
        hijri_months=phrases_with_clitics(words.hijri_months, names),
        weekdays=with_clitics(words.weekdays, names),
        seasons=with_clitics(seasons, names),
        decades=with_clitics(decades, names),
        units=with_clitics(definite, names),
        ordinals=with_clitics(words.ordinals, names),
        groups={
            name: with_clitics(dict.fromkeys(sorted(group), name), names)
            for name, group in words.groups.items()
        },
        phrase_groups={
            name: phrases_with_clitics(table, names) for name, table in words.phrase_groups.items()
        },
        numbers=number_table(lexicon),
        durations=lexicon.figures.units,
    )
