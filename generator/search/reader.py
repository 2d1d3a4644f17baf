"""The index files, read when they are needed: the Python twin of the browser's reader."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

Load = Callable[[str], Any]
"""Gives the parsed content of an index file by its name."""


class Shards:
    """Looks up terms, keys, postings and texts; asks for each file once."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self.manifest: dict[str, Any] = load("index.json")
        entries = load(f"entries-{self.manifest['entries']}.json")
        self.kinds: str = entries["kinds"]
        self.sides: str = entries["sides"]
        self.years: list[int] = entries["years"]
        self.lengths: list[int] = entries["lengths"]
        self._terms: dict[int, tuple[list[str], list[int]]] = {}
        self._decoded: dict[int, tuple[str, list[tuple[int, list[int]]]]] = {}

    def find(self, term: str) -> int | None:
        """The number of a term, or None."""
        shard = self._shard_of("terms", term)
        if shard < 0:
            return None
        terms, _ = self._term_shard(shard)
        at = bisect_right(terms, term) - 1
        if at < 0 or terms[at] != term:
            return None
        first: int = self.manifest["terms"][shard][1]
        return first + at

    def beginning(self, prefix: str) -> Iterator[tuple[str, int, int]]:
        """Terms that begin so, in order: the term, its number, how many entries hold it."""
        rows = self.manifest["terms"]
        for shard in range(max(0, self._shard_of("terms", prefix)), len(rows)):
            if rows[shard][0] > prefix and not rows[shard][0].startswith(prefix):
                return
            terms, counts = self._term_shard(shard)
            for at, term in enumerate(terms):
                if term.startswith(prefix):
                    yield term, rows[shard][1] + at, counts[at]

    def posting(self, number: int) -> tuple[str, list[tuple[int, list[int]]]]:
        """A term by its number, with its entries and the places in each."""
        if number not in self._decoded:
            rows = self.manifest["posts"]
            shard = bisect_right([row[0] for row in rows], number) - 1
            term, *coded = self._load(f"posts-{rows[shard][1]}.json")[number - rows[shard][0]]
            self._decoded[number] = (term, list(_decoded(coded)))
        return self._decoded[number]

    def key(self, key: str) -> list[int]:
        """The numbers that a key leads to."""
        shard = self._shard_of("keys", key)
        if shard < 0:
            return []
        numbers: list[int] = self._load(f"keys-{self.manifest['keys'][shard][1]}.json").get(key, [])
        return numbers

    def keys_beginning(self, prefix: str) -> list[int]:
        """The numbers that keys beginning so lead to, in the order of the keys."""
        rows = self.manifest["keys"]
        found: list[int] = []
        for shard in range(max(0, self._shard_of("keys", prefix)), len(rows)):
            if rows[shard][0] > prefix and not rows[shard][0].startswith(prefix):
                break
            keys = self._load(f"keys-{rows[shard][1]}.json")
            found += [n for key in keys if key.startswith(prefix) for n in keys[key]]
        return found

    def text(self, entry: int) -> dict[str, Any]:
        """What is shown of an entry."""
        shard, at = divmod(entry, self.manifest["per_text"])
        digest = self.manifest["texts"][shard * 8 : shard * 8 + 8]
        shown: dict[str, Any] = self._load(f"texts-{digest}.json")[at]
        return shown

    def _shard_of(self, what: str, value: str) -> int:
        return bisect_right([row[0] for row in self.manifest[what]], value) - 1

    def _term_shard(self, shard: int) -> tuple[list[str], list[int]]:
        if shard not in self._terms:
            data = self._load(f"terms-{self.manifest['terms'][shard][2]}.json")
            terms: list[str] = []
            last = ""
            for shared, rest in zip(data["t"][::2], data["t"][1::2], strict=True):
                last = last[:shared] + rest
                terms.append(last)
            self._terms[shard] = (terms, data["n"])
        return self._terms[shard]


def _decoded(coded: list[int]) -> Iterator[tuple[int, list[int]]]:
    """The entries of coded postings, each with its places."""
    at = entry = 0
    while at < len(coded):
        entry += coded[at]
        count = coded[at + 1]
        places = []
        place = 0
        for step in coded[at + 2 : at + 2 + count]:
            place += step
            places.append(place)
        at += 2 + count
        yield entry, places
