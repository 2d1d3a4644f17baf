"""What stands inside a block of Markdown -> plain text, and the marks that editors may set in it."""

import re
import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from generator.model import Mark, MarkKind, Span
from generator.rules import Problems, is_plain, is_web_address, name_character, quoted

_OPENERS = {
    "strong_open": MarkKind.STRONG,
    "em_open": MarkKind.EMPHASIS,
    "link_open": MarkKind.LINK,
}
_CLOSERS = frozenset({"strong_close", "em_close", "link_close"})


class InlineText:
    """The plain text of inline tokens, white space collapsed, with the spans of its marks."""

    def __init__(self, problems: Problems, line: int) -> None:
        self.problems = problems
        self.line = line
        self.text = ""
        self.marks: list[Mark] = []
        self.breaks: list[int] = []
        self.opened: list[tuple[int, MarkKind, str]] = []

    def read(self, tokens: Sequence[Token]) -> None:
        """Takes the tokens in; what the text cannot hold becomes a problem."""
        for token in tokens:
            if token.type in {"text", "text_special"}:
                self._add(self._visible(token.content))
            elif token.type in {"softbreak", "hardbreak"}:
                self._add(" ")
                self.breaks.append(len(self.text))
            elif token.type in _OPENERS:
                self.opened.append((len(self.text), _OPENERS[token.type], self._target(token)))
            elif token.type in _CLOSERS:
                self._close()
            else:
                self._refuse(token)

    def plain(self) -> str:
        """The text that was read."""
        return self.text.rstrip(" ")

    def final_marks(self) -> tuple[Mark, ...]:
        """The marks in the order of the text."""
        return tuple(sorted(self.marks, key=lambda mark: (mark.span, mark.kind)))

    def _add(self, text: str) -> None:
        collapsed = re.sub(r"[ \t\n]+", " ", text)
        if not self.text or self.text.endswith(" "):
            collapsed = collapsed.lstrip(" ")
        self.text += collapsed

    def _close(self) -> None:
        start, kind, target = self.opened.pop()
        end = len(self.plain())
        if end > start:
            self.marks.append(Mark(Span(start, end), kind, target))
        elif kind is MarkKind.LINK:
            self.problems.error(self._here(), "A link has no words.", "Write «[words](https://…)».")

    def _target(self, token: Token) -> str:
        if token.type != "link_open":
            return ""
        target = str(token.attrs.get("href", ""))
        if is_web_address(target) or re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", target):
            return target
        what = f"A link goes to {quoted(target)}."
        self.problems.error(self._here(), what, "Links begin with https://, http:// or mailto:.")
        return ""

    def _refuse(self, token: Token) -> None:
        if token.type == "image":
            source = quoted(str(token.attrs.get("src", "")))
            what = f"Here stands the image {source}, which is not shown."
            self.problems.error(self._here(), what, "Say in words what it shows, or take it out.")
        else:
            what = f"Here stands the code {quoted(token.content)}."
            self.problems.error(self._here(), what, "Take the signs «`» out, or write «\\`».")
            self._add(token.content)

    def _visible(self, text: str) -> str:
        # A character reference such as &#x202e; brings in what the file itself does not hold.
        for character in sorted({c for c in text if not is_plain(c)}):
            what = f"The text holds the invisible character {name_character(character)}."
            self.problems.warning(self._here(), what, "It is left out; delete its reference.")
        return unicodedata.normalize("NFC", "".join(c for c in text if is_plain(c)))

    def _here(self) -> int:
        return self.line + len(self.breaks)
