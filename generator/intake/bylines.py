"""Who wrote the text: the lines that tell it, and the name in them."""

import re
from dataclasses import replace
from itertools import pairwise

from generator.model import BlockKind

from .habits import IntakeRules, Words
from .lines import Line
from .origins import without_date
from .people import FAMILY, LATIN_NAME, NAME, commonness, is_name, is_phrase, parts_of, person_parts
from .phrases import WORD, key_of

NAME_WORDS = 4
BYLINE_WORDS = 12
ROLE_WORDS = 14
HEADING_WORDS = 5
HEAD_LINES = 14

CUE = re.compile(r"^[\W_]{0,3}([^\W\d_]+(?: [^\W\d_]+){0,3})\s*[:/\-–—|\u0640]\s*")
PROCLITIC = re.compile(r"^[وف]?(?:ال|لل|بال|كال|[بلك](?=...))?")
ENDING = re.compile(r"(?<=...)(?:ها|هم|ات|ين|ون|ان|يه|ه|ا)$")
STEM = 3
SOURCE = "المصدر "
SPECIAL = "خاص"
QUOTED = re.compile(r"[«\"“][^«»\"“”]{2,30}[»\"”]$")
TEXT_LINES = 60
# Broken plurals and feminine ones: what sub-headings begin with, and unlisted names do not.
PLURAL = re.compile(r"ا[^\W\d_]{2}ا[^\W\d_]|[^\W\d_]{2}ا[^\W\d_]ي?[^\W\d_]|[^\W\d_]{3,}ات")


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
            or (not found and _is_signed(lines, at, title, first, datelines, rules))
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
    """Whether the line is «special» or a desk of the paper, with a city or the paper's name."""
    keys = [key_of(part) for part in parts_of(line.text)]
    words = rules.words
    places = sum(key in words.cities or key in words.outlets for key in keys)
    desks = sum(words.desk_words.opens(key) for key in keys)
    if len(keys) == 2 and line.words <= NAME_WORDS + 1:
        return (places == desks == 1) or SPECIAL in keys
    return line.key.split(" ", 1)[0] == SPECIAL and bool(QUOTED.search(line.text))


def has_cue(line: Line, rules: IntakeRules) -> bool:
    """Whether the line begins with «by» or «written by», and a name follows."""
    if line.words > BYLINE_WORDS or line.is_paragraph:
        return False
    cue = CUE.match(line.text)
    if cue and _is_cue(key_of(cue[1]), rules.words):
        return _may_be_writer(line.text[cue.end() :], rules)
    if line.key.startswith(SOURCE) and names_source(line, rules):
        return True
    opening = "من" if line.key.startswith("من ") else rules.words.byline_cues.opening(line.key)
    rest = line.key[len(opening) :].strip()
    if not opening or not rest:
        return False
    # Without a colon only a name may follow: "تقرير" and "متابعة" also open titles.
    if is_name(rest, rules.words) or rest.split(" ")[0] in rules.words.titles:
        return True
    sure = opening in rules.words.writing_cues and opening != "كتب"
    return sure and _is_plain_name(_after_opening(line.text, rules.words), rules)


def names_source(line: Line, rules: IntakeRules) -> bool:
    """Whether «source: …» names the paper's writer, and not an outlet."""
    head, _, rest = line.text.partition(":")
    return key_of(head) == SOURCE.strip() and bool(person_parts(rest.strip(), rules))


def _is_cue(key: str, words: Words) -> bool:
    """Whether the words before a colon say who wrote: «by», «our correspondent in Oran»."""
    place = re.sub(r"^(?:من|في|ب|الي) ", "", key[len(words.byline_cues.opening(key)) :].strip())
    return key in words.byline_cues or (place != key and place in words.cities)


