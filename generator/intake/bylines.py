"""Who wrote the text: the lines that tell it, and the name in them."""

import re

from generator.model import BlockKind

from .bare_names import is_signed
from .cues import (
    BYLINE_WORDS,
    CUE,
    NAME_WORDS,
    SOURCE,
    WHENCE,
    after_opening,
    has_cue,
    is_cue,
    is_plain_name,
    is_role,
)
from .habits import IntakeRules, Words
from .lines import Line
from .origins import without_date
from .people import LATIN_NAME, NAME, is_name, parts_of, person_parts
from .phrases import key_of

HEAD_LINES = 14

SPECIAL = "خاص"
QUOTED = re.compile(r"[«\"“][^«»\"“”]{2,30}[»\"”]$")


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
            or (not found and is_signed(lines, at, title, first, datelines, rules))
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
    return has_cue(line, rules) or bool(people(line, rules)) or _is_desk(line, rules)


def _is_desk(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a desk that signs, or «special» or a desk with a city or the paper's name."""
    keys = [key_of(part) for part in parts_of(line.text)]
    words = rules.words
    if _is_signing(line, rules):
        return True
    places = sum(key in words.cities or key in words.outlets for key in keys)
    desks = sum(words.desk_words.opens(key) for key in keys)
    if len(keys) == 2 and line.words <= NAME_WORDS + 1:
        return (places == desks == 1) or SPECIAL in keys
    return line.key.split(" ", 1)[0] == SPECIAL and bool(QUOTED.search(line.text))


def _is_signing(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is the paper's editor for something, or its newsroom."""
    desk = rules.words.signing_desks.opens(line.key)
    return desk and line.words <= NAME_WORDS and line.is_headline and len(parts_of(line.text)) == 1


def is_person(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a person's name and hardly more."""
    return line.words <= NAME_WORDS + 1 and line.is_headline and bool(people(line, rules))


def people(line: Line, rules: IntakeRules) -> list[str]:
    """The persons that a line of a byline's length names."""
    return person_parts(line.text, rules) if line.words <= BYLINE_WORDS else []


def names_author(line: Line, author: str) -> bool:
    """Whether the line holds little more than the author that the page names."""
    key = key_of(author)
    return bool(key) and line.words <= BYLINE_WORDS and f" {key} " in f" {line.key} "


def byline_name(line: Line, rules: IntakeRules) -> str | None:
    """The name in a byline, without «written by», place, outlet or role."""
    text = line.text.strip(" *|")
    cue = CUE.match(text)
    opening = rules.words.byline_cues.opening(line.key)
    if line.key.startswith(SOURCE):
        text = text.partition(":")[2]
    if opening in rules.words.secondary_cues:
        return None  # who translated it or took the pictures
    if _is_signing(line, rules):
        return after_opening(text, rules.words) if opening in rules.words.writing_cues else text
    if cue and is_cue(key_of(cue[1]), rules.words):
        text = text[cue.end() :]
    else:
        text = after_opening(text, rules.words)
    parts = [_without_from(part, rules) for part in parts_of(text)]
    parts = _without_helpers(parts, rules.words)
    if SPECIAL in map(key_of, parts):
        parts = [part for part in parts if is_name(key_of(part), rules.words)]
    cities = rules.words.cities
    named = [
        p
        for p in parts
        if (is_name(key_of(p), rules.words) and key_of(p) not in cities) or LATIN_NAME.fullmatch(p)
    ]
    named = named or person_parts("، ".join(parts), rules)
    if named:
        return "، ".join(named)
    others = [p for p in parts if not _is_place_or_outlet(key_of(p), rules) and NAME.fullmatch(p)]
    if others and (opening or has_cue(line, rules) or len(parts) == 1):
        return others[0]
    return others[0] if others and len(others) < len(parts) and len(parts) <= 3 else None


def credited(text: str, rules: IntakeRules) -> str | None:
    """The writer whom a line names beside the day: «by … on 3 May 2024»."""
    found = []
    for part in re.split(r"\s*[|•·،,]\s*|\s+[-–—]\s+", without_date(text, rules.words)):
        cue = CUE.match(part)
        bare = part[cue.end() :] if cue and is_cue(key_of(cue[1]), rules.words) else part
        name = after_opening(bare, rules.words).strip(" .:،|/-–—")
        told = bare != part or name != bare.strip(" .:،|/-–—")
        if is_name(key_of(name), rules.words) or (told and is_plain_name(name, rules)):
            found.append(name)
    return "، ".join(dict.fromkeys(found)) or None


def _without_from(part: str, rules: IntakeRules) -> str:
    """The name alone: «من هدى السالم», «هدى السالم من بيروت»."""
    bare = WHENCE.sub("", part.removeprefix("من "))
    return bare if is_name(key_of(bare), rules.words) else part


def _without_helpers(parts: list[str], words: Words) -> list[str]:
    """The parts before «photographs» or «translated by»."""
    keys = [key_of(part) for part in parts]
    end = next((at for at, key in enumerate(keys) if at and key in words.secondary_cues), None)
    return parts[:end]


def _is_place_or_outlet(key: str, rules: IntakeRules) -> bool:
    words = rules.words
    if key in rules.sources or key in words.outlets or key in words.wires or key in words.cities:
        return True
    return key == "خاص" or (words.source_heads.opens(key) and key not in words.desk_words)
