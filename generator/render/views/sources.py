"""Who published what an article reports, and when; names that articles write as text."""

from generator.model import (
    ARABIC,
    Article,
    Basis,
    IsoDate,
    TopicId,
)
from generator.render.dates import date_text
from generator.render.site import Place
from generator.render.views.heads import site_title
from generator.text import fold

# The topic type of those who publish; what they say is told apart from what people say.
OUTLET = "outlet"


def outlet_name(place: Place, name: str) -> str:
    """A publisher's or speaker's name in the page's language, where a topic bears the name."""
    topic = place.site.names.get(fold(name))
    if place.language == ARABIC or topic is None:
        return name
    return place.site.topics[topic].en.name


def named(place: Place, name: str, topic_id: TopicId | None) -> str:
    """Who speaks: the topic's name in the page's language, else the words of the article."""
    topic = place.site.topics.get(topic_id) if topic_id else None
    if topic and place.language != ARABIC:
        return topic.en.name
    if place.language != ARABIC and name in place.site.speakers:
        return place.site.speakers[name]
    return outlet_name(place, name)


def publisher_of(place: Place, article: Article) -> str:
    """Who published what the article reports, its original or itself; empty where unknown."""
    name = article.based_on.publisher if article.based_on else article.publisher
    return outlet_name(place, name) if name else ""


def own_publisher(place: Place, article: Article) -> str:
    """Who publishes our page of an article, in the page's language; empty where nobody is named.

    An English page whose publisher has no English name here is published under the site's own.
    """
    if not article.publisher:
        return ""
    name = outlet_name(place, article.publisher)
    return site_title(place) if place.language != ARABIC and name == article.publisher else name


def stated(place: Place, text: str, basis: Basis | None) -> str:
    """The text, said to be inferred where it is."""
    if basis is Basis.INFERRED:
        return place.say.text("%(text)s (inferred)", text=text)
    return text


def reported_on(article: Article) -> IsoDate | None:
    """The date of what the article reports: its original's, or its own."""
    return article.based_on.published if article.based_on else article.published


def article_date(place: Place, article: Article) -> str:
    """The date of what the article reports in words; empty where unknown."""
    on = reported_on(article)
    basis = article.based_on.published_basis if article.based_on else None
    return stated(place, date_text(place.words, on), basis) if on else ""


def source_line(place: Place, article: Article) -> str:
    """Publisher and date of what the article reports; what is not known is said."""
    publisher = publisher_of(place, article) or place.say.text("Publisher not known")
    published = article_date(place, article) or place.say.text("date not known")
    return f"{publisher} · {published}"


def optional_date(place: Place, iso: IsoDate | None) -> str:
    """The date in words; empty when there is none."""
    return date_text(place.words, iso) if iso else ""
