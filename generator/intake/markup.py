"""Scripts, styles and bare tags in a text file: taken out before any rule looks at a line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import BlockKind, CleanLine, LineKind, MediaType, RawArticle, RemovedLine

from .characters import clean_characters, cut

SHOWN = 300
HEADING = re.compile(r"(#{1,6})\s{1,4}(?=\S)")
OPENING = re.compile(r"<(script|style|noscript|svg|iframe|template)\b[^<>]{0,4000}>", re.IGNORECASE)


def read_lines(raw: RawArticle) -> Iterator[tuple[CleanLine, RemovedLine | None]]:
    """Each raw line cleaned, and what of it was code or markup without any text."""
    inside = ""
    marked_up = raw.media_type is MediaType.MARKDOWN
    for number, text in enumerate(raw.text.split("\n"), start=1):
        shown, inside = _without_code(text, inside)
        line = _heading(clean_characters(shown, number))
        line = _quotation(line) if marked_up else line
        if line.text or not text.strip():
            yield line, None
        else:
            note = " ".join(text.split())[:SHOWN]
            yield line, RemovedLine(number, note, LineKind.NOISE_MARKER, "markup")


def _heading(line: CleanLine) -> CleanLine:
    """The line without the signs by which Markdown marks a heading."""
    match = HEADING.match(line.text)
    if match is None:
        return line
    bare = cut(line, match.end(), len(line.text.rstrip("# ")))
    return replace(bare, kind=BlockKind.HEADING, level=len(match[1])) if bare.text else line


def _quotation(line: CleanLine) -> CleanLine:
    """The line of Markdown without the signs of a quotation."""
    if not line.text.startswith(">"):
        return line
    start = len(line.text) - len(line.text.lstrip("> "))
    return replace(cut(line, start, len(line.text)), kind=BlockKind.QUOTE)


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
