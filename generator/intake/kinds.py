"""Which block is a sub-heading, a list entry, a quotation, a question, or a paragraph."""

import re
from dataclasses import dataclass, replace

from generator.model import BlockKind

from .dates import is_date_line
from .habits import IntakeRules
from .joins import Unit
from .lines import LONG, Line, ending_rate
from .page import opens_onward

HEADING_WORDS = 14
LOOSE_HEADING_WORDS = 8
COLON_HEADING_WORDS = 6
CAREFUL = 0.6
QUESTIONS = 3
QUOTE_WORDS = 8
FEW_WORDS = 3
BOOKS = "كتب"
"""Without vowels «books» and «he wrote» are one word."""
NEAR = 4
"""Blocks. A pull quote stands near the paragraph that it repeats."""

WHOLE_QUOTE = re.compile(r"^[«“\"”][^«»“”\"]{20,}[»”\"“][.،]?(?:\s*[-–—]\s*[^«»“”\"]{2,60})?$")
MARKDOWN_QUOTE = re.compile(r"^>\s?(?=\S)")
SPEAKER = re.compile(r"^[\W_]{0,2}(?:س|ج|سؤال|جواب)\s?\d{0,2}\s?[:\-–—.]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before its kind is settled."""

    unit: Unit
    kind: BlockKind | None = None
    level: int = 0
    ordered: bool = False
    mark: int = 0
    """Characters at the start that are a bullet or number, not text."""

    @property
    def line(self) -> Line:
        """The draft's text as one line."""
        return self.unit.line


def kinds_of(drafts: list[Draft], rules: IntakeRules) -> tuple[Draft, ...]:
    """The drafts with their kinds."""
    lines = [draft.line for draft in drafts]
    careful = ending_rate(lines) >= CAREFUL
    interview = _is_interview(lines, rules)
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        if draft.kind in {BlockKind.TITLE, BlockKind.DECK}:
            found.append(draft)
        elif draft.kind:
            found.append(_marked_up(draft))
        else:
            found.append(_settled(draft, lines, at, rules, careful=careful, interview=interview))
    return tuple(found)


def _marked_up(draft: Draft) -> Draft:
    first = draft.line.clean
    level = max(2, min(first.level, 3)) if draft.kind is BlockKind.HEADING else 0
    return replace(draft, level=level, ordered=first.ordered)


def _settled(
    draft: Draft,
    lines: list[Line],
    at: int,
    rules: IntakeRules,
    *,
    careful: bool,
    interview: bool,
) -> Draft:
    line = lines[at]
    quote = MARKDOWN_QUOTE.match(line.text)
    if quote:
        return replace(draft, kind=BlockKind.QUOTE, mark=quote.end())
    if interview and _is_question(line, rules):
        return replace(draft, kind=BlockKind.PARAGRAPH)
    if line.list_mark and _in_list(lines, at):
        ordered = line.is_numbered
        return replace(draft, kind=BlockKind.LIST_ITEM, mark=line.list_mark, ordered=ordered)
    if _is_quotation(lines, at):
        return replace(draft, kind=BlockKind.QUOTE)
    if _is_heading(lines, at, rules, careful=careful):
        return replace(draft, kind=BlockKind.HEADING, level=2)
    return replace(draft, kind=BlockKind.PARAGRAPH)


# ---------------------------------------------------------------- headings


def _is_heading(lines: list[Line], at: int, rules: IntakeRules, *, careful: bool) -> bool:
    """A short line without an end, over a longer one that is running text."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None:
        return False
    if below.words <= line.words and not (below.is_paragraph or below.text.endswith(":")):
        return False
    if is_date_line(line, rules.words) or (_goes_on(line, rules) and not line.ends):
        return False
    if line.text.endswith((":", "：")):
        return _is_colon_heading(line, below, rules)
    limit = HEADING_WORDS if careful else LOOSE_HEADING_WORDS
    if line.words > limit or not line.is_headline or _is_sentence(line):
        return False
    if below.list_mark and not below.is_paragraph:
        return line.words <= LOOSE_HEADING_WORDS and not line.ends
    return below.is_paragraph or below.words >= LOOSE_HEADING_WORDS or below.text.endswith(":")


def _goes_on(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is the beginning of a sentence that goes on with an account."""
    if line.words > FEW_WORDS and not WHOLLY_QUOTED.match(line.text):
        return opens_onward(line, rules)
    # A noun of a short heading may begin with the letters of «and» and «so».
    words = rules.words
    first = line.key.split(" ", 1)[0]
    return (
        words.connectives.opens(line.key)
        or (first in words.reporting_verbs and first != BOOKS)
        or (first[:1] in "وف" and first[1:] in words.reporting_verbs)
        or first.startswith("وال")
    )


WHOLLY_QUOTED = re.compile(r"[«“\"”][^«»“”\"]+[»”\"“]$")
WHOLE_SENTENCE = re.compile(r"[.!…][»”\"]?$")
CALL = re.compile(r"(?:!|\.{2,}|…)[»”\"]?$")


def _is_sentence(line: Line) -> bool:
    """Whether the line ends as sentences do; a few words may also cry out or trail off."""
    few = line.words <= FEW_WORDS + 1 and CALL.search(line.text)
    return bool(WHOLE_SENTENCE.search(line.text)) and not few


def _is_colon_heading(line: Line, below: Line, rules: IntakeRules) -> bool:
    """A few words with a colon head the paragraph below; over a list they introduce it."""
    if line.words > COLON_HEADING_WORDS or below.list_mark or opens_onward(line, rules):
        return False
    if line.key.split(" ", 1)[0] in rules.words.question_words:
        return below.is_paragraph
    verbs = rules.words.reporting_verbs
    return below.is_paragraph and not any(word in verbs for word in line.key.split(" "))


# ---------------------------------------------------------------- quotations


def _is_quotation(lines: list[Line], at: int) -> bool:
    """Whether the whole line is quoted, and is long or pulled out of a paragraph near by."""
    line = lines[at]
    if not WHOLE_QUOTE.match(line.text):
        return False
    near = (other for other in lines[max(0, at - NEAR) : at + NEAR + 1] if other is not line)
    return line.words >= QUOTE_WORDS or any(line.key in other.key for other in near)


# ---------------------------------------------------------------- lists


def _in_list(lines: list[Line], at: int) -> bool:
    """Whether a neighbour has a mark too, or the line above introduces a list."""
    if at and lines[at - 1].text.endswith(":"):
        return True
    near = [other for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return any(lines[other].list_mark and _same_mark(lines[at], lines[other]) for other in near)


def _same_mark(one: Line, other: Line) -> bool:
    return one.is_numbered == other.is_numbered


# ---------------------------------------------------------------- interviews


def _is_interview(lines: list[Line], rules: IntakeRules) -> bool:
    """Whether at least three questions address someone, or are labelled as questions."""
    questions = [line for line in lines if _asks(line)]
    labelled = sum(bool(SPEAKER.match(line.text)) for line in lines)
    if labelled >= QUESTIONS or len(questions) < QUESTIONS:
        return labelled >= QUESTIONS
    addressed = sum(rules.words.address_words.within(line.key) for line in questions)
    said = any(rules.words.interview_words.within(line.key) for line in lines[:4])
    return addressed >= QUESTIONS or (said and addressed >= 1)


def _asks(line: Line) -> bool:
    return line.text.rstrip('»”" ').endswith("؟") and line.words <= 3 * LONG


def _is_question(line: Line, rules: IntakeRules) -> bool:
    return _asks(line) or bool(SPEAKER.match(line.text))
