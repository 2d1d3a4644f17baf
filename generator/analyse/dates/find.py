"""Dates in text -> DateMention: absolute ones, and relative ones where their anchor is known."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.analyse.dates.calendar import Anchor, range_of
from generator.analyse.dates.calendar_units import other_unit
from generator.analyse.dates.context import PUBLISHED, TEXT, Context, Found
from generator.analyse.dates.counted import ago, counted_from
from generator.analyse.dates.days import day_and_month, numeric_date
from generator.analyse.dates.decades import decade
from generator.analyse.dates.hijri import hijri_date, hijri_numbers, hijri_year
from generator.analyse.dates.months import month_name
from generator.analyse.dates.named import is_name, of_event
from generator.analyse.dates.openings import Openings, openings
from generator.analyse.dates.periods import edge, quarter, season
from generator.analyse.dates.ranges import linked, with_ranges
from generator.analyse.dates.runs import is_period, month_run, same_period, season_of_two_years
from generator.analyse.dates.today import day_part, last_night
from generator.analyse.dates.weekdays import weekday
from generator.analyse.dates.words import DateTables, date_tables
from generator.analyse.dates.years import year_number
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import DateMention, Precision

# The first rule that holds decides: a longer shape stands before the shorter one it begins with.
RULES = (
    hijri_numbers,
    numeric_date,
    hijri_date,
    hijri_year,
    day_and_month,
    last_night,
    day_part,
    weekday,
    month_run,
    same_period,
    edge,
    quarter,
    season,
    season_of_two_years,
    decade,
    counted_from,
    ago,
    other_unit,
    month_name,
    year_number,
)


def find_dates(
    readings: Sequence[Reading], published: Anchor | None, lexicon: Lexicon
) -> tuple[tuple[Found, ...], ...]:
    """The dates of each block, in order of position.

    The last date of an earlier block is the anchor of «ذلك العام» in a later one.
    """
    context, opening = replace(_context(lexicon), published=published), _openings(lexicon)
    blocks = []
    for reading in readings:
        found = _scan(reading, context, opening)
        blocks.append(tuple(with_ranges(reading, found, context.tables)))
        if found:
            previous = next((f.parts for f in reversed(found) if f.parts), context.previous)
            period = next((f.when for f in reversed(found) if is_period(f)), context.period)
            context = replace(context, previous=previous, period=period)
    return tuple(blocks)


@lru_cache(maxsize=8)
def _context(lexicon: Lexicon) -> Context:
    """What the rules know of every article."""
    sport = lexicon.names.groups["sport"]
    return Context(
        tables=date_tables(lexicon),
        published=None,
        reporting=_reporting(lexicon),
        counted=_things(lexicon),
        identifiers=lexicon.figures.identifiers | lexicon.figures.name_heads,
        function_words=lexicon.figures.function_words,
        sport=sport,
        seasonal=sport | lexicon.dates.groups["farming"],
    )


def as_mention(reading: Reading, found: Found) -> DateMention:
    """The date as the model has it."""
    span = reading.span(found.first, found.end, found.prefix)
    return DateMention(
        block=reading.block,
        span=span,
        surface=reading.text[span.start : span.end],
        iso=found.when.iso,
        precision=found.when.precision if found.when.iso else None,
        relative=found.anchor is not None,
        anchor=found.anchor,
    )


def _reporting(lexicon: Lexicon) -> frozenset[str]:
    verbs = lexicon.speech.speech | lexicon.speech.claim
    return verbs | {"و" + verb for verb in verbs}


def _things(lexicon: Lexicon) -> frozenset[str]:
    """Words after a bare number that make it a count, not a year."""
    figures = lexicon.figures
    things = frozenset(figures.counted) | frozenset(figures.units) | frozenset(figures.currencies)
    return (things - figures.function_words) | figures.people_meant


def _scan(reading: Reading, context: Context, opening: Openings) -> list[Found]:
    found: list[Found] = []
    free, known = 0, opening.places
    # Digits and ASCII marks come before ":", all letters behind it.
    for index in [i for i, w in enumerate(reading.words) if w in known or w < ":"]:
        if index < free or not (places := opening.at(reading, index)):
            continue
        date = _first_that_holds(reading, index, context, places)
        if date is None:
            continue
        free = date.end
        if is_name(reading, date, context):
            continue
        date = of_event(reading, date, context)
        if not _absorbed(reading, found, date, context.tables):
            found.append(date)
        context = _after(reading, context, date, found)
    return found


def _after(reading: Reading, context: Context, date: Found, found: list[Found]) -> Context:
    """What the dates after this one may know."""
    if is_period(date) and date.anchor != TEXT:
        first = found[-2] if len(found) > 1 else None
        ranged = first is not None and linked(reading, first, date, context.tables) == "range"
        period = range_of(first.when, date.when) if first and ranged else date.when
        context = replace(context, period=period)
    if date.parts is None:
        return context
    written = -1 if date.bare or date.anchor == PUBLISHED else reading.sentences[date.first]
    told = reading.sentences[date.first]
    return replace(context, previous=date.parts, sentence=written, told=told)


def _first_that_holds(
    reading: Reading, index: int, context: Context, places: tuple[int, ...]
) -> Found | None:
    for place in places:
        if found := RULES[place](reading, index, context):
            return found
    return None


@lru_cache(maxsize=8)
def _openings(lexicon: Lexicon) -> Openings:
    return openings(date_tables(lexicon), tuple(rule.__name__ for rule in RULES))


def _absorbed(reading: Reading, found: list[Found], date: Found, tables: DateTables) -> bool:
    """Whether a Hijri date right after a Gregorian one is its gloss; then the first grows over it."""
    if not found or not found[-1].when.iso or date.when.iso is None:
        return False
    before = found[-1]
    if _same_year(reading, before, date):
        closing = reading.word(date.first - 1) == "(" and reading.word(date.end) == ")"
        found[-1] = replace(before, end=date.end + closing)
        return True  # «العام الماضي (2024)»
    between = set(reading.words[before.end : date.first])
    is_hijri = reading.words[date.end - 1] in tables.words.hijri_marks
    if not is_hijri or between - {"(", "،", "/", "-", *tables.words.gloss_marks}:
        return False
    closing = "(" in between and reading.word(date.end) == ")"
    found[-1] = replace(before, end=date.end + closing)
    return True


def _same_year(reading: Reading, before: Found, date: Found) -> bool:
    gap = reading.words[before.end : date.first]
    same = before.when.iso == date.when.iso and date.when.precision is Precision.YEAR
    return same and before.anchor == PUBLISHED and gap in ((), ("(",))
