"""Raw files: brought into content/, or read only to say what is found in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator import write
from generator.analyse import analyse as analyse_article
from generator.analyse import build_gazetteer
from generator.analyse.schema import as_schema
from generator.content import load_library, load_topics_file
from generator.errors import ContentError, Diagnostic, SourceError, WriteError
from generator.intake import (
    ImportOptions,
    ImportPlan,
    bring_in,
    explain_lines,
    load_intake_rules,
    take_in,
)
from generator.languages import load_lexicon
from generator.model import ARABIC, Analysis, IntakeResult, IsoDate, Location, Topic
from generator.pipeline.folders import Folders, Progress, quiet


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one raw file."""

    source: Path
    plan: ImportPlan | None
    problems: tuple[Diagnostic, ...]

    @property
    def needs_person(self) -> bool:
        """Whether an editor must look: not imported, text may be missing, or there already."""
        return self.plan is None or self.plan.needs_person


def import_files(
    files: Iterable[Path], folders: Folders, options: ImportOptions, progress: Progress = quiet
) -> tuple[Imported, ...]:
    """Bring raw files into content/articles/; a file that cannot be read does not stop the others."""
    paths = tuple(files)
    done = []
    for number, path in enumerate(paths):
        progress("import", number, len(paths))
        done.append(_import_file(path, folders, options))
    return tuple(done)


def _import_file(path: Path, folders: Folders, options: ImportOptions) -> Imported:
    try:
        existing = _existing(folders.content / "articles")
        plan = bring_in(path.name, _bytes(path), load_intake_rules(), options, existing)
        write.write_new({folders.content / name: text for name, text in plan.files.items()})
        for name, text in plan.replaced.items():
            write.replace_text(folders.content / name, text)
    except (SourceError, WriteError, ContentError) as error:
        return Imported(path, None, error.diagnostics)
    return Imported(path, plan, plan.diagnostics)


def _existing(articles: Path) -> dict[str, str]:
    """The texts that imports must not overwrite, by their path in content/."""
    return {
        f"articles/{path.relative_to(articles).as_posix()}": path.read_text(encoding="utf-8")
        for path in sorted(articles.glob("*/*"))
        if path.is_file()
    }


def read_raw(path: Path, published: IsoDate | None = None) -> IntakeResult:
    """What intake makes of one raw file.

    Raises:
        SourceError: the file cannot be opened, decoded, or holds no article.
    """
    return take_in(path.name, _bytes(path), load_intake_rules(), published=published)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror})."
        raise SourceError(Diagnostic(Location(str(path)), what, "Check the path.")) from None


def analyse(
    path: Path, topics: Path | None, published: IsoDate | None, folders: Folders
) -> dict[str, object]:
    """What the analysis finds in one raw file, in the form of the analysis schema.

    Names come from the flat gazetteer `topics`, else from the content folder where there is one.
    """
    result = read_raw(path, published)
    return as_schema(result, _analysis(result, _topics(topics, folders)))


def summary(found: Mapping[str, object]) -> tuple[str, ...]:
    """The analysis of one raw file for people: credit, then a line for each thing found."""
    credit = (f"{key}: {found[key]}" for key in ("title", "byline", "publisher", "published"))
    rows = (
        f"{kind} {_row(row)}"
        for kind in (
            "blocks",
            "removed",
            "mentions",
            "dates",
            "figures",
            "attributions",
            "conflicts",
        )
        for row in cast(list[dict[str, object]], found.get(kind) or [])
    )
    return (*credit, *rows)


def _row(row: Mapping[str, object]) -> str:
    parts = (f"{key}={value}" for key, value in row.items() if value not in (None, "", [], False))
    return " ".join(parts)


def explain(path: Path, folders: Folders) -> tuple[str, ...]:
    """What each stage did to one raw file, a line each, in the order of the stages."""
    result = read_raw(path)
    analysis = _analysis(result, _topics(None, folders))
    counts = (
        (len(analysis.mentions), "mentions"),
        (len(analysis.dates), "dates"),
        (len(analysis.figures), "figures"),
        (len(analysis.attributions), "attributions"),
        (len(analysis.conflicts), "conflicts"),
    )
    found = ", ".join(f"{count} {name}" for count, name in counts)
    return (*explain_lines(result), f"analyse: {found}")


def _analysis(result: IntakeResult, topics: tuple[Topic, ...]) -> Analysis:
    return analyse_article(result.article, build_gazetteer(topics), load_lexicon(ARABIC))


def _topics(path: Path | None, folders: Folders) -> tuple[Topic, ...]:
    if path:
        return load_topics_file(path)
    if (folders.content / "topics").is_dir():
        return load_library(folders.content)[0].topics
    return ()
