"""A doubtful name weighed: what it is by itself, and the signs beside it."""

from collections.abc import Iterator

from generator.analyse.mentions.after import following, signs_after, verb_signs_after
from generator.analyse.mentions.before import joined_signs, signs_before, verb_signs_before
from generator.analyse.mentions.homographs import RULES
from generator.analyse.mentions.letters import unjoined
from generator.analyse.mentions.uses import Use
from generator.analyse.mentions.weights import INFLECTION, WEIGHTS


def _row(name: str) -> str | None:
    return name if name in WEIGHTS else None


# Each rule with the signs that its yes and its no are.
_ANSWERED = tuple(
    (rule, _row(f"{rule.__name__.lstrip('_')}: yes"), _row(f"{rule.__name__.lstrip('_')}: no"))
    for rule in RULES
)


def signs(use: Use) -> Iterator[str]:
    """The names of the signs found beside a name."""
    yield from _of_itself(use)
    yield from joined_signs(use)
    if not use.clitic:
        yield from signs_before(use, unjoined(use.before))
        yield from verb_signs_before(use, unjoined(use.before))
    yield from verb_signs_after(use)
    yield from signs_after(use, following(use))
    yield from _answers(use)


def weigh(use: Use) -> float:
    """The weight of what the neighbours say for the name, less what they say against it."""
    return sum([WEIGHTS[sign] for sign in signs(use)]) + INFLECTION * use.itself.ways


def _answers(use: Use) -> Iterator[str]:
    for rule, yes, no in _ANSWERED:
        answer = rule(use)
        sign = None if answer is None else yes if answer else no
        if sign:
            yield sign


def _of_itself(use: Use) -> Iterator[str]:
    if use.topic.type in WEIGHTS:
        yield use.topic.type
    if use.itself.mostly_word:
        yield "mostly_word"
    elif not use.itself.mostly_name and use.itself.ways < 2:
        yield "seldom_word"
    if use.itself.definite:
        yield "definite_person" if use.topic.type == "person" else "definite"
    if use.candidate.name.bare:
        yield "bare"
