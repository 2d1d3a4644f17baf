"""Who wrote the text: the lines that tell it, and the name in them."""

import re
from itertools import pairwise

from generator.model import BlockKind

from .habits import IntakeRules, Words
from .lines import Line
from .people import LATIN_NAME, NAME, is_name, parts_of, person_parts
from .phrases import WORD, key_of

NAME_WORDS = 4
BYLINE_WORDS = 12
ROLE_WORDS = 14
HEADING_WORDS = 5
HEAD_LINES = 14

# "المرعي", "أبو الهيجا", "بن سالم": a family, as opposed to "شباك الفجر".
FAMILY = re.compile(r"\sال[^\W\d_]{2,8}ي$|\s(?:أبو|ابو|بن|ابن|آل|بو|عبد)\s")
CUE = re.compile(r"^[\W_]{0,3}([^\W\d_]+(?: [^\W\d_]+)?)\s*[:/\-–—|]\s*")


def bylines_of(
    lines: tuple[Line, ...],
    first: int,
    title: int | None,
    datelines: tuple[int, ...],
    rules: IntakeRules,
) -> tuple[int, ...]:
    """The lines that tell who wrote the text: over it, else at its end."""
    found: list[int] = []
    # Where names of persons head the parts of a text, the first of them is no writer.
    if title is not None and first == title + 2:
        parts = [line for line in lines[first:-1] if is_person(line, rules)]
        if len(parts) > 1 and not has_cue(lines[title + 1], rules):
            return ()
    for at in range(min(first, HEAD_LINES)):
        if at in datelines or at == title:
            continue
        line = lines[at]
        has_role = found and found[-1] == at - 1 and is_role(line, rules)
        if (
            is_byline(line, rules)
            or has_role
            or _is_signed(lines, at, title, first, datelines, rules)
        ):
            found.append(at)
    return tuple(found) or _signature(lines, rules)


def _signature(lines: tuple[Line, ...], rules: IntakeRules) -> tuple[int, ...]:
    """The last lines when they sign the text: a name with or without a cue, a role under it."""
    for count in (1, 2):
        at = len(lines) - count
        if at <= 0 or lines[at].words > BYLINE_WORDS:
            return ()
        if has_cue(lines[at], rules) or is_person(lines[at], rules):
            return tuple(range(at, len(lines)))
        if not is_role(lines[at], rules):
            return ()
    return ()


def is_byline(line: Line, rules: IntakeRules) -> bool:
    """Whether the line by itself tells who wrote the text."""
    if (
        line.kind is BlockKind.HEADING
        or line.words > BYLINE_WORDS
        or (line.ends and line.text[-1] != ".")
    ):
        return False
    return has_cue(line, rules) or bool(people(line, rules))


def has_cue(line: Line, rules: IntakeRules) -> bool:
    """Whether the line begins with «by» or «written by», and a name follows."""
    if line.words > BYLINE_WORDS or line.is_paragraph:
        return False
    cue = CUE.match(line.text)
    if cue and key_of(cue[1]) in rules.words.byline_cues:
        return True
    opening = rules.words.byline_cues.opening(line.key)
    rest = line.key[len(opening) :].strip()
    # Without a colon only a name may follow: "تقرير" and "متابعة" also open titles.
    return bool(opening and rest) and is_name(rest, rules.words)


def is_person(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a person's name and hardly more."""
    return line.words <= NAME_WORDS + 1 and line.is_headline and bool(people(line, rules))


def people(line: Line, rules: IntakeRules) -> list[str]:
    """The persons that a line of a byline's length names."""
    return person_parts(line.text, rules) if line.words <= BYLINE_WORDS else []


def _is_signed(
    lines: tuple[Line, ...],
    at: int,
    title: int | None,
    first: int,
    datelines: tuple[int, ...],
    rules: IntakeRules,
) -> bool:
    """Plain words beside a date line, or between the title and a standfirst, are who wrote it."""
    line = lines[at]
    if title is None or at <= title or line.kind or not _may_be_name(line, rules):
        return False
    if {at - 1, at + 1} & {*datelines}:
        return _is_family(line) or at + 1 in datelines or at + 1 < first
    # Two words over a standfirst head no text; over the text they may be a sub-heading.
    if at == title + 1 and at + 1 == first and not _has_headings(lines[first:]):
        return True
    under = lines[at + 1] if at + 1 < first else None
    return at == title + 1 and (
        (under is not None and under.words > NAME_WORDS) or _is_family(line)
    )


def _has_headings(lines: tuple[Line, ...]) -> bool:
    """Whether short lines without an end stand over paragraphs: then the first of them may be one."""
    return any(
        line.words <= HEADING_WORDS and line.is_headline and under.is_paragraph
        for line, under in pairwise(lines)
    )


def _may_be_name(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is two or three plain words that could be anybody's name."""
    words = rules.words
    if not 2 <= line.words <= 4 or not NAME.fullmatch(line.text) or line.text.startswith("ال"):
        return False
    if line.key in words.sections or line.key in rules.sources:
        return False
    tokens = line.key.split(" ")
    if tokens[0] in words.given_names:
        return True
    common = (words.open_words, words.open_nouns, words.reporting_verbs, words.picture_words)
    return line.words <= 3 and not any(token in each for token in tokens for each in common)


def _is_family(line: Line) -> bool:
    """Whether the name ends as names of families do."""
    return bool(FAMILY.search(line.text))


def names_author(line: Line, author: str) -> bool:
    """Whether the line holds little more than the author that the page names."""
    key = key_of(author)
    return bool(key) and line.words <= BYLINE_WORDS and f" {key} " in f" {line.key} "


def is_role(line: Line, rules: IntakeRules) -> bool:
    """Whether the line tells what a writer is, as stands under the name."""
    return (
        line.words <= ROLE_WORDS and rules.words.roles.opens(line.key) and not line.ends_with_stop
    )


def byline_name(line: Line, rules: IntakeRules) -> str | None:
    """The name in a byline, without «written by», place, outlet or role."""
    text = line.text
    cue = CUE.match(text)
    if cue and key_of(cue[1]) in rules.words.byline_cues:
        text = text[cue.end() :]
    else:
        text = _after_opening(text, rules.words)
    parts = parts_of(text)
    named = [p for p in parts if is_name(key_of(p), rules.words) or LATIN_NAME.fullmatch(p)]
    named = named or person_parts(text, rules)
    if named:
        return "، ".join(named)
    others = [p for p in parts if key_of(p) not in rules.sources and NAME.fullmatch(p)]
    return others[0] if others and (has_cue(line, rules) or len(parts) == 1) else None


def _after_opening(text: str, words: Words) -> str:
    """The text behind a cue that has no colon: «بقلم محمد علي»."""
    opening = words.byline_cues.opening(key_of(text))
    tokens = [match.end() for match in WORD.finditer(text)]
    count = len(opening.split(" ")) if opening else 0
    return text[tokens[count - 1] :].strip() if 0 < count < len(tokens) else text
