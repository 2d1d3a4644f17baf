"""The query engine in Python: the twin of `search-engine.js`, for tests and for the command line.

Both read the same index files and must give the same entries with the same scores; the shared
vectors and the query sets hold them together.

A query is read as units: runs of words that name a topic, and the single words between them. An
entry's score is the sum over units of how often and where it has them (BM25 with weights for the
places), times how much of the query it covers, times how near its matches stand to each other.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from generator.search.analyser import Analyser
from generator.search.matching import Match, Matcher
from generator.search.names import bare, first_words, stems_key
from generator.search.reader import Load, Shards
from generator.search.tokens import Token, is_arabic

_LONGEST_QUERY = 400
_MOST_TOKENS = 24
_LONGEST_NAME = 6
_K1, _B = 1.2, 0.4
# Title in Arabic, title in English, lead, keywords; every other place is a sentence.
_PLACE_WEIGHTS = (3.0, 3.0, 1.6, 0.5)
_SENTENCE = 1.0
_TOPIC_WEIGHT = {"topic": 1.0, "topic stems": 0.8, "topic sound": 0.7, "topic script": 0.65}
_KIND_WEIGHT = {"t": 0.6, "c": 0.9, "a": 1.0}
# Below this share of the query's weight an entry is no answer: by number of units of the query.
_CUT = (0.0, 0.25, 0.5, 0.42, 0.34, 0.3)
_COVERAGE = 0.7
_PROXIMITY = 0.5


@dataclass(slots=True)
class Unit:
    """One word of the query, or the words that name topics, and how they were known for it."""

    tokens: list[int]
    topics: list[int] = field(default_factory=list)
    how: str = ""
    weight: float = 0.0


@dataclass(slots=True)
class Part:
    """What a unit, or a word, gives to one entry: score, share of the unit, places, and the ways."""

    score: float = 0.0
    share: float = 0.0
    places: dict[int, float] = field(default_factory=dict)
    how: str = ""


@dataclass(slots=True)
class Hit:
    """An entry with its score, the share of the query that it answers, and why: (words, how, score)."""

    entry: int
    score: float = 0.0
    coverage: float = 0.0
    places: dict[int, float] = field(default_factory=dict)
    parts: list[tuple[str, str, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """The words that a query was read as, the topics that it names, the entries, best first."""

    words: list[str]
    named: list[int]
    hits: list[Hit]


class Engine:
    """Answers queries from index files."""

    def __init__(self, load: Load, analyser: Analyser) -> None:
        self.shards = Shards(load)
        self._analyser = analyser
        self._matcher = Matcher(self.shards, analyser)
        self._count: int = self.shards.manifest["count"]
        self._average: float = self.shards.manifest["average"]

    def search(self, query: str) -> Answer:
        """The entries that answer a query."""
        text = query[:_LONGEST_QUERY]
        tokens = self._analyser.tokens(text)[:_MOST_TOKENS]
        open_end = bool(tokens) and tokens[-1].end == len(text)
        content = [i for i, token in enumerate(tokens) if not self._analyser.is_stop(token)]
        content = content or list(range(len(tokens)))
        matches = {
            i: self._matcher.matches(tokens[i], open_end and i == len(tokens) - 1) for i in content
        }
        self._matcher.joined(tokens, matches)
        weights = {i: self._weight(matches[i]) for i in content}
        units = self._units(tokens, content)
        for unit in units:
            unit.weight = sum(weights.get(i, 0.0) for i in unit.tokens)
            if unit.topics and not any(matches.get(i) for i in unit.tokens):
                unit.weight = max(self._idf(len(self._mentions(topic))) for topic in unit.topics)
        named = list(dict.fromkeys(topic for unit in units for topic in unit.topics))
        hits = self._hits(tokens, units, matches, weights)
        return Answer([tokens[i].plain for i in content], named, hits)

    def _idf(self, count: int) -> float:
        return math.log(1 + (self._count - count + 0.5) / (count + 0.5))

    def _weight(self, matches: list[Match]) -> float:
        """How much a word of the query says: its rarity, the highest where nothing matches."""
        if not matches:
            return self._idf(0)
        best = max(match.weight for match in matches)
        return self._idf(max(match.count for match in matches if match.weight == best))

    # ------------------------------------------------------------ units

    def _units(self, tokens: list[Token], content: list[int]) -> list[Unit]:
        """The query as topics, the longest name first in each place, and the words between."""
        units: list[Unit] = []
        start = 0
        while start < len(tokens):
            ends = range(min(len(tokens), start + _LONGEST_NAME), start, -1)
            unit = next((u for end in ends if (u := self._topic_unit(tokens, start, end))), None)
            if unit:
                units.append(unit)
            elif start in content:
                units.append(Unit([start]))
            start = units[-1].tokens[-1] + 1 if unit else start + 1
        return units

    def _topic_unit(self, tokens: list[Token], start: int, end: int) -> Unit | None:
        """The topics that a run of words names: as written, by stems, by sound, by consonants."""
        if end == start + 1 and self._analyser.is_stop(tokens[start]):
            return None
        firsts = first_words(self._analyser, tokens[start])
        later = [bare(self._analyser, token.raw) for token in tokens[start + 1 : end]]
        written = self._written_keys(firsts, later)
        for key, how in chain(written, self._heard_keys(tokens[start:end], firsts, later)):
            if topics := self.shards.key(key):
                return Unit(list(range(start, end)), topics, how)
        return None

    def _written_keys(self, firsts: list[str], later: list[str]) -> Iterator[tuple[str, str]]:
        for first in firsts:
            yield f"n:{first}{''.join(later)}", "topic"
        for first in firsts:
            # One word alone is its country's adjective only with such an ending: «التركية».
            nisba = is_arabic(first) and first.endswith(self._analyser.table.nisba)
            if later or nisba:
                yield f"t:{stems_key(self._analyser, [first, *later])}", "topic stems"

    def _heard_keys(
        self, tokens: list[Token], firsts: list[str], later: list[str]
    ) -> Iterator[tuple[str, str]]:
        """Keys for spellings that nobody listed; only for words that the corpus does not have."""
        for token in tokens:
            choices = self._analyser.segmentations(token.raw)[:2]
            if any(self.shards.find(choice.stem) is not None for choice in choices):
                return
        for first in firsts:
            together = f"{first}{''.join(later)}"
            if is_arabic(together) and (key := self._analyser.phonetic(together)):
                yield f"P:{key}", "topic sound"
            if len(key := self._analyser.consonants(together)) >= 4:
                yield f"X:{key}", "topic script"

    def _mentions(self, topic: int) -> list[tuple[int, list[int]]]:
        """The entries that name a topic, with the places."""
        number = self.shards.find(f"#{topic}")
        return self.shards.posting(number)[1] if number is not None else []

    # ------------------------------------------------------------ scores

    def _hits(
        self,
        tokens: list[Token],
        units: list[Unit],
        matches: dict[int, list[Match]],
        weights: dict[int, float],
    ) -> list[Hit]:
        total = sum(unit.weight for unit in units)
        hits: dict[int, Hit] = {}
        for unit in units if total else ():
            words = " ".join(tokens[i].plain for i in unit.tokens)
            for entry, part in self._unit_parts(unit, matches, weights).items():
                hit = hits.setdefault(entry, Hit(entry))
                hit.score += part.score
                hit.coverage += part.share * unit.weight / total
                for place, strength in part.places.items():
                    hit.places[place] = hit.places.get(place, 0.0) + strength * unit.weight / total
                hit.parts.append((words, part.how, round(part.score, 4)))
        cut = _CUT[min(len(units), len(_CUT) - 1)]
        kept = [hit for hit in hits.values() if hit.coverage >= cut]
        for hit in kept:
            near = max(hit.places.values()) if len(units) > 1 else 0.0
            hit.score *= (1 - _COVERAGE + _COVERAGE * hit.coverage) * (1 + _PROXIMITY * near)
            hit.score *= _KIND_WEIGHT[self.shards.kinds[hit.entry]]
        return sorted(kept, key=lambda hit: (-round(hit.score, 9), hit.entry))

    def _unit_parts(
        self, unit: Unit, matches: dict[int, list[Match]], weights: dict[int, float]
    ) -> dict[int, Part]:
        """What a unit gives to each entry: its words together, or its topic where that is more."""
        parts: dict[int, Part] = {}
        whole = sum(weights.get(i, 0.0) for i in unit.tokens) or 1.0
        for i in unit.tokens:
            weight = weights.get(i, 0.0)
            for entry, found in self._word_parts(matches.get(i, []), weight).items():
                part = parts.setdefault(entry, Part())
                part.score += found.score
                part.share += found.share * weight / whole
                for place, strength in found.places.items():
                    part.places[place] = part.places.get(place, 0.0) + strength * weight / whole
                part.how = f"{part.how} {found.how}".strip()
        for topic in unit.topics:
            strength = _TOPIC_WEIGHT[unit.how]
            for entry, places in self._mentions(topic):
                part = parts.setdefault(entry, Part())
                part.score = max(
                    part.score, strength * unit.weight * self._frequency(places, entry)
                )
                part.share = max(part.share, strength)
                for place in places:
                    part.places[place] = max(part.places.get(place, 0.0), strength)
                part.how = f"{part.how} {unit.how}".strip()
        return parts

    def _word_parts(self, matches: list[Match], weight: float) -> dict[int, Part]:
        """What a word gives to each entry: its best match there."""
        parts: dict[int, Part] = {}
        for match in sorted(matches, key=lambda match: (-match.weight, match.term)):
            for entry, places in self.shards.posting(match.term)[1]:
                score = match.weight * weight * self._frequency(places, entry)
                part = parts.setdefault(entry, Part())
                if score > part.score:
                    part.how = match.how
                part.score = max(part.score, score)
                part.share = max(part.share, match.weight)
                for place in places:
                    part.places[place] = max(part.places.get(place, 0.0), match.weight)
        return parts

    def _frequency(self, places: list[int], entry: int) -> float:
        """How often and where a term stands, saturating, against the entry's length."""
        known = len(_PLACE_WEIGHTS)
        frequency = sum(_PLACE_WEIGHTS[p] if p < known else _SENTENCE for p in places)
        length = self.shards.lengths[entry] / self._average
        return frequency * (_K1 + 1) / (frequency + _K1 * (1 - _B + _B * length))
