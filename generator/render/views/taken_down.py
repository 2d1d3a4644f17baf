"""The page of an article that has left the site: links to it say what has become of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import Article
from generator.render import markdown, paths
from generator.render.catalogue import message
from generator.render.dates import DateWords, date_text
from generator.render.site import Place, Site
from generator.render.views.heads import Head, Page, mirrored_head, section_crumbs
from generator.render.views.parts import Link

HEADING = message("An article that was taken down")
NOTICE = message(
    "This article was taken down on %(date)s. Its text, and what this site had drawn from it, is no"
    " longer published here."
)


@dataclass(frozen=True, slots=True)
class TakenDownView:
    """What may still be said of the article: its title, its publisher, where it first stood."""

    heading: str
    title: Markup
    publisher: str
    notice: str
    source_url: Markup
    corrections: Link


def taken_down_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """A page for each article that has left, at its old address in the page's language."""
    language = words.catalogue.language
    for article in site.index.taken_down:
        if article.takedown:
            place = Place(site, words, paths.article(language, article.slug))
            notice = place.say.text(NOTICE, date=date_text(words, article.takedown))
            view = _view(place, article, notice)
            yield Page(place, _head(place, article, notice), "taken-down", view)


def _head(place: Place, article: Article, notice: str) -> Head:
    head = mirrored_head(
        place,
        f"articles/{article.slug}",
        "taken-down",
        place.say.text(HEADING),
        notice,
        section_crumbs(place, place.say.text("Articles"), "articles/index"),
    )
    return replace(head, indexed=False)


def _view(place: Place, article: Article, notice: str) -> TakenDownView:
    return TakenDownView(
        heading=place.say.text(HEADING),
        title=markdown.arabic(article.title, place.language) if article.title else Markup(""),
        publisher=article.publisher or "",
        notice=notice,
        source_url=markdown.web_address(article.source_url or ""),
        corrections=Link(
            place.say.text("Corrections"), place.to(paths.section(place.language, "corrections"))
        ),
    )
