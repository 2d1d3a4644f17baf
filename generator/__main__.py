"""The commands: what each takes, and what it prints. The only module that reads the clock.

Results go to standard output; what is said about a run goes through `console` to standard error.
"""

import datetime
import json
import re
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import pipeline
from generator.console import (
    PROBLEMS,
    build_summary,
    import_summary,
    progress_bar,
    reporting,
    say,
    show,
)
from generator.model import IsoDate, Rights, Slug
from generator.slugs import slug_fault

app = typer.Typer(
    name="sharh",
    help="Raw Arabic articles in, a bilingual explainer site out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
topics_app = typer.Typer(help="The gazetteer.", no_args_is_help=True)
app.add_typer(topics_app, name="topics")

ConfigOption = Annotated[
    Path, typer.Option("--config", metavar="FILE", help="The site's mkdocs.yml.")
]
ContentOption = Annotated[
    Path | None,
    typer.Option(
        "--content", metavar="DIR", help="The content folder [default: beside mkdocs.yml]."
    ),
]
DocsOption = Annotated[
    Path | None,
    typer.Option("--docs", metavar="DIR", help="The generated pages [default: docs_dir]."),
]
_CONFIG = Path("mkdocs.yml")


# ---------------------------------------------------------------- raw files into content


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Raw files: text, HTML or Markdown.")],
    slug: Annotated[
        str | None, typer.Option(help="The article's folder name (one file only).")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option(help="When: YYYY-MM-DD or YYYY-MM.")] = None,
    rights: Annotated[Rights | None, typer.Option(help="What may be published of it.")] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="LINE", help="A line that stays (one file only): 12, or 12-15."),
    ] = None,
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Bring raw files into content/articles/, each with a report of what was removed."""
    _check_import(files, slug, keep)
    options = pipeline.ImportOptions(
        slug=Slug(slug) if slug else None,
        publisher=publisher,
        published=_date(published, "--published"),
        rights=rights,
        keep=frozenset(line for text in keep or () for line in _lines(text)),
    )
    with reporting(), progress_bar() as progress:
        done = pipeline.import_files(files, _folders(config, content, docs), options, progress)
    for imported in done:
        what = imported.plan.summary if imported.plan else "not imported"
        say(f"{imported.source}: {what}{' — needs a person' * imported.needs_person}")
        if imported.plan:
            print(imported.plan.diff, end="")
        show(imported.problems)
    say(import_summary(done))
    if any(imported.needs_person for imported in done):
        raise typer.Exit(PROBLEMS)


@topics_app.command("import")
def topics_import(
    file: Annotated[Path, typer.Argument(help="A flat gazetteer: a YAML list of topics.")],
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Bring a flat gazetteer into content/topics/, one file per type; what is there stays."""
    with reporting():
        plan = pipeline.import_topics(file, _folders(config, content, docs))
    say(f"{plan.added} topics added, {plan.present} were there")


@app.command()
def analyse(
    file: Annotated[Path, typer.Argument(help="One raw file.")],
    topics: Annotated[
        Path | None,
        typer.Option(help="A flat gazetteer to find names with [default: content/topics]."),
    ] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, if known.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object instead of a summary.")
    ] = False,
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Print what the analysis finds in one raw file."""
    folders = _folders(config, content, docs)
    with reporting():
        found = pipeline.analyse(file, topics, _date(published, "--published"), folders)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for line in pipeline.summary(found):
            print(line)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(help="One raw file.")],
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Show what each stage did to one raw file, and why."""
    with reporting():
        lines = pipeline.explain(file, _folders(config, content, docs))
    for line in lines:
        print(line)


# ---------------------------------------------------------------- content to site


