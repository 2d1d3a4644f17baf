"""Numbers with their meaning -> Figure: value, unit, what is counted, qualifier. Exact decimals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.analyse.figures.context import DASHES, Measured, Scene, and_a_half, is_free, unit_at
from generator.analyse.figures.currency import ArticleTerms
from generator.analyse.figures.ellipsis import settled
from generator.analyse.figures.ones import without_number
from generator.analyse.figures.qualifiers import qualified
from generator.analyse.figures.ranges import days_end, numbered
from generator.analyse.figures.tables import figure_tables
from generator.analyse.numbers.read import read_number
from generator.analyse.numbers.words import Number
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import Counted, Figure

# An article that writes decimals with a comma (the Maghreb, Lebanon) groups thousands with dots.
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d,])")
_DECIMAL_DOT = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.])")


def find_figures(
    readings: Sequence[Reading], taken: Sequence[frozenset[int]], lexicon: Lexicon
) -> tuple[tuple[Measured, ...], ...]:
    """The figures of each block; `taken` are the words of dates and names, which are no figures."""
    tables = figure_tables(lexicon)
    if _writes(readings, ",", _DECIMAL_COMMA) and not _writes(readings, ".", _DECIMAL_DOT):
        tables = replace(tables, numbers=replace(tables.numbers, comma_is_decimal=True))
    article = ArticleTerms(readings)
    blocks: list[list[Measured]] = []
    earlier: list[Measured] = []
    for reading, words in zip(readings, taken, strict=True):
        blocks.append(_scan(reading, Scene(tables, article, words), earlier))
        earlier += blocks[-1]
    return tuple(tuple(found) for found in blocks)


def _writes(readings: Sequence[Reading], mark: str, shape: re.Pattern[str]) -> bool:
    """Whether a decimal with the mark stands anywhere."""
    return any(mark in reading.folded and shape.search(reading.folded) for reading in readings)


def as_figure(reading: Reading, measured: Measured, speaker: str | None) -> Figure:
    """The figure as the model has it."""
    span = reading.span(measured.first, measured.end, measured.prefix)
    counted = ""
    if measured.noun:
        noun = reading.span(*measured.noun)
        counted = reading.text[noun.start : noun.end]
    return Figure(
        block=reading.block,
        span=span,
        surface=reading.text[span.start : span.end],
        low=_plain(measured.low),
        high=None if measured.high is None else _plain(measured.high),
        unit=measured.unit,
        counted=Counted(counted, measured.english),
        qualifier=measured.qualifier,
        attributed_to=speaker,
    )


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()


def _scan(reading: Reading, scene: Scene, earlier: Sequence[Measured]) -> list[Measured]:
    found: list[Measured] = []
    index, numbers = 0, scene.tables.numbers.words
    triggers = scene.tables.triggers
    # Digits and ASCII marks come before ":", all letters behind it.
    for place in [p for p, w in enumerate(reading.words) if w in triggers or w < ":"]:
        word = reading.words[place]
        if place < index or place in scene.taken:
            continue
        if word in numbers or word[0].isdigit():
            measured, index = _at_number(reading, place, scene)
            found += measured
        elif word in triggers and (one := without_number(reading, place, scene)):
            found.append(one)
            index = one.end
    return settled(reading, found, scene, earlier)


def _at_number(reading: Reading, index: int, scene: Scene) -> tuple[list[Measured], int]:
    """The figures that begin with a number, and the word to go on from.

    A change «من 50 إلى 60» gives two figures, a score «2-1» none.
    """
    if thing := _thing_and_a_half(reading, index, scene):
        return [thing], thing.end
    number = read_number(reading, index, scene.tables.numbers)
    if number is None and (one := _one_percent(reading, index, scene)):
        return [one], one.end
    if number is None or not is_free(number, scene):
        return [], index + 1
    if number.low == _TWO and reading.word(index - 1) in scene.tables.duals:
        return [], number.end  # «شخصان اثنان»
    if end := _score_end(reading, number, scene) or days_end(reading, number, scene):
        return [], end
    if share := _share(reading, number, scene):
        return [share], share.end
    measured = numbered(reading, number, scene)
    return measured, max([number.end, *(one.end for one in measured)])


def _thing_and_a_half(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«جوالا ونصف الجوال», «كيسين ونصف الكيس»: one or two of a thing and its half."""
    half = and_a_half(reading, index, scene)
    after, before = reading.word(index + 1), reading.word(index - 1)
    noun = after.removeprefix("ال")
    if half is None or noun == after or not before.startswith(noun) or index - 1 in scene.taken:
        return None
    count = {"": 1, "ا": 1, "ين": 2, "ان": 2}.get(before.removeprefix(noun))
    if count is None:
        return None
    low, place = Decimal(count) + half[1], (index - 1, index)
    return qualified(reading, Measured(index - 1, index + 2, 0, low, None, "count", place), scene)


def _one_percent(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«واحد في المئة»: the only place where one is a figure."""
    word = scene.tables.numbers.words.get(reading.words[index])
    unit = unit_at(reading, index + 1, scene, None)
    if word is None or word.value != 1 or unit is None or unit.code != "percent":
        return None
    measured = Measured(index, unit.end, word.prefix, Decimal(1), None, "percent")
    return qualified(reading, measured, scene)


def _share(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """«3 من كل 5 مسنين»: a ratio."""
    if reading.words[number.end : number.end + 2] != ("من", "كل"):
        return None
    whole = read_number(reading, number.end + 2, scene.tables.numbers)
    if whole is None or whole.first != number.end + 2 or whole.low <= number.low:
        return None
    unit = unit_at(reading, whole.end, scene, None)
    noun = unit.noun if unit else None
    share = Measured(
        number.first,
        unit.end if unit else whole.end,
        number.prefix,
        number.low / whole.low,
        None,
        "ratio",
        noun,
        unit.english if unit else "",
    )
    return qualified(reading, share, scene)


_TWO = 2
_SCORE_MARKS = DASHES | {"/"}
_GOALS = 20  # more of them are no goals, but parts of a date or an address


def _score_end(reading: Reading, number: Number, scene: Scene) -> int | None:
    """The word after a score or a code such as «2-1», whose second number is not the larger."""
    if not number.digits or reading.word(number.end) not in _SCORE_MARKS:
        return None
    if reading.word(number.end + 1) in scene.tables.words.groups["nil_words"]:
        return number.end + 2  # «3-صفر»
    other = read_number(reading, number.end + 1, scene.tables.numbers)
    if reading.word(number.end) == "/" and not (other and other.low < _GOALS > number.low):
        return None
    if other is None or other.first != number.end + 1 or other.low > number.low:
        return None
    return other.end
