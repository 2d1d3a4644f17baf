"""The small values that every other type is made of: names of things, languages, places.

Spans are half-open and count code points of one `Block.text`, never bytes. Lines count from 1.
"""

from dataclasses import dataclass
from typing import NewType

from generator.model.record import record

Slug = NewType("Slug", str)
TopicId = NewType("TopicId", str)
ParagraphId = NewType("ParagraphId", str)
LanguageTag = NewType("LanguageTag", str)
FoldedText = NewType("FoldedText", str)
IsoDate = NewType("IsoDate", str)
"""`2024`, `2024-02`, `2024-02-13`, `2024-W24`, `2026-Q4`, `1980s`, or a range `2026-03/2026-05`."""

ARABIC = LanguageTag("ar")
ENGLISH = LanguageTag("en")
LANGUAGES = (ARABIC, ENGLISH)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A line of a file; line 0 means the file as a whole."""

    path: str
    line: int = 0


@record(frozen=True, slots=True, order=True)
class Span:
    """Half-open, in code points of one `Block.text`."""

    start: int
    end: int
