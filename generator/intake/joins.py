"""Lines that belong together: broken where a link stood, or wrapped at a fixed width."""

import re
from collections.abc import Iterable
from statistics import median

from generator.model import BlockKind

from .dates import is_date_line
from .habits import IntakeRules
from .lines import LONG, Line, ending_rate
from .page import opens_onward

FRAGMENT = 5
"""Words. A line so short that ends in a full stop is the end of the sentence before it."""
BROKEN = 12
"""Words. A line so long without an end is broken, where the writer ends paragraphs with stops."""
CAREFUL = 0.75
WRAP_WIDTH = 130
WRAP_LINES = 4

TIGHT_START = re.compile(r"^(?:[،,؛;:.؟!)\]»”’%٪]|\.{1,3})")
LEFT_OPEN = re.compile(r"[«(\[“]$")
PAIRS = (("«", "»"), ("(", ")"), ("[", "]"))


def joined(
    lines: tuple[Line, ...], fixed: frozenset[int], rules: IntakeRules
) -> tuple[tuple[tuple[Line, str], ...], ...]:
    """The lines in groups that make one block each, every line with what joins it to the one before.

    `fixed` holds the indexes of lines that stand alone whatever they look like (titles, bylines).
    """
    wrapped = wrap_width(lines)
    careful = ending_rate(lines) >= CAREFUL
    groups: list[list[tuple[Line, str]]] = []
    for at, line in enumerate(lines):
        glue = None
        if groups and at not in fixed and at - 1 not in fixed:
            following = lines[at + 1] if at + 1 < len(lines) else None
            glue = _glue(groups[-1], line, following, rules, careful=careful, wrapped=wrapped)
        if glue is None:
            groups.append([(line, "")])
        else:
            groups[-1].append((line, glue))
    return tuple(tuple(group) for group in groups)


def _glue(
    group: list[tuple[Line, str]],
    line: Line,
    following: Line | None,
    rules: IntakeRules,
    *,
    careful: bool,
    wrapped: int,
) -> str | None:
    """What joins the line to the group before it: a blank, nothing, or None for a new block."""
    last = group[-1][0]
    if last.kind or line.kind:
        return None
    if wrapped:
        return _wrap_glue(last, line, wrapped)
    if line.list_mark or last.text.endswith(".") or is_date_line(line, rules.words):
        return None
    return _link_glue(group, line, following, rules, careful=careful)


# ---------------------------------------------------------------- where a link stood


def _link_glue(
    group: list[tuple[Line, str]],
    line: Line,
    following: Line | None,
    rules: IntakeRules,
    *,
    careful: bool,
) -> str | None:
    last = group[-1][0]
    before = "".join(glue + part.text for part, glue in group)
    if TIGHT_START.match(line.text) and not line.text.startswith("..."):
        return "" if not before.endswith((".", "؟", "!")) else None
    if LEFT_OPEN.search(before) or _opens_quote(before):
        return ""
    words = rules.words
    tail = last.key.rsplit(" ", 1)[-1]
    if before.endswith(("،", ",")) or tail in words.open_nouns or tail in words.open_words:
        return " "
    if last.ends or before.endswith((":", "؛")):
        return None
    if words.continuing_words.opens(line.key) or _closes_pair(before, line.text):
        return " "
    if _is_fragment(before, line, following):
        return " "
    return " " if careful and _is_broken(before, line, following, rules) else None


def _opens_quote(text: str) -> bool:
    """Whether a straight quotation mark at the end opens: there is an odd number of them."""
    return text.endswith('"') and text.count('"') % 2 == 1


def _closes_pair(before: str, text: str) -> bool:
    """Whether the line closes a bracket or quotation that the lines before it left open."""
    for opening, closing in PAIRS:
        missing = before.count(opening) - before.count(closing)
        at = text.find(closing)
        if missing > 0 and at >= 0 and text.count(opening, 0, at) == 0:
            return True
    return False


def _is_fragment(before: str, line: Line, following: Line | None) -> bool:
    """A few words with a full stop are no sub-heading: they end the sentence before them."""
    enough = before.count(" ") >= FRAGMENT
    return enough and line.words <= FRAGMENT and line.ends_with_stop


def _is_broken(before: str, line: Line, following: Line | None, rules: IntakeRules) -> bool:
    """A long or reporting line without an end, and a line that does not begin anew."""
    first = before.split(" ", 1)[0]
    reports = first.removeprefix("و") in rules.words.reporting_verbs and before.count(" ") >= 3
    if before.count(" ") + 1 < BROKEN and not reports:
        return False
    heads_next = line.is_headline and following is not None and following.words > line.words
    return not (opens_onward(line, rules) or heads_next and not line.ends)


# ---------------------------------------------------------------- wrapped at a width


def wrap_width(lines: Iterable[Line]) -> int:
    """The width at which a program cut the lines, or 0: most lines are then nearly as long."""
    body = [line for line in lines if line.words > 1]
    inner = [a for a, b in zip(body, body[1:], strict=False) if b.gap == 0]
    if len(inner) < WRAP_LINES:
        return 0
    widths = [len(line.text) for line in inner]
    longest = max(widths)
    if longest > WRAP_WIDTH or longest > 1.6 * median(widths):
        return 0
    full = [line for line in inner if len(line.text) > 0.75 * longest]
    running = sum(not line.ends for line in full)
    return longest if len(full) >= 0.6 * len(inner) and running >= 0.5 * len(full) else 0


def _wrap_glue(last: Line, line: Line, width: int) -> str | None:
    """A line goes on with the one before when that one is full and nothing empty parts them."""
    if line.gap or line.list_mark:
        return None
    short = len(last.text) + 1 + len(line.text.split(" ", 1)[0]) <= 0.95 * width
    return None if last.ends and short or len(last.text) < 0.6 * width else " "


def is_alone(line: Line) -> bool:
    """Whether markup set the line apart from its neighbours."""
    return (
        line.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE} or line.words > LONG
    )
