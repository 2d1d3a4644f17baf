"""Two figures of one article, side by side."""

from generator.analyse.conflicts.profile import Profile
from generator.analyse.conflicts.sources import same_source
from generator.analyse.conflicts.words import LATER, RISES
from generator.model.record import record


@record(frozen=True, slots=True)
class Pair:
    """Two figures in the order of the text."""

    first: Profile
    second: Profile
    ratio: float
    same_between: int
    """Figures of the same dimension between them."""

    @property
    def apart(self) -> int:
        """Paragraphs from one to the other."""
        return self.second.block - self.first.block

    @property
    def in_one_sentence(self) -> bool:
        """Whether both stand in the same sentence."""
        return not self.apart and self.first.sentence == self.second.sentence


def is_update(first: Profile, second: Profile) -> bool:
    """Whether one source tells how its number has changed: «وأعلنت لاحقا أن الحصيلة ارتفعت»."""
    alike = bool(first.source.name) and same_source(first.source, second.source)
    return alike and bool(second.before & (RISES | LATER))


def has_new_tail(pair: Pair) -> bool:
    """Whether the words right after the second say something new: «12 ألف متفرج حضروا»."""
    known = pair.first.context | pair.first.nouns
    tail = pair.second.tail
    return bool(tail) and all(known.isdisjoint(both) for both in tail)
