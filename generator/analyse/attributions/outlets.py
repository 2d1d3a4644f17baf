"""Outlets that carry what others say: «قال لصحيفة …», «…، وفق ما نقلت وكالة …»."""

from dataclasses import replace

from generator.analyse.attributions.agreement import is_feminine
from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.cast import Outlet, Speaker, Stage, bearer_of, is_definite
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import BODY, NAME, OUTLET, PERSON, SOURCE
from generator.analyse.attributions.statements import OPENERS, sentence_start
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.reading import Reading
from generator.model import TopicId
from generator.text import fold

_FRONTED = 24  # words


def spoken(
    stage: Stage,
    first: int,
    speaker: Speaker,
    *,
    according: bool = False,
    verb: Verb | None = None,
) -> Said:
    """The reporting phrase from the word `first` on, with its outlet; its gender is the verb's."""
    text = stage.reading.text
    via, via_topic = _via(stage, speaker)
    written = clean(_with_article(stage, speaker, text))
    return Said(
        first=first,
        end=max(speaker.end, first + 1),
        speaker=speaker.meant or bearer_named(stage, speaker) or written,
        topic=speaker.topic,
        kind=speaker.kind,
        feminine=verb.feminine if verb else is_feminine(stage, speaker),
        plural=is_plural(stage, speaker),
        via=via,
        via_topic=via_topic,
        according=according,
        pointing=_is_pointing(stage, speaker),
        role=speaker.role if speaker.kind == NAME else "",
        bearer=bearer_named(stage, speaker),
        owner=_owner(stage, speaker),
        block=stage.reading.block,
    )


def _with_article(stage: Stage, speaker: Speaker, text: str) -> str:
    """Its words as they stand, after «ل» with the article: «للوزارة» is «الوزارة»."""
    start, written = speaker.text.start, text[speaker.text.start : speaker.text.end]
    if text[max(0, start - 1) : start + 1] != "لل":
        return written
    own = stage.tables.heads.get(fold(written).partition(" ")[0], (1, ""))[0] == 0
    return "ال" + (written if own else written[1:])  # «للجنة» is «اللجنة»


def _owner(stage: Stage, speaker: Speaker) -> str | None:
    """The feminine body whose report the source is: «بيان المديرية العامة»."""
    if speaker.kind != SOURCE or speaker.topic:
        return None
    for index in range(speaker.first + 1, speaker.end):
        word = stage.reading.words[index]
        head = stage.tables.heads.get(word)
        if head and head[1] == BODY:
            feminine = head[0] == 0 and word.endswith("ه")
            text = stage.reading.span(index, speaker.end)
            return clean(stage.reading.text[text.start : text.end]) if feminine else None
    return None


def speaks_through(stage: Stage, index: int) -> bool:
    """Whether what follows the word names who speaks for a body: «، بلسان مديرها سالم منصور»."""
    reading, mouths = stage.reading, stage.tables.words.mouths
    index += reading.word(index) == "،"
    for length in (1, 2):
        if " ".join(reading.words[index : index + length]) in mouths:
            return speaker_at(stage, index + length, lenient=True) is not None
    return False


def bearer_named(stage: Stage, speaker: Speaker) -> str | None:
    """Who «الوزير» is, where a name that no topic has was introduced as one."""
    if speaker.kind != PERSON or speaker.topic or not speaker.role:
        return None
    one = speaker.end == speaker.first + 1
    definite = is_definite(stage.reading.words[speaker.first].removeprefix("و"))
    return bearer_of(stage.cast, speaker.role) if one and definite else None


def _is_pointing(stage: Stage, speaker: Speaker) -> bool:
    """Whether one definite word is all that is known of the speaker: «الجانبان», «المجلة»."""
    if speaker.end > speaker.first + 1 or speaker.topic or speaker.meant or not speaker.described:
        return False
    word = stage.reading.words[speaker.first]
    definite = any(word[cut : cut + 2] in ("ال", "لل") for cut in (0, 1, 2))
    return definite and (speaker.kind != BODY or word.endswith(("ان", "ين")))


def is_plural(stage: Stage, speaker: Speaker) -> bool:
    """Whether the speaker is a description of several people: «مسؤولون أميركيون», «خبراء»."""
    word = stage.reading.words[speaker.first]
    known = stage.tables.heads.get(word)
    head = word[known[0] :] if known else word
    sound = head.endswith(("ون", "ين", "ان")) and len(head) > 4 and head[:-2] in stage.tables.heads
    return speaker.kind == PERSON and (sound or head in stage.tables.plural_people)


