"""In which order a reader sees what the renderer writes, where Arabic, Latin and numbers meet.

Each line of visual_order.tsv is a language and a text. Braces, which are not part of the text, hold
what is seen as one run against the direction of its line: a Latin name or a number in Arabic, Arabic
in English, a number in that Arabic again. All else stands in the direction of the line, sign by sign.
"""

import re
import unicodedata
from pathlib import Path

from bidi import get_display
from playwright.sync_api import Page

from generator.model import ARABIC, ENGLISH, LanguageTag
from generator.render.markdown import prose

TABLE = Path(__file__).with_suffix(".tsv").with_name("visual_order.tsv")
DIRECTION = {ARABIC: "rtl", ENGLISH: "ltr"}

# The signs of each paragraph from left to right, by the middle of the box of each.
SEEN = r"""() => [...document.querySelectorAll("p")].map(block => {
  const signs = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) {
      if (/[\s\p{Mn}\p{Cf}]/u.test(node.data[at])) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = range.getBoundingClientRect()
      signs.push([box.left + box.width / 2, node.data[at]])
    }
  return signs.sort((one, other) => one[0] - other[0]).map(sign => sign[1]).join("")
})"""


def rows() -> list[tuple[LanguageTag, str]]:
    """Each text of the table with its language, braces and all."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(LanguageTag(tag), text) for tag, text in (line.split("\t") for line in lines)]


def plain(marked: str) -> str:
    return re.sub("[{}]", "", marked)


def expected(marked: str, *, rtl: bool) -> str:
    """The signs from left to right, as the braces say; without spaces and vowel marks."""
    parts: list[str] = []
    at = 0
    while at < len(marked):
        if marked[at] == "{":
            end = closing(marked, at)
            parts.append(expected(marked[at + 1 : end], rtl=not rtl))
            at = end
        elif not marked[at].isspace() and unicodedata.category(marked[at]) not in ("Mn", "Cf"):
            parts.append(marked[at])
        at += 1
    return "".join(reversed(parts) if rtl else parts)


def closing(marked: str, start: int) -> int:
    """Where the brace that opens at `start` is closed."""
    depth = 0
    for at in range(start, len(marked)):
        depth += {"{": 1, "}": -1}.get(marked[at], 0)
        if depth == 0:
            return at
    raise AssertionError(f"an open brace in «{marked}»")


def test_the_table_is_large_enough() -> None:
    """At least 150 different texts, in both languages."""
    found = rows()
    assert len({(tag, plain(text)) for tag, text in found}) == len(found) >= 150
    assert {tag for tag, _ in found} == {ARABIC, ENGLISH}


def test_signs_stand_where_a_reader_expects_them(page: Page, site_url: str) -> None:
    """Chromium shows the signs of every text, as the renderer writes it, in the order of the table."""
    page.goto(f"{site_url}ar/about/")
    blocks = "".join(
        f'<p lang="{tag}" dir="{DIRECTION[tag]}" style="white-space: nowrap">{prose(plain(text), tag)}</p>'
        for tag, text in rows()
    )
    page.set_content(f"<!doctype html><body>{blocks}</body>")
    seen = page.evaluate(SEEN)
    wrong = [
        (text, found)
        for (tag, text), found in zip(rows(), seen, strict=True)
        if found != expected(text, rtl=tag == ARABIC)
    ]
    assert wrong == []


_UNSEEN = {"Mn", "Cf", "Zs"}
# Elements that isolate, as the characters that do the same.
_ISOLATES = (
    (r'<bdi dir="ltr">|<bdi lang="en">', "\u2066"),
    (r'<span lang="ar" dir="rtl">', "\u2067"),
    (r"</bdi>|</span>", "\u2069"),
)
_REFERENCE = re.compile(r"&#(\d+);")


def as_characters(markup: str) -> str:
    """The markup with isolating characters in place of elements."""
    for pattern, character in _ISOLATES:
        markup = re.sub(pattern, character, markup)
    return _REFERENCE.sub(lambda match: chr(int(match[1])), markup)


# python-bidi gives the mirrored sign where a bracket stands in a line from right to left.
_MIRRORED = str.maketrans(")]»>”", "([«<“")


def test_the_table_agrees_with_the_unicode_algorithm() -> None:
    """A second implementation of the bidirectional algorithm gives the same orders."""
    wrong = []
    for tag, text in rows():
        base = DIRECTION[tag][0].upper()
        shown = str(get_display(as_characters(prose(plain(text), tag)), base_dir=base))
        kept = "".join(sign for sign in shown if unicodedata.category(sign) not in _UNSEEN)
        wanted = expected(text, rtl=tag == ARABIC)
        if kept.translate(_MIRRORED) != wanted.translate(_MIRRORED):
            wrong.append((text, kept))
    assert wrong == []


# Embeddings, overrides and isolates as characters, and the marks LRM, RLM and ALM.
_CONTROLS = (
    r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|&[lr]rm;|&#(?:820[67]|1564|823[4-8]|829[4-7]);"
)
# The renderer sets one: before a minus sign on a scale, where no element can stand.
_OURS = re.compile(r"\u200e(?=-\d)")


def test_no_character_turns_the_direction_unseen(site_root: Path) -> None:
    """The built site holds no bidi control but the mark that the renderer sets before a minus sign."""
    kinds = {".html", ".json", ".xml", ".txt", ".csv", ".md", ".svg", ".js", ".css"}
    files = [path for path in site_root.rglob("*") if path.suffix in kinds]
    assert len(files) > 400
    found = {}
    for path in files:
        text = _OURS.sub("", path.read_text(encoding="utf-8"))
        if controls := re.findall(_CONTROLS, text):
            found[path.relative_to(site_root).as_posix()] = controls
    assert found == {}


def test_no_source_file_holds_a_bidi_control() -> None:
    """What we write, code or content, turns no direction unseen; samples of raw articles may."""
    root = Path(__file__).parent.parent.parent
    raw = {root / "tests" / "fixtures", root / "tests" / "eval", root / "tests" / "sites"}
    found = [
        path.relative_to(root).as_posix()
        for folder in ("generator", "overrides", "content", "tests", "docs")
        for path in (root / folder).rglob("*")
        if path.suffix
        in {".py", ".js", ".mjs", ".css", ".html", ".j2", ".yaml", ".yml", ".po", ".md", ".tsv"}
        and raw.isdisjoint(path.parents)
        and re.search(_CONTROLS.split("|")[0], path.read_text(encoding="utf-8"))
    ]
    assert found == []
