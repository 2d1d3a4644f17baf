"""The index as files: a small manifest under a fixed name, everything else under content hashes.

index.json      the manifest: counts, where each shard begins, the hashes of all shards
analysis        the analysis table          entries   kind, year and length of each entry
terms-N         terms in order, with how many entries hold each
posts-N         for a run of terms, the entries and places of each
keys-N          keys in order, with the numbers they lead to
texts-N         for a few entries, what to show: titles, addresses, paragraphs
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from generator.model import RenderedPage
from generator.search.entries import Entry, Side
from generator.search.index import Index, sentences
from generator.search.table import table_text

FOLDER = "assets/search"
VERSION = 1
# Measured at 10,000 articles (make bench-search): smaller shards cost requests, larger ones bytes.
_TERMS_PER_SHARD = 2500
_POSTS_CHARACTERS = 48_000
_KEYS_CHARACTERS = 32_000
_ENTRIES_PER_TEXT = 4


@dataclass(slots=True)
class _Files:
    """Files by name; collects the hashes of a kind of shards as one run of hexadecimal digits."""

    texts: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, text: str) -> str:
        digest = blake2b(text.encode(), digest_size=4).hexdigest()
        self.texts[f"{kind}-{digest}.json"] = text
        return digest


def index_files(index: Index) -> tuple[RenderedPage, ...]:
    """The files of the index, for docs/."""
    files = _Files()
    manifest: dict[str, object] = {
        "version": VERSION,
        "count": len(index.entries),
        "average": round(sum(index.lengths) / max(1, len(index.lengths)), 2),
        "per_text": _ENTRIES_PER_TEXT,
        "analysis": files.add("analysis", table_text()),
        "entries": files.add("entries", _entries(index)),
        "years": sorted({entry.year for entry in index.entries if entry.year}, reverse=True),
        "terms": _terms(index, files),
        "posts": _posts(index, files),
        "keys": _keys(index, files),
        "texts": "".join(files.add("texts", text) for text in _texts(index)),
    }
    files.texts["index.json"] = _compact(manifest)
    return tuple(
        RenderedPage(f"{FOLDER}/{name}", None, text) for name, text in sorted(files.texts.items())
    )


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entries(index: Index) -> str:
    return _compact(
        {
            "kinds": "".join(entry.kind.value for entry in index.entries),
            "sides": "".join(
                str((entry.ar is not None) + 2 * (entry.en is not None)) for entry in index.entries
            ),
            "years": [entry.year for entry in index.entries],
            "lengths": list(index.lengths),
        }
    )


def _terms(index: Index, files: _Files) -> list[list[object]]:
    """[first term, number of the first term, hash] of each shard."""
    shards: list[list[object]] = []
    for start in range(0, len(index.terms), _TERMS_PER_SHARD):
        terms = index.terms[start : start + _TERMS_PER_SHARD]
        counts = index.counts[start : start + _TERMS_PER_SHARD]
        shards.append(
            [terms[0], start, files.add("terms", _compact({"t": _front_coded(terms), "n": counts}))]
        )
    return shards


def _front_coded(terms: Iterable[str]) -> list[object]:
    """Each term as how many letters it shares with the one before, then the others."""
    coded: list[object] = []
    last = ""
    for term in terms:
        shared = 0
        while shared < min(len(last), len(term)) and last[shared] == term[shared]:
            shared += 1
        coded += [shared, term[shared:]]
        last = term
    return coded


def _posts(index: Index, files: _Files) -> list[list[object]]:
    """[number of the first term, hash] of each shard."""
    rows = zip(index.terms, index.postings, strict=True)
    coded = (_compact([term, *postings]) for term, postings in rows)
    return [
        [first, files.add("posts", f"[{','.join(runs)}]")]
        for first, runs in _cut(coded, _POSTS_CHARACTERS)
    ]


def _keys(index: Index, files: _Files) -> list[list[object]]:
    """[first key, hash] of each shard."""
    keys = list(index.keys)
    lines = [f"{_compact(key)}:{_compact(index.keys[key])}" for key in keys]
    return [
        [keys[first], files.add("keys", f"{{{','.join(run)}}}")]
        for first, run in _cut(lines, _KEYS_CHARACTERS)
    ]


def _cut(texts: Iterable[str], characters: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of texts of about so many characters, each with the number of its first text."""
    run: list[str] = []
    size = first = 0
    for number, text in enumerate(texts):
        if run and size + len(text) > characters:
            yield first, run
            run, size, first = [], 0, number
        run.append(text)
        size += len(text)
    if run:
        yield first, run


def _texts(index: Index) -> Iterator[str]:
    for start in range(0, len(index.entries), _ENTRIES_PER_TEXT):
        yield _compact(
            [_shown(entry) for entry in index.entries[start : start + _ENTRIES_PER_TEXT]]
        )


def _shown(entry: Entry) -> dict[str, object]:
    shown: dict[str, object] = {"id": entry.id}
    for tag, side in (("ar", entry.ar), ("en", entry.en)):
        if side:
            shown[tag] = _side(side)
    return shown


def _side(side: Side) -> dict[str, object]:
    shown: dict[str, object] = {
        "u": side.path,
        "t": side.title,
        "p": [[text.anchor, len(sentences(text.text)), text.text] for text in side.texts],
    }
    if side.lead:
        shown["l"] = side.lead
    if side.other:
        shown["o"] = side.other
    if side.facts:
        shown["f"] = [[fact.kind, fact.path, fact.year, fact.text] for fact in side.facts]
    return shown
