"""Numbers in digits: what their marks say, «10 000», the letters glued before them."""

import re
from decimal import Decimal

from generator.analyse.numbers.words import Number, NumberTable
from generator.analyse.reading import Reading

_LONGEST = 20  # characters; longer runs of digits are codes, and decimals stay exact
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


def digits_at(reading: Reading, index: int, table: NumberTable) -> Number | None:
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
