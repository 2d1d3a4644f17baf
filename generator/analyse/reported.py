"""Reporting verbs: the speaker after them, before them, or the last one («وأضاف»)."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.carried_over import carry_over
from generator.analyse.cast import Speaker, Stage, last_outlet
from generator.analyse.descriptions import titled_name
from generator.analyse.mentions import Named
from generator.analyse.outlets import outlet_given, outlet_named, spoken, that_follows
from generator.analyse.said import Said
from generator.analyse.speakers import speaker_at
from generator.analyse.speech_words import (
    CARRYING,
    CLAIM,
    NAME,
    OUTLET,
    PERSON,
    SOURCE,
    Verb,
)

_FROM_THEM = {"عنه": False, "عنها": True}


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
        return _carried(stage, index, history)
    relative = before in stage.tables.relatives
    if verb.object and relative and (verb.needs_that or before in ("ما", "وما")):
        return None  # «الخبر الذي أورده الموقع» says where it stood, not who says it
    after = speaker_after(stage, index, index, verb, according=False)
    if after:
        source = stage.tables.heads.get(before)
        if verb.object and verb.needs_that and after.kind != OUTLET and source:
            return None  # «دراسة نشرتها جامعة …»
        carried = verb.object and after.kind == OUTLET and bool(found)
        return replace(after, aside=relative, according=carried)
    if verb.object:
        return None
    if opening := _speaker_before(stage, index, verb):
        return opening
    return carry_over(stage, index, verb, history, found, names)


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
    heard = outlet_given(stage, start) if verb.saying else None
    start = heard.end if heard else start
    speaker = speaker_at(
        stage, start, unknown=not verb.object, lenient=verb.saying and not verb.object
    )
    if speaker and heard and speaker.carrier is None:
        speaker = replace(speaker, carrier=outlet_named(stage, heard))
    if (
        speaker is None
        or (speaker.kind == SOURCE and verb.denies)
        or _is_object(stage, start, speaker, verb)
    ):
        return None
    if not _then_follows(stage, speaker.end, verb):
        return None
    if (
        verb.needs_that
        and not verb.object
        and not according
        and not that_follows(stage, speaker.end)
        and not (verb.warns and reading.word(speaker.end) == "من")
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
    speaker = _apposed_name(stage, speaker)
    said = spoken(stage, index, speaker, according=according)
    return replace(said, feminine=verb.feminine)


def _apposed_name(stage: Stage, speaker: Speaker) -> Speaker:
    """«الباحثة في المعهد، منى سالم، أن»: the name between commas is the speaker's."""
    reading = stage.reading
    if speaker.kind != PERSON or speaker.topic or reading.word(speaker.end) != "،":
        return speaker
    start = speaker.end + 1
    end = next((e for e in range(start + 2, start + 5) if reading.word(e) == "،"), None)
    if end is None or reading.word(end + 1) not in stage.tables.that:
        return speaker
    if named := stage.named.get(start):
        return replace(
            speaker, end=end, kind=NAME, topic=named.topic.id, text=reading.span(start, end)
        )
    name = titled_name(stage, start)
    if name != end:
        return speaker
    return replace(speaker, end=end, kind=NAME, text=reading.span(start, end), described=False)


def _then_follows(stage: Stage, index: int, verb: Verb) -> bool:
    return stage.reading.words[index : index + len(verb.then)] == verb.then


def _is_object(stage: Stage, start: int, speaker: Speaker, verb: Verb) -> bool:
    """Whether the words are what the verb acts on: «أعلن حالة الطوارئ», «أبلغ الرئيس أن»."""
    named = stage.named.get(start)
    if named and named.prefix:
        return True
    head = stage.tables.heads.get(stage.reading.word(start))
    if head and head[0]:
        return True
    return not speaker.known and verb.kind == CLAIM and not that_follows(stage, speaker.end)


def _carried(stage: Stage, index: int, history: list[Said]) -> Said | None:
    """«نقلت وكالة … عن مصدر قوله»: the speaker after «عن», the outlet before it."""
    reading = stage.reading
    if reading.word(index + 1) == "عن":
        source = speaker_at(stage, index + 2)
        if source and reading.words[index].endswith("ت") and source.carrier is None:
            source = replace(source, carrier=last_outlet(stage, index))
        return spoken(stage, index, source) if source else None
    if reading.word(index + 1) in _FROM_THEM:
        return _carried_from(stage, index, history)
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


def _carried_from(stage: Stage, index: int, history: list[Said]) -> Said | None:
    """«ونقلت عنه وكالة …»: the last speaker, where the pronoun agrees."""
    outlet = speaker_at(stage, index + 2)
    feminine = _FROM_THEM[stage.reading.word(index + 1)]
    last = next((s for s in reversed(history[-4:]) if s.feminine in (None, feminine)), None)
    if outlet is None or outlet.kind != OUTLET or last is None:
        return None
    name, topic = outlet_named(stage, outlet)
    return Said(index, outlet.end, last.speaker, last.topic, last.kind, name, topic, implicit=True)


# ---------------------------------------------------------------- the speaker before the verb


def _speaker_before(stage: Stage, index: int, verb: Verb) -> Said | None:
    """The subject that opens the clause: «لكن اللواء …، أكد أن», «وكانت مصادر … قالت»."""
    reading = stage.reading
    before = reading.word(index - 1)
    warns = verb.warns and reading.word(index + 1) == "من"
    if verb.needs_that and not warns and not that_follows(stage, index + 1, within=3):
        return None
    if not _then_follows(stage, index + 1, verb):
        return None
    if before in stage.tables.relatives or (verb.joined == "و" and before not in ("", "،")):
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
