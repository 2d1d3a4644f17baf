"""The words of numbers in all their forms, built once for a lexicon."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.analyse.clitics import prefixes, with_clitics
from generator.languages.lexicon import Lexicon
from generator.model.record import record

UNITS, TEN, TENS, HUNDREDS = "units", "ten", "tens", "hundreds"
SCALE, DUAL_SCALE, FRACTION, VAGUE = "scale", "dual scale", "fraction", "vague"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word of a number: its kind and value, the letters joined before it."""

    kind: str
    value: int | Fraction
    prefix: int = 0
    joined: bool = False
    definite: bool = False


@record(frozen=True, slots=True)
class Number:
    """A number in words first..end-1 of a reading; `prefix` letters of the first are not its own."""

    first: int
    end: int
    low: Decimal
    high: Decimal | None = None
    prefix: int = 0
    digits: bool = False
    scale: int = 1
    fraction: bool = False
    vague: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class NumberTable:
    """All forms of number words, and the letters that may be glued before digits."""

    words: dict[str, NumberWord]
    hundreds: frozenset[str]
    parts: Mapping[str, int]
    glue: dict[str, tuple[int, bool, bool]]
    ordinals: frozenset[str]
    """Ordinals in all their forms, which «عشرة» or «والعشرين» may follow."""
    function_words: frozenset[str] = frozenset()
    """Words that are never counted."""
    comma_is_decimal: bool = False


@lru_cache(maxsize=8)
def number_table(lexicon: Lexicon) -> NumberTable:
    """The forms of all number words of the language, built once."""
    base: dict[str, NumberWord] = {}
    words = lexicon.numbers
    for word, value in words.vague.items():
        base[word] = NumberWord(VAGUE, value)
    for word, part in words.fractions.items():
        base[word] = NumberWord(FRACTION, part)
    for word, value in words.cardinals.items():
        base[word] = NumberWord(_kind(value), value)
    for word, value in words.scales.items():
        base.setdefault(word, NumberWord(SCALE, value))
    for word, value in words.dual_scales.items():
        base[word] = NumberWord(DUAL_SCALE, value)
    article = lexicon.names.article
    table: dict[str, NumberWord] = {}
    for word, number in base.items():
        # «كـ» before a number word is rare, and «كميات» (quantities) is not "like hundreds".
        for prefix in ("", *(p for p in prefixes(lexicon.names) if not p.endswith("ك"))):
            joined = prefix == "و"
            table.setdefault(prefix + word, replace(number, prefix=len(prefix), joined=joined))
            with_article = prefix + ("ل" if prefix.endswith("ل") else article) + word
            definite = NumberWord(number.kind, number.value, len(prefix), joined, definite=True)
            table.setdefault(with_article, definite)
    for word in words.not_numbers:
        table.pop(word, None)
    glue = {prefix: (len(prefix), prefix == "و", False) for prefix in prefixes(lexicon.names)}
    for prefix in ("", *prefixes(lexicon.names)):
        spelled = prefix + ("ل" if prefix.endswith("ل") else article)
        glue[spelled] = (len(spelled), prefix == "و", True)
    ordinals = with_clitics(
        {form: 0 for word in words.ordinals for form in (word, article + word)}, lexicon.names
    )
    return NumberTable(
        table,
        words.hundreds,
        words.parts,
        glue,
        frozenset(ordinals),
        lexicon.figures.function_words,
    )


def _kind(value: int) -> str:
    if value < 10:
        return UNITS
    if value == 10:
        return TEN
    return TENS if value < 100 else HUNDREDS
