"""`sharh facts`: what an editor sees of an article's facts, and the file that it lays out."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import app
from generator.content import load_library

ROOT = Path(__file__).parent.parent
SLUG = "two-partners-two-yardsticks"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The bundled content, free to be changed."""
    return shutil.copytree(ROOT / "content", tmp_path / "content")


def run(content: Path, *words: str) -> tuple[int, str, str]:
    config = str(ROOT / "mkdocs.yml")
    done = CliRunner().invoke(app, [*words, "--config", config, "--content", str(content)])
    return done.exit_code, done.stdout, done.stderr


def test_the_facts_of_an_article_are_shown_with_their_paragraph(content: Path) -> None:
    """Each line has the words, the value, who says it, and what the editor made of it."""
    code, shown, _ = run(content, "facts", SLUG)
    lines = shown.splitlines()
    figure = next(n for n, line in enumerate(lines) if line.startswith("  figure «24 طائرة»"))
    assert code == 0
    assert lines[figure].endswith("[word]")
    assert "24 count" in lines[figure] and "(tehran)" in lines[figure]
    assert any(line.startswith("p-3bd56552 ") for line in lines[:figure])
    assert any("conflict «24 طائرة»" in line and "«50 طائرة»" in line for line in lines)


def test_the_skeleton_is_content_that_is_in_order(content: Path) -> None:
    """What `--write` lays out can be checked as it is, and with every line taken into use."""
    path = content / "articles" / SLUG / "facts.yml"
    path.unlink()
    code, _, said = run(content, "facts", SLUG, "--write")
    assert (code, path.name in said) == (0, True)
    assert dict(load_library(content)[0].facts)[SLUG] == ()
    text = path.read_text(encoding="utf-8").replace("#- {", "- {")
    filled = text.replace('en: ""', "en: words").replace('reason: ""', "reason: two plans")
    path.write_text(filled.replace('speaker: ""', "speaker: tass"), encoding="utf-8")
    code, _, said = run(content, "check", "--strict")
    assert code == 0, said
    assert len(dict(load_library(content)[0].facts)[SLUG]) > 20


def test_an_editors_file_is_never_touched(content: Path) -> None:
    """Beside a facts.yml the skeleton waits as facts.new.yml; a second one is refused."""
    path = content / "articles" / SLUG / "facts.yml"
    before = path.read_bytes()
    assert run(content, "facts", SLUG, "--write")[0] == 0
    assert path.read_bytes() == before
    beside = path.with_name("facts.new.yml")
    assert "«24 طائرة»" not in beside.read_text(encoding="utf-8").split("conflict")[0]
    assert run(content, "check", "--strict")[0] == 0
    assert run(content, "facts", SLUG, "--write")[0] == 1


def test_facts_of_no_article_are_refused(content: Path) -> None:
    """The message names the articles that there are."""
    code, _, said = run(content, "facts", "nothing")
    assert code == 1
    assert SLUG in said
