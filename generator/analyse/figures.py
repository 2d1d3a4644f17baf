"""Numbers with their meaning -> Figure: value, unit, what is counted, qualifier. Exact decimals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.figure_words import (
    FigureTables,
    Unit,
    counted_before,
    figure_tables,
    unit_after,
)
from generator.analyse.numbers import FRACTION, Number, read_number
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import Counted, Figure

DASHES = frozenset("-–—")
_SHORT = 10  # smaller numbers in words need a noun after them


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


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules need beside the block: tables, the article's text, words already taken."""

    tables: FigureTables
    article: str
    taken: frozenset[int]


def find_figures(
    readings: Sequence[Reading], taken: Sequence[frozenset[int]], lexicon: Lexicon
) -> tuple[tuple[Measured, ...], ...]:
    """The figures of each block; `taken` are the words of dates and names, which are no figures."""
    tables = figure_tables(lexicon)
    article = " ".join(reading.folded for reading in readings)
    return tuple(
        tuple(_scan(reading, Scene(tables, article, words)))
        for reading, words in zip(readings, taken, strict=True)
    )


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


def _scan(reading: Reading, scene: Scene) -> list[Measured]:
    found: list[Measured] = []
    index, numbers = 0, scene.tables.numbers.words
    triggers = scene.tables.triggers
    for place, word in enumerate(reading.words):
        if place < index or place in scene.taken or not (word in triggers or word[0].isdigit()):
            continue
        if word in numbers or word[0].isdigit():
            measured, index = _at_number(reading, place, scene)
            found += measured
        elif one := _without_number(reading, place, scene):
            found.append(one)
            index = one.end
    return found


def _at_number(reading: Reading, index: int, scene: Scene) -> tuple[list[Measured], int]:
    """The figures that begin with a number, and the word to go on from.

    A change «من 50 إلى 60» gives two figures, a score «2-1» none.
    """
    number = read_number(reading, index, scene.tables.numbers)
    if number is None or not _free(number, scene):
        return [], index + 1
    if end := _score_end(reading, number, scene):
        return [], end
    if share := _share(reading, number, scene):
        return [share], share.end
    measured = _numbered(reading, number, scene)
    return measured, max([number.end, *(one.end for one in measured)])


