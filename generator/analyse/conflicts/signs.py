"""What speaks for and against two figures contradicting each other: the names of their signs."""

from collections.abc import Iterator, Sequence

from generator.analyse.conflicts.likest import among_others
from generator.analyse.conflicts.of_the_same import same_thing
from generator.analyse.conflicts.pairs import Pair
from generator.analyse.conflicts.together import together
from generator.analyse.conflicts.told import telling
from generator.analyse.conflicts.units import meet
from generator.analyse.conflicts.unlike import holding_both
from generator.analyse.conflicts.words import ONLY

_RATIOS = ((1.1, "ratio below 1.1"), (1.3, "ratio below 1.3"), (3.0, "ratio below 3"))


def signs_of_all(pairs: Sequence[Pair]) -> list[list[str]]:
    """The names of the signs that each pair of an article shows, each a row of `weights`."""
    found = [signs_of(pair) for pair in pairs]
    return [
        [*signs, sign] if sign else signs
        for signs, sign in zip(found, among_others(pairs, found), strict=True)
    ]


def signs_of(pair: Pair) -> list[str]:
    """The names of the signs that a pair shows whatever other pairs there are."""
    found = [
        *_distance(pair),
        *same_thing(pair),
        *telling(pair),
        *holding_both(pair),
        *_values(pair),
    ]
    return [*found, *together(found)]


def _distance(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    if pair.apart:
        yield (
            ("next paragraph", "2 paragraphs", "3 paragraphs")[pair.apart - 1]
            if (pair.apart <= 3)
            else "more paragraphs"
        )
    else:
        sentences = second.sentence - first.sentence
        yield (
            ("same sentence", "next sentence", "2 sentences")[sentences]
            if (sentences <= 2)
            else "more sentences"
        )
    yield ("next of its unit", "1 between", "more between")[min(pair.same_between, 2)]
    if first.heading:
        yield "first in a heading"
    if first.followed and not pair.in_one_sentence:
        yield "first amid"


def _values(pair: Pair) -> Iterator[str]:
    yield next((name for most, name in _RATIOS if pair.ratio < most), "ratio above 3")
    if pair.ratio >= 6:
        yield "ratio above 6"
    if meet(pair.first.amount, pair.second.amount):
        yield _meeting(pair)
    if pair.second.amount.low == float("-inf"):
        yield "at most"
    first, second = pair.first.amount, pair.second.amount
    if second.high == float("inf") and second.low > first.high:
        yield "exceeds"
    if (pair.second.last | pair.second.following) & ONLY:
        less = second.value * second.factor < first.value * first.factor
        yield "only less" if less else "only more"


def _meeting(pair: Pair) -> str:
    first, second = pair.first.amount, pair.second.amount
    if second.high == float("inf"):
        return "at least less"
    return "at least before" if first.high == float("inf") else "values meet"
