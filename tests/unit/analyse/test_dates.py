"""Dates in Arabic text."""

import pytest

from generator.analyse.dates.calendar import Anchor, anchor_of
from generator.analyse.dates.find import as_mention, find_dates
from generator.languages import load_lexicon
from generator.model import ARABIC
from tests.unit.analyse.cases import Case, read_cases, readings

CASES = read_cases("dates.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_dates_are_found_with_their_value(case: Case) -> None:
    """Each date has the span and the ISO value that a reader gives it, and nothing else is a date."""
    blocks = readings(case.lines)
    found = find_dates(blocks, anchor_of(case.published), load_lexicon(ARABIC))
    mentions = [
        as_mention(reading, date)
        for reading, dates in zip(blocks, found, strict=True)
        for date in dates
    ]
    assert [f"{m.surface} | {m.iso or '?'}" for m in mentions] == list(case.expected)


def test_the_file_has_enough_cases() -> None:
    """The fixture covers at least sixty shapes of dates."""
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("iso", "anchor"),
    [
        ("2024-06-19T10:00:00", Anchor(2024, 6, 19)),
        ("2024-06", Anchor(2024, 6)),
        ("2024", Anchor(2024)),
        ("2024-02-30", None),
        ("next week", None),
        (None, None),
    ],
)
def test_an_anchor_keeps_the_parts_that_are_known(iso: str | None, anchor: Anchor | None) -> None:
    """The date of publication may be a day, a month or a year; what is no date is no anchor."""
    assert anchor_of(iso) == anchor
