"""Names of people that no topic has: «منى سالم», «أبو ياسر», «أنيس بن عمار»."""

import re

from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.cast import Stage, is_definite
from generator.analyse.attributions.name_ends import is_first_name, is_part, name_end
from generator.analyse.attributions.speech_words import ABD, BODY, PERSON
from generator.analyse.attributions.statements import PREPOSITIONS, begins
from generator.analyse.clitics import match_phrase

_LONGEST = 5  # words
_BEYOND = 9  # words
_JOINED = ("بال", "لل", "كال", "وال")
_MANNER = re.compile(r"م[^اوي]\w+[اه]")  # «مبتسما», «معتذرة»


def begins_name(stage: Stage, index: int) -> bool:
    """Whether a name certainly begins at the word: «منى», «أبو ياسر», «عبد الله»."""
    word, words = stage.reading.word(index), stage.tables.words
    if word == ABD:
        return is_definite(stage.reading.word(index + 1))
    if word in words.kunya:
        mother = word == "ام"
        mine = word == "ابي" and stage.reading.word(index + 1)[:1] in "يت"  # «أبي يعيد»
        plain = not (mother or mine) and is_part(stage, index + 1)
        return is_first_name(stage, index + 1) or plain
    return is_first_name(stage, index)


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
        if not (is_part(stage, end) or is_first_name(stage, end) or role):
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
    while end < index + 3 and end != stage.until and is_part(stage, end):
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
    while end < index + 3 and is_part(stage, end) and not joined:
        if end > index and reading.word(end).startswith("لل"):
            break
        if end > index and _is_object(stage, index, end):
            return None  # «وفقا للوزارة ارتفع الإنتاج»
        end += 1
    word = reading.word(end)
    given = word[:1] == "ل" and len(word) > 3  # «للصحافيين»
    ends = not word.isalpha() or word in stage.tables.function_words or given or end in stage.dated
    written = reading.written(index)  # «ديدييه» is no adjective with «ة»
    plain = not is_definite(reading.word(index)) and not written.endswith(("ا", "ة", "اً", "ًا"))
    return end if end - index >= 2 and ends and plain else None


def _is_object(stage: Stage, index: int, end: int) -> bool:
    """Whether the word is a common noun, so that what stands before it is a verb."""
    word = stage.reading.word(end)
    common = is_definite(word) and word.removeprefix("ال") in stage.tables.common_nouns
    return common and not begins_name(stage, index)


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
            or (word in tables.words.stops and word not in PREPOSITIONS)
        ):
            return None
        if word in tables.function_words and not linked:
            return None
    return None
