"""Names of people that no topic has: «منى سالم», «أبو ياسر», «أنيس بن عمار»."""

import re

from generator.analyse.attributions.cast import Stage, is_definite
from generator.analyse.attributions.speech_words import ABD, BODY, PERSON
from generator.analyse.attributions.statements import PREPOSITIONS, begins, past_aside
from generator.analyse.clitics import match_phrase

_LONGEST = 5  # words
_BEYOND = 9  # words
_JOINED = ("بال", "لل", "كال", "وال")
_MANNER = re.compile(r"م[^اوي]\w+[اه]")  # «مبتسما», «معتذرة»


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
    if word != "علي":
        return True
    span = reading.span(index, index + 1)
    return reading.text[span.start : span.end].endswith("ي")


def begins_name(stage: Stage, index: int) -> bool:
    """Whether a name certainly begins at the word: «منى», «أبو ياسر», «عبد الله»."""
    word, words = stage.reading.word(index), stage.tables.words
    if word == ABD:
        return is_definite(stage.reading.word(index + 1))
    if word in words.kunya:
        mother = word == "ام"
        mine = word == "ابي" and stage.reading.word(index + 1)[:1] in "يت"  # «أبي يعيد»
        plain = not (mother or mine) and _is_part(stage, index + 1)
        return is_first_name(stage, index + 1) or plain
    return is_first_name(stage, index)


def name_end(stage: Stage, index: int) -> int:
    """The word after the name that begins at the word."""
    reading, words = stage.reading, stage.tables.words
    joined = reading.word(index) == ABD or reading.word(index) in words.kunya
    end = index + 1 + joined
    while end < index + _LONGEST and end != stage.until and not begins(stage, end, stage.verb):
        if reading.word(end) in words.matters or _goes_past(stage, index, end):
            break  # «لخص صابر الماجدي المسألة بقوله»
        if reading.word(end) in words.name_parts and _is_part(stage, end + 1):
            end += 2
        elif _is_part(stage, end) or is_first_name(stage, end) or _is_family(stage, end):
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


def woman(stage: Stage, index: int) -> bool | None:
    """Whether the name that begins at the word is a woman's; none where it does not tell."""
    word = stage.reading.word(index)
    if word in stage.tables.words.kunya:
        return word == "ام"
    return False if word == ABD else stage.tables.first_names.get(word)


def unknown_name(stage: Stage, index: int, longest: int = _LONGEST) -> int | None:
    """The word after an unknown name that a statement or an apposed role follows."""
    reading, tables = stage.reading, stage.tables
    first = reading.word(index)
    accusative = first[-1:] == "ا" and reading.letters(index, index + 1).endswith(("اً", "ًا"))
    if first in tables.words.matters or (accusative and stage.until is None):
        return None  # «لخص الأمر: », «يزيد الأمر تعقيداً أن»
    if stage.quoted and first[:2] in ("وي", "وت") and not is_first_name(stage, index):
        return None  # «يقول ويضحك»
    if first.endswith(("ته", "تها", "اده", "ادها")) or first.startswith(_JOINED):
        return None  # «أبدى ثقته», «أبدى استعداده», «بالماء» are no names
    if first[:1] == "ل" and (first[1:] in tables.kin or first[1:] in tables.heads):
        return None  # «تقول لمراسلنا: »
    for end in range(index, index + longest + 1):
        word = reading.word(end)
        head = tables.heads.get(word)
        if end == stage.until or begins(stage, end, stage.verb):
            return end if end > index else None
        if stage.quoted and not word.isalpha():
            return end if end > index else None
        if (head and head[0] and word[0] == "ل") or match_phrase(
            tables.outlet_names, reading.words, end
        ):
            return end if end > index else None
        if word in ("،", "؛", "("):
            return end if end > index and _aside_follows(stage, end) else None
        if end > index and _MANNER.fullmatch(word) and begins(stage, end + 1, stage.verb):
            return end  # «يعدّه الباحث آرا هاكوبيان مبالغة: »
        role = head and not head[0] and not (head[1] == BODY and is_definite(word))
        if not (_is_part(stage, end) or is_first_name(stage, end) or role):
            return None
    return None


def _aside_follows(stage: Stage, place: int) -> bool:
    """Whether a role follows the name, or a statement after what stands between commas."""
    start = place + 1 + (stage.reading.word(place + 1) in ("وهو", "وهي"))
    head = stage.tables.heads.get(stage.reading.word(start))
    if head is not None and head[1] in (PERSON, BODY):
        return True
    after = past_aside(stage, place)
    return after > place and begins(stage, after, stage.verb)


