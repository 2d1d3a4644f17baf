"""Verbs and participles without a subject of their own: «وأضاف», «مؤكدا أن»."""

from dataclasses import replace

from generator.analyse.attributions.agreement import agrees
from generator.analyse.attributions.antecedents import antecedent
from generator.analyse.attributions.asides import past_aside, past_short_adverbs
from generator.analyse.attributions.cast import Stage, is_definite
from generator.analyse.attributions.named_before import Heard
from generator.analyse.attributions.outlets import given_via, spoken
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import SOURCE
from generator.analyse.attributions.statements import (
    PREPOSITIONS,
    after_phrase,
    begins,
    fronted,
    later_follows,
    parenthetical,
    past_adverbs,
    sentence_start,
    that_follows,
    value_follows,
)
from generator.analyse.attributions.verb_forms import CLAIM, Verb

_AS = frozenset({"كما", "مثلما", "حسبما"})
_BEGUN = 3  # words of a statement without «أن»: «حذر من الجفاف، لافتا إلى»; letters of «بثقة»


def carry_over(stage: Stage, index: int, verb: Verb, heard: Heard) -> Said | None:
    """A verb without a subject: its speaker is who was spoken of last, or the last speaker."""
    talks = bool(verb.then) and verb.then[-1] not in stage.tables.that
    if (
        (talks and not that_follows(stage, index + 1, within=5))
        or verb.acts
        or verb.bare in stage.tables.words.impersonal
    ):
        return None
    if not _stands_alone(stage, index, verb):
        return None
    spoke = not _in_second_clause(stage, index, verb, heard.found)
    meant = antecedent(stage, index, verb, heard, spoke=spoke)
    if meant is None:
        return None
    via, via_topic = given_via(stage, index, index + 1)
    return Said(
        index,
        index + 1,
        meant.speaker,
        meant.topic,
        meant.kind,
        via=via,
        via_topic=via_topic,
        implicit=True,
        block=stage.reading.block,
        pointing=meant.pointing,
        bearer=meant.bearer,
        feminine=verb.feminine,
        plural=verb.plural,
    )


def _in_second_clause(stage: Stage, index: int, verb: Verb, found: list[Said]) -> bool:
    """Whether the verb goes on with the subject of its own sentence, which is not known."""
    reading = stage.reading
    if not index or not reading.same_sentence(index - 1, index) or stage.quoted:
        return False
    if verb.joined == "ف" or _aside_verb(stage, index, verb) or _has_pronoun(stage, index, verb):
        return False
    if _as_they_say(stage, index):
        return False  # «سأل أحد الأعضاء عن الكلفة، فأجاب بأن»
    if any(reading.same_sentence(said.first, index) for said in found[-1:]):
        return False
    start = sentence_start(reading, index)
    opening, after = reading.word(start).removeprefix("و"), reading.word(start + 1)
    if opening in stage.tables.words.object_verbs or opening in stage.tables.verbs:
        return False  # «واتهم غورين بأنه يماطل، وقال»
    if reading.word(start)[:2] in ("وي", "وت") and not (
        is_definite(after) or after in stage.tables.heads
    ):
        return False  # «ويضرب مثلا، ويقول»
    if _aside_verb(stage, index, verb):
        return False
    return "،" in (reading.word(index - 1), reading.word(index - 2)) and not fronted(stage, index)


