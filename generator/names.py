"""Names of topics in texts that editors write: exact, whole words, the longest first.

For the articles themselves the analysis finds names, through clitics and spellings; here nothing is
guessed. A name that two topics bear names neither.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Span, TopicId

# A name does not stand inside a word, nor beside a hyphen: «anti-Russia» is another word.
_EDGES = r"(?<![\w-]){}(?![\w-])"


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds the names of topics; `topics` leads from each way to write a name to its topic."""

    pattern: re.Pattern[str]
    topics: dict[str, TopicId]

    def find(self, text: str) -> Iterator[tuple[Span, TopicId]]:
        """The names in the order of the text, with their topics."""
        if self.topics:
            for match in self.pattern.finditer(text):
                yield Span(match.start(), match.end()), self.topics[match[0]]


def name_finder(names: Iterable[tuple[str, TopicId]]) -> NameFinder:
    """The finder of these names.

    >>> finder = name_finder([("Food aid", TopicId("food-aid")), ("Iran", TopicId("iran"))])
    >>> [topic for _, topic in finder.find("Iran’s food aid; Iranian aid")]
    ['iran', 'food-aid']
    """
    found: dict[str, set[TopicId]] = {}
    for name, topic in names:
        for written in _ways(name):
            found.setdefault(written, set()).add(topic)
    topics = {name: one for name, (one, *others) in found.items() if name and not others}
    longest_first = sorted(topics, key=lambda name: (-len(name), name))
    pattern = _EDGES.format(f"(?:{'|'.join(re.escape(name) for name in longest_first)})")
    return NameFinder(re.compile(pattern), topics)


def _ways(name: str) -> set[str]:
    """The name, and where it begins like a sentence, its form within one: «food aid»."""
    first, rest = name[:1], name[1:]
    return {name, first.lower() + rest, first.upper() + rest} if rest == rest.lower() else {name}
