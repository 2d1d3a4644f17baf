"""The groups of words in a lexicon's file, read with their shape checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.languages.words import Phrases, Words, phrases
from generator.rules import KeyPath, Problems, YamlDocument, YamlValue, nearest
from generator.text import fold


@dataclass(slots=True)
class Groups:
    """Reads the groups of a lexicon; a wrong shape or an unknown group becomes a problem."""

    document: YamlDocument
    problems: Problems
    at: KeyPath = ()
    asked: set[str] = field(default_factory=set)
    parts: list["Groups"] = field(default_factory=list)

    def _value(self, key: str | int) -> YamlValue:
        value: YamlValue = self.document.value
        for step in (*self.at, key):
            if isinstance(value, Mapping):
                value = value.get(str(step), "")
            elif isinstance(value, tuple) and isinstance(step, int):
                value = value[step]
        self.asked.add(str(key))
        return value

    def _wrong(self, key: str, expected: str) -> None:
        line = self.document.line((*self.at, key))
        self.problems.error(line, f"«{key}» is no {expected}.", f"Write it as a {expected}.")

    def text(self, key: str) -> str:
        """The text of a key, empty where it is absent."""
        value = self._value(key)
        if isinstance(value, str):
            return value
        self._wrong(key, "text")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The entries of a list as written."""
        value = self._value(key)
        if value == "":
            return ()
        if isinstance(value, tuple) and all(isinstance(entry, str) for entry in value):
            return tuple(str(entry) for entry in value)
        self._wrong(key, "list of words")
        return ()

    def words(self, key: str) -> Words:
        """The entries of a list, folded."""
        return folded_words(self.texts(key))

    def verbs(self, key: str) -> Words:
        """The entries of a list, folded; of «قال/يقول» both tenses in both genders."""
        return frozenset(form for entry in self.texts(key) for form in _conjugated(fold(entry)))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The entries of a list of pairs, folded."""
        value = self._value(key) or ()
        pairs = [entry for entry in value if isinstance(entry, tuple) and len(entry) == 2]
        if len(pairs) != len(value):
            self._wrong(key, "list of pairs")
        return tuple((fold(str(first)), fold(str(second))) for first, second in pairs)

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The entries of a list of lists of words."""
        value = self._value(key) or ()
        rows = [tuple(str(word) for word in row) for row in value if isinstance(row, tuple)]
        if len(rows) != len(value):
            self._wrong(key, "list of lists")
        return tuple(rows)

    def section(self, key: str | int) -> "Groups":
        """The groups under a key."""
        self.asked.add(str(key))
        part = Groups(self.document, self.problems, (*self.at, key))
        self.parts.append(part)
        return part

    def keys(self, key: str) -> tuple[str, ...]:
        """The keys under a key, where they are data."""
        value = self._value(key)
        if value != "" and not isinstance(value, Mapping):
            self._wrong(key, "group")
        return tuple(value) if isinstance(value, Mapping) else ()

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists by their key."""
        keys, part = self.keys(key), self.section(key)
        return {name: part.texts(name) for name in keys}

    def values(self, key: str) -> dict[str, str]:
        """Texts by their key."""
        keys, part = self.keys(key), self.section(key)
        return {name: part.text(name) for name in keys}

    def named_sections(self, key: str) -> list["Groups"]:
        """The groups under each key of a group."""
        keys, part = self.keys(key), self.section(key)
        return [part.section(name) for name in keys]

    def sections(self, key: str) -> list["Groups"]:
        """The groups of a list of groups."""
        value = self._value(key) or ()
        part = self.section(key)
        return [part.section(number) for number in range(len(value))]

    def by_value(self, key: str) -> dict[str, str]:
        """{value: [words]} turned round: folded word -> value; of equal words the first counts."""
        table: dict[str, str] = {}
        for value, entries in self.lists(key).items():
            for entry in entries:
                table.setdefault(fold(entry), value)
        return table

    def by_verb(self, key: str) -> dict[str, str]:
        """{value: [verbs]} turned round: each form of a verb -> value, folded."""
        keys, part = self.keys(key), self.section(key)
        return {form: fold(value) for value in keys for form in part.verbs(value)}

    def numbers(self, key: str) -> dict[str, int]:
        """The same where the values are whole numbers."""
        return {word: self._whole(key, value) for word, value in self.by_value(key).items()}

    def phrases(self, key: str) -> Phrases[str]:
        """{value: [phrases]} as a table of phrases."""
        return phrases((e, value) for value, entries in self.lists(key).items() for e in entries)

    def numbered_phrases(self, key: str) -> Phrases[int]:
        """The same where the values are whole numbers."""
        return phrases(
            (entry, self._whole(key, value))
            for value, entries in self.lists(key).items()
            for entry in entries
        )

    def _whole(self, key: str, value: str) -> int:
        if value.isascii() and value.isdigit():
            return int(value)
        self._wrong(key, "group of whole numbers")
        return 0

    def finish(self) -> None:
        """Reports the keys that nobody asked for."""
        value: YamlValue = self.document.value
        for step in self.at:
            if isinstance(value, Mapping):
                value = value.get(str(step), "")
            elif isinstance(value, tuple) and isinstance(step, int):
                value = value[step]
        for key in value if isinstance(value, Mapping) else ():
            if key not in self.asked:
                line = self.document.line((*self.at, key))
                self.problems.error(
                    line, f"The group «{key}» is not read.", nearest(key, sorted(self.asked))
                )
        for part in self.parts:
            part.finish()


def folded_words(entries: Iterable[str]) -> Words:
    """The entries, folded."""
    return frozenset(fold(entry) for entry in entries)


def folded_lists(table: Mapping[str, tuple[str, ...]]) -> dict[str, Words]:
    """The lists of a table, folded."""
    return {key: folded_words(entries) for key, entries in table.items()}


def _conjugated(entry: str) -> Iterator[str]:
    """«قال/يقول» gives «قال», «قالت», «يقول», «تقول»; one form alone gives itself."""
    past, _, present = entry.partition("/")
    yield past
    if present:
        yield (past[:-1] if past.endswith(("ي", "ا")) else past) + "ت"
        yield present
        yield "ت" + present[1:]
