"""The home page of a language: its question, what is newest, the timeline in short, key figures."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    Explainer,
    Passage,
    SiteDate,
    SiteFigure,
)
from generator.render import paths
from generator.render.dates import DateWords, date_text
from generator.render.markdown import prose
from generator.render.pictures.svg import Picture
from generator.render.pictures.timeline import timeline_picture
from generator.render.site import Place, Site, newest_first
from generator.render.views.article_lists import ArticleCard, article_cards, articles_page
from generator.render.views.evidence import Numbering, evidenced, numbering, quotation
from generator.render.views.explainer import ExplainerCard, explainer_card, explainers_of
from generator.render.views.facts import FigureEntry, date_ids, figure_entry, figure_ids
from generator.render.views.front import what_it_is
from generator.render.views.heads import Page, mirrored_head, site_title, summary_text
from generator.render.views.matrix import MatrixView, matrix_view
from generator.render.views.parts import Link
from generator.render.views.timeline import linked_dates, timeline_paths
from generator.render.views.topics import TopicEntry, topic_entry

_NEWEST = 6
_DATES = 5
_YEARS = 4
_FIGURES = 6
_TOPICS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated statement in a preview."""

    date: str
    text: Markup
    href: Markup


@dataclass(frozen=True, slots=True)
class HomeView:
    """A home page; a site without an explainer shows its name in the hero."""

    site: str
    question: str
    lead: Markup
    explainer: Link | None
    matrix: MatrixView | None
    cards: tuple[Link, ...]
    others: tuple[ExplainerCard, ...]
    articles: tuple[ArticleCard, ...]
    moments: tuple[Moment, ...]
    picture: Picture | None
    figures: tuple[FigureEntry, ...]
    topics: tuple[TopicEntry, ...]
    articles_href: Markup
    timeline_href: Markup
    figures_href: Markup
    topics_href: Markup


def home_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The home page of a language and its index of articles."""
    language = words.catalogue.language
    yield _home(Place(site, words, paths.home(language)))
    yield articles_page(Place(site, words, paths.section(language, "articles/index")))


def _home(place: Place) -> Page:
    explainers = explainers_of(place.site, place.language)
    lead = explainers[0] if explainers else None
    name = site_title(place)
    numbers = numbering(place, (lead.lead,)) if lead else Numbering({})
    view = HomeView(
        site=name,
        question=lead.title if lead else name,
        lead=evidenced(place, lead.lead, numbers) if lead else Markup(""),
        explainer=explainer_card(place, lead).link if lead else None,
        matrix=matrix_view(place, lead.matrix) if lead and lead.matrix else None,
        cards=_card_links(place, lead) if lead else (),
        others=tuple(explainer_card(place, explainer) for explainer in explainers[1:]),
        articles=article_cards(place, newest_first(place.site.articles.values())[:_NEWEST]),
        moments=_moments(place),
        picture=_timeline_preview(place),
        figures=_key_figures(place),
        topics=_top_topics(place),
        articles_href=_section(place, "articles/index"),
        timeline_href=_section(place, "timeline"),
        figures_href=_section(place, "figures"),
        topics_href=_section(place, "topics/index"),
    )
    description = lead.lead.text if lead else what_it_is(place)
    head = mirrored_head(place, "index", "home", name, summary_text(description), ())
    return Page(place, head, "home", view)


def _section(place: Place, name: str) -> Markup:
    return place.to(paths.section(place.language, name))


def _card_links(place: Place, explainer: Explainer) -> tuple[Link, ...]:
    path = paths.explainer(place.language, explainer.slug)
    return tuple(Link(card.question, place.to(path, card.id)) for card in explainer.cards)


def _moments(place: Place) -> tuple[Moment, ...]:
    """The last dated statements, each leading to its entry in the timeline."""
    dates = place.site.index.timeline
    latest = list(zip(dates, date_ids(dates), timeline_paths(place), strict=True))[-_DATES:]
    return tuple(
        Moment(date_text(place.words, entry.iso), _said(place, entry), place.to(path, anchor))
        for entry, anchor, path in latest
    )


def _timeline_preview(place: Place) -> Picture | None:
    """The last years of the timeline as a picture."""
    return timeline_picture(place.words, linked_dates(place), _YEARS)


def _said(place: Place, entry: SiteDate) -> Markup:
    wording = entry.wording_ar if place.language == ARABIC else entry.wording_en
    if wording:
        return prose(wording, place.language)
    return quotation(place, entry.sentence, (entry.span,))


def _key_figures(place: Place) -> tuple[FigureEntry, ...]:
    """Figures that say most on their own, one of a paragraph: those that the answers rest on first."""
    figures = place.site.index.figures
    cited = _cited(explainers_of(place.site, place.language))
    ranked = sorted(
        zip(figures, figure_ids(figures), strict=True),
        key=lambda pair: (
            *_rank(pair[0]),
            -cited[pair[0].passage],
            pair[0].wording_en is None,
            pair[1],
        ),
    )
    best: dict[Passage, tuple[SiteFigure, str]] = {}
    for figure, anchor in ranked:
        best.setdefault(figure.passage, (figure, anchor))
    chosen = list(best.values())[:_FIGURES]
    return tuple(figure_entry(place, figure, anchor) for figure, anchor in chosen)


def _cited(explainers: Iterable[Explainer]) -> Counter[Passage]:
    """How often the answers of explainers rest on each paragraph."""
    return Counter(
        Passage(reference.article, reference.paragraph)
        for explainer in explainers
        for card in explainer.cards
        for block in card.answer
        for sentence in block.sentences
        for reference in sentence.evidence
    )


def _rank(figure: SiteFigure) -> tuple[bool, bool]:
    return figure.speaker is None, not (figure.counted.ar and figure.counted.en)


def _top_topics(place: Place) -> tuple[TopicEntry, ...]:
    articles_of = place.site.articles_of
    found = place.site.subjects & articles_of.keys()
    ranked = sorted(found, key=lambda topic: (-len(articles_of[topic]), topic))
    return tuple(topic_entry(place, topic) for topic in ranked[:_TOPICS] if articles_of[topic])
