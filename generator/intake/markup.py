"""Scripts, styles and bare tags in a text file: taken out before any rule looks at a line."""

import re
from collections.abc import Iterator

from generator.model import CleanLine, LineKind, RemovedLine

from .characters import clean_characters

SHOWN = 300
OPENING = re.compile(r"<(script|style|noscript|svg|iframe|template)\b[^<>]{0,4000}>", re.IGNORECASE)


def read_lines(text: str) -> Iterator[tuple[CleanLine, RemovedLine | None]]:
    """Each raw line cleaned, and what of it was code or markup without any text."""
    inside = ""
    for number, raw in enumerate(text.split("\n"), start=1):
        shown, inside = _without_code(raw, inside)
        line = clean_characters(shown, number)
        if line.text or not raw.strip():
            yield line, None
        else:
            note = " ".join(raw.split())[:SHOWN]
            yield line, RemovedLine(number, note, LineKind.NOISE_MARKER, "markup")


def _without_code(raw: str, inside: str) -> tuple[str, str]:
    """The line with code blanked out, so that offsets stay, and the element left open, if any."""
    if not inside and "<" not in raw:
        return raw, ""
    parts: list[str] = []
    at = 0
    lowered = raw.lower()
    while at < len(raw):
        if inside:
            end = lowered.find(f"</{inside}", at)
            end = len(raw) if end < 0 else end
            closed = lowered.find(">", end)
            stop = len(raw) if closed < 0 else closed + 1
            inside = "" if end < len(raw) else inside
        else:
            match = OPENING.search(raw, at)
            stop = match.start() if match else len(raw)
            parts.append(raw[at:stop])
            at = stop
            if match:
                inside, stop = match[1].lower(), match.end()
        parts.append(" " * (stop - at))
        at = stop
    return "".join(parts), inside
