"""The Markdown that editors write -> passages: plain text, its marks, its line.

The subset: paragraphs, headings of two levels, quotes, flat lists, **strong**, *emphasis*, links.
Everything else of CommonMark is reported, so that no text is lost or shown raw in silence.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.token import Token

from generator.content.inline import InlineText
from generator.model import BlockKind, Mark
from generator.rules import Problems, is_plain, name_character, quoted

HEADING_LEVELS = {"h2": 2, "h3": 3}
BODY_LIMIT = 1024 * 1024
"""Bytes: a hundred times the longest article of the bundled corpus."""

_REFUSED = {
    "fence": ("a code block", "Take the lines of ``` or ~~~ out."),
    "code_block": ("a code block", "Take out the four spaces or the tab before the line."),
    "hr": ("a line across the page", "Take it out, or part the text with a heading «## …»."),
    "table_open": ("a table", "Write its rows as a list or as sentences."),
}
_NESTED = "Begin it at the start of a line, with an empty line before it."
# They part words and lines, so a space stays where they stood.
_LINE_SEPARATORS = str.maketrans(dict.fromkeys("\u2028\u2029\x85", " "))
_HTML_TAG = re.compile(rf"(?<!\\){HTML_TAG_RE.pattern.lstrip('^')}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of Markdown as plain text, without an id yet.

    `breaks` are the offsets in `text` at which lines after the first one begin, one for each line.
    """

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    ordered: bool = False
    marks: tuple[Mark, ...] = ()
    breaks: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the file in which the character at an offset of the text stands."""
        return self.line + sum(1 for start in self.breaks if start <= offset)


class _AnyLinkReader(MarkdownIt):
    """CommonMark that lets every address through: ours are checked, with an error, afterwards."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return True


@cache
def _reader() -> MarkdownIt:
    # `reference` would take lines like «[1]: …» out of the text in silence; `table` is on so that
    # a table is seen and refused instead of shown as a paragraph of bars.
    reader = _AnyLinkReader("commonmark", {"html": False})
    return reader.enable("table").disable("reference")


def read_passages(body: str, first_line: int, problems: Problems) -> tuple[Passage, ...]:
    """The passages of a Markdown body in order; `first_line` is where it stands in its file."""
    size = len(body.encode("utf-8", "surrogatepass"))
    if size > BODY_LIMIT:
        problems.error(first_line, f"The text is {size:,} bytes long.", "Part it into several.")
        return ()
    text = unicodedata.normalize("NFC", strip_invisible(body, first_line, problems))
    return tuple(_Walker(problems, first_line).walk(_reader().parse(text)))


def strip_invisible(body: str, first_line: int, problems: Problems) -> str:
    """The body without characters that show nothing, each kind of them reported once a line."""
    hidden = {character for character in set(body) if not is_plain(character)}
    if not hidden:
        return body
    for number, line in enumerate(body.split("\n")):
        for character in sorted(hidden.intersection(line)):
            what = f"The text holds the invisible character {name_character(character)}."
            problems.warning(first_line + number, what, "It is left out; delete it.")
    kept = body.translate(_LINE_SEPARATORS)
    return "".join(character for character in kept if character not in hidden)


class _Walker:
    """Goes through the tokens of a body and knows in what it stands."""

    def __init__(self, problems: Problems, first_line: int) -> None:
        self.problems = problems
        self.first_line = first_line
        self.around: list[Token] = []
        self.item_filled = False
        self.next_number = 1

    def walk(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        for token in tokens:
            if token.type in _REFUSED:
                what, fix = _REFUSED[token.type]
                self.problems.error(
                    self._line(token), f"Here stands {what}, which is not shown.", fix
                )
            if token.type == "inline":
                yield from self._passage(token)
            elif token.nesting == 1:
                self._enter(token)
            elif token.nesting == -1:
                self.around.pop()

    def _enter(self, token: Token) -> None:
        containers = [t for t in self.around if t.type in _CONTAINERS]
        if token.type in _CONTAINERS and containers:
            what = (
                f"Here stands {_CONTAINERS[token.type]} inside {_CONTAINERS[containers[0].type]}."
            )
            self.problems.error(self._line(token), what, _NESTED)
        if token.type == "ordered_list_open":
            self.next_number = 1
        if token.type == "list_item_open":
            self._check_number(token)
            self.item_filled = False
        if token.type == "heading_open":
            self._check_heading(token, bool(containers))
        self.around.append(token)

    def _check_number(self, token: Token) -> None:
        # A year and a full stop at the start of a line: Markdown would eat the year as numbering.
        if token.info and int(token.info) not in {1, self.next_number}:
            number = f"{token.info}{token.markup}"
            what = f"«{number}» at the start of a line makes it an entry of a numbered list."
            fix = f"Write «{token.info}\\{token.markup}», or number the entries from 1 on."
            self.problems.error(self._line(token), what, fix)
        self.next_number += 1

    def _check_heading(self, token: Token, nested: bool) -> None:
        line = self._line(token)
        if token.markup in {"-", "="}:
            what = f"A line of «{token.markup}» makes the text above it a heading."
            self.problems.error(line, what, "Write «## » before a heading, or take the line out.")
        elif token.tag == "h1":
            what = "A heading «# » stands in the text."
            self.problems.error(line, what, "The title is in the front matter; use «## ».")
        elif token.tag not in HEADING_LEVELS:
            what = f"A heading «{token.markup} » is too deep."
            self.problems.error(line, what, "Use «## » or «### ».")
        if nested:
            self.problems.error(line, "A heading stands inside a quote or a list.", _NESTED)

    def _passage(self, token: Token) -> Iterator[Passage]:
        if any(t.type == "table_open" for t in self.around):
            return
        line = self._line(token)
        text = InlineText(self.problems, line)
        text.read(token.children or ())
        self._warn_raw(token, text, line)
        kind, level, ordered = self._kind()
        plain = text.plain()
        if plain:
            yield Passage(kind, plain, line, level, ordered, text.final_marks(), tuple(text.breaks))
        elif kind is BlockKind.HEADING:
            self.problems.error(line, "A heading is empty.", "Write it or take the line out.")

    def _kind(self) -> tuple[BlockKind, int, bool]:
        for depth, token in reversed(tuple(enumerate(self.around))):
            if token.type == "heading_open":
                return BlockKind.HEADING, HEADING_LEVELS.get(token.tag, 2), False
            if token.type == "blockquote_open":
                return BlockKind.QUOTE, 0, False
            if token.type == "list_item_open":
                self._check_item(token)
                return BlockKind.LIST_ITEM, 0, self.around[depth - 1].type == "ordered_list_open"
        return BlockKind.PARAGRAPH, 0, False

    def _check_item(self, token: Token) -> None:
        if self.item_filled:
            what = "A list entry has a second paragraph."
            self.problems.error(self._line(token), what, "Make it one paragraph or two entries.")
        self.item_filled = True

    def _warn_raw(self, token: Token, text: InlineText, line: int) -> None:
        tag = _HTML_TAG.search(token.content)
        if tag is not None:
            at = line + token.content.count("\n", 0, tag.start())
            what = f"The HTML {quoted(tag[0])} is shown as it stands."
            self.problems.warning(at, what, "Take it out, or write «\\<» if the sign is meant.")
        if "**" in text.plain() and "\\*" not in token.content:
            what = "Two asterisks stay in the text."
            fix = "Put them against the words, without a space, quotation mark or comma inside."
            self.problems.warning(line, what, fix)

    def _line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)


_CONTAINERS = {
    "blockquote_open": "a quote",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
}
