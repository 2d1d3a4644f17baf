"""Lines that belong together: broken where a link stood, or wrapped at a fixed width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .dates import is_date_line
from .habits import IntakeRules, Words
from .lines import Line, ending_rate, line_of
from .page import opens_onward
from .phrases import key_of

FRAGMENT = 5
"""Words. A line so short that ends in a full stop is the end of the sentence before it."""
BROKEN = 12
"""Words. A line so long without an end is broken, where the writer ends paragraphs with stops."""
CAREFUL = 0.75
LINK_WORDS = 5
"""Words. What a link is put on is hardly ever longer."""
WRAP_WIDTH = 130
WRAP_LINES = 4
FULL = 0.95
SHORTEST = 0.6
REPORTING = 2
"""Words. «And the researcher says» has two in Arabic."""
MOST_LINKS = 60
"""Breaks in one paragraph. More are no links, and joining them one by one would take for ever."""

TIGHT_START = re.compile(r"^(?:[،,؛;:.؟!)\]»”’%٪]|\.{1,3})")
LEFT_OPEN = re.compile(r"[«(\[“]$")
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.؟!][»\"”]?\s+")
QUOTED = re.compile(r"^[«“\"”].*[»”\"“]$")
PAIRS = (("«", "»"), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of text made of one or more raw lines, each with what joins it to the one before."""

    parts: tuple[tuple[Line, str], ...]
    line: Line

    @staticmethod
    def joined(parts: Sequence[tuple[Line, str]]) -> "Unit":
        """A unit of the lines."""
        first = parts[0][0]
        if len(parts) == 1:
            return Unit(tuple(parts), first)
        text = "".join(f"{glue}{line.text}" for line, glue in parts)
        merged = line_of(replace(first.clean, text=text), first.gap)
        return Unit(tuple(parts), replace(merged, sloppy=first.sloppy))

    def with_line(self, other: "Unit", glue: str) -> "Unit":
        """This unit with another one joined to its end."""
        (first, _), *rest = other.parts
        return Unit.joined((*self.parts, (first, glue), *rest))


# ---------------------------------------------------------------- where a link stood


def linked(units: Sequence[Unit], fixed: frozenset[int], rules: IntakeRules) -> tuple[Unit, ...]:
    """The units with those joined that a link had parted.

    `fixed` holds the indexes of units that stand alone whatever they look like (titles, bylines).
    """
    careful = ending_rate(unit.line for unit in units) >= CAREFUL
    found: list[Unit] = []
    for at, unit in enumerate(units):
        glue = None
        if found and at not in fixed and at - 1 not in fixed:
            following = units[at + 1].line if at + 1 < len(units) else None
            glue = _link_glue(found[-1], unit.line, following, rules, careful=careful)
        if glue is None:
            found.append(unit)
        else:
            found[-1] = found[-1].with_line(unit, glue)
    return tuple(found)


def _link_glue(
    unit: Unit, line: Line, following: Line | None, rules: IntakeRules, *, careful: bool
) -> str | None:
    """What joins the line to the unit before it: a blank, nothing, or None for a new block."""
    before = unit.line.text
    if unit.line.kind or line.kind or line.list_mark or before.endswith("."):
        return None
    if len(unit.parts) > MOST_LINKS:
        return None
    if is_date_line(line, rules.words) or is_date_line(unit.line, rules.words):
        return None
    if TIGHT_START.match(line.text) and not line.text.startswith("..."):
        return None if before.endswith(("؟", "!")) else ""
    if LEFT_OPEN.search(before) or _opens_quote(before):
        return ""
    if _waits_for_more(unit, rules.words):
        return " "
    if unit.line.ends or before.endswith((":", "؛")):
        return None
    if rules.words.continuing_words.opens(line.key) or _closes_pair(before, line.text):
        return " "
    if careful and _follows_link(unit, line, rules):
        return " "
    if _breaks_off(unit.line, line, rules):
        return " "
    if _is_fragment(before, line) or (careful and _is_broken(unit.line, line, following, rules)):
        return " "
    return None


def _waits_for_more(unit: Unit, words: Words) -> bool:
    """Whether the text ends in a comma, a preposition, or a noun that wants its name."""
    tail = unit.parts[-1][0].key.rsplit(" ", 1)[-1]
    if unit.line.text.endswith(("،", ",")):
        return True
    return not unit.line.ends and (tail in words.open_nouns or tail in words.open_words)


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


