"""The words of figures in all their forms, built once for a lexicon."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.analyse.clitics import phrases_with_clitics, with_clitics
from generator.analyse.numbers.words import NumberTable, number_table
from generator.languages.lexicon import Currency, FigureWords, Lexicon, NameWords
from generator.languages.words import Phrases


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at some words of a reading, up to `end`; a counted noun has the code `count`."""

    end: int
    code: str
    noun: tuple[int, int] | None = None
    english: str = ""
    dual: bool = False
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class FigureTables:
    """Lookup tables for figures; `duals` and `singles` begin a figure without a number."""

    words: FigureWords
    numbers: NumberTable
    duals: dict[str, tuple[int, str]]
    singles: dict[str, tuple[int, str]]
    qualifiers: Phrases[tuple[int, str]]
    qualifier_length: int
    qualifiers_apart: Phrases[tuple[int, str]]
    multiples: Phrases[tuple[int, str]]
    counted_definite: dict[str, tuple[int, str]]
    measured_things: dict[str, str]
    coins: dict[str, tuple[int, Currency]]
    """Currencies of which one may stand without a number: «دولار ونصف»."""
    identifiers: frozenset[str]
    """What numbers are names behind, also with letters before it: «بالرقم»."""
    function_words: frozenset[str]
    that_words: frozenset[str]
    against: frozenset[str]
    """What sets a number against the one before it."""
    article: str
    lexicon: Lexicon
    measuring: frozenset[str]
    """All words that units, currencies and known counted nouns begin with."""
    triggers: frozenset[str]
    """All words, beside digits, that a figure can begin with."""


@lru_cache(maxsize=8)
def figure_tables(lexicon: Lexicon) -> FigureTables:
    """The words of figures in all their forms."""
    words, names = lexicon.figures, lexicon.names
    duals: dict[str, str] = {}
    singles: dict[str, str] = {}
    for first, rows in words.units.items():
        for rest, form in rows:
            if not rest and form.dual:
                duals |= {first: form.code, names.article + first: form.code}
            elif not rest and form.code in (
                "year",
                "month",
                "hour",
                "minute",
                "week",
                "day",
                "tonne",
                "m",
                "km",
                "kg",
                "litre",
                "hectare",
                "decade",
                "mile",
                "point",
            ):
                singles[first] = form.code
    duals |= dict.fromkeys(sorted(words.dual_nouns), "count")
    duals |= {word: words.currencies[word].code for word in sorted(words.currency_duals)}
    counted = {
        form: label
        for first, rows in words.counted.items()
        for rest, label in rows
        if not rest
        for form in (first, names.article + first)
    }
    qualifiers = phrases_with_clitics(words.qualifiers, names)
    numbers = number_table(lexicon)
    multiples = phrases_with_clitics(words.multiples, names)
    coins = with_clitics({w: c for w, c in words.currencies.items() if not c.common}, names)
    duals_in_form, singles_in_form = with_clitics(duals, names), with_clitics(singles, names)
    return FigureTables(
        words=words,
        numbers=numbers,
        duals=duals_in_form,
        singles=singles_in_form,
        qualifiers=qualifiers,
        qualifier_length=max(len(rest) + 1 for rows in qualifiers.values() for rest, _ in rows),
        qualifiers_apart=phrases_with_clitics(words.qualifiers_apart, names),
        multiples=multiples,
        counted_definite=with_clitics(counted, names),
        measured_things=_things(words.measured_things, names),
        coins=coins,
        identifiers=_identifiers(words.identifiers, names),
        function_words=words.function_words,
        that_words=lexicon.speech.that_words,
        against=words.becoming | words.change_words,
        article=names.article,
        lexicon=lexicon,
        measuring=frozenset().union(
            words.percent_signs,
            words.percent,
            words.currency_signs,
            words.fold_words,
            words.currencies,
            words.units,
            words.counted,
        ),
        triggers=frozenset().union(numbers.words, duals_in_form, singles_in_form, multiples, coins),
    )


def _identifiers(heads: Iterable[str], names: NameWords) -> frozenset[str]:
    """All heads, and those of more than three letters with their clitics."""
    return frozenset(heads) | frozenset(with_clitics({w: 0 for w in heads if len(w) > 3}, names))


_OWNED = ("ها", "ه", "هم", "هما", "نا")


def _things(table: Mapping[str, str], names: NameWords) -> dict[str, str]:
    """What is measured in all its forms: «السرعة», «وسرعتها», «بكلفة»."""
    forms = {
        form: kind
        for word, kind in table.items()
        for form in (word, names.article + word, *(_before_owner(word) + own for own in _OWNED))
    }
    return {form: kind for form, (_, kind) in with_clitics(forms, names).items()}


def _before_owner(word: str) -> str:
    return word[:-1] + "ت" if word.endswith("ه") else word
