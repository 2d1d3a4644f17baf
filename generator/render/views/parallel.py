"""A stub and its article side by side: each English sentence beside the paragraphs it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    BlockKind,
    EvidencedBlock,
    Passage,
    Rights,
    Sentence,
    Slug,
    Stub,
)
from generator.render import markdown, paths
from generator.render.catalogue import Catalogue
from generator.render.site import Place, Site
from generator.render.views.heads import Crumb, Head, Switch, section_crumbs
from generator.render.views.parts import (
    Link,
    article_link,
    passage_href,
    passage_label,
    short_label,
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """A paragraph that carries a sentence, with the way to it in its article."""

    text: Markup
    link: Link


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences beside their paragraphs; a heading of the stub has a `heading` and no more."""

    id: str
    heading: str
    english: str
    arabic: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class ParallelView:
    """The parallel reading view. `state` is the modifier of the review label."""

    title: str
    arabic_title: str
    state: str
    label: str
    summary: Link
    arabic: Link
    pairs: tuple[Pair, ...]


def parallel_path(slug: Slug) -> str:
    """The path of the page, below that of the stub."""
    return f"{ENGLISH}/articles/{slug}/parallel.md"


def has_parallel(site: Site, article: Article) -> bool:
    """Whether there is such a page: for a stub of an article whose text may be published."""
    return article.slug in site.stubs and article.rights is Rights.FULL


def parallel_title(say: Catalogue, stub: Stub) -> str:
    """The page's title, which tells it from that of the stub."""
    return say.text("Side by side: %(title)s", title=stub.title)


def parallel_head(place: Place, article: Article, stub: Stub) -> Head:
    """The head: the page repeats two others, so no search engine is asked to list it."""
    arabic = paths.address(paths.article(ARABIC, article.slug))
    own = Crumb(stub.title, paths.address(paths.article(ENGLISH, article.slug)))
    parents = section_crumbs(place, place.say.text("Articles"), "articles/index")
    return Head(
        title=parallel_title(place.say, stub),
        description=place.say.text(
            "Each sentence of the English summary beside the Arabic paragraphs it rests on."
        ),
        kind="parallel",
        language=ENGLISH,
        alternates=(),
        switch=Switch(ARABIC, arabic, True),
        crumbs=(*parents, own),
        indexed=False,
    )


def parallel_view(
    place: Place, article: Article, stub: Stub, label: str, state: str
) -> ParallelView:
    """What the page shows; `label` and `state` say whether the stub has been reviewed."""
    arabic = paths.article(ARABIC, article.slug)
    return ParallelView(
        title=stub.title,
        arabic_title=article.title or "",
        state=state,
        label=label,
        summary=Link(place.say.text("Back to the summary"), article_link(place, article).href),
        arabic=Link(place.say.text("Read the Arabic article"), place.to(arabic)),
        pairs=tuple(_pairs(place, stub)),
    )


def _pairs(place: Place, stub: Stub) -> Iterator[Pair]:
    for block, anchor in zip(stub.blocks, paths.unique(b.id for b in stub.blocks), strict=True):
        if block.kind is BlockKind.HEADING:
            yield Pair(anchor, _plain(block), "", ())
        else:
            yield from _block_pairs(place, stub.slug, block, anchor)


def _plain(block: EvidencedBlock) -> str:
    return " ".join(sentence.text for sentence in block.sentences)


def _block_pairs(place: Place, own: Slug, block: EvidencedBlock, anchor: str) -> Iterator[Pair]:
    """The sentences of a block; those that follow each other and rest on the same stand together."""
    groups = groupby(block.sentences, key=_passages)
    for number, (passages, sentences) in enumerate(groups, start=1):
        text = " ".join(sentence.text for sentence in sentences)
        carriers = (_carrier(place, own, passage) for passage in passages)
        name = anchor if number == 1 else f"{anchor}-s{number}"
        yield Pair(name, "", text, tuple(c for c in carriers if c))


def _passages(sentence: Sentence) -> tuple[Passage, ...]:
    return tuple(Passage(e.article, e.paragraph) for e in sentence.evidence)


def _carrier(place: Place, own: Slug, passage: Passage) -> Carrier | None:
    article = place.site.articles.get(passage.article)
    if article is None:
        return None
    block = next((block for block in article.blocks if block.id == passage.block), None)
    # Of another article, whose text may not be published, the place is named alone.
    text = markdown.prose(block.text, ARABIC) if block else Markup("")
    label = short_label if passage.article == own else passage_label
    return Carrier(text, Link(label(place, passage), passage_href(place, passage)))
