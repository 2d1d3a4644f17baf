"""Unicode and Arabic string functions, all pure.

`normalize_*` keeps the meaning for readers; `fold_*` is lossy, for comparing only, and its result is
never shown. Every function that moves characters has a twin that keeps an offset map.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from hashlib import blake2b

from generator.model import FoldedText, ParagraphId, Span

TATWEEL = "\u0640"
ARABIC_MARKS = frozenset(
    chr(code)
    for code in (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE))
    # U+06DD and U+06DE are signs, not marks; U+06E5, U+06E6 and U+06E9 are letters or signs.
    if unicodedata.category(chr(code)) == "Mn"
)
# Variation selectors are marks of category Mn; they choose a glyph and carry no text.
VARIATION_SELECTORS = frozenset(chr(code) for code in range(0xFE00, 0xFE10))
BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

ARABIC_LETTER = re.compile(r"[\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06fa-\u06fc]")

# Letters that writers and keyboards exchange freely. Each row is one fold class.
LETTER_FOLDS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ئ": "ي",
        "ی": "ي",
        "ې": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ک": "ك",
        "ڪ": "ك",
        "گ": "ك",
        "چ": "ج",
        "پ": "ب",
        "ڤ": "ف",
        "ژ": "ز",
    }
)
DIGIT_FOLDS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def is_invisible(character: str) -> bool:
    """Whether the character shows nothing: a format or control character or a variation selector."""
    if character in "\n\t":
        return False
    return unicodedata.category(character) in {"Cf", "Cc"} or character in VARIATION_SELECTORS


def is_droppable(character: str) -> bool:
    """Whether a comparison may ignore the character: vowel marks, tatweel, invisible characters."""
    return character in ARABIC_MARKS or character == TATWEEL or is_invisible(character)


def normalize_identity(text: str) -> str:
    """The form of a paragraph that its id is taken from: letters kept, dress removed.

    NFKC, without vowel marks, tatweel and invisible characters, white space collapsed. Two writings
    of one paragraph that differ only in these get one id, so an editor may add a vowel mark without
    breaking evidence.
    """
    normal = unicodedata.normalize("NFKC", text)
    return " ".join("".join(c for c in normal if not is_droppable(c)).split())


def paragraph_id(text: str) -> ParagraphId:
    """The stable id of a paragraph, `p-` and 8 hexadecimal digits, from its plain text.

    >>> paragraph_id("قال  محمد.") == paragraph_id("قالَ محمد.")
    True
    """
    digest = blake2b(normalize_identity(text).encode(), digest_size=4).hexdigest()
    return ParagraphId(f"p-{digest}")


def text_hash(*parts: str) -> str:
    """16 hexadecimal digits that change when any of the parts changes for a reader."""
    joined = "\x1f".join(normalize_identity(part) for part in parts)
    return blake2b(joined.encode(), digest_size=8).hexdigest()


def fold(text: str) -> FoldedText:
    """The search key of the text, for comparing only.

    NFKC, marks, tatweel and invisible characters dropped, hamza carriers, final ya, ta marbuta,
    Persian letters and digits of three sets unified, Latin letters in lower case without accents.
    """
    return FoldedText("".join(_fold_character(character) for character in text))


def _fold_character(character: str) -> str:
    if "\u0621" <= character <= "\u064a" and character != TATWEEL:
        return character.translate(LETTER_FOLDS)
    decomposed = unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in decomposed if not is_droppable(c) and not unicodedata.combining(c))
    return kept.casefold().translate(LETTER_FOLDS).translate(DIGIT_FOLDS)


# A sentence ends at . ؟ ? ! … or a run of them, with closing quotes, before white space; not after a
# single letter (an initial: «سيرجي ك. شويجو») and not between digits. A mark such as the tanwin of
# «عامًا» is no word character, so the letter after it only looks single.
# The pattern looks for a mark first and then before it, which is five times as fast.
_SENTENCE_END = re.compile(
    r"[.؟?!…](?:(?<!\.)|(?<!^\w\.)(?<![^\w\u064b-\u0652\u0670]\w\.)(?!\d))"
    r"[.؟?!…]*[»”\"')\]]*(?=\s|$)"
)


def sentence_ends(text: str) -> list[int]:
    """The places right after the last mark of each sentence; a sentence may go on to the end."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, in order, without the white space between them.

    >>> [text[s.start:s.end] for text in ["قال ك. نعم. ثم لا؟"] for s in sentence_spans(text)]
    ['قال ك. نعم.', 'ثم لا؟']
    """
    spans: list[Span] = []
    start = 0
    for end in (*sentence_ends(text), len(text)):
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = start + len(text[start:end].rstrip())
        if first < last:
            spans.append(Span(first, last))
        start = end
    return tuple(spans)


# ---------------------------------------------------------------- dates as text

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_ISO_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_ISO_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_DECADE = re.compile(r"(\d{3})0s")


def iso_bounds(iso: str) -> tuple[date, date]:
    """The first and the last day that an `IsoDate` can mean, for ordering and comparing.

    Raises:
        ValueError: the text is not one of the forms of `IsoDate`, or no such day exists.
    """
    if "/" in iso:
        first, last = iso.split("/", 1)
        return iso_bounds(first)[0], iso_bounds(last)[1]
    if match := _ISO_DAY.fullmatch(iso):
        day = date(*(int(part) for part in match.groups()))
        return day, day
    if match := _ISO_WEEK.fullmatch(iso):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if match := _ISO_QUARTER.fullmatch(iso):
        month = 3 * int(match[2])
        return date(int(match[1]), month - 2, 1), _month_end(int(match[1]), month)
    if match := _ISO_MONTH.fullmatch(iso):
        return date(int(match[1]), int(match[2]), 1), _month_end(int(match[1]), int(match[2]))
    if match := _DECADE.fullmatch(iso):
        return date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31)
    return date(int(iso), 1, 1), date(int(iso), 12, 31)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
