"""CleanArticle -> IntakeResult: title, standfirst, headings, paragraphs, quotations, lists."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import (
    ARABIC,
    Article,
    Block,
    BlockKind,
    CleanArticle,
    IntakeResult,
    IsoDate,
    Location,
    Origin,
    ParagraphId,
    RawArticle,
    Slug,
)
from generator.text import paragraph_id

from .characters import cut
from .habits import IntakeRules
from .head import Head, read_head
from .joins import Unit, linked, unwrapped
from .kinds import Draft, kinds_of
from .lines import lines_of


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
    emptied = frozenset(each.line for each in clean.removed)
    units = unwrapped(lines_of(clean.lines, emptied=emptied), rules)
    lines = tuple(unit.line for unit in units)
    slugs = [each.text for each in clean.removed if each.rule == "slugs"]
    head = read_head(lines, rules, known.byline, slugs)
    fixed = frozenset((*head.bylines, *head.datelines, *head.decks, *_one(head.title)))
    joined = linked(units, fixed, rules)
    meta = frozenset(lines[at].number for at in (*head.bylines, *head.datelines))
    decks = frozenset(lines[at].number for at in head.decks)
    title = lines[head.title].number if head.title is not None else 0
    drafts = [_draft(unit, title, decks) for unit in joined if unit.line.number not in meta]
    blocks = _blocks(kinds_of(drafts, rules), raw.source)
    article = _article(raw, blocks, head, known)
    return IntakeResult(
        raw,
        article,
        clean.removed,
        title_lines=(title,) if title else (),
        byline_lines=tuple(lines[at].number for at in head.bylines),
        dateline_lines=tuple(lines[at].number for at in head.datelines),
        stages=tuple(_structure_stage(head, article, joined, known)),
    )


def _one(index: int | None) -> tuple[int, ...]:
    return () if index is None else (index,)


def _draft(unit: Unit, title: int, decks: frozenset[int]) -> Draft:
    kind = unit.line.kind
    if unit.line.number == title:
        kind = BlockKind.TITLE
    elif unit.line.number in decks:
        kind = BlockKind.DECK
    return Draft(unit, kind)


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
                location=Location(source, draft.line.number),
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
    for at, (line, glue) in enumerate(draft.unit.parts):
        part = line.clean
        if at == 0 and draft.mark:
            part = cut(part, draft.mark, len(part.text))
        start = len(text) + len(glue)
        text += glue + part.text
        origins.append(Origin(start, part.line, part.offsets))
    return text, tuple(origins)


# ---------------------------------------------------------------- for `sharh explain`


def _structure_stage(
    head: Head, article: Article, units: Iterable[Unit], known: Known
) -> Iterable[tuple[str, str]]:
    yield (
        "title",
        article.title or "none: the text begins at once, so import sets a provisional one",
    )
    yield "byline", article.byline or "none found"
    how = "from the page's metadata" if known.published else head.published_by
    told = f"{article.published}, {how}" if article.published else "not told: give --published"
    yield "published", told
    for unit in units:
        for line, glue in unit.parts[1:]:
            how = "with a blank" if glue else "with nothing"
            yield "joined", f"line {line.number} goes on with the line before, {how} between"
    for block in article.blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.TITLE}:
            name = "standfirst" if block.kind is BlockKind.DECK else block.kind.value
            yield name.replace("_", " "), f"line {block.location.line}: {block.text}"
