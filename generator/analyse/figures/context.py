"""What the rules of figures share: what they find, what stands around a number."""

from decimal import Decimal

from generator.analyse.figures.currency import ArticleTerms
from generator.analyse.figures.tables import FigureTables, Unit
from generator.analyse.figures.units import unit_after
from generator.analyse.numbers.words import FRACTION, Number
from generator.analyse.reading import Reading
from generator.model.record import record

DASHES = frozenset("-–—")


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class Scene:
    """What the rules need beside the block: tables, the article's text, words already taken."""

    tables: FigureTables
    article: ArticleTerms
    taken: frozenset[int]


def is_free(number: Number, scene: Scene) -> bool:
    """Whether no word of the number belongs to a name or a date."""
    return scene.taken.isdisjoint(range(number.first, number.end))


def unit_at(reading: Reading, index: int, scene: Scene, sign: str | None) -> Unit | None:
    """The unit at the word, in the sentence of the word before it; `sign` is one that stood before."""
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
    """The code of a currency's sign that is glued before the number."""
    sign = reading.word(number.first - 1)
    return tables.words.currency_signs.get(sign) if reading.glued(number.first) else None


def and_a_half(reading: Reading, index: int, scene: Scene) -> tuple[int, Decimal] | None:
    """«ونصف», «ونصف العام»: (word after it, the part)."""
    word = scene.tables.numbers.words.get(reading.word(index))
    if word is None or word.kind != FRACTION or not word.joined or word.definite:
        return None
    after = reading.word(index + 1)
    unit = after.removeprefix("ال")
    words = scene.tables.words
    again = after.startswith("ال") and (unit in words.units or unit in words.fold_words)
    value = Decimal(word.value.numerator) / Decimal(word.value.denominator)
    return index + 1 + again, value
