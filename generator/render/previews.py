"""What previews of links show: a small file for each topic and article, fetched when one is asked for.

Made from the same index as the pages, from which `rights` has taken what may not be published; the
check of the built site holds every text to the page that it previews. A text is a list of `runs`.
"""

import json
from collections.abc import Iterator

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    RenderedPage,
    ReviewState,
    Rights,
    Slug,
    Topic,
)
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.markdown import one_line, runs
from generator.render.pictures.network import PARAGRAPHS, paragraph_counts
from generator.render.site import Place, Site
from generator.render.views.article import RIGHTS
from generator.render.views.counts import ARTICLES
from generator.render.views.english import review_label
from generator.render.views.parts import article_title, name_in, topic_name
from generator.render.views.sources import source_line
from generator.render.views.topics import type_names


def preview_files(site: Site, languages: tuple[DateWords, ...]) -> Iterator[RenderedPage]:
    """The files of all topics and articles, each for the pages of every language."""
    places = tuple(Place(site, words, paths.home(words.catalogue.language)) for words in languages)
    counts = paragraph_counts(site.index.topic_pages)
    for topic in site.index.library.topics:
        entries = {p.language: _topic(p, topic, counts.get(topic.id, 0)) for p in places}
        yield _file(paths.preview("topics", topic.id), entries)
    for article in site.index.library.articles:
        said: dict[str, object] = {p.language: _article(p, article) for p in places}
        said["text"] = _texts(site, article)
        yield _file(paths.preview("articles", article.slug), said)


def _file(path: str, value: object) -> RenderedPage:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return RenderedPage(path, None, text + "\n")


def _topic(place: Place, topic: Topic, paragraphs: int) -> dict[str, object]:
    """A topic in the language of the place; `count` is empty for one that no article names.

    `text` holds the sentences of its description, which evidence marks part on its page.
    """
    articles = len(place.site.articles_of.get(topic.id, ()))
    counts = (
        place.say.count(ARTICLES, articles, n=articles),
        place.say.count(PARAGRAPHS, paragraphs, n=paragraphs),
    )
    name = name_in(topic, place.language)
    written = [sentence.text for sentence in name.sentences] or [name.description]
    return {
        "name": one_line(topic_name(topic, place.language)),
        "type": type_names(place, topic.type)[0],
        "text": [runs(text, place.language) for text in written if text],
        "count": " · ".join(counts) if articles else "",
    }


def _article(place: Place, article: Article) -> dict[str, object]:
    """What an article's paragraphs come from; `note` says why its text is not shown."""
    english = place.language == ENGLISH and (article.slug in place.site.stubs or not article.title)
    withheld = article.rights is not Rights.FULL
    return {
        "title": one_line(article_title(place, article)),
        "lang": ENGLISH if english else ARABIC,
        "source": source_line(place, article),
        "note": place.say.text(RIGHTS[article.rights]) if withheld else "",
        **_summary(place, article.slug),
    }


def _summary(place: Place, slug: Slug) -> dict[str, object]:
    """What the English summary says of each paragraph, sentence by sentence, and whether a person
    has checked it."""
    stub = place.site.stubs.get(slug) if place.language == ENGLISH else None
    if stub is None:
        return {}
    said: dict[str, list[list[str]]] = {}
    for sentence in (sentence for block in stub.blocks for sentence in block.sentences):
        for evidence in sentence.evidence:
            if evidence.article == slug:
                said.setdefault(evidence.paragraph, []).append(runs(sentence.text, ENGLISH))
    label = review_label(place, place.site.reviews.get(slug, ReviewState.DRAFT))
    return {"summary": label, "said": said}


def _texts(site: Site, article: Article) -> dict[str, list[str]]:
    """The paragraphs by their ids; empty texts are withheld."""
    return {
        block.id: runs(block.text, ARABIC)
        for block in article.blocks
        if (article.slug, block.id) in site.numbers
    }
