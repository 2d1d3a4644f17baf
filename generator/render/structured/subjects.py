"""Topics, the glossary and explainers, as schema.org tells of them."""

from collections.abc import Sequence

from generator.model import ARABIC, EvidencedBlock, Slug, Topic
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.structured.nodes import Node, address, page_node, plain, thing
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import Page
from generator.render.views.parts import name_in


def topic_node(page: Page, topic: Topic) -> Node:
    """The page of a topic."""
    name, other = (topic.ar, topic.en) if page.place.language == ARABIC else (topic.en, topic.ar)
    about = thing(page.place, topic)
    about["alternateName"] = [one_line(n) for n in (*name.aliases, other.name, *other.aliases)]
    if name.description:
        about["description"] = one_line(name.description)
    if topic.wikidata:
        about["sameAs"] = f"https://www.wikidata.org/wiki/{topic.wikidata}"
    if not topic.subject:
        glossary = paths.section(page.place.language, "glossary")
        about["inDefinedTermSet"] = address(page.place, glossary)
    return {**page_node(page, "CollectionPage"), "about": about}


def glossary_node(page: Page) -> Node:
    """The glossary, with its terms."""
    place = page.place
    terms = (topic for topic in place.site.index.library.topics if topic.glossary)
    return {
        **page_node(page, "DefinedTermSet"),
        "hasDefinedTerm": [
            {
                **thing(place, topic),
                "@type": "DefinedTerm",
                "description": one_line(name_in(topic, place.language).description),
            }
            for topic in terms
        ],
    }


def explainer_node(page: Page, slug: Slug) -> Node:
    """An explainer, with its questions and short answers."""
    explainer = next(
        e for e in explainers_of(page.place.site, page.place.language) if e.slug == slug
    )
    return {
        **page_node(page, "FAQPage"),
        "datePublished": min((change.on for change in explainer.changes), default=""),
        "dateModified": max((change.on for change in explainer.changes), default=""),
        "mainEntity": [
            {
                "@type": "Question",
                "@id": address(page.place, page.place.path, card.id),
                "name": one_line(card.question),
                "acceptedAnswer": {"@type": "Answer", "text": _answer(card.answer)},
            }
            for card in explainer.cards
        ],
    }


def _answer(blocks: Sequence[EvidencedBlock]) -> str:
    """The short answer, which is the first paragraph."""
    return one_line(plain(blocks[0])) if blocks else ""
