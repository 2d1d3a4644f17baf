"""Facts about the check of evidence: a fact without its paragraph does not go out."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from generator.pipeline import Folders, build
from generator.verify.evidence import evidence_problems

ROOT = Path(__file__).parents[2]
ARTICLE = (
    '<article><p id="p-1">اشترت <a href="../t/">المحطة</a> 24\u200f طائرة عام 2023.</p></article>'
)


def page(root: Path, path: str, body: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<!doctype html><title>t</title><body>{body}</body>", encoding="utf-8")


def figure(words: str, href: str = "../articles/a/#p-1") -> str:
    return f'<div class="sh-figure sh-x"><p>24</p><a href="{href}" data-words="{words}">a</a></div>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one article and pages that cite it, with nothing wrong."""
    page(tmp_path, "ar/articles/a/index.html", ARTICLE)
    page(tmp_path, "ar/figures/index.html", figure("24 طائرة"))
    link = '<a href="/ar/" data-words="">x</a>'.replace("/ar/", "../../ar/articles/a/#p-1")
    page(tmp_path, "en/timeline/index.html", f'<ol class="sh-timeline"><li>2023 {link}</li></ol>')
    return tmp_path


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in evidence_problems(root)]


def test_facts_that_stand_in_their_paragraph_pass(site: Path) -> None:
    """Links inside the paragraph and marks that nobody sees do not part the words."""
    assert problems(site) == []
    page(site, "ar/figures/index.html", figure("24 … طائرة"))
    assert problems(site) == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (figure("50 طائرة"), "«50 طائرة» does not stand in the paragraph «p-1»"),
        (figure("24 … 50 طائرة"), "«24 … 50 طائرة» does not stand in the paragraph «p-1»"),
        (figure("24 طائرة", "../articles/a/#p-2"), "where there is no paragraph"),
        (figure("24 طائرة", "../articles/b/#p-1"), "where there is no paragraph"),
        (figure("24 طائرة", "../articles/a/"), "and to no paragraph of it"),
        ('<div class="sh-figure">24 طائرة</div>', "«24 طائرة» names no paragraph"),
        ('<div class="sh-claim"><a href="../articles/a/#p-1">24</a></div>', "names no paragraph"),
        ('<ol class="sh-timeline"><li>2023</li></ol>', "«2023» names no paragraph"),
        ('<ul class="sh-facts__list"><li>2023</li></ul>', "names no paragraph"),
        ('<section class="sh-voice"><ul><li>قال</li></ul></section>', "names no paragraph"),
    ],
)
def test_a_fact_without_its_paragraph_is_named(site: Path, body: str, what: str) -> None:
    """Each is one line that begins with the page and says which words."""
    page(site, "ar/bad/index.html", body)
    (problem,) = problems(site)
    assert problem.startswith("ar/bad/index.html: ")
    assert what in problem


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({"words": "24 طائرة", "evidence": "ar/articles/a/#p-1"}, ""),
        ({"words": "", "sentence": "", "evidence": "ar/articles/a/#p-1"}, ""),
        ({"words": "50 طائرة", "evidence": "ar/articles/a/#p-1"}, "«50 طائرة» does not stand"),
        ({"words": "24 طائرة", "evidence": "ar/articles/a/#p-2"}, "where there is no paragraph"),
        ({"words": "24 طائرة", "evidence": "ar/articles/a/"}, "and to no paragraph of it"),
        ({"words": "24 طائرة"}, "and to no paragraph of it"),
        ({"sentence": "24 طائرة", "evidence": "ar/articles/a/#p-1"}, "the row names no words"),
    ],
)
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_row_of_a_download_without_its_paragraph_is_named(
    site: Path, ending: str, row: dict[str, str], what: str
) -> None:
    """Downloads are read by machines and quoted: each row is proved as an entry of a page is."""
    file = site / "assets" / "data" / f"figures.ar.{ending}"
    file.parent.mkdir(parents=True)
    good = {"words": "24 طائرة", "sentence": "", "evidence": "ar/articles/a/#p-1"}
    rows = [good, {"words": "", "sentence": "", "evidence": ""} | row]
    if ending == "json":
        file.write_text(json.dumps(rows), encoding="utf-8")
    else:
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.DictWriter(stream, list(good))
            writer.writeheader()
            writer.writerows(rows)
    found = problems(site)
    assert len(found) == bool(what)
    assert all(p.startswith(f"assets/data/figures.ar.{ending}:2: ") and what in p for p in found)


def test_every_fact_of_the_bundled_pages_names_its_words(tmp_path: Path) -> None:
    """The templates give each entry its link with words; the pages are full of them."""
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    build(Folders(ROOT / "mkdocs.yml", content, tmp_path / "docs"))
    for name, least in (("figures", 15), ("timeline", 25), ("voices", 40)):
        text = (tmp_path / "docs" / "ar" / f"{name}.md").read_text(encoding="utf-8")
        assert text.count('data-words="') >= least
        assert 'data-words=""' not in text
    figures = (tmp_path / "docs" / "ar" / "figures.md").read_text(encoding="utf-8")
    assert 'class="sh-conflict"' in figures  # the orders of Su-35 that sources count differently


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("articles/a", {"text": {"p-1": ["24 طائرة"]}}, ""),
        ("articles/a", {"text": {"p-1": ["50 طائرة"]}}, "«50 طائرة» does not stand on"),
        ("articles/a", {"text": {"p-2": ["24 طائرة"]}}, "at «p-2»"),
        ("articles/none", {"text": {"p-1": ["24 طائرة"]}}, "«ar/articles/none/index.html»"),
        ("articles/a", {"text": {}, "en": {"said": {"p-1": [["Bought."]]}}}, ""),
        (
            "articles/a",
            {"text": {}, "en": {"said": {"p-1": [["Sold."]]}}},
            "«Sold.» does not stand on",
        ),
        ("topics/t", {"ar": {"name": "المحطة", "text": []}}, ""),
        ("topics/t", {"ar": {"name": "المحطة", "text": [["مب", "نى", "."], ["كبير."]]}}, ""),
        ("topics/t", {"ar": {"name": "محطة ثانية", "text": []}}, "at «title»"),
        ("topics/t", {"ar": {"name": "المحطة", "text": [["مبنى."], ["جسر"]]}}, "at «description»"),
    ],
)
def test_a_preview_shows_what_its_page_shows(
    name: str, data: dict[str, dict[str, object]], what: str, site: Path
) -> None:
    """A text that its page does not carry is told, so a withheld one cannot slip out here."""
    page(
        site,
        "ar/topics/t/index.html",
        '<h1 id="title">المحطة</h1><p id="description">مبنى. (مصدر) كبير.</p>',
    )
    page(site, "en/articles/a/index.html", '<p id="s-1">Bought. 1</p>')
    file = site / "assets" / "previews" / f"{name}.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(data), encoding="utf-8")
    found = problems(site)
    assert len(found) == bool(what)
    assert what in "".join(found)
