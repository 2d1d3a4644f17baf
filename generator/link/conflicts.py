"""Figures that disagree, within an article and across articles; never merged, only set side by side.

Within an article the analysis has found them. Across articles far more must agree before two
figures are about the same thing: what happened, what was counted, the period, and whom it concerns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from generator.errors import Diagnostic, warning
from generator.link.facts import LinkedFigure
from generator.link.notes import Words
from generator.measures import converted
from generator.model import (
    Analysis,
    Article,
    Compared,
    Counted,
    FactNote,
    SiteConflict,
    SiteFigure,
    TopicId,
)
from generator.text import iso_bounds

# How long something lasts is told of many things in the same words.
_TIMES = frozenset({"year", "decade", "month", "week", "day", "hour", "minute", "second"})
_FARTHEST = 10  # times; two sources about one thing differ less
# Figures without a date of their own are of the day of their article: tolls and prices move on.
_SAME_DAYS = timedelta(days=1)
# Those who tell do not say what a figure is about.
_TELLING = frozenset({"outlet", "person"})

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with its article and its index among the figures of the site."""

    number: int
    article: Article
    linked: LinkedFigure

    @property
    def figure(self) -> SiteFigure:
        """The figure as the site shows it."""
        return self.linked.figure


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that disagree, by their index among the figures of the site."""

    first: int
    second: int
    about: str


def find_pairs(
    placed: Sequence[Placed], analyses: Sequence[Analysis], types: Mapping[TopicId, str]
) -> tuple[Pair, ...]:
    """Every two figures that disagree, in the order of the figures; `types` gives topics' types."""
    return (*_within(placed, analyses), *_across(placed, types))


def _within(placed: Sequence[Placed], analyses: Sequence[Analysis]) -> Iterator[Pair]:
    by_place = {(p.article.slug, p.linked.index): p for p in placed}
    for analysis in analyses:
        for clash in analysis.conflicts:
            first = by_place.get((analysis.article, clash.first))
            second = by_place.get((analysis.article, clash.second))
            if first and second and not _settled(first.linked, second.linked):
                yield Pair(first.number, second.number, clash.about)


def _settled(first: LinkedFigure, second: LinkedFigure) -> bool:
    """Whether a correction has made the two agree."""
    if not (first.corrected or second.corrected) or not (first.compared and second.compared):
        return False
    return _meet(first.compared, second.compared)


def _across(placed: Sequence[Placed], types: Mapping[TopicId, str]) -> Iterator[Pair]:
    groups: dict[tuple[str, str, str], list[Placed]] = {}
    for one in placed:
        known = one.linked.compared
        if known and known.theme and known.thing and known.unit not in _TIMES:
            groups.setdefault((known.unit, known.thing, known.theme), []).append(one)
    for key in sorted(groups):
        for first, second in combinations(groups[key], 2):
            other = first.article.slug != second.article.slug
            if other and _disagree(first, second, types):
                yield Pair(first.number, second.number, f"{key[1]}, {key[2]}")


def _disagree(first: Placed, second: Placed, types: Mapping[TopicId, str]) -> bool:
    one, two = first.linked.compared, second.linked.compared
    if one is None or two is None or _meet(one, two) or _far_apart(first.figure, second.figure):
        return False
    if one.places and two.places and set(one.places).isdisjoint(two.places):
        return False
    return (
        _two_speakers(first.figure, second.figure)
        and _same_subject(first.figure, second.figure, types)
        and _same_time(first, second)
    )


def _meet(first: Compared, second: Compared) -> bool:
    """Whether one value can satisfy both; 1.2 kilometres can satisfy «more than 950 metres»."""
    least, most = (converted(end, second.unit, first.unit) for end in (second.least, second.most))
    return first.most >= least and most >= first.least


def _far_apart(first: SiteFigure, second: SiteFigure) -> bool:
    small, large = sorted((first.low, second.low))
    return small <= 0 or large / small > _FARTHEST


