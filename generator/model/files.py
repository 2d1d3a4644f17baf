"""What `write` puts into `docs/`: texts, and pictures that are drawn only where they must be."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.values import LanguageTag


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A file for `docs/`: its path with forward slashes, its language, its content."""

    path: str
    locale: LanguageTag | None
    text: str


@dataclass(frozen=True, slots=True)
class RenderedPicture:
    """A PNG for `docs/` that is drawn only where no file that holds its key is there already.

    The key is a digest of everything that the bytes depend on.
    """

    path: str
    key: str
    draw: Callable[[], bytes]
