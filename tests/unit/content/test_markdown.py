"""The Markdown of editors becomes plain text with marks, and nothing is lost in silence."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.markdown import Passage, read_passages
from generator.model import BlockKind, MarkKind, Span
from generator.rules import Problems
from tests.strategies import any_text


def read(body: str, first_line: int = 1) -> tuple[tuple[Passage, ...], list[str]]:
    problems = Problems("ar.md")
    passages = read_passages(body, first_line, problems)
    return passages, [str(problem) for problem in problems.found]


def one(body: str) -> Passage:
    (passage,), told = read(body)
    assert told == []
    return passage


# ---------------------------------------------------------------- text


def test_a_wrapped_line_joins_with_one_space_and_keeps_its_line() -> None:
    """Where a sentence stands in the file is known even in a long paragraph."""
    passage = one("سطر أول  \nسطر ثان\n   سطر ثالث")
    assert passage.text == "سطر أول سطر ثان سطر ثالث"
    assert [passage.line_at(passage.text.index(word)) for word in ("أول", "ثان", "ثالث")] == [
        1,
        2,
        3,
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("أ   ب\tج", "أ ب ج"),
        ("أ\\\nب", "أ ب"),
        ("ا\u0653", "آ"),
        ("أ &amp; ب", "أ & ب"),
        ("1984\\. كان", "1984. كان"),
        ("\\# ليس عنوانًا", "# ليس عنوانًا"),
        ("أ\\*ب\\*", "أ*ب*"),
        ("#هاشتاغ", "#هاشتاغ"),
        ("[1]: https://example.org", "[1]: https://example.org"),
        ("[كلمة][مرجع] هنا", "[كلمة][مرجع] هنا"),
        ("C++ و{{ قالب }} و{% شيء %}", "C++ و{{ قالب }} و{% شيء %}"),
        ('--8<-- "ملف"', '--8<-- "ملف"'),
        ("!!! note", "!!! note"),
        ("[TOC]", "[TOC]"),
        ("~~محذوف~~", "~~محذوف~~"),
        ("2 < 3", "2 < 3"),
    ],
)
def test_the_text_of_a_paragraph_is_what_a_reader_reads(written: str, text: str) -> None:
    """Escapes and entities are resolved; what is no Markdown here stays literal."""
    assert one(written).text == text


def test_marks_count_in_the_plain_text() -> None:
    """`text[span]` is what the mark covers, also where marks stand inside each other."""
    passage = one('قال **إن *الماء* كثير** في [تقرير\nطويل](https://example.org/a "عنوان").')
    covered = [(mark.kind, passage.text[mark.span.start : mark.span.end]) for mark in passage.marks]
    assert covered == [
        (MarkKind.STRONG, "إن الماء كثير"),
        (MarkKind.EMPHASIS, "الماء"),
        (MarkKind.LINK, "تقرير طويل"),
    ]
    assert passage.marks[2].target == "https://example.org/a"


@pytest.mark.parametrize("address", ["https://example.org", "http://a.b/c", "mailto:a@example.org"])
def test_an_address_in_angle_brackets_is_a_link(address: str) -> None:
    """CommonMark's autolinks are links like others."""
    (mark,) = one(f"<{address}>").marks
    assert (mark.kind, mark.target, mark.span.start) == (MarkKind.LINK, address, 0)


# ---------------------------------------------------------------- blocks


def test_the_kinds_of_blocks() -> None:
    """Headings of two levels, quotes, both lists, paragraphs."""
    passages, told = read("## أ\n\n### ب\n\nج\n\n> د\n>\n> هـ\n\n- و\n- ز\n\n1. ح\n2. ط\n\n* ي")
    assert told == []
    assert [(p.kind, p.level, p.ordered, p.text, p.line) for p in passages] == [
        (BlockKind.HEADING, 2, False, "أ", 1),
        (BlockKind.HEADING, 3, False, "ب", 3),
        (BlockKind.PARAGRAPH, 0, False, "ج", 5),
        (BlockKind.QUOTE, 0, False, "د", 7),
        (BlockKind.QUOTE, 0, False, "هـ", 9),
        (BlockKind.LIST_ITEM, 0, False, "و", 11),
        (BlockKind.LIST_ITEM, 0, False, "ز", 12),
        (BlockKind.LIST_ITEM, 0, True, "ح", 14),
        (BlockKind.LIST_ITEM, 0, True, "ط", 15),
        (BlockKind.LIST_ITEM, 0, False, "ي", 17),
    ]


