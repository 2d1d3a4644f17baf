"""Whether who stands after a verb can be its speaker, or is what it acts on."""

from generator.analyse.attributions.agreement import registers
from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import SOURCE
from generator.analyse.attributions.statements import (
    begins,
    later_follows,
    number_near,
    that_follows,
)
from generator.analyse.attributions.verb_forms import CARRYING, CLAIM, SPEECH, Verb

_SOON = 6  # words
_NOT = frozenset({"لا", "لم", "لن"})
_AROUND = frozenset({"قبل", "بعد"})  # «قبل أن يتساءل» reports, «دون أن يتساءل» does not


def comes_after(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether something is said «قبل أن»: «قبل أن يتساءل: …», not «قبل أن يكمل الفكرة»."""
    reading = stage.reading
    around = reading.word(index - 1) == "ان" and reading.word(index - 2) in _AROUND
    return around and (verb.kind == CARRYING or that_follows(stage, index + 1, within=_SOON))


def is_denied(stage: Stage, index: int) -> bool:
    """Whether the verb is denied: «ولا يذكر السجل إلا ستين»."""
    return stage.reading.word(index - 1).lstrip("وف") in _NOT


def may_be_object(stage: Stage, said: Said) -> bool:
    """Whether an indefinite source after the verb may be its object: «تروي صورة أقتم: »."""
    return not any(is_definite(w) for w in stage.reading.words[said.first + 1 : said.end])


def speaks(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether the verb is one of plain speaking, or one between commas: «، تذكر منى سالم،»."""
    aside = verb.kind == SPEECH and not verb.joined and stage.reading.word(index - 1) == "،"
    return (verb.saying or aside) and not verb.object


def talks(stage: Stage, verb: Verb) -> bool:
    """Whether it may be a thing that speaks of something: «تتحدث الرواية عن قرية»."""
    return bool(verb.then) and verb.then[-1] not in stage.tables.that


def fits(stage: Stage, speaker: Speaker, verb: Verb) -> bool:
    """Whether after the speaker stands what the verb asks for: an object, «إلى», a number."""
    end = speaker.end
    if stage.quoted and not stage.reading.word(end).isalnum():
        return True  # «…»، يتهم الخباز.
    if (
        verb.acts
        and not verb.object
        and (not stage.reading.word(past_aside(stage, end)).isalpha() or begins(stage, end, verb))
    ):
        return False
    if verb.counts:
        place = past_aside(stage, end)
        counted = registers(stage, speaker, verb) and number_near(stage, place)
        return counted or begins(stage, place, None)  # «ويسجل المحضر أن»
    return not verb.later or later_follows(stage, end, verb)


def then_follows(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether the words that the verb asks for stand there."""
    if verb.doubtful and verb.then:
        return stage.reading.word(index) in stage.tables.that  # «سكة بين بحرين: …»
    quoting = len(verb.then) == 1 and verb.then[0] in stage.tables.that
    if quoting and begins(stage, index, None):
        return True
    return stage.reading.words[index : index + len(verb.then)] == verb.then


def is_object(stage: Stage, start: int, speaker: Speaker, verb: Verb) -> bool:
    """Whether the words are what the verb acts on: «أعلن حالة الطوارئ», «أبلغ الرئيس أن»."""
    named = stage.named.get(start)
    if named and named.prefix:
        return True
    word, heads = stage.reading.word(start), stage.tables.heads
    head = heads.get(word)
    if word == "احد" and speaker.end == start + 1:
        return True  # «لا يذكره أحد»
    accusative = word.endswith("ا") and word[-2:] not in ("ها", "نا") and word[:-1] in heads
    if head and (head[0] or accusative):
        return True  # «تقترح صندوقا مشتركا»
    definite = is_definite(word) or speaker.topic or stage.reading.word(start + 1)[:2] == "ال"
    if head and speaker.kind == SOURCE and verb.bare in stage.tables.words.telling and not definite:
        return True
    return not speaker.known and verb.kind == CLAIM and not that_follows(stage, speaker.end)
