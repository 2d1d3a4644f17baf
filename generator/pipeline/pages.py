"""content/ -> docs/ -> the checked site, swapped in whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import draw, engine, link, write
from generator.config import read_settings
from generator.content import load_library
from generator.errors import Diagnostic, WriteError
from generator.model import ENGLISH, Location
from generator.pipeline.folders import Folders, Progress, quiet
from generator.pipeline.index import analyse_all, site_index
from generator.pipeline.queries import search_pages
from generator.render import render_all
from generator.render.catalogue import load_catalogue
from generator.verify import refuse_broken
from generator.verify.rights import withheld_runs
from generator.write import WriteReport

_ASSETS = Path("overrides", "assets")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote, what it warned of, how much content it had, and what no file may hold."""

    files: WriteReport
    warnings: tuple[Diagnostic, ...]
    articles: int
    topics: int
    withheld: frozenset[tuple[str, ...]]


def check(folders: Folders) -> tuple[Diagnostic, ...]:
    """What is doubtful about the content, also about notes on facts that are not found.

    Raises:
        ContentError: what is wrong with it, all at once.
    """
    settings = read_settings(folders.config)
    library, warnings = load_library(folders.content, settings)
    stale = link.find_stale_notes(library, analyse_all(library, quiet))
    return tuple(sorted((*warnings, *stale), key=lambda d: (d.location, d.what)))


def build(
    folders: Folders, progress: Progress = quiet, drawn: tuple[Path, ...] = ()
) -> BuildReport:
    """content/ -> docs/: a pure function of the content, the settings and the site's faces.

    Pictures that a folder of `drawn` holds already are not drawn again.

    Raises:
        GeneratorError: content or settings are wrong; docs/ is left as it was.
    """
    settings = read_settings(folders.config)
    library, warnings = load_library(folders.content, settings)
    index = site_index(library, progress)
    rendered = render_all(index, settings, folders.config.resolve().parent / _ASSETS)
    pages = (*rendered.pages, *search_pages(index, rendered.pages))
    drawer = partial(draw.draw, progress=progress)
    report = write.write_docs(pages, folders.docs, rendered.pictures, drawer, drawn)
    sizes = len(library.articles), len(library.topics)
    return BuildReport(report, warnings, *sizes, withheld_runs(library))


def site(
    folders: Folders, out: Path, *, keep_docs: bool = False, progress: Progress = quiet
) -> BuildReport:
    """content/ -> a verified site at `out`; a failure leaves what was published as it was.

    The pages are made aside too, unless `keep_docs` says that `folders.docs` was asked for.

    Raises:
        GeneratorError: content, pages or the built site are wrong.
    """
    write.recover(out)
    _refuse_foreign(out)
    with _folder_beside(out) as aside:
        docs = folders.docs if keep_docs else aside / "docs"
        inner = Folders(folders.config, folders.content, docs)
        report = build(inner, progress, drawn=(out, folders.docs))
        built = engine.build_site(folders.config, docs, aside / "site")
        english = _english_messages() | built.english
        refuse_broken(aside / "site", built.address, english, report.withheld)
        write.swap_in(aside / "site", out)
    return report


def _english_messages() -> frozenset[str]:
    """The English messages that stand on a page as they are, without fields."""
    forms = (form for forms in load_catalogue(ENGLISH).texts.values() for form in forms)
    return frozenset(form for form in forms if "%(" not in form)


def _refuse_foreign(out: Path) -> None:
    """A folder that holds something else than a site must not be swapped away."""
    if out.exists() and any(out.iterdir()) and not (out / "index.html").is_file():
        raise WriteError(
            Diagnostic(Location(str(out)), "this folder holds no site.", "Name another with --out.")
        )


@contextmanager
def _folder_beside(out: Path) -> Iterator[Path]:
    """A folder on the file system of `out`, so that one rename can publish from it."""
    out.resolve().parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=out.resolve().parent, prefix=f".{out.name}-"))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)
