"""Where and when a text was written, and for whom: what a dateline is made of, part by part.

A dateline stands alone on its line or opens the first paragraph: «city, country (agency) weekday day
month year – ». Its parts come in any order and number, so they are told one by one, and it is a
dateline when nothing is left over and something in it proves it one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from .habits import IntakeRules, Words
from .people import is_name
from .phrases import folded, key_of

PLACE_WORDS = 3
QUOTED_WORDS = 4
SOURCE_WORDS = 6
DESK_WORDS = 4

TOKEN = re.compile(
    r"(?P<day>(?<!\d)\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}(?!\d)|\d{1,2}:\d\d)"
    r"|(?P<sign>\u0640+|[^\w\s\u064b-\u065f\u0670])"
    r"|(?P<word>[^\W_](?:[\w\u064b-\u065f\u0670]|\.(?=[^\W_]))*)"
)
NUMBER = re.compile(r"\d{1,4}[هم]?")
OPENING_QUOTES = '«"“'
# What a date is made of besides numbers and names of months and weekdays.
DATE_WORDS = frozenset(
    ["في", "يوم", "الموافق", "من", "شهر", "عام", "سنه", "م", "ه", "هـ", "هجري", "هجريه", "ميلادي"]
)


class Kind(Enum):
    """What a part of a dateline is."""

    DAY = "day"
    DATE = "date"
    CITY = "city"
    PLACE = "place"
    SOURCE = "source"
    OUTLET = "outlet"
    QUOTED = "quoted"
    DESK = "desk"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """Words between two signs, or a date among them, and where they stand in the line."""

    kind: Kind
    key: str
    start: int
    end: int
    parted: bool = False
    """Whether a sign stands before it."""
    year: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign, with its key."""

    key: str
    start: int
    end: int
    is_sign: bool
    is_date: bool


def parts_of_line(text: str, rules: IntakeRules) -> tuple[Part, ...]:
    """The parts of a line that is a dateline and nothing else; none where something is left over."""
    tokens = tuple(read_tokens(text, rules.words))
    parts = read_parts(text, tokens, rules)
    return parts if parts and _is_origin(parts, rules.words) else ()


def without_date(text: str, words: Words) -> str:
    """The text with a bar for what belongs to a date and the words that introduce it."""
    kept: list[str] = []
    end = 0
    for token in read_tokens(text, words):
        dated = token.is_date or (token.key in words.date_tokens and not token.is_sign)
        kept += [text[end : token.start], "|" if dated else text[token.start : token.end]]
        end = token.end
    return "".join(kept)


# ---------------------------------------------------------------- parts


def read_tokens(text: str, words: Words) -> Iterator[Token]:
    """The words, numbers and signs of a line, each with whether a date can hold it."""
    names = words.date_names
    for match in TOKEN.finditer(text):
        key = key_of(match[0]) if match["word"] else folded(match[0])
        number = match["day"] or NUMBER.fullmatch(key)
        is_date = bool(number) or key in names or key in DATE_WORDS
        yield Token(key, match.start(), match.end(), match["sign"] is not None, is_date)


def read_parts(text: str, tokens: tuple[Token, ...], rules: IntakeRules) -> tuple[Part, ...] | None:
    """What the tokens are, or None where some are no part of a dateline."""
    found: list[Part] = []
    run: list[Token] = []
    parted = False
    for token in (*tokens, None):
        if token is not None and not token.is_sign:
            run.append(token)
            continue
        if run:
            before = text[: run[0].start].rstrip()[-1:]
            each = _run_parts(run, rules, parted=parted, quoted=before in {*OPENING_QUOTES})
            found += (replace(part, bracketed=before == "(") for part in each)
            run = []
            if found[-1].kind is Kind.OTHER:
                return None
        parted = True
    return tuple(found)


def _run_parts(
    run: list[Token], rules: IntakeRules, *, parted: bool, quoted: bool
) -> Iterator[Part]:
    """The words between two signs: one part, or a place, a date and an agency that follow it."""
    key = " ".join(token.key for token in run)
    kind = _kind(key, run, rules, quoted=quoted)
    if kind is not Kind.OTHER and kind is not Kind.PLACE:
        yield _part(kind, run, parted)
        return
    pieces: list[list[Token]] = []
    for token in run:
        if pieces and pieces[-1][-1].is_date == token.is_date:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    if len(pieces) > 1 and not any(_is_day(piece) for piece in pieces):
        yield _part(Kind.OTHER if kind is Kind.OTHER else kind, run, parted)
        return
    for at, piece in enumerate(pieces):
        key = " ".join(token.key for token in piece)
        kind = _kind(key, piece, rules, quoted=quoted and not at)
        yield _part(kind, piece, parted and not at)
        if kind is Kind.OTHER:
            return


def _part(kind: Kind, run: list[Token], parted: bool) -> Part:
    years = any(len(token.key) == 4 and token.key.isdigit() for token in run)
    years = years or any(re.search(r"\d{4}", token.key) for token in run)
    return Part(
        kind, " ".join(t.key for t in run), run[0].start, run[-1].end, parted, year=bool(years)
    )


def _is_day(run: list[Token]) -> bool:
    """Whether the words hold a number of a day with its month, or a day in figures."""
    keys = [token.key for token in run]
    return any(not key.isdigit() and key[:1].isdigit() for key in keys) or (
        any(key.isdigit() for key in keys) and len(keys) > 1
    )


def _kind(key: str, run: list[Token], rules: IntakeRules, *, quoted: bool) -> Kind:
    words = rules.words
    if all(token.is_date for token in run):
        return Kind.DAY if _is_day(run) else Kind.DATE
    if key in rules.sources or key in words.wires:
        return Kind.SOURCE  # before the cities: «قنا» is one and an agency
    if key in words.cities:
        return Kind.CITY
    headed = words.source_heads.opens(key) and len(run) <= SOURCE_WORDS
    if key in words.outlets or headed:
        return Kind.OUTLET
    if quoted and len(run) <= QUOTED_WORDS:
        return Kind.QUOTED
    if words.desk_words.opens(key) and len(run) <= DESK_WORDS:
        return Kind.DESK
    if is_name(key, words):
        return Kind.PERSON
    return Kind.PLACE if _may_be_place(run, rules) else Kind.OTHER


def _may_be_place(run: list[Token], rules: IntakeRules) -> bool:
    words = rules.words
    keys = [token.key for token in run]
    if len(keys) > PLACE_WORDS or keys[0].removeprefix("ال") in words.event_words:
        return False
    return not any(
        key in words.open_words
        or key in words.reporting_verbs
        or key in words.continuing_words
        or key in words.connectives
        or any(character.isdigit() for character in key)
        for key in keys
    )


# ---------------------------------------------------------------- what proves it a dateline


def _is_origin(parts: tuple[Part, ...], words: Words) -> bool:
    """Whether a line of these parts is a dateline: an outlet, with no more than places and a day."""
    kinds = [part.kind for part in parts]
    if Kind.PERSON in kinds or kinds.count(Kind.PLACE) > 1 or len(parts) > SOURCE_WORDS:
        return False
    if Kind.SOURCE in kinds:
        return True
    with_city = Kind.CITY in kinds and len(parts) > 1
    if kinds == [Kind.OUTLET]:
        return " " in parts[0].key  # one word is too often a word of the language
    if kinds == [Kind.OUTLET, Kind.PLACE]:
        return parts[1].key in words.sections
    if Kind.QUOTED in kinds or Kind.OUTLET in kinds:
        return with_city or (Kind.OUTLET in kinds and Kind.DAY in kinds)
    return False
