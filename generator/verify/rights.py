"""The built site -> runs of words of texts that may not be published, in whichever file they stand.

What is withheld has left the index long before; this looks at what readers and machines get: pages,
feeds, downloads, the search's files. Eight words in a row count as a copy of the text.
"""

import csv
import gzip
import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.errors import Diagnostic
from generator.model import Article, BlockKind, Library, Location, Rights
from generator.text import fold

_SIZE = 8
# With the marks and invisible signs that folding drops, so that none of them parts a word.
_WORD = re.compile(r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f\u2060\u00ad]+")
# Words on both sides of such a tag may be read as one text.
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|em|i|mark|q|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>"
)
_TAG = re.compile(r"<[^<>]*>")
# Files in which no text of an article can stand.
_NO_TEXT = frozenset({".woff2", ".woff", ".png", ".ico", ".css"})

Run = tuple[str, ...]


def withheld_runs(library: Library) -> frozenset[Run]:
    """The runs of folded words that no file may hold.

    Not those that a published text, a title or an excerpt holds as well: agencies' sentences stand
    in many articles, an article is cited by its title, and an excerpt is there to be read.
    """
    if all(_is_shown(article) for article in library.articles):
        return frozenset()
    withheld: set[Run] = set()
    shown: set[Run] = set()
    for article in library.articles:
        (shown if _is_shown(article) else withheld).update(_body_runs(article))
        shown.update(*(_runs(text) for text in (*_titles(article), *article.excerpts)))
    return frozenset(withheld - shown)


def leak_problems(root: Path, withheld: frozenset[Run]) -> Iterator[Diagnostic]:
    """Files of a built site that hold such a run, each with the first one."""
    starts = frozenset(run[0] for run in withheld)
    for path in sorted(root.rglob("*")) if withheld else ():
        if not path.is_file() or path.suffix in _NO_TEXT:
            continue
        if leaked := _first_leak(_texts(path), withheld, starts):
            what = f"«{' '.join(leaked)}» stands in an article that may not be published."
            fix = "Say it in other words, or correct the article's rights."
            yield Diagnostic(Location(path.relative_to(root).as_posix()), what, fix)


def _is_shown(article: Article) -> bool:
    return article.rights is Rights.FULL and not article.takedown


def _body_runs(article: Article) -> Iterator[Run]:
    for block in article.blocks:
        if block.kind is not BlockKind.TITLE:
            yield from _runs(block.text)


def _titles(article: Article) -> Iterable[str]:
    original = article.based_on.title if article.based_on else ""
    return (article.title or "", original)


def _runs(text: str) -> Iterator[Run]:
    words = _words(text)
    return (tuple(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1))


def _words(text: str) -> list[str]:
    return [_folded(word) for word in _WORD.findall(text)]


@cache
def _folded(word: str) -> str:
    return fold(word)


def _texts(path: Path) -> Iterator[str]:
    """What a file says, in pieces that are read one by one: cells, strings, blocks, attributes."""
    data = path.read_bytes()
    data = gzip.decompress(data) if path.suffix == ".gz" else data
    # A file of another kind reads as noise, in which no word of an article stands.
    text = data.decode("utf-8", "replace")
    if path.suffix == ".json":
        yield from _strings(json.loads(text))
    elif path.suffix == ".csv":
        yield from (cell for row in csv.reader(io.StringIO(text)) for cell in row)
    else:
        # Twice, because the HTML in a feed is escaped once more.
        plain = html.unescape(html.unescape(text))
        yield from plain.split('"')
        # An inline tag may stand inside a word, or between two.
        for joint in ("", " "):
            yield from _TAG.split(_INLINE_TAG.sub(joint, plain))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _TAG.split(_INLINE_TAG.sub(" ", html.unescape(value)))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _first_leak(
    texts: Iterable[str], withheld: frozenset[Run], starts: frozenset[str]
) -> Run | None:
    for words in map(_words, texts):
        for at, word in enumerate(words):
            if word in starts and (run := tuple(words[at : at + _SIZE])) in withheld:
                return run
    return None
