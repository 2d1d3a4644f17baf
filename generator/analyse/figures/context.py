"""What the rules of figures share: what they find, what stands around a number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.currency import ArticleTerms
from generator.analyse.figures.words import FigureTables, Unit, unit_after
from generator.analyse.numbers import FRACTION, Number
from generator.analyse.reading import Reading

DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure in words first..end-1; `noun` are the words of what it counts."""

    first: int
    end: int
    prefix: int
    low: Decimal
    high: Decimal | None
    unit: str
    noun: tuple[int, int] | None = None
    english: str = ""
    qualifier: str | None = None
    bare: bool = False
    """Whether no unit and no noun stands after the number."""
    doubtful: bool = False
    """Whether it may be a year, and is a figure only where something says what it measures."""
    digits: bool = False
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules need beside the block: tables, the article's text, words already taken."""

    tables: FigureTables
    article: ArticleTerms
    taken: frozenset[int]


def is_free(number: Number, scene: Scene) -> bool:
    return scene.taken.isdisjoint(range(number.first, number.end))


# ---------------------------------------------------------------- what is no figure


def is_name(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether the number belongs to a name or an order: «القرار 2231», «بوينغ 737», «7. …»."""
    before = reading.word(number.first - 1)
    if number.digits and not number.definite and before in tables.words.identifiers:
        counts = before == "العدد" and (
            tables.counted_definite.get(reading.word(number.end))
            or reading.word(number.first - 2) in tables.that_words  # «أكد أن العدد 4181»
        )
        counts = counts or reading.word(number.first - 2) in ("ما", "بما")  # «ما مجموعه 400»
        return number.scale == 1 and not number.prefix and not counts
    if number.digits and _is_listed_name(reading, number, tables):
        return True
    if number.digits and number.scale == 1 and reading.word(number.first - 2) in _MODELS:
        return reading.word(number.end) not in tables.words.units  # «طراز إمبراير 175»
    after = reading.word(number.end)
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


_MODELS = frozenset(["طراز", "نموذج", "موديل"])


def _is_listed_name(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether the number goes on with numbers that are names: «الدقيقتين 23 و71», «المواد 5 و6 و7»."""
    place = number.first
    while reading.word(place - 1).isdigit() and reading.word(place) in ("و", "،"):
        place -= 1
    while reading.word(place - 1) in ("و", "،") and reading.word(place - 2).isdigit():
        place -= 2
    return place < number.first and reading.word(place - 1) in tables.words.identifiers


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
    if before in words.name_heads:
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
    return (
        number.digits
        and number.scale == 1
        and 1800 <= number.low <= 2100
        and (number.low == int(number.low))
    )


def is_numbering(reading: Reading, number: Number) -> bool:
    """Whether the number opens its block as a list's number does: «1. », «2) »."""
    return number.first == 0 and reading.word(number.end) in (".", ")", "-", "–", "/")


# ---------------------------------------------------------------- units and qualifiers


def unit_at(reading: Reading, index: int, scene: Scene, sign: str | None) -> Unit | None:
    if sign:
        return Unit(index, sign)
    if not 0 < index < len(reading.words) or not reading.same_sentence(index - 1, index):
        return None
    if reading.word(index) not in scene.tables.words.percent_signs and index in scene.taken:
        return _taken_noun(reading, index, scene)
    return unit_after(reading, index, scene.tables, scene.article)


def _taken_noun(reading: Reading, index: int, scene: Scene) -> Unit | None:
    """A counted noun may begin a topic's name («12 قذيفة مدفعية»), a date not."""
    unit = unit_after(reading, index, scene.tables, scene.article)
    return unit if unit and unit.english else None


def sign_before(reading: Reading, number: Number, tables: FigureTables) -> str | None:
    sign = reading.word(number.first - 1)
    return tables.words.currency_signs.get(sign) if reading.glued(number.first) else None


def and_a_half(reading: Reading, index: int, scene: Scene) -> tuple[int, Decimal] | None:
    """«ونصف», «ونصف العام»: (word after it, the part)."""
    word = scene.tables.numbers.words.get(reading.word(index))
    if word is None or word.kind != FRACTION or not word.joined or word.definite:
        return None
    after = reading.word(index + 1)
    unit = after.removeprefix("ال")
    again = after.startswith("ال") and unit in scene.tables.words.units
    value = Decimal(word.value.numerator) / Decimal(word.value.denominator)
    return index + 1 + again, value


def qualified(reading: Reading, measured: Measured, scene: Scene) -> Measured:
    if measured.qualifier == "vague":
        return measured
    tables, first = scene.tables, measured.first
    start, before = _phrase_before(reading, first, tables) or (first, None)
    if before in _DENIED and _is_denied(reading, start, tables):
        before = _DENIED[before]
    before = before or _but(reading, first, tables) or _qualifier_apart(reading, first, tables)
    if before in _DENIED and _is_unlikely(reading, first, tables):
        before = _DENIED[before]
    qualifier = before or _qualifier_after(reading, measured.end, scene) or measured.qualifier
    if qualifier == measured.qualifier:
        return measured
    return replace(measured, qualifier=qualifier)


def _but(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """«لم يدم غير تسعين دقيقة», «لا يحتاج إلا إلى 200 لتر»."""
    if reading.word(index - 1) in tables.words.but_words:
        return "only" if _is_denied(reading, index - 1, tables) else None
    to = reading.word(index - 1) in tables.words.split_words
    return "only" if to and reading.word(index - 2) == "الا" else None


def _qualifier_after(reading: Reading, end: int, scene: Scene) -> str | None:
    """«16 على الأقل», «9 لترات من الماء النقي على الأقل»."""
    table = scene.tables.words.qualifiers_after
    if after := match_phrase(table, reading.words, end):
        return after[1]
    for place in range(end + 1, min(end + _AFTER, len(reading.words))):
        if not reading.words[place - 1].isalpha() or reading.words[place - 1].startswith("و"):
            return None
        if (after := match_phrase(table, reading.words, place)) and after[0] > place + 1:
            return after[1]
    return None


_AFTER = 5  # words to «على الأقل»
_DENIED = {"more_than": "at_most", "less_than": "at_least"}
_NO = frozenset(["لا", "لم", "لن", "ولا", "ولم", "ولن", "فلا", "فلم", "فلن"])
_DENIAL = 10  # words from a denied verb to what it denies


def _is_denied(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«لا تمنحه النقابة أكثر من 64 في المئة»: a verb that is denied stands before the words."""
    if reading.word(index - 1) in tables.words.before_that:
        return False  # «لم تشاهد منذ أكثر من عشر سنوات»
    for place in _words_before(reading, index, _DENIAL):
        if reading.words[place] in _BUT:
            return False  # «لم يبق إلا قشرة تعكس أقل من 2%»
        if reading.words[place] == "ان":
            return _denies_opinion(reading, place, tables)
        if reading.words[place] in _NO:
            return reading.word(place + 1).startswith(("ي", "ت", "ن", "ا"))
        if reading.words[place] in ("ما", "وما"):
            return reading.word(place + 1).startswith("كان")
    return False


def _is_unlikely(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«لا يتوقع الخبراء أن يتجاوز النمو ثلاثة»: the verb after «أن» is what is denied."""
    that = next((p for p in _words_before(reading, index, _NEAR) if reading.words[p] == "ان"), 0)
    return that > 0 and _denies_opinion(reading, that, tables)


def _denies_opinion(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«لا يتوقع الخبراء أن يتجاوز», where no one denies that it was said."""
    opinions = tables.words.groups["opinion_verbs"]
    return any(
        reading.words[place] in _NO and reading.word(place + 1) in opinions
        for place in range(max(0, index - _OPINION), index)
        if reading.same_sentence(place, index)
    )


def _words_before(reading: Reading, index: int, reach: int) -> Iterator[int]:
    """The places of words before one of its clause, nearest first; what is said aside is skipped."""
    place, steps = index - 1, 0
    while place >= 0 and steps < reach and reading.same_sentence(place, index):
        if reading.words[place] == "،":
            place = _before_aside(reading, place)
            continue
        yield place
        place, steps = place - 1, steps + 1


def _before_aside(reading: Reading, comma: int) -> int:
    """The word before «، في حساب المديرية،» that ends at the comma; -1 where the clause begins."""
    if reading.word(comma + 1) not in _AFTER_ASIDE:
        return -1
    opens = range(comma - 3, max(-1, comma - _ASIDE), -1)
    return next((place for place in opens if reading.words[place] == "،"), 0) - 1


_BUT = frozenset(["الا", "سوي", "غير"])
_ASIDE = 10  # words of what is said aside, with its commas
_AFTER_ASIDE = frozenset(["علي", "عن", "الي", "غير", "سوي", "الا"])
_OPINION = 5  # words from the denial to its «أن»


def qualifier_before(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """The qualifier whose words end right before the number: «ما لا يقل عن»."""
    found = _phrase_before(reading, index, tables)
    return found[1] if found else _qualifier_apart(reading, index, tables)


def _phrase_before(reading: Reading, index: int, tables: FigureTables) -> tuple[int, str] | None:
    for start in range(max(0, index - tables.qualifier_length), index):
        found = match_phrase(tables.qualifiers, reading.words, start)
        if found and found[0] == index and reading.same_sentence(start, index):
            return start, found[1][1]
    return None


def _qualifier_apart(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """The qualifier of a verb whose subject stands before the number: «تجاوز الإنتاج مليون طن»."""
    last = reading.word(index - 1)
    for steps, start in enumerate(_words_before(reading, index, _APART - 1)):
        word = reading.words[start]
        if not word.isalpha() or (
            word in tables.numbers.words and word not in tables.words.one_words
        ):
            return None
        if word not in tables.qualifiers_apart and word not in tables.qualifiers:
            continue
        denied = match_phrase(tables.qualifiers_apart, reading.words, start - 1)
        if found := denied or match_phrase(tables.qualifiers_apart, reading.words, start):
            return found[1][1] if steps < _NEAR - 1 or denied else None
        if split := _split(reading, start - 1, last, tables) or _split(
            reading, start, last, tables
        ):
            return split
    return None


_NEAR = 6  # words from a verb to its number
_APART = 9  # the same where a preposition before the number is the verb's


def _split(reading: Reading, start: int, last: str, tables: FigureTables) -> str | None:
    """«لا تزيد المستحقات ذاتها على 71», «تصل سماكتها إلى 40»: words around the subject."""
    for rest, (_, qualifier) in tables.qualifiers.get(reading.word(start), ()):
        if not rest or rest[-1] != last or last not in tables.words.split_words:
            continue
        if reading.words[start + 1 : start + len(rest)] == rest[:-1]:
            told = reading.word(start - 1) == "ان" and qualifier == "up_to"
            return None if told else qualifier  # «توقع أن يصل العدد إلى 800»
    return None
