"""Numbers in digits, in words and in both: «3 ملايين و400 ألف», «خمسة وعشرون», «مليونان ونصف»."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from generator.analyse.numbers.digits import digits_at
from generator.analyse.numbers.words import (
    DUAL_SCALE,
    FRACTION,
    HUNDREDS,
    SCALE,
    TEN,
    TENS,
    UNITS,
    VAGUE,
    Number,
    NumberTable,
    NumberWord,
)
from generator.analyse.reading import TANWIN, Reading

_GREATEST = 10**15  # times; more scales in a row are no number


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
        number = digits_at(reading, index, table)
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
    two = word.kind == DUAL_SCALE or _construct_dual(reading, index, word, table)
    number = Number(
        index,
        index + 1,
        value * (2 if two else 1),
        prefix=word.prefix,
        scale=int(word.value),
        definite=word.definite,
    )
    return _scaled(reading, number, table)


def _construct_dual(reading: Reading, index: int, word: NumberWord, table: NumberTable) -> bool:
    """Whether «ألفا» is "two thousand" of the next noun, not «ألفًا» with its mark written.

    Before «و», a particle or the end it is one: «مليونا و300 ألف», «مليونا من الدولارات».
    """
    if not reading.words[index].endswith("ا") or word.definite:
        return False
    following = reading.word(index + 1)
    if not following.isalpha() or following[0] == "و" or following in table.function_words:
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
        part = digits_at(reading, index + 1, table)
        part = part and _scaled(reading, part, table)
    else:
        word = table.words.get(reading.word(index))
        if word is None or not word.joined or word.kind in (FRACTION, VAGUE):
            return None
        part = _first_part(reading, index, table)
    if part is None or part.high is not None or part.low >= number.scale:
        return None
    return replace(number, end=part.end, low=number.low + part.low, scale=part.scale)
