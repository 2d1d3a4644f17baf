"""Whether a date without a year lies ahead: what the verbs and cues around it say."""

from enum import IntEnum

from generator.analyse.dates.context import Context
from generator.analyse.dates.tenses import (
    is_future_verb,
    is_passive,
    is_past,
    is_past_word,
    is_present,
    is_said,
)
from generator.analyse.dates.words import DateTables
from generator.analyse.reading import Reading


class Outlook(IntEnum):
    """What the sentence says of a date: it is past, nothing, it may come, it will come."""

    BACK = -1
    NONE = 0
    MAYBE = 1
    AHEAD = 2


_FAR = 16  # words before a date that may still say when it was
_SPEAKER = 6  # words from a verb of speech to the date that belongs to it
_WAS_NEAR = 4  # words between «كان» and the verb that it puts into the past
_FORWARD = 6  # words after a date that opens its clause


def outlook(reading: Reading, index: int, context: Context) -> Outlook:
    """What the clause around the word says; the nearest sign before it decides."""
    tables = context.tables
    near = (reading.word(index - 1), reading.word(index - 2))
    if any(tables.in_group("since_words", word) for word in near):
        return Outlook.BACK  # «منذ مارس», «منذ مطلع مارس»
    if any(tables.in_group("was_words", word) for word in near):
        return Outlook.BACK  # «كان في مارس»
    found = _before(reading, index, context)
    if found is Outlook.NONE and _until(reading, index, tables):
        past = _after(reading, index, tables) is Outlook.BACK or _stood(reading, index, tables)
        return Outlook.BACK if past else Outlook.MAYBE  # «حتى نهاية كانون الأول»
    if found is not Outlook.NONE or _is_of_speech(reading, index, context):
        return found
    return _after(reading, index, tables)


def comes_later(reading: Reading, index: int, context: Context) -> bool:
    """Whether the nearest verb before the word speaks of the future: «لن ينتهي», «سيصل»."""
    for place in range(index - 1, max(-1, index - _SPEAKER), -1):
        word = reading.words[place]
        if not reading.same_sentence(place, index) or is_past(word, context):
            return False
        if word.removeprefix("و") == "لن" or is_future_verb(word, context.tables):
            return True
    return False


def _is_of_speech(reading: Reading, index: int, context: Context) -> bool:
    """«أعلنت الوزارة الأحد أن الدراسة ستبدأ»: the date of what was said, not of what comes."""
    for place in range(index - 1, max(-1, index - _SPEAKER), -1):
        word = reading.words[place]
        if not reading.same_sentence(place, index) or word in ("ان", "،", "بان"):
            return False
        if is_said(word, context):
            return True
    return False


def _until(reading: Reading, index: int, tables: DateTables) -> bool:
    before = reading.word(index - 1)
    if tables.in_group("until_words", before) or tables.in_group("until_words", before[1:]):
        return True
    edge = any(tables.in_group(group, before) for group in ("end_words", "late_words"))
    return edge and tables.in_group("until_words", reading.word(index - 2))


def _stood(reading: Reading, index: int, tables: DateTables) -> bool:
    """«حتى مساء الأحد كان هنا منزل», «بحلول ظهر الاثنين، كان الطابور»."""
    near = range(max(0, index - _WAS_NEAR), min(len(reading.words), index + _FORWARD))
    return any(
        tables.in_group("was_words", reading.words[place]) and reading.same_sentence(place, index)
        for place in near
    )


def _before(reading: Reading, index: int, context: Context) -> Outlook:
    found, occasion = Outlook.NONE, False
    for place in range(index - 1, max(-1, index - _FAR), -1):
        if not reading.same_sentence(place, index):
            return found
        occasion = occasion or _opens_occasion(reading, place, context.tables)
        if occasion and context.tables.in_group("offered_things", reading.words[place]):
            continue  # «أبدى استعداده خلال اجتماعهما في سبتمبر»: the meeting is over
        if occasion and _was_said_there(reading.words[place], context):
            return Outlook.BACK
        for group, to in (("inviting_verbs", "الي"), ("warning_verbs", "من")):
            if context.tables.bare(group, reading.words[place]):
                # «دعا إلى مؤتمر في مارس», «حذر من فيضان في مارس», «دعا في مارس أنصاره»
                return Outlook.AHEAD if to in reading.words[place:index] else Outlook.BACK
        of_old = context.tables.in_group("dates_back_verbs", reading.words[place])
        if of_old and reading.word(index - 1) == "الي":
            return Outlook.BACK  # «تعود الواقعة إلى مارس»
        sign = _sign(reading, place, context)
        if sign is Outlook.BACK and is_said(reading.words[place], context):
            return found  # who spoke says little of when it was
        if sign in (Outlook.BACK, Outlook.AHEAD):
            return found or sign
        found = found or sign
    return found


