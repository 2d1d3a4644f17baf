"""Raw texts in the manner of many outlets, each with what a person says of every line.

The texts are invented. `<name>.gold.json` gives each line's label in the words of the analysis schema;
`also` lists other right answers, `drops` what goes out of a line that stays.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.intake import IntakeRules, take_in
from generator.model import BlockKind, IntakeResult

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "intake"
BODY = {"heading", "paragraph", "list_item", "quote", "deck"}
CODECS = {"windows-1256": "cp1256"}
LIST_MARK = re.compile(r"^\s*(?:[-•*–▪]|\(?\d{1,2}[.)\-])\s+")
# What no kept text may hold: presentation forms, controls, no-break blanks, tatweel inside words.
DIRTY = re.compile(
    "(?<=[\u0621-\u064a])\u0640+(?=[\u0621-\u064a])"
    "|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad\u00a0\r\ufb50-\ufdf1\ufe70-\ufefc\x00-\x08]"
)


@dataclass(frozen=True)
class Case:
    """A raw file with its reading."""

    gold: dict[str, Any]
    data: bytes

    @property
    def lines(self) -> list[str]:
        codec = CODECS.get(self.gold["encoding"], self.gold["encoding"])
        return self.data.decode(codec).split("\n")


def _cases(form: str) -> list[Any]:
    found = []
    for path in sorted(FIXTURES.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["format"] != form:
            continue
        case = Case(gold, (FIXTURES / gold["source"]).read_bytes())
        found.append(pytest.param(case, id=path.name.removesuffix(".gold.json")))
    return found


CASES = _cases("text") + _cases("markdown")
PAGES = _cases("html")


def _take(case: Case, rules: IntakeRules) -> IntakeResult:
    return take_in(case.gold["source"], case.data, rules)


def _words(text: str) -> str:
    """The words alone: marks, dress and punctuation are asserted elsewhere."""
    normal = unicodedata.normalize("NFKC", text)
    shown = "".join(c for c in normal if unicodedata.category(c) not in {"Mn", "Cf"})
    return " ".join(re.findall(r"\w+", shown.replace("\u0640", "")))


def _labels(result: IntakeResult) -> dict[int, str]:
    labels: dict[int, str] = {}
    for block in result.article.blocks:
        first, *others = block.origins
        labels[first.line] = block.kind.value
        labels.update({origin.line: "continuation" for origin in others})
    labels.update(
        {
            removed.line: removed.kind.value
            for removed in result.removed
            if removed.line not in labels
        }
    )
    labels.update(dict.fromkeys(result.byline_lines, "byline"))
    labels.update(dict.fromkeys(result.dateline_lines, "dateline"))
    return labels


def _expected_blocks(case: Case) -> list[str]:
    blocks: list[str] = []
    drops: dict[int, list[tuple[int, int]]] = {}
    for drop in case.gold["drops"]:
        drops.setdefault(drop["line"], []).append((drop["start"], drop["end"]))
    for entry in case.gold["lines"]:
        text = case.lines[entry["line"] - 1]
        for start, end in sorted(drops.get(entry["line"], []), reverse=True):
            text = f"{text[:start]} {text[end:]}"
        if entry["label"] == "list_item":
            text = LIST_MARK.sub("", text)
        if entry["label"] == "continuation":
            blocks[-1] += ("" if entry["join"] == "none" else " ") + text.strip()
        elif entry["label"] in BODY:
            blocks.append(text.strip())
    return [_words(block) for block in blocks]


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_what_it_is(case: Case, rules: IntakeRules) -> None:
    """Each line of the file is kept or removed as its gold says, and none is passed over."""
    found = _labels(_take(case, rules))
    wrong = {
        entry["line"]: (case.lines[entry["line"] - 1], entry["label"], found.get(entry["line"]))
        for entry in case.gold["lines"]
        if found.get(entry["line"]) not in {entry["label"], *entry.get("also", [])}
    }
    assert not wrong


@pytest.mark.parametrize("case", CASES)
def test_blocks_hold_exactly_the_words_of_the_article(case: Case, rules: IntakeRules) -> None:
    """Joins and cuts are right, nothing is lost, and nothing foreign is left."""
    kinds = (BlockKind.TITLE,)
    found = [_words(b.text) for b in _take(case, rules).article.blocks if b.kind not in kinds]
    assert found == _expected_blocks(case)


@pytest.mark.parametrize("case", CASES + PAGES)
def test_title_writer_and_date_are_found(case: Case, rules: IntakeRules) -> None:
    """They are read from the head, or absent, never guessed."""
    article = _take(case, rules).article
    gold = case.gold
    assert _words(article.title or "") == _words(gold["title"] or "")
    assert article.byline == gold["byline"]
    assert article.published == gold["published"]["iso"]


@pytest.mark.parametrize("case", CASES + PAGES)
def test_kept_text_is_clean(case: Case, rules: IntakeRules) -> None:
    """No character that a reader cannot see is left, and the text is NFC."""
    for block in _take(case, rules).article.blocks:
        assert not any(bad in block.text for bad in case.gold.get("must_not_contain", []))
        assert not DIRTY.search(block.text)
        assert unicodedata.is_normalized("NFC", block.text)


@pytest.mark.parametrize("case", CASES)
def test_each_letter_knows_where_it_stood(case: Case, rules: IntakeRules) -> None:
    """Offsets lead from every letter of a block to the same letter of the raw line."""
    lines = case.lines
    for block in _take(case, rules).article.blocks:
        for origin in block.origins:
            raw = lines[origin.line - 1]
            for at, offset in enumerate(origin.offsets[:-1]):
                shown, stood = block.text[origin.start + at], raw[offset]
                same = (
                    shown in unicodedata.normalize("NFKC", stood)
                    or stood.isspace()
                    or stood in "&<"
                )
                assert same, (block.text, shown, stood)


@pytest.mark.parametrize("case", PAGES)
def test_a_page_gives_its_article_and_no_more(case: Case, rules: IntakeRules) -> None:
    """Headings, quotations, lists and paragraphs of a page survive in order, as what they are."""
    blocks = _take(case, rules).article.blocks
    found = [(b.kind.value, b.text) for b in blocks if b.kind is not BlockKind.TITLE]
    assert found == [(entry["kind"], entry["text"]) for entry in case.gold["blocks"]]


@pytest.mark.parametrize("case", PAGES)
def test_a_page_tells_its_outlet(case: Case, rules: IntakeRules) -> None:
    """The publisher is what the page's metadata says."""
    assert _take(case, rules).article.publisher == case.gold["publisher"]
