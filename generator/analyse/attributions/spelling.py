"""What the spelling of a verb tells: passives, the first person, nouns."""

from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.reading import Reading

_PASSIVE = "\u0651\u064e"
_DAMMA, _SHADDA = "\u064f", "\u0651"
_SHORT_VERB = 4  # letters: «يُفتي», «يُنتج» are active


def has_shadda(reading: Reading, index: int) -> bool:
    """Whether the word is written with a shadda, so that «بيّن» is no «بين»."""
    return _SHADDA in reading.written(index)


def is_noun_here(stage: Stage, index: int) -> bool:
    """Whether a verb that is spelled like a noun is one: «جاء رد السوق», «من نشر الأرقام»."""
    reading, tables = stage.reading, stage.tables
    before = reading.word(index - 1)
    if index == 0 or not before.isalpha() or not reading.same_sentence(index - 1, index):
        return False
    came = before.removeprefix("و") in tables.words.bringing
    return came or before in tables.words.prepositions


def says_nothing(reading: Reading, index: int, verb: Verb) -> bool:
    """Whether its spelling makes it passive («أُعلن أن»), the narrator's («أعتقد أن») or a noun."""
    span = reading.span(index, index + 1)
    first = span.start + len(verb.joined)
    if verb.object and reading.text[span.end - 1] == "ة":
        return True  # «توصية» is no «توصيه»
    if verb.bare == "راي" and reading.text[span.end - 1] == "ي":
        return True  # «رأي»
    if verb.wasla and reading.text[first : first + 1] == "أ":
        return True
    bare_noun = verb.bare == "راي" and reading.text[span.end - 1] == "ي"
    if bare_noun:
        return True  # «فله فيه رأي»
    if verb.present and _PASSIVE in reading.text[first : span.end]:
        return True  # «يقدَّر»
    damma = reading.text[first + 1 : first + 2] == _DAMMA
    return damma and (not verb.present or _has_added_t(reading.words[index][len(verb.joined) :]))


def _has_added_t(word: str) -> bool:
    """Whether a present verb is of a measure with a «ت»: there only the passive begins with u."""
    return word[1:2] == "ت" or word[1:3] == "ست" or (word[2:3] == "ت" and len(word) > _SHORT_VERB)
