"""Markdown with front matter, imported as it is: foreign keys renamed, the `en` block taken out.

Markdown without front matter is a page that somebody saved: it is cleaned as any other text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.errors import Diagnostic, SourceError
from generator.model import (
    ARABIC,
    Article,
    Block,
    BlockKind,
    IntakeResult,
    IsoDate,
    Location,
    MediaType,
    Origin,
    ParagraphId,
    RawArticle,
    Rights,
    Slug,
    StubStatus,
)
from generator.rules import Fields, FrontMatter, Problems, read_yaml, split_front_matter
from generator.text import paragraph_id

from .characters import clean_characters, cut
from .emit import escape, front_matter

# Keys of other tools -> keys of ours; None: dropped without a word, since it says nothing new.
FOREIGN_KEYS = {"date": "published", "source": "publisher", "author": "byline", "url": "source_url"}
DROPPED_KEYS = ("lang", "language", "dir")
OWN_TEXTS = ("title", "byline", "publisher", "source_url", "rights_basis", "lead")
OWN_DATES = ("published", "retrieved")
ORDER = (
    "title",
    "byline",
    "publisher",
    "published",
    "source_url",
    "retrieved",
    "rights",
    "rights_basis",
    "title_provisional",
    "lead",
    "based_on",
)

DEPTH_LIMIT = 20


@dataclass(frozen=True, slots=True)
class MarkdownImport:
    """A Markdown file taken apart: our front matter, the body as it was, and the English stub."""

    fields: dict[str, object]
    body: str
    body_line: int
    english: str | None
    warnings: tuple[Diagnostic, ...]


def has_front_matter(raw: RawArticle) -> bool:
    """Whether the file is Markdown under keys of its own."""
    if raw.media_type is not MediaType.MARKDOWN:
        return False
    return split_front_matter(raw.text.replace("\r\n", "\n")) is not None


def take_apart(raw: RawArticle) -> MarkdownImport:
    """The parts of the Markdown file.

    Raises:
        SourceError: the front matter is not YAML, or a value has the wrong type; all problems.
    """
    front = split_front_matter(raw.text.replace("\r\n", "\n"))
    if front is None:
        front = FrontMatter("", raw.text.replace("\r\n", "\n"), 1)
    problems = Problems(raw.source)
    keys = Fields(read_yaml(front.yaml, problems, first_line=2), problems)
    fields, english = _fields(keys), _english(keys)
    _report_unknown(keys, problems)
    if problems.failed:
        raise SourceError(tuple(problems.found))
    body = "\n".join(_clean_body(front.body))
    found = {key: fields[key] for key in ORDER if fields.get(key) is not None}
    return MarkdownImport(found, body, front.body_line, english, tuple(problems.found))


def _fields(keys: Fields) -> dict[str, object]:
    names = {own: foreign for foreign, own in FOREIGN_KEYS.items() if foreign in keys}
    fields: dict[str, object] = {}
    for own in OWN_TEXTS:
        fields[own] = keys.text(own) or (keys.text(names[own]) if own in names else None)
    for own in OWN_DATES:
        fields[own] = keys.date(own, months=True) or (
            keys.date(names[own], months=True) if own in names else None
        )
    rights = keys.choice("rights", Rights)
    fields["rights"] = rights.value if rights else None
    fields["title_provisional"] = keys.flag("title_provisional") or None
    fields["based_on"] = _based_on(keys)
    return fields


def _based_on(keys: Fields) -> dict[str, object] | None:
    section = keys.section("based_on")
    if section is None:
        return None
    names = ("title", "publisher", "publisher_basis", "published", "published_basis", "note")
    found = {name: section.text(name) for name in names}
    section.finish()
    return {name: text for name, text in found.items() if text}


def _english(keys: Fields) -> str | None:
    """The `en` block as en.md: a status is kept, though no review is bound to it yet."""
    section = keys.section("en")
    if section is None:
        return None
    title = section.required_text("title")
    summary = section.text("summary") or ""
    status = section.choice("status", StubStatus) or StubStatus.DRAFT
    section.finish()
    head = front_matter({"title": title, "status": status.value})
    return f"---\n{head}---\n\n{escape(summary)}\n"


def _report_unknown(keys: Fields, problems: Problems) -> None:
    known = {*ORDER, *FOREIGN_KEYS, *DROPPED_KEYS, "en"}
    for key in keys.keys():  # noqa: SIM118  not a mapping: asking for all keys marks them as read
        if key not in known:
            problems.warning(
                keys.line(key),
                f"The key «{key}» is not one of an article's and was left out.",
                "Take it out of the file, or write it under a key that is known.",
            )


def _clean_body(body: str) -> Iterator[str]:
    """The body's lines without invisible characters; indentation and markup stay."""
    for at, line in enumerate(body.split("\n")):
        indent = line[: len(line) - len(line.lstrip(" "))]
        # Links and tags are an editor's markup here: only lines without them are fully cleaned.
        plain = "](" not in line and "<" not in line and "&" not in line
        yield indent + clean_characters(line, at).text if plain else line.rstrip()


