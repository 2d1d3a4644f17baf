"""An SVG -> its PNG, and the key by which a PNG that is there already is known to be the right one."""

import hashlib
import struct
import zlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from pathlib import Path

import resvg_py

from generator.render.social.design import card_svg
from generator.render.social.faces import FILES, font_bytes, load_faces
from generator.render.social.words import SocialCard

# A PNG begins with 8 bytes of signature and 25 of IHDR; any chunk may follow.
_HEAD = 33
_KEYWORD = b"Sharh"


def card_key(card: SocialCard, fonts: Path) -> str:
    """A digest of all that the card's bytes depend on: its words, the design, faces and libraries.

    Raises:
        ConfigError: a face is missing.
    """
    return hashlib.sha256((repr(card) + _design(fonts)).encode("utf-8")).hexdigest()


@cache
def _design(fonts: Path) -> str:
    """A digest of this package's code, the faces, and the libraries that shape and paint."""
    digest = hashlib.sha256()
    for name in ("resvg_py", "uharfbuzz", "fonttools"):
        digest.update(f"{name} {version(name)}\n".encode())
    code = [entry for entry in files("generator.render.social").iterdir() if entry.is_file()]
    code.append(files("generator.render.pictures") / "svg.py")
    for entry in sorted(code, key=lambda entry: entry.name):
        digest.update(entry.read_bytes())
    for name in chain.from_iterable(FILES.values()):
        digest.update(font_bytes(fonts / name))
    return digest.hexdigest()


def paint_card(card: SocialCard, fonts: Path, key: str) -> bytes:
    """The card as a PNG that holds its key."""
    faces = load_faces(fonts)
    return paint(card_svg(card, faces), key, faces.files)


def paint(svg: str, key: str, fonts: tuple[str, ...] = (), width: int | None = None) -> bytes:
    """The SVG as a PNG, in its own size or so many pixels wide, with no face but those given."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg, width=width, font_files=list(fonts), skip_system_fonts=True
    )
    return png[:_HEAD] + _chunk(b"tEXt", _KEYWORD + b"\0" + key.encode("ascii")) + png[_HEAD:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    length, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
    return length + kind + data + check
