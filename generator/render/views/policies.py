"""Pages about the site itself: sources, about, how we work, corrections."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import EditorPage, PageName, Slug
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords, date_text
from generator.render.site import Place, Site, newest_first
from generator.render.views.article import Credit, credit
from generator.render.views.counts import ARTICLES, TOPICS
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import Page, mirrored_head
from generator.render.views.outlets import Outlet, outlets
from generator.render.views.parts import Link, article_link
from generator.render.views.text import text_markdown

SOURCES = messages("%(n)s source", "%(n)s sources")


@dataclass(frozen=True, slots=True)
class Original:
    """An original that one of our articles explains."""

    id: str
    credit: Credit
    article: Link


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Where everything on the site comes from."""

    count: str
    originals: tuple[Original, ...]
    outlets: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the site is; true of any content, below the `words` of its editor where there are any."""

    title: str
    words: Markup
    articles: str
    topics: str
    originals: tuple[Original, ...]
    how_we_work: Link
    corrections: Link
    sources: Link


@dataclass(frozen=True, slots=True)
class HowView:
    """How the site is made and what it promises."""

    corrections: Link
    sources: Link


@dataclass(frozen=True, slots=True)
class Correction:
    """A published change."""

    id: str
    date: str
    text: str
    page: Link


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """The log of changes, newest first."""

    corrections: tuple[Correction, ...]


def policy_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages about the site in one language."""
    language = words.catalogue.language
    yield _sources(Place(site, words, paths.section(language, "sources")))
    yield _about(Place(site, words, paths.section(language, "about")))
    yield _how(Place(site, words, paths.section(language, "how-we-work")))
    yield _corrections(Place(site, words, paths.section(language, "corrections")))


# ---------------------------------------------------------------- sources


def _sources(place: Place) -> Page:
    head = mirrored_head(
        place,
        "sources",
        "sources",
        place.say.text("Sources"),
        place.say.text("The articles this site draws on, and the outlets they cite."),
    )
    originals = _originals(place)
    view = SourcesView(
        count=place.say.count(SOURCES, len(originals), n=len(originals)),
        originals=originals,
        outlets=tuple(outlets(place)),
    )
    return Page(place, head, "sources", view)


def _originals(place: Place) -> tuple[Original, ...]:
    return tuple(
        Original(f"o-{article.slug}", given, article_link(place, article))
        for article in newest_first(place.site.articles.values())
        if (given := credit(place, article))
    )


# ---------------------------------------------------------------- policies


def _about(place: Place) -> Page:
    articles, topics = len(place.site.articles), len(place.site.topics)
    own = _editor_page(place, PageName.ABOUT)
    title = (own.title if own else None) or place.say.text("About this site")
    view = AboutView(
        title=title,
        words=text_markdown(place, own.blocks, {}) if own else Markup(""),
        articles=place.say.count(ARTICLES, articles, n=articles),
        topics=place.say.count(TOPICS, topics, n=topics),
        originals=_originals(place),
        how_we_work=_link(place, place.say.text("How we work"), "how-we-work"),
        corrections=_link(place, place.say.text("Corrections"), "corrections"),
        sources=_link(place, place.say.text("Sources"), "sources"),
    )
    head = mirrored_head(
        place,
        "about",
        "about",
        title,
        place.say.text("What this site is, what it is made from, and how to read it."),
    )
    return Page(place, head, "about", view)


def _editor_page(place: Place, name: PageName) -> EditorPage | None:
    pages = place.site.index.library.pages
    return next((p for p in pages if (p.name, p.locale) == (name, place.language)), None)


def _how(place: Place) -> Page:
    view = HowView(
        corrections=_link(place, place.say.text("Corrections"), "corrections"),
        sources=_link(place, place.say.text("Sources"), "sources"),
    )
    head = mirrored_head(
        place,
        "how-we-work",
        "policy",
        place.say.text("How we work"),
        place.say.text("What this site promises its readers and how each promise can be checked."),
    )
    return Page(place, head, "how-we-work", view)


def _link(place: Place, text: str, name: str) -> Link:
    return Link(text, place.to(paths.section(place.language, name)))


def _corrections(place: Place) -> Page:
    changes = sorted((*_changes(place), *_takedowns(place)), key=lambda row: row[0], reverse=True)
    ids = paths.unique(f"changed-{on}-{slug}" for on, slug, _ in changes)
    rows = (replace(row, id=anchor) for (_, _, row), anchor in zip(changes, ids, strict=True))
    head = mirrored_head(
        place,
        "corrections",
        "policy",
        place.say.text("Corrections"),
        place.say.text("What has changed on this site since it was published, newest first."),
    )
    return Page(place, head, "corrections", CorrectionsView(tuple(rows)))


_Dated = tuple[str, Slug, Correction]


def _changes(place: Place) -> Iterator[_Dated]:
    for explainer in explainers_of(place.site, place.language):
        page = Link(explainer.title, place.to(paths.explainer(place.language, explainer.slug)))
        for change in explainer.changes:
            date = date_text(place.words, change.on)
            yield change.on, explainer.slug, Correction("", date, change.text, page)


def _takedowns(place: Place) -> Iterator[_Dated]:
    text = place.say.text("An article was taken down:")
    for article in place.site.index.taken_down:
        if on := article.takedown:
            page = article_link(place, article)
            yield on, article.slug, Correction("", date_text(place.words, on), text, page)
