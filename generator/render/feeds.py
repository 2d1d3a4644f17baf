"""Feeds: what is new, for each language and each topic, as Atom, RSS 2.0 and JSON Feed 1.1.

An entry needs a date that is known: an article without any is on the site, not in a feed. What the
rights of an article withhold has left the index before, so a feed cannot show it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from generator.model import (
    ARABIC,
    ENGLISH,
    LANGUAGES,
    Article,
    Block,
    BlockKind,
    EvidencedBlock,
    Explainer,
    IsoDate,
    LanguageTag,
    RenderedPage,
    ReviewState,
    Stub,
    Topic,
    TopicId,
)
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.feed_formats import FORMATS, Entry, Feed
from generator.render.markdown import one_line
from generator.render.site import Place, Site, newest_first
from generator.render.social.words import SocialCard, article_card, explainer_card
from generator.render.views.article import first_text
from generator.render.views.english import stub_label
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import Page, site_title
from generator.render.views.parts import name_in, plain_title, topic_name
from generator.render.views.sources import own_publisher, reported_on
from generator.text import iso_bounds

_NEWEST = 30
# A topic's feed gives summaries: whole texts would stand in the feed of each of their topics.
_NEWEST_OF_TOPIC = 20


@dataclass(frozen=True, slots=True)
class FeedLink:
    """Where a feed stands: a folder below the site's address, for all formats."""

    title: str
    folder: str


def feed_files(site: Site, words: DateWords) -> Iterator[RenderedPage]:
    """The feeds of one language; none where the site's address is not known."""
    if not site.settings.site_url:
        return
    place = Place(site, words, paths.home(words.catalogue.language))
    subjects = (topic for topic in site.index.library.topics if topic.subject)
    feeds = [_language_feed(place), *(_topic_feed(place, topic) for topic in subjects)]
    for feed in feeds:
        for name, write in FORMATS.items() if feed.entries else ():
            yield RenderedPage(f"{feed.folder}{name}", place.language, write(feed))


def feed_links(page: Page, folders: frozenset[str]) -> tuple[FeedLink, ...]:
    """The feeds that a page names: its language's, and its topic's on a topic's page.

    The front door names those of both languages.

    `folders` are those in which feeds have been written.
    """
    place = page.place
    settings = place.site.settings
    titles = {ARABIC: settings.title_ar, ENGLISH: settings.title_en}
    wanted = LANGUAGES if page.head.kind == "front" else (place.language,)
    links = [FeedLink(titles[language], _folder(language, None)) for language in wanted]
    if page.head.kind == "topic":
        topic = place.site.topics[TopicId(paths.stem(place.path))]
        links.append(FeedLink(_topic_title(place, topic), _folder(place.language, topic)))
    return tuple(link for link in links if link.folder in folders)


def _folder(language: LanguageTag, topic: Topic | None) -> str:
    return paths.address(paths.topic(language, topic.id) if topic else paths.home(language))


def _topic_title(place: Place, topic: Topic) -> str:
    return f"{topic_name(topic, place.language)} · {site_title(place)}"


def _articles_of(place: Place, topic: Topic) -> tuple[Article, ...]:
    slugs = place.site.articles_of.get(topic.id, ())
    return newest_first(place.site.articles[slug] for slug in slugs)


# ---------------------------------------------------------------- feeds


def _language_feed(place: Place) -> Feed:
    articles = newest_first(place.site.articles.values())
    explainers = explainers_of(place.site, place.language)
    entries = [entry for explainer in explainers if (entry := _explainer(place, explainer))]
    entries += _article_entries(place, articles, _NEWEST, is_whole=True)
    description = place.say.text(
        "Explainers and articles, every fact with the paragraph it comes from."
    )
    return _feed(place, site_title(place), description, None, entries)


def _topic_feed(place: Place, topic: Topic) -> Feed:
    name = name_in(topic, place.language)
    title = _topic_title(place, topic)
    articles = _articles_of(place, topic)
    entries = list(_article_entries(place, articles, _NEWEST_OF_TOPIC, is_whole=False))
    return _feed(place, title, name.description or title, topic, entries)


def _feed(
    place: Place, title: str, description: str, topic: Topic | None, entries: list[Entry]
) -> Feed:
    return Feed(
        title=one_line(title),
        description=one_line(description),
        language=place.language,
        author=one_line(site_title(place)),
        site_url=place.site.settings.site_url,
        folder=_folder(place.language, topic),
        entries=tuple(sorted(entries, key=lambda e: (e.updated, e.url), reverse=True)),
    )


# ---------------------------------------------------------------- entries


def _has_entry(place: Place, article: Article) -> bool:
    has_page = place.language == ARABIC or article.slug in place.site.stubs
    return has_page and bool(_published(article))


