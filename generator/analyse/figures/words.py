"""The words of figures, built once for a lexicon: units, currencies, counted nouns, qualifiers."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from generator.analyse.clitics import match_phrase, phrases_with_clitics, with_clitics
from generator.analyse.figures.currency import ArticleTerms, code_of
from generator.analyse.numbers import SCALE, NumberTable, number_table
from generator.analyse.reading import Reading
from generator.languages.lexicon import Currency, FigureWords, Lexicon, NameWords, UnitForm
from generator.languages.words import Phrases

_HOT = range(30, 60)  # degrees of summer days
_YEAR = 4  # digits: «في 2025 ضعف ما كان»


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at some words of a reading, up to `end`; a counted noun has the code `count`."""

    end: int
    code: str
    noun: tuple[int, int] | None = None
    english: str = ""
    dual: bool = False
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class FigureTables:
    """Lookup tables for figures; `duals` and `singles` begin a figure without a number."""

    words: FigureWords
    numbers: NumberTable
    duals: dict[str, tuple[int, str]]
    singles: dict[str, tuple[int, str]]
    qualifiers: Phrases[tuple[int, str]]
    qualifier_length: int
    qualifiers_apart: Phrases[tuple[int, str]]
    multiples: Phrases[tuple[int, str]]
    counted_definite: dict[str, tuple[int, str]]
    measured_things: dict[str, str]
    coins: dict[str, tuple[int, Currency]]
    """Currencies of which one may stand without a number: «دولار ونصف»."""
    function_words: frozenset[str]
    that_words: frozenset[str]
    against: frozenset[str]
    """What sets a number against the one before it."""
    article: str
    lexicon: Lexicon
    measuring: frozenset[str]
    """All words that units, currencies and known counted nouns begin with."""
    triggers: frozenset[str]
    """All words, beside digits, that a figure can begin with."""


@lru_cache(maxsize=8)
def figure_tables(lexicon: Lexicon) -> FigureTables:
    """The words of figures in all their forms."""
    words, names = lexicon.figures, lexicon.names
    duals: dict[str, str] = {}
    singles: dict[str, str] = {}
    for first, rows in words.units.items():
        for rest, form in rows:
            if not rest and form.dual:
                duals |= {first: form.code, names.article + first: form.code}
            elif not rest and form.code in (
                "year",
                "month",
                "hour",
                "minute",
                "week",
                "day",
                "tonne",
                "m",
                "km",
                "kg",
                "litre",
                "hectare",
                "decade",
                "mile",
                "point",
            ):
                singles[first] = form.code
    duals |= dict.fromkeys(sorted(words.dual_nouns), "count")
    duals |= {word: words.currencies[word].code for word in sorted(words.currency_duals)}
    counted = {
        form: label
        for first, rows in words.counted.items()
        for rest, label in rows
        if not rest
        for form in (first, names.article + first)
    }
    qualifiers = phrases_with_clitics(words.qualifiers, names)
    numbers = number_table(lexicon)
    multiples = phrases_with_clitics(words.multiples, names)
    coins = with_clitics({w: c for w, c in words.currencies.items() if not c.common}, names)
    duals_in_form, singles_in_form = with_clitics(duals, names), with_clitics(singles, names)
    return FigureTables(
        words=words,
        numbers=numbers,
        duals=duals_in_form,
        singles=singles_in_form,
        qualifiers=qualifiers,
        qualifier_length=max(len(rest) + 1 for rows in qualifiers.values() for rest, _ in rows),
        qualifiers_apart=phrases_with_clitics(words.qualifiers_apart, names),
        multiples=multiples,
        counted_definite=with_clitics(counted, names),
        measured_things=_things(words.measured_things, names),
        coins=coins,
        function_words=words.function_words,
        that_words=lexicon.speech.that_words,
        against=words.becoming | words.change_words,
        article=names.article,
        lexicon=lexicon,
        measuring=frozenset().union(
            words.percent_signs,
            words.percent,
            words.currency_signs,
            words.fold_words,
            words.currencies,
            words.units,
            words.counted,
        ),
        triggers=frozenset().union(numbers.words, duals_in_form, singles_in_form, multiples, coins),
    )


