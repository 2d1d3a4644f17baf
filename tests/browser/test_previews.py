"""Previews of links: on hover, focus and touch, and no loss without them."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import ROOT
from tests.browser.test_pages import Watch
from tests.browser.test_quality import RUN_AXE, axe  # noqa: F401  # the fixture

ARTICLE = "ar/articles/the-vostochny-summit/"
STUB = "en/articles/the-vostochny-summit/"
EXPLAINER = "ar/explainers/why-russia-and-north-korea-need-each-other/"
# A page, a link on it that has a preview, and what it previews.
LINKS = [
    (ARTICLE, ".sh-term", "topic"),
    (ARTICLE, ".sh-topic", "topic"),
    (EXPLAINER, ".sh-ev", "paragraph"),
    ("en/topics/", "main a[href='su-35/']", "topic"),
    (STUB, ".sh-ev", "paragraph"),
    ("en/topics/satellites/", ".sh-ev", "paragraph"),
    ("en/figures/", ".sh-where a", "paragraph"),
]


def card(page: Page) -> Locator:
    return page.locator(".sh-preview")


def link_at(page: Page, site_url: str, place: str, selector: str) -> Locator:
    """The first link of the kind on the page, in the middle of the window."""
    page.goto(site_url + place)
    link = page.locator(selector).locator("visible=true").first
    link.evaluate("e => e.scrollIntoView({ block: 'center' })")
    page.mouse.move(0, 0)
    return link


def focus(page: Page, link: Locator) -> None:
    """Brings keyboard focus to the link as the Tab key does."""
    page.keyboard.press("Tab")
    link.focus()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone: narrow, and touched."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    yield context
    context.close()


# ---------------------------------------------------------------- what it shows


@pytest.mark.parametrize(("place", "selector", "what"), LINKS)
def test_a_preview_says_what_the_page_behind_the_link_says(
    place: str, selector: str, what: str, page: Page, site_url: str
) -> None:
    """Definitions and paragraphs are those of the page, in their language and direction."""
    link = link_at(page, site_url, place, selector)
    target = link.evaluate("e => e.href")
    link.hover()
    expect(card(page)).to_be_visible()
    text = card(page).locator(".sh-preview__text")
    shown = text.inner_text()
    language = "ar" if what == "paragraph" or place.startswith("ar/") else "en"
    assert text.get_attribute("lang") == language
    assert text.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert card(page).locator(".sh-preview__go").evaluate("e => e.href") == target
    page.goto(target)
    source = page.locator(
        "#description" if what == "topic" else f"[id='{target.partition('#')[2]}']"
    )
    source.evaluate("e => e.querySelectorAll('.sh-ev').forEach(mark => mark.remove())")
    assert " ".join(shown.split()) == " ".join(source.inner_text().split())


def test_a_topic_has_both_names_its_type_and_its_counts(page: Page, site_url: str) -> None:
    """The other name is declared in its language."""
    link_at(page, site_url, ARTICLE, ".sh-topic[href*=kim-jong-un]").hover()
    expect(card(page).locator(".sh-preview__kicker")).to_have_text("شخصية")
    expect(card(page).locator(".sh-preview__name")).to_have_text("كيم جونغ أون")
    other = card(page).locator(".sh-preview__other")
    expect(other).to_have_text("Kim Jong Un")
    assert (other.get_attribute("lang"), other.get_attribute("dir")) == ("en", "ltr")
    expect(card(page).locator(".sh-preview__count")).to_contain_text("مقالات")


def test_evidence_says_who_published_it_and_when(page: Page, site_url: str) -> None:
    """On an English page in English, under the English title."""
    link_at(page, site_url, STUB, ".sh-ev").hover()
    expect(card(page).locator(".sh-preview__kicker")).to_contain_text("13 September 2023")
    expect(card(page).locator(".sh-preview__name")).to_contain_text("The Vostochny summit")


def test_readers_of_english_see_what_the_summary_says_of_a_paragraph(
    page: Page, site_url: str
) -> None:
    """On the page of the summary itself they have just read it."""
    link_at(page, site_url, "en/topics/satellites/", ".sh-ev").hover()
    said = card(page).locator(".sh-preview__said")
    expect(said).to_be_visible()
    expect(card(page).locator(".sh-preview__summary")).to_contain_text("English summary")
    assert said.get_attribute("lang") == "en"
    link_at(page, site_url, STUB, ".sh-ev").hover()
    expect(card(page)).to_be_visible()
    expect(said).to_be_hidden()


# ---------------------------------------------------------------- hover and focus


def test_nothing_is_fetched_before_a_reader_rests_on_a_link(page: Page, site_url: str) -> None:
    """The page brings the small script alone; style and data come with the first preview, once."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    link = link_at(page, site_url, ARTICLE, ".sh-term")
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 200)
    assert [url for url in asked if "previews" in url] == [
        f"{site_url}assets/javascripts/previews.js"
    ]
    link.hover()
    expect(card(page)).to_be_visible()
    page.mouse.move(0, 0)
    expect(card(page)).to_be_hidden()
    link.hover()
    expect(card(page)).to_be_visible()
    assert sum("assets/previews/" in url for url in asked) == 1
    assert sum("previews.css" in url for url in asked) == 1


