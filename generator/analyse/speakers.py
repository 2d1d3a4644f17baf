"""Who speaks: the words after a reporting verb that name or describe a speaker, never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.mentions import Named
from generator.analyse.reading import Reading
from generator.analyse.speech_words import SpeechTables
from generator.model import Span, TopicId

QUOTES = frozenset("\"«»“”„‘’'")
OUTLET, PERSON, BODY, SOURCE, NAME, PLACE = "outlet", "person", "body", "source", "name", "place"
_SPEAKING_TYPES = frozenset({"person", "country", "organization", "outlet", "place"})
_RELATION = ("ي", "يه", "يون", "يين", "ون", "ين", "يان", "ات", "يا")
_LONGEST = 9  # words of a described speaker: «مسؤولون في الاستخبارات …»


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
    """Who has appeared so far: roles by their words, the last outlet, for descriptions that refer."""

    roles: dict[str, tuple[str, TopicId]] = field(default_factory=dict)
    outlet: Outlet | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One block with the names found in it, by their first word."""

    reading: Reading
    named: dict[int, Named]
    dated: frozenset[int]
    tables: SpeechTables
    cast: Cast


def speaker_at(stage: Stage, index: int, *, unknown: bool) -> Speaker | None:
    """The speaker whose words begin at `index`; unknown names only where the grammar proves them."""
    reading, tables = stage.reading, stage.tables
    start = index
    while reading.word(start) in QUOTES or reading.word(start) in tables.words.titles:
        start += 1
        if reading.word(start) == "." and len(reading.word(start - 1)) == 1:
            start += 1
    if named := stage.named.get(start):
        return _named(stage, index, start, named)
    head = tables.heads.get(reading.word(start))
    if head and _is_said(stage, start):
        return _described(stage, start, head)
    return _unknown(stage, start) if unknown else None


def _is_said(stage: Stage, index: int) -> bool:
    return index not in stage.dated


def _named(stage: Stage, index: int, start: int, named: Named) -> Speaker | None:
    """A topic's name as the speaker; the span of the text leaves proclitics out."""
    if named.topic.type not in _SPEAKING_TYPES:
        return None
    end = _past_quotes(stage.reading, named.end)
    kind = OUTLET if named.topic.type == "outlet" else NAME
    if named.topic.type in ("country", "place"):
        kind = PLACE
    text = stage.reading.span(named.first, named.end, named.prefix)
    if kind == OUTLET and stage.reading.word(end).startswith("ال"):
        end += 1
    return Speaker(index, end, text, kind, named.topic.id)


def _past_quotes(reading: Reading, end: int) -> int:
    return end + 1 if reading.word(end) in QUOTES - {"«", "“"} else end


# ---------------------------------------------------------------- descriptions


def _described(stage: Stage, first: int, head: tuple[int, str]) -> Speaker | None:
    """«وزير الخارجية الروسي سيرغي لافروف», «مسؤولون أميركيون», «صحيفة «الغارديان» البريطانية»."""
    reading, (prefix, kind) = stage.reading, head
    end, name = _extent(stage, first, kind)
    text = reading.span(first, end, _prefix(reading, first, prefix))
    if name is not None:
        return _with_name(stage, first, end, kind, name, text)
    words = reading.words[first:end]
    topic = _referred(stage, first, words, prefix, kind)
    speaker = Speaker(first, end, text, kind, topic)
    if kind == SOURCE and words[0].endswith("تقرير") and _is_definite(words[0][prefix:]):
        return replace(speaker, carrier=last_outlet(stage, first))
    return speaker


def last_outlet(stage: Stage, index: int) -> Outlet | None:
    """The outlet named last before the word, in this block or an earlier one."""
    before = [n for n in stage.named.values() if n.topic.type == "outlet" and n.first < index]
    if not before:
        return stage.cast.outlet
    named = max(before, key=lambda n: n.first)
    span = stage.reading.span(named.first, named.end, named.prefix)
    return stage.reading.text[span.start : span.end], named.topic.id


