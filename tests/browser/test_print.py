"""Facts about pages on paper: what is read from the PDF that a browser makes of them."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.test_pages import PAGES, address

# The English pages are made from the same templates: only those with text of their own are printed.
PRINTED = [
    (language, kind)
    for language, kind in PAGES
    if language == "ar" or kind in {"home", "explainer", "article", "topic", "figures", "parallel"}
]
WITH_DATE = {"article", "explainer", "articles", "topic", "timeline", "home", "sources", "parallel"}
# Rows and everything else that must stay on one sheet, with the heights that they have on paper.
ROWS = """() => [...document.querySelectorAll("main :is(tr, .sh-figure, .sh-claim, .sh-timeline > li)")]
  .map(e => [getComputedStyle(e).breakInside, e.getBoundingClientRect().height])"""
SHEET = 971  # CSS pixels of A4 between margins of two centimetres


def printed(page: Page) -> str:
    """All words of the page on A4, without vowel marks.

    Words of Arabic lines come in the order of the eye, so only words and addresses are compared.
    """
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = "\n".join(sheet.extract_text() for sheet in reader.pages)
    return folded(text)


def folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Mn", "Cf"))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{3,}", folded(text)))


def squeezed(text: str) -> str:
    """The text without spaces: addresses break over lines."""
    return re.sub(r"\s", "", text)


def stands(title: str, text: str) -> bool:
    """Whether lines of the text hold the letters of the title and no others.

    The reader of the PDF moves a ligature of a name's end to the beginning of its line.
    """
    letters = sorted(squeezed(folded(title)))
    lines = [squeezed(line) for line in text.splitlines()]
    spans = ("".join(lines[at : at + 4][:n]) for at in range(len(lines)) for n in range(1, 5))
    return any(sorted(span) == letters for span in spans)


@pytest.mark.parametrize(("language", "kind"), PRINTED)
def test_paper_holds_title_date_and_addresses(
    language: str, kind: str, page: Page, site_url: str, site_root: Path
) -> None:
    """A4 shows the title, the date where the page has one, the page's address, and the address of
    every paragraph that a mark of evidence leads to; no row is cut between two sheets.
    """
    path = address(site_root, language, kind)
    page.goto(site_url + path)
    page.evaluate("document.fonts.ready")
    evidence = page.locator("main a[href*='#p-']").evaluate_all(
        "all => all.filter(a => a.pathname !== location.pathname && !a.closest('.sh-evidence'))"
        ".map(a => a.hash.slice(1))"
    )
    title = page.locator("h1").inner_text()
    text = printed(page)
    assert words(title) <= words(text) or stands(title, text)
    if kind in WITH_DATE:
        assert re.search(r"20\d\d", text)
    flat = squeezed(text)
    assert f"https://sharh.example/{path}" in flat
    assert {name for name in evidence if f"#{name}" not in flat} == set()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 642, "height": SHEET})
    assert all(
        rule.startswith("avoid") or height == 0
        for rule, height in page.evaluate(ROWS)
        if height < SHEET
    )


def test_a_printed_page_is_itself_again(page: Page, site_url: str, site_root: Path) -> None:
    """After printing no number and no list of addresses is left on the screen."""
    page.goto(site_url + address(site_root, "en", "explainer"))
    before = page.locator("main").inner_html()
    printed(page)
    assert page.locator("main").inner_html() == before


def test_paper_names_the_source_of_an_article(page: Page, site_url: str, site_root: Path) -> None:
    """Links that leave the site stand with their addresses."""
    page.goto(site_url + address(site_root, "en", "about"))
    links = page.locator("main a[href^=http]").evaluate_all("all => all.map(a => a.href)")
    flat = squeezed(printed(page))
    assert links
    assert [link for link in links if link not in flat] == []
