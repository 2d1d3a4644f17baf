"""Verbs and participles without a subject of their own: «وأضاف», «مؤكدا أن»."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.cast import Stage
from generator.analyse.mentions import Named
from generator.analyse.outlets import OPENERS, spoken, that_follows
from generator.analyse.reading import Reading
from generator.analyse.said import Said
from generator.analyse.speakers import speaker_at
from generator.analyse.speech_words import CLAIM, NAME, PERSON, Verb
from generator.languages.words import words_of

_BODIES = frozenset({"organization", "country", "outlet"})
_PREPOSITIONS = frozenset({"الي", "علي", "من", "عن", "في"})


def carry_over(
    stage: Stage,
    index: int,
    verb: Verb,
    history: list[Said],
    found: list[Said],
    names: Sequence[Named],
) -> Said | None:
    """A verb without a subject: its speaker is the subject of the sentence, or the last speaker."""
    if verb.then:
        return None
    bare = stage.reading.words[index].removeprefix("و")
    if bare in stage.tables.words.impersonal or not _stands_alone(stage, index, verb):
        return None
    subject = None if verb.plural else _subject(stage, index, verb.feminine, found, names)
    antecedent = subject or _new_person(stage, index, verb, found) or _last(history, verb)
    if antecedent is None:
        return None
    return Said(
        index,
        index + 1,
        antecedent.speaker,
        antecedent.topic,
        antecedent.kind,
        implicit=True,
        pointing=antecedent.pointing,
        feminine=verb.feminine,
        plural=verb.plural,
    )


def _stands_alone(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether a statement follows the verb at once: «وقال:», «وأشار إلى أن», «وأضاف، بحسب …»."""
    reading, tables = stage.reading, stage.tables
    word = reading.words[index]
    opens = index == 0 or not reading.same_sentence(index - 1, index)
    before = reading.word(index - 1)
    if before in tables.words.going_on:
        opens = reading.word(index - 2) in ("", "،", ".") or not reading.same_sentence(
            index - 2, index
        )
    if not (opens or word.startswith(("و", "ف"))) or before in tables.relatives:
        return False
    place = index + 1
    while reading.word(place) in tables.words.after_verb:
        place += 1
    after = reading.word(place)
    if after in tables.that or after in OPENERS:
        return True
    if after == "من" and verb.warns:
        return True
    if after in _PREPOSITIONS:
        return reading.word(place + 1) in tables.that or (
            verb.kind != CLAIM and that_follows(stage, place) and after in ("الي", "علي")
        )
    return after == "،" and (
        that_follows(stage, place) or reading.word(place + 1) in tables.according
    )


def _subject(
    stage: Stage, index: int, feminine: bool, found: list[Said], names: Sequence[Named]
) -> Said | None:
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
        if _gender(stage, named) not in (None, feminine) or _is_object_of(stage, named):
            continue
        body = named.topic.type in _BODIES and reading.same_sentence(named.first, index)
        start = bisect_left(reading.sentences, reading.sentences[named.first])
        before = reading.word(named.first - 1)
        opens = (
            0 < named.first - start <= 4
            and before not in stage.tables.words.prepositions
            and before.isalpha()
        )
        if opens and (body or named.topic.type == "person"):
            return _as_subject(reading, named)
    return None


def _new_person(stage: Stage, index: int, verb: Verb, found: list[Said]) -> Said | None:
    """«يعمل السائق محمود الصالح على الخط. ويضيف»: a person introduced since the last attribution."""
    reading = stage.reading
    since = found[-1].end if found else 0
    if verb.plural:
        return None
    starts = {bisect_left(reading.sentences, reading.sentences[i]) for i in range(since, index + 1)}
    for start in sorted((s for s in starts if since <= s < index), reverse=True):
        opening = reading.word(start)
        acts = opening.removeprefix("و") in stage.tables.words.object_verbs
        if not opening.isalpha() or acts or opening in stage.tables.function_words:
            continue
        speaker = speaker_at(stage, start + 1, lenient=True)
        if speaker and speaker.kind == NAME and speaker.end < index:
            said = spoken(stage, start, speaker)
            return said if opening.startswith(("ت", "وت")) <= verb.feminine else None
    return None


def _gender(stage: Stage, named: Named) -> bool | None:
    """Whether verbs of the name are feminine; none where the name does not tell."""
    if named.topic.type in ("country", "organization", "outlet"):
        name = " ".join(words_of(named.topic.ar.name))
        if name in stage.tables.words.masculine_names:
            return False
        if named.topic.type == "country" or name.split()[0].endswith("ه"):
            return True
    return None


def _is_object_of(stage: Stage, named: Named) -> bool:
    """Whether somebody else acts on the name: «اتهم بوتين بأنه»."""
    before, after = stage.reading.word(named.first - 1), stage.reading.word(named.end)
    verbs = stage.tables.words.object_verbs
    acted = before in verbs or (before[:1] in ("و", "ف") and before[1:] in verbs)
    return acted and after.startswith("ب")


def _last(history: list[Said], verb: Verb) -> Said | None:
    """The last speaker whose verbs agree with this one; in doubt none."""
    for said in reversed(history[-4:]):
        if said.feminine in (None, verb.feminine) and said.plural == verb.plural:
            return said
    return None


def asked(stage: Stage, index: int) -> Said | None:
    """«سُئل متحدث باسم الكرملين»: who answers next, though nothing is said yet."""
    speaker = speaker_at(stage, index + 1)
    if speaker is None or not stage.reading.same_sentence(index, speaker.first):
        return None
    said = spoken(stage, index, speaker)
    return replace(said, feminine=stage.reading.words[index].endswith("ت"))


# ---------------------------------------------------------------- «مؤكدا أن»


def participle(stage: Stage, index: int, found: list[Said], names: Sequence[Named]) -> Said | None:
    """«…، مشددا على أن»: who is the subject of its sentence.

    After a reporting phrase of the same sentence it is a part of the same report.
    """
    reading = stage.reading
    feminine = stage.tables.participles[reading.words[index]]
    place = index + 1
    while reading.word(place) in stage.tables.words.after_verb:
        place += 1
    if reading.word(place) in _PREPOSITIONS:
        place += 1
    if not (reading.word(place) in stage.tables.that or reading.word(place) in OPENERS):
        return None
    if any(reading.same_sentence(said.first, index) for said in found):
        return None
    said = _who_spoke(stage, index, names) or _subject(stage, index, feminine, found, names)
    if said is None or not reading.same_sentence(said.first, index):
        return None
    return Said(
        index, index + 1, said.speaker, said.topic, said.kind, implicit=True, feminine=feminine
    )


def _who_spoke(stage: Stage, index: int, names: Sequence[Named]) -> Said | None:
    """«… بوتين الذي أشار إلى المكان»: a person of the sentence whose relative clause says so."""
    reading, tables = stage.reading, stage.tables
    for named in reversed(names):
        if named.first >= index or not reading.same_sentence(named.first, index):
            continue
        related = reading.word(named.end) in tables.relatives
        if named.topic.type == "person" and related and reading.word(named.end + 1) in tables.verbs:
            return _as_subject(reading, named)
    return None


def _as_subject(reading: Reading, named: Named) -> Said:
    span = reading.span(named.first, named.end, named.prefix)
    text = reading.text[span.start : span.end]
    return Said(named.first, named.end, text, named.topic.id, PERSON)
