"""The characters of a raw line made fit for reading; for each that stays, where it stood.

Steps, in this order: mojibake turned back, entities and tags taken out, presentation forms spelled
as letters, invisible and decorative characters dropped, blanks unified.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from generator.model import CleanLine
from generator.text import TATWEEL, VARIATION_SELECTORS

from .mojibake import repair

# Nothing to do for a line of these: Arabic letters and marks without tatweel, plain ASCII without
# markup signs, Arabic and typographic punctuation, single blanks.
PLAIN = re.compile(
    r"(?:[!-%'-)+-;=?-Z^a-z{|}~«»،؛؟٪٫٬…–—‘’“”\u0620-\u063f\u0641-\u0652\u0660-\u0669\u0670\u0671]| (?! ))*"
)

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->")
BREAK_TAGS = ("<br", "<p", "</p", "<div", "</div", "<li", "</li", "<td", "</td")
PICTURE = re.compile(r"!\[[^\[\]\n]{0,400}\]\([^()\n]{0,1200}\)")
MARKDOWN_LINK = re.compile(
    r"\[([^\[\]\n]{0,400})\]\(\s*(?:https?://|mailto:|www\.|/)[^()\s]{0,1000}[^()]{0,200}\)"
)
EMPHASIS = (
    re.compile(r"(?<!\\)\*\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*\\])\*\*"),
    re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*\\])\*(?![\w*])"),
    re.compile(r"(?<![\w\\])__?(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_\\])__?(?!\w)"),
)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
BARE_LINK = re.compile(r"[(\[]\s?(?:https?://|www\.)[^\s()\[\]]{1,1000}\s?[)\]]")

LETTER = r"[\u0620-\u063f\u0641-\u064a\u0671-\u06d3]"
MARK = r"[\u064b-\u065f\u0670]"
DECORATIVE_TATWEEL = re.compile(
    f"(?<={LETTER}){TATWEEL}+(?={LETTER}|{MARK})|(?<={MARK}){TATWEEL}+(?={LETTER}|{MARK})"
)

# What normalisation does not turn into what a reader expects.
SPELLED = {
    "\ufd3e": "»",  # ornate brackets of quotations from the Quran, which few fonts have
    "\ufd3f": "«",
    "\uf0b7": "•",  # Word's bullets, from a font of its own
    "\uf0a7": "•",
    "\uf0d8": "•",
    "\uf076": "•",
    "\u2028": " ",
    "\u2029": " ",
    "\x85": " ",
    "\t": " ",
}
# Signs with a meaning of their own in running text; NFKC would write them out in letters.
KEPT_SIGNS = frozenset("\ufdfa\ufdfb\ufdfc\ufdfd")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text under repair: `offsets[i]` is where `text[i]` stands in the raw line, and its end."""

    text: str
    offsets: tuple[int, ...]

    @staticmethod
    def of(raw: str) -> "Spelling":
        """The raw line as it is."""
        return Spelling(raw, tuple(range(len(raw) + 1)))

    def replace(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> "Spelling":
        """The spelling with each match replaced; new characters stand where the match began."""
        parts: list[str] = []
        offsets: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            new = by(match)
            start, end = match.span()
            parts += (self.text[at:start], new)
            offsets += self.offsets[at:start]
            offsets += self._within(match, new)
            at = end
        if not parts:
            return self
        return Spelling("".join((*parts, self.text[at:])), (*offsets, *self.offsets[at:]))

    def _within(self, match: re.Match[str], new: str) -> tuple[int, ...]:
        start, end = match.span()
        if match.re.groups and match[1] == new and new:  # a part of the match that stays
            start, end = match.span(1)
            return self.offsets[start:end]
        if len(new) == end - start:
            return self.offsets[start:end]
        return (self.offsets[start],) * len(new)


def clean_characters(raw: str, line: int) -> CleanLine:
    """The raw line in NFC, without invisible characters, markup or decoration, trimmed."""
    if PLAIN.fullmatch(raw) and "://" not in raw and unicodedata.is_normalized("NFC", raw):
        return _trimmed(Spelling.of(raw), line)
    spelling = _spelled_out(_without_markup(_repaired(raw)))
    # Tatweel goes before NFC: a mark that it carried may compose with the letter before it.
    spelling = _composed(spelling.replace(DECORATIVE_TATWEEL, lambda match: ""))
    return _trimmed(_one_blank(spelling), line)


def _repaired(raw: str) -> Spelling:
    text, offsets = repair(raw)
    return Spelling.of(raw) if offsets is None else Spelling(text, offsets)


def _without_markup(spelling: Spelling) -> Spelling:
    if "&" in spelling.text:
        spelling = spelling.replace(ENTITY, lambda match: html.unescape(match[0]))
    # After entities: tags that were written as text are no text of the article either.
    if "<" in spelling.text:
        spelling = spelling.replace(TAG, _tag_as_text)
    if "](" in spelling.text:
        spelling = spelling.replace(PICTURE, lambda match: "")
        spelling = spelling.replace(MARKDOWN_LINK, lambda match: match[1])
    if "*" in spelling.text or "_" in spelling.text:
        for pattern in EMPHASIS:
            spelling = spelling.replace(pattern, lambda match: match[1])
    if "\\" in spelling.text:
        spelling = spelling.replace(ESCAPED, lambda match: match[1])
    if "://" in spelling.text or "www." in spelling.text:
        spelling = spelling.replace(BARE_LINK, lambda match: "")
    return spelling


def _tag_as_text(match: re.Match[str]) -> str:
    return " " if match[0].lower().startswith(BREAK_TAGS) else ""


def _spelled_out(spelling: Spelling) -> Spelling:
    """Presentation forms as the letters they show, blanks of one kind, the unseen dropped."""
    spelled = [_spelled(character) for character in spelling.text]
    offsets = (at for at, new in zip(spelling.offsets, spelled, strict=False) for _ in new)
    return Spelling("".join(spelled), (*offsets, spelling.offsets[-1]))


def _composed(spelling: Spelling) -> Spelling:
    """The spelling in NFC."""
    if unicodedata.is_normalized("NFC", spelling.text):
        return spelling
    parts: list[str] = []
    offsets: list[int] = []
    for start, end in _clusters(spelling.text):
        new = unicodedata.normalize("NFC", spelling.text[start:end])
        parts.append(new)
        last = end - start - 1
        offsets += (spelling.offsets[start + min(index, last)] for index in range(len(new)))
    return Spelling("".join(parts), (*offsets, spelling.offsets[-1]))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each character with the marks that follow it: the largest units that NFC may reorder."""
    starts = [at for at, c in enumerate(text) if at == 0 or not unicodedata.combining(c)]
    return list(zip(starts, [*starts[1:], len(text)], strict=False))


def _spelled(character: str) -> str:
    if "\u0620" <= character <= "\u0652" or " " <= character <= "~":
        return character
    if character in SPELLED:
        return SPELLED[character]
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        return character if character in KEPT_SIGNS else _letters(character)
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in {"Cf", "Cc", "Co", "Cn", "Cs"} or character in VARIATION_SELECTORS:
        return ""
    return character


def _letters(presentation_form: str) -> str:
    # The isolated forms of vowel marks are a blank and the mark; the blank is no text.
    return unicodedata.normalize("NFKC", presentation_form).replace(" ", "") or ""


def _one_blank(spelling: Spelling) -> Spelling:
    kept = [
        at for at, c in enumerate(spelling.text) if c != " " or spelling.text[at - 1 : at] != " "
    ]
    if len(kept) == len(spelling.text):
        return spelling
    text = "".join(spelling.text[at] for at in kept)
    return Spelling(text, (*(spelling.offsets[at] for at in kept), spelling.offsets[-1]))


def _trimmed(spelling: Spelling, line: int) -> CleanLine:
    start = len(spelling.text) - len(spelling.text.lstrip(" "))
    return cut(CleanLine(line, spelling.text, spelling.offsets), start, len(spelling.text))


def cut(line: CleanLine, start: int, end: int) -> CleanLine:
    """The part of the line from start to end, without blanks around it, with its offsets."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip(" "))
    text = text.strip(" ")
    offsets = line.offsets[start : start + len(text) + 1]
    return CleanLine(line.line, text, offsets, line.kind, line.level, line.ordered)
