"""What speaks for and against two figures contradicting each other: the names of their signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from generator.analyse.conflicts.profiles import Profile
from generator.analyse.conflicts.sources import (
    CARRIED,
    DRIFTED,
    INNER,
    NAMED,
    SAID,
    TELLS,
    UNTOLD,
    same_source,
)
from generator.analyse.conflicts.stems import roots
from generator.analyse.conflicts.together import together
from generator.analyse.conflicts.units import meet
from generator.analyse.conflicts.words import (
    AMOUNTS,
    AS_FOR,
    COUNTS,
    DOUBT,
    GOES_ON,
    INVERTS,
    KINDS,
    LATER,
    MEASURES,
    NOW,
    OTHERS,
    PART,
    PAST,
    QUARREL,
    RISES,
    SAYS,
    SHOWS,
    TOTAL,
    TURN,
    WEAK,
    union,
)

_HOW = {
    UNTOLD: "untold", DRIFTED: "drifts", CARRIED: "carried", INNER: "inner", TELLS: "teller",
    SAID: "said", NAMED: "named",
}  # fmt: skip
_RATIOS = ((1.1, "ratio below 1.1"), (1.3, "ratio below 1.3"), (3.0, "ratio below 3"))
_KINDS = tuple((f"one of {kind}", mark) for kind, mark in KINDS.items())
_ANY_KIND = reduce(or_, KINDS.values())
_WIDE = 3  # paragraphs in which a doubt may still mean the figure before it


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures in the order of the text."""

    first: Profile
    second: Profile
    ratio: float
    same_between: int
    """Figures of the same dimension between them."""

    @property
    def apart(self) -> int:
        """Paragraphs from one to the other."""
        return self.second.block - self.first.block


def signs_of(pair: Pair) -> list[str]:
    """The names of the signs that a pair shows, each a row of `weights`."""
    found = [
        *_distance(pair),
        *_unit(pair),
        *_thing(pair),
        *_words(pair),
        *_voices(pair),
        *_turns(pair),
        *_pointing(pair.second),
        *_difference(pair),
        *_time_and_place(pair),
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


def _unit(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    dimension = first.amount.dimension
    if dimension in ("count", "percent", "time"):
        yield f"unit {dimension}"
    else:
        yield "unit money" if len(first.unit) == 3 and first.unit.isupper() else "unit measure"
    if first.small:
        yield "first a small word"
    if second.small:
        yield "second a small word"
    if dimension != second.amount.dimension:
        yield "second unit left out" if second.amount.bare else "first unit left out"
    elif first.unit != second.unit:
        yield "other unit"


def _thing(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    if first.unit == second.unit == "count":
        yield _nouns(first, second)
    if first.theme and second.theme:
        yield "same theme" if first.theme == second.theme else "other theme"
    elif first.theme or second.theme:
        yield "first theme only" if first.theme else "second theme only"
    if second.measures and first.measures_near:
        if first.measures & second.measures:
            yield "same measure"
        elif not first.measures_near & second.measures:
            yield "other measure"
    if first.measured and second.measured and first.measured.isdisjoint(second.measured):
        yield "measure of another"


def _nouns(first: Profile, second: Profile) -> str:
    if not (first.noun or second.noun):
        return "no nouns"
    if not (first.noun and second.noun):
        return "second without noun" if first.noun else "first without noun"
    if first.kind == second.kind:
        return "same noun" if first.noun == second.noun else "same class"
    if first.nouns & second.nouns:
        return "nouns akin"
    return "people both" if first.human and second.human else "other noun"


def _words(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    known = first.context | first.nouns
    old = sum(1 for both in second.topic if not known.isdisjoint(both))
    if not second.topic:
        yield "topic none"
    elif old:
        yield "topic known" if old == len(second.topic) else "topic partly known"
    else:
        yield "topic new"
    if second.tail and all(known.isdisjoint(both) for both in second.tail):
        yield "tail new"


def _voices(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    how = _HOW[second.source.how]
    if not second.source.name:
        yield "untold after told" if first.source.how > CARRIED else "untold"
    elif not first.source.name:
        yield f"{how} alone"
    elif same_source(first.source, second.source):
        yield "same source" if second.source.how > CARRIED else f"same {how}"
    else:
        yield f"new {how}"
        if first.source.how == DRIFTED:
            yield "first drifts"
    for mark, name in ((COUNTS, "counts"), (SHOWS, "shows"), (MEASURES, "measures")):
        if second.before & mark:
            yield f"second {name}"
    alike = bool(first.source.name) and same_source(first.source, second.source)
    if second.source.how <= CARRIED and second.before & SAYS and not alike:
        yield "second says"
    if (second.before | second.after) & OTHERS:
        yield "of others"
    if second.quoted:
        yield "both quoted" if first.quoted else "second quoted"


def _turns(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    alike = not pair.apart and first.sentence == second.sentence
    between = union(second.marks, first.place.end, second.place.first) if alike else second.lead
    if between & TURN:
        yield "weak turn" if between & WEAK else "turn"
    if between & GOES_ON:
        yield "goes on"
    if alike and first.before & INVERTS:
        yield "inverted turn"
    start = 0 if pair.apart else first.place.end
    wide = union(second.marks, start, second.place.first) if pair.apart < _WIDE else 0
    if (wide | first.before) & DOUBT:
        yield "doubt"
    if (wide | first.lead) & QUARREL:
        yield "quarrel"


def _pointing(second: Profile) -> Iterator[str]:
    if second.before & TOTAL:
        yield "total"
    if second.before & AMOUNTS:
        yield "second amounts"
    if second.before & AS_FOR:
        yield "as for"
    if second.pronoun:
        yield "pronoun"
    if second.same:
        yield "said the same"
    if second.definite:
        yield "definite"


def _difference(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    if second.another:
        yield "another"
    if first.before & PART:
        yield "first a part"
    if second.before & PART:
        yield "second a part"
    if first.share and second.share and first.share != second.share:
        yield "other share"
    one, two = first.before | first.after, second.before | second.after
    unlike = (one ^ two) & _ANY_KIND
    for name, mark in _KINDS if unlike else ():
        if unlike & mark and not (one & mark and not second.topic):
            yield name
    if (first.before | first.after) & PAST:
        yield "first past"
    if second.before & PAST:
        yield "second past"
    if second.before & NOW and not first.before & NOW:
        yield "second now"
    if second.before & RISES:
        yield "second rises"
    if first.rate != second.rate:
        yield "one a rate"


def _time_and_place(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    if second.dated and not first.dates:
        yield "second dated"
    elif first.dated and not second.dates:
        yield "first dated"
    if first.earlier != second.earlier:
        yield "one earlier"
    if second.places and not first.places:
        yield "second placed"
    scope = second.scope[1]
    if scope and first.scope != second.scope and first.context.isdisjoint(roots(scope)):
        yield "one scope"


def _values(pair: Pair) -> Iterator[str]:
    yield next((name for most, name in _RATIOS if pair.ratio < most), "ratio above 3")
    if pair.ratio >= 6:
        yield "ratio above 6"
    if meet(pair.first.amount, pair.second.amount):
        yield "values meet"
    if pair.second.amount.low == float("-inf"):
        yield "at most"


def is_update(first: Profile, second: Profile) -> bool:
    """Whether one source tells how its number has changed: «وأعلنت لاحقا أن الحصيلة ارتفعت»."""
    alike = bool(first.source.name) and same_source(first.source, second.source)
    return alike and bool(second.before & (RISES | LATER))
