"""Files and folders under content/: names that are safe everywhere, UTF-8 text, no links."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import Diagnostic
from generator.model import Location
from generator.rules import (
    FRONT_MATTER_LIMIT,
    Fields,
    Problems,
    listed_fields,
    nearest,
    quoted,
    read_yaml,
    split_front_matter,
)
from generator.slugs import slug_fault

FILE_LIMIT = 8 * 1024 * 1024
"""Bytes: nothing that an editor writes is longer, so a longer file is not read into memory."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong, file by file."""

    files: list[Problems] = field(default_factory=list)

    def file(self, path: Path) -> Problems:
        """A new collector for one file."""
        self.files.append(Problems(path.as_posix()))
        return self.files[-1]

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All problems of all files, sorted by place."""
        found = (diagnostic for problems in self.files for diagnostic in problems.found)
        return tuple(sorted(found, key=lambda d: (d.location, d.what)))


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A Markdown file with its front matter ready to be read."""

    fields: Fields
    body: str
    body_line: int
    location: Location


def check_slug(slug: str, problems: Problems, line: int = 0, what: str = "The folder name") -> bool:
    """Whether a name may stand in addresses; what is wrong with it goes to `problems`."""
    fault = slug_fault(slug)
    if fault is not None:
        problems.error(line, f"{what} {quoted(slug)} {fault[0]}.", fault[1])
    return fault is None


def entries(folder: Path, report: Report) -> tuple[Path, ...]:
    """The visible entries of a folder by name, none if it is missing; symlinks are refused."""
    if not folder.is_dir():
        return ()
    found = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_symlink():
            # A link to a file outside the tree would publish that file.
            what = f"{quoted(path.name)} is a symbolic link."
            report.file(path).error(0, what, "Put the file itself here.")
        elif not path.name.startswith("."):
            found.append(path)
    return tuple(found)


def folders(folder: Path, report: Report) -> tuple[Path, ...]:
    """The folders of a folder whose names may be slugs; what else stands there is noted."""
    found = []
    for path in entries(folder, report):
        if path.is_dir():
            if check_slug(path.name, report.file(path)):
                found.append(path)
        else:
            fix = f"Put it into a folder of {quoted(folder.name)}, or take it away."
            report.file(path).warning(0, f"Nothing reads {quoted(path.name)} here.", fix)
    return tuple(found)


def known_entries(folder: Path, names: tuple[str, ...], report: Report) -> dict[str, Path]:
    """The entries of a folder that something reads, by name; the others are noted."""
    found = {}
    for path in entries(folder, report):
        if path.name in names:
            found[path.name] = path
        else:
            what = f"Nothing reads {quoted(path.name)}."
            report.file(path).warning(0, what, nearest(path.name, names))
    return found


def read_text(path: Path, problems: Problems) -> str | None:
    """The text of a UTF-8 file with line feeds only, or None if it cannot be read."""
    if path.is_dir():
        problems.error(0, "The file cannot be read: it is a folder.", "Put a file in its place.")
        return None
    try:
        if path.stat().st_size > FILE_LIMIT:
            problems.error(0, f"The file is longer than {FILE_LIMIT:,} bytes.", "Part it.")
            return None
        data = path.read_bytes()
    except OSError as error:
        problems.error(0, f"The file cannot be read: {error.strerror}.", "Check its permissions.")
        return None
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"The byte 0x{data[error.start]:02X} is not UTF-8."
        problems.error(line, what, "Save the file as UTF-8, or use sharh import for raw files.")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_entries(path: Path, problems: Problems, what: str) -> tuple[Fields, ...]:
    """The entries of a YAML file that is a list; none when nothing can be read of it."""
    text = read_text(path, problems)
    if text is None:
        return ()
    document = read_yaml(text, problems)
    if problems.failed and not document.value:
        return ()
    return tuple(listed_fields(document, problems, what))


def read_markdown(path: Path, problems: Problems) -> MarkdownFile | None:
    """A Markdown file with its front matter, or None if there is nothing to go on with."""
    text = read_text(path, problems)
    if text is None:
        return None
    cut = split_front_matter(text)
    if cut is None:
        _report_no_front_matter(text, problems)
        return None
    document = read_yaml(cut.yaml, problems, first_line=2, limit=FRONT_MATTER_LIMIT)
    if problems.failed and not document.value:
        return None
    fields = Fields(document, problems)
    return MarkdownFile(fields, cut.body, cut.body_line, Location(path.as_posix(), 1))


def _report_no_front_matter(text: str, problems: Problems) -> None:
    if text.startswith("---\n"):
        what, fix = "The front matter has no end.", "Write a line «---» below its last key."
    else:
        what, fix = "The file has no front matter.", "Begin it with «---», «title: …», «---»."
    problems.error(1, what, fix)
