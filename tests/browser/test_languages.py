"""Facts about the language of what scripts put on a page, which the check of the built site cannot see."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.verify.languages import language_problems
from tests.browser.test_pages import address
from tests.browser.test_search import OPTIONS, opened, status


def problems(page: Page, language: str, folder: Path) -> list[str]:
    """What the check of the built site says of the page as it stands now."""
    file = folder / language / "index.html"
    file.parent.mkdir(exist_ok=True)
    file.write_text(page.content(), encoding="utf-8")
    return [str(problem) for problem in language_problems(folder)]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("query", ["بوتين", "Kim Jong Un", "Russia weapons", "كوريا الشمالية"])
def test_results_of_a_search_declare_their_language(
    language: str, query: str, page: Page, site_url: str, tmp_path: Path
) -> None:
    """Results in the other language, passages and counts, as a screen reader would say them."""
    opened(page, f"{site_url}{language}/").fill(query)
    page.locator(OPTIONS).first.wait_for()
    assert problems(page, language, tmp_path) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_search_without_result_declares_its_language(
    language: str, page: Page, site_url: str, tmp_path: Path
) -> None:
    """What is said then, and the topics that are offered instead."""
    opened(page, f"{site_url}{language}/").fill("zzqqxx")
    expect(status(page)).to_have_text(re.compile("لا نتائج|No results"))
    assert problems(page, language, tmp_path) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_previews_of_links_declare_their_language(
    language: str, page: Page, site_url: str, site_root: Path, tmp_path: Path
) -> None:
    """A preview of a paragraph is Arabic on an English page too."""
    page.goto(site_url + address(site_root, language, "article"), wait_until="networkidle")
    inside = {"ar": ".sh-text .sh-topic", "en": ".sh-summary .sh-ev"}[language]
    for kind in (inside, ".sh-tags a"):
        assert page.locator(kind).count()
        for link in page.locator(kind).all()[:2]:
            link.scroll_into_view_if_needed()
            link.hover()
            page.locator(".sh-preview").first.wait_for()
            assert problems(page, language, tmp_path) == []
