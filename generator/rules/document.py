"""YAML -> YamlDocument, and back: every scalar a text, every value with its line.

YAML 1.1 turns `no` into False, `010` into 8 and `12:30` into 750. Here a scalar is the text that
the file shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.errors import RuleFileError
from generator.rules.problems import Problems
from generator.rules.words import is_plain, name_character, quoted

YamlValue: TypeAlias = "str | tuple[YamlValue, ...] | Mapping[str, YamlValue]"
KeyPath: TypeAlias = tuple[str | int, ...]

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
    (
        "expected node content",
        "A list or group in brackets is not closed, or a «#» in it begins a comment.",
        "Close it, and write a reference that begins with «#» between quotation marks.",
    ),
    ("nested too deep", "The values are nested too deep.", f"Keep to {DEPTH_LIMIT} levels."),
)


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
