"""Numbers in digits, in words and in both: «3 ملايين و400 ألف», «خمسة وعشرون», «مليونان ونصف»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.analyse.clitics import prefixes, with_clitics
from generator.analyse.reading import TANWIN, Reading
from generator.languages.lexicon import Lexicon

UNITS, TEN, TENS, HUNDREDS = "units", "ten", "tens", "hundreds"
SCALE, DUAL_SCALE, FRACTION, VAGUE = "scale", "dual scale", "fraction", "vague"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word of a number: its kind and value, the letters joined before it."""

    kind: str
    value: int | Fraction
    prefix: int = 0
    joined: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words first..end-1 of a reading; `prefix` letters of the first are not its own."""

    first: int
    end: int
    low: Decimal
    high: Decimal | None = None
    prefix: int = 0
    digits: bool = False
    scale: int = 1
    fraction: bool = False
    vague: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class NumberTable:
    """All forms of number words, and the letters that may be glued before digits."""

    words: dict[str, NumberWord]
    hundreds: frozenset[str]
    parts: Mapping[str, int]
    glue: dict[str, tuple[int, bool, bool]]
    ordinals: frozenset[str]
    """Ordinals in all their forms, which «عشرة» or «والعشرين» may follow."""
    comma_is_decimal: bool = False


@lru_cache(maxsize=8)
def number_table(lexicon: Lexicon) -> NumberTable:
    """The forms of all number words of the language, built once."""
    base: dict[str, NumberWord] = {}
    words = lexicon.numbers
    for word, value in words.vague.items():
        base[word] = NumberWord(VAGUE, value)
    for word, part in words.fractions.items():
        base[word] = NumberWord(FRACTION, part)
    for word, value in words.cardinals.items():
        base[word] = NumberWord(_kind(value), value)
    for word, value in words.scales.items():
        base.setdefault(word, NumberWord(SCALE, value))
    for word, value in words.dual_scales.items():
        base[word] = NumberWord(DUAL_SCALE, value)
    article = lexicon.names.article
    table: dict[str, NumberWord] = {}
    for word, number in base.items():
        # «كـ» before a number word is rare, and «كميات» (quantities) is not "like hundreds".
        for prefix in ("", *(p for p in prefixes(lexicon.names) if not p.endswith("ك"))):
            joined = prefix == "و"
            table.setdefault(prefix + word, replace(number, prefix=len(prefix), joined=joined))
            with_article = prefix + ("ل" if prefix.endswith("ل") else article) + word
            definite = NumberWord(number.kind, number.value, len(prefix), joined, definite=True)
            table.setdefault(with_article, definite)
    for word in words.not_numbers:
        table.pop(word, None)
    glue = {prefix: (len(prefix), prefix == "و", False) for prefix in prefixes(lexicon.names)}
    for prefix in ("", *prefixes(lexicon.names)):
        spelled = prefix + ("ل" if prefix.endswith("ل") else article)
        glue[spelled] = (len(spelled), prefix == "و", True)
    ordinals = with_clitics(
        {form: 0 for word in words.ordinals for form in (word, article + word)}, lexicon.names
    )
    return NumberTable(table, words.hundreds, words.parts, glue, frozenset(ordinals))


def _kind(value: int) -> str:
    if value < 10:
        return UNITS
    if value == 10:
        return TEN
    return TENS if value < 100 else HUNDREDS


# ---------------------------------------------------------------- digits

_LONGEST = 20  # characters; longer runs of digits are codes, and decimals stay exact
_GREATEST = 10**15  # times; more scales in a row are no number
_GROUPED_COMMA = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?")
_GROUPED_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:[,٫]\d+)?")
_DECIMAL = re.compile(r"\d+[.,٫]\d+")


def parse_digits(token: str, *, comma_is_decimal: bool = False) -> Decimal | None:
    """The value of a number in ASCII digits, or none where its marks make no number.

    `comma_is_decimal` says that the source writes decimals with a comma (the Maghreb, Lebanon), so
    that a dot before three digits groups thousands. Without that evidence 1.234 is a decimal, but
    35.000 groups: nobody writes three zeros after a decimal mark.
    """
    if len(token) > _LONGEST:
        return None
    if token.isdigit():
        return Decimal(token)
    if comma_is_decimal and _GROUPED_DOT.fullmatch(token):
        return Decimal(token.replace(".", "").replace(",", ".").replace("٫", "."))
    if token.count(".") > 1 or (token.count(".") == 1 and token.endswith(".000")):
        if _GROUPED_DOT.fullmatch(token) and not token.startswith("0"):
            return Decimal(token.replace(".", "").replace(",", ".").replace("٫", "."))
        return None
    if _GROUPED_COMMA.fullmatch(token) and not token.startswith("0"):
        return Decimal(re.sub("[,٬]", "", token).replace("٫", "."))
    if _DECIMAL.fullmatch(token):
        return Decimal(token.replace(",", ".").replace("٫", "."))
    return None


# ---------------------------------------------------------------- words


def read_number(reading: Reading, index: int, table: NumberTable) -> Number | None:
    """The longest number that begins at the word, or none."""
    first = _first_part(reading, index, table)
    if first is None:
        return None
    number = first
    while not number.vague:
        longer = _with_fraction(reading, number, table) or _with_smaller(reading, number, table)
        if longer is None:
            return number
        number = longer
    return number


def _first_part(reading: Reading, index: int, table: NumberTable) -> Number | None:
    if reading.word(index)[:1].isdigit():
        number = _digits_at(reading, index, table)
        return number and _scaled(reading, number, table)
    word = table.words.get(reading.word(index))
    if word is None or (reading.glued(index + 1) and reading.word(index + 1)[:1].isdigit()):
        return None
    if word.kind in (TEN, TENS) and _ends_ordinal(reading, index, word, table):
        return None
    if word.kind == VAGUE:
        return _vague(reading, index, word, table)
    if word.kind == FRACTION:
        return _scaled(
            reading,
            Number(
                index,
                index + 1,
                _decimal(word.value),
                prefix=word.prefix,
                fraction=True,
                definite=word.definite,
            ),
            table,
        )
    if word.kind in (SCALE, DUAL_SCALE):
        return _lone_scale(reading, index, word, table)
    number = _below_thousand(reading, index, table)
    return number and _scaled(reading, number, table)


def _ends_ordinal(reading: Reading, index: int, word: NumberWord, table: NumberTable) -> bool:
    """«الحادية عشرة», «الخامس والعشرين»: the end of an ordinal, no number."""
    return reading.word(index - 1) in table.ordinals and (word.kind == TEN or word.joined)


def _decimal(value: int | Fraction) -> Decimal:
    part = Fraction(value)
    return Decimal(part.numerator) / Decimal(part.denominator)


def _digits_at(reading: Reading, index: int, table: NumberTable) -> Number | None:
    """Digits, with the proclitic that may be glued before them; not a part of a name (Su-35, G7)."""
    value = parse_digits(reading.words[index], comma_is_decimal=table.comma_is_decimal)
    if value is None:
        return None
    first, prefix, definite = index, 0, False
    if reading.glued(index):
        before = reading.word(index - 1)
        if before in table.glue and not reading.glued(index - 1):
            first, (prefix, _, definite) = index - 1, table.glue[before]
        elif before[-1:].isalnum() or (before in "-_/" and _name_before(reading, index - 1)):
            return None
    end = index + 1
    while _thousands_follow(reading, end):
        value = value * 1000 + int(reading.words[end])
        end += 1
    return Number(first, end, value, prefix=prefix, digits=True, definite=definite)


def _name_before(reading: Reading, dash: int) -> bool:
    return reading.glued(dash) and reading.word(dash - 1)[-1:].isalpha()


def _thousands_follow(reading: Reading, end: int) -> bool:
    """Whether «10 000» goes on: three digits after one to three, with only a space between."""
    before, after = reading.word(end - 1), reading.word(end)
    if not (len(after) == 3 and after.isdigit() and before.isdigit() and not reading.glued(end)):
        return False
    return (len(before) <= 3 and before[0] != "0") or reading.word(end - 2).isdigit()


def _vague(reading: Reading, index: int, word: NumberWord, table: NumberTable) -> Number | None:
    low, end = Decimal(int(word.value)), index + 1
    while (scale := table.words.get(reading.word(end))) and scale.value in (10**3, 10**6, 10**9):
        if scale.joined or scale.kind not in (SCALE, VAGUE):
            break
        low, end = low * int(scale.value), end + 1
    return Number(index, end, low, low * 10, word.prefix, vague=True, definite=word.definite)


def _lone_scale(
    reading: Reading, index: int, word: NumberWord, table: NumberTable
) -> Number | None:
    value = Decimal(int(word.value))
    two = word.kind == DUAL_SCALE or _construct_dual(reading, index, word)
    number = Number(
        index,
        index + 1,
        value * (2 if two else 1),
        prefix=word.prefix,
        scale=int(word.value),
        definite=word.definite,
    )
    return _scaled(reading, number, table)


def _construct_dual(reading: Reading, index: int, word: NumberWord) -> bool:
    """Whether «ألفا» is "two thousand" of the next noun, not «ألفًا» with its mark written.

    Before «و» it is one: «مليونا و300 ألف», «ألفا وخمسمئة».
    """
    if not reading.words[index].endswith("ا") or word.definite:
        return False
    if reading.word(index + 1) == "و" or reading.word(index + 1)[:1] == "و":
        return False
    after = reading.span(index, index + 1)
    return not TANWIN & set(reading.text[after.start : after.end])


def _scaled(reading: Reading, number: Number, table: NumberTable) -> Number:
    """The number times the scale words that follow it: «10 آلاف», «نصف مليون»."""
    while (word := table.words.get(reading.word(number.end))) and not word.joined:
        is_scale = word.kind == SCALE or (word.kind == VAGUE and word.value >= 1000)
        if not is_scale or word.prefix or not reading.same_sentence(number.first, number.end):
            break
        scale = int(word.value)
        if number.scale * scale > _GREATEST:
            break
        number = replace(
            number,
            end=number.end + 1,
            low=number.low * scale,
            scale=number.scale * scale,
            fraction=False,
        )
    return number


def _below_thousand(reading: Reading, index: int, table: NumberTable) -> Number | None:
    """A number in words from 2 to 999; «واحد» counts only in «واحد وعشرون»."""
    word = table.words[reading.words[index]]
    if word.kind == HUNDREDS:
        number = Number(
            index, index + 1, Decimal(int(word.value)), prefix=word.prefix, definite=word.definite
        )
        return _joined_rest(reading, number, table)
    if word.kind in (TEN, TENS):
        return Number(
            index, index + 1, Decimal(int(word.value)), prefix=word.prefix, definite=word.definite
        )
    value, after = int(word.value), table.words.get(reading.word(index + 1))
    number = Number(index, index + 2, Decimal(value), prefix=word.prefix, definite=word.definite)
    if after and after.kind == TEN and not after.prefix and not after.definite:
        return replace(number, low=Decimal(value + 10))
    if reading.word(index + 1) in table.hundreds and value > 2:
        return _joined_rest(reading, replace(number, low=Decimal(value * 100)), table)
    if after and after.kind == TENS and after.joined:
        return replace(number, low=Decimal(value + int(after.value)))
    if parts := table.parts.get(reading.word(index + 1)):
        return replace(number, low=Decimal(value) / parts, fraction=True)
    # «أثنى» is spelled like «اثني», which only stands before «عشر».
    whole = value not in (0, 1) and (value != 2 or reading.words[index].endswith("ن"))
    return replace(number, end=index + 1) if whole else None


def _joined_rest(reading: Reading, number: Number, table: NumberTable) -> Number:
    """Hundreds with the tens and units that «و» joins to them."""
    word = table.words.get(reading.word(number.end))
    if word is None or not word.joined or word.kind not in (UNITS, TEN, TENS):
        return number
    rest = _below_thousand(reading, number.end, table)
    if rest is None:
        rest = Number(number.end, number.end + 1, Decimal(int(word.value)))
    return replace(number, end=rest.end, low=number.low + rest.low)


def _with_fraction(reading: Reading, number: Number, table: NumberTable) -> Number | None:
    """«مليونين ونصف», «ثلاثة ملايين ونصف المليون»."""
    word = table.words.get(reading.word(number.end))
    if number.scale == 1 or word is None or word.kind != FRACTION or not word.joined:
        return None
    end = number.end + 1
    after = table.words.get(reading.word(end))
    if after and after.kind == SCALE and after.value == number.scale and not after.joined:
        end += 1
    return replace(number, end=end, low=number.low + number.scale * _decimal(word.value), scale=1)


def _with_smaller(reading: Reading, number: Number, table: NumberTable) -> Number | None:
    """«3 ملايين و400 ألف»: a joined number below the last scale."""
    if number.scale == 1 or not reading.same_sentence(number.first, number.end - 1):
        return None
    index = number.end
    if reading.word(index) == "و" and reading.word(index + 1)[:1].isdigit():
        part = _digits_at(reading, index + 1, table)
        part = part and _scaled(reading, part, table)
    else:
        word = table.words.get(reading.word(index))
        if word is None or not word.joined or word.kind in (FRACTION, VAGUE):
            return None
        part = _first_part(reading, index, table)
    if part is None or part.high is not None or part.low >= number.scale:
        return None
    return replace(number, end=part.end, low=number.low + part.low, scale=part.scale)
