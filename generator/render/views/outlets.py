"""The outlets that articles cite, with the paragraphs that cite them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, Passage, Slug, TopicId
from generator.render.site import Place, Site, newest_first
from generator.render.views.counts import ARTICLES
from generator.render.views.parts import (
    Link,
    article_link,
    passage_href,
    passage_label,
    topic_link,
)
from generator.render.views.sources import OUTLET

# An article that is about an outlet names it everywhere; its first paragraphs lead to the others.
_MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """The way to a paragraph under its number; `label` says it in full."""

    link: Link
    label: str


@dataclass(frozen=True, slots=True)
class CitingArticle:
    """An article that cites an outlet, with its paragraphs that do."""

    link: Link
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet that articles cite, with those articles."""

    id: str
    link: Link
    count: str
    articles: tuple[CitingArticle, ...]


def outlets(place: Place) -> Iterator[Outlet]:
    """The outlets that articles cite, those cited by most articles first."""
    cited = _citations(place.site)
    for outlet in sorted(cited, key=lambda outlet: (-len(cited[outlet]), outlet)):
        articles = newest_first(place.site.articles[slug] for slug in cited[outlet])
        yield Outlet(
            id=f"outlet-{outlet}",
            link=topic_link(place, outlet),
            count=place.say.count(ARTICLES, len(articles), n=len(articles)),
            articles=tuple(_citing(place, a, cited[outlet][a.slug]) for a in articles),
        )


def _citing(place: Place, article: Article, passages: set[Passage]) -> CitingArticle:
    numbered = sorted(
        (number, passage)
        for passage in passages
        if (number := place.site.numbers.get((passage.article, passage.block)))
    )
    marks = (
        Mark(Link(str(number), passage_href(place, passage)), passage_label(place, passage))
        for number, passage in numbered[:_MOST_MARKS]
    )
    return CitingArticle(article_link(place, article), tuple(marks))


def _citations(site: Site) -> dict[TopicId, dict[Slug, set[Passage]]]:
    """The passages that name each outlet, in their text or as the carrier of a statement."""
    found: dict[TopicId, dict[Slug, set[Passage]]] = {}
    named = ((page.topic, m.passage) for page in site.index.topic_pages for m in page.mentions)
    carried = (
        (topic, said.passage)
        for said in site.index.attributions
        for topic in (said.speaker_topic, said.via_topic)
    )
    for topic, passage in (*named, *carried):
        if topic and topic in site.topics and site.topics[topic].type == OUTLET:
            found.setdefault(topic, {}).setdefault(passage.article, set()).add(passage)
    return found
