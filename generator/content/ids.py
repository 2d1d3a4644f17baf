"""Ids of blocks: from their words, so that they survive edits elsewhere; unique on their page."""

from collections import Counter

from generator.model import ParagraphId
from generator.text import paragraph_id


class BlockIds:
    """Gives out ids; a text that stands there again gets `-2`, `-3` …, counted for each prefix."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, prefix: str, text: str) -> ParagraphId:
        """The id of the next block with this text: the prefix and 8 hexadecimal digits."""
        base = prefix + paragraph_id(text).removeprefix("p")
        self._seen[base] += 1
        times = self._seen[base]
        return ParagraphId(base if times == 1 else f"{base}-{times}")
