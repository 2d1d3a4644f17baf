"""A query answered outside the browser, with reasons: by the browser's engine, or its twin."""

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from generator.model import RenderedPage
from generator.search.analyser import default_analyser
from generator.search.engine import Engine
from generator.search.shards import FOLDER

Reason = tuple[str, str, float]
"""Words of the query, the ways in which they matched, and what that gave."""
_KINDS = {"a": "article", "c": "card", "t": "topic"}


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that answers a query; `coverage` is the share of the query that it has."""

    kind: str
    path: str
    title: str
    score: float
    coverage: float
    reasons: tuple[Reason, ...]


def ask(
    files: Iterable[RenderedPage], query: str, language: str, node: Path | None, engine: Path
) -> tuple[Found, ...]:
    """What the index files answer, best first, with titles in `language` where there are any.

    `engine` is the browser's engine; it runs in `node`, and without one the Python twin answers.
    """
    texts = {page.path.removeprefix(f"{FOLDER}/"): page.text for page in files}
    twin = Engine(_loader(texts), default_analyser())
    if node and engine.is_file():
        hits = _ask_node(texts, query, node, engine)
    else:
        hits = [(h.entry, h.score, h.coverage, h.parts) for h in twin.search(query).hits]
    describe = partial(_found, twin, language)
    return tuple(describe(*hit) for hit in hits)


def _loader(texts: dict[str, str]) -> Callable[[str], Any]:
    parsed: dict[str, Any] = {}

    def load(name: str) -> Any:
        if name not in parsed:
            parsed[name] = json.loads(texts[name])
        return parsed[name]

    return load


def _ask_node(texts: dict[str, str], query: str, node: Path, engine: Path) -> list[Any]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "ask.mjs").write_text(
            resources.files("generator.search").joinpath("ask.mjs").read_text(encoding="utf-8"),
            encoding="utf-8",
        )
        done = subprocess.run(
            [node, folder / "ask.mjs", engine, folder],
            input=json.dumps([[query, {}]]),
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    hits: list[Any] = json.loads(done.stdout)[0]["hits"]
    return hits


def _found(
    engine: Engine, language: str, entry: int, score: float, coverage: float, parts: list[Any]
) -> Found:
    shown = engine.shards.text(entry)
    side = shown.get(language) or shown.get("ar") or shown["en"]
    reasons = tuple((words, how, given) for words, how, given in parts)
    return Found(_KINDS[engine.shards.kinds[entry]], side["u"], side["t"], score, coverage, reasons)
