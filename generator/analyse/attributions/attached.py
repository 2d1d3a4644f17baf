"""What may stand between a speaker and the verb, and whether both agree."""

from generator.analyse.attributions.agreement import is_feminine, is_woman
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.speech_words import BODY, NAME, PERSON, SOURCE
from generator.analyse.attributions.verb_forms import Verb

_SELF = frozenset({"،", "نفسه", "نفسها", "انفسهم", "ذاته", "ذاتها", "انفسهن"})
_NOT = frozenset({"لا", "لم"})
_ASIDES = frozenset({("،", "،"), ("(", ")")})
_CLOSING = {"(": ")", "–": "–", "-": "-", "—": "—"}
_ATTACHED = 8  # words of a phrase between the speaker and the verb
_RELATED = 24  # words of a relative clause there
_ASIDE = 45  # words between two commas
_WHILE = frozenset({"حين", "الوقت"})  # «في حين» begins another clause
_THOUGH = frozenset({"مع", "علي", "في"})  # so does «مع أن», but not «بعد أن»
# Words with which an aside about somebody begins.
_WHO_IS = frozenset({"وهو", "وهي", "وهم", "وقد", "وكان", "وكانت", "وكانوا", "ابن", "الذي", "التي"})


def attached(
    stage: Stage, speaker: Speaker, index: int, *, denied: bool, verb_joined: bool = False
) -> bool:
    """Whether what stands between speaker and verb belongs to the speaker, or is «قد», «أمس»."""
    tables, end = stage.tables, index
    between = stage.reading.words[speaker.end : index]
    if denied and between[-1:] and between[-1].lstrip("وف") in _NOT:
        between, end = between[:-1], index - 1
    if all(_is_light(stage, word, denied=denied) for word in between):
        return True
    if (between[0], between[-1]) in _ASIDES:
        return True
    if verb_joined and any(w in tables.words.clause_openers for w in between):
        return False  # «وكان نجم الدورة بلا منازع، إذ فاز مرتين، وقال»
    if between[-1] == "،" and "،" in between[:-1]:
        between = between[: between.index("،")]  # «طبيب المركز في القرية، وهو مسن، يقول»
    return _is_phrase(stage, speaker, between, index) or (
        not verb_joined and _modifies(stage, speaker.end, end)
    )


def _is_phrase(stage: Stage, speaker: Speaker, between: tuple[str, ...], index: int) -> bool:
    """Whether the words are a phrase or a relative clause without a mark."""
    tables = stage.tables
    shy = between[0] in tables.words.shy_verbs  # «رفض كشف هويته»
    rest = between[2:] if shy else between
    clean = not any(w in tables.that or w in tables.verbs or w in "،:؛" for w in rest)
    if between[0] in tables.relatives:
        return _is_relative_clause(stage, between)
    indefinite = not is_definite(stage.reading.words[speaker.end - 1])
    acts = not (shy or indefinite) and any(is_verb(stage, word) for word in between)
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


# ---------------------------------------------------------------- several modifiers in a row


def _modifies(stage: Stage, place: int, end: int) -> bool:
    """Whether asides, relative clauses and phrases of the speaker fill the words up to the verb.

    «معهد الرصد في لاهاي، وهو مركز صغير، والذي يقارن الصور، يجد»
    """
    reading, tables = stage.reading, stage.tables
    start = place
    while place < end:
        word = reading.words[place]
        if word == "،":
            return place + 1 == end or any(
                _is_aside(stage, place + 1, close) and _modifies(stage, close + 1, end)
                for close in _commas(stage, place + 1, end)
            )
        if word in _CLOSING:
            close = next(
                (i for i in range(place + 1, end) if reading.words[i] == _CLOSING[word]), 0
            )
            if not close:
                return False
            place = start = close + 1
        elif word in tables.relatives:
            return any(
                stop - place <= _RELATED and (stop == end or _modifies(stage, stop, end))
                for stop in (end, *_commas(stage, place, end))
            )
        elif place - start < _ATTACHED and _is_plain(stage, place):
            place += 1
        else:
            return False
    return True


def _commas(stage: Stage, start: int, end: int) -> list[int]:
    """The commas there, up to the first mark that ends a clause."""
    found = []
    for place in range(start, min(end, start + _ASIDE)):
        word = stage.reading.words[place]
        if word in (":", "؛"):
            break
        if word == "،":
            found.append(place)
    return found


def _is_plain(stage: Stage, place: int) -> bool:
    """Whether the word can go on with a phrase: no verb, no «أن», no other subject."""
    word, tables, named = stage.reading.words[place], stage.tables, stage.named.get(place)
    if named and named.prefix and word[0] == "و":
        return False
    light = word in tables.words.auxiliaries or word in tables.words.after_verb
    verb = word in tables.verbs or word in tables.that or is_verb(stage, word)
    return light or (word[0].isalnum() and not verb and word not in tables.words.clause_openers)


def _is_aside(stage: Stage, first: int, close: int) -> bool:
    """Whether the words between two commas say who somebody is, or where and when it was."""
    word, tables = stage.reading.words[first], stage.tables
    after = stage.reading.word(first + 1)
    if first == close or after in _WHILE or (after == "ان" and word in _THOUGH):
        return False
    if word in tables.relatives or word in _WHO_IS or word in tables.words.shy_verbs:
        return True
    if first in stage.named or first in stage.dated or word in tables.heads or word[0].isdigit():
        return True
    bare = word.removeprefix("و")
    known = bare in tables.words.adverbs or bare in tables.words.prepositions
    joined = word[0] in "بلك" and len(word) > 3
    own = word[0] == "و" and word.endswith(("ه", "ها", "هم"))
    return known or joined or own or (word[0] not in "وف" and is_definite(word))


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
    if speaker.kind == SOURCE:
        known = is_feminine(stage, speaker)
        return known is None or known == verb.feminine or verb.object
    if speaker.kind == BODY and stage.reading.word(index - 1) == "،" and not verb.joined:
        known = is_feminine(stage, speaker)  # «فاللجنة، يقول، لم تغادر»
        return known is None or known == verb.feminine
    return speaker.kind != PERSON or known is None or known == verb.feminine
