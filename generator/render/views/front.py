"""The front door: both languages side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ENGLISH,
    LanguageTag,
)
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.markdown import prose
from generator.render.site import Place, Site
from generator.render.views.counts import ARTICLES
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import Head, Page, site_title, summary_text


@dataclass(frozen=True, slots=True)
class Half:
    """One language's half of the front door."""

    language: LanguageTag
    direction: str
    site: Markup
    question: Markup
    lead: Markup
    enter: Markup
    href: Markup


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front door."""

    halves: tuple[Half, ...]


def front_page(site: Site, arabic: DateWords, english: DateWords) -> Page:
    """The bilingual page at the root."""
    halves = tuple(_half(Place(site, words, paths.FRONT)) for words in (arabic, english))
    title = f"{site.settings.title_ar} · {site.settings.title_en}"
    head = Head(
        title=title,
        description=summary_text(" · ".join(_questions(site)) or title),
        kind="front",
        language=ARABIC,
        alternates=tuple((tag, paths.address(paths.home(tag))) for tag in (ARABIC, ENGLISH)),
        switch=None,
    )
    return Page(Place(site, arabic, paths.FRONT), head, "front", FrontView(halves))


def _questions(site: Site) -> Iterator[str]:
    for language in (ARABIC, ENGLISH):
        yield from (explainer.title for explainer in explainers_of(site, language)[:1])


def _half(place: Place) -> Half:
    lead = next(iter(explainers_of(place.site, place.language)), None)
    name = site_title(place)
    return Half(
        language=place.language,
        direction="rtl" if place.language == ARABIC else "ltr",
        site=prose(name, place.language),
        question=prose(lead.title if lead else name, place.language),
        lead=prose(lead.lead.text if lead else what_it_is(place), place.language),
        enter=prose(place.say.text("Enter the site in English"), place.language),
        href=place.to(paths.home(place.language)),
    )


def what_it_is(place: Place) -> str:
    """What the site is, in a sentence, for where no explainer says it better."""
    number = len(place.site.articles)
    return place.say.text(
        "An explainer drawn from %(articles)s, every fact with the paragraph it comes from.",
        articles=place.say.count(ARTICLES, number, n=number),
    )
