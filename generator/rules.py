"""The one loader of YAML: strict, everything a text, every value with its line.

YAML 1.1 turns `no` into False, `010` into 8 and `12:30` into 750. Here a scalar is the text that
the file shows; `Fields` reads it as the type that the caller names and collects every problem.
"""

import datetime
import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, TypeVar
from urllib.parse import urlsplit

import yaml

from generator.errors import Diagnostic, GeneratorError, RuleFileError, warning
from generator.model import IsoDate, Location
from generator.text import is_invisible

YamlValue: TypeAlias = "str | tuple[YamlValue, ...] | Mapping[str, YamlValue]"
KeyPath: TypeAlias = tuple[str | int, ...]
Choice = TypeVar("Choice", bound=StrEnum)

FRONT_MATTER_LIMIT = 16 * 1024
"""Bytes. The longest front matter of the bundled corpus is a tenth of it."""
FILE_LIMIT = 4 * 1024 * 1024
"""Bytes: a gazetteer of some 20,000 topics."""
DEPTH_LIMIT = 32

# libyaml's parser is ten times faster; PyYAML's wheels have it, a build from source may not.
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_QUOTE_IT = "Put a value that holds «: », «#» or quotation marks between single quotation marks."
_TAB = "tab"
_SYNTAX = (
    ("mapping values are not allowed", "A second «: » stands on this line.", _QUOTE_IT),
    (_TAB, "A tab stands where YAML wants spaces.", "Indent with spaces."),
    ("cannot start any token", "A value begins with a sign that YAML keeps for itself.", _QUOTE_IT),
    ("could not find expected ':'", "A key stands without its colon.", "Write «key: value»."),
    (
        "',' or ']'",
        "A list in square brackets is not closed.",
        "Close it with «]» and part entries with commas.",
    ),
    (
        "',' or '}'",
        "A group in braces is not closed.",
        "Close it with «}» and part entries with commas.",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark is not closed.",
        "Close it, or double it inside the text.",
    ),
    (
        "expected key",
        "This line is not indented like its neighbours.",
        "Line it up with the keys above it.",
    ),
    (
        "block mapping",
        "This line is not indented like its neighbours.",
        "Line it up with the keys above it.",
    ),
    ("nested too deep", "The values are nested too deep.", f"Keep to {DEPTH_LIMIT} levels."),
)

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_BREAKS = "\u2028\u2029\x85\r"


def quoted(text: str, limit: int = 60) -> str:
    """The text in guillemets for a message: on one line, shortened, invisible characters named."""
    shown = "".join(c if is_plain(c) else f"[U+{ord(c):04X}]" for c in " ".join(text.split()))
    return f"«{shown if len(shown) <= limit else shown[: limit - 1] + '…'}»"


def nearest(word: str, choices: Iterable[str]) -> str:
    """How to fix a wrong word: the nearest choice, or all of them.

    >>> nearest("titel", ["title", "status"])
    'Did you mean «title»?'
    """
    known = list(choices)
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return f"Did you mean «{close[0]}»?"
    return f"The choices are: {', '.join(known)}." if known else "None is known here."


def is_plain(character: str) -> bool:
    """Whether the character is one that an editor can see, a tab or a line feed."""
    if character in _BREAKS or character in "\ufffe\uffff":
        return False
    return not is_invisible(character) and unicodedata.category(character) != "Cs"


def name_character(character: str) -> str:
    """The character's code and name, for a message about something that cannot be seen."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


# ---------------------------------------------------------------- problems


@dataclass(slots=True)
class Problems:
    """Collects what is wrong in one file, so that all of it can be told at once."""

    path: str
    found: list[Diagnostic] = field(default_factory=list)
    failed: bool = False

    def error(self, line: int, what: str, fix: str) -> None:
        """Notes a problem that stops the build."""
        self.failed = True
        self.found.append(Diagnostic(Location(self.path, line), what, fix))

    def warning(self, line: int, what: str, fix: str) -> None:
        """Notes a problem that the site can live with."""
        self.found.append(warning(Location(self.path, line), what, fix))


# ---------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file, or the front matter of one: every scalar a text, every value with its line."""

    path: str
    value: YamlValue
    lines: Mapping[KeyPath, int]
    first_line: int = 1

    def line(self, key: KeyPath = ()) -> int:
        """The line of a key or list entry in its file; that of its parent where it is absent."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, self.first_line)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file cut in two. `yaml` begins on line 2 of the file, `body` on `body_line`."""

    yaml: str
    body: str
    body_line: int


