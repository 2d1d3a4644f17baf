"""Lines that serve the page and not the article: code, share bars, menus, rights, tags."""

import re
from collections.abc import Iterator

from generator.model import BlockKind, LineKind
from generator.text import ARABIC_LETTER

from .captions import is_signed_picture
from .cues import names_source
from .dates import is_date_line
from .habits import BoxHabit, IntakeRules, Words
from .lines import Line
from .page import Page, Removal, is_body
from .phrases import key_of

SHORT = 14
"""Words. A longer line that begins like a button is a sentence about something."""
FURNITURE = 40
FOOTER_LINES = 4
RULED = re.compile(r"(?:[-*_=—–]\s?){3,}")
MENU_WORDS = 3
SHARE_WORDS = 8
BOX_LINES = 4
CLOCK = re.compile(r"0{1,2}:\d\d(?:\s?/\s?\d{1,2}:\d\d)?")
MENU_RUN = 3
HEAD_LINES = 80
"""Lines over the first paragraph that are looked at; the longest menu seen has 40."""

CODE = re.compile(
    r"^\s*(?:</?(?:script|style|iframe|noscript|svg|link|meta|object|embed|form|input|button)\b|<!--|"
    r"(?:var|let|const)\s+[\w$]+\s*=|(?:async\s+)?function\b[^\u0600-\u06ff]*[({]|window\.|document\.|\(function|"
    r"googletag\b|gtag\(|dataLayer\b|fbq\(|twttr\b|@media\b|@import\b|@font-face\b|!function|"
    r"[.#]?[A-Za-z][\w.#:>,\s-]{0,80}\{[^\u0600-\u06ff]*\}?$|[}\])];?[\s}\]);,]*$|\$\(|//|/\*|\*/|\{\s*\"|javascript:)"
)
ADDRESS = re.compile(
    r"^\W{0,4}(?:https?://|www\.)\S+\W{0,3}$|^\W{0,2}[\w.+-]+@[\w-]+\.[\w.]+\W{0,2}$|^(?:pic\.twitter\.com|t\.co)/\S+$"
)
HASHTAGS = re.compile(r"^\W{0,3}(?:#[^\s#]+[\s،,|]*)+$")
TAG = re.compile(r"#[^\s#]+")
SEPARATOR = re.compile(r"\s{0,3}[|›»><•/\\←→·]\s{0,3}|\s{1,3}[-–—]\s{1,3}")
POST = re.compile(r"\(@[A-Za-z0-9_]{2,30}\)")
PAGE_COUNT = re.compile(r"صفحه \d{1,3} (?:من |/ )?\d{1,3}")
ACCOUNT = re.compile(r"^@[A-Za-z0-9_]{2,30}$")
DIGITS_ONLY = re.compile(r"^[\W\d_]+$")
COUNT = re.compile(r"\b\d+\b")


def code(page: Page) -> Iterator[Removal]:
    """Lines of JavaScript, CSS or JSON whose tags are gone."""
    for at, line in enumerate(page.lines):
        if _is_code(line.text):
            yield Removal(at, LineKind.NOISE_MARKER)


def _is_code(text: str) -> bool:
    if not CODE.match(text):
        return False
    letters = len(ARABIC_LETTER.findall(text[:2000]))
    return letters < 0.3 * len(text[:2000])


def publisher_boxes(page: Page) -> Iterator[Removal]:
    """What stands between a publisher's lines for the beginning and the end of a box."""
    for habit in page.rules.boxes:
        at = 0
        while at < len(page.lines):
            end = _box_end(page, at, habit)
            yield from (Removal(inside, habit.kind) for inside in range(at, end))
            at = max(end, at + 1)


def _box_end(page: Page, at: int, habit: BoxHabit) -> int:
    key = page.lines[at].key
    if not (key.startswith(f"{habit.opening} ") and key.endswith(f" {habit.closing}")):
        return at
    # A box without an end would swallow the article: then only its first line goes.
    for end in range(at + 1, min(at + 30, len(page.lines))):
        if page.lines[end].key.endswith(habit.end) and page.lines[end].words <= SHORT:
            return end + 1
    return at + 1


def publisher_lines(page: Page) -> Iterator[Removal]:
    """Lines that one publisher's pages are known to carry."""
    whole = {habit.text: habit.kind for habit in page.rules.lines}
    for at, line in enumerate(page.lines):
        kind = whole.get(line.key)
        starts = (h.kind for h in page.rules.starts if f"{line.key} ".startswith(f"{h.text} "))
        kind = kind or (next(starts, None) if line.words <= FURNITURE else None)
        if kind:
            yield Removal(at, kind)


def noise_markers(page: Page) -> Iterator[Removal]:
    """Buttons, share bars, text size, reading time, players."""
    for at, line in enumerate(page.lines):
        if is_noise(line, page.rules):
            yield Removal(at, LineKind.NOISE_MARKER)


