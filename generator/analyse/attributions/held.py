"""What a document holds, said without a verb: «ففي بيان المفوضية أن»."""

from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.before_verb import speaker_before
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.outlets import spoken
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import SOURCE
from generator.analyse.attributions.statements import number_near
from generator.analyse.attributions.verb_forms import Verb

_CLAUSE = 8  # words
_MARKS = frozenset({"،", "؛", ":", "("})


def borne(stage: Stage, index: int, verb: Verb) -> Said | None:
    """The document that bears a number with the verb: «دفتر الميزان لا يحمل غير 85»."""
    reading, parts = stage.reading, stage.tables.words.parts_of_documents
    if not number_near(stage, past_aside(stage, index + 1)):
        return None
    after = reading.words[index + 1 : index + _CLAUSE]
    if not parts.isdisjoint(after) or not reading.same_sentence(max(0, index - 1), index):
        return None
    said = speaker_before(stage, index, verb)
    return said if said is not None and said.kind == SOURCE else None


def held(stage: Stage, index: int) -> Said | None:
    """The document of «في بيان المفوضية أن» at the word, where a clause begins; none without «أن»."""
    if not _opens(stage, index):
        return None
    speaker = speaker_at(stage.asking(None), index + 1)
    if speaker is None or speaker.kind != SOURCE:
        return None
    that = stage.reading.word(speaker.end) in stage.tables.that
    return spoken(stage, index, speaker) if that else None


def _opens(stage: Stage, index: int) -> bool:
    reading = stage.reading
    if index == 0 or not reading.same_sentence(index - 1, index):
        return True
    before = reading.words[index - 1]
    return before in _MARKS or before in stage.tables.words.clause_openers
