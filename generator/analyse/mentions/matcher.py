"""All names in a line of words: one Aho-Corasick automaton over every written form of every name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from generator.analyse.mentions.similar import Similar
from generator.analyse.mentions.spellings import Name

# So many words are kept; a corpus has fewer that are met again.
_MOST_KEPT = 50_000

Place = tuple[int, int, Name]
"""Two counts and a name: where the name begins, and the letters or words before it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in words first..end-1 of a line, after `cut` letters of its first word."""

    first: int
    end: int
    cut: int
    name: Name


class Matcher:
    """The automaton of a gazetteer; a name ends where a word ends and stands after proclitics only."""

    def __init__(
        self, written: Mapping[str, Iterable[Name]], clitics: frozenset[str], article: str
    ) -> None:
        """`written` are the names by their spellings, the words of a spelling parted by spaces."""
        spellings = sorted(written)
        self._names = [tuple(written[spelling]) for spelling in spellings]
        # With the space after it, a form is met at ends of words only.
        self._automaton = AhoCorasick([spelling + " " for spelling in spellings])
        self._clitics, self._article = clitics, article

    def matches(self, words: Sequence[str]) -> Iterator[Found]:
        """Every name in the words, in the order of their ends; they may overlap."""
        line = " ".join(words) + " "
        met = self._automaton.find_matches_as_indexes(line, overlapping=True)
        for spelling, start, end in met:
            before = line[line.rfind(" ", 0, start) + 1 : start]
            if before and before not in self._clitics:
                continue
            first = line.count(" ", 0, start)
            after = first + line.count(" ", start, end)
            for name in self._names[spelling]:
                if self._may_stand(name, before, line.startswith(self._article, start)):
                    yield Found(first, after, len(before), name)

    def _may_stand(self, name: Name, before: str, definite: bool) -> bool:
        """Whether lam takes the article's alef: «للكرملين», never «لالكرملين»."""
        if before.endswith("ل"):
            return name.elided or not definite
        return not name.elided


class Transcriptions(dict[str, tuple[Place, ...]]):
    """Of a word the names that it may be part of in another transcription; kept once looked up.

    Each with the letters before the name in this word, and the name's words before this one.
    """

    def __init__(self, similar: Similar, varied: Mapping[str, tuple[tuple[int, Name], ...]]):
        """`varied` are the foreign words of names, with the words before them and the names."""
        super().__init__()
        self._similar, self._varied = similar, varied

    def __missing__(self, word: str) -> tuple[Place, ...]:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[word] = places = tuple(
            (cut, before, name)
            for cut, written_so in self._similar.starts(word)
            for before, name in self._varied[written_so]
        )
        return places
