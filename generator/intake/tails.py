"""What follows the article on its page: lists of other articles, and whole other articles.

A marker such as «related articles» opens a box. Where the article goes on after the box, only the
box goes; else everything from the marker on. Whether it goes on is weighed from several signs, since
each alone fails on some outlet.
"""

from collections import Counter
from collections.abc import Iterator

from generator.model import BlockKind, LineKind

from .captions import is_caption
from .dates import find_days, is_date_line
from .habits import IntakeRules
from .lines import Line
from .noise import is_furniture, is_noise
from .page import Page, Removal, is_body, opens_onward
from .people import person_parts

MARKER_WORDS = 7
FOREIGN_RUN = 2
"""Paragraphs in a row. Teasers in a list of articles stand alone between headlines."""
FOREIGN_WORDS = 12
BOX_ITEMS = 4
HEAD_SPAN = 5
"""Lines between a headline and the date, share bar or repeat that prove it a title."""
TITLE_OVERLAP = 0.4
"""Share of a title's longer words that stand in the first two paragraphs under it."""
CONTENT_LETTERS = 4
TAG_WORDS = 3
NAME_WORDS = 5
BODY_LINES = 60


def tails(page: Page) -> Iterator[Removal]:
    """Boxes of other articles, and everything from the marker after which nothing comes back."""
    at = 0
    while at < len(page.lines):
        if at <= page.first_body or not is_marker(page.lines[at], page.rules):
            at += 1
            continue
        end = _box_end(page, at)
        # A marker that is markup's own heading, or the last word of the page, leaves no doubt.
        doubtful = end == len(page.lines) and _paragraphs(page.lines[at:end]) > 2
        doubtful = doubtful and not _has_restart(page, at, end)
        yield from _labels(page, at, end, _foreign_start(page, at, end), doubtful=doubtful)
        at = end


def is_marker(line: Line, rules: IntakeRules) -> bool:
    """Whether the line stands over a list of other articles or of tags."""
    if line.words > MARKER_WORDS or line.ends_with_stop:
        return False
    words = rules.words
    if line.key in words.read_also or line.key in words.tag_markers:
        return True
    opening = words.related_markers.opening(line.key)
    if not opening:
        return False
    rest = [w for w in line.key[len(opening) :].split(" ") if w]
    return all(_is_vague(word, words.sections.whole) for word in rest)


def _is_vague(word: str, sections: frozenset[str]) -> bool:
    """A word that may follow a marker without making a sub-heading of it: «in politics», «now»."""
    return (
        word in sections
        or word in {"في", "من", "عن", "حول", "علي", "اليوم", "الان", "ايضا"}
        or word.isdigit()
    )


def _paragraphs(lines: tuple[Line, ...]) -> int:
    return sum(line.is_paragraph for line in lines)


# ---------------------------------------------------------------- where a box ends


def _box_end(page: Page, at: int) -> int:
    """The index at which the article goes on, or how many lines there are."""
    following = range(at + 1, len(page.lines))
    start = next((i for i in following if _is_running(page.lines[i], page.rules)), None)
    if start is None or not _goes_on(page, at, start):
        return len(page.lines)
    return _heading_before(page, at, start)


def _is_running(line: Line, rules: IntakeRules) -> bool:
    return is_body(line) and not is_caption(line, rules) and not is_furniture(line, rules)


def _goes_on(page: Page, at: int, start: int) -> bool:
    """Whether the paragraph at `start` belongs to the article before the marker."""
    items = page.lines[at + 1 : start]
    if _has_restart(page, at, start) or len(items) > 2 * BOX_ITEMS:
        return False
    lead = page.lines[start : start + 2]
    before = page.lines[max(0, at - BODY_LINES) : at]
    weight = 3 * opens_onward(lead[0], page.rules)
    plain = len(items) <= BOX_ITEMS and all(_is_item(item, page.rules) for item in items)
    weight += 1 if plain else -2
    weight += 1 if page.lines[at].key in page.rules.words.read_also else -1
    # A title shares its words with the text under it: then the last item is that text's title.
    weight += -3 if items and _overlap(lead, items[-1:]) >= TITLE_OVERLAP else 1
    weight += _topic_weight(before, lead)
    return weight >= 2


def _topic_weight(before: tuple[Line, ...], lead: tuple[Line, ...]) -> int:
    """How much the lead speaks of what the article speaks of: its title's and its frequent words."""
    counts = Counter(word for line in before for word in set(_content_words(line)))
    title = set(_content_words(before[0])) if before else set()
    topics = title | {word for word, count in counts.items() if count > 1}
    found = {word for line in lead for word in _content_words(line)} & topics
    return 1 if len(found) > 1 else 0 if found else -2


