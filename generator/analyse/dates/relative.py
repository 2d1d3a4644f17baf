"""Dates that count from another one: weekdays, «العام الماضي», «قبل عامين», «أمس», «ذلك الشهر»."""

from dataclasses import replace
from datetime import date, timedelta

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import (
    Anchor,
    When,
    anchor_day,
    day_of,
    is_day,
    month_of,
    nearest_weekday,
    quarter_of,
    shifted_day,
    shifted_month,
    shifted_year,
    week_of,
    year_of,
)
from generator.analyse.dates.context import DASHES, PUBLISHED, TEXT, Context, Found
from generator.analyse.dates.months import day_and_month, numeric_date
from generator.analyse.dates.outlook import Outlook, outlook
from generator.analyse.dates.words import DateTables
from generator.analyse.dates.years import year_tail
from generator.analyse.numbers import TENS, read_number
from generator.analyse.reading import TANWIN, Reading
from generator.model import Precision

# ---------------------------------------------------------------- weekdays, today, yesterday


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
        if shift is None and start > index and (full := _full_date(reading, start, context)):
            return replace(full, first=index, prefix=prefix)
        return _today(reading, index, start, prefix, shift, context)
    if start == index and _no_weekday(reading, index, context):
        return None
    end = place + 1
    if context.tables.in_group("plural_day_words", reading.word(start - 1)) and start > index:
        following = context.tables.weekdays.get(reading.word(end))
        if following is None or not following[0]:
            return None  # «أيام الخميس»: every week
    dash = reading.word(end) in DASHES and context.tables.in_group(
        "night_words", reading.word(index)
    )
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
        return _day_found(index, before_last[0], value and value - timedelta(days=7))
    if shift is None and tables.bare("past_words", word):
        value = nearest_weekday(context.published, number, -1)
        return _day_found(index, end + 1, value)
    if shift is None and tables.bare("future_words", word):
        return _day_found(index, end + 1, nearest_weekday(context.published, number, 1))
    if full := _full_date(reading, end, context):
        return replace(full, first=index)
    if shift is not None:
        return _day_found(index, end, shifted_day(context.published, shift))
    if of_week := _of_week(reading, end, number, context):
        return replace(of_week, first=index)
    direction = 1 if _comes(reading, index, number, context) else 0
    return _day_found(index, end, nearest_weekday(context.published, number, direction))


def _comes(reading: Reading, index: int, number: int, context: Context) -> bool:
    """Whether a bare weekday lies ahead: «يلتقي الرئيسان الثلاثاء»; on the day itself it is today."""
    found = outlook(reading, index, context)
    if context.tables.in_group("until_words", reading.word(index - 1)):
        return found is Outlook.AHEAD  # «حتى مساء الأحد كان هنا منزل»
    today = anchor_day(context.published)
    if today is not None and today.isoweekday() == number:
        return found is Outlook.AHEAD
    return found in (Outlook.MAYBE, Outlook.AHEAD)


def last_night(reading: Reading, index: int, context: Context) -> Found | None:
    """«الليلة الماضية»: the night that began the day before."""
    tables, word = context.tables, reading.word(index)
    known = tables.groups["last_night_words"].get(word)
    before_last = match_phrase(tables.phrase_groups["before_last_words"], reading.words, index + 1)
    if known is None or not (before_last or tables.bare("past_words", reading.word(index + 1))):
        return None
    end, shift = (before_last[0], -2) if before_last else (index + 2, -1)
    found = _day_found(index, end, shifted_day(context.published, shift))
    return replace(found, prefix=known[0])


def after_that(reading: Reading, index: int, context: Context) -> Found | None:
    """«بعد ذلك بيومين», «بعدها بثلاثة أيام»: days counted from the date before in the text."""
    tables, word = context.tables, reading.word(index)
    that = reading.word(index + 1) == "ذلك"
    if not (tables.in_group("after_words", word) and that) and word not in ("بعدها", "بعده"):
        return None
    start = index + 1 + that
    days = _counted_days(reading, start, context)
    base = context.previous
    if days is None or base is None:
        return None
    if days[2] == "year":
        parts = Anchor(base.year + days[1])
        return Found(index, days[0], 0, shifted_year(base, days[1]), TEXT, parts)
    if base.day is None:
        return None
    return _day_found(index, days[0], shifted_day(base, days[1]), TEXT)


def _counted_days(reading: Reading, index: int, context: Context) -> tuple[int, int, str] | None:
    """The word after a number of days, weeks or years behind «بـ», how many, of days or years."""
    word, tables = reading.word(index), context.tables
    number = read_number(reading, index, tables.numbers)
    count = 1
    if number and number.prefix and number.low == int(number.low) and not number.vague:
        unit, end, count = reading.word(number.end), number.end, int(number.low)
    elif word.startswith("ب") and number is None:
        unit, end = word[1:], index
    else:
        return None
    form = next((f for rest, f in tables.durations.get(unit, ()) if not rest), None)
    if form is None or form.code not in ("day", "week", "year"):
        return None
    whole = (2 if form.dual else count) * (7 if form.code == "week" else 1)
    return end + 1, whole, "year" if form.code == "year" else "day"


