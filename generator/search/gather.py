"""SiteIndex -> entries: what of the published site can be found, and under which addresses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import (
    Analysis,
    Article,
    BlockKind,
    Card,
    EvidencedBlock,
    Explainer,
    IsoDate,
    SiteIndex,
    Slug,
    Stub,
    Topic,
)
from generator.search.analyser import Analyser
from generator.search.entries import TITLE_TEXT, Entry, EntryKind, Fact, Side, Spot, Text
from generator.search.names import NameFinder


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids under which the pages show dates and figures, in the order of the index.

    `places` leads from a language and an id to the address of the list that shows it.
    """

    dates: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)


def gather(index: SiteIndex, anchors: Anchors, analyser: Analyser) -> tuple[Entry, ...]:
    """The entries of a site in which nothing is withheld any more."""
    library = index.library
    stubs = {stub.slug: stub for stub in library.stubs}
    facts = _facts(index, anchors)
    finder = NameFinder(analyser, _names(library.topics))
    articles = (
        _article(article, analysis, stubs.get(article.slug), facts, finder)
        for article, analysis in zip(library.articles, index.analyses, strict=True)
    )
    topics = (_topic(topic, finder) for topic in library.topics)
    return (*articles, *topics, *_cards(library.explainers, finder))


def _names(topics: Iterable[Topic]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for topic in topics:
        for name in (topic.ar.name, *topic.ar.aliases, topic.en.name, *topic.en.aliases):
            yield name, topic.id, topic.not_context


def year_of(iso: IsoDate | str | None) -> int:
    """The year of a date, 0 where there is none."""
    return int(iso[:4]) if iso and iso[:4].isdigit() else 0


# ---------------------------------------------------------------- articles and their stubs


def _article(
    article: Article,
    analysis: Analysis,
    stub: Stub | None,
    facts: Mapping[tuple[str, Slug], tuple[Fact, ...]],
    finder: NameFinder,
) -> Entry:
    blocks = [block for block in article.blocks if block.kind is not BlockKind.TITLE]
    shown = [number for number, block in enumerate(blocks) if block.text]
    arabic = Side(
        path=f"ar/articles/{article.slug}/",
        title=article.title or "",
        lead=article.lead or "",
        texts=tuple(Text(blocks[number].id, blocks[number].text) for number in shown),
        facts=facts.get(("ar", article.slug), ()),
    )
    english = _stub(stub, facts.get(("en", article.slug), ())) if stub else None
    topics: defaultdict[str, set[Spot]] = defaultdict(set)
    for mention in analysis.mentions:
        topics[mention.topic].add(("ar", _spot(article, mention.block)))
    for topic, spot in finder.find_in("ar", arabic, lead_only=True):
        topics[topic].add(spot)
    for topic, spot in finder.find_in("en", english):
        topics[topic].add(spot)
    original = article.based_on.published if article.based_on else None
    return Entry(
        id=article.slug,
        kind=EntryKind.ARTICLE,
        ar=arabic,
        en=english,
        year=year_of(original or article.published),
        keywords=article.keywords,
        topics={topic: frozenset(topics[topic]) for topic in sorted(topics)},
    )


def _spot(article: Article, number: int) -> int:
    """The number of a block among the shown texts, or the title's sign."""
    if article.blocks[number].kind is BlockKind.TITLE:
        return TITLE_TEXT
    before = article.blocks[:number]
    return sum(1 for block in before if block.kind is not BlockKind.TITLE and block.text)


def _stub(stub: Stub, facts: tuple[Fact, ...]) -> Side:
    texts = [block for block in stub.blocks if block.kind is not BlockKind.HEADING]
    return Side(f"en/articles/{stub.slug}/", stub.title, "", _texts(stub.blocks, texts), facts)


def _texts(blocks: tuple[EvidencedBlock, ...], wanted: list[EvidencedBlock]) -> tuple[Text, ...]:
    """The texts of blocks; a repeated id is numbered, as on the page."""
    seen: Counter[str] = Counter()
    ids = {}
    for block in blocks:
        seen[block.id] += 1
        ids[id(block)] = block.id if seen[block.id] == 1 else f"{block.id}-{seen[block.id]}"
    return tuple(Text(ids[id(block)], _plain(block)) for block in wanted)


def _plain(block: EvidencedBlock) -> str:
    return " ".join(sentence.text for sentence in block.sentences)


# ---------------------------------------------------------------- facts


def _facts(index: SiteIndex, anchors: Anchors) -> dict[tuple[str, Slug], tuple[Fact, ...]]:
    """Dated events and figures by language and article; in English those that have a wording."""
    found: defaultdict[tuple[str, Slug], list[Fact]] = defaultdict(list)
    for date, anchor in zip(index.timeline, anchors.dates, strict=True):
        slug = date.passage.article
        for tag, text in (("ar", date.wording_ar or date.sentence), ("en", date.wording_en)):
            path = anchors.places.get((tag, anchor))
            if text and path:
                found[tag, slug].append(Fact("event", path, text, year_of(date.first)))
    for figure, anchor in zip(index.figures, anchors.figures, strict=True):
        slug = figure.passage.article
        for tag, text in (("ar", figure.wording_ar or figure.sentence), ("en", figure.wording_en)):
            path = anchors.places.get((tag, anchor))
            if text and path:
                found[tag, slug].append(Fact("figure", path, text))
    return {key: tuple(dict.fromkeys(facts)) for key, facts in found.items()}


# ---------------------------------------------------------------- topics and cards


def _topic(topic: Topic, finder: NameFinder) -> Entry:
    sides = {}
    for tag, own, other in (("ar", topic.ar, topic.en), ("en", topic.en, topic.ar)):
        texts = (Text("description", own.description),) if own.description else ()
        sides[tag] = Side(f"{tag}/topics/{topic.id}/", own.name, "", texts, other=other.name)
    names = (topic.ar.name, *topic.ar.aliases, topic.en.name, *topic.en.aliases)
    return Entry(topic.id, EntryKind.TOPIC, sides["ar"], sides["en"], names=names)


def _cards(explainers: tuple[Explainer, ...], finder: NameFinder) -> Iterator[Entry]:
    """One entry for a card in both languages."""
    by_card: dict[str, dict[str, tuple[Explainer, Card]]] = {}
    for explainer in explainers:
        for card in explainer.cards:
            by_card.setdefault(f"{explainer.slug}/{card.id}", {})[explainer.locale] = (
                explainer,
                card,
            )
    for name, languages in sorted(by_card.items()):
        sides = {tag: _card(*pair) for tag, pair in languages.items()}
        topics: defaultdict[str, set[Spot]] = defaultdict(set)
        for tag, side in sorted(sides.items()):
            for topic, spot in finder.find_in(tag, side):
                topics[topic].add(spot)
        yield Entry(
            id=name,
            kind=EntryKind.CARD,
            ar=sides.get("ar"),
            en=sides.get("en"),
            topics={topic: frozenset(topics[topic]) for topic in sorted(topics)},
        )


def _card(explainer: Explainer, card: Card) -> Side:
    texts = tuple(Text(card.id, _plain(block)) for block in card.answer)
    return Side(f"{explainer.locale}/explainers/{explainer.slug}/", card.question, "", texts)
