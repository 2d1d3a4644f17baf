"""Months: «نوفمبر 2022», «سبتمبر (أيلول) الماضي», and the year of one that tells none."""

from dataclasses import replace

from generator.analyse.dates.calendar import Anchor, month_of, nearest_month
from generator.analyse.dates.context import PUBLISHED, TEXT, Context, Found, Tail
from generator.analyse.dates.outlook import Outlook, outlook
from generator.analyse.dates.years import year_tail
from generator.analyse.reading import Reading


def doubled(reading: Reading, index: int, month: int, context: Context) -> int:
    """The word after a second name of the same month: «يوليو/تموز», «فبراير (شباط)»."""
    if reading.word(index) in ("/", "-", "(", "–", "،") or reading.word(index) == "او":
        again = context.tables.month_at(reading, index + 1)
        if again and again[2] == month and not again[1]:
            closing = reading.word(index) == "("
            return again[0] + (closing and reading.word(again[0]) == ")")
    beside = context.tables.month_at(reading, index)  # «أيلول سبتمبر»
    return beside[0] if beside and beside[2] == month and not beside[1] else index


def month_name(reading: Reading, index: int, context: Context) -> Found | None:
    """«نوفمبر 2022», «سبتمبر (أيلول) الماضي», «مايو من العام الماضي», «سبتمبر»."""
    tables = context.tables
    month = tables.month_at(reading, index)
    first = index
    if month is None and tables.in_group("month_words", reading.word(index)):
        month = tables.month_at(reading, index + 1)
        if month is None or month[1]:
            return None
        month = (month[0], tables.groups["month_words"][reading.word(index)][0], month[2])
    if month is None:
        return None
    name_end, prefix, number = month
    end = doubled(reading, name_end, number, context)
    tail = year_tail(reading, end, context)
    if _doubtful(reading, first, name_end, end, tail, prefix, context):
        return None
    if reading.word(end) == "من" and reading.word(end + 1) == "كل":
        return None
    found = _month_value(reading, first, number, tail, context)
    return replace(found, first=first, end=tail.end if tail else end, prefix=prefix)


def _doubtful(
    reading: Reading,
    first: int,
    name_end: int,
    end: int,
    tail: Tail | None,
    prefix: int,
    context: Context,
) -> bool:
    """Whether the name is also a common word and nothing beside it says that it is a month."""
    word = reading.words[name_end - 1]
    doubtful = any(word.endswith(name) for name in context.tables.words.doubtful_months)
    tables, before = context.tables, reading.word(first - 1)
    edges = ("start_words", "early_words", "middle_words", "late_words", "end_words")
    if _is_verb(reading, first, name_end, context):
        return True
    if doubtful and prefix and tail is None and end == name_end:
        return (
            True  # «في باب», «فتحت باب»: the word that a month with its preposition is spelled as
        )
    if tables.bare("before_year", before.removeprefix("و")) or any(
        tables.in_group(g, before) for g in edges
    ):
        return False  # «زار في آذار», «أواخر آب»
    return doubtful and name_end - first == 1 and end == name_end and tail is None


def _is_verb(reading: Reading, first: int, end: int, context: Context) -> bool:
    """«وقد مارس الضغط», «الذي مارس نفوذه»: practised."""
    word, after, tables = reading.words[end - 1], reading.word(end), context.tables
    if word.lstrip("وف") not in tables.words.groups["verb_months"]:
        return False
    before = reading.word(first - 1).removeprefix("و")
    groups = tables.words.groups
    led = (
        before in groups["will_words"]
        or before in groups["relative_words"]
        or not before[:1].isalpha()
    )
    object_ = after.startswith("ال") or after.endswith(("ه", "ها", "هم"))
    known = any(tables.bare(g, after) for g in ("past_words", "future_words", "current_words"))
    return led and object_ and not known


def _month_value(
    reading: Reading, index: int, month: int, tail: Tail | None, context: Context
) -> Found:
    year, anchor = year_for(reading, index, month, tail, context)
    parts = Anchor(year, month) if year else None
    bare = month if tail is None else 0
    return Found(index, index, 0, month_of(year, month), anchor, parts, bare)


def year_for(
    reading: Reading,
    index: int,
    month: int,
    tail: Tail | None,
    context: Context,
    *,
    of_day: bool = False,
) -> tuple[int | None, str | None]:
    """The year of a month and what it was reckoned from."""
    if tail and tail.shift in ("", "relative"):
        return tail.year, tail.anchor
    if tail is None and (year := _year_of_sentence(reading, index, month, context)):
        return year, TEXT
    if tail:
        direction = {"past": -1, "future": 1, "current": 0}[tail.shift]
    else:
        direction = 1 if _lies_ahead(reading, index, month, context, of_day=of_day) else 0
    return nearest_month(context.published, month, direction), PUBLISHED


def _year_of_sentence(reading: Reading, index: int, month: int, context: Context) -> int | None:
    """The past year of the month before in the sentence: «في يناير 2024 ثم في مارس»."""
    before, known = context.previous, context.published
    if before is None or before.month is None or known is None:
        return None
    if reading.sentences[index] != context.sentence or before.year >= known.year:
        return None
    return before.year if month > before.month else None


_SOON_DAY = 3
_SOON, _IN_REACH = 1, 8  # months to the next month of the name


def _lies_ahead(
    reading: Reading, index: int, month: int, context: Context, *, of_day: bool
) -> bool:
    """Whether a month without its year is the next one, not the last one.

    The sooner it comes, the less it takes: «معرض في ديسمبر» in November is the coming one.
    """
    known = context.published
    if known is None or known.month in (None, month):
        return False
    ahead = (month - (known.month or 0)) % 12
    found = outlook(reading, index, context)
    if found is Outlook.MAYBE:
        return ahead <= _IN_REACH
    soon = _SOON_DAY if of_day else _SOON
    return found is Outlook.AHEAD or (found is Outlook.NONE and ahead <= soon)
