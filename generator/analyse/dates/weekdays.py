"""Weekdays: «يوم الاثنين», «الأربعاء الماضي», «الخميس من الأسبوع الماضي»."""

from dataclasses import replace
from datetime import timedelta

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import anchor_day, nearest_weekday, shifted_day
from generator.analyse.dates.calendar_units import calendar_unit
from generator.analyse.dates.context import DASHES, TEXT, Context, Found, day_found
from generator.analyse.dates.outlook import Outlook, outlook
from generator.analyse.dates.today import full_date, told_from_issue
from generator.analyse.dates.years import beside_it
from generator.analyse.numbers.words import TENS
from generator.analyse.reading import Reading
from generator.model import Precision


def weekday(reading: Reading, index: int, context: Context) -> Found | None:
    """«يوم الاثنين», «الأربعاء الماضي», «أمس الجمعة 15 سبتمبر 2023», «اليوم (السبت)»."""
    start, prefix, shift = _lead(reading, index, context)
    if start == index and reading.word(index) not in context.tables.weekdays:
        return None
    bracket = reading.word(start) in ("(", "،") and start > index and shift is not None
    bracket = bracket and reading.word(start + 1) in context.tables.weekdays
    place = start + bracket
    known = context.tables.weekdays.get(reading.word(place))
    if known is None or (start > index and known[0]):
        if shift is None and start > index and (full := full_date(reading, start, context)):
            return replace(full, first=index, prefix=prefix)
        return told_from_issue(reading, index, start, prefix, shift, context)
    if start == index and _no_weekday(reading, index, context):
        return None
    end = place + 1
    if context.tables.in_group("plural_day_words", reading.word(start - 1)) and start > index:
        following = context.tables.weekdays.get(reading.word(end))
        if following is None or not following[0]:
            return None  # «أيام الخميس»: every week
    of_night = context.tables.in_group("night_words", reading.word(index))
    dash = of_night and (reading.word(end) in DASHES or reading.word(end) == "الي")
    night = context.tables.weekdays.get(reading.word(end + dash))
    if night and not night[0]:
        end += 1 + dash  # «ليل الخميس الجمعة» is the night that begins on Thursday
    end += bracket and reading.word(start) == "(" and reading.word(end) == ")"
    found = _weekday_value(reading, index, end, known[1], shift, context)
    return replace(found, first=index, prefix=prefix if start > index else known[0])


def _no_weekday(reading: Reading, index: int, context: Context) -> bool:
    before = reading.word(index - 1)
    after = context.tables.numbers.words.get(reading.word(index + 1))
    if after and after.kind == TENS and after.joined and after.definite:
        return True  # «النواب الاثنين والثلاثين»
    if context.tables.bare("not_weekday_after", reading.word(index + 1)):
        return True
    return context.tables.in_group("not_weekday_before", before)


def _lead(reading: Reading, index: int, context: Context) -> tuple[int, int, int | None]:
    """The words before a weekday: (word after them, proclitic letters, days from publication)."""
    tables, place = context.tables, index
    prefix, shift = 0, None
    for _ in range(3):
        word = reading.word(place)
        phrase = _day_phrase(reading, place, context)
        if phrase:
            place, shift = phrase
            continue
        group = next((g for g in _SHIFTS if tables.in_group(g, word)), None)
        if group and (place == index or not tables.groups[group][word][0]):
            prefix = tables.groups[group][word][0] if place == index else prefix
            shift, place = _SHIFTS[group], place + 1
        elif tables.in_group("day_words", word) and (
            place == index or not tables.groups["day_words"][word][0]
        ):
            prefix = tables.groups["day_words"][word][0] if place == index else prefix
            place += 1
        else:
            break
    return place, prefix, shift


_SHIFTS = {"today_words": 0, "yesterday_words": -1, "tomorrow_words": 1}


def _day_phrase(reading: Reading, index: int, context: Context) -> tuple[int, int] | None:
    groups = context.tables.phrase_groups
    if before := match_phrase(groups["day_before_words"], reading.words, index):
        return before[0], -2
    after = match_phrase(groups["day_after_words"], reading.words, index)
    return (after[0], 2) if after else None


def _weekday_value(
    reading: Reading, index: int, end: int, number: int, shift: int | None, context: Context
) -> Found:
    tables, word = context.tables, reading.word(end)
    before_last = match_phrase(tables.phrase_groups["before_last_words"], reading.words, end)
    if shift is None and before_last:
        value = nearest_weekday(context.published, number, -1)
        return day_found(index, before_last[0], value and value - timedelta(days=7))
    after_next = match_phrase(tables.phrase_groups["after_next_words"], reading.words, end)
    if shift is None and after_next:
        value = nearest_weekday(context.published, number, 1)
        return day_found(index, after_next[0], value and value + timedelta(days=7))
    if shift is None and tables.bare("past_words", word):
        value = nearest_weekday(context.published, number, -1)
        return _with_date(reading, day_found(index, end + 1, value), context)
    if shift is None and tables.bare("future_words", word):
        value = nearest_weekday(context.published, number, 1)
        return _with_date(reading, day_found(index, end + 1, value), context)
    if full := full_date(reading, end, context):
        return replace(full, first=index)
    if shift is not None:
        return day_found(index, end, shifted_day(context.published, shift))
    if beside := _beside_told(reading, end, number, context):
        return replace(beside, first=index)
    if of_week := _of_week(reading, end, number, context):
        return replace(of_week, first=index)
    direction = 1 if _comes(reading, index, number, context) else 0
    return day_found(index, end, nearest_weekday(context.published, number, direction))


def _with_date(reading: Reading, found: Found, context: Context) -> Found:
    """«الخميس الماضي (14 مايو)»: the day that is written out behind it is the same one."""
    full = full_date(reading, found.end, context)
    return replace(full, first=found.first) if full else found


def _comes(reading: Reading, index: int, number: int, context: Context) -> bool:
    """Whether a bare weekday lies ahead: «يلتقي الرئيسان الثلاثاء»; on the day itself it is today."""
    found = outlook(reading, index, context)
    if found is Outlook.NONE and reading.word(index - 1) == "الي":
        return True  # «عندي عدس إلى السبت»
    today = anchor_day(context.published)
    if today is not None and today.isoweekday() == number:
        return found is Outlook.AHEAD
    return found in (Outlook.MAYBE, Outlook.AHEAD)


def _beside_told(reading: Reading, end: int, number: int, context: Context) -> Found | None:
    """«الاثنين الذي سبقه», «الخميس التالي»: beside the day that the text told last."""
    tables, told = context.tables, context.previous
    beside = beside_it(reading, end, tables)
    if beside is None and tables.bare("next_words", reading.word(end)):
        beside = end + 1, 1
    if beside is None or told is None or told.day is None:
        return None
    return day_found(end, beside[0], nearest_weekday(told, number, beside[1]), TEXT)


def _of_week(reading: Reading, end: int, number: int, context: Context) -> Found | None:
    """«الاثنين من الأسبوع الماضي»."""
    if reading.word(end) != "من":
        return None
    week = calendar_unit(reading, end + 1, context)
    if week is None or week.when.precision is not Precision.WEEK:
        return None
    monday = week.parts and anchor_day(week.parts)
    value = monday + timedelta(days=number - monday.isoweekday()) if monday else None
    return day_found(end, week.end, value)
