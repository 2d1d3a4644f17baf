"""What figures can be compared at all: one dimension, values that differ, no range that meets."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model import Figure

# Unit -> what it measures, and how many of the smallest unit there it is.
_DIMENSIONS: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "inch": ("length", 0.0254),
    "m": ("length", 1), "km": ("length", 1000), "mile": ("length", 1609),
    "gram": ("mass", 0.001), "kg": ("mass", 1), "tonne": ("mass", 1000),
    "m2": ("area", 1), "hectare": ("area", 10_000), "km2": ("area", 1_000_000),
    "litre": ("volume", 1), "m3": ("volume", 1000),
    "second": ("time", 1), "minute": ("time", 60), "hour": ("time", 3600), "day": ("time", 86_400),
    "week": ("time", 604_800), "month": ("time", 2_592_000), "year": ("time", 31_536_000),
    "decade": ("time", 315_360_000),
    "km_per_hour": ("speed", 1), "km_per_second": ("speed", 3600),
    "celsius": ("degree", 1), "point": ("degree", 1),
    "person": ("count", 1), "household": ("count", 1),
}  # fmt: skip
FARTHEST = 12  # times; estimates of one thing differ less
_ABOUT = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure's value and the values that its qualifier leaves open, all in its own unit."""

    dimension: str
    factor: float
    value: float
    low: float
    high: float
    ranged: bool
    bare: bool
    """Whether the number stands alone: its unit may have been said before."""


def amount_of(figure: Figure, *, bare: bool) -> Amount:
    """What a figure amounts to."""
    dimension, factor = _DIMENSIONS.get(figure.unit, (figure.unit, 1))
    low, high = bounds(figure)
    ranged = figure.high is not None
    return Amount(dimension, factor, float(figure.low), float(low), float(high), ranged, bare)


def bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """The values that the figure allows, ends included; an unknown end is infinite."""
    low, high = figure.low, figure.high if figure.high is not None else figure.low
    match figure.qualifier:
        case "at_least" | "more_than":
            return low, Decimal("Infinity")
        case "at_most" | "less_than" | "up_to":
            return Decimal("-Infinity"), high
        case "about" | "nearly":
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def ratio(first: Amount, second: Amount) -> float:
    """How many times the one is the other, more than 1; 0 where they cannot be compared.

    «64 في المئة … لا تزيد على 37»: a number alone may be of the unit that was said before.
    """
    alike = first.dimension == second.dimension
    if not alike and not (first.bare or second.bare):
        return 0
    if (first.ranged or second.ranged) and meet(first, second):
        return 0
    one = abs(first.value) * (first.factor if alike else 1)
    two = abs(second.value) * (second.factor if alike else 1)
    small, large = (one, two) if one < two else (two, one)
    times = large / small if small else 0
    return times if 1 < times <= FARTHEST else 0


def meet(first: Amount, second: Amount) -> bool:
    """Whether one value can satisfy both."""
    one, two = (first.factor, second.factor) if first.dimension == second.dimension else (1, 1)
    return first.high * one >= second.low * two and second.high * two >= first.low * one
