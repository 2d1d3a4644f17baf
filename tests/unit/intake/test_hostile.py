"""Hostile and broken input ends in seconds, with a right result or a clear error."""

import re
import time
from pathlib import Path

import pytest

import generator.intake
from generator.errors import GeneratorError
from generator.intake import ImportOptions, IntakeRules, plan_import, take_in

SENTENCE = "قال مدير المحطة إن العمل في المدينة الجديدة سيبدأ قريبا ولن يتأخر عن الموعد. "
SECONDS = 12
"""Of processor time, so that a busy machine does not fail the test. Quadratic code takes minutes."""

INPUTS = {
    "empty.txt": "",
    "menu.txt": "الرئيسية\nأخبار\nاقتصاد\nرياضة\nاتصل بنا\n",
    "large.txt": SENTENCE * 80_000,
    "one-line.txt": "كلمة " * 200_000,
    "one-word.txt": "ك" * 1_000_000,
    "short-lines.txt": "كلمة قصيرة\n" * 15_000,
    "repeats.txt": f"{SENTENCE}\n" * 8_000,
    "broken-lines.txt": "كلمة أخرى وثالثة ورابعة وخامسة وسادسة وسابعة وثامنة\n" * 8_000,
    "nested.html": "<html><body>" + "<div>" * 10_000 + SENTENCE + "</div>" * 10_000,
    "unclosed.html": "<html><body>" + "<b>" * 10_000 + SENTENCE,
    "angles.txt": "<" * 300_000 + SENTENCE,
    "brackets.txt": SENTENCE + "[" * 150_000 + "]" * 150_000,
    "scripts.txt": "<script>" * 50_000 + SENTENCE,
    "comments.txt": "<!--" * 80_000 + SENTENCE,
    "tatweel.txt": "سـ" + "ـ" * 300_000 + "لام " + SENTENCE,
    "marks.txt": "س" + "\u064b" * 300_000 + SENTENCE,
    "json.html": '<script type="application/ld+json">'
    + "[" * 100_000
    + "</script><p>"
    + SENTENCE * 9,
    "quotes.md": ">" * 5_000 + SENTENCE,
    "links.md": "[" * 50_000 + SENTENCE,
    "months.txt": "12 مارس 2024 " * 20_000 + SENTENCE,
}


@pytest.mark.parametrize("name", INPUTS)
def test_hostile_input_ends_in_seconds(name: str, rules: IntakeRules) -> None:
    """Nothing but a GeneratorError comes out, and its message ends with what to do."""
    started = time.process_time()
    try:
        plan_import(take_in(name, INPUTS[name].encode(), rules), ImportOptions(), {})
    except GeneratorError as error:
        assert all(problem.fix.endswith(".") for problem in error.diagnostics)
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "name", ["empty.txt", "menu.txt", "large.txt", "nested.html", "one-word.txt"]
)
def test_a_file_without_an_article_is_an_error(name: str, rules: IntakeRules) -> None:
    """A menu, nothing, a book or a tower of tags does not become an article."""
    with pytest.raises(GeneratorError):
        take_in(name, INPUTS[name].encode(), rules)


WORST = (
    "«" * 65_536,
    " " * 65_536,
    "، " * 32_768,
    "أ " * 32_768,
    "12 " * 21_845,
    "(" * 65_536,
    "- " * 32_768,
    "<a " * 21_845,
)


def _patterns() -> dict[str, re.Pattern[str]]:
    found = {}
    for path in sorted(Path(generator.intake.__file__).parent.glob("*.py")):
        module = __import__(f"generator.intake.{path.stem}", fromlist=["_"])
        found.update(
            {f"{path.stem}.{name}": each for name, each in vars(module).items()
             if isinstance(each, re.Pattern) and isinstance(each.pattern, str)}
        )  # fmt: skip
    return found


@pytest.mark.parametrize("name", sorted(_patterns()))
def test_every_pattern_is_linear(name: str) -> None:
    """64 KiB of the worst kind of text takes a pattern well under a second."""
    pattern = _patterns()[name]
    for text in WORST:
        started = time.process_time()
        pattern.search(text)
        assert time.process_time() - started < 0.5
