"""Wrong content folders, each with exactly the diagnostics that an editor sees."""

from pathlib import Path

import pytest

from generator.content import load_library
from generator.errors import GeneratorError

INVALID = Path(__file__).parents[2] / "sites" / "invalid"
CASES = sorted(path.name for path in INVALID.iterdir())


def diagnose(content: Path) -> list[str]:
    """Every diagnostic of a content folder as a line: severity, place, what, how to fix it."""
    try:
        _, found = load_library(content)
    except GeneratorError as error:
        found = error.diagnostics
    return [f"{diagnostic.severity}: {diagnostic}" for diagnostic in found]


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_content_folder_gives_exactly_its_diagnostics(
    case: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Every problem is told at once, in the order of place, each with its line and its remedy."""
    monkeypatch.chdir(INVALID / case)
    expected = Path("expected.txt")
    found = diagnose(Path("content"))
    if request.config.getoption("--rewrite"):
        expected.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8").splitlines()


def test_there_are_cases_enough() -> None:
    """A moved folder would otherwise make the test above pass by finding nothing."""
    assert len(CASES) >= 30
