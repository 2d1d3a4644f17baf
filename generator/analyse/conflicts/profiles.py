"""What a figure is about and who tells it, as far as the words around it say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.analyse.conflicts.about import (
    AFTER,
    BEFORE,
    Roots,
    happens_there,
    is_of_event,
    measured_of,
    rate_of,
    scope_of,
    share_of,
    themes_of,
    told_by,
)
from generator.analyse.conflicts.cues import (
    is_bare,
    is_enclosed,
    is_old_value,
    is_part,
    is_plural_person,
    is_pronoun,
    is_quoted,
    says_another,
    says_same,
)
from generator.analyse.conflicts.profile import Profile
from generator.analyse.conflicts.sources import Source, source_of
from generator.analyse.conflicts.stems import roots, skeleton
from generator.analyse.conflicts.stretches import Scene, Stretch, stretches_of
from generator.analyse.conflicts.units import amount_of
from generator.analyse.conflicts.words import (
    ANOTHER,
    ANY_KIND,
    COUNTERPART,
    OBJECT,
    SAME,
    SAME_NEXT,
    THAT,
    union,
)
from generator.analyse.dates.calendar import Anchor
from generator.analyse.figures.context import Measured
from generator.analyse.mentions.find import PLACES
from generator.model import BlockKind, Figure
from generator.model.record import record
from generator.text import fold, iso_bounds

_TAIL = 3  # words after a figure that say what it is of
_FAR = 2  # words between a noun and the number after it; more and it may be of something else
_SMALL = 1000
_REMEMBERED = 2048  # counted things
_PAUSES = frozenset("،,؛:»")

Placed = tuple[int, Measured, Figure]
"""The block's number, the figure's words, and the figure."""


@record(frozen=True, slots=True)
class Sentence:
    """What the figures of a sentence share; it begins at the word `first`."""

    number: int
    first: int
    told: dict[int, Roots]
    """By their place, the roots of the words that tell something."""
    context: frozenset[str]
    measures: frozenset[str]


def _sentence(scene: Scene, number: int) -> Sentence:
    reading, measures = scene.reading, scene.tables.measures
    first, end = bisect_left(reading.sentences, number), bisect_right(reading.sentences, number)
    told = told_by(scene, first, end)
    return Sentence(
        number,
        first,
        told,
        frozenset([root for both in told.values() for root in both]),
        frozenset([m for word in reading.words[first:end] if (m := measures.get(word))]),
    )


@lru_cache(maxsize=_REMEMBERED)
def _counted(text: str) -> tuple[str, frozenset[str]]:
    """The first noun of what is counted, and the roots of all its words."""
    words = fold(text).split()
    return words[0].removeprefix("ال") if words else "", frozenset(
        [root for word in words for root in roots(word)]
    )


def profiles_of(scene: Scene, placed: Sequence[tuple[int, Placed]]) -> Iterator[Profile]:
    """The profiles of a block's figures, each with its index; none of parts and of old values."""
    stretches = stretches_of(scene, [one[1] for _, one in placed])
    sentences: dict[int, Sentence] = {}
    wholes: dict[int, tuple[int, ...]] = {}
    for here, ((index, (_, measured, figure)), place) in enumerate(
        zip(placed, stretches, strict=True)
    ):
        if figure.qualifier in ("vague", "implied") or is_old_value(scene.reading, measured):
            continue
        before = placed[here - 1] if here else None
        part = before and is_part(scene, before[1][1], measured)
        wholes[index] = (*wholes.get(before[0], ()), before[0]) if before and part else ()
        number = scene.reading.sentences[measured.first]
        if number not in sentences:
            sentences[number] = _sentence(scene, number)
        following = placed[here + 1 : here + 2]
        followed = any(scene.reading.sentences[m.first] == number for _, (_, m, _) in following)
        yield _profile(
            scene, index, measured, figure, place, sentences[number], followed, wholes[index]
        )


def _near(iso: str, published: Anchor) -> bool:
    """Whether a time reaches the month before the publication."""
    last = iso_bounds(iso)[1]
    return last.year * 12 + last.month >= published.year * 12 + (published.month or 12) - 1


def _kinds(scene: Scene, place: Stretch, pause: int, source: Source) -> int:
    """What it stands for, told in its clause: the name of its source may be «لجنة الموازنة»."""
    marks, found = scene.marks, 0
    for at in (*range(place.start, place.first), *range(place.end, pause)):
        if marks[at] & ANY_KIND:
            found |= marks[at]
    return found & ANY_KIND


