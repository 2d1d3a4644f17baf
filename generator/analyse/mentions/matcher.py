"""All names in a line of words: one Aho-Corasick automaton over every written form of every name."""

from collections.abc import Iterable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from generator.analyse.mentions.similar import Similar
from generator.analyse.mentions.spellings import Name

# So many words are kept; a corpus has fewer that are met again.
_MOST_KEPT = 50_000

Match = tuple[int, int, int, Name]
"""A name in words first..end-1 of a line, after so many letters of its first word."""
Part = tuple[int, int, Name]
"""A word of a name: the letters before the name in it, the words before it, the name."""


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

    def matches(self, words: Sequence[str]) -> list[Match]:
        """Every name in the words, in the order of their ends; they may overlap."""
        line = " ".join(words) + " "
        found: list[Match] = []
        for spelling, start, end in self._automaton.find_matches_as_indexes(line, overlapping=True):
            cut = start - line.rfind(" ", 0, start) - 1
            before = line[start - cut : start]
            if cut and before not in self._clitics:
                continue
            first = line.count(" ", 0, start)
            after = first + line.count(" ", start, end)
            found += [
                (first, after, cut, name)
                for name in self._names[spelling]
                if not (cut or name.elided) or self._may_stand(name, before, line, start)
            ]
        return found

    def _may_stand(self, name: Name, before: str, line: str, start: int) -> bool:
        """Whether lam takes the article's alef: «للكرملين», never «لالكرملين»."""
        if before.endswith("ل"):
            return name.elided or not line.startswith(self._article, start)
        return not name.elided


class Transcriptions(dict[str, tuple[Part, ...]]):
    """Of a word the names that it may be part of in another transcription; kept once looked up.

    Each with the letters before the name in this word, and the name's words before this one.
    """

    def __init__(self, similar: Similar, varied: Mapping[str, tuple[tuple[int, Name], ...]]):
        """`varied` are the foreign words of names, with the words before them and the names."""
        super().__init__()
        self._similar, self._varied = similar, varied

    def __missing__(self, word: str) -> tuple[Part, ...]:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[word] = parts = tuple(
            (cut, before, name)
            for cut, written_so in self._similar.starts(word)
            for before, name in self._varied[written_so]
        )
        return parts
