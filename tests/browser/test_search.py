"""The search dialog as a reader meets it, in both languages."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

QUERY = "#sh-search-query"
OPTIONS = "#sh-search-results a[role=option]"


def opened(page: Page, address: str) -> Locator:
    """The query field of a freshly opened dialog."""
    page.goto(address, wait_until="networkidle")
    page.locator("[data-search-open]").click()
    field = page.locator(QUERY)
    expect(field).to_be_focused()
    return field


def status(page: Page) -> Locator:
    return page.locator("[data-search-status]")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_of_search_loads_before_it_is_touched(
    language: str, page: Page, site_url: str
) -> None:
    """A page asks for no index, no engine and no style of the search until a reader wants it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field = opened(page, f"{site_url}{language}/")
    before = [url for url in asked if re.search(r"assets/search/|search-\w+\.js|search\.css", url)]
    first = next((i for i, url in enumerate(asked) if "search-dialog" in url), 0)
    assert before
    assert not [url for url in asked[:first] if "search" in url and not url.endswith("search.js")]
    field.fill("kim" if language == "en" else "كيم")
    page.locator(OPTIONS).first.wait_for()
    assert not [url for url in asked if not url.startswith(site_url)]


def test_a_name_behind_its_particles_is_found(page: Page, site_url: str) -> None:
    """«لبوتين» leads to Putin's topic first, under both his names."""
    field = opened(page, f"{site_url}ar/")
    field.fill("لبوتين")
    first = page.locator(OPTIONS).first
    expect(first).to_have_attribute("href", re.compile(r"/ar/topics/vladimir-putin/"))
    expect(first.locator("bdi")).to_have_text("Vladimir Putin")
    expect(first.locator("mark").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "query", "pattern"),
    [
        ("ar", "كرة القدم", r"^لا نتائج"),
        ("ar", "ماليغيونغ", r"^(نتيجة واحدة|نتيجتان|\d+ (نتائج|نتيجة))$"),
        ("en", "Baikonur", r"^(1 result|\d+ results)$"),
    ],
)
def test_the_count_speaks_the_page_s_language(
    language: str, query: str, pattern: str, page: Page, site_url: str
) -> None:
    """A live region gives the number of results, with the plural that the number asks for."""
    field = opened(page, f"{site_url}{language}/")
    field.fill(query)
    expect(status(page)).to_have_text(re.compile(pattern))
    expect(status(page)).to_have_role("status")
    found = re.match(r"(\d+) (\S+)", status(page).inner_text())
    if found and language == "ar":
        few = 3 <= int(found[1]) % 100 <= 10
        assert found[2] == ("نتائج" if few else "نتيجة")


def test_the_keyboard_suffices(page: Page, site_url: str) -> None:
    """Slash opens, arrows choose, Enter goes to the paragraph, where the words are marked."""
    page.goto(f"{site_url}ar/", wait_until="networkidle")
    page.keyboard.press("/")
    field = page.locator(QUERY)
    expect(field).to_be_focused()
    page.keyboard.insert_text("النضال المقدس")
    page.locator(OPTIONS).first.wait_for()
    expect(field).to_have_attribute("aria-expanded", "true")
    target = page.locator(f"{OPTIONS}[href*='/articles/']").first
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if target.get_attribute("aria-selected") == "true":
            break
    assert field.get_attribute("aria-activedescendant") == target.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ar/articles/[\w-]+/#p-\w+$"))
    marks = page.locator("p:target mark.sh-found, li:target mark.sh-found")
    assert {"النضال", "المقدس"} <= set(marks.all_inner_texts())


def test_escape_closes_and_gives_the_focus_back(page: Page, site_url: str) -> None:
    """Wherever the reader was, there the reader is again."""
    field = opened(page, f"{site_url}en/")
    field.fill("uranium")
    page.locator(OPTIONS).first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#sh-search")).not_to_be_visible()
    expect(page.locator("[data-search-open]")).to_be_focused()
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()


def test_an_address_carries_the_query(page: Page, site_url: str) -> None:
    """`?q=` opens the dialog with its results; typing keeps the address up to date."""
    page.goto(f"{site_url}ar/?q=لافروف")
    expect(page.locator(QUERY)).to_have_value("لافروف")
    page.locator(OPTIONS).first.wait_for()
    page.locator(QUERY).fill("شويغو")
    page.wait_for_function("new URL(location.href).searchParams.get('q') === 'شويغو'")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('q=')")


def test_each_result_speaks_its_own_language(page: Page, site_url: str) -> None:
    """Pages of the reader's language come first; those of the other are labelled, each in its direction."""
    field = opened(page, f"{site_url}en/")
    field.fill("Hong Kong")
    group = page.locator("#sh-search-results [role=group]")
    expect(group).to_contain_text("In Arabic")
    languages = page.locator(f"{OPTIONS} .sh-search__body").evaluate_all(
        "all => all.map(e => e.lang)"
    )
    assert languages == sorted(languages, reverse=True) != []
    arabic = group.locator(".sh-search__body").first
    assert arabic.evaluate("e => [e.lang, getComputedStyle(e).direction]") == ["ar", "rtl"]


def test_types_can_be_chosen(page: Page, site_url: str) -> None:
    """With a type chosen, only that type is shown; figures lead to the page of figures."""
    field = opened(page, f"{site_url}ar/")
    field.fill("طن متري")
    page.locator(OPTIONS).first.wait_for()
    page.locator("[data-search-kind]").select_option("figure")
    expect(page.locator(OPTIONS).first).to_have_attribute("href", re.compile(r"/ar/figures/.*#f-"))
    page.locator("[data-search-kind]").select_option("article")
    expect(page.locator(OPTIONS).first).to_have_attribute("href", re.compile(r"/ar/articles/"))
    kinds = page.locator(f"{OPTIONS} .sh-search__kind").all_inner_texts()
    assert set(kinds) == {"مقال"}


def test_marks_never_cut_a_word(page: Page, site_url: str) -> None:
    """Whole words are marked: a letter before or after a mark would break its joining."""
    field = opened(page, f"{site_url}ar/")
    field.fill("صاروخ")
    page.locator(f"{OPTIONS} mark").first.wait_for()
    cut = page.locator(f"{OPTIONS} mark").evaluate_all(
        r"""all => all.filter(m => /[\p{L}\p{M}]$/u.test(m.previousSibling?.data ?? '')
          || /^[\p{L}\p{M}]/u.test(m.nextSibling?.data ?? '')).map(m => m.textContent)"""
    )
    assert cut == []


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=window.hit=1>", "كيم " * 2_500, "\u202e\u2066x"]
)
def test_a_hostile_query_runs_nothing(query: str, page: Page, site_url: str) -> None:
    """Markup stays text, ten thousand characters are answered, and no error is thrown."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    field = opened(page, f"{site_url}ar/")
    field.fill(query)
    expect(status(page)).to_have_text(re.compile("نتائج|نتيجة|نتيجتان"))
    assert page.evaluate("window.hit") is None
    assert errors == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_javascript_an_index_stands_in(
    language: str, browser: Browser, site_url: str
) -> None:
    """The header links to every topic and title by the alphabet, and those links lead on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{language}/")
    page.locator(".sh-header a[href*='index-a-z']").click()
    assert page.locator("html").get_attribute("lang") == language
    links = page.locator(".sh-topic-list a")
    assert links.count() > 100
    links.first.click()
    assert page.locator("h1").is_visible()
    context.close()
