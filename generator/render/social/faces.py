"""The site's own faces as a shaper and a painter want them: measured, and as files.

A face is two files, Arabic and Latin, as browsers load them by `unicode-range`. A text is parted
between the two by letter; the painter then needs no search for a face that has a letter, and takes
none from the machine.
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
from fontTools.ttLib import TTFont

from generator.errors import ConfigError, Diagnostic
from generator.model import Location

# Files of the site's style sheet, by the names that the SVG calls them by.
FILES = {
    "head-arabic": "markazi-text-arabic-700-normal.woff2",
    "head-latin": "markazi-text-latin-700-normal.woff2",
    "text-arabic": "ibm-plex-sans-arabic-arabic-400-normal.woff2",
    "text-latin": "ibm-plex-sans-arabic-latin-400-normal.woff2",
}
_FAMILY_NAMES = frozenset({1, 4, 16})


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One file of a face: the family that the SVG names, its letters, and its shaper."""

    family: str
    letters: frozenset[int]
    font: uharfbuzz.Font
    rtl: bool

    def width(self, text: str) -> float:
        """How wide the text stands, in ems."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script = ("rtl", "Arab") if self.rtl else ("ltr", "Latn")
        uharfbuzz.shape(self.font, buffer)
        positions = buffer.glyph_positions or ()
        return float(sum(position.x_advance for position in positions) / self.font.face.upem)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A face in both scripts."""

    arabic: Cut
    latin: Cut

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
        plain = letter if self._has(letter) else unicodedata.normalize("NFKD", letter)
        return "".join(part for part in plain if self._has(part))

    def _has(self, letter: str) -> bool:
        return ord(letter) in self.latin.letters or ord(letter) in self.arabic.letters

    def parts(self, text: str) -> Iterator[tuple[Cut, str]]:
        """The text in runs of one file; a space stays with what stands before it."""
        cuts: list[Cut] = []
        for letter in text:
            if letter == " " and cuts:
                cuts.append(cuts[-1])
            else:
                cuts.append(self.arabic if ord(letter) in self.arabic.letters else self.latin)
        for cut, run in groupby(zip(cuts, text, strict=True), key=lambda pair: pair[0]):
            yield cut, "".join(letter for _, letter in run)

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
    return sum(cut.width(run) for cut, run in face.parts(text))


@cache
def load_faces(folder: Path) -> Faces:
    """The faces in a folder of woff2 files; read once in a process.

    Raises:
        ConfigError: a file is missing.
    """
    plain = {family: _plain_font(folder / name, family) for family, name in FILES.items()}
    cuts = {
        family: Cut(
            family, letters, uharfbuzz.Font(uharfbuzz.Face(data)), family.endswith("arabic")
        )
        for family, (data, letters) in plain.items()
    }
    head = Face(cuts["head-arabic"], cuts["head-latin"])
    text = Face(cuts["text-arabic"], cuts["text-latin"])
    return Faces(head, text, _files({family: data for family, (data, _) in plain.items()}))


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


def _plain_font(path: Path, family: str) -> tuple[bytes, frozenset[int]]:
    """The font unpacked, under a family name of its own, and its letters."""
    font = TTFont(io.BytesIO(font_bytes(path)), recalcTimestamp=False)
    font.flavor = None
    for record in font["name"].names:
        if record.nameID in _FAMILY_NAMES:
            record.string = family
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), frozenset(font.getBestCmap())
