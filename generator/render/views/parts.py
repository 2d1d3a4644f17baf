"""What views of several kinds are made of: heads, links, evidence marks, quotations, tags."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    ARABIC,
    ENGLISH,
    LANGUAGES,
    Article,
    Basis,
    BlockKind,
    Evidence,
    EvidencedBlock,
    IsoDate,
    LanguageTag,
    Passage,
    Sentence,
    Span,
    Topic,
    TopicId,
)
from generator.render import markdown, paths
from generator.render.dates import date_text
from generator.render.site import Place
from generator.text import fold

# ---------------------------------------------------------------- the page itself


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page to the page's parent; `path` is an address."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The same page in the other language; `exists` is false where only a fallback stands there."""

    lang: LanguageTag
    path: str
    exists: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself in its front matter; plain text, site-relative addresses."""

    title: str
    description: str
    kind: str
    language: LanguageTag
    alternates: tuple[tuple[LanguageTag, str], ...]
    switch: Switch | None
    crumbs: tuple[Crumb, ...] = ()
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its template: `template` without ending, `view` one of the view types."""

    place: Place
    head: Head
    template: str
    view: object


# ---------------------------------------------------------------- links


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    text: str
    href: Markup


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article with its source; `text` is empty where the text is withheld."""

    id: str
    text: Markup
    href: Markup
    source: str
    label: str


def contents(entries: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """Links to places of the page itself, from (text, id) pairs."""
    return tuple(Link(text, Markup(f"#{anchor}")) for text, anchor in entries)


def topic_link(place: Place, topic_id: TopicId) -> Link:
    """The link to a topic's page, under its name in the page's language."""
    topic = place.site.topics[topic_id]
    return Link(topic_name(topic, place.language), place.to(paths.topic(place.language, topic_id)))


def optional_topic_link(place: Place, topic_id: TopicId | None) -> Link | None:
    """The link to a topic's page, where there is such a topic."""
    return topic_link(place, topic_id) if topic_id and topic_id in place.site.topics else None


def topic_links(place: Place, topic_ids: Iterable[TopicId]) -> tuple[Link, ...]:
    """The links to the pages of topics, in the given order."""
    return tuple(topic_link(place, topic) for topic in topic_ids if topic in place.site.topics)


def topic_name(topic: Topic, language: LanguageTag) -> str:
    """The topic's name in the language, with the words that tell it from others."""
    name = topic.ar.name if language == ARABIC else topic.en.name
    apart = topic.disambiguation_ar if language == ARABIC else topic.disambiguation_en
    return f"{name} ({apart})" if apart else name


def article_link(place: Place, article: Article) -> Link:
    """The link to an article's page in the page's language, under the best title there is."""
    return Link(
        article_title(place, article), place.to(paths.article(place.language, article.slug))
    )


def article_title(place: Place, article: Article) -> str:
    """The title in the page's language; on English pages the Arabic one where there is no stub."""
    stub = place.site.stubs.get(article.slug) if place.language != ARABIC else None
    return stub.title if stub else plain_title(place, article)


def plain_title(place: Place, article: Article) -> str:
    """The article's Arabic title; an article without one is named as such."""
    return article.title or place.say.text("Untitled article")


def passage_href(place: Place, passage: Passage) -> Markup:
    """The link to the paragraph on the Arabic page."""
    return place.to(paths.article(ARABIC, passage.article), passage.block)


def passage_label(place: Place, passage: Passage) -> str:
    """«paragraph 3 of …», for those who hear the link; without the title on the article's pages."""
    article = place.site.articles[passage.article]
    number = place.site.numbers.get((passage.article, passage.block))
    if number is not None and place.path == paths.article(ARABIC, passage.article):
        return place.say.text("Paragraph %(number)s", number=number)
    if number is not None and place.path == paths.article(ENGLISH, passage.article):
        return place.say.text("Paragraph %(number)s of the Arabic article", number=number)
    title = article_title(place, article)
    if number is None:
        return place.say.text("Passage of the Arabic article: %(title)s", title=title)
    return place.say.text(
        "Paragraph %(number)s of the Arabic article: %(title)s", number=number, title=title
    )


# ---------------------------------------------------------------- names that articles write as text


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
    return outlet_name(place, name)


def publisher_of(place: Place, article: Article) -> str:
    """Who published what the article reports, its original or itself; empty where unknown."""
    name = article.based_on.publisher if article.based_on else article.publisher
    return outlet_name(place, name) if name else ""


def stated(place: Place, text: str, basis: Basis | None) -> str:
    """The text, said to be inferred where it is."""
    if basis is Basis.INFERRED:
        return place.say.text("%(text)s (inferred)", text=text)
    return text


def article_date(place: Place, article: Article) -> str:
    """The date of what the article reports in words; empty where unknown."""
    on = reported_on(article)
    basis = article.based_on.published_basis if article.based_on else None
    return stated(place, date_text(place.words, on), basis) if on else ""


def reported_on(article: Article) -> IsoDate | None:
    """The date of what the article reports: its original's, or its own."""
    return article.based_on.published if article.based_on else article.published


def source_line(place: Place, article: Article) -> str:
    """Publisher and date of what the article reports; what is not known is said."""
    publisher = publisher_of(place, article) or place.say.text("publisher not known")
    published = article_date(place, article) or place.say.text("date not known")
    return f"{publisher} · {published}"


# ---------------------------------------------------------------- quotations and evidence


def quotation(place: Place, sentence: str, spans: Sequence[Span]) -> Markup:
    """An article's sentence on the page, with the spans marked."""
    if not sentence:
        return Markup("")
    return markdown.sentence(sentence, spans, place.language)


