"""Outlets that carry what others say: «قال لصحيفة …», «…، وفق ما نقلت وكالة …»."""

from dataclasses import replace

from generator.analyse.cast import Outlet, Speaker, Stage
from generator.analyse.descriptions import QUOTES
from generator.analyse.reading import Reading
from generator.analyse.said import Said
from generator.analyse.speakers import speaker_at
from generator.analyse.speech_words import (
    BODY,
    OUTLET,
    PERSON,
)
from generator.model import TopicId

OPENERS = QUOTES | {":"}


def spoken(stage: Stage, first: int, speaker: Speaker, *, according: bool = False) -> Said:
    text = stage.reading.text
    via, via_topic = _via(stage, speaker)
    written = clean(text[speaker.text.start : speaker.text.end])
    return Said(
        first=first,
        end=max(speaker.end, first + 1),
        speaker=speaker.meant or written,
        topic=speaker.topic,
        kind=speaker.kind,
        plural=_is_plural(stage, speaker),
        via=via,
        via_topic=via_topic,
        according=according,
        pointing=_is_pointing(stage, speaker),
    )


def _is_pointing(stage: Stage, speaker: Speaker) -> bool:
    """Whether one definite word is all that is known of the speaker: «الجانبان», «المجلة»."""
    if speaker.end > speaker.first + 1 or speaker.topic or speaker.meant or not speaker.described:
        return False
    word = stage.reading.words[speaker.first]
    definite = any(word[cut : cut + 2] in ("ال", "لل") for cut in (0, 1, 2))
    return definite and (speaker.kind != BODY or word.endswith(("ان", "ين")))


def _is_plural(stage: Stage, speaker: Speaker) -> bool:
    """Whether the speaker is a description of several people: «مسؤولون أميركيون», «خبراء»."""
    head = stage.reading.words[speaker.first]
    sound = head.endswith(("ون", "ين")) and len(head) > 4
    return speaker.kind == PERSON and (sound or head in stage.tables.plural_people)


def clean(text: str) -> str:
    text = text.strip(" ،")
    for opening, closing in ("«»", "“”", '""'):
        if text.count(opening) != text.count(closing) or text[:1] == opening == text[-1:]:
            text = text.strip(opening + closing)
        elif text[:1] == opening and text[-1:] == closing:
            text = text[1:-1]
    return text.strip(" \"'„")


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


def _via(stage: Stage, speaker: Speaker) -> tuple[str | None, TopicId | None]:
    """The outlet that carried it: named before «عن», or spoken to («قال لصحيفة …»)."""
    reading = stage.reading
    if speaker.carrier:
        return speaker.carrier
    for place in range(speaker.end, min(speaker.end + 12, len(reading.words))):
        if not reading.same_sentence(speaker.first, place) or reading.words[place] in OPENERS:
            return None, None
        outlet = outlet_given(stage, place)
        near = place <= speaker.end + 1 or any(
            w in stage.tables.interviews for w in reading.words[speaker.end : place]
        )
        if outlet and near:
            return clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
        if reading.words[place] in stage.tables.that:
            return None, None
    return None, None


def outlet_named(stage: Stage, speaker: Speaker) -> Outlet:
    """The outlet as it is named; «الموقع» means the one named before."""
    written = clean(stage.reading.text[speaker.text.start : speaker.text.end])
    known = stage.cast.outlets.get(speaker.topic) if speaker.topic else None
    if known and stage.named.get(speaker.first) is None:
        return known.outlet
    return written, speaker.topic


def outlet_given(stage: Stage, place: int) -> Speaker | None:
    """The outlet that is spoken to at the word: «لصحيفة …», «مع قناة …»."""
    reading = stage.reading
    word, start = reading.word(place), place
    if word in ("ل", "مع"):
        start = place + 1
    elif not word.startswith("ل"):
        return None
    outlet = speaker_at(stage, start)
    return outlet if outlet and outlet.kind == OUTLET else None


# ---------------------------------------------------------------- outlets named later


def carries(reading: Reading, said: Said, found: list[Said]) -> bool:
    """Whether the outlet only carries what another speaker says in the same sentence."""
    return any(
        other is not said
        and other.kind != OUTLET
        and reading.same_sentence(other.first, said.first)
        for other in found
    )


def with_outlets(reading: Reading, found: list[Said]) -> list[Said]:
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
