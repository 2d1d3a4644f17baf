"""Escaped text is nothing but text; marks and topic links nest."""

from xml.etree import ElementTree

import markdown as python_markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import (
    ARABIC,
    ENGLISH,
    Block,
    BlockKind,
    Location,
    Mark,
    MarkKind,
    ParagraphId,
    Span,
)
from generator.render.markdown import (
    TopicLink,
    block_text,
    escape,
    one_line,
    prose,
    sentence,
    web_address,
)
from tests.strategies import any_text

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
# Every start of a construct that Markdown, the four extensions or those of other engines know.
STARTS = [
    "# ", "## x {: #y }", "> ", "- ", "* ", "+ ", "1. ", "12) ", "٣. ", "    code", "\t", "```",
    "~~~", "---", "***", "===", "| a | b |\n|---|---|", "[TOC]", "[a](b)", "![a](b)", "[a]: b",
    "[^1]", "[^1]: b", "*[HTML]: b", "!!! note", "??? note", "???+ note", "--8<-- \"x\"",
    ";--8<--", "<b>", "<!-- x -->", "<script>", "<https://a.b>", "https://a.b", "www.a.b",
    "a@b.c", "{: .x }", "{{ x }}", "{% x %}", "{# x #}", ":smile:", "a\n: b", "==x==", "++x++",
    "^^x^^", "~~x~~", "**x**", "__x__", "_x_", "`x`", "$x$", "&amp;", "&#42;", "&lt;b&gt;", "\\*",
    "x  \ny", "x\\\ny", "\x02klzzwxh:0000\x03", "wzxhzdk:0", "<div markdown=\"1\">", "</p>",
    "<?php", "<![CDATA[",
]  # fmt: skip
texts = st.one_of(
    any_text,
    st.lists(st.one_of(st.sampled_from(STARTS), any_text), max_size=5).map("".join),
    st.lists(st.sampled_from(STARTS), max_size=5).map("\n".join),
)


def rendered(text: str) -> ElementTree.Element:
    """The elements that the real Python-Markdown makes of a page's text."""
    html = python_markdown.markdown(text, extensions=EXTENSIONS)
    entities = html.replace("&nbsp;", "&#160;")
    return ElementTree.fromstring(f"<body>{entities}</body>")


@given(texts)
@example("\x02amp\x03")
@example("-")
@example("a\u00a0")
@example("1.")
def test_escaped_text_comes_back_and_nothing_else(text: str) -> None:
    """Python-Markdown makes one paragraph of escaped text, with that text and no other element."""
    line = one_line(text)
    body = rendered(escape(text))
    if not line:
        assert not list(body)
        return
    assert [element.tag for element in body.iter()] == ["body", "p"]
    assert body[0].attrib == {}
    assert "".join(body.itertext()) == line


@given(texts)
def test_escaped_text_comes_back_from_a_heading_a_list_item_and_an_attribute(text: str) -> None:
    """Where templates put text, no construct of it acts: element in span mode, attribute, link.

    Python-Markdown reads an attribute of an md_in_html element once more, so a text that spells out
    a reference (`&lt;`) shows its character there; it stays inside the attribute all the same.
    """
    text = text.replace("&", "")
    line = one_line(text)
    shown = escape(text)
    page = (
        f'<li id="x" data-label="{shown}" markdown="1">{shown}</li>\n\n'
        f'word [{shown}x](a.md){{: .c aria-label="{shown}" }}\n{{: #p-1 }}\n'
    )
    body = rendered(page)
    item, paragraph = body
    assert [e.tag for e in body.iter()] == ["body", "li", "p", "a"]
    assert "".join(item.itertext()) == line
    assert item.get("data-label") == line
    assert paragraph.get("id") == "p-1"
    assert "".join(paragraph[0].itertext()) == f"{line}x"
    assert paragraph[0].get("aria-label") == line


