"""Where and when a text was written, and for whom: what a dateline is made of, part by part.

A dateline stands alone on its line or opens the first paragraph: «city, country (agency) weekday day
month year – ». Its parts come in any order and number, so they are told one by one, and it is a
dateline when nothing is left over and something in it proves it one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.text import TATWEEL

from .habits import IntakeRules, Words
from .people import is_name
from .phrases import folded, key_of

LETTERS = 90
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
INSIDE = ("في ", "يوم ", "من ", "شهر ", "عام ")
# A dash before a paper's name: "place – «paper»:".
PAPER = re.compile(r"[-–—\u0640/،]\s?[«\"“][^«»\"“”]{2,30}[»\"”]\s?$")
DASHES = f"-–—{TATWEEL}"
STOPS = ":/)."
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


def opening_end(text: str, rules: IntakeRules) -> int:
    """Where the dateline that opens the text ends, or 0."""
    tokens = tuple(_tokens(text[: LETTERS + 20], rules.words))
    best = 0
    for at, token in enumerate(tokens):
        if not token.is_sign or token.start > LETTERS or text[token.start] not in DASHES + STOPS:
            continue
        following = next((each for each in tokens[at:] if not each.is_sign), None)
        if following is None or not at:
            continue
        if following.start == token.end and text[token.start] not in STOPS + DASHES:
            continue
        parts = _parts(text, tokens[:at], rules)
        if parts is None:
            break
        if _opens(parts, text, token, following, rules):
            best = following.start
    return _with_quote(text, best)


def _with_quote(text: str, end: int) -> int:
    """The end without the sign that opens a quotation or bracket behind the dateline."""
    while end and text[end - 1] in f"{OPENING_QUOTES}(":
        end -= 1
    return end


def parts_of_line(text: str, rules: IntakeRules) -> tuple[Part, ...]:
    """The parts of a line that is a dateline and nothing else; none where something is left over."""
    tokens = tuple(_tokens(text, rules.words))
    parts = _parts(text, tokens, rules)
    return parts if parts and _is_origin(parts, rules.words) else ()


def without_date(text: str, words: Words) -> str:
    """The text with a bar for what belongs to a date and the words that introduce it."""
    kept: list[str] = []
    end = 0
    for token in _tokens(text, words):
        dated = token.is_date or (token.key in words.date_tokens and not token.is_sign)
        kept += [text[end : token.start], "|" if dated else text[token.start : token.end]]
        end = token.end
    return "".join(kept)


# ---------------------------------------------------------------- parts


def _tokens(text: str, words: Words) -> Iterator[Token]:
    names = words.date_names
    for match in TOKEN.finditer(text):
        key = key_of(match[0]) if match["word"] else folded(match[0])
        number = match["day"] or NUMBER.fullmatch(key)
        is_date = bool(number) or key in names or key in DATE_WORDS
        yield Token(key, match.start(), match.end(), match["sign"] is not None, is_date)


def _parts(text: str, tokens: tuple[Token, ...], rules: IntakeRules) -> tuple[Part, ...] | None:
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


def _opens(
    parts: tuple[Part, ...], text: str, sign: Token, following: Token, rules: IntakeRules
) -> bool:
    """Whether the parts before the sign are a dateline over the text that follows."""
    mark = text[sign.start]
    kinds = {part.kind for part in parts}
    places = sum(part.kind in {Kind.CITY, Kind.PLACE} for part in parts)
    if places > PLACE_WORDS or _goes_on(following, rules.words):
        return False
    if mark == ".":
        return Kind.SOURCE in kinds and parts[-1].kind is Kind.SOURCE and len(parts) > 1
    if mark == ")" and not _closes_dateline(parts, text, sign, following):
        return False
    if parts[0].kind is Kind.DAY and parts[0].key.startswith(INSIDE):
        return False  # «on 15 March 2020 – a day before … – the last ship came»
    if kinds <= {Kind.DAY, Kind.DATE} and not _begins_account(text, following, rules):
        return False
    if Kind.DAY in kinds:
        return (mark != "/" and _has_day(parts)) or (mark == "/" and Kind.SOURCE in kinds)
    spaced = mark in DASHES and text[sign.start - 1].isspace()
    if Kind.SOURCE in kinds:
        return len(parts) > 1 or mark == "/" or spaced
    if mark in ")/":
        return False
    if kinds & {Kind.OUTLET, Kind.QUOTED} and places:
        return Kind.CITY in kinds or (mark == ":" and PAPER.search(text, 0, sign.start) is not None)
    if Kind.DESK in kinds or Kind.PERSON in kinds:
        return Kind.CITY in kinds
    return kinds == {Kind.CITY} and spaced and _begins_account(text, following, rules)


def _goes_on(following: Token, words: Words) -> bool:
    """Whether the word goes on with a sentence, so that what stands before it is a part of one."""
    return following.key in words.continuing_words or following.key in words.connectives


def _closes_dateline(parts: tuple[Part, ...], text: str, sign: Token, following: Token) -> bool:
    """Whether the bracket ends a dateline that has no other sign: «city 3 May (agency) opened»."""
    opened = "(" in text[: sign.start]
    has_day = any(part.kind is Kind.DAY for part in parts)
    return opened and has_day and parts[-1].kind in {Kind.SOURCE, Kind.OUTLET, Kind.PLACE}


def _has_day(parts: tuple[Part, ...]) -> bool:
    """Whether the day is that of a dateline, and not of an event that the sentence tells of."""
    at = next(at for at, part in enumerate(parts) if part.kind is Kind.DAY)
    others = {part.kind for part in parts} - {Kind.DAY, Kind.DATE}
    if others & {Kind.CITY, Kind.SOURCE, Kind.OUTLET, Kind.QUOTED}:
        return True
    if at and any(part.bracketed for part in parts[at:]):
        return True
    return any(part.year for part in parts) or (parts[at].parted and bool(others))


def _begins_account(text: str, following: Token, rules: IntakeRules) -> bool:
    """Whether a verb may follow, as behind a dateline, and no second dash closes an insertion."""
    words = rules.words
    if following.key in words.open_words or following.key.startswith("ال"):
        return False
    if following.key in words.cities:
        return False  # «Moscow – Washington: a new round»
    return not re.search(r"\s[-–—]\s", text[following.start : following.start + LETTERS])
