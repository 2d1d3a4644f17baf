"""Who speaks: the statements of each speaker, and the page that they stand on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from generator.model import Passage, SiteAttribution, TopicId
from generator.render.catalogue import messages
from generator.render.site import Site
from generator.text import fold

STATEMENTS = messages("%(n)s statement", "%(n)s statements")
# A page of more statements than this, about a kilobyte each, is no pleasure on a phone. Then those
# who say much have a page each, and the many who say little share one for each letter.
_ON_ONE_PAGE = 150
OWN_PAGE = 5
_ARTICLE = "ال"

Statement = tuple[SiteAttribution, ...]
"""What a speaker says in one sentence, which may report it with several phrases."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's statements; `path` is that of the page they stand on, below the language."""

    id: str
    path: str
    letter: str
    topic: TopicId | None
    statements: tuple[Statement, ...]


def are_on_one_page(site: Site) -> bool:
    """Whether all statements stand on one page."""
    return len(site.index.attributions) <= _ON_ONE_PAGE


def speakers_of(site: Site) -> list[Speaker]:
    """All speakers, those with most statements first, then by their id."""
    by_id: dict[str, list[SiteAttribution]] = {}
    for attribution in site.index.attributions:
        by_id.setdefault(_speaker_id(attribution), []).append(attribution)
    speakers = [_speaker(site, key, found) for key, found in by_id.items()]
    return sorted(speakers, key=lambda speaker: (-len(speaker.statements), speaker.id))


def speakers_by_topic(site: Site) -> Mapping[TopicId, Speaker]:
    """The speakers who have a page as a topic."""
    return {speaker.topic: speaker for speaker in speakers_of(site) if speaker.topic}


def _speaker_id(attribution: SiteAttribution) -> str:
    if attribution.speaker_topic:
        return f"v-{attribution.speaker_topic}"
    # A speaker without a topic is known by his words alone; an anchor is ASCII.
    return f"v--{digest(fold(attribution.speaker))}"


def digest(text: str) -> str:
    """Eight hex digits that stand for a text in an address."""
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _speaker(site: Site, key: str, said: list[SiteAttribution]) -> Speaker:
    known = said[0].speaker_topic
    topic = site.topics.get(known) if known else None
    name = fold(topic.ar.name if topic else said[0].speaker)
    letter = name.removeprefix(_ARTICLE)[:1] or "-"
    statements = _by_sentence(said)
    if are_on_one_page(site):
        path = "voices"
    elif len(statements) < OWN_PAGE:
        path = f"voices/letters/{ord(letter):04x}"
    elif topic:
        path = f"voices/{topic.id}"
    else:
        path = f"voices/others/{key.removeprefix('v--')}"
    return Speaker(key, path, letter, topic.id if topic else None, statements)


def _by_sentence(said: Iterable[SiteAttribution]) -> tuple[Statement, ...]:
    """The statements in order; what a sentence reports twice is one («قال …، وأضاف …»)."""
    found: dict[tuple[Passage, str], list[SiteAttribution]] = {}
    for number, one in enumerate(said):
        # Without its sentence a statement stands alone.
        found.setdefault((one.passage, one.sentence or str(number)), []).append(one)
    return tuple(tuple(same) for same in found.values())
