"""Facts about every kind of page, in the language that it speaks, as a browser shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

KINDS = {
    "home": "",
    "explainers": "explainers/",
    "explainer": "explainers/*/",
    "articles": "articles/",
    "article": "articles/*/",
    "topics": "topics/",
    "topic": "topics/kim-jong-un/",
    "glossary": "glossary/",
    "timeline": "timeline/",
    "figures": "figures/",
    "voices": "voices/",
    "sources": "sources/",
    "about": "about/",
    "policy": "how-we-work/",
    "corrections": "corrections/",
}
DIRECTION = {"ar": "rtl", "en": "ltr"}
# The parallel reading view is a page of English readers: its counterpart is the article itself.
ENGLISH_ONLY = {"parallel": "articles/*/parallel/"}
PAGES = [(language, kind) for language in DIRECTION for kind in KINDS]
PAGES += [("en", kind) for kind in ENGLISH_ONLY]


def address(root: Path, language: str, kind: str) -> str:
    """The site-relative address of the first page of a kind."""
    pattern = f"{language}/{(KINDS | ENGLISH_ONLY)[kind]}"
    found = sorted(
        path
        for path in root.glob(f"{pattern}index.html")
        if path.parent.name != "articles" or kind == "articles"
    )
    assert found, f"no page of kind {kind}"
    return found[0].parent.relative_to(root).as_posix() + "/"


class Watch:
    """What a page asked for and complained of while it was open."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.failed: list[str] = []
        page.on(
            "request",
            lambda r: r.url.startswith((site_url, "data:", "blob:")) or self.outside.append(r.url),
        )
        page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("response", lambda r: r.status >= 400 and self.failed.append(r.url))


@pytest.fixture
def watch(page: Page, site_url: str) -> Iterator[Watch]:
    yield Watch(page, site_url)


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_speaks_its_language_and_asks_nobody_else(
    language: str, kind: str, page: Page, site_url: str, site_root: Path, watch: Watch
) -> None:
    """Language, direction and title are right; no request leaves the site; the console is quiet."""
    page.goto(site_url + address(site_root, language, kind), wait_until="networkidle")
    html = page.locator("html")
    assert html.get_attribute("lang") == language
    assert page.evaluate("getComputedStyle(document.body).direction") == DIRECTION[language]
    assert page.title().strip()
    assert page.locator("h1").count() == 1
    assert (watch.outside, watch.errors, watch.failed) == ([], [], [])


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(
    width: int, scripts: bool, browser: Browser, site_url: str, site_root: Path
) -> None:
    """From a small phone to a desk, with and without JavaScript, the page fits its window."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts
    )
    page = context.new_page()
    wide = []
    for target in ["", *(address(site_root, *pair) for pair in PAGES)]:
        page.goto(site_url + target)
        if not page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"):
            wide.append(target)
    context.close()
    assert wide == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_switcher_leads_to_the_same_page_and_back(
    kind: str, page: Page, site_url: str, site_root: Path
) -> None:
    """From Arabic to English and back, a reader stays on the same subject."""
    start = site_url + address(site_root, "ar", kind)
    page.goto(start)
    page.locator("a.sh-switch").first.click()
    assert page.url == start.replace("/ar/", "/en/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("a.sh-switch").first.click()
    assert page.url == start


def test_the_front_door_greets_in_both_languages(page: Page, site_url: str, watch: Watch) -> None:
    """Both questions stand there, each in its language and direction, and lead to their homes."""
    page.goto(site_url, wait_until="networkidle")
    for language, direction in DIRECTION.items():
        half = page.locator(f".sh-front__half[lang={language}]")
        assert half.evaluate("e => getComputedStyle(e).direction") == direction
        assert half.locator("a").first.is_visible()
    assert (watch.outside, watch.errors, watch.failed) == ([], [], [])


def test_a_missing_page_answers_in_both_languages(page: Page, site_url: str) -> None:
    """The 404 page speaks Arabic and English and leads home."""
    response = page.goto(f"{site_url}ar/none/")
    assert response
    assert response.status == 404
    assert page.locator("[lang=en]").first.is_visible()
    assert page.locator("a[href*='/ar/']").first.is_visible()
    assert page.locator("a[href*='/en/']").first.is_visible()


def test_evidence_opens_its_paragraph_highlighted(
    browser: Browser, site_url: str, site_root: Path
) -> None:
    """Without JavaScript, an evidence mark leads to the very paragraph, and that one stands out."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + address(site_root, "en", "article"))
    mark = page.locator("a.sh-ev").first
    target = str(mark.get_attribute("href")).split("#")[1]
    mark.click()
    assert "/ar/articles/" in page.url
    paragraph = page.locator(f"[id='{target}']")
    assert paragraph.is_visible()
    plain = page.locator(".sh-text p[id^=p-]").last
    colour = "e => getComputedStyle(e).backgroundColor"
    assert paragraph.evaluate(colour) != plain.evaluate(colour)
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_parallel_view_sets_each_sentence_beside_its_paragraph(
    width: int, page: Page, site_url: str, site_root: Path
) -> None:
    """English stands left of Arabic on a wide screen and above it on a phone; the link leads there."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site_url + address(site_root, "en", "article"))
    page.get_by_role("link", name="side by side").click()
    pair = page.locator(".sh-pair").first
    english = pair.locator(".sh-pair__english").bounding_box()
    arabic = pair.locator(".sh-pair__arabic p[lang=ar][dir=rtl]").first.bounding_box()
    assert english and arabic
    side = "x" if width > 700 else "y"
    extent = "width" if width > 700 else "height"
    assert english[side] + english[extent] <= arabic[side]  # type: ignore[literal-required]  # one of two words
    link = pair.locator(".sh-where a").first
    target = str(link.get_attribute("href")).split("#")[1]
    said = pair.locator("p[lang=ar]").first.inner_text()
    link.click()
    assert said in page.locator(f"[id='{target}']").inner_text()
