"""When an article was published: dates that stand alone on a line, and dates that can be derived."""

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
RECURS = 5  # years after which a day of the month falls on the same weekday at the earliest

NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2,4})(?![\d/])")
ISO_TIME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})t\d{2}:\d{2}")
DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s{0,3}[-/]?\s{0,3}(?:من\s{1,3})?(?:شهر\s{1,3})?$"
)
YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})\s{0,3}[-/،,]?\s{0,3}$")
DAY_AFTER = re.compile(r"^\s{0,3}(\d{1,2})(?!\d)\s{0,3}[،,]?\s{0,3}")
YEAR_AFTER = re.compile(
    r"^\s{0,3}(?:/\s{0,3}[^\W\d_]+(?: (?:الاول|الثاني))?\s{0,3}|\(\s{0,3}[^\W\d_]+(?: [^\W\d_]+)?\s{0,3}\)\s{0,3})?[-/،,]?\s{0,3}(?:من\s{1,3})?(?:عام\s{1,3}|سنه\s{1,3})?(\d{4})(?!\d)"
)
# «On a day like this, 15 March 2011»: then the day of issue is in another year.
LIKE_DAY = re.compile(r"مثل (?:هذا )?(?:اليوم|يوم)$")
FOR_DAY = "ليوم"
WEEK = 7
LEAD_LINES = 4
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_days(text: str, words: Words) -> Iterator[tuple[int, int, datetime.date]]:
    """Each full date of the text: where it begins and ends in the plain text, and the day."""
    plain = folded(text)
    yield from _named(plain, words)
    for match in (*ISO_TIME.finditer(plain), *NUMERIC.finditer(plain)):
        day = _numeric_day(*map(int, match.groups()), first_is_long=len(match[1]) == 4)
        if day:
            yield match.start(), match.end(), day


def _named(plain: str, words: Words) -> Iterator[tuple[int, int, datetime.date]]:
    for start, end, month in _month_names(plain, words):
        year = YEAR_AFTER.match(plain[end : end + 60])
        before = DAY_BEFORE.search(plain[max(0, start - 20) : start])
        if before and year:
            day = _day(int(year[1]), month, int(before[1]))
            if day:
                yield max(0, start - 20) + before.start(1), end + year.end(), day
            continue
        ahead = YEAR_BEFORE.search(plain[max(0, start - 8) : start])
        after = DAY_AFTER.match(plain[end : end + 12])
        if after and ahead and (day := _day(int(ahead[1]), month, int(after[1]))):
            yield max(0, start - 8) + ahead.start(1), end + after.end(1), day  # "2024 March 12"
            continue
        late_year = YEAR_AFTER.match(plain[end + after.end() : end + 40]) if after else None
        if after and late_year:  # "March 12, 2024"
            day = _day(int(late_year[1]), month, int(after[1]))
            if day:
                yield start, end + after.end() + late_year.end(), day


def _month_names(plain: str, words: Words) -> Iterator[tuple[int, int, int]]:
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
        update_at = min(
            (at for cue in words.updated_cues.phrases if (at := plain.find(cue)) >= 0), default=-1
        )
        for start, _, day in find_days(line.text, words):
            (
                updated
                if 0 <= update_at < start and not _is_published(plain[update_at:start], words)
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
    before = key_of(plain[max(0, start - 40) : start])
    name = next((name for name in words.weekdays if before.endswith(name)), "")
    said = before.removesuffix(name).strip().removesuffix(" يوم").removesuffix(" الموافق")
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
    for start, end, month in _month_names(plain, words):
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
        fit = {y for y in near if (day := _day(y, month, number)) and day.isoweekday() == weekday}
        if fit:
            return fit.pop() if len(fit) == 1 else None
    return None
