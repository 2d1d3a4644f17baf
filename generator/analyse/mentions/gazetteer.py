"""The gazetteer made searchable: every written form of every topic's name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b

from generator.analyse.clitics import prefixes
from generator.analyse.mentions.matcher import Matcher, Transcriptions
from generator.analyse.mentions.similar import may_vary, similar_to
from generator.analyse.mentions.spellings import (
    DEFINITE_TYPES,
    VARIED_TYPES,
    Name,
    name_words,
    names_of,
)
from generator.languages.lexicon import Lexicon
from generator.model import Topic


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All topics. Equal, and hashed, by the digest of what the analysis reads of them; safe to pickle."""

    digest: str
    topics: tuple[Topic, ...] = field(compare=False)


def build_gazetteer(topics: tuple[Topic, ...]) -> Gazetteer:
    """The gazetteer of these topics, in the order of their ids."""
    ordered = tuple(sorted(topics, key=lambda topic: topic.id))
    hashed = blake2b(digest_size=8)
    for topic in ordered:
        fields = (topic.id, topic.type, topic.ar.name, *topic.ar.aliases, topic.en.name)
        # What kind of outlet it is, its description says.
        fields = (*fields, topic.ar.description if topic.type == "outlet" else "")
        marks = ("\x1d", *topic.context, "\x1d", *topic.not_context)
        word = () if topic.subject else ("\x1d",)
        hashed.update("\x1f".join((*fields, *marks, *word, "\x1e")).encode())
    return Gazetteer(hashed.hexdigest(), ordered)


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of a gazetteer as they are written, and foreign ones as they may be transcribed."""

    matcher: Matcher
    transcriptions: Transcriptions


@lru_cache(maxsize=4)
def names_in(gazetteer: Gazetteer, lexicon: Lexicon) -> Names:
    """The names of a gazetteer, ready to be found; prepared once in each process."""
    table: dict[str, list[Name]] = {}
    for topic in gazetteer.topics:
        for name in names_of(topic, lexicon.names):
            known = table.setdefault(" ".join(name.words), [])
            if not any(
                name.topic is other.topic and name.blocks == other.blocks for other in known
            ):
                known.append(name)
    for larger in lexicon.names.larger_names:
        table.setdefault(larger, []).append(Name(None, tuple(larger.split())))
    for spelling, names in list(table.items()):
        if spelling.startswith(lexicon.names.article) and len(spelling) > 4:
            elided = [replace(name, elided=True) for name in names]
            table.setdefault(spelling[1:], []).extend(elided)
    words = frozenset(word for spelling in table for word in spelling.split())
    varied = _varied(gazetteer, table, lexicon)
    clitics = frozenset(prefixes(lexicon.names))
    return Names(
        Matcher(table, clitics, lexicon.names.article),
        Transcriptions(similar_to(varied, words, lexicon), varied),
    )


def _varied(
    gazetteer: Gazetteer, table: Mapping[str, Sequence[Name]], lexicon: Lexicon
) -> dict[str, tuple[tuple[int, Name], ...]]:
    """The names with a word that may be transcribed otherwise, by the first such word."""
    varied: dict[str, list[tuple[int, Name]]] = {}
    for topic in gazetteer.topics:
        if topic.type not in VARIED_TYPES or not topic.subject:
            continue
        definite = topic.type in DEFINITE_TYPES
        for words in _with_articles(topic, lexicon.names.article):
            vary = (i for i, word in enumerate(words) if may_vary(word, lexicon, definite=definite))
            place = next(vary, None)
            if place is None:
                continue
            own = (name for name in table.get(" ".join(words), ()) if name.topic is topic)
            varied.setdefault(words[place], []).extend((place, name) for name in own)
    return {word: tuple(names) for word, names in varied.items()}


def _with_articles(topic: Topic, article: str) -> Iterator[tuple[str, ...]]:
    """The words of the topic's names; those of one word also with the article, where it may have it."""
    for text in (topic.ar.name, *topic.ar.aliases):
        words = name_words(text)
        yield words
        if len(words) == 1 and topic.type in DEFINITE_TYPES:
            yield (article + words[0],)
