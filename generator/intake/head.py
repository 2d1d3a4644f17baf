"""Title, standfirst, byline, dateline and date: what stands over the first paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import BlockKind, IsoDate

from .bare_names import HEADING_WORDS
from .bylines import (
    HEAD_LINES,
    byline_name,
    bylines_of,
    credited,
    is_byline,
    is_person,
    names_author,
    people,
)
from .cues import NAME_WORDS, has_cue, is_role
from .dates import (
    find_days,
    is_date_line,
    is_full_date,
    is_place_and_date,
    is_time_only,
    stated_day,
)
from .habits import IntakeRules, Words
from .issue_days import derived_day, titled_day, yearless_day
from .lines import HEADLINE, LONG, Line
from .origins import parts_of_line
from .people import is_name, parts_of
from .phrases import key_of

TITLE_WORDS = 3
DECK_WORDS = 3
SENTENCE_DECK = 16
STANDFIRST_WORDS = 40
ORIGIN_WORDS = 12
TAKEN_FROM = "نقلا عن "
MOST_ABOVE = 4
"""Lines over a standfirst."""
ENTRIES = 3
"""Times of day that make a live blog of a text."""


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
    closing = _closing(lines, first, rules)
    kept = lines[: closing[0]] if closing else lines
    bylines = bylines_of(kept, first, title, datelines, rules)
    if author:
        named = (at for at in zone if at != title and names_author(lines[at], author))
        bylines = tuple(sorted({*bylines, *named}))
    byline = next((name for at in bylines if (name := byline_name(lines[at], rules))), None)
    if not bylines:
        told = (credited(lines[at].text, rules) for at in datelines if at < first)
        byline = next((name for name in told if name), None)
    decks = tuple(at for at in zone if title is not None and at > title and at not in bylines)
    # A line over the writer's name or the date is none of the text's sub-headings, however short.
    last_meta = max((at for at in (*bylines, *datelines) if at < first), default=-1)
    decks = tuple(
        at
        for at in decks
        if at < last_meta
        or (_is_deck(lines, at, first, rules) and not _heads_text(lines, at, last_meta))
    )
    datelines = (*datelines, *closing)
    published, basis = _published(lines, title, datelines, slugs, words)
    return Head(title, decks, bylines, datelines, byline, published, basis)


def _closing(lines: tuple[Line, ...], first: int, rules: IntakeRules) -> tuple[int, ...]:
    """The last line where it is a day, alone or with a place: some papers date a text at its end."""
    at = len(lines) - 1
    dated = at > first and lines[at].words <= ORIGIN_WORDS and is_full_date(lines[at], rules)
    return (at,) if dated else ()


def _first_paragraph(lines: tuple[Line, ...], rules: IntakeRules) -> int:
    found = (at for at, line in enumerate(lines) if _opens_body(lines, at, line, rules))
    return next(found, len(lines))


def _opens_body(lines: tuple[Line, ...], at: int, line: Line, rules: IntakeRules) -> bool:
    """A paragraph, unless it is one short sentence under the title, parted from the text.

    Nor is it the text where the date or the writer stands under it: then it is title or standfirst.
    """
    if not line.is_paragraph and line.kind is not BlockKind.LIST_ITEM:
        return False
    if is_date_line(line, rules.words):
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
    if any(is_person(line, rules) for line in lines[at + 2 : -1]):
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
    fit = [at for at in zone if lines[at].is_headline and not is_person(lines[at], rules)]
    if zone and zone[0] not in fit and _is_city_and_matter(lines[zone[0]], rules):
        fit = [zone[0], *fit]
    fit = [
        at for at in fit if not has_cue(lines[at], rules) and not _is_role_under(lines, at, rules)
    ]
    # With the date or the writer under it, a first line is the title also when it is a sentence.
    if zone and zone[0] == 0 and fit[:1] != [0] and lines[0].words <= HEADLINE:
        fit = [0, *fit] if _heads_meta(lines, 0, rules) else fit
    long_enough = [at for at in fit if lines[at].words >= TITLE_WORDS]
    if not (long_enough or fit) or (zone and zone[0] not in fit and lines[zone[0]].is_paragraph):
        return None
    return (long_enough or fit)[0]


def _is_city_and_matter(line: Line, rules: IntakeRules) -> bool:
    """Whether a first line «Abha: the terraces return» is a title, and not who writes from there."""
    if not line.is_headline or ":" not in line.text:
        return False
    return not any(is_name(key_of(part), rules.words) for part in parts_of(line.text))


def _is_role_under(lines: tuple[Line, ...], at: int, rules: IntakeRules) -> bool:
    return at > 0 and is_person(lines[at - 1], rules) and is_role(lines[at], rules)


# ---------------------------------------------------------------- dateline and date


def _is_origin(line: Line, rules: IntakeRules) -> bool:
    """Whether the whole line is a place and an agency: «القاهرة - رويترز», «لندن (أ ف ب)»."""
    if line.words > ORIGIN_WORDS or line.ends_with_stop:
        return False
    if line.key in rules.words.cities or line.key.startswith(TAKEN_FROM):
        return True
    return bool(parts_of_line(line.text, rules)) and not people(line, rules)


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
    return _is_origin(line, rules)


def _published(
    lines: tuple[Line, ...],
    title: int | None,
    datelines: tuple[int, ...],
    slugs: Sequence[str],
    words: Words,
) -> tuple[IsoDate | None, str]:
    stated = stated_day((lines[at] for at in datelines), words)
    if stated:
        return stated, "stated over the text"
    in_slug = next((day for slug in slugs for _, _, day in find_days(slug, words)), None)
    if in_slug:
        return IsoDate(in_slug.isoformat()), "stated in the agency's slug"
    titled = titled_day(lines[title].text, words) if title is not None else None
    if titled:
        return titled, "stated in the title"
    texts = [line.text for line in lines if line.words > DECK_WORDS]
    yearless = yearless_day((*(lines[at].text for at in datelines), *slugs), texts, words)
    if yearless:
        return yearless, "stated without a year, which the weekday tells"
    derived = derived_day(texts, words)
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
