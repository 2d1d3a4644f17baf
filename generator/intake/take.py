"""The stages of intake in order."""

from dataclasses import replace

from generator.errors import Diagnostic, SourceError
from generator.model import Block, BlockKind, IntakeResult, IsoDate, Location, MediaType, RawArticle

from .clean import clean
from .habits import IntakeRules
from .html import take_html
from .markdown import has_front_matter, take_markdown
from .read import read
from .structure import structure


def take_in(
    name: str,
    data: bytes,
    rules: IntakeRules,
    *,
    published: IsoDate | None = None,
    keep: frozenset[int] = frozenset(),
) -> IntakeResult:
    """The article in the file, what was removed from it, and what each stage did.

    Args:
        name: the file's name, for its type and for messages.
        published: the date, where the editor knows it.
        keep: numbers of lines that no rule may remove.

    Raises:
        SourceError: the file cannot be read, or holds no article.
    """
    raw = read(name, data)
    result = _take(raw, rules, keep)
    _refuse_no_article(result)
    stages = (
        ("read", f"{raw.encoding}, {raw.media_type}, {len(raw.text):,} characters"),
        *result.stages,
    )
    article = replace(result.article, published=published or result.article.published)
    return replace(result, article=article, stages=stages)


def _take(raw: RawArticle, rules: IntakeRules, keep: frozenset[int]) -> IntakeResult:
    if raw.media_type is MediaType.HTML:
        return take_html(raw, rules, keep)
    if has_front_matter(raw):
        return take_markdown(raw)
    return structure(raw, clean(raw, rules, keep), rules)


def _refuse_no_article(result: IntakeResult) -> None:
    """A page of which nothing is left, or only headlines, holds no article."""
    if any(_is_text(block) for block in result.article.blocks):
        return
    removed = len({each.line for each in result.removed})
    what = f"no article is in the file: no paragraph is left after {removed} lines were removed."
    fix = "See what each line was taken for with «sharh explain FILE», or give the article's own text."
    raise SourceError(Diagnostic(Location(result.raw.source), what, fix))


def _is_text(block: Block) -> bool:
    return block.kind not in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.DECK}
