"""Reporting phrases -> Attribution: who says it, and the outlet that carried it."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.according import according, according_to_them
from generator.analyse.attributions.candidates import candidates_in
from generator.analyse.attributions.carried_over import asked
from generator.analyse.attributions.cast import (
    Cast,
    Stage,
    note_outlets,
    note_roles,
    remember,
    remember_name,
)
from generator.analyse.attributions.held import borne, held
from generator.analyse.attributions.indirect import saying
from generator.analyse.attributions.named_before import Heard, key_of
from generator.analyse.attributions.outlets import carries, with_outlets
from generator.analyse.attributions.participles import participle
from generator.analyse.attributions.person_names import begins_name
from generator.analyse.attributions.quotations import quoted_words
from generator.analyse.attributions.reported import reported
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import (
    NAME,
    OUTLET,
    PERSON,
    SOURCE,
    speech_tables,
)
from generator.analyse.dates.context import Found
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading, places_of
from generator.languages.lexicon import Lexicon


def find_attributions(
    readings: Sequence[Reading],
    named: Sequence[Sequence[Named]],
    dated: Sequence[Sequence[Found]],
    lexicon: Lexicon,
) -> tuple[tuple[Said, ...], ...]:
    """The attributions of each block, in order; «وأضاف» goes on with the speaker before it."""
    tables = speech_tables(lexicon)
    cast, history = Cast(), list[Said]()
    blocks, sentences = [], 0
    for reading, names, dates in zip(readings, named, dated, strict=True):
        note_roles(cast, reading, names, tables)
        stage = Stage(
            reading,
            {n.first: n for n in names},
            frozenset(i for d in dates for i in range(d.first, d.end)),
            tables,
            cast,
            base=sentences,
        )
        cast.stages.append(stage)
        sentences += reading.sentences[-1] + 1 if reading.sentences else 0
        cast.quoted[reading.block] = quoted_words(reading)
        heard = Heard(history, [], names, reading.block, cast.quoted[reading.block])
        found = with_outlets(reading, _scan(stage, heard))
        note_outlets(cast, reading, names, tables)
        blocks.append(tuple(found))
    cast.stages.clear()  # they hold the cast, and would outlive the article together
    return tuple(blocks)


def _scan(stage: Stage, heard: Heard) -> list[Said]:
    found = heard.found
    reading, cues, quoted = stage.reading, stage.tables.cues, heard.quoted
    end = 0
    for index in places_of(cues, reading.words):
        # Quoted is what somebody says that others say.
        if index < end or index in quoted or _is_alone(stage, index):
            continue
        said = _said_at(stage, index, heard)
        if said is None:
            if reading.words[index] in stage.tables.asked and (answers := asked(stage, index)):
                heard.keep(answers)
            continue
        found.append(said)
        if not said.own and not (
            said.according and said.kind == OUTLET and carries(reading, said, found)
        ):
            heard.keep(said)
        _note(stage, said)
        end = said.end
    _note_names(stage)
    return found


def _note_names(stage: Stage) -> None:
    """Keeps the names of those who only did something, under whose last word they may speak later."""
    reading, titles = stage.reading, stage.tables.words.titles
    places = places_of(stage.tables.before_names, reading.words)
    topics = _of_topics(stage) if places else frozenset()
    near = {
        reading.sentences[n]
        for n in places
        if n not in topics
        and (begins_name(stage, n) or (reading.words[n] in titles and n + 1 not in topics))
    }
    for sentence in sorted(near):
        for candidate in candidates_in(stage, sentence):
            said = candidate.said
            if said.kind == NAME and said.topic is None and "subject" in candidate.signs:
                remember_name(stage.cast, said.speaker)


def _of_topics(stage: Stage) -> frozenset[int]:
    """The words of names that have a topic."""
    return frozenset([n for named in stage.named.values() for n in range(named.first, named.end)])


def _is_alone(stage: Stage, index: int) -> bool:
    """Whether the word would begin a phrase if another one followed: «على الطريق»."""
    seconds = stage.tables.phrase_cues.get(stage.reading.words[index])
    return seconds is not None and stage.reading.word(index + 1) not in seconds


def _said_at(stage: Stage, index: int, heard: Heard) -> Said | None:
    """What the word begins: «بحسب», a verb or a participle with who says it."""
    word, tables, said = stage.reading.words[index], stage.tables, None
    if word in tables.according_to_them:
        said = according_to_them(stage, index, heard)
    if said is None and word in tables.according and not _is_basis(stage, index, heard.found):
        said = according(stage, index, heard)
    if said is None and (verb := tables.verbs.get(word)):
        said = reported(stage, index, verb, heard)
    if said is None and word in tables.sayings:
        said = saying(stage, index, heard.found)
    if said is None and word in tables.participles:
        said = participle(stage, index, heard)
    if said is None and (verb := tables.bearing.get(word)):
        said = borne(stage, index, verb)
    if said is None and word in tables.holding:
        said = held(stage, index)
    return said


def _note(stage: Stage, said: Said) -> None:
    """Keeps who has spoken, for what «المسؤولون», «الوزير» and «الصحيفة» stand for."""
    cast = stage.cast
    if said.kind in (PERSON, NAME) and not said.plural and said.feminine is not None:
        cast.genders.setdefault(key_of(said), said.feminine)
    if said.topic is None and not said.implicit:
        if said.kind in (PERSON, SOURCE):
            remember(cast, said.speaker)
        elif said.kind == NAME:
            remember_name(cast, said.speaker)
    if said.role and said.topic is None:
        cast.bearers.setdefault(said.role, set()).add(said.speaker)
    # An outlet that speaks is the last one, also where «الصحيفة» stands for it.
    if said.kind == OUTLET and said.topic and (known := cast.outlets.pop(said.topic, None)):
        cast.outlets[said.topic] = replace(known, given=False)


# ---------------------------------------------------------------- «بحسب», «وفقا لـ»


def _is_basis(stage: Stage, index: int, found: list[Said]) -> bool:
    """Whether it is what somebody else's report rests on: «كشفت، استنادا إلى جرد، أن»."""
    reading = stage.reading
    rests = reading.word(index) in ("استنادا", "بالاستناد") and reading.word(index - 1) == "،"
    return rests and bool(found) and found[-1].end == index - 1
