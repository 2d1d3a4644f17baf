"""Bytes -> RawArticle: the encoding is found strictly, and nothing is replaced in silence."""

import re
import unicodedata
from pathlib import PurePath

from generator.errors import Diagnostic, SourceError
from generator.model import Location, MediaType, RawArticle
from generator.rules import quoted

from .mojibake import arabic_share, repair_text

SIZE_LIMIT = 4 * 1024 * 1024
"""Bytes. The longest raw article of the development set has 21 thousand."""

MEDIA_TYPES = {
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".md": MediaType.MARKDOWN,
    ".markdown": MediaType.MARKDOWN,
}

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    # UTF-32 before UTF-16: the mark of one begins with the mark of the other.
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# The tables of one byte a letter, the commonest first. A statistical guess was measured and is no
# help: charset-normalizer 3.4 takes Mac Arabic for Thai, and one sentence of ISO-8859-6 too.
SINGLE_BYTE = {
    "cp1256": "windows-1256",
    "iso8859_6": "iso-8859-6",
    "mac_arabic": "mac-arabic",
    "cp720": "cp720",
}

# What people drop on the command by mistake; each says what to do instead.
FOREIGN_FORMATS = (
    (b"%PDF", "a PDF file", "Copy its text into a .txt file."),
    (b"PK\x03\x04", "a ZIP file or a Word document", "Save the document as plain text (.txt)."),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "Save the document as plain text (.txt)."),
    (b"{\\rtf", "an RTF document", "Save the document as plain text (.txt)."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"\x89PNG", "a picture", "Copy its text into a .txt file."),
    (b"\xff\xd8\xff", "a picture", "Copy its text into a .txt file."),
)

HTML_START = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
HTML_TAG = re.compile(
    r"</?(?:p|div|span|article|section|h[1-6]|ul|li|br|a|table)\b[^<>]{0,500}>", re.IGNORECASE
)
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[A-Za-z_]+:|#)")
UTF8_PAIR = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")

# The commonest short words of any Arabic text; a wrong table gives none of them.
COMMON_WORDS = frozenset(
    [
        "في",
        "من",
        "على",
        "إلى",
        "الى",
        "عن",
        "أن",
        "ان",
        "إن",
        "التي",
        "الذي",
        "هذا",
        "هذه",
        "كان",
        "مع",
        "بين",
        "أو",
        "او",
        "بعد",
        "قبل",
        "لا",
        "ما",
        "كما",
        "وقال",
        "قال",
        "منذ",
    ]
)


def read(name: str, data: bytes) -> RawArticle:
    """The decoded file: what the bytes say, not normalised, without a byte-order mark.

    Raises:
        SourceError: the file is empty, too large, of another format, of an encoding that cannot be
            told, or holds no Arabic text.
    """
    _refuse_foreign(name, data)
    text, encoding = _decode(name, data)
    if not text.strip():
        raise _error(name, "the file is empty.", "Give a file with the text of an article.")
    media_type = _media_type(name, text)
    _refuse_other_languages(name, text)
    return RawArticle(name, text, media_type, encoding)


def _error(name: str, what: str, fix: str, line: int = 0) -> SourceError:
    return SourceError(Diagnostic(Location(name, line), what, fix))


def _refuse_foreign(name: str, data: bytes) -> None:
    if len(data) > SIZE_LIMIT:
        what = f"the file has {len(data):,} bytes; an article has fewer than {SIZE_LIMIT:,}."
        raise _error(name, what, "Cut it into one file for each article.")
    for start, what, fix in FOREIGN_FORMATS:
        if data.startswith(start):
            raise _error(name, f"this is {what}, not a text.", fix)


# ---------------------------------------------------------------- encodings


def _decode(name: str, data: bytes) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(name, data[len(mark) :], encoding), encoding
    wide = _wide_encoding(data)
    if wide:
        return _strict(name, data, wide), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _was_meant_as_utf8(data):
            raise _broken(name, data, "utf-8", error) from None
    return _single_byte(name, data)


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, data, encoding, error) from None


