"""The English page of an article: the stub with its review state, or the honest fallback."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    BlockKind,
    EvidencedBlock,
    ReviewState,
    Stub,
)
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.article import Credit, credit
from generator.render.views.evidence import blocks_markdown, paragraph_numbering
from generator.render.views.heads import Head, Page, Switch, section_crumbs, summary_text
from generator.render.views.parallel import (
    has_parallel,
    parallel_head,
    parallel_path,
    parallel_view,
)
from generator.render.views.parts import Link, plain_title, topic_links
from generator.render.views.short_facts import Facts, article_facts
from generator.render.views.sources import optional_date
from generator.render.views.topic_names import topic_names


@dataclass(frozen=True, slots=True)
class StubView:
    """An English stub. `state` is the modifier of its label, `label` says it in words."""

    title: str
    arabic_title: str
    arabic: Link
    parallel: Link | None
    state: str
    label: str
    old_review: str
    summary: Markup
    sections: tuple["StubSection", ...]
    facts: Facts
    topics: tuple[Link, ...]
    credit: Credit | None


@dataclass(frozen=True, slots=True)
class StubSection:
    """A part of a stub under its own heading."""

    id: str
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class FallbackView:
    """What can be said in English of an article that has no English page."""

    arabic_title: str
    arabic: Link
    facts: Facts
    topics: tuple[Link, ...]
    credit: Credit | None


def english_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The English pages of all articles, and the parallel reading views of stubs."""
    for article in site.index.library.articles:
        place = Place(site, words, paths.article(ENGLISH, article.slug))
        stub = site.stubs.get(article.slug)
        if stub:
            yield Page(
                place, _stub_head(place, article, stub), "stub", _stub_view(place, article, stub)
            )
            if has_parallel(site, article):
                yield _parallel(Place(site, words, parallel_path(article.slug)), article, stub)
        else:
            yield Page(place, _fallback_head(place, article), "fallback", _fallback(place, article))


def _parallel(place: Place, article: Article, stub: Stub) -> Page:
    state = place.site.reviews.get(article.slug, ReviewState.DRAFT)
    label = stub_label(place, stub, state)
    view = parallel_view(place, article, stub, label, STATES[state])
    return Page(place, parallel_head(place, article, stub), "parallel", view)


# ---------------------------------------------------------------- the stub


def _stub_head(place: Place, article: Article, stub: Stub) -> Head:
    arabic = paths.address(paths.article(ARABIC, article.slug))
    first = next((block for block in stub.blocks if block.kind is not BlockKind.HEADING), None)
    text = " ".join(sentence.text for sentence in first.sentences) if first else stub.title
    return Head(
        title=stub.title,
        description=summary_text(text),
        kind="stub",
        language=ENGLISH,
        alternates=((ARABIC, arabic), (ENGLISH, paths.address(place.path))),
        switch=Switch(ARABIC, arabic, True),
        crumbs=section_crumbs(place, place.say.text("Articles"), "articles/index"),
        published=article.published or "",
    )


def _stub_view(place: Place, article: Article, stub: Stub) -> StubView:
    state = place.site.reviews.get(article.slug, ReviewState.DRAFT)
    numbers = paragraph_numbering(place, article)
    summary, *sections = _sections(stub)
    ids = iter(paths.unique(block.id for block in stub.blocks))
    anchors = {id(block): anchor for block, anchor in zip(stub.blocks, ids, strict=True)}

    links = topic_names(place, stub.blocks)

    def body(blocks: tuple[EvidencedBlock, ...]) -> Markup:
        names = [anchors[id(block)] for block in blocks]
        return blocks_markdown(place, blocks, numbers, names, links)

    return StubView(
        title=stub.title,
        arabic_title=plain_title(place, article),
        arabic=_arabic_link(place, article),
        parallel=_parallel_link(place, article),
        state=STATES[state],
        label=stub_label(place, stub, state),
        old_review=_review(place, stub) if state is ReviewState.OUT_OF_DATE else "",
        summary=body(summary),
        sections=tuple(
            StubSection(anchors[id(part[0])], _plain(part[0]), body(part[1:])) for part in sections
        ),
        facts=article_facts(place, article.slug),
        topics=topic_links(place, place.site.topics_of.get(article.slug, ())),
        credit=credit(place, article),
    )


