"""Facts about the look of the site: type, colour, direction, keyboard, a page without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import PAGES, address

SHEETS = ("site", "search", "previews", "print")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)(?:-\w+)?|left|right|top|bottom"
    r"|(?:(?:min|max)-)?(?:width|height))\s*:"
)
GROUNDS = ("paper", "raised", "sunken")
INKS = ("ink", "soft", "link", "brick")
RUNNING_TEXT = ".sh-text > p"

# The resolved colour of each custom property, as [red, green, blue].
COLOURS = """names => {
  const probe = document.body.appendChild(document.createElement("i"))
  const read = name => {
    probe.style.color = `var(--sh-${name})`
    return getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map(Number)
  }
  const colours = Object.fromEntries(names.map(name => [name, read(name)]))
  probe.remove()
  return colours
}"""

# Letters on each full line of the paragraphs that are longer than three lines; marks do not count.
LINES = """selector => [...document.querySelectorAll(selector)].flatMap(block => {
  const lines = new Map()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at++) {
      if (/\\p{Mn}/u.test(node.data[at])) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = range.getClientRects()[0]
      const line = box && Math.round(box.bottom / 12)
      if (box) lines.set(line, (lines.get(line) ?? 0) + 1)
    }
  }
  return lines.size > 3 ? [...lines.values()].slice(0, -1) : []
})"""

# Every element with text of its own whose style is not for Arabic.
FOREIGN_HABITS = """() => [...document.querySelectorAll("body *")].filter(element => {
  const isArabic = node => node.nodeType === 3 && /\\p{Script=Arabic}/u.test(node.data)
  const own = [...element.childNodes].some(isArabic)
  if (!own || !element.getClientRects().length) return false
  const style = getComputedStyle(element)
  return style.fontStyle !== "normal" || style.letterSpacing !== "normal"
    || style.textAlign === "justify" || style.textTransform !== "none"
}).map(element => element.outerHTML.slice(0, 100))"""

# Every Arabic heading that is not bold, or on lines too tight or too wide for Arabic.
PALE_HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4")].filter(heading => {
  if (!/\\p{Script=Arabic}/u.test(heading.textContent) || heading.closest("[lang]").lang !== "ar") return false
  const style = getComputedStyle(heading)
  const line = parseFloat(style.lineHeight) / parseFloat(style.fontSize)
  return Number(style.fontWeight) < 500 || line < 1.345 || line > 1.505
}).map(heading => heading.outerHTML.slice(0, 100))"""

SET_IN = """element => {
  const style = getComputedStyle(element)
  const size = parseFloat(style.fontSize)
  return { size, line: parseFloat(style.lineHeight) / size, weight: Number(style.fontWeight) }
}"""

FOCUSED = """() => {
  const element = document.activeElement
  const box = element.getBoundingClientRect()
  return {
    name: element.getAttribute("aria-label") ?? element.textContent.trim(),
    inside: box.width > 0 && box.left >= 0 && box.right <= innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    ring: getComputedStyle(element).outlineStyle !== "none",
  }
}"""


def first_article(page: Page, site_url: str, language: str = "ar") -> str:
    """The address of the first article in a language's list."""
    page.goto(f"{site_url}{language}/articles/")
    return str(page.locator(".sh-card a").first.evaluate("link => link.href"))


def contrast(one: list[int], other: list[int]) -> float:
    """The contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: list[int]) -> float:
    """The relative luminance of an sRGB colour, from 0 to 1."""
    parts = [value / 255 for value in colour]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture
def bare_page(browser: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_is_readable_on_every_ground(scheme: str, site_url: str, page: Page) -> None:
    """Text has 4.5:1 on each ground of the scheme; rings and edges of controls have 3:1."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal of two words
    page.goto(f"{site_url}ar/")
    names = [*GROUNDS, *INKS, "deep", "on-deep", "on-deep-soft", "mark", "saffron", "ring", "edge"]
    colours = page.evaluate(COLOURS, names)
    texts = [(ink, ground) for ink in INKS for ground in (*GROUNDS, "mark")]
    texts += [("on-deep", "deep"), ("on-deep-soft", "deep"), ("saffron", "deep")]
    # Numbers on the marks of pictures.
    texts += [("paper", "brick"), ("paper", "link")]
    controls = [(name, ground) for name in ("ring", "edge") for ground in ("paper", "sunken")]
    wanted = {**dict.fromkeys(texts, 4.5), **dict.fromkeys(controls, 3.0)}
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in wanted}
    # A topic's mark is under ink and links only: the softer inks never stand on it.
    assert {pair: ratio for pair, ratio in found.items() if ratio < wanted[pair]}.keys() <= {
        ("soft", "mark"),
        ("brick", "mark"),
    }


def test_style_sheets_know_no_left_and_right(site_url: str, page: Page) -> None:
    """Our style sheets use logical properties alone and force nothing."""
    for name in SHEETS:
        sheet = page.request.get(f"{site_url}assets/stylesheets/{name}.css").text()
        sheet = re.sub(r"/\*.*?\*/|@(?:media|container)[^{]*", "", sheet, flags=re.DOTALL)
        assert (name, PHYSICAL.findall(sheet)) == (name, [])
        assert "!important" not in sheet


def test_arabic_is_set_as_arabic(site_url: str, page: Page) -> None:
    """Text is 18 px on 1.85; headings are bold on 1.4; nothing is slanted, spaced or stretched."""
    page.goto(first_article(page, site_url))
    text = page.locator(RUNNING_TEXT).first.evaluate(SET_IN)
    assert (text["size"], round(text["line"], 2)) == (18, 1.85)
    for heading in page.locator("h1, h2, h3").all():
        style = heading.evaluate(SET_IN)
        assert style["weight"] >= 500
        assert 1.35 <= round(style["line"], 2) <= 1.5
    assert page.evaluate(FOREIGN_HABITS) == []


