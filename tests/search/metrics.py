"""How good a ranking is against graded judgements, as trec_eval defines it."""

import math
from collections.abc import Mapping, Sequence


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Discounted gain of the first rows, over that of the best order; gain 2^grade - 1."""
    gain = sum(_gain(grades.get(name, 0), rank) for rank, name in enumerate(ranked[:depth]))
    best = sum(
        _gain(grade, rank)
        for rank, grade in enumerate(sorted(grades.values(), reverse=True)[:depth])
    )
    return gain / best


def _gain(grade: int, rank: int) -> float:
    return float((2**grade - 1) / math.log2(rank + 2))


def recall(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """The share of the relevant that stands in the first rows."""
    return len([name for name in ranked[:depth] if name in grades]) / min(depth, len(grades))


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """One over the rank of the first relevant row."""
    return next((1 / rank for rank, name in enumerate(ranked[:10], 1) if name in grades), 0.0)
