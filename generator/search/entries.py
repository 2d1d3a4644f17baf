"""What can be found: one entry for each article, topic and card, over both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Spot = tuple[str, int]
"""A language and the number of a text of that side, or one of the two signs below."""
TITLE_TEXT, LEAD_TEXT = -1, -2


class EntryKind(StrEnum):
    """The letter by which the index knows a kind of entry."""

    TOPIC = "t"
    CARD = "c"
    ARTICLE = "a"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a page: its anchor and its plain text."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated event or a figure of an article: its own address and the words to show."""

    kind: str
    path: str
    text: str
    year: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """An entry in one language: the page, its title, its opening line and its paragraphs.

    `other` is a topic's name in the other language.
    """

    path: str
    title: str
    lead: str
    texts: tuple[Text, ...]
    facts: tuple[Fact, ...] = ()
    other: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find. `topics` says where each topic is named.

    `names` are the spellings by which a query may call a topic; only topics have them.
    """

    id: str
    kind: EntryKind
    ar: Side | None
    en: Side | None
    year: int = 0
    keywords: tuple[str, ...] = ()
    topics: Mapping[str, frozenset[Spot]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