# ---------------------------------------------------------------- blocks


def take_markdown(raw: RawArticle) -> IntakeResult:
    """The article in the Markdown file; its blocks are what a CommonMark parser reads."""
    parts = take_apart(raw)
    blocks = _unique(_placed(block, end, raw) for block, end in _blocks(parts, raw.source))
    title = parts.fields.get("title")
    first = blocks[0] if blocks and blocks[0].kind is BlockKind.TITLE else None
    article = Article(
        slug=Slug(""),
        locale=ARABIC,
        title=str(title) if title else first.text if first else None,
        blocks=blocks,
        location=Location(raw.source),
        byline=_text(parts, "byline"),
        publisher=_text(parts, "publisher"),
        published=IsoDate(str(parts.fields["published"])) if "published" in parts.fields else None,
        source_url=_text(parts, "source_url"),
        lead=_text(parts, "lead"),
    )
    stages = (("body", f"{len(blocks)} blocks, imported as they are"),)
    return IntakeResult(raw, article, (), stages=stages)


def _text(parts: MarkdownImport, key: str) -> str | None:
    value = parts.fields.get(key)
    return None if value is None else str(value)


def _blocks(parts: MarkdownImport, source: str) -> Iterator[tuple[Block, int]]:
    """Each block with the number of the line behind its last one."""
    tokens = MarkdownIt("commonmark", {"html": False, "maxNesting": DEPTH_LIMIT}).parse(parts.body)
    title = parts.fields.get("title")
    if title:
        yield Block(BlockKind.TITLE, str(title), Location(source, 2), ParagraphId("title")), 2
    around: list[Token] = []
    for token in tokens:
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline" and plain_text(token):
            end = parts.body_line + (token.map[1] if token.map else 0)
            yield _block(token, around, parts, source, has_title=bool(title)), end


# What Markdown writes before the text of a line.
LINE_MARKS = re.compile(r"(?:[>#]{1,20}\s*|[-*+]\s+|\d{1,9}[.)]\s+)*")


def _placed(block: Block, end: int, raw: RawArticle) -> Block:
    """The block with its places in the raw lines, where these without their markup are its text."""
    lines = raw.text.split("\n")
    text = ""
    origins = []
    for number in range(block.location.line, end):
        line = clean_characters(lines[number - 1], number)
        mark = LINE_MARKS.match(line.text)
        part = cut(line, mark.end() if mark else 0, len(line.text))
        glue = " " if text and part.text else ""
        origins.append(Origin(len(text) + len(glue), number, part.offsets))
        text += glue + part.text
    return replace(block, origins=tuple(origins)) if text == block.text else block


def plain_text(token: Token) -> str:
    """The text of an inline token, without markup; a soft line break is a blank."""
    breaks = {"softbreak", "hardbreak"}
    parts = (" " if child.type in breaks else child.content for child in token.children or ())
    return " ".join("".join(parts).split())


def _block(
    token: Token, around: list[Token], parts: MarkdownImport, source: str, *, has_title: bool
) -> Block:
    text = plain_text(token)
    types = [each.type for each in around]
    line = parts.body_line + (token.map[0] if token.map else 0)
    kind, level = BlockKind.PARAGRAPH, 0
    if types[-1] == "heading_open":
        level = int(around[-1].tag[1:])
        kind = BlockKind.TITLE if level == 1 and not has_title else BlockKind.HEADING
        level = 0 if kind is BlockKind.TITLE else max(2, min(level, 3))
    elif "list_item_open" in types:
        kind = BlockKind.LIST_ITEM
    elif "blockquote_open" in types:
        kind = BlockKind.QUOTE
    ordered = kind is BlockKind.LIST_ITEM and _innermost_list(types) == "ordered_list_open"
    return Block(kind, text, Location(source, line), _id(kind, text), level, ordered)


def _innermost_list(types: list[str]) -> str:
    return next((each for each in reversed(types) if each.endswith("_list_open")), "")


def _id(kind: BlockKind, text: str) -> ParagraphId:
    if kind is BlockKind.TITLE:
        return ParagraphId("title")
    base = paragraph_id(text)
    return ParagraphId(base.replace("p-", "h-", 1)) if kind is BlockKind.HEADING else base


def _unique(blocks: Iterator[Block]) -> tuple[Block, ...]:
    seen: dict[str, int] = {}
    found = []
    for block in blocks:
        seen[block.id] = seen.get(block.id, 0) + 1
        count = seen[block.id]
        found.append(block if count == 1 else replace(block, id=ParagraphId(f"{block.id}-{count}")))
    return tuple(found)
