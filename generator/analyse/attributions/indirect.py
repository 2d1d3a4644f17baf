"""Speech that another verb leads to: «خرج المدير ليقول إن», «لم يتردد النائب في القول إن»."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.agreement import is_feminine
from generator.analyse.attributions.apposed import with_apposed_name
from generator.analyse.attributions.asides import past_aside, past_short_adverbs
from generator.analyse.attributions.candidates import candidates_in
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.outlets import spoken
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import may_open, speaker_at
from generator.analyse.attributions.statements import begins, sentence_start, that_follows
from generator.analyse.attributions.verb_forms import ANY_VERB, Verb

_LEADING = frozenset({"الي", "في", "علي"})
_NEAR = 4  # words between a report and «بالقول», which then belongs to it
_OUTLET = 6  # words


def saying(stage: Stage, index: int, found: Sequence[Said]) -> Said | None:
    """«ومضت الباحثة إلى القول إن»: who is the subject of the sentence."""
    reading = stage.reading
    joined = reading.words[index][:1] in "بل"
    if not (joined or reading.word(index - 1) in _LEADING) or not begins(stage, index + 1, None):
        return None
    if found and found[-1].end >= index - _NEAR and reading.same_sentence(found[-1].first, index):
        return None  # «اكتفى المدير بالقول إن» is one report
    return _by_subject(stage, index)


def purpose(stage: Stage, index: int, verb: Verb) -> Said | None:
    """«خرج المدير إلى الصحافيين ليعلن أن»: the same, where the verb agrees."""
    place = past_aside(stage, past_short_adverbs(stage, index + 1))
    if not (begins(stage, place, verb) or that_follows(stage, place, within=_OUTLET)):
        return None
    said = _by_subject(stage, index)
    if said is None or said.feminine not in (None, verb.feminine) or said.plural != verb.plural:
        return None
    return said


def _by_subject(stage: Stage, index: int) -> Said | None:
    """The report by the subject of the word's clause, else the first speaker; it ends at the word."""
    reading, start = stage.reading, sentence_start(stage.reading, index)
    own = _clause_start(stage, start, index)
    subjects = [
        candidate.first
        for candidate in candidates_in(stage, reading.sentences[index])
        if own <= candidate.first < index and "subject" in candidate.signs
    ]
    for place in (*subjects, *range(start, index)):
        if reading.words[place] in stage.tables.that:
            return None
        if not may_open(stage, place) or not _is_free(stage, place):
            continue
        if said := _by_speaker_at(stage, place, index):
            return said
    return None


def _by_speaker_at(stage: Stage, place: int, index: int) -> Said | None:
    acting = stage.asking(ANY_VERB, until=index)
    speaker = speaker_at(acting, place, lenient=True)
    if speaker is None or speaker.end > index:
        return None
    speaker = with_apposed_name(acting, speaker)
    said = spoken(stage.asking(None), place, speaker)
    return replace(said, end=index + 1, feminine=is_feminine(stage, speaker), according=False)


def _clause_start(stage: Stage, start: int, index: int) -> int:
    """The first word after the last mark before the word."""
    marks = ("،", "؛", ":")
    return next(
        (n + 1 for n in range(index - 1, start, -1) if stage.reading.words[n] in marks), start
    )


def _is_free(stage: Stage, place: int) -> bool:
    """Whether no preposition leads to the word: «في تقرير الوزير» has no subject."""
    reading, word = stage.reading, stage.reading.words[place]
    named, head = stage.named.get(place), stage.tables.heads.get(word)
    joined = (named.prefix if named else head[0] if head else 0) > 0 and word[0] in "بلك"
    return not joined and reading.word(place - 1) not in stage.tables.words.prepositions
