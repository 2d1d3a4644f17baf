"""What may stand between a speaker and the verb, and whether both agree."""

from generator.analyse.attributions.agreement import is_feminine, is_woman
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.speech_words import BODY, NAME, PERSON
from generator.analyse.attributions.verb_forms import Verb

_SELF = frozenset({"،", "نفسه", "نفسها", "انفسهم", "ذاته", "ذاتها", "انفسهن"})
_NOT = frozenset({"لا", "لم"})
_ASIDES = frozenset({("،", "،"), ("(", ")")})
_ATTACHED = 8  # words of a phrase between the speaker and the verb
_RELATED = 20  # words of a relative clause there


def attached(
    stage: Stage, speaker: Speaker, index: int, *, denied: bool, verb_joined: bool = False
) -> bool:
    """Whether what stands between speaker and verb belongs to the speaker, or is «قد», «أمس»."""
    tables, between = stage.tables, stage.reading.words[speaker.end : index]
    if denied and between[-1:] and between[-1].lstrip("وف") in _NOT:
        between = between[:-1]
    if all(_is_light(stage, word, denied=denied) for word in between):
        return True
    if (between[0], between[-1]) in _ASIDES:
        return True
    if verb_joined and any(w in tables.words.clause_openers for w in between):
        return False  # «وكان نجم الدورة بلا منازع، إذ فاز مرتين، وقال»
    if between[-1] == "،" and "،" in between[:-1]:
        between = between[: between.index("،")]  # «طبيب المركز في القرية، وهو مسن، يقول»
    shy = between[0] in tables.words.shy_verbs  # «رفض كشف هويته»
    rest = between[2:] if shy else between
    clean = not any(w in tables.that or w in tables.verbs or w in "،:؛" for w in rest)
    if between[0] in tables.relatives:
        return _is_relative_clause(stage, between)
    related = between[0] in tables.words.shy_verbs
    indefinite = not is_definite(stage.reading.words[speaker.end - 1])
    acts = not (related or indefinite) and any(is_verb(stage, word) for word in between)
    other = any(
        place in stage.named and stage.named[place].prefix and stage.reading.words[place][0] == "و"
        for place in range(speaker.end, index)
    )
    return clean and not acts and not other and len(between) <= _ATTACHED


def _is_relative_clause(stage: Stage, between: tuple[str, ...]) -> bool:
    """Whether «الذين تحدثت إليهم «المساء»» is all that stands there."""
    closed = between[:-1] if between[-1] == "،" else between
    apart = any(word in stage.tables.that or word in "،:؛" for word in closed)
    return not apart and len(between) <= _RELATED


def _is_light(stage: Stage, word: str, *, denied: bool) -> bool:
    """Whether the word may stand between any subject and its verb: «قد», «أمس», «نفسه»."""
    words = stage.tables.words
    return (
        word in words.auxiliaries
        or word in words.side_words
        or word in words.after_verb
        or word in _SELF
        or (denied and word in _NOT)
    )


def shares(stage: Stage, speaker: Speaker, verb: Verb, index: int) -> bool:
    """Whether the verb has the number and the gender of the speaker before it."""
    known = is_woman(stage, speaker)
    if verb.plural:
        head = stage.reading.words[speaker.first].removeprefix("و").removeprefix("ال")
        one = head.removesuffix("ه") in stage.tables.words.regular_people
        return known is None or not (one or speaker.kind == NAME)
    if speaker.kind == BODY and stage.reading.word(index - 1) == "،" and not verb.joined:
        known = is_feminine(stage, speaker)  # «فاللجنة، يقول، لم تغادر»
        return known is None or known == verb.feminine
    return speaker.kind != PERSON or known is None or known == verb.feminine
