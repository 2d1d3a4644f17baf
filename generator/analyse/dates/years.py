"""Years: after a month («من العام الماضي»), and by themselves («منذ 2019», «عامي 2020 و2021»)."""

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import Anchor, range_of, year_of
from generator.analyse.dates.context import (
    DASHES,
    PUBLISHED,
    TEXT,
    Context,
    Found,
    Tail,
    free_number,
    number_at,
)
from generator.analyse.dates.tenses import is_past, is_present
from generator.analyse.dates.words import DateTables
from generator.analyse.numbers.read import read_number
from generator.analyse.numbers.words import HUNDREDS, TEN, TENS, UNITS
from generator.analyse.reading import Reading

# ---------------------------------------------------------------- the year after a month


def year_tail(reading: Reading, index: int, context: Context) -> Tail | None:
    """What follows a month and says which year: «2024», «من العام الماضي», «المقبل»."""
    tables = context.tables
    if tail := plain_year(reading, index, context):
        return tail
    word = reading.word(index)
    for group, shift in (
        ("past_words", "past"),
        ("future_words", "future"),
        ("current_words", "current"),
    ):
        if tables.bare(group, word):
            return Tail(index + 1, shift=shift, anchor=PUBLISHED)
    start = index + (word == "من")
    word = reading.word(start)
    unit = tables.units.get(word)
    if unit and unit[1] == "year":
        if tail := plain_year(reading, start + 1, context):
            return tail
        return _relative_year(reading, start + 1, context)
    if start > index and (tail := plain_year(reading, start, context)):
        return tail
    if tables.bare("this_words", word) and _is_year(reading, start + 1, tables):
        return _tail_year(start + 2, context.published, 0, PUBLISHED)
    if tables.bare("that_words", word) and _is_year(reading, start + 1, tables):
        return _tail_year(start + 2, context.previous, 0, TEXT)
    return None


def issue_year_tail(reading: Reading, index: int, context: Context) -> Tail | None:
    """«الفصل الثالث من العام»: of the year of the issue."""
    unit = context.tables.units.get(reading.word(index + 1))
    if reading.word(index) != "من" or unit is None or unit[1] != "year" or unit[0]:
        return None
    year = context.published.year if context.published else None
    return Tail(index + 2, year, "relative", PUBLISHED)


def plain_year(reading: Reading, index: int, context: Context) -> Tail | None:
    """Four digits that may be a year, with the «م» behind them."""
    year = number_at(reading, index, 1000, 2199)
    if year is None or len(reading.word(index)) != 4:
        return None
    end = index + 1
    before = index - 1 - _names_year(reading.word(index - 1), context.tables)
    told = context.tables.in_group("year_words", reading.word(before))
    if not (told or 1900 <= year <= 2100) and reading.word(end) in context.counted:
        return None  # «للربع الأول 1150 دينارا»
    return Tail(end + (reading.word(end) in context.tables.words.gregorian_marks), year)


def _is_year(reading: Reading, index: int, tables: DateTables) -> bool:
    unit = tables.units.get(reading.word(index))
    return unit is not None and unit[1] == "year"


def _relative_year(reading: Reading, index: int, context: Context) -> Tail | None:
    tables, word = context.tables, reading.word(index)
    if found := match_phrase(tables.phrase_groups["before_last_words"], reading.words, index):
        return _tail_year(found[0], context.published, -2, PUBLISHED)
    for group, shift in (("past_words", -1), ("current_words", 0), ("future_words", 1)):
        if tables.bare(group, word):
            return _tail_year(index + 1, context.published, shift, PUBLISHED)
    if tables.bare("same_words", word):
        return _tail_year(index + 1, context.previous, 0, TEXT)
    if tables.bare("next_words", word):
        return _tail_year(index + 1, context.previous, 1, TEXT)
    beside = beside_it(reading, index, tables)
    return _tail_year(beside[0], context.previous, beside[1], TEXT) if beside else None


def beside_it(reading: Reading, index: int, tables: DateTables) -> tuple[int, int] | None:
    """«الذي سبقه», «التي تلتها»: the word after it, and -1 or 1."""
    if not tables.bare("relative_words", reading.word(index)):
        return None
    for group, shift in (("before_it_words", -1), ("following_words", 1)):
        if tables.bare(group, reading.word(index + 1)):
            return index + 2, shift
    return None


def _tail_year(end: int, anchor: Anchor | None, shift: int, name: str) -> Tail:
    return Tail(end, anchor.year + shift if anchor else None, "relative", name)


# ---------------------------------------------------------------- years by themselves

PERCENTS = frozenset("%٪$€")


def year_number(reading: Reading, index: int, context: Context) -> Found | None:
    """«عام 2023», «لسنة 1990», «منذ 2019», «(2017)», «عامي 2020 و2021»."""
    tables = context.tables
    if tables.in_group("year_words", reading.word(index)):
        start = index + 1 + _names_year(reading.word(index + 1), tables)
        tail = plain_year(reading, start, context) or _spelled_year(reading, start, context)
        if tail and not _before_christ(reading, tail.end):
            prefix = tables.groups["year_words"][reading.word(index)][0]
            return _season_of_years(reading, index, prefix, tail)
        return None
    tail = plain_year(reading, index, context)
    free = free_number(reading, index, context) if tail else None
    if tail is None or free is None or not 1700 <= (tail.year or 0) <= 2150:
        return None
    if not _bare_year(reading, index, free, tail, context) and not _two_years(reading, tail):
        return None
    return _season_of_years(reading, free[0], free[1], tail)