@app.command()
def check(
    strict: Annotated[bool, typer.Option(help="Warnings count as errors.")] = False,
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Say everything that is wrong with the content, at once."""
    with reporting():
        warnings = pipeline.check(_folders(config, content, docs))
    show(warnings)
    if warnings and strict:
        raise typer.Exit(PROBLEMS)
    say("The content is in order." if not warnings else f"No errors, {len(warnings)} warnings.")


@app.command()
def build(
    config: ConfigOption = _CONFIG, content: ContentOption = None, docs: DocsOption = None
) -> None:
    """Make the pages in docs/ from content/."""
    folders = _folders(config, content, docs)
    with reporting(), progress_bar() as progress:
        report = pipeline.build(folders, progress)
    show(report.warnings)
    say(build_summary(report))


@app.command()
def site(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the site goes.")] = Path("site"),
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Make the whole site, check it, and swap it in; a failure leaves the old one in place."""
    folders = _folders(config, content, docs)
    with reporting(), progress_bar() as progress:
        report = pipeline.site(folders, out, keep_docs=docs is not None, progress=progress)
    show(report.warnings)
    say(f"{build_summary(report)}; the site is in {out}")


@app.command()
def review(
    slug: Annotated[str, typer.Argument(help="The article whose English stub was read.")],
    by: Annotated[str, typer.Option(help="Who read it.")],
    on: Annotated[str | None, typer.Option(help="When: YYYY-MM-DD [default: today].")] = None,
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Record that a person checked an English stub against its Arabic article."""
    day = _date(on, "--on") or IsoDate(datetime.datetime.now().astimezone().date().isoformat())
    with reporting():
        path = pipeline.review(slug, by, day, _folders(config, content, docs))
    say(f"{path}: reviewed by {by} on {day}")


@app.command()
def facts(
    slug: Annotated[str, typer.Argument(help="The article's folder name.")],
    write: Annotated[
        bool, typer.Option("--write", help="Lay a facts.yml to fill in beside the article.")
    ] = False,
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Show what is found in an article, by paragraph: names, dates, figures, statements, conflicts."""
    folders = _folders(config, content, docs)
    with reporting():
        found = pipeline.facts(slug, folders, write_file=write)
    for line in found.lines:
        print(line)
    if found.written:
        say(f"{found.written} is there to be filled in")


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What a reader would type.")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which words matched, how, and what that gave.")
    ] = False,
    language: Annotated[str, typer.Option(help="Titles in this language: ar or en.")] = "ar",
    config: ConfigOption = _CONFIG,
    content: ContentOption = None,
    docs: DocsOption = None,
) -> None:
    """Ask the site's search, with the engine that readers get."""
    if language not in ("ar", "en"):
        _wrong_use(f"--language «{language}» must be ar or en.")
    with reporting(), progress_bar() as progress:
        rows = pipeline.search(query, language, _folders(config, content, docs), progress)
    for row in rows:
        print(f"{row.score:6.2f}  {row.kind:7}  {row.title}  /{row.path}")
        for words, how, given in row.reasons if explain else ():
            print(f"        {given:6.2f}  «{words}»: {how}")
    say(f"{len(rows)} found" if rows else "Nothing was found.")


# ---------------------------------------------------------------- what options say


def _folders(config: Path, content: Path | None, docs: Path | None) -> pipeline.Folders:
    with reporting():
        return pipeline.Folders.beside(config, content=content, docs=docs)


def _check_import(files: list[Path], slug: str | None, keep: list[str] | None) -> None:
    if slug and len(files) > 1:
        _wrong_use("--slug names one article: give one file with it.")
    if keep and len(files) > 1:
        _wrong_use("--keep names lines of one file: give one file with it.")
    if slug and (fault := slug_fault(slug)):
        _wrong_use(f"--slug «{slug}» {fault[0]}. {fault[1]}")


def _lines(text: str) -> range:
    """The line numbers of --keep: «12», or «12-15»."""
    match = re.fullmatch(r"(\d{1,7})(?:-(\d{1,7}))?", text)
    if not match or not 0 < int(match[1]) <= int(match[2] or match[1]):
        _wrong_use(f"--keep «{text}» must be a line's number, or two with a hyphen: 12-15.")
    return range(int(match[1]), int(match[2] or match[1]) + 1)


def _date(text: str | None, option: str) -> IsoDate | None:
    if text is None:
        return None
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text):
        _wrong_use(f"{option} «{text}» must be YYYY-MM-DD or YYYY-MM.")
    try:
        datetime.date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        _wrong_use(f"{option} «{text}» is no day of the calendar.")
    return IsoDate(text)


def _wrong_use(message: str) -> NoReturn:
    raise typer.BadParameter(message)


def main() -> None:
    """Run a command; the entry point of `sharh`."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic output must not depend on the locale.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