def _full_date(reading: Reading, end: int, context: Context) -> Found | None:
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


def _of_week(reading: Reading, end: int, number: int, context: Context) -> Found | None:
    """«الاثنين من الأسبوع الماضي»."""
    if reading.word(end) != "من":
        return None
    week = calendar_unit(reading, end + 1, context)
    if week is None or week.when.precision is not Precision.WEEK:
        return None
    monday = week.parts and anchor_day(week.parts)
    value = monday + timedelta(days=number - monday.isoweekday()) if monday else None
    return _day_found(end, week.end, value)


def _day_found(first: int, end: int, value: date | None, anchor: str = PUBLISHED) -> Found:
    parts = Anchor(value.year, value.month, value.day) if value else None
    return Found(first, end, 0, day_of(value), anchor, parts)


def _today(
    reading: Reading, index: int, end: int, prefix: int, shift: int | None, context: Context
) -> Found | None:
    """«اليوم», «أمس», «غدًا» without a weekday, where they mean a day and not "now"."""
    if shift is None or end == index:
        return None
    if reading.word(end - 1) == "الغد" and not _is_the_morrow(reading, end - 1):
        return None
    if shift == 0 and (prefix or _not_today(reading, index, end, context)):
        return None
    if shift == -1 and context.tables.bare("not_yesterday_after", reading.word(end)):
        return None
    if shift == -1 and prefix and reading.word(index)[:prefix].endswith("ل"):
        return None  # «لامس»: touched
    if shift == 1 and end == index + 1 and not _is_tomorrow(reading, end - 1, context):
        return None
    if full := _full_date(reading, end, context):
        return replace(full, first=index, prefix=prefix)
    return replace(_day_found(index, end, shifted_day(context.published, shift)), prefix=prefix)


def _is_the_morrow(reading: Reading, index: int) -> bool:
    """«قبل الغد»; not the paper «الغد», nor «ننتظر الغد», nor «اليوم قبل الغد»."""
    before, earlier = reading.word(index - 1), reading.word(index - 2)
    return before in _BEFORE_MORROW and earlier != "اليوم"


_BEFORE_MORROW = frozenset(
    ["قبل", "بعد", "حتي", "الي", "من", "في", "منذ", "صباح", "مساء", "يوم", "نهار", "ظهر", "فجر"]
)


def _not_today(reading: Reading, index: int, end: int, context: Context) -> bool:
    before, after = reading.word(index - 1), reading.word(end)
    tables = context.tables
    return (
        tables.in_group("not_today_before", before)
        or tables.bare("not_today_after", after)
        or _is_nowadays(reading, index, tables)
    )


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


# ---------------------------------------------------------------- «العام الماضي», «ذلك العام»


def calendar_unit(reading: Reading, index: int, context: Context) -> Found | None:
    """«العام الماضي», «هذا الأسبوع», «الشهر المقبل», «الشهر نفسه», «ذلك العام»."""
    tables, word = context.tables, reading.word(index)
    for group, anchor in (("this_words", PUBLISHED), ("that_words", TEXT)):
        if tables.in_group(group, word):
            unit = tables.units.get(reading.word(index + 1))
            if unit is None or unit[0] or not reading.word(index + 1).startswith("ال"):
                return None
            if reading.word(index + 2) == "من" and unit[1] in ("day", "week", "month"):
                return _of_that_year(reading, index, unit[1], context)
            return _unit_found(
                index, index + 2, tables.groups[group][word][0], unit[1], 0, anchor, context
            )
    unit = tables.units.get(word)
    if unit is None or "ل" not in word[unit[0] : unit[0] + 2]:
        return None
    shift = _unit_shift(reading, index + 1, context)
    if shift is None:
        return None
    end, count, anchor = shift
    if reading.word(index + 1).startswith("الاخير") and (
        reading.word(end) == "من" or unit[1] == "day"
    ):
        return None  # «الأسبوع الأخير من أبريل», «اليوم الأخير»
    return _unit_found(index, end, unit[0], unit[1], count, anchor, context)


def _is_new_year(word: str, context: Context) -> bool:
    """Whether «العام الجديد» is the next year: in its second half nobody calls a year new."""
    unit, known = context.tables.units.get(word), context.published
    late = known is not None and (known.month or 0) > _HALF
    return unit is not None and unit[1] == "year" and late


_HALF = 6  # months


def _of_that_year(reading: Reading, index: int, unit: str, context: Context) -> Found | None:
    """«في مثل هذا اليوم من عام 1967»: the day of the issue in another year."""
    tail, known = year_tail(reading, index + 2, context), context.published
    if tail is None or tail.year is None or known is None or not known.month or unit == "week":
        return None
    if unit == "month":
        parts = Anchor(tail.year, known.month)
        return Found(index, tail.end, 0, month_of(tail.year, known.month), PUBLISHED, parts)
    if not known.day or not is_day(tail.year, known.month, known.day):
        return None
    day = date(tail.year, known.month, known.day)
    return _day_found(index, tail.end, day)


