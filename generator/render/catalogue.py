"""The words of a language's pages: msgids in English, translated by its message catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files

from babel import Locale
from babel.messages.pofile import read_po

from generator.errors import Diagnostic, RuleFileError
from generator.model import LanguageTag, Location

# The context of a dual that follows a preposition: «أكثر من سنتين», beside «سنتان».
AFTER_PREPOSITION = "two of them, after a preposition"


def message(msgid: str) -> str:
    """The msgid itself; marks a text of a table for the catalogue."""
    return msgid


def messages(singular: str, plural: str) -> tuple[str, str]:
    """Both msgids; marks a counted text of a table for the catalogue."""
    return singular, plural


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language; a msgid that it lacks is an error, never left in English."""

    language: LanguageTag
    texts: Mapping[tuple[str, str], tuple[str, ...]]

    def text(self, msgid: str, /, **fields: object) -> str:
        """The message as plain text, its fields filled in."""
        return self._forms("", msgid)[0] % fields

    def pair(self, msgid: str, /, **fields: object) -> str:
        """The dual of a counted message in the form that follows a preposition."""
        return self._forms(AFTER_PREPOSITION, msgid)[0] % fields

    def count(self, counted: tuple[str, str], number: Decimal | int, /, **fields: object) -> str:
        """The counted message in the form that the number takes, as plain text."""
        return self._forms("", counted[0])[self.plural_index(number)] % fields

    def plural_index(self, number: Decimal | int) -> int:
        """Which form the number takes; a fraction takes the last."""
        if self.language == "en":
            return 0 if number == 1 else 1
        form = Locale.parse(self.language).plural_form(number)
        return ("zero", "one", "two", "few", "many", "other").index(form)

    def _forms(self, context: str, msgid: str) -> tuple[str, ...]:
        forms = self.texts.get((context, msgid))
        if forms is None or not all(forms):
            raise RuleFileError(
                Diagnostic(
                    Location(f"generator/languages/{self.language}/LC_MESSAGES/messages.po"),
                    f"no translation of «{msgid}».",
                    "Add it to the catalogue.",
                )
            )
        return forms


def load_catalogue(language: LanguageTag) -> Catalogue:
    """The messages of a language, read from its messages.po."""
    path = files("generator") / "languages" / language / "LC_MESSAGES" / "messages.po"
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    with path.open("rb") as stream:
        for entry in read_po(stream, locale=language, abort_invalid=True):
            if entry.id:
                key = entry.id if isinstance(entry.id, str) else entry.id[0]
                string = entry.string or ""
                forms = (string,) if isinstance(string, str) else tuple(string)
                texts[entry.context or "", key] = forms
    return Catalogue(language, texts)
