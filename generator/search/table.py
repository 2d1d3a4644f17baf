"""The analysis table, read once: the same file that is shipped to the browser."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

TABLE_NAME = "analysis.json"


@dataclass(frozen=True, slots=True)
class English:
    """The rules of the light English stem: (ending, replacement, letters that must stay)."""

    vowels: str
    rules: tuple[tuple[str, str, int], ...]
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything the analyser knows, without one word of it in code."""

    letters: Mapping[str, str]
    hard_alef: str
    stop: frozenset[str]
    definite: tuple[str, ...]
    proclitics: tuple[str, ...]
    suffixes: tuple[tuple[str, int], ...]
    feminine_of_two: tuple[str, ...]
    dual_of_two: tuple[str, ...]
    nisba: tuple[str, ...]
    weak: str
    participle: str
    imperfect: str
    english: English
    phonetic: Mapping[str, str]
    consonants: Mapping[str, tuple[tuple[str, str], ...]]
    initial: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]


@cache
def table_text() -> str:
    """The table as it is shipped: compact JSON."""
    source = resources.files("generator.search").joinpath(TABLE_NAME).read_text(encoding="utf-8")
    return json.dumps(json.loads(source), ensure_ascii=False, separators=(",", ":"))


@cache
def load_table() -> Table:
    """The table of the package."""
    data = json.loads(table_text())
    english = data["english"]
    rules = tuple((ending, instead, stay) for ending, instead, stay in english["rules"])
    consonants = data["consonants"]
    return Table(
        letters=data["letters"],
        hard_alef=data["hard_alef"],
        stop=frozenset(f"{data['stop']['ar']} {data['stop']['en']}".split()),
        definite=tuple(data["definite"]),
        proclitics=tuple(data["proclitics"]),
        suffixes=tuple((suffix, stay) for suffix, stay in data["suffixes"]),
        feminine_of_two=tuple(data["feminine_of_two"]),
        dual_of_two=tuple(data["dual_of_two"]),
        nisba=tuple(data["nisba"]),
        weak=data["weak"],
        participle=data["participle"],
        imperfect=data["imperfect"],
        english=English(english["vowels"], rules, tuple(english["keep"])),
        phonetic=data["phonetic"],
        consonants={
            script: tuple((letters, key) for letters, key in consonants[script])
            for script in ("ar", "en")
        },
        initial=consonants["initial"],
        plurals={one: tuple(many.split()) for one, many in data["plurals"].items()},
    )
