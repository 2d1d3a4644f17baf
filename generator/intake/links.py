"""Pointers to other articles inside the text: «read also: …»."""

import re
from collections.abc import Iterator

from generator.model import LineKind

from .habits import IntakeRules
from .lines import Line
from .page import Page, Removal
from .phrases import key_of

LINK_WORDS = 40
LABEL = re.compile(r"^[\W_]{0,6}([^|:.…\-–—»«\"“”]{2,40}?)\s*(?:[|:…\-–—»«\"“”]|\.{2,})")


def inline_links(page: Page) -> Iterator[Removal]:
    """Lines that begin with «read also» or the like and go on with the title of something else."""
    for at, line in enumerate(page.lines):
        if is_inline_link(line, page.rules):
            yield Removal(at, LineKind.INLINE_LINK)


def is_inline_link(line: Line, rules: IntakeRules) -> bool:
    """Whether the line is a label for other articles with a title behind it."""
    opening = rules.words.read_also.opening(line.key)
    if line.words > LINK_WORDS:
        return False
    label = LABEL.match(line.text)
    labelled = key_of(label[1]) if label else ""
    if labelled and (labelled in rules.words.read_also or labelled in rules.words.related_markers):
        return line.key != labelled
    if (
        labelled in rules.words.link_labels
        and line.is_headline
        and label
        and label[0].rstrip().endswith(("|", ":", "..", "…"))
    ):
        return line.key != labelled
    # Without a separator only the unmistakable words count: "شاهد" alone opens sentences.
    return " " in opening and line.key != opening and not line.ends_with_stop
