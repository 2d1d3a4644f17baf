"""What views of several kinds are made of: links to topics, articles and paragraphs, and names."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    LANGUAGES,
    TITLE_ID,
    Article,
    LanguageTag,
    Passage,
    Topic,
    TopicId,
    TopicName,
)
from generator.render import paths
from generator.render.site import Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    text: str
    href: Markup


def contents(entries: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """Links to places of the page itself, from (text, id) pairs."""
    return tuple(Link(text, Markup(f"#{anchor}")) for text, anchor in entries)


def topic_link(place: Place, topic_id: TopicId) -> Link:
    """The link to a topic's page, under its name in the page's language."""
    topic = place.site.topics[topic_id]
    return Link(topic_name(topic, place.language), place.to(paths.topic(place.language, topic_id)))


def optional_topic_link(place: Place, topic_id: TopicId | None) -> Link | None:
    """The link to a topic's page, where there is such a topic."""
    return topic_link(place, topic_id) if topic_id and topic_id in place.site.topics else None


def topic_links(place: Place, topic_ids: Iterable[TopicId]) -> tuple[Link, ...]:
    """The links to the pages of topics, in the given order."""
    return tuple(topic_link(place, topic) for topic in topic_ids if topic in place.site.topics)


def name_in(topic: Topic, language: LanguageTag) -> TopicName:
    """What the topic is called and what it is, in the language."""
    return topic.ar if language == ARABIC else topic.en


def topic_name(topic: Topic, language: LanguageTag) -> str:
    """The topic's name in the language, with the words that tell it from others."""
    name = name_in(topic, language).name
    apart = topic.disambiguation_ar if language == ARABIC else topic.disambiguation_en
    return f"{name} ({apart})" if apart else name


def article_link(place: Place, article: Article) -> Link:
    """The link to an article's page in the page's language, under the best title there is."""
    return Link(
        article_title(place, article), place.to(paths.article(place.language, article.slug))
    )


def article_title(place: Place, article: Article) -> str:
    """The title in the page's language; on English pages the Arabic one where there is no stub."""
    stub = place.site.stubs.get(article.slug) if place.language != ARABIC else None
    return stub.title if stub else plain_title(place, article)


def plain_title(place: Place, article: Article) -> str:
    """The article's Arabic title; an article without one is named as such."""
    return article.title or place.say.text("Untitled article")


def passage_href(place: Place, passage: Passage) -> Markup:
    """The link to the paragraph on the Arabic page."""
    return place.to(paths.article(ARABIC, passage.article), passage.block)


def passage_label(place: Place, passage: Passage) -> str:
    """«paragraph 3 of …», for those who hear the link; without the title on the article's pages."""
    own = (paths.article(language, passage.article) for language in LANGUAGES)
    if place.path in own:
        return short_label(place, passage)
    title = article_title(place, place.site.articles[passage.article])
    return place.say.text(
        "%(paragraph)s: %(title)s", paragraph=short_label(place, passage), title=title
    )


def short_label(place: Place, passage: Passage) -> str:
    """«paragraph 3», where the article is named nearby."""
    if passage.block == TITLE_ID:
        return place.say.text("Title of the Arabic article")
    number = place.site.numbers.get((passage.article, passage.block))
    if number is None:
        return place.say.text("Passage of the Arabic article")
    return place.say.text("Paragraph %(number)s of the Arabic article", number=number)
