"""Speakers whom no list knows: whoever stands where only a speaker can stand."""

from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.speech_words import PERSON, QUOTES
from generator.analyse.attributions.statements import begins

_LONGEST = 8  # words
_NAME = 4  # words
_LINKS = frozenset({"في", "من", "باسم", "لدي", "علي"})
_ENDS = frozenset({"،", ".", "؛", ")", "", "الذي", "التي", "الذين"})


def before_statement(stage: Stage, start: int) -> Speaker | None:
    """Whoever stands between a verb of speaking and «أن»: «يقول وسطاء في لندن إن»."""
    if not _may_begin(stage, start):
        return None
    for end in range(start + 1, min(start + _LONGEST, len(stage.reading.words))):
        if begins(stage, end, None) and stage.reading.words[end] not in QUOTES:
            return _speaker(stage, start, end)
        if not _goes_on(stage, start, end):
            return None
    return None


def in_brackets(stage: Stage, start: int, prefix: int = 0) -> Speaker | None:
    """Whoever stands between «بحسب» and a comma, a full stop or «الذي»: «حسب مصالح الأرصاد،».

    `prefix` letters are joined to the first word: «وفقا لقراءات المصلحة».
    """
    reading = stage.reading
    if not _may_begin(stage, start, prefix) or _is_norm(stage, reading.word(start)[prefix:]):
        return None
    for end in range(start + 1, start + _LONGEST):
        word = reading.word(end)
        ended = end >= len(reading.words) or not reading.same_sentence(start, end)
        if ended or word in _ENDS or word in stage.tables.verbs:
            return _speaker(stage, start, end, prefix)
        if not _goes_on(stage, start, end):
            return None
    return None


def _is_norm(stage: Stage, word: str) -> bool:
    """Whether things are done by it: «للقانون», «الخطة»."""
    bare = word[1:] if word.startswith("لل") else word
    norms = stage.tables.words.norms
    for suffix in ("ها", "هم", "ه"):  # «بحسب رغبتها»
        stem = bare.removesuffix(suffix)
        if stem != bare and (stem in norms or (stem[-1:] == "ت" and stem[:-1] + "ه" in norms)):
            return True
    return word in norms or bare.removeprefix("ال").removeprefix("ل") in norms


def after_quotation(stage: Stage, start: int) -> Speaker | None:
    """Whoever stands after «…»، تقول: up to a mark or a preposition."""
    if not _may_begin(stage, start) or stage.reading.words[start].startswith(("وي", "وت")):
        return None
    end = start + 1
    while end < len(stage.reading.words) and _goes_on(stage, start, end):
        if stage.reading.words[end] in _LINKS or end == start + _NAME:
            break
        end += 1
    return _speaker(stage, start, end)


def _speaker(stage: Stage, start: int, end: int, prefix: int = 0) -> Speaker | None:
    if stage.reading.words[end - 1] in _LINKS:
        return None
    text = stage.reading.span(start, end, prefix)
    return Speaker(start, end, text, PERSON, described=True, known=False)


def _may_begin(stage: Stage, start: int, prefix: int = 0) -> bool:
    """Whether a noun that is no adverb may stand there: not «بثقة», «ضاحكا», «أمس»."""
    reading, tables = stage.reading, stage.tables
    word = reading.word(start)
    if not _is_noun(stage, start) or word in tables.words.adverbs or word in tables.words.stops:
        return False
    if _is_manner(stage, start) or word in tables.words.matters:
        return False
    joined = not prefix and word[0] in "بلكف" and len(word) > 3
    joined = joined and tables.heads.get(word, (1, ""))[0] > 0
    return not joined and (is_definite(word) or not word.endswith("ا"))


def _is_manner(stage: Stage, index: int) -> bool:
    """Whether the word says how somebody speaks: «وأضافت معتذرة: », «وقال مبتسما: »."""
    reading = stage.reading
    word = reading.word(index)
    alone = reading.word(index + 1) in (":", "،") or begins(stage, index + 1, None)
    return alone and word[:1] == "م" and len(word) > 4 and word.endswith(("ه", "ا"))


def _goes_on(stage: Stage, start: int, index: int) -> bool:
    reading, word = stage.reading, stage.reading.words[index]
    if not reading.same_sentence(start, index):
        return False
    return word in _LINKS or word in QUOTES or _is_noun(stage, index)


def _is_noun(stage: Stage, index: int) -> bool:
    word, tables = stage.reading.word(index), stage.tables
    if index in stage.named:
        return True
    grammar = word in tables.function_words or word in tables.that or word in tables.verbs
    return (
        word.isalpha()
        and len(word) > 2
        and not grammar
        and index not in stage.dated
        and not is_verb(stage, word)
    )
