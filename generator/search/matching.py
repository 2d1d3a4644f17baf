"""From a word of the query to terms of the index, each with how sure the way to it is."""

from dataclasses import dataclass
from itertools import pairwise

from generator.search.analyser import Analyser, Segmentation
from generator.search.reader import Shards
from generator.search.slips import slips, slips_of_forms
from generator.search.tokens import Token, is_arabic

# How much a match counts by the way that led to it. Set on the development queries and our own;
# `make eval-search` shows what a change does.
WEIGHT = {
    "exact": 1.0,
    "joined": 0.9,
    "clitic": 0.8,
    "prefix": 0.8,
    "sound": 0.7,
    "script": 0.65,
    "typo": 0.6,
    "reading": 0.5,
    "skeleton": 0.45,
    "typos": 0.4,
    "longer": 0.3,
    "root": 0.3,
}
# With a match of this weight or more, a word is one of the corpus and no slip is looked for.
_SURE = 0.8
_MOST_EXPANSIONS = 40
_MOST_FORMS = 10
# Words of four letters have too many neighbours; only two letters that changed places count.
_SHORTEST_SWAP = 4
_SHORTEST_TYPO = 5
_TWO_TYPOS = 8
# Three consonants of an Arabic word say too little: «موسيقى» has those of Musk.
_SHORTEST_SCRIPT = 4
# Up to so many shards of terms, all are looked through for slips; else those of the first letters.
_FEW_SHARDS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A term that a word of the query leads to, how, and how many entries hold it."""

    term: int
    how: str
    count: int

    @property
    def weight(self) -> float:
        """How much the match counts."""
        return WEIGHT[self.how]


class Matcher:
    """Finds the terms for the words of a query."""

    def __init__(self, shards: Shards, analyser: Analyser) -> None:
        self._shards = shards
        self._analyser = analyser

    def matches(self, token: Token, open_end: bool) -> list[Match]:
        """The terms that a word leads to; with `open_end` the reader may still be typing it."""
        ways: dict[int, str] = {}
        choices = self._analyser.segmentations(token.raw)
        known = ((c, self._shards.find(c.stem)) for c in choices)
        main, number = next(((c, n) for c, n in known if n is not None), (None, None))
        if number is not None:
            _add(ways, [number], "exact")
        if not token.plain[0].isdigit():
            self._add_inexact(ways, choices, main, open_end)
        return [self._match(term, how) for term, how in ways.items()]

    def _match(self, term: int, how: str) -> Match:
        return Match(term, how, len(self._shards.posting(term)[1]))

    def _add_inexact(
        self,
        ways: dict[int, str],
        choices: list[Segmentation],
        main: Segmentation | None,
        open_end: bool,
    ) -> None:
        likely = main or choices[0]
        for choice in choices if main and main.kind == "whole" else ():
            # «بعلماء» after «بعلم» was found: the corpus may know the reading without ب as well.
            number = self._shards.find(choice.stem) if choice.kind == "proclitic" else None
            _add(ways, [] if number is None else [number], "reading")
        _add(ways, self._shards.key(f"c:{likely.stem}"), "clitic")
        if len(likely.rest) < 3:
            return
        if open_end:
            _add(ways, self._longer(choices), "longer" if main else "prefix")
        if key := self._analyser.skeleton(likely.stem):
            _add(ways, self._shards.key(f"s:{key}"), "skeleton")
        if key := self._analyser.root_skeleton(likely.stem):
            _add(ways, self._shards.key(f"r:{key}"), "root")
        if not any(WEIGHT[how] >= _SURE for how in ways.values()):
            self._add_unlike(ways, choices)

    def _longer(self, choices: list[Segmentation]) -> list[int]:
        """Terms that go on where the reader may still be typing, the most frequent ones."""
        for choice in _unprefixed(choices[:2]):
            longer = [row for row in self._shards.beginning(choice.rest) if row[0] != choice.rest]
            longer.sort(key=lambda row: (-row[2], row[1]))
            forms = self._shards.keys_beginning(f"f:{choice.rest}")[:_MOST_FORMS]
            if longer or forms:
                return [*(number for _, number, _ in longer[:_MOST_EXPANSIONS]), *forms]
        return []

    def _add_unlike(self, ways: dict[int, str], choices: list[Segmentation]) -> None:
        """For a word that the corpus does not have: the same sound, the other script, a slip."""
        for choice in _unprefixed(choices)[:2]:
            arabic = is_arabic(choice.rest)
            if arabic and (key := self._analyser.phonetic(choice.rest)):
                _add(ways, self._shards.key(f"p:{key}"), "sound")
            key = self._analyser.consonants(choice.rest)
            if len(key) >= (_SHORTEST_SCRIPT if arabic else 1):
                _add(ways, self._shards.key(f"{'y' if arabic else 'x'}:{key}"), "script")
            for number, distance in self._slips(choice, choice is choices[0]):
                _add(ways, [number], "typo" if distance <= 1 else "typos")

    def _slips(self, choice: Segmentation, first: bool) -> list[tuple[int, int]]:
        """Terms one slip of the keyboard away, or two in long words: number and slips."""
        rest, stem = choice.rest, choice.stem
        if len(stem) < _SHORTEST_SWAP:
            return []
        arabic = is_arabic(rest)
        allowed = 2 if first and len(rest) >= _TWO_TYPOS else 1
        endings = ("", *(s for s, _ in self._analyser.table.suffixes)) if arabic else ("",)
        few = len(self._shards.manifest["terms"]) <= _FEW_SHARDS
        found = []
        for letter in ("",) if few else tuple(dict.fromkeys(stem[:2])):
            for term, number, count in self._shards.beginning(letter):
                if len(term) < 3 or term[0] == "#" or is_arabic(term) != arabic:
                    continue
                distance = slips(stem, term, 1)
                if distance == 1 and len(stem) < _SHORTEST_TYPO:
                    # With an ending typed right behind it, a stem of four may have one slip too.
                    sure = len(rest) > _SHORTEST_TYPO and term[0] == stem[0]
                    sure = sure or sorted(term) == sorted(stem)
                    distance = 1 if sure or self._analyser.sound_alike(stem, term) else 9
                if distance > 1:
                    # Shorter stems with any ending lie near too many words: «زيتون» and بيت + ون.
                    long = len(rest) > _SHORTEST_TYPO and len(term) >= _SHORTEST_TYPO
                    distance = slips_of_forms(rest, term, endings, allowed) if long else 9
                if distance <= allowed and (distance == 1 or term[0] == stem[0]):
                    found.append((distance, -count, number))
        found.sort()
        nearest = [(number, distance) for distance, _, number in found if distance == found[0][0]]
        return nearest[:_MOST_EXPANSIONS]

    def joined(self, tokens: list[Token], matches: dict[int, list[Match]]) -> None:
        """Add to `matches` «بيونغيانغ» for «بيونغ يانغ»: two words that together make one."""
        for left, right in pairwise(sorted(matches)):
            if right != left + 1 or all(_is_exact(matches[i]) for i in (left, right)):
                continue
            if any(tokens[i].plain[0].isdigit() for i in (left, right)):
                continue
            for number in self._joined(tokens[left].raw + tokens[right].raw):
                match = self._match(number, "joined")
                matches[left].append(match)
                matches[right].append(match)

    def _joined(self, raw: str) -> list[int]:
        choice = self._analyser.segmentations(raw)[0]
        number = self._shards.find(choice.stem)
        if number is not None:
            return [number]
        sound = self._analyser.phonetic(choice.rest) if is_arabic(choice.rest) else ""
        return self._shards.key(f"p:{sound}") if sound else []


def _add(ways: dict[int, str], numbers: list[int], how: str) -> None:
    """Note how terms were reached, where no better way is known."""
    for number in numbers:
        if number not in ways or WEIGHT[ways[number]] < WEIGHT[how]:
            ways[number] = how


def _unprefixed(choices: list[Segmentation]) -> list[Segmentation]:
    """The readings without proclitics, each rest once."""
    found = {c.rest: c for c in reversed(choices) if c.kind in {"definite", "whole"}}
    return [c for c in choices if found.get(c.rest) is c and len(c.rest) >= 3]


def _is_exact(matches: list[Match]) -> bool:
    return any(match.how == "exact" for match in matches)
