"""Reporting phrases -> Attribution: who says it, and the outlet that carried it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.cast import Cast, Outlet, Speaker, Stage, last_outlet, note_roles
from generator.analyse.clitics import match_phrase
from generator.analyse.date_rules import Found
from generator.analyse.descriptions import QUOTES
from generator.analyse.figures import Measured
from generator.analyse.mentions import Named
from generator.analyse.reading import Reading
from generator.analyse.speakers import speaker_at
from generator.analyse.speech_words import (
    CARRYING,
    CLAIM,
    NAME,
    OUTLET,
    PERSON,
    Verb,
    speech_tables,
)
from generator.languages.lexicon import Lexicon
from generator.model import Attribution, TopicId

_OPENERS = QUOTES | {":"}
_RELATIVES = frozenset({"الذي", "التي", "الذين", "ما", "ممن", "لما", "مما"})
_PREPOSITIONS = frozenset({"من", "مع", "في", "الي", "علي", "عن", "بين", "لدي", "ضد", "بعد", "قبل"})


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in words first..end-1; the speaker's and the outlet's own text and topic."""

    first: int
    end: int
    speaker: str
    topic: TopicId | None
    kind: str
    via: str | None = None
    via_topic: TopicId | None = None
    implicit: bool = False
    feminine: bool | None = None
    according: bool = False


def find_attributions(
    readings: Sequence[Reading],
    named: Sequence[Sequence[Named]],
    dated: Sequence[Sequence[Found]],
    lexicon: Lexicon,
) -> tuple[tuple[Said, ...], ...]:
    """The attributions of each block, in order; «وأضاف» goes on with the speaker before it."""
    tables = speech_tables(lexicon)
    cast, history = Cast(), list[Said]()
    blocks = []
    for reading, names, dates in zip(readings, named, dated, strict=True):
        note_roles(cast, reading, [n for n in names if n.topic.type == "person"], tables)
        stage = Stage(
            reading,
            {n.first: n for n in names},
            frozenset(i for d in dates for i in range(d.first, d.end)),
            tables,
            cast,
        )
        found = _with_outlets(reading, _scan(stage, history, names))
        note_roles(cast, reading, names, tables)
        blocks.append(tuple(found))
    return tuple(blocks)


def as_attribution(reading: Reading, said: Said) -> Attribution:
    """The attribution as the model has it."""
    span = reading.span(said.first, said.end)
    return Attribution(
        block=reading.block,
        span=span,
        surface=reading.text[span.start : span.end],
        speaker=said.speaker,
        speaker_topic=said.topic,
        via=said.via,
        via_topic=said.via_topic,
        implicit=said.implicit,
    )


def _scan(stage: Stage, history: list[Said], names: Sequence[Named]) -> list[Said]:
    found: list[Said] = []
    reading, tables = stage.reading, stage.tables
    index = 0
    while index < len(reading.words):
        word, said = reading.words[index], None
        if word in tables.according:
            said = _according(stage, index)
        if said is None and (verb := tables.verbs.get(word)):
            said = _reported(stage, index, verb, history, found, names)
        if said is None:
            index += 1
            continue
        found.append(said)
        if not (said.according and said.kind == OUTLET and _carries(reading, said, found)):
            history.append(said)
        _note_outlet(stage, said)
        index = said.end
    return found


def _note_outlet(stage: Stage, said: Said) -> None:
    if said.kind == OUTLET and said.topic:
        stage.cast.outlet = said.speaker, said.topic
    elif said.via and said.via_topic:
        stage.cast.outlet = said.via, said.via_topic


# ---------------------------------------------------------------- «بحسب», «وفقا لـ»


