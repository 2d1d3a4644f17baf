"""Facts about the editor's word on single lines of an import, and about when a file needs a person."""

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator.__main__ import app
from generator.rules import load_yaml

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
BOX = "جانب من سوق الأحد القديم"
RAW = f"""سوق الأحد يعود إلى الميناء القديم

أعادت البلدية فتح سوق الأحد في الميناء القديم بعد ترميم استمر ثلاث سنوات كاملة، بحضور مئات التجار.

{BOX}

وقال رئيس لجنة التجار إن السوق يضم اليوم أكثر من مئتي متجر صغير، نصفها للحرف اليدوية.

شارك الخبر
"""
BOX_LINE, SHARE_LINE = 5, 9


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    path = tmp_path / "sunday-market.txt"
    path.write_text(RAW, encoding="utf-8")
    return path


def bring(raw: Path, *more: object) -> Result:
    arguments = ("import", raw, "--content", raw.parent / "c", "--config", CONFIG, *more)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def folder(raw: Path) -> Path:
    return raw.parent / "c" / "articles" / "sunday-market"


def article(raw: Path) -> str:
    return (folder(raw) / "ar.md").read_text(encoding="utf-8")


def report(raw: Path, name: str = "import-report.yml") -> dict[str, list[dict[str, str]]]:
    text = (folder(raw) / name).read_text(encoding="utf-8")
    value = load_yaml(text, name).value
    assert isinstance(value, dict)
    return value


def mark(raw: Path, text: str, keep: str) -> None:
    """Write the editor's word beside the line with this text."""
    path = folder(raw) / "import-report.yml"
    entry = f"  text: {text}\n"
    old = path.read_text(encoding="utf-8")
    assert entry in old
    path.write_text(old.replace(entry, f"{entry}  keep: {keep}\n"), encoding="utf-8")


def test_a_doubtful_removal_needs_a_person_and_stands_first(raw: Path) -> None:
    """The command ends with 1, names the line, and the report begins with it."""
    result = bring(raw)
    assert result.exit_code == 1
    assert "1 of them doubtful — needs a person" in result.output
    assert "sunday-market.txt:5: 1 removed line is doubtful (line 5)." in result.output
    assert [entry["line"] for entry in report(raw)["removed"]] == ["5", "9"]
    assert BOX not in article(raw)


def test_a_line_named_by_keep_stays(raw: Path) -> None:
    """Its text is in the article, the report says that it was kept, and nothing is doubtful."""
    result = bring(raw, "--keep", BOX_LINE)
    assert result.exit_code == 0, result.output
    assert BOX in article(raw)
    assert report(raw)["kept"] == ({"line": "5", "text": BOX},)
    assert [entry["line"] for entry in report(raw)["removed"]] == ["9"]


def test_several_lines_stay(raw: Path) -> None:
    """--keep may be given again, and may name lines from one to another."""
    bring(raw, "--keep", SHARE_LINE, "--keep", "4-5")
    assert BOX in article(raw)
    assert "شارك الخبر" in article(raw)


def test_a_line_kept_once_stays_at_every_later_import(raw: Path) -> None:
    """The report remembers what --keep said."""
    bring(raw, "--keep", BOX_LINE)
    before = article(raw)
    result = bring(raw)
    assert (result.exit_code, article(raw)) == (0, before)
    assert "unchanged" in result.output


def test_a_mark_in_the_report_brings_the_line_back(raw: Path) -> None:
    """An article that nobody edited is replaced by the reading that the marks ask for."""
    bring(raw)
    mark(raw, BOX, "true")
    result = bring(raw)
    assert result.exit_code == 0, result.output
    assert f"+## {BOX}" in result.output
    assert BOX in article(raw)
    assert report(raw)["kept"] == ({"line": "5", "text": BOX},)
    assert not (folder(raw) / "ar.new.md").exists()


def test_an_edited_article_is_not_replaced_by_a_marked_reading(raw: Path) -> None:
    """What an editor wrote stays; the new reading lies beside it."""
    bring(raw)
    path = folder(raw) / "ar.md"
    path.write_text(article(raw).replace("مئات", "عشرات"), encoding="utf-8")
    edited = path.read_bytes()
    mark(raw, BOX, "true")
    result = bring(raw)
    assert result.exit_code == 1
    assert path.read_bytes() == edited
    assert BOX in (folder(raw) / "ar.new.md").read_text(encoding="utf-8")
    assert report(raw, "import-report.new.yml")["kept"] == ({"line": "5", "text": BOX},)


