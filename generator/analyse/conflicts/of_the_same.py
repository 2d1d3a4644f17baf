"""What two figures are about: signs that it is the same, or not."""

from collections.abc import Iterable, Iterator

from generator.analyse.conflicts.pairs import Pair, has_new_tail
from generator.analyse.conflicts.profile import Profile
from generator.analyse.conflicts.words import (
    AMOUNTS,
    AS_FOR,
    OWN_NUMBER,
    TOTAL,
)


def same_thing(pair: Pair) -> Iterator[str]:
    """Signs of unit, counted thing and words around."""
    yield from _unit(pair)
    yield from _thing(pair)
    yield from _words(pair)
    yield from _pointing(pair.second)


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
    if first.themes and second.themes:
        shared = any(theme in second.themes for theme in first.themes)
        yield "same theme" if shared else "other theme"
    elif first.themes or second.themes:
        yield "first theme only" if first.themes else "second theme only"
    if second.measures and first.measures_near:
        if first.measures & second.measures:
            yield "same measure"
        elif not first.measures_near & second.measures:
            yield "other measure"
    if first.measured and second.measured and first.measured.isdisjoint(second.measured):
        yield "measure of another"
    if first.rate and first.rate == second.rate:
        yield "same rate"
    elif bool(first.rate) != bool(second.rate):
        yield "one a rate"


def _nouns(first: Profile, second: Profile) -> str:
    if not (first.noun or second.noun):
        return "no nouns"
    if not (first.noun and second.noun):
        return "second without noun" if first.noun else "first without noun"
    if first.kind == second.kind:
        return "same noun" if first.noun == second.noun else "same class"
    if first.nouns & second.nouns or first.skeleton == second.skeleton:
        return "other gender" if _other_gender(first.noun, second.noun) else "nouns akin"
    people = (first.human or first.people) and (second.human or second.people)
    if first.generic or second.generic:
        return "people both" if people else "generic noun"
    if first.human and second.human:
        return "people unlike"
    return "people perhaps" if people else "other noun"


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
    if has_new_tail(pair):
        yield "tail new"
    if first.tail and second.tail and _roots(first.tail).isdisjoint(_roots(second.tail)):
        yield "tails apart"
    said = _roots(first.own)
    shared = sum(not said.isdisjoint(both) for both in second.own)
    if shared:
        yield "own shared" if shared < 2 else "own much shared"


def _pointing(second: Profile) -> Iterator[str]:
    if second.last & OWN_NUMBER:
        yield "own number"
    elif second.before & TOTAL:
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


def _roots(words: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset([root for both in words for root in both])


def _other_gender(first: str, second: str) -> bool:
    """«تلميذ» and «تلميذة»."""
    return first.removesuffix("ا") + "ه" == second or second.removesuffix("ا") + "ه" == first
