"""Figures in Arabic text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse import analyse, build_gazetteer
from generator.analyse.numbers.digits import parse_digits
from generator.languages import load_lexicon
from generator.model import ARABIC, Article, Figure, Location, Slug
from tests.unit.analyse.cases import Case, paragraph, read_cases

CASES = read_cases("figures.md")


def figures_of(case: Case) -> tuple[Figure, ...]:
    blocks = tuple(paragraph(line) for line in case.lines)
    article = Article(Slug("a"), ARABIC, None, blocks, Location("test"))
    return analyse(article, build_gazetteer(()), load_lexicon(ARABIC)).figures


def shown(figure: Figure) -> str:
    value = str(figure.low) if figure.high is None else f"{figure.low:f}..{figure.high:f}"
    parts = (figure.surface, value, figure.unit, figure.qualifier or "-", figure.counted.en or "-")
    return " | ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_figures_are_found_with_value_and_unit(case: Case) -> None:
    """Each figure has its exact value, unit, qualifier and counted noun; nothing else is a figure."""
    assert [shown(figure) for figure in figures_of(case)] == list(case.expected)


def test_the_file_has_enough_cases() -> None:
    """The fixture covers at least sixty shapes of figures."""
    assert len(CASES) >= 60


@given(st.integers(1000, 10**12))
def test_grouping_does_not_change_a_number(number: int) -> None:
    """A number grouped with commas, Arabic marks or not at all has one value."""
    grouped = f"{number:,}"
    assert parse_digits(grouped) == parse_digits(grouped.replace(",", "٬")) == Decimal(number)


@pytest.mark.parametrize(
    ("token", "comma", "value"),
    [
        ("1.234", False, "1.234"),
        ("1.234", True, "1234"),
        ("1.234.567", False, "1234567"),
        ("3,5", False, "3.5"),
        ("0,125", False, "0.125"),
        ("35.000", False, "35000"),
        ("1,250.75", False, "1250.75"),
        ("1.250,75", True, "1250.75"),
    ],
)
def test_marks_are_read_by_their_place(token: str, comma: bool, value: str) -> None:
    """A comma or dot groups thousands or begins decimals by the digits around it and the source."""
    assert parse_digits(token, comma_is_decimal=comma) == Decimal(value)


@pytest.mark.parametrize("token", ["1.2.3", "12,34,5"])
def test_marks_that_make_no_number_are_refused(token: str) -> None:
    """A version or a broken number has no value."""
    assert parse_digits(token) is None
