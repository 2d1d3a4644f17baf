"""Which words a date can begin with, and which rules each of them can begin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.analyse.dates.context import DASHES
from generator.analyse.dates.words import DateTables
from generator.analyse.reading import Reading

# The keys of numbers in digits: of one or two, of four, with marks between them, and all others.
_DAY, _YEAR, _MARKED, _OTHER = "00", "0000", "0.0", "0"

# Rule -> the groups of words that it can begin with.
_GROUPS = {
    "hijri_date": ("month_words", "first_day_words"),
    "hijri_year": ("year_words",),
    "day_and_month": ("first_day_words",),
    "last_night": ("last_night_words",),
    "day_part": ("this_words",),
    "weekday": ("day_words", "today_words", "yesterday_words", "tomorrow_words"),
    "month_run": ("months_words", "two_months_words", "first_words", "final_words"),
    "same_period": ("period_words", "same_before_words"),
    "edge": ("start_words", "early_words", "middle_words", "late_words", "end_words"),
    "quarter": ("quarters", "halves", "thirds"),
    "season": ("this_words",),
    "season_of_two_years": ("this_words", "season_words"),
    "decade": ("decade_words",),
    "counted_from": ("after_words", "ago_words", "after_it_words", "earlier_words"),
    "ago": ("ago_words",),
    "other_unit": ("this_words", "that_words"),
    "month_name": ("month_words",),
    "year_number": ("year_words",),
}
_NUMBERS = {
    _DAY: ("hijri_numbers", "numeric_date", "hijri_date", "day_and_month", "month_run"),
    _YEAR: ("hijri_numbers", "numeric_date", "year_number"),
    _MARKED: ("numeric_date",),
    _OTHER: (),
}
# Groups that only some rules ask for at their first word, and so open no date by themselves.
_INNER = frozenset({"first_words", "final_words"})


@dataclass(frozen=True, slots=True)
class Openings:
    """Where dates can begin: most words and numbers are passed over at one look."""

    places: Mapping[str, tuple[int, ...]]
    """Word, or the key of a number in digits -> the places of the rules that it can begin."""
    after_day: frozenset[str]
    """The words that can follow the number of a day."""

    def at(self, reading: Reading, index: int) -> tuple[int, ...]:
        """The places of the rules that can begin at the word."""
        word = reading.words[index]
        if (places := self.places.get(word)) is not None:
            return places
        if not word[0].isdigit():
            return ()
        key = _key_of_digits(word)
        follows = key != _DAY or reading.word(index + 1) in self.after_day
        return self.places[key] if follows else ()


def openings(tables: DateTables, rules: tuple[str, ...]) -> Openings:
    """What the words of a language can begin, by the names of the rules in their order."""
    known = {rule: frozenset(_first_words(tables, rule)) for rule in rules}
    triggers: set[str] = set().union(*(_own_words(tables, rule) for rule in rules))
    triggers |= {word for word, number in tables.numbers.words.items() if number.definite}
    found = {
        word: tuple(place for place, rule in enumerate(rules) if word in known[rule])
        for word in sorted(triggers)
    }
    for key, of_numbers in _NUMBERS.items():
        found[key] = tuple(place for place, rule in enumerate(rules) if rule in of_numbers)
    return Openings(found, _after_day(tables))


def _after_day(tables: DateTables) -> frozenset[str]:
    """A month, «من», another day, or «أشهر» behind «الـ9»."""
    groups = (tables.groups[name] for name in ("month_words", "months_words", "current_words"))
    ranges = tables.words.groups["range_words"]
    return DASHES.union(
        ("من", "منه", "و"), ranges, tables.months, tables.hijri_months, tables.units, *groups
    )


def _key_of_digits(word: str) -> str:
    if not word.isdigit():
        return _MARKED
    return _DAY if len(word) < 3 else _YEAR if len(word) == _YEAR_DIGITS else _OTHER


_YEAR_DIGITS = 4


def _own_words(tables: DateTables, rule: str) -> Iterator[str]:
    """The words that open a date of the rule whatever else they are."""
    for group in _GROUPS.get(rule, ()):
        if group not in _INNER:
            yield from tables.groups[group]
    yield from _table_words(tables, rule)


def _first_words(tables: DateTables, rule: str) -> Iterator[str]:
    """All words that the rule may begin with, also those that other rules open a date with."""
    for group in _GROUPS.get(rule, ()):
        yield from tables.groups[group]
    yield from _table_words(tables, rule)
    if rule in ("hijri_date", "day_and_month", "month_run"):
        yield from tables.numbers.words


def _table_words(tables: DateTables, rule: str) -> Iterator[str]:
    phrases, units = tables.phrase_groups, tables.units
    single = {
        "hijri_date": (tables.hijri_months, tables.ordinals),
        "day_and_month": (tables.ordinals,),
        "weekday": (tables.weekdays, phrases["day_before_words"], phrases["day_after_words"]),
        "season": (tables.seasons,),
        "decade": (tables.decades, units),
        "other_unit": (units,),
        "season_of_two_years": (units,),
        "month_name": (tables.months,),
    }
    for table in single.get(rule, ()):
        yield from table