def test_entries_may_all_be_numbered_one() -> None:
    """Markdown counts by itself, and some editors leave it to that."""
    passages, told = read("1. أ\n1. ب\n1. ج")
    assert told == []
    assert [passage.text for passage in passages] == ["أ", "ب", "ج"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("نص\n\n# أ", "ar.md:3: A heading «# » stands in the text."),
        ("أ\n===", "ar.md:1: A line of «=» makes the text above it a heading."),
        ("أ\n---", "ar.md:1: A line of «-» makes the text above it a heading."),
        ("#### أ", "ar.md:1: A heading «#### » is too deep."),
        ("##", "ar.md:1: A heading is empty."),
        ("> ## أ", "ar.md:1: A heading stands inside a quote or a list."),
        ("- ## أ", "ar.md:1: A heading stands inside a quote or a list."),
        ("> > أ", "ar.md:1: Here stands a quote inside a quote."),
        ("- > أ", "ar.md:1: Here stands a quote inside a list."),
        ("> 1. أ", "ar.md:1: Here stands a list inside a quote."),
        ("- أ\n  1. ب", "ar.md:2: Here stands a list inside a list."),
        ("- أ\n\n  ب", "ar.md:1: A list entry has a second paragraph."),
        (
            "1984. أ",
            "ar.md:1: «1984.» at the start of a line makes it an entry of a numbered list.",
        ),
        ("1. أ\n2. ب\n1985) ج", "ar.md:3: «1985)» at the start of a line"),
        ("1. أ\n3. ب", "ar.md:2: «3.» at the start of a line"),
        ("نص\n\n    رمز", "ar.md:3: Here stands a code block, which is not shown."),
        ("```\nرمز\n```", "ar.md:1: Here stands a code block, which is not shown."),
        ("~~~\nرمز", "ar.md:1: Here stands a code block, which is not shown."),
        ("***", "ar.md:1: Here stands a line across the page, which is not shown."),
        ("|أ|\n|-|\n|ب|", "ar.md:1: Here stands a table, which is not shown."),
        ("أ\nب `ج`", "ar.md:2: Here stands the code «ج»."),
        ("أ\n![ب](c.png)", "ar.md:2: Here stands the image «c.png», which is not shown."),
        ("أ\n[ب](/c)", "ar.md:2: A link goes to «/c»."),
        ("[ب](file:///etc/passwd)", "ar.md:1: A link goes to «file:///etc/passwd»."),
        ("[ب](JaVaScRiPt:alert(1))", "ar.md:1: A link goes to «JaVaScRiPt:alert(1)»."),
        ("[ب](&#106;avascript:x)", "ar.md:1: A link goes to «javascript:x»."),
        ("[ب](data:text/html;base64,x)", "ar.md:1: A link goes to «data:text/html;base64,x»."),
        ("[ب](mailto:x)", "ar.md:1: A link goes to «mailto:x»."),
        ("<vbscript:x>", "ar.md:1: A link goes to «vbscript:x»."),
        ("[](https://example.org)", "ar.md:1: A link has no words."),
        ("أ\n<script>ب</script>", "ar.md:2: The HTML «<script>» is shown as it stands."),
        ("<!-- أ -->", "ar.md:1: The HTML «<!-- أ -->» is shown as it stands."),
        ("قال **«نعم»**وذهب", "ar.md:1: Two asterisks stay in the text."),
        (
            "أ\nب\u200fج",
            "ar.md:2: The text holds the invisible character U+200F RIGHT-TO-LEFT MARK.",
        ),
        ("أ&#x202e;ب", "ar.md:1: The text holds the invisible character U+202E"),
        ("أ\u2028ب", "ar.md:1: The text holds the invisible character U+2028 LINE SEPARATOR."),
    ],
)
def test_what_is_not_read_is_told_with_its_line(body: str, expected: str) -> None:
    """Every form of Markdown that the site does not show is named, not dropped."""
    _, told = read(body)
    assert len(told) == 1
    assert told[0].startswith(expected)


def test_invisible_characters_do_not_reach_the_text() -> None:
    """They would break search and could turn the direction of a line; a separator parts words."""
    passages, _ = read("أ\u202eب\u200cج&#x200b;د\u2028هـ\u00ad")
    assert passages[0].text == "أبجد هـ"


def test_escaped_html_is_meant() -> None:
    """The warning goes away when the editor has said that the sign is meant."""
    assert one("يكتب \\<b> هنا").text == "يكتب <b> هنا"


# ---------------------------------------------------------------- properties

MARKDOWN = st.text(alphabet="اب1.#>-*_`[]()!|&;<\\:~= \n\t\r«»", max_size=80)


@given(st.one_of(MARKDOWN, any_text))
def test_spans_and_lines_hold_for_any_text(body: str) -> None:
    """Marks lie in their text, and lines in their file, in order."""
    passages, _ = read(body.replace("\r", ""), first_line=5)
    last = 5 + body.count("\n")
    assert all(
        5 <= passage.line <= passage.line_at(len(passage.text)) <= last for passage in passages
    )
    for passage in passages:
        assert passage.text == passage.text.strip(" ")
        assert "\n" not in passage.text
        for mark in passage.marks:
            assert Span(0, 0) <= mark.span
            assert mark.span.start < mark.span.end <= len(passage.text)


@given(st.one_of(MARKDOWN, any_text))
def test_no_letter_or_digit_is_lost_in_silence(body: str) -> None:
    """Where nothing is reported, every letter and digit of the body is in the text, in order.

    Numbers of list entries and addresses of links are not text.
    """
    passages, told = read(body)
    if told or re.search(r"^[>\s-]*\d+[.)]|\]\(|&|<", body, re.MULTILINE):
        return
    text = "".join(passage.text for passage in passages)
    kept = [c for c in text if c.isalnum()]
    assert kept == [c for c in unicodedata.normalize("NFC", body) if c.isalnum()]


@pytest.mark.parametrize(
    "body",
    ["[" * 20_000, "> " * 20_000, "*a " * 20_000, "![" * 20_000, "- " * 20_000, "`" * 20_001],
)
def test_deep_and_long_markdown_is_read_or_refused_without_a_crash(body: str) -> None:
    """The classic ways to exhaust a Markdown parser."""
    read(body)
