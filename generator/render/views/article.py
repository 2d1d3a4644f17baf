"""The Arabic article: its credit, its text with topic links, its facts, what is related to it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    BasedOn,
    BlockKind,
    Mention,
    ParagraphId,
    Rights,
    Slug,
    TopicId,
)
from generator.render import markdown, paths
from generator.render.catalogue import message, messages
from generator.render.dates import DateWords
from generator.render.markdown import TopicLink
from generator.render.site import Place, Site
from generator.render.views.heads import Head, Page, Switch, section_crumbs, summary_text
from generator.render.views.parts import Link, article_link, contents, plain_title, topic_links
from generator.render.views.short_facts import Facts, article_facts
from generator.render.views.sources import optional_date, outlet_name, stated
from generator.render.views.text import text_markdown

RIGHTS = {
    Rights.EXCERPT: message(
        "The full text is not published here. The page quotes it briefly and shows facts and where"
        " they stand."
    ),
    Rights.SUMMARY: message(
        "The full text is not published here. The page shows facts and where they stand."
    ),
}
PARAGRAPHS = messages("%(n)s paragraph", "%(n)s paragraphs")
_RELATED = 4
# What very many articles share says little about any two of them; looking only at rare topics and
# their first articles keeps the work for one page bounded, so a build stays linear in pages.
_RELATED_TOPICS = 8
_RELATED_SCAN = 50


@dataclass(frozen=True, slots=True)
class Credit:
    """The article that ours explains; what is not known of it is said in words."""

    title: Markup
    publisher: str
    published: str
    note: Markup


@dataclass(frozen=True, slots=True)
class Locator:
    """A paragraph of a withheld text: its place, what may be quoted of it, and the few words of it
    that facts rest on."""

    id: str
    text: str
    excerpt: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An Arabic article. Empty texts are unknown; a withheld article has `locators`, no `body`."""

    title: str
    lead: str
    byline: str
    publisher: str
    published: str
    retrieved: str
    source_url: Markup
    credit: Credit | None
    rights: str
    length: str
    rights_basis: str
    provisional: bool
    contents: tuple[Link, ...]
    body: Markup
    locators: tuple[Locator, ...]
    facts: Facts
    topics: tuple[Link, ...]
    related: tuple[Link, ...]
    english: Link | None


def article_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of all Arabic articles."""
    for article in site.index.library.articles:
        place = Place(site, words, paths.article(ARABIC, article.slug))
        yield Page(place, _head(place, article), "article", _view(place, article))


def _head(place: Place, article: Article) -> Head:
    path = paths.address(place.path)
    foreign = paths.address(paths.article(ENGLISH, article.slug))
    exists = article.slug in place.site.stubs
    description = article.lead or first_text(article) or plain_title(place, article)
    return Head(
        title=plain_title(place, article),
        description=summary_text(description),
        kind="article",
        language=ARABIC,
        alternates=((ARABIC, path), (ENGLISH, foreign)) if exists else ((ARABIC, path),),
        switch=Switch(ENGLISH, foreign, exists),
        crumbs=section_crumbs(place, place.say.text("Articles"), "articles/index"),
        published=article.published or "",
        indexed=not _is_republished(article),
    )


def _is_republished(article: Article) -> bool:
    """Whether the whole text stands first somewhere else, to which search engines should lead."""
    is_foreign = article.source_url is not None and not article.own_text
    return is_foreign and article.rights is Rights.FULL


def first_text(article: Article) -> str:
    """The standfirst of an article or, where it has none, its first paragraph."""
    kinds = (BlockKind.DECK, BlockKind.PARAGRAPH)
    return next((block.text for block in article.blocks if block.kind in kinds and block.text), "")


def _view(place: Place, article: Article) -> ArticleView:
    withheld = article.rights is not Rights.FULL
    length = sum((article.slug, block.id) in place.site.numbers for block in article.blocks)
    headings = () if withheld else tuple(b for b in article.blocks if b.kind is BlockKind.HEADING)
    return ArticleView(
        title=plain_title(place, article),
        lead=article.lead or "",
        byline=article.byline or "",
        publisher=article.publisher or "",
        published=optional_date(place, article.published),
        retrieved=optional_date(place, article.retrieved),
        source_url=markdown.web_address(article.source_url or ""),
        credit=credit(place, article),
        rights=place.say.text(RIGHTS[article.rights]) if withheld else "",
        length=place.say.count(PARAGRAPHS, length, n=length),
        rights_basis=article.rights_basis or "",
        provisional=article.title_provisional or article.title is None,
        contents=contents((block.text, block.id) for block in headings),
        body=Markup("")
        if withheld
        else text_markdown(place, article.blocks, _topic_links(place, article)),
        locators=tuple(_locators(place, article)) if withheld else (),
        facts=article_facts(place, article.slug),
        topics=topic_links(place, place.site.topics_of.get(article.slug, ())),
        related=tuple(
            article_link(place, place.site.articles[slug])
            for slug in _related(place.site, article.slug)
        ),
        english=_english(place, article.slug),
    )


def credit(place: Place, article: Article) -> Credit | None:
    """The credit of the original, as far as it is known; what is inferred is said to be."""
    original = article.based_on
    if original is None:
        return None
    publisher = outlet_name(place, original.publisher) if original.publisher else ""
    published = optional_date(place, original.published)
    return Credit(
        title=markdown.arabic(original.title, place.language),
        publisher=stated(place, publisher, original.publisher_basis)
        if publisher
        else place.say.text("not known"),
        published=stated(place, published, original.published_basis)
        if published
        else place.say.text("not known"),
        note=_note(place, original),
    )


def _note(place: Place, original: BasedOn) -> Markup:
    """What is known of the original, in the page's language where an editor has said it there."""
    if place.language != ARABIC and original.note_en:
        return markdown.prose(original.note_en, place.language)
    return markdown.arabic(original.note, place.language) if original.note else Markup("")


