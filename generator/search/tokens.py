"""From text to tokens: its words and numbers, folded, each with the place where it stands.

With `analyser` the twin of `search-analyser.js`. Words come in two forms: `raw` (folded, but أ إ آ
kept, so that «إلكتروني» does not pass for an article) and `plain` (folded wholly).
"""

import re
import unicodedata
from dataclasses import dataclass

from generator.search.table import Table

_RUN = re.compile(r"[^ \n]+")
_ARABIC = ("\u0621", "\u064a")
_THOUSANDS = ",\u066c"
_DECIMALS = ".\u066b"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a text; `start` and `end` count code points of the text."""

    raw: str
    plain: str
    start: int
    end: int


def is_arabic(word: str) -> bool:
    """Whether the word begins with an Arabic letter."""
    return bool(word) and _ARABIC[0] <= word[0] <= _ARABIC[1]


class TokenReader:
    """Reads tokens by one table; its caches change no answer."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._characters: dict[str, str] = {}
        self._runs: dict[str, list[Token]] = {}

    def _fold_character(self, character: str) -> str:
        if character in self.table.hard_alef:
            return character
        if character in self.table.letters:
            return self.table.letters[character]
        parts = unicodedata.normalize("NFKC", character)
        parts = unicodedata.normalize("NFKD", parts).lower() if not is_arabic(parts) else parts
        kept = []
        for part in parts:
            if part == "\u0640" or unicodedata.category(part) in {"Mn", "Me", "Cf", "Cc"}:
                continue
            if part in self.table.hard_alef:
                kept.append(part)
            else:
                kept.append(self.table.letters.get(part, part))
        return "".join(kept)

    def fold_character(self, character: str) -> str:
        """The raw form of one character: nothing, one letter, or several."""
        folded = self._characters.get(character)
        if folded is None:
            folded = self._characters[character] = self._fold_character(character)
        return folded

    def plain(self, raw: str) -> str:
        """The plain form of a raw form."""
        for letter in self.table.hard_alef:
            raw = raw.replace(letter, "ا")
        return raw

    def tokens(self, text: str) -> list[Token]:
        """The words and numbers of a text, in order; a word ends where letters meet digits."""
        found: list[Token] = []
        for match in _RUN.finditer(text):
            run, offset = match[0], match.start()
            tokens = self._runs.get(run) or self._remember(run)
            found += [Token(t.raw, t.plain, t.start + offset, t.end + offset) for t in tokens]
        return found

    def raw_words(self, text: str) -> list[str]:
        """The raw forms of the words of a text, without stop words."""
        return [
            token.raw
            for run in _RUN.findall(text)
            for token in self._runs.get(run) or self._remember(run)
            if token.plain not in self.table.stop
        ]

    def _remember(self, run: str) -> list[Token]:
        tokens = self._runs[run] = self._tokens_of_run(run)
        return tokens

    def _tokens_of_run(self, text: str) -> list[Token]:
        """The tokens of a text without spaces; most runs come again and again."""
        found: list[Token] = []
        word: list[str] = []
        start = end = 0
        kind = ""
        for offset, character in enumerate(text):
            folded = self.fold_character(character)
            if not folded:
                # A mark or an invisible sign belongs to the word that it stands in, unless it is
                # white space that folding would not show.
                if character in "\n\t\r\u200b":
                    _close(self, found, word, start, end)
                    word, kind = [], ""
                elif word:
                    end = offset + 1
                continue
            for part in folded:
                now = _kind(part)
                if word and now != kind:
                    _close(self, found, word, start, end)
                    word = []
                if now:
                    if not word:
                        start = offset
                    word.append(part)
                    end = offset + 1
                kind = now
        _close(self, found, word, start, end)
        return _join_numbers(found, text)

    def is_stop(self, token: Token) -> bool:
        """Whether the word says too little to be searched for."""
        return token.plain in self.table.stop


def _kind(character: str) -> str:
    if "0" <= character <= "9":
        return "digit"
    return "letter" if character.isalpha() else ""


def _close(reader: TokenReader, found: list[Token], word: list[str], start: int, end: int) -> None:
    if word:
        raw = "".join(word)
        found.append(Token(raw, reader.plain(raw), start, end))


def _join_numbers(tokens: list[Token], text: str) -> list[Token]:
    """1,400 is one number, and so is 7.6; a full stop or a comma before white space is neither."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if (
            last
            and last.raw[0].isdigit()
            and token.raw[0].isdigit()
            and token.start == last.end + 1
        ):
            sign = text[last.end]
            if sign in _THOUSANDS and len(token.raw) == 3:
                raw = last.raw + token.raw
            elif sign in _DECIMALS and "." not in last.raw:
                raw = f"{last.raw}.{token.raw}"
            else:
                joined.append(token)
                continue
            joined[-1] = Token(raw, raw, last.start, token.end)
        else:
            joined.append(token)
    return joined