def titled_name(stage: Stage, index: int) -> int | None:
    """The word after an unknown name that a title proves: «الدكتورة منال عون، وهي …»."""
    if begins_name(stage, index):
        return name_end(stage, index)
    end = index
    while end < index + 3 and end != stage.until and _is_part(stage, end):
        end += 1
    return end if end > index else None


def name_after_role(stage: Stage, index: int) -> int | None:
    """Where a name in two words begins after a role that no list has: «بطلة العمل فريدة سليم»."""
    reading, tables = stage.reading, stage.tables
    if is_definite(reading.word(index)) and not is_definite(reading.word(index + 1)):
        places = [index + 1]  # «المغنية فريدة سليم»
    else:
        places = [index + 2, index + 3]  # «بطلة العمل», «بطلة العمل الجديد»
    for start in places:
        between = reading.words[index:start]
        if any(not w.isalpha() or w in tables.verbs or w in tables.function_words for w in between):
            return None
        before = reading.word(start - 1)
        if start in stage.named or not begins_name(stage, start) or not is_definite(before):
            continue
        same = reading.same_sentence(index, start)
        return start if same and name_end(stage, start) > start + 1 else None
    return None


def short_name(stage: Stage, index: int) -> int | None:
    """Two or three words that can be a name, up to a function word or a mark."""
    reading = stage.reading
    end = index
    joined = len(reading.word(index)) > 4 and reading.word(index)[0] in "بلك"
    while end < index + 3 and _is_part(stage, end) and not joined:
        if end > index and reading.word(end).startswith("لل"):
            break
        end += 1
    word = reading.word(end)
    given = word[:1] == "ل" and len(word) > 3  # «للصحافيين»
    ends = not word.isalpha() or word in stage.tables.function_words or given or end in stage.dated
    span = reading.span(index, index + 1)
    written = reading.text[span.start : span.end]  # «ديدييه» is no adjective with «ة»
    plain = not is_definite(reading.word(index)) and not written.endswith(("ا", "ة", "اً", "ًا"))
    return end if end - index >= 2 and ends and plain else None


def name_beyond(stage: Stage, index: int) -> int | None:
    """Where a name begins after a phrase that belongs to its bearer's role.

    «الأستاذ | في كلية العلوم بجامعة تونس أنيس بن عمار»: after definite words, or at a first name.
    """
    reading, tables = stage.reading, stage.tables
    quoted = False
    for start in range(index, min(index + _BEYOND, len(reading.words))):
        if reading.words[start] in "«»":
            quoted = reading.words[start] == "«"
            continue
        word, before = reading.words[start], reading.word(start - 1)
        if not reading.same_sentence(index, start) or (
            not quoted and begins(stage, start, stage.verb)
        ):
            return None
        head = tables.heads.get(before)
        possessed = head is not None and not is_definite(before)
        if start > index and before not in PREPOSITIONS and not (possessed or quoted):
            if stage.quoted and not begins_name(stage, start):
                continue
            if begins_name(stage, start) and name_end(stage, start) > start + 1:
                return start
            end = (
                unknown_name(stage, start, 3)
                if is_definite(before) and word[0] not in "بلك"
                else None
            )
            if end and end - start >= 2 and not is_definite(word):
                return start
        linked = word in tables.words.links or word in PREPOSITIONS or word in '«»"'
        if (
            not (linked or word.isalpha())
            or word in tables.verbs
            or word in tables.words.stops - PREPOSITIONS
        ):
            return None
        if word in tables.function_words and not linked:
            return None
    return None


def _is_family(stage: Stage, index: int) -> bool:
    """Whether a role is the family name after a first name: «رنا الخطيب»."""
    word = stage.reading.word(index)
    head = stage.tables.heads.get(word)
    role = head is not None and head == (0, PERSON) and is_definite(word)
    return role and is_first_name(stage, index - 1)


def _is_possessed(stage: Stage, index: int) -> bool:
    """Whether the word ends with a pronoun: «متجره», whose last letter is no «ة»."""
    span = stage.reading.span(index, index + 1)
    text = stage.reading.text[span.start : span.end].rstrip(
        "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
    )
    foreign = text.endswith("ييه")  # «ديدييه», «كزافييه»
    possessed = len(text) > 2 and text.endswith(("ه", "ها", "هم")) and not foreign
    return possessed and not is_first_name(stage, index)


def _is_part(stage: Stage, index: int) -> bool:
    """Whether the word can be a part of a name."""
    word, tables = stage.reading.word(index), stage.tables
    if not word.isalpha() or len(word) < 2 or word in tables.words.stops or word in tables.that:
        return False
    joined = word[1:] if word[0] in "وف" else ""
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
