"""Figures as words: «1.75 مليار دولار», "1.75 billion US dollars", «أكثر من عقدين».

Digits and separators are chosen in `digits` alone; both languages write Latin digits.
"""

from dataclasses import dataclass
from decimal import Decimal

from babel.core import Locale
from babel.numbers import get_currency_name

from generator.model import ARABIC, SiteFigure
from generator.render.catalogue import Catalogue, message, messages

# Units of the analysis schema. Arabic has six forms of each, and the dual once more after a
# preposition, under the same msgid.
UNITS = {
    "percent": messages("%(value)s per cent", "%(value)s per cent"),
    "USD": messages("%(value)s US dollar", "%(value)s US dollars"),
    "RUB": messages("%(value)s Russian rouble", "%(value)s Russian roubles"),
    "person": messages("%(value)s person", "%(value)s people"),
    "household": messages("%(value)s household", "%(value)s households"),
    "tonne": messages("%(value)s tonne", "%(value)s tonnes"),
    "kg": messages("%(value)s kilogram", "%(value)s kilograms"),
    "m": messages("%(value)s metre", "%(value)s metres"),
    "km": messages("%(value)s kilometre", "%(value)s kilometres"),
    "mile": messages("%(value)s mile", "%(value)s miles"),
    "mm": messages("%(value)s millimetre", "%(value)s millimetres"),
    "inch": messages("%(value)s inch", "%(value)s inches"),
    "hectare": messages("%(value)s hectare", "%(value)s hectares"),
    "m3": messages("%(value)s cubic metre", "%(value)s cubic metres"),
    "litre": messages("%(value)s litre", "%(value)s litres"),
    "barrel": messages("%(value)s barrel", "%(value)s barrels"),
    "decade": messages("%(value)s decade", "%(value)s decades"),
    "year": messages("%(value)s year", "%(value)s years"),
    "month": messages("%(value)s month", "%(value)s months"),
    "week": messages("%(value)s week", "%(value)s weeks"),
    "day": messages("%(value)s day", "%(value)s days"),
    "hour": messages("%(value)s hour", "%(value)s hours"),
    "minute": messages("%(value)s minute", "%(value)s minutes"),
    "second": messages("%(value)s second", "%(value)s seconds"),
    "MW": messages("%(value)s megawatt", "%(value)s megawatts"),
    "kWh": messages("%(value)s kilowatt-hour", "%(value)s kilowatt-hours"),
    "celsius": messages("%(value)s degree Celsius", "%(value)s degrees Celsius"),
    "basis_point": messages("%(value)s basis point", "%(value)s basis points"),
    "point": messages("%(value)s point", "%(value)s points"),
    "Hz": messages("%(value)s hertz", "%(value)s hertz"),
    "mAh": messages("%(value)s milliampere-hour", "%(value)s milliampere-hours"),
    "g": messages("%(value)s gram", "%(value)s grams"),
    "quintal": messages("%(value)s quintal", "%(value)s quintals"),
    "ardeb": messages("%(value)s ardeb", "%(value)s ardebs"),
    "ounce": messages("%(value)s ounce", "%(value)s ounces"),
    "cm": messages("%(value)s centimetre", "%(value)s centimetres"),
    "foot": messages("%(value)s foot", "%(value)s feet"),
    "nautical_mile": messages("%(value)s nautical mile", "%(value)s nautical miles"),
    "knot": messages("%(value)s knot", "%(value)s knots"),
    "m2": messages("%(value)s square metre", "%(value)s square metres"),
    "km2": messages("%(value)s square kilometre", "%(value)s square kilometres"),
    "square_foot": messages("%(value)s square foot", "%(value)s square feet"),
    "feddan": messages("%(value)s feddan", "%(value)s feddans"),
    "acre": messages("%(value)s acre", "%(value)s acres"),
    "dunam": messages("%(value)s dunam", "%(value)s dunams"),
    "cubic_foot": messages("%(value)s cubic foot", "%(value)s cubic feet"),
    "gallon": messages("%(value)s gallon", "%(value)s gallons"),
    "century": messages("%(value)s century", "%(value)s centuries"),
    "watt": messages("%(value)s watt", "%(value)s watts"),
    "kW": messages("%(value)s kilowatt", "%(value)s kilowatts"),
    "volt": messages("%(value)s volt", "%(value)s volts"),
    "decibel": messages("%(value)s decibel", "%(value)s decibels"),
    "calorie": messages("%(value)s calorie", "%(value)s calories"),
    "GB": messages("%(value)s gigabyte", "%(value)s gigabytes"),
    "Mbit": messages("%(value)s megabit", "%(value)s megabits"),
    "megapixel": messages("%(value)s megapixel", "%(value)s megapixels"),
    "IRT": messages("%(value)s Iranian toman", "%(value)s Iranian tomans"),
    "shift": messages("%(value)s shift", "%(value)s shifts"),
}
# The unit says nothing beside the number: what is counted stands on its own line.
_BARE = frozenset({"count", "ratio"})
# Nor does one of these where the counted noun is known: «26 مليون», below it «نسمة».
_NAMED_BY_NOUN = frozenset({"person", "household"})
RATES = {
    "hour": message("%(amount)s an hour"),
    "day": message("%(amount)s a day"),
    "month": message("%(amount)s a month"),
    "year": message("%(amount)s a year"),
    "hectare": message("%(amount)s a hectare"),
    "person": message("%(amount)s a person"),
    "second": message("%(amount)s a second"),
    "minute": message("%(amount)s a minute"),
    "feddan": message("%(amount)s a feddan"),
    "dunam": message("%(amount)s a dunam"),
}
SCALES = (
    (Decimal(10) ** 12, messages("%(value)s trillion", "%(value)s trillion")),
    (Decimal(10) ** 9, messages("%(value)s billion", "%(value)s billion")),
    (Decimal(10) ** 6, messages("%(value)s million", "%(value)s million")),
)
QUALIFIERS = {
    "at_least": message("at least %(amount)s"),
    "at_most": message("at most %(amount)s"),
    "more_than": message("more than %(amount)s"),
    "less_than": message("less than %(amount)s"),
    "about": message("about %(amount)s"),
    "nearly": message("nearly %(amount)s"),
    "up_to": message("up to %(amount)s"),
    "only": message("only %(amount)s"),
    "implied": message("%(amount)s (implied)"),
    "vague": message("%(amount)s (a loose estimate)"),
}
# These stand before the amount as prepositions in Arabic, and a dual changes after one.
_PREPOSITIONS = frozenset({"more_than", "less_than", "about", "nearly", "up_to"})
# After مليون or مليار the counted noun stands as after 100, whatever number goes before.
_AFTER_SCALE = Decimal(100)
_DUAL = Decimal(2)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number as words, and the number that the unit's form agrees with."""

    text: str
    agrees_with: Decimal


