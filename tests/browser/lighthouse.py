"""Lighthouse on the bundled site, as a phone gets it: python tests/browser/lighthouse.py [--runs 5]

The site is built for the very address at which it is served, so canonical addresses, alternates and
robots.txt are judged as they are; files are packed as hosts pack them. Performance varies from run
to run and counts as a median; bytes and requests do not, and have the limits of budgets.toml.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.pipeline import Folders, site
from tests.bench.run import served
from tests.browser.conftest import FLAGS, NAMES, ROOT
from tests.browser.test_pages import address

HERE = Path(__file__).parent
PROGRAM = ROOT / ".cache" / "checks" / "node_modules" / "lighthouse" / "cli" / "index.js"
BUDGETS = HERE / "budgets.toml"
TARGETS = {
    "home": ("ar", "home"),
    "article": ("ar", "article"),
    "stub": ("en", "article"),
    "timeline": ("ar", "timeline"),
    "figures": ("en", "figures"),
    "topic": ("ar", "topic"),
}
WHOLE = ("accessibility", "best-practices", "seo")
TIMES = {
    "LCP s": ("largest-contentful-paint", 1000),
    "TBT ms": ("total-blocking-time", 1),
    "CLS": ("cumulative-layout-shift", 1),
}
# The kinds of Lighthouse's request log that have limits; "total" and "requests" count all of them.
KINDS = ("document", "stylesheet", "script", "font")


@dataclass(frozen=True, slots=True)
class Run:
    """One run on one page: scores from 0 to 100, what cost points, kibibytes and requests, times."""

    scores: Mapping[str, int]
    findings: tuple[str, ...]
    spent: Mapping[str, float]
    times: Mapping[str, float]


@contextmanager
def bundled_site() -> Iterator[tuple[str, Path]]:
    """The address and the folder of the bundled site, built for that address and served at it."""
    before = os.environ.get("SHARH_SITE_URL")
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "site") as url:
        os.environ["SHARH_SITE_URL"] = url
        try:
            out = Path(folder) / "site"
            site(Folders(ROOT / "mkdocs.yml", ROOT / "content", ROOT / "docs"), out)
            yield url, out
        finally:
            os.environ.pop("SHARH_SITE_URL")
            if before is not None:
                os.environ["SHARH_SITE_URL"] = before


def run(url: str) -> Run:
    """What Lighthouse says of a page on a phone."""
    chromium = next(found for name in NAMES if (found := shutil.which(name)))
    done = subprocess.run(
        ["node", PROGRAM, url, "--output=json", "--quiet", f"--chrome-flags={' '.join(FLAGS)}"],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(done.stdout)
    return Run(_scores(report), tuple(_findings(report)), _spent(report), _times(report))


# Any below: Lighthouse's report is JSON without a published schema.


def _scores(report: dict[str, Any]) -> dict[str, int]:
    return {name: round(100 * found["score"]) for name, found in report["categories"].items()}


def _findings(report: dict[str, Any]) -> Iterator[str]:
    for name in WHOLE:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = json.dumps(audit.get("details", {}).get("items", [])[:3])
                yield f"{name}: {audit['title']} {items[:400]}"


def _spent(report: dict[str, Any]) -> dict[str, float]:
    requests = report["audits"]["network-requests"]["details"]["items"]
    spent: Counter[str] = Counter()
    for request in requests:
        spent[str(request["resourceType"]).lower()] += request["transferSize"]
        spent["total"] += request["transferSize"]
    kibibytes = {kind: round(spent[kind] / 1024, 1) for kind in (*KINDS, "total")}
    return {**kibibytes, "requests": len(requests)}


def _times(report: dict[str, Any]) -> dict[str, float]:
    return {
        name: round(report["audits"][audit]["numericValue"] / unit, 3)
        for name, (audit, unit) in TIMES.items()
    }


def budgets() -> dict[str, dict[str, float]]:
    """The most that each page may ask for, in kibibytes and requests."""
    return tomllib.loads(BUDGETS.read_text(encoding="utf-8"))


def overspent(name: str, spent: Mapping[str, float]) -> list[str]:
    """What is above the page's budget, in words."""
    return [
        f"{name}: {kind} {spent[kind]}, allowed {most}"
        for kind, most in budgets()[name].items()
        if spent[kind] > most
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    columns = ("performance", *WHOLE, *TIMES, *KINDS, "total", "requests")
    print(" | ".join(("page", *columns)))
    with bundled_site() as (url, root):
        for name, target in TARGETS.items():
            runs = [run(url + address(root, *target)) for _ in range(options.runs)]
            figures = [{**found.scores, **found.times, **found.spent} for found in runs]
            medians = (statistics.median(row[column] for row in figures) for column in columns)
            print(" | ".join((name, *(f"{median:g}" for median in medians))), flush=True)
            for finding in dict.fromkeys(line for found in runs for line in found.findings):
                print(f"  {finding}")
            for line in overspent(name, runs[0].spent):
                print(f"  over budget: {line}")


if __name__ == "__main__":
    main()
