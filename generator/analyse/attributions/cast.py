"""Who has appeared in an article so far, so that «الوزير» and «الصحيفة» can be understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.analyse.attributions.speech_words import PERSON, SOURCE, SpeechTables
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.languages.words import words_of
from generator.model import Span, TopicId, TopicName
from generator.model.record import record

if TYPE_CHECKING:
    from generator.analyse.attributions.candidates import Candidate

Outlet = tuple[str, TopicId | None]
"""An outlet as it is written, and its topic."""

# A description says what kind of outlet it is in its first words: «صحيفة أميركية يومية …».
_KIND_WITHIN = 3


@record(frozen=True, slots=True)
class Speaker:
    """A speaker in words first..end-1. `text` is the span of the name, without titles and marks."""

    first: int
    end: int
    text: Span
    kind: str
    topic: TopicId | None = None
    carrier: Outlet | None = None
    known: bool = True
    described: bool = False
    meant: str | None = None
    """What a definite description stands for: «المسؤولون» for «مسؤولون أميركيون»."""
    role: str = ""
    """The head of its description, without the article: «وزير»."""


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet as it is written, what kinds of outlet it is called, whether it was spoken to."""

    outlet: Outlet
    kinds: frozenset[str]
    given: bool


@dataclass(slots=True)
class Cast:
    """The roles that names were introduced with, and the outlets, the one named last at the end."""

    roles: dict[str, tuple[str, TopicId]] = field(default_factory=dict)
    outlets: dict[TopicId, NamedOutlet] = field(default_factory=dict)
    described: dict[str, set[str]] = field(default_factory=dict)
    """Descriptions without a name by their first word: «مسؤولون أميركيون»."""
    bearers: dict[str, set[str]] = field(default_factory=dict)
    """Names that no topic has, by the role they were introduced with."""
    surnames: set[str] = field(default_factory=set)
    """The last words of those names: «العمري»."""
    names: dict[str, str] = field(default_factory=dict)
    """Each of those names by its last word."""
    genders: dict[str, bool] = field(default_factory=dict)
    stages: list["Stage"] = field(default_factory=list)
    """The blocks that have been read, and the one that is."""
    met: dict[tuple[int, int], tuple["Candidate", ...]] = field(default_factory=dict)
    """Block and sentence -> everybody named there, where somebody asked."""
    quoted: dict[int, frozenset[int]] = field(default_factory=dict)
    """Block -> the words inside its quotations."""


@record(frozen=True, slots=True)
class Stage:
    """One block with the names found in it, by their first word, and the words of its dates."""

    reading: Reading
    named: dict[int, Named]
    dated: frozenset[int]
    tables: SpeechTables
    cast: Cast
    verb: Verb | None = None
    """The reporting verb whose speaker is looked for."""
    until: int | None = None
    """Where that verb stands, when its speaker stands before it."""
    quoted: bool = False
    """Whether the statement stands before the verb: «…»، أضاف المدير."""
    base: int = 0
    """How many sentences the earlier blocks have."""

    def asking(
        self, verb: Verb | None, *, until: int | None = None, quoted: bool = False
    ) -> "Stage":
        """The same block for another verb; much faster than `replace`."""
        return Stage(
            self.reading,
            self.named,
            self.dated,
            self.tables,
            self.cast,
            verb,
            until,
            quoted,
            self.base,
        )


def note_roles(cast: Cast, reading: Reading, named: Sequence[Named], tables: SpeechTables) -> None:
    """Remembers who the roles before names belong to: «الرئيس الروسي فلاديمير بوتين»."""
    for item in named:
        if item.topic.type == "person" and not item.prefix:
            _note_role(cast, reading, item, tables)


def note_outlets(
    cast: Cast, reading: Reading, named: Sequence[Named], tables: SpeechTables
) -> None:
    """Remembers the outlets of a block that has been read, the one named last at the end."""
    for item in named:
        if item.topic.type == "outlet":
            known = cast.outlets.pop(item.topic.id, None)
            again = named_outlet(reading, item, tables)
            kinds = again.kinds | (known.kinds if known else frozenset())
            cast.outlets[item.topic.id] = replace(again, kinds=kinds)


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
    grammar = word in tables.words.stops or word in tables.function_words or word in tables.that
    return word.isalpha() and not grammar and word not in tables.verbs


