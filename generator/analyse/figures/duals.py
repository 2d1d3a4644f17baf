"""Two of a thing in one word: «عامين», «شخصين», «مترين إلى خمسة أمتار»."""

from dataclasses import replace
from decimal import Decimal

from generator.analyse.figures.amounts import is_after_that, with_parts
from generator.analyse.figures.context import Measured, Scene, and_a_half, unit_at
from generator.analyse.figures.tables import FigureTables
from generator.analyse.numbers.read import read_number
from generator.analyse.reading import Reading
from generator.measures import dimension


def dual_at(reading: Reading, index: int, known: tuple[int, str], scene: Scene) -> Measured:
    """«عامين», «شخصين»: two of it in one word; «عامين ونصف» a half more."""
    prefix, code = known
    end, low = index + 1, Decimal(2)
    if code != "count" and (half := and_a_half(reading, end, scene)):
        end, low = half[0], low + half[1]
    label = scene.tables.counted_definite.get(reading.words[index])
    noun = (index, index + 1) if code == "count" else None
    two = Measured(index, end, prefix, low, None, code, noun, label[1] if label and noun else "")
    return with_parts(reading, two, scene)


def dual_range(reading: Reading, dual: Measured, scene: Scene) -> Measured | None:
    """«مترين إلى خمسة أمتار», «يومين أو ثلاثة أيام»."""
    start = dual.end + 1
    if reading.word(dual.first - 1).endswith("بين"):
        start -= reading.word(dual.end) != "و"  # «بين ساعتين وثلاث ساعات»
    elif reading.word(dual.end) not in scene.tables.words.to_words | scene.tables.words.or_words:
        return None
    other = read_number(reading, start, scene.tables.numbers)
    if other is None or other.first < dual.end or other.high is not None or other.low <= 2:
        return None
    unit = unit_at(reading, other.end, scene, None)
    if unit and unit.code not in (dual.unit, "count"):
        return None
    end = unit.end if unit and unit.code == dual.unit else other.end
    return replace(dual, end=end, high=other.low, qualifier="range")


def is_of_two(reading: Reading, index: int, known: tuple[int, str], tables: FigureTables) -> bool:
    """Whether the dual stands after «كلا», counts contracts or tells a moment: no figure."""
    if known[0] and dimension(known[1]) == "time" and is_after_that(reading, index, tables):
        return True
    before = reading.word(index - 1)
    if reading.word(index + 1).isdigit():
        return True  # «الدقيقتين 23 و71»
    if known[1] == "point" and reading.words[index][known[0] :].startswith("ال"):
        return True  # «بين النقطتين»
    if before in tables.words.both_words:
        return True
    contract = not tables.words.contract_verbs.isdisjoint((before, before.removeprefix("و")))
    return contract and reading.words[index].startswith("عقد")
