"""The gazetteer: topics, their names in both languages, and their types."""

from dataclasses import dataclass

from generator.model.evidence import Sentence
from generator.model.values import Location, TopicId


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic in one language; `sentences` are its description with what each rests on."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of the gazetteer. Topics come from the gazetteer, never from text."""

    id: TopicId
    type: str
    ar: TopicName
    en: TopicName
    location: Location
    wikidata: str | None = None
    part_of: TopicId | None = None
    disambiguation_ar: str | None = None
    disambiguation_en: str | None = None
    context: tuple[str, ...] = ()
    not_context: tuple[str, ...] = ()
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees, north and east above zero: where it stands on the map."""
    glossary: bool = False
    """Whether it stands in the glossary: its descriptions say what the words mean."""
    subject: bool = True
    """Whether an article can be about it; not so a word that is only to be looked up."""


@dataclass(frozen=True, slots=True)
class TopicType:
    """A type of topics, the stem of its file, with its names for one and for many."""

    id: str
    ar_one: str
    ar_many: str
    en_one: str
    en_many: str
    location: Location
