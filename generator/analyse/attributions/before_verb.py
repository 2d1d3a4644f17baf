"""Speakers before their verb: «لكن عمالا في المنجم قالوا إن», «وكان الوزير قد أعلن»."""

from dataclasses import replace

from generator.analyse.attributions.agreement import registers
from generator.analyse.attributions.apposed import with_apposed_name
from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.attached import attached, shares
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.outlets import bearer_named, given_via, speaks_through, spoken
from generator.analyse.attributions.person_names import name_after_role
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import BODY, NAME, OUTLET, PERSON, SOURCE
from generator.analyse.attributions.spelling import has_shadda
from generator.analyse.attributions.statements import (
    admits,
    begins,
    explains,
    follows_preposition,
    fronted,
    gives_number,
    later_follows,
    names_value,
    number_near,
    past_adverbs,
    sentence_start,
    statement_ahead,
    that_follows,
)
from generator.analyse.attributions.verb_forms import SPEECH, Verb
from generator.analyse.reading import Reading

_WHO = frozenset({"الذي", "التي"})
_FARTHEST = 60  # words
_NOT = frozenset({"لا", "لم"})
_COUNTED = 3  # words
_ATTACHED = 8  # words of a phrase between the speaker and the verb


def speaker_before(stage: Stage, index: int, verb: Verb, *, beside: bool = False) -> Said | None:
    """The subject that opens the clause: «لكن اللواء …، أكد أن», «وكانت مصادر … قالت».

    `beside` asks for one that ends right before the verb, where another might stand after it.
    """
    reading = stage.reading
    before = reading.word(index - 1)
    told = _reports(stage, index, verb)
    if not told and not gives_number(stage, index + 1, verb):
        return None
    if before in _WHO:
        return _who(stage, index, verb)
    if before in stage.tables.relatives:
        return None
    if verb.joined == "و" and before not in ("", "،"):
        return None
    stage = stage.asking(verb, until=index, quoted=stage.quoted)
    so_much = before.lstrip("وف") in _NOT and admits(stage, index + 1)
    denied = so_much or verb.bare in stage.tables.words.denied_reports
    inside = False  # of a quotation
    for start in range(index - 1, max(-1, index - _FARTHEST), -1):
        if not reading.same_sentence(start, index) or reading.words[start] in (":", "؛"):
            return None
        inside = reading.words[start] == "»" or (inside and reading.words[start] != "«")
        if inside:
            continue
        if not _opens_clause(stage, start) or (
            verb.joined == "ف" and reading.word(start - 1) not in ("اما", "واما")
        ):
            continue
        speaker = _subject_at(stage, start, verb)
        speaker = speaker and with_apposed_name(stage, speaker)
        if speaker is None or speaker.end > index or _prefixed(stage, start):
            continue
        if _in_closed_quotes(reading, start, speaker, index):
            continue
        if not attached(stage, speaker, index, denied=denied, verb_joined=verb.joined == "و"):
            continue
        nested = verb.later and reading.word(start - 1) in stage.tables.that
        if (
            nested
            or speaks_through(stage, speaker.end)
            or not (told or speaker.kind == SOURCE)
            or (beside and speaker.end < index - 2 * (before in stage.tables.words.side_words))
            or not shares(stage, speaker, verb, index)
            or (verb.counts and not registers(stage, speaker, verb))
        ):
            return None
        return _said(stage, start, index, speaker, verb)
    return None


def _who(stage: Stage, index: int, verb: Verb) -> Said | None:
    """«الخبير فيصل رفيق، الذي يرى أن»: who stands before the relative."""
    reading = stage.reading
    end = index - 1 - (reading.word(index - 2) == "،")
    stage = stage.asking(verb, until=end, quoted=stage.quoted)
    for start in range(max(0, end - 8), end):
        if not reading.same_sentence(start, index):
            continue
        speaker = speaker_at(stage, start)
        sure = bool(speaker and (speaker.kind in (NAME, BODY) or speaker.topic))
        if speaker and speaker.kind == BODY:
            of_her = stage.reading.words[speaker.first].endswith(("ه", "ات"))
            sure = of_her == (reading.words[index - 1] == "التي")
        if speaker and sure and speaker.end == end and not verb.later:
            fits = begins(stage, index + 1, verb) and shares(stage, speaker, verb, index)
            return _said(stage, start, index, speaker, verb) if fits else None
    return None


def _said(stage: Stage, start: int, index: int, speaker: Speaker, verb: Verb) -> Said:
    between = stage.reading.words[speaker.end : index]
    mine = between[1:2] and between[1] not in stage.tables.words.side_words
    close = bool(mine) and len(between) < 4
    own = close and (between[0] in ("في", "من") or (between[0][0] == "ل" and len(between[0]) > 2))
    after = stage.asking(verb, quoted=stage.quoted)
    via = given_via(after, start, speaker.end) if speaker.end < index else None
    if speaker.described and own and not (via and via[0]):
        text = stage.reading.span(start, index)
        speaker = replace(speaker, text=replace(speaker.text, end=text.end))
    end = _related_end(stage, speaker, index)
    if end > speaker.end:
        text = stage.reading.span(start, end)
        speaker = replace(speaker, text=replace(speaker.text, end=text.end))
    said = spoken(stage, start, replace(speaker, end=index + 1))
    if name := bearer_named(stage, speaker):
        said = replace(said, bearer=name, speaker=name)
    if via and via[0] and said.via is None:
        said = replace(said, via=via[0], via_topic=via[1])
    who = bearer_named(stage, speaker)
    return replace(said, feminine=verb.feminine, plural=verb.plural, bearer=who)


