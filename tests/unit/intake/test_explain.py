"""What `sharh explain` tells an editor of one file."""

from pathlib import Path

from generator.intake import IntakeRules, explain_lines, take_in
from generator.intake.clean import RULES
from generator.intake.explain import WHY

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "intake"


def explained(name: str, rules: IntakeRules) -> list[str]:
    return list(explain_lines(take_in(name, (FIXTURES / name).read_bytes(), rules)))


def test_each_rule_says_why() -> None:
    """No line goes without a reason that a person can read."""
    assert {rule.__name__ for rule in RULES} | {"markup", "html"} == set(WHY)


def test_doubtful_removals_come_first_with_their_rule_and_line(rules: IntakeRules) -> None:
    """What an editor must look at is not under what is certain."""
    lines = explained("print-page-notes.txt", rules)
    assert lines[1] == "clean: 7 lines removed, 1 of them doubtful"
    assert [line.split()[0] for line in lines if line[4:8].strip().isdigit()] == [
        "9", "2", "3", "4", "10", "11", "12",
    ]  # fmt: skip
    lines = explained("foreign-unmarked-same-subject.txt", rules)
    assert lines[1] == "clean: 4 lines removed, 4 of them doubtful"
    assert lines[2].startswith("  DOUBTFUL, read it: another article")
    assert lines[2].endswith("(rule second_articles)")
    assert lines[3].split()[:2] == ["7", "foreign_article"]


def test_the_way_to_keep_a_line_is_told(rules: IntakeRules) -> None:
    """With the name of the file, where something was removed; else nothing."""
    lines = explained("print-page-notes.txt", rules)
    assert any("sharh import print-page-notes.txt --keep LINE" in line for line in lines)
    lines = explained("name-on-next-line.txt", rules)
    assert "clean: nothing was removed" in lines
    assert not any("--keep" in line for line in lines)


def test_the_structure_is_told_with_its_lines(rules: IntakeRules) -> None:
    """Title, writer, date and how it is known, joins and sub-headings."""
    lines = explained("date-under-title.txt", rules)
    assert "structure: 3 paragraphs, 1 sub-heading, 1 standfirst" in lines
    assert "  published   2025-02-17, stated over the text" in lines
    assert "  heading     line 6: سوق صغيرة" in lines
    joined = explained("name-on-next-line.txt", rules)
    assert "  joined      line 4 goes on with the line before, with a blank between" in joined


def test_a_page_says_what_its_numbers_count(rules: IntakeRules) -> None:
    """The blocks of an HTML page are numbered, since it has no lines that an editor would know."""
    lines = explained("html-wordpress.html", rules)
    assert any("the numbers count its blocks" in line for line in lines)
    assert "  published   2021-04-17, from the page's metadata" in lines