def _share(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """«3 من كل 5 مسنين»: a ratio."""
    if reading.words[number.end : number.end + 2] != ("من", "كل"):
        return None
    whole = read_number(reading, number.end + 2, scene.tables.numbers)
    if whole is None or whole.first != number.end + 2 or whole.low <= number.low:
        return None
    unit = _unit(reading, whole.end, scene, None)
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
    return _qualified(reading, share, scene)


def _score_end(reading: Reading, number: Number, scene: Scene) -> int | None:
    """The word after a score or a code such as «2-1», whose second number is not the larger."""
    if reading.word(number.end) not in DASHES or not number.digits:
        return None
    other = read_number(reading, number.end + 1, scene.tables.numbers)
    if other is None or other.first != number.end + 1 or other.low > number.low:
        return None
    return other.end


def _without_number(reading: Reading, index: int, scene: Scene) -> Measured | None:
    """«عامين», «شخصين»; «عام ونصف»."""
    word, tables = reading.words[index], scene.tables
    if (known := tables.duals.get(word)) and not _of_two(reading, index):
        dual = _dual(reading, index, known, scene)
        return _qualified(reading, _dual_range(reading, dual, scene) or dual, scene)
    if (single := tables.singles.get(word)) and (half := _and_a_half(reading, index + 1, scene)):
        low = Decimal(1) + half[1]
        measured = Measured(index, half[0], single[0], low, None, single[1])
        return _qualified(reading, measured, scene)
    return None


def _free(number: Number, scene: Scene) -> bool:
    return scene.taken.isdisjoint(range(number.first, number.end))


# ---------------------------------------------------------------- one number or two


def _numbered(reading: Reading, number: Number, scene: Scene) -> list[Measured]:
    if _is_name(reading, number, scene.tables) or _is_time(reading, number):
        return []
    sign = _sign_before(reading, number, scene.tables)
    unit = _unit(reading, number.end, scene, sign)
    second = _second_number(reading, number, unit, scene)
    if second is None:
        return _single(reading, number, unit, scene)
    other, change = second
    other_unit = _unit(reading, other.end, scene, sign)
    low, high = _shared_scale(number, other)
    change = change or _differ(unit, other_unit)
    if change or low >= high:
        first_unit = unit if unit and unit.code != "count" else other_unit
        shared = replace(first_unit, end=number.end) if first_unit and not unit else unit
        return _single(reading, replace(number, low=low), shared, scene)
    if _is_year(number) and _is_year(other) and other_unit is None:
        return []
    last = other_unit or unit
    measured = _measured(reading, replace(number, low=low, high=high), last, scene)
    if measured is None:
        return []
    end = max(other.end, other_unit.end if other_unit else 0)
    ranged = _qualified(reading, replace(measured, end=end), scene)
    return [replace(ranged, qualifier=ranged.qualifier or "range")]


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
    for end in {number.end, unit.end if unit and unit.code != "count" else number.end}:
        word = reading.word(end)
        before = reading.word(number.first - 1)
        between = before in ("بين", "وبين") or before.endswith("بين")
        joined = _joined_number(reading, end, scene) if between else None
        if joined:
            return joined, False
        if word in DASHES or word in ("الي", "حتي", "او"):
            other = read_number(reading, end + 1, scene.tables.numbers)
            if other is None or not _free(other, scene) or other.first != end + 1:
                continue
            if word == "او" and (number.digits != other.digits or other.scale != number.scale):
                continue
            change = word == "الي" and _is_change(reading, number, scene.tables)
            return other, change
    return None


def _joined_number(reading: Reading, index: int, scene: Scene) -> Number | None:
    word = reading.word(index)
    if word == "و":
        return read_number(reading, index + 1, scene.tables.numbers)
    known = scene.tables.numbers.words.get(word)
    return read_number(reading, index, scene.tables.numbers) if known and known.joined else None


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


# ---------------------------------------------------------------- one figure


def _single(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> list[Measured]:
    measured = _measured(reading, number, unit, scene)
    return [_qualified(reading, measured, scene)] if measured else []


def _measured(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> Measured | None:
    if number.fraction:
        return _fraction(reading, number, unit, scene)
    if number.definite and _is_ordinal(reading, number, scene.tables):
        return None
    if number.vague and unit is None and reading.word(number.end).startswith("ال"):
        place = (number.end, number.end + 1)
        unit = Unit(number.end + 1, "count", place)  # «عشرات الجولات»
    if unit is None or (unit.code == "count" and number.definite):
        return _without_unit(reading, number, scene)
    if unit.code == "decade" and number.low > _SHORT and number.high is None:
        unit = replace(unit, code="count")  # «12 عقدا» are contracts
    end, low = unit.end, number.low
    half = _and_a_half(reading, end, scene) if unit.code != "count" else None
    if half and number.high is None:
        end, low = half[0], low + half[1]
    return Measured(
        number.first,
        end,
        number.prefix,
        low,
        number.high,
        unit.code,
        unit.noun,
        unit.english,
        "vague" if number.vague else None,
    )


def _fraction(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> Measured | None:
    """«نصف ساعة» is 30 minutes; «ثلث السكان» a ratio, where it is no part of a name."""
    if unit and unit.code == "hour":
        return Measured(number.first, unit.end, number.prefix, number.low * 60, None, "minute")
    if unit and unit.code not in ("count", "celsius"):
        return Measured(number.first, unit.end, number.prefix, number.low, None, unit.code)
    noun = reading.word(number.end)
    counted = noun.startswith("ال") or noun in scene.tables.words.counted
    if number.definite or not counted or noun in scene.tables.words.not_parts:
        return None
    third = (number.low * 4) % 1 != 0
    if not third and _qualifier(reading, number.first, scene.tables) is None:
        return None
    place = (number.end, number.end + 1)
    return Measured(number.first, number.end + 1, number.prefix, number.low, None, "ratio", place)


def _without_unit(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """A number that nothing follows: what it counts stands before it, or is not said."""
    tables = scene.tables
    if number.definite:
        return _after_noun(reading, number, scene)
    if _is_year(number) or (not number.digits and number.low < 1000 and number.high is None):
        pronoun = reading.word(number.end) in ("منهم", "منها", "اخرين", "اخرون", "منهن", "اخري")
        if not pronoun or _is_year(number):
            return None
    if number.digits and _is_numbering(reading, number):
        return None
    before = counted_before(reading, number.first, tables)
    noun, english = before or (None, "")
    qualifier = "vague" if number.vague else None
    return Measured(
        number.first,
        number.end,
        number.prefix,
        number.low,
        number.high,
        "count",
        noun,
        english,
        qualifier,
    )


def _after_noun(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """«الطائرات الأربع والعشرين», «الجنود الـ12»; not «القرن العشرين», «الذكرى الـ75»."""
    tables, before = scene.tables, number.first - 1
    head = reading.word(before)
    known = tables.counted_definite.get(head)
    plural = head.startswith("ال") and head.endswith(("ات", "ين", "ون"))
    if (not known and not plural) or before in scene.taken:
        unit = unit_after(reading, number.end, tables, scene.article)
        if not number.digits or unit is None:
            return None
        return Measured(
            number.first,
            unit.end,
            number.prefix,
            number.low,
            None,
            unit.code,
            unit.noun,
            unit.english,
        )
    prefix = known[0] if known else 0
    return Measured(
        before,
        number.end,
        prefix,
        number.low,
        None,
        "count",
        (before, before + 1),
        known[1] if known else "",
    )


def _dual_range(reading: Reading, dual: Measured, scene: Scene) -> Measured | None:
    """«مترين إلى خمسة أمتار», «يومين أو ثلاثة أيام»."""
    if reading.word(dual.end) not in ("الي", "او"):
        return None
    other = read_number(reading, dual.end + 1, scene.tables.numbers)
    if other is None or other.first != dual.end + 1 or other.high is not None or other.low <= 2:
        return None
    unit = _unit(reading, other.end, scene, None)
    if unit and unit.code not in (dual.unit, "count"):
        return None
    end = unit.end if unit and unit.code == dual.unit else other.end
    return replace(dual, end=end, high=other.low, qualifier="range")


def _is_ordinal(reading: Reading, number: Number, tables: FigureTables) -> bool:
    head = reading.word(number.first - 1)
    return head in tables.words.ordinal_heads or head.lstrip("وفبلك") in tables.words.ordinal_heads


def _dual(reading: Reading, index: int, known: tuple[int, str], scene: Scene) -> Measured:
    """«عامين», «شخصين»: two of it in one word; «عامين ونصف» a half more."""
    prefix, code = known
    end, low = index + 1, Decimal(2)
    if code != "count" and (half := _and_a_half(reading, end, scene)):
        end, low = half[0], low + half[1]
    label = scene.tables.counted_definite.get(reading.words[index])
    noun = (index, index + 1) if code == "count" else None
    return Measured(index, end, prefix, low, None, code, noun, label[1] if label and noun else "")


def _of_two(reading: Reading, index: int) -> bool:
    """Whether the dual stands after «كلا» or counts contracts: no figure."""
    before = reading.word(index - 1)
    return before in ("كلا", "كلتا", "كلي", "هذين", "هاتين", "هذان") or (
        before in ("وقع", "وقعت", "ابرم", "ابرمت", "توقيع")
        and reading.words[index].startswith("عقد")
    )


def _and_a_half(reading: Reading, index: int, scene: Scene) -> tuple[int, Decimal] | None:
    """«ونصف», «ونصف العام»: (word after it, the part)."""
    word = scene.tables.numbers.words.get(reading.word(index))
    if word is None or word.kind != FRACTION or not word.joined or word.definite:
        return None
    after = reading.word(index + 1)
    unit = after.removeprefix("ال")
    again = after.startswith("ال") and unit in scene.tables.words.units
    value = Decimal(word.value.numerator) / Decimal(word.value.denominator)
    return index + 1 + again, value


# ---------------------------------------------------------------- looking around


def _unit(reading: Reading, index: int, scene: Scene, sign: str | None) -> Unit | None:
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


def _sign_before(reading: Reading, number: Number, tables: FigureTables) -> str | None:
    sign = reading.word(number.first - 1)
    return tables.words.currency_signs.get(sign) if reading.glued(number.first) else None


def _is_name(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """Whether the number belongs to a name or an order: «القرار 2231», «بوينغ 737», «7. …»."""
    before = reading.word(number.first - 1)
    if number.digits and not number.definite and before in tables.words.identifiers:
        return number.scale == 1 and not number.prefix
    after = reading.word(number.end)
    if number.digits and after in ("»", "”") and reading.word(number.first - 1).isalpha():
        opened = reading.words[max(0, number.first - 3) : number.first]
        if "«" in opened or "“" in opened:
            return True  # «جيميناي 4» between quotation marks
    return (
        number.digits
        and reading.glued(number.end)
        and after[:1].isalpha()
        and (not "\u0621" <= after[0] <= "\u06d3")
    )


def _is_time(reading: Reading, number: Number) -> bool:
    """Whether it is a time of day or part of a web address: «10:30»."""
    colon = reading.word(number.end) == ":" and reading.glued(number.end)
    after = colon and reading.glued(number.end + 1) and reading.word(number.end + 1).isdigit()
    before = reading.word(number.first - 1) == ":" and reading.glued(number.first)
    return after or (before and reading.word(number.first - 2).isdigit())


def _is_year(number: Number) -> bool:
    return (
        number.digits
        and number.scale == 1
        and 1800 <= number.low <= 2100
        and (number.low == int(number.low))
    )


def _is_numbering(reading: Reading, number: Number) -> bool:
    """Whether the number opens its block as a list's number does: «1. », «2) »."""
    return number.first == 0 and reading.word(number.end) in (".", ")", "-", "–", "/")


def _qualified(reading: Reading, measured: Measured, scene: Scene) -> Measured:
    if measured.qualifier == "vague":
        return measured
    before = _qualifier(reading, measured.first, scene.tables)
    after = match_phrase(scene.tables.words.qualifiers_after, reading.words, measured.end)
    qualifier = before or (after[1] if after else measured.qualifier)
    return replace(measured, qualifier=qualifier)


def _qualifier(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """The qualifier whose words end right before the number: «ما لا يقل عن»."""
    for start in range(max(0, index - tables.qualifier_length), index):
        found = match_phrase(tables.qualifiers, reading.words, start)
        if found and found[0] == index and reading.same_sentence(start, index):
            return found[1][1]
    return _qualifier_apart(reading, index, tables)


def _qualifier_apart(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """The qualifier of a verb whose subject stands before the number: «تجاوز الإنتاج مليون طن»."""
    for start in range(index - 1, max(-1, index - 6), -1):
        word = reading.words[start]
        if not word.isalpha() or word in tables.numbers.words:
            return None
        if match_phrase(tables.qualifiers_apart, reading.words, start):
            denied = match_phrase(tables.qualifiers_apart, reading.words, start - 1)
            found = denied or match_phrase(tables.qualifiers_apart, reading.words, start)
            return found[1][1] if found else None
    return None
