"""Which words go on with a name, and which are what its bearer does."""

import re

from generator.analyse.attributions.cast import Stage, is_definite
from generator.analyse.attributions.speech_words import ABD, PERSON
from generator.analyse.attributions.statements import begins

_LONGEST = 5  # words
_MANNER = re.compile(r"م[^اوي]\w+[اه]")  # «مبتسما», «معتذرة»


def name_end(stage: Stage, index: int) -> int:
    """The word after the name that begins at the word."""
    reading, words = stage.reading, stage.tables.words
    joined = reading.word(index) == ABD or reading.word(index) in words.kunya
    end = index + 1 + joined
    while end < index + _LONGEST and end != stage.until and not begins(stage, end, stage.verb):
        if reading.word(end) in words.matters or _goes_past(stage, index, end):
            break  # «لخص صابر الماجدي المسألة بقوله»
        if reading.word(end) in words.name_parts and is_part(stage, end + 1):
            end += 2
        elif is_part(stage, end) or is_first_name(stage, end) or _is_family(stage, end):
            end += 1
        else:
            break
    return end


def _goes_past(stage: Stage, index: int, end: int) -> bool:
    """Whether the word after a name is what its bearer does, or does it to: «أم خالد تضحك»."""
    word = stage.reading.word(end)
    if word in stage.tables.first_names or not word.isalpha():
        return False
    if word[0] == ("ت" if woman(stage, index) else "ي") and len(word) > 3:
        return not word.endswith(("ي", "ه"))
    dual = word.endswith("تين") and not is_definite(word)
    return dual or _is_thing(stage, end, second=end > index + 1)


def _is_thing(stage: Stage, index: int, *, second: bool) -> bool:
    """Whether the word is a common noun that no family is called by: «الأخبار», «متأخرة»."""
    reading, tables = stage.reading, stage.tables
    word = reading.word(index)
    bare = word.removeprefix("ال")
    if bare in tables.first_names or bare in tables.heads or bare.endswith("ي"):
        return False
    feminine = reading.letters(index, index + 1).rstrip("\u064b\u064c\u064d").endswith("ة")
    known = bare in tables.known_words  # «الخصاونة» is a family
    if feminine and known and (bare != word or word.startswith("م")):
        return True
    return second and bare != word and bare in tables.common_nouns


def _is_family(stage: Stage, index: int) -> bool:
    """Whether a role is the family name after a first name: «رنا الخطيب»."""
    word = stage.reading.word(index)
    head = stage.tables.heads.get(word)
    role = head is not None and head == (0, PERSON) and is_definite(word)
    return role and is_first_name(stage, index - 1)


def _is_possessed(stage: Stage, index: int) -> bool:
    """Whether the word ends with a pronoun: «متجره», whose last letter is no «ة»."""
    text = stage.reading.written(index).rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0652")
    foreign = text.endswith("ييه")  # «ديدييه», «كزافييه»
    possessed = len(text) > 2 and text.endswith(("ه", "ها", "هم")) and not foreign
    return possessed and not is_first_name(stage, index)


def is_part(stage: Stage, index: int) -> bool:
    """Whether the word can be a part of a name."""
    word, tables = stage.reading.word(index), stage.tables
    if not word.isalpha() or len(word) < 2 or word in tables.words.stops or word in tables.that:
        return False
    joined = word[1:] if word[0] in "وف" else ""
    if word[0] == "ي" and word[1] not in "او" and not is_first_name(stage, index):
        return False  # «أبي يعيد»
    if joined in tables.words.stops or joined in tables.words.auxiliaries:
        return False  # «الحاج رمضان وقد غطى»
    if word in tables.words.links or _is_possessed(stage, index):
        return False
    family = is_first_name(stage, index - 1) and word not in tables.participles
    if _MANNER.fullmatch(word) and not family:
        return False
    if word in tables.verbs or word in tables.function_words or word in tables.words.doing_verbs:
        return False
    if word in tables.words.after_verb or (word[0] == "و" and word[1:] in tables.function_words):
        return False  # «هناء لمراسلنا», «رمضان وقد غطى»
    head = tables.heads.get(word)
    return head is None or (head[0] == 0 and word.removeprefix("ال") in tables.words.regular_people)


def is_first_name(stage: Stage, index: int) -> bool:
    """Whether the word is a first name; «على» is none, though it folds to the name."""
    reading = stage.reading
    word = reading.word(index)
    names = stage.tables.first_names
    known = word in names or (word[:2] == "بو" and word[2:] in names)  # «بوجمعة»
    if not known or index in stage.dated or word == "باسم":
        return False  # «متحدث باسم الجيش»
    if word in stage.tables.words.prepositions and word != "علي":
        return False  # «خلف الصف»
    return word != "علي" or reading.written(index).endswith("ي")


def woman(stage: Stage, index: int) -> bool | None:
    """Whether the name that begins at the word is a woman's; none where it does not tell."""
    word = stage.reading.word(index)
    if word in stage.tables.words.kunya:
        return word == "ام"
    return False if word == ABD else stage.tables.first_names.get(word)