def _broken(name: str, data: bytes, encoding: str, error: UnicodeDecodeError) -> SourceError:
    line = data.count(b"\n", 0, error.start) + 1
    bad = data[error.start : error.start + 1].hex().upper() or "the end"
    cut = " The file seems to be cut off." if error.end >= len(data) - 3 else ""
    what = f"byte {error.start:,} ({bad}) is not {encoding.upper()}.{cut}"
    return _error(name, what, "Save the file again as UTF-8, or get an undamaged copy.", line)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Arabic has 06, and blanks have 00, in every second byte.

    These bytes are also valid UTF-8 (control characters), so this is asked before UTF-8 is tried.
    """
    sample = data[: 1 << 16]
    if len(sample) < 4 or len(data) % 2:
        return None
    high = b"\x00\x06\x20\xfb\xfe"
    shares = [sum(map(sample[side::2].count, high)) * 2 / len(sample) for side in (0, 1)]
    zeros = [
        (sample[side::2].count(0) + sample[side::2].count(6)) * 2 / len(sample) for side in (0, 1)
    ]
    if shares[1] > 0.9 and zeros[1] > 0.5 > zeros[0]:
        return "utf-16-le"
    if shares[0] > 0.9 and zeros[0] > 0.5 > zeros[1]:
        return "utf-16-be"
    return None


def _was_meant_as_utf8(data: bytes) -> bool:
    """Whether most high bytes stand in the pairs that UTF-8 writes Arabic letters with."""
    high = len(HIGH_BYTE.findall(data))
    return high > 0 and 2 * len(UTF8_PAIR.findall(data)) > 0.8 * high


def _single_byte(name: str, data: bytes) -> tuple[str, str]:
    """The reading, of those in all Arabic tables, that shows more of the words every text has."""
    if b"\x00" in data:
        raise _error(name, "this is not a text file.", "Save the article as plain text (.txt).")
    readings = []
    for codec in SINGLE_BYTE:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:  # the table leaves codes undefined; then it is not that one
            continue
        readings.append((_common_words(text), arabic_share(text), text, SINGLE_BYTE[codec]))
    # Of equal readings the first: Mac Arabic has all letters of ISO-8859-6 in the same places.
    words, share, text, encoding = max(readings, key=lambda reading: reading[:2])
    if words == 0 and share < 0.6:
        fix = "Save it again as UTF-8 in the editor that shows it right."
        raise _error(name, "the encoding of the file cannot be told.", fix)
    return text, encoding


def _common_words(text: str) -> int:
    return sum(word in COMMON_WORDS for word in text[: 1 << 18].split())


# ---------------------------------------------------------------- what it is


def _media_type(name: str, text: str) -> MediaType:
    """HTML and Markdown by the name; a .txt that is plainly one of them by its beginning."""
    known = MEDIA_TYPES.get(PurePath(name).suffix.lower())
    if known:
        return known
    head = text[: 1 << 16]
    if HTML_START.match(head) or len(HTML_TAG.findall(head)) > max(20, head.count("\n")):
        return MediaType.HTML
    return MediaType.MARKDOWN if FRONT_MATTER.match(head) else MediaType.TEXT


def _refuse_other_languages(name: str, text: str) -> None:
    """An article has Arabic letters, also when they come as entities or were decoded wrongly."""
    sample = text[: 1 << 20]
    letters = unicodedata.normalize("NFKC", sample)  # presentation forms are letters too
    if arabic_share(letters) > 0 or "&#1" in sample or "&#x06" in sample.lower():
        return
    if arabic_share(repair_text(sample[: 1 << 16])) > 0:
        return
    start = quoted(sample.strip()[:60], 40)
    raise _error(
        name,
        f"there is no Arabic text in the file; it begins with {start}.",
        "Give a file with an Arabic article, saved as UTF-8.",
    )
