"""Facts about what may be written, overwritten and swapped."""

from pathlib import Path

import pytest

from generator.errors import WriteError
from generator.model import ARABIC, RenderedPage, RenderedPicture
from generator.write import MANIFEST, recover, swap_in, write_docs, write_new


def page(path: str, text: str) -> RenderedPage:
    return RenderedPage(path, ARABIC, text)


def tree(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_a_second_build_rewrites_nothing(tmp_path: Path) -> None:
    """Unchanged pages keep their file, down to its time stamp."""
    pages = [page("ar/index.md", "أهلًا"), page("en/index.md", "Hello")]
    write_docs(pages, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    report = write_docs(reversed(pages), tmp_path)
    assert (report.written, report.kept, report.deleted) == (0, 2, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def drawing(path: str, key: str, drawn: list[str]) -> RenderedPicture:
    """A picture that notes in `drawn` that it was drawn."""

    def draw() -> bytes:
        drawn.append(path)
        return b"\x89PNG " + key.encode()

    return RenderedPicture(path, key, draw)


def test_a_picture_is_drawn_only_where_its_key_is_not_there(tmp_path: Path) -> None:
    """An unchanged picture keeps its bytes and costs nothing; a changed one is drawn; an old one goes."""
    drawn: list[str] = []
    write_docs([], tmp_path, [drawing("a.png", "k1", drawn), drawing("b.png", "k2", drawn)])
    assert drawn == ["a.png", "b.png"]
    before = (tmp_path / "b.png").stat().st_mtime_ns
    write_docs([], tmp_path, [drawing("a.png", "k3", drawn), drawing("b.png", "k2", drawn)])
    assert drawn == ["a.png", "b.png", "a.png"]
    assert (tmp_path / "b.png").stat().st_mtime_ns == before
    write_docs([], tmp_path, [drawing("b.png", "k2", drawn)])
    assert not (tmp_path / "a.png").exists()


def test_a_picture_is_taken_from_where_it_was_drawn_before(tmp_path: Path) -> None:
    """A site that is built aside does not draw again what the published one shows."""
    drawn: list[str] = []
    old, new = tmp_path / "old", tmp_path / "new"
    write_docs([], old, [drawing("a.png", "k1", drawn)])
    wanted = [drawing("a.png", "k1", drawn), drawing("b.png", "k2", drawn)]
    write_docs([], new, wanted, drawn=(tmp_path / "none", old))
    assert drawn == ["a.png", "b.png"]
    assert (new / "a.png").read_bytes() == (old / "a.png").read_bytes()


def test_somebody_elses_picture_is_not_overwritten(tmp_path: Path) -> None:
    """A picture that we did not draw stops the build and stays as it was."""
    (tmp_path / "a.png").write_bytes(b"mine")
    with pytest.raises(WriteError, match="was not written by Sharh"):
        write_docs([], tmp_path, [drawing("a.png", "k1", [])])
    assert (tmp_path / "a.png").read_bytes() == b"mine"


def test_a_page_that_is_gone_takes_its_file_and_folder_with_it(tmp_path: Path) -> None:
    """docs/ holds exactly the pages of the last build."""
    write_docs([page("ar/articles/old.md", "قديم"), page("ar/index.md", "أ")], tmp_path)
    write_docs([page("ar/index.md", "أ")], tmp_path)
    assert tree(tmp_path) == {"ar/index.md": "أ"}
    assert not (tmp_path / "ar" / "articles").exists()


def test_a_file_that_is_not_ours_is_neither_overwritten_nor_deleted(tmp_path: Path) -> None:
    """Somebody's own page stops the build and stays as it was."""
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    with pytest.raises(WriteError, match="was not written by Sharh"):
        write_docs([page("index.md", "ours"), page("ar/index.md", "أ")], tmp_path)
    assert tree(tmp_path) == {"index.md": "mine"}
    write_docs([page("ar/index.md", "أ")], tmp_path)
    assert tree(tmp_path) == {"index.md": "mine", "ar/index.md": "أ"}


def test_a_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    """A forged manifest does not make us delete other folders' files."""
    outside = tmp_path / "outside.md"
    outside.write_text("mine", encoding="utf-8")
    root = tmp_path / "docs"
    root.mkdir()
    (root / MANIFEST).write_text('["../outside.md"]', encoding="utf-8")
    write_docs([page("index.md", "x")], root)
    assert outside.read_text(encoding="utf-8") == "mine"


def test_new_files_are_written_all_or_none(tmp_path: Path) -> None:
    """An import never overwrites what an editor wrote."""
    (tmp_path / "ar.md").write_text("edited", encoding="utf-8")
    with pytest.raises(WriteError):
        write_new({tmp_path / "ar.md": "new", tmp_path / "en.md": "new"})
    assert tree(tmp_path) == {"ar.md": "edited"}


def test_a_swap_replaces_the_whole_folder(tmp_path: Path) -> None:
    """Nothing of the old site stays beside the new one."""
    old, new = tmp_path / "site", tmp_path / "new"
    for folder, name in ((old, "old.html"), (new, "new.html")):
        folder.mkdir()
        (folder / name).write_text("x", encoding="utf-8")
    swap_in(new, old)
    assert set(tree(tmp_path)) == {"site/new.html"}


def test_an_interrupted_swap_gives_the_old_site_back(tmp_path: Path) -> None:
    """Killed between the two renames, the next run finds what was published."""
    aside = tmp_path / ".site.old"
    aside.mkdir()
    (aside / "index.html").write_text("old", encoding="utf-8")
    recover(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": "old"}
