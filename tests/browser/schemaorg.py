"""What schema.org allows, for the types and properties that the pages use.

vocabulary.json says which property belongs to which type and what it may hold; the context for
JSON-LD is made from it, so that nothing is fetched and a word that schema.org lacks does not expand.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pyld import jsonld

ADDRESS = "https://schema.org"
TYPES: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "vocabulary.json").read_text(encoding="utf-8")
)["types"]
_TEXTS = {
    "Text": re.compile(r".*\S.*", re.DOTALL),
    "URL": re.compile(r"https?://\S+"),
    "Date": re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)"),
}
_VALUES = {*_TEXTS, "Integer", "Number", "Boolean"}

# Any: JSON, which is checked here key by key.
Node = dict[str, Any]


def faults(node: Node) -> Iterator[str]:
    """Keys that a node's type lacks, and values that its properties do not take."""
    kind = node.get("@type")
    if kind not in TYPES:
        yield f"no type «{kind}»"
        return
    allowed = properties(kind)
    for name, value in node.items():
        if name in {"@type", "@id", "@context"}:
            continue
        if name not in allowed:
            yield f"{kind} has no «{name}»"
            continue
        for part in value if isinstance(value, list) else [value]:
            yield from _value_faults(f"{kind}.{name}", part, allowed[name])


def properties(kind: str) -> dict[str, list[str]]:
    """What each property of a type may hold, its ancestors' included."""
    found: dict[str, list[str]] = {}
    for ancestor in ancestors(kind):
        found = {**TYPES[ancestor]["properties"], **found}
    return found


def ancestors(kind: str) -> Iterator[str]:
    """The type and everything that it is as well."""
    yield kind
    for parent in TYPES[kind]["parents"]:
        yield from ancestors(parent)


def _value_faults(where: str, value: object, ranges: list[str]) -> Iterator[str]:
    if isinstance(value, dict) and "@value" in value:
        if "Text" not in ranges or value.keys() - {"@value", "@language"}:
            yield f"{where} takes no text with a language"
    elif isinstance(value, dict) and value.keys() == {"@id"}:
        if not set(ranges) - _VALUES or not _TEXTS["URL"].fullmatch(value["@id"]):
            yield f"{where} takes no reference «{value['@id']}»"
    elif isinstance(value, dict):
        kind = value.get("@type")
        if kind in TYPES and not set(ranges) & set(ancestors(kind)):
            yield f"{where} takes no {kind}"
        yield from faults(value)
    elif not _is_plain_value(value, ranges):
        yield f"{where} takes no «{value}»"


def _is_plain_value(value: object, ranges: list[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int):
        # The width of a picture, a Distance, is commonly written as its number of pixels.
        return bool({"Integer", "Number", "Distance"} & set(ranges))
    texts = (_TEXTS[kind] for kind in ranges if kind in _TEXTS)
    is_enumeration = any(kind.endswith("Enumeration") for kind in ranges)
    return isinstance(value, str) and (
        any(text.fullmatch(value) for text in texts)
        or (is_enumeration and bool(_TEXTS["URL"].fullmatch(value)))
    )


def expanded(document: Node) -> list[Node]:
    """The document as triples would have it; what the context does not know is gone.

    Raises:
        JsonLdError: the document is no JSON-LD, or asks for another context.
    """
    return jsonld.expand(document, {"documentLoader": _local, "expandContext": None})


def _local(url: str, _: object) -> dict[str, object]:
    if url.rstrip("/") != ADDRESS:
        raise jsonld.JsonLdError(f"{url} is no context of ours", "loading document failed")
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": _context()},
    }


def _context() -> dict[str, object]:
    """schema.org's own context has every term; this one those of vocabulary.json."""
    terms: dict[str, object] = {kind: f"{ADDRESS}/{kind}" for kind in TYPES}
    for kind in TYPES:
        for name, ranges in TYPES[kind]["properties"].items():
            is_address = "URL" in ranges and "Text" not in ranges
            link = {"@type": "@id"} if is_address else {}
            terms[name] = {"@id": f"{ADDRESS}/{name}", **link}
    return terms
