"""How the commands talk: problems, progress and what was done, all on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from generator.errors import Diagnostic, GeneratorError, Severity
from generator.pipeline import BuildReport, Imported

# Exit codes: 0 fine, 1 problems in content, 2 wrong use (typer's own).
PROBLEMS = 1


def say(line: str) -> None:
    """Prints one line about the run."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(escape(line))


def show(problems: tuple[Diagnostic, ...]) -> None:
    """Prints problems and warnings, a line each, in colour on a terminal."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in problems:
        style = "yellow" if problem.severity is Severity.WARNING else "red"
        label = "warning: " if problem.severity is Severity.WARNING else ""
        console.print(f"[{style}]{label}[/]{escape(str(problem))}")


@contextmanager
def reporting() -> Iterator[None]:
    """Turn what stops a command into lines on standard error and exit code 1."""
    try:
        yield
    except GeneratorError as error:
        show(error.diagnostics)
        count = len(error.diagnostics)
        say(f"{count} problem{'s' if count > 1 else ''}. Nothing was changed.")
        raise typer.Exit(PROBLEMS) from None


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        tasks = {}

        def advance(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done)

        yield advance


def import_summary(done: tuple[Imported, ...]) -> str:
    """How many files were imported, and how many of them a person must look at."""
    imported = sum(each.plan is not None for each in done)
    people = sum(each.needs_person for each in done)
    need = "needs" if people == 1 else "need"
    look = f"{people} {need} a person" if people else "none needs a person"
    return f"{imported} of {len(done)} files imported, {look}"


def build_summary(report: BuildReport) -> str:
    """How much content there was, and how many files of docs/ changed."""
    files = report.files
    return (
        f"{report.articles} articles and {report.topics} topics: {files.written} files written, "
        f"{files.kept} unchanged, {files.deleted} deleted"
    )
