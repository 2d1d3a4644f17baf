"""The slug of an article, which is the name of its folder: the editor's, the file's, or a hash."""

import re
from pathlib import PurePath

from generator.errors import ContentError, Diagnostic
from generator.model import IntakeResult, Location, Slug
from generator.text import text_hash

from .options import ImportOptions

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_BYTES = 80
HASH_DIGITS = 8
# A word, as opposed to a part of a hash: three letters or more, and not only those of hexadecimals
# mixed with digits.
READABLE = re.compile(r"[a-z]{3,}")
# Names that Windows keeps for devices.
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
)


def slug_for(result: IntakeResult, options: ImportOptions) -> Slug:
    """The slug: the editor's; else the file's readable name; else the date and a short hash."""
    if options.slug:
        return _checked(options.slug)
    stem = re.sub(r"[_\s]+", "-", PurePath(result.raw.source).stem.lower()).strip("-")
    if _is_readable(stem):
        return Slug(stem)
    texts = (block.text for block in result.article.blocks)
    return Slug(f"{result.article.published or 'undated'}-{text_hash(*texts)[:HASH_DIGITS]}")


def _checked(slug: str) -> Slug:
    if SLUG.fullmatch(slug) and len(slug) <= SLUG_BYTES and slug not in RESERVED:
        return Slug(slug)
    what = f"«{slug}» is no slug."
    fix = f"Use letters a-z, digits and single hyphens, {SLUG_BYTES} characters at most."
    raise ContentError(Diagnostic(Location("--slug"), what, fix))


def _is_readable(stem: str) -> bool:
    """Whether the name says something: ASCII, with a word that is no part of a hash."""
    if not SLUG.fullmatch(stem) or len(stem) > SLUG_BYTES or stem in RESERVED:
        return False
    return any(READABLE.search(part) and not _is_hash(part) for part in stem.split("-"))


def _is_hash(part: str) -> bool:
    """Long parts that mix letters and digits are hashes or record numbers."""
    return bool(re.search(r"\d", part)) and (
        len(part) >= HASH_DIGITS or not re.search(r"[g-z]", part)
    )
