"""The slug of an article, which is the name of its folder: the editor's, the file's, or a hash."""

import re
from pathlib import PurePath

from generator.errors import ContentError, Diagnostic
from generator.model import IntakeResult, Location, Slug
from generator.slugs import slug_fault
from generator.text import text_hash

from .options import ImportOptions

HASH_DIGITS = 8
# A word, as opposed to a part of a hash: three letters or more, and not only those of hexadecimals
# mixed with digits.
READABLE = re.compile(r"[a-z]{3,}")


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
    if fault := slug_fault(slug):
        what, fix = fault
        raise ContentError(Diagnostic(Location("--slug"), f"«{slug}» {what}.", fix))
    return Slug(slug)


def _is_readable(stem: str) -> bool:
    """Whether the name says something: a slug with a word that is no part of a hash."""
    if slug_fault(stem):
        return False
    return any(READABLE.search(part) and not _is_hash(part) for part in stem.split("-"))


def _is_hash(part: str) -> bool:
    """Long parts that mix letters and digits are hashes or record numbers."""
    return bool(re.search(r"\d", part)) and (
        len(part) >= HASH_DIGITS or not re.search(r"[g-z]", part)
    )
