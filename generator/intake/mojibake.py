"""Text that was decoded with the wrong table, turned back; offsets are kept."""

import re

import ftfy.bad_codecs  # noqa: F401  registers the sloppy codecs, which map all 256 bytes

from generator.text import ARABIC_LETTER

# (what the text was wrongly read as, what it is). Order: the commonest accident first.
ACCIDENTS = (
    ("sloppy-windows-1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1256", "utf-8"),
    ("sloppy-windows-1252", "cp1256"),
    ("latin-1", "cp1256"),
    ("latin-1", "iso8859_6"),
)
# Each accident leaves one of these: pairs that UTF-8 makes, or runs of accented Latin letters.
SUSPECT = re.compile(
    "[\u00d8-\u00db][^\\s\\w\u0600-\u06ff]|[\u00d8-\u00db][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|[\u00c0-\u00ff]{3}|[\u0637\u0638][\u00a0-\u00bf\u0679-\u06d2\u0152-\u0192\u2013-\u203a\u20ac\u2122\u200c-\u200f]"
)
LETTER = re.compile(r"[^\W\d_]")


def arabic_share(text: str) -> float:
    """The share of Arabic letters among all letters."""
    letters = len(LETTER.findall(text))
    return len(ARABIC_LETTER.findall(text)) / letters if letters else 0.0


def repair_text(text: str) -> str:
    """The text with every line repaired that was decoded with a wrong table."""
    return "\n".join(repair(line)[0] for line in text.split("\n"))


def repair(line: str) -> tuple[str, tuple[int, ...] | None]:
    """The line, turned back when it was decoded wrongly, and for each character where it stood.

    The offsets have one more entry, the end of the line; they are None where nothing was changed.
    """
    if not SUSPECT.search(line):
        return line, None
    # A repair must be much better: a French name in an Arabic line is no accident.
    floor = _quality(line) + 0.3
    repairs = [fixed for fixed in (_turn_back(line, *each) for each in ACCIDENTS) if fixed]
    best = max(repairs, key=lambda fixed: _quality(fixed[0]), default=None)
    return best if best and _quality(best[0]) > floor else (line, None)


def _turn_back(line: str, wrong: str, right: str) -> tuple[str, tuple[int, ...]] | None:
    try:
        data = line.encode(wrong)
        text = data.decode(right)
    except UnicodeError:  # the accident was another one
        return None
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        # Every table that a text is wrongly read with gives one character for one byte.
        at += len(character.encode(right))
    return text, (*offsets, len(line))


def _quality(text: str) -> float:
    """Arabic letters less what no Arabic text has, as a share of what is not blank or ASCII."""
    other = [c for c in text if c > "\x7f" and not c.isspace()]
    if not other:
        return 0.0
    # U+0637 and U+0638 lead every pair when UTF-8 was read as windows-1256: they are half the text.
    heavy = sum(c in "\u0637\u0638" for c in other)
    excess = max(0, heavy - len(other) // 5)
    good = sum(bool(ARABIC_LETTER.match(c)) or c in "،؛؟«»“”…–" for c in other)
    return (good - 2 * excess) / len(other)
