"""Slugs: the names of folders, types and topics, which stand in addresses of the site."""

import re

LIMIT = 80
"""Bytes, so that a path with language, folder and extension stays far below 255."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
# `index` is the page of the folder itself; the others cannot be file names on Windows.
_RESERVED = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)


def slug_fault(slug: str) -> tuple[str, str] | None:
    """What is wrong with a name that shall stand in addresses and how to fix it, or None.

    >>> slug_fault("Water plant")[0]
    'cannot stand in an address'
    """
    if not _SLUG.fullmatch(slug):
        fix = "Use small letters a-z, digits and single hyphens, such as «water-plant»."
        return "cannot stand in an address", fix
    if len(slug) > LIMIT:
        return f"is longer than {LIMIT} characters", "Shorten it."
    return ("is a reserved name", "Choose another.") if slug in _RESERVED else None
