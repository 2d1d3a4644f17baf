"""Participles that go on with a speaker: «…، مشيرا إلى أن»."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.antecedents import Heard, meant
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import PERSON
from generator.analyse.attributions.statements import (
    OPENERS,
    PREPOSITIONS,
)
from generator.analyse.mentions.find import Named

_BEGUN = 3  # words of a statement without «أن»: «حذر من الجفاف، لافتا إلى»; letters of «بثقة»


def participle(stage: Stage, index: int, heard: Heard) -> Said | None:
    """«…، مشددا على أن»: who spoke last in its sentence, else who is its subject."""
    reading, found, names = stage.reading, heard.found, heard.names
    feminine = stage.tables.participles[reading.words[index]]
    if not _tells(stage, index):
        return None
    if found and reading.same_sentence(found[-1].first, index):
        return _goes_on(stage, index, found[-1], feminine)
    said = _who_spoke(stage, index, names) or meant(
        stage, index, heard, feminine=feminine, plural=False, far=0
    )
    if said is None:
        return None
    return Said(
        index,
        index + 1,
        said.speaker,
        said.topic,
        said.kind,
        implicit=True,
        feminine=feminine,
        bearer=said.bearer,
        pointing=said.pointing,
    )


def _goes_on(stage: Stage, index: int, last: Said, feminine: bool) -> Said | None:
    """The same speaker, where something was said before the participle.

    «علق الوزير قائلا إن» is one report; «قال الوزير إن …، مشيرا إلى أن» are two.
    """
    between = stage.reading.words[last.end : index]
    begun = any(word in stage.tables.that or word in OPENERS for word in between)
    goes_on = begun or (between[-1:] == ("،",) and len(between) >= _BEGUN)
    if not goes_on or last.feminine not in (None, feminine):
        return None
    return replace(
        last, first=index, end=index + 1, implicit=True, via=None, via_topic=None, according=False
    )


def _tells(stage: Stage, index: int) -> bool:
    """Whether what is said follows the participle: «مشيرا إلى أن», «متوقعا تراجع الأسعار»."""
    reading, words = stage.reading, stage.tables.words
    place = index + 1
    while reading.word(place) in words.after_verb:
        place += 1
    if reading.word(index)[:-1].removeprefix("و") in words.foretelling:
        return reading.word(place).isalpha() and reading.same_sentence(index, place)
    place += reading.word(place) in PREPOSITIONS
    return reading.word(place) in stage.tables.that or reading.word(place) in OPENERS


def _who_spoke(stage: Stage, index: int, names: Sequence[Named]) -> Said | None:
    """«… بوتين الذي أشار إلى المكان»: a person of the sentence whose relative clause says so."""
    reading, tables = stage.reading, stage.tables
    for named in reversed(names):
        if named.first >= index or not reading.same_sentence(named.first, index):
            continue
        related = reading.word(named.end) in tables.relatives
        if named.topic.type == "person" and related and reading.word(named.end + 1) in tables.verbs:
            span = reading.span(named.first, named.end, named.prefix)
            text = reading.text[span.start : span.end]
            return Said(named.first, named.end, text, named.topic.id, PERSON)
    return None
