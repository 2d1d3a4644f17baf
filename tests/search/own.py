"""Our own queries over the bundled corpus, scored; also the floor that a test holds.

python tests/search/own.py --docs docs [--verbose]
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))

from generator.search.analyser import default_analyser  # noqa: E402
from generator.search.engine import Engine  # noqa: E402
from tests.search.metrics import ndcg, recall, reciprocal_rank  # noqa: E402

SLUGS = {
    "A": "a-summit-about-ammunition",
    "V": "the-vostochny-summit",
    "T": "two-partners-two-yardsticks",
    "K": "what-kim-and-putin-want",
    "W": "why-they-need-each-other",
}


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the grades of the articles that answer it."""

    language: str
    category: str
    text: str
    grades: dict[str, int]


def read_queries(path: Path = HERE / "queries.tsv") -> tuple[Query, ...]:
    """The queries of the file, in order."""
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
    ]
    return tuple(_query(line.split("\t")) for line in lines)


def _query(cells: Sequence[str]) -> Query:
    grades = {SLUGS[cell[0]]: int(cell[1]) for cell in cells[3].split() if cell != "-"}
    return Query(cells[0], cells[1], cells[2], grades)


def loader(docs: Path) -> Callable[[str], Any]:
    """Reads index files of a docs folder, each once."""
    cache: dict[str, Any] = {}

    def load(name: str) -> Any:
        if name not in cache:
            cache[name] = json.loads(
                (docs / "assets" / "search" / name).read_text(encoding="utf-8")
            )
        return cache[name]

    return load


def ranked(engine: Engine, query: str) -> tuple[list[str], int]:
    """The slugs of the articles found, best first, and the number of all rows."""
    answer = engine.search(query)
    articles = [h.entry for h in answer.hits if engine.shards.kinds[h.entry] == "a"]
    return [engine.shards.text(entry)["id"] for entry in articles], len(answer.hits) + len(
        answer.named
    )


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--docs", type=Path, default=HERE.parent.parent / "docs")
    options.add_argument("--verbose", action="store_true")
    given = options.parse_args()
    engine = Engine(loader(given.docs), default_analyser())
    table: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    silent = []
    for query in read_queries():
        slugs, rows = ranked(engine, query.text)
        if not query.grades:
            silent.append(rows == 0)
            if rows and given.verbose:
                print(f"no answer wanted: {query.text} -> {slugs} {rows}")
                explain(engine, query.text)
            continue
        scores = (
            ndcg(slugs, query.grades),
            recall(slugs, query.grades),
            reciprocal_rank(slugs, query.grades),
            float(rows == 0),
        )
        table[query.category].append(scores)
        if given.verbose and scores[0] < 0.95:
            print(f"{scores[0]:.2f} {query.category} {query.text} {query.grades}")
            explain(engine, query.text)
    print("| category | n | nDCG@10 | R@10 | MRR | zero |\n|---|--:|--:|--:|--:|--:|")
    table["ALL"] = [row for rows in list(table.values()) for row in rows]
    for category, rows in table.items():
        means = (f"{sum(column) / len(rows):.3f}" for column in zip(*rows, strict=True))
        print(f"| {category} | {len(rows)} | {' | '.join(means)} |")
    print(f"no answer: {sum(silent)} of {len(silent)} stay silent")


def explain(engine: Engine, query: str) -> None:
    """Print why the first entries were found."""
    for hit in engine.search(query).hits[:6]:
        shown = engine.shards.text(hit.entry)["id"]
        print(f"      {shown} {hit.score:.2f} {hit.coverage:.2f} {hit.parts}")


if __name__ == "__main__":
    main()
