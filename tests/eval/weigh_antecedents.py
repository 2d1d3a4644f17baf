"""Compares the weights of antecedents, set by hand, with those that texts would teach.

    python tests/eval/weigh_antecedents.py

For each set it prints for how many verbs without a subject («ويقول»), participles and phrases with a
pronoun («في رأيها») the table finds another speaker than the gold, or nobody where the gold has one, how
many by weights learned from all texts, and how many by weights learned from all texts but the one that is
read; then the signs that the texts weigh otherwise. What is learned stays near the table. It reads the
sets in `open/` and the development set where it is at hand, never `unseen/`. Needs numpy.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2
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
from generator.analyse.attributions import antecedents  # noqa: E402
from generator.analyse.attributions.named_before import (  # noqa: E402
    DISTANCE,
    WEIGHTS,
    Weighed,
)
from generator.pipeline import raw_files  # noqa: E402

Vector = NDArray[np.float64]
PENALTY = 10.0  # of leaving the table: a weight moves only where many verbs ask for it
DISTANCE_ROW = "for each doubling of the distance"
ROWS = (*WEIGHTS, DISTANCE_ROW)
TABLE = np.array([*WEIGHTS.values(), DISTANCE])


@dataclass(slots=True)
class Verb:
    """A verb that names nobody: who may be meant, and which of them the gold means."""

    named: list[Weighed]
    right: list[bool]
    """None of them where the gold has no report there."""

    def signed(self) -> Vector:
        """A row of signs for each who may be meant."""
        rows = [
            [*(float(row in one.signs) for row in WEIGHTS), log2(1 + one.distance)]
            for one in self.named
        ]
        return np.array(rows).reshape(len(rows), len(ROWS))


@dataclass(slots=True)
class Text:
    """One article with its verbs that name nobody."""

    corpus: str
    verbs: list[Verb] = field(default_factory=list)


class Recorded:
    """Collects who may be meant by each such verb of what is analysed meanwhile, and where it stands."""

    def __init__(self) -> None:
        self.found: list[tuple[Any, int, list[Weighed]]] = []
        self._place: tuple[Any, int] = (None, 0)
        self._before, self._ranked = antecedents.sentences_before, antecedents._ranked
        self._patches = [
            patch.object(antecedents, "sentences_before", self._asked),
            patch.object(antecedents, "_ranked", self._noted),
            # Nobody is left out, however clear it is who is meant.
            patch.object(antecedents, "_is_decided", lambda *_: False),
        ]

    def _asked(self, stage: Any, index: int, *rest: Any, **signs: Any) -> Any:
        self._place = stage.reading, index
        return self._before(stage, index, *rest, **signs)

    def _noted(self, named: Sequence[Weighed]) -> list[Weighed]:
        self.found.append((*self._place, list(named)))
        return self._ranked(named)

    def __enter__(self) -> "Recorded":
        for each in self._patches:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._patches:
            each.stop()


# ---------------------------------------------------------------- what is learned from


def texts() -> Iterator[Text]:
    """Every article with verbs that name nobody, and whom the gold means by them."""
    folders = pipeline.Folders.beside(run.ROOT / "mkdocs.yml")
    blocks: list[Any] = []
    as_schema = raw_files.as_schema

    def noted(result: Any, analysis: Any) -> Any:
        blocks[:] = result.article.blocks
        return as_schema(result, analysis)

    for corpus in (run.DEVELOPMENT, *run.corpora_in("open")):
        if not corpus.gold.is_dir():
            continue
        for article in score.read_articles(corpus.gold, corpus.raw):
            if article.is_page:
                continue
            raw = corpus.raw / article.gold["source"]
            with Recorded() as seen, patch.object(raw_files, "as_schema", noted):
                pipeline.analyse(raw, corpus.topics, None, folders)
            text = Text(corpus.name)
            for reading, index, named in seen.found:
                span = reading.span(index, index + 1)
                place: Any = schema._place(blocks[reading.block], span)
                right = _judged(named, place, article.gold["attributions"])
                if right is not None:
                    text.verbs.append(Verb(named, right))
            yield text


def _judged(
    named: Sequence[Weighed], place: score.Item, gold: Sequence[score.Item]
) -> list[bool] | None:
    """Who is meant by the gold, nobody where it has no report there; none where it has an optional one."""
    here = [item for item in gold if score.overlap(item, place)]
    if any(item.get("optional") for item in here):
        return None
    return [any(_same(one, item, place) for item in here) for one in named]


def _same(one: Weighed, item: score.Item, place: score.Item) -> bool:
    said = one.candidate.said
    found = {**place, "speaker": said.bearer or said.speaker, "speaker_topic": said.topic}
    return score._same_report(item, found)


# ---------------------------------------------------------------- learning


def learn(known: Sequence[Text]) -> Vector:
    """The weights by a choice among all who may be meant and nobody, held near the table."""
    found = TABLE.copy()
    cases = [
        (verb.signed(), np.array(verb.right)) for text in known for verb in text.verbs if verb.named
    ]
    for _ in range(60):
        slope = PENALTY * (found - TABLE)
        bend = PENALTY * np.eye(len(found))
        for signed, right in cases:
            points = np.append(signed @ found, antecedents.THRESHOLD)
            chance = np.exp(points - points.max())
            chance /= chance.sum()
            meant = chance * np.append(right, not right.any())
            meant /= meant.sum()
            every = np.vstack([signed, np.zeros(len(found))])
            slope += every.T @ (chance - meant)
            middle = every.T @ chance
            bend += (every.T * chance) @ every - np.outer(middle, middle)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def wrong(text: Text, weights: Vector) -> int:
    """For how many of its verbs the weights find another than the gold, or miss him."""
    count = 0
    for verb in text.verbs:
        best: dict[str, tuple[float, bool]] = {}
        points = verb.signed() @ weights if verb.named else []
        for one, value, right in zip(verb.named, points, verb.right, strict=True):
            if one.key not in best or best[one.key][0] < value:
                best[one.key] = float(value), right
        ranked = sorted(best.values(), reverse=True)
        clear = len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= antecedents.MARGIN
        found = bool(ranked) and ranked[0][0] >= antecedents.THRESHOLD and clear
        count += not ranked[0][1] if found else any(verb.right)
    return count


def main() -> None:
    known = [text for text in texts() if text.verbs]
    learned = learn(known)
    tallies: dict[str, list[int]] = {}
    for n, text in enumerate(known):
        without = learn(known[:n] + known[n + 1 :])
        found = (len(text.verbs), *(wrong(text, w) for w in (TABLE, learned, without)))
        tally = tallies.setdefault(text.corpus, [0, 0, 0, 0])
        tally[:] = [a + b for a, b in zip(tally, found, strict=True)]
    tallies["all"] = [sum(column) for column in zip(*tallies.values(), strict=True)]
    print(f"{'':12} verbs, wrong by the table, learned from all, without the text itself")
    for corpus, numbers in tallies.items():
        print(f"{corpus:12}", *(f"{number:6}" for number in numbers))
    print("Signs that the texts weigh otherwise: by the table, learned, of who is meant and others")
    signed = [verb.signed() for text in known for verb in text.verbs if verb.named]
    rights = [np.array(verb.right) for text in known for verb in text.verbs if verb.named]
    every, right = np.vstack(signed), np.concatenate(rights)
    for n in np.argsort(-np.abs(learned - TABLE)):
        meant, other = int(every[right, n].sum()), int(every[~right, n].sum())
        print(f"{ROWS[n]:34} {TABLE[n]:6.2f} {learned[n]:6.2f} {meant:5} {other:5}")


if __name__ == "__main__":
    main()
