"""Reviews of English stubs: bound to the texts that were read, out of date when one changes."""

import re
from collections.abc import Mapping

from generator.errors import ContentError, Diagnostic
from generator.model import Article, BlockKind, IsoDate, Location, ReviewState, Stub, StubStatus
from generator.rules import (
    FRONT_MATTER_LIMIT,
    Problems,
    YamlDocument,
    YamlValue,
    is_plain,
    quoted,
    raise_problems,
    read_yaml,
    split_front_matter,
    yaml_scalar,
)
from generator.text import text_hash

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

    A stub that calls itself reviewed without saying by whom and when is a draft to its readers:
    nobody has signed for it. One that is signed but not bound to the texts beside it is out of
    date: nobody can know that they are the ones that were read.
    """
    if stub is None:
        return ReviewState.MISSING
    if stub.status is StubStatus.DRAFT or not (stub.reviewed_by and stub.reviewed_on):
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
    if not by.strip() or not all(map(is_plain, by)):
        raise _error(stub, 0, f"{quoted(by)} names no reviewer.", "Say who read it: --by NAME.")
    values = {
        "status": StubStatus.REVIEWED.value,
        "reviewed_by": " ".join(by.split()),
        "reviewed_on": on,
        "source_hash": source_hash(article),
        "stub_hash": stub_hash(stub),
    }
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    before = _read(text.removeprefix(mark), stub)
    written = "\n".join(_rewrite(lines, before, values))
    # Whether a key of the old front matter was written in a way that cannot be replaced line by
    # line (several keys in braces, a value over blank lines) shows when the result is read again.
    if _read(written, stub).value != {**_mapping(before), **values}:
        fix = "Write each key and its value on one line."
        raise _error(stub, 1, "A review cannot be put into this front matter.", fix)
    return mark + written


def _read(text: str, stub: Stub) -> YamlDocument:
    cut = split_front_matter(text)
    problems = Problems(stub.location.path)
    document = read_yaml(cut.yaml if cut else "", problems, first_line=2, limit=FRONT_MATTER_LIMIT)
    raise_problems(problems.found, ContentError)
    return document


def _mapping(document: YamlDocument) -> Mapping[str, YamlValue]:
    return document.value if isinstance(document.value, Mapping) else {}


def _error(stub: Stub, line: int, what: str, fix: str) -> ContentError:
    return ContentError(Diagnostic(Location(stub.location.path, line), what, fix))


def _rewrite(lines: list[str], before: YamlDocument, values: dict[str, str]) -> list[str]:
    ending = "\r" if lines[0].endswith("\r") else ""
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() == "---"), len(lines))
    places = {key: before.line((key,)) - 1 for key in values if key in _mapping(before)}
    new: dict[int, list[str]] = {}
    place = end - 1
    for key, value in values.items():
        place = places.get(key, place)
        comment = _comment(lines[place]) if key in places else ""
        # Only a name can hold what YAML would misread; dates and hashes stay bare.
        shown = yaml_scalar(value) if key == "reviewed_by" else value
        new.setdefault(place, []).append(f"{key}: {shown}{comment}{ending}")
    replaced = frozenset(places.values())
    written: list[str] = []
    dropping = False
    for number, line in enumerate(lines):
        # A value that goes on over indented lines belongs to its key.
        dropping = number in replaced or (dropping and line.startswith((" ", "\t")))
        written += [] if dropping else [line]
        written += new.get(number, [])
    return written


def _comment(line: str) -> str:
    match = _COMMENT.fullmatch(line.rstrip("\r"))
    return match[1] or "" if match else ""
