"""Figures of one article that cannot both be right about the same thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.conflicts.clauses import QUARREL, TURN, doubts
from generator.analyse.conflicts.differences import (
    changed,
    comparable,
    far_enough,
    measures_anything,
    unlike,
)
from generator.analyse.conflicts.profiles import Profile, Setting, is_part, profile_of
from generator.analyse.conflicts.sameness import (
    BLOCKS_APART,
    about_the_same,
    more_than_theme,
    same_quantity,
    same_thing,
    within_reach,
)
from generator.analyse.conflicts.voices import (
    another_voice,
    framed,
    other_source,
    told_by_others,
    turn_of,
)
from generator.analyse.conflicts.words import conflict_tables
from generator.analyse.dates.calendar import Anchor
from generator.analyse.dates.context import Found
from generator.analyse.figures.context import Measured
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import Compared, Counted, Figure, FigureConflict

_TIMES = frozenset({"year", "decade", "month", "week", "day", "hour", "minute", "second"})
_ALONE_APART = 4  # paragraphs in which two sources tell of one event without a turn
_SMALL = 1000  # smaller numbers in words that no noun follows are too little to compare by
_MOST = 400  # figures; more than that are a table, not an article


@dataclass(frozen=True, slots=True)
class Clashes:
    """The conflicts of an article, and what its figures can be compared by, by their index."""

    conflicts: tuple[FigureConflict, ...] = ()
    compared: dict[int, Compared] = field(default_factory=dict)


def find_conflicts(
    readings: Sequence[Reading],
    figures: Sequence[tuple[int, Measured, Figure]],
    named: Sequence[Sequence[Named]],
    dated: Sequence[Sequence[Found]],
    published: Anchor | None,
    lexicon: Lexicon,
) -> Clashes:
    """Figures, by their index, for which different sources give values that exclude each other.

    `figures` holds the block's number, the figure's words and the figure, in order.
    """
    if len(figures) > _MOST:
        return Clashes()
    tables = conflict_tables(lexicon)
    setting = Setting(published, tables, doubts(readings, tables))
    profiles: list[Profile] = []
    before: tuple[int, Measured, Figure] | None = None
    for index, (block, measured, figure) in enumerate(figures):
        if measured.bare and not measured.digits and measured.low < _SMALL:
            continue
        whole = before is not None and _is_near(readings[block], before, block, measured)
        before = figures[index]
        if whole and is_part(readings[block], measured, tables):
            continue
        profile = profile_of(
            readings[block],
            index,
            measured,
            figure,
            named[block],
            dated[block],
            _between(figures, index, len(readings[block].words)),
            setting,
        )
        if profile:
            profiles.append(_inherited(profile, profiles))
    names = lexicon.figures.counted_names
    return Clashes(
        tuple(_pairs(profiles)), {p.index: _compared(p, figures, names) for p in profiles}
    )


def _is_near(
    reading: Reading, before: tuple[int, Measured, Figure], block: int, measured: Measured
) -> bool:
    """Whether the figure before stands in the same sentence or in the one before it."""
    other = reading.sentences[before[1].first] if before[0] == block else None
    return other is not None and reading.sentences[measured.first] - other <= 1


def _between(
    figures: Sequence[tuple[int, Measured, Figure]], index: int, words: int
) -> tuple[int, int]:
    """The end of the figure before in the same block, and where the next one begins."""
    block = figures[index][0]
    before = figures[index - 1] if index > 0 else None
    after = figures[index + 1] if index + 1 < len(figures) else None
    return (
        before[1].end if before and before[0] == block else 0,
        after[1].first if after and after[0] == block else words,
    )


def _compared(
    profile: Profile, figures: Sequence[tuple[int, Measured, Figure]], names: Mapping[str, str]
) -> Compared:
    english = figures[profile.index][2].counted.en or (
        profile.noun if profile.noun in names else ""
    )
    return Compared(
        unit=profile.unit,
        thing=profile.noun,
        theme=profile.theme,
        least=profile.low,
        most=profile.high,
        dates=profile.dates,
        places=tuple(sorted(profile.places)),
        names=Counted(names.get(english, ""), english),
    )


def _inherited(profile: Profile, earlier: Sequence[Profile]) -> Profile:
    """«بينما تقول النقابة إن العدد بلغ 60»: the thing counted was named before."""
    if not earlier:
        return profile
    short = profile.bare and not profile.predicate and (profile.elliptic or profile.unit != "count")
    if short and profile.place[:2] == earlier[-1].place[:2]:
        profile = replace(profile, kinds=profile.kinds | earlier[-1].kinds)
    if profile.theme and profile.noun:
        return profile
    last = next((p for p in reversed(earlier) if p.unit == profile.unit), None)
    if last is None or profile.place[0] - last.place[0] > BLOCKS_APART:
        return profile
    bare = not profile.theme and not profile.noun and not measures_anything(profile)
    again = turn_of(last, profile) or framed(last, profile)
    if not (profile.refers or (bare and again)):
        return profile
    return replace(
        profile,
        theme=profile.theme or last.theme,
        noun=profile.noun or last.noun,
        kind=profile.kind or last.kind,
    )


# ---------------------------------------------------------------- every two figures


def _pairs(profiles: Sequence[Profile]) -> list[FigureConflict]:
    found: list[FigureConflict] = []
    seen: set[tuple[object, ...]] = set()
    for number, second in enumerate(profiles):
        answered = False
        for first in reversed(profiles[:number]):
            key = (first.unit, first.theme, frozenset((first.value, second.value)))
            if key in seen or not comparable(first, second):
                continue
            plain = _contradicts(first, second)
            if not plain and (answered or not _answers(first, second)):
                continue
            answered = answered or not plain
            seen.add(key)
            about = ", ".join(part for part in (first.noun, first.theme) if part)
            found.append(FigureConflict(first.index, second.index, about or first.unit))
    return sorted(found, key=lambda conflict: (conflict.first, conflict.second))


def _contradicts(first: Profile, second: Profile) -> bool:
    """Whether two sources tell the same of the same thing, with values that never meet."""
    if first.unit in _TIMES or (first.high >= second.low and second.high >= first.low):
        return False
    if not same_thing(first, second) or unlike(first, second, besides=frozenset({"plan"})):
        return False
    told = turn_of(first, second) in (TURN, QUARREL) or first.heading
    if not told and second.place[0] - first.place[0] > _ALONE_APART:
        return False
    again = told or second.refers or more_than_theme(first, second)
    if first.unit != "count" and not (again or same_quantity(first, second)):
        return False
    return told_by_others(first, second)


def _answers(first: Profile, second: Profile) -> bool:
    """Whether the second sets another value of another source against the first.

    «أسفر … عن مقتل 14 على الأقل … غير أن النقابة تحدثت عن 23 جثة»: then the values are what is told,
    whatever their qualifiers leave open, and neither need repeat what is counted.
    """
    turn = turn_of(first, second)
    if not turn and not other_source(first, second) and not framed(first, second):
        return False
    if not another_voice(first, second, turn) or not far_enough(first, second):
        return False
    if unlike(first, second) or changed(first, second):
        return False
    beside = framed(first, second) and second.source_named
    if first.unit in _TIMES and not (turn or beside):
        return False
    return about_the_same(first, second, turn) and within_reach(first, second)
