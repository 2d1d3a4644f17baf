"""Reading the keys of a mapping as the types that the caller names."""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from generator.model import IsoDate
from generator.rules.document import KeyPath, YamlDocument, YamlValue
from generator.rules.problems import Problems
from generator.rules.words import is_plain, is_web_address, name_character, nearest, quoted

Choice = TypeVar("Choice", bound=StrEnum)

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


class Fields:
    """Reads the keys of one mapping as the types asked for, and collects every problem.

    A key that nobody asked for is unknown: call `finish` after the last one. An optional key
    without a value counts as absent. Texts come back NFC, on one line, trimmed.
    """

    def __init__(self, document: YamlDocument, problems: Problems, at: KeyPath = ()) -> None:
        self.document = document
        self.problems = problems
        self.at = at
        self._asked: list[str] = []
        value = _value_at(document.value, at)
        self._values: Mapping[str, YamlValue] = value if isinstance(value, Mapping) else {}
        self._broken = not isinstance(value, Mapping)
        if self._broken:
            found = f"{self._name()} is {_type_name(value)} where «key: value» lines are expected."
            problems.error(document.line(at), found, "Write one «key: value» on each line.")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line(self, key: str | None = None) -> int:
        """The line of a key, or of the mapping itself."""
        return self.document.line(self.at if key is None else (*self.at, key))

    def keys(self) -> tuple[str, ...]:
        """The keys as the file has them, for mappings whose keys are data."""
        self._asked.extend(self._values)
        return tuple(self._values)

    def error(self, key: str | None, what: str, fix: str) -> None:
        """Notes a problem at a key."""
        self.problems.error(self.line(key), what, fix)

    def text(self, key: str) -> str | None:
        """The text of an optional key."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, str):
            return self._clean(value, self.line(key), self._name(key)) or None
        self.error(
            key,
            f"{self._name(key)} is {_type_name(value)} where a text is expected.",
            "Write one text.",
        )
        return None

    def required_text(self, key: str) -> str:
        """The text of a key that must be there; an empty text when it is not."""
        return self.text(key) or self._missing(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, which may be absent."""
        return tuple(text for text, _ in self.located_texts(key))

    def located_texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """The texts of a list, each with its line."""
        found: list[tuple[str, int]] = []
        for index, entry in enumerate(self._list(key)):
            line = self.document.line((*self.at, key, index))
            name = f"Entry {index + 1} of {self._name(key)}"
            if not isinstance(entry, str):
                self.problems.error(
                    line, f"{name} is {_type_name(entry)}.", "Write one text in each entry."
                )
            elif text := self._clean(entry, line, name):
                found.append((text, line))
            else:
                self.problems.error(
                    line, f"{name} is empty.", "Write a text or take the entry out."
                )
        return tuple(found)

    def date(self, key: str, *, months: bool = False) -> IsoDate | None:
        """The date of an optional key: `2026-11-22`, and `2026-11` where months are allowed."""
        text = self.text(key)
        if text is None:
            return None
        match = _DATE.fullmatch(text)
        if match is None or (match[3] is None and not months):
            form = "2026-11-22 or 2026-11" if months else "2026-11-22"
            self.error(
                key, f"{self._name(key)} is {quoted(text)}, not a date.", f"Write it as {form}."
            )
        elif not _is_on_calendar(int(match[1]), int(match[2]), int(match[3] or 1)):
            self.error(
                key,
                f"{self._name(key)} is {quoted(text)}, a day that no calendar has.",
                "Write year, month from 01 to 12, day of that month.",
            )
        else:
            return IsoDate(text)
        return None

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """The member of the enum that an optional key names."""
        text = self.text(key)
        if text is None:
            return None
        values = [member.value for member in choices]
        if text in values:
            return choices(text)
        self.error(
            key,
            f"{self._name(key)} is {quoted(text)}, which is not a choice.",
            nearest(text, values),
        )
        return None

    def required_choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """The member of the enum that a key names; a missing key is a problem."""
        if not self.filled(key):
            self._asked.append(key)
            self._missing(key)
            return None
        return self.choice(key, choices)

    def flag(self, key: str) -> bool:
        """Whether an optional key says `true`."""
        text = self.text(key)
        if text not in {None, "true", "false"}:
            self.error(key, f"{self._name(key)} is {quoted(text or '')}.", "Write true or false.")
        return text == "true"

    def number(self, key: str) -> Decimal | None:
        """The exact decimal of an optional key."""
        text = self.text(key)
        if text is None:
            return None
        if _NUMBER.fullmatch(text):
            return Decimal(text)
        what = f"{self._name(key)} is {quoted(text)}, not a number."
        self.error(key, what, "Write digits 0-9, with a point before decimals and nothing else.")
        return None

    def integer(self, key: str) -> int | None:
        """The whole number of an optional key."""
        number = self.number(key)
        if number is None or number == int(number):
            return None if number is None else int(number)
        self.error(
            key, f"{self._name(key)} is «{number}», not a whole number.", "Write a whole number."
        )
        return None

    def url(self, key: str) -> str | None:
        """The web address of an optional key."""
        text = self.text(key)
        if text is None or is_web_address(text):
            return text
        what = f"{self._name(key)} is {quoted(text)}, not a web address."
        self.error(key, what, "Write the whole address, beginning with https:// or http://.")
        return None

    def section(self, key: str) -> "Fields | None":
        """The mapping under an optional key."""
        if self._take(key) is None:
            return None
        return Fields(self.document, self.problems, (*self.at, key))

    def required_section(self, key: str) -> "Fields | None":
        """The mapping under a key that must be there."""
        section = self.section(key)
        if section is None:
            self._missing(key)
        return section

    def sections(self, key: str) -> tuple["Fields", ...]:
        """The mappings of a list, which may be absent."""
        count = len(self._list(key, "Begin each entry with «- »."))
        return tuple(
            Fields(self.document, self.problems, (*self.at, key, index)) for index in range(count)
        )

    def filled(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return self._values.get(key, "") not in ("", ())

    def finish(self) -> None:
        """Reports the keys that nobody asked for, each with the nearest key that is read here."""
        known = list(dict.fromkeys(self._asked))
        for key in self._values:
            if key not in known:
                self.error(key, f"The key {quoted(key)} is not read here.", nearest(key, known))

    def _take(self, key: str) -> "YamlValue | None":
        self._asked.append(key)
        value = self._values.get(key, "")
        return None if value == "" else value

    def _list(self, key: str, fix: str = "Write [a, b].") -> tuple[YamlValue, ...]:
        value = self._take(key)
        if value is None or isinstance(value, tuple):
            return value or ()
        what = f"{self._name(key)} is {_type_name(value)} where a list is expected."
        self.error(key, what, fix)
        return ()

    def _missing(self, key: str) -> str:
        # A key or a mapping of the wrong type has been reported already.
        if not self.filled(key) and not self._broken:
            if key in self._values:
                self.error(key, f"{self._name(key)} is empty.", "Write it after the colon.")
            else:
                self.error(key, f"{self._name(key)} is missing.", f"Add a line «{key}: …».")
        return ""

    def _clean(self, text: str, line: int, name: str) -> str:
        for character in sorted({c for c in text if not is_plain(c)}):
            what = f"{name} holds the invisible character {name_character(character)}."
            self.problems.error(line, what, "Delete it.")
        return unicodedata.normalize("NFC", " ".join(text.split()))

    def _name(self, key: str | None = None) -> str:
        path = self.at if key is None else (*self.at, key)
        named = ".".join(part for part in path if isinstance(part, str))
        if key is None and path and isinstance(path[-1], int):
            return f"Entry {path[-1] + 1}" + (f" of «{named}»" if named else "")
        return f"«{named}»" if named else "Here"


def listed_fields(document: YamlDocument, problems: Problems, key: str) -> tuple[Fields, ...]:
    """The mappings of a file that is a list of them, bare or under its one key."""
    if isinstance(document.value, tuple):
        return tuple(Fields(document, problems, (place,)) for place in range(len(document.value)))
    fields = Fields(document, problems)
    entries = fields.sections(key)
    fields.finish()
    return entries


def _value_at(value: YamlValue, at: KeyPath) -> YamlValue:
    for part in at:
        value = value.get(str(part), "") if isinstance(value, Mapping) else value[int(part)]
    return value


def _is_on_calendar(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:  # the calendar's own check
        return False
    return True


def _type_name(value: YamlValue) -> str:
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, tuple) else "a group of keys"
