"""Learns what the signs of conflicts weigh, and says how well that does on articles left out.

    python tests/eval/weigh.py             the table of what is reached, article by article left out
    python tests/eval/weigh.py --write     also writes the weights into the generator

It learns from the sets in `open/`, the development set where it is at hand, and the cases of
`tests/fixtures/analyse/conflicts.md`, never from `unseen/`. Needs numpy, which nothing else does. The
same texts and rules give the same weights.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import run  # noqa: E402 - a module beside this file, not of a package
import score  # noqa: E402

from generator import pipeline  # noqa: E402
from generator.analyse.conflicts import find, weights  # noqa: E402
from generator.analyse.conflicts.pairs import Pair  # noqa: E402
from generator.analyse.conflicts.signs import signs_of_all  # noqa: E402
from generator.model import Analysis  # noqa: E402
from tests.unit.analyse import test_conflicts  # noqa: E402

Vector = NDArray[np.float64]
TABLE = Path(weights.__file__)
PENALTY = 2.0  # of a weight: few articles, many signs
CASES = "cases"
CASE_WEIGHT = 1.5  # a case shows one thing, more plainly than an article does
FOLDS = 10  # of the cases; articles are left out one by one


@dataclass(slots=True)
class Text:
    """One article or case: its pairs, which of them conflict, and conflicts without a pair."""

    corpus: str
    pairs: list[Pair]
    signs: list[frozenset[str]]
    right: list[bool | None]
    """None where careful readers may differ."""
    wanted: int
    rows: Vector = field(default_factory=lambda: np.zeros((0, 0)))


# ---------------------------------------------------------------- what is learned from


def texts() -> Iterator[Text]:
    """Every text, read by the generator, with what its gold says of each pair."""
    open_sets = [corpus for corpus in run.SETS if corpus.gold.parents[1].name == "open"]
    for corpus in (run.DEVELOPMENT, *open_sets):
        if corpus.gold.is_dir():
            yield from _of_set(corpus)
    cases = [(case.lines, case.published, case.expected) for case in test_conflicts.CASES]
    cases += [((t,), None, (" ~ ".join(pair),)) for t, pair in test_conflicts.CONFLICTS.values()]
    cases += [((text,), None, ()) for text in test_conflicts.NO_CONFLICTS.values()]
    for lines, published, expected in cases:
        yield _of_case(lines, published, list(expected))


def _of_set(corpus: run.Corpus) -> Iterator[Text]:
    folders = pipeline.Folders.beside(run.ROOT / "mkdocs.yml")
    for article in score.read_articles(corpus.gold, corpus.raw):
        if article.is_page:
            continue
        with Recorded() as pairs:
            raw = corpus.raw / article.gold["source"]
            found: Any = pipeline.analyse(raw, corpus.topics, None, folders)
        yield _of_article(corpus.name, article, found["figures"], pairs)


def _of_article(
    name: str, article: score.Article, figures: Sequence[score.Item], pairs: list[Pair]
) -> Text:
    gold = article.gold
    marked = [
        {n for n, each in enumerate(gold["figures"]) if "start" in f and score.overlap(each, f)}
        for f in figures
    ]
    conflicts = {frozenset(each["figures"]): each for each in gold["conflicts"]}

    def judged(pair: Pair) -> bool | None:
        ends = (marked[pair.first.index], marked[pair.second.index])
        both = (conflicts.get(frozenset((a, b))) for a in ends[0] for b in ends[1])
        hit = next((each for each in both if each), None)
        return hit is not None and (None if hit.get("optional") else True)

    wanted = sum(not each.get("optional") for each in gold["conflicts"])
    return _text(name, pairs, [judged(pair) for pair in pairs], wanted)


def _of_case(lines: tuple[str, ...], published: str | None, expected: list[str]) -> Text:
    with Recorded() as pairs:
        found: Analysis = test_conflicts.analysed(lines, published=published)
    wanted, right = len(expected), []
    for pair in sorted(pairs, key=lambda pair: (pair.first.index, pair.second.index)):
        ends = (found.figures[pair.first.index].surface, found.figures[pair.second.index].surface)
        shown = " ~ ".join(ends)
        right.append(shown in expected)
        if shown in expected:
            expected.remove(shown)
    pairs.sort(key=lambda pair: (pair.first.index, pair.second.index))
    return _text(CASES, pairs, list(right), wanted)


def _text(corpus: str, pairs: list[Pair], right: list[bool | None], wanted: int) -> Text:
    return Text(corpus, pairs, [frozenset(s) for s in signs_of_all(pairs)], right, wanted)


class Recorded:
    """Collects the candidates of what is analysed meanwhile: a list when entered."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []
        self._patch = patch.object(find, "candidates", self._candidates)
        self._original = find.candidates

    def _candidates(self, profiles: Any) -> Iterator[Pair]:
        self.pairs[:] = self._original(profiles)
        return iter(self.pairs)

    def __enter__(self) -> list[Pair]:
        self._patch.start()
        return self.pairs

    def __exit__(self, *_: object) -> None:
        self._patch.stop()