def _opens_occasion(reading: Reading, place: int, tables: DateTables) -> bool:
    """«خلال اجتماعه», «عقب الزيارة»: what happened, not «خلال الفترة»."""
    after = reading.word(place + 1)
    of_time = after in tables.units or tables.in_group("period_words", after)
    known = of_time or after in tables.months or after in tables.numbers.words
    return tables.in_group("occasion_words", reading.words[place]) and after.isalpha() and not known


def _was_said_there(word: str, context: Context) -> bool:
    """«قال خلال مؤتمر صحافي في ديسمبر», «وعد خلال اللقاء في مايو»."""
    return is_said(word, context) or context.tables.in_group("promised_words", word)


def _sign(reading: Reading, place: int, context: Context) -> Outlook:
    tables, word = context.tables, reading.words[place]
    if word in tables.words.groups["not_then_words"]:
        supposed = reading.word(place - 1) in tables.words.groups["if_words"]
        return Outlook.MAYBE if supposed else Outlook.BACK  # «إذا لم ير الهلال»
    if reading.word(place - 1) in tables.words.groups["ended_verbs"]:
        return Outlook.BACK  # «انتهت المهلة»
    if _puts_off(reading, place, tables) or tables.in_group("ahead_cues", word):
        return Outlook.BACK if _was(reading, place, tables) else Outlook.AHEAD
    if is_future_verb(word, tables):
        return Outlook.AHEAD
    passive = is_passive(reading, place)
    if is_past(word, context) and not passive and not _is_masdar(reading, place, tables):
        supposed = reading.word(place - 1) in tables.words.groups["if_words"]
        was = tables.in_group("was_words", word)
        return Outlook.NONE if was or supposed else Outlook.BACK
    present = passive or is_present(reading, place, tables)
    that = reading.word(place - 1) in tables.words.groups["that_clause_words"]
    if present and (passive or that or word not in context.reporting):
        return _of_present(reading, place, tables)
    return Outlook.NONE


def _is_masdar(reading: Reading, place: int, tables: DateTables) -> bool:
    """«من المقرر عقد جولة», «إلى نشر قوات»: a noun that is spelled like the verb."""
    before = reading.word(place - 1)
    due = before.startswith("ال") and tables.in_group("ahead_cues", before)
    due = due or is_future_verb(before, tables)  # «وسيعاد فتح الجسر»
    return due or before in tables.words.groups["before_masdar"]


def _of_present(reading: Reading, place: int, tables: DateTables) -> Outlook:
    """What a present verb says: «لم يصل», «لن يصل», «قرر أن يصل», «يصل الوفد»."""
    before, earlier = reading.word(place - 1), reading.word(place - 2)
    if before in tables.words.groups["not_then_words"]:
        return Outlook.NONE  # its «لم» decides
    if _was(reading, place, tables):
        return Outlook.BACK
    if before in tables.words.groups["will_words"]:
        return Outlook.AHEAD
    if before in tables.words.groups["that_clause_words"]:
        return Outlook.NONE if tables.bare("before_and_after", earlier) else Outlook.AHEAD
    return Outlook.MAYBE


def _was(reading: Reading, place: int, tables: DateTables) -> bool:
    """Whether «كان» stands shortly before: «كان مقررا أن», «كانت الشركة تتوقع»."""
    return any(
        reading.same_sentence(before, place) and tables.in_group("was_words", reading.words[before])
        for before in range(max(0, place - _WAS_NEAR), place)
    )


def _puts_off(reading: Reading, place: int, tables: DateTables) -> bool:
    """«رفعت الجلسة إلى», «حجز القضية للحكم بجلسة»: what a court does with its sessions."""
    if not tables.bare("sessions", reading.word(place + 1)):
        return False
    return reading.word(place).startswith(tuple(tables.words.groups["adjourning_verbs"]))


def _after(reading: Reading, index: int, tables: DateTables) -> Outlook:
    """«في مارس تبدأ المحطة عملها»: the verb that follows a date which opens its clause."""
    for place in range(index + 1, min(len(reading.words), index + _FORWARD)):
        word = reading.words[place]
        if not reading.same_sentence(place, index) or word in ("،", "؛"):
            return Outlook.NONE
        if is_future_verb(word, tables) or tables.in_group("ahead_cues", word):
            return Outlook.AHEAD
        if word == "ما" and tables.bare("not_then_words", reading.word(place + 1)):
            return Outlook.AHEAD  # «ما لم يخرجوا»
        if is_past_word(word, tables):
            return Outlook.BACK
    return Outlook.NONE
