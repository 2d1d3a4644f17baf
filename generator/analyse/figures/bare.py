"""Numbers that no noun follows: what they count stands before them, or is not said."""

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.context import Measured, Scene
from generator.analyse.figures.no_figures import is_numbering, is_year
from generator.analyse.figures.nouns import counted_before
from generator.analyse.figures.qualifiers import qualifier_before
from generator.analyse.figures.tables import FigureTables
from generator.analyse.figures.units import unit_after
from generator.analyse.numbers.words import Number
from generator.analyse.reading import Reading

_TOO_MANY = 10**9
_CODE = 7  # digits without a mark between them
_TEENS, _HUNDRED = 20, 100


def without_unit(reading: Reading, number: Number, scene: Scene) -> Measured | None:
    """A number that nothing follows: what it counts stands before it, or is not said."""
    tables = scene.tables
    if below := match_phrase(tables.words.below_zero, reading.words, number.end):
        return Measured(
            number.first, below[0], number.prefix, -number.low, None, "celsius"
        )  # «يشير إلى 9 تحت الصفر»
    follows = reading.word(number.end)
    ends = not follows.isalpha() or follows in tables.function_words
    if number.definite and (number.digits or number.vague or number.low < 1000 or not ends):
        return after_noun(reading, number, scene)
    if number.digits and (is_numbering(reading, number) or is_code(reading, number)):
        return None
    few = number.low < _TOO_MANY  # no one counts countries by the billion
    before = counted_before(reading, number.first, tables) if few else None
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


def is_code(reading: Reading, number: Number) -> bool:
    """«17383333», «06»: a number to call, no quantity; «(2017)», «2017م»: a year."""
    token = reading.words[number.end - 1]
    if number.scale == 1 and token.isdigit() and (len(token) >= _CODE or token.startswith("0")):
        return token != "0"
    after = reading.word(number.end)
    if after in ("م", "هـ") and reading.word(number.first - 1) == "(":
        return True
    return is_year(number) and (after in (")", "م", "هـ") or reading.word(number.first - 1) == "(")


def after_noun(reading: Reading, number: Number, scene: Scene) -> Measured | None:
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


def _counted_at(
    reading: Reading, index: int, number: Number, tables: FigureTables
) -> tuple[int, str] | None:
    """What a definite number counts before it: its proclitic letters and its English name."""
    head = reading.word(index)
    if known := tables.counted_definite.get(head):
        return known
    if head.startswith("ال") and head.endswith(("ات", "ين", "ون")):
        return 0, ""
    if not 3 <= number.low < _HUNDRED:
        return None
    if is_definite(head) and number.low < _TEENS and not number.digits:
        return head.index("ل") - 1 if head[0] != "ل" else 0, ""  # «الطوابق الأربعة»
    owned = next((s for s in _OWNERS if head.endswith(s) and len(head) - len(s) > 2), None)
    if owned is None:
        return None
    thing = head.removesuffix(owned)  # «سياراته الثلاث», «بناتها الست», «محطاتها الـ17»
    same = tables.counted_definite.get(thing)
    many = thing.endswith("ات") or not number.digits  # «نسختها الـ17» is the seventeenth
    return same or ((0, "") if many else None)


def is_definite(word: str) -> bool:
    """Whether the word has the article, also behind a proclitic."""
    return len(word) > _LETTERS and word.startswith(("ال", "وال", "بال", "كال", "فال"))


_LETTERS = 4
_OWNERS = ("هما", "ها", "هم", "هن", "نا", "ه", "تي")


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
