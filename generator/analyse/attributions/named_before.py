"""Everybody named before a verb without a subject, and what speaks for each: signs and weights."""

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
FAR = 4
"""Sentences; looking farther back found nobody more in any set."""
BEST = (
    ("spoke", "last to speak", "name", "sure of gender", "named before", "several"),
    ("subject", "first clause", "presented", "name", "sure of gender", "named before", "several"),
)
"""Together nobody shows more signs that speak for him than one of these rows."""
_MOST = max(fsum(WEIGHTS[sign] for sign in row) for row in BEST)
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
    key: str
    signs: frozenset[str]
    distance: int
    points: float


def weighed(candidate: Candidate, key: str, signs: frozenset[str], distance: int) -> Weighed:
    """The candidate with his points, which are summed exactly: the order of a set decides nothing."""
    far = DISTANCE * log2(1 + distance)
    points = fsum([far, *[WEIGHTS[sign] for sign in signs]])
    return Weighed(candidate, key, signs, distance, points)


def again(one: Weighed) -> Weighed:
    """The same as somebody who was named before."""
    return weighed(one.candidate, one.key, one.signs | {"named before"}, one.distance)


def key_of(said: Said) -> str:
    """The same for every mention of one speaker: the topic, the last name or the description."""
    if said.topic:
        return said.topic
    name = said.bearer or said.speaker
    words = words_of(name)
    return words[-1] if said.kind == NAME and words else name


def sentences_before(
    stage: Stage, index: int, heard: Heard, *, feminine: bool, plural: bool
) -> Iterator[tuple[list[Weighed], float]]:
    """Everybody named before the word whom the gender and the number fit, the nearest sentence first.

    With each sentence comes what nobody who is named farther back can have more points than.
    """
    reading = stage.reading
    here = stage.base + reading.sentences[min(index, len(reading.sentences) - 1)]
    for other in reversed(stage.cast.stages):
        numbers, far = other.reading.sentences, other.reading.block != reading.block
        if not numbers or other.reading.kind in _ABOVE:
            continue
        if other.base + numbers[-1] < here - FAR:
            return
        for number in range(
            min(numbers[-1], here - other.base), max(0, here - FAR - other.base) - 1, -1
        ):
            distance = here - other.base - number
            found = [
                _weigh(candidate, distance, far=far)
                for candidate in _named_in(other, heard, number)
                if (far or candidate.said.end <= index)
                and _fits(stage, candidate.said, feminine, plural)
            ]
            most = _MOST + DISTANCE * log2(2 + distance)
            most -= 0 if plural else WEIGHTS["several"]
            yield found, most + (WEIGHTS["other paragraph"] if far or number == 0 else 0)


def _weigh(candidate: Candidate, distance: int, *, far: bool) -> Weighed:
    signs = candidate.signs.union(_further_signs(candidate, distance, far=far))
    return weighed(candidate, key_of(candidate.said), signs, distance)


def _named_in(stage: Stage, heard: Heard, number: int) -> list[Candidate]:
    """Everybody who spoke or is named in a sentence of a block, in order."""
    reading = stage.reading
    last = heard.history[-1] if heard.history else None
    row = []
    for said in heard.history:
        if said.block == reading.block and reading.sentences[said.first] == number:
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
    return sorted(row, key=lambda each: each.first)


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


def _further_signs(candidate: Candidate, distance: int, *, far: bool) -> Iterator[str]:
    """The signs that depend on where the verb stands."""
    if candidate.said.feminine is not None:
        yield "sure of gender"
    if candidate.said.plural:
        yield "several"
    if far:
        yield "other paragraph"
    if "body" in candidate.signs and "spoke" not in candidate.signs and distance:
        yield "body of another sentence"
