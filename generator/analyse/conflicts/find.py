"""Figures of one article that cannot both be right about the same thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.analyse.attributions.said import Said
from generator.analyse.conflicts.pairs import Pair, is_update
from generator.analyse.conflicts.profile import Profile
from generator.analyse.conflicts.profiles import Placed, profiles_of
from generator.analyse.conflicts.signs import signs_of_all
from generator.analyse.conflicts.sources import OPENED
from generator.analyse.conflicts.stretches import scene_of
from generator.analyse.conflicts.units import bounds, ratio
from generator.analyse.conflicts.weights import AGAIN, BIAS, SURE, THRESHOLD, WEIGHTS
from generator.analyse.conflicts.words import (
    COUNTS,
    DOUBT,
    FORECAST,
    FUTURE,
    OTHERS,
    PLAN,
    SHOWS,
    conflict_tables,
)
from generator.analyse.dates.calendar import Anchor
from generator.analyse.dates.context import Found
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import Compared, Counted, FigureConflict
from generator.text import iso_bounds

_MOST = 400  # figures; more than that are a table, not an article
_AHEAD = FORECAST | PLAN | FUTURE
# Farther than that two figures were never set against each other in the articles read by hand:
_BLOCKS_APART = 5  # paragraphs,
_SAME_BETWEEN = 5  # figures of the same dimension
_NEW_WORDS = COUNTS | SHOWS | OTHERS | DOUBT


@dataclass(frozen=True, slots=True)
class Clashes:
    """The conflicts of an article, and what its figures can be compared by, by their index."""

    conflicts: tuple[FigureConflict, ...] = ()
    compared: dict[int, Compared] = field(default_factory=dict)


def find_conflicts(
    readings: Sequence[Reading],
    figures: Sequence[Placed],
    named: Sequence[Sequence[Named]],
    dated: Sequence[Sequence[Found]],
    sayings: Sequence[Sequence[Said]],
    published: Anchor | None,
    lexicon: Lexicon,
) -> Clashes:
    """Figures, by their index, for which different sources give values that exclude each other.

    `figures` holds the block's number, the figure's words and the figure, in order.
    """
    if len(figures) > _MOST:
        return Clashes()
    tables = conflict_tables(lexicon)
    by_block: dict[int, list[tuple[int, Placed]]] = {}
    for index, one in enumerate(figures):
        by_block.setdefault(one[0], []).append((index, one))
    profiles: list[Profile] = []
    for block, placed in by_block.items():
        scene = scene_of(
            readings[block], named[block], dated[block], sayings[block], published, tables
        )
        profiles += profiles_of(scene, placed)
    names = lexicon.figures.counted_names
    return Clashes(
        tuple(_chosen(candidates(profiles))),
        {profile.index: _compared(profile, figures, names) for profile in profiles},
    )


def _compared(profile: Profile, figures: Sequence[Placed], names: Mapping[str, str]) -> Compared:
    figure = figures[profile.index][2]
    english = figure.counted.en or (profile.noun if profile.noun in names else "")
    least, most = bounds(figure)
    return Compared(
        unit=profile.unit,
        thing=profile.noun,
        theme=next(iter(profile.themes), ""),
        least=least,
        most=most,
        dates=profile.all_dates,
        places=tuple(sorted(profile.places)),
        names=Counted(names.get(english, ""), english),
    )


# ---------------------------------------------------------------- every two figures


def candidates(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Every two figures that can be compared and that no matter of logic keeps apart."""
    for number, second in enumerate(profiles):
        same, anew = 0, _is_anew(second)
        for first in reversed(profiles[:number]):
            apart = second.block - first.block
            alike = first.amount.dimension == second.amount.dimension
            times = ratio(first.amount, second.amount) if alike or not same else 0
            if (
                times
                and (anew or apart <= 1)
                and (_is_near(apart, same) or _is_akin(first, second))
                and first.index not in second.wholes
                and not _apart(first, second)
                and not is_update(first, second)
            ):
                yield Pair(first, second, times, same)
            same += alike


def _is_near(apart: int, same: int) -> bool:
    return apart <= _BLOCKS_APART and same <= _SAME_BETWEEN


def _is_akin(first: Profile, second: Profile) -> bool:
    """Whether they count or measure the same."""
    if first.kind and second.kind:
        return first.kind == second.kind or not first.nouns.isdisjoint(second.nouns)
    return any(theme in second.themes for theme in first.themes) or not (
        first.measures.isdisjoint(second.measures)
    )


def _is_anew(profile: Profile) -> bool:
    """Whether somebody else may tell it; without that it only answers what stands nearby."""
    marks = profile.before | profile.lead
    return profile.source.how > OPENED or profile.quoted or bool(marks & _NEW_WORDS)


def _apart(first: Profile, second: Profile) -> bool:
    """Whether they tell of two periods or of two places."""
    if first.places and second.places and first.places.isdisjoint(second.places):
        return True
    if first.scope[0] == second.scope[0] != "" and first.scope != second.scope:
        return True
    if first.undated and second.undated and first.undated.isdisjoint(second.undated):
        return True
    if first.dated and second.before & _AHEAD and not first.before & _AHEAD:
        return True  # what was then and what may come
    if not first.dates or not second.dates:
        return False
    spans = [[iso_bounds(iso) for iso in profile.dates] for profile in (first, second)]
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in spans[0] for b in spans[1])


def score(signs: Iterable[str]) -> float:
    """How much more speaks for a contradiction than against it, in logits."""
    return BIAS + sum([WEIGHTS[sign].weight for sign in signs])


def _chosen(candidates: Iterator[Pair]) -> list[FigureConflict]:
    pairs = list(candidates)
    scored = [(score(signs), pair) for pair, signs in zip(pairs, signs_of_all(pairs), strict=True)]
    found = [
        FigureConflict(pair.first.index, pair.second.index, _about(pair.first, pair.second))
        for pair in choose(scored)
    ]
    return sorted(found, key=lambda conflict: (conflict.first, conflict.second))


def choose(scored: Sequence[tuple[float, Pair]]) -> Iterator[Pair]:
    """The pairs that contradict each other, the surest first.

    A figure that has its counterpart needs more for another, unless both contradict a third:
    three values of one thing make three pairs. Values that are told again make no new pair.
    """
    sure = {_ends(pair) for points, pair in scored if points >= SURE}
    against: dict[int, set[int]] = {}
    told: set[tuple[str, frozenset[float]]] = set()
    ordered = sorted(scored, key=lambda row: (-row[0], row[1].first.index, row[1].second.index))
    for points, pair in ordered:
        if points < THRESHOLD:
            return
        one, two = pair.first.index, pair.second.index
        key = (
            pair.first.amount.dimension,
            frozenset((pair.first.amount.value, pair.second.amount.value)),
        )
        taken = sum(
            not all(frozenset((other, third)) in sure for third in against.get(index, ()))
            for index, other in ((one, two), (two, one))
        )
        if key in told or points - taken * AGAIN < THRESHOLD:
            continue
        told.add(key)
        against.setdefault(one, set()).add(two)
        against.setdefault(two, set()).add(one)
        yield pair


def _ends(pair: Pair) -> frozenset[int]:
    return frozenset((pair.first.index, pair.second.index))


def _about(first: Profile, second: Profile) -> str:
    """What is counted and what happened, as far as either says."""
    parts = (first.noun or second.noun, next(iter(first.themes or second.themes), ""))
    return ", ".join(part for part in parts if part) or first.unit
