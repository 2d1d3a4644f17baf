"""RawArticle -> CleanArticle: characters made fit, and what is not the article taken out."""

from collections.abc import Iterable
from dataclasses import replace

from generator.model import CleanArticle, CleanLine, RawArticle, RemovedLine

from .captions import captions
from .characters import cut
from .endings import end_marks, endings
from .habits import IntakeRules
from .lines import Line, lines_of
from .links import inline_links
from .markup import read_lines
from .noise import (
    author_boxes,
    code,
    footers,
    furniture,
    head_furniture,
    noise_markers,
    publisher_boxes,
    publisher_lines,
)
from .page import Page, Removal, Rule
from .pictures import pictures
from .repeats import repeats
from .seconds import second_articles
from .slugs import slugs
from .tails import restarts, tails

# The order matters: code first, since its lines look like anything; boxes and tails while the signs
# that prove them (share bars, repeated titles, captions) are still there; repeats after captions,
# since a repeated caption is a caption; endings after all that may stand under an article.
RULES: tuple[Rule, ...] = (
    code,
    publisher_boxes,
    publisher_lines,
    tails,
    restarts,
    footers,
    author_boxes,
    noise_markers,
    inline_links,
    furniture,
    head_furniture,
    captions,
    repeats,
    pictures,
    end_marks,
    second_articles,
    endings,
    slugs,
)


def clean(raw: RawArticle, rules: IntakeRules, keep: frozenset[int] = frozenset()) -> CleanArticle:
    """The raw text's lines without noise; lines whose number is in `keep` stay whatever they are."""
    read = tuple(read_lines(raw))
    cleaned = clean_lines(raw.source, tuple(line for line, _ in read), rules, keep)
    removed = (*(markup for _, markup in read if markup), *cleaned.removed)
    return replace(cleaned, removed=tuple(sorted(removed, key=lambda each: each.line)))


def clean_lines(
    source: str,
    lines: tuple[CleanLine, ...],
    rules: IntakeRules,
    keep: frozenset[int] = frozenset(),
) -> CleanArticle:
    """The lines that are left after every rule, and what each rule took out, in line order."""
    removed: list[RemovedLine] = []
    known: dict[int, Line] = {}
    for rule in RULES:
        page = Page.of(lines_of(lines, known), rules)
        known = {line.number: line for line in page.lines}
        found = {removal.at: removal for removal in rule(page)}
        taken = {page.lines[at].number: removal for at, removal in found.items()}
        taken = {number: each for number, each in taken.items() if number not in keep}
        removed += _removed(lines, taken, rule.__name__)
        lines = tuple(_without(line, taken.get(line.line)) for line in lines)
    removed.sort(key=lambda each: each.line)
    return CleanArticle(source, lines, tuple(removed))


def _removed(
    lines: Iterable[CleanLine], taken: dict[int, Removal], rule: str
) -> Iterable[RemovedLine]:
    for line in lines:
        removal = taken.get(line.line)
        if removal:
            text = line.text[removal.start : removal.end].strip()
            yield RemovedLine(line.line, text, removal.kind, rule, removal.doubtful)


def _without(line: CleanLine, removal: Removal | None) -> CleanLine:
    """The line without what was removed: an empty one stays empty, so that gaps can be counted."""
    if removal is None:
        return line
    if removal.end is None:
        return CleanLine(line.line, "", line.offsets[:1])
    if removal.start == 0:
        return cut(line, removal.end, len(line.text))
    return cut(line, 0, removal.start)
