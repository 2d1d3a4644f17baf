"""Which names may begin at a word, with proclitics before it or in another transcription."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.analyse.mentions.similar import Similar
from generator.analyse.mentions.spellings import Name

# So many words are kept; a corpus has fewer that are met again.
_MOST_KEPT = 50_000

Rest = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """The names that may begin at a word; each after the number of letters that stand before it."""

    alone: tuple[tuple[int, Name], ...]
    longer: Mapping[str, tuple[tuple[int, Rest, Name], ...]]
    """Second word -> names of several words, and their words after the first."""
    similar: tuple[tuple[int, int, Name], ...]
    """Names of which the word is another transcription: letters before it, words before it, name."""


class Starts(dict[str, Start | None]):
    """What begins at a word, read when it is first met and kept; nothing at most words."""

    def __init__(
        self,
        written: Iterable[tuple[str, Name]],
        similar: Similar,
        varied: Mapping[str, tuple[tuple[int, Name], ...]],
        article: str,
    ) -> None:
        """`written` are the names with their spellings, `varied` those that foreign words begin."""
        super().__init__()
        self._firsts: dict[str, list[tuple[Rest, Name]]] = {}
        for spelling, name in written:
            first, *rest = spelling.split()
            self._firsts.setdefault(first, []).append((tuple(rest), name))
        self._similar, self._varied, self._article = similar, varied, article

    def __missing__(self, word: str) -> Start | None:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[word] = start = self._start(word)
        return start

    def _start(self, word: str) -> Start | None:
        alone: list[tuple[int, Name]] = []
        longer: dict[str, list[tuple[int, Rest, Name]]] = {}
        for cut, rest, name in self._written(word):
            if rest:
                longer.setdefault(rest[0], []).append((cut, rest, name))
            else:
                alone.append((cut, name))
        similar = tuple(
            (cut, before, name)
            for cut, written_so in self._similar.starts(word)
            for before, name in self._varied[written_so]
        )
        if not (alone or longer or similar):
            return None
        return Start(tuple(alone), {key: tuple(rows) for key, rows in longer.items()}, similar)

    def _written(self, word: str) -> Iterator[tuple[int, Rest, Name]]:
        """The names that the word begins: letters before it, the words after it, name."""
        clitics, article = self._similar.clitics, self._article
        for cut in range(len(word)):
            first = word[cut:]
            if first not in self._firsts or (cut and word[:cut] not in clitics):
                continue
            after_lam = word[:cut].endswith("ل")
            for rest, name in self._firsts[first]:
                whole = after_lam and first.startswith(article) and not name.elided
                if (after_lam or not name.elided) and not whole:  # «للكرملين», never «لالكرملين»
                    yield cut, rest, name
