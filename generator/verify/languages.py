"""The built site -> text that a reader's software would take for the wrong language or direction.

A screen reader speaks a text in the language that its element declares, and a browser lays it out in
that direction. Every run of two or more words in another script must therefore stand in an element
that says so. Titles, options and attributes hold no elements: there a text is wrong only when none
of its words is in the language that is declared. On an Arabic page an interface string left in
English is wrong even as a single word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from lxml import html

from generator.errors import Diagnostic
from generator.model import ARABIC, ENGLISH, Location

_DIRECTION: dict[str, str] = {ARABIC: "rtl", ENGLISH: "ltr"}
_SCRIPT: dict[str, str] = {ARABIC: "Arabic", ENGLISH: "Latin"}
_OF_SCRIPT = {script: language for language, script in _SCRIPT.items()}
# Letters, their marks and digits; a word has the script of its first letter that has one.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670'’.-](?=\w))*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_STRONG = re.compile(f"{_LATIN.pattern}|{_ARABIC.pattern}")
_FEWEST = 2

_UNREAD = frozenset({"script", "style", "template"})
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "ins", "kbd"),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u"),
        *("var", "wbr"),
    )
)
# Elements and attributes of plain text, in which no part can have a language of its own.
_PLAIN_ELEMENTS = frozenset({"title", "option", "textarea"})
_PLAIN_ATTRIBUTES = ("title", "alt", "placeholder", "aria-label", "aria-description", "label")
_DESCRIPTIONS = frozenset({"description", "og:title", "og:description", "twitter:description"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a text declare."""

    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A text without an element's edge inside; `plain` when it could hold no element."""

    context: _Context
    text: str
    plain: bool = False


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a text, whichever page it stands on."""

    what: str
    fix: str


def language_problems(root: Path, interface: Iterable[str] = ()) -> Iterator[Diagnostic]:
    """Texts of a built site under the wrong language or direction, each once with its first page.

    `interface` are the English strings of the interface, which no Arabic page may show.
    """
    english = frozenset(_one_line(text) for text in interface)
    pages: dict[_Fault, list[str]] = {}
    for path in sorted(root.rglob("*.html")):
        page = path.relative_to(root).as_posix()
        for fault in dict.fromkeys(_page_faults(_read(path), english)):
            pages.setdefault(fault, []).append(page)
    for fault, found in pages.items():
        more = f" The same on {len(found) - 1} more pages." if len(found) > 1 else ""
        yield Diagnostic(Location(found[0]), fault.what + more, fault.fix)


def _read(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _page_faults(tree: html.HtmlElement, english: frozenset[str]) -> Iterator[_Fault]:
    pieces = tuple(_texts(tree, _Context("", "")))
    flowing = (piece for piece in pieces if not piece.plain)
    for context, group in groupby(flowing, key=lambda piece: piece.context):
        for text in "".join(piece.text for piece in group).split("\n"):
            yield from _faults(_Text(context, _one_line(text)), english)
    for piece in pieces:
        if piece.plain:
            yield from _faults(piece, english)


# ---------------------------------------------------------------- texts of a page


def _texts(element: html.HtmlElement, around: _Context) -> Iterator[_Text]:
    """The texts of an element in their order; a line feed parts what an element's edge parts."""
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return
    context = _context(element, around)
    yield from (_Text(context, _one_line(text), plain=True) for text in _attributes(element))
    if element.tag in _PLAIN_ELEMENTS:
        yield _Text(context, _one_line(str(element.text_content())), plain=True)
        return
    edge = _Text(context, "" if element.tag in _INLINE else "\n")
    yield edge
    yield _Text(context, _spaced(element.text))
    for child in element:
        yield from _texts(child, context)
        yield _Text(context, _spaced(child.tail))
    yield edge


def _context(element: html.HtmlElement, around: _Context) -> _Context:
    language = element.get("lang") or element.get("xml:lang") or around.language
    direction = element.get("dir") or element.get("direction")
    if direction == "auto" or (element.tag == "bdi" and not direction):
        first = _STRONG.search(str(element.text_content()))
        direction = _DIRECTION[_OF_SCRIPT[_script(first[0])]] if first else around.direction
    return _Context(language, direction or around.direction)


def _attributes(element: html.HtmlElement) -> Iterator[str]:
    """The texts in attributes; those in data-* are for scripts, or quote an article."""
    names = [name for name in _PLAIN_ATTRIBUTES if element.get(name)]
    if element.tag == "meta" and (element.get("name") or element.get("property")) in _DESCRIPTIONS:
        names.append("content")
    return (str(element.get(name)) for name in names)


def _spaced(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _one_line(text: str) -> str:
    return " ".join(text.split())


# ---------------------------------------------------------------- what is wrong with a text


def _faults(piece: _Text, english: frozenset[str]) -> Iterator[_Fault]:
    language = piece.context.language
    words = [(word[0], _script(word[0])) for word in _WORD.finditer(piece.text)]
    if language not in _SCRIPT or not any(script for _, script in words):
        return
    own = any(script == _SCRIPT[language] for _, script in words)
    if language == ARABIC and not own and piece.text in english:
        yield _left_in_english(piece.text)
    elif piece.plain:
        foreign = [word for word, script in words if script]
        if not own and len(foreign) >= _FEWEST:
            yield _undeclared(piece, foreign)
    else:
        yield from (_undeclared(piece, run) for run in _foreign_runs(words, _SCRIPT[language]))
    if own and not piece.plain and piece.context.direction != _DIRECTION[language]:
        yield _turned(piece)


def _foreign_runs(words: list[tuple[str, str]], own: str) -> Iterator[list[str]]:
    """Runs of two or more words in another script; a number neither ends a run nor counts."""
    lettered = [(word, script) for word, script in words if script]
    for script, group in groupby(lettered, key=lambda word: word[1]):
        run = [word for word, _ in group]
        if script != own and len(run) >= _FEWEST:
            yield run


def _script(word: str) -> str:
    first = _STRONG.search(word)
    if first is None:
        return ""
    return "Latin" if _LATIN.match(first[0]) else "Arabic"


def _undeclared(piece: _Text, run: list[str]) -> _Fault:
    language = _OF_SCRIPT[_script(run[0])]
    says = f"lang «{piece.context.language}»"
    direction = _DIRECTION[language]
    fix = f"Put it into an element with lang «{language}» and dir «{direction}»."
    if piece.plain:
        fix = f"Give its element lang «{language}» and dir «{direction}», or write it in the other."
    return _Fault(f"«{_opening(' '.join(run))}» stands under {says}.", fix)


def _turned(piece: _Text) -> _Fault:
    language, direction = piece.context.language, piece.context.direction
    return _Fault(
        f"«{_opening(piece.text)}» is laid out «{direction}» under lang «{language}».",
        f"Give the element that says lang «{language}» also dir «{_DIRECTION[language]}».",
    )


def _left_in_english(text: str) -> _Fault:
    return _Fault(
        f"the interface string «{_opening(text)}» is in English on an Arabic page.",
        "Add its Arabic wording: see generator/languages/ar/ and overrides/partials/languages/ar.html.",
    )


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40].rstrip()}…"