def _stands_alone(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether a statement follows the verb at once: «وقال:», «وأشار إلى أن», «وأضاف، بحسب …»."""
    if not _opens(stage, index, verb):
        return False
    reading, tables = stage.reading, stage.tables
    place = past_short_adverbs(stage, index + 1)
    after = reading.word(place)
    if verb.later and not later_follows(stage, place, verb):
        return False
    if _aside_verb(stage, index, verb) or _as_they_say(stage, index):
        return True
    manner = after[:1] in "بم" and len(after) > _BEGUN
    if manner and begins(stage, place + 1, None):
        return True  # «وقال بثقة إن», «وأضافت معتذرة: »
    if verb.then and reading.words[place : place + len(verb.then)] != verb.then:
        return False  # «ذهبت إلى المتحف»
    if begins(stage, place, verb) or past_adverbs(stage, place, verb) > place:
        return True
    if verb.values and _gives_value(stage, place, verb):
        return True
    if after in ("الي", "علي") and verb.kind != CLAIM and not verb.then:
        return that_follows(stage, place)
    if after == "،":
        aside = past_aside(stage, place)
        reported = aside > place and begins(stage, aside, verb)
        return reported or that_follows(stage, place) or reading.word(place + 1) in tables.according
    if after in ("وهو", "وهي", "وهم") and that_follows(stage, place):
        return True  # «يقول وهو يضحك: «…»»
    if stage.quoted and (not after.isalnum() or after[:2] in ("وه", "وي", "وت")):
        return True
    other = speaker_at(stage, place) if verb.later else None
    return bool(other and not agrees(stage, other, verb) and later_follows(stage, other.end, verb))


def _as_they_say(stage: Stage, index: int) -> bool:
    """Whether nothing but the verb follows «كما»: «ولا تنقل الباحثة، كما تشدد، إلا ما رأته»."""
    reading = stage.reading
    return reading.word(index - 1) in _AS and not reading.word(index + 1).isalpha()


def _has_pronoun(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether a pronoun is its subject: «فهو يزعم أن», «غير أنها تستدرك بأن»."""
    before, earlier = stage.reading.word(index - 1), stage.reading.word(index - 2)
    if before in ("انه", "انها", "انهم"):
        return earlier in ("غير", "الا", "بيد")
    return verb.present and before in ("وهو", "وهي", "فهو", "فهي", "فهم")


def _aside_verb(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether the verb stands alone between two marks: «النسبة، تقول في بلاغها، 63»."""
    reading = stage.reading
    end = index + 1 + 2 * (reading.word(index + 1) in PREPOSITIONS)
    mark = verb.present and verb.saying and reading.word(end) == "،"
    return mark and parenthetical(stage, index, end, verb)


def _gives_value(stage: Stage, place: int, verb: Verb) -> bool:
    """Whether the verb gives something a value and is not passive: «وقدرت الخسائر بمليون» may be."""
    word = stage.reading.word(place)
    feminine = word.endswith(("ه", "ات"))
    measured = word.removeprefix("ال") in stage.tables.words.valued_things
    active = verb.object or (measured if verb.feminine else feminine and not verb.present)
    return active and value_follows(stage, place)


def _opens(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether the verb opens a clause, in which its subject would stand after it."""
    reading, tables = stage.reading, stage.tables
    before = reading.word(index - 1)
    if before in tables.relatives:
        return False
    if index == 0 or verb.joined or stage.quoted or not reading.same_sentence(index - 1, index):
        return True
    if _aside_verb(stage, index, verb) or _answers(stage, index, verb):
        return True
    if before == "ان" and reading.word(index - 2) in ("قبل", "بعد"):
        return True
    if before == "ثم" or _has_pronoun(stage, index, verb):
        return True
    if before in tables.words.going_on:
        place = index - 2
        opens = reading.word(place) in ("", "،", ".", "؛")
        return opens or not reading.same_sentence(place, index)
    if reading.word(index + 1) in tables.words.in_it_words and _after_document(stage, index):
        return True
    return fronted(stage, index) or (verb.saying and not verb.plural and after_phrase(stage, index))


def _after_document(stage: Stage, index: int) -> bool:
    """Whether an indefinite document stands before the verb: «أصدرت بيانا أعلنت فيه أن»."""
    for place in (index - 1, index - 2):
        head = stage.tables.heads.get(stage.reading.word(place))
        if head is not None and head[1] == SOURCE:
            return stage.reading.same_sentence(place, index)
    return False


def _answers(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether who was asked in the sentence answers: «وحين سئل المدير عن الكلفة أجاب بأن»."""
    start = sentence_start(stage.reading, index)
    before = stage.reading.words[start:index]
    return verb.bare in stage.tables.words.answering and any(
        word in stage.tables.asked for word in before
    )


def asked(stage: Stage, index: int) -> Said | None:
    """«سُئل متحدث باسم الكرملين»: who answers next, though nothing is said yet."""
    speaker = speaker_at(stage, index + 1, lenient=True)
    first_person = stage.reading.word(index).endswith("سالت")
    if first_person and not stage.reading.word(index + 1).endswith("ا"):
        return None  # «سألت المديرة» is mostly «she asked»
    if speaker is None or not stage.reading.same_sentence(index, speaker.first):
        return None
    said = spoken(stage, index, speaker)
    if first_person:
        return said
    return replace(said, feminine=stage.reading.words[index].endswith("ت"))


# ---------------------------------------------------------------- «مؤكدا أن»