def _unit_shift(reading: Reading, index: int, context: Context) -> tuple[int, int, str] | None:
    tables, word = context.tables, reading.word(index)
    before_last = match_phrase(tables.phrase_groups["before_last_words"], reading.words, index)
    if before_last:
        return before_last[0], -2, PUBLISHED
    for group, count in (("past_words", -1), ("current_words", 0), ("future_words", 1)):
        if tables.bare(group, word):
            return index + 1, count, PUBLISHED
    if tables.bare("same_words", word):
        return index + 1, 0, TEXT
    if tables.bare("before_words", word) and not reading.word(index + 1).startswith(("ل", "عل")):
        return index + 1, -1, TEXT if _is_near(reading, index, context) else PUBLISHED
    if word in ("الذي", "التي") and tables.bare("before_it_words", reading.word(index + 1)):
        return index + 2, -1, TEXT  # «العام الذي سبقه»
    if tables.bare("new_words", word) and _is_new_year(reading.word(index - 1), context):
        return index + 1, 1, PUBLISHED
    if tables.bare("next_words", word):
        return index + 1, 1, TEXT
    return None


def _is_near(reading: Reading, index: int, context: Context) -> bool:
    """Whether a date was told in this sentence or the one before."""
    return context.told >= 0 and reading.sentences[index] - context.told <= 1


def _unit_found(
    first: int, end: int, prefix: int, unit: str, count: int, name: str, context: Context
) -> Found | None:
    base = context.published if name == PUBLISHED else context.previous
    if name == TEXT and base is None:
        return None
    found = _shifted(unit, count, base)
    if found is None:
        return None
    when, parts = found
    return Found(first, end, prefix, when, name, parts)


def _shifted(unit: str, count: int, base: Anchor | None) -> tuple[When, Anchor | None] | None:
    if unit == "year":
        return shifted_year(base, count), Anchor(base.year + count) if base else None
    if unit == "month":
        when = shifted_month(base, count)
        year, _, month = (when.iso or "").partition("-")
        return when, Anchor(int(year), int(month)) if month else None
    if unit == "week":
        day = shifted_day(base, 7 * count)
        return week_of(day), Anchor(day.year, day.month, day.day) if day else None
    if unit == "day" and count <= 0:
        return (day_of(shifted_day(base, count)), base) if base and base.day else None
    if unit == "day":
        return day_of(shifted_day(base, count)), None
    if unit == "quarter":
        return _shifted_quarter(base, count), None
    if unit == "decade" and base:
        return When(f"{base.year // 10 + count}0s", Precision.DECADE), None  # type: ignore[arg-type]
    return None


def _shifted_quarter(base: Anchor | None, count: int) -> When:
    if base is None or base.month is None:
        return quarter_of(None, 1)
    index = base.year * 4 + (base.month - 1) // 3 + count
    return quarter_of(index // 4, index % 4 + 1)


# ---------------------------------------------------------------- «قبل عامين»


def ago(reading: Reading, index: int, context: Context) -> Found | None:
    """«قبل أربع سنوات», «قبل نحو شهرين», «قبل أسبوع»: as exact as its unit."""
    tables = context.tables
    if not tables.in_group("ago_words", reading.word(index)):
        return None
    start = index + 1
    start += tables.bare("approximations", reading.word(start))
    number = read_number(reading, start, tables.numbers)
    unit_at, count = (number.end, int(number.low)) if number else (start, 1)
    if number and (number.low != count or number.vague or number.prefix):
        return None
    unit = match_phrase(tables.durations, reading.words, unit_at)
    if unit is None or (
        number is None
        and not (unit[1].dual or reading.word(unit_at) in tables.words.calendar_units)
    ):
        return None
    end, form = unit
    if form.dual:
        count = 2
    of_now = reading.word(end + 1) in ("الان", "الزمن", "الزمان")
    if (reading.word(end) in ("من", "علي") and not of_now) or reading.word(end).isdigit():
        return None
    return _ago_value(index, end, form.code, count, context)


def _ago_value(first: int, end: int, unit: str, count: int, context: Context) -> Found | None:
    base = context.published
    if count > 5000:
        return None
    if unit in ("year", "decade"):
        years = count * (10 if unit == "decade" else 1)
        parts = Anchor(base.year - years) if base else None
        when = shifted_year(base, -years) if base is None or base.year > years else year_of(None)
    elif unit == "month":
        when, parts = shifted_month(base, -count), None
    elif unit == "week":
        when, parts = week_of(shifted_day(base, -7 * count)), None
    elif unit == "day":
        when, parts = day_of(shifted_day(base, -count)), None
    else:
        return None
    return Found(first, end, 0, when, PUBLISHED, parts)
