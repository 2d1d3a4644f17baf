"""`speakers.yml`: what those who speak without a topic page are called, in both languages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.files import read_entries
from generator.errors import Diagnostic
from generator.model import FoldedText, Location, Speaker
from generator.rules import Fields, Problems, quoted
from generator.text import fold

FILE = "speakers.yml"


def read_speakers(path: Path, problems: Problems) -> tuple[Speaker, ...]:
    """The entries of the file; what is wrong with it goes to `problems`."""
    return tuple(_read(entry) for entry in read_entries(path, problems, "speakers"))


def _read(fields: Fields) -> Speaker:
    speaker = Speaker(
        ar=fields.required_text("ar"),
        en=fields.required_text("en"),
        also=fields.texts("also"),
        location=Location(fields.problems.path, fields.line()),
    )
    fields.finish()
    return speaker


def check_speakers(speakers: Iterable[Speaker]) -> Iterator[Diagnostic]:
    """Wordings that two entries claim: nobody could tell who of them spoke."""
    first: dict[FoldedText, Speaker] = {}
    for speaker in speakers:
        for words in (speaker.ar, *speaker.also):
            other = first.setdefault(fold(words), speaker)
            if other is not speaker:
                what = f"{quoted(words)} also stands in line {other.location.line}."
                yield Diagnostic(speaker.location, what, "Leave it in one of the two entries.")
