"""The figure that a number goes on from: near, of like size, set against it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.analyse.figures.context import Measured, Scene
from generator.analyse.figures.likeness import (
    BETWEEN,
    LIKE,
    fits,
    likeness,
    of_scale,
    scale_left_out,
)
from generator.analyse.figures.not_counted import changes_it
from generator.analyse.reading import Reading
from generator.measures import is_money

# «ثلاث سنوات ثم خمسا»: what has no «ه» and no noun leaves out the feminine one just told.
_OF_FEMININE = frozenset(["ثلاثا", "اربعا", "خمسا", "ستا", "سبعا", "ثمانيا", "تسعا", "عشرا"])
_LONG = 2  # sentences back for decimals and thousands, which count few things


def from_before(
    reading: Reading,
    one: Measured,
    result: Sequence[Measured],
    scene: Scene,
    earlier: Sequence[Measured],
) -> tuple[str, Decimal] | None:
    """The unit of the figure that this one goes on from: near, of like size, set against it."""
    decimal = one.low != int(one.low)
    candidates = tuple(_candidates(reading, one, result, earlier))
    if not candidates:
        return of_scale(reading, one, result) if decimal else None
    against = _is_set_against(reading, one, result, scene) or changes_it(reading, one, scene)
    turns = _turns(reading, one, result)
    part = _is_part(reading, one, result, scene)
    last = result[-1] if result else None
    near = last is not None and reading.same_sentence(last.first, one.first)
    if last and near and against and is_money(last.unit) and (scale := scale_left_out(one, last)):
        return last.unit, scale
    if part and decimal and (scaled := of_scale(reading, one, result)):
        return scaled
    best, score = None, float("-inf")
    for rank, (each, same) in enumerate(candidates):
        if not fits(one, each, same=same or turns, against=against or part or turns):
            continue
        if part:
            return each.unit, each.factor
        if one.doubtful and not against and likeness(one, each) < LIKE:
            continue
        fit = likeness(one, each) - 0.6 * rank
        if fit > score:
            best, score = each, fit
    if best is None and decimal:
        return of_scale(reading, one, result)
    return (best.unit, best.factor) if best else None


def _turns(reading: Reading, one: Measured, result: Sequence[Measured]) -> bool:
    """«… 50 دقيقة. أما في العطلة فهي 35»: the next sentence says how much it is elsewhere."""
    start = max([0, *(each.end for each in result)])
    follows = reading.word(one.first - 1) in ("فهو", "فهي", "فكان", "فكانت", "فبلغ", "فبلغت")
    return follows and "اما" in reading.words[start : one.first]


def _is_part(reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene) -> bool:
    """«27 قبرا، فتح منها أربعة», «750 هكتارا احترق منها 48»."""
    start = max([0, one.first - BETWEEN, *(each.end for each in result)])
    near = (*reading.words[start : one.first], reading.word(one.end))
    return not scene.tables.words.people_meant.isdisjoint(near)


def _candidates(
    reading: Reading, one: Measured, result: Sequence[Measured], earlier: Sequence[Measured]
) -> Iterator[tuple[Measured, bool]]:
    """The figures of this sentence and the one before, nearest first, and whether it is the same."""
    number = reading.sentences[one.first]
    back = 1 if one.low < 1000 and one.low == int(one.low) else _LONG
    for each in result[::-1]:
        if number - reading.sentences[each.first] <= back:
            yield each, reading.sentences[each.first] == number
    if number == 0 and earlier:
        yield earlier[-1], False


def _is_set_against(
    reading: Reading, one: Measured, result: Sequence[Measured], scene: Scene
) -> bool:
    """«كان بـ20 جنيها فصار بـ55», «مقابل 42», «و12 في عجلون», «وفي رمضان ثماني»."""
    words = scene.tables.against
    joined = one.prefix > 0 and reading.words[one.first].startswith("و")
    joined = joined or reading.words[one.first] in _OF_FEMININE
    joined = joined or reading.word(one.first - 1) == "ثم"  # «تأخرت 40 دقيقة ثم 90»
    if joined or reading.word(one.first - 1) in scene.tables.words.groups["not_words"]:
        return True  # «كلف 14 مليونا، لا عشرة»
    start = max([0, one.first - BETWEEN, *(each.end for each in result)])
    if any(word in words or word[1:] in words for word in reading.words[start : one.first]):
        return True
    return _leaves_verb_out(reading, one, start, scene)


def _leaves_verb_out(reading: Reading, one: Measured, start: int, scene: Scene) -> bool:
    """«تستغرق بالقطار ست ساعات، وبالحافلة تسعا»: the clause goes on without its verb.

    A noun that can be counted before the number is what is counted: «وأولاده ثلاثة».
    """
    follows = reading.word(one.end)
    if follows.isalpha() and follows not in scene.tables.function_words:
        return False
    between = reading.words[start : one.first]
    begins = next((at for at, word in enumerate(between) if word[0] == "و"), None)
    if begins is None or "،" in between[begins:]:
        return False
    head = between[begins].removeprefix("و")
    if head in scene.tables.words.where_words or head.startswith(("بال", "لل")):
        return True
    counted = any(word in scene.tables.counted_definite for word in between[begins:])
    return head.startswith("ال") and head not in scene.tables.function_words and not counted
