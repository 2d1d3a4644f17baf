"""Figures without a number: «عامين», «متر وأربعين سنتيمترا», «ريال واحد»."""

from dataclasses import replace
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.amounts import with_parts
from generator.analyse.figures.context import Measured, Scene, and_a_half
from generator.analyse.figures.duals import dual_at, dual_range, is_of_two
from generator.analyse.figures.qualifiers import qualified
from generator.analyse.figures.tables import FigureTables
from generator.analyse.figures.units import coin_at, kind_of_degree
from generator.analyse.reading import Reading


def without_number(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«عامين», «شخصين»; «عام ونصف»."""
    word, tables = reading.words[index], scene.tables
    if (known := tables.duals.get(word)) and not is_of_two(reading, index, known, tables):
        dual = dual_at(reading, index, known, scene)
        return qualified(reading, dual_range(reading, dual, scene) or dual, scene)
    if times := match_phrase(tables.multiples, reading.words, index):
        prefix = times[1][0]
        return Measured(index, index + 1, prefix, Decimal(2), None, "ratio")
    if (coin := _one_coin(reading, index, scene)) is not None:
        return qualified(reading, coin, scene)
    one = _one_unit(reading, index, scene)
    return qualified(reading, one, scene) if one else None


def _one_unit(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«عام ونصف», «متر وأربعين سنتيمترا»: one of a unit and its part."""
    single = scene.tables.singles.get(reading.words[index])
    if single is None:
        return None
    prefix, code = single
    start = Measured(index, index + 1, prefix, Decimal(1), None, code)
    if half := and_a_half(reading, index + 1, scene):
        if code == "point":
            code = kind_of_degree(reading, index, index + 1, scene.tables, scene.article)
        return replace(start, end=half[0], low=Decimal(1) + half[1], unit=code)
    whole = with_parts(reading, start, scene)
    return whole if whole.end > start.end else None


def _one_coin(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«ريال واحد», «دولار ونصف», «دولار وعشرين سنتا»: one of a currency and its parts."""
    known = scene.tables.coins.get(reading.words[index])
    if known is None or not _part_follows(reading, index, scene.tables):
        return None
    unit = coin_at(reading, index, known[1], scene.tables, scene.article)
    if unit is None:
        return None
    start = Measured(index, unit.end, known[0], Decimal(1), None, unit.code, factor=unit.factor)
    if reading.word(unit.end) in scene.tables.words.one_words:
        return replace(start, end=unit.end + 1, low=unit.factor)
    if half := and_a_half(reading, unit.end, scene):
        return replace(start, end=half[0], low=(Decimal(1) + half[1]) * unit.factor)
    whole = with_parts(reading, replace(start, low=unit.factor), scene)
    return whole if whole.end > unit.end else None


def _part_follows(reading: Reading, index: int, tables: FigureTables) -> bool:
    """Whether «واحد», «ونصف» or another number stands behind a currency and its adjectives."""
    following = reading.words[index + 1 : index + _COIN]
    return any(w == "و" or w in tables.numbers.words for w in following)


_COIN = 5  # words of a currency, its adjectives and what says how many
