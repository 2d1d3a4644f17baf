"""Words -> lines that fit: the largest size at which they do, in lines of like length."""

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str], float]
"""The width of a text in ems."""

ELLIPSIS = "…"
_BALANCE_STEPS = 24


@dataclass(frozen=True, slots=True)
class Step:
    """A size in pixels and how many lines may stand at it."""

    size: float
    lines: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and the size in pixels at which they fit."""

    lines: tuple[str, ...]
    size: float


def fit(text: str, room: float, steps: tuple[Step, ...], measure: Measure) -> Fitted:
    """The text at the first of the steps, largest first, at which it fits `room` pixels.

    Where it fits at none it stands at the last, cut at a word and ended with an ellipsis.
    """
    for step in steps:
        lines = wrap(text, room / step.size, measure)
        if len(lines) <= step.lines and _fits(lines, room / step.size, measure):
            return Fitted(_balanced(text, room / step.size, measure), step.size)
    last = steps[-1]
    return Fitted(_cut(text, room / last.size, last.lines, measure), last.size)


def wrap(text: str, room: float, measure: Measure) -> tuple[str, ...]:
    """The text in lines of at most `room` ems, broken at spaces; a longer word has its own line."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _fits(lines: tuple[str, ...], room: float, measure: Measure) -> bool:
    return all(measure(line) <= room for line in lines)


def _balanced(text: str, room: float, measure: Measure) -> tuple[str, ...]:
    """The same number of lines in the least width, so that no word stands alone on the last."""
    lines = wrap(text, room, measure)
    for step in range(_BALANCE_STEPS, 0, -1):
        narrower = room * step / _BALANCE_STEPS
        tried = wrap(text, narrower, measure)
        if len(tried) > len(lines) or not _fits(tried, narrower, measure):
            break
        lines = tried
    return lines


def _cut(text: str, room: float, most: int, measure: Measure) -> tuple[str, ...]:
    """The first lines of a text that is too long, the last one with an ellipsis."""
    lines = wrap(text, room, measure)
    whole = tuple(shortened(line, room, measure) for line in lines[:most])
    if len(lines) <= most:
        return whole
    return (*whole[:-1], shortened(f"{lines[most - 1]} {lines[most]}", room, measure))


def shortened(line: str, room: float, measure: Measure) -> str:
    """The line cut to `room` ems with an ellipsis where it is longer: at a word, else at a letter."""
    if measure(line) <= room:
        return line
    words = line.split(" ")
    for count in range(len(words) - 1, 0, -1):
        tried = " ".join(words[:count]).rstrip("،؛:,;.-– ") + ELLIPSIS
        if measure(tried) <= room:
            return tried
    letters = words[0]
    while letters and measure(letters + ELLIPSIS) > room:
        letters = letters[:-1]
    return letters + ELLIPSIS