def remember(cast: Cast, description: str) -> None:
    """Keeps an indefinite description of several words: «مسؤولون أميركيون»."""
    words = words_of(description)
    if len(words) > 1 and not is_definite(words[0]):
        cast.described.setdefault(_plain(words[0]), set()).add(description)


def remember_name(cast: Cast, name: str) -> None:
    """Keeps the last word of a name, under which its bearer goes on speaking."""
    words = words_of(name)
    if len(words) > 1 and words[-1].isalpha() and len(words[-1]) > 2:
        cast.surnames.add(words[-1])
        if len(words) > len(cast.names.get(words[-1], "").split()):
            cast.names[words[-1]] = name


def bearer_of(cast: Cast, role: str) -> str | None:
    """The name of who has the role, where one alone was introduced with it."""
    known = cast.bearers.get(role, set())
    return next(iter(known)) if len(known) == 1 else None


def described_before(cast: Cast, word: str) -> str | None:
    """What «المسؤولون» stands for, where one description alone began with that word."""
    known = cast.described.get(_plain(word.removeprefix("ال")), set())
    return next(iter(known)) if len(known) == 1 else None


def _plain(word: str) -> str:
    """The word with the plural of a subject: «مسؤولين» is «مسؤولون»."""
    return word[:-2] + "ون" if word.endswith("ين") and len(word) > 4 else word


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
    """The outlet named last before the word as one that reports, in this block or an earlier one."""
    return next((o.outlet for o in _outlets_before(stage, index) if not o.given), None)


def outlet_of_kind(stage: Stage, index: int, kind: str) -> Outlet | None:
    """What «الموقع», «الصحيفة» stand for: the last outlet of that kind.

    Else the last one of which nothing says what kind it is.
    """
    before = list(_outlets_before(stage, index))
    same = [o.outlet for o in before if kind in o.kinds]
    unknown = [o.outlet for o in before if not o.kinds and not o.given]
    return next(iter((*same, *unknown)), None)


def _outlets_before(stage: Stage, index: int) -> Iterator[NamedOutlet]:
    """The outlets named before the word, the last one first."""
    here = [n for n in stage.named.values() if n.topic.type == "outlet" and n.first < index]
    for named in sorted(here, key=lambda n: -n.first):
        yield named_outlet(stage.reading, named, stage.tables)
    yield from reversed(stage.cast.outlets.values())


def named_outlet(reading: Reading, named: Named, tables: SpeechTables) -> NamedOutlet:
    """The outlet with the kinds that the word before it, its names and its description give."""
    span = reading.span(named.first, named.end, named.prefix)
    before = next(
        (
            word
            for back in (1, 2)
            if not named.prefix and (word := reading.word(named.first - back)).isalpha()
        ),
        "",
    )
    known = (tables.outlet_kinds.get(word) for word in (before, *_own_words(named.topic.ar)))
    kinds = frozenset(kind for found in known if found for kind in found[1:])
    outlet = reading.text[span.start : span.end], named.topic.id
    return NamedOutlet(outlet, kinds, _given_to(reading, named, tables))


@lru_cache(maxsize=512)
def _own_words(name: TopicName) -> tuple[str, ...]:
    described = words_of(name.description)[:_KIND_WITHIN]
    return (*(w for text in (name.name, *name.aliases) for w in words_of(text)), *described)


def _given_to(reading: Reading, named: Named, tables: SpeechTables) -> bool:
    """Whether something was said to the outlet («قال لصحيفة …»), which is not its own report.

    A report that belongs to it («تقرير لمجلة …») is.
    """
    back = 0 if named.prefix and reading.words[named.first][named.prefix - 1] == "ل" else None
    if back is None and not named.prefix:
        back = next((b for b in (1, 2) if reading.word(named.first - b).startswith("ل")), None)
    if back is None:
        return False
    before = reading.word(named.first - back - 1)
    head = tables.heads.get(before)
    return head is None or head[1] != SOURCE or before in tables.interviews


def kin_of(stage: Stage, index: int) -> str | None:
    """The relative that the word names with a pronoun: «زوجته»; «رئيسة» is no «رئيسه»."""
    kin = stage.tables.kin.get(stage.reading.word(index))
    return None if kin is None or stage.reading.written(index).endswith("ة") else kin


def is_definite(word: str) -> bool:
    """Whether the word carries the article, also after lam."""
    return word.startswith(("ال", "لل"))