def digits(value: Decimal | int) -> str:
    """The number in Latin digits, thousands grouped by a comma, decimals after a point.

    >>> digits(Decimal("1234567.50"))
    '1,234,567.5'
    """
    text = f"{Decimal(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_text(catalogue: Catalogue, value: Decimal) -> str:
    """A number alone, in millions and more where that shows it exactly."""
    return _scaled(catalogue, value).text


def figure_text(catalogue: Catalogue, figure: SiteFigure) -> str:
    """The figure's value with unit and qualifier, as plain text; the editor's wording wins."""
    wording = figure.wording_ar if catalogue.language == ARABIC else figure.wording_en
    if wording:
        return wording
    after_preposition = figure.qualifier in _PREPOSITIONS
    amount = _with_unit(catalogue, figure, after_preposition)
    qualifier = QUALIFIERS.get(figure.qualifier or "")
    return catalogue.text(qualifier, amount=amount) if qualifier else amount


def _with_unit(catalogue: Catalogue, figure: SiteFigure, after_preposition: bool) -> str:
    unit, _, rate = figure.unit.partition("_per_")
    noun = figure.counted.ar if catalogue.language == ARABIC else figure.counted.en
    if noun and unit in _NAMED_BY_NOUN:
        unit = "count"
    amount = _range(catalogue, figure.low, figure.high)
    text = _unit_text(catalogue, unit, amount, after_preposition)
    return catalogue.text(RATES[rate], amount=text) if rate in RATES else text


def _range(catalogue: Catalogue, low: Decimal, high: Decimal | None) -> _Amount:
    if high is None or high == low:
        return _scaled(catalogue, low)
    first, last = _scaled(catalogue, low), _scaled(catalogue, high)
    text = catalogue.text("%(low)s to %(high)s", low=first.text, high=last.text)
    # One or two at the end of a range still needs its digit: «من 1 إلى 2 سنة».
    return _Amount(text, last.agrees_with if last.agrees_with > _DUAL else _AFTER_SCALE)


def _scaled(catalogue: Catalogue, value: Decimal) -> _Amount:
    """The number, from a million on in millions and more where two decimals show it exactly."""
    for size, words in SCALES:
        part = value / size
        if part >= 1 and part == round(part, 2):
            return _Amount(catalogue.count(words, part, value=digits(part)), _AFTER_SCALE)
    return _Amount(digits(value), value)


def _unit_text(catalogue: Catalogue, unit: str, amount: _Amount, after_preposition: bool) -> str:
    if unit in _BARE:
        return amount.text
    words = UNITS.get(unit)
    if words is None:
        return _currency_text(catalogue, unit, amount)
    if amount.agrees_with == _DUAL and after_preposition:
        return catalogue.pair(words[0], value=amount.text)
    return catalogue.count(words, amount.agrees_with, value=amount.text)


def _currency_text(catalogue: Catalogue, code: str, amount: _Amount) -> str:
    """The amount with the currency's name; a unit that nobody knows shows the number alone."""
    if code not in Locale.parse("en").currencies:
        return amount.text
    name = get_currency_name(code, count=amount.agrees_with, locale=str(catalogue.language))
    return catalogue.text("%(value)s %(currency)s", value=amount.text, currency=name)
