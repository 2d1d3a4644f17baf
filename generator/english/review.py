"""Reviews of English stubs: bound to the texts that were read, out of date when one changes."""

import re
from collections.abc import Mapping

from generator.errors import ContentError
from generator.model import Article, BlockKind, IsoDate, ReviewState, Stub, StubStatus
from generator.rules import (
    FRONT_MATTER_LIMIT,
    Problems,
    is_plain,
    quoted,
    raise_problems,
    read_yaml,
    split_front_matter,
    yaml_scalar,
)
from generator.text import text_hash

_KEYS = ("status", "reviewed_by", "reviewed_on", "source_hash", "stub_hash")
_END = "---"
# A key with a value on one line, and the comment after it.
_COMMENT = re.compile(r"""\w+:\s*(?:"[^"]*"|'[^']*'|[^"'#\s][^#]*?)?(\s+#.*)?""")


def source_hash(article: Article) -> str:
    """16 hexadecimal digits of the Arabic as a reviewer reads it: title, lead, blocks in order.

    Vowel marks, white space and markup do not count; credit and dates are not part of the text.
    """
    body = (block.text for block in article.blocks if block.kind is not BlockKind.TITLE)
    return text_hash(article.title or "", article.lead or "", *body)


def stub_hash(stub: Stub) -> str:
    """16 hexadecimal digits of the stub as a reader sees it: title and sentences in order."""
    texts = (" ".join(s.text for s in block.sentences) for block in stub.blocks)
    return text_hash(stub.title, *texts)


def review_state(article: Article, stub: Stub | None) -> ReviewState:
    """Whether the stub is there, a draft, reviewed, or reviewed in another wording.

    A stub that calls itself reviewed without saying of which text is out of date: nobody can know
    that the texts beside it are the ones that were read.
    """
    if stub is None:
        return ReviewState.MISSING
    if stub.status is StubStatus.DRAFT:
        return ReviewState.DRAFT
    bound = (stub.source_hash, stub.stub_hash) == (source_hash(article), stub_hash(stub))
    return ReviewState.REVIEWED if bound else ReviewState.OUT_OF_DATE


def reviewed_front_matter(text: str, article: Article, stub: Stub, by: str, on: IsoDate) -> str:
    """The text of en.md with the review recorded; everything but the keys of a review stays as is.

    Args:
        text: en.md as it stands in the file; its line ends and byte-order mark are kept.
        article: The article whose Arabic was read.
        stub: What the loader made of `text`.
        by: Who reviewed it.
        on: The day of the review.

    Raises:
        ContentError: the front matter is not written with one key on each line, or `by` is empty.
    """
    problems = Problems(stub.location.path)
    values = {
        "status": StubStatus.REVIEWED.value,
        "reviewed_by": " ".join(by.split()),
        "reviewed_on": on,
        "source_hash": source_hash(article),
        "stub_hash": stub_hash(stub),
    }
    if not values["reviewed_by"] or not all(map(is_plain, by)):
        problems.error(0, f"{quoted(by)} names no reviewer.", "Say who reviewed it: --by NAME.")
    lines = text.removeprefix("\ufeff").split("\n")
    places = _key_lines(text.removeprefix("\ufeff"), problems)
    raise_problems(problems.found, ContentError)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return mark + "\n".join(_rewrite(lines, places, values))


def _key_lines(text: str, problems: Problems) -> dict[str, int]:
    """The index in `text.split("\\n")` of each review key, and of the end of the front matter."""
    cut = split_front_matter(text)
    if cut is None:
        problems.error(
            1, "The file has no front matter.", "Begin it with «---», «title: …», «---»."
        )
        return {}
    document = read_yaml(cut.yaml, problems, first_line=2, limit=FRONT_MATTER_LIMIT)
    keys = document.value if isinstance(document.value, Mapping) else {}
    places = {key: document.line((key,)) - 1 for key in _KEYS if key in keys}
    lines = text.split("\n")
    for key, place in places.items():
        if not lines[place].startswith(f"{key}:"):
            problems.error(
                place + 1, f"«{key}» does not begin its line.", f"Write «{key}: …» there."
            )
    return {**places, _END: cut.body_line - 2}


def _rewrite(lines: list[str], places: dict[str, int], values: dict[str, str]) -> list[str]:
    ending = "\r" if lines[0].endswith("\r") else ""
    new: dict[int, list[str]] = {}
    place = places[_END] - 1
    for key in _KEYS:
        place = places.get(key, place)
        line = f"{key}: {yaml_scalar(values[key])}"
        if key in places:
            line += _comment(lines[place].rstrip("\r"))
        new.setdefault(place, []).append(line + ending)
    old = set(places.values()) - {places[_END]}
    written: list[str] = []
    for number, line in enumerate(lines):
        # A value that goes on over indented lines belongs to its key, up to the next key.
        goes_on = number - 1 in old and number < places[_END] and line.startswith((" ", "\t"))
        if goes_on:
            old.add(number)
        elif number not in old:
            written.append(line)
        written += new.get(number, [])
    return written


def _comment(line: str) -> str:
    match = _COMMENT.fullmatch(line)
    return match[1] or "" if match else ""