def _follows_link(unit: Unit, line: Line, rules: IntakeRules) -> bool:
    """Whether the unit ends in the few words of a link and the line closes their sentence."""
    last = unit.parts[-1][0]
    if len(unit.parts) == 1 or last.words > LINK_WORDS or last.ends or not line.ends:
        return False
    return not opens_onward(line, rules) or line.key.startswith("ف")


def _is_fragment(before: str, line: Line) -> bool:
    """A few words with a full stop are no sub-heading: they end the sentence before them."""
    enough = before.count(" ") >= FRAGMENT
    return enough and line.words <= FRAGMENT and line.ends_with_stop


def _is_broken(last: Line, line: Line, following: Line | None, rules: IntakeRules) -> bool:
    """A long or reporting line without an end, and a line that does not begin anew."""
    if last.list_mark or QUOTED.match(last.text):
        return False
    if opens_onward(line, rules):
        return False
    if _reports(last.key, rules.words):
        return True
    if last.words >= BROKEN and line.key in rules.sources:
        return True  # nobody heads a part of a text with the name of an outlet
    heads_next = line.is_headline and following is not None and following.words > line.words
    return last.words >= BROKEN and not (heads_next and not line.ends)


def _breaks_off(last: Line, line: Line, rules: IntakeRules) -> bool:
    """Whether a paragraph ends in «… . And the researcher says», and the line does not begin anew."""
    sentences = SENTENCE_END.split(last.text)
    begun = len(sentences) > 1 and _reports(key_of(sentences[-1]), rules.words)
    return begun and not line.is_headline and not opens_onward(line, rules)


def _reports(key: str, words: Words) -> bool:
    """Whether the words open a report, «and the paper said», that they do not close."""
    first = key.split(" ", 1)[0]
    bare = first.removeprefix("و")
    if first == "كتب":
        return False  # more often «books», where no conjunction stands before it
    return bare in words.reporting_verbs and key.count(" ") + 1 >= REPORTING + (first == bare)


# ---------------------------------------------------------------- wrapped at a width


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a program cut the lines, or 0: most lines are then nearly as long."""
    body = [line for line in lines if line.words > 1]
    inner = [a for a, b in pairwise(body) if b.gap == 0]
    if len(inner) < WRAP_LINES:
        return 0
    widths = [len(line.text) for line in inner]
    longest = max(widths)
    if longest > WRAP_WIDTH or longest > 1.6 * median(widths):
        return 0
    full = [line for line in inner if len(line.text) > 0.75 * longest]
    running = sum(not line.ends for line in full)
    return longest if len(full) >= 0.6 * len(inner) and running >= 0.5 * len(full) else 0


def unwrapped(lines: Sequence[Line], rules: IntakeRules) -> tuple[Unit, ...]:
    """A unit for each line; where a program cut the text at a width, one for each whole line."""
    width = wrap_width(lines)
    groups: list[list[tuple[Line, str]]] = []
    for line in lines:
        glue = _wrap_glue(groups[-1][-1][0], line, width) if groups and width else None
        if glue is not None and _is_apart(groups[-1][-1][0], line, rules):
            glue = None
        if glue is None:
            groups.append([(line, "")])
        else:
            groups[-1].append((line, glue))
    return tuple(Unit.joined(group) for group in groups)


def _is_apart(last: Line, line: Line, rules: IntakeRules) -> bool:
    """Whether one of the lines is a date or tells who wrote the text: no part of a wrapped one."""
    signed = rules.words.byline_cues.opens(line.key) and ":" in line.text[:20]
    return signed or any(is_date_line(each, rules.words) for each in (last, line))


def _wrap_glue(last: Line, line: Line, width: int) -> str | None:
    """A line goes on with the one before when that one is full and nothing empty parts them."""
    if line.gap or line.list_mark or last.kind or line.kind:
        return None
    # The first word of this line would still have fitted: then the line before ended by itself.
    fits = len(last.text) + 1 + len(line.text.split(" ", 1)[0]) <= FULL * width
    return None if (fits and last.ends) or len(last.text) < SHORTEST * width else " "
