"""Full dates in a text, and lines that are only a date."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model import IsoDate

from .habits import IntakeRules, Words
from .lines import Line
from .phrases import WORD, folded, key_of

MONTHS_IN_YEAR = 12
LONGEST_DATE = 30
UPDATE_WORDS = 2
PLACE_WORDS = 3
YEARS = range(1950, 2101)

NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2,4})(?![\d/])")
ISO_TIME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})t\d{2}:\d{2}")
DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s{0,3}[-/]?\s{0,3}(?:من\s{1,3})?(?:شهر\s{1,3})?$"
)
# The first day by its Maghrebi words: "فاتح ماي 2026", "غرة جويلية 2025".
FIRST_DAY = re.compile(r"(?<![^\W\d_])[بل]?(فاتح|غره)\s{1,3}(?:شهر\s{1,3})?$")
YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})\s{0,3}[-/،,]?\s{0,3}$")
DAY_AFTER = re.compile(r"^\s{0,3}(\d{1,2})(?!\d)\s{0,3}[،,]?\s{0,3}")
YEAR_AFTER = re.compile(
    r"^\s{0,3}(?:/\s{0,3}[^\W\d_]+(?: (?:الاول|الثاني))?\s{0,3}|\(\s{0,3}[^\W\d_]+(?: [^\W\d_]+)?\s{0,3}\)\s{0,3})?[-/،,]?\s{0,3}(?:من\s{1,3})?(?:عام\s{1,3}|سنه\s{1,3})?(\d{4})(?!\d)"
)


def find_days(text: str, words: Words) -> Iterator[tuple[int, int, datetime.date]]:
    """Each full date of the text: where it begins and ends in the folded text, and the day."""
    plain = folded(text)
    yield from _named(plain, words)
    for match in (*ISO_TIME.finditer(plain), *NUMERIC.finditer(plain)):
        day = _numeric_day(*map(int, match.groups()), first_is_long=len(match[1]) == 4)
        if day:
            yield match.start(), match.end(), day


def _named(plain: str, words: Words) -> Iterator[tuple[int, int, datetime.date]]:
    for start, end, month in month_names(plain, words):
        year = YEAR_AFTER.match(plain[end : end + 60])
        above = plain[max(0, start - 20) : start]
        before = DAY_BEFORE.search(above) or FIRST_DAY.search(above)
        if before and year:
            number = int(before[1]) if before[1].isdigit() else 1
            day = day_of(int(year[1]), month, number)
            if day:
                yield max(0, start - 20) + before.start(1), end + year.end(), day
            continue
        ahead = YEAR_BEFORE.search(plain[max(0, start - 8) : start])
        after = DAY_AFTER.match(plain[end : end + 12])
        if after and ahead and (day := day_of(int(ahead[1]), month, int(after[1]))):
            yield max(0, start - 8) + ahead.start(1), end + after.end(1), day  # "2024 March 12"
            continue
        late_year = YEAR_AFTER.match(plain[end + after.end() : end + 40]) if after else None
        if after and late_year:  # "March 12, 2024"
            day = day_of(int(late_year[1]), month, int(after[1]))
            if day:
                yield start, end + after.end() + late_year.end(), day


def month_names(plain: str, words: Words) -> Iterator[tuple[int, int, int]]:
    """The months that a text names, in order: where the name begins and ends, and the number."""
    table = words.months
    tokens = [(match.start(), match.end(), match[0]) for match in re.finditer(r"[^\W\d_]+", plain)]
    at = 0
    while at < len(tokens):
        start = tokens[at][0]
        number, size = _month_at(tokens, at, table)
        # «فبراير شباط»: the month by its other name too, with nothing between.
        other, more = _month_at(tokens, at + size, table) if number else (0, 0)
        if number:
            end = tokens[at + size - 1][1]
            if other == number and plain[end : tokens[at + size][0]].isspace():
                size += more
                end = tokens[at + size - 1][1]
            yield start, end, number
        at += size


def _month_at(
    tokens: list[tuple[int, int, str]], at: int, table: Mapping[str, int]
) -> tuple[int, int]:
    """The month that begins at a token, 0 for none, and how many tokens its name has."""
    words = [token for _, _, token in tokens[at : at + 2]]
    if len(words) == 2 and " ".join(words) in table:
        return table[" ".join(words)], 2
    return (table.get(words[0], 0) if words else 0), 1


def _numeric_day(a: int, b: int, c: int, *, first_is_long: bool) -> datetime.date | None:
    """Year first where it has four digits; else day, month, year, as the Arab press writes."""
    if first_is_long:
        return day_of(a, b, c) if c <= 31 else None
    year = c if c > 99 else 2000 + c
    # Above twelve the second number can only be a day: then the American order was meant.
    return day_of(year, b, a) if b <= MONTHS_IN_YEAR else day_of(year, a, b)


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day of the calendar, or None where there is no such day or the year is no likely one."""
    if year not in YEARS or not 1 <= month <= MONTHS_IN_YEAR or not 1 <= day <= 31:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:  # the 31st of a short month
        return None


# ---------------------------------------------------------------- lines that are dates


def is_date_line(line: Line, words: Words) -> bool:
    """Whether the line holds nothing but a date or a time, with the words that introduce it."""
    if line.words > LONGEST_DATE:
        return False
    counted = any(c.isdigit() for c in line.text)
    if not counted and not words.updated_cues.opens(line.key):
        return False  # «last updated two hours ago» needs no figure
    known = words.date_tokens
    tokens = WORD.findall(folded(line.text))
    known_all = all(token in known or token[0].isdigit() for token in tokens)
    return known_all and _has_sign(line) and (counted or len(tokens) > UPDATE_WORDS)


def is_place_and_date(line: Line, rules: IntakeRules) -> bool:
    """Whether a full date makes up most of the line, with a place or an agency around it."""
    if line.words > LONGEST_DATE or line.ends_with_stop:
        return False
    if not any(True for _ in find_days(line.text, rules.words)):
        return False
    known = rules.words.date_tokens
    tokens = WORD.findall(folded(line.text))
    other = [t for t in tokens if not (t in known or t[0].isdigit() or t in rules.sources)]
    return len(other) <= PLACE_WORDS and 2 * len(other) <= len(tokens)


def is_full_date(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a full date, alone or with a place or an agency."""
    if is_date_line(line, rules.words):
        return any(True for _ in find_days(line.text, rules.words))
    return is_place_and_date(line, rules)


def _has_sign(line: Line) -> bool:
    # A bare number on a line is a figure or a page number, not a date.
    return bool(re.search(r"[:/\-.]|[^\W\d_]", line.text))


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
        plain = folded(line.text)
        found = (
            (at, -len(cue)) for cue in words.updated_cues.phrases if (at := plain.find(cue)) >= 0
        )
        update_at, length = min(found, default=(-1, 0))
        for start, _, day in find_days(line.text, words):
            (
                updated
                if 0 <= update_at < start
                and not _is_published(plain[update_at - length : start], words)
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
