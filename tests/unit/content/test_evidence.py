"""Evidence marks: where sentences end, what they rest on, and what is wrong with a reference."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.evidence import cut_sentences, read_reference
from generator.content.markdown import Passage, read_passages
from generator.errors import ContentError
from generator.model import BlockKind, Slug
from generator.rules import Problems
from tests.strategies import any_text
from tests.unit.content.writing import PARAGRAPH, TEXT, arabic, english, load, one_stub

A, B = "p-1a2b3c4d", "p-99887766"


def cut(text: str) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Sentences with their references, and problems, of a paragraph of the article «own»."""
    problems = Problems("en.md")
    (passage,) = read_passages(text, 1, problems)
    sentences = cut_sentences(passage, Slug("own"), problems)
    shown = [(s.text, [f"{e.article}#{e.paragraph}" for e in s.evidence]) for s in sentences]
    return shown, [str(problem) for problem in problems.found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.", [("One.", [])]),
        (f"One. [#{A}]", [("One.", [f"own#{A}"])]),
        (
            f"One. [#{A}] Two. [#{A} #{B}]",
            [("One.", [f"own#{A}"]), ("Two.", [f"own#{A}", f"own#{B}"])],
        ),
        (f"One [#{A}].", [("One.", [f"own#{A}"])]),
        (f"One. [#{A}] [#{B}]", [("One.", [f"own#{A}", f"own#{B}"])]),
        (f"One. [other#{A}, #{B}]", [("One.", [f"other#{A}", f"own#{B}"])]),
        (f"واحد. [#{A}، #{B}]", [("واحد.", [f"own#{A}", f"own#{B}"])]),
        (f"One. [#{A}] Two.", [("One.", [f"own#{A}"]), ("Two.", [])]),
        (f"One. [#{A}-2]", [("One.", [f"own#{A}-2"])]),
        (f"One [sic] two (C#). [#{A}]", [("One [sic] two (C#).", [f"own#{A}"])]),
        (f"One.\n[#{A}\n#{B}]", [("One.", [f"own#{A}", f"own#{B}"])]),
    ],
)
def test_a_mark_ends_a_sentence(text: str, expected: list[tuple[str, list[str]]]) -> None:
    """What stands before a mark rests on it; other square brackets are text."""
    assert cut(text) == (expected, [])


@pytest.mark.parametrize("mark", [f"[#{A}]", "[#p-]"])
def test_evidence_before_any_sentence_is_an_error(mark: str) -> None:
    """A mark on a line of its own says nothing about what follows, and no word is dropped."""
    sentences, told = cut(f"{mark} One.")
    assert sentences[-1] == ("One.", [])
    assert told[0] == "en.md:1: Evidence stands before any sentence. Put it after one."
    assert cut(mark)[1][0] == told[0]


@pytest.mark.parametrize(
    "slip", ["#p-12", "p-1a2b3c4d", "# p-1a2b3c4d", "#P-1a2b3c4d", "own/#p-1a2b3c4d"]
)
def test_what_looks_like_evidence_and_is_none_is_an_error(slip: str) -> None:
    """A slip would otherwise be shown to readers as text."""
    sentences, told = cut(f"One. [{slip}]")
    assert sentences == [("One.", [])]
    assert told
    assert "is not a reference to a paragraph" in told[0]


def test_a_reference_knows_its_line_in_a_wrapped_paragraph() -> None:
    """The message points to the mark, not to the top of its paragraph."""
    problems = Problems("en.md")
    (passage,) = read_passages(f"One\ntwo. [#{A}]\nThree. [#{B}]", 10, problems)
    first, second = cut_sentences(passage, Slug("own"), problems)
    assert (first.evidence[0].location.line, second.evidence[0].location.line) == (11, 12)


def test_the_short_form_needs_an_own_article() -> None:
    """An explainer has no paragraphs of its own."""
    problems = Problems("ar.md")
    assert read_reference(f"#{A}", None, 3, problems) is None
    assert str(problems.found[0]) == (
        f"ar.md:3: «#{A}» does not say in which article the paragraph stands. Write «slug#{A}»."
    )


@given(any_text, st.lists(st.sampled_from([f"[#{A}]", "[x", "]", "[#p-", f"[a#{B}]"]), max_size=4))
def test_no_word_is_lost_between_the_marks(text: str, marks: list[str]) -> None:
    """The sentences together are the paragraph without its marks."""
    words = "".join(c for c in text if c not in "[]\n")
    line = " ".join(part for mark in marks for part in (words, mark))
    problems = Problems("en.md")
    passage = Passage(BlockKind.PARAGRAPH, line, 1)
    kept = "".join(s.text for s in cut_sentences(passage, Slug("own"), problems))
    expected = line.replace(f"[#{A}]", "").replace(f"[a#{B}]", "")
    if not problems.found:
        assert "".join(kept.split()) == "".join(expected.split())


# ---------------------------------------------------------------- resolving


def told(tmp_path: Path, stub: str, article: str) -> list[str]:
    files = {"articles/factory/ar.md": article, "articles/factory/en.md": stub}
    with pytest.raises(ContentError) as caught:
        load(tmp_path, files)
    return [f"{d.what} {d.fix}" for d in caught.value.diagnostics]


def test_a_repeated_paragraph_is_named_by_its_number(tmp_path: Path) -> None:
    """The second of two equal paragraphs has an id of its own."""
    article = arabic(f"{TEXT}\n\n{TEXT}")
    stub = one_stub(tmp_path, english(f"A. [#{PARAGRAPH}] B. [#{PARAGRAPH}-2]"), article)
    assert [e.paragraph for s in stub.blocks[0].sentences for e in s.evidence] == [
        PARAGRAPH,
        f"{PARAGRAPH}-2",
    ]


def test_the_title_and_headings_are_no_evidence(tmp_path: Path) -> None:
    """Only what an article says in its text carries a claim."""
    article = arabic(f"## {TEXT}\n\nفقرة أخرى.")
    (message,) = told(tmp_path, english(), article)
    assert message.startswith(f"The article «factory» has no paragraph «{PARAGRAPH}».")


def test_a_slip_of_one_sign_is_corrected(tmp_path: Path) -> None:
    """The nearest id is offered only where it can be a slip."""
    slip = PARAGRAPH[:-1] + ("0" if PARAGRAPH[-1] != "0" else "1")
    (message,) = told(tmp_path, english(f"A. [#{slip}]"), arabic())
    assert message.endswith(f"Did you mean «{PARAGRAPH}»?")


def test_a_long_article_lists_its_first_paragraphs(tmp_path: Path) -> None:
    """A message stays readable; the rest is counted."""
    article = arabic("\n\n".join(f"الفقرة {number} من النص." for number in range(1, 16)))
    (message,) = told(tmp_path, english("A. [#p-00000000]"), article)
    assert "«الفقرة 12 من النص.»" in message
    assert "الفقرة 13" not in message
    assert message.endswith(" and 3 more.")