def is_noise(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a button or a share bar."""
    if (line.kind is BlockKind.HEADING and line.words > 2) or line.words > SHORT:
        return False
    words = rules.words
    bare = key_of(COUNT.sub(" ", line.key))
    if line.key in words.noise_lines or (bare and bare in words.noise_lines):
        return True
    if bare and words.noise_lines.makes(bare):
        return True
    if _is_share_button(line, words):
        return True
    if POST.search(line.text) and not line.ends_with_stop:
        return True  # the signature of an embedded post
    if words.noise_starts.opens(line.key) and not line.ends_with_stop:
        return True
    if CLOCK.fullmatch(line.text):
        return True  # how much of a recording was played
    if not line.key:
        return bool(line.text) and not ARABIC_LETTER.search(line.text)
    parts = [key_of(part) for part in SEPARATOR.split(line.text)]
    named = [part for part in parts if part]
    return len(named) > 1 and all(part in words.noise_lines for part in named)


def _is_share_button(line: Line, words: Words) -> bool:
    if line.words > SHARE_WORDS or line.ends:
        return False
    return words.share_words.opens(line.key) and words.networks.within(line.key)


def furniture(page: Page) -> Iterator[Removal]:
    """Rights, newsletters, accounts, cookies, tags, comments, sources, addresses, numbers alone."""
    for at, line in enumerate(page.lines):
        if is_furniture(line, page.rules):
            yield Removal(at, LineKind.TAIL, doubtful=line.words > SHORT and at < page.last)


def is_furniture(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a part of the page around the article."""
    if (line.kind is BlockKind.HEADING and line.words > SHORT) or line.words > FURNITURE:
        return False
    if ADDRESS.match(line.text) or ACCOUNT.match(line.text) or "©" in line.text:
        return not is_signed_picture(line, rules)
    if _is_tag_line(line) or _is_desk_note(line, rules) or PAGE_COUNT.fullmatch(line.key):
        return True
    label = rules.words.tail_labels.opening(line.key)
    if label and _is_labelled(line, label):
        return not names_source(line, rules)
    opening = rules.words.tail_starts.opening(line.key)
    # A sentence may begin with the same single word: it is longer and ends in a stop.
    return bool(opening) and (line.words <= SHORT or not line.ends_with_stop or " " in opening)


def _is_desk_note(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is the desk's note in brackets: who wrote, translated and edited."""
    bracketed = line.text.startswith("(") and line.text.rstrip(".").endswith(")")
    return bracketed and rules.words.byline_cues.opens(line.key) and line.words <= FURNITURE


def _is_labelled(line: Line, label: str) -> bool:
    if COUNT.sub("", line.key).strip() == label:
        return True
    head = line.text.split(":", 1)[0]
    return ":" in line.text and key_of(head) == label


def _is_tag_line(line: Line) -> bool:
    if HASHTAGS.match(line.text):
        return True
    # Tags of several words: most of the line stands behind hash signs.
    tags = TAG.findall(line.text)
    return (
        len(tags) >= 2
        and line.text.startswith("#")
        and not line.ends_with_stop
        and line.words <= SHORT
    )


def footers(page: Page) -> Iterator[Removal]:
    """A few short lines under the last rule that was drawn across the page."""
    ruled = [at for at, line in enumerate(page.lines) if RULED.fullmatch(line.text)]
    if not ruled or ruled[-1] <= page.first:
        return
    under = page.lines[ruled[-1] + 1 :]
    if len(under) <= FOOTER_LINES and not any(is_body(line) for line in under):
        for at in range(ruled[-1] + 1, len(page.lines)):
            yield Removal(at, LineKind.TAIL)


def author_boxes(page: Page) -> Iterator[Removal]:
    """A few lines about the writer under the text, with the heading that says so."""
    for at in range(max(page.first, len(page.lines) - BOX_LINES), len(page.lines)):
        if page.lines[at].key in page.rules.words.author_boxes:
            yield from (Removal(each, LineKind.TAIL) for each in range(at, len(page.lines)))
            return


def head_furniture(page: Page) -> Iterator[Removal]:
    """Before the first paragraph: menus, breadcrumbs, section names, edition links."""
    title_seen = False
    for at, line in enumerate(page.lines[: min(page.first, HEAD_LINES)]):
        if _is_breadcrumb(line, page.rules) or _is_section(line, page.rules) or _in_menu(page, at):
            yield Removal(at, LineKind.TAIL, doubtful=title_seen)
        elif DIGITS_ONLY.match(line.text) and not is_date_line(line, page.rules.words):
            yield Removal(at, LineKind.TAIL)
        else:
            title_seen = title_seen or line.words > MENU_WORDS


def _is_section(line: Line, rules: IntakeRules) -> bool:
    sections = rules.words.sections
    named = line.key in sections or sections.makes(line.key)
    return named and line.words <= MENU_WORDS


def _is_breadcrumb(line: Line, rules: IntakeRules) -> bool:
    keys = [key for part in SEPARATOR.split(line.text) if (key := key_of(part))]
    if len(keys) < 2:
        return False
    known = sum(key in rules.words.sections for key in keys)
    return known >= 2 or (
        known == 1
        and keys[0] in rules.words.sections
        and line.text[:1] not in '«"“'
        and _is_trail(line)
    )


def _is_trail(line: Line) -> bool:
    """Whether the parts are parted by the arrows and bars of trails, not by a dash."""
    return bool(re.search(r"\s[|›»>•/\\←→]\s|[›>←]", line.text))


def _in_menu(page: Page, at: int) -> bool:
    """One of three or more very short lines in a row, not all of which can be a byline."""
    run = [at]
    for step in (-1, 1):
        other = at + step
        while 0 <= other < min(page.first, HEAD_LINES) and page.lines[other].words <= MENU_WORDS:
            run.append(other)
            other += step
    if page.lines[at].words > MENU_WORDS or len(run) < MENU_RUN:
        return False
    known = sum(page.lines[other].key in page.rules.words.sections for other in run)
    return known >= 2 or len(run) > 2 * MENU_RUN
