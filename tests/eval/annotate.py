"""Makes the raw articles and their gold from annotated sources.

A source in `open/*/src` or `unseen/*/src` is the raw article with its reading marked by hand, so that no offset is
ever counted by a person:

    key: value          head: published, byline, publisher, encoding, write, conflict ...
    ---
    t| عنوان            one label and its line; `p+h|` also accepts the second label
    p| كتب [m:tyre|صور] في [d:2024-02|شباط] ... [f:12;count|12 قتيلا] ... [a;x|قال]

Marks nest. `[m:TOPIC|..]` mention, `[d:ISO;..|..]` date, `[f:VALUE;UNIT;..|..]` figure,
`[a:SPEAKER;TOPIC;VIA;VIA-TOPIC;..|..]` attribution (`[s|..]` inside it marks the speaker; the topic `-` says that the name in it is not who
speaks), `[x|..]` something that is dropped from a kept line, `[b:KIND|..]` a block of an HTML page.
`\\[`, `\\]` and `\\uXXXX` stand for characters.

    python tests/eval/annotate.py            rewrites raw and gold of every set
    python tests/eval/annotate.py --check    exit 1 when they are not what the sources say
"""

import argparse
import html
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HOMES = ("open", "unseen")

LABELS = {
    "t": "title",
    "by": "byline",
    "dl": "dateline",
    "h": "heading",
    "p": "paragraph",
    "c": "continuation",
    "c0": "continuation",
    "li": "list_item",
    "q": "quote",
    "dk": "deck",
    "cap": "caption",
    "nm": "noise_marker",
    "rel": "related",
    "fa": "foreign_article",
    "il": "inline_link",
    "tail": "tail",
    "dup": "duplicate",
}
BODY = {"heading", "paragraph", "continuation", "list_item", "quote", "deck"}
QUALIFIERS = {
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "about",
    "nearly",
    "up_to",
    "range",
    "only",
    "implied",
    "vague",
}
PRECISIONS = (
    ("year", r"\d{4}"),
    ("month", r"\d{4}-\d\d"),
    ("day", r"\d{4}-\d\d-\d\d"),
    ("week", r"\d{4}-W\d\d"),
    ("quarter", r"\d{4}-Q[1-4]"),
    ("decade", r"\d{3}0s"),
    ("range", r"[\d-]+/[\d-]+"),
)
LABELLED_LINE = re.compile(r"^([a-z0-9]+(?:\+[a-z0-9]+)*)\|\s?(.*)$", re.DOTALL)
TOKEN = re.compile(
    r"\\u([0-9a-fA-F]{4})|\\([\[\]\\])|\[([a-z])(?::([^|\[\]]*))?\||(\])|(.)", re.DOTALL
)


class SourceError(Exception):
    """An annotated source is not well written; the message names the file."""