STATES = {
    ReviewState.REVIEWED: "reviewed",
    ReviewState.DRAFT: "draft",
    ReviewState.MISSING: "draft",
    ReviewState.OUT_OF_DATE: "outdated",
}


def _sections(stub: Stub) -> tuple[tuple[EvidencedBlock, ...], ...]:
    """The blocks before the first heading, then each heading with what follows it."""
    parts: list[list[EvidencedBlock]] = [[]]
    for block in stub.blocks:
        if block.kind is BlockKind.HEADING:
            parts.append([])
        parts[-1].append(block)
    return tuple(tuple(part) for part in parts)


def _plain(block: EvidencedBlock) -> str:
    return " ".join(sentence.text for sentence in block.sentences)


def review_label(place: Place, state: ReviewState) -> str:
    """What the stub is, in a few words, for lists: «English summary · Reviewed»."""
    return f"{place.say.text('English summary')} · {_reviewed(place, state)}"


def _reviewed(place: Place, state: ReviewState) -> str:
    if state is ReviewState.REVIEWED:
        return place.say.text("Reviewed")
    if state is ReviewState.OUT_OF_DATE:
        return place.say.text("Review out of date")
    return place.say.text("Draft, not reviewed")


def stub_label(place: Place, stub: Stub, state: ReviewState) -> str:
    """What the stub is, in words: who wrote it, and whether a person has checked it and when."""
    if state is ReviewState.OUT_OF_DATE:
        return place.say.text(
            "Review out of date: the text has changed since it was checked. Read it as a draft."
        )
    if state is ReviewState.REVIEWED:
        return _origin(place, stub) + " " + _review(place, stub)
    return _origin(place, stub) + " " + place.say.text("Draft, not reviewed by a person.")


def _origin(place: Place, stub: Stub) -> str:
    if stub.drafted_by is None:
        return place.say.text("English summary of an Arabic article.")
    if stub.drafted_by == "person":
        return place.say.text("English summary of an Arabic article, written by a person.")
    return place.say.text(
        "English summary of an Arabic article, drafted by a machine (%(engine)s).",
        engine=stub.drafted_by,
    )


def _review(place: Place, stub: Stub) -> str:
    by = stub.reviewed_by or place.say.text("an editor")
    if stub.reviewed_on is None:
        return place.say.text("Checked against the Arabic by %(by)s.", by=by)
    on = optional_date(place, stub.reviewed_on)
    return place.say.text("Checked against the Arabic by %(by)s on %(on)s.", by=by, on=on)


def _arabic_link(place: Place, article: Article) -> Link:
    return Link(
        place.say.text("Read the Arabic article"), place.to(paths.article(ARABIC, article.slug))
    )


def _parallel_link(place: Place, article: Article) -> Link | None:
    if not has_parallel(place.site, article):
        return None
    text = place.say.text("English and Arabic side by side")
    return Link(text, place.to(parallel_path(article.slug)))


# ---------------------------------------------------------------- the fallback


def _fallback_head(place: Place, article: Article) -> Head:
    arabic = paths.address(paths.article(ARABIC, article.slug))
    return Head(
        title=place.say.text("No English summary yet"),
        description=place.say.text(
            "This article has been published in Arabic only; there is no English summary yet."
        ),
        kind="fallback",
        language=ENGLISH,
        alternates=(),
        switch=Switch(ARABIC, arabic, True),
        crumbs=section_crumbs(place, place.say.text("Articles"), "articles/index"),
        indexed=False,
    )


def _fallback(place: Place, article: Article) -> FallbackView:
    return FallbackView(
        arabic_title=plain_title(place, article),
        arabic=_arabic_link(place, article),
        facts=article_facts(place, article.slug),
        topics=topic_links(place, place.site.topics_of.get(article.slug, ())),
        credit=credit(place, article),
    )
