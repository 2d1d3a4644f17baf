"""The search on the command line, and what of a withheld article can be found."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import app
from generator.pipeline import Folders, build, queries

ROOT = Path(__file__).parents[3]
ARTICLE = """---
title: مصنع الزجاج في صيدا
published: 2024-03-01
rights: {rights}
keywords:
  ar: [قوارير]
  en: [bottles]
---

كلمة سرية لا ينشرها أحد، وهي البنفسج المكسور فوق السطوح العالية كلها هنا.
"""


def content(tmp_path: Path, rights: str) -> Path:
    folder = tmp_path / "content" / "articles" / "glass"
    folder.mkdir(parents=True)
    (folder / "ar.md").write_text(ARTICLE.format(rights=rights), encoding="utf-8")
    return tmp_path / "content"


def index_text(tmp_path: Path, rights: str) -> str:
    """All that the search index of a site with one article holds."""
    docs = tmp_path / "docs"
    build(Folders(ROOT / "mkdocs.yml", content(tmp_path, rights), docs))
    files = sorted((docs / "assets" / "search").glob("*.json"))
    return "\n".join(
        path.read_text(encoding="utf-8") for path in files if "analysis" not in path.name
    )


@pytest.mark.parametrize("rights", ["summary", "excerpt"])
def test_a_withheld_text_is_not_in_the_index(rights: str, tmp_path: Path) -> None:
    """Of an article whose text may not be published, the title is found and nothing of the text."""
    found = index_text(tmp_path, rights)
    assert "مصنع الزجاج في صيدا" in found
    assert "بنفسج" not in found
    assert "مكسور" not in found


def test_of_an_article_without_rights_nothing_is_in_the_index(tmp_path: Path) -> None:
    """Neither its title nor its keywords are found."""
    found = index_text(tmp_path, "none")
    assert "الزجاج" not in found
    assert "قوارير" not in found


@pytest.mark.parametrize("with_node", [True, False])
def test_the_command_says_what_matched(
    with_node: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`sharh search --explain` names the entry, its address, and how each word matched."""
    if not with_node:
        monkeypatch.setattr(queries.shutil, "which", lambda name: None)
    folder = content(tmp_path, "full")
    place = ["--config", str(ROOT / "mkdocs.yml"), "--content", str(folder)]
    result = CliRunner().invoke(app, ["search", "المصانع bottles", "--explain", *place])
    assert result.exit_code == 0, result.output
    assert "مصنع الزجاج في صيدا  /ar/articles/glass/" in result.output
    assert "«المصانع»: exact" in result.output
    assert "«bottles»: exact" in result.output


def test_a_wrong_language_is_wrong_use() -> None:
    """Exit code 2, as for every wrong option."""
    assert CliRunner().invoke(app, ["search", "كيم", "--language", "fr"]).exit_code == 2