_OWNED = ("ها", "ه", "هم", "هما", "نا")


def _things(table: Mapping[str, str], names: NameWords) -> dict[str, str]:
    """What is measured in all its forms: «السرعة», «وسرعتها», «بكلفة»."""
    forms = {
        form: kind
        for word, kind in table.items()
        for form in (word, names.article + word, *(_before_owner(word) + own for own in _OWNED))
    }
    return {form: kind for form, (_, kind) in with_clitics(forms, names).items()}


def _before_owner(word: str) -> str:
    return word[:-1] + "ت" if word.endswith("ه") else word


# ---------------------------------------------------------------- what stands after a number


def unit_after(
    reading: Reading, index: int, tables: FigureTables, article: ArticleTerms
) -> Unit | None:
    """The unit, currency or counted noun at the word; the article decides whose currency it is."""
    words = tables.words
    if reading.word(index) == "وحده" and reading.letters(index, index + 1) != "وحدة":
        return None  # «في 2024 وحده»
    if reading.word(index) not in tables.measuring:
        return _unknown_noun(reading, index, tables, article)
    if reading.word(index) in words.percent_signs:
        return Unit(index + 1, "percent")
    if percent := match_phrase(words.percent, reading.words, index):
        return Unit(percent[0], "percent")
    if sign := words.currency_signs.get(reading.word(index)):
        return Unit(index + 1, sign)
    if reading.word(index) in words.fold_words and len(reading.word(index - 1)) != _YEAR:
        return Unit(index + 1, "ratio")
    currency = words.currencies.get(reading.word(index))
    if currency and (unit := _currency(reading, index, currency, article, tables)):
        return unit
    measured = match_phrase(words.units, reading.words, index)
    if measured and reading.word(measured[0]) in tables.lexicon.dates.weekdays:
        return None  # «تسعة آلاف أيام الخميس»
    counted = match_phrase(words.counted, reading.words, index)
    if measured and (counted is None or measured[0] >= counted[0]):
        return _measure(reading, index, measured, counted, tables, article)
    if counted:
        end = _adjective_end(reading, counted[0], tables)
        return Unit(end, "count", (index, counted[0]), counted[1])
    return _unknown_noun(reading, index, tables, article)


def _measure(
    reading: Reading,
    index: int,
    measured: tuple[int, UnitForm],
    counted: tuple[int, str] | None,
    tables: FigureTables,
    article: ArticleTerms,
) -> Unit:
    end, form = measured
    code, english = form.code, counted[1] if counted else ""
    if code == "point" and reading.word(index - 2) == "من":
        near = [word.lstrip("وب") for word in reading.words[max(0, index - 6) : index - 2]]
        if not tables.words.agendas.isdisjoint(near):
            return Unit(end, "count", (index, end), english, form.dual)  # «خطة من ثلاث نقاط»
    if code == "point" and reading.word(end) in tables.words.groups["points_in_space"]:
        return Unit(end, "count", (index, end), english, form.dual)
    if code == "point" and reading.word(index).startswith("درج"):
        code = kind_of_degree(reading, index, end, tables, article)
    if rate := _rate(reading, end, code, tables):
        return Unit(rate[0], f"{code}_per_{rate[1]}", dual=form.dual, factor=form.factor)
    noun = (index, end) if code in ("person", "household", "shift") else None
    return Unit(end, code, noun, english, form.dual, form.factor)


def _rate(reading: Reading, index: int, code: str, tables: FigureTables) -> tuple[int, str] | None:
    """What the unit is divided by: «يوميا», «في الثانية»; not «في اليوم نفسه»."""
    words = tables.words
    if any(word in words.gauges for word in reading.words[max(0, index - 3) : index]):
        return None  # «قذيفة عيار 155 ملم في العام»
    rate = match_phrase(words.rates, reading.words, index)
    if rate is None and reading.word(index) == "من" and code in words.rated:
        rate = match_phrase(words.rates, reading.words, index + 2)  # «متر مكعب من المياه يوميا»
    if rate is None or reading.word(rate[0]) in words.which_one:
        return None
    if rate[1] in ("month", "week"):
        return None  # what a month brings is told as an amount
    fast = code in words.speeds and rate[1] in words.speed_rates
    return rate if fast or code in words.rated else None


