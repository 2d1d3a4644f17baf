"""When an article was published: dates that stand alone on a line, and dates that can be derived."""

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.model import IsoDate
from generator.text import fold

from .habits import IntakeRules, Words
from .lines import Line
from .phrases import WORD, key_of

MONTHS_IN_YEAR = 12
LONGEST_DATE = 24
PLACE_WORDS = 3
YEARS = range(1950, 2101)
RECURS = 5  # years after which a day of the month falls on the same weekday at the earliest

NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2,4})(?![\d/])")
ISO_TIME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})t\d{2}:\d{2}")
DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s{0,3}[-/]?\s{0,3}(?:من\s{1,3})?(?:شهر\s{1,3})?$"
)
DAY_AFTER = re.compile(r"^\s{0,3}(\d{1,2})(?!\d)\s{0,3}[،,]?\s{0,3}")
YEAR_AFTER = re.compile(
    r"^\s{0,3}(?:/\s{0,3}[^\W\d_]+(?: (?:الاول|الثاني))?\s{0,3}|\(\s{0,3}[^\W\d_]+(?: [^\W\d_]+)?\s{0,3}\)\s{0,3})?[-/،,]?\s{0,3}(?:من\s{1,3})?(?:عام\s{1,3}|سنه\s{1,3})?(\d{4})(?!\d)"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LATIN_MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may", "may"),
    ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep"), ("october", "oct"),
    ("november", "nov"), ("december", "dec"),
)  # fmt: skip


def find_days(text: str, words: Words) -> Iterator[tuple[int, int, datetime.date]]:
    """Each full date of the text: where it begins and ends in the folded text, and the day."""
    folded = fold(text)
    yield from _named(folded, words)
    for match in (*ISO_TIME.finditer(folded), *NUMERIC.finditer(folded)):
        day = _numeric_day(*map(int, match.groups()), first_is_long=len(match[1]) == 4)
        if day:
            yield match.start(), match.end(), day


def _named(folded: str, words: Words) -> Iterator[tuple[int, int, datetime.date]]:
    for start, end, month in _month_names(folded, words):
        year = YEAR_AFTER.match(folded[end : end + 60])
        before = DAY_BEFORE.search(folded[max(0, start - 20) : start])
        if before and year:
            day = _day(int(year[1]), month, int(before[1]))
            if day:
                yield max(0, start - 20) + before.start(1), end + year.end(), day
            continue
        after = DAY_AFTER.match(folded[end : end + 12])
        late_year = YEAR_AFTER.match(folded[end + after.end() : end + 40]) if after else None
        if after and late_year:  # "March 12, 2024"
            day = _day(int(late_year[1]), month, int(after[1]))
            if day:
                yield start, end + after.end() + late_year.end(), day


def _month_names(folded: str, words: Words) -> Iterator[tuple[int, int, int]]:
    table = _months(words)
    tokens = [(match.start(), match.end(), match[0]) for match in re.finditer(r"[^\W\d_]+", folded)]
    at = 0
    while at < len(tokens):
        start = tokens[at][0]
        number, size = _month_at(tokens, at, table)
        # «فبراير شباط»: the month by its other name too, with nothing between.
        other, more = _month_at(tokens, at + size, table) if number else (0, 0)
        if number:
            end = tokens[at + size - 1][1]
            if other == number and folded[end : tokens[at + size][0]].isspace():
                size += more
                end = tokens[at + size - 1][1]
            yield start, end, number
        at += size


def _month_at(
    tokens: list[tuple[int, int, str]], at: int, table: dict[str, int]
) -> tuple[int, int]:
    """The month that begins at a token, 0 for none, and how many tokens its name has."""
    words = [token for _, _, token in tokens[at : at + 2]]
    if len(words) == 2 and " ".join(words) in table:
        return table[" ".join(words)], 2
    return (table.get(words[0], 0) if words else 0), 1


def _months(words: Words) -> dict[str, int]:
    table = dict(words.months)
    for number, names in enumerate(LATIN_MONTHS, start=1):
        table.update(dict.fromkeys(names, number))
    return table


def _numeric_day(a: int, b: int, c: int, *, first_is_long: bool) -> datetime.date | None:
    """Year first where it has four digits; else day, month, year, as the Arab press writes."""
    if first_is_long:
        return _day(a, b, c) if c <= 31 else None
    year = c if c > 99 else 2000 + c
    # Above twelve the second number can only be a day: then the American order was meant.
    return _day(year, b, a) if b <= MONTHS_IN_YEAR else _day(year, a, b)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    if year not in YEARS or not 1 <= month <= MONTHS_IN_YEAR or not 1 <= day <= 31:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:  # the 31st of a short month
        return None


# ---------------------------------------------------------------- lines that are dates


def is_date_line(line: Line, words: Words) -> bool:
    """Whether the line holds nothing but a date or a time, with the words that introduce it."""
    if line.words > LONGEST_DATE or not any(c.isdigit() for c in line.text):
        return False
    known = _date_vocabulary(words)
    tokens = WORD.findall(fold(line.text))
    return all(token in known or token[0].isdigit() for token in tokens) and _has_sign(line)


