"""Who is named in a sentence and how: the candidates for a verb that names nobody («ويقول»)."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from generator.analyse.attributions.agreement import is_feminine
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.name_ends import is_first_name
from generator.analyse.attributions.outlets import clean, is_plural
from generator.analyse.attributions.person_names import begins_name
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import BODY, NAME, PERSON, PLACE
from generator.analyse.attributions.standing import (
    BODIES,
    Sentence,
    is_known,
    phrase_start,
    place_of,
    sentence_of,
    signs_of,
)
from generator.analyse.attributions.verb_forms import ANY_VERB
from generator.analyse.reading import places_of
from generator.languages.words import words_of
from generator.model.record import record

_PAIR = 2  # words
_WITH_OBJECT = 3  # words


@record(frozen=True, slots=True)
class Candidate:
    """Somebody who may say what comes next, and the signs of how he was named."""

    said: Said
    sentence: int
    """Its number in the article."""
    first: int
    signs: frozenset[str]


def candidates_in(stage: Stage, sentence: int) -> tuple[Candidate, ...]:
    """Everybody named in a sentence of the block, in order; read once."""
    known = stage.cast.met.get((stage.reading.block, sentence))
    if known is None:
        known = tuple(_read(stage, sentence))
        stage.cast.met[stage.reading.block, sentence] = known
    return known


def _read(stage: Stage, number: int) -> list[Candidate]:
    reading, found = stage.reading, list[Candidate]()
    start = bisect_left(reading.sentences, number)
    end = bisect_right(reading.sentences, number, start)
    sentence, free = sentence_of(stage, start, end), start
    plain, acting = stage.asking(None), stage.asking(ANY_VERB)
    for index in _openings(stage, start, end):
        if index < free:
            continue
        place = place_of(stage, phrase_start(stage, index, start), sentence)
        asking = acting if place == "subject" else plain
        if reading.word(index - 1) in ("اما", "واما"):
            asking = stage.asking(ANY_VERB, until=_answer(stage, index))
        speaker = speaker_at(asking, index, lenient=True)
        if speaker and speaker.kind == NAME and place == "subject" and index > start:
            speaker = _without_object(stage, speaker)
        if (
            speaker is None
            or speaker.end > end
            or not _is_one(stage, speaker)
            or (
                speaker.kind == NAME
                and index != start + (place == "subject")
                and _is_words(stage, speaker, sentence)
            )
        ):
            continue
        signs = frozenset((place, *signs_of(stage, speaker, sentence)))
        found.append(Candidate(_said(plain, speaker), stage.base + number, index, signs))
        free = speaker.end
    return found


def _openings(stage: Stage, start: int, end: int) -> list[int]:
    """The words start..end-1 with which somebody's name or description may begin."""
    words = stage.reading.words[start:end]
    places = {index for index in stage.named if start <= index < end}
    for some in (stage.tables.openers, stage.cast.surnames):
        places.update(start + place for place in places_of(some, words))
    if stage.cast.surnames:  # «لمولر»
        named = (place for place, word in enumerate(words) if word[0] == "ل")
        places.update(start + place for place in named if words[place][1:] in stage.cast.surnames)
    return sorted(place for place in places if _may_be(stage, words[place - start]))


def _without_object(stage: Stage, speaker: Speaker) -> Speaker:
    """The speaker without what he acts on: «يفتح أبو سامر | الفرن», «تدرّس سلمى منصور | التاريخ»."""
    reading, last = stage.reading, stage.reading.words[speaker.end - 1]
    first = bisect_left(reading.starts, speaker.text.start, key=reading.offsets.__getitem__)
    family = last.endswith("ي") or not is_definite(last)
    if speaker.topic or family or speaker.end - first < _WITH_OBJECT:
        return speaker
    return replace(speaker, end=speaker.end - 1, text=reading.span(first, speaker.end - 1))


def _answer(stage: Stage, index: int) -> int | None:
    """The verb of «أما المهندسة ليلى فأشرفت»."""
    reading = stage.reading
    for place in range(index + 1, min(index + 8, len(reading.words))):
        word = reading.words[place]
        if word[0] == "ف" and len(word) > 2 and not is_first_name(stage, place):
            return place
    return None


def _may_be(stage: Stage, word: str) -> bool:
    return not word[0].isdigit() and word not in stage.tables.words.subject_openers


def _is_one(stage: Stage, speaker: Speaker) -> bool:
    """Whether it is a person, a body or a country; bodies without a name must be definite."""
    if speaker.kind in (NAME, PLACE):
        return not _is_kinsman(stage, speaker)
    if speaker.kind == BODY:
        return is_known(stage, speaker)
    return speaker.kind == PERSON and not _is_thing(stage, speaker)


def _is_thing(stage: Stage, speaker: Speaker) -> bool:
    """Whether what is spelled like a role is a thing or an adjective: «الأمر», «الأزمة الاقتصادية»."""
    reading, word = stage.reading, stage.reading.words[speaker.first]
    words = stage.tables.words
    if word in words.matters or word.removeprefix("ال") in words.counting_heads:
        return True
    after_noun = is_definite(word) and is_definite(reading.word(speaker.first - 1))
    return after_noun and speaker.end == speaker.first + 1


def _is_kinsman(stage: Stage, speaker: Speaker) -> bool:
    """Whether what looks like «أبو ياسر» is no name: «أبي يعيد», «باب السلامة»."""
    word = stage.reading.words[speaker.first]
    return word in stage.tables.words.kunya and not begins_name(stage, speaker.first)


def _is_words(stage: Stage, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a name that no topic or title proves is common words: «حصة بيتها», «فرح البيوت»."""
    tables, words = stage.tables, stage.reading.words[speaker.first : speaker.end]
    if (
        speaker.topic
        or speaker.role
        or words[0] in tables.words.titles
        or words[0] in tables.words.kunya
    ):
        return False
    if len(words) == 1:
        acts = place_of(stage, speaker.first, sentence) == "subject"
        around = (stage.reading.word(speaker.first - 1), stage.reading.word(speaker.end))
        return around != ("،", "،") and not (acts and words[0] in tables.plain_names)
    return len(words) == _PAIR and all(w.removeprefix("ال") in tables.common_nouns for w in words)


def _said(stage: Stage, speaker: Speaker) -> Said:
    text = stage.reading.text[speaker.text.start : speaker.text.end]
    named = stage.named.get(speaker.first)
    body = named is not None and named.topic.type in BODIES
    feminine = is_feminine(stage, speaker)
    if named is not None and body:
        feminine = _gender_of(stage, named.topic.ar.name, named.topic.type)
    return Said(
        speaker.first,
        speaker.end,
        clean(text),
        speaker.topic,
        BODY if body else speaker.kind,
        feminine=feminine,
        plural=is_plural(stage, speaker),
        role=speaker.role,
    )


def _gender_of(stage: Stage, name: str, kind: str) -> bool | None:
    """Whether verbs of a body's or a country's name are feminine; none where it does not tell."""
    words = words_of(name)
    if " ".join(words) in stage.tables.words.masculine_names:
        return False
    if kind == "country" or words[0].endswith("ه"):
        return True
    head = stage.tables.heads.get(words[0])
    return (
        False
        if head and head[1] == BODY and words[0] not in stage.tables.words.feminine_heads
        else None
    )
