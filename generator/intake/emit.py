"""Article -> the text of its ar.md, which reads back as the same plain text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import yaml

from generator.model import Article, Block, BlockKind, Rights

TITLE_LETTERS = 70
LEAD_WORDS = 3
CLAUSE_END = re.compile(r"[.!؟?؛:،]\s|[.!؟?…]$")

# Signs that CommonMark reads anywhere in a line.
ACTIVE = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w{1,32};)|!(?=\[)")
# Signs that it reads only at the start of a line.
LINE_START = re.compile(r"^(?:([#+\-=~>|])|(\d{1,9})([.)])(?=\s|$))")
HEADING_END = re.compile(r"(#+)$")


def ar_markdown(article: Article, rights: Rights | None = None) -> str:
    """The article as `ar.md`: front matter, then Markdown that reads back as the same plain text."""
    body = "\n\n".join(_body(article.blocks))
    return f"---\n{front_matter(_fields(article, rights))}---\n\n{body}\n"


def front_matter(fields: Mapping[str, object]) -> str:
    """The fields as YAML in their order, Arabic as it is; texts that YAML would misread are quoted."""
    return block_yaml(fields)


def block_yaml(value: Mapping[str, object]) -> str:
    """The mapping as YAML, each key on a line of its own, long texts unbroken."""
    return yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=10_000)


def _fields(article: Article, rights: Rights | None) -> dict[str, object]:
    """The keys of the front matter that have a value, in the order of the content format."""
    decks = [block.text for block in article.blocks if block.kind is BlockKind.DECK]
    fields: dict[str, object] = {
        "title": article.title or provisional_title(article),
        "byline": article.byline,
        "publisher": article.publisher,
        "published": article.published,
        "source_url": article.source_url,
        "retrieved": article.retrieved,
        "rights": rights.value if rights else None,
        "title_provisional": True if article.title is None else None,
        "lead": " ".join(decks) or None,
    }
    return {key: value for key, value in fields.items() if value is not None}


def provisional_title(article: Article) -> str:
    """The first clause of the lead, cut at a word, 70 characters at most."""
    texts = (block.text for block in article.blocks if block.kind is not BlockKind.TITLE)
    lead = next(texts, "")
    for match in CLAUSE_END.finditer(lead[: TITLE_LETTERS + 2]):
        if match.start() <= TITLE_LETTERS and lead[: match.start()].count(" ") >= LEAD_WORDS:
            return lead[: match.start()].rstrip()
    if len(lead) <= TITLE_LETTERS:
        return lead.rstrip(" .،؛:")
    # A lead of one endless word is cut inside it: there is no other place.
    head = lead[: TITLE_LETTERS + 1].rpartition(" ")[0] or lead[:TITLE_LETTERS]
    return head.rstrip(" .،؛:")


# ---------------------------------------------------------------- body


def _body(blocks: Iterable[Block]) -> Iterable[str]:
    body = [b for b in blocks if b.kind not in {BlockKind.TITLE, BlockKind.DECK}]
    for (is_list, ordered), run in groupby(body, key=_list_key):
        if is_list:
            yield _list(list(run), ordered=ordered)
        else:
            yield from (_block(block) for block in run)


def _list_key(block: Block) -> tuple[bool, bool]:
    return block.kind is BlockKind.LIST_ITEM, block.ordered


def _list(items: Sequence[Block], *, ordered: bool) -> str:
    marks = [f"{at}." if ordered else "-" for at in range(1, len(items) + 1)]
    return "\n".join(f"{mark} {escape(item.text)}" for mark, item in zip(marks, items, strict=True))


def _block(block: Block) -> str:
    text = escape(block.text)
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(2, min(block.level, 3))} {HEADING_END.sub(_escaped_run, text)}"
    return f"> {text}" if block.kind is BlockKind.QUOTE else text


def escape(text: str) -> str:
    """The text as one line of Markdown that CommonMark reads back as the same characters."""
    line = ACTIVE.sub(lambda match: f"\\{match[0]}", " ".join(text.split()))
    return LINE_START.sub(_escaped_start, line)


def _escaped_start(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _escaped_run(match: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in match[1])
