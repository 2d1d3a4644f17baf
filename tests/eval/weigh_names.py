"""Compares the weights of doubtful names, set by hand, with those that texts would teach.

    python tests/eval/weigh_names.py

For each set it prints how many doubtful names are decided wrongly by the table, by weights learned from
all texts, and by weights learned from all texts but the one that is read; then the signs that the texts
weigh otherwise. What is learned stays near the table. It reads the sets in `open/`, the development set
where it is at hand, and the cases of `tests/fixtures/analyse`, never `unseen/`. Needs numpy.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from generator.analyse import schema  # noqa: E402
from generator.analyse.mentions import settling  # noqa: E402
from generator.analyse.mentions.evidence import signs  # noqa: E402
from generator.analyse.mentions.uses import Use  # noqa: E402
from generator.analyse.mentions.weights import WEIGHTS  # noqa: E402
from generator.pipeline import raw_files  # noqa: E402
from tests.unit.analyse import test_mentions  # noqa: E402

Vector = NDArray[np.float64]
CASES = "cases"
CASE_WEIGHT = 3.0  # the cases must hold
PENALTY = 30.0  # of leaving the table: a weight moves only where many names ask for it
ROWS = tuple(WEIGHTS)
TABLE = np.array([WEIGHTS[row] for row in ROWS])


@dataclass(slots=True)
class Text:
    """One article or case: its doubtful names, what was decided before them, which are meant."""

    corpus: str
    uses: list[Use]
    before: settling.Verdicts
    right: list[bool | None]
    """None where careful readers may differ."""


class Recorded:
    """Collects the doubtful names of what is analysed meanwhile, and how they were decided."""

    def __init__(self) -> None:
        self.uses: list[Use] = []
        self.before: settling.Verdicts = {}
        self.after: settling.Verdicts = {}
        self._settle = settling._settle
        self._patch = patch.object(settling, "_settle", self._recorded)

    def _recorded(self, uses: Sequence[Use], verdicts: settling.Verdicts) -> None:
        self.uses, self.before, self.after = list(uses), dict(verdicts), verdicts
        self._settle(uses, verdicts)

    def __enter__(self) -> "Recorded":
        self._patch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.stop()


# ---------------------------------------------------------------- what is learned from


def texts() -> Iterator[Text]:
    """Every text with doubtful names, and which of them are meant."""
    for corpus in (run.DEVELOPMENT, *run.corpora_in("open")):
        if corpus.gold.is_dir():
            yield from _of_set(corpus)
    cases = [(case.lines, test_mentions.GAZETTEER) for case in test_mentions.CASES]
    cases += [(case.lines, test_mentions.COMMON_WORDS) for case in test_mentions.HOMOGRAPHS]
    cases += [
        (tuple(re.sub(r"[\[\]]", "", line).split("|")), test_mentions.DOUBTFUL)
        for line in test_mentions.DOUBTFUL_LINES
    ]
    for lines, gazetteer in cases:
        with Recorded() as seen:
            test_mentions.analysed(lines, gazetteer)
        # The tests hold every case: what is decided there is right.
        right = [seen.after[use.candidate] for use in seen.uses]
        yield Text(CASES, seen.uses, seen.before, right)


def _of_set(corpus: run.Corpus) -> Iterator[Text]:
    folders = pipeline.Folders.beside(run.ROOT / "mkdocs.yml")
    blocks: list[Any] = []
    as_schema = raw_files.as_schema

    def noted(result: Any, analysis: Any) -> Any:
        blocks[:] = result.article.blocks
        return as_schema(result, analysis)

    for article in score.read_articles(corpus.gold, corpus.raw):
        if article.is_page:
            continue
        raw = corpus.raw / article.gold["source"]
        with Recorded() as seen, patch.object(raw_files, "as_schema", noted):
            pipeline.analyse(raw, corpus.topics, None, folders)
        right = [_judged(use, blocks, article.gold["mentions"]) for use in seen.uses]
        yield Text(corpus.name, seen.uses, seen.before, right)


def _judged(use: Use, blocks: Sequence[Any], gold: Sequence[score.Item]) -> bool | None:
    """Whether the gold has the topic where the name stands."""
    named = use.candidate
    span = use.reading.span(named.first, named.end, named.prefix)
    place: Any = schema._place(blocks[use.reading.block], span)
    for item in gold:
        here = item["topic"] == use.topic.id and item["line"] == place.get("line")
        if here and item["start"] < place["end"] and place["start"] < item["end"]:
            return None if item.get("optional") else True
    return False


def rows_of(text: Text) -> Vector:
    """The signs of each doubtful name, and last what the list of common words weighs."""
    verdicts = dict(text.before)
    for use, right in zip(text.uses, text.right, strict=True):
        verdicts[use.candidate] = bool(right)
    unproven = frozenset(
        use.candidate
        for use in text.uses
        if use.topic.type == "person" and not settling.is_introduced(use)
    )
    rows = []
    for use in text.uses:
        known = settling._known(text.uses, {**verdicts, use.candidate: None}, unproven)
        found = Counter([*signs(use), *settling.article_signs(use, known)])
        fixed = settling.weigh(use) - sum(WEIGHTS[sign] for sign in signs(use))
        rows.append([*(float(found[row]) for row in ROWS), fixed])
    return np.array(rows).reshape(len(rows), len(ROWS) + 1)


# ---------------------------------------------------------------- learning


def learn(known: Sequence[Text], rows: Sequence[Vector]) -> Vector:
    """The weights by logistic regression, held near the table."""
    right = [each for text in known for each in text.right]
    kept = np.array([each is not None for each in right])
    target = np.array([bool(each) for each in right], dtype=np.float64)[kept]
    counts = np.array([CASE_WEIGHT if t.corpus == CASES else 1.0 for t in known for _ in t.right])
    counts = counts[kept]
    signed, fixed = np.vstack(rows)[kept, :-1], np.vstack(rows)[kept, -1]
    found = TABLE.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(signed @ found + fixed)))
        slope = signed.T @ (counts * (chance - target)) + PENALTY * (found - TABLE)
        bend = (signed * (counts * chance * (1 - chance))[:, None]).T @ signed
        step = np.linalg.solve(bend + PENALTY * np.eye(len(found)), slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def wrong(text: Text, weights: Vector) -> int:
    """How many of its doubtful names the weights decide wrongly."""
    verdicts = dict(text.before)
    with patch.dict(WEIGHTS, dict(zip(ROWS, weights.tolist(), strict=True))):
        settling._settle(text.uses, verdicts)
    return sum(
        right is not None and verdicts[use.candidate] is not right
        for use, right in zip(text.uses, text.right, strict=True)
    )


def main() -> None:
    known = [text for text in texts() if text.uses]
    rows = [rows_of(text) for text in known]
    learned = learn(known, rows)
    tallies: dict[str, list[int]] = {}
    for n, text in enumerate(known):
        without = learn(known[:n] + known[n + 1 :], rows[:n] + rows[n + 1 :])
        found = (len(text.uses), *(wrong(text, w) for w in (TABLE, learned, without)))
        tally = tallies.setdefault(text.corpus, [0, 0, 0, 0])
        tally[:] = [a + b for a, b in zip(tally, found, strict=True)]
    print(f"{'':12} doubtful names, wrong by the table, learned from all, without the text itself")
    for corpus, numbers in tallies.items():
        print(f"{corpus:12}", *(f"{number:6}" for number in numbers))
    print("Signs that the texts weigh otherwise: by the table, learned, names meant and not meant")
    right = np.array([each is True for text in known for each in text.right])
    every = np.vstack(rows)
    for n in np.argsort(-np.abs(learned - TABLE))[:25]:
        meant, other = int(every[right, n].sum()), int(every[~right, n].sum())
        print(f"{ROWS[n]:32} {TABLE[n]:6.2f} {learned[n]:6.2f} {meant:5} {other:5}")


if __name__ == "__main__":
    main()