def is_place_and_date(line: Line, rules: IntakeRules) -> bool:
    """Whether a full date makes up most of the line, with a place or an agency around it."""
    if line.words > LONGEST_DATE or line.ends_with_stop:
        return False
    if not any(True for _ in find_days(line.text, rules.words)):
        return False
    known = _date_vocabulary(rules.words)
    tokens = WORD.findall(fold(line.text))
    other = [t for t in tokens if not (t in known or t[0].isdigit() or t in rules.sources)]
    return len(other) <= PLACE_WORDS and 2 * len(other) <= len(tokens)


def _has_sign(line: Line) -> bool:
    # A bare number on a line is a figure or a page number, not a date.
    return bool(re.search(r"[:/\-.]|[^\W\d_]", line.text))


def _date_vocabulary(words: Words) -> frozenset[str]:
    cues = (words.date_cues, words.updated_cues, words.date_words, words.days_now, words.days_ago)
    names = (*words.months, *words.hijri_months, *words.weekdays)
    keys = (*names, *(key for each in cues for key in each.phrases))
    tokens = {token for key in keys for token in key.split(" ")}
    latin = {name for names in LATIN_MONTHS for name in names}
    return frozenset(tokens | latin)


def is_time_only(line: Line, words: Words) -> bool:
    """Whether a date line tells a time of day but no day: the mark of a live blog's entry."""
    return not any(True for _ in find_days(line.text, words)) and not any(
        each in words.weekdays or each in words.months for each in line.key.split(" ")
    )


def stated_day(lines: Iterable[Line], words: Words) -> IsoDate | None:
    """The day that date lines state; one said to be of an update only when there is no other."""
    published: list[datetime.date] = []
    updated: list[datetime.date] = []
    for line in lines:
        folded = fold(line.text)
        update_at = min(
            (at for cue in words.updated_cues.phrases if (at := folded.find(cue)) >= 0), default=-1
        )
        for start, _, day in find_days(line.text, words):
            (
                updated
                if 0 <= update_at < start and not _is_published(folded[update_at:start], words)
                else published
            ).append(day)
    chosen = published or updated
    return IsoDate(chosen[0].isoformat()) if chosen else None


def _is_published(between: str, words: Words) -> bool:
    """Whether a word for publishing stands between the word for an update and the date."""
    key = key_of(between)
    return any(
        token in words.date_cues and token not in words.updated_cues for token in key.split(" ")
    )


# ---------------------------------------------------------------- derived


def derived_day(texts: Iterable[str], words: Words) -> IsoDate | None:
    """The day after «yesterday, Friday 15 September 2023», and the like, when all such agree."""
    known = tuple(texts)
    years = frozenset(int(year) for text in known for year in YEAR.findall(fold(text)))
    days = {day for text in known for day in _derived(text, words, years)}
    return IsoDate(days.pop().isoformat()) if len(days) == 1 else None


def _derived(text: str, words: Words, years: frozenset[int]) -> Iterator[datetime.date]:
    folded = fold(text)
    for start, _, day in find_days(text, words):
        weekday, shift = _weekday_before(folded, start, words)
        # A weekday that does not fit the date makes both doubtful.
        if shift is not None and weekday == day.isoweekday():
            yield day + shift
    for start, number, month in _yearless(folded, words):
        weekday, shift = _weekday_before(folded, start, words)
        if shift is not None and (year := _year_of(weekday, month, number, years)):
            yield datetime.date(year, month, number) + shift


def _weekday_before(folded: str, start: int, words: Words) -> tuple[int, datetime.timedelta | None]:
    """The weekday before a date, and how far the day of issue is when «today» stands there too."""
    before = key_of(folded[max(0, start - 40) : start])
    name = next((name for name in words.weekdays if before.endswith(name)), "")
    if not name:
        return 0, None
    said = before.removesuffix(name).strip().removesuffix(" يوم")
    # The longer phrases first: «the day before yesterday» ends in «yesterday».
    shifts = (
        (words.days_before, 2),
        (words.days_after, -2),
        (words.days_ago, 1),
        (words.days_now, 0),
        (words.days_ahead, -1),
    )
    for phrases, days in shifts:
        if phrases.closes(said):
            return words.weekdays[name], datetime.timedelta(days=days)
    return words.weekdays[name], None


def _yearless(folded: str, words: Words) -> Iterator[tuple[int, int, int]]:
    """Days of a month without a year: where they begin, the day, the month."""
    for start, end, month in _month_names(folded, words):
        before = DAY_BEFORE.search(folded[max(0, start - 20) : start])
        if before and not YEAR_AFTER.match(folded[end : end + 60]):
            yield max(0, start - 20) + before.start(1), int(before[1]), month


def _year_of(weekday: int, month: int, number: int, years: frozenset[int]) -> int | None:
    """The year in which the day had that weekday: one that the text names, else the next after them.

    Of two named years that fit neither is chosen.
    """
    last = max(years, default=0)
    for near in (years, range(last + 1, last + RECURS), [last - 1]):
        fit = {y for y in near if (day := _day(y, month, number)) and day.isoweekday() == weekday}
        if fit:
            return fit.pop() if len(fit) == 1 else None
    return None