@dataclass(slots=True)
class Mark:
    """An annotation of one line: what it is, its words, and where it stands."""

    kind: str
    words: list[str]
    start: int
    end: int = -1
    inner: list["Mark"] = field(default_factory=list)


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text of a marked line, and its marks in the order in which they open."""
    plain: list[str] = []
    length = 0
    marks: list[Mark] = []
    still_open: list[Mark] = []
    for code, escaped, kind, words, close, other in TOKEN.findall(marked):
        if kind:
            mark = Mark(kind, [word.strip() for word in words.split(";")] if words else [], length)
            for outer in still_open:
                outer.inner.append(mark)
            still_open.append(mark)
            marks.append(mark)
        elif close:
            if not still_open:
                raise SourceError(f"a mark closes that was never opened: {marked[:60]}")
            still_open.pop().end = length
        else:
            character = chr(int(code, 16)) if code else escaped or other
            plain.append(character)
            length += 1
    if still_open:
        raise SourceError(f"a mark stays open: {marked[:60]}")
    return "".join(plain), marks


def precision(iso: str) -> str:
    """The precision that the form of an ISO date tells."""
    for name, pattern in PRECISIONS:
        if re.fullmatch(pattern, iso):
            return name
    raise SourceError(f"no ISO date: {iso}")


def number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value


def read_value(text: str) -> int | float | list[int | float]:
    """A number, or the two ends of a range written with `..`."""
    low, dots, high = text.partition("..")
    return [number(low), number(high)] if dots else number(low)


# ---------------------------------------------------------------- one mark -> one gold object


def date_object(mark: Mark) -> dict[str, Any]:
    iso, *rest = mark.words
    found: dict[str, Any] = {
        "iso": iso,
        "precision": precision(iso),
        "is_relative": False,
        "anchor": None,
    }
    for word in rest:
        if word == "r":
            found |= {"is_relative": True, "anchor": "published"}
        elif word.startswith("r="):
            found |= {"is_relative": True, "anchor": word[2:]}
        elif word == "o":
            found["optional"] = True
        else:
            found.setdefault("iso_accept", []).append(word.removeprefix("+"))
    return found


def figure_object(mark: Mark) -> tuple[dict[str, Any], str | None]:
    """The figure, and the name under which a conflict of the head refers to it."""
    value, unit, *rest = mark.words
    found: dict[str, Any] = {
        "value": read_value(value),
        "unit": unit or "count",
        "counted": {"en": "", "ar": ""},
        "qualifier": None,
        "attributed_to": None,
    }
    name = None
    for word in rest:
        if word in QUALIFIERS:
            found["qualifier"] = word
        elif word.startswith("#"):
            name = word[1:]
        elif word == "o":
            found["optional"] = True
        elif word.startswith("by="):
            found["attributed_to"] = word[3:]
        else:
            found["counted"]["en"] = word
    return found, name


def attribution_object(mark: Mark, text: str) -> dict[str, Any]:
    words = [*mark.words, "", "", "", ""]
    speaker, topic, via, via_topic = words[:4]
    for inner in mark.inner:
        if inner.kind == "s":
            speaker = speaker or text[inner.start : inner.end]
            named = [mention for mention in inner.inner if mention.kind == "m"]
            topic = topic or (named[0].words[0] if named else "")
    found: dict[str, Any] = {
        "speaker": speaker,
        "speaker_topic": None if topic == "-" else topic or None,
        "via": via or None,
        "via_topic": via_topic or None,
        "implicit": "i" in words[4:],
    }
    if "coref" in words[4:]:
        found["coref"] = True
    if "o" in words[4:]:
        found["optional"] = True
    for word in words[4:]:
        if word.startswith("at="):
            found["speaker_line"] = int(word[3:])
    if not speaker:
        raise SourceError(f"an attribution without a speaker: {text[mark.start : mark.end]}")
    return found


# ---------------------------------------------------------------- what happens to raw characters


def presentation_forms() -> dict[tuple[str, str], str]:
    """(letter or two, position) -> the presentation form, from the character database."""
    forms = {}
    for code in range(0xFE80, 0xFEFD):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and parts[0].startswith("<"):
            letters = "".join(chr(int(part, 16)) for part in parts[1:])
            forms[letters, parts[0].strip("<>")] = chr(code)
    return forms


def shape(line: str, edges: set[int]) -> tuple[str, list[int]]:
    """The line in presentation forms, and where each old offset stands now.

    No ligature is made over one of the `edges`, so that a span can start at its second letter.
    """
    forms = presentation_forms()
    joins_next = {letters for (letters, position) in forms if position == "initial"}
    out: list[str] = []
    moved: list[int] = []
    place = 0
    while place < len(line):
        pair = line[place : place + 2]
        size = 2 if (pair, "isolated") in forms and place + 1 not in edges else 1
        letters = line[place : place + size]
        before = neighbour(line, place - 1, -1) in joins_next
        after = (neighbour(line, place + size, 1), "isolated") in forms
        position = (
            ("medial" if before else "initial")
            if after and letters in joins_next
            else ("final" if before else "isolated")
        )
        moved += [len(out)] * size
        out.append(forms.get((letters, position), letters))
        place += size
    return "".join(out), [*moved, len(out)]


def neighbour(line: str, place: int, step: int) -> str:
    """The next character in a direction that is no vowel mark, or nothing."""
    while 0 <= place < len(line) and unicodedata.category(line[place]) == "Mn":
        place += step
    return line[place] if 0 <= place < len(line) else ""


# ---------------------------------------------------------------- one source -> raw and gold


@dataclass(slots=True)
class Source:
    """An annotated source: its head and its marked lines."""

    name: str
    head: dict[str, str]
    conflicts: list[str]
    body: str

    @property
    def raw_name(self) -> str:
        return f"{self.name}.{self.head.get('ext', 'txt')}"


def read_source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    top, _, body = text.partition("\n---\n")
    head: dict[str, str] = {}
    conflicts = []
    for line in top.split("\n"):
        key, _, value = line.partition(":")
        if key == "conflict":
            conflicts.append(value.strip())
        elif key.strip():
            head[key.strip()] = value.strip()
    return Source(path.stem, head, conflicts, body.removesuffix("\n"))


def gold_head(source: Source) -> dict[str, Any]:
    """What is known of the whole article."""
    head = source.head
    iso, _, rest = head.get("published", "").partition(" ")
    basis, _, how = rest.partition(" ")
    gold: dict[str, Any] = {
        "source": source.raw_name,
        "encoding": head.get("encoding", "utf-8"),
        "format": "html" if "form" in head or head.get("ext") == "html" else "text",
        "title": head.get("title"),
        "byline": head.get("byline"),
        "publisher": head.get("publisher"),
        "published": {
            "iso": iso or None,
            "precision": precision(iso) if iso else None,
            "basis": basis or None,
            "how": how,
        },
    }
    for key in ("title_accept", "byline_accept", "must_not_contain"):
        if key in head:
            gold[key] = [item.strip() for item in head[key].split(" ;; ")]
    return gold


@dataclass(slots=True)
class Reading:
    """What the marks of an article say, gathered line by line."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    drops: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    dates: list[dict[str, Any]] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    attributions: list[dict[str, Any]] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)


