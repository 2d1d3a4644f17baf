"""Reviews: bound to the texts that were read, recorded without touching anything else."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import load_library
from generator.english.review import review_state, reviewed_front_matter, source_hash, stub_hash
from generator.errors import ContentError
from generator.model import Article, IsoDate, ReviewState, Stub
from generator.rules import is_plain
from tests.unit.content.writing import PARAGRAPH, TEXT, arabic, english, write

ON = IsoDate("2026-11-22")


def pair(root: Path, ar: str, en: str) -> tuple[Article, Stub]:
    content = write(root, {"articles/factory/ar.md": ar, "articles/factory/en.md": en})
    library, _ = load_library(content)
    return library.articles[0], library.stubs[0]


def reviewed(root: Path, ar: str, en: str, by: str = "Sharh project") -> str:
    article, stub = pair(root, ar, en)
    return reviewed_front_matter(en, article, stub, by, ON)


def test_a_recorded_review_holds(tmp_path: Path) -> None:
    """The way of `sharh review`: read, record, read again."""
    text = reviewed(tmp_path / "a", arabic(), english())
    article, stub = pair(tmp_path / "b", arabic(), text)
    assert review_state(article, stub) is ReviewState.REVIEWED
    assert (stub.reviewed_by, stub.reviewed_on) == ("Sharh project", "2026-11-22")


@pytest.mark.parametrize(
    ("ar", "change"),
    [
        (arabic(TEXT + "\n\nجملة جديدة."), str),
        (arabic(f"## {TEXT}\n\n{TEXT}"), str),
        (arabic(head="title: عنوان آخر"), str),
        (arabic(head="title: عنوان المقال\nlead: خلاصة."), str),
        (arabic(), lambda en: en.replace("It works.", "It does not work.")),
        (arabic(), lambda en: en.replace("title: A", "title: B")),
        (arabic(), lambda en: en + f"\nMore. [#{PARAGRAPH}]\n"),
    ],
)
def test_a_changed_text_puts_the_review_out_of_date(
    tmp_path: Path, ar: str, change: Callable[[str], str]
) -> None:
    """Whatever a reader sees differently, in Arabic or in English, was not reviewed."""
    text = change(reviewed(tmp_path / "a", arabic(), english()))
    article, stub = pair(tmp_path / "b", ar, text)
    assert review_state(article, stub) is ReviewState.OUT_OF_DATE


def test_dress_does_not_put_a_review_out_of_date(tmp_path: Path) -> None:
    """A vowel mark, a line break or emphasis changes nothing that was reviewed."""
    text = reviewed(tmp_path / "a", arabic(), english())
    other = arabic(TEXT.replace(" ", "\n").replace("يعمل", "**يعملُ**"))
    article, stub = pair(tmp_path / "b", other, text.replace("It works", "It\nworks"))
    assert review_state(article, stub) is ReviewState.REVIEWED


def test_credit_is_not_part_of_the_reviewed_text(tmp_path: Path) -> None:
    """A byline or a date that is added later does not undo a review."""
    text = reviewed(tmp_path / "a", arabic(), english())
    ar = arabic(head="title: عنوان المقال\nbyline: سلمى حداد\npublished: 2026-11-22")
    article, stub = pair(tmp_path / "b", ar, text)
    assert review_state(article, stub) is ReviewState.REVIEWED


def test_the_other_states(tmp_path: Path) -> None:
    """No stub, a draft, and a claim of review that nothing binds to a text."""
    article, draft = pair(tmp_path / "a", arabic(), english())
    head = "title: A\nstatus: reviewed\nreviewed_by: Sharh project\nreviewed_on: 2026-11-22"
    _, unbound = pair(tmp_path / "b", arabic(), english(head=head))
    assert review_state(article, None) is ReviewState.MISSING
    assert review_state(article, draft) is ReviewState.DRAFT
    assert review_state(article, unbound) is ReviewState.OUT_OF_DATE


def test_an_unsigned_review_is_none(tmp_path: Path) -> None:
    """Right hashes without a name and a day are a claim that nobody stands for."""
    text = reviewed(tmp_path / "a", arabic(), english())
    for key in ("reviewed_by: Sharh project\n", "reviewed_on: 2026-11-22\n"):
        article, stub = pair(tmp_path / key[:11], arabic(), text.replace(key, ""))
        assert review_state(article, stub) is ReviewState.DRAFT


def test_the_two_hashes_are_of_different_texts(tmp_path: Path) -> None:
    """16 hexadecimal digits each."""
    article, stub = pair(tmp_path, arabic(), english())
    assert source_hash(article) != stub_hash(stub)
    assert {len(source_hash(article)), len(stub_hash(stub))} == {16}


# ---------------------------------------------------------------- the file


def test_everything_but_the_review_stays_byte_for_byte(tmp_path: Path) -> None:
    """Order, comments, odd spacing, the body: an editor's file remains the editor's."""
    head = (
        "# stub\nreviewed_on:   2020-01-01   # the first time\ntitle:   'A'\n"
        "status: reviewed # yes\ndrafted_by: person\nreviewed_by: >\n  Somebody\n  else\n"
    )
    en = english(head=head).replace("It works.", "It   works.") + "\n\n\n"
    article, stub = pair(tmp_path, arabic(), en)
    text = reviewed_front_matter(en, article, stub, "Sharh project", ON)
    assert text.split("\n") == [
        "---",
        "# stub",
        "reviewed_on: 2026-11-22   # the first time",
        f"source_hash: {source_hash(article)}",
        f"stub_hash: {stub_hash(stub)}",
        "title:   'A'",
        "status: reviewed # yes",
        "drafted_by: person",
        "reviewed_by: Sharh project",
        *en.split("\n")[9:],
    ]


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    """A file from Windows stays one, in every line."""
    en = "\ufeff" + english().replace("\n", "\r\n")
    text = reviewed(tmp_path, arabic(), en)
    assert text.startswith("\ufeff---\r\n")
    assert text.count("\r\n") == text.count("\n") == en.count("\n") + 4


def test_a_second_review_replaces_the_first(tmp_path: Path) -> None:
    """Keys are not doubled."""
    first = reviewed(tmp_path / "a", arabic(), english(), by="One")
    second = reviewed(tmp_path / "b", arabic(), first, by="Two")
    assert second == first.replace("One", "Two")


@pytest.mark.parametrize("by", ["", "   ", "a\u202eb"])
def test_nobody_is_no_reviewer(tmp_path: Path, by: str) -> None:
    """A review carries a name that can be read."""
    with pytest.raises(ContentError, match="names no reviewer"):
        reviewed(tmp_path, arabic(), english(), by=by)


@pytest.mark.parametrize(
    "head",
    [
        "{title: A, status: draft}",
        "title: A\nstatus: draft\nreviewed_by: >\n  Somebody\n\n  else",
    ],
)
def test_front_matter_that_cannot_take_a_review_is_told(tmp_path: Path, head: str) -> None:
    """The file is left as it is rather than rewritten wrongly."""
    with pytest.raises(ContentError, match="A review cannot be put into this front matter"):
        reviewed(tmp_path, arabic(), english(head=head))


def test_a_file_that_is_broken_by_now_is_told(tmp_path: Path) -> None:
    """Between loading and writing an editor may have saved something else."""
    article, stub = pair(tmp_path, arabic(), english())
    with pytest.raises(ContentError):
        reviewed_front_matter("---\na: b: c\n---\n", article, stub, "Sharh project", ON)
    with pytest.raises(ContentError):
        reviewed_front_matter("It works.", article, stub, "Sharh project", ON)


@given(st.text(max_size=40).filter(lambda name: name.strip() and all(map(is_plain, name))))
def test_any_name_is_written_and_read_back(name: str) -> None:
    """Names hold colons, quotation marks, hashes, every script."""
    with TemporaryDirectory() as folder:
        text = reviewed(Path(folder) / "a", arabic(), english(), by=name)
        _, stub = pair(Path(folder) / "b", arabic(), text)
        assert stub.reviewed_by == unicodedata.normalize("NFC", " ".join(name.split()))
