"""Captions: lines that tell what a picture shows and who took it."""

import re
from collections.abc import Iterator

from generator.model import BlockKind, LineKind
from generator.text import ARABIC_LETTER

from .cues import has_cue
from .dates import is_place_and_date
from .endings import INITIALS
from .habits import IntakeRules
from .lines import Line
from .page import Page, Removal, opens_onward
from .people import is_name, parts_of, person_parts
from .phrases import key_of

CAPTION_WORDS = 60
"""Words. The longest caption of the development set has 29."""
CREDIT_WORDS = 9
SHORT_CAPTION = 25
BROKEN = 12
"""Words. A line so long without an end is broken: what follows belongs to it."""

# The last bracket of a line, without brackets inside; a comma or a stop may follow it.
LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,90})[)\]][\s.،]{0,3}$")
DASH_CREDIT = re.compile(r"\s[-–—|/]\s{0,2}([^-–—|/]{1,40})$")
SIGNED = re.compile(r"\S\s*©\s*([^©]{2,40})$")
COPYRIGHT = re.compile(r"[©®]|\(c\)", re.IGNORECASE)
CITY_WORDS = 3
SPECIAL = "خاص"
BRACKETED = re.compile(r"[(\[][^()\[\]]+[)\]]")
BRACKETED_WORDS = 6


def is_caption(line: Line, rules: IntakeRules) -> bool:
    """Whether the line itself shows that it is a caption: a credit at its end, or a label."""
    if line.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM} or line.words > CAPTION_WORDS:
        return False
    if rules.words.caption_starts.opens(line.key):
        return line.words <= SHORT_CAPTION or not line.ends
    if _is_labelled(line, rules) or is_signed_picture(line, rules):
        return True
    return _has_credit(line, rules) or _is_credit_alone(line, rules) or _has_label(line, rules)


def is_signed_picture(line: Line, rules: IntakeRules) -> bool:
    """Whether the line ends in the sign of copyright and an agency: «… © AFP»."""
    signed = SIGNED.search(line.text)
    if signed is None or line.words <= CITY_WORDS:
        return False
    return key_of(signed[1]) in rules.sources


def _is_labelled(line: Line, rules: IntakeRules) -> bool:
    """Whether the line begins with a label: «الصورة: …»."""
    label, colon, _ = line.text.partition(":")
    key = key_of(label)
    pictured = key in rules.words.credit_labels and key in rules.words.credit_words
    return bool(colon) and pictured and line.words <= SHORT_CAPTION


def _has_credit(line: Line, rules: IntakeRules) -> bool:
    match = LAST_BRACKET.search(line.text)
    if not match or not is_credit(match[1], rules):
        return False
    before = line.text[: match.start()].rstrip()
    if before.endswith((".", "؟", "!")) and line.words > SHORT_CAPTION:
        return False  # the source of a paragraph, not of a picture
    return bool(before) and not opens_onward(line, rules)


def is_credit(text: str, rules: IntakeRules) -> bool:
    """Whether the text names an agency, or says where a picture comes from.

    Brackets that say "(Reuters reported it)" are longer, or open with another word.
    """
    key = key_of(text)
    if not key or key.count(" ") >= CREDIT_WORDS:
        return False
    if key in rules.sources or rules.words.credit_words.opens(key):
        return True
    return (
        rules.sources.opens(key)
        or rules.sources.closes(key)
        or rules.words.credit_words.closes(key)
    )


def _has_label(line: Line, rules: IntakeRules) -> bool:
    """Whether the line ends in a label with a name: «… Credit: AFP via Getty Images»."""
    head, colon, name = line.text.rpartition(":")
    words = key_of(head).rsplit(" ", 1)
    named = 0 < len(name.split()) <= CREDIT_WORDS and len(words) > 1
    return bool(colon) and named and words[-1] in rules.words.credit_labels and not line.ends


