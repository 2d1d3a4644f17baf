"""What says that two figures can both hold: their signs."""

from collections.abc import Iterator

from generator.analyse.conflicts.pairs import Pair
from generator.analyse.conflicts.profile import Profile
from generator.analyse.conflicts.stems import roots
from generator.analyse.conflicts.words import (
    AGREES,
    ALONE,
    CAPACITY,
    COMPARED,
    COUNTERPART,
    EXCLUDES,
    KINDS,
    NOW,
    PART,
    PAST,
    POINTS,
    RISES,
    THIS,
    WAS,
)

_KINDS = tuple((f"one of {kind}", mark) for kind, mark in KINDS.items())


def holding_both(pair: Pair) -> Iterator[str]:
    """Signs of parts, plans and other kinds, of other times and other places."""
    yield from _difference(pair)
    yield from _time_and_place(pair)


def _difference(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    if second.another:
        yield "counterpart" if (second.before | second.after) & COUNTERPART else "another"
    if second.before & EXCLUDES:
        yield "excluded"
    if (second.before | second.lead) & AGREES:
        yield "agreed"
    if first.joined:
        yield "first joined"
    if (first.before | first.after) & ALONE or (second.before | second.after) & ALONE:
        yield "one alone"
    if second.last & COMPARED:
        yield "compared"
    if second.joined:
        yield "second joined"
    if first.age or second.age:
        yield "one an age"
    if first.before & PART:
        yield "first a part"
    if second.before & PART:
        yield "second a part"
    if first.wholes:
        yield "first of a whole"
    if second.wholes:
        yield "second of a whole"
    if first.wholes and first.wholes == second.wholes:
        yield "parts of one"
    if first.share and second.share and first.share != second.share:
        yield "other share"
    one, two = first.stands_for, second.stands_for
    unlike = one ^ two
    if first.amount.dimension == "percent":
        unlike &= ~CAPACITY  # «حصة»
    for name, mark in _KINDS if unlike else ():
        if unlike & mark and (not one & mark or second.topic or second.tail):
            yield name
    if (first.before | first.after) & PAST:
        yield "first past"
    if second.before & PAST:
        yield "second past"
    if first.before & WAS:
        yield "first was"
    if second.before & WAS:
        yield "second was told" if second.told and second.clause & WAS else "second was"
    if second.before & NOW and not first.before & NOW:
        yield "second now"
    if second.before & RISES:
        yield "second rises"


def _time_and_place(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    around = second.before | second.after
    if around & POINTS:
        yield "points back"
    if around & THIS:
        yield "of this"
    if second.dated and not first.dates:
        yield f"second {_when(second)}"
    elif first.dated and not second.dates:
        yield f"first {_when(first)}"
    elif first.dates and second.dates:
        yield "same date"
        if first.earlier != second.earlier:
            yield "one earlier"
    if second.places and not first.places:
        yield "second placed"
    scope = second.scope[1]
    if scope and first.scope != second.scope and first.context.isdisjoint(roots(scope)):
        yield "one scope"


def _when(profile: Profile) -> str:
    if profile.earlier:
        return "earlier"
    return "recent" if profile.recent else "dated"