@given(texts, st.sampled_from([ARABIC, ENGLISH]))
def test_isolation_adds_elements_and_no_text(text: str, language: str) -> None:
    """prose() wraps runs of the other script and changes no letter."""
    body = rendered(prose(text, ARABIC if language == ARABIC else ENGLISH))
    allowed = {"body", "p", "bdi" if language == ARABIC else "span"}
    assert {element.tag for element in body.iter()} <= allowed
    assert "".join(body.itertext()) == one_line(text)


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("مقاتلات Su-35 الروسية", ARABIC, 'مقاتلات <bdi lang="en">Su-35</bdi> الروسية'),
        ("رخصة CC BY 4.0، نص", ARABIC, 'رخصة <bdi lang="en">CC BY 4.0</bdi>، نص'),
        ("Su-35، Su-57", ARABIC, '<bdi lang="en">Su-35</bdi>، <bdi lang="en">Su-57</bdi>'),
        ("يوم 2024-03-12 كان", ARABIC, 'يوم <bdi dir="ltr">2024-03-12</bdi> كان'),
        ("هاتف +90 312 555.", ARABIC, 'هاتف <bdi dir="ltr">&#43;90 312 555</bdi>.'),
        ("بين 10-12 يومًا و-5", ARABIC, "بين 10-12 يومًا و-5"),
        ("by مشروع شرح in 2024", ENGLISH, 'by <span lang="ar" dir="rtl">مشروع شرح</span> in 2024'),
        ("لماذا 3؟ ولمن؟", ENGLISH, '<span lang="ar" dir="rtl">لماذا 3؟ ولمن؟</span>'),
    ],
)
def test_a_run_of_the_other_script_says_its_language(text: str, language: str, shown: str) -> None:
    """A Latin name on an Arabic page and Arabic words on an English one are isolated whole."""
    assert prose(text, ARABIC if language == ARABIC else ENGLISH) == shown


def block(text: str, *marks: Mark) -> Block:
    return Block(BlockKind.PARAGRAPH, text, Location("ar.md", 1), ParagraphId("p-1"), marks=marks)


TEXT = "قال بوتين إن موسكو ستردّ"
PUTIN, MOSCOW = Span(4, 9), Span(13, 18)


def test_a_topic_link_is_a_markdown_link_with_its_class() -> None:
    """MkDocs validates the link, the theme styles it."""
    shown = block_text(block(TEXT), (TopicLink(PUTIN, "../topics/p.md"),))
    assert "[بوتين](../topics/p.md){: .sh-topic }" in shown


def test_no_link_stands_inside_a_link() -> None:
    """An editor's link keeps its words; a topic link that overlaps it is left out."""
    link = Mark(Span(0, 12), MarkKind.LINK, "https://example.org/a")
    body = rendered(
        block_text(block(TEXT, link), (TopicLink(PUTIN, "p.md"), TopicLink(MOSCOW, "m.md")))
    )
    assert [a.get("href") for a in body.iter("a")] == ["https://example.org/a", "m.md"]


def test_strong_across_the_edge_of_a_link_is_cut_so_that_elements_nest() -> None:
    """Half of a linked name may be strong; the page stays well-formed and the text whole."""
    body = rendered(
        block_text(block(TEXT, Mark(Span(0, 6), MarkKind.STRONG)), (TopicLink(PUTIN, "p.md"),))
    )
    assert "".join(body.itertext()) == TEXT
    assert len(list(body.iter("strong"))) == 2


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "//evil", "x y"])
def test_an_address_that_is_no_web_address_makes_no_link(target: str) -> None:
    """Front matter and text cannot bring a script to the reader."""
    assert web_address(target) == ""
    shown = block_text(block(TEXT, Mark(PUTIN, MarkKind.LINK, target)))
    assert "<a" not in shown


@given(
    any_text,
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(list(MarkKind))),
        max_size=5,
    ),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4),
)
def test_any_marks_and_links_leave_the_text_whole(
    text: str, marks: list[tuple[int, int, MarkKind]], links: list[tuple[int, int]]
) -> None:
    """Whatever overlaps, the text comes back and no link stands inside a link."""
    size = len(text)
    made = tuple(
        Mark(Span(min(a, size), min(a + n, size)), kind, "https://example.org/")
        for a, n, kind in marks
    )
    spans = tuple(TopicLink(Span(min(a, size), min(a + n, size)), "t.md") for a, n in links)
    body = rendered(block_text(block(text, *made), spans))
    assert "".join("".join(body.itertext()).split()) == "".join(one_line(text).split())
    assert not [inner for a in body.iter("a") for inner in a.iter("a") if inner is not a]


def test_an_arabic_sentence_on_an_english_page_is_declared_arabic() -> None:
    """The name is marked, and the sentence says its language and direction."""
    shown = sentence(TEXT, (PUTIN,), ENGLISH)
    assert shown.startswith('<q lang="ar" dir="rtl" class="sh-ar">قال <mark>بوتين</mark>')
    assert sentence(TEXT, (PUTIN,), ARABIC).startswith("قال <mark>")