def _names_year(word: str, tables: DateTables) -> bool:
    """«السنة المالية 2025», «العام الدراسي 2025/2026»: what kind of year it is."""
    return tables.bare("fiscal_adjectives", word) or tables.bare("two_year_adjectives", word)


def _spelled_year(reading: Reading, index: int, context: Context) -> Tail | None:
    """«عام ألفين وعشرة», «سنة ألف وتسعمئة وثمان وأربعين»."""
    number = read_number(reading, index, context.tables.numbers)
    if number is None or number.digits or number.prefix or number.high is not None:
        return None
    if not 1000 <= number.low <= 2150 or number.low != int(number.low):
        return None
    return Tail(number.end, int(number.low))


def _two_years(reading: Reading, tail: Tail) -> bool:
    """Whether «2021-2025» stands there, which needs no word before it."""
    second = number_at(reading, tail.end + 1, 1700, 2150)
    link = reading.word(tail.end)
    dash = (link in DASHES and reading.glued(tail.end)) or link == "و"
    return dash and second is not None and second > (tail.year or 0)


def _before_christ(reading: Reading, index: int) -> bool:
    return reading.word(index) == "قبل" and reading.word(index + 1) == "الميلاد"


def _season_of_years(reading: Reading, first: int, prefix: int, tail: Tail) -> Found:
    """A year, or with a second one after a stroke «2025/2026» or «2025-2026»."""
    year, end = tail.year or 0, tail.end
    second = number_at(reading, end + 1, 1000, 2199)
    if number_at(reading, end + 1, 0, 99) == (year + 1) % 100 and len(reading.word(end + 1)) == 2:
        second = year + 1  # «موسم 2024/25»
    if reading.word(end) in DASHES and second and second > year and reading.glued(end):
        when = range_of(year_of(year), year_of(second))
        return Found(first, end + 2, prefix, when, parts=Anchor(second))
    return Found(first, end, prefix, year_of(year), parts=Anchor(year))


def _bare_year(
    reading: Reading, index: int, free: tuple[int, int], tail: Tail, context: Context
) -> bool:
    """Whether four digits alone are a year: a word before says so, and no counted noun follows.

    In our times they are one also where nothing follows that they could count («بعد زيارة 2019،»).
    """
    after = reading.word(tail.end)
    apart = reading.word(index - 1).isalpha() and reading.word(index - 2) in context.identifiers
    if apart and reading.word(index - 1).startswith("ال"):
        return False  # «الهاتف الموحد 1966»
    if after in context.counted or after in PERCENTS or _goes_on(reading, tail.end, context):
        return False
    if _year_cue(reading, index, free, context):
        return True
    before = reading.word(index - 1)
    recent = 1950 <= (tail.year or 0) <= 2050 and (tail.year or 0) % 100 > 0
    recent = recent and not context.tables.bare("not_year_before", before)
    noun = (
        before.isalpha() and len(before) > 2 and not free[1] and before not in context.identifiers
    )
    ends = not after[:1].isalnum() or after in context.function_words
    ends = ends or after.startswith(("لل", "ال"))  # «هدف 2035 المحدد بـ300 مليار»
    return recent and noun and (ends or _ends_an_event(reading, index, tail.end, context))


def _ends_an_event(reading: Reading, index: int, end: int, context: Context) -> bool:
    """Whether it ends an event's name before a verb: «كأس العالم 2026 تبدأ», no «2600 صحفي»."""
    after, words = reading.word(end), reading.words
    joined = after[:1] == "و" and len(after) > 3
    if not joined and not is_past(after, context) and not is_present(reading, end, context.tables):
        return False
    return any(
        context.tables.in_group("dated_events", words[place])
        and all(word.isalpha() for word in words[place + 1 : index])
        for place in (index - 2, index - 3)
        if place >= 0
    )


def _goes_on(reading: Reading, index: int, context: Context) -> bool:
    """Whether the number is none of a year: «1200 ألف», «إلى 2100 في العام الماضي»."""
    number = context.tables.numbers.words.get(reading.word(index))
    if number is not None:
        return number.kind not in (UNITS, TEN, TENS, HUNDREDS) or number.joined
    if reading.word(index) not in ("في", "خلال"):
        return False
    return _is_year(reading, index + 1, context.tables) or bool(
        number_at(reading, index + 1, 1900, 2100)
    )


_FROM_VERB = 4  # words: «لا يقل العدد عن»


def _year_cue(reading: Reading, index: int, free: tuple[int, int], context: Context) -> bool:
    first, prefix = free
    if prefix:
        joined = reading.words[first] == "و"
        return not joined or number_at(reading, first - 1, 1700, 2150) is not None
    before = reading.word(index - 1)
    near = reading.words[max(0, index - _FROM_VERB) : index]
    if before == "عن" and any(context.tables.bare("not_year_verbs", word) for word in near):
        return False
    if context.tables.in_group("before_year", before) or before == "":
        return True
    if before == "(":
        return reading.word(index + 1) in (")", "-", "–", "م")
    return before in DASHES and number_at(reading, index - 2, 1700, 2150) is not None
