"""What a reader does on the site, by keyboard alone: fourteen journeys, in both languages.

Three journeys of other sites have no like here, and what stands for them is walked: for footnotes the
marks of evidence and the facts of an article, each of which leads to a paragraph; for tables that
scroll tables that never have to; for tabs the sections of the masthead and cards that unfold.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_pages import Watch, address

SETTINGS = [("ar", 360), ("ar", 1280), ("en", 360), ("en", 1280)]
HEIGHT = 800
MOST_STOPS = 400
QUERY = {"ar": "لبوتين", "en": "Putin"}
SECTION = {"ar": "المقالات", "en": "Articles"}

IN_VIEW = """element => {
  const box = element.getBoundingClientRect()
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
}"""
SCHEME = "document.documentElement.dataset.mdColorScheme"


class Reader:
    """A reader with a keyboard on a page of the site."""

    def __init__(self, page: Page, site_url: str, root: Path, language: str) -> None:
        self.page = page
        self.site_url = site_url
        self.root = root
        self.language = language
        self.watch = Watch(page, site_url)

    def opens(self, kind: str, language: str = "") -> str:
        """Opens the first page of a kind and gives its address."""
        path = address(self.root, language or self.language, kind)
        self.page.goto(self.site_url + path)
        return self.site_url + path

    def tabs_to(self, target: Locator) -> None:
        """Presses Tab until the target has the focus and is in sight."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                assert target.evaluate(IN_VIEW)
                return
        raise AssertionError(f"Tab never reaches {target}")

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def scrolled(self) -> float:
        return float(self.page.evaluate("scrollY"))


@pytest.fixture(params=SETTINGS, ids=lambda setting: f"{setting[0]}-{setting[1]}")
def reader(
    request: pytest.FixtureRequest, browser: Browser, site_url: str, site_root: Path
) -> Iterator[Reader]:
    """A reader of each language with a phone and with a desk; asks nobody but the site."""
    language, width = request.param
    context = browser.new_context(viewport={"width": width, "height": HEIGHT})
    context.set_default_timeout(15_000)
    reader = Reader(context.new_page(), site_url, site_root, language)
    yield reader
    watch = reader.watch
    assert (watch.outside, watch.errors, watch.failed) == ([], [], [])
    assert context.cookies() == []
    assert set(reader.page.evaluate("Object.keys(localStorage)")) <= {"sharh-scheme"}
    assert reader.page.evaluate("sessionStorage.length") == 0
    assert reader.page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    context.close()


def phone(reader: Reader) -> bool:
    return bool(reader.page.evaluate("innerWidth < 960"))


def test_open_the_menu_and_pick_a_page(reader: Reader) -> None:
    """On a phone Enter unfolds the menu; everywhere a section is reached, named, and opened."""
    page = reader.page
    reader.opens("home")
    sections = page.locator(".sh-menu nav" if phone(reader) else ".sh-sections")
    if phone(reader):
        assert not sections.is_visible()
        reader.tabs_to(page.locator(".sh-menu summary"))
        reader.presses("Enter")
    assert sections.is_visible()
    reader.tabs_to(sections.get_by_role("link", name=SECTION[reader.language], exact=True))
    reader.presses("Enter")
    page.wait_for_url(f"**/{reader.language}/articles/")
    assert page.locator("[aria-current=page]").first.text_content() == SECTION[reader.language]


