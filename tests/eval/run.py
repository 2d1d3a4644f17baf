"""Prints how well articles are read: the development set, when it is there, and our own sets.

    python tests/eval/run.py                   every set, and whether the floors hold
    python tests/eval/run.py --set second      one set only
    python tests/eval/run.py --notes           with every miss and every wrong find
    python tests/eval/run.py --raise-floors    lifts the floors to what is reached now
    python tests/eval/run.py --lower-floors    also lowers them; say why in the commit

Exit code 1: a figure of one of our sets is below its floor, or the set is not the one that its floors
were measured on.
"""

import argparse
import hashlib
import math
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.errors import GeneratorError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

import score  # noqa: E402 - a module beside this file, not of a package

FLOORS = HERE / "floors.toml"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Raw articles with their gold and the names to look for."""

    name: str
    raw: Path
    gold: Path
    topics: Path

    def fingerprint(self) -> str:
        """16 hex digits of every file, so that floors cannot be kept while the set changes."""
        digest = hashlib.sha256()
        for path in sorted([*self.raw.iterdir(), *self.gold.iterdir(), self.topics]):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()[:16]


def corpora_in(folder: str) -> tuple[Corpus, ...]:
    """The sets in `open/` or `unseen/`, by the names of their folders; none where there is none."""
    homes = sorted(home for home in (HERE / folder).glob("*") if home.is_dir())
    return tuple(
        Corpus(home.name, home / "raw", home / "gold", home / "topics.yml") for home in homes
    )


SETS = (*corpora_in("open"), *corpora_in("unseen"))
DEVELOPMENT = Corpus(
    "development",
    SHARED / "seeds",
    SHARED / "eval/analysis/seeds",
    SHARED / "eval/analysis/topics.yml",
)


def predict(corpus: Corpus, articles: list[score.Article], *, dated: bool) -> dict[str, Any]:
    """What the generator finds in each article, by source; nothing for one that it refuses.

    `dated` says that an editor gave the publication date, as `--published` does.
    """
    folders = pipeline.Folders.beside(ROOT / "mkdocs.yml")
    found = {}
    for article in articles:
        source = article.gold["source"]
        published = article.gold["published"]
        day = published.get("iso") or published.get("best_guess") if dated else None
        try:
            found[source] = pipeline.analyse(corpus.raw / source, corpus.topics, day, folders)
        except GeneratorError as error:
            print(f"{source} is refused: {error}", file=sys.stderr)
    return found


def measure(corpus: Corpus) -> tuple[dict[str, float], list[str]]:
    """The figures of a set and its notes. `date_given` is the date figure with the day given."""
    articles = score.read_articles(corpus.gold, corpus.raw)
    sheet = score.score_set(articles, predict(corpus, articles, dated=False))
    given = score.score_set(articles, predict(corpus, articles, dated=True))
    figures = score.figures_of(sheet)
    figures["date_given"] = score.figures_of(given)["date"]
    return figures, sheet.notes


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A line for each figure that is below its floor or has none."""
    lines = [
        f"{name} is {figures.get(name, 0.0):.4f}, below its floor {floor:.3f}."
        for name, floor in floors.items()
        if figures.get(name, 0.0) < floor
    ]
    return lines + [f"{name} has no floor." for name in figures if name not in floors]


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of a set, and the fingerprint of the files that they were measured on."""

    fingerprint: str
    floor: Mapping[str, float]


def read_floors() -> dict[str, Floors]:
    """The floors of each set, by its name; none for a set that was never measured."""
    data = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return {
        name: Floors(str(pinned["fingerprint"]), {k: float(v) for k, v in pinned["floor"].items()})
        for name, pinned in data.items()
    }


def lifted(
    corpus: Corpus, figures: Mapping[str, float], kept: Mapping[str, float], *, lower: bool
) -> Floors:
    """The floors that a set has reached, rounded down to a thousandth."""
    reached = {name: math.floor(figure * 1000 + 1e-6) / 1000 for name, figure in figures.items()}
    if not lower:
        reached = {name: max(floor, kept.get(name, 0.0)) for name, floor in reached.items()}
    return Floors(corpus.fingerprint(), reached)


def write_floors(measured: Mapping[Corpus, Mapping[str, float]], *, lower: bool) -> None:
    """Pins what is reached in the sets that were measured; the others keep their floors."""
    floors = read_floors()
    for corpus, figures in measured.items():
        kept = floors[corpus.name].floor if corpus.name in floors else {}
        floors[corpus.name] = lifted(corpus, figures, kept, lower=lower)
    lines = [
        "# Floors of the sets: figures may rise above them and must not fall below.",
        "# `python tests/eval/run.py --raise-floors` lifts them; sinking takes --lower-floors.",
    ]
    for name, pinned in floors.items():
        lines += ["", f"[{name}]", f'fingerprint = "{pinned.fingerprint}"', "", f"[{name}.floor]"]
        lines += [f"{figure} = {floor:.3f}" for figure, floor in pinned.floor.items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(columns: Mapping[str, Mapping[str, float]]) -> str:
    """The figures of each set side by side."""
    names = list(dict.fromkeys(name for figures in columns.values() for name in figures))
    rows = [f"{'':20}" + "".join(f"{title:>13}" for title in columns)]
    for name in names:
        cells = (f"{figures[name]:13.4f}" for figures in columns.values())
        rows.append(f"{name:20}" + "".join(cells))
    return "\n".join(rows)


def main() -> int:
    sets = (DEVELOPMENT, *SETS)
    parser = argparse.ArgumentParser(description="Measure how well articles are read.")
    parser.add_argument("--set", choices=[corpus.name for corpus in sets], help="only this set")
    parser.add_argument("--notes", action="store_true", help="every miss and every wrong find")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors")
    parser.add_argument("--lower-floors", action="store_true", help="also lower them")
    arguments = parser.parse_args()
    measured, notes = measure_all([each for each in sets if arguments.set in (None, each.name)])
    if arguments.notes:
        print("\n".join(notes))
    print(table({corpus.name: figures for corpus, figures in measured.items()}))
    pinned = {corpus: figures for corpus, figures in measured.items() if corpus in SETS}
    if arguments.raise_floors or arguments.lower_floors:
        write_floors(pinned, lower=arguments.lower_floors)
    return report(pinned)


def measure_all(corpora: list[Corpus]) -> tuple[dict[Corpus, dict[str, float]], list[str]]:
    """The figures of each set that is here, and the notes of all."""
    measured, notes = {}, []
    for corpus in corpora:
        if not corpus.gold.is_dir():
            print(f"The {corpus.name} set is not here: {corpus.gold.parent} does not exist.")
            continue
        measured[corpus], lines = measure(corpus)
        notes += lines
    return measured, notes


def report(measured: Mapping[Corpus, Mapping[str, float]]) -> int:
    """1 when the floors of a set do not hold, with the reasons printed."""
    floors = read_floors()
    problems = [
        f"{corpus.name}: {problem}"
        for corpus, figures in measured.items()
        for problem in broken(corpus, figures, floors.get(corpus.name))
    ]
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


def broken(corpus: Corpus, figures: Mapping[str, float], floors: Floors | None) -> list[str]:
    """What a set breaks: a floor, or the files that its floors were measured on."""
    if floors is None:
        return ["no floors yet; run with --raise-floors."]
    problems = below(figures, floors.floor)
    if floors.fingerprint != corpus.fingerprint():
        problems.append("the set has changed since its floors were measured.")
    return problems


if __name__ == "__main__":
    sys.exit(main())
