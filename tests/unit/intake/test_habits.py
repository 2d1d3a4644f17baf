"""Rule files of publishers."""

from pathlib import Path

import pytest

from generator.errors import RuleFileError
from generator.intake import IntakeRules, load_intake_rules
from generator.intake.habits import COMMON, PUBLISHERS


def test_the_files_that_ship_load_without_a_problem(rules: IntakeRules) -> None:
    """Every publisher has a name, and its domains lead to it."""
    assert rules.publishers
    for publisher in rules.publishers:
        for domain in publisher.domains:
            assert rules.publisher_of(f"www.{domain}") == publisher.name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("domains: [example.org]\n", "name"),
        ("name: أ\nlines:\n- text: TT\n  kind: noise_marker\n", "sample"),
        ("name: أ\nlines:\n- text: '...'\n  kind: caption\n  sample: نقاط\n", "no letter"),
        ("name: أ\nlines:\n- text: TT\n  kind: nosie\n  sample: حرفان\n", "nosie"),
        ("name: أ\ncolour: أحمر\n", "colour"),
    ],
)
def test_a_wrong_rule_file_is_refused_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    """A rule without its sample, an empty pattern, a wrong kind and an unknown key are errors."""
    (tmp_path / COMMON).write_text(
        (PUBLISHERS / COMMON).read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match=told) as caught:
        load_intake_rules(tmp_path)
    assert "wrong.yaml:" in str(caught.value)