# ---------------------------------------------------------------- learning


def learn(known: Sequence[Text], leans: Vector) -> Vector:
    """The bias and the weights; a weight that would lean the wrong way is 0."""
    rows = np.vstack([text.rows for text in known])
    right = np.array([each for text in known for each in text.right], dtype=object)
    counts = np.array([CASE_WEIGHT if t.corpus == CASES else 1.0 for t in known for _ in t.right])
    kept = np.array([each is not None for each in right])
    rows, counts = rows[kept], counts[kept]
    target = right[kept].astype(np.float64)
    free = np.ones(rows.shape[1], dtype=bool)
    while True:
        found = np.zeros(rows.shape[1])
        found[free] = _regression(rows[:, free], target, counts)
        wrong = free & (leans * found < 0)
        if not wrong.any():
            return found
        free &= ~wrong


def _regression(rows: Vector, target: Vector, counts: Vector) -> Vector:
    """Logistic regression by Newton's method; the first column is the bias and is not held down."""
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 1e-4
    found = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(rows @ found)))
        slope = rows.T @ (counts * (chance - target)) + penalty * found
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def left_out(known: Sequence[Text], leans: Vector) -> list[Vector]:
    """The points of each text's pairs by weights that were learned without it."""
    groups = [[n] for n, text in enumerate(known) if text.corpus != CASES and text.pairs]
    cases = [n for n, text in enumerate(known) if text.corpus == CASES and text.pairs]
    groups += [cases[fold::FOLDS] for fold in range(FOLDS)]
    points: list[Vector] = [np.zeros(0) for _ in known]
    for group in groups:
        found = learn([t for n, t in enumerate(known) if n not in group and t.pairs], leans)
        for n in group:
            points[n] = known[n].rows @ found
    return points


# ---------------------------------------------------------------- what is reached


def reached(
    known: Sequence[Text], points: Sequence[Vector], threshold: float, again: float
) -> dict[str, score.Tally]:
    """How many conflicts of each set are found, wrong and missed."""
    tallies: dict[str, score.Tally] = {}
    with patch.multiple(find, THRESHOLD=threshold, AGAIN=again):
        for text, scored in zip(known, points, strict=True):
            judged = {id(p): right for p, right in zip(text.pairs, text.right, strict=True)}
            chosen = [
                judged[id(p)] for p in find.choose(list(zip(scored, text.pairs, strict=True)))
            ]
            right, wrong = chosen.count(True), chosen.count(False)
            tally = tallies.setdefault(text.corpus, score.Tally())
            tally.add(right, wrong, text.wanted - right)
    total = tallies.setdefault("articles", score.Tally())
    for name, tally in tallies.items():
        if name not in (CASES, "articles"):
            total.add(tally.right, tally.wrong, tally.missed)
    return tallies


def shown(tallies: dict[str, score.Tally]) -> str:
    return "  ".join(f"{n} {t.recall:.2f}/{t.precision:.2f}" for n, t in tallies.items())


def write(names: Sequence[str], found: Vector) -> None:
    """Puts the numbers into the table of weights, rounded to two digits."""
    text = re.sub(
        r"^BIAS = .*$", f"BIAS = {found[0]:.2f}", TABLE.read_text("utf-8"), flags=re.MULTILINE
    )
    for name, weight in zip(names, found[1:], strict=True):
        row = re.compile(rf'^(    "{re.escape(name)}": Weight\(\s*)[-0-9.]+,', re.MULTILINE)
        text = row.sub(lambda match, w=weight: f"{match[1]}{w + 0.0:.2f},", text)
    TABLE.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights of the signs of conflicts.")
    parser.add_argument("--write", action="store_true", help="write them into the generator")
    arguments = parser.parse_args()
    known = list(texts())
    names = list(weights.WEIGHTS)
    unknown = {sign for text in known for signs in text.signs for sign in signs} - set(names)
    if unknown:
        print("Signs without a row:", ", ".join(sorted(unknown)))
    leans = np.array([0.0, *(weights.WEIGHTS[name].leans for name in names)])
    for text in known:
        text.rows = np.array([[1.0, *(n in signs for n in names)] for signs in text.signs]).reshape(
            len(text.pairs), len(names) + 1
        )
    points = left_out(known, leans)
    print("Recall and precision of each set, its articles left out one by one:")
    for threshold in np.arange(-1.6, 0.61, 0.2):
        print(f"{threshold:5.1f}  {shown(reached(known, points, float(threshold), weights.AGAIN))}")
    if arguments.write:
        write(names, learn([text for text in known if text.pairs], leans))


if __name__ == "__main__":
    main()