def kind_of_degree(
    reading: Reading, index: int, end: int, tables: FigureTables, article: ArticleTerms
) -> str:
    """Degrees of heat or of an earthquake, or steps: by the words near, else by the article's."""
    kinds, near = tables.words.degrees, reading.words[max(0, index - 14) : index + 6]
    if match_phrase(tables.words.below_zero, reading.words, end):
        return "celsius"
    for word in near:
        if kind := kinds.get(word.removeprefix("و").removeprefix("ب")):
            return kind
    told = {kind for word, kind in kinds.items() if article.counts[word]}
    hot = reading.word(index - 1).isdigit() and int(reading.word(index - 1)) in _HOT
    return told.pop() if len(told) == 1 else "celsius" if hot else "point"


def coin_at(
    reading: Reading, index: int, coin: Currency, tables: FigureTables, article: ArticleTerms
) -> Unit | None:
    """The currency at a word that may have letters joined before it."""
    return _currency(reading, index, coin, article, tables)


def _currency(
    reading: Reading, index: int, currency: Currency, article: ArticleTerms, tables: FigureTables
) -> Unit | None:
    """The currency; an adjective decides which, else the country that the article names most."""
    end = index + 1
    rest = " ".join(reading.words[end : end + 2])
    for adjective, code in sorted(currency.adjectives, key=lambda pair: -len(pair[0])):
        if rest.startswith(adjective):
            named = Unit(end + len(adjective.split()), code, factor=currency.factor)
            return _daily(reading, named, tables)
    if reading.word(end).startswith(("اميركي", "امريكي")):
        end += 1
    number = reading.sentences[index]
    first = bisect_left(reading.sentences, number)
    last = bisect_right(reading.sentences, number)
    code = code_of(currency, article, reading.words[first:last], tables.lexicon)
    return _daily(reading, Unit(end, code, factor=currency.factor), tables) if code else None


def _daily(reading: Reading, unit: Unit, tables: FigureTables) -> Unit:
    """The same by day where the adverb follows: «مليون دولار يوميا»."""
    rate = match_phrase(tables.words.rates, reading.words, unit.end)
    if rate and rate[1] == "day" and reading.word(unit.end).endswith("يا"):
        return replace(unit, end=rate[0], code=f"{unit.code}_per_day")
    return unit


_PLURALS = ("ات", "ان")


def _definite_measure(
    reading: Reading, index: int, tables: FigureTables, article: ArticleTerms
) -> Unit | None:
    """«ملايين الدولارات», «آلاف من الأطنان»: measures in the plural behind a round number."""
    at = index + (reading.word(index) == "من")
    word = reading.word(at).removeprefix(tables.article)
    if word == reading.word(at) or not (word.endswith(_PLURALS) or word in _BROKEN):
        return None
    if currency := tables.words.currencies.get(word):
        return _currency(reading, at, currency, article, tables)
    forms = tables.words.units.get(word, ())
    form = next((form for rest, form in forms if not rest), None)
    return Unit(at + 1, form.code, factor=form.factor) if form and form.code in _WEIGHED else None


_BROKEN = frozenset(["دنانير", "دراهم", "براميل", "امتار", "افدنه", "اميال"])
_WEIGHED = frozenset(
    [
        "tonne",
        "barrel",
        "hectare",
        "m",
        "km",
        "litre",
        "dunam",
        "feddan",
        "quintal",
        "mile",
        "gallon",
    ]
)