def _prefix(reading: Reading, first: int, prefix: int) -> int:
    """Proclitics before the head are no part of the speaker («وفقا لمسؤولين»)."""
    word = reading.words[first]
    return prefix if word[prefix - 1 : prefix] != "ل" or not word[prefix:].startswith("ل") else prefix


def _extent(stage: Stage, first: int, kind: str) -> tuple[int, Named | None]:
    """Where the description ends, and the name that ends it."""
    reading, tables = stage.reading, stage.tables
    definite = _is_definite(reading.words[first])
    end = first + 1
    while end < min(len(reading.words), first + _LONGEST) and reading.same_sentence(first, end):
        word = reading.words[end]
        named = stage.named.get(end)
        if named and _given_to(named, reading):
            break
        if named and named.topic.type in _SPEAKING_TYPES:
            if named.topic.type == "person" and not named.prefix:
                return named.end, named
            if kind == OUTLET or (kind == SOURCE and named.topic.type == "outlet"):
                return _after_outlet(reading, named), named
            if not named.prefix:
                end, definite = named.end, True
                continue
        if word in QUOTES:
            if not _quoted_part(stage, end, kind):
                break
            end += 1
            continue
        if end in stage.dated and not named:
            break
        if word in tables.words.links and _linked(stage, end + 1, word):
            end, definite = end + 2, _is_definite(reading.word(end + 1))
            continue
        if not _goes_on(stage, first, end, kind, definite):
            break
        definite = definite or _is_definite(word)
        end += 1
    while end - 1 > first and reading.words[end - 1] in QUOTES - {"»", "”", "\""}:
        end -= 1
    return end, None


def _given_to(named: Named, reading: Reading) -> bool:
    return named.prefix > 0 and reading.words[named.first][named.prefix - 1] in "لب"


def _after_outlet(reading: Reading, named: Named) -> int:
    end = _past_quotes(reading, named.end)
    return end + (reading.word(end).startswith("ال") and reading.word(end) != "التي")


def _quoted_part(stage: Stage, index: int, kind: str) -> bool:
    """Whether a quotation mark belongs to the description, not to what is said."""
    reading = stage.reading
    if reading.words[index] in "»”":
        return True
    closing = next((i for i in range(index + 1, index + 6) if reading.word(i) in QUOTES), None)
    return closing is not None and (kind in (OUTLET, BODY) or index + 1 in stage.named)


def _linked(stage: Stage, index: int, link: str) -> bool:
    """Whether «في …» says where the speaker works, not where it was said."""
    if link == "باسم" or index in stage.named:
        return index not in stage.named or stage.named[index].topic.type != "event"
    head = stage.tables.heads.get(stage.reading.word(index))
    return head is not None and head[1] == BODY and not head[0]


def _goes_on(stage: Stage, first: int, index: int, kind: str, definite: bool) -> bool:
    word, tables = stage.reading.words[index], stage.tables
    if not word[0].isalpha() or word in tables.words.stops or word in tables.that:
        return False
    if word in tables.verbs and not word.startswith("ال"):
        return False
    if word.startswith("و") and len(word) > 2:
        head = tables.heads.get(word)
        return head is not None and head[0] == 1 or word.endswith(("ون", "ين", "يه", "وهم"))
    if (head := tables.heads.get(word)) and head[0]:
        return False
    if word in tables.function_words:
        return False
    if definite or _is_definite(word):
        return _is_definite(word) or _is_short_name(stage, index)
    if word.endswith(_RELATION) or word in tables.heads:
        return True
    if word.endswith("ه") and not word.endswith(("ته", "نه")):
        return True  # «مصادر مطلعة», «دراسة حديثة»
    # «مدير مصنع», «خبراء اقتصاد»: one more noun after a person; after a source it is a verb.
    if kind in (PERSON, BODY) and index == first + 1 and len(word) > 2:
        return True
    return kind != SOURCE and _is_short_name(stage, index)


