"""One number with its unit -> Measured: shares, duals, numbers without a noun after them."""

from dataclasses import replace
from decimal import Decimal

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.context import (
    Measured,
    Scene,
    and_a_half,
    is_numbering,
    is_year,
    qualified,
    qualifier_before,
    unit_at,
)
from generator.analyse.figures.words import FigureTables, Unit, counted_before, unit_after
from generator.analyse.numbers import Number, read_number
from generator.analyse.reading import Reading

_CODE = 7  # digits without a mark between them
_TEENS, _HUNDRED = 20, 100
_SHORT = 10  # smaller numbers in words need a noun after them


def single(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> list[Measured]:
    measured = measure(reading, number, unit, scene)
    return [qualified(reading, with_parts(reading, measured, scene), scene)] if measured else []


_PARTS = {
    ("m", "cm"): Decimal("0.01"),
    ("m", "mm"): Decimal("0.001"),
    ("km", "m"): Decimal("0.001"),
    ("kg", "g"): Decimal("0.001"),
    ("tonne", "kg"): Decimal("0.001"),
}


def with_parts(reading: Reading, measured: Measured, scene: Scene) -> Measured:
    """«متران و40 سنتيمترا», «دولار وعشرين سنتا»: with the smaller unit that «و» joins."""
    if measured.high is not None or measured.unit in ("count", "percent", "person"):
        return measured
    part = joined_number(reading, measured.end, scene)
    unit = unit_at(reading, part.end, scene, None) if part and part.high is None else None
    if part and unit is None and _goes_on(measured, part):
        return replace(measured, end=part.end, low=measured.low + part.low * measured.factor)
    if part is None or unit is None:
        return measured
    size = _PARTS.get((measured.unit, unit.code))
    if size is None and unit.code == measured.unit and unit.factor < measured.factor:
        size = unit.factor
    if size is None or part.low * size >= 1:
        return measured
    return replace(measured, end=unit.end, low=measured.low + part.low * size)


def _goes_on(measured: Measured, part: Number) -> bool:
    """Whether «ومئة مليون» goes on «ملياري دولار»: thousands or millions below its last scale."""
    whole = next((s for s in _SCALES if measured.low % s == 0), 1)
    return part.scale >= 1000 and part.low < whole and part.high is None


_SCALES = (10**12, 10**9, 10**6, 10**3)


def joined_number(reading: Reading, index: int, scene: Scene) -> Number | None:
    """The number that «و» joins at the word."""
    word = reading.word(index)
    if word == "و":
        return read_number(reading, index + 1, scene.tables.numbers)
    known = scene.tables.numbers.words.get(word)
    return read_number(reading, index, scene.tables.numbers) if known and known.joined else None


def measure(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> Measured | None:
    if number.fraction:
        return _fraction(reading, number, unit, scene)
    if number.definite and _is_ordinal(reading, number, scene.tables):
        return None
    if number.vague and unit is None and reading.word(number.end).startswith("ال"):
        place = (number.end, number.end + 1)
        unit = Unit(number.end + 1, "count", place)  # «عشرات الجولات»
    unnamed = unit is not None and unit.code == "count" and not unit.english
    if number.digits and unnamed and _is_code(reading, number):
        return None
    if _is_dated(reading, number, scene) and (unnamed or reading.word(number.end) == "وحده"):
        return None
    if unit is None or (unit.code == "count" and number.definite):
        return _without_unit(reading, number, scene)
    if unit.code == "decade" and number.low > _SHORT and number.high is None:
        unit = replace(unit, code="count")  # «12 عقدا» are contracts
    if number.prefix and unit.code in _TIMES and _is_after_that(reading, number.first):
        return None
    if number.definite and not number.digits and _is_counted(reading, number.first - 1, scene):
        return _after_noun(reading, number, scene)  # «انتظر الركاب الثلاثون ساعات»
    end, low, high = unit.end, number.low, number.high
    half = and_a_half(reading, end, scene) if unit.code != "count" else None
    if half and high is None:
        end, low = half[0], low + half[1]
    low, high = low * unit.factor, high if high is None else high * unit.factor
    if unit.code == "celsius":
        end, low, high = _below_zero(reading, number, end, low, high, scene.tables)
    return Measured(
        number.first,
        end,
        number.prefix,
        low,
        high,
        unit.code,
        unit.noun,
        unit.english,
        "vague" if number.vague else None,
        factor=unit.factor,
    )


def _below_zero(
    reading: Reading,
    number: Number,
    end: int,
    low: Decimal,
    high: Decimal | None,
    tables: FigureTables,
) -> tuple[int, Decimal, Decimal | None]:
    """«12 درجة تحت الصفر», «ناقص 5 درجات»: (the word after it, the bounds)."""
    below = match_phrase(tables.words.below_zero, reading.words, end)
    if not below and reading.word(number.first - 1) not in tables.words.minus:
        return end, low, high
    end = below[0] if below else end
    return (end, -low, None) if high is None else (end, -high, -low)


def _fraction(reading: Reading, number: Number, unit: Unit | None, scene: Scene) -> Measured | None:
    """«نصف ساعة» is 30 minutes; «ثلث السكان» a ratio, where it is no part of a name."""
    if unit and unit.code == "hour":
        return Measured(number.first, unit.end, number.prefix, number.low * 60, None, "minute")
    if unit and unit.code not in ("count", "celsius"):
        low = number.low * unit.factor
        return Measured(number.first, unit.end, number.prefix, low, None, unit.code)
    noun = reading.word(number.end)
    counted = noun.startswith("ال") or noun in scene.tables.words.counted
    if number.definite or not counted or noun in scene.tables.words.not_parts:
        return None
    common = number.low in (Decimal("0.5"), Decimal("0.25"))
    if common and qualifier_before(reading, number.first, scene.tables) is None:
        return None
    place = (number.end, number.end + 1)
    return Measured(number.first, number.end + 1, number.prefix, number.low, None, "ratio", place)


# ---------------------------------------------------------------- numbers that no noun follows


def _without_unit(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """A number that nothing follows: what it counts stands before it, or is not said."""
    tables = scene.tables
    if below := match_phrase(tables.words.below_zero, reading.words, number.end):
        return Measured(
            number.first, below[0], number.prefix, -number.low, None, "celsius"
        )  # «يشير إلى 9 تحت الصفر»
    follows = reading.word(number.end)
    ends = not follows.isalpha() or follows in tables.function_words
    if number.definite and (number.digits or number.vague or number.low < 1000 or not ends):
        return _after_noun(reading, number, scene)
    if number.digits and (is_numbering(reading, number) or _is_code(reading, number)):
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
        bare=True,
        doubtful=is_year(number),
        digits=number.digits,
    )


def _is_code(reading: Reading, number: Number) -> bool:
    """«17383333», «06»: a number to call, no quantity; «(2017)», «2017م»: a year."""
    token = reading.words[number.end - 1]
    if number.scale == 1 and token.isdigit() and (len(token) >= _CODE or token.startswith("0")):
        return token != "0"
    after = reading.word(number.end)
    if after in ("م", "هـ") and reading.word(number.first - 1) == "(":
        return True
    return is_year(number) and (after in (")", "م", "هـ") or reading.word(number.first - 1) == "(")


def _is_dated(reading: Reading, number: Number, scene: Scene) -> bool:
    """Whether a year stands where one is told: «في 2012 وحده», «6 مارس 2026 خط الإنتاج»."""
    before = reading.word(number.first - 1)
    told = before in scene.tables.words.where_words or before in scene.tables.words.before_that
    return is_year(number) and (told or number.first - 1 in scene.taken)


def _after_noun(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """«الطائرات الأربع والعشرين», «الجنود الـ12»; not «القرن العشرين», «الذكرى الـ75»."""
    tables, before = scene.tables, number.first - 1
    if reading.word(before) in tables.lexicon.dates.ordinals:
        return None  # «في السابعة والخمسين من عمره»
    known = _counted_at(reading, before, number, tables)
    if known is None and (age := _age(reading, number, tables)):
        return age
    if known is None or before in scene.taken:
        unit = unit_after(reading, number.end, tables, scene.article)
        if _is_told(reading, number, tables):
            first, prefix = number.first, number.prefix
            return Measured(first, number.end, prefix, number.low, None, "count", bare=True)
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
    thing = reading.words[before][known[0] :].removeprefix("ال")
    unit_form = match_phrase(tables.words.units, (thing,), 0)
    if unit_form and unit_form[1].code not in ("point", "person", "household"):
        code = unit_form[1].code  # «الأشهر الأربعة»
        return Measured(before, number.end, known[0], number.low, None, code)
    return Measured(
        before, number.end, known[0], number.low, None, "count", (before, before + 1), known[1]
    )


def _is_told(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """«لا يتعدون العشرة»: a round number that a qualifier introduces."""
    round_number = not number.digits and number.low % 10 == 0 and number.low < 1000
    told = round_number and not number.fraction and not reading.word(number.end).startswith("ال")
    return told and qualifier_before(reading, number.first, tables) is not None


def _is_counted(reading: Reading, index: int, scene: Scene) -> bool:
    """Whether the word is what a definite number after it counts: «الركاب الثلاثون»."""
    if _is_definite(reading.word(index)) and index not in scene.taken:
        return True
    known = scene.tables.counted_definite.get(reading.word(index))
    return known is not None and reading.word(index)[known[0] :].startswith("ال")


_TIMES = frozenset(["year", "month", "week", "day", "hour", "minute"])


def _is_after_that(reading: Reading, index: int) -> bool:
    """«بعد ذلك بيومين», «وبعد جولة أخرى بأسبوع»: a moment, not how long something took."""
    if not reading.words[index].startswith("ب"):
        return False
    near = reading.words[max(0, index - 4) : index]
    return any(word in _THEN for word in near)


_THEN = frozenset(["بعد", "قبل", "وبعد", "وقبل", "بعدها", "قبلها", "بعده", "قبله"])


def _counted_at(
    reading: Reading, index: int, number: Number, tables: FigureTables
) -> tuple[int, str] | None:
    """What a definite number counts before it: its proclitic letters and its English name."""
    head = reading.word(index)
    if known := tables.counted_definite.get(head):
        return known
    if head.startswith("ال") and head.endswith(("ات", "ين", "ون")):
        return 0, ""
    if number.digits or not 3 <= number.low < _HUNDRED:
        return None
    if _is_definite(head) and number.low < _TEENS:
        return head.index("ل") - 1 if head[0] != "ل" else 0, ""  # «الطوابق الأربعة»
    owned = next((s for s in _OWNERS if head.endswith(s) and len(head) - len(s) > 2), None)
    if owned is None:
        return None
    thing = head.removesuffix(owned)  # «سياراته الثلاث», «بناتها الست»
    same = tables.counted_definite.get(thing)
    return same or (0, "")


def _is_definite(word: str) -> bool:
    return len(word) > _LETTERS and word.startswith(("ال", "وال", "بال", "كال", "فال"))


_LETTERS = 4
_OWNERS = ("هما", "ها", "هم", "هن", "نا", "ه")


def _age(reading: Reading, number: Number, tables: FigureTables) -> Measured | None:
    """«يقارب الستين», «تجاوزت السبعين من عمرها»: years."""
    tens = not number.digits and number.low % 10 == 0 and 20 <= number.low <= 90
    before = reading.words[max(0, number.first - 2) : number.first]
    of = reading.words[number.end : number.end + 2]
    old = any(word in tables.words.ages for word in before)
    of_age = of[:1] == ("من",) and any(word in tables.words.ages for word in of)
    if of_age and number.digits:
        return Measured(number.first, number.end, number.prefix, number.low, None, "year")
    if not tens or not (old or of_age) or reading.word(number.end).startswith("ال"):
        return None
    unit, english = "year", ""
    noun: tuple[int, int] | None = None
    first, end = number.first, number.end
    if after := match_phrase(tables.words.counted, reading.words, end):
        unit, noun, english, end = "count", (end, after[0]), after[1], after[0]
    elif not of_age and (counted := counted_before(reading, first, tables)):
        unit, (noun, english) = "count", counted  # «عدد القرى يقارب الستين»
    elif any(word.endswith("عدد") for word in reading.words[max(0, first - 6) : first]):
        unit = "count"
    return Measured(first, end, number.prefix, number.low, None, unit, noun, english)


def _is_predicate(reading: Reading, number: Number, scene: Scene) -> bool:
    """«والغرف ست وثلاثون», «انهارت من الأبراج خمسة», «أربعا من مضخاتها», «وتسع من إسبانيا»."""
    end = reading.word(number.end)
    if end == "من":
        whole = reading.word(number.end + 1)
        return whole.endswith(("ها", "هم", "ه")) or number.end + 1 in scene.taken
    thing = reading.word(number.first - 1)
    plural = scene.tables.counted_definite.get(thing)
    definite = plural is not None and thing[plural[0] :].startswith("ال")
    ends = not end.isalpha() or end in scene.tables.function_words
    return definite and ends and not number.prefix and not number.vague


def _is_out_of(reading: Reading, number: Number, tables: FigureTables) -> bool:
    """«مئتا نائب من أصل خمسمئة», «7 أهداف من عشرة»."""
    for start in (number.first - 2, number.first - 3):
        found = match_phrase(tables.words.out_of, reading.words, start)
        if found and found[0] == number.first:
            return True
    counted = tables.counted_definite.get(reading.word(number.first - 2))
    part = reading.word(number.first - 3)
    a_number = part[:1].isdigit() or part in tables.numbers.words
    return reading.word(number.first - 1) == "من" and counted is not None and a_number


def _is_ordinal(reading: Reading, number: Number, tables: FigureTables) -> bool:
    head = reading.word(number.first - 1)
    bare = head.lstrip("وفبلك")
    return not tables.words.ordinal_heads.isdisjoint((head, bare, f"ال{bare}"))


# ---------------------------------------------------------------- duals


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
    if known[0] and known[1] in _TIMES and _is_after_that(reading, index):
        return True
    before = reading.word(index - 1)
    if reading.word(index + 1).isdigit():
        return True  # «الدقيقتين 23 و71»
    if before in tables.words.both_words:
        return True
    contract = not tables.words.contract_verbs.isdisjoint((before, before.removeprefix("و")))
    return contract and reading.words[index].startswith("عقد")
