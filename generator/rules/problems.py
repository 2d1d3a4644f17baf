"""Collecting what is wrong, so that all of it can be told at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.errors import Diagnostic, GeneratorError, warning
from generator.model import Location


@dataclass(slots=True)
class Problems:
    """Collects what is wrong in one file, so that all of it can be told at once."""

    path: str
    found: list[Diagnostic] = field(default_factory=list)
    failed: bool = False

    def error(self, line: int, what: str, fix: str) -> None:
        """Notes a problem that stops the build."""
        self.failed = True
        self.found.append(Diagnostic(Location(self.path, line), what, fix))

    def warning(self, line: int, what: str, fix: str) -> None:
        """Notes a problem that the site can live with."""
        self.found.append(warning(Location(self.path, line), what, fix))


def raise_problems(problems: Iterable[Diagnostic], error: type[GeneratorError]) -> None:
    """Raises the error with all problems, if there are any."""
    found = tuple(problems)
    if found:
        raise error(found)
