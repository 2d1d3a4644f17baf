"""Arabic: how it is written. Its words are in lexicon.yaml, its interface in LC_MESSAGES."""

from generator.languages.language import Language
from generator.model import ARABIC

LANGUAGE = Language(
    tag=ARABIC,
    script="Arab",
    direction="rtl",
    digits=("latn", "arab", "arabext"),
    calendars=("gregory", "islamic-umalqura"),
)