def _according(stage: Stage, index: int) -> Said | None:
    reading, tables = stage.reading, stage.tables
    matched = match_phrase(tables.according, reading.words, index)
    if matched is None:
        return None
    end, (_, _phrase) = matched
    words = tables.words
    first_word = reading.words[index].removeprefix("و")
    if reading.word(end) in ("ما", "لما") or first_word in words.according_needs_verb:
        end += reading.word(end) in ("ما", "لما")
        verb = tables.verbs.get(reading.word(end))
        if verb is None:
            return None
        return _after_verb(stage, index, end, verb, according=True)
    if first_word in words.according_with_from:
        if reading.word(end) != "عن":
            return None
        end += 1
    elif first_word in words.according_with_for:
        if reading.word(end) == "ل":
            end += 1
        elif not reading.word(end).startswith("ل"):
            return None
    speaker = speaker_at(stage, end) or _given_name(stage, end)
    return _said(stage, index, speaker, according=True) if speaker else None


def _given_name(stage: Stage, index: int) -> Speaker | None:
    """A person that no topic names, where the first word is a known given name."""
    reading = stage.reading
    if reading.word(index).removeprefix("ل") not in stage.tables.given_names:
        return None
    end = index + 1
    while (
        reading.word(end).isalpha()
        and end < index + 3
        and reading.word(end) not in stage.tables.words.stops
    ):
        end += 1
    return Speaker(index, end, reading.span(index, end), NAME) if end > index + 1 else None


# ---------------------------------------------------------------- verbs


def _reported(
    stage: Stage,
    index: int,
    verb: Verb,
    history: list[Said],
    found: list[Said],
    names: Sequence[Named],
) -> Said | None:
    before = stage.reading.word(index - 1)
    words = stage.tables.words
    if index and stage.reading.same_sentence(index - 1, index):
        if before in words.not_reported_after or (
            verb.present and before in words.subjunctive_after
        ):
            return None
    if verb.kind == CARRYING:
        return _carried(stage, index)
    if verb.object and verb.needs_that and before in _RELATIVES:
        return None  # «الخبر الذي أورده الموقع» says where it stood, not who says it
    after = _after_verb(stage, index, index, verb, according=False)
    if after:
        return after
    if verb.object:
        return None
    if opening := _speaker_before(stage, index, verb):
        return opening
    return _carried_over(stage, index, verb, history, found, names)


