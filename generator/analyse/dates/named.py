"""Days that name something: «شارع 9 أبريل» is no date, «هجمات 11 سبتمبر» has its own year."""

from dataclasses import replace
from datetime import date

from generator.analyse.dates.calendar import Anchor, day_of
from generator.analyse.dates.context import TEXT, Context, Found
from generator.analyse.reading import Reading
from generator.model import Precision


def is_name(reading: Reading, found: Found, context: Context) -> bool:
    """Whether a day or month without a year stands in a name: «ملعب 5 جويلية», «ثورة يوليو»."""
    if not found.bare or found.prefix:
        return False
    tables, before = context.tables, reading.word(found.first - 1)
    if tables.in_group("named_after_days", before):
        return True
    if tables.in_group("always_named", before):
        return event_year(reading, found, context) is None
    event = tables.in_group("event_heads", before)
    return event and found.when.precision is Precision.MONTH


def of_event(reading: Reading, found: Found, context: Context) -> Found:
    """The same date, in the year of the event that it names: «هجمات 11 سبتمبر»."""
    year = event_year(reading, found, context)
    if year is None or found.parts is None or not (found.parts.month and found.parts.day):
        return found
    day = date(year, found.parts.month, found.parts.day)
    parts = Anchor(year, day.month, day.day)
    return replace(found, when=day_of(day), parts=parts, anchor=TEXT, bare_month=0, bare_day=0)


def event_year(reading: Reading, found: Found, context: Context) -> int | None:
    """The year of the known event on this day, where its head stands before the day."""
    parts = found.parts
    heads = (reading.word(found.first - 1), reading.word(found.first - 2))
    if parts is None or not found.bare or parts.day is None or parts.month is None:
        return None
    if not any(context.tables.in_group("event_heads", head) for head in heads):
        return None
    known = context.published.year if context.published else parts.year
    on_day = f"-{parts.month:02d}-{parts.day:02d}"
    years = [int(d[:4]) for d in context.tables.words.event_days if d.endswith(on_day)]
    return max((year for year in years if year <= known), default=None)
