"""Facts about the commands: what they write, what they say, how they end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator.__main__ import app
from generator.write import MANIFEST

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "mkdocs.yml"
RAW = """سد جديد يحمي وادي الزيتون من السيول

كتبت: سلمى الخطيب

افتتحت وزارة الري أمس سدا جديدا في وادي الزيتون يتسع لنحو 12 مليون متر مكعب من المياه، بعد ثلاث سنوات من البناء.

شارك هذا المقال

وقال مدير المشروع إن السد سيحمي أكثر من 4 آلاف منزل من السيول التي ضربت الوادي في أكتوبر 2021.

اقرأ أيضا: خطة لزراعة مليون شجرة زيتون

وأضاف أن كلفة المشروع بلغت 35 مليون دولار، وأن الصيانة تتولاها بلدية الوادي.
"""


def sharh(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the bundled corpus, to be spoilt."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    path = tmp_path / "olive-valley-dam.txt"
    path.write_text(RAW, encoding="utf-8")
    return path


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


# ---------------------------------------------------------------- import


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso-8859-6"]
)
def test_a_raw_file_becomes_an_article_whatever_its_encoding(
    encoding: str, raw: Path, tmp_path: Path
) -> None:
    """Title, byline and text are the article's; what was removed is in the report."""
    raw.write_bytes(RAW.encode(encoding))
    result = sharh("import", raw, "--content", tmp_path / "c", "--config", CONFIG)
    assert result.exit_code == 0, result.output
    folder = tmp_path / "c" / "articles" / "olive-valley-dam"
    article = (folder / "ar.md").read_text(encoding="utf-8")
    assert "title: سد جديد يحمي وادي الزيتون من السيول" in article
    assert "byline: سلمى الخطيب" in article
    assert "35 مليون دولار" in article
    assert "شارك" not in article
    assert "اقرأ" not in article
    report = (folder / "import-report.yml").read_text(encoding="utf-8")
    assert "شارك هذا المقال" in report
    assert "خطة لزراعة مليون شجرة زيتون" in report


