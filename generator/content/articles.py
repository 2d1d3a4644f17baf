"""`articles/<slug>/ar.md` -> Article."""

from pathlib import Path

from generator.config import SiteSettings
from generator.content.excerpts import read_excerpts
from generator.content.files import MarkdownFile, read_markdown
from generator.content.ids import BlockIds
from generator.content.markdown import Passage, read_passages
from generator.content.scripts import arabic_share
from generator.model import (
    ARABIC,
    Article,
    BasedOn,
    Basis,
    Block,
    BlockKind,
    Location,
    ParagraphId,
    Rights,
    Slug,
)
from generator.rules import Fields, Problems


def read_article(path: Path, defaults: SiteSettings, problems: Problems) -> Article | None:
    """The article in the file, its title as the first block, or None if anything in it is wrong."""
    file = read_markdown(path, problems)
    if file is None:
        return None
    fields = file.fields
    title = fields.required_text("title")
    rights = fields.choice("rights", Rights) or defaults.rights_default
    takedown = fields.date("takedown")
    blocks = (
        _title_block(title, fields),
        *_read_body(file, problems, may_be_empty=takedown is not None),
    )
    article = Article(
        slug=Slug(path.parent.name),
        locale=ARABIC,
        title=title or None,
        blocks=blocks,
        location=file.location,
        byline=fields.text("byline"),
        publisher=fields.text("publisher"),
        published=fields.date("published", months=True),
        source_url=fields.url("source_url"),
        retrieved=fields.date("retrieved"),
        rights=rights,
        rights_basis=fields.text("rights_basis"),
        title_provisional=fields.flag("title_provisional"),
        lead=fields.text("lead"),
        based_on=_read_based_on(fields.section("based_on")),
        keywords=_read_keywords(fields.section("keywords")),
        own_text=fields.flag("own_text"),
        takedown=takedown,
        excerpts=read_excerpts(fields, blocks, rights, defaults.excerpt_words),
    )
    fields.finish()
    _warn(article, fields)
    return None if problems.failed else article


def _title_block(title: str, fields: Fields) -> Block:
    location = Location(fields.problems.path, fields.line("title"))
    return Block(BlockKind.TITLE, title, location, ParagraphId("title"), level=1)


def _read_body(file: MarkdownFile, problems: Problems, *, may_be_empty: bool) -> tuple[Block, ...]:
    failed_before = problems.failed
    problems.failed = False
    passages = read_passages(file.body, file.body_line, problems)
    if (
        not any(passage.kind is not BlockKind.HEADING for passage in passages)
        and not problems.failed
        and not may_be_empty
    ):
        problems.error(
            file.body_line, "The article has no text.", "Write it below the front matter."
        )
    problems.failed = problems.failed or failed_before
    return blocks_of(passages, problems.path)


def blocks_of(passages: tuple[Passage, ...], path: str) -> tuple[Block, ...]:
    """The passages of a text as blocks, each with an id from its words."""
    ids = BlockIds()
    return tuple(_block(passage, ids, path) for passage in passages)


def _block(passage: Passage, ids: BlockIds, path: str) -> Block:
    prefix = "h" if passage.kind is BlockKind.HEADING else "p"
    return Block(
        passage.kind,
        passage.text,
        Location(path, passage.line),
        ids.next(prefix, passage.text),
        passage.level,
        passage.ordered,
        passage.marks,
    )


def _read_based_on(fields: Fields | None) -> BasedOn | None:
    if fields is None:
        return None
    based_on = BasedOn(
        title=fields.required_text("title"),
        publisher=fields.text("publisher"),
        publisher_basis=fields.choice("publisher_basis", Basis),
        published=fields.date("published", months=True),
        published_basis=fields.choice("published_basis", Basis),
        note=fields.text("note"),
        note_en=fields.text("note_en"),
    )
    fields.finish()
    return based_on


def _read_keywords(fields: Fields | None) -> tuple[str, ...]:
    """The keywords of both languages, Arabic ones first."""
    if fields is None:
        return ()
    keywords = (*fields.texts("ar"), *fields.texts("en"))
    fields.finish()
    return keywords


def _warn(article: Article, fields: Fields) -> None:
    problems = fields.problems
    if article.title_provisional:
        what = "The title is provisional: the importer took it from the text."
        fix = "Write a title and take «title_provisional» out."
        problems.warning(fields.line("title_provisional"), what, fix)
    is_foreign = article.rights is Rights.FULL and article.source_url and not article.own_text
    if is_foreign and not article.rights_basis:
        what = "The whole text of another source is published, and nothing says by what right."
        fix = "Name the licence or permission as «rights_basis», or set «rights» to summary."
        problems.warning(fields.line("source_url"), what, fix)
    text = " ".join(block.text for block in article.blocks)
    if text and arabic_share(text) < 0.5:
        what = "Most letters of the article are not Arabic."
        problems.warning(article.location.line, what, "Write the Arabic text into «ar.md».")
