"""Verbs of carrying: «نقلت وكالة … عن مصدر», «نسب الموقع إلى مصدر قوله», «علمت الصحيفة من مصدر»."""

from dataclasses import replace

from generator.analyse.attributions.cast import Speaker, Stage, last_outlet
from generator.analyse.attributions.description_steps import OWN_WORDS
from generator.analyse.attributions.outlets import outlet_named, spoken
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import OUTLET, PERSON
from generator.analyse.attributions.statements import begins

# Between the outlet and its source, after the verbs of carrying that have no «عن».
_LINKS = {"نسب": "الي", "سبت": "الي", "علم": "من", "لمت": "من"}
_FROM_THEM = {"عنه": False, "عنها": True}


def carried_by(stage: Stage, index: int, history: list[Said]) -> Said | None:
    """«نقلت وكالة … عن مصدر قوله»: the speaker after «عن», the outlet before it."""
    reading = stage.reading
    link = _LINKS.get(stage.verb.bare[-3:] if stage.verb else "", "عن")
    if reading.word(index + 1) == link:
        source = speaker_at(stage, index + 2)
        if source and reading.words[index].endswith("ت") and source.carrier is None:
            source = replace(source, carrier=last_outlet(stage, index))
        return spoken(stage, index, source) if source else None
    if reading.word(index + 1) in _FROM_THEM:
        return _carried_from(stage, index, history)
    outlet = speaker_at(stage, index + 1)
    if outlet is None or (link == "من" and outlet.kind != OUTLET):
        unnamed = speaker_at(stage, index + 1, unknown=True) if link == "عن" else None
        at_once = unnamed and begins(stage, unnamed.end, None)
        return spoken(stage, index, unnamed) if unnamed and at_once else None
    place = outlet.end
    while place < outlet.end + 4 and reading.word(place) != link:
        place += 1
    source = speaker_at(stage, place + 1, unknown=True) if reading.word(place) == link else None
    if source is None and reading.word(place) == link and outlet.kind == OUTLET:
        source = _any_source(stage, place + 1)
    quoted = reading.word(source.end) in OWN_WORDS if source else False
    if link == "الي" and not quoted:
        return None  # «نسب الموقع الصورة إلى»
    if source is None:
        if outlet.kind == OUTLET and begins(stage, outlet.end, None):
            return spoken(stage, index, outlet)
        return None
    return spoken(stage, index, replace(source, carrier=outlet_named(stage, outlet)))


def _any_source(stage: Stage, start: int) -> Speaker | None:
    """Whoever stands between «عن» and «قوله» or «أن»."""
    reading, tables = stage.reading, stage.tables
    for end in range(start, min(start + 8, len(reading.words))):
        word = reading.words[end]
        if word in tables.that or word in OWN_WORDS:
            text = reading.span(start, end) if end > start else None
            return Speaker(start, end, text, PERSON, described=True) if text else None
        if not word.isalpha() or word in tables.verbs:
            return None
    return None


def _carried_from(stage: Stage, index: int, history: list[Said]) -> Said | None:
    """«ونقلت عنه وكالة …»: the last speaker, where the pronoun agrees."""
    outlet = speaker_at(stage, index + 2)
    feminine = _FROM_THEM[stage.reading.word(index + 1)]
    last = next((s for s in reversed(history[-4:]) if s.feminine in (None, feminine)), None)
    if outlet is None or outlet.kind != OUTLET or last is None:
        return None
    name, topic = outlet_named(stage, outlet)
    return Said(index, outlet.end, last.speaker, last.topic, last.kind, name, topic, implicit=True)
