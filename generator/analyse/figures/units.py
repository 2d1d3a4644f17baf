"""What stands after a number: its unit, its currency, a rate."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.currency import ArticleTerms, code_of
from generator.analyse.figures.nouns import adjective_end, unknown_noun
from generator.analyse.figures.tables import FigureTables, Unit
from generator.analyse.reading import Reading
from generator.languages.lexicon import Currency, UnitForm

_HOT = range(30, 60)  # degrees of summer days
_YEAR = 4  # digits: «في 2025 ضعف ما كان»


def unit_after(
    reading: Reading, index: int, tables: FigureTables, article: ArticleTerms
) -> Unit | None:
    """The unit, currency or counted noun at the word; the article decides whose currency it is."""
    words = tables.words
    if reading.word(index) == "وحده" and reading.letters(index, index + 1) != "وحدة":
        return None  # «في 2024 وحده»
    if reading.word(index) not in tables.measuring:
        return _unlisted(reading, index, tables, article)
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
        end = adjective_end(reading, counted[0], tables)
        return Unit(end, "count", (index, counted[0]), counted[1])
    return _unlisted(reading, index, tables, article)


def _unlisted(
    reading: Reading, index: int, tables: FigureTables, article: ArticleTerms
) -> Unit | None:
    plural = _definite_measure(reading, index, tables, article)
    return plural or unknown_noun(reading, index, tables)


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
    if code == "kg" and reading.word(index) == "كيلو" and _is_far(reading, index, end, tables):
        code = "km"
    if rate := _rate(reading, end, code, tables):
        return Unit(rate[0], f"{code}_per_{rate[1]}", dual=form.dual, factor=form.factor)
    noun = (index, end) if code in ("person", "household", "shift") else None
    return Unit(end, code, noun, english, form.dual, form.factor)


def _is_far(reading: Reading, index: int, end: int, tables: FigureTables) -> bool:
    """«المسافة 14 كيلو», «على بعد 14 كيلو», «14 كيلو عن المدينة»: kilometres."""
    near = reading.words[max(0, index - _NEAR) : index]
    far = any(tables.measured_things.get(word) == "length" for word in near)
    return far or "بعد" in near[-2:] or reading.word(end) in ("عن", "شمال", "جنوب", "شرق", "غرب")


_NEAR = 6  # words from what is measured to its number


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
    if reading.word(end).startswith(tuple(tables.words.groups["american"])):
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
    if word == reading.word(at) or not (
        word.endswith(_PLURALS) or word in tables.words.groups["broken_measures"]
    ):
        return None
    if currency := tables.words.currencies.get(word):
        return _currency(reading, at, currency, article, tables)
    forms = tables.words.units.get(word, ())
    form = next((form for rest, form in forms if not rest), None)
    return Unit(at + 1, form.code, factor=form.factor) if form and form.code in _WEIGHED else None


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