def test_arabic_is_set_as_arabic_on_every_kind_of_page(
    site_url: str, site_root: Path, page: Page
) -> None:
    """In both languages nothing Arabic is slanted, spaced or stretched, and headings are bold on 1.4."""
    found: dict[str, list[str]] = {}
    for target in ["", *(address(site_root, *pair) for pair in PAGES)]:
        page.goto(site_url + target)
        if wrong := page.evaluate(FOREIGN_HABITS) + page.evaluate(PALE_HEADINGS):
            found[target] = wrong
    assert found == {}


@pytest.mark.parametrize(("language", "least", "most"), [("ar", 58, 76), ("en", 55, 78)])
def test_lines_are_of_a_readable_length(
    language: str, least: int, most: int, site_url: str, page: Page
) -> None:
    """On a wide screen the average line of running text holds some 66 letters."""
    page.goto(f"{site_url}{language}/how-we-work/")
    lines = page.evaluate(LINES, RUNNING_TEXT)
    assert lines
    assert least <= sum(lines) / len(lines) <= most


def test_faces_come_from_the_site_and_are_light(site_url: str, page: Page) -> None:
    """An Arabic page loads two files of fonts, none over 46 KiB."""
    fonts: dict[str, int] = {}
    page.on("response", lambda r: r.url.endswith(".woff2") and fonts.update({r.url: len(r.body())}))
    page.goto(f"{site_url}ar/", wait_until="networkidle")
    assert len(fonts) == 2
    assert all(url.startswith(site_url) and size <= 46 * 1024 for url, size in fonts.items())
    assert page.evaluate("document.fonts.check('700 20px Markazi', 'شرح')")


def test_every_script_and_style_sheet_is_asked_for(site_root: Path) -> None:
    """What the theme brings along and no template uses is not published."""
    said = "".join(
        path.read_text(encoding="utf-8")
        for kind in ("html", "js", "css")
        for path in site_root.rglob(f"*.{kind}")
    )
    published = [
        path.name
        for folder in ("javascripts", "stylesheets")
        for path in (site_root / "assets" / folder).rglob("*.*")
    ]
    assert len(published) > 10
    assert [name for name in published if name not in said] == []


def test_the_menu_of_a_phone_opens_without_scripts(site_url: str, bare_page: Page) -> None:
    """The folded menu opens by keyboard, holds the sections of its language, and leads to them."""
    bare_page.goto(f"{site_url}ar/")
    summary = bare_page.locator(".sh-menu summary")
    summary.focus()
    bare_page.keyboard.press("Enter")
    links = bare_page.locator(".sh-menu nav a")
    assert links.first.is_visible()
    links.first.click()
    assert "/ar/" in bare_page.url
    assert not bare_page.locator("[data-search-open], [data-scheme-toggle]").first.is_visible()


def test_the_menu_closes_with_escape(site_url: str, page: Page) -> None:
    """Escape folds the menu and gives focus back to its button."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{site_url}ar/", wait_until="networkidle")
    page.locator(".sh-menu summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator(".sh-menu nav").is_visible()
    assert page.evaluate("document.activeElement.localName") == "summary"


@pytest.mark.parametrize("width", [360, 1280])
def test_every_early_focus_stop_is_seen_and_named(width: int, site_url: str, page: Page) -> None:
    """The first dozen stops of the keyboard have a name and a ring and stand inside the window."""
    page.set_viewport_size({"width": width, "height": 780})
    page.goto(f"{site_url}en/", wait_until="networkidle")
    for _ in range(12):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        assert stop["name"]
        assert stop["inside"] and stop["ring"], stop["name"]


def test_a_chosen_scheme_stays(site_url: str, page: Page) -> None:
    """The toggle says its state, changes the ground, and the next page keeps the choice."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{site_url}ar/")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light, toggle = page.evaluate(ground), page.locator("[data-scheme-toggle]")
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "true"
    page.goto(f"{site_url}en/")
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    assert page.evaluate(ground) != light


def test_the_paragraph_of_an_address_is_marked(site_url: str, page: Page) -> None:
    """A link to a paragraph shows which one it means."""
    article = first_article(page, site_url)
    page.goto(article)
    name = page.locator(f"{RUNNING_TEXT}[id]").nth(2).get_attribute("id")
    page.goto(f"{article}#{name}")
    ground = "element => getComputedStyle(element).backgroundColor"
    marked = page.locator(f"[id='{name}']").evaluate(ground)
    assert marked != page.locator(f"{RUNNING_TEXT}[id]").nth(0).evaluate(ground)


def test_the_matrix_becomes_cards_on_a_phone(site_url: str, page: Page) -> None:
    """Each cell names its column where the columns' heads cannot stand above it."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{site_url}ar/")
    cell = page.locator(".sh-matrix td").first
    label = cell.evaluate("element => getComputedStyle(element, '::before').content")
    assert label.strip('"') == cell.get_attribute("data-label")
    row, box = page.locator(".sh-matrix tbody tr").first.bounding_box(), cell.bounding_box()
    assert row and box and box["width"] > 0.9 * row["width"]


def test_paper_holds_the_text_and_not_the_controls(site_url: str, page: Page) -> None:
    """Printed, a page is its text: no section links, no tools, dark ink."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(first_article(page, site_url))
    assert not page.locator(".sh-sections").is_visible()
    assert not page.locator(".sh-tools").is_visible()
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
