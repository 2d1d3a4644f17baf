"""The words that the analysis of one language knows.

Sets and tables hold folded words (see `generator.text.fold`); multi-word entries are `Phrases`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from generator.languages.words import Phrases
from generator.model import LanguageTag

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
    commonness: Mapping[str, int]
    """Common word without the article -> in how many ways (1 to 9) it is inflected."""
    common_words_of: Mapping[str, Words]
    """Topic type -> names that are something else than a topic of this type."""
    adjective_names: Words
    verb_names: Words
    homographs_after: Mapping[str, Words]
    homographs_before: Mapping[str, Words]
    """Word -> the words after which, or before which, it is no name."""
    namesakes: Mapping[str, Mapping[str, Words]]
    """Spelling -> topic type -> words of the article that show which is meant."""
    introducers: Mapping[str, Words]
    spellings: tuple[Words, ...]
    designations: tuple[Words, ...]
    """Writings of one name, and of the letters before a weapon's number."""
    not_accusative: Words
    given_names: Words
    groups: Mapping[str, Words]


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


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Cardinals, scales, fractions: word -> value."""

    cardinals: Mapping[str, int]
    hundreds: Words
    scales: Mapping[str, int]
    dual_scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    parts: Mapping[str, int]
    vague: Mapping[str, int]
    not_numbers: Words
    ordinals: Words


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


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """What says that two figures are about one thing, that they are not, and that they disagree."""

    themes: Mapping[str, str]
    classes: Mapping[str, str]
    """English name of a counted thing -> the class of things that may stand for it."""
    human: frozenset[str]
    contrast: Phrases[str]
    weak_turns: Phrases[str]
    first_clauses: Phrases[str]
    others: Phrases[str]
    other_sources: Words
    papers: Words
    another: Words
    counterparts: Words
    rates: Phrases[str]
    framing: Phrases[str]
    framing_heads: Words
    same: Words
    same_before: Words
    pointing: Words
    counting_verbs: Words
    measuring_verbs: Words
    showing: Words
    kinds: Phrases[str]
    discretion: Words
    change_of_time: Phrases[str]
    rising: Words
    later: Phrases[str]
    totals: Phrases[str]
    amounting: Words
    parts: Words
    speaking_of: Words
    restricting: Phrases[str]
    excluding: Phrases[str]
    agreeing: Phrases[str]
    own_numbers: Words
    generic: Words
    scopes: Words
    as_for: Words
    measures: Mapping[str, str]
    empty_words: Words


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Reporting verbs and phrases, and who can be a speaker."""

    speech: Words
    claim: Words
    doubtful: Words
    wasla: Words
    """Verbs that a hamza makes the first person: «اعتقد» is past, «أعتقد» is «I believe»."""
    saying: Words
    needs_that: Words
    needs_then: Mapping[str, str]
    """Verb -> the words that follow its speaker at once: «إلى أن»."""
    needs_later: Mapping[str, str]
    """Verb -> the word that follows its speaker sooner or later: «ب»."""
    needs_object: Words
    demanding: Words
    counting: Words
    continuing: Words
    asking: Words
    said_nouns: Words
    answering: Words
    also_nouns: Words
    bringing: Words
    valuing: Words
    valued_things: Words
    denied_reports: Words
    first_names: Mapping[str, str]
    """First name -> man, woman or both."""
    regular_people: Words
    adverbs: Words
    shy_verbs: Words
    doing_verbs: Words
    talking: Words
    outlet_verbs: Words
    seen_by: Words
    outlet_names: Phrases[str]
    latest: Words
    registrars: Words
    showing: Words
    telling: Words
    kin: Words
    women: Words
    object_then: Mapping[str, str]
    matters: Words
    according_to_them: Phrases[str]
    """Phrase -> man, woman or many: whose pronoun it has."""
    feminine_heads: Words
    press_people: Words
    source_adjectives: Words
    near: Words
    meeting: Words
    side_words: Words
    kunya: Words
    name_parts: Words
    warning: Words
    fields_of_work: Words
    participles: Words
    foretelling: Words
    """Participles that need no «أن» before what is said: «متوقعا تراجع الأسعار»."""
    carrying: Words
    according: Phrases[str]
    according_needs_verb: Words
    according_freely: Words
    norms: Words

    according_apart: Words
    speeches: Words
    according_with_for: Words
    according_with_from: Words
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
    clause_openers: Words
    denying: Words
    same_words: Words
    manners: Words
    with_preposition: Mapping[str, str]
    """Verb -> the preposition with which it reports too: «كشف عن»."""
    relatives: Words
    prepositions: Words
    in_their_name: Words
    object_verbs: Words
    masculine_names: Words
    going_on: Words
    asked: Words
    plural_people: Words
    outlet_kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language. Equal, and hashed, by tag and digest of the file alone."""

    tag: LanguageTag
    digest: str
    names: NameWords = field(compare=False)
    dates: DateWords = field(compare=False)
    numbers: NumberWords = field(compare=False)
    figures: FigureWords = field(compare=False)
    conflicts: ConflictWords = field(compare=False)
    speech: SpeechWords = field(compare=False)
    unit_labels: Mapping[str, tuple[str, ...]] = field(compare=False, default_factory=dict)

    def __hash__(self) -> int:
        """Of the digest alone: many caches ask for it, and a text's hash is kept."""
        return hash(self.digest)
