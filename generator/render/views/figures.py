"""The figures: on one page or, where they are many, a page for those of each article."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import SiteFigure, Slug
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.compared import (
    Conflict,
    RangeScale,
    conflict_entries,
    range_scales,
)
from generator.render.views.counts import FIGURES
from generator.render.views.facts import FigureEntry, NamedFigure, figure_entries, figure_ids
from generator.render.views.heads import Page, mirrored_head, section_crumbs
from generator.render.views.lists import Downloads, Part, downloads
from generator.render.views.parts import Link, article_title

# Beyond this, at about a kilobyte each, the figures of each article have a page of their own.
_ON_ONE_PAGE = 200


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures or a part of them: first what disagrees; the whole of many has `parts`."""

    title: str
    lead: str
    count: str
    conflicts: tuple[Conflict, ...]
    ranges: tuple[RangeScale, ...]
    figures: tuple[FigureEntry, ...]
    parts: tuple[Part, ...]
    downloads: Downloads | None


def figure_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The figures of one language."""
    place = Place(site, words, paths.section(words.catalogue.language, "figures"))
    figures = site.index.figures
    named = list(zip(figures, figure_ids(figures), strict=True))
    if len(named) <= _ON_ONE_PAGE:
        yield _whole(place, tuple(figure_entries(place, named)), (), named)
        return
    by_article: dict[Slug, list[NamedFigure]] = {}
    for pair in named:
        by_article.setdefault(pair[0].passage.article, []).append(pair)
    parts = tuple(_part(place, slug, found) for slug, found in by_article.items())
    yield _whole(place, (), parts, named)
    for slug, found in by_article.items():
        yield _part_page(
            Place(site, words, paths.section(place.language, _name(slug))), slug, found
        )


def _name(slug: Slug) -> str:
    return f"figures/{slug}"


def _count(place: Place, number: int) -> str:
    return place.say.count(FIGURES, number, n=number)


def _whole(
    place: Place,
    figures: tuple[FigureEntry, ...],
    parts: tuple[Part, ...],
    named: list[NamedFigure],
) -> Page:
    title = place.say.text("By the numbers")
    lead = place.say.text("Figures with who gives them and the paragraph they stand in.")
    view = FiguresView(
        title=title,
        lead=lead,
        count=_count(place, len(named)),
        conflicts=conflict_entries(place),
        ranges=range_scales(place, ((f, _entry_href(place, f, name, parts)) for f, name in named)),
        figures=figures,
        parts=parts,
        downloads=downloads(place, "figures"),
    )
    return Page(place, mirrored_head(place, "figures", "figures", title, lead), "figures", view)


def _entry_href(place: Place, figure: SiteFigure, anchor: str, parts: tuple[Part, ...]) -> Markup:
    """The link to a figure's entry, on this page or on that of its article."""
    name = _name(figure.passage.article) if parts else "figures"
    return place.to(paths.section(place.language, name), anchor)


def _part(place: Place, slug: Slug, found: list[NamedFigure]) -> Part:
    href = place.to(paths.section(place.language, _name(slug)))
    title = article_title(place, place.site.articles[slug])
    return Part(f"p-{slug}", Link(title, href), _count(place, len(found)))


def _part_page(place: Place, slug: Slug, found: list[NamedFigure]) -> Page:
    name = article_title(place, place.site.articles[slug])
    title = place.say.text("Figures: %(article)s", article=name)
    view = FiguresView(
        title=title,
        lead="",
        count=_count(place, len(found)),
        conflicts=(),
        ranges=(),
        figures=tuple(figure_entries(place, found)),
        parts=(),
        downloads=None,
    )
    crumbs = section_crumbs(place, place.say.text("By the numbers"), "figures")
    head = mirrored_head(place, _name(slug), "figures", title, f"{title} · {view.count}", crumbs)
    return Page(place, head, "figures", view)
