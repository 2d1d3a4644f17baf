"""The day of issue where no line states it: told by a title, a weekday, «yesterday» and the like."""

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.model import IsoDate

from .dates import DAY_BEFORE, YEAR_AFTER, day_of, find_days, month_names
from .habits import Words
from .phrases import WORD, folded, key_of

RECURS = 5  # years after which a day of the month falls on the same weekday at the earliest
# «On a day like this, 15 March 2011»: then the day of issue is in another year.
LIKE_DAY = re.compile(r"مثل (?:هذا )?(?:اليوم|يوم)$")
# «Yesterday, Wednesday, corresponding to 11 March»: what may stand between weekday and date.
GLUE = re.compile(r" (?:الموافق(?: ل)?|المصادف(?: ل)?|في|بتاريخ)$")
FOR_DAY = "ليوم"
WEEK = 7
LEAD_LINES = 4
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def derived_day(texts: Iterable[str], words: Words) -> IsoDate | None:
    """The day after «yesterday, Friday 15 September 2023», and the like, when all such agree."""
    known = tuple(texts)
    years = frozenset(int(year) for text in known for year in YEAR.findall(folded(text)))
    days = {day for text in known for day in _derived(text, words, years)}
    return IsoDate(days.pop().isoformat()) if len(days) == 1 else None


def _derived(text: str, words: Words, years: frozenset[int]) -> Iterator[datetime.date]:
    plain = folded(text)
    for start, _, day in find_days(text, words):
        weekday, shift = _weekday_before(plain, start, words)
        # A weekday that does not fit the date makes both doubtful.
        if shift is not None and weekday in {0, day.isoweekday()}:
            yield day + shift
    for start, number, month in _yearless(plain, words):
        weekday, shift = _weekday_before(plain, start, words)
        if weekday and shift is not None and (year := _year_of(weekday, month, number, years)):
            yield datetime.date(year, month, number) + shift


def _weekday_before(plain: str, start: int, words: Words) -> tuple[int, datetime.timedelta | None]:
    """The weekday before a date, and how far the day of issue is when «today» stands there too."""
    before = GLUE.sub("", key_of(plain[max(0, start - 40) : start]))
    name = next((name for name in words.weekdays if before.endswith(name)), "")
    said = before.removesuffix(name).strip().removesuffix(" يوم")
    weekday = words.weekdays[name] if name else 0
    return weekday, None if LIKE_DAY.search(said) else _shift(said, words)


def _shift(said: str, words: Words) -> datetime.timedelta | None:
    """How far the day of issue is from the day of which the words at the end speak."""
    # The longer phrases first: «the day before yesterday» ends in «yesterday».
    shifts = (
        (words.days_before, 2),
        (words.days_after, -2),
        (words.days_ago, 1),
        (words.days_now, 0),
        (words.days_ahead, -1),
    )
    days = next((days for phrases, days in shifts if phrases.closes(said)), None)
    return None if days is None else datetime.timedelta(days=days)


def _yearless(plain: str, words: Words) -> Iterator[tuple[int, int, int]]:
    """Days of a month without a year: where they begin, the day, the month."""
    for start, end, month in month_names(plain, words):
        before = DAY_BEFORE.search(plain[max(0, start - 20) : start])
        if before and not YEAR_AFTER.match(plain[end : end + 60]):
            yield max(0, start - 20) + before.start(1), int(before[1]), month


def yearless_day(datelines: Iterable[str], texts: Iterable[str], words: Words) -> IsoDate | None:
    """The day of a dateline without a year: its weekday, or that of «today», tells the year."""
    known = tuple(texts)
    years = frozenset(int(year) for text in known for year in YEAR.findall(folded(text)))
    for dateline in datelines:
        plain = folded(dateline)
        for start, number, month in _yearless(plain, words):
            weekdays = [*_weekdays(plain[:start], words), *_todays(known[:LEAD_LINES], words)]
            year = _year_of(weekdays[0], month, number, years) if weekdays else None
            if year:
                return IsoDate(datetime.date(year, month, number).isoformat())
    return None


def _weekdays(plain: str, words: Words) -> Iterator[int]:
    """The weekdays that the text names."""
    for token in WORD.findall(plain):
        if token in words.weekdays:
            yield words.weekdays[token]


def _todays(texts: Iterable[str], words: Words) -> Iterator[int]:
    """The weekday of the day of issue, where the texts say «today, Friday» or «yesterday, Thursday»."""
    for text in texts:
        tokens = WORD.findall(folded(text))
        for at, token in enumerate(tokens):
            shift = _shift(" ".join(tokens[max(0, at - 3) : at]), words)
            if token in words.weekdays and shift is not None:
                yield (words.weekdays[token] + shift.days - 1) % WEEK + 1


def titled_day(title: str, words: Words) -> IsoDate | None:
    """The day of which a title says that the text is for it: «the papers of Friday 3 May 2024»."""
    plain = folded(title)
    for start, _, day in find_days(title, words):
        before = key_of(plain[max(0, start - 40) : start]).split(" ")
        fits = len(before) > 1 and words.weekdays.get(before[-1]) == day.isoweekday()
        if fits and before[-2] == FOR_DAY:
            return IsoDate(day.isoformat())
    return None


def _year_of(weekday: int, month: int, number: int, years: frozenset[int]) -> int | None:
    """The year in which the day had that weekday: one that the text names, else the next after them.

    Of two named years that fit neither is chosen.
    """
    last = max(years, default=0)
    for near in (years, range(last + 1, last + RECURS), [last - 1]):
        fit = {y for y in near if (day := day_of(y, month, number)) and day.isoweekday() == weekday}
        if fit:
            return fit.pop() if len(fit) == 1 else None
    return None
