"""A block's text made ready once for all finders: folded, cut into words, offsets kept."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count

from generator.languages.words import WORD
from generator.model import Block, BlockKind, Span
from generator.model.record import record
from generator.text import ARABIC_MARKS, TATWEEL, fold, is_droppable, sentence_ends

TANWIN = frozenset("\u064b\u064c\u064d")
_TRAILING = ARABIC_MARKS | {TATWEEL}


class _Letters(dict[int, str]):
    """str.translate table that folds a character when it first meets it, length kept."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_LETTERS = _Letters()
_WORDS = re.compile(f"({WORD.pattern})")
# Texts of these characters alone are folded by replacing a few letters, which takes a sixth of the
# time. Capitals and digits of other scripts are not among them.
_USUAL = (*range(0x20, 0x7F), 0xAB, 0xBB, *range(0x600, 0x700), *range(0x2010, 0x203B))
_FOLDS = [
    (chr(code), _LETTERS[code]) for code in range(0x621, 0x64B) if _LETTERS[code] != chr(code)
]
_UNUSUAL = re.compile(
    "[^"
    + "".join(re.escape(chr(code)) for code in _USUAL if _LETTERS[code] == chr(code))
    + "".join(letter for letter, _ in _FOLDS)
    + "]"
)


def _run_of(characters: Iterable[int]) -> re.Pattern[str]:
    """A pattern for a run of those of the characters that comparing ignores."""
    ranges: list[list[int]] = []
    for code in characters:
        if not is_droppable(chr(code)):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return re.compile("[" + "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in ranges) + "]+")


_USUALLY_DROPPED = _run_of(_USUAL)


@lru_cache(maxsize=1)
def _dropped() -> re.Pattern[str]:
    """The same of all characters; they are looked for when they are needed, in 40 milliseconds."""
    return _run_of((*range(0x20000), *range(0xE0000, 0xE1000)))


@record(frozen=True, slots=True)
class Reading:
    """The words of one block. `starts` and `ends` count in `folded`, `offsets` leads back to `text`."""

    block: int
    kind: BlockKind
    text: str
    folded: str
    offsets: Sequence[int]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    """For each word the number of its sentence."""

    def word(self, index: int) -> str:
        """The folded word, or nothing outside the block."""
        try:  # much faster than asking for the number of words
            return self.words[index] if index >= 0 else ""
        except IndexError:
            return ""

    def glued(self, index: int) -> bool:
        """Whether the word follows the one before it without white space."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def same_sentence(self, first: int, second: int) -> bool:
        """Whether both words are in one sentence."""
        return self.sentences[first] == self.sentences[second]

    def span(self, first: int, end: int, prefix: int = 0) -> Span:
        """The span in `text` of words first..end-1, without `prefix` letters at its start."""
        return self.span_of(self.starts[first] + prefix, self.ends[end - 1])

    def letters(self, first: int, end: int, prefix: int = 0) -> str:
        """The same words as they are written, without the marks after the last letter."""
        start, last = self.starts[first] + prefix, self.ends[end - 1] - 1
        return self.text[self.offsets[start] : self.offsets[last] + 1]

    def written(self, index: int) -> str:
        """One word as it is written, with the marks that follow its last letter."""
        return self.text[self.offsets[self.starts[index]] : self._end_of(self.ends[index])]

    def span_of(self, start: int, end: int) -> Span:
        """The span in `text` of a run of `folded`, with the marks that follow its last letter («هـ»)."""
        return Span(self.offsets[start], self._end_of(end))

    def _end_of(self, end: int) -> int:
        last = self.offsets[end - 1] + 1
        if last != self.offsets[end]:  # the next character is dropped in `folded`
            while last < len(self.text) and self.text[last] in _TRAILING:
                last += 1
        return last


def places_of(some: Collection[str], words: Sequence[str]) -> list[int]:
    """The numbers of the words that are among some, in order."""
    return list(compress(count(), map(some.__contains__, words)))


def read_block(number: int, block: Block) -> Reading:
    """The words of a block, folded; their offsets lead back to its text."""
    folded, offsets = _fold_keeping_length(block.text)
    # What is between words, a word, what is between words, …: cut and measured without a loop.
    pieces = _WORDS.split(folded)
    places = tuple(accumulate(map(len, pieces)))
    starts, ends = places[:-1:2], places[1::2]
    return Reading(
        block=number,
        kind=block.kind,
        text=block.text,
        folded=folded,
        offsets=offsets,
        words=tuple(pieces[1::2]),
        starts=starts,
        ends=ends,
        sentences=_sentence_numbers(block.text, starts, offsets),
    )


def _fold_keeping_length(text: str) -> tuple[str, Sequence[int]]:
    """The folded text and the offset of each character; a character that folds to several is kept.

    Intake has already undone ligatures and wide forms.
    """
    if _UNUSUAL.search(text):
        letters, dropped = text.translate(_LETTERS), _dropped()
    else:
        letters, dropped = text, _USUALLY_DROPPED
        for letter, folded in _FOLDS:
            letters = letters.replace(letter, folded)
    kept: list[str] = []
    offsets: list[int] = []
    start = 0
    for mark in dropped.finditer(text):
        first, end = mark.span()
        kept.append(letters[start:first])
        offsets.extend(range(start, first))
        start = end
    if not kept:
        return letters, range(len(text) + 1)
    kept.append(letters[start:])
    offsets.extend(range(start, len(text) + 1))
    return "".join(kept), offsets


def _sentence_numbers(text: str, starts: Sequence[int], offsets: Sequence[int]) -> tuple[int, ...]:
    numbers: list[int] = []
    number = 0
    for end in sentence_ends(text):
        first = bisect_left(starts, end, key=offsets.__getitem__)
        if first > len(numbers):
            numbers.extend([number] * (first - len(numbers)))
            number += 1
    numbers.extend([number] * (len(starts) - len(numbers)))
    return tuple(numbers)
