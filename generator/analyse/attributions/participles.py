"""Participles that go on with a speaker: «…، مشيرا إلى أن»."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.antecedents import meant
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.named_before import Heard
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import PERSON, Participle
from generator.analyse.attributions.statements import OPENERS, PREPOSITIONS, past_adverbs
from generator.analyse.attributions.verb_forms import ANY_VERB
from generator.analyse.mentions.find import Named

_BEGUN = 2  # words before the comma: «نفى المدير ذلك، مؤكدا أن»; letters of «بها»
_NEAR = 6  # words of an object: «داعيا الإدارة الجديدة إلى»


def participle(stage: Stage, index: int, heard: Heard) -> Said | None:
    """«…، مشددا على أن»: who spoke last in its sentence, else who is its subject."""
    reading, found, names = stage.reading, heard.found, heard.names
    form = stage.tables.participles[reading.words[index]]
    spoken = bool(found) and reading.same_sentence(found[-1].first, index)
    if not _tells(stage, index, form, spoken=spoken):
        return None
    if spoken:
        return _goes_on(stage, index, found[-1], form)
    said = _who_spoke(stage, index, names) or meant(
        stage, index, heard, feminine=form.feminine, plural=form.plural, far=0
    )
    if said is None:
        return None
    return Said(
        index,
        index + 1,
        said.speaker,
        said.topic,
        said.kind,
        implicit=True,
        feminine=form.feminine,
        plural=form.plural,
        bearer=said.bearer,
        pointing=said.pointing,
    )


def _goes_on(stage: Stage, index: int, last: Said, form: Participle) -> Said | None:
    """The same speaker, where something was said before the participle, or done: «نفى ذلك، مؤكدا».

    «علق الوزير قائلا إن» is one report; «قال الوزير إن …، مشيرا إلى أن» are two.
    """
    between = stage.reading.words[last.end : index]
    begun = any(word in stage.tables.that or word in OPENERS for word in between)
    goes_on = begun or (between[-1:] == ("،",) and len(between) >= _BEGUN)
    if not goes_on or form.plural != last.plural:
        return None
    if not form.plural and last.feminine not in (None, form.feminine):
        return None
    return replace(
        last, first=index, end=index + 1, implicit=True, via=None, via_topic=None, according=False
    )


def _tells(stage: Stage, index: int, form: Participle, *, spoken: bool) -> bool:
    """Whether what is said follows the participle: «مشيرا إلى أن», «متوقعا تراجع الأسعار».

    It does without «أن» only where somebody has `spoken` in the sentence.
    """
    reading, words = stage.reading, stage.tables.words
    place = index + 1
    while reading.word(place) in words.after_verb:
        place += 1
    word, after_comma = reading.word(place), reading.word(index - 1) == "،"
    if form.free and spoken and word.isalpha() and not _is_joined(word, "ب"):
        return reading.same_sentence(index, place)
    if form.preposition and spoken and after_comma and _leads_on(stage, place, form.preposition):
        return True
    place = past_adverbs(stage, place, ANY_VERB)  # «مؤكدة في مداخلة هاتفية أن»
    place += reading.word(place) in PREPOSITIONS
    return reading.word(place) in stage.tables.that or reading.word(place) in OPENERS


def _leads_on(stage: Stage, start: int, preposition: str) -> bool:
    """Whether the preposition of the participle follows: «داعيا الإدارة إلى جلسة»."""
    reading = stage.reading
    for place in range(start, min(start + _NEAR, len(reading.words))):
        word = reading.words[place]
        if not word.isalpha() or not reading.same_sentence(start - 1, place):
            return False
        if word == preposition or _is_joined(word, preposition):
            return True
    return False


def _is_joined(word: str, preposition: str) -> bool:
    """Whether a preposition of one letter is joined to the word: «بأغلبية», not «بها»."""
    return len(preposition) == 1 and word[0] == preposition and len(word) > _BEGUN + 1


def _who_spoke(stage: Stage, index: int, names: Sequence[Named]) -> Said | None:
    """«… بوتين الذي أشار إلى المكان»: a person of the sentence whose relative clause says so."""
    reading, tables = stage.reading, stage.tables
    for named in reversed(names):
        if named.first >= index or not reading.same_sentence(named.first, index):
            continue
        related = reading.word(named.end) in tables.relatives
        if named.topic.type == "person" and related and reading.word(named.end + 1) in tables.verbs:
            span = reading.span(named.first, named.end, named.prefix)
            text = reading.text[span.start : span.end]
            return Said(named.first, named.end, text, named.topic.id, PERSON)
    return None
