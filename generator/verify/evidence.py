"""The built site -> facts that do not lead to the paragraph that carries them.

Each figure, date and statement on a page has a link with `data-words`: the words of the article it
rests on. The link must open a paragraph of this site, and those words must stand there: each of them,
where the entry tells of several facts of one sentence. So must the
words of each row of a download. What a preview of a link shows must stand in the same way on the
page that it previews.
"""

import csv
import io
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.errors import Diagnostic
from generator.model import Location
from generator.verify.pages import page_file

# The entries of which each must have such a link. A preview of the timeline leads to its entries.
_ENTRIES = " | ".join(
    f"//{element}[contains(concat(' ', @class, ' '), ' {name} ')]{below}"
    for element, name, below in (
        ("div", "sh-figure", ""),
        ("div", "sh-claim", ""),
        ("ol", "sh-timeline", "[not(contains(@class, '--preview'))]/li"),
        ("ul", "sh-facts__list", "/li"),
        ("section", "sh-voice", "//li"),
    )
)
# What a page may hold between letters of the text and a reader never sees.
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

# What stands between words that a link is about, where there are several.
_APART = " … "
_MARKS = "//a[contains(concat(' ', @class, ' '), ' sh-ev ')] | //span[@class='sh-ev-unseen']"
_DOWNLOADS = "assets/data/*.[cj]s*"  # csv and json
_FIX = "Correct the link or the words."

Texts = dict[str, dict[str, str]]
"""Page -> id -> the text that stands there."""


def evidence_problems(root: Path) -> Iterator[Diagnostic]:
    """Facts of a built site without their paragraph.

    Of a download the line is the number of the row.
    """
    paths = sorted(root.rglob("*.html"))
    trees = {path.relative_to(root).as_posix(): _read(path) for path in paths}
    texts: Texts = {}
    for page, tree in trees.items():
        for entry in tree.xpath(_ENTRIES):
            if not entry.xpath(".//a[@data-words]"):
                what = f"the entry «{_opening(_text(entry))}» names no paragraph."
                yield Diagnostic(Location(page), what, "Give its link the words of the article.")
        for link in tree.xpath("//a[@data-words]"):
            address, words = str(link.get("href")), _plain(str(link.get("data-words")))
            if problem := _unproved(page, address, words, trees, texts):
                yield Diagnostic(Location(page), f"«{_opening(words)}» {problem}", _FIX)
    for page, number, row in _download_rows(root):
        address, words = row.get("evidence") or "", _plain(row.get("words") or "")
        if row.get("sentence") and not words:
            yield Diagnostic(Location(page, number), "the row names no words.", _FIX)
        elif problem := _unproved("", address, words, trees, texts):
            yield Diagnostic(Location(page, number), f"«{_opening(words)}» {problem}", _FIX)
    yield from _preview_problems(root, trees, texts)


def _download_rows(root: Path) -> Iterator[tuple[str, int, dict[str, str]]]:
    """The rows of all downloads: the file, the row's number from 1, what it says by column."""
    for path in sorted(root.glob(_DOWNLOADS)):
        text = path.read_text(encoding="utf-8-sig")
        is_table = path.suffix == ".csv"
        rows = csv.DictReader(io.StringIO(text, newline="")) if is_table else json.loads(text)
        for number, row in enumerate(rows, start=1):
            # What a spreadsheet would run as a formula has an apostrophe before it.
            cells = {k: v.removeprefix("'") if is_table else v for k, v in row.items()}
            yield path.relative_to(root).as_posix(), number, cells


def _preview_problems(
    root: Path, trees: dict[str, html.HtmlElement], texts: Texts
) -> Iterator[Diagnostic]:
    """Previews that show more than their page, or something else."""
    fix = "Build the site anew; a preview repeats its page."
    for path in sorted((root / "assets" / "previews").glob("*/*.json")):
        file = path.relative_to(root).as_posix()
        for page, anchor, words in _previewed(path):
            there = _texts_of(page, trees, texts)
            places = [there[anchor]] if anchor in there else [] if anchor else there.values()
            if not any(_plain(words) in text for text in places):
                where = f"«{page}» at «{anchor}»" if anchor else f"«{page}»"
                what = f"«{_opening(words)}» does not stand on {where}."
                yield Diagnostic(Location(file), what, fix)


def _previewed(path: Path) -> Iterator[tuple[str, str, str]]:
    """(page, id, text) of everything that a file of previews shows; no id: anywhere on the page."""
    shown = json.loads(path.read_text(encoding="utf-8"))
    if path.parent.name == "articles":
        for anchor, runs in shown["text"].items():
            yield f"ar/articles/{path.stem}/index.html", anchor, "".join(runs)
        for sentences in shown.get("en", {}).get("said", {}).values():
            for runs in sentences:
                yield f"en/articles/{path.stem}/index.html", "", "".join(runs)
        return
    for language, topic in shown.items():
        page = f"{language}/topics/{path.stem}/index.html"
        yield page, "title", topic["name"]
        for runs in topic["text"]:
            yield page, "description", "".join(runs)


def _unproved(
    page: str,
    address: str,
    words: str,
    trees: dict[str, html.HtmlElement],
    texts: Texts,
) -> str | None:
    target = urlsplit(address)
    name = page_file(_address(page, unquote(target.path))) if target.path else page
    fragment = unquote(target.fragment)
    if not fragment:
        return f"leads to a page, «{address}», and to no paragraph of it."
    text = _texts_of(name, trees, texts).get(fragment)
    if text is None:
        return f"leads to «{address}», where there is no paragraph."
    there = all(part in text for part in words.split(_APART))
    return None if there else f"does not stand in the paragraph «{fragment}»."


def _texts_of(page: str, trees: dict[str, html.HtmlElement], texts: Texts) -> dict[str, str]:
    """The texts of a page by their ids; nothing where there is no such page."""
    if page in trees and page not in texts:
        texts[page] = {str(e.get("id")): _text(e) for e in trees[page].xpath("//*[@id]")}
    return texts.get(page, {})


def _address(page: str, path: str) -> str:
    """The site-relative address of a relative link on a page."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return f"{joined}/" if path.endswith("/") else joined


def _read(path: Path) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring(path.read_bytes(), parser=parser)
    for mark in tree.xpath(_MARKS):
        # The number of an evidence mark, or what stands for it, belongs to no sentence.
        mark.text = None
    return tree


def _text(element: html.HtmlElement) -> str:
    return _plain(str(element.text_content()))


def _plain(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40].rstrip()}…"
