"""The index of articles, and articles as entries of a list."""

from dataclasses import dataclass

from generator.model import (
    ARABIC,
    Article,
    ReviewState,
)
from generator.render.site import Place, newest_first
from generator.render.views.counts import ARTICLES
from generator.render.views.english import review_label
from generator.render.views.heads import Page, mirrored_head
from generator.render.views.parts import Link, article_link
from generator.render.views.sources import source_line


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list; `state` says what the English page is, on English pages only."""

    id: str
    link: Link
    lead: str
    meta: str
    state: str


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The index of articles."""

    count: str
    articles: tuple[ArticleCard, ...]


def articles_page(place: Place) -> Page:
    """The index of all articles in one language."""
    articles = newest_first(place.site.articles.values())
    head = mirrored_head(
        place,
        "articles/index",
        "articles",
        place.say.text("Articles"),
        place.say.text("All articles, newest first."),
    )
    view = ArticlesView(
        count=place.say.count(ARTICLES, len(articles), n=len(articles)),
        articles=article_cards(place, articles),
    )
    return Page(place, head, "articles", view)


def article_cards(place: Place, articles: tuple[Article, ...]) -> tuple[ArticleCard, ...]:
    """The articles as entries of a list, in the given order."""
    return tuple(
        ArticleCard(
            id=f"a-{article.slug}",
            link=article_link(place, article),
            lead=(article.lead or "") if place.language == ARABIC else _stub_lead(place, article),
            meta=source_line(place, article),
            state="" if place.language == ARABIC else _state(place, article),
        )
        for article in articles
    )


def _stub_lead(place: Place, article: Article) -> str:
    stub = place.site.stubs.get(article.slug)
    sentences = (s for block in stub.blocks for s in block.sentences) if stub else iter(())
    return next((sentence.text for sentence in sentences), "")


def _state(place: Place, article: Article) -> str:
    if article.slug not in place.site.stubs:
        return place.say.text("Arabic only; no English summary yet")
    return review_label(place, place.site.reviews.get(article.slug, ReviewState.DRAFT))
