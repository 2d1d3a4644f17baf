"""Decades: «ثمانينيات القرن الماضي», «عشرية 1990», «العقد الأول من القرن الحالي»."""

from generator.analyse.clitics import match_phrase
from generator.analyse.dates.calendar import Anchor, When
from generator.analyse.dates.context import Context, Found, number_at
from generator.analyse.reading import Reading
from generator.model import IsoDate, Precision


def decade(reading: Reading, index: int, context: Context) -> Found | None:
    """«ثمانينيات القرن الماضي», «التسعينيات», «عشرية 1990»; not «في الثلاثينيات من عمره»."""
    tables = context.tables
    first = number_at(reading, index + 1, 1000, 2099)
    if first and first % 10 == 0 and tables.in_group("decade_words", reading.word(index)):
        prefix = tables.groups["decade_words"][reading.word(index)][0]
        when = When(IsoDate(f"{first // 10}0s"), Precision.DECADE)
        return Found(index, index + 2, prefix, when, parts=Anchor(first))
    if numbered := _numbered_decade(reading, index, context):
        return numbered
    known = tables.decades.get(reading.word(index))
    if known is None or _of_age(reading, index, context):
        return None
    prefix, tens = known
    end = index + 1
    end += reading.word(end) == "من"
    century = 1900
    if tables.bare("century_words", reading.word(end)):
        end, century = _century(reading, end + 1, context)
    else:
        end = index + 1
        if reading.word(index)[prefix : prefix + 2] != "ال":
            return None
        century = 2000 if tens == 20 else 1900
    iso = IsoDate(f"{century // 10 + tens // 10}0s")
    return Found(index, end, prefix, When(iso, Precision.DECADE), parts=Anchor(century + tens))


def _numbered_decade(reading: Reading, index: int, context: Context) -> Found | None:
    """«العقد الأول من القرن الحالي», «العقد الثاني من الألفية»: its years."""
    tables, unit = context.tables, context.tables.units.get(reading.word(index))
    ordinal = tables.ordinals.get(reading.word(index + 1))
    if unit is None or unit[1] != "decade" or ordinal is None or reading.word(index + 2) != "من":
        return None
    end = index + 3
    if tables.bare("century_words", reading.word(end)):
        end, century = _century(reading, end + 1, context)
    elif tables.bare("millennium_words", reading.word(end)):
        end, century = end + 1 + tables.bare("third_millennium", reading.word(end + 1)), 2000
    else:
        return None
    iso = IsoDate(f"{century // 10 + ordinal[1] - 1}0s")
    return Found(index, end, unit[0], When(iso, Precision.DECADE))


def _of_age(reading: Reading, index: int, context: Context) -> bool:
    """«الثلاثينيات من عمره», «امرأة في الثلاثينيات»."""
    after = reading.words[index + 1 : index + 3]
    if after[:1] == ("من",) and after[1:] and after[1].startswith(("عمر", "العمر")):
        return True
    before = reading.words[max(0, index - 3) : index]
    return before[-1:] == ("في",) and any(context.tables.in_group("aged", w) for w in before)


def _century(reading: Reading, index: int, context: Context) -> tuple[int, int]:
    tables = context.tables
    for group, century in (("twenty_first_words", 2000), ("nineteenth_words", 1800)):
        if found := match_phrase(tables.phrase_groups[group], reading.words, index):
            return found[0], century
    return index + tables.bare("twentieth_words", reading.word(index)), 1900
