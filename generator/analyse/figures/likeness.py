"""How alike two figures are: in size, in scale, in how their sentences are built."""

from collections.abc import Sequence
from decimal import Decimal
from math import log10

from generator.analyse.figures.context import Measured, Scene
from generator.analyse.reading import Reading
from generator.measures import dimension, is_count, is_money

BETWEEN = 4  # words between a number and what sets it against another
_SAME, BEFORE = 100, 20  # times greater or smaller, in one sentence and in the one before
_APART = 1000  # the same for sums that are set against each other
_THOUSAND, MILLION = 10**3, 10**6
_ALIKE = Decimal(5)  # times greater or smaller
_HOTTEST = 60
_SCALES = (10**12, 10**9, 10**6)
_UNLIKE = -6.0  # four powers of ten
LIKE = -0.5  # a number that may be a year is half or twice the other at most


def is_parallel(reading: Reading, one: Measured, last: Measured, scene: Scene) -> bool:
    """«120 كيلومترا من المدينة ونحو 400 من العاصمة»: built like the figure before."""
    if not reading.same_sentence(last.first, one.first) or last.bare:
        return False
    link = reading.word(one.end)
    alike = link == reading.word(last.end) and link in scene.tables.words.groups["linking_words"]
    alike = alike or _is_led_alike(reading, one, last)
    start = max(last.end, one.first - BETWEEN)
    joined = any(word[0] == "و" or word == "ثم" for word in reading.words[start : one.first + 1])
    if not (alike and joined):
        return False
    return fits(one, last, same=True, against=True) or scale_left_out(one, last) is not None


def _is_led_alike(reading: Reading, one: Measured, last: Measured) -> bool:
    """«قدر الخبراء الخسائر بـ300 مليون يورو وشركات التأمين بـ450»."""
    first, second = (reading.words[each.first] for each in (last, one))
    return first == second == "ب" and last.prefix == one.prefix == 1


def may_be(one: Measured, other: Measured) -> bool:
    """Whether the sizes are near enough for one thing: an interest of 8 is no sum of billions."""
    return one.low == 0 or likeness(one, other) > _UNLIKE


def likeness(one: Measured, other: Measured) -> float:
    """0 for numbers of one size, -1.5 for each power of ten between them."""
    size = abs(other.low / other.factor)
    if not one.low or not size:
        return -1.5
    return -1.5 * abs(log10(abs(one.low)) - log10(size))


def scale_left_out(one: Measured, last: Measured) -> Decimal | None:
    """«من ستة ملايين طن إلى ثمانية»: the millions of the figure before, where both are alike."""
    scale = next((Decimal(each) for each in _SCALES if last.low >= each), None)
    if scale is None or last.factor != 1 or not 0 < one.low < _THOUSAND:
        return None
    return scale if 1 / _ALIKE <= last.low / scale / one.low <= _ALIKE else None


def of_scale(
    reading: Reading, one: Measured, result: Sequence[Measured]
) -> tuple[str, Decimal] | None:
    """«23.5 مليار، 10.5 منها»: a decimal that leaves out the scale with the unit."""
    last = result[-1] if result else None
    if last is None or not reading.same_sentence(last.first, one.first) or not is_money(last.unit):
        return None
    scale = next((each for each in _SCALES if last.low >= each), None)
    if scale is None or not _SAME > last.low / scale / one.low > Decimal(1) / _SAME:
        return None
    return last.unit, Decimal(scale)


def fits(one: Measured, each: Measured, *, same: bool, against: bool) -> bool:
    """Whether a number may have the unit of an earlier figure, by its size and by what the unit is."""
    size = abs(each.low / each.factor)
    if one.low and size:
        limit = _SAME if same else BEFORE
        if same and against and is_money(each.unit):
            limit = _APART  # «للأفراد خمسة آلاف درهم وللمؤسسات مليونا»
        if not Decimal(1) / limit <= abs(one.low) / size <= limit:
            return False
    if is_count(each.unit):
        return one.low == int(one.low) or each.low != int(each.low)
    if each.unit == "ratio" or one.noun is not None:
        return False
    if dimension(each.unit) == "time":
        return same and against
    if each.unit == "percent":
        told = against or (one.qualifier is not None and likeness(one, each) > LIKE)
        return one.low <= 100 and ((told and same) or one.low != int(one.low))
    if each.unit == "celsius" and one.low > _HOTTEST:
        return False
    return against or same or one.low >= 10 or one.digits