def test_a_pointer_that_passes_over_links_opens_nothing(page: Page, site_url: str) -> None:
    """Only rest asks for a preview."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    link_at(page, site_url, ARTICLE, ".sh-term")
    for link in page.locator(".sh-topic").locator("visible=true").all()[:8]:
        box = link.bounding_box()
        assert box
        page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.move(0, 0)
    page.wait_for_timeout(600)
    assert not any("assets/previews/" in url for url in asked)


def test_a_preview_stays_while_it_is_hovered_and_goes_after(page: Page, site_url: str) -> None:
    """The pointer may go into it and follow its link; away from both, it closes."""
    link = link_at(page, site_url, ARTICLE, ".sh-term")
    link.hover()
    expect(card(page)).to_be_visible()
    card(page).locator(".sh-preview__text").hover()
    page.wait_for_timeout(700)
    expect(card(page)).to_be_visible()
    page.mouse.move(0, 0)
    expect(card(page)).to_be_hidden()
    link.hover()
    href = link.evaluate("e => e.href")
    card(page).locator(".sh-preview__go").click()
    assert page.url == href


@pytest.mark.parametrize(("place", "selector"), [(ARTICLE, ".sh-term"), (STUB, ".sh-ev")])
def test_focus_shows_it_and_escape_closes_it(
    place: str, selector: str, page: Page, site_url: str
) -> None:
    """Focus stays on the link; the card describes it as a tooltip does, and comes back only later."""
    link = link_at(page, site_url, place, selector)
    focus(page, link)
    expect(card(page)).to_be_visible()
    assert card(page).get_attribute("role") == "tooltip"
    described = link.get_attribute("aria-describedby")
    assert described
    expect(page.locator(f"[id={described}]")).to_have_class("sh-preview__text")
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None
    page.wait_for_timeout(600)
    expect(card(page)).to_be_hidden()


def test_escape_closes_it_under_the_pointer(page: Page, site_url: str) -> None:
    """A reader whose magnified view it covers gets rid of it without moving."""
    link = link_at(page, site_url, ARTICLE, ".sh-term")
    link.hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    link.hover(position={"x": 6, "y": 6})
    page.wait_for_timeout(600)
    expect(card(page)).to_be_hidden()


def test_the_keyboard_reaches_the_link_of_a_preview(page: Page, site_url: str) -> None:
    """Enter follows the link itself; Alt and the down arrow go into the card, Tab goes on after it."""
    link = link_at(page, site_url, ARTICLE, ".sh-term")
    following = page.locator(".sh-term").nth(1)
    focus(page, link)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Alt+ArrowDown")
    expect(card(page).locator(".sh-preview__go")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(card(page)).to_be_hidden()
    focus(page, following)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_hidden()
    after = page.evaluate("""() => {
      const all = [...document.querySelectorAll("main a[href]")]
      return all.indexOf(document.activeElement) - all.indexOf(document.querySelectorAll(".sh-term")[1])
    }""")
    assert after == 1
    focus(page, link)
    expect(card(page)).to_be_visible()
    href = link.evaluate("e => e.href")
    page.keyboard.press("Enter")
    page.wait_for_url(href)


# ---------------------------------------------------------------- touch


@pytest.mark.parametrize(("place", "selector"), [(ARTICLE, ".sh-term"), (STUB, ".sh-ev")])
def test_a_touch_opens_terms_and_evidence_and_a_second_follows(
    place: str, selector: str, phone: BrowserContext, site_url: str
) -> None:
    """The card is a dialog with focus, at the foot of the window, and names its way onwards."""
    page = phone.new_page()
    link = link_at(page, site_url, place, selector)
    start, href = page.url, link.evaluate("e => e.href")
    link.tap()
    expect(card(page)).to_be_visible()
    assert page.url == start
    assert card(page).get_attribute("role") == "dialog"
    expect(card(page)).to_be_focused()
    box = card(page).bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 360)
    assert round(box["y"] + box["height"]) == 740
    page.locator(".sh-preview__close").tap()
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    link.tap()
    expect(card(page)).to_be_visible()
    page.locator(".sh-preview__go").tap()
    page.wait_for_url(href)
    page.go_back()
    link.evaluate("e => e.scrollIntoView({ block: 'start' })")
    page.evaluate("scrollBy(0, -200)")
    link.tap()
    expect(card(page)).to_be_visible()
    link.tap()
    page.wait_for_url(href)


def test_a_touch_elsewhere_closes_it_and_other_links_lead_on(
    phone: BrowserContext, site_url: str
) -> None:
    """An ordinary link to a topic goes to its page at once."""
    page = phone.new_page()
    link_at(page, site_url, ARTICLE, ".sh-term").tap()
    expect(card(page)).to_be_visible()
    page.touchscreen.tap(180, 30)
    expect(card(page)).to_be_hidden()
    link = link_at(page, site_url, ARTICLE, ".sh-topic:not(.sh-term)")
    href = link.evaluate("e => e.href")
    link.tap()
    page.wait_for_url(href)


def test_a_preview_that_cannot_be_fetched_breaks_no_link(
    phone: BrowserContext, site_url: str
) -> None:
    """Without its data a touch follows the link."""
    page = phone.new_page()
    page.route("**/assets/previews/**", lambda route: route.abort())
    link = link_at(page, site_url, ARTICLE, ".sh-term")
    href = link.evaluate("e => e.href")
    link.tap()
    page.wait_for_url(href)


# ---------------------------------------------------------------- everywhere


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("edge", ["start", "center", "end"])
@pytest.mark.parametrize(("place", "selector"), [(ARTICLE, ".sh-topic"), (STUB, ".sh-ev")])
def test_it_stands_inside_the_window_beside_its_link(
    place: str, selector: str, edge: str, width: int, browser: Browser, site_url: str
) -> None:
    """In both directions and wherever the link is, it is whole, and does not cover the link."""
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(site_url + place)
    for link in page.locator(selector).locator("visible=true").all()[:6]:
        link.evaluate(f"e => e.scrollIntoView({{ block: '{edge}' }})")
        page.mouse.move(0, 0)
        link.hover()
        expect(card(page)).to_be_visible()
        page.wait_for_timeout(150)
        box, own = card(page).bounding_box(), link.bounding_box()
        assert box
        assert own
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 700
        assert box["y"] >= own["y"] + own["height"] or box["y"] + box["height"] <= own["y"]
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("place", "selector"), [(ARTICLE, ".sh-term"), (STUB, ".sh-ev")])
def test_axe_finds_nothing_with_a_preview_open(
    place: str,
    selector: str,
    scheme: str,
    axe: str,  # noqa: F811  # the fixture
    browser: Browser,
    site_url: str,
) -> None:
    """As a tooltip and as a dialog, in both schemes, at both widths."""
    for touch, width in ((False, 1280), (False, 360), (True, 360)):
        context = browser.new_context(
            viewport={"width": width, "height": 740},
            color_scheme=scheme,  # type: ignore[arg-type]  # one of two words
            has_touch=touch,
            reduced_motion="reduce",
        )
        page = context.new_page()
        link = link_at(page, site_url, place, selector)
        link.tap() if touch else link.hover()
        expect(card(page)).to_be_visible()
        page.add_script_tag(content=axe)
        # Where the card lies over text axe cannot tell the ground; test_theme.py computes the contrast.
        found = [
            finding
            for finding in page.evaluate(RUN_AXE)
            if not finding.startswith("incomplete color-contrast")
        ]
        assert found == []
        context.close()


def test_a_strict_policy_lets_it_work(context: BrowserContext, site_url: str) -> None:
    """No inline script or style: the server may forbid both."""
    page = context.new_page()
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'"

    def strict(route) -> None:  # type: ignore[no-untyped-def]  # Playwright's own
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": policy}
        )

    page.route(re.compile(r"/$"), strict)
    watch = Watch(page, site_url)
    link_at(page, site_url, ARTICLE, ".sh-term").hover()
    expect(card(page)).to_be_visible()
    box = card(page).bounding_box()
    assert box
    assert box["x"] > 0
    assert [error for error in watch.errors if "previews" in error] == []


def test_paper_shows_no_preview(page: Page, site_url: str) -> None:
    """A card that is open does not stand on the printed page."""
    link_at(page, site_url, ARTICLE, ".sh-term").hover()
    expect(card(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize(("place", "selector", "what"), LINKS)
def test_without_javascript_a_link_is_a_link(
    place: str, selector: str, what: str, browser: Browser, site_url: str
) -> None:
    """Every link with a preview leads to the page and the place that the preview is of."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(site_url + place)
    link = page.locator(selector).locator("visible=true").first
    href = link.get_attribute("href")
    link.click()
    assert page.locator(".sh-preview").count() == 0
    assert page.url.endswith(str(href).removeprefix("./").replace("../", ""))
    context.close()


def test_every_file_of_previews_is_small(site_root: Path) -> None:
    """A topic costs less than a kilobyte and a half, an article less than its page; the script 4 KiB."""
    for path in (site_root / "assets" / "previews" / "topics").glob("*.json"):
        assert len(gzip.compress(path.read_bytes())) < 1536, path.name
        assert json.loads(path.read_bytes()).keys() == {"ar", "en"}
    for path in (site_root / "assets" / "previews" / "articles").glob("*.json"):
        assert (
            path.stat().st_size < (site_root / f"ar/articles/{path.stem}/index.html").stat().st_size
        )
    script = ROOT / "overrides" / "assets" / "javascripts" / "previews.js"
    assert len(gzip.compress(script.read_bytes())) < 4096
