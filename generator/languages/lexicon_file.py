"""lexicon.yaml -> Lexicon: every word folded once, every wrong group told with its line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from generator.errors import RuleFileError
from generator.languages.lexicon import (
    ConflictWords,
    Currency,
    DateWords,
    FigureWords,
    Lexicon,
    NameWords,
    NumberWords,
    SpeechWords,
    UnitForm,
    Words,
)
from generator.languages.words import Phrases, phrases, words_of
from generator.model import LanguageTag
from generator.rules import KeyPath, Problems, YamlDocument, YamlValue, nearest, raise_problems
from generator.text import fold


@dataclass(slots=True)
class Groups:
    """Reads the groups of a lexicon; a wrong shape or an unknown group becomes a problem."""

    document: YamlDocument
    problems: Problems
    at: KeyPath = ()
    asked: set[str] = field(default_factory=set)
    parts: list["Groups"] = field(default_factory=list)

    def _value(self, key: str | int) -> YamlValue:
        value: YamlValue = self.document.value
        for step in (*self.at, key):
            if isinstance(value, Mapping):
                value = value.get(str(step), "")
            elif isinstance(value, tuple) and isinstance(step, int):
                value = value[step]
        self.asked.add(str(key))
        return value

    def _wrong(self, key: str, expected: str) -> None:
        line = self.document.line((*self.at, key))
        self.problems.error(line, f"«{key}» is no {expected}.", f"Write it as a {expected}.")

    def text(self, key: str) -> str:
        """The text of a key, empty where it is absent."""
        value = self._value(key)
        if isinstance(value, str):
            return value
        self._wrong(key, "text")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The entries of a list as written."""
        value = self._value(key)
        if value == "":
            return ()
        if isinstance(value, tuple) and all(isinstance(entry, str) for entry in value):
            return tuple(str(entry) for entry in value)
        self._wrong(key, "list of words")
        return ()

    def words(self, key: str) -> Words:
        """The entries of a list, folded."""
        return _words(self.texts(key))

    def verbs(self, key: str) -> Words:
        """The entries of a list, folded; of «قال/يقول» both tenses in both genders."""
        return frozenset(form for entry in self.texts(key) for form in _conjugated(fold(entry)))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The entries of a list of pairs, folded."""
        value = self._value(key) or ()
        pairs = [entry for entry in value if isinstance(entry, tuple) and len(entry) == 2]
        if len(pairs) != len(value):
            self._wrong(key, "list of pairs")
        return tuple((fold(str(first)), fold(str(second))) for first, second in pairs)

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The entries of a list of lists of words."""
        value = self._value(key) or ()
        rows = [tuple(str(word) for word in row) for row in value if isinstance(row, tuple)]
        if len(rows) != len(value):
            self._wrong(key, "list of lists")
        return tuple(rows)

    def section(self, key: str | int) -> "Groups":
        """The groups under a key."""
        self.asked.add(str(key))
        part = Groups(self.document, self.problems, (*self.at, key))
        self.parts.append(part)
        return part

    def keys(self, key: str) -> tuple[str, ...]:
        """The keys under a key, where they are data."""
        value = self._value(key)
        if value != "" and not isinstance(value, Mapping):
            self._wrong(key, "group")
        return tuple(value) if isinstance(value, Mapping) else ()

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists by their key."""
        keys, part = self.keys(key), self.section(key)
        return {name: part.texts(name) for name in keys}

    def values(self, key: str) -> dict[str, str]:
        """Texts by their key."""
        keys, part = self.keys(key), self.section(key)
        return {name: part.text(name) for name in keys}

    def named_sections(self, key: str) -> list["Groups"]:
        """The groups under each key of a group."""
        keys, part = self.keys(key), self.section(key)
        return [part.section(name) for name in keys]

    def sections(self, key: str) -> list["Groups"]:
        """The groups of a list of groups."""
        value = self._value(key) or ()
        part = self.section(key)
        return [part.section(number) for number in range(len(value))]

    def by_value(self, key: str) -> dict[str, str]:
        """{value: [words]} turned round: folded word -> value; of equal words the first counts."""
        table: dict[str, str] = {}
        for value, entries in self.lists(key).items():
            for entry in entries:
                table.setdefault(fold(entry), value)
        return table

    def by_verb(self, key: str) -> dict[str, str]:
        """{value: [verbs]} turned round: each form of a verb -> value, folded."""
        keys, part = self.keys(key), self.section(key)
        return {form: fold(value) for value in keys for form in part.verbs(value)}

    def numbers(self, key: str) -> dict[str, int]:
        """The same where the values are whole numbers."""
        return {word: self._whole(key, value) for word, value in self.by_value(key).items()}

    def phrases(self, key: str) -> Phrases[str]:
        """{value: [phrases]} as a table of phrases."""
        return phrases((e, value) for value, entries in self.lists(key).items() for e in entries)

    def numbered_phrases(self, key: str) -> Phrases[int]:
        """The same where the values are whole numbers."""
        return phrases(
            (entry, self._whole(key, value))
            for value, entries in self.lists(key).items()
            for entry in entries
        )

    def _whole(self, key: str, value: str) -> int:
        if value.isascii() and value.isdigit():
            return int(value)
        self._wrong(key, "group of whole numbers")
        return 0

    def finish(self) -> None:
        """Reports the keys that nobody asked for."""
        value: YamlValue = self.document.value
        for step in self.at:
            if isinstance(value, Mapping):
                value = value.get(str(step), "")
            elif isinstance(value, tuple) and isinstance(step, int):
                value = value[step]
        for key in value if isinstance(value, Mapping) else ():
            if key not in self.asked:
                line = self.document.line((*self.at, key))
                self.problems.error(
                    line, f"The group «{key}» is not read.", nearest(key, sorted(self.asked))
                )
        for part in self.parts:
            part.finish()


def read_common_words(text: str) -> dict[str, int]:
    """Folded common words and in how many ways each is inflected, from `common-words.txt`.

    >>> read_common_words("2 صقر هلال")
    {'صقر': 2, 'هلال': 2}
    """
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: int(number) for number, *words in rows for word in words}


def read_lexicon(
    tag: LanguageTag, digest: str, document: YamlDocument, commonness: Mapping[str, int]
) -> Lexicon:
    """The lexicon of a language.

    Raises:
        RuleFileError: groups are unknown or of the wrong shape; all of them at once.
    """
    problems = Problems(document.path)
    groups = Groups(document, problems)
    lexicon = Lexicon(
        tag=tag,
        digest=digest,
        names=_names(groups, commonness),
        dates=_dates(groups),
        numbers=_numbers(groups),
        figures=_figures(groups),
        conflicts=_conflicts(groups.section("conflicts")),
        speech=_speech(groups),
        unit_labels=groups.lists("unit_labels"),
    )
    groups.finish()
    raise_problems(problems.found, RuleFileError)
    return lexicon


def _words(entries: Iterable[str]) -> Words:
    return frozenset(fold(entry) for entry in entries)


def _conjugated(entry: str) -> Iterator[str]:
    """«قال/يقول» gives «قال», «قالت», «يقول», «تقول»; one form alone gives itself."""
    past, _, present = entry.partition("/")
    yield past
    if present:
        yield (past[:-1] if past.endswith(("ي", "ا")) else past) + "ت"
        yield present
        yield "ت" + present[1:]


_NAME_GROUPS = [
    "naming_heads",
    "memorial_heads",
    "works",
    "quantities",
    "whereabouts",
    "moving",
    "visiting",
    "place_prepositions",
    "before_nouns",
    "publishing",
    "feminine_words",
    "of_towns",
    "carried_by",
    "addressable",
    "members",
    "not_leading",
    "body_people",
    "whither_words",
    "leading_words",
    "particles",
    "verb_markers",
    "negations",
    "common_nouns",
    "acting",
    "before_verbs",
    "listing",
    "other_given_names",
    "name_openings",
    "name_endings",
    "masculine_words",
    "not_definite",
    "sport",
]


def _names(groups: Groups, commonness: Mapping[str, int]) -> NameWords:
    clitics, homographs = groups.section("clitics"), groups.section("homographs")
    namesakes = groups.section("namesakes")
    return NameWords(
        conjunctions=clitics.words("conjunctions"),
        prepositions=clitics.words("prepositions"),
        article=fold(clitics.text("article")),
        transliteration=groups.pairs("transliteration"),
        larger_names=tuple(" ".join(words_of(name)) for name in groups.texts("larger_names")),
        common_words=groups.words("common_words"),
        commonness=commonness,
        common_words_of=_folded(groups.lists("common_words_of")),
        adjective_names=groups.words("adjective_names"),
        verb_names=groups.words("verb_names"),
        homographs_after={fold(w): _words(e) for w, e in homographs.lists("before").items()},
        homographs_before={fold(w): _words(e) for w, e in homographs.lists("after").items()},
        namesakes={fold(name): _folded(namesakes.lists(name)) for name in groups.keys("namesakes")},
        introducers=_folded(groups.lists("introducers")),
        spellings=tuple(_words(entries) for entries in groups.rows("spellings")),
        designations=tuple(_words(entries) for entries in groups.rows("designations")),
        not_accusative=groups.words("not_accusative"),
        given_names=groups.words("given_names"),
        groups={name: groups.words(name) for name in _NAME_GROUPS},
    )


def _folded(table: Mapping[str, tuple[str, ...]]) -> dict[str, Words]:
    return {key: _words(entries) for key, entries in table.items()}


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
    "past_verbs",
    "not_past_verbs",
    "not_present_verbs",
    "not_present_openings",
    "was_words",
    "since_words",
    "will_words",
    "not_then_words",
    "that_clause_words",
    "relative_words",
    "if_words",
    "inviting_verbs",
    "new_words",
    "before_it_words",
    "first_day_words",
    "night_words",
    "last_night_words",
    "thirds",
    "first_of_run",
    "last_of_run",
    "first_words",
    "after_words",
    "final_words",
    "months_words",
    "two_months_words",
    "period_words",
    "same_period_words",
    "same_before_words",
    "not_weekday_after",
    "named_after_days",
    "event_heads",
    "always_named",
    "aged",
    "season_words",
    "millennium_words",
    "not_today_before",
    "not_today_after",
    "start_words",
    "early_words",
    "end_words",
    "late_words",
    "middle_words",
    "ago_words",
    "before_year",
    "ahead_cues",
    "quarters",
    "halves",
    "last_words",
    "century_words",
    "decade_words",
    "until_words",
    "twentieth_words",
    "range_words",
    "between_words",
    "next_words",
    "not_weekday_before",
    "not_yesterday_after",
    "period_parts",
    "approximations",
]
_DATE_PHRASES = [
    "before_last_words",
    "day_before_words",
    "day_after_words",
    "twenty_first_words",
    "nineteenth_words",
]


def _dates(groups: Groups) -> DateWords:
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
        groups={name: groups.words(name) for name in _DATE_GROUPS},
        phrase_groups={
            name: phrases((text, name) for text in groups.texts(name)) for name in _DATE_PHRASES
        },
    )


def _numbers(groups: Groups) -> NumberWords:
    return NumberWords(
        cardinals=groups.numbers("cardinals"),
        hundreds=groups.words("hundred_words"),
        scales=groups.numbers("scales"),
        dual_scales=groups.numbers("dual_scales"),
        fractions={fold(w): Fraction(v) for w, v in groups.values("fractions").items()},
        parts={fold(w): int(v) for w, v in groups.values("parts_of_one").items()},
        vague={fold(w): int(v) for w, v in groups.values("vague_numbers").items()},
        not_numbers=groups.words("not_numbers"),
        ordinals=groups.words("ordinals_of_ten"),
    )


_FIGURE_GROUPS = ["reckoning_verbs", "nouns_with_waw"]


def _figures(groups: Groups) -> FigureWords:
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
        singulars=_words(forms[0] for forms in groups.lists("counted").values()),
        agendas=groups.words("agendas"),
        multiples=phrases((text, text) for text in groups.texts("multiples")),
        fold_words=groups.words("fold_words"),
        before_that=groups.words("before_that"),
        currencies=dict(_currency_forms(currencies, groups.lists("currency_places"))),
        currency_duals=_words(form for entry in currencies for form in entry.texts("dual")),
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
        groups={name: groups.words(name) for name in _FIGURE_GROUPS},
        both_words=groups.words("both_words"),
        contract_verbs=groups.words("contract_verbs"),
    )


def _conflicts(groups: Groups) -> ConflictWords:
    def listed(key: str) -> Phrases[str]:
        return phrases((phrase, key) for phrase in groups.texts(key))

    classes = groups.lists("classes").items()
    return ConflictWords(
        themes=groups.by_value("themes"),
        classes={english: name for name, things in classes for english in things},
        human=frozenset(groups.texts("human")),
        contrast=groups.phrases("contrast"),
        weak_turns=listed("weak_turns"),
        first_clauses=listed("first_clauses"),
        others=listed("others"),
        other_sources=groups.words("other_sources"),
        papers=groups.words("papers"),
        another=groups.words("another"),
        counterparts=groups.words("counterparts"),
        rates=groups.phrases("rates"),
        framing=listed("framing"),
        framing_heads=groups.words("framing_heads"),
        same=groups.words("same"),
        same_before=groups.words("same_before"),
        counting_verbs=groups.words("counting_verbs"),
        measuring_verbs=groups.words("measuring_verbs"),
        showing=groups.words("showing"),
        kinds=groups.phrases("kinds"),
        change_of_time=groups.phrases("change_of_time"),
        rising=groups.words("rising"),
        later=listed("later"),
        totals=listed("totals"),
        amounting=groups.words("amounting"),
        parts=groups.words("parts"),
        scopes=groups.words("scopes"),
        as_for=groups.words("as_for"),
        measures=groups.by_value("measures"),
        empty_words=groups.words("empty_words"),
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


def _speech(groups: Groups) -> SpeechWords:
    reporting = groups.section("reporting")
    return SpeechWords(
        speech=reporting.verbs("speech"),
        claim=reporting.verbs("claim"),
        doubtful=reporting.verbs("doubtful"),
        wasla=frozenset(
            fold(v.partition("/")[0])
            for g in ("speech", "claim")
            for v in reporting.texts(g)
            if v[0] == "ا"
        ),
        saying=groups.verbs("saying"),
        needs_that=groups.verbs("needs_that"),
        warning=groups.verbs("warning"),
        fields_of_work=groups.words("fields_of_work"),
        needs_then=groups.by_verb("needs_then"),
        needs_later=groups.by_verb("needs_later"),
        needs_object=groups.verbs("needs_object"),
        demanding=groups.verbs("demanding"),
        counting=groups.verbs("counting"),
        valuing=groups.verbs("valuing"),
        valued_things=groups.words("valued_things"),
        denied_reports=groups.words("denied_reports"),
        first_names=groups.by_value("first_names"),
        regular_people=groups.words("regular_people"),
        adverbs=groups.words("adverbs"),
        shy_verbs=groups.words("shy_verbs"),
        doing_verbs=groups.verbs("doing_verbs"),
        talking=groups.words("talking"),
        outlet_verbs=groups.words("outlet_verbs"),
        seen_by=groups.words("seen_by"),
        outlet_names=phrases((name, name) for name in groups.texts("outlet_names")),
        latest=groups.words("latest"),
        registrars=groups.words("registrars"),
        showing=groups.verbs("showing"),
        telling=groups.verbs("telling"),
        kin=groups.words("kin"),
        women=groups.words("women"),
        object_then=groups.by_verb("object_then"),
        matters=groups.words("matters"),
        according_to_them=groups.phrases("according_to_them"),
        feminine_heads=groups.words("feminine_heads"),
        press_people=groups.words("press_people"),
        source_adjectives=groups.words("source_adjectives"),
        near=groups.words("near"),
        meeting=groups.words("meeting"),
        side_words=groups.words("side_words"),
        kunya=groups.words("kunya"),
        name_parts=groups.words("name_parts"),
        participles=groups.words("participles"),
        foretelling=groups.words("foretelling"),
        carrying=groups.verbs("carrying"),
        according=phrases((phrase, fold(phrase)) for phrase in groups.texts("according")),
        according_apart=groups.words("according_apart"),
        speeches=groups.words("speeches"),
        according_needs_verb=groups.words("according_needs_verb"),
        according_freely=groups.words("according_freely"),
        norms=groups.words("norms"),
        according_with_for=groups.words("according_with_for"),
        according_with_from=groups.words("according_with_from"),
        that_words=groups.words("that_words_reporting"),
        speakers=groups.by_value("speakers"),
        titles=groups.words("titles"),
        stops=groups.words("speaker_stops"),
        links=groups.words("speaker_links"),
        auxiliaries=groups.words("auxiliaries"),
        after_verb=groups.words("after_verb"),
        interviews=groups.words("interviews"),
        not_reported_after=groups.words("not_reported_after"),
        subjunctive_after=groups.words("subjunctive_after"),
        impersonal=groups.words("impersonal"),
        later_adjectives=groups.words("later_adjectives"),
        clause_openers=groups.words("clause_openers"),
        denying=groups.words("denying"),
        same_words=groups.words("same_words"),
        manners=groups.words("manners"),
        with_preposition=groups.by_verb("with_preposition"),
        relatives=groups.words("relatives"),
        prepositions=groups.words("prepositions"),
        in_their_name=groups.words("in_their_name"),
        object_verbs=groups.words("object_verbs"),
        masculine_names=groups.words("masculine_names"),
        going_on=groups.words("going_on"),
        asked=groups.words("asked"),
        plural_people=groups.words("plural_people"),
        outlet_kinds=groups.by_value("outlet_kinds"),
    )