def _is_definite(word: str) -> bool:
    return word.startswith("ال") or word.startswith("لل")


def _is_short_name(stage: Stage, index: int) -> bool:
    """Whether one to four words up to «إن» or a colon are an unknown name after a role."""
    return _name_end(stage, index) is not None


def _name_end(stage: Stage, index: int, longest: int = 4) -> int | None:
    reading, tables = stage.reading, stage.tables
    if reading.word(index).endswith(("ته", "تها", "اده", "ادها")):
        return None  # «أبدى ثقته», «أبدى استعداده» are no names
    for end in range(index, index + longest + 1):
        word = reading.word(end)
        if word in tables.that or word == ":":
            return end if end > index else None
        if word in ("،", "؛"):
            return end if end > index and _role_follows(stage, end + 1) else None
        if not word.isalpha() or word in tables.words.stops or word in tables.verbs:
            return None
        if word in tables.words.links:
            return None
    return None


def _role_follows(stage: Stage, index: int) -> bool:
    head = stage.tables.heads.get(stage.reading.word(index))
    return head is not None and head[1] in (PERSON, BODY)


def _with_name(
    stage: Stage, first: int, end: int, kind: str, name: Named, text: Span
) -> Speaker:
    """The name inside a description is the speaker where it is a person or an outlet."""
    if name.topic.type == "outlet" or name.topic.type == "person" or kind == OUTLET:
        own = stage.reading.span(name.first, name.end, name.prefix)
        return Speaker(first, end, own, kind if kind == OUTLET else NAME, name.topic.id)
    return Speaker(first, end, text, kind)


# ---------------------------------------------------------------- who a description means


def note_roles(cast: Cast, reading: Reading, named: Sequence[Named], tables: SpeechTables) -> None:
    """Remembers who the roles before names belong to: «الرئيس الروسي فلاديمير بوتين»."""
    for item in named:
        if item.topic.type == "outlet":
            span = reading.span(item.first, item.end, item.prefix)
            cast.outlet = reading.text[span.start : span.end], item.topic.id
        if item.topic.type != "person" or item.prefix:
            continue
        for start in range(item.first - 1, max(-1, item.first - 5), -1):
            word = reading.words[start]
            if word == "،" and start == item.first - 1:
                continue
            if not _in_role(word, tables) or not reading.same_sentence(start, item.first):
                break
            head = tables.heads.get(word)
            if head and head[1] == PERSON:
                bare = word[head[0] :].removeprefix("ال")
                end = item.first - (reading.words[item.first - 1] == "،")
                role = " ".join((bare, *reading.words[start + 1 : end]))
                cast.roles[role] = (bare, item.topic.id)


def _in_role(word: str, tables: SpeechTables) -> bool:
    grammar = tables.words.stops | tables.function_words
    return word.isalpha() and not (word in tables.that or word in tables.verbs or word in grammar)


def _referred(
    stage: Stage, first: int, words: tuple[str, ...], prefix: int, kind: str
) -> TopicId | None:
    """The topic that a description means, where the article has said so."""
    bare = words[0][prefix:].removeprefix("ال").removeprefix("ل")
    if kind == OUTLET and _is_definite(words[0][prefix:]):
        outlet = last_outlet(stage, first)
        return outlet[1] if outlet else None
    if kind != PERSON:
        return None
    if known := stage.cast.roles.get(" ".join((bare, *words[1:]))):
        return known[1]
    if len(words) == 1 and _is_definite(words[0][prefix:]):
        same = [topic for head, topic in stage.cast.roles.values() if head == bare]
        return same[-1] if len(set(same)) == 1 else None
    return None


# ---------------------------------------------------------------- unknown names


def _unknown(stage: Stage, index: int) -> Speaker | None:
    """A name that no topic has, where «إن», a colon or an apposed role follows it."""
    end = _name_end(stage, index)
    if end is None:
        return None
    reading = stage.reading
    return Speaker(index, end, reading.span(index, end), NAME, known=False)
