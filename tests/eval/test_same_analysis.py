"""The order of sets, which Python shuffles anew in each process, decides nothing in an analysis."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PRINTED = """
import json
import run
from generator import pipeline
folders = pipeline.Folders.beside(run.ROOT / "mkdocs.yml")
for corpus in run.SETS:
    for raw in sorted(corpus.raw.iterdir()):
        facts = pipeline.analyse(raw, corpus.topics, None, folders)
        print(json.dumps(facts, ensure_ascii=False, default=str))
"""


def test_every_process_reads_the_same() -> None:
    """Each article of the sets has the same facts in processes whose sets are ordered otherwise."""
    first, second = (_printed(seed) for seed in ("1", "3"))
    assert first and first == second


def _printed(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", PRINTED]
    done = subprocess.run(
        command, cwd=HERE, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout
