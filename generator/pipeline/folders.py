"""Where a run reads and writes, and whom it tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.config import read_settings

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a run reads and writes."""

    config: Path
    content: Path
    docs: Path

    @staticmethod
    def beside(config: Path, *, content: Path | None = None, docs: Path | None = None) -> "Folders":
        """The folders that a mkdocs.yml names, unless given."""
        settings = read_settings(config)
        root = config.parent
        return Folders(config, content or root / settings.content, docs or root / settings.docs)


def quiet(what: str, done: int, total: int) -> None:
    """Tells nobody how far a run is."""
