"""The words of messages, and what may stand in a text at all."""

import difflib
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.text import is_invisible

_BREAKS = "\u2028\u2029\x85\r"


def quoted(text: str, limit: int = 60) -> str:
    """The text in guillemets for a message: on one line, shortened, invisible characters named."""
    shown = "".join(c if is_plain(c) else f"[U+{ord(c):04X}]" for c in " ".join(text.split()))
    return f"«{shown if len(shown) <= limit else shown[: limit - 1] + '…'}»"


def nearest(word: str, choices: Iterable[str]) -> str:
    """How to fix a wrong word: the nearest choice, or all of them.

    >>> nearest("titel", ["title", "status"])
    'Did you mean «title»?'
    """
    known = list(choices)
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return f"Did you mean «{close[0]}»?"
    return f"The choices are: {', '.join(known)}." if known else "None is known here."


def is_plain(character: str) -> bool:
    """Whether the character is one that an editor can see, a tab or a line feed."""
    if character in _BREAKS or character in "\ufffe\uffff":
        return False
    return not is_invisible(character) and unicodedata.category(character) != "Cs"


def name_character(character: str) -> str:
    """The character's code and name, for a message about something that cannot be seen."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def is_web_address(text: str) -> bool:
    """Whether the text is an http or https address with a host and nothing hidden in it."""
    if any(c.isspace() or not is_plain(c) for c in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # urlsplit's word for brackets that do not close
        return False
