"""import-report.yml: what import took out of a file, and the editor's word on it.

The report is written by import and read by the next one: beside a removed line an editor writes
`keep: true`, and the line stays, or `keep: false`, and its removal is no longer doubtful.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.errors import ContentError, Diagnostic, warning
from generator.model import IntakeResult, Location, RemovedLine
from generator.rules import Fields, Problems, is_plain, quoted, read_yaml

from .emit import block_yaml

HEAD = """\
# What import took out, doubtful removals first. To keep a line, write «keep: true» under it and
# import the file again; «keep: false» says that it was rightly removed.
"""
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """What the editor says of one line; a line that an earlier import kept is `settled`."""

    line: int
    text: str
    keep: bool
    settled: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Word:
    """Numbers of lines: those that stay, with their text, those that stayed before, those that go."""

    keep: Mapping[int, str] = field(default_factory=dict)
    kept: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()


# ---------------------------------------------------------------- written


NO_WORD = Word()


def import_report(result: IntakeResult, notes: Sequence[str] = (), word: Word = NO_WORD) -> str:
    """What import removed and how it read the file, doubtful removals first, as YAML."""
    order = sorted(result.removed, key=lambda each: (not each.doubtful, each.line))
    report: dict[str, object] = {
        "source": result.raw.source,
        "encoding": result.raw.encoding,
        "media_type": result.raw.media_type.value,
        "title_found": result.article.title is not None,
    }
    if notes:
        report["notes"] = list(notes)
    if word.keep:
        report["kept"] = [{"line": line, "text": word.keep[line]} for line in sorted(word.keep)]
    report["removed"] = [_removal(each, word) for each in order]
    return HEAD + block_yaml(report)


def _removal(removed: RemovedLine, word: Word) -> dict[str, object]:
    entry: dict[str, object] = {
        "line": removed.line,
        "kind": removed.kind.value,
        "rule": removed.rule,
        "text": one_line(removed.text),
    }
    if removed.line in word.gone:
        entry["keep"] = False
    return {"doubtful": True, **entry} if removed.doubtful else entry


def one_line(text: str) -> str:
    """The text on one line without what cannot be seen, as it comes back from a YAML file."""
    seen = "".join(c if is_plain(c) else " " for c in text)
    return unicodedata.normalize("NFC", " ".join(seen.split()))


# ---------------------------------------------------------------- read


def read_marks(text: str, path: str) -> tuple[Mark, ...]:
    """What an editor says in the report.

    Raises:
        ContentError: the report is not as import writes it; all problems.
    """
    problems = Problems(path)
    report = Fields(read_yaml(text, problems), problems)
    for name in ("source", "encoding", "media_type"):
        report.text(name)
    report.flag("title_found")
    report.texts("notes")
    found = [_mark(each, path, settled=True) for each in report.sections("kept")]
    found += [_mark(each, path, settled=False) for each in report.sections("removed")]
    report.finish()
    if problems.failed:
        raise ContentError(tuple(problems.found))
    return tuple(mark for mark in found if mark)


def _mark(each: Fields, path: str, *, settled: bool) -> Mark | None:
    line = each.integer("line") or 0
    text = each.text("text") or ""
    for name in () if settled else ("kind", "rule"):
        each.text(name)
    if not settled:
        each.flag("doubtful")
    said = each.text("keep")
    keep = each.flag("keep")
    each.finish()
    if said is None and not settled:
        return None
    return Mark(line, text, keep or said is None, settled, Location(path, each.line()))


def word_of(
    marks: Iterable[Mark], asked: frozenset[int], result: IntakeResult
) -> tuple[Word, tuple[Diagnostic, ...]]:
    """The lines of this reading that the editor means, and what could not be found in it.

    Args:
        asked: numbers of lines that stay, from the command line.
        result: the reading before the editor has said anything.
    """
    texts: dict[int, str] = {}
    for each in result.removed:
        texts.setdefault(each.line, one_line(each.text))
    notes = [_not_removed(line, result) for line in sorted(asked - texts.keys())]
    keep, kept, gone = asked & texts.keys(), set(), set()
    for mark in marks:
        line = _line_of(mark, result.removed)
        if line is None:
            notes.append(_not_found(mark))
        elif mark.keep:
            keep |= {line}
            kept |= {line} if mark.settled else set()
        else:
            gone.add(line)
    word = Word({line: texts[line] for line in keep}, frozenset(kept), frozenset(gone - keep))
    return word, tuple(notes)


def _line_of(mark: Mark, removed: Iterable[RemovedLine]) -> int | None:
    """The number of the line now: a file that was changed above it has moved it."""
    same = [each.line for each in removed if one_line(each.text) == mark.text]
    return min(same, key=lambda line: abs(line - mark.line), default=None)


def _not_removed(line: int, result: IntakeResult) -> Diagnostic:
    where = Location(result.raw.source, line)
    fix = "Take the number of a line in import-report.yml, or of «sharh explain»."
    return warning(where, "no rule removed this line, so --keep changes nothing.", fix)


def _not_found(mark: Mark) -> Diagnostic:
    what = f"the file has no removed line {quoted(mark.text, SHOWN)} any more."
    return warning(mark.location, what, "Take the mark out.")


def with_word(result: IntakeResult, word: Word) -> IntakeResult:
    """The reading in which a removal that the editor confirmed is no longer doubtful."""
    removed = (
        replace(each, doubtful=each.doubtful and each.line not in word.gone)
        for each in result.removed
    )
    return replace(result, removed=tuple(removed))