def _is_item(line: Line, rules: IntakeRules) -> bool:
    return line.is_headline and not is_caption(line, rules) and not is_date_line(line, rules.words)


def _heading_before(page: Page, at: int, start: int) -> int:
    """A sub-heading directly over the paragraph, parted from the box by a wider gap, comes along."""
    line = page.lines[start - 1]
    if start - 1 <= at or (
        line.kind is not BlockKind.HEADING and line.gap <= page.lines[start].gap
    ):
        return start
    return start - 1 if line.is_headline and start - at > 2 else start


def _overlap(before: tuple[Line, ...], after: tuple[Line, ...]) -> float:
    """The share of the longer words of the second lines that stand in the first too."""
    known = {word for line in before for word in _content_words(line)}
    found = [word for line in after for word in _content_words(line)]
    return sum(word in known for word in found) / len(found) if found else 0.0


def _content_words(line: Line) -> list[str]:
    bare = (
        word.removeprefix("و").removeprefix("ب").removeprefix("ال") for word in line.key.split(" ")
    )
    return [word for word in bare if len(word) >= CONTENT_LETTERS]


# ---------------------------------------------------------------- whole other articles


def restarts(page: Page) -> Iterator[Removal]:
    """Everything from the title of another article that follows without a marker."""
    if page.first >= len(page.lines):
        return
    for at in range(page.first + 1, len(page.lines)):
        if _is_restart(page, at) and _paragraphs(page.lines[page.first : at]) >= FOREIGN_RUN:
            yield from _labels(page, at, len(page.lines), at, doubtful=True)
            return


def _has_restart(page: Page, start: int, end: int) -> bool:
    return any(_is_restart(page, at) for at in range(start + 1, end))


def _is_restart(page: Page, at: int) -> bool:
    """Whether a headline is proved a title by what follows: itself again, or a full date."""
    line, rules = page.lines[at], page.rules
    if not line.is_headline or line.words < 4 or line.list_mark or is_caption(line, rules):
        return False
    for other in page.lines[at + 1 : at + 1 + HEAD_SPAN]:
        if other.key == line.key:
            return True
        if is_body(other) and not is_caption(other, rules):
            return False
        if is_date_line(other, rules.words) and any(
            True for _ in find_days(other.text, rules.words)
        ):
            return True
    return False


# ---------------------------------------------------------------- what each line of a tail is


def _labels(page: Page, start: int, end: int, foreign: int, *, doubtful: bool) -> Iterator[Removal]:
    tags = False
    for at in range(start, end):
        line = page.lines[at]
        marks = is_marker(line, page.rules)
        kind = (
            LineKind.FOREIGN_ARTICLE
            if at >= foreign and not marks
            else _kind_in_tail(line, page.rules, tags=tags)
        )
        if marks:
            tags = line.key in page.rules.words.tag_markers
        yield Removal(at, kind, doubtful and at >= foreign)


def _kind_in_tail(line: Line, rules: IntakeRules, *, tags: bool) -> LineKind:
    if line.key in rules.words.tag_markers or is_furniture(line, rules):
        return LineKind.TAIL
    if is_marker(line, rules) or is_noise(line, rules):
        return LineKind.NOISE_MARKER
    return LineKind.TAIL if tags and line.words <= TAG_WORDS else LineKind.RELATED


def _foreign_start(page: Page, start: int, end: int) -> int:
    """Where a whole article begins in the tail: at the title over the first run of paragraphs."""
    run = 0
    for at in range(start, end):
        line = page.lines[at]
        if line.words >= FOREIGN_WORDS and is_body(line) and not is_caption(line, page.rules):
            run += 1
            if run == FOREIGN_RUN:
                return _title_over(page, start, at - 1)
        elif not is_caption(line, page.rules):
            run = 0
    return end


def _title_over(page: Page, start: int, at: int) -> int:
    """The index of the title over the paragraph, the first of its copies."""
    title, found = "", at
    for above in range(at - 1, start, -1):
        line = page.lines[above]
        if line.key == title or (not title and _is_title(line, page.rules)):
            title, found = line.key, above
        elif (is_body(line) and not is_caption(line, page.rules)) or (
            title and _is_title(line, page.rules)
        ):
            break
    return found


def _is_title(line: Line, rules: IntakeRules) -> bool:
    return (
        line.is_headline
        and line.words > 2
        and not is_caption(line, rules)
        and not is_noise(line, rules)
        and not is_date_line(line, rules.words)
        and not (line.words <= NAME_WORDS and person_parts(line.text, rules))
    )
