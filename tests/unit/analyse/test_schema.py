"""The JSON of `sharh analyse --json`."""

from generator.analyse import analyse
from generator.analyse.schema import as_schema
from generator.languages import load_lexicon
from generator.model import (
    ARABIC,
    Article,
    Block,
    BlockKind,
    IntakeResult,
    LineKind,
    Location,
    MediaType,
    Origin,
    ParagraphId,
    RawArticle,
    RemovedLine,
    Slug,
)
from tests.unit.analyse.test_mentions import GAZETTEER

LINES = (
    "عنوان",
    "  وقال مروان صالح، وفق صحيفة",
    "«الغارديان»، إن 12 جنديا وصلوا في مايو 2023.",
    "TT",
)


def origin(line: int, start: int, raw_start: int, length: int) -> Origin:
    return Origin(start, line, tuple(range(raw_start, raw_start + length + 1)))


def result(media_type: MediaType = MediaType.TEXT) -> IntakeResult:
    first, second = LINES[1].strip(), LINES[2]
    joined = Block(
        BlockKind.PARAGRAPH,
        f"{first} {second}",
        Location("x", 2),
        ParagraphId("p-1"),
        origins=(origin(2, 0, 2, len(first)), origin(3, len(first) + 1, 0, len(second))),
    )
    title = Block(
        BlockKind.TITLE,
        LINES[0],
        Location("x", 1),
        ParagraphId("title"),
        origins=(origin(1, 0, 0, len(LINES[0])),),
    )
    article = Article(Slug("a"), ARABIC, LINES[0], (title, joined), Location("x"))
    raw = RawArticle("x.txt", "\n".join(LINES), media_type, "utf-8")
    removed = (RemovedLine(4, "TT", LineKind.NOISE_MARKER, "marker"),)
    return IntakeResult(raw, article, removed, title_lines=(1,))


def schema(media_type: MediaType = MediaType.TEXT) -> dict:
    made = result(media_type)
    return as_schema(made, analyse(made.article, GAZETTEER, load_lexicon(ARABIC)))


def surfaces(facts: list[dict]) -> list[str]:
    return [LINES[fact["line"] - 1][fact["start"] : fact["end"]] for fact in facts]


def test_every_fact_has_its_raw_line_and_offsets() -> None:
    """Offsets count in the raw line, also behind white space that intake took away."""
    made = schema()
    assert surfaces(made["mentions"]) == ["مروان صالح", "الغارديان"]
    assert surfaces(made["dates"]) == ["مايو 2023"]
    assert surfaces(made["figures"]) == ["12 جنديا"]


def test_a_span_over_two_lines_is_cut_to_the_first() -> None:
    """«وقال مروان صالح، وفق صحيفة «الغارديان»» stands on two raw lines; its place is the first."""
    assert surfaces(schema()["attributions"]) == ["وقال مروان صالح، وفق صحيفة"]


def test_blocks_say_the_lines_that_they_cover() -> None:
    """The title is no block; a joined paragraph covers both of its lines."""
    made = schema()
    assert [(block["kind"], block["lines"]) for block in made["blocks"]] == [("paragraph", [2, 3])]
    assert made["meta_lines"]["title"] == [1]
    assert made["removed"] == [{"line": 4, "kind": "noise_marker"}]


def test_html_has_no_lines() -> None:
    """Facts of an HTML file come without places."""
    made = schema(MediaType.HTML)
    assert "meta_lines" not in made and "removed" not in made
    assert all("line" not in fact for fact in made["mentions"])
    assert all("lines" not in block for block in made["blocks"])
    assert made["topics"] == ["guardian", "marwan-saleh"]


def test_values_are_plain_numbers() -> None:
    """Whole values are integers, others decimals; a range is a pair."""
    figure = schema()["figures"][0]
    assert figure["value"] == 12 and isinstance(figure["value"], int)
