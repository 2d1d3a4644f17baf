"""English: how it is written. Its words are in lexicon.yaml, its interface in LC_MESSAGES."""

from generator.languages.language import Language
from generator.model import ENGLISH

LANGUAGE = Language(
    tag=ENGLISH,
    script="Latn",
    direction="ltr",
    digits=("latn",),
    calendars=("gregory",),
)
