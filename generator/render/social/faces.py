"""The site's own faces as a shaper and a painter want them: measured, and as files.

A face is two files, Arabic and Latin, as browsers load them by `unicode-range`. Here they are made
one again: the painter is at a loss with a line whose letters stand in two, and this way it needs no
search for a face that has a letter, and takes none from the machine.
"""

import atexit
import io
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from generator.errors import ConfigError, Diagnostic
from generator.model import Location

# Family -> the files of the site's style sheet, by the name that the SVG calls it by.
FILES = {
    "head": ("markazi-text-arabic-700-normal.woff2", "markazi-text-latin-700-normal.woff2"),
    "text": (
        "ibm-plex-sans-arabic-arabic-400-normal.woff2",
        "ibm-plex-sans-arabic-latin-400-normal.woff2",
    ),
}
_FAMILY_NAMES = frozenset({1, 4, 16})
_ARABIC = frozenset({"AL", "R"})
# Marks and spaces stand in the run of the letter before them.
_CLINGING = frozenset({"NSM", "WS"})


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A face in both scripts: the family that the SVG names, its letters, and its shaper."""

    family: str
    letters: frozenset[int]
    font: uharfbuzz.Font

    def drawable(self, text: str) -> str:
        """The text without what the face cannot draw; a letter with a foreign accent loses that.

        Direction marks go as well: the lines of a card bring their own.
        """
        kept = "".join(self._drawable(letter) for letter in unicodedata.normalize("NFC", text))
        return " ".join(filter(None, kept.split(" ")))

    def _drawable(self, letter: str) -> str:
        if letter in "\n\t":
            return " "
        if unicodedata.category(letter) in {"Cf", "Cc"}:
            return ""
        if ord(letter) in self.letters:
            return letter
        plain = unicodedata.normalize("NFKD", letter)
        return "".join(part for part in plain if ord(part) in self.letters)

    def width(self, text: str) -> float:
        """How wide the text stands on one line, in ems."""
        return _width(self, text)


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The face of headlines, that of texts, and the files that a painter reads them from."""

    head: Face
    text: Face
    files: tuple[str, ...]


@lru_cache(maxsize=100_000)
def _width(face: Face, text: str) -> float:
    return sum(_run_width(face.font, run, is_arabic) for is_arabic, run in runs(text))


def _run_width(font: uharfbuzz.Font, text: str, is_arabic: bool) -> float:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script = ("rtl", "Arab") if is_arabic else ("ltr", "Latn")
    uharfbuzz.shape(font, buffer)
    positions = buffer.glyph_positions or ()
    return float(sum(position.x_advance for position in positions) / font.face.upem)


def runs(text: str) -> Iterator[tuple[bool, str]]:
    """The text in runs that are shaped together, each with whether it is Arabic."""
    arabic: list[bool] = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        arabic.append(arabic[-1] if kind in _CLINGING and arabic else kind in _ARABIC)
    for is_arabic, run in groupby(zip(arabic, text, strict=True), key=lambda pair: pair[0]):
        yield is_arabic, "".join(letter for _, letter in run)


@cache
def load_faces(folder: Path) -> Faces:
    """The faces in a folder of woff2 files; read once in a process.

    Raises:
        ConfigError: a file is missing.
    """
    fonts = {
        family: _whole_font([font_bytes(folder / name) for name in names], family)
        for family, names in FILES.items()
    }
    head, text = (_face(family, data) for family, data in fonts.items())
    return Faces(head, text, _files(fonts))


def _face(family: str, data: bytes) -> Face:
    letters = frozenset(TTFont(io.BytesIO(data)).getBestCmap())
    return Face(family, letters, uharfbuzz.Font(uharfbuzz.Face(data)))


def _files(fonts: dict[str, bytes]) -> tuple[str, ...]:
    """The fonts as files, which the painter wants; they go when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="sharh-faces-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for family, data in fonts.items():
        (folder / f"{family}.ttf").write_bytes(data)
    return tuple(str(folder / f"{family}.ttf") for family in fonts)


def font_bytes(path: Path) -> bytes:
    """A face as browsers load it.

    Raises:
        ConfigError: it is missing.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"this face of the cards cannot be read ({error.strerror})."
        fix = "Put it back, or set «social_cards: false» under extra.sharh in mkdocs.yml."
        raise ConfigError(Diagnostic(Location(str(path)), what, fix)) from None


def _whole_font(files: list[bytes], family: str) -> bytes:
    """Files of one face, unpacked and made one, under a family name of its own."""
    font = Merger().merge([_unpacked(data) for data in files])
    font.recalcTimestamp = False
    for record in font["name"].names:
        if record.nameID in _FAMILY_NAMES:
            record.string = family
    return _saved(font)


def _unpacked(data: bytes) -> io.BytesIO:
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    return io.BytesIO(_saved(font))


def _saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