def test_an_article_that_exists_is_not_overwritten(raw: Path, tmp_path: Path) -> None:
    """The new reading is laid beside the old one and the difference is shown."""
    arguments = ("import", raw, "--content", tmp_path / "c", "--config", CONFIG)
    sharh(*arguments)
    article = tmp_path / "c" / "articles" / "olive-valley-dam" / "ar.md"
    article.write_text(article.read_text(encoding="utf-8").replace("35", "36"), encoding="utf-8")
    edited = article.read_bytes()
    result = sharh(*arguments)
    assert article.read_bytes() == edited
    assert "36 مليون" in result.output
    assert "35 مليون" in (article.parent / "ar.new.md").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(raw: Path, tmp_path: Path) -> None:
    """Each bad file has its line, the good one is imported, and the exit code says 1."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    missing = tmp_path / "missing.txt"
    result = sharh("import", empty, missing, raw, "--content", tmp_path / "c", "--config", CONFIG)
    assert result.exit_code == 1
    assert (tmp_path / "c" / "articles" / "olive-valley-dam" / "ar.md").exists()
    assert "empty.txt" in result.output
    assert "missing.txt: cannot be read" in result.output


def test_an_article_without_a_title_gets_a_provisional_one_and_a_warning(tmp_path: Path) -> None:
    """The front matter marks it, and check warns until an editor sets a title."""
    raw = tmp_path / "0f3a9c.txt"
    body = RAW.split("\n", 2)[2].replace("كتبت: سلمى الخطيب\n\n", "")
    raw.write_text(body, encoding="utf-8")
    sharh("import", raw, "--slug", "dam", "--content", tmp_path / "c", "--config", CONFIG)
    assert "title_provisional: true" in (tmp_path / "c/articles/dam/ar.md").read_text(
        encoding="utf-8"
    )
    result = sharh("check", "--content", tmp_path / "c", "--config", CONFIG)
    assert result.exit_code == 0
    assert "dam/ar.md:" in result.output
    assert (
        sharh("check", "--strict", "--content", tmp_path / "c", "--config", CONFIG).exit_code == 1
    )


def test_markdown_with_an_english_block_becomes_article_and_stub(tmp_path: Path) -> None:
    """The front matter of the search corpus is understood; unknown dates and reviewers stay absent."""
    path = tmp_path / "valley-dam.md"
    path.write_text(
        "---\ntitle: سد جديد\ndate: 2025-03-04\nsource: صحيفة الوادي\nlang: ar\nen:\n  title: A new dam\n"
        "  summary: A new dam protects the valley. It cost 35 million dollars.\n  status: draft\n---\n\n"
        "افتتح السد الجديد في الوادي أمس بحضور الأهالي.\n",
        encoding="utf-8",
    )
    result = sharh("import", path, "--content", tmp_path / "c", "--config", CONFIG)
    assert result.exit_code == 0, result.output
    folder = tmp_path / "c" / "articles" / "valley-dam"
    arabic = (folder / "ar.md").read_text(encoding="utf-8")
    english = (folder / "en.md").read_text(encoding="utf-8")
    assert "publisher: صحيفة الوادي" in arabic
    assert "published: 2025-03-04" in arabic.replace("'", "").replace('"', "")
    assert "title: A new dam" in english
    assert "status: draft" in english
    assert sharh("check", "--content", tmp_path / "c", "--config", CONFIG).exit_code == 0


def test_a_slug_for_several_files_is_wrong_use(raw: Path, tmp_path: Path) -> None:
    """Wrong use ends with 2, before anything is read."""
    assert sharh("import", raw, raw, "--slug", "x", "--config", CONFIG).exit_code == 2
    assert sharh("import", raw, "--slug", "../x", "--config", CONFIG).exit_code == 2
    assert sharh("import", raw, "--published", "2024-13", "--config", CONFIG).exit_code == 2


def test_a_flat_gazetteer_becomes_topic_files_once(tmp_path: Path) -> None:
    """A second import adds nothing and changes nothing."""
    flat = tmp_path / "topics.yml"
    flat.write_text(
        "topics:\n- {id: nile, type: place, ar: {name: النيل, aliases: []}, en: {name: Nile, aliases: []}}\n",
        encoding="utf-8",
    )
    arguments = ("topics", "import", flat, "--content", tmp_path / "c", "--config", CONFIG)
    assert "1 topics added" in sharh(*arguments).output
    before = tree(tmp_path / "c")
    assert set(before) == {"topics/place.yml"}
    assert "0 topics added, 1 were there" in sharh(*arguments).output
    assert tree(tmp_path / "c") == before


# ---------------------------------------------------------------- check


def test_the_bundled_corpus_is_in_order() -> None:
    """Neither an error nor a warning."""
    result = sharh("check", "--strict", "--config", CONFIG)
    assert result.exit_code == 0, result.output


SPOILT = {
    "a broken evidence link": (
        "explainers/why-russia-and-north-korea-need-each-other/ar.md",
        "[a-summit-about-ammunition#p-c3ef8311",
        "[a-summit-about-ammunition#p-00000000",
        "«p-00000000»",
    ),
    "a duplicate alias": (
        "topics/person.yml",
        "aliases: [كيم]",
        "aliases: [كيم, روسيا]",
        "«روسيا»",
    ),
    "a wrong date": (
        "articles/why-they-need-each-other/ar.md",
        "published: 2026-11-22",
        "published: 2026-11-31",
        "2026-11-31",
    ),
    "a missing title": ("articles/why-they-need-each-other/ar.md", "title:", "# title:", "title"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_each_mistake_has_its_own_clear_error(name: str, content: Path) -> None:
    """The message begins with the file and the line and holds the offending text."""
    file, old, new, offending = SPOILT[name]
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = sharh("check", "--content", content, "--config", CONFIG)
    assert result.exit_code == 1
    lines = [
        line
        for line in result.output.splitlines()
        if offending in line and file.rsplit("/", 1)[1] in line
    ]
    assert lines, result.output
    assert "Traceback" not in result.output


def test_all_mistakes_are_said_at_once(content: Path) -> None:
    """One run names every problem."""
    for file, old, new, _ in SPOILT.values():
        path = content / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    output = sharh("check", "--content", content, "--config", CONFIG).output
    assert all(offending in output for _, _, _, offending in SPOILT.values())


# ---------------------------------------------------------------- build and site


def test_a_build_is_the_same_in_any_environment(tmp_path: Path) -> None:
    """Locale, time zone, hash seed and folder change no byte; a second build writes nothing."""
    trees = []
    for number, environment in enumerate(
        (
            {"LC_ALL": "C", "PYTHONHASHSEED": "1"},
            {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "TZ": "Asia/Seoul"},
        )
    ):
        docs = tmp_path / str(number)
        command = [sys.executable, "-m", "generator", "build", "--docs", str(docs)]
        for _ in range(2):
            done = subprocess.run(
                command,
                cwd=ROOT,
                env={**os.environ, **environment},
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
        assert " 0 files written" in done.stderr
        trees.append(tree(docs))
    assert trees[0] == trees[1]


def test_a_site_that_fails_leaves_the_published_one(content: Path, tmp_path: Path) -> None:
    """Wrong content or a page that MkDocs refuses: what readers see stays as it was."""
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("published", encoding="utf-8")
    (content / "topics" / "person.yml").write_text("topics: 5\n", encoding="utf-8")
    result = sharh("site", "--content", content, "--out", out, "--config", CONFIG)
    assert result.exit_code == 1
    assert tree(out) == {"index.html": b"published"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_holds_no_site_is_not_swapped_away(content: Path, tmp_path: Path) -> None:
    """--out on somebody's own folder is refused."""
    out = tmp_path / "mine"
    out.mkdir()
    (out / "letter.txt").write_text("mine", encoding="utf-8")
    result = sharh("site", "--content", content, "--out", out, "--config", CONFIG)
    assert result.exit_code == 1
    assert tree(out) == {"letter.txt": b"mine"}