def note_marks(
    reading: Reading, marks: list[Mark], text: str, line: int, moved: list[int], raw: str
) -> None:
    """Adds a line's marks to the reading, at their place in the raw line."""
    for mark in marks:
        start, end = moved[mark.start], moved[mark.end]
        at = {"line": line, "start": start, "end": end, "text": raw[start:end]}
        if mark.kind == "m":
            optional = {"optional": True} if "o" in mark.words[1:] else {}
            reading.mentions.append({"topic": mark.words[0], **at, **optional})
        elif mark.kind == "d":
            reading.dates.append({**at, **date_object(mark)})
        elif mark.kind == "f":
            found, name = figure_object(mark)
            if name:
                reading.named[name] = len(reading.figures)
            reading.figures.append({**at, **found})
        elif mark.kind == "a":
            reading.attributions.append({**at, **attribution_object(mark, text)})
        elif mark.kind == "x":
            reading.drops.append({**at, "kind": mark.words[0] if mark.words else "dateline"})


def conflict_objects(source: Source, reading: Reading) -> Iterator[dict[str, Any]]:
    for line in source.conflicts:
        names, _, about = line.partition(";")
        pair = [reading.named[name] for name in names.split()[:2]]
        optional = {"optional": True} if about.strip().startswith("optional") else {}
        yield {"figures": pair, "about": about.strip(), **optional}


def read_lines(source: Source) -> tuple[str, str | None, Reading]:
    """The raw text of an article with lines, its title line, and what its marks say."""
    reading = Reading()
    raw_lines: list[str] = []
    title = None
    for row, marked in enumerate(source.body.split("\n"), 1):
        if not marked.strip():
            raw_lines.append("")
            continue
        match = LABELLED_LINE.match(marked)
        if not match:
            raise SourceError(f"line {row} has no label: {marked[:40]}")
        first, *others = match[1].split("+")
        text, marks = read_marks(match[2])
        raw, moved = text, list(range(len(text) + 1))
        if source.head.get("write") == "presentation":
            raw, moved = shape(text, {mark.start for mark in marks} | {mark.end for mark in marks})
        raw_lines.append(raw)
        reading.lines.append(line_object(row, first, others))
        note_marks(reading, marks, text, row, moved, raw)
        if first == "t":
            title = title or text
    return "\n".join(raw_lines), title, reading


def line_object(row: int, first: str, others: list[str]) -> dict[str, Any]:
    """The label of a line, with the labels that are accepted too."""
    label: dict[str, Any] = {"line": row, "label": LABELS[first]}
    if first in ("c", "c0"):
        label["join"] = "none" if first == "c0" else "space"
    if others:
        label["also"] = [LABELS[other] for other in others]
    return label


def text_article(source: Source) -> tuple[str, dict[str, Any]]:
    """The raw text of an article with lines, and its gold."""
    raw, title, reading = read_lines(source)
    gold = gold_head(source)
    gold["title"] = gold["title"] or title
    for key in ("lines", "drops", "mentions", "dates", "figures", "attributions"):
        gold[key] = getattr(reading, key)
    gold["conflicts"] = list(conflict_objects(source, reading))
    gold["topics"] = topic_objects(reading)
    return raw, gold