def _unknown_noun(
    reading: Reading, index: int, tables: FigureTables, article: ArticleTerms
) -> Unit | None:
    """A counted noun that the lexicon does not know: any word that is not a function word."""
    word = reading.word(index)
    if plural := _definite_measure(reading, index, tables, article):
        return plural
    definite = tables.counted_definite.get(word)
    if definite and not definite[0] and word.startswith(tables.article):
        return Unit(index + 1, "count", (index, index + 1), definite[1])  # «عشرات القتلى»
    if word == "من" and _is_whole(reading.word(index + 1), tables):
        inner = tables.counted_definite.get(reading.word(index + 1))
        end = _adjective_end(reading, index + 2, tables)
        return Unit(end, "count", (index + 1, index + 2), inner[1] if inner else "")
    if not word.isalpha() or len(word) < 3 or word in tables.function_words:
        return None
    if _is_verb(word) or _is_closed(reading, index, tables):
        return None
    if word.startswith(("لل", "بال", "كال", "فال")) or _is_of_owner(reading, index):
        return None
    waw = word.startswith("و") and word not in tables.words.groups["nouns_with_waw"]
    if (waw or word.startswith(tables.article)) and not tables.counted_definite.get(word):
        return None
    return Unit(_adjective_end(reading, index + 1, tables), "count", (index, index + 1))


def _is_of_owner(reading: Reading, index: int) -> bool:
    """«43 لمنافسه»: a preposition before and a pronoun behind, which «لوحة» has not."""
    word = reading.letters(index, index + 1)
    return (
        len(word) > _OWNED_LETTERS and word[0] in "لب" and word.endswith(("ه", "ها", "هم", "هما"))
    )


_OWNED_LETTERS = 4


def _is_whole(word: str, tables: FigureTables) -> bool:
    """Whether «من» before the word tells what is counted; not «12 من الشهر», «40 من العمر»."""
    of_time = word.removeprefix(tables.article) in tables.words.units
    return word.startswith(tables.article) and not of_time and word not in tables.words.ages


def _is_verb(word: str) -> bool:
    """«لجأوا», «أنفقت»: verbs in the plural, and in the feminine, which are no «بيوت»."""
    return len(word) > 3 and (word.endswith("وا") or (word.endswith("ت") and word[-2] not in "اوي"))


def _is_closed(reading: Reading, index: int, tables: FigureTables) -> bool:
    """Whether no noun can follow: «45 مليارا أنفقت», «180 مليونا بقرض»; not «ألفا متطوع»."""
    last, before = reading.word(index - 1), reading.word(index - 2)
    scale = tables.numbers.words.get(last)
    if scale is None or scale.kind != SCALE or not last.endswith("ا"):
        return False
    return before[:1].isdigit() or before in tables.numbers.words


def _adjective_end(reading: Reading, index: int, tables: FigureTables) -> int:
    """The word after the adjectives of relation that follow a noun («صواريخ كورية شمالية»)."""
    for end in (index, index + 1):
        word = reading.word(end)
        relation = word.endswith(("يه", "يا", "ي", "يين", "يون")) and len(word) > 4
        joined = word.startswith(("لت", "لم", "لل", "بال", "وال"))
        if not relation or joined or word in tables.function_words or not word.isalpha():
            return end
    return index + 2


def counted_before(
    reading: Reading, index: int, tables: FigureTables
) -> tuple[tuple[int, int], str] | None:
    """The counted noun before a number without one: «ارتفع عدد القتلى إلى 45»."""
    for before in range(index - 1, max(-1, index - 8), -1):
        if not reading.same_sentence(before, index):
            return None
        that = reading.words[before] in tables.that_words
        if that and reading.word(before - 1) not in tables.words.before_that:
            return None  # «يقول أصحاب المحطات إنه لا يتجاوز 45»: who says it
        if reading.word(before + 1) in tables.words.others:
            continue  # «لكن موقعا آخر أحصى 40»: who counts
        known = tables.counted_definite.get(reading.words[before])
        if known and _is_counted(reading, before, known[0], tables):
            return (before, before + 1), known[1]
    return None


def _is_counted(reading: Reading, index: int, prefix: int, tables: FigureTables) -> bool:
    """Whether the noun is what was counted: «عدد قتلى», «القتلى»; not the «شركة» that counts."""
    before, word = reading.word(index - 1), reading.words[index][prefix:]
    if word.startswith(tables.article):
        where = before in tables.words.where_words or (
            prefix > 0 and reading.words[index][0] == "ب"
        )
        return not where and word.removeprefix(tables.article) not in tables.words.singulars
    if before.isdigit() or before in tables.numbers.words:
        return True
    return any(before.endswith(word) for word in tables.words.numbers_of)