# ---------------------------------------------------------------- review, analyse, explain


def test_a_review_lapses_when_a_text_changes(content: Path, tmp_path: Path) -> None:
    """After an edit of the Arabic the page says by itself that the review is out of date."""
    slug = "why-they-need-each-other"
    arguments = ("--content", content, "--docs", tmp_path / "docs", "--config", CONFIG)
    assert (
        sharh("review", slug, "--by", "Sharh project", "--on", "2026-11-22", *arguments).exit_code
        == 0
    )
    sharh("build", *arguments)
    page = tmp_path / "docs" / "en" / "articles" / f"{slug}.md"
    assert "sh-stub-state--reviewed" in page.read_text(encoding="utf-8")
    article = content / "articles" / slug / "ar.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("lead: ", "lead: كلمة ", 1), encoding="utf-8")
    sharh("build", *arguments)
    assert "sh-stub-state--outdated" in page.read_text(encoding="utf-8")


def test_a_review_of_nothing_is_refused(content: Path) -> None:
    """The message names the stubs that exist."""
    result = sharh("review", "no-such", "--by", "x", "--content", content, "--config", CONFIG)
    assert result.exit_code == 1
    assert "why-they-need-each-other" in result.output


def test_an_analysis_is_one_json_object_of_the_schema(raw: Path) -> None:
    """Every span is the text that it names, in the line that it names."""
    result = CliRunner().invoke(app, ["analyse", str(raw), "--json", "--config", str(CONFIG)])
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["source"] == raw.name
    assert found["title"] == "سد جديد يحمي وادي الزيتون من السيول"
    assert {row["kind"] for row in found["removed"]} <= {
        "caption", "noise_marker", "related", "foreign_article", "inline_link", "tail", "duplicate",
    }  # fmt: skip
    lines = RAW.split("\n")
    values = [figure["value"] for figure in found["figures"]]
    assert 35_000_000 in values
    for figure in found["figures"]:
        assert lines[figure["line"] - 1][figure["start"] : figure["end"]].strip()


def test_explain_shows_what_each_stage_did(raw: Path) -> None:
    """The editor reads which rule took which line."""
    output = sharh("explain", raw, "--config", CONFIG).output
    assert "utf-8" in output
    assert "analyse:" in output


# ---------------------------------------------------------------- real raw articles, where they are

SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five raw articles are not beside the project")
def test_the_raw_articles_become_a_site_by_three_commands(tmp_path: Path) -> None:
    """Five Arabic pages, five honest English pages, linked topics, and a check that finds no error."""
    content, out = tmp_path / "content", tmp_path / "site"
    topics = SEEDS.parent / "eval" / "analysis" / "topics.yml"
    arguments = ("--content", content, "--config", CONFIG)
    assert sharh("import", *sorted(SEEDS.glob("*.txt")), *arguments).exit_code == 0
    assert sharh("topics", "import", topics, *arguments).exit_code == 0
    result = sharh("site", "--out", out, *arguments)
    assert result.exit_code == 0, result.output
    arabic = list((out / "ar" / "articles").glob("*/index.html"))
    english = list((out / "en" / "articles").glob("*/index.html"))
    assert (len(arabic), len(english)) == (5, 5)
    assert all("sh-topic" in path.read_text(encoding="utf-8") for path in arabic)
    assert all("sh-fallback" in path.read_text(encoding="utf-8") for path in english)
