"""Names in the words of a block: all of them at word edges, then the longest."""

from collections.abc import Iterator, Sequence

from generator.analyse.mentions.gazetteer import Names
from generator.analyse.mentions.matcher import Transcriptions
from generator.analyse.mentions.similar import similar_words
from generator.analyse.mentions.spellings import INNER_MARKS, Name
from generator.analyse.reading import Reading
from generator.model import Topic
from generator.model.record import record

OPENING = frozenset("\"«“‘'„”")
CLOSING = OPENING | {"»"}
QUOTES = CLOSING
_MARKS = INNER_MARKS | {"."}


@record(frozen=True, slots=True, eq=False)
class Candidate:
    """A name in words first..end-1 of a reading; `prefix` letters of the first are proclitics."""

    first: int
    end: int
    prefix: int
    name: Name

    def surface(self, reading: Reading) -> str:
        """The name as it is written, without proclitics."""
        span = reading.span(self.first, self.end, self.prefix)
        return reading.text[span.start : span.end]


@record(frozen=True, slots=True)
class Neighbours:
    """The names of a block by their first word and by the word after them."""

    starting: dict[int, Candidate]
    ending: dict[int, Candidate]


def neighbours(candidates: Sequence[Candidate]) -> Neighbours:
    """The names of a block, to be looked up by place."""
    return Neighbours({c.first: c for c in candidates}, {c.end: c for c in candidates})


def find_candidates(reading: Reading, names: Names) -> list[Candidate]:
    """All names at word edges; the left edge may be a run of proclitics."""
    kept = _without_marks(reading)
    words = reading.words
    if len(kept) < len(words):
        words = tuple([words[i] for i in kept])
    found = []
    for start, stop, cut, name in names.matcher.matches(words):
        first, last = kept[start], kept[stop - 1]
        if not name.exact or _is_exact(reading, last, name):
            end = last + 1 if stop - start < 2 else _with_closing(reading, first, last + 1)
            found.append(Candidate(first, end, cut, name))
    found += _otherwise_written(words, kept, names.transcriptions, {c.first for c in found})
    return found


def _otherwise_written(
    words: Sequence[str], kept: Sequence[int], names: Transcriptions, taken: set[int]
) -> Iterator[Candidate]:
    """Foreign names in another transcription, where no name is written as the gazetteer has it."""
    alike = [(place, rows) for place, word in enumerate(words) if (rows := names[word])]
    for place, rows in alike:
        for cut, before, name in rows:
            first, end = place - before, place - before + len(name.words)
            if first < 0 or kept[first] in taken or end > len(words):
                continue
            prefix = cut if before == 0 else _prefix_of(words[first], name.words[0])
            own = (words[first][prefix:], *words[first + 1 : end])
            if similar_words(own, name.words):
                yield Candidate(kept[first], kept[end - 1] + 1, prefix, name)


def _prefix_of(word: str, name: str) -> int:
    """The letters before the name in its first word, which must be proclitics; else it is not alike."""
    return len(word) - len(name) if word.endswith(name) and len(word) - len(name) <= 2 else 0


def _without_marks(reading: Reading) -> Sequence[int]:
    """The places of the words that names are made of: no hyphens, no quotes, no dots of initials."""
    words = reading.words
    if _MARKS.isdisjoint(words):
        return range(len(words))
    return [
        i
        for i, word in enumerate(words)
        if word not in _MARKS or (word == "." and not _is_initial(reading.word(i - 1)))
    ]


def _is_exact(reading: Reading, index: int, name: Name) -> bool:
    """Whether a short Latin name is in capitals: «قناة BBC», not «us» in a Latin word or unit."""
    span = reading.span(index, index + 1)
    return reading.text[span.start : span.end].endswith(name.exact)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _with_closing(reading: Reading, first: int, end: int) -> int:
    """The end after a quotation mark that closes one inside the name."""
    if end - first < 3:
        return end
    opened = sum(1 for word in reading.words[first:end] if word in CLOSING)
    return end + (opened % 2 == 1 and reading.word(end) in CLOSING)


def longest(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """The longest of names that overlap; a blocking phrase wins over what it blocks."""
    chosen: list[Candidate] = []
    for cluster in _clusters(candidates):
        chosen += cluster if len(cluster) == 1 else _longest_of(reading, cluster)
    return [candidate for candidate in chosen if candidate.name.topic]


def _clusters(candidates: list[Candidate]) -> list[list[Candidate]]:
    """The candidates in order, those together that share words."""
    clusters: list[list[Candidate]] = []
    end = 0
    for candidate in sorted(candidates, key=lambda c: c.first):
        if clusters and candidate.first < end:
            clusters[-1].append(candidate)
        else:
            clusters.append([candidate])
        end = max(end, candidate.end)
    return clusters


def _longest_of(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """The same of candidates that share words."""
    best = min(candidates, key=_order)
    ends = best.first == candidates[0].first and all(c.end <= best.end for c in candidates)
    if ends and best.name.blocks is None and not _holds_quotes(reading, best):
        return [c for c in candidates if c is best or _same_words(best, c)]
    ordered = sorted(candidates, key=_order)
    inner = _inner_names(candidates)
    taken: dict[int, list[Candidate]] = {}
    for candidate in ordered:
        if _crosses_quotes(reading, candidate, inner):
            continue
        own = range(candidate.first, candidate.end)
        rivals = list(dict.fromkeys(c for place in own for c in taken.get(place, ())))
        if any(not _harmless(rival, candidate) for rival in rivals):
            _keep_both(taken, rivals, candidate)
            continue
        for place in own:
            taken.setdefault(place, []).append(candidate)
    chosen = dict.fromkeys(c for candidates in taken.values() for c in candidates)
    return sorted(chosen, key=lambda c: c.first)


def _order(candidate: Candidate) -> tuple[int, int, bool, int, str]:
    """The longest first, then the one with the fewest letters before it."""
    name, first = candidate.name, candidate.first
    return first - candidate.end, candidate.prefix, name.topic is None, first, _id(name)


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
    if candidate.name.quoted or not _holds_quotes(reading, candidate):
        return False
    length = candidate.end - candidate.first
    return any(
        other.name.topic is candidate.name.topic
        and other.end <= candidate.end
        and other.end - other.first < length
        for place in range(candidate.first, candidate.end)
        for other in by_place.get(place, ())
    )


def _holds_quotes(reading: Reading, candidate: Candidate) -> bool:
    return not QUOTES.isdisjoint(reading.words[candidate.first + 1 : candidate.end - 1])


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


def _keep_both(
    taken: dict[int, list[Candidate]], rivals: list[Candidate], candidate: Candidate
) -> None:
    """Of two topics with one spelling keeps both: the article decides between them."""
    if any(_same_words(rival, candidate) for rival in rivals):
        for place in range(candidate.first, candidate.end):
            taken.setdefault(place, []).append(candidate)


def written(topic: Topic) -> tuple[str, ...]:
    return (topic.ar.name, *topic.ar.aliases)
