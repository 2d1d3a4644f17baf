"""Numbers with their meaning -> Figure: value, unit, what is counted, qualifier. Exact decimals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.context import (
    DASHES,
    Measured,
    Scene,
    and_a_half,
    is_designation,
    is_free,
    is_name,
    is_time,
    is_year,
    qualified,
    sign_before,
    unit_at,
)
from generator.analyse.figures.currency import ArticleTerms
from generator.analyse.figures.ellipsis import settled
from generator.analyse.figures.shapes import (
    dual_at,
    dual_range,
    is_of_two,
    joined_number,
    measure,
    single,
    with_parts,
)
from generator.analyse.figures.words import (
    FigureTables,
    Unit,
    coin_at,
    figure_tables,
    kind_of_degree,
)
from generator.analyse.numbers import Number, read_number
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


# ---------------------------------------------------------------- where a figure begins


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
        elif word in triggers and (one := _without_number(reading, place, scene)):
            found.append(one)
            index = one.end
    return settled(reading, found, scene, earlier)


def _at_number(reading: Reading, index: int, scene: Scene) -> tuple[list[Measured], int]:
    """The figures that begin with a number, and the word to go on from.

    A change «من 50 إلى 60» gives two figures, a score «2-1» none.
    """
    number = read_number(reading, index, scene.tables.numbers)
    if number is None and (one := _one_percent(reading, index, scene)):
        return [one], one.end
    if number is None or not is_free(number, scene):
        return [], index + 1
    if end := _score_end(reading, number, scene) or _days_end(reading, number, scene):
        return [], end
    if share := _share(reading, number, scene):
        return [share], share.end
    measured = _numbered(reading, number, scene)
    return measured, max([number.end, *(one.end for one in measured)])


def _one_percent(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«واحد في المئة»: the only place where one is a figure."""
    word = scene.tables.numbers.words.get(reading.words[index])
    unit = unit_at(reading, index + 1, scene, None)
    if word is None or word.value != 1 or unit is None or unit.code != "percent":
        return None
    measured = Measured(index, unit.end, word.prefix, Decimal(1), None, "percent")
    return qualified(reading, measured, scene)


def _without_number(reading: Reading, index: int, scene: Scene) -> Measured | None:
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


def _score_end(reading: Reading, number: Number, scene: Scene) -> int | None:
    """The word after a score or a code such as «2-1», whose second number is not the larger."""
    if reading.word(number.end) not in DASHES or not number.digits:
        return None
    other = read_number(reading, number.end + 1, scene.tables.numbers)
    if other is None or other.first != number.end + 1 or other.low > number.low:
        return None
    return other.end


# ---------------------------------------------------------------- one number or two


def _numbered(reading: Reading, number: Number, scene: Scene) -> list[Measured]:
    if is_name(reading, number, scene.tables) or is_time(reading, number):
        return []
    sign = sign_before(reading, number, scene.tables)
    unit = unit_at(reading, number.end, scene, sign)
    second = _second_number(reading, number, unit, scene)
    if second is None and unit is None and is_designation(reading, number, scene.tables):
        return []
    if second is None:
        return single(reading, number, unit, scene)
    other, change = second
    other_unit = unit_at(reading, other.end, scene, sign)
    if unit and other_unit and (unit.code, other_unit.code) == ("point", "celsius"):
        unit = replace(unit, code="celsius")  # «بين 22 درجة و31 درجة مئوية»
    low, high = _shared_scale(number, other)
    change = change or _differ(unit, other_unit)
    if change or low >= high:
        first_unit = unit if unit and unit.code != "count" else other_unit
        shared = replace(first_unit, end=number.end) if first_unit and not unit else unit
        return single(reading, replace(number, low=low), shared, scene)
    if is_year(number) and is_year(other) and other_unit is None:
        return []
    last = other_unit or unit
    measured = measure(reading, replace(number, low=low, high=high), last, scene)
    if measured is None:
        return []
    end = max(other.end, other_unit.end if other_unit else 0)
    ranged = qualified(reading, replace(measured, end=end), scene)
    return [replace(ranged, qualifier=ranged.qualifier or "range")]


_LAST_DAY = 31


def _days_end(reading: Reading, number: Number, scene: Scene) -> int | None:
    """The word after days of a month: «بين 24 و30 من الشهر الجاري», «من 10 إلى 12 مايو»."""
    if not number.digits or not 1 <= number.low <= _LAST_DAY:
        return None
    if number.end + 1 in scene.taken and reading.word(number.first - 1) in ("من", "بين"):
        to = reading.word(number.end)
        return number.end if to in scene.tables.words.to_words or to == "و" else None
    second = _second_number(reading, number, None, scene)
    if second is None or not number.low < second[0].low <= _LAST_DAY:
        return None
    end = second[0].end + (reading.word(second[0].end) in ("من", "ل"))
    word = reading.word(end)
    of_month = word.removeprefix("ال") == "شهر" or word in scene.tables.lexicon.dates.months
    return end if of_month else None


def _differ(unit: Unit | None, other: Unit | None) -> bool:
    """Whether two numbers have units of different kinds: «1.8 في المئة إلى 64 دولارا»."""
    return (
        unit is not None
        and other is not None
        and unit.code != other.code
        and ("count" not in (unit.code, other.code))
    )


def _second_number(
    reading: Reading, number: Number, unit: Unit | None, scene: Scene
) -> tuple[Number, bool] | None:
    """The other end of a range or a change, and whether it is a change."""
    tables = scene.tables.words
    ends = (number.end, unit.end) if unit and unit.code != "count" else (number.end,)
    for end in ends:
        word = reading.word(end)
        before = reading.word(number.first - 1)
        between = before in ("بين", "وبين") or before.endswith("بين")
        joined = joined_number(reading, end, scene) if between else None
        if joined:
            return joined, False
        if word in DASHES or word in tables.to_words or word in tables.or_words:
            other = read_number(reading, end + 1, scene.tables.numbers)
            if other is None or not is_free(other, scene) or other.first != end + 1:
                continue
            if word in tables.or_words and (
                number.digits != other.digits or other.scale != number.scale
            ):
                continue
            change = word in tables.to_words and _is_change(reading, number, scene.tables)
            return other, change
    return None


def _is_change(reading: Reading, number: Number, tables: FigureTables) -> bool:
    if reading.word(number.first - 1) != "من" and not reading.words[number.first].startswith("من"):
        return False
    before = reading.words[max(0, number.first - 10) : number.first]
    return any(w in tables.words.change_words or w[1:] in tables.words.change_words for w in before)


def _shared_scale(number: Number, other: Number) -> tuple[Decimal, Decimal]:
    """«بين 3 و5 ملايين»: the first number takes the scale that only the second one has."""
    coefficient = other.low / other.scale
    if number.scale == 1 and other.scale > 1 and number.low < coefficient:
        return number.low * other.scale, other.low
    return number.low, other.low
