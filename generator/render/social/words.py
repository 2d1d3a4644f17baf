"""A page -> the words of its card, the file that the card stands in, and what it says in words."""

import hashlib
import json
from dataclasses import asdict, dataclass

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    Explainer,
    LanguageTag,
    Slug,
    Topic,
    TopicId,
)
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.site import Place
from generator.render.views.explainer import QUESTIONS, explainers_of
from generator.render.views.heads import Page, site_title
from generator.render.views.parts import plain_title, topic_name
from generator.render.views.sources import optional_date, own_publisher
from generator.render.views.topics import type_names

FOLDER = "assets/cards"
WIDTH, HEIGHT = 1200, 630
_HASH = 10


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The words of a card; empty ones are not drawn.

    `label` says what the page is, `note` is the line below the title, and `other` the same name or
    question in the other language. `sites` are the site's names, Arabic and English.
    """

    kind: str
    language: LanguageTag
    label: str
    title: str
    note: str
    other: str
    sites: tuple[str, str]
    motto: str

    @property
    def alt(self) -> str:
        """What the card says, for those who do not see it."""
        said = (self.label, self.title, self.other, self.note)
        return " · ".join(text for text in said if text)

    def path(self, page: str) -> str:
        """The card's file for the page at a path: another one when the words are others.

        Networks keep a picture for as long as its address is the same.
        """
        words = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(words.encode("utf-8")).hexdigest()[:_HASH]
        return f"{FOLDER}/{page.removesuffix('.md')}.{digest}.png"


def page_card(page: Page) -> SocialCard:
    """The card of a page."""
    place, name = page.place, paths.stem(page.place.path)
    site = place.site
    match page.head.kind:
        case "front":
            return _front(page)
        case "home":
            return _home(page)
        case "article" | "stub":
            return article_card(place, site.articles[Slug(name)])
        case "explainer":
            found = explainers_of(site, place.language)
            return explainer_card(place, next(e for e in found if e.slug == name))
        case "topic":
            return _topic(place, site.topics[TopicId(name)])
    return _card(place, page.head.kind, title=page.head.title, note=page.head.description)


def article_card(place: Place, article: Article) -> SocialCard:
    """The card of an article, on English pages of its summary: its title, publisher and date."""
    stub = place.site.stubs.get(article.slug) if place.language != ARABIC else None
    say = place.say.text
    return _card(
        place,
        "stub" if stub else "article",
        label=say("Summary of an Arabic article") if stub else say("Article"),
        title=stub.title if stub else plain_title(place, article),
        note=_joined(own_publisher(place, article), optional_date(place, article.published)),
    )


def explainer_card(place: Place, explainer: Explainer) -> SocialCard:
    """The card of an explainer: its question, how many it answers, and when it last changed."""
    number = len(explainer.cards)
    last = max((change.on for change in explainer.changes), default=None)
    return _card(
        place,
        "explainer",
        label=place.say.text("Explainer"),
        title=explainer.title,
        note=_joined(place.say.count(QUESTIONS, number, n=number), optional_date(place, last)),
    )


def _topic(place: Place, topic: Topic) -> SocialCard:
    foreign = ENGLISH if place.language == ARABIC else ARABIC
    return _card(
        place,
        "topic",
        label=type_names(place, topic.type)[0],
        title=topic_name(topic, place.language),
        other=topic_name(topic, foreign),
    )


def _home(page: Page) -> SocialCard:
    lead = next(iter(explainers_of(page.place.site, page.place.language)), None)
    title = lead.title if lead else page.head.title
    return _card(page.place, "home", title=title, note="" if lead else page.head.description)


def _front(page: Page) -> SocialCard:
    questions = {
        language: next((e.title for e in explainers_of(page.place.site, language)), "")
        for language in (ARABIC, ENGLISH)
    }
    title = questions[ARABIC] or page.head.title
    return _card(page.place, "front", title=title, other=questions[ENGLISH])


def _card(
    place: Place, kind: str, *, title: str, label: str = "", note: str = "", other: str = ""
) -> SocialCard:
    settings = place.site.settings
    return SocialCard(
        kind=kind,
        language=place.language,
        label=one_line(label),
        title=one_line(title) or site_title(place),
        note=one_line(note),
        other=one_line(other),
        sites=(one_line(settings.title_ar), one_line(settings.title_en)),
        motto=place.say.text("Every fact leads to its paragraph"),
    )


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
