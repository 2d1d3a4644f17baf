"""Topics' names in text -> Mention: never inside a word, never where a common word is meant."""

from collections.abc import Sequence

from generator.analyse.mentions.candidates import Candidate, find_candidates, longest
from generator.analyse.mentions.gazetteer import Gazetteer, names_in
from generator.analyse.mentions.itself import PLACES
from generator.analyse.mentions.settling import meant
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import Mention, Topic
from generator.model.record import record

__all__ = ["PLACES", "Named", "as_mention", "find_mentions"]


@record(frozen=True, slots=True)
class Named:
    """A mention with the words that it covers."""

    first: int
    end: int
    prefix: int
    topic: Topic


def find_mentions(
    readings: Sequence[Reading], gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[tuple[Named, ...], ...]:
    """The topics named in each block, in order, longest names first where they overlap."""
    names = names_in(gazetteer, lexicon)
    blocks = []
    for reading in readings:
        chosen = longest(reading, find_candidates(reading, names))
        blocks.append(
            [c for c in chosen if not (c.name.surname and _other_person(reading, c, lexicon))]
        )
    return tuple(
        tuple(Named(c.first, c.end, c.prefix, c.name.topic) for c in kept if c.name.topic)
        for kept in meant(readings, blocks, lexicon)
    )


def as_mention(reading: Reading, named: Named) -> Mention:
    """The mention as the model has it."""
    span = reading.span(named.first, named.end, named.prefix)
    surface = reading.text[span.start : span.end]
    return Mention(reading.block, span, surface, named.topic.id)


def _other_person(reading: Reading, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a family name belongs to another person: «ميلانيا ترامب», «كيم يو جونغ»."""
    name, words = candidate.name, lexicon.names
    before = "" if candidate.prefix else reading.word(candidate.first - 1)
    after = reading.word(candidate.end)
    if after in words.groups["name_endings"] or before in words.groups["name_openings"] - name.own:
        return True
    beside = after if name.first_part else before
    given = beside in words.given_names or beside in words.groups["other_given_names"]
    return given and beside not in lexicon.speech.stops and beside not in name.own
