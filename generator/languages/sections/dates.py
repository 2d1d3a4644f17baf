"""The section on dates: months, weekdays, seasons and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.languages.groups import Groups
from generator.languages.words import Phrases, Words, phrases
from generator.text import fold

_GROUPS = (
    "year_words", "day_words", "month_words", "past_words", "future_words", "current_words",
    "same_words", "this_words", "that_words", "today_words", "yesterday_words", "tomorrow_words",
    "past_verbs", "not_past_verbs", "not_present_verbs", "not_present_openings", "was_words",
    "since_words", "will_words", "not_then_words", "that_clause_words", "relative_words",
    "if_words", "inviting_verbs", "new_words", "before_it_words", "first_day_words",
    "night_words", "last_night_words", "thirds", "first_of_run", "last_of_run", "first_words",
    "after_words", "final_words", "months_words", "two_months_words", "period_words",
    "same_period_words", "same_before_words", "not_weekday_after", "named_after_days",
    "event_heads", "always_named", "aged", "season_words", "millennium_words", "not_today_before",
    "not_today_after", "start_words", "early_words", "end_words", "late_words", "middle_words",
    "ago_words", "before_year", "ahead_cues", "quarters", "halves", "last_words", "century_words",
    "decade_words", "until_words", "twentieth_words", "range_words", "between_words",
    "next_words", "not_weekday_before", "not_yesterday_after", "period_parts", "approximations",
    "occasion_words", "offered_things", "promised_words", "before_words", "two_year_adjectives", "farming",
    "plural_day_words", "after_it_words", "earlier_words", "verb_months", "not_year_before", "dated_events", "not_year_verbs", "before_masdar", "fiscal_adjectives", "day_part_words", "following_words", "of_now_words", "before_morrow",
    "adjourning_verbs", "sessions", "before_and_after", "third_millennium", "warning_verbs", "ended_verbs", "dates_back_verbs",
)  # fmt: skip

_PHRASES = (
    "after_next_words", "before_last_words", "day_before_words", "day_after_words", "twenty_first_words",
    "nineteenth_words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateWords:
    """Months, weekdays and the words around them; numbers are months, ISO weekdays, ordinals."""

    months: Phrases[int]
    doubtful_months: Words
    future_prefixes: Words
    not_future: Words
    hijri_months: Phrases[int]
    hijri_marks: Words
    gregorian_marks: Words
    gloss_marks: Words
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    calendar_units: Mapping[str, str]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    event_days: frozenset[str]
    """Days, as ISO dates, that events are named after."""
    groups: Mapping[str, Words]
    phrase_groups: Mapping[str, Phrases[str]]


def read_dates(groups: Groups) -> DateWords:
    """Months, weekdays and the words around them."""
    return DateWords(
        months=groups.numbered_phrases("months"),
        doubtful_months=groups.words("doubtful_months"),
        future_prefixes=groups.words("future_prefixes"),
        not_future=groups.words("not_future"),
        hijri_months=groups.numbered_phrases("hijri_months"),
        hijri_marks=groups.words("hijri_marks"),
        gregorian_marks=groups.words("gregorian_marks"),
        gloss_marks=groups.words("gloss_marks"),
        weekdays=groups.numbers("weekdays"),
        seasons={fold(word): int(month) for word, month in groups.values("seasons").items()},
        calendar_units=groups.by_value("calendar_units"),
        ordinals=groups.numbers("ordinals"),
        decades=groups.numbers("decades"),
        event_days=frozenset(groups.texts("event_days")),
        groups={name: groups.words(name) for name in _GROUPS},
        phrase_groups={
            name: phrases((text, name) for text in groups.texts(name)) for name in _PHRASES
        },
    )
