"""Facts about the leak scanner: no file of a site repeats a text that may not be published."""

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Rights
from generator.pipeline import Folders, build, site
from generator.verify.rights import Run, leak_problems, withheld_runs
from tests.unit.render.conftest import HARBOUR, PLANT, PLANT_TEXTS, library

ROOT = Path(__file__).parents[2]
# Eight words of the plant article, with the vowel mark that one of them carries.
COPY = "افتتحت مدينة صور محطة تحلية في مايو 2024"


def runs(rights: Rights = Rights.SUMMARY) -> frozenset[Run]:
    """What must not be found when the plant article has these rights."""
    content = library()
    articles = tuple(
        replace(article, rights=rights) if article.slug == PLANT else article
        for article in content.articles
    )
    return withheld_runs(replace(content, articles=articles))


def leaks(root: Path) -> list[str]:
    return [str(problem) for problem in leak_problems(root, runs())]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", f"<p>{COPY}</p>"),
        ("a.html", f"<p>{COPY.replace('محطة', '<b>مح</b>طة')}</p>"),
        ("a.html", f"<p><i>{COPY.replace(' في ', '</i> <bdi>في</bdi> ')}</p>"),
        ("a.html", f'<img alt="صورة: {COPY}">'),
        ("a.html", f'<script type="application/ld+json">{{"a":"{COPY}"}}</script>'),
        ("a.html", "<p>" + "".join(f"&#{ord(letter)};" for letter in COPY) + "</p>"),
        ("a.html", f"<p>{COPY.replace('افتتحت', 'اِفتَتحتْ').replace('مدينة', 'مديـنة')}</p>"),
        ("feed.xml", f"<content>&lt;p&gt;{COPY}&lt;/p&gt;</content>"),
        ("feed.json", json.dumps([{"summary": f"قال: {COPY}."}], ensure_ascii=True)),
        ("table.csv", f'a,b\r\n1,"قال ""نعم"": {COPY}"\r\n'),
        ("llms.txt", f"- [a](b): {COPY}، وغيرها"),
        ("a.md", COPY.replace(" ", "\n")),
    ],
)  # fmt: skip
def test_a_copy_of_eight_words_is_found(name: str, text: str, tmp_path: Path) -> None:
    """In text and attributes, escaped, parted by inline tags, marks or line ends."""
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    (problem,) = leaks(tmp_path)
    assert problem.startswith(f"{name}: «")


def test_a_copy_in_a_packed_file_is_found(tmp_path: Path) -> None:
    """The sitemap has a packed twin; so may other files."""
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(COPY.encode()))
    assert len(leaks(tmp_path)) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", f"<p>{COPY.removesuffix(' 2024')}</p><p>2024</p>"),
        ("a.html", f'<p title="{COPY.removesuffix(" 2024")}">2024</p>'),
        ("a.csv", f"{COPY.removesuffix(' 2024')},2024\r\n"),
        ("a.json", json.dumps([COPY.removesuffix(" 2024"), "2024"])),
        ("a.woff2", COPY),
    ],
)
def test_seven_words_may_be_quoted(name: str, text: str, tmp_path: Path) -> None:
    """Cells, strings and blocks that stand beside each other are not one text."""
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    assert leaks(tmp_path) == []


def test_only_texts_that_are_withheld_count() -> None:
    """With full rights nothing is looked for; a run that a published text holds too is free."""
    assert runs(Rights.FULL) == frozenset()
    assert runs(Rights.NONE) == runs(Rights.EXCERPT) == runs(Rights.SUMMARY) != frozenset()
    content = library()
    plant = next(article for article in content.articles if article.slug == PLANT)
    both = tuple(
        replace(article, blocks=plant.blocks) if article.slug == HARBOUR else article
        for article in content.articles
    )
    shared = tuple(replace(a, rights=Rights.NONE) if a.slug == PLANT else a for a in both)
    assert withheld_runs(replace(content, articles=shared)) == frozenset()


def test_an_articles_title_is_never_withheld(tmp_path: Path) -> None:
    """Articles are cited by their titles, however long."""
    content = library()
    titled = tuple(
        replace(article, title=PLANT_TEXTS[0], rights=Rights.NONE) for article in content.articles
    )
    found = withheld_runs(replace(content, articles=titled))
    (tmp_path / "a.html").write_text(f"<h1>{PLANT_TEXTS[0]}</h1>", encoding="utf-8")
    assert list(leak_problems(tmp_path, found)) == []


@pytest.mark.parametrize("rights", [("summary", "excerpt"), ("full", "none")])
def test_a_site_keeps_back_what_its_articles_withhold(
    rights: tuple[str, str], tmp_path: Path
) -> None:
    """The whole tree: pages, search, feeds, data, previews; and with full rights it would leak.

    Explainers, in which an editor may quote, are left out.
    """
    given = ROOT / "tests" / "sites" / "basic" / "content"
    ignored = shutil.ignore_patterns("explainers")
    content = shutil.copytree(given, tmp_path / "content", ignore=ignored)
    folders = Folders(ROOT / "mkdocs.yml", content, tmp_path / "docs")
    build(folders)
    for path, value in zip(sorted((content / "articles").glob("*/ar.md")), rights, strict=True):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("rights: full", f"rights: {value}", 1), encoding="utf-8")
    withheld = build(replace(folders, docs=tmp_path / "kept-docs")).withheld
    site(folders, tmp_path / "kept")
    assert list(leak_problems(tmp_path / "kept", withheld)) == []
    files = {problem.location.path for problem in leak_problems(folders.docs, withheld)}
    kinds = ("ar/articles/", "ar/feed.json", "ar/atom.xml", "ar/rss.xml", "ar/topics/")
    for kind in (*kinds, "assets/search/", "assets/previews/articles/"):
        assert [file for file in files if str(file).startswith(kind)], kind
