"""Facts about the check of a built site: each broken promise is found and named."""

from pathlib import Path

import pytest

from generator.verify.pages import page_problems

SITE = "https://sharh.example/"


def write(root: Path, path: str, body: str, *, lang: str = "ar", head: str = "") -> None:
    direction = {"ar": "rtl", "en": "ltr"}[lang]
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<!doctype html><html lang="{lang}" dir="{direction}"><head><title>t</title>{head}</head>'
        f"<body>{body}</body></html>",
        encoding="utf-8",
    )


def alternates(*pairs: tuple[str, str]) -> str:
    return "".join(
        f'<link rel="alternate" hreflang="{lang}" href="{SITE}{path}">' for lang, path in pairs
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A small site with nothing wrong."""
    pair = alternates(("ar", "ar/a/"), ("en", "en/a/"), ("x-default", ""))
    write(tmp_path, "index.html", '<a href="ar/a/">أ</a>')
    write(
        tmp_path, "ar/a/index.html", '<p id="p-1">أ</p><a href="../../en/a/#s-1">en</a>', head=pair
    )
    write(
        tmp_path, "en/a/index.html", '<p id="s-1">a</p><a href="#s-1">a</a>', lang="en", head=pair
    )
    write(tmp_path, "404.html", '<a href="/ar/a/#p-1">أ</a>')
    return tmp_path


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in page_problems(root, SITE)]


def test_a_good_site_has_no_problem(good: Path) -> None:
    """Links, anchors, alternates and languages that are right are left alone."""
    assert problems(good) == []


@pytest.mark.parametrize(
    ("body", "head", "what"),
    [
        ('<a href="../b/">b</a>', "", "«../b/» leads to no page"),
        ('<a href="../../en/a/#p-9">b</a>', "", "leads to no such place"),
        ('<a href="https://sharh.example/none/">b</a>', "", "leads to no page"),
        ('<a href="../../../outside/">b</a>', "", "leads to no page"),
        ('<p id="x">a</p><p id="x">b</p>', "", "«x» stands there twice"),
        ('<img src="https://cdn.example.org/a.png" alt="">', "", "from another host"),
        ('<script src="//cdn.example.org/a.js"></script>', "", "from another host"),
        ("", '<link rel="stylesheet" href="https://fonts.example.org/a.css">', "from another host"),
        ("", '<link rel="manifest" href="../none.webmanifest">', "which is not there"),
        ("", f'<meta property="og:image" content="{SITE}none.png">', "which is not there"),
        ("", '<meta property="og:image" content="https://cdn.example.org/a.png">', "another host"),
        ("", alternates(("en", "en/none/")), "is no page of this site"),
        ("", alternates(("ar", "en/a/")), "is not in «ar»"),
        ("", alternates(("ar", "ar/bad/"), ("en", "en/a/")), "does not lead back"),
    ],
)
def test_a_broken_promise_is_named_with_its_page(
    good: Path, body: str, head: str, what: str
) -> None:
    """Each kind of defect is one line that begins with the page."""
    write(good, "ar/bad/index.html", body, head=head)
    found = problems(good)
    assert len(found) == 1, found
    assert found[0].startswith("ar/bad/index.html: ")
    assert what in found[0]


def test_an_english_page_that_says_it_is_arabic_is_found(good: Path) -> None:
    """The language that a page declares must be that of its folder; no validator sees this."""
    write(good, "en/b/index.html", "text", lang="ar")
    assert ["lang «ar» dir «rtl»" in problem for problem in problems(good)] == [True]


def test_an_empty_site_may_not_be_published(tmp_path: Path) -> None:
    """A failed engine run that left nothing behind is not a site."""
    assert "has no page" in problems(tmp_path)[0]
