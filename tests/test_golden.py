"""Golden sites and the facts of the bundled articles: what content must become, byte for byte."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import Folders, build, facts
from generator.render.icons import FOLDER as ICONS
from generator.render.social.words import FOLDER as CARDS
from generator.search import FOLDER
from generator.write import MANIFEST

ROOT = Path(__file__).parent.parent
FACTS = ROOT / "tests" / "facts"
SLUGS = sorted(path.name for path in (ROOT / "content" / "articles").iterdir())
SITES = sorted(path.parent for path in (ROOT / "tests" / "sites").glob("*/content"))


def tree(root: Path) -> dict[str, str]:
    """The pages by path; the search index, whose names are hashes, pictures and styles have own tests."""
    files = (
        path
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and path.name != MANIFEST
        and path.suffix not in {".png", ".css"}
        and root / FOLDER not in path.parents
    )
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_content_folder_becomes_exactly_its_golden_pages(
    site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The build is a pure function; `make golden` rewrites what it gives, to be reviewed."""
    golden = site / "docs"
    if request.config.getoption("--rewrite"):
        # They have no manifest, and a build writes over nothing that is not in one.
        shutil.rmtree(golden)
        build(Folders(ROOT / "mkdocs.yml", site / "content", golden))
        (golden / MANIFEST).unlink()
        shutil.rmtree(golden / FOLDER)
        shutil.rmtree(golden / CARDS)
        shutil.rmtree(golden / ICONS)
        shutil.rmtree(golden / "assets" / "stylesheets")
    build(Folders(ROOT / "mkdocs.yml", site / "content", tmp_path))
    built, expected = tree(tmp_path), tree(golden)
    assert sorted(built) == sorted(expected)
    changed = [path for path in built if built[path] != expected[path]]
    assert not changed, f"changed: {', '.join(changed)}; if that is right, run make golden"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_bundled_article_keeps_its_facts(slug: str, request: pytest.FixtureRequest) -> None:
    """Names, dates, figures, speakers and conflicts are those that a person read in the article."""
    golden = FACTS / f"{slug}.txt"
    found = "\n".join(facts(slug, Folders.beside(ROOT / "mkdocs.yml")).lines) + "\n"
    if request.config.getoption("--rewrite"):
        FACTS.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), "if the change is right, run make golden"


def test_every_list_of_facts_is_of_a_bundled_article() -> None:
    """No list stays behind when an article goes."""
    assert sorted(path.stem for path in FACTS.iterdir()) == SLUGS
