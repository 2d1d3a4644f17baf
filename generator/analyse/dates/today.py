"""Days told from the day of the issue: «اليوم», «أمس», «غدا», «الليلة الماضية»."""

from dataclasses import replace

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import shifted_day
from generator.analyse.dates.context import DASHES, Context, Found, day_found
from generator.analyse.dates.days import day_and_month, numeric_date
from generator.analyse.dates.outlook import Outlook, outlook
from generator.analyse.dates.words import DateTables
from generator.analyse.reading import TANWIN, Reading


def last_night(reading: Reading, index: int, context: Context) -> Found | None:
    """«الليلة الماضية»: the night that began the day before."""
    tables, word = context.tables, reading.word(index)
    known = tables.groups["last_night_words"].get(word)
    before_last = match_phrase(tables.phrase_groups["before_last_words"], reading.words, index + 1)
    if known is None or not (before_last or tables.bare("past_words", reading.word(index + 1))):
        return None
    end, shift = (before_last[0], -2) if before_last else (index + 2, -1)
    found = day_found(index, end, shifted_day(context.published, shift))
    return replace(found, prefix=known[0])


def day_part(reading: Reading, index: int, context: Context) -> Found | None:
    """«هذا المساء», «هذه الليلة»: of the day of the issue."""
    tables = context.tables
    part = tables.bare("day_part_words", reading.word(index + 1))
    if not part or not tables.in_group("this_words", reading.word(index)):
        return None
    found = day_found(index, index + 2, shifted_day(context.published, 0))
    return replace(found, prefix=tables.groups["this_words"][reading.word(index)][0])


def full_date(reading: Reading, end: int, context: Context) -> Found | None:
    """A day and month after a weekday, behind a comma, a bracket or «الموافق»."""
    for start in range(end, end + 3):
        found = day_and_month(reading, start, context) or numeric_date(reading, start, context)
        if found:
            closing = reading.word(start - 1) == "(" and reading.word(found.end) == ")"
            return replace(found, end=found.end + closing)
        word = reading.word(start)
        if word not in ("،", "(", ",", "-") and word not in context.tables.words.gloss_marks:
            return None
    return None


def told_from_issue(
    reading: Reading, index: int, end: int, prefix: int, shift: int | None, context: Context
) -> Found | None:
    """«اليوم», «أمس», «غدًا» without a weekday, where they mean a day and not "now"."""
    if shift is None or end == index:
        return None
    if reading.word(end - 1) == "الغد" and not _is_the_morrow(reading, end - 1, context):
        return None
    joined = prefix > 0 and _is_joined(reading, index, context)
    if shift == 0 and ((prefix and not joined) or _not_today(reading, index, end, context)):
        return None
    if shift == -1 and context.tables.bare("not_yesterday_after", reading.word(end)):
        return None
    if shift == -1 and prefix and reading.word(index)[:prefix].endswith("ل"):
        return None  # «لامس»: touched
    alone = shift == 1 and end == index + 1 and not joined
    if alone and not _is_tomorrow(reading, end - 1, context):
        return None
    if full := full_date(reading, end, context):
        return replace(full, first=index, prefix=prefix)
    return replace(day_found(index, end, shifted_day(context.published, shift)), prefix=prefix)


def _is_joined(reading: Reading, index: int, context: Context) -> bool:
    """«أمس واليوم», «اليوم وغدا»."""
    before, bare = reading.word(index - 1), context.tables.bare
    near = bare("today_words", before) or bare("yesterday_words", before)
    return near and reading.word(index).startswith("و")


def _is_the_morrow(reading: Reading, index: int, context: Context) -> bool:
    """«قبل الغد»; not the paper «الغد», nor «ننتظر الغد», nor «اليوم قبل الغد»."""
    before, earlier = reading.word(index - 1), reading.word(index - 2)
    return context.tables.bare("before_morrow", before) and earlier != "اليوم"


def _not_today(reading: Reading, index: int, end: int, context: Context) -> bool:
    before, after = reading.word(index - 1), reading.word(end)
    tables = context.tables
    return (
        tables.in_group("not_today_before", before)
        or (before in DASHES and reading.glued(index))  # «م3/اليوم»
        or _is_title(reading, index)
        or tables.bare("not_today_after", after)
        or (after.startswith("ال") and after in tables.ordinals)  # «اليوم الحادي عشر»
        or (after == "ال" and reading.word(end + 1).isdigit())  # «اليوم الـ11»
        or _is_nowadays(reading, index, tables)
    )


def _is_title(reading: Reading, index: int) -> bool:
    """«المصري اليوم», «روسيا اليوم» between quotation marks: an outlet's name."""
    opened = reading.word(index - 2) in _QUOTES or reading.word(index - 1) in _QUOTES
    return opened and reading.word(index + 1) in _QUOTES


_QUOTES = frozenset('«»“”"')


def _is_nowadays(reading: Reading, index: int, tables: DateTables) -> bool:
    """«كان بـ600 دولار ويشترى اليوم بـ980»: now, as against then."""
    return any(
        tables.in_group("was_words", reading.words[place]) and reading.same_sentence(place, index)
        for place in range(max(0, index - _THEN), index)
    )


_THEN = 12  # words from «كان» to the «اليوم» that is set against it


def _is_tomorrow(reading: Reading, index: int, context: Context) -> bool:
    """«غدا» is also "became": the written mark, or a look ahead, tells the adverb."""
    span = reading.span(index, index + 1)
    marked = bool(TANWIN & set(reading.text[span.start : span.end]))
    if marked or reading.word(index).startswith("ال"):
        return True
    found, after = outlook(reading, index, context), reading.word(index + 1)
    goes_on = not after.isalpha() or after in context.function_words
    goes_on = goes_on or (after[:1] in ("ل", "ب") and len(after) > _LETTERS)  # «غدا لبحث الأزمة»
    return found is Outlook.AHEAD or (
        found is Outlook.MAYBE and goes_on and reading.word(index) == "غدا"
    )


_LETTERS = 3
