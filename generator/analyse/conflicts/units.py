"""What figures can be compared at all: one dimension, values that differ, no range that meets."""

from decimal import Decimal

from generator.measures import dimension, size
from generator.model import Figure
from generator.model.record import record

FARTHEST = 12  # times; estimates of one thing differ less
_ABOUT = Decimal("0.1")


@record(frozen=True, slots=True)
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
    low, high = bounds(figure)
    ranged = figure.high is not None
    kind, factor = dimension(figure.unit), float(size(figure.unit))
    return Amount(kind, factor, float(figure.low), float(low), float(high), ranged, bare)


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
