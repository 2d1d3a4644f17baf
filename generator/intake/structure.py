"""CleanArticle -> IntakeResult: title, standfirst, headings, paragraphs, quotations, lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import (
    ARABIC,
    Article,
    Block,
    BlockKind,
    CleanArticle,
    CleanLine,
    IntakeResult,
    IsoDate,
    Location,
    Origin,
    ParagraphId,
    RawArticle,
    RemovedLine,
    Slug,
)
from generator.text import paragraph_id

from .characters import cut
from .habits import IntakeRules
from .head import Head, read_head
from .joins import joined
from .kinds import Draft, kinds_of
from .lines import Line, lines_of


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the article from elsewhere: its page's metadata, or the editor."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: IsoDate | None = None
    source_url: str | None = None


NOTHING_KNOWN = Known()


def structure(
    raw: RawArticle, clean: CleanArticle, rules: IntakeRules, known: Known = NOTHING_KNOWN
) -> IntakeResult:
    """The article that the clean lines make, and where its head stood."""
    lines = lines_of(clean.lines)
    head = read_head(lines, rules)
    fixed = frozenset((*head.bylines, *head.datelines, *head.decks, *_one(head.title)))
    groups = joined(lines, fixed, rules)
    meta = frozenset(lines[at].number for at in (*head.bylines, *head.datelines))
    decks = frozenset(lines[at].number for at in head.decks)
    title = lines[head.title].number if head.title is not None else 0
    drafts = [_draft(group, title, decks) for group in groups if group[0][0].number not in meta]
    blocks = _blocks(kinds_of(drafts, rules), raw.source)
    article = _article(raw, blocks, head, known)
    return IntakeResult(
        raw,
        article,
        clean.removed,
        title_lines=(title,) if title else (),
        byline_lines=tuple(lines[at].number for at in head.bylines),
        dateline_lines=tuple(lines[at].number for at in head.datelines),
        stages=(*_clean_stage(clean.removed), *_structure_stage(head, article, groups)),
    )


def _one(index: int | None) -> tuple[int, ...]:
    return () if index is None else (index,)


def _draft(group: Sequence[tuple[Line, str]], title: int, decks: frozenset[int]) -> Draft:
    parts = tuple((line.clean, glue) for line, glue in group)
    number = parts[0][0].line
    kind = parts[0][0].kind
    if number == title:
        kind = BlockKind.TITLE
    elif number in decks:
        kind = BlockKind.DECK
    return Draft(parts, kind)


def _article(raw: RawArticle, blocks: tuple[Block, ...], head: Head, known: Known) -> Article:
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), None)
    return Article(
        slug=Slug(""),
        locale=ARABIC,
        title=title or known.title,
        blocks=blocks,
        location=Location(raw.source),
        byline=known.byline or head.byline,
        publisher=known.publisher,
        published=known.published or head.published,
        source_url=known.source_url,
    )


# ---------------------------------------------------------------- blocks


def _blocks(drafts: Iterable[Draft], source: str) -> tuple[Block, ...]:
    seen: dict[str, int] = {}
    blocks = []
    for draft in drafts:
        text, origins = _text_of(draft)
        if not text:
            continue
        base = _id(draft.kind, text)
        seen[base] = seen.get(base, 0) + 1
        unique = base if seen[base] == 1 else f"{base}-{seen[base]}"
        blocks.append(
            Block(
                kind=draft.kind or BlockKind.PARAGRAPH,
                text=text,
                location=Location(source, draft.parts[0][0].line),
                id=ParagraphId(unique),
                level=draft.level,
                ordered=draft.ordered,
                origins=origins,
            )
        )
    return tuple(blocks)


def _id(kind: BlockKind | None, text: str) -> str:
    if kind is BlockKind.TITLE:
        return "title"
    base = paragraph_id(text)
    return base.replace("p-", "h-", 1) if kind is BlockKind.HEADING else base


def _text_of(draft: Draft) -> tuple[str, tuple[Origin, ...]]:
    """The draft's lines as one text, and for each run of it the raw offsets it came from."""
    text = ""
    origins = []
    for at, (line, glue) in enumerate(draft.parts):
        part = cut(line, draft.mark, len(line.text)) if at == 0 and draft.mark else line
        start = len(text) + len(glue)
        text += glue + part.text
        origins.append(Origin(start, part.line, part.offsets))
    return text, tuple(origins)


# ---------------------------------------------------------------- for `sharh explain`


def _clean_stage(removed: tuple[RemovedLine, ...]) -> Iterable[tuple[str, str]]:
    yield "clean", f"{len({each.line for each in removed})} lines removed"
    for each in sorted(removed, key=lambda each: (not each.doubtful, each.line)):
        sign = "? " if each.doubtful else ""
        yield "removed", f"{sign}line {each.line}, {each.kind} by {each.rule}: {each.text}"


def _structure_stage(
    head: Head, article: Article, groups: Iterable[Sequence[tuple[Line, str]]]
) -> Iterable[tuple[str, str]]:
    yield "title", article.title or "none: the first line is running text"
    yield "byline", article.byline or "none found"
    how = f" ({head.published_by})" if head.published_by else ""
    yield "published", f"{article.published}{how}" if article.published else "not told"
    for group in groups:
        for line, glue in group[1:]:
            number = line.number
            yield (
                "joined",
                f"line {number} to the line before, with {'a blank' if glue else 'nothing'}",
            )
    for block in article.blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.TITLE}:
            yield block.kind.value, f"line {block.location.line}: {block.text}"
