"""A reporting phrase with its speaker and outlet, and who says a figure."""

from collections.abc import Sequence

from generator.analyse.figures.context import Measured
from generator.analyse.reading import Reading
from generator.model import Attribution, TopicId
from generator.model.record import record


@record(frozen=True, slots=True)
class Said:
    """An attribution in words first..end-1; the speaker's and the outlet's own text and topic."""

    first: int
    end: int
    speaker: str
    topic: TopicId | None
    kind: str
    via: str | None = None
    via_topic: TopicId | None = None
    implicit: bool = False
    feminine: bool | None = None
    plural: bool = False
    """Of people: later verbs of the same speakers are plural too («وقالوا»)."""
    according: bool = False
    pointing: bool = False
    role: str = ""
    """What a name was introduced as: «وزير»."""
    bearer: str | None = None
    """The name of whom a description stands for, where the article said it before."""
    owner: str | None = None
    """The body whose report a source is: «بيان المديرية»; its verbs are feminine («وتقول إن»)."""
    own: bool = False
    """A document named by a pronoun alone: «وفقا لبياناتها» tells no reader whose."""
    block: int = 0
    aside: bool = False
    """Said in a relative clause, which ends at the next comma: «صحيفة …، التي يقول … إن …،»."""
    closes: bool = False
    """Said of the quotation before it: «…»، تسأل طالبة دفعت 35 ألفا."""


def as_attribution(reading: Reading, said: Said) -> Attribution:
    """The attribution as the model has it."""
    span = reading.span(said.first, said.end)
    return Attribution(
        block=reading.block,
        span=span,
        surface=reading.text[span.start : span.end],
        speaker=said.bearer or said.speaker,
        speaker_topic=said.topic,
        via=said.via,
        via_topic=said.via_topic,
        implicit=said.implicit,
        pointing=said.pointing and said.via is None,
    )


# ---------------------------------------------------------------- who says a figure


def speaker_of(
    reading: Reading, measured: Measured, sayings: Sequence[Said], figures: Sequence[Measured]
) -> str | None:
    """Who says a figure: the last speaker before it in its sentence, else the source named after it.

    A source named after a figure is its own where another figure parts it from the speaker before:
    «12 قتيلا بحسب الشرطة، و20 وفق شهود». A quotation that a speaker opened may run over several
    sentences. `figures` are all those of the block.
    """
    if not sayings:
        return None
    same = [
        s
        for s in sayings
        if reading.same_sentence(s.first, measured.first)
        and not (s.own and s.according)
        and not (s.aside and "،" in reading.words[s.end : measured.first])
        and not (s.closes and _is_told_of(reading, s, measured))
    ]
    beside = [f.first for f in figures if reading.same_sentence(f.first, measured.first)]
    before = [s for s in same if s.first <= measured.first]
    after = [s for s in same if s.according and s.first > measured.first]
    leading = [s for s in before if not _trails(s, same, beside)]
    if after and not _any(beside, measured.end, after[0].first):
        first_told = leading and not _any(beside, leading[-1].first, measured.first)
        return _name(leading[-1] if first_told else after[0])
    if said := leading[-1:] or before[-1:] or after[:1]:
        return _name(said[0])
    earlier = [s for s in sayings if s.first < measured.first]
    if earlier and _quote_is_open(reading, earlier[-1].end, measured.first):
        return _name(earlier[-1])
    return None


def _is_told_of(reading: Reading, said: Said, measured: Measured) -> bool:
    """Whether the figure stands behind who said the quotation, and in no further one."""
    return said.end <= measured.first and not _quote_is_open(reading, said.end, measured.first)


def _trails(said: Said, sayings: Sequence[Said], figures: Sequence[int]) -> bool:
    """Whether a source is named after the figure that it has: a figure stands before it."""
    start = max((s.end for s in sayings if s.first < said.first), default=0)
    return said.according and _any(figures, start, said.first)


def _any(figures: Sequence[int], start: int, end: int) -> bool:
    return any(start <= first < end for first in figures)


def _name(said: Said) -> str:
    return said.bearer or said.speaker


def _quote_is_open(reading: Reading, start: int, end: int) -> bool:
    opened = sum(word in "«“" for word in reading.words[start:end])
    closed = sum(word in "»”" for word in reading.words[start:end])
    return opened > closed
