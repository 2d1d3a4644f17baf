"""Numbers that measure nothing: names, codes, times of day, years, list numbers."""

from generator.analyse.figures.qualifiers import qualifier_before
from generator.analyse.figures.tables import FigureTables
from generator.analyse.numbers.words import Number
from generator.analyse.reading import Reading


def is_name(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether the number belongs to a name or an order: «القرار 2231», «بوينغ 737», «7. …»."""
    before = reading.word(number.first - 1)
    if number.digits and not number.definite and before in tables.identifiers:
        counts = before == "العدد" and (
            tables.counted_definite.get(reading.word(number.end))
            or reading.word(number.first - 2) in tables.that_words  # «أكد أن العدد 4181»
        )
        counts = counts or reading.word(number.first - 2) in ("ما", "بما")  # «ما مجموعه 400»
        return number.scale == 1 and not number.prefix and not counts
    if number.digits and _is_listed_name(reading, number, tables):
        return True
    if number.digits and number.scale == 1 and _is_model(reading, number, tables):
        return reading.word(number.end) not in tables.words.units  # «طراز إمبراير 175»
    after = reading.word(number.end)
    if number.digits and number.low <= _LAST_DAY and after in tables.lexicon.dates.months:
        return True  # «حركة 23 مارس»
    if number.digits and after in ("»", "”") and before.isalpha():
        opened = reading.words[max(0, number.first - 3) : number.first]
        if ("«" in opened or "“" in opened) and qualifier_before(
            reading, number.first, tables
        ) is None:
            return True  # «جيميناي 4» between quotation marks
    return (
        number.digits
        and reading.glued(number.end)
        and after[:1].isalpha()
        and (not "\u0621" <= after[0] <= "\u06d3")
    )


_LAST_DAY = 31  # of a month


def _is_model(reading: Reading, number: Number, tables: FigureTables) -> bool:
    return reading.word(number.first - 2) in tables.words.groups["model_words"]


def _is_listed_name(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether the number goes on with numbers that are names: «الدقيقتين 23 و71», «المواد 5 و6 و7»."""
    place = number.first
    while reading.word(place - 1).isdigit() and reading.word(place) in ("و", "،"):
        place -= 1
    while reading.word(place - 1) in ("و", "،") and reading.word(place - 2).isdigit():
        place -= 2
    return place < number.first and reading.word(place - 1) in tables.identifiers


def is_designation(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether a number without a unit is a name or a score: «القاعة 4», «5+1»."""
    if not number.digits or number.scale > 1 or number.prefix or number.definite:
        return False
    first, words = number.first, tables.words
    if not _is_named_before(reading, number, tables):
        return False
    near = reading.words[max(0, first - 6) : first]
    return words.groups["reckoning_verbs"].isdisjoint(near)  # «عد الصحافيون في القاعة 84»


def _is_named_before(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether what stands before or at the number is the head of a name."""
    first, words = number.first, tables.words
    before, earlier = reading.word(first - 1), reading.word(first - 2)
    if before in words.name_heads or before.removeprefix("و") in words.name_heads:
        return True
    defined = before.startswith(tables.article) and before not in tables.function_words
    ordinal = before in tables.lexicon.dates.ordinals  # «وفي الجولة الأولى 52 في المئة»
    if defined and not ordinal and (earlier in words.name_heads or earlier in words.identifiers):
        return True  # «الطريق السريع 90»
    glued = (reading.glued(first) and before in _TYING) or (
        reading.glued(number.end) and reading.word(number.end) in _TYING
    )
    return glued or _is_lettered(reading, first)


def _is_lettered(reading: Reading, first: int) -> bool:
    """Whether letters stand between «رقم» and the number: «رقم إم إس 804»."""
    for place in range(first - 1, max(-1, first - 4), -1):
        if reading.words[place] == "رقم":
            return True
        if len(reading.words[place]) > 2:
            return False
    return False


_TYING = frozenset("/+")


def is_time(reading: Reading, number: Number) -> bool:
    """Whether it is a time of day or part of a web address: «10:30»."""
    colon = reading.word(number.end) == ":" and reading.glued(number.end)
    after = colon and reading.glued(number.end + 1) and reading.word(number.end + 1).isdigit()
    before = reading.word(number.first - 1) == ":" and reading.glued(number.first)
    return after or (before and reading.word(number.first - 2).isdigit())


def is_year(number: Number) -> bool:
    """Whether the digits may be a year of our times."""
    return (
        number.digits
        and number.scale == 1
        and 1800 <= number.low <= 2100
        and (number.low == int(number.low))
    )


def is_numbering(reading: Reading, number: Number) -> bool:
    """Whether the number opens its block as a list's number does: «1. », «2) »."""
    return number.first == 0 and reading.word(number.end) in (".", ")", "-", "–", "/")
