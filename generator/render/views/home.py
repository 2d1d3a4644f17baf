"""The front door, the home page of each language, and the index of articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    Explainer,
    LanguageTag,
    ReviewState,
    SiteDate,
    SiteFigure,
)
from generator.render import paths
from generator.render.dates import DateWords, date_text
from generator.render.markdown import prose
from generator.render.site import Place, Site, newest_first
from generator.render.views.english import review_label
from generator.render.views.explainer import (
    ExplainerCard,
    MatrixView,
    explainer_card,
    explainers_of,
    matrix_view,
)
from generator.render.views.facts import (
    FigureEntry,
    date_ids,
    figure_entry,
    figure_ids,
)
from generator.render.views.parts import (
    Head,
    Link,
    Numbering,
    Page,
    article_link,
    evidenced,
    mirrored_head,
    numbering,
    quotation,
    site_title,
    source_line,
    summary_text,
)
from generator.render.views.topics import ARTICLES, TopicEntry, topic_entry

_NEWEST = 6
_DATES = 5
_FIGURES = 4
_TOPICS = 12


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


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list; `state` says what the English page is, on English pages only."""

    id: str
    link: Link
    lead: str
    meta: str
    state: str


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
    figures: tuple[FigureEntry, ...]
    topics: tuple[TopicEntry, ...]
    articles_href: Markup
    timeline_href: Markup
    figures_href: Markup
    topics_href: Markup


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The index of articles."""

    count: str
    articles: tuple[ArticleCard, ...]


# ---------------------------------------------------------------- front door


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
        lead=prose(lead.lead.text if lead else _what_it_is(place), place.language),
        enter=prose(place.say.text("Enter the site"), place.language),
        href=place.to(paths.home(place.language)),
    )


def _what_it_is(place: Place) -> str:
    number = len(place.site.articles)
    return place.say.text(
        "An explainer drawn from %(articles)s, every fact with the paragraph it comes from.",
        articles=place.say.count(ARTICLES, number, n=number),
    )


# ---------------------------------------------------------------- home


def home_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The home page of a language and its index of articles."""
    language = words.catalogue.language
    yield _home(Place(site, words, paths.home(language)))
    yield _articles(Place(site, words, paths.section(language, "articles/index")))


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
        figures=_key_figures(place),
        topics=_top_topics(place),
        articles_href=_section(place, "articles/index"),
        timeline_href=_section(place, "timeline"),
        figures_href=_section(place, "figures"),
        topics_href=_section(place, "topics/index"),
    )
    description = lead.lead.text if lead else _what_it_is(place)
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
    path = paths.section(place.language, "timeline")
    latest = list(zip(dates, date_ids(dates), strict=True))[-_DATES:]
    return tuple(
        Moment(date_text(place.words, entry.iso), _said(place, entry), place.to(path, anchor))
        for entry, anchor in latest
    )


def _said(place: Place, entry: SiteDate) -> Markup:
    wording = entry.wording_ar if place.language == ARABIC else entry.wording_en
    if wording:
        return prose(wording, place.language)
    return quotation(place, entry.sentence, (entry.span,))


def _key_figures(place: Place) -> tuple[FigureEntry, ...]:
    """Figures that say most on their own: named speaker, known meaning, large before small."""
    figures = place.site.index.figures
    ranked = sorted(
        zip(figures, figure_ids(figures), strict=True), key=lambda pair: (_rank(pair[0]), pair[1])
    )
    return tuple(figure_entry(place, figure, anchor) for figure, anchor in ranked[:_FIGURES])


def _rank(figure: SiteFigure) -> tuple[bool, bool, bool]:
    return (
        figure.wording_en is None,
        figure.speaker is None,
        not (figure.counted.ar and figure.counted.en),
    )


def _top_topics(place: Place) -> tuple[TopicEntry, ...]:
    articles_of = place.site.articles_of
    ranked = sorted(articles_of, key=lambda topic: (-len(articles_of[topic]), topic))
    return tuple(topic_entry(place, topic) for topic in ranked[:_TOPICS] if articles_of[topic])


# ---------------------------------------------------------------- articles


def _articles(place: Place) -> Page:
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
    stub = place.site.stubs.get(article.slug)
    if stub is None:
        return place.say.text("Arabic only; no English summary yet")
    return review_label(place, stub, place.site.reviews.get(article.slug, ReviewState.DRAFT))