def yaml_scalar(text: str) -> str:
    """The text as a YAML value on one line, quoted where any YAML reader would need it.

    >>> yaml_scalar("no"), yaml_scalar("Sharh project")
    ("'no'", 'Sharh project')
    """
    dumped: str = yaml.safe_dump(text, allow_unicode=True, width=len(text) * 8 + 80)
    return dumped.removesuffix("\n").removesuffix("\n...")


def dump_yaml(value: object) -> str:
    """Plain dictionaries, lists and texts as YAML in their order, texts quoted where needed."""
    # Innermost groups stand in one line, as editors write them; a long text is never broken.
    dumped: str = yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1_000_000
    )
    return dumped


def split_front_matter(text: str) -> FrontMatter | None:
    """The front matter between two lines of `---` and the body below; None without such a pair."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            head = "".join(f"{key}\n" for key in lines[1:number])
            body = "\n".join(lines[number + 1 :])
            return FrontMatter(head, body, number + 2)
    return None


def load_yaml(
    text: str, path: str, *, first_line: int = 1, limit: int = FILE_LIMIT
) -> YamlDocument:
    """The YAML document in the text; `first_line` is where the text stands in its file.

    Raises:
        RuleFileError: the text is not YAML or uses more of YAML than is read here; all problems.
    """
    problems = Problems(path)
    document = read_yaml(text, problems, first_line=first_line, limit=limit)
    if problems.found:
        raise RuleFileError(tuple(problems.found))
    return document


def read_yaml(
    text: str, problems: Problems, *, first_line: int = 1, limit: int = FILE_LIMIT
) -> YamlDocument:
    """The YAML document in the text, empty where it cannot be read; problems go to `problems`.

    Duplicate keys, anchors, aliases, tags, a second document, invisible characters and texts of
    more than `limit` bytes are refused.
    """
    builder = _Builder(problems, first_line)
    return YamlDocument(problems.path, builder.build(text, limit), builder.lines, first_line)


class _TooDeepError(yaml.YAMLError):
    """Ends the reading of a document as PyYAML's own errors do."""

    problem = "nested too deep"

    def __init__(self, problem_mark: object) -> None:
        self.problem_mark = problem_mark


