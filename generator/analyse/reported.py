"""Reporting verbs: the speaker after them, before them, or the last one («وأضاف»)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.cast import Speaker, Stage
from generator.analyse.mentions import Named
from generator.analyse.outlets import OPENERS, outlet_named, spoken
from generator.analyse.said import Said
from generator.analyse.speakers import speaker_at
from generator.analyse.speech_words import (
    CARRYING,
    CLAIM,
    OUTLET,
    PERSON,
    SOURCE,
    Verb,
)

_BODIES = frozenset({"organization", "country", "outlet"})


# ---------------------------------------------------------------- verbs with their speaker


def reported(
    stage: Stage,
    index: int,
    verb: Verb,
    history: list[Said],
    found: list[Said],
    names: Sequence[Named],
) -> Said | None:
    before = stage.reading.word(index - 1)
    words = stage.tables.words
    denied = before in words.not_reported_after
    if (
        index
        and stage.reading.same_sentence(index - 1, index)
        and (denied or (verb.present and before in words.subjunctive_after))
    ):
        return None
    if verb.kind == CARRYING:
        return _carried(stage, index)
    if (
        verb.object
        and before in stage.tables.words.relatives
        and (verb.needs_that or before == "ما")
    ):
        return None  # «الخبر الذي أورده الموقع» says where it stood, not who says it
    after = speaker_after(stage, index, index, verb, according=False)
    if after:
        return after
    if verb.object:
        return None
    if opening := _speaker_before(stage, index, verb):
        return opening
    return _carried_over(stage, index, verb, history, found, names)


def speaker_after(
    stage: Stage, index: int, verb_at: int, verb: Verb, *, according: bool
) -> Said | None:
    """The speaker after the verb: «قال كيم», «أعلنت عنه الحكومتان», «ذكرته وكالة تاس»."""
    reading, tables = stage.reading, stage.tables
    start = verb_at + 1
    while reading.word(start) in tables.words.after_verb or start in stage.dated:
        start += 1
    if not start < len(reading.words) or not reading.same_sentence(verb_at, start):
        return None
    speaker = speaker_at(
        stage, start, unknown=not verb.object, lenient=verb.saying and not verb.object
    )
    if (
        speaker is None
        or (speaker.kind == SOURCE and verb.denies)
        or _is_object(stage, start, speaker, verb)
    ):
        return None
    if (
        verb.needs_that
        and not verb.object
        and not according
        and not that_follows(stage, speaker.end)
    ):
        return None
    if verb.kind == CARRYING and reading.word(speaker.end) == "عن":
        source = speaker_at(stage, speaker.end + 1)
        if source:
            return spoken(
                stage,
                index,
                replace(source, carrier=outlet_named(stage, speaker)),
                according=according,
            )
    said = spoken(stage, index, speaker, according=according)
    return replace(said, feminine=verb.feminine)


def _is_object(stage: Stage, start: int, speaker: Speaker, verb: Verb) -> bool:
    """Whether the words are what the verb acts on: «أعلن حالة الطوارئ», «أبلغ الرئيس أن»."""
    named = stage.named.get(start)
    if named and named.prefix:
        return True
    head = stage.tables.heads.get(stage.reading.word(start))
    if head and head[0]:
        return True
    return not speaker.known and verb.kind == CLAIM and not that_follows(stage, speaker.end)


def that_follows(stage: Stage, index: int, within: int = 14) -> bool:
    """Whether «أن», «إن», a colon or a quotation comes within a few words."""
    reading = stage.reading
    for place in range(index, min(index + within, len(reading.words))):
        word = reading.words[place]
        if not reading.same_sentence(max(0, index - 1), place) or word == ".":
            return False
        if word in stage.tables.that or word in OPENERS:
            return True
    return False


def _carried(stage: Stage, index: int) -> Said | None:
    """«نقلت وكالة … عن مصدر قوله»: the speaker after «عن», the outlet before it."""
    reading = stage.reading
    if reading.word(index + 1) == "عن":
        source = speaker_at(stage, index + 2)
        return spoken(stage, index, source) if source else None
    outlet = speaker_at(stage, index + 1)
    if outlet is None:
        return None
    place = outlet.end
    while place < outlet.end + 4 and reading.word(place) != "عن":
        place += 1
    source = speaker_at(stage, place + 1, unknown=True) if reading.word(place) == "عن" else None
    if source is None:
        if outlet.kind == OUTLET and that_follows(stage, outlet.end):
            return spoken(stage, index, outlet)
        return None
    return spoken(stage, index, replace(source, carrier=outlet_named(stage, outlet)))


# ---------------------------------------------------------------- the speaker before the verb


def _speaker_before(stage: Stage, index: int, verb: Verb) -> Said | None:
    """The subject that opens the clause: «لكن اللواء …، أكد أن», «وكانت مصادر … قالت»."""
    reading = stage.reading
    before = reading.word(index - 1)
    if verb.needs_that and not that_follows(stage, index + 1, within=3):
        return None
    if before in stage.tables.words.relatives or (verb.joined == "و" and before not in ("", "،")):
        return None
    for start in range(index - 1, max(-1, index - 16), -1):
        if not reading.same_sentence(start, index) or reading.words[start] in (":", "؛"):
            return None
        if not _opens_clause(stage, start) or (
            verb.joined == "ف" and reading.word(start - 1) not in ("اما", "واما")
        ):
            continue
        speaker = speaker_at(stage, start)
        if speaker is None or speaker.end > index or _prefixed(stage, start):
            continue
        if not _apposed(stage, speaker.end, index):
            return None
        said = spoken(stage, start, speaker)
        return replace(said, end=index + 1, feminine=verb.feminine)
    return None


def _opens_clause(stage: Stage, index: int) -> bool:
    reading = stage.reading
    if index == 0 or not reading.same_sentence(index - 1, index):
        return True
    return reading.words[index - 1] in stage.tables.words.clause_openers


def _prefixed(stage: Stage, start: int) -> bool:
    named = stage.named.get(start)
    return bool(named and named.prefix and stage.reading.words[start][0] not in "وف")


def _apposed(stage: Stage, end: int, index: int) -> bool:
    """Whether only «قد» or an apposition between commas stands between speaker and verb."""
    between = stage.reading.words[end:index]
    if all(word in stage.tables.words.auxiliaries or word == "،" for word in between):
        return True
    return between[0] == "،" and between[-1] == "،"


# ---------------------------------------------------------------- «وأضاف»


def _carried_over(
    stage: Stage,
    index: int,
    verb: Verb,
    history: list[Said],
    found: list[Said],
    names: Sequence[Named],
) -> Said | None:
    """A verb without a subject: its speaker is the subject of the sentence, or the last speaker."""
    bare = stage.reading.words[index].removeprefix("و")
    if bare in stage.tables.words.impersonal or not _stands_alone(stage, index, verb):
        return None
    antecedent = _subject(stage, index, found, names) or _last(history, verb)
    if antecedent is None:
        return None
    return Said(
        index,
        index + 1,
        antecedent.speaker,
        antecedent.topic,
        antecedent.kind,
        implicit=True,
        feminine=verb.feminine,
    )


def _stands_alone(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether a statement follows the verb at once: «وقال:», «وأشار إلى أن», «وأضاف، بحسب …»."""
    reading, tables = stage.reading, stage.tables
    word = reading.words[index]
    opens = index == 0 or not reading.same_sentence(index - 1, index)
    if (
        not (opens or word.startswith(("و", "ف")))
        or reading.word(index - 1) in tables.words.relatives
    ):
        return False
    place = index + 1
    while reading.word(place) in tables.words.after_verb:
        place += 1
    after = reading.word(place)
    if after in tables.that or after in OPENERS:
        return True
    if after in ("الي", "علي", "من", "عن", "في"):
        return reading.word(place + 1) in tables.that or (
            verb.kind != CLAIM and that_follows(stage, place) and after in ("الي", "علي")
        )
    return after == "،" and (
        that_follows(stage, place) or reading.word(place + 1) in tables.according
    )


def _subject(stage: Stage, index: int, found: list[Said], names: Sequence[Named]) -> Said | None:
    """Who opened a sentence since the last attribution of this block.

    A person («استقبل غورين ضيفه، وقال»), in the same sentence also a body («تبنت الجماعة … وقالت»).
    """
    reading = stage.reading
    since = found[-1].end if found else 0
    for named in reversed(names):
        if named.first >= index or named.prefix:
            continue
        if named.first < since:
            return None
        body = named.topic.type in _BODIES and reading.same_sentence(named.first, index)
        start = bisect_left(reading.sentences, reading.sentences[named.first])
        before = reading.word(named.first - 1)
        opens = (
            0 < named.first - start <= 4
            and before not in stage.tables.words.prepositions
            and before.isalpha()
        )
        if opens and (body or named.topic.type == "person"):
            span = reading.span(named.first, named.end)
            text = reading.text[span.start : span.end]
            return Said(named.first, named.end, text, named.topic.id, PERSON)
    return None


def _last(history: list[Said], verb: Verb) -> Said | None:
    """The last speaker whose verbs agree with this one; in doubt none."""
    for said in reversed(history[-4:]):
        if said.feminine is None or said.feminine == verb.feminine:
            return said
    return None
