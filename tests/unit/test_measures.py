"""Units beside each other: what they measure, and how a value reads in another one."""

from decimal import Decimal

import pytest

from generator.measures import converted, dimension
from generator.model import ARABIC
from generator.render.catalogue import load_catalogue
from generator.render.pictures.scales import Claim, scale
from tests.unit.render.test_wording import figure


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        ("950", "m", "km", "0.95"),
        ("44000", "hectare", "km2", "440"),
        ("2", "hour", "minute", "120"),
        ("10", "feddan", "hectare", "4.2"),
        ("7", "USD", "USD", "7"),
        ("7", "USD", "km", "7"),
    ],
)
def test_a_value_in_another_unit(value: str, unit: str, into: str, expected: str) -> None:
    """Exact within a dimension; what measures something else is left as it is."""
    assert converted(Decimal(value), unit, into) == Decimal(expected)


def test_a_unit_without_a_dimension_is_its_own() -> None:
    """A currency is comparable with itself alone."""
    assert (dimension("MAD"), dimension("km")) == ("MAD", "length")


def test_kilometres_and_metres_lie_on_one_scale() -> None:
    """950 metres lie left of 1.2 kilometres on a scale of kilometres, not a thousand times beyond."""
    figures = [figure("1.2", "km"), figure("950", "m")]
    drawn = scale(load_catalogue(ARABIC), [Claim(figure, "", "#a") for figure in figures])
    assert "1.5" in drawn.axis and "1,000" not in drawn.axis
