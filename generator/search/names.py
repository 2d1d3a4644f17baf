"""The keys by which a query calls a topic: as written, by stems, by sound, by consonants."""

from collections.abc import Iterable, Iterator

from generator.search.analyser import Analyser
from generator.search.entries import LEAD_TEXT, TITLE_TEXT, Side, Spot
from generator.search.tokens import Token, is_arabic

# The first letter of a key says what it is: n as written, t stems, P sound, X consonants.


def bare(analyser: Analyser, raw: str) -> str:
    """The plain form of a word without an article."""
    if raw.startswith("ال") and len(raw) >= 4:
        return analyser.plain(raw[2:])
    return analyser.plain(raw)


def joined(analyser: Analyser, tokens: Iterable[Token]) -> str:
    """The words of a name run together, so that spaces and hyphens make no difference."""
    return "".join(bare(analyser, token.raw) for token in tokens)


def name_keys(analyser: Analyser, name: str) -> tuple[str, ...]:
    """All keys of a name of a topic."""
    tokens = analyser.tokens(name)
    if not tokens:
        return ()
    together = joined(analyser, tokens)
    keys = [f"n:{together}", f"t:{stems_key(analyser, [bare(analyser, t.raw) for t in tokens])}"]
    if is_arabic(together) and (sound := analyser.phonetic(together)):
        keys.append(f"P:{sound}")
    if consonants := analyser.consonants(together):
        keys.append(f"X:{consonants}")
    return tuple(keys)


def stems_key(analyser: Analyser, words: Iterable[str]) -> str:
    """The stems of words without articles, with a stroke between them."""
    return "_".join(
        analyser.segmentations(w)[0].stem if not is_arabic(w) else analyser.stem(w) for w in words
    )


class NameFinder:
    """Finds names of topics in texts that no analysis has read: stubs, cards, leads."""

    def __init__(
        self, analyser: Analyser, names: Iterable[tuple[str, str, tuple[str, ...]]]
    ) -> None:
        self._analyser = analyser
        self._topics: dict[str, str] = {}
        self._refused: dict[str, tuple[str, ...]] = {}
        self._longest = 1
        self._firsts: dict[str, list[str]] = {}
        for name, topic, refused in names:
            tokens = analyser.tokens(name)
            self._topics.setdefault(joined(analyser, tokens), topic)
            self._longest = max(self._longest, len(tokens))
            self._refused[topic] = refused

    def find(self, text: str) -> set[str]:
        """The topics that a text names; a proclitic may stand before a name."""
        tokens = self._analyser.tokens(text)
        found = set()
        start = 0
        while start < len(tokens):
            topic, end = self._at(tokens, start)
            if topic and not any(phrase in text for phrase in self._refused[topic]):
                found.add(topic)
            start = max(end, start + 1)
        return found

    def _at(self, tokens: list[Token], start: int) -> tuple[str, int]:
        """The topic whose name begins here, the longest first, and where it ends."""
        for end in range(min(len(tokens), start + self._longest), start, -1):
            later = joined(self._analyser, tokens[start + 1 : end])
            for first in self._first_words(tokens[start]):
                if topic := self._topics.get(first + later):
                    return topic, end
        return "", start

    def _first_words(self, token: Token) -> list[str]:
        firsts = self._firsts.get(token.raw)
        if firsts is None:
            firsts = self._firsts[token.raw] = first_words(self._analyser, token)
        return firsts

    def find_in(
        self, tag: str, side: Side | None, *, lead_only: bool = False
    ) -> Iterator[tuple[str, Spot]]:
        """Every topic of a side with its spot, in order."""
        if side is None:
            return
        for topic in sorted(self.find(side.lead)):
            yield topic, (tag, LEAD_TEXT)
        if lead_only:
            return
        for topic in sorted(self.find(side.title)):
            yield topic, (tag, TITLE_TEXT)
        for number, text in enumerate(side.texts):
            for topic in sorted(self.find(text.text)):
                yield topic, (tag, number)


def first_words(analyser: Analyser, token: Token) -> list[str]:
    """What the first word of a name may be, without an article and without proclitics."""
    words = [bare(analyser, token.raw)]
    words += [
        bare(analyser, c.rest) for c in analyser.segmentations(token.raw) if c.kind != "short"
    ]
    return list(dict.fromkeys(words))
