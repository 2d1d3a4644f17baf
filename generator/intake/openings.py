"""The dateline that opens a paragraph, and where it ends."""

import re

from generator.text import TATWEEL

from .habits import IntakeRules, Words
from .origins import OPENING_QUOTES, PLACE_WORDS, Kind, Part, Token, read_parts, read_tokens

LETTERS = 90
INSIDE = ("في ", "يوم ", "من ", "شهر ", "عام ")
# A dash before a paper's name: "place – «paper»:".
PAPER = re.compile(r"[-–—\u0640/،]\s?[«\"“][^«»\"“”]{2,30}[»\"”]\s?$")
DASHES = f"-–—{TATWEEL}"
STOPS = ":/)."


def opening_end(text: str, rules: IntakeRules) -> int:
    """Where the dateline that opens the text ends, or 0."""
    tokens = tuple(read_tokens(text[: LETTERS + 20], rules.words))
    best = 0
    for at, token in enumerate(tokens):
        if not token.is_sign or token.start > LETTERS or text[token.start] not in DASHES + STOPS:
            continue
        following = next((each for each in tokens[at:] if not each.is_sign), None)
        if following is None or not at:
            continue
        if following.start == token.end and text[token.start] not in STOPS + DASHES:
            continue
        parts = read_parts(text, tokens[:at], rules)
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