def clean(text: str) -> str:
    """The text without marks around it, and without quotation marks that open or close alone."""
    text = text.strip(" ،")
    if not ("«" in text or "»" in text or '"' in text or "“" in text or "”" in text):
        return text.strip(" '„")
    for opening, closing in ("«»", "“”", '""'):
        if text.count(opening) != text.count(closing) or text[:1] == opening == text[-1:]:
            text = text.strip(opening + closing)
        elif text[:1] == opening and text[-1:] == closing:
            text = text[1:-1]
    return text.strip(" \"'„")


def _via(stage: Stage, speaker: Speaker) -> tuple[str | None, TopicId | None]:
    """The outlet that carried it: named before «عن», or spoken to («قال لصحيفة …»)."""
    if speaker.carrier:
        return speaker.carrier
    after = given_via(stage, speaker.first, speaker.end)
    return after if after[0] else _fronted_via(stage, speaker.first)


def _fronted_via(stage: Stage, index: int) -> tuple[str | None, TopicId | None]:
    """The outlet of «وفي حديث إلى صحيفة …، قالت» before the verb."""
    reading = stage.reading
    start = sentence_start(reading, index)
    if index - start > _FRONTED:
        return None, None
    opening = reading.words[start : start + 3]
    if "،" not in reading.words[start:index] or not any(
        word in stage.tables.interviews for word in opening
    ):
        return None, None
    if any(word in stage.tables.verbs for word in reading.words[start : index - 1]):
        return None, None
    return given_via(stage, start, start)


def given_via(stage: Stage, first: int, start: int) -> tuple[str | None, TopicId | None]:
    """The outlet that is spoken to after the word `start`: «لصحيفة …», «في مقابلة مع قناة …»."""
    reading, tables = stage.reading, stage.tables
    spoken_to = False
    told = stage.verb is not None and stage.verb.bare in stage.tables.words.object_verbs
    if told and (outlet := _outlet_at(stage, start)):
        return clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
    if outlet := outlet_given(stage, past_aside(stage, start)):
        return clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
    for place in range(start, min(start + 14, len(reading.words))):
        word = reading.words[place]
        if not reading.same_sentence(first, place) or word in OPENERS:
            return None, None
        near = spoken_to or place <= start + 1
        outlet = outlet_given(stage, place, anyhow=spoken_to) if near else None
        if outlet:
            return clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
        if word in tables.that:
            return None, None
        spoken_to = spoken_to or word in tables.interviews or word in tables.words.talking
        seen = word in tables.words.seen_by and reading.word(place + 1) in ("عليه", "عليها")
        if seen and (outlet := _outlet_at(stage, place + 2)):
            return clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
        if word in tables.words.outlet_verbs and (outlet := _outlet_at(stage, place + 1)):
            return clean(reading.text[outlet.text.start : outlet.text.end]), outlet.topic
    return None, None


def outlet_named(stage: Stage, speaker: Speaker) -> Outlet:
    """The outlet as it is named; «الموقع» means the one named before."""
    written = clean(stage.reading.text[speaker.text.start : speaker.text.end])
    known = stage.cast.outlets.get(speaker.topic) if speaker.topic else None
    if known and stage.named.get(speaker.first) is None:
        return known.outlet
    return written, speaker.topic


def outlet_given(stage: Stage, place: int, *, anyhow: bool = False) -> Speaker | None:
    """The outlet that is spoken to at the word: «لصحيفة …», «مع قناة …».

    After «في حديث» or «تحدثوا» it may stand after other prepositions (`anyhow`).
    """
    word = stage.reading.word(place)
    if word in ("ل", "مع") or (anyhow and word in ("الي", "عبر", "علي")):
        return _outlet_at(stage, place + 1)
    return _outlet_at(stage, place) if word.startswith("ل") else None


def _outlet_at(stage: Stage, place: int) -> Speaker | None:
    outlet = speaker_at(stage, place)
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
        said.according
        and said.kind == OUTLET
        and (before.implicit or reading.word(said.end) == "،")
        and reading.words[before.end : said.first] in (("،",), (",",))
    )


def _is_carrier(said: Said) -> bool:
    return said.kind == OUTLET
