"""Who says what a verb or a phrase reports that names nobody: «ويقول», «في رأيها», «وأضافوا»."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.named_before import (
    FAR,
    WEIGHTS,
    Heard,
    Weighed,
    again,
    sentences_before,
)
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import NAME, SOURCE
from generator.analyse.attributions.verb_forms import Verb
from generator.languages.words import words_of

THRESHOLD = 0.4
MARGIN = 0.2
"""By how much the best must lead; else both may be meant, and nobody is named."""
_OLD = frozenset({"spoke", "other paragraph"})
_ROUNDING = 1e-9


def antecedent(
    stage: Stage, index: int, verb: Verb, heard: Heard, *, spoke: bool = True
) -> Said | None:
    """Whom a verb without a subject means; `spoke` says whether who has spoken may go on."""
    return meant(stage, index, heard, feminine=verb.feminine, plural=verb.plural, spoke=spoke)


def meant(
    stage: Stage,
    index: int,
    heard: Heard,
    *,
    feminine: bool,
    plural: bool,
    far: int = FAR,
    spoke: bool = True,
    aside: bool = False,
) -> Said | None:
    """Whom a verb or a pronoun of that gender and number at the word means; in doubt none.

    `far` is how many sentences back he may have been named; `spoke`, whether who has spoken may go
    on; `aside`, that what stands before it is hardly who says it: «الشمس، في رأيه، …».
    """

    def may_be(one: Weighed) -> bool:
        if aside and _is_beside(one, index):
            return False
        return one.distance <= far and (spoke or _OLD.isdisjoint(one.signs))

    named: list[Weighed] = []
    for sentence, most in sentences_before(stage, index, heard, feminine=feminine, plural=plural):
        named = [*sentence, *named]
        if _is_decided([one for one in named if may_be(one)], most):
            break
    ranked = _ranked([one for one in _again(named) if may_be(one)])
    if not ranked or ranked[0].points < THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[0].points - ranked[1].points < MARGIN:
        return None
    return _by_full_name(stage, ranked[0].candidate.said)


def _is_decided(named: Sequence[Weighed], most: float) -> bool:
    """Whether those who are named farther back, with at most so many points, change nothing.

    They may yet make anybody one who was named before.
    """
    best = max(named, key=lambda one: one.points, default=None)
    if best is None or best.points < THRESHOLD + _ROUNDING:
        return False
    clear = best.points - MARGIN - _ROUNDING
    rest = clear - WEIGHTS["named before"]
    return most <= clear and all(one is best or one.points <= rest for one in named)


def _again(named: Sequence[Weighed]) -> list[Weighed]:
    """The same, each after the first of one speaker as somebody who was named before."""
    known: set[str] = set()
    found = []
    for one in named:
        found.append(again(one) if one.key in known else one)
        known.add(one.key)
    return found


def _ranked(named: Sequence[Weighed]) -> list[Weighed]:
    """The best mention of each speaker, the likeliest speaker first."""
    best: dict[str, Weighed] = {}
    for one in named:
        if one.key not in best or best[one.key].points < one.points:
            best[one.key] = one
    return sorted(best.values(), key=lambda one: -one.points)


def _is_beside(one: Weighed, index: int) -> bool:
    """Whether it is what «في رأيه» is said of, or a document, which has no opinion."""
    said = one.candidate.said
    return said.kind == SOURCE or (one.distance == 0 and said.end == index - 1)


def _by_full_name(stage: Stage, said: Said) -> Said:
    """The same by the longest name that the article has: «الطيب» is «ليلى الطيب»."""
    words = words_of(said.speaker)
    if said.kind != NAME or said.topic or not words:
        return said
    return replace(said, speaker=stage.cast.names.get(words[-1], said.speaker))
