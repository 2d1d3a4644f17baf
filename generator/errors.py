"""Everything that can be wrong, and how it is said.

GeneratorError
├─ ConfigError       a key of extra.sharh in mkdocs.yml is wrong
├─ RuleFileError     a file of publishers/ or languages/ is wrong
├─ SourceError       a raw file cannot be read
├─ ContentError      something under content/ is wrong: all problems at once
├─ SiteError         the built site does not keep its promises
└─ WriteError        a target exists and is not ours
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import Location


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: where, what is wrong, how to fix it."""

    location: Location
    what: str
    fix: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = f":{self.location.line}" if self.location.line else ""
        return f"{self.location.path}{line}: {self.what} {self.fix}"


class GeneratorError(Exception):
    """What stops a command; it carries every problem found, sorted by place."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...] | Diagnostic) -> None:
        problems = (diagnostics,) if isinstance(diagnostics, Diagnostic) else diagnostics
        self.diagnostics = tuple(sorted(problems, key=lambda d: (d.location, d.what)))
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


class ConfigError(GeneratorError):
    """A key of `extra.sharh` in mkdocs.yml is wrong."""


class RuleFileError(GeneratorError):
    """A file of `publishers/` or `languages/` is wrong."""


class SourceError(GeneratorError):
    """A raw file cannot be read."""


class ContentError(GeneratorError):
    """Something under `content/` is wrong."""


class SiteError(GeneratorError):
    """The built site has a broken link, a wrong language or a claim without its paragraph."""


class WriteError(GeneratorError):
    """A target exists and is not ours."""


def warning(location: Location, what: str, fix: str) -> Diagnostic:
    """A diagnostic that does not stop the build."""
    return Diagnostic(location, what, fix, Severity.WARNING)