def test_search_and_open_a_result(reader: Reader) -> None:
    """The button opens the search on its field, arrows choose, Enter opens what was chosen."""
    page = reader.page
    reader.opens("article")
    reader.tabs_to(page.locator("[data-search-open]"))
    reader.presses("Enter")
    expect(page.locator("#sh-search-query")).to_be_focused()
    page.keyboard.insert_text(QUERY[reader.language])
    option = page.locator("#sh-search-results a[role=option]").first
    option.wait_for()
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"\d|نتيجة|نتيجتان"))
    reader.presses("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert option.evaluate(IN_VIEW)
    reader.presses("Enter")
    page.wait_for_url(f"**/{reader.language}/topics/vladimir-putin/**")


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_close_the_search(way: str, reader: Reader) -> None:
    """Escape and the button beside the field both lead back to where the reader was."""
    page = reader.page
    reader.opens("topic")
    opener, dialog = page.locator("[data-search-open]"), page.locator("#sh-search")
    reader.tabs_to(opener)
    reader.presses("Space")
    expect(page.locator("#sh-search-query")).to_be_focused()
    button = page.locator("[data-search-close]")
    field, beside = page.locator("#sh-search-query").bounding_box(), button.bounding_box()
    assert field and beside
    assert abs(field["y"] - beside["y"]) < field["height"] / 2
    if way == "button":
        reader.tabs_to(button)
        reader.presses("Enter")
    else:
        reader.presses("Escape")
    expect(dialog).not_to_be_visible()
    expect(opener).to_be_focused()


def test_the_open_search_keeps_the_focus(reader: Reader) -> None:
    """While the search is open, Tab reaches its own controls and nothing of the page under it."""
    page = reader.page
    reader.opens("home")
    reader.tabs_to(page.locator("[data-search-open]"))
    reader.presses("Enter")
    expect(page.locator("#sh-search-query")).to_be_focused()
    page.keyboard.insert_text(QUERY[reader.language])
    page.locator("#sh-search-results a[role=option]").first.wait_for()
    for _ in range(12):
        reader.presses("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_switch_the_language_and_back(reader: Reader) -> None:
    """The switch is among the first stops and leads to the same subject, there and back."""
    page = reader.page
    start = reader.opens("explainer")
    other = "en" if reader.language == "ar" else "ar"
    for expected in (start.replace(f"/{reader.language}/", f"/{other}/"), start):
        reader.tabs_to(page.locator("a.sh-switch").first)
        reader.presses("Enter")
        page.wait_for_url(expected)
        page.wait_for_load_state()


@pytest.mark.parametrize("kind", ["home", "timeline", "figures", "voices", "topic"])
def test_jump_to_the_source_and_back(kind: str, reader: Reader) -> None:
    """A mark of evidence leads to its very paragraph, the next Tab goes on from there, and the way
    back leads to the place that was left.
    """
    page = reader.page
    start = reader.opens(kind)
    mark = page.locator("main a[href*='#p-']").first
    mark.focus()  # Every stop is reached by Tab in test_focus.py.
    left = reader.scrolled
    reader.presses("Enter")
    page.wait_for_url(re.compile(r"/ar/articles/[\w-]+/#p-[0-9a-f]{8}$"))
    page.wait_for_load_state()
    paragraph = page.locator(":target")
    assert paragraph.evaluate(IN_VIEW)
    reader.presses("Tab")
    assert paragraph.evaluate(
        "at => at.contains(document.activeElement)"
        " || !!(at.compareDocumentPosition(document.activeElement) & 4)"
    )
    page.go_back(wait_until="load")
    assert page.url == start
    page.wait_for_function("left => Math.abs(scrollY - left) < 40", arg=left)


def test_a_fact_leads_to_its_paragraph_on_the_same_page_and_back(reader: Reader) -> None:
    """In place of a footnote: from the facts of an article to the paragraph, and back to the facts."""
    page = reader.page
    page.goto(reader.site_url + address(reader.root, "ar", "article"))
    fact = page.locator(".sh-facts a[href^='#p-']").last
    fact.focus()
    left = reader.scrolled
    reader.presses("Enter")
    page.wait_for_url(re.compile(r"#p-[0-9a-f]{8}$"))
    assert page.locator(":target").evaluate(IN_VIEW)
    page.go_back()
    page.wait_for_function("left => Math.abs(scrollY - left) < 40", arg=left)
    assert fact.evaluate(IN_VIEW)


def test_tables_need_no_scrolling(reader: Reader) -> None:
    """In place of scrolling a table: no table and no picture is wider than its place, folded tables
    unfold with Enter, and nothing on the page scrolls that takes no focus.
    """
    page = reader.page
    for kind in ("home", "explainer", "topics"):
        reader.opens(kind)
        summaries = page.locator(".sh-equivalent > summary")
        for at in range(summaries.count()):
            reader.tabs_to(summaries.nth(at))
            reader.presses("Enter")
            assert page.locator(".sh-equivalent table").nth(at).is_visible()
        wide = page.evaluate("""() => [...document.querySelectorAll("main *")].filter(e => {
          const scrolls = /auto|scroll/.test(getComputedStyle(e).overflowX + getComputedStyle(e).overflowY)
          const box = e.getBoundingClientRect()
          return scrolls && e.tabIndex < 0 && (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight)
            || e.matches("table, figure") && (box.left < 0 || box.right > innerWidth)
        }).map(e => e.outerHTML.slice(0, 100))""")
        assert wide == []


def test_choose_the_scheme(reader: Reader) -> None:
    """Enter and Space turn the scheme over, the button says so, and the next page keeps it."""
    page = reader.page
    reader.opens("article")
    toggle = page.locator("[data-scheme-toggle]")
    before = page.evaluate(SCHEME)
    reader.tabs_to(toggle)
    reader.presses("Enter")
    assert toggle.get_attribute("aria-pressed") == "true"
    reader.presses("Space", "Enter")
    assert page.evaluate(SCHEME) != before
    reader.opens("topics")
    assert page.evaluate(SCHEME) != before


def test_back_to_the_top(reader: Reader) -> None:
    """A link at the end of the page leads to its top, and the next Tab to its first stop."""
    page = reader.page
    reader.opens("topics")
    top = page.locator(".sh-footer a[href='#sh-top']")
    top.focus()
    assert reader.scrolled > HEIGHT
    reader.presses("Enter")
    page.wait_for_function("scrollY === 0")
    reader.presses("Tab")
    expect(page.locator(".sh-skip")).to_be_focused()


def test_skip_to_the_content(reader: Reader) -> None:
    """The first stop is seen, and leads past the masthead into the content."""
    page = reader.page
    for kind in ("home", "explainer", "article", "topics"):
        reader.opens(kind)
        reader.presses("Tab")
        skip = page.locator(".sh-skip")
        expect(skip).to_be_focused()
        box = skip.bounding_box()
        assert box
        assert min(box["x"], box["y"]) >= 0
        assert min(box["width"], box["height"]) >= 24
        reader.presses("Enter")
        expect(page.locator("main")).to_be_focused()
        reader.presses("Tab")
        assert page.evaluate("!!document.activeElement.closest('main, footer')")


def test_sections_and_cards(reader: Reader) -> None:
    """In place of tabs: the masthead names the section that is open; the contents lead to a question,
    whose card unfolds with Enter and folds with Space.
    """
    page = reader.page
    reader.opens("explainer")
    assert page.locator(".sh-sections [aria-current]").count() == 1
    entry = page.locator(".sh-contents a").nth(2)
    reader.tabs_to(entry)
    name = str(entry.get_attribute("href")).split("#")[1]
    reader.presses("Enter")
    card = page.locator(f"[id='{name}']")
    assert card.evaluate(IN_VIEW)
    reader.tabs_to(card.locator("summary"))
    was_open = card.get_attribute("open") is not None
    for key, is_open in (("Enter", not was_open), ("Space", was_open)):
        reader.presses(key)
        assert (card.get_attribute("open") is not None) is is_open
    assert card.locator("summary").evaluate(IN_VIEW)
