"""Title, standfirst, byline, dateline and date: what stands over the first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import BlockKind, IsoDate

from .dates import (
    derived_day,
    find_days,
    is_date_line,
    is_place_and_date,
    is_time_only,
    stated_day,
)
from .habits import IntakeRules, Words
from .lines import HEADLINE, LONG, Line
from .people import LATIN_NAME, NAME, is_name, parts_of, person_parts
from .phrases import WORD, key_of
from .slugs import is_slug_line

NAME_WORDS = 4
BYLINE_WORDS = 12
ROLE_WORDS = 14
TITLE_WORDS = 3
DECK_WORDS = 3
HEADING_WORDS = 5
HEAD_LINES = 14
SENTENCE_DECK = 16
STANDFIRST_WORDS = 40
MOST_ABOVE = 4
"""Lines over a standfirst."""
ENTRIES = 3
"""Times of day that make a live blog of a text."""

# "المرعي", "أبو الهيجا", "بن سالم": a family, as opposed to "شباك الفجر".
FAMILY = re.compile(r"\sال[^\W\d_]{2,8}ي$|\s(?:أبو|ابو|بن|ابن|آل|بو|عبد)\s")
CUE = re.compile(r"^[\W_]{0,3}([^\W\d_]+(?: [^\W\d_]+)?)\s*[:/\-–—|]\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of the article says; indexes count the lines that were asked about."""

    title: int | None = None
    decks: tuple[int, ...] = ()
    bylines: tuple[int, ...] = ()
    datelines: tuple[int, ...] = ()
    byline: str | None = None
    published: IsoDate | None = None
    published_by: str = ""
    """How the date is known, for `sharh explain`."""


def read_head(
    lines: tuple[Line, ...],
    rules: IntakeRules,
    author: str | None = None,
    slugs: Sequence[str] = (),
) -> Head:
    """The head of the article.

    Args:
        lines: the kept lines.
        author: whom the article's page names.
        slugs: the agency slugs that were cut from its paragraphs.
    """
    words = rules.words
    first = _first_paragraph(lines, rules)
    times = _times_of_entries(lines, words)
    above = range(min(first, HEAD_LINES))
    datelines = tuple(at for at in above if at not in times and _is_dateline(lines, at, rules))
    zone = [at for at in above if at not in datelines and at not in times]
    title = _title(lines, zone, rules)
    bylines = _bylines(lines, first, title, datelines, rules)
    if author:
        named = (at for at in zone if at != title and _names(lines[at], author))
        bylines = tuple(sorted({*bylines, *named}))
    byline = next((name for at in bylines if (name := byline_name(lines[at], rules))), None)
    decks = tuple(at for at in zone if title is not None and at > title and at not in bylines)
    # A line over the writer's name or the date is none of the text's sub-headings, however short.
    last_meta = max((at for at in (*bylines, *datelines) if at < first), default=-1)
    decks = tuple(
        at
        for at in decks
        if at < last_meta
        or (_is_deck(lines, at, first, rules) and not _heads_text(lines, at, last_meta))
    )
    published, basis = _published(lines, datelines, slugs, words)
    return Head(title, decks, bylines, datelines, byline, published, basis)


def _first_paragraph(lines: tuple[Line, ...], rules: IntakeRules) -> int:
    found = (at for at, line in enumerate(lines) if _opens_body(lines, at, line, rules))
    return next(found, len(lines))


def _opens_body(lines: tuple[Line, ...], at: int, line: Line, rules: IntakeRules) -> bool:
    """A paragraph, unless it is one short sentence under the title, parted from the text.

    Nor is it the text where the date or the writer stands under it: then it is title or standfirst.
    """
    if not line.is_paragraph and line.kind is not BlockKind.LIST_ITEM:
        return False
    if at <= MOST_ABOVE and line.words <= STANDFIRST_WORDS and _heads_meta(lines, at, rules):
        return False
    following = lines[at + 1].gap if at + 1 < len(lines) else 0
    return not (0 < at < HEAD_LINES and line.words <= SENTENCE_DECK and following > line.gap > 0)


def _heads_meta(lines: tuple[Line, ...], at: int, rules: IntakeRules) -> bool:
    """Whether the line under this one is a full date or the writer, with text under it."""
    if at + 2 >= len(lines) or not any(line.is_paragraph for line in lines[at + 1 :]):
        return False
    under = lines[at + 1]
    if any(_is_person(line, rules) for line in lines[at + 2 : -1]):
        return False  # names of persons head the parts of this text
    full_date = is_date_line(under, rules.words) and not is_time_only(under, rules.words)
    return full_date or (is_byline(under, rules) and under.words <= NAME_WORDS + 2)


# ---------------------------------------------------------------- title


