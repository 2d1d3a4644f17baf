"""Quotations of articles, and evidence marks after the sentences of editors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import (
    Article,
    BlockKind,
    Evidence,
    EvidencedBlock,
    Passage,
    Sentence,
    Span,
    TopicName,
)
from generator.render import markdown
from generator.render.site import Place
from generator.render.views.parts import (
    Link,
    article_title,
    passage_href,
    passage_label,
    short_label,
)
from generator.render.views.sources import source_line

APART = " … "


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article with its source; `text` is empty where the text is withheld."""

    id: str
    text: Markup
    href: Markup
    source: str
    label: str
    words: str
    """The words that the quotation is about, `APART` between them; the check of the built site looks
    for each."""


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
        words=APART.join(dict.fromkeys(sentence[span.start : span.end] for span in spans)),
    )


def quote_below_title(
    place: Place, anchor: str, passage: Passage, sentence: str, spans: Sequence[Span]
) -> Quote:
    """A quotation in a list under its article's title, which its link need not say again."""
    return replace(
        quote(place, anchor, passage, sentence, spans), label=short_label(place, passage)
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


Links = Mapping[Sentence, Sequence[markdown.TopicLink]]
"""The links to topics in the sentences of an editor's text."""


def evidenced(
    place: Place, sentence: Sentence, numbers: Numbering, links: Links | None = None
) -> Markup:
    """A sentence of an editor with its evidence marks after it."""
    named = links.get(sentence, ()) if links else ()
    text = markdown.linked_prose(sentence.text, named, place.language)
    for evidence in sentence.evidence:
        text += Markup(" ") + _evidence(place, evidence, numbers)
    return text


def described(place: Place, name: TopicName) -> Markup:
    """What a topic is, each sentence with its evidence marks."""
    numbers = numbering(place, name.sentences)
    parts = (evidenced(place, sentence, numbers) for sentence in name.sentences)
    return Markup(" ").join(parts) or markdown.prose(name.description, place.language)


def _evidence(place: Place, evidence: Evidence, numbers: Numbering) -> Markup:
    if evidence.article not in place.site.articles:
        # The article may support a claim without being published itself.
        note = markdown.escape(place.say.text("source seen, not public"))
        return Markup('<span class="sh-ev-unseen">({})</span>').format(note)
    passage = Passage(evidence.article, evidence.paragraph)
    # Evidence from another article has no number among this article's paragraphs.
    text = numbers.numbers.get(passage, "¶")
    where = passage_label(place, passage)
    spoken = place.say.text("Evidence %(mark)s: %(passage)s", mark=text, passage=where)
    label = markdown.escape(spoken)
    return Markup(f'[{text}]({passage_href(place, passage)}){{: .sh-ev aria-label="{label}" }}')


def block_markdown(
    place: Place,
    block: EvidencedBlock,
    numbers: Numbering,
    anchor: str,
    links: Links | None = None,
) -> Markup:
    """A paragraph, heading or list item of an editor's text as Markdown with its id."""
    sentences = (evidenced(place, sentence, numbers, links) for sentence in block.sentences)
    text = Markup(" ").join(sentences)
    if block.kind is BlockKind.HEADING:
        return Markup(f"{'#' * max(block.level, 2)} {text} {{: #{anchor} }}")
    if block.kind is BlockKind.LIST_ITEM:
        return Markup(f'<li id="{anchor}" markdown="1">{text}</li>')
    if block.kind is BlockKind.QUOTE:
        return Markup(f"> {text}\n{{: #{anchor} }}")
    return Markup(f"{text}\n{{: #{anchor} }}")


def blocks_markdown(
    place: Place,
    blocks: Sequence[EvidencedBlock],
    numbers: Numbering,
    anchors: Sequence[str],
    links: Links | None = None,
) -> Markup:
    """The blocks of an editor's text in order, list items gathered into lists."""
    written: list[str] = []
    in_list = False
    for block, anchor in zip(blocks, anchors, strict=True):
        is_item = block.kind is BlockKind.LIST_ITEM
        if is_item != in_list:
            written.append('<ul markdown="1">' if is_item else "</ul>")
        written.append(block_markdown(place, block, numbers, anchor, links))
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