def _published(article: Article) -> str:
    return _instant(article.published or article.retrieved or reported_on(article))


def _instant(iso: IsoDate | None) -> str:
    """The first second of a date: formats of feeds know no month and no year alone."""
    return f"{iso_bounds(iso)[0].isoformat()}T00:00:00Z" if iso else ""


def _article_entries(
    place: Place, articles: Iterable[Article], most: int, *, is_whole: bool
) -> Iterator[Entry]:
    dated = [article for article in articles if _has_entry(place, article)]
    for article in dated[:most]:
        stub = place.site.stubs.get(article.slug) if place.language != ARABIC else None
        yield _stub(place, article, stub, is_whole) if stub else _article(place, article, is_whole)


def _article(place: Place, article: Article, is_whole: bool) -> Entry:
    path = paths.article(ARABIC, article.slug)
    return Entry(
        url=_url(place, path),
        title=one_line(plain_title(place, article)),
        summary=one_line(article.lead or first_text(article)),
        content=_body(article.blocks) if is_whole else Markup(""),
        published=_published(article),
        updated=_published(article),
        author=one_line(article.byline or own_publisher(place, article)),
        tags=_tags(place, article),
        image=_image(place, article_card(place, article), path),
    )


def _stub(place: Place, article: Article, stub: Stub, is_whole: bool) -> Entry:
    state = place.site.reviews.get(article.slug, ReviewState.DRAFT)
    published = _published(article)
    summary = next((block for block in stub.blocks if block.kind is BlockKind.PARAGRAPH), None)
    label = Markup("<p><em>{}</em></p>").format(stub_label(place, stub, state))
    path = paths.article(place.language, article.slug)
    return Entry(
        url=_url(place, path),
        title=one_line(stub.title),
        summary=one_line(_plain(summary)) if summary else "",
        content=label + _html((b.kind, _plain(b)) for b in stub.blocks) if is_whole else Markup(""),
        published=published,
        updated=max(published, _instant(stub.reviewed_on)),
        author=one_line(own_publisher(place, article)),
        tags=_tags(place, article),
        image=_image(place, article_card(place, article), path),
    )


def _explainer(place: Place, explainer: Explainer) -> Entry | None:
    dates = sorted(_instant(change.on) for change in explainer.changes)
    if not dates:
        return None
    questions = Markup("").join(
        Markup("<li>{}</li>").format(one_line(card.question)) for card in explainer.cards
    )
    lead = Markup("<p>{}</p>").format(one_line(explainer.lead.text))
    path = paths.explainer(place.language, explainer.slug)
    return Entry(
        url=_url(place, path),
        title=one_line(explainer.title),
        summary=one_line(explainer.lead.text),
        content=lead + Markup("<ul>{}</ul>").format(questions),
        published=dates[0],
        updated=dates[-1],
        author="",
        tags=(),
        image=_image(place, explainer_card(place, explainer), path),
    )


def _image(place: Place, card: SocialCard, path: str) -> str:
    """The address of the picture of the page at a path; empty where pages have none."""
    return _url(place, card.path(path)) if place.site.settings.social_cards else ""


def _url(place: Place, path: str) -> str:
    return place.site.settings.site_url + paths.address(path)


def _tags(place: Place, article: Article) -> tuple[str, ...]:
    topics = place.site.topics_of.get(article.slug, ())
    known = (place.site.topics[topic] for topic in topics if topic in place.site.topics)
    return tuple(one_line(topic_name(topic, place.language)) for topic in known)


def _plain(block: EvidencedBlock) -> str:
    return " ".join(sentence.text for sentence in block.sentences)


# ---------------------------------------------------------------- texts as HTML

_ELEMENTS = {
    BlockKind.HEADING: "<h2>{}</h2>",
    BlockKind.QUOTE: "<blockquote><p>{}</p></blockquote>",
    BlockKind.LIST_ITEM: "<li>{}</li>",
}


def _body(blocks: Iterable[Block]) -> Markup:
    """An Arabic text; a withheld one has no words left, and so no HTML."""
    kinds = ((b.kind, b.text) for b in blocks if b.text and b.kind is not BlockKind.TITLE)
    inner = _html(kinds)
    return Markup('<div lang="ar" dir="rtl">{}</div>').format(inner) if inner else inner


def _html(blocks: Iterable[tuple[BlockKind, str]]) -> Markup:
    parts: list[Markup] = []
    for is_list, group in groupby(blocks, key=lambda block: block[0] is BlockKind.LIST_ITEM):
        inner = Markup("").join(
            Markup(_ELEMENTS.get(kind, "<p>{}</p>")).format(escape(one_line(text)))
            for kind, text in group
        )
        parts.append(Markup("<ul>{}</ul>").format(inner) if is_list else inner)
    return Markup("").join(parts)
