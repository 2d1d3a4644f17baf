"""What the units of figures measure, and how large they are beside each other."""

from decimal import Decimal

# Unit -> what it measures, and how many of the unit of 1 there it is.
_SIZES: dict[str, tuple[str, str]] = {
    "mm": ("length", "0.001"), "cm": ("length", "0.01"), "inch": ("length", "0.0254"),
    "foot": ("length", "0.3048"), "m": ("length", "1"), "km": ("length", "1000"),
    "mile": ("length", "1609.344"), "nautical_mile": ("length", "1852"),
    "g": ("mass", "0.001"), "ounce": ("mass", "0.0283"), "kg": ("mass", "1"), "tonne": ("mass", "1000"),
    "square_foot": ("area", "0.0929"), "m2": ("area", "1"), "dunam": ("area", "1000"),
    "acre": ("area", "4047"), "feddan": ("area", "4200"), "hectare": ("area", "10000"),
    "km2": ("area", "1000000"),
    "litre": ("volume", "1"), "gallon": ("volume", "3.785"), "cubic_foot": ("volume", "28.32"),
    "barrel": ("volume", "159"), "m3": ("volume", "1000"),
    "second": ("time", "1"), "minute": ("time", "60"), "hour": ("time", "3600"),
    "day": ("time", "86400"), "week": ("time", "604800"), "month": ("time", "2592000"),
    "year": ("time", "31536000"), "decade": ("time", "315360000"), "century": ("time", "3153600000"),
    "watt": ("power", "1"), "kW": ("power", "1000"), "MW": ("power", "1000000"),
    "km_per_hour": ("speed", "1"), "knot": ("speed", "1.852"), "km_per_second": ("speed", "3600"),
    "celsius": ("degree", "1"), "point": ("degree", "1"),
    "count": ("count", "1"), "person": ("count", "1"), "household": ("count", "1"), "shift": ("count", "1"),
}  # fmt: skip


def dimension(unit: str) -> str:
    """What a unit measures: «length»; of one that is alone in its kind the unit itself."""
    return _SIZES.get(unit, (unit, ""))[0]


def is_money(unit: str) -> bool:
    """Whether it is the code of a currency."""
    return len(unit) == 3 and unit.isupper()


def is_count(unit: str) -> bool:
    """Whether it counts things or people."""
    return dimension(unit) == "count"


def size(unit: str) -> Decimal:
    """How large a unit is beside the others of its dimension."""
    return Decimal(_SIZES.get(unit, ("", "1"))[1])


def converted(value: Decimal, unit: str, into: str) -> Decimal:
    """The value in another unit of its dimension; a unit of another dimension leaves it as it is.

    >>> converted(Decimal(44000), "hectare", "km2")
    Decimal('440')
    """
    if unit == into or dimension(unit) != dimension(into):
        return value
    return (value * size(unit) / size(into)).normalize() + 0