def _title(lines: tuple[Line, ...], zone: list[int], rules: IntakeRules) -> int | None:
    """The first headline over the text that is not a person's name or a single word."""
    marked = [
        at for at in zone if lines[at].kind is BlockKind.HEADING and lines[at].clean.level == 1
    ]
    if marked:
        return marked[0]
    fit = [at for at in zone if lines[at].is_headline and not _is_person(lines[at], rules)]
    fit = [
        at for at in fit if not _has_cue(lines[at], rules) and not _is_role_under(lines, at, rules)
    ]
    # With the date or the writer under it, a first line is the title also when it is a sentence.
    if zone and zone[0] == 0 and fit[:1] != [0] and lines[0].words <= HEADLINE:
        fit = [0, *fit] if _heads_meta(lines, 0, rules) else fit
    long_enough = [at for at in fit if lines[at].words >= TITLE_WORDS]
    if not (long_enough or fit) or (zone and zone[0] not in fit and lines[zone[0]].is_paragraph):
        return None
    return (long_enough or fit)[0]


def _is_role_under(lines: tuple[Line, ...], at: int, rules: IntakeRules) -> bool:
    return at > 0 and _is_person(lines[at - 1], rules) and is_role(lines[at], rules)


# ---------------------------------------------------------------- byline


def _bylines(
    lines: tuple[Line, ...],
    first: int,
    title: int | None,
    datelines: tuple[int, ...],
    rules: IntakeRules,
) -> tuple[int, ...]:
    found: list[int] = []
    # Where names of persons head the parts of a text, the first of them is no writer.
    if title is not None and first == title + 2:
        parts = [line for line in lines[first:-1] if _is_person(line, rules)]
        if len(parts) > 1 and not _has_cue(lines[title + 1], rules):
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
        if _has_cue(lines[at], rules) or _is_person(lines[at], rules):
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
    return _has_cue(line, rules) or bool(_people(line, rules))


def _has_cue(line: Line, rules: IntakeRules) -> bool:
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


def _is_person(line: Line, rules: IntakeRules) -> bool:
    return line.words <= NAME_WORDS + 1 and line.is_headline and bool(_people(line, rules))


def _people(line: Line, rules: IntakeRules) -> list[str]:
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


def _names(line: Line, author: str) -> bool:
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
    return others[0] if others and (_has_cue(line, rules) or len(parts) == 1) else None


def _after_opening(text: str, words: Words) -> str:
    """The text behind a cue that has no colon: «بقلم محمد علي»."""
    opening = words.byline_cues.opening(key_of(text))
    tokens = [match.end() for match in WORD.finditer(text)]
    count = len(opening.split(" ")) if opening else 0
    return text[tokens[count - 1] :].strip() if 0 < count < len(tokens) else text


# ---------------------------------------------------------------- dateline and date


def _times_of_entries(lines: tuple[Line, ...], words: Words) -> frozenset[int]:
    """The lines that hold a time of day and no day, in a text that is made of such entries."""
    found = [
        at
        for at, line in enumerate(lines)
        if is_date_line(line, words) and is_time_only(line, words)
    ]
    return frozenset(found) if len(found) >= ENTRIES else frozenset()


def _is_dateline(lines: tuple[Line, ...], at: int, rules: IntakeRules) -> bool:
    line = lines[at]
    if line.kind is BlockKind.HEADING:
        return False
    if is_date_line(line, rules.words) or (at > 0 and is_place_and_date(line, rules)):
        return True
    return is_slug_line(line, rules) and not _people(line, rules)


def _published(
    lines: tuple[Line, ...], datelines: tuple[int, ...], slugs: Sequence[str], words: Words
) -> tuple[IsoDate | None, str]:
    stated = stated_day((lines[at] for at in datelines), words)
    if stated:
        return stated, "stated over the text"
    in_slug = next((day for slug in slugs for _, _, day in find_days(slug, words)), None)
    if in_slug:
        return IsoDate(in_slug.isoformat()), "stated in the agency's slug"
    derived = derived_day((line.text for line in lines if line.words > DECK_WORDS), words)
    return (derived, "derived from a weekday with its date") if derived else (None, "")


# ---------------------------------------------------------------- standfirst


def _heads_text(lines: tuple[Line, ...], at: int, last_meta: int) -> bool:
    """Whether a few words under the writer's name or the date are the text's first sub-heading."""
    return 0 <= last_meta < at and lines[at].words <= HEADING_WORDS


def _is_deck(lines: tuple[Line, ...], at: int, first: int, rules: IntakeRules) -> bool:
    """A line between title and text that is not the first sub-heading of the text."""
    line = lines[at]
    if line.kind not in {None, BlockKind.DECK} or line.list_mark or line.words >= LONG * 2:
        return False
    if line.words <= DECK_WORDS or line.text.endswith(":"):
        return False
    if not line.ends and line.key.rsplit(" ", 1)[-1] in rules.words.open_words:
        return False  # a paragraph that was broken at a link
    asks = line.text.rstrip('»”" ').endswith("؟")
    later = (other for other in lines[first:] if other.words < LONG)
    return not (asks and at == first - 1 and any(o.text.endswith("؟") for o in later))
