"""What stands around an article's text, as newspapers and sites of each region set it.

The frames are invented after the manner of real outlets. In `tests/fixtures/intake-frames/*.txt` a case
begins with `# what it shows`. Each line under it gives the label of a raw line (with slashes, any of
them), after the label the writer's name and the day that the line tells, and after a bar the line
itself; `[[…]]` marks what opens or closes the text without belonging to it. `text`, `parts` and
`plain N` stand for paragraphs that have nothing to do with the frame.
"""

import re
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from generator.intake import IntakeRules, take_in
from generator.model import IntakeResult

FRAMES = Path(__file__).resolve().parents[2] / "fixtures" / "intake-frames"
ROW = re.compile(r"(?P<labels>[a-z_/]+)(?: (?P<told>[^|]+))? \| (?P<text>.+)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
CUT = re.compile(r"\[\[(.*?)\]\]")
STOCK = (
    "تقع البلدة على ضفة نهر صغير، ويعيش أهلها من الزراعة ومن ورش تصلح القوارب والمضخات.",
    "وقال رئيس التعاونية إن الموسم كان أفضل مما توقعه كثيرون، وإن المخازن امتلأت قبل أوانها.",
    "ولا يزال الطريق الذي يربط البلدة بالسوق ترابياً في معظمه، فتتأخر الشاحنات كلما هطل المطر.",
    "وتعتزم الإدارة المحلية رصف جزء منه في العام المقبل إذا توفر المال اللازم لذلك.",
)
PARTS = (
    ("paragraph", STOCK[0]),
    ("heading", "طريق لم يكتمل"),
    ("paragraph", STOCK[2]),
    ("paragraph", STOCK[1]),
    ("heading", "ما تعد به الإدارة"),
    ("paragraph", STOCK[3]),
    ("paragraph", "وينتظر السكان أن يبدأ العمل قبل الشتاء، كما وعدهم به مهندس المشروع في لقاء قصير."),
)  # fmt: skip


@dataclass
class Frame:
    """A raw text with the reading of each of its lines."""

    lines: list[tuple[str, str, str]] = field(default_factory=list)
    """Labels with slashes, the line, and what is cut out of it."""
    byline: str | None = None
    published: str | None = None

    def add(self, labels: str, text: str, told: str | None = None) -> None:
        cut = CUT.search(text)
        labels = "paragraph" if labels == "p" else labels
        self.lines.append((labels, CUT.sub(r"\1", text), cut[1].strip() if cut else ""))
        day = DAY.search(told or "")
        name = DAY.sub("", told or "").strip()
        self.published = day[0] if day else self.published
        self.byline = name or self.byline


def _frame(rows: list[str]) -> Frame:
    frame = Frame()
    for row in rows:
        match = ROW.fullmatch(row)
        if match:
            frame.add(match["labels"], match["text"], match["told"])
        elif row == "parts":
            for label, text in PARTS:
                frame.add(label, text)
        else:
            count = len(STOCK) if row == "text" else int(row.removeprefix("plain "))
            kept = [text for _, text, _ in frame.lines]
            for text in [text for text in STOCK if text not in kept][:count]:
                frame.add("paragraph", text)
    return frame


def _frames() -> list[Any]:
    found = []
    for path in sorted(FRAMES.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("# ")[1:]:
            name, *rows = case.strip().split("\n")
            found.append(pytest.param(_frame(rows), id=f"{path.stem}: {name}"))
    return found


def _read(frame: Frame, gap: str, rules: IntakeRules) -> IntakeResult:
    text = gap.join(text for _, text, _ in frame.lines)
    return take_in("frame.txt", text.encode(), rules)


def _labels(result: IntakeResult) -> dict[int, str]:
    labels = {block.location.line: block.kind.value for block in result.article.blocks}
    for removed in result.removed:
        labels.setdefault(removed.line, removed.kind.value)
    labels.update(dict.fromkeys(result.byline_lines, "byline"))
    return labels | dict.fromkeys(result.dateline_lines, "dateline")


def _wrong(frame: Frame, gap: str, rules: IntakeRules) -> list[str]:
    result = _read(frame, gap, rules)
    labels = _labels(result)
    removed = {each.line: each.text for each in result.removed}
    wrong = []
    for at, (wanted, text, cut) in enumerate(frame.lines):
        number = at * len(gap) + 1
        if labels.get(number, "nothing") not in wanted.split("/"):
            wrong.append(f"«{text[:60]}» is {wanted}, read as {labels.get(number)}")
        if "paragraph" in wanted and removed.get(number, "") != cut:
            wrong.append(f"«{cut}» should be cut, not «{removed.get(number, '')}»")
    if (result.article.byline or None) != frame.byline:
        wrong.append(f"written by {frame.byline}, read as {result.article.byline}")
    if result.article.published != frame.published:
        wrong.append(f"published {frame.published}, read as {result.article.published}")
    return wrong


@pytest.mark.parametrize(("frame", "gap"), [
    pytest.param(*frame.values, gap, id=f"{frame.id}, {how}")
    for frame, (gap, how) in product(_frames(), (("\n", "lines"), ("\n\n", "paragraphs")))
])  # fmt: skip
def test_the_frame_of_an_article_is_read(frame: Frame, gap: str, rules: IntakeRules) -> None:
    """Writer, day and every line around the text are what a reader takes them for."""
    assert _wrong(frame, gap, rules) == []
