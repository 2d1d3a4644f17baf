"""Facts about every focus stop of every kind of page, as the Tab key reaches it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.test_journeys import SETTINGS
from tests.browser.test_pages import PAGES, address
from tests.browser.test_theme import contrast

# Colours change with the scheme alone, so that each is walked on a phone and on a desk.
WALKS = [*((*setting, "light") for setting in SETTINGS), ("en", 360, "dark"), ("ar", 1280, "dark")]
# A page that never lets go of the focus would hold the test for ever.
MOST_STOPS = 1200

# The ground of a ring is what lies around the stop: its own ground is inside the ring. The opening
# paints its ground as an image of a border, so it names the colour behind it as its own too.
WATCH = """() => {
  const clear = colour => colour === "transparent" || /,\\s*0\\)$/.test(colour)
  const channels = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const ground = element => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor
      if (!clear(colour)) return channels(colour)
    }
    return [255, 255, 255]
  }
  const ring = element => {
    const own = getComputedStyle(element)
    if (own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2) return channels(own.outlineColor)
    for (const shape of element.querySelectorAll("rect, circle")) {
      const style = getComputedStyle(shape)
      if (style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2) return channels(style.stroke)
    }
    return null
  }
  const label = element => element.getAttribute("aria-label")
    ?? (element.labels?.[0]?.textContent || element.textContent)
  const seen = element => {
    const boxes = [...element.getClientRects()].filter(box => box.width > 0 && box.height > 0)
    return boxes.some(box => {
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      return top && (element.contains(top) || top.contains(element) || element.closest("svg")?.contains(top))
    })
  }
  const measure = element => {
    const box = element.getBoundingClientRect()
    const tall = box.height > innerHeight
    return {
      html: element.outerHTML.slice(0, 110),
      name: label(element).trim(),
      size: [box.width, box.height],
      inside: box.left >= -1 && box.right <= innerWidth + 1
        && (tall || (box.top >= -1 && box.bottom <= innerHeight + 1)),
      seen: seen(element),
      ring: ring(element),
      ground: ground(element),
    }
  }
  const known = new Set()
  window.measureStop = () => {
    const element = document.activeElement
    if (element === document.body || known.has(element)) return null
    known.add(element)
    return measure(element)
  }
}"""

TABBABLE = """() => [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']")]
  .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })).length"""


def faults(stop: dict[str, Any]) -> list[str]:
    """What is wrong with a stop, each in a few words."""
    checks = {
        "has no name": bool(stop["name"]),
        "has no size": min(stop["size"]) > 0,
        "stands outside the window": stop["inside"],
        "is covered by something else": stop["seen"],
        "has no ring": stop["ring"] is not None,
        "has a faint ring": stop["ring"] is None or contrast(stop["ring"], stop["ground"]) >= 3,
    }
    return [fault for fault, passed in checks.items() if not passed]


def each_stop(page: Page) -> Iterator[dict[str, Any]]:
    """The stops of the open page in the order of the Tab key, until it leaves the page or begins anew."""
    page.evaluate(WATCH)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("measureStop()")
        if stop is None:
            return
        yield stop


@pytest.mark.parametrize(("language", "width", "scheme"), WALKS)
def test_every_focus_stop_is_seen_named_and_ringed(
    language: str,
    width: int,
    scheme: Literal["light", "dark"],
    browser: Browser,
    site_url: str,
    site_root: Path,
) -> None:
    """From the first stop to the last of each kind of page, each is named, has a size, stands wholly
    in the window with nothing over it, and wears a ring of 3:1; and every link that is seen is one.
    """
    size = ViewportSize(width=width, height=800)
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    kinds = [kind for of, kind in PAGES if of == language]
    for target in ["", "ar/none/", *(address(site_root, language, kind) for kind in kinds)]:
        page.goto(site_url + target, wait_until="load")
        expected = page.evaluate(TABBABLE)
        stops = list(each_stop(page))
        if len(stops) != expected:
            found.setdefault("stops and links differ in number", []).append(
                f"/{target}: {len(stops)}, {expected}"
            )
        for stop in stops:
            for fault in faults(stop):
                found.setdefault(fault, []).append(f"/{target} {stop['html']}")
    context.close()
    assert found == {}
