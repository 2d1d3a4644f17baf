"""The section on numbers: cardinals, scales, fractions."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.languages.groups import Groups
from generator.languages.words import Words
from generator.text import fold


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Cardinals, scales, fractions: word -> value."""

    cardinals: Mapping[str, int]
    hundreds: Words
    scales: Mapping[str, int]
    dual_scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    parts: Mapping[str, int]
    vague: Mapping[str, int]
    not_numbers: Words
    ordinals: Words


def read_numbers(groups: Groups) -> NumberWords:
    """Cardinals, scales, fractions."""
    return NumberWords(
        cardinals=groups.numbers("cardinals"),
        hundreds=groups.words("hundred_words"),
        scales=groups.numbers("scales"),
        dual_scales=groups.numbers("dual_scales"),
        fractions={fold(w): Fraction(v) for w, v in groups.values("fractions").items()},
        parts={fold(w): int(v) for w, v in groups.values("parts_of_one").items()},
        vague={fold(w): int(v) for w, v in groups.values("vague_numbers").items()},
        not_numbers=groups.words("not_numbers"),
        ordinals=groups.words("ordinals_of_ten"),
    )
