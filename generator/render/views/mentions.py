"""Where a topic is mentioned: sentences by article, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Article, Passage, SiteMention, Slug
from generator.render import paths
from generator.render.site import Place, newest_first
from generator.render.views.counts import MENTIONS
from generator.render.views.evidence import Quote, quote_below_title
from generator.render.views.facts import hex_of, wording_of
from generator.render.views.parts import Link, article_link, passage_href
from generator.render.views.sources import named, source_line

# A page quotes less of each article, the more articles name its topic, so that it stays readable:
# (up to so many articles, so many sentences of each), then one; the oldest articles are only listed.
_QUOTED = ((20, 6), (100, 2))
_QUOTED_ARTICLES = 200

_SentenceMentions = tuple[Passage, str, list[SiteMention]]


@dataclass(frozen=True, slots=True)
class MentionView:
    """A sentence that mentions the topic; `said` is an editor's wording of what it reports."""

    said: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """The mentions of a topic in one article; `more` leads to the first that is not quoted."""

    id: str
    article: Link
    meta: str
    count: str
    mentions: tuple[MentionView, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a topic; of `older` articles only the titles stand on the page."""

    articles: tuple[ArticleMentions, ...]
    older: tuple[Link, ...]


def mentions_of(place: Place, mentions: Sequence[SiteMention]) -> Mentions:
    """The mentions by article, as many sentences as the page has room for."""
    found: dict[Slug, list[SiteMention]] = {}
    for mention in mentions:
        found.setdefault(mention.passage.article, []).append(mention)
    articles = newest_first(place.site.articles[slug] for slug in found)
    quoted, older = articles[:_QUOTED_ARTICLES], articles[_QUOTED_ARTICLES:]
    most = _sentences_each(len(articles))
    return Mentions(
        tuple(_in_article(place, article, found[article.slug], most) for article in quoted),
        tuple(article_link(place, article) for article in older),
    )


def _sentences_each(articles: int) -> int:
    """How many sentences of each article a page quotes that draws on so many articles."""
    return next((sentences for most, sentences in _QUOTED if articles <= most), 1)


def _in_article(
    place: Place, article: Article, found: list[SiteMention], most: int
) -> ArticleMentions:
    """The mentions in an article, one entry for each sentence."""
    groups = [
        (passage, sentence, list(same))
        for (passage, sentence), same in groupby(found, key=lambda m: (m.passage, m.sentence))
    ]
    shown, rest = groups[:most], groups[most:]
    return ArticleMentions(
        id=f"a-{article.slug}",
        article=article_link(place, article),
        meta=source_line(place, article),
        count=place.say.count(MENTIONS, len(found), n=len(found)),
        mentions=_views(place, shown),
        more=_more(place, rest) if rest else None,
    )


def _views(place: Place, groups: list[_SentenceMentions]) -> tuple[MentionView, ...]:
    ids = paths.unique(f"m-{passage.article}-{hex_of(passage.block)}" for passage, _, _ in groups)
    return tuple(
        MentionView(
            _said(place, passage, sentence),
            quote_below_title(place, anchor, passage, sentence, [m.span for m in same]),
        )
        for anchor, (passage, sentence, same) in zip(ids, groups, strict=True)
    )


def _said(place: Place, passage: Passage, sentence: str) -> str:
    """Who says what in the sentence, in the words of an editor; empty where none has worded it."""
    for said in place.site.statements_of.get(passage.article, ()):
        if (said.passage, said.sentence) == (passage, sentence) and wording_of(place, said):
            speaker = named(place, said.speaker, said.speaker_topic)
            words = wording_of(place, said)
            return place.say.text("%(speaker)s: %(words)s", speaker=speaker, words=words)
    return ""


def _more(place: Place, rest: list[_SentenceMentions]) -> Link:
    number = sum(len(same) for _, _, same in rest)
    count = place.say.count(MENTIONS, number, n=number)
    text = place.say.text("More in the article (%(count)s)", count=count)
    return Link(text, passage_href(place, rest[0][0]))
