"""Who has appeared in an article so far, so that «الوزير» and «الصحيفة» can be understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.analyse.mentions import Named
from generator.analyse.reading import Reading
from generator.analyse.speech_words import PERSON, SpeechTables
from generator.model import Span, TopicId

Outlet = tuple[str, TopicId | None]
"""An outlet as it is written, and its topic."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker in words first..end-1. `text` is the span of the name, without titles and marks."""

    first: int
    end: int
    text: Span
    kind: str
    topic: TopicId | None = None
    carrier: Outlet | None = None
    known: bool = True


@dataclass(slots=True)
class Cast:
    """The roles that names were introduced with, and the last outlet."""

    roles: dict[str, tuple[str, TopicId]] = field(default_factory=dict)
    outlet: Outlet | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One block with the names found in it, by their first word, and the words of its dates."""

    reading: Reading
    named: dict[int, Named]
    dated: frozenset[int]
    tables: SpeechTables
    cast: Cast


def note_roles(cast: Cast, reading: Reading, named: Sequence[Named], tables: SpeechTables) -> None:
    """Remembers who the roles before names belong to: «الرئيس الروسي فلاديمير بوتين»."""
    for item in named:
        if item.topic.type == "outlet" and not _given_to(reading, item):
            span = reading.span(item.first, item.end, item.prefix)
            cast.outlet = reading.text[span.start : span.end], item.topic.id
        if item.topic.type == "person" and not item.prefix:
            _note_role(cast, reading, item, tables)


def _note_role(cast: Cast, reading: Reading, item: Named, tables: SpeechTables) -> None:
    comma = reading.word(item.first - 1) == "،"
    end = item.first - comma
    for start in range(end - 1, max(-1, end - 5), -1):
        word = reading.words[start]
        if not _in_role(word, tables) or not reading.same_sentence(start, item.first):
            return
        head = tables.heads.get(word)
        if head and head[1] == PERSON:
            bare = word[head[0] :].removeprefix("ال")
            cast.roles[" ".join((bare, *reading.words[start + 1 : end]))] = (bare, item.topic.id)


def _in_role(word: str, tables: SpeechTables) -> bool:
    grammar = tables.words.stops | tables.function_words
    return word.isalpha() and not (word in tables.that or word in tables.verbs or word in grammar)


def person_of(cast: Cast, words: tuple[str, ...], prefix: int) -> TopicId | None:
    """The person that a role means, where the article has said so."""
    bare = words[0][prefix:].removeprefix("ال").removeprefix("ل")
    if known := cast.roles.get(" ".join((bare, *words[1:]))):
        return known[1]
    if len(words) == 1 and is_definite(words[0][prefix:]):
        same = {topic for head, topic in cast.roles.values() if head == bare}
        return same.pop() if len(same) == 1 else None
    return None


def last_outlet(stage: Stage, index: int) -> Outlet | None:
    """The outlet named last before the word, in this block or an earlier one."""
    before = [
        n
        for n in stage.named.values()
        if n.topic.type == "outlet" and n.first < index and not _given_to(stage.reading, n)
    ]
    if not before:
        return stage.cast.outlet
    named = max(before, key=lambda n: n.first)
    span = stage.reading.span(named.first, named.end, named.prefix)
    return stage.reading.text[span.start : span.end], named.topic.id


def _given_to(reading: Reading, named: Named) -> bool:
    """Whether something was said to the outlet («قال لصحيفة …»), which is not its own report."""
    joined = named.prefix > 0 and reading.words[named.first][named.prefix - 1] == "ل"
    return joined or any(
        reading.word(named.first - back).startswith("ل") for back in (1, 2) if not named.prefix
    )


def is_definite(word: str) -> bool:
    """Whether the word carries the article, also after lam."""
    return word.startswith(("ال", "لل"))
