"""A doubtful name weighed: what it is by itself, and the signs beside it."""

from collections.abc import Iterator

from generator.analyse.mentions.after import following, signs_after, verb_signs_after
from generator.analyse.mentions.before import joined_signs, signs_before, verb_signs_before
from generator.analyse.mentions.homographs import RULES
from generator.analyse.mentions.letters import unjoined
from generator.analyse.mentions.uses import Use, commonness, is_often_word, mostly_name, mostly_word
from generator.analyse.mentions.weights import INFLECTION, RULE_WEIGHTS, WEIGHTS


def signs(use: Use) -> Iterator[str]:
    """The names of the signs found beside a name."""
    yield from _of_itself(use)
    yield from joined_signs(use)
    if not use.clitic:
        yield from signs_before(use, unjoined(use.before))
        yield from verb_signs_before(use, unjoined(use.before))
    yield from verb_signs_after(use)
    yield from signs_after(use, following(use))


def weigh(use: Use) -> float:
    """The weight of what the neighbours say for the name, less what they say against it."""
    total = sum(WEIGHTS[sign] for sign in signs(use))
    total += INFLECTION * commonness(use.topic, use.word, use.names)
    for rule in RULES:
        answer = rule(use)
        if answer is not None:
            total += RULE_WEIGHTS[rule.__name__][0 if answer else 1]
    return total


def is_common(use: Use) -> bool:
    """Whether the name is a common word too."""
    listed = commonness(use.topic, use.word, use.names) > 0 or mostly_name(use.word, use.names)
    return listed or mostly_word(use.topic, use.word, use.lexicon)


def _of_itself(use: Use) -> Iterator[str]:
    if use.topic.type in WEIGHTS:
        yield use.topic.type
    if is_often_word(use):
        yield "mostly_word"
    elif not mostly_name(use.word, use.names) and commonness(use.topic, use.word, use.names) < 2:
        yield "seldom_word"
    if use.definite:
        yield "definite_person" if use.topic.type == "person" else "definite"
    if use.candidate.name.bare:
        yield "bare"
