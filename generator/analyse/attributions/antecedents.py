"""Who a verb without a subject means: everybody who may be meant, weighed against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.newcomers import newcomer, subject
from generator.analyse.attributions.present import people
from generator.analyse.attributions.quotations import quotation_follows
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import BODY, SOURCE
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.mentions.find import Named
from generator.model import BlockKind

# What speaks for somebody. The last speaker of the same block and the subject of the sentence before
# weigh about the same: which of them is later decides.
_SUBJECT = 5.5  # opens a sentence since the last report, or is the subject of its first verb
_ACTING = 4.5  # a name as the subject of a later verb
_NAMED = 1.0  # a name in another place: after a preposition, as an object
_BEFORE = -1.5  # was named before somebody else spoke
_GENDER = 0.5  # the name or the role shows the gender of the verb
_SENTENCE = -0.5  # for each sentence between
_SPOKE = 4.0  # the last speaker
_EARLIER = -1.0  # for each speaker after them
_BLOCK = -1.0  # for each paragraph between, at most three
_MET = -0.5  # was only spoken of so far
_GOES_ON = 1.0  # «وأضاف» is said of who has spoken
_THING = -4.0  # a document before a quotation in its own words
_BODY = -3.0  # a body there
_OFFICE = -1.0  # a body elsewhere: a person is meant more often
_LEAST = 0.25
_BACK = 4  # speakers


@dataclass(slots=True)
class Heard:
    """What was said so far in the article, in this block, and the names of the block."""

    history: list[Said]
    found: list[Said]
    names: Sequence[Named]
    block: int = 0
    quoted: frozenset[int] = frozenset()

    def keep(self, said: Said) -> None:
        """Remembers who spoke, or who may speak next."""
        same = said.block == self.block
        self.history.append(said if same else replace(said, block=self.block))


def antecedent(
    stage: Stage, index: int, verb: Verb, heard: Heard, *, spoke: bool = True
) -> Said | None:
    """Who most probably is meant; `spoke` says whether earlier speakers may be."""
    quoting = stage.quoted or quotation_follows(stage, index)
    weighed = list(_new(stage, index, verb, heard))
    if spoke:
        weighed += _unheard(stage, index, verb, heard)
        weighed += _speakers(heard, verb)
    best, most = None, 0.0
    for said, weight in weighed:
        weight += _voice(said, quoting=quoting)
        if weight > most or (weight == most and best and said.first > best.first):
            best, most = said, weight
    return best


def _voice(said: Said, *, quoting: bool) -> float:
    """What it counts that the speaker is a document or a body, the more before a quotation."""
    if said.kind == SOURCE:
        return _THING if quoting else 0.0
    if said.kind == BODY:
        return _BODY if quoting else _OFFICE
    return 0.0


def _new(stage: Stage, index: int, verb: Verb, heard: Heard) -> Iterator[tuple[Said, float]]:
    """Who was named or became the subject since the last report of this block."""
    if verb.plural:
        return
    since = heard.found[-1].end if heard.found else 0
    if known := subject(stage, index, verb.feminine, since, heard.names):
        yield known, _weight(stage, index, known, _SUBJECT)
    new = newcomer(stage, since, index)
    if new and not new.plural and new.feminine in (None, verb.feminine):
        yield new, _weight(stage, index, new, _SUBJECT)
    first = _past_report(stage, heard)
    for person in people(stage, first, index, heard.quoted):
        if person.said.feminine in (None, verb.feminine):
            base = _ACTING if person.acts else _NAMED
            yield person.said, _weight(stage, index, person.said, base)


def _unheard(stage: Stage, index: int, verb: Verb, heard: Heard) -> Iterator[tuple[Said, float]]:
    """Who acted in this block before somebody else spoke."""
    told = {place for said in heard.found for place in range(said.first, said.end)}
    until = heard.found[-1].first if heard.found and not verb.plural else 0
    for person in people(stage, 0, until, heard.quoted | told):
        if person.acts and person.said.feminine in (None, verb.feminine):
            yield person.said, _weight(stage, index, person.said, _ACTING + _BEFORE)


def _weight(stage: Stage, index: int, said: Said, base: float) -> float:
    numbers = stage.reading.sentences
    known = _GENDER if said.feminine is not None else 0.0
    return base + known + _SENTENCE * (numbers[index] - numbers[said.first])


def _past_report(stage: Stage, heard: Heard) -> int:
    """The first word after the sentence of the last report: in it others are only spoken of."""
    if not heard.found:
        return 0
    numbers, place = stage.reading.sentences, heard.found[-1].end
    last = numbers[heard.found[-1].first]
    while place < len(numbers) and numbers[place] == last:
        place += 1
    return place


def _speakers(heard: Heard, verb: Verb) -> Iterator[tuple[Said, float]]:
    """The last speakers of that gender and number."""
    for back, said in enumerate(reversed(heard.history[-_BACK:])):
        known = agreeing(said, feminine=verb.feminine, plural=verb.plural)
        if known is None:
            continue
        weight = _SPOKE + _EARLIER * back + _BLOCK * min(3, heard.block - said.block)
        weight += _MET if said.met else _GOES_ON * verb.goes_on
        yield known, max(weight, _LEAST)


def agreeing(said: Said, *, feminine: bool, plural: bool) -> Said | None:
    """The speaker, or whose document spoke, where the verb can be theirs."""
    if said.owner and feminine and not (plural or said.feminine):
        return replace(said, speaker=said.owner, kind=BODY, feminine=True, pointing=False)
    fits = said.feminine in (None, feminine) and said.plural == plural
    return said if fits else None


def last_speaker(history: Sequence[Said], *, feminine: bool, plural: bool) -> Said | None:
    """The last speaker of that gender and number; in doubt none."""
    for said in reversed(history[-_BACK:]):
        if known := agreeing(said, feminine=feminine, plural=plural):
            return known
    return None


def next_to_speak(stage: Stage, start: int, heard: Heard) -> Said | None:
    """Who was named last in the rest of a block, and may speak in the next one."""
    if stage.reading.kind is not BlockKind.PARAGRAPH:
        return None
    end = len(stage.reading.words)
    new = newcomer(stage, start, max(start, end))
    for person in people(stage, start, end, heard.quoted):
        if person.acts and (new is None or person.said.first >= new.first):
            new = person.said
    return replace(new, met=True) if new else None