class _Builder:
    """Turns PyYAML's events into plain values: events still show anchors, tags, duplicate keys."""

    def __init__(self, problems: Problems, first_line: int) -> None:
        self.problems = problems
        self.first_line = first_line
        self.lines: dict[KeyPath, int] = {}

    def build(self, text: str, limit: int) -> YamlValue:
        text = text.replace("\r\n", "\n")
        if self._refuse_size(text, limit) or self._refuse_invisible(text):
            return {}
        try:
            return self._document(text)
        except yaml.YAMLError as error:
            self._refuse_syntax(error, text)
            return {}

    def _document(self, text: str) -> YamlValue:
        self.events = yaml.parse(text, Loader=_LOADER)
        value: YamlValue = {}
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                if self.lines:
                    self._error(event, "A second YAML document begins here.", "Keep one in a file.")
                    break
                value = self._node(event, ())
        return {} if value == "" else value

    def _node(self, event: yaml.Event, at: KeyPath) -> YamlValue:
        self.lines.setdefault(at, self._line(event))
        if len(at) > DEPTH_LIMIT:
            raise _TooDeepError(event.start_mark)
        self._refuse_features(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(at)
        return event.value if isinstance(event, yaml.ScalarEvent) else ""

    def _sequence(self, at: KeyPath) -> tuple[YamlValue, ...]:
        entries: list[YamlValue] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            entries.append(self._node(event, (*at, len(entries))))
        return tuple(entries)

    def _mapping(self, at: KeyPath) -> Mapping[str, YamlValue]:
        entries: dict[str, YamlValue] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, at)
            if key in entries:
                first = self.lines[(*at, key)]
                self._error(
                    event,
                    f"The key {quoted(key)} is already on line {first}.",
                    "Keep one of the two.",
                )
                self._node(next(self.events), (*at, f"{key} (again)"))
                continue
            self.lines[(*at, key)] = self._line(event)
            entries[key] = self._node(next(self.events), (*at, key))
        return entries

    def _key(self, event: yaml.Event, at: KeyPath) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_features(event)
            return event.value
        self._error(event, "A key is a list or a group.", "Write a word before the colon.")
        self._node(event, (*at, "?"))
        return "?"

    def _refuse_features(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._error(event, f"The alias «*{anchor}» is not read.", "Write the value itself.")
        elif anchor is not None:
            self._error(event, f"The anchor «&{anchor}» is not read.", "Take it out.")
        if tag is not None:
            fix = "Take it out: every value is a text."
            self._error(event, f"The tag {quoted(tag)} is not read.", fix)

    def _refuse_size(self, text: str, limit: int) -> bool:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size <= limit:
            return False
        self.problems.error(
            self.first_line, f"The YAML is {size:,} bytes long.", f"Keep it to {limit:,} bytes."
        )
        return True

    def _refuse_invisible(self, text: str) -> bool:
        # The few different characters of a text are looked at, not each of its places.
        hidden = {character for character in set(text) if not is_plain(character)}
        for number, line in enumerate(text.split("\n") if hidden else ()):
            for character in sorted(hidden.intersection(line)):
                what = f"The invisible character {name_character(character)} stands here."
                self.problems.error(
                    self.first_line + number, what, "Delete it, or retype the line."
                )
        return bool(hidden)

    def _refuse_syntax(self, error: yaml.YAMLError, text: str) -> None:
        told = str(getattr(error, "problem", "") or error)
        # What is not closed is told where it was opened, not at the end of the text.
        opened = "end of stream" in told or "expected ','" in told
        mark = getattr(error, "context_mark" if opened else "problem_mark", None)
        line = self.first_line + int(getattr(mark, "line", 0))
        if _starts_with_tab(text, int(getattr(mark, "line", 0))):
            told = _TAB
        for sign, what, fix in _SYNTAX:
            if sign in told or sign in str(getattr(error, "context", "")):
                self.problems.error(line, what, fix)
                return
        self.problems.error(line, f"This is not YAML: {told}.", _QUOTE_IT)

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + int(getattr(event.start_mark, "line", 0))

    def _error(self, event: yaml.Event, what: str, fix: str) -> None:
        self.problems.error(self._line(event), what, fix)


def _starts_with_tab(text: str, line: int) -> bool:
    lines = text.split("\n")
    return line < len(lines) and lines[line].lstrip(" ").startswith("\t")


# ---------------------------------------------------------------- fields


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
        count = len(self._list(key))
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

    def _list(self, key: str) -> tuple[YamlValue, ...]:
        value = self._take(key)
        if value is None or isinstance(value, tuple):
            return value or ()
        self.error(
            key,
            f"{self._name(key)} is {_type_name(value)} where a list is expected.",
            "Write [a, b].",
        )
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
        return f"«{named}»" if named else "Here"


def is_web_address(text: str) -> bool:
    """Whether the text is an http or https address with a host and nothing hidden in it."""
    if any(c.isspace() or not is_plain(c) for c in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # urlsplit's word for brackets that do not close
        return False


def _value_at(value: YamlValue, at: KeyPath) -> YamlValue:
    for part in at:
        if isinstance(value, Mapping):
            value = value.get(str(part), "")
        elif isinstance(value, tuple) and isinstance(part, int):
            value = value[part]
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


def raise_problems(problems: Iterable[Diagnostic], error: type[GeneratorError]) -> None:
    """Raises the error with all problems, if there are any."""
    found = tuple(problems)
    if found:
        raise error(found)
