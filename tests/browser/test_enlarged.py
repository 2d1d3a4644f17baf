"""Facts about pages whose text is enlarged or spaced by their reader, and about what a finger meets."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import PAGES, address

# WCAG 2.2: text alone at 200 % (1.4.4), and the spacing that a reader may set (1.4.12).
TWICE = "html { font-size: 200% }"
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
# Text doubles. Headlines, large already and measured by the window too, grow by a quarter at least and
# to their double at higher zoom, because none is larger than twice its smallest size.
LARGE, GROWS, GROWS_LARGE = 20, 1.75, 1.25
STATES = {"twice": (TWICE, 1280), "spaced wide": (SPACED, 1280), "spaced narrow": (SPACED, 360)}
LEAST = 24
PRIMARY = 44

# Text is lost when its box hides what runs over, when it leaves the window, or when other text is
# drawn over it. Of each line only the middle half counts: the tall bodies of Arabic faces may touch.
LOST = """() => {
  const found = []
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 90).replace(/\\s+/g, " ")}`)
  const hidden = element => !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true })
    || element.closest(".sh-unseen, .sh-skip, .sh-matrix thead")
  const lines = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || /^(script|style|option|noscript)$/i.test(element.tagName) || hidden(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue
      if (box.left < -1 || box.right > innerWidth + 1) say("leaves the window", element)
      const top = box.top + box.height / 4 + scrollY
      lines.push({ element, left: box.left + 1, right: box.right - 1, top, bottom: top + box.height / 2 })
    }
  }
  lines.sort((one, other) => one.top - other.top)
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next]
      if (other.element === one.element || other.left >= one.right || other.right <= one.left) continue
      say(`«${one.element.textContent.trim().slice(0, 20)}» meets`, other.element)
    }
  })
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element)
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || hidden(element)) continue
    if (element.matches(".sh-hero, .sh-front__half, svg")) continue  // Their sign, not their text, runs over.
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      say("hides what runs over", element)
  }
  return [...new Set(found)]
}"""

# The size of every text, in the order of the page.
SIZES = """() => [...document.querySelectorAll("body *:not(option, script)")]
  .filter(e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(e => [parseFloat(getComputedStyle(e).fontSize), e.outerHTML.slice(0, 90).replace(/\\s+/g, " ")])"""

# Every control, with its box; a link in a sentence or in a picture is as large as its text there.
TARGETS = """() => [...document.querySelectorAll("a[href], button, summary, input, select")]
  .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !e.matches(".sh-skip"))
  .map(e => {
    const box = e.getBoundingClientRect()
    const inline = getComputedStyle(e).display === "inline" && !e.closest("svg")
      && e.parentElement.textContent.trim() !== e.textContent.trim()
    return { html: e.outerHTML.slice(0, 100).replace(/\\s+/g, " "), inline,
      primary: e.matches(".sh-header a, .sh-header button, .sh-header summary, .sh-search button, .sh-search input, .sh-button"),
      left: box.left, top: box.top, width: box.width, height: box.height }
  })"""


def targets_of(root: Path) -> list[str]:
    """The addresses of the front door, of the missing page and of every kind of page."""
    return ["", "ar/none/", *(address(root, *pair) for pair in PAGES)]


@pytest.mark.parametrize("state", STATES)
def test_no_text_is_lost(state: str, browser: Browser, site_url: str, site_root: Path) -> None:
    """Text at twice its size or with WCAG's spacing is neither cut, nor covered, nor out of sight, and
    grows as its reader asked, in pictures too; and the page does not scroll sideways.
    """
    style, width = STATES[state]
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for target in targets_of(site_root):
        page.goto(site_url + target)
        before = page.evaluate(SIZES)
        page.add_style_tag(content=style)
        page.evaluate(
            "document.querySelectorAll('details:not(.sh-menu)').forEach(d => d.open = true)"
        )
        page.evaluate("document.fonts.ready")
        lost = page.evaluate(LOST)
        if style == TWICE:
            lost += stayed_small(before, page.evaluate(SIZES))
        if lost:
            found[target] = lost
        if not page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"):
            found.setdefault(target, []).append("scrolls sideways")
    context.close()
    assert found == {}


def stayed_small(before: list[tuple[float, str]], after: list[tuple[float, str]]) -> list[str]:
    """The texts that did not grow with the size that their reader set."""
    return [
        f"stays at {size:.0f} of {old:.0f}: {html}"
        for (old, html), (size, _) in zip(before, after, strict=True)
        if size < old * (GROWS if old < LARGE else GROWS_LARGE)
    ]


def distance(one: dict[str, Any], other: dict[str, Any]) -> float:
    """How far the middle of one target is from the box of another."""
    x, y = one["left"] + one["width"] / 2, one["top"] + one["height"] / 2
    dx = max(other["left"] - x, 0, x - other["left"] - other["width"])
    dy = max(other["top"] - y, 0, y - other["top"] - other["height"])
    return float((dx * dx + dy * dy) ** 0.5)


def too_small(targets: list[dict[str, Any]]) -> list[str]:
    """The targets under 24 pixels that have no room around them, and primary ones under 44."""
    found = []
    for target in targets:
        least = min(target["width"], target["height"]) + 0.1
        if target["primary"] and least < PRIMARY:
            found.append(f"primary, {least:.0f}: {target['html']}")
        elif not target["inline"] and least < LEAST:
            others = [other for other in targets if other is not target and not other["inline"]]
            if any(distance(target, other) < LEAST / 2 for other in others):
                found.append(f"crowded, {least:.0f}: {target['html']}")
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_are_large_enough_for_a_finger(
    width: int, browser: Browser, site_url: str, site_root: Path
) -> None:
    """Every control outside a sentence is 24 pixels each way or stands that far from the next; those
    of the masthead, the menu and the search are 44.
    """
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for target in targets_of(site_root):
        page.goto(site_url + target)
        small = too_small(page.evaluate(TARGETS))
        if target in ("ar/", "en/"):  # The menu and the search are the same on every page.
            small += too_small(opened(page, width))
        for control in small:
            found.setdefault(control, []).append(target)
    context.close()
    assert found == {}


def opened(page: Page, width: int) -> list[dict[str, Any]]:
    """The targets of the unfolded menu, or of the search, which stand over the page."""
    if width < 960:
        page.locator(".sh-menu summary").click()
        return [t for t in page.evaluate(TARGETS) if t["primary"]]
    page.locator("[data-search-open]").click()
    page.locator("#sh-search").wait_for()
    return [t for t in page.evaluate(TARGETS) if t["primary"]]
