"""The section on figures: units, currencies, counted nouns, qualifiers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.languages.groups import Groups, folded_words
from generator.languages.words import Phrases, Words, phrases, words_of
from generator.text import fold

_GROUPS = (
    "reckoning_verbs", "nouns_with_waw", "sold_words", "points_in_space", "opinion_verbs",
    "all_but_words", "after_aside", "denials", "not_words", "linking_words", "aside_words", "model_words",
    "before_or_after", "broken_measures", "nil_words", "few_words", "denying_verbs", "people_verbs", "amounts_of", "peopled", "into_words", "american",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A unit's code and how many of it the form itself says (2 for a dual, else 1)."""

    code: str
    dual: bool = False
    factor: Decimal = Decimal(1)
    """How many of the code's unit the form is: a gigawatt is 1000 MW."""


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency's name: the code it has alone, after an adjective, and by country."""

    code: str
    adjectives: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    factor: Decimal = Decimal(1)
    """A piastre is a hundredth."""
    common: bool = False
    """Whether its name is also a common word, so that its country must be named."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Units, currencies, counted nouns and qualifiers."""

    percent_signs: Words
    percent: Phrases[str]
    units: Phrases[UnitForm]
    rated: Words
    speeds: Words
    rates: Phrases[str]
    which_one: Words
    speed_rates: Words
    below_zero: Phrases[str]
    degrees: Mapping[str, str]
    """A word that tells what degrees are -> their unit."""
    minus: Words
    out_of: Phrases[str]
    becoming: Words
    measured_things: Mapping[str, str]
    """What is measured -> what a number after it is: money, a speed, a share."""
    ages: Words
    age_heads: Words
    gauges: Words
    next_words: Words
    one_words: Words
    where_words: Words
    singulars: Words
    agendas: Words
    multiples: Phrases[str]
    fold_words: Words
    before_that: Words
    currencies: Mapping[str, Currency]
    currency_duals: Words
    currency_signs: Mapping[str, str]
    doubtful_places: Words
    counted: Phrases[str]
    counted_names: Mapping[str, str]
    """English name -> the name in this language, in the plural."""
    dual_nouns: Words
    identifiers: Words
    name_heads: Words
    ordinal_heads: Words
    change_words: Words
    qualifiers: Phrases[str]
    qualifiers_after: Phrases[str]
    qualifiers_apart: Phrases[str]
    split_words: Words
    but_words: Words
    function_words: Words
    not_parts: Words
    to_words: Words
    or_words: Words
    people_meant: Words
    others: Words
    numbers_of: Words
    groups: Mapping[str, Words]
    both_words: Words
    contract_verbs: Words


def read_figures(groups: Groups) -> FigureWords:
    """Units, currencies, counted nouns and qualifiers."""
    percent = groups.section("percent")
    currencies = groups.sections("currencies")
    return FigureWords(
        percent_signs=percent.words("signs"),
        percent=phrases((phrase, "percent") for phrase in percent.texts("phrases")),
        units=phrases(_unit_forms(groups.named_sections("units"))),
        rated=frozenset(groups.texts("rated_units")),
        speeds=frozenset(groups.texts("speed_units")),
        rates=groups.phrases("rates"),
        which_one=groups.words("which_one"),
        speed_rates=frozenset(groups.texts("speed_rates")),
        below_zero=phrases((text, text) for text in groups.texts("below_zero")),
        degrees=groups.by_value("degrees"),
        minus=groups.words("minus"),
        out_of=phrases((text, text) for text in groups.texts("out_of")),
        becoming=groups.words("becoming"),
        measured_things=groups.by_value("measured_things"),
        ages=groups.words("ages"),
        age_heads=groups.words("age_heads"),
        gauges=groups.words("gauges"),
        next_words=groups.words("next_words_of_figures"),
        one_words=groups.words("one_words"),
        where_words=groups.words("where_words"),
        singulars=folded_words(forms[0] for forms in groups.lists("counted").values()),
        agendas=groups.words("agendas"),
        multiples=phrases((text, text) for text in groups.texts("multiples")),
        fold_words=groups.words("fold_words"),
        before_that=groups.words("before_that"),
        currencies=dict(_currency_forms(currencies, groups.lists("currency_places"))),
        currency_duals=folded_words(form for entry in currencies for form in entry.texts("dual")),
        currency_signs={
            fold(sign): entry.text("code") for entry in currencies for sign in entry.texts("signs")
        },
        doubtful_places=groups.words("doubtful_places"),
        counted=groups.phrases("counted"),
        counted_names={e: _plural(forms) for e, forms in groups.lists("counted").items()},
        dual_nouns=groups.words("dual_nouns"),
        identifiers=groups.words("identifiers"),
        name_heads=groups.words("name_heads"),
        ordinal_heads=groups.words("ordinal_heads"),
        change_words=groups.words("change_words"),
        qualifiers=groups.phrases("qualifiers"),
        qualifiers_after=groups.phrases("qualifiers_after"),
        qualifiers_apart=groups.phrases("qualifiers_apart"),
        split_words=groups.words("split_words"),
        but_words=groups.words("but_words"),
        function_words=groups.words("function_words"),
        not_parts=groups.words("not_parts"),
        to_words=groups.words("to_words"),
        or_words=groups.words("or_words"),
        people_meant=groups.words("people_meant"),
        others=groups.words("other_words"),
        numbers_of=groups.words("numbers_of"),
        groups={name: groups.words(name) for name in _GROUPS},
        both_words=groups.words("both_words"),
        contract_verbs=groups.words("contract_verbs"),
    )


def _plural(forms: tuple[str, ...]) -> str:
    """The first form that is not the singular or its accusative; a sound plural as a subject."""
    singular = forms[0].rstrip("ي")
    others = (f for f in forms[1:] if f.replace("ا ", " ").rstrip("اي") != singular)
    plural = next(others, forms[0])
    return plural.removesuffix("ين") + "ون" if plural.endswith("ين") else plural


def _unit_forms(units: Iterable[Groups]) -> Iterator[tuple[str, UnitForm]]:
    for unit in units:
        code = unit.text("code")
        factor = Decimal(unit.text("factor") or 1)
        for form in unit.texts("forms"):
            yield form, UnitForm(code, factor=factor)
        for form in unit.texts("dual"):
            yield form, UnitForm(code, dual=True, factor=factor)


def _currency_forms(
    entries: Iterable[Groups], places: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Currency]]:
    for entry in entries:
        own = entry.lists("of")
        currency = Currency(
            entry.text("code"),
            _pairs(own),
            _pairs({code: names for code, names in places.items() if code in own}),
            Decimal(entry.text("factor") or 1),
            entry.text("common") == "yes",
        )
        for form in (*entry.texts("forms"), *entry.texts("dual")):
            yield fold(form), currency


def _pairs(table: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(words_of(word)), code) for code, words in table.items() for word in words
    )
