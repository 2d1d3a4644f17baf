"""The type that describes a language."""

from dataclasses import dataclass

from generator.model import LanguageTag


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is written: ISO 15924 script, direction, CLDR digits and calendars, usual first."""

    tag: LanguageTag
    script: str
    direction: str
    digits: tuple[str, ...]
    calendars: tuple[str, ...]