def _english(place: Place, slug: Slug) -> Link | None:
    stub = place.site.stubs.get(slug)
    return Link(stub.title, place.to(paths.article(ENGLISH, slug))) if stub else None


def _locators(place: Place, article: Article) -> Iterator[Locator]:
    words = _words_of_facts(place.site, article.slug)
    for block in article.blocks:
        number = place.site.numbers.get((article.slug, block.id))
        if number is not None:
            text = place.say.text("Paragraph %(number)s", number=number)
            # Not in the order of the text, which words side by side would begin to tell.
            rest = tuple(sorted(words.get(block.id, ())))
            yield Locator(block.id, text, block.text, rest)


def _words_of_facts(site: Site, slug: Slug) -> dict[ParagraphId, set[str]]:
    """The words of the text that its dates, figures and statements rest on, by paragraph."""
    found: dict[ParagraphId, set[str]] = {}
    looked_up = (site.dates_of, site.figures_of, site.statements_of)
    for entry in (entry for entries in looked_up for entry in entries.get(slug, ())):
        words = entry.sentence[entry.span.start : entry.span.end]
        if words:
            found.setdefault(entry.passage.block, set()).add(words)
    return found


# ---------------------------------------------------------------- topic links in the text


def _topic_links(place: Place, article: Article) -> dict[int, tuple[TopicLink, ...]]:
    """The first mention of each topic in each section, by block; headings stay unlinked."""
    found: dict[int, list[TopicLink]] = {}
    linked: set[TopicId] = set()
    mentions = _mentions_by_block(place.site, article.slug)
    for index, block in enumerate(article.blocks):
        if block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            linked.clear()
            continue
        taken = markdown.editor_link_spans(block)
        for mention in mentions.get(index, ()):
            overlaps = any(s.start < mention.span.end and mention.span.start < s.end for s in taken)
            if mention.topic in place.site.topics and mention.topic not in linked and not overlaps:
                linked.add(mention.topic)
                href = place.to(paths.topic(place.language, mention.topic))
                is_term = place.site.topics[mention.topic].glossary
                found.setdefault(index, []).append(TopicLink(mention.span, href, is_term))
    return {index: tuple(links) for index, links in found.items()}


def _mentions_by_block(site: Site, slug: Slug) -> dict[int, list[Mention]]:
    grouped: dict[int, list[Mention]] = {}
    for mention in site.analyses[slug].mentions if slug in site.analyses else ():
        grouped.setdefault(mention.block, []).append(mention)
    return grouped


# ---------------------------------------------------------------- related articles


def _related(site: Site, slug: Slug) -> tuple[Slug, ...]:
    """The articles that share most topics with this one, rare topics first, then by slug."""
    rare_first = sorted(
        site.topics_of.get(slug, ()), key=lambda topic: (len(site.articles_of[topic]), topic)
    )
    shared = [topic for topic in rare_first if len(site.articles_of[topic]) > 1]
    counts = Counter(
        other
        for topic in shared[:_RELATED_TOPICS]
        for other in site.articles_of[topic][:_RELATED_SCAN]
        if other != slug
    )
    return tuple(sorted(counts, key=lambda other: (-counts[other], other))[:_RELATED])
