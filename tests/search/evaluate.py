"""The search on a set of articles and queries, typed into the real box, beside other engines.

    python tests/search/evaluate.py --set FOLDER [--short] [--out FILE]

FOLDER holds articles/*.md, topics.yml, queries.jsonl, run.py (the harness) and, where other engines
were measured, BASELINES.md. The site is built as an editor would: import, topics import, site.
`--short` asks the engine itself instead of a browser.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from generator.search.analyser import default_analyser  # noqa: E402
from generator.search.engine import Engine  # noqa: E402
from tests.search.metrics import ndcg  # noqa: E402
from tests.search.own import loader  # noqa: E402

# What the public set must reach.
LEAST_OVERALL = 0.94
LEAST_CATEGORY = 0.80
MOST_SILENT = 0.02


def sharh(*arguments: str) -> None:
    """Run a command as an editor would; what it says is shown only when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments], cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def build(articles: Path, topics: Path, folder: Path) -> Path:
    """A site of the articles in `folder`; returns where it stands."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # Hooks and watched folders are for `mkdocs serve`, and are not copied.
    settings = re.sub(
        r"^(hooks|watch):[^\n]*\n(?:[ \t#-][^\n]*\n)*", "", settings, flags=re.MULTILINE
    )
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    place = ("--config", str(folder / "mkdocs.yml"))
    files = sorted(str(path) for path in articles.glob("*.md"))
    sharh("import", *files, *place)
    sharh("topics", "import", str(topics), *place)
    sharh("site", "--out", str(folder / "site"), "--docs", str(folder / "docs"), *place)
    return folder / "site"


def scores_of(
    results: dict[str, dict[str, float]], queries: list[dict[str, object]]
) -> dict[str, float]:
    """Mean nDCG@10 by category."""
    by_category = defaultdict(list)
    for query in queries:
        if "ndcg" in results[str(query["id"])]:
            by_category[str(query["category"])].append(results[str(query["id"])]["ndcg"])
    return {category: sum(found) / len(found) for category, found in by_category.items()}


def baselines(text: str) -> dict[str, dict[str, float]]:
    """nDCG@10 of other engines: engine -> category -> value, from the tables of BASELINES.md."""
    found: dict[str, dict[str, float]] = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name, body = part.split("\n", 1)
        rows = re.findall(r"^\| (\w+) \| \d+ \|(?: [\d.-]+ \|){3} ([\d.]+) \|", body, re.MULTILINE)
        found[name.split(",")[0]] = {category: float(value) for category, value in rows}
    return found


def side_by_side(
    ours: dict[str, float], overall: float, others: dict[str, dict[str, float]]
) -> str:
    """The table of nDCG@10."""
    names = list(others)
    lines = [f"| nDCG@10 | Sharh | {' | '.join(names)} |", f"|---|--:|{'--:|' * len(names)}"]
    for category, value in [*ours.items(), ("ALL", overall)]:
        cells = [f"{others[name].get(category, float('nan')):.3f}" for name in names]
        lines.append(f"| {category} | {value:.3f} | {' | '.join(cells)} |")
    return "\n".join(lines)


def ask_engine(
    site: Path, queries: list[dict[str, object]], corpus: set[str]
) -> dict[str, dict[str, float]]:
    """The same scores without a browser, from the Python twin over the built index."""
    engine = Engine(loader(site), default_analyser())
    results: dict[str, dict[str, float]] = {}
    for query in queries:
        answer = engine.search(str(query["q"]))
        ranked = [engine.shards.text(hit.entry)["id"] for hit in answer.hits]
        relevant = query["relevant"]
        assert isinstance(relevant, list)
        grades = {row["slug"]: row["grade"] for row in relevant}
        rows = len(answer.hits) + len(answer.named)
        results[str(query["id"])] = (
            {"ndcg": ndcg([s for s in ranked if s in corpus], grades), "zero": float(rows == 0)}
            if grades
            else {"n": rows}
        )
    return results


def main() -> None:
    """Build, ask, print, and fail where the floors are not met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--set", type=Path, default=ROOT.parent / "shared" / "eval" / "search")
    options.add_argument("--short", action="store_true")
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    if not (given.set / "queries.jsonl").is_file():
        print(f"skipped: no evaluation set at {given.set}; name one with --set")
        return
    lines = (given.set / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line) for line in lines if line.strip()]
    corpus = {path.stem for path in (given.set / "articles").glob("*.md")}
    with tempfile.TemporaryDirectory() as temporary:
        site = build(given.set / "articles", given.set / "topics.yml", Path(temporary))
        if given.short:
            results = ask_engine(site, queries, corpus)
        else:
            results = run_harness(given.set, site, given.out or Path(temporary) / "out.json")
    ours = scores_of(results, queries)
    answerable = [row for row in results.values() if "ndcg" in row]
    overall = sum(row["ndcg"] for row in answerable) / len(answerable)
    silent = sum(row["zero"] for row in answerable) / len(answerable)
    table = given.set / "BASELINES.md"
    others = baselines(table.read_text(encoding="utf-8")) if table.is_file() else {}
    print(f"\n{side_by_side(ours, overall, others)}\n\nwithout any result: {silent:.3f}")
    if overall < LEAST_OVERALL or min(ours.values()) < LEAST_CATEGORY or silent > MOST_SILENT:
        sys.exit("The search is below its floor.")


def run_harness(folder: Path, site: Path, out: Path) -> dict[str, dict[str, float]]:
    """Type every query into the box with the set's own harness; its table goes to the screen."""
    command = [
        sys.executable,
        folder / "run.py",
        "--site",
        site,
        "--queries",
        folder / "queries.jsonl",
    ]
    command += [
        "--adapter",
        f"{HERE / 'adapter.py'}:Sharh",
        "--ar-prefix",
        "ar",
        "--out",
        out,
        "--verbose",
    ]
    subprocess.run([str(part) for part in command], check=True)
    results: dict[str, dict[str, float]] = json.loads(out.read_text(encoding="utf-8"))["results"]
    return results


if __name__ == "__main__":
    main()
