"""Which words a date can begin with, and which rules each of them can begin."""

from collections.abc import Iterator

from generator.analyse.dates.words import DateTables

# The keys of numbers in digits: of one or two, of four, with marks between them, and all others.
_DAY, _YEAR, _MARKED, _OTHER = "00", "0000", "0.0", "0"

# Rule -> the groups of words that it can begin with.
_GROUPS = {
    "hijri_date": ("month_words",),
    "hijri_year": ("year_words",),
    "day_and_month": ("first_day_words",),
    "last_night": ("last_night_words",),
    "weekday": ("day_words", "today_words", "yesterday_words", "tomorrow_words"),
    "month_run": ("months_words", "two_months_words", "first_words", "final_words"),
    "same_period": ("period_words", "same_before_words"),
    "edge": ("start_words", "early_words", "middle_words", "late_words", "end_words"),
    "quarter": ("quarters", "halves", "thirds"),
    "season": ("this_words",),
    "season_of_two_years": ("this_words", "season_words"),
    "decade": ("decade_words",),
    "after_that": ("after_words",),
    "ago": ("ago_words",),
    "calendar_unit": ("this_words", "that_words"),
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


def openings(tables: DateTables, rules: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Word, or what `of_digits` gives for a number -> the places in `rules` of those it can begin."""
    known = {rule: frozenset(_first_words(tables, rule)) for rule in rules}
    triggers: set[str] = set().union(*(_own_words(tables, rule) for rule in rules))
    triggers |= {word for word, number in tables.numbers.words.items() if number.definite}
    found = {
        word: tuple(place for place, rule in enumerate(rules) if word in known[rule])
        for word in sorted(triggers)
    }
    for key, known_rules in _NUMBERS.items():
        found[key] = tuple(place for place, rule in enumerate(rules) if rule in known_rules)
    return found


def of_digits(word: str) -> str:
    """The key under which the rules of a number in digits stand."""
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
    if rule in ("day_and_month", "month_run"):
        yield from tables.numbers.words


def _table_words(tables: DateTables, rule: str) -> Iterator[str]:
    phrases, units = tables.phrase_groups, tables.units
    single = {
        "hijri_date": (tables.hijri_months,),
        "day_and_month": (tables.ordinals,),
        "weekday": (tables.weekdays, phrases["day_before_words"], phrases["day_after_words"]),
        "season": (tables.seasons,),
        "decade": (tables.decades, units),
        "after_that": (("بعدها", "بعده"),),
        "calendar_unit": (units,),
        "season_of_two_years": (units,),
        "month_name": (tables.months,),
    }
    for table in single.get(rule, ()):
        yield from table
