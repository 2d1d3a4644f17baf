"""Which of the figures before it a figure most likely answers: the one most like it."""

from collections.abc import Sequence

from generator.analyse.conflicts.pairs import Pair

# What likeness is counted by; a word shared is less than two, or than what happened.
_LIKE = {
    "same noun": 1, "same class": 1, "nouns akin": 1, "people both": 1, "same theme": 2, "same measure": 1,
    "same rate": 1, "topic known": 1, "said the same": 1, "own shared": 1, "own much shared": 2,
}  # fmt: skip
BEATEN, LIKEST = "another first is more alike", "likest first"


def among_others(pairs: Sequence[Pair], signs: Sequence[Sequence[str]]) -> list[str]:
    """For each pair the sign that says how its first compares with others of its second; or «»."""
    like = [sum([_LIKE.get(sign, 0) for sign in each]) for each in signs]
    best: dict[int, list[int]] = {}  # of each second: how much its firsts are like it
    for pair, points in zip(pairs, like, strict=True):
        best.setdefault(pair.second.index, []).append(points)
    return [
        _compared(points, best[pair.second.index]) for pair, points in zip(pairs, like, strict=True)
    ]


def _compared(points: int, all_points: list[int]) -> str:
    most = max(all_points)
    if points < most:
        return BEATEN
    alone = len(all_points) > 1 and all_points.count(most) == 1
    return LIKEST if alone else ""
