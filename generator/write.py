"""RenderedPages -> docs/: only what changed, only what is ours; and the swap of a whole site.

A manifest in the target names the files that we wrote. A file that is not in it is somebody
else's: it is never overwritten and never deleted.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic, WriteError
from generator.model import Location, RenderedPage, RenderedPicture

MANIFEST = ".sharh-manifest.json"

Drawer = Callable[[Sequence[RenderedPicture]], Iterator[bytes]]
"""Gives the bytes of each picture, in order."""

# How much of a picture is read to find its key.
_HEAD = 512


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many files were written anew, left as they were, and deleted."""

    written: int
    kept: int
    deleted: int


def _one_by_one(pictures: Sequence[RenderedPicture]) -> Iterator[bytes]:
    return (picture.draw() for picture in pictures)


def write_docs(
    pages: Iterable[RenderedPage],
    root: Path,
    pictures: Iterable[RenderedPicture] = (),
    draw: Drawer = _one_by_one,
    drawn: Iterable[Path] = (),
) -> WriteReport:
    """Bring `root` to hold exactly these files beside what is not ours; returns what was done.

    A picture is not drawn where `root`, or a folder of `drawn`, has it with the same key.

    Raises:
        WriteError: a file that we did not write stands where a page should go, with other text.
    """
    texts = {page.path: page.text.encode("utf-8") for page in pages}
    drawings = {picture.path: picture for picture in pictures}
    wanted = texts.keys() | drawings.keys()
    ours = _read_manifest(root)
    changed = {path for path, data in texts.items() if _differs(root / path, data)}
    changed |= {path for path, picture in drawings.items() if not _holds(root / path, picture.key)}
    foreign = [path for path in changed if path not in ours and (root / path).exists()]
    if foreign:
        raise WriteError(tuple(_not_ours(root / path) for path in foreign))
    stale = sorted(ours - wanted)
    if changed or stale or ours != wanted:
        # The union first: a run that is killed half-way leaves no file that nobody owns.
        _write_manifest(root, ours | wanted)
        for path in sorted(changed & texts.keys()):
            _write(root / path, texts[path])
        missing = [drawings[path] for path in sorted(changed & drawings.keys())]
        for path, data in _pictures(missing, draw, tuple(drawn)):
            _write(root / path, data)
        for path in stale:
            _delete(root, path)
        _write_manifest(root, wanted)
    return WriteReport(len(changed), len(wanted) - len(changed), len(stale))


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that must not exist yet, all or none.

    Raises:
        WriteError: one of them exists.
    """
    existing = [path for path in files if path.exists() or path.is_symlink()]
    if existing:
        raise WriteError(tuple(_not_ours(path) for path in existing))
    for path in sorted(files):
        _write(path, files[path].encode("utf-8"))


def replace_text(path: Path, text: str) -> None:
    """Put a new text in the place of an existing file, in one step."""
    _write(path, text.encode("utf-8"))


def swap_in(new: Path, target: Path) -> None:
    """Put the finished folder `new` in the place of `target`; the old one goes once that is done."""
    old = target.with_name(f".{target.name}.old")
    recover(target)
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        recover(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """Finish a swap that was interrupted: the old folder comes back where the new one is missing."""
    old = target.with_name(f".{target.name}.old")
    if old.exists() and not target.exists():
        old.rename(target)
    elif old.exists():
        shutil.rmtree(old)


def _differs(path: Path, data: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != data


def _holds(path: Path, key: str) -> bool:
    """Whether a picture is there that was drawn under the key, which stands near its beginning."""
    try:
        with path.open("rb") as file:
            return key.encode("ascii") in file.read(_HEAD)
    except OSError:
        return False


def _pictures(
    missing: Iterable[RenderedPicture], draw: Drawer, folders: tuple[Path, ...]
) -> Iterator[tuple[str, bytes]]:
    """Paths and bytes of pictures: as one of the folders has them, then those that are drawn."""
    new = []
    for picture in missing:
        found = (folder / picture.path for folder in folders)
        path = next((path for path in found if _holds(path, picture.key)), None)
        if path:
            yield picture.path, path.read_bytes()
        else:
            new.append(picture)
    for picture, data in zip(new, draw(new), strict=True):
        yield picture.path, data


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".sharh-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _delete(root: Path, path: str) -> None:
    (root / path).unlink(missing_ok=True)
    for folder in (root / path).parents:
        if folder == root or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def _read_manifest(root: Path) -> set[str]:
    try:
        listed = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return set()
    # A path that leads out of the folder was not written by us.
    return {
        path for path in listed if not Path(path).is_absolute() and ".." not in Path(path).parts
    }


def _write_manifest(root: Path, paths: Iterable[str]) -> None:
    text = json.dumps(sorted(paths), ensure_ascii=False, indent=0)
    _write(root / MANIFEST, (text + "\n").encode("utf-8"))


def _not_ours(path: Path) -> Diagnostic:
    return Diagnostic(
        Location(str(path)), "this file exists and was not written by Sharh.", "Move or delete it."
    )
