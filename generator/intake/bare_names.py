"""Writers whose name stands alone on its line, told from a sub-heading by what is around it."""

import re
from dataclasses import replace
from itertools import pairwise

from .cues import has_cue, is_role, is_uncommon
from .habits import IntakeRules
from .lines import Line
from .people import FAMILY, NAME, commonness, is_phrase, parts_of
from .phrases import key_of

HEADING_WORDS = 5
PROCLITIC = re.compile(r"^[وف]?(?:ال|لل|بال|كال|[بلك](?=...))?")
ENDING = re.compile(r"(?<=...)(?:ها|هم|ات|ين|ون|ان|يه|ه|ا)$")
STEM = 3
PHRASE = 6
"""Commonness of all words together, from which two words are more likely a phrase than a name."""
TEXT_LINES = 60


def is_signed(
    lines: tuple[Line, ...],
    at: int,
    title: int | None,
    first: int,
    datelines: tuple[int, ...],
    rules: IntakeRules,
) -> bool:
    """Plain words beside a date line, or between the title and a standfirst, are who wrote it."""
    line = _without_outlet(lines[at], rules)
    if title is None or at <= title or line.kind:
        return False
    under = lines[at + 1] if at + 1 < first else None
    told = under is not None and (has_cue(under, rules) or _is_plain_role(under, rules))
    alone = _commonness(line, rules) < PHRASE and not _has_headings(lines[first:])
    sure = told or alone or at + 1 in datelines
    if not _may_be_name(line, rules, sure=sure):
        return False
    if told:
        return True
    if {at - 1, at + 1} & {*datelines}:
        if _is_family(line) or at + 1 in datelines or at + 1 < first:
            return True
        return not _is_taken_up(line, lines, first)
    if at == title + 1:
        return not _is_taken_up(line, lines, first)
    # Over the text two words may be a sub-heading.
    under_deck = at + 1 == first and lines[at - 1].words > HEADING_WORDS
    unknown = not commonness(line.key.split(" ", 1)[0], rules.words)
    certain = unknown or _is_family(line) or not _has_headings(lines[first:])
    return under_deck and certain and not _is_taken_up(line, lines, first)


def _commonness(line: Line, rules: IntakeRules) -> int:
    """How common the line's words are together: names of common words are of rarer ones."""
    return sum(commonness(token, rules.words) for token in line.key.split(" "))


def _is_plain_role(line: Line, rules: IntakeRules) -> bool:
    """Whether the line under a name tells in a few words what the writer is."""
    return line.words <= HEADING_WORDS and is_role(line, rules) and not line.text.endswith(":")


def _without_outlet(line: Line, rules: IntakeRules) -> Line:
    """The line without the outlet for which the writer wrote it: «name - paper»."""
    parts = parts_of(line.text)
    if len(parts) != 2 or key_of(parts[1]) not in rules.words.outlets:
        return line
    return replace(line, clean=replace(line.clean, text=parts[0]), key=key_of(parts[0]), words=2)


def _is_taken_up(line: Line, lines: tuple[Line, ...], first: int) -> bool:
    """Whether title or text have a word of the line, as they have of a sub-heading and not of a name."""
    stems = {stem for stem in map(_stem, line.key.split(" ")) if len(stem) >= STEM}
    others = (
        each
        for each in (*lines[:1], *lines[first : first + TEXT_LINES])
        if each.number != line.number
    )
    return any(_stem(word) in stems for each in others for word in each.key.split(" "))


def _stem(word: str) -> str:
    """The word without conjunction, article and ending: «والأرقام» and «أرقامها» are one."""
    return ENDING.sub("", PROCLITIC.sub("", word))


def _has_headings(lines: tuple[Line, ...]) -> bool:
    """Whether short lines without an end stand over paragraphs: then the first of them may be one."""
    return any(
        line.words <= HEADING_WORDS and line.is_headline and under.is_paragraph
        for line, under in pairwise(lines)
    )


def _may_be_name(line: Line, rules: IntakeRules, *, sure: bool) -> bool:
    """Whether the line is two or three plain words that could be anybody's name.

    Where it is `sure` to stand in a name's place, its words may be common ones.
    """
    words = rules.words
    tokens = line.key.split(" ")
    if not 2 <= line.words <= 4 or not NAME.fullmatch(line.text.rstrip("*")):
        return False
    if line.key in words.sections or line.key in rules.sources:
        return False
    if tokens[0] in words.given_names or tokens[0] in words.definite_names:
        return not is_phrase(tokens, words)
    short = line.words <= 3 or _is_family(line)
    return short and not line.text.startswith("ال") and is_uncommon(line.key, rules, sure=sure)


def _is_family(line: Line) -> bool:
    """Whether the name ends as names of families do."""
    return bool(FAMILY.search(line.text))