def _two_speakers(first: SiteFigure, second: SiteFigure) -> bool:
    if not (first.speaker and second.speaker):
        return False
    if first.speaker_topic or second.speaker_topic:
        return first.speaker_topic != second.speaker_topic
    return first.speaker != second.speaker


def _same_subject(first: SiteFigure, second: SiteFigure, types: Mapping[TopicId, str]) -> bool:
    """Whether both sentences name the same topics, or one of them some of the other's."""
    one, two = (_subject(figure, types) for figure in (first, second))
    return bool(one & two) and (one <= two or two <= one)


def _subject(figure: SiteFigure, types: Mapping[TopicId, str]) -> frozenset[TopicId]:
    telling = {figure.speaker_topic, figure.via_topic}
    return frozenset(t for t in figure.topics if t not in telling and types.get(t) not in _TELLING)


def _same_time(first: Placed, second: Placed) -> bool:
    """Whether every date of each sentence meets one of the other; else both are of one day."""
    one, two = _times(first), _times(second)
    return bool(one and two) and all(
        any(a[0] <= b[1] and b[0] <= a[1] for b in others)
        for these, others in ((one, two), (two, one))
        for a in these
    )


def _times(placed: Placed) -> list[Span]:
    dates = placed.linked.compared.dates if placed.linked.compared else ()
    if dates:
        return [iso_bounds(iso) for iso in dates]
    article = placed.article
    iso = article.based_on.published if article.based_on else article.published
    if iso is None or len(iso) < len("2024-06-19"):
        return []
    first, last = iso_bounds(iso)
    return [(first - _SAME_DAYS, last + _SAME_DAYS)]


# ---------------------------------------------------------------- what is shown


def site_conflicts(
    placed: Sequence[Placed], pairs: Iterable[Pair], dismissed: Iterable[frozenset[Words]]
) -> tuple[SiteConflict, ...]:
    """The conflicts, those that share a figure and a subject as one, in the order of the figures.

    A pair that an editor dismissed is left out; its figures stay in the list of figures.
    """
    left_out = set(dismissed)
    groups: list[tuple[str, set[int]]] = []
    for pair in sorted(pairs, key=lambda pair: (pair.first, pair.second)):
        if frozenset((words(placed[pair.first]), words(placed[pair.second]))) in left_out:
            continue
        both = {pair.first, pair.second}
        joined = [group for group in groups if group[1] & both and _one(placed, group, pair)]
        for group in joined:
            both |= group[1]
            groups.remove(group)
        groups.append((joined[0][0] if joined else pair.about, both))
    ordered = sorted((tuple(sorted(numbers)), about) for about, numbers in groups)
    return tuple(_conflict(placed, about, numbers) for numbers, about in ordered)


def _one(placed: Sequence[Placed], group: tuple[str, set[int]], pair: Pair) -> bool:
    """Whether a pair that shares a figure with the group belongs to it: one article has one name
    for a thing, though each pair may know another part of it."""
    within = {placed[number].article.slug for number in (*group[1], pair.first, pair.second)}
    return group[0] == pair.about or len(within) == 1


def _conflict(placed: Sequence[Placed], about: str, numbers: tuple[int, ...]) -> SiteConflict:
    known = [c for number in numbers if (c := placed[number].linked.compared)]
    theme = next((c.theme for c in known if c.theme), "")
    names = next((c.names for c in known if c.names.ar), Counted())
    return SiteConflict(about, numbers, theme, names)


def words(placed: Placed) -> Words:
    """Where the words of a figure stand."""
    passage = placed.figure.passage
    return passage.article, passage.block, placed.figure.surface


def stale_dismissals(
    placed: Sequence[Placed], pairs: Iterable[Pair], dismissed: Mapping[frozenset[Words], FactNote]
) -> Iterator[Diagnostic]:
    """Warnings about dismissed conflicts that are not there."""
    there = {frozenset((words(placed[p.first]), words(placed[p.second]))) for p in pairs}
    for both, note in dismissed.items():
        if both not in there:
            what = f"«{note.surface}» and the figure it is set against are not in conflict."
            yield warning(note.location, what, "Take the note out: it is not needed (any more).")