def _after_verb(
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
    if speaker is None or _is_object(stage, start, speaker, verb):
        return None
    if (
        verb.needs_that
        and not verb.object
        and not according
        and not _that_follows(stage, speaker.end)
    ):
        return None
    if verb.kind == CARRYING and reading.word(speaker.end) == "عن":
        source = speaker_at(stage, speaker.end + 1)
        if source:
            return _said(
                stage, index, replace(source, carrier=_outlet(stage, speaker)), according=according
            )
    said = _said(stage, index, speaker, according=according)
    return replace(said, feminine=verb.feminine)


def _is_object(stage: Stage, start: int, speaker: Speaker, verb: Verb) -> bool:
    """Whether the words are what the verb acts on: «أعلن حالة الطوارئ», «أبلغ الرئيس أن»."""
    named = stage.named.get(start)
    if named and named.prefix:
        return True
    head = stage.tables.heads.get(stage.reading.word(start))
    if head and head[0]:
        return True
    return not speaker.known and verb.kind == CLAIM and not _that_follows(stage, speaker.end)


def _that_follows(stage: Stage, index: int, within: int = 14) -> bool:
    """Whether «أن», «إن», a colon or a quotation comes within a few words."""
    reading = stage.reading
    for place in range(index, min(index + within, len(reading.words))):
        word = reading.words[place]
        if not reading.same_sentence(max(0, index - 1), place) or word == ".":
            return False
        if word in stage.tables.that or word in _OPENERS:
            return True
    return False


def _carried(stage: Stage, index: int) -> Said | None:
    """«نقلت وكالة … عن مصدر قوله»: the speaker after «عن», the outlet before it."""
    reading = stage.reading
    if reading.word(index + 1) == "عن":
        source = speaker_at(stage, index + 2)
        return _said(stage, index, source) if source else None
    outlet = speaker_at(stage, index + 1)
    if outlet is None:
        return None
    place = outlet.end
    while place < outlet.end + 4 and reading.word(place) != "عن":
        place += 1
    source = speaker_at(stage, place + 1, unknown=True) if reading.word(place) == "عن" else None
    if source is None:
        if outlet.kind == OUTLET and _that_follows(stage, outlet.end):
            return _said(stage, index, outlet)
        return None
    return _said(stage, index, replace(source, carrier=_outlet(stage, outlet)))


def _speaker_before(stage: Stage, index: int, verb: Verb) -> Said | None:
    """The subject that opens the clause: «لكن اللواء …، أكد أن», «وكانت مصادر … قالت»."""
    reading, _tables = stage.reading, stage.tables
    before = reading.word(index - 1)
    if verb.needs_that and not _that_follows(stage, index + 1, within=3):
        return None
    if before in _RELATIVES or (
        reading.words[index].startswith(("و", "ف")) and len(before) > 0 and before != "،"
    ):
        return None
    for start in range(index - 1, max(-1, index - 16), -1):
        if not reading.same_sentence(start, index) or reading.words[start] in QUOTES | {":", "؛"}:
            return None
        opens = (
            start == 0
            or not reading.same_sentence(start - 1, start)
            or (
                reading.word(start - 1)
                in (
                    "لكن",
                    "ولكن",
                    "كان",
                    "كانت",
                    "وكان",
                    "وكانت",
                    "غير",
                    "فان",
                    "فيما",
                    "بينما",
                    "ان",
                )
            )
        )
        if not opens:
            continue
        speaker = speaker_at(stage, start)
        if speaker is None or speaker.end > index or _prefixed(stage, start):
            continue
        if not _apposed(stage, speaker.end, index):
            return None
        said = _said(stage, start, speaker)
        return replace(said, end=index + 1, feminine=verb.feminine)
    return None


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
    if not (opens or word.startswith(("و", "ف"))) or reading.word(index - 1) in _RELATIVES:
        return False
    place = index + 1
    while reading.word(place) in tables.words.after_verb:
        place += 1
    after = reading.word(place)
    if after in tables.that or after in _OPENERS:
        return True
    if after in ("الي", "علي", "من", "عن", "في"):
        return reading.word(place + 1) in tables.that or (
            verb.kind != CLAIM and _that_follows(stage, place) and after in ("الي", "علي")
        )
    return after == "،" and (
        _that_follows(stage, place) or reading.word(place + 1) in tables.according
    )


def _subject(stage: Stage, index: int, found: list[Said], names: Sequence[Named]) -> Said | None:
    """A person named as a subject since the last attribution of this block."""
    reading = stage.reading
    since = found[-1].end if found else 0
    for named in reversed(names):
        if named.topic.type != "person" or named.prefix or not since <= named.first < index:
            continue
        start = named.first
        while start > 0 and reading.same_sentence(start - 1, named.first):
            start -= 1
        before = reading.word(named.first - 1)
        if named.first - start <= 4 and before and before not in _PREPOSITIONS and before.isalpha():
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


# ---------------------------------------------------------------- outlets


def _said(stage: Stage, first: int, speaker: Speaker, *, according: bool = False) -> Said:
    text = stage.reading.text
    via, via_topic = _via(stage, speaker)
    return Said(
        first=first,
        end=max(speaker.end, first + 1),
        speaker=_clean(text[speaker.text.start : speaker.text.end]),
        topic=speaker.topic,
        kind=speaker.kind,
        via=via,
        via_topic=via_topic,
        according=according,
    )


def _clean(text: str) -> str:
    text = text.strip(" ،")
    for opening, closing in ("«»", "“”", '""'):
        if text.count(opening) != text.count(closing) or text[:1] == opening == text[-1:]:
            text = text.strip(opening + closing)
        elif text[:1] == opening and text[-1:] == closing:
            text = text[1:-1]
    return text.strip(" \"'„")


def _via(stage: Stage, speaker: Speaker) -> tuple[str | None, TopicId | None]:
    """The outlet that carried it: named before «عن», or spoken to («قال لصحيفة …»)."""
    reading = stage.reading
    if speaker.carrier:
        return speaker.carrier
    for place in range(speaker.end, min(speaker.end + 12, len(reading.words))):
        if not reading.same_sentence(speaker.first, place) or reading.words[place] in _OPENERS:
            return None, None
        outlet = _outlet_given(stage, place)
        near = place <= speaker.end + 1 or any(
            w in stage.tables.interviews for w in reading.words[speaker.end : place]
        )
        if outlet and near:
            return _clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
        if reading.words[place] in stage.tables.that:
            return None, None
    return None, None


def _outlet(stage: Stage, speaker: Speaker) -> Outlet:
    """The outlet as it is named; «الموقع» means the one named before."""
    written = _clean(stage.reading.text[speaker.text.start : speaker.text.end])
    before = last_outlet(stage, speaker.first)
    if before and before[1] == speaker.topic and stage.named.get(speaker.first) is None:
        return before
    return written, speaker.topic


def _outlet_given(stage: Stage, place: int) -> Speaker | None:
    reading = stage.reading
    word, start = reading.word(place), place
    if word in ("ل", "مع"):
        start = place + 1
    elif not word.startswith("ل"):
        return None
    outlet = speaker_at(stage, start)
    return outlet if outlet and outlet.kind == OUTLET else None


def _carries(reading: Reading, said: Said, found: list[Said]) -> bool:
    """Whether the outlet only carries what another speaker says in the same sentence."""
    return any(
        other is not said
        and other.kind != OUTLET
        and reading.same_sentence(other.first, said.first)
        for other in found
    )


def _with_outlets(reading: Reading, found: list[Said]) -> list[Said]:
    """The same, where an outlet named later in the sentence carries the earlier statements."""
    result: list[Said] = []
    for number, said in enumerate(found):
        outlet = next(
            (
                other
                for other in found[number + 1 :]
                if other.according
                and _is_carrier(other)
                and reading.same_sentence(said.first, other.first)
            ),
            None,
        )
        if outlet and said.kind != OUTLET and said.via is None:
            said = replace(said, via=outlet.speaker, via_topic=outlet.topic)
        if result and _is_its_outlet(reading, result[-1], said):
            result[-1] = replace(result[-1], end=said.end)
        else:
            result.append(said)
    return result


def _is_its_outlet(reading: Reading, before: Said, said: Said) -> bool:
    """Whether «وأضاف، بحسب ما نقلته وكالة …:» is one phrase: the verb, then its outlet."""
    return (
        before.implicit
        and said.according
        and said.kind == OUTLET
        and reading.words[before.end : said.first] in (("،",), (",",))
    )


def _is_carrier(said: Said) -> bool:
    return said.kind == OUTLET


# ---------------------------------------------------------------- who says a figure


def speaker_of(reading: Reading, measured: Measured, sayings: Sequence[Said]) -> str | None:
    """Who says a figure: the last speaker before it in its sentence, else the source named after it.

    A quotation that a speaker opened may run over several sentences.
    """
    same = [s for s in sayings if reading.same_sentence(s.first, measured.first)]
    before = [s for s in same if s.first <= measured.first]
    if before:
        return before[-1].speaker
    if after := [s for s in same if s.according]:
        return after[0].speaker
    earlier = [s for s in sayings if s.first < measured.first]
    if earlier and _quote_is_open(reading, earlier[-1].end, measured.first):
        return earlier[-1].speaker
    return None


def _quote_is_open(reading: Reading, start: int, end: int) -> bool:
    opened = sum(word in "«“" for word in reading.words[start:end])
    closed = sum(word in "»”" for word in reading.words[start:end])
    return opened > closed
