"""Links to topics in the texts of editors: summaries, answers."""

from collections.abc import Iterator, Sequence

from generator.model import BlockKind, EvidencedBlock, Passage, Sentence, TopicId
from generator.names import name_finder
from generator.render import paths
from generator.render.markdown import TopicLink
from generator.render.site import Place
from generator.render.views.evidence import Links
from generator.render.views.parts import name_in


def topic_names(place: Place, blocks: Sequence[EvidencedBlock]) -> Links:
    """The first name of each topic in the blocks, as a link; headings stay unlinked.

    A sentence may only name what the paragraphs name that it rests on: the Iris of another story is
    no topic of this one.
    """
    sentences = [s for b in blocks if b.kind is not BlockKind.HEADING for s in b.sentences]
    there = {sentence: frozenset(_topics_of(place, sentence)) for sentence in sentences}
    topics = [
        place.site.topics[topic] for topic in sorted({t for own in there.values() for t in own})
    ]
    names = ((name_in(topic, place.language), topic.id) for topic in topics)
    finder = name_finder(
        (written, t) for name, t in names for written in (name.name, *name.aliases)
    )
    found: dict[Sentence, list[TopicLink]] = {}
    linked: set[TopicId] = set()
    for sentence in there:
        for span, topic in finder.find(sentence.text):
            if topic in there[sentence] and topic not in linked:
                linked.add(topic)
                href = place.to(paths.topic(place.language, topic))
                link = TopicLink(span, href, place.site.topics[topic].glossary)
                found.setdefault(sentence, []).append(link)
    return found


def _topics_of(place: Place, sentence: Sentence) -> Iterator[TopicId]:
    """The topics of the paragraphs that a sentence rests on."""
    for evidence in sentence.evidence:
        yield from place.site.topics_at.get(Passage(evidence.article, evidence.paragraph), ())