def _may_be_writer(text: str, rules: IntakeRules) -> bool:
    """Whether what stands behind «report:» may be who wrote it, and not a title."""
    parts = [key_of(part) for part in parts_of(text)]
    if not parts or len(parts[0].split(" ")) > NAME_WORDS + 1:
        return False
    words = rules.words
    return not any(
        token in words.open_words or token in words.reporting_verbs or token in words.question_words
        for token in parts[0].split(" ")
    ) and not text.rstrip().endswith(("؟", "!"))


def _is_plain_name(text: str, rules: IntakeRules) -> bool:
    """Whether every part joined by «and» has two to four plain words."""
    whole = text.strip(" .:*|")
    names = re.split(r"\s+و(?=\S)|\s*[،,]\s*", whole)
    names = names if " " in names[0] else [whole]  # «نجم والي» is one person
    key = key_of(names[0])
    definite = key.startswith("ال") and key.split(" ")[0] not in rules.words.definite_names
    if definite or not NAME.fullmatch(names[0]) or len(text.split()) > BYLINE_WORDS:
        return False
    return _is_uncommon(key, rules, sure=True)


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
    line = _without_outlet(lines[at], rules)
    if title is None or at <= title or line.kind:
        return False
    under = lines[at + 1] if at + 1 < first else None
    told = under is not None and (has_cue(under, rules) or _is_plain_role(under, rules))
    sure = told or at + 1 in datelines or not _has_headings(lines[first:])
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
    if not 2 <= line.words <= 4 or not NAME.fullmatch(line.text):
        return False
    if line.key in words.sections or line.key in rules.sources:
        return False
    if tokens[0] in words.given_names or tokens[0] in words.definite_names:
        return not is_phrase(tokens, words)
    short = line.words <= 3 or _is_family(line)
    return short and not line.text.startswith("ال") and _is_uncommon(line.key, rules, sure=sure)


def _is_uncommon(key: str, rules: IntakeRules, *, sure: bool) -> bool:
    """Whether no word is one of those that names are not made of."""
    words = rules.words
    barred = (words.open_words, words.open_nouns, words.reporting_verbs, words.event_words)
    tokens = key.split(" ")
    if not sure and tokens[0] not in words.given_names and tokens[0] not in words.desk_words:
        common = [bool(commonness(token, words)) for token in tokens]
        if not FAMILY.search(key) and all(common):
            return False
        if PLURAL.fullmatch(tokens[0]) and any(common):
            return False
    return not any(token in each for token in tokens for each in (*barred, words.picture_words))


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
    text = line.text.strip(" *|")
    cue = CUE.match(text)
    opening = rules.words.byline_cues.opening(line.key)
    if line.key.startswith(SOURCE):
        text = text.partition(":")[2]
    if opening in rules.words.secondary_cues:
        return None  # who translated it or took the pictures
    if cue and _is_cue(key_of(cue[1]), rules.words):
        text = text[cue.end() :]
    else:
        text = _after_opening(text, rules.words)
    parts = _without_helpers(parts_of(text), rules.words)
    if SPECIAL in map(key_of, parts):
        parts = [part for part in parts if is_name(key_of(part), rules.words)]
    named = [p for p in parts if is_name(key_of(p), rules.words) or LATIN_NAME.fullmatch(p)]
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
        bare = part[cue.end() :] if cue and _is_cue(key_of(cue[1]), rules.words) else part
        name = _after_opening(bare, rules.words).strip(" .:،|/-–—")
        told = bare != part or name != bare.strip(" .:،|/-–—")
        if is_name(key_of(name), rules.words) or (told and _is_plain_name(name, rules)):
            found.append(name)
    return "، ".join(dict.fromkeys(found)) or None


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


def _after_opening(text: str, words: Words) -> str:
    """The text behind a cue that has no colon: «بقلم محمد علي»."""
    opening = "من" if text.startswith("من ") else words.byline_cues.opening(key_of(text))
    tokens = [match.end() for match in WORD.finditer(text)]
    count = len(opening.split(" ")) if opening else 0
    return text[tokens[count - 1] :].strip() if 0 < count < len(tokens) else text