def _profile(
    scene: Scene,
    index: int,
    measured: Measured,
    figure: Figure,
    place: Stretch,
    sentence: Sentence,
    followed: bool,
    wholes: tuple[int, ...],
) -> Profile:
    reading, marks, words = scene.reading, scene.marks, scene.tables.words
    start, first, end, stop = place.start, place.first, place.end, place.stop
    before, after = union(marks, start, first), union(marks, end, stop)
    source = source_of(reading, marks, place, scene.sayings, figure.attributed_to)
    told = {p: r for p, r in sentence.told.items() if not source.first <= p < source.end}
    that = next(
        (
            p + 1
            for p in range(first - 1, start - 1, -1)
            if marks[p] & THAT or reading.words[p] == ":"
        ),
        start,
    )
    pause = next((p for p in range(end, stop) if reading.words[p] in _PAUSES), stop)
    dates = [d for d in scene.dated if is_of_event(scene, d.first, d.end, place, that, source)]
    known = tuple(d.when.iso for d in dates if d.when.iso)
    far = measured.noun is not None and first - measured.noun[1] > _FAR
    counted, nouns = _counted("" if far else figure.counted.ar)
    noun = counted and (figure.counted.en or counted)
    kind = words.classes.get(noun, noun)
    amount = amount_of(figure, bare=is_bare(reading.words[end - 1], marks[end - 1]))
    measures = scene.tables.measures
    around = (*range(start, first), *range(end, min(stop, end + AFTER)))
    beside = (*range(max(start, first - 4), first), *range(end, min(stop, end + 3)))
    return Profile(
        index=index,
        block=reading.block,
        sentence=sentence.number,
        place=place,
        marks=marks,
        heading=reading.kind in (BlockKind.TITLE, BlockKind.DECK),
        small=measured.bare and not measured.digits and measured.low < _SMALL,
        amount=amount,
        unit="count" if figure.unit in ("person", "household") else figure.unit,
        noun=noun,
        kind=kind,
        human=noun in scene.tables.human or figure.unit == "person",
        nouns=nouns,
        definite=measured.noun is not None and measured.noun[0] < first and not far,
        themes=themes_of(scene, place, kind, amount.dimension),
        measures=frozenset([m for p in around if (m := measures.get(reading.words[p]))]),
        measures_near=sentence.measures,
        topic=tuple([told[p] for p in range(max(that, first - BEFORE), first) if p in told]),
        tail=tuple([told[p] for p in range(end, min(pause, end + _TAIL)) if p in told]),
        context=sentence.context,
        stands_for=_kinds(scene, place, pause, source),
        before=before,
        after=after,
        lead=union(marks, sentence.first, first),
        clause=union(marks, that, first),
        told=that > start,
        source=source,
        quoted=is_quoted(reading, first),
        pronoun=bool(before & (THAT | OBJECT))
        and any(is_pronoun(reading.words[p], marks[p]) for p in range(start, first)),
        same=bool((before | after) & (SAME | SAME_NEXT))
        and any(says_same(scene, p) for p in range(start + 1, stop)),
        another=bool((before | after) & (ANOTHER | COUNTERPART))
        and any(says_another(scene, p) for p in range(start + 1, stop)),
        all_dates=tuple(
            [d.when.iso for d in scene.dated if start <= d.first < stop and d.when.iso]
        ),
        dates=known,
        undated=frozenset(
            [" ".join(reading.words[d.first : d.end]) for d in dates if not d.when.iso]
        ),
        dated=bool(dates),
        earlier=bool(known)
        and scene.published is not None
        and all(iso_bounds(iso)[1].year < scene.published.year for iso in known),
        recent=scene.published is not None and any(_near(iso, scene.published) for iso in known),
        places=frozenset(
            [
                n.topic.id
                for n in scene.named
                if n.topic.type in PLACES
                and is_of_event(scene, n.first, n.end, place, that, source)
                and happens_there(reading, marks, n)
            ]
        ),
        scope=scope_of(scene, place),
        rate=rate_of(scene, place),
        share=share_of(reading, end),
        measured=measured_of(scene, place),
        own=tuple(
            [both for at, both in told.items() if start <= at < stop and not first <= at < end]
        ),
        skeleton=skeleton(counted),
        generic=counted in words.generic,
        people=any(is_plural_person(reading.words[p]) for p in beside),
        last=union(marks, max(start, first - 2), first),
        following=union(marks, end, min(stop, end + 3)),
        joined=first - start <= 1 and start > sentence.first and reading.words[start][0] == "و",
        followed=followed,
        wholes=wholes,
        age=figure.unit == "year" and is_enclosed(reading, first, end),
    )
