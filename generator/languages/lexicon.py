"""lexicon.yaml -> Lexicon: all words that the analysis of one language knows, folded once.

Sets and tables hold folded words (see `generator.text.fold`); multi-word entries are `Phrases`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from generator.languages.words import Phrases, phrases, words_of
from generator.model import LanguageTag
from generator.text import fold

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What decides whether a run of letters is a topic's name."""

    conjunctions: Words
    prepositions: Words
    article: str
    transliteration: tuple[tuple[str, str], ...]
    larger_names: tuple[str, ...]
    common_words: Words
    introducers: Mapping[str, Words]
    not_accusative: Words
    given_names: Words


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
    groups: Mapping[str, Words]
    phrase_groups: Mapping[str, Phrases[str]]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Cardinals, scales, fractions: word -> value."""

    cardinals: Mapping[str, int]
    hundreds: Words
    scales: Mapping[str, int]
    dual_scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    vague: Mapping[str, int]
    not_numbers: Words


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A unit's code and how many of it the form itself says (2 for a dual, else 1)."""

    code: str
    dual: bool = False


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency's name: the code it has alone, after an adjective, and by country."""

    code: str
    adjectives: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Units, currencies, counted nouns and qualifiers."""

    percent_signs: Words
    percent: Phrases[str]
    units: Phrases[UnitForm]
    rated: Words
    rates: Phrases[str]
    currencies: Mapping[str, Currency]
    currency_duals: Words
    currency_signs: Mapping[str, str]
    counted: Phrases[str]
    dual_nouns: Words
    identifiers: Words
    ordinal_heads: Words
    change_words: Words
    qualifiers: Phrases[str]
    qualifiers_after: Phrases[str]
    qualifiers_apart: Phrases[str]
    topics: Mapping[str, str]
    function_words: Words
    not_parts: Words
    contrast: Words
    totals: Words
    parts: Words


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Reporting verbs and phrases, and who can be a speaker."""

    speech: Words
    claim: Words
    saying: Words
    needs_that: Words
    carrying: Words
    according: Phrases[str]
    according_needs_verb: Words
    according_with_for: Words
    according_with_from: Words
    participles: Words
    that_words: Words
    speakers: Mapping[str, str]
    titles: Words
    stops: Words
    links: Words
    auxiliaries: Words
    after_verb: Words
    interviews: Words
    not_reported_after: Words
    subjunctive_after: Words
    impersonal: Words
    later_adjectives: Words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language. Equal, and hashed, by tag and digest of the file alone."""

    tag: LanguageTag
    digest: str
    names: NameWords = field(compare=False)
    dates: DateWords = field(compare=False)
    numbers: NumberWords = field(compare=False)
    figures: FigureWords = field(compare=False)
    speech: SpeechWords = field(compare=False)
    unit_labels: Mapping[str, tuple[str, ...]] = field(compare=False, default_factory=dict)


Data = Mapping[str, Any]  # what YAML holds; its shape is checked by the readers below


def read_lexicon(tag: LanguageTag, digest: str, data: Data) -> Lexicon:
    """The lexicon of a language from the data of its file."""
    return Lexicon(
        tag=tag,
        digest=digest,
        names=_names(data),
        dates=_dates(data),
        numbers=_numbers(data),
        figures=_figures(data),
        speech=_speech(data.get("reporting", {}), data),
        unit_labels={
            code: tuple(str(label) for label in labels)
            for code, labels in data.get("unit_labels", {}).items()
        },
    )


def _words(entries: Iterable[Any] | None) -> Words:
    return frozenset(fold(str(entry)) for entry in entries or ())


def _by_value(groups: Data | None) -> dict[str, Any]:
    """{value: [words]} turned round: folded word -> value; the first of two equal words counts."""
    table: dict[str, Any] = {}
    for value, entries in (groups or {}).items():
        for entry in entries:
            table.setdefault(fold(str(entry)), value)
    return table


def _phrases(groups: Data | None) -> Phrases[Any]:
    return phrases((str(e), value) for value, entries in (groups or {}).items() for e in entries)


def _names(data: Data) -> NameWords:
    clitics = data.get("clitics", {})
    return NameWords(
        conjunctions=_words(clitics.get("conjunctions")),
        prepositions=_words(clitics.get("prepositions")),
        article=fold(clitics.get("article", "")),
        transliteration=tuple((fold(a), fold(b)) for a, b in data.get("transliteration", ())),
        larger_names=tuple(" ".join(words_of(name)) for name in data.get("larger_names", ())),
        common_words=_words(data.get("common_words")),
        introducers={k: _words(v) for k, v in data.get("introducers", {}).items()},
        not_accusative=_words(data.get("not_accusative")),
        given_names=_words(data.get("given_names")),
    )


_DATE_GROUPS = [
    "year_words",
    "day_words",
    "month_words",
    "past_words",
    "future_words",
    "current_words",
    "same_words",
    "this_words",
    "that_words",
    "today_words",
    "yesterday_words",
    "tomorrow_words",
    "not_today_before",
    "not_today_after",
    "start_words",
    "early_words",
    "end_words",
    "late_words",
    "middle_words",
    "ago_words",
    "ahead_words",
    "since_words",
    "before_year",
    "ahead_cues",
    "quarters",
    "halves",
    "last_words",
    "century_words",
    "twentieth_words",
    "range_words",
    "between_words",
    "next_words",
    "not_weekday_before",
]
_DATE_PHRASES = [
    "before_last_words",
    "day_before_words",
    "day_after_words",
    "twenty_first_words",
    "nineteenth_words",
]


def _dates(data: Data) -> DateWords:
    return DateWords(
        months=_phrases(data.get("months")),
        doubtful_months=_words(data.get("doubtful_months")),
        future_prefixes=_words(data.get("future_prefixes")),
        not_future=_words(data.get("not_future")),
        hijri_months=_phrases(data.get("hijri_months")),
        hijri_marks=_words(data.get("hijri_marks")),
        gregorian_marks=_words(data.get("gregorian_marks")),
        gloss_marks=_words(data.get("gloss_marks")),
        weekdays=_by_value(data.get("weekdays")),
        seasons={fold(word): month for word, month in data.get("seasons", {}).items()},
        calendar_units=_by_value(data.get("calendar_units")),
        ordinals=_by_value(data.get("ordinals")),
        decades=_by_value(data.get("decades")),
        groups={name: _words(data.get(name)) for name in _DATE_GROUPS},
        phrase_groups={name: _phrases({name: data.get(name, ())}) for name in _DATE_PHRASES},
    )


def _numbers(data: Data) -> NumberWords:
    return NumberWords(
        cardinals=_by_value(data.get("cardinals")),
        hundreds=_words(data.get("hundred_words")),
        scales=_by_value(data.get("scales")),
        dual_scales=_by_value(data.get("dual_scales")),
        fractions={fold(w): Fraction(str(v)) for w, v in data.get("fractions", {}).items()},
        vague={fold(w): v for w, v in data.get("vague_numbers", {}).items()},
        not_numbers=_words(data.get("not_numbers")),
    )


def _figures(data: Data) -> FigureWords:
    percent = data.get("percent", {})
    currencies: Sequence[Data] = data.get("currencies", ())
    return FigureWords(
        percent_signs=_words(percent.get("signs")),
        percent=phrases((phrase, "percent") for phrase in percent.get("phrases", ())),
        units=phrases(_unit_forms(data.get("units", {}))),
        rated=frozenset(data.get("rated_units", ())),
        rates=_phrases(data.get("rates")),
        currencies=dict(_currency_forms(currencies)),
        currency_duals=_words(form for entry in currencies for form in entry.get("dual", ())),
        currency_signs={
            fold(sign): str(entry["code"])
            for entry in currencies
            for sign in entry.get("signs", ())
        },
        counted=_phrases(data.get("counted")),
        dual_nouns=_words(data.get("dual_nouns")),
        identifiers=_words(data.get("identifiers")),
        ordinal_heads=_words(data.get("ordinal_heads")),
        change_words=_words(data.get("change_words")),
        qualifiers=_phrases(data.get("qualifiers")),
        qualifiers_after=_phrases(data.get("qualifiers_after")),
        qualifiers_apart=_phrases(data.get("qualifiers_apart")),
        topics=_by_value(data.get("topics_of_figures")),
        function_words=_words(data.get("function_words")),
        not_parts=_words(data.get("not_parts")),
        contrast=_words(data.get("contrast_words")),
        totals=_words(data.get("total_words")),
        parts=_words(data.get("part_words")),
    )


def _unit_forms(units: Data) -> Iterable[tuple[str, UnitForm]]:
    for unit in units.values():
        for form in unit["forms"]:
            yield form, UnitForm(unit["code"])
        for form in unit.get("dual", ()):
            yield form, UnitForm(unit["code"], dual=True)


def _currency_forms(entries: Sequence[Data]) -> Iterable[tuple[str, Currency]]:
    for entry in entries:
        currency = Currency(
            str(entry["code"]), _pairs(entry.get("of")), _pairs(entry.get("countries"))
        )
        for form in (*entry["forms"], *entry.get("dual", ())):
            yield fold(form), currency


def _pairs(table: Data | None) -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(words_of(word)), str(code))
        for code, words in (table or {}).items()
        for word in words
    )


def _speech(reporting: Data, data: Data) -> SpeechWords:
    return SpeechWords(
        speech=_words(reporting.get("speech")),
        claim=_words(reporting.get("claim")),
        saying=_words(data.get("saying")),
        needs_that=_words(data.get("needs_that")),
        carrying=_words(data.get("carrying")),
        according=phrases((phrase, phrase) for phrase in data.get("according", ())),
        according_needs_verb=_words(data.get("according_needs_verb")),
        according_with_for=_words(data.get("according_with_for")),
        according_with_from=_words(data.get("according_with_from")),
        participles=_words(data.get("participles")),
        that_words=_words(data.get("that_words_reporting")),
        speakers=_by_value(data.get("speakers")),
        titles=_words(data.get("titles")),
        stops=_words(data.get("speaker_stops")),
        links=_words(data.get("speaker_links")),
        auxiliaries=_words(data.get("auxiliaries")),
        after_verb=_words(data.get("after_verb")),
        interviews=_words(data.get("interviews")),
        not_reported_after=_words(data.get("not_reported_after")),
        subjunctive_after=_words(data.get("subjunctive_after")),
        impersonal=_words(data.get("impersonal")),
        later_adjectives=_words(data.get("later_adjectives")),
    )
