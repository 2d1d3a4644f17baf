"""What lists of facts have in common: downloads, and the parts of long ones."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.render import paths
from generator.render.site import Place
from generator.render.views.parts import Link


@dataclass(frozen=True, slots=True)
class Downloads:
    """The data of a page to take away."""

    json: Markup
    csv: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list, on a page of its own."""

    id: str
    link: Link
    count: str


def downloads(place: Place, name: str) -> Downloads:
    """The links to a table of the site in both formats."""
    return Downloads(
        place.to(paths.download(place.language, name, "json")),
        place.to(paths.download(place.language, name, "csv")),
    )
