"""The built site -> facts that do not lead to the paragraph that carries them.

Each figure, date and statement on a page has a link with `data-words`: the words of the article it
rests on. The link must open a paragraph of this site, and those words must stand there.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.errors import Diagnostic
from generator.model import Location

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

Texts = dict[str, dict[str, str]]
"""Page -> id -> the text that stands there."""


def evidence_problems(root: Path, file_of: Callable[[str], str]) -> Iterator[Diagnostic]:
    """Facts of a built site without their paragraph; `file_of` gives the file behind an address."""
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
            if problem := _unproved(page, address, words, trees, texts, file_of):
                fix = "Correct the link or the words."
                yield Diagnostic(Location(page), f"«{_opening(words)}» {problem}", fix)


def _unproved(
    page: str,
    address: str,
    words: str,
    trees: dict[str, html.HtmlElement],
    texts: Texts,
    file_of: Callable[[str], str],
) -> str | None:
    target = urlsplit(address)
    name = file_of(_address(page, unquote(target.path))) if target.path else page
    fragment = unquote(target.fragment)
    if not fragment:
        return f"leads to a page, «{address}», and to no paragraph of it."
    if name in trees and name not in texts:
        texts[name] = {str(e.get("id")): _text(e) for e in trees[name].xpath("//*[@id]")}
    text = texts.get(name, {}).get(fragment)
    if text is None:
        return f"leads to «{address}», where there is no paragraph."
    return None if words in text else f"does not stand in the paragraph «{fragment}»."


def _address(page: str, path: str) -> str:
    """The site-relative address of a relative link on a page."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return f"{joined}/" if path.endswith("/") else joined


def _read(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _text(element: html.HtmlElement) -> str:
    return _plain(str(element.text_content()))


def _plain(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40].rstrip()}…"