def _related_end(stage: Stage, speaker: Speaker, until: int) -> int:
    """The word after «الذين تحدثت إليهم «المساء»», without which «الفلاحون» says little.

    And after «الذي كتبته الشرطة», which says whose «المحضر» is.
    """
    place = speaker.end
    alone = speaker.described and place == speaker.first + 1
    alone = alone and speaker.kind in (PERSON, SOURCE)
    if (
        not alone
        or speaker.topic
        or speaker.meant
        or stage.reading.word(place) not in stage.tables.relatives
    ):
        return place
    for index in range(place + 2, min(place + 4, until)):
        if actor := speaker_at(stage.asking(None, until=until), index):
            quoted = stage.reading.word(actor.end) in "»”"
            return actor.end + quoted
    return place


def _reports(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether a statement follows the verb: at once where it does not only report."""
    if verb.then and not _then_follows(stage, index + 1, verb):
        return False
    place = past_aside(stage, index + 1)
    if verb.counts and not number_near(stage, place):
        return False
    if verb.bare in stage.tables.words.counting_doubled and has_shadda(stage.reading, index):
        return number_near(stage, place, within=_COUNTED)
    if verb.object:
        return names_value(stage, place, verb)
    if verb.later:
        return later_follows(stage, place, verb)
    if verb.then and verb.needs_that:
        return that_follows(stage, place, within=8)
    if begins(stage, place, verb) or not verb.needs_that or explains(stage, place, verb):
        return True
    if stage.reading.word(index - 1).lstrip("وف") in _NOT and admits(stage, index + 1):
        return True
    if verb.preposition and follows_preposition(stage, place, verb):
        return True
    return statement_ahead(stage, place) or that_follows(
        stage, past_adverbs(stage, place, verb), within=3
    )


def _then_follows(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether the words of the verb follow, in the same clause: «تحدثت في بلاغ صدر أمس عن»."""
    reading = stage.reading
    index = past_aside(stage, index)
    for place in range(index, min(index + _ATTACHED, len(reading.words))):
        quoting = len(verb.then) == 1 and verb.then[0] in stage.tables.that
        if reading.words[place : place + len(verb.then)] == verb.then:
            return True
        if quoting and not verb.doubtful and begins(stage, place, None):
            return True
        word = reading.words[place]
        apart = not word.isalpha() or word in stage.tables.that
        if apart or not reading.same_sentence(index, place):
            return False
    return False


def _subject_at(stage: Stage, start: int, verb: Verb) -> Speaker | None:
    speaker = speaker_at(stage, start, unknown=verb.saying or verb.kind == SPEECH)
    if speaker is None:
        return _crowd(stage, start) if verb.plural else None
    joined = stage.reading.words[start].removeprefix("و")[:1] in ("ب", "ل", "ك")
    if speaker.known:
        return speaker
    acts = is_verb(stage, stage.reading.words[speaker.first])  # «كان يجرّم التهريب، يقول»
    if speaker.end - speaker.first > 1 and not (joined or acts):
        return speaker
    return _crowd(stage, start) if verb.plural else None


def _crowd(stage: Stage, start: int) -> Speaker | None:
    """Definite words of any people before «يقولون»: «لكن الخزافين في الحي»."""
    reading, tables = stage.reading, stage.tables
    end, word = start, reading.word(start)
    if word.endswith(("ون", "ين")) and len(word) > 5 and word not in tables.words.stops:
        return Speaker(start, start + 1, reading.span(start, start + 1), PERSON, described=True)
    while end != stage.until and is_definite(reading.word(end)):
        if reading.word(end) in tables.words.stops:
            return None
        end += 1
    if end == start:
        return None
    return Speaker(start, end, reading.span(start, end), PERSON, described=True)


def _opens_clause(stage: Stage, index: int) -> bool:
    reading = stage.reading
    if index == 0 or not reading.same_sentence(index - 1, index):
        return True
    before = reading.words[index - 1]
    if before.isalpha():
        answers = before not in stage.tables.that and _answers(stage, index)
        return answers or before in stage.tables.words.clause_openers
    if before in (":", "؛"):
        return True
    if before == "،" and _joined_subject(stage, index):
        return True  # «…، والنقابة تقول إنها»
    start = sentence_start(reading, index)
    if index - start < 6 and all(
        not word.isalpha() and word != "،" for word in reading.words[start:index]
    ):
        return True  # «14:20 رئيس الوزراء يعلن»
    return before in stage.tables.words.clause_openers or fronted(stage, index)


def _answers(stage: Stage, index: int) -> bool:
    """Whether «ف» joins a new subject to a phrase: «أما اليوم فالحكومة تتحدث»."""
    word = stage.reading.words[index]
    head = stage.tables.heads.get(word)
    return word.startswith("فال") and head is not None and head[0] == 1


def _in_closed_quotes(reading: Reading, start: int, speaker: Speaker, index: int) -> bool:
    """Whether the subject opens a quotation that is closed before the verb, and is no name."""
    opened = reading.words[start] in "«“" or reading.word(start - 1) in ("«", "“")
    named = speaker.topic or speaker.kind in (NAME, OUTLET)
    return opened and not named and any(word in "»”" for word in reading.words[start:index])


def _joined_subject(stage: Stage, index: int) -> bool:
    """Whether a new subject begins after the comma: «، والنقابة …», «، وذوو الضحية …»."""
    word = stage.reading.words[index]
    head = stage.tables.heads.get(word)
    if word.startswith(("فال", "وال")) or (head and head[0] == 1 and word[0] in "وف"):
        return True
    return word[0] == "و" and name_after_role(stage, index) is not None  # «ومورّد الوقود خالد»


def _prefixed(stage: Stage, start: int) -> bool:
    named = stage.named.get(start)
    return bool(named and named.prefix and stage.reading.words[start][0] not in "وف")