def topic_objects(reading: Reading) -> list[dict[str, Any]]:
    ids = dict.fromkeys(mention["topic"] for mention in reading.mentions)
    return [
        {"id": topic, "count": sum(mention["topic"] == topic for mention in reading.mentions)}
        for topic in ids
    ]


def block_object(kinds: str, text: str) -> dict[str, Any]:
    """A block of a page, with the kinds that are accepted too."""
    kind, *others = kinds.split("+")
    return {"kind": kind, "text": text} | ({"also": others} if others else {})


def plain_of_html(markup: str) -> str:
    without = re.sub(r"<br\s*/?>", " ", markup)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", without))).strip()


def page_article(source: Source) -> tuple[str, dict[str, Any]]:
    """The raw text of an HTML page, and its gold, which has no offsets."""
    raw, marks = read_marks(source.body)
    reading = Reading()
    note_marks(reading, marks, raw, 1, list(range(len(raw) + 1)), raw)
    blocks = [
        block_object(mark.words[0], plain_of_html(raw[mark.start : mark.end]))
        for mark in marks
        if mark.kind == "b"
    ]
    return raw, gold_head(source) | offset_free(source, reading, blocks)


def offset_free(source: Source, reading: Reading, blocks: list[dict[str, Any]]) -> dict[str, Any]:
    """The gold of an article whose raw text has no lines to point into."""
    for block in blocks:
        block["first40"] = block["text"][:40]
    return {
        "blocks": blocks,
        "topics": topic_objects(reading),
        "dates_iso": list(dict.fromkeys(date["iso"] for date in sure(reading.dates))),
        "figures_values": [[each["value"], each["unit"]] for each in sure(reading.figures)],
        "conflicts_values": [
            [reading.figures[index]["value"] for index in conflict["figures"]]
            for conflict in conflict_objects(source, reading)
        ],
    }


def sure(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that every careful reader would mark."""
    return [each for each in found if not each.get("optional")]


def garbled_article(source: Source) -> tuple[str, dict[str, Any]]:
    """The plain text of an article that will be garbled, and its gold without offsets."""
    raw, title, reading = read_lines(source)
    lines = raw.split("\n")
    blocks: list[dict[str, Any]] = []
    for label in reading.lines:
        if label["label"] == "continuation":
            blocks[-1]["text"] += " " + lines[label["line"] - 1]
        elif label["label"] in BODY:
            blocks.append({"kind": label["label"], "text": lines[label["line"] - 1]})
    gold = gold_head(source) | offset_free(source, reading, blocks)
    gold["title"] = gold["title"] or title
    return raw, gold


def write_bytes(source: Source, raw: str) -> bytes:
    """The raw file as an outlet, an editor or a broken tool would have saved it."""
    if source.head.get("eol") == "crlf":
        raw = raw.replace("\n", "\r\n")
    how = source.head.get("write", "")
    if how.startswith("misread "):
        wrote, read_as = how.split()[1:]
        return raw.encode(wrote).decode(read_as).encode("utf-8")
    if how.startswith("save "):
        return raw.encode(how.split()[1])
    return raw.encode("utf-8")


def compile_source(path: Path) -> tuple[str, bytes, str]:
    """The raw file's name, its bytes, and the gold as JSON."""
    source = read_source(path)
    if source.head.get("ext") == "html":
        raw, gold = page_article(source)
    elif "form" in source.head:
        raw, gold = garbled_article(source)
    else:
        raw, gold = text_article(source)
    text = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    return source.raw_name, write_bytes(source, raw), text


def outputs() -> dict[Path, bytes]:
    """Every file that the sources of every set make."""
    made = {}
    for path in sorted(path for home in HOMES for path in HERE.glob(f"{home}/*/src/*.txt")):
        home = path.parents[1]
        try:
            name, raw, gold = compile_source(path)
        except (SourceError, KeyError, ValueError, UnicodeError) as mistake:
            raise SourceError(f"{home.name}/{path.name}: {mistake!r}") from mistake
        made[home / "raw" / name] = raw
        made[home / "gold" / f"{path.stem}.json"] = gold.encode()
    return made


def main() -> int:
    arguments = argparse.ArgumentParser(description="Make the raw articles and gold of the sets.")
    arguments.add_argument("--check", action="store_true", help="only compare, exit 1 if stale")
    check = arguments.parse_args().check
    stale = {
        path: content
        for path, content in outputs().items()
        if not path.exists() or path.read_bytes() != content
    }
    for path, content in stale.items():
        print(path.relative_to(HERE))
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
