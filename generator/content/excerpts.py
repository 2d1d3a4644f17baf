"""`excerpts` of an article that may only be quoted from: the words that readers get to see."""

import re

from generator.model import Block, BlockKind, Rights
from generator.rules import Fields

# A quotation stays short beside the text that it is taken from, whatever the setting allows.
SHARE = 10

_WORD = re.compile(r"\w+")


def read_excerpts(
    fields: Fields, blocks: tuple[Block, ...], rights: Rights, most: int
) -> tuple[str, ...]:
    """The quotations in their order; each is checked against the text, all against the limits.

    `most` is the number of words that all of them may have together; they may also have no more
    than a tenth of the article's words.
    """
    found = fields.located_texts("excerpts")
    problems = fields.problems
    if found and rights is not Rights.EXCERPT:
        what = f"«excerpts» are named, and the rights are «{rights}»."
        problems.error(fields.line("excerpts"), what, "Set «rights» to excerpt, or take them out.")
        return ()
    if not found and rights is Rights.EXCERPT:
        what = "The rights are «excerpt», and no excerpt is named."
        problems.warning(
            fields.line("rights"), what, "List them as «excerpts», or set «rights» to summary."
        )
    for excerpt, line in found:
        if not any(holds(block, excerpt) for block in blocks):
            what = f"No paragraph holds «{excerpt}»."
            problems.error(line, what, "Copy the words as they stand in one paragraph.")
    limit = min(most, sum(_count(block.text) for block in blocks) // SHARE)
    if (count := sum(_count(excerpt) for excerpt, _ in found)) > limit:
        what = f"The excerpts have {count} words; of this article {limit} may be quoted."
        problems.error(fields.line("excerpts"), what, "Shorten them or leave one out.")
    return tuple(excerpt for excerpt, _ in found)


def holds(block: Block, excerpt: str) -> bool:
    """Whether the words stand in the block as they are, begun and ended at a word's edge."""
    if block.kind is BlockKind.TITLE:
        return False
    return re.search(rf"(?<!\w){re.escape(excerpt)}(?!\w)", block.text) is not None


def _count(text: str) -> int:
    return len(_WORD.findall(text))
