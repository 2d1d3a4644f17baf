"""The people whom a block names, whether they speak or not: «السائق محمود عبيدات», «أم خالد»."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analyse.attributions.agreement import is_woman
from generator.analyse.attributions.cast import Stage, is_definite
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.name_ends import name_end, woman
from generator.analyse.attributions.newcomers import is_object_of
from generator.analyse.attributions.outlets import clean, spoken
from generator.analyse.attributions.person_names import begins_name
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import NAME, PERSON
from generator.analyse.attributions.statements import sentence_start
from generator.analyse.attributions.verb_forms import ANY_VERB

_ROLE = 4  # words before a name that can be its bearer's role
_APART = frozenset({"،", "؛", ":", "(", "«", "»", ")"})


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody named in a block, and whether as the subject of a clause."""

    said: Said
    acts: bool


def people(
    stage: Stage, start: int, end: int, quoted: frozenset[int] = frozenset()
) -> Iterator[Present]:
    """Who is named in words start..end-1 outside quotations, in order."""
    place, words = start, stage.reading.words
    while place < end:
        named = stage.named.get(place)
        if place in quoted:
            place += 1
        elif named is not None:
            if named.topic.type == "person" and not is_object_of(stage, named):
                yield _topic(stage, place)
            place = named.end
        elif words[place] in stage.tables.name_openers and begins_name(stage, place):
            stop = name_end(stage, place)
            known = _known(stage, place, stop)
            if known is not None:
                yield known
            place = stop
        elif words[place] in stage.tables.heads and (who := _described(stage, place)):
            yield who
            place = who.said.end
        else:
            place += 1


def _described(stage: Stage, place: int) -> Present | None:
    """Somebody without a name who opens a clause: «بائع سمك قاس الجسر بخطواته»."""
    reading = stage.reading
    opens = place == 0 or not reading.same_sentence(place - 1, place)
    word = reading.words[place]
    if stage.tables.heads[word] != (0, PERSON) or word in stage.tables.words.clause_openers:
        return None
    if is_definite(reading.words[place]) or not (opens or reading.words[place - 1] in (":", "؛")):
        return None
    speaker = speaker_at(stage.asking(ANY_VERB), place)
    if speaker is None or speaker.kind != PERSON:
        return None
    said = spoken(stage.asking(None), place, speaker)
    return Present(replace(said, feminine=is_woman(stage, speaker)), acts=True)


def _topic(stage: Stage, place: int) -> Present:
    reading, named = stage.reading, stage.named[place]
    span = reading.span(named.first, named.end, named.prefix)
    role = role_before(stage, place)
    feminine = _gender(stage, role, place)
    said = Said(
        place,
        named.end,
        reading.text[span.start : span.end],
        named.topic.id,
        NAME,
        feminine=feminine,
    )
    return Present(said, not named.prefix and _acts(stage, role, feminine))


def _known(stage: Stage, place: int, stop: int) -> Present | None:
    """The bearer of a name that no topic has; a first name alone must act and be no common word."""
    role = role_before(stage, place)
    feminine = _gender(stage, role, place)
    acts = _acts(stage, role, feminine)
    if stop == place + 1 and role == place and not _stands_alone(stage, place, acts=acts):
        return None
    if stop == place + 2 and role == place and _is_phrase(stage, place):
        return None
    span = stage.reading.span(place, stop)
    text = clean(stage.reading.text[span.start : span.end])
    return Present(Said(place, stop, text, None, NAME, feminine=feminine), acts)


def _stands_alone(stage: Stage, place: int, *, acts: bool) -> bool:
    """Whether a first name alone is one: as a subject, or between commas («أصغرهم، عيسى، يحكي»)."""
    reading = stage.reading
    apposed = reading.word(place - 1) == "،" == reading.word(place + 1)
    return apposed or (acts and reading.words[place] in stage.tables.plain_names)


def _is_phrase(stage: Stage, place: int) -> bool:
    """Whether two common words are no name: «فرح البيوت»."""
    tables, (first, second) = stage.tables, stage.reading.words[place : place + 2]
    return first in tables.common_nouns and second.removeprefix("ال") in tables.common_nouns


def role_before(stage: Stage, place: int) -> int:
    """The first word of the role or title before a name: «سائق الشاحنة محمود»; the name's, if none."""
    reading, tables = stage.reading, stage.tables
    best = place
    for start in range(place - 1, max(-1, place - 1 - _ROLE), -1):
        word = reading.words[start]
        if not word.isalpha() or not reading.same_sentence(start, place):
            break
        head = tables.heads.get(word)
        if word in tables.words.titles or (head is not None and head[1] == PERSON):
            best = start
        elif best == place and not is_definite(word):
            break
    return best


def _gender(stage: Stage, role: int, place: int) -> bool | None:
    """Whether it is a woman, by the name or else by the role."""
    by_name = woman(stage, place)
    if by_name is not None or role == place:
        return by_name
    word = stage.reading.words[role]
    return word.endswith("ه") or None


def _acts(stage: Stage, first: int, feminine: bool | None) -> bool:
    """Whether the word is where a subject stands: at the start, or after a verb."""
    reading, tables = stage.reading, stage.tables
    before = reading.word(first - 1)
    if first == 0 or not reading.same_sentence(first - 1, first):
        return True
    if reading.words[first][0] in "لب" and tables.heads.get(reading.words[first], (0, ""))[0]:
        return False
    spoke = before in tables.words.speeches and sentence_start(reading, first) == first - 2
    if spoke or before in tables.words.clause_openers or before == ":":
        return True  # also «وفي كلام بوتين وعد»
    if before in _APART or before in tables.words.prepositions or is_definite(before):
        return False
    start = sentence_start(reading, first)
    verb = before in tables.verbs or before in tables.words.doing_verbs
    opens = start == first - 1 and before not in tables.function_words
    present = before[:1] in "يت" and len(before) > 2 and before not in tables.heads
    hers = before[:1] == "ت" and not before.endswith(("ه", "ات")) and feminine is True
    present = present and (hers or is_verb(stage, before))
    return verb or opens or present or before.endswith("ت")
