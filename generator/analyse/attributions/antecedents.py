"""Who says what a verb or a phrase reports that names nobody: «ويقول», «في رأيها», «وأضافوا»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum, log2

from generator.analyse.attributions.candidates import Candidate, candidates_in
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import (
    BODY,
    NAME,
    OUTLET,
    PERSON,
    PLACE,
    SOURCE,
)
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.mentions.find import Named
from generator.languages.words import words_of
from generator.model import BlockKind
from generator.model.record import record

# What each sign of a candidate adds. Set by hand, near what a regression over the open sets of
# tests/eval, articles left out in turn, gives.
WEIGHTS = {
    "spoke": 2.0,
    "asked": 3.0,
    "last to speak": 0.7,
    "subject": 2.0,
    "after preposition": -1.5,
    "after comma": -0.4,
    "elsewhere": -0.3,
    "first clause": 0.5,
    "told": -1.8,
    "related": -0.5,
    "quoted": -3.0,
    "acted on": -2.5,
    "presented": 0.5,
    "indefinite": -0.5,
    "name": 1.5,
    "role": 0.1,
    "body": -0.7,
    "body of another sentence": -1.0,
    "source": -0.5,
    "outlet": -0.5,
    "sure of gender": 0.4,
    "several": 0.5,
    "named before": 0.3,
    "other paragraph": -1.6,
}
DISTANCE = -1.0
"""For each doubling of the distance in sentences."""
THRESHOLD = 0.4
MARGIN = 0.2
"""By how much the best must lead; else both may be meant, and nobody is named."""
_FAR = 4  # sentences; looking farther back found nobody more in any set
_OLD = frozenset({"spoke", "other paragraph"})
_ABOVE = frozenset({BlockKind.TITLE, BlockKind.DECK, BlockKind.HEADING})
_KINDS = {
    NAME: "name",
    PERSON: "role",
    BODY: "body",
    PLACE: "body",
    SOURCE: "source",
    OUTLET: "outlet",
}


@dataclass(slots=True)
class Heard:
    """What was said so far in the article, in this block, and the names of the block."""

    history: list[Said]
    found: list[Said]
    names: Sequence[Named]
    block: int = 0
    quoted: frozenset[int] = frozenset()

    def keep(self, said: Said) -> None:
        """Remembers who spoke."""
        same = said.block == self.block
        self.history.append(said if same else replace(said, block=self.block))


@record(frozen=True, slots=True)
class Weighed:
    """A candidate with all his signs, how many sentences back he was named, and his points."""

    candidate: Candidate
    signs: frozenset[str]
    distance: int

    @property
    def points(self) -> float:
        # Exact, so that the order of a set decides nothing.
        far = DISTANCE * log2(1 + self.distance)
        return fsum([far, *(WEIGHTS[sign] for sign in self.signs)])


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
    far: int = _FAR,
    spoke: bool = True,
    aside: bool = False,
) -> Said | None:
    """Whom a verb or a pronoun of that gender and number at the word means; in doubt none.

    `far` is how many sentences back he may have been named; `spoke`, whether who has spoken may go
    on; `aside`, that what stands before it is hardly who says it: «الشمس، في رأيه، …».
    """
    best: dict[str, tuple[float, Weighed]] = {}
    for one in weighed(stage, index, heard, feminine=feminine, plural=plural):
        key, points = key_of(one.candidate.said), one.points
        if aside and _is_beside(one, index):
            continue
        if one.distance > far or not (spoke or _OLD.isdisjoint(one.signs)):
            continue
        if key not in best or best[key][0] < points:
            best[key] = points, one
    ranked = sorted(best.values(), key=lambda row: -row[0])
    if not ranked or ranked[0][0] < THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return _by_full_name(stage, ranked[0][1].candidate.said)


def _is_beside(one: Weighed, index: int) -> bool:
    """Whether it is what «في رأيه» is said of, or a document, which has no opinion."""
    said = one.candidate.said
    return said.kind == SOURCE or (one.distance == 0 and said.end == index - 1)


def key_of(said: Said) -> str:
    """The same for every mention of one speaker: the topic, the last name or the description."""
    if said.topic:
        return said.topic
    name = said.bearer or said.speaker
    words = words_of(name)
    return words[-1] if said.kind == NAME and words else name


def _by_full_name(stage: Stage, said: Said) -> Said:
    """The same by the longest name that the article has: «الطيب» is «ليلى الطيب»."""
    words = words_of(said.speaker)
    if said.kind != NAME or said.topic or not words:
        return said
    return replace(said, speaker=stage.cast.names.get(words[-1], said.speaker))


# ---------------------------------------------------------------- all who were named


def weighed(
    stage: Stage, index: int, heard: Heard, *, feminine: bool, plural: bool
) -> Iterator[Weighed]:
    """Everybody named before the word whom the gender and the number fit."""
    reading = stage.reading
    here = stage.base + reading.sentences[min(index, len(reading.sentences) - 1)]
    before: set[str] = set()
    for other in stage.cast.stages:
        if not other.reading.sentences or other.base + other.reading.sentences[-1] < here - _FAR:
            continue
        far = other.reading.block != reading.block
        for candidate in _named_in(other, heard, here):
            said = candidate.said
            if not (far or said.end <= index) or not _fits(stage, said, feminine, plural):
                continue
            signs = set(candidate.signs)
            signs.update(_further_signs(stage, candidate, index, here, far=far))
            if key_of(said) in before:
                signs.add("named before")
            before.add(key_of(said))
            yield Weighed(candidate, frozenset(signs), here - candidate.sentence)


def _named_in(stage: Stage, heard: Heard, here: int) -> Iterator[Candidate]:
    """Everybody who spoke or is named in the sentences of a block that are near, in order."""
    reading = stage.reading
    if reading.kind in _ABOVE:
        return
    spoke = [said for said in heard.history if said.block == reading.block]
    last = heard.history[-1] if heard.history else None
    first = max(0, here - _FAR - stage.base)
    for number in range(first, min(reading.sentences[-1], here - stage.base) + 1):
        row = []
        for said in spoke:
            if reading.sentences[said.first] == number:
                signs = {"spoke", _KINDS[said.kind]}
                signs.update(("last to speak",) if said is last else ())
                row.append(Candidate(said, stage.base + number, said.first, frozenset(signs)))
        spans = [(each.first, each.said.end) for each in row]
        row += [_owner(each) for each in row if each.said.owner and not each.said.topic]
        row += [
            each
            for each in candidates_in(stage, number)
            if not any(start <= each.first < end for start, end in spans)
        ]
        yield from sorted(row, key=lambda each: each.first)


def _owner(source: Candidate) -> Candidate:
    """Whose report a source is, who goes on as «وتقول»."""
    said = replace(
        source.said,
        speaker=source.said.owner or "",
        kind=BODY,
        feminine=True,
        pointing=False,
        owner=None,
    )
    return replace(source, said=said)


def _fits(stage: Stage, said: Said, feminine: bool, plural: bool) -> bool:
    """Whether the speaker has the number of the verb and, if one, its gender."""
    if said.plural != plural:
        return False
    known = said.feminine
    if known is None:
        known = stage.cast.genders.get(key_of(said))
    return plural or known in (None, feminine)


def _further_signs(
    stage: Stage, candidate: Candidate, index: int, here: int, *, far: bool
) -> Iterator[str]:
    """The signs that depend on where the verb stands."""
    if candidate.said.feminine is not None:
        yield "sure of gender"
    if candidate.said.plural:
        yield "several"
    if far:
        yield "other paragraph"
    if "body" in candidate.signs and "spoke" not in candidate.signs and here > candidate.sentence:
        yield "body of another sentence"