def _is_credit_alone(line: Line, rules: IntakeRules) -> bool:
    match = DASH_CREDIT.search(line.text)
    if match and line.words > CREDIT_WORDS:
        return key_of(match[1]) in rules.sources
    if line.words > CREDIT_WORDS:
        return False
    if COPYRIGHT.search(line.text) and rules.sources.within(line.key):
        return True
    if person_parts(line.text, rules):
        return False  # a byline with its outlet
    if match and key_of(match[1]) in rules.words.credit_words:
        # Three words and «special» are the paper's own dateline.
        return key_of(match[1]) != SPECIAL or len(line.text[: match.start()].split()) > CITY_WORDS
    # Three words and an agency are a dateline: "القاهرة - رويترز".
    return bool(
        match
        and key_of(match[1]) in rules.sources
        and len(line.text[: match.start()].split()) > CITY_WORDS
    )


def captions(page: Page) -> Iterator[Removal]:
    """Lines with a credit or a label, and those that stand twice in a row after the title."""
    known = {line.key for line in page.lines if is_caption(line, page.rules)}
    for at, line in enumerate(page.lines):
        if at < page.first and is_place_and_date(line, page.rules):
            continue  # where and when the text was written, with the agency
        if _is_writer(line, page.rules) or INITIALS.fullmatch(line.text):
            continue  # «written by …, photographs by …»; the desk's initials with the agencies
        if (
            (line.key in known and line.kind is not BlockKind.HEADING)
            or _is_agency_alone(page, at)
            or _stands_twice(page, at)
        ):
            yield Removal(at, LineKind.CAPTION)
        elif _describes_picture(page, at) or _is_bracketed(page, at):
            yield Removal(at, LineKind.CAPTION, doubtful=True)


def _is_writer(line: Line, rules: IntakeRules) -> bool:
    """Whether it tells who wrote the text, and who took the pictures: «… - تصوير: …»."""
    if rules.words.writing_cues.opens(line.key):
        return has_cue(line, rules)
    writer, *others = [key_of(part) for part in parts_of(line.text)] or [""]
    helped = any(key in rules.words.secondary_cues for key in others)
    return helped and is_name(writer, rules.words)


def _is_agency_alone(page: Page, at: int) -> bool:
    """An agency's name between paragraphs is the credit of a picture that was there.

    Under a line without an end it is a part of the sentence that a link had parted.
    """
    line = page.lines[at]
    inside = 0 < at <= page.last and at >= page.first
    above = page.lines[at - 1]
    broken = above.words >= BROKEN and not above.ends
    return inside and line.key in page.rules.sources and not broken


def _is_bracketed(page: Page, at: int) -> bool:
    """A few words wholly in brackets on a line of their own are the credit of a picture."""
    line = page.lines[at]
    whole = BRACKETED.fullmatch(line.text)
    if at < page.first and person_parts(line.text, page.rules):
        return False  # who wrote the text
    return bool(
        whole
        and 0 < at <= page.last
        and line.words <= BRACKETED_WORDS
        and not any(c.isdigit() for c in line.text)
        and line.key not in page.rules.words.end_marks
    )


def _stands_twice(page: Page, at: int) -> bool:
    """The same line twice running, not at the top, where it is the title."""
    line = page.lines[at]
    if (
        at == 0
        or (line.is_paragraph and line.ends_with_stop)
        or not ARABIC_LETTER.search(line.text)
    ):
        return False
    if line.key == page.lines[0].key:
        return False
    near = page.lines[max(1, at - 1) : at] + page.lines[at + 1 : at + 2]
    return line.words > 2 and any(other.key == line.key for other in near)


def _describes_picture(page: Page, at: int) -> bool:
    line, words = page.lines[at], page.rules.words
    if not page.first < at < page.last or line.kind or line.ends or not line.is_headline:
        return False
    if line.list_mark or not page.lines[at - 1].ends or opens_onward(line, page.rules):
        return False
    if words.picture_starts.opens(line.key):
        return True
    return line.words >= 8 and words.picture_words.within(line.key.split(" ", 1)[-1])
