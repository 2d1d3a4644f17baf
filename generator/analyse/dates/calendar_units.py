"""Years, months and weeks told from another one: «العام الماضي», «ذلك الشهر», «السنة السابقة»."""

from datetime import date

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import (
    Anchor,
    When,
    day_of,
    is_day,
    month_of,
    quarter_of,
    shifted_day,
    shifted_month,
    shifted_year,
    week_of,
)
from generator.analyse.dates.context import PUBLISHED, TEXT, Context, Found, day_found
from generator.analyse.dates.years import beside_it, year_tail
from generator.analyse.reading import Reading
from generator.model import Precision


def other_unit(reading: Reading, index: int, context: Context) -> Found | None:
    """The same where it tells a time of its own: «الشهر نفسه» alone repeats a date just told."""
    found = calendar_unit(reading, index, context)
    if found is None or not context.tables.bare("same_words", reading.word(found.end - 1)):
        return found
    return None


def calendar_unit(reading: Reading, index: int, context: Context) -> Found | None:
    """«العام الماضي», «هذا الأسبوع», «الشهر المقبل», «الشهر نفسه», «ذلك العام»."""
    tables, word = context.tables, reading.word(index)
    for group, anchor in (("this_words", PUBLISHED), ("that_words", TEXT)):
        if tables.in_group(group, word):
            unit = tables.units.get(reading.word(index + 1))
            if unit is None or unit[0] or not reading.word(index + 1).startswith("ال"):
                return None
            if reading.word(index + 2) == "من" and unit[1] in ("day", "week", "month"):
                of_year = _of_that_year(reading, index, unit[1], context)
                if of_year or reading.word(index - 1) == "مثل" or unit[1] == "day":
                    return of_year
            return _unit_found(
                index, index + 2, tables.groups[group][word][0], unit[1], 0, anchor, context
            )
    unit = tables.units.get(word)
    if unit is None or "ل" not in word[unit[0] : unit[0] + 2]:
        return None
    named = tables.bare("fiscal_adjectives", reading.word(index + 1)) and unit[1] == "year"
    shift = _unit_shift(reading, index + 1 + named, context)
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
    return day_found(index, tail.end, day)


def _unit_shift(reading: Reading, index: int, context: Context) -> tuple[int, int, str] | None:
    tables, word = context.tables, reading.word(index)
    before_last = match_phrase(tables.phrase_groups["before_last_words"], reading.words, index)
    if before_last:
        return before_last[0], -2, PUBLISHED
    if after_next := match_phrase(tables.phrase_groups["after_next_words"], reading.words, index):
        return after_next[0], 2, PUBLISHED
    for group, count in (("past_words", -1), ("current_words", 0), ("future_words", 1)):
        if tables.bare(group, word):
            return index + 1, count, PUBLISHED
    if tables.bare("same_words", word):
        return index + 1, 0, TEXT
    if tables.bare("before_words", word) and not reading.word(index + 1).startswith(("ل", "عل")):
        return index + 1, -1, TEXT if _is_near(reading, index, context) else PUBLISHED
    if beside := beside_it(reading, index, tables):
        return *beside, TEXT  # «العام الذي سبقه»
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
    if found is None or (name == TEXT and found[0].iso is None):
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
