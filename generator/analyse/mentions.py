"""Topics' names in text -> Mention: never inside a word, never where a common word is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.clitics import prefixes
from generator.analyse.gazetteer import INNER_MARKS, Gazetteer, Matcher, Name, matcher_of
from generator.analyse.reading import TANWIN, Reading
from generator.languages.lexicon import Lexicon, NameWords
from generator.model import Mention, Topic, TopicId
from generator.text import fold

OPENING = frozenset("\"«“‘'„”")
QUOTES = OPENING | {"»"}
PLACES = frozenset({"place", "country"})
_PUNCTUATION = frozenset("،.؛:!؟?)(«»\"”“,…'")


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A name in words first..end-1 of a reading; `prefix` letters of the first are proclitics."""

    first: int
    end: int
    prefix: int
    name: Name


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the words that it covers."""

    first: int
    end: int
    prefix: int
    topic: Topic


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The names of a block by their first word and by the word after them."""

    starting: dict[int, Candidate]
    ending: dict[int, Candidate]


def find_mentions(
    readings: Sequence[Reading], gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[tuple[Named, ...], ...]:
    """The topics named in each block, in order, longest names first where they overlap."""
    matcher = matcher_of(gazetteer, lexicon)
    clitics = frozenset(prefixes(lexicon.names))
    sure: set[TopicId] = set()
    blocks = []
    for reading in readings:
        chosen = _longest(reading, _candidates(reading, matcher, clitics))
        named = [c for c in chosen if c.name.topic and not _other_person(reading, c, lexicon)]
        beside = Neighbours({c.first: c for c in named}, {c.end: c for c in named})
        kept = []
        for candidate in named:
            if _is_meant(reading, candidate, beside, lexicon, sure) and candidate.name.topic:
                kept.append(candidate)
                sure.add(candidate.name.topic.id)
        blocks.append(
            tuple(Named(c.first, c.end, c.prefix, c.name.topic) for c in kept if c.name.topic)
        )
    return tuple(blocks)


def as_mention(reading: Reading, named: Named) -> Mention:
    """The mention as the model has it."""
    span = reading.span(named.first, named.end, named.prefix)
    surface = reading.text[span.start : span.end]
    return Mention(reading.block, span, surface, named.topic.id)


# ---------------------------------------------------------------- finding


def _candidates(reading: Reading, matcher: Matcher, clitics: frozenset[str]) -> list[Candidate]:
    """All names at word edges; the left edge may be a run of proclitics."""
    kept = [i for i in range(len(reading.words)) if not _is_mark(reading, i)]
    line = " ".join([reading.words[i] for i in kept])
    begin_of: dict[int, int] = {}
    end_of: dict[int, int] = {}
    position = 0
    for place, index in enumerate(kept):
        begin_of[position] = place
        position += len(reading.words[index])
        end_of[position] = place
        position += 1
    found = []
    for pattern, start, end in matcher.automaton.find_matches_as_indexes(line, overlapping=True):
        last = end_of.get(end)
        if last is None:
            continue
        left = line.rfind(" ", 0, start) + 1
        place = begin_of[left]
        before = line[left:start]
        if before and before not in clitics:
            continue
        for name in matcher.names[pattern]:
            if name.elided and not before.endswith("ل"):
                continue
            if (
                not name.elided
                and before.endswith("ل")
                and matcher.patterns[pattern].startswith("ال")
            ):
                continue
            first, after = kept[place], _with_closing(reading, kept[place], kept[last] + 1)
            found.append(Candidate(first, after, len(before), name))
    return found


def _is_mark(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if word in INNER_MARKS:
        return True
    return word == "." and len(reading.word(index - 1)) == 1 and reading.word(index - 1).isalpha()


def _with_closing(reading: Reading, first: int, end: int) -> int:
    """The end after a quotation mark that closes one inside the name."""
    opened = sum(1 for word in reading.words[first:end] if word in OPENING or word == "»")
    return end + (opened % 2 == 1 and reading.word(end) in OPENING | {"»"})


def _longest(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """The longest of names that overlap; a blocking phrase wins over what it blocks."""
    ordered = sorted(
        candidates,
        key=lambda c: (c.first - c.end, c.prefix, c.name.topic is None, c.first, _id(c.name)),
    )
    inner = _inner_names(candidates)
    taken: dict[int, list[Candidate]] = {}
    for candidate in ordered:
        if _crosses_quotes(reading, candidate, inner):
            continue
        own = range(candidate.first, candidate.end)
        rivals = list(dict.fromkeys(c for place in own for c in taken.get(place, ())))
        if any(not _harmless(rival, candidate) for rival in rivals):
            _drop_ambiguous(reading, taken, rivals, candidate)
            continue
        for place in own:
            taken.setdefault(place, []).append(candidate)
    chosen = dict.fromkeys(c for candidates in taken.values() for c in candidates)
    return sorted((c for c in chosen if c.name.topic), key=lambda c: c.first)


def _inner_names(candidates: list[Candidate]) -> dict[int, list[Candidate]]:
    """The candidates by their first word."""
    table: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        table.setdefault(candidate.first, []).append(candidate)
    return table


def _crosses_quotes(
    reading: Reading, candidate: Candidate, by_place: dict[int, list[Candidate]]
) -> bool:
    """Whether quotation marks in the text part the name and mark a shorter one of the topic."""
    inside = reading.words[candidate.first + 1 : candidate.end - 1]
    if candidate.name.quoted or not QUOTES.intersection(inside):
        return False
    length = candidate.end - candidate.first
    return any(
        other.name.topic is candidate.name.topic
        and other.end <= candidate.end
        and other.end - other.first < length
        for place in range(candidate.first, candidate.end)
        for other in by_place.get(place, ())
    )


def _id(name: Name) -> str:
    return name.topic.id if name.topic else ""


def _harmless(rival: Candidate, candidate: Candidate) -> bool:
    blocks, topic = rival.name.blocks, candidate.name.topic
    return blocks is not None and (topic is None or topic.id != blocks)


def _same_words(rival: Candidate, candidate: Candidate) -> bool:
    return (
        (rival.first, rival.end, rival.prefix)
        == (
            candidate.first,
            candidate.end,
            candidate.prefix,
        )
        and rival.name.topic is not None
        and candidate.name.topic not in (None, rival.name.topic)
    )


def _drop_ambiguous(
    reading: Reading,
    taken: dict[int, list[Candidate]],
    rivals: list[Candidate],
    candidate: Candidate,
) -> None:
    """Of two topics with one spelling, keeps the one whose marks are written; in doubt neither."""
    same = [rival for rival in rivals if _same_words(rival, candidate)]
    if not same:
        return
    span = reading.span(candidate.first, candidate.end, candidate.prefix)
    surface = reading.text[span.start : span.end]
    kept = [c for c in (*same, candidate) if c.name.topic and surface in _written(c.name.topic)][:1]
    for place in range(candidate.first, candidate.end):
        taken[place] = [c for c in taken.get(place, ()) if c not in same] + kept


def _written(topic: Topic) -> tuple[str, ...]:
    return (topic.ar.name, *topic.ar.aliases)


# ---------------------------------------------------------------- deciding


def _other_person(reading: Reading, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a family name belongs to another person: «ميلانيا ترامب», «كيم يو جونغ»."""
    name, topic = candidate.name, candidate.name.topic
    if not name.surname or topic is None:
        return False
    if name.first_part:
        beside = reading.word(candidate.end)
    else:
        beside = "" if candidate.prefix else reading.word(candidate.first - 1)
    given = beside in lexicon.names.given_names and beside not in lexicon.speech.stops
    return given and beside not in name.own


def _is_meant(
    reading: Reading,
    candidate: Candidate,
    beside: Neighbours,
    lexicon: Lexicon,
    sure: set[TopicId],
) -> bool:
    topic, words = candidate.name.topic, candidate.name.words
    if topic is None or len(words) > 1:
        return topic is not None
    if topic.context and not _near(reading, candidate, topic.context):
        return False
    if topic.type in PLACES and _is_adjective(reading, candidate, beside, lexicon.names):
        return False
    if _is_common_here(reading, candidate, lexicon.names) or _other_hamza(reading, candidate):
        return False
    common = words[0] in _common_words(lexicon) or candidate.name.bare
    if topic.context or not common:
        return True
    return _introduced(reading, candidate, lexicon, sure) or (
        topic.type in PLACES and _among_places(reading, candidate, beside)
    )


def _is_common_here(reading: Reading, candidate: Candidate, words: NameWords) -> bool:
    """Whether the words beside a name that is a common word too say so: «صلاة المغرب»."""
    name = candidate.name.words[0]
    before, after = reading.word(candidate.first - 1), reading.word(candidate.end)
    if name in words.homographs_before and after[:1].isdigit():
        return True  # «قطر 3 أمتار»
    return (
        before.removeprefix("و") in words.homographs_after.get(name, frozenset())
        or before in words.homographs_after.get(name, frozenset())
        or after in words.homographs_before.get(name, frozenset())
    )


def _other_hamza(reading: Reading, candidate: Candidate) -> bool:
    """Whether a hamza inside the word makes it another one: «فأس» is not «فاس»."""
    topic = candidate.name.topic
    span = reading.span(candidate.first, candidate.end, candidate.prefix)
    surface = reading.text[span.start : span.end].removeprefix("ال")
    if topic is None or topic.type not in PLACES or "أ" not in surface[1:]:
        return False
    return not any("أ" in text.removeprefix("ال")[1:] for text in _written(topic))


def _near(reading: Reading, candidate: Candidate, context: tuple[str, ...]) -> bool:
    """Whether a context word stands within ten words, with or without article and proclitics."""
    low, high = max(0, candidate.first - 10), candidate.end + 10
    around = [
        w
        for i, w in enumerate(reading.words[low:high], low)
        if not candidate.first <= i < candidate.end
    ]
    wanted = {part for text in context for part in fold(text).split()[:1]}
    return any(word == w or (len(w) > 2 and word.endswith(w)) for word in around for w in wanted)


def _is_adjective(
    reading: Reading, candidate: Candidate, beside: Neighbours, words: NameWords
) -> bool:
    """Whether «روسيا» is the accusative «روسيًّا» of an adjective: «صاروخا روسيا»."""
    span = reading.span(candidate.first, candidate.end, candidate.prefix)
    surface = reading.text[span.start : span.end]
    if not reading.words[candidate.end - 1].endswith("يا"):
        return False
    if TANWIN & set(surface) or "\u0651" in surface[-3:]:
        return True
    if candidate.prefix and not reading.words[candidate.first].startswith("و"):
        return False
    if candidate.first in beside.ending:
        return False
    return _accusative(reading, candidate.first - 1, words)


def _accusative(reading: Reading, index: int, words: NameWords) -> bool:
    before = reading.word(index)
    if (
        len(before) < 4
        or not before.endswith("ا")
        or before.endswith(("وا", "ها", "نا", "ما", "يا"))
    ):
        return _marked_accusative(reading, index) if before else False
    if before in words.not_accusative or before.removeprefix("و") in words.not_accusative:
        return False
    return not before.startswith("ال")


def _marked_accusative(reading: Reading, index: int) -> bool:
    """Whether the word before carries a written tanwin and is no adverb."""
    span = reading.span(index, index + 1)
    surface = reading.text[span.start : span.end]
    return bool(TANWIN & set(surface)) and "\u0651" in surface


def _introduced(
    reading: Reading, candidate: Candidate, lexicon: Lexicon, sure: set[TopicId]
) -> bool:
    """Whether quotation marks, a generic word before it, or earlier certainty show a name."""
    topic = candidate.name.topic
    if topic is None:
        return False
    before, after = reading.word(candidate.first - 1), reading.word(candidate.end)
    if before in OPENING and after in OPENING | {"»"} and topic.type not in PLACES:
        return True
    if before == "(" and after == ")":
        return True
    if candidate.prefix and reading.words[candidate.first][0] in "وف":
        return False
    place = candidate.first - 1 - (before in OPENING)
    general = lexicon.names.introducers.get(topic.type, frozenset())
    if _bare(reading.word(place), lexicon.names) in general:
        return True
    reporting = lexicon.speech.speech | lexicon.speech.claim
    if topic.type == "person" and before.removeprefix("و") in reporting:
        return True
    return topic.id in sure and (after in _PUNCTUATION or not after) and before not in _PUNCTUATION


def _bare(word: str, names: NameWords) -> str:
    for prefix in sorted(prefixes(names), key=len, reverse=True):
        if word.startswith(prefix + names.article):
            return word[len(prefix) + 2 :]
    return word.removeprefix(names.article)


def _among_places(reading: Reading, candidate: Candidate, beside: Neighbours) -> bool:
    """Whether it is joined to another place: «صيدا وصور», «صور والنبطية»."""
    for gap in (0, 1):
        before = beside.ending.get(candidate.first - gap)
        after = beside.starting.get(candidate.end + gap)
        if before and _joined(reading, before, candidate):
            return True
        if after and _joined(reading, candidate, after):
            return True
    return False


def _joined(reading: Reading, first: Candidate, second: Candidate) -> bool:
    """Whether two places are joined by «و» or a comma."""
    if any(c.name.topic is None or c.name.topic.type not in PLACES for c in (first, second)):
        return False
    between = reading.words[first.end : second.first]
    conjunction = second.prefix > 0 and reading.words[second.first].startswith("و")
    return between in (("،",), (",",)) or (not between and conjunction)


@lru_cache(maxsize=8)
def _common_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that a one-word name must be told apart from: common words and reporting verbs."""
    return lexicon.names.common_words | lexicon.speech.speech | lexicon.speech.claim