def quote(
    place: Place, anchor: str, passage: Passage, sentence: str, spans: Sequence[Span]
) -> Quote:
    """An article's sentence with the way to its paragraph."""
    return Quote(
        id=anchor,
        text=quotation(place, sentence, spans),
        href=passage_href(place, passage),
        source=article_title(place, place.site.articles[passage.article]),
        label=passage_label(place, passage),
    )


@dataclass(frozen=True, slots=True)
class Numbering:
    """The evidence of one answer or page, each paragraph once with its number."""

    numbers: Mapping[Passage, int]


def numbering(place: Place, sentences: Iterable[Sentence]) -> Numbering:
    """The numbering of everything that the sentences rest on and the site may show."""
    cited = (
        Passage(evidence.article, evidence.paragraph)
        for sentence in sentences
        for evidence in sentence.evidence
        if evidence.article in place.site.articles
    )
    return Numbering({passage: number for number, passage in enumerate(dict.fromkeys(cited), 1)})


def paragraph_numbering(place: Place, article: Article) -> Numbering:
    """The numbering of an article's own paragraphs, by their place in it."""
    numbers = place.site.numbers
    passages = (Passage(article.slug, block.id) for block in article.blocks)
    return Numbering(
        {p: numbers[p.article, p.block] for p in passages if (p.article, p.block) in numbers}
    )


def evidenced(place: Place, sentence: Sentence, numbers: Numbering) -> Markup:
    """A sentence of an editor with its evidence marks after it."""
    text = markdown.prose(sentence.text, place.language)
    for evidence in sentence.evidence:
        text += Markup(" ") + _evidence(place, evidence, numbers)
    return text


def _evidence(place: Place, evidence: Evidence, numbers: Numbering) -> Markup:
    if evidence.article not in place.site.articles:
        # The article may support a claim without being published itself.
        return Markup("({})").format(markdown.escape(place.say.text("source seen, not public")))
    passage = Passage(evidence.article, evidence.paragraph)
    # Evidence from another article has no number among this article's paragraphs.
    text = numbers.numbers.get(passage, "¶")
    where = passage_label(place, passage)
    spoken = place.say.text("Evidence %(mark)s: %(passage)s", mark=text, passage=where)
    label = markdown.escape(spoken)
    return Markup(f'[{text}]({passage_href(place, passage)}){{: .sh-ev aria-label="{label}" }}')


def block_markdown(place: Place, block: EvidencedBlock, numbers: Numbering, anchor: str) -> Markup:
    """A paragraph, heading or list item of an editor's text as Markdown with its id."""
    text = Markup(" ").join(evidenced(place, sentence, numbers) for sentence in block.sentences)
    if block.kind is BlockKind.HEADING:
        return Markup(f"{'#' * max(block.level, 2)} {text} {{: #{anchor} }}")
    if block.kind is BlockKind.LIST_ITEM:
        return Markup(f'<li id="{anchor}" markdown="1">{text}</li>')
    if block.kind is BlockKind.QUOTE:
        return Markup(f"> {text}\n{{: #{anchor} }}")
    return Markup(f"{text}\n{{: #{anchor} }}")


def blocks_markdown(
    place: Place, blocks: Sequence[EvidencedBlock], numbers: Numbering, anchors: Sequence[str]
) -> Markup:
    """The blocks of an editor's text in order, list items gathered into lists."""
    written: list[str] = []
    in_list = False
    for block, anchor in zip(blocks, anchors, strict=True):
        is_item = block.kind is BlockKind.LIST_ITEM
        if is_item != in_list:
            written.append('<ul markdown="1">' if is_item else "</ul>")
        written.append(block_markdown(place, block, numbers, anchor))
        in_list = is_item
    if in_list:
        written.append("</ul>")
    return Markup("\n\n".join(written))


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """An entry of the list of evidence under an answer."""

    link: Link
    meta: str


def evidence_list(place: Place, numbers: Numbering) -> tuple[EvidenceItem, ...]:
    """What an answer rests on: paragraph by paragraph, with publisher and date."""
    return tuple(
        EvidenceItem(
            Link(passage_label(place, passage), passage_href(place, passage)),
            source_line(place, place.site.articles[passage.article]),
        )
        for passage in numbers.numbers
    )


# ---------------------------------------------------------------- heads


def mirrored_head(
    place: Place,
    name: str,
    kind: str,
    title: str,
    description: str,
    crumbs: tuple[Crumb, ...] | None = None,
) -> Head:
    """The head of a page that stands in both languages; `name` is its path below the language."""
    alternates = tuple(
        (language, paths.address(paths.section(language, name))) for language in LANGUAGES
    )
    foreign = next(pair for pair in alternates if pair[0] != place.language)
    return Head(
        title=title,
        description=description,
        kind=kind,
        language=place.language,
        alternates=alternates,
        switch=Switch(foreign[0], foreign[1], True),
        crumbs=(home_crumb(place),) if crumbs is None else crumbs,
    )


def home_crumb(place: Place) -> Crumb:
    """The first step of every way."""
    return Crumb(place.say.text("Home"), paths.address(paths.home(place.language)))


def section_crumbs(place: Place, title: str, name: str) -> tuple[Crumb, ...]:
    """The way to a page below a section index."""
    path = paths.address(paths.section(place.language, name))
    return (home_crumb(place), Crumb(title, path))


def summary_text(text: str, limit: int = 200) -> str:
    """The text cut at a word for a description, with an ellipsis where it is cut."""
    line = markdown.one_line(text)
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip("،؛,.;: ") + "…"


def site_title(place: Place) -> str:
    """The site's name in the page's language."""
    settings = place.site.settings
    return settings.title_ar if place.language == ARABIC else settings.title_en


def optional_date(place: Place, iso: IsoDate | None) -> str:
    """The date in words; empty when there is none."""
    return date_text(place.words, iso) if iso else ""
