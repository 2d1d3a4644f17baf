"""Facts about digits: what the site writes is in one system, what it quotes stays as it was written."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from generator.pipeline import Folders, build
from tests.unit.render.test_pages import EXTENSIONS, python_markdown

ROOT = Path(__file__).parents[3]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ARTICLE = """---
title: محطة الساحل في عامها الأول
publisher: مشروع شرح
published: 2025-03-10
rights: full
rights_basis: CC BY 4.0
---

{}
"""
BODY = "بدأت محطة الساحل العمل في 3 مارس 2025، وبلغت كلفتها 310 ملايين دولار، وقالت هيئة المياه إنها تغطي 60 في المئة من حاجة مدينة نور."
# What repeats the words of an article, an editor or a name.
QUOTING = ".//*[contains(@class, 'sh-text')] | .//q | .//mark | .//*[@class='sh-sentence'] | .//*[@class='sh-mentions']"


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a content folder whose one article writes ٢٠٢٥ for 2025."""
    root = tmp_path_factory.mktemp("digits")
    given = ROOT / "tests" / "sites" / "basic" / "content" / "topics"
    shutil.copytree(given, root / "content" / "topics")
    file = root / "content" / "articles" / "eastern" / "ar.md"
    file.parent.mkdir(parents=True)
    file.write_text(ARTICLE.format(BODY.translate(EASTERN)), encoding="utf-8")
    build(Folders(ROOT / "mkdocs.yml", root / "content", root / "docs"))
    return root / "docs"


def page(docs: Path, name: str) -> html.HtmlElement:
    """The elements of a page, without its front matter."""
    body = (docs / name).read_text(encoding="utf-8").split("---\n", 2)[2]
    inner = python_markdown.markdown(body, extensions=EXTENSIONS)
    return html.fragment_fromstring(inner, create_parent="main")


def test_a_quotation_keeps_the_digits_of_its_author(docs: Path) -> None:
    """The article itself, and the sentence beside a figure."""
    assert "٣١٠ ملايين" in page(docs, "ar/articles/eastern.md").text_content()
    assert "٣١٠ ملايين" in page(docs, "ar/figures.md").text_content()


def test_values_and_dates_are_in_the_digits_of_the_site(docs: Path) -> None:
    """What is computed from the text is written as everywhere else."""
    assert "310 ملايين دولار" in page(docs, "ar/figures.md").text_content()
    assert "3 مارس 2025" in page(docs, "ar/timeline.md").text_content()
    assert "310 million" in page(docs, "en/figures.md").text_content()


def test_outside_quotations_no_page_mixes_digits(docs: Path) -> None:
    """One system on each page, in both languages."""
    paths = sorted(docs.rglob("*.md"))
    assert len(paths) > 20
    for path in paths:
        tree = page(docs, path.relative_to(docs).as_posix())
        for quotation in tree.xpath(QUOTING):
            quotation.drop_tree()
        labels = " ".join(str(label) for label in tree.xpath("//@aria-label | //@title"))
        found = re.findall(r"[٠-٩۰-۹]+", f"{tree.text_content()} {labels}")
        assert not found, path.relative_to(docs)
