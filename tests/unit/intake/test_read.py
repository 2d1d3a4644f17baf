"""Bytes become text: encodings, refusals."""

import codecs

import pytest

from generator.errors import SourceError
from generator.intake.mojibake import repair, repair_text
from generator.intake.read import SIZE_LIMIT, read
from generator.model import MediaType

TEXT = "افتتحت البلدية في وسط المدينة حديقة جديدة، وقال رئيسها إن الدخول إليها مجاني من الصباح.\nالموعد؟ كل يوم.\n"


@pytest.mark.parametrize(
    ("mark", "codec", "named"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (b"", "cp1256", "windows-1256"),
        (b"", "iso8859_6", "iso-8859-6"),
        (b"", "mac_arabic", "mac-arabic"),
    ],
)
def test_encodings_are_told_and_nothing_is_lost(mark: bytes, codec: str, named: str) -> None:
    """Every encoding that Arabic files come in reads back as the same characters."""
    raw = read("a.txt", mark + TEXT.encode(codec))
    assert (raw.text, raw.encoding) == (TEXT, named)


def test_the_table_of_dos_is_known() -> None:
    """It has no Arabic comma, so texts of that time have the Latin one."""
    text = TEXT.replace("،", ",").replace("؟", "?")
    raw = read("a.txt", text.encode("cp720"))
    assert (raw.text, raw.encoding) == (text, "cp720")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"Only English words stand in this file.", "no Arabic text"),
        (TEXT.encode()[:-1] + b"\xd8", "UTF-8"),
        (TEXT.encode()[:40] + b"\xff\xfe" + TEXT.encode()[40:], "UTF-8"),
        (bytes(range(1, 256)) * 20 + b"\x00", "not a text"),
        (b"a" * (SIZE_LIMIT + 1), "bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data: bytes, word: str) -> None:
    """The message names the file and the cause, and ends with what to do."""
    with pytest.raises(SourceError) as caught:
        read("raw.txt", data)
    (problem,) = caught.value.diagnostics
    assert str(problem).startswith("raw.txt")
    assert word in problem.what
    assert problem.fix.endswith(".")


def test_a_broken_byte_is_named_with_its_line() -> None:
    """An editor can find the damaged place."""
    data = TEXT.encode() + b"\xff" + TEXT.encode()
    with pytest.raises(SourceError) as caught:
        read("raw.txt", data)
    assert caught.value.diagnostics[0].location.line == 3


@pytest.mark.parametrize(
    ("name", "start", "media_type"),
    [
        ("a.txt", "", MediaType.TEXT),
        ("a.html", "", MediaType.HTML),
        ("a.md", "", MediaType.MARKDOWN),
        ("a.txt", "<!DOCTYPE html><html><body>", MediaType.HTML),
        ("a.txt", "---\ntitle: عنوان\n---\n", MediaType.MARKDOWN),
        ("a", "", MediaType.TEXT),
    ],
)
def test_the_kind_of_file_is_told_by_name_and_content(
    name: str, start: str, media_type: MediaType
) -> None:
    """A page or a Markdown file that was saved as .txt is still taken as what it is."""
    assert read(name, (start + TEXT).encode()).media_type is media_type


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sloppy-windows-1252", "utf-8"),
        ("latin-1", "utf-8"),
        ("cp1256", "utf-8"),
        ("latin-1", "cp1256"),
        ("sloppy-windows-1252", "cp1256"),
        ("latin-1", "iso8859_6"),
    ],
)
def test_text_decoded_with_the_wrong_table_is_turned_back(wrong: str, right: str) -> None:
    """Each accident that happens to Arabic files is undone, with offsets into the broken line."""
    line = TEXT.split("\n")[0]
    broken = line.encode(right).decode(wrong)
    fixed, offsets = repair(broken)
    assert fixed == line
    assert offsets is not None
    assert broken[offsets[3] : offsets[4]].encode(wrong).decode(right) == line[3]


def test_right_text_is_left_alone() -> None:
    """Accented names and odd signs in an Arabic line are no accident."""
    text = "زار المصور José García مدينة Besançon في فرنسا، ثم عاد إلى «ساحة الطيور».\nط§ هامش"
    assert repair_text(text.split("\n")[0]) == text.split("\n")[0]