def test_a_removal_that_is_confirmed_is_no_longer_doubtful(raw: Path) -> None:
    """`keep: false` settles it: the next import needs nobody."""
    bring(raw)
    assert bring(raw).exit_code == 1
    mark(raw, BOX, "false")
    result = bring(raw)
    assert result.exit_code == 0, result.output
    assert BOX not in article(raw)


def test_a_mark_follows_its_line(raw: Path) -> None:
    """Where the raw file grew above it, the line is known by its text."""
    bring(raw)
    mark(raw, BOX, "true")
    raw.write_text(f"الرئيسية\n\n{RAW}", encoding="utf-8")
    bring(raw)
    assert report(raw)["kept"] == ({"line": "7", "text": BOX},)
    assert BOX in article(raw)


def test_a_mark_without_its_line_and_a_line_that_no_rule_took_are_told(raw: Path) -> None:
    """Neither is passed over in silence."""
    bring(raw)
    mark(raw, BOX, "true")
    raw.write_text(RAW.replace(f"{BOX}\n\n", ""), encoding="utf-8")
    result = bring(raw, "--keep", 3)
    assert f"has no removed line «{BOX}» any more" in result.output
    assert "sunday-market.txt:3: no rule removed this line" in result.output


def test_a_mark_that_cannot_be_read_stops_the_file(raw: Path) -> None:
    """The message has the report's file and line, and the article stays."""
    bring(raw)
    before = article(raw)
    mark(raw, BOX, "yess")
    result = bring(raw)
    assert result.exit_code == 1
    assert "articles/sunday-market/import-report.yml:" in result.output
    assert "«yess»" in result.output
    assert article(raw) == before


def test_the_kept_lines_of_an_unnamed_file_do_not_move_it(raw: Path) -> None:
    """The folder of a file without a readable name is the same whatever is kept."""
    other = raw.with_name("0f3a9c.txt")
    raw.rename(other)
    bring(other)
    bring(other, "--keep", BOX_LINE)
    (only,) = (raw.parent / "c" / "articles").iterdir()
    assert BOX in (only / "ar.md").read_text(encoding="utf-8")


def test_a_part_of_a_page_that_its_tags_took_can_be_kept(raw: Path) -> None:
    """Lines of an HTML page are numbered as its blocks follow each other, and kept the same way."""
    paragraph = "أعادت البلدية فتح سوق الأحد في الميناء القديم بعد ترميم استمر ثلاث سنوات كاملة. "
    page = raw.with_suffix(".html")
    page.write_text(
        f"<html><body><article><h1>سوق الأحد يعود</h1><p>{paragraph * 3}</p>"
        f"<figure><figcaption>{BOX}</figcaption></figure></article></body></html>",
        encoding="utf-8",
    )
    bring(page)
    (entry,) = report(page)["removed"]
    assert bring(page, "--keep", entry["line"]).exit_code == 0
    assert BOX in article(page)


def test_lines_of_several_files_are_wrong_use(raw: Path) -> None:
    """A line number means one file; and it is a number from 1."""
    assert bring(raw, raw, "--keep", 5).exit_code == 2
    for wrong in ("x", "0", "5-3", "5-"):
        assert bring(raw, "--keep", wrong).exit_code == 2


def test_a_file_with_nothing_doubtful_needs_nobody(raw: Path) -> None:
    """A provisional title is a warning: the page marks it until an editor sets one."""
    raw.write_text(RAW.replace(f"{BOX}\n\n", "").split("\n", 2)[2], encoding="utf-8")
    result = bring(raw)
    assert result.exit_code == 0
    assert "provisional" in result.output
    assert "1 of 1 files imported, none needs a person" in result.output


def test_letters_lost_before_import_need_a_person(raw: Path) -> None:
    """A replacement character in the file is never passed on in silence."""
    raw.write_text(RAW.replace(f"{BOX}\n\n", "").replace("مئات", "مئ\ufffdت"), encoding="utf-8")
    result = bring(raw)
    assert result.exit_code == 1
    assert "letters were lost" in result.output


def test_what_waits_beside_an_article_is_no_problem_of_the_content(raw: Path) -> None:
    """`sharh check --strict` passes while a new reading waits for its editor."""
    raw.write_text(RAW.replace(f"{BOX}\n\n", ""), encoding="utf-8")
    bring(raw)
    path = folder(raw) / "ar.md"
    path.write_text(article(raw).replace("مئات", "عشرات"), encoding="utf-8")
    raw.write_text(raw.read_text(encoding="utf-8") + "\nتابعونا\n", encoding="utf-8")
    bring(raw)
    assert (folder(raw) / "import-report.new.yml").exists()
    arguments = ["check", "--strict", "--content", str(raw.parent / "c"), "--config", str(CONFIG)]
    result = CliRunner().invoke(app, arguments)
    assert "Nothing reads" not in result.output, result.output
