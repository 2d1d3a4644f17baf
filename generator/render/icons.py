"""The site's sign for home screens: PNGs drawn from the favicon, and a manifest per language."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator.errors import ConfigError, Diagnostic
from generator.model import ARABIC, Location, RenderedPage, RenderedPicture
from generator.render import paths
from generator.render.dates import DateWords
from generator.render.markdown import one_line
from generator.render.site import Place, Site
from generator.render.social.design import DEEP, PAPER
from generator.render.social.paint import paint
from generator.render.views.heads import site_title

FOLDER = "assets/icons"
SIGN = Path("images", "favicon.svg")
MANIFEST = "site.webmanifest"


@dataclass(frozen=True, slots=True)
class Icon:
    """A square PNG: `share` of its side is the sign; below 1 the ground goes to the edges.

    Systems cut icons to shapes of their own: what is not `any` has no corners of its own.
    """

    name: str
    side: int
    purpose: str
    share: float

    @property
    def path(self) -> str:
        """Where it stands below docs/."""
        return f"{FOLDER}/{self.name}.png"


TAB = Icon("icon-32", 32, "any", 1)
TOUCH = Icon("apple-touch-icon", 180, "", 0.96)
LARGE = Icon("icon-512", 512, "any", 1)
ICONS = (
    TAB,
    TOUCH,
    Icon("icon-192", 192, "any", 1),
    LARGE,
    # A maskable icon keeps its sign within the middle 80 per cent.
    Icon("maskable-192", 192, "maskable", 0.8),
    Icon("maskable-512", 512, "maskable", 0.8),
)


def icon_pictures(assets: Path) -> Iterator[RenderedPicture]:
    """The icons, drawn from the favicon of the site.

    Raises:
        ConfigError: the favicon is missing.
    """
    path = assets / SIGN
    try:
        sign = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        what = f"the site's sign cannot be read ({error.strerror or error})."
        raise ConfigError(Diagnostic(Location(str(path)), what, "Put it back.")) from None
    for icon in ICONS:
        svg = _svg(icon, sign)
        key = hashlib.sha256(f"{svg}{icon.side} {version('resvg_py')}".encode()).hexdigest()
        yield RenderedPicture(icon.path, key, partial(paint, svg, key, width=icon.side))


def _svg(icon: Icon, sign: str) -> str:
    """The sign in the middle of a square of 64, on its own ground where that reaches the edges."""
    if icon.share == 1:
        return sign
    size = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="{DEEP}"'
    edge = 32 * (1 - icon.share)
    place = f'transform="translate({edge:g} {edge:g}) scale({icon.share:g})"'
    return f'<svg {size}><path d="M0 0H64V64H0Z"/><g {place}>{_inner(sign)}</g></svg>'


def _inner(sign: str) -> str:
    return sign.partition(">")[2].rpartition("</svg>")[0]


def manifest_files(site: Site, languages: tuple[DateWords, ...]) -> Iterator[RenderedPage]:
    """The manifest of each language: the name, start and icons of the site on a home screen."""
    for words in languages:
        language = words.catalogue.language
        place = Place(site, words, f"{language}/{MANIFEST}")
        text = json.dumps(_manifest(place), ensure_ascii=False, indent=1)
        yield RenderedPage(place.path, language, text + "\n")


def _manifest(place: Place) -> dict[str, object]:
    """Addresses are relative to the manifest, so that it is right wherever the site stands."""
    icons = [
        {
            "src": str(paths.relative(place.path, icon.path)),
            "sizes": f"{icon.side}x{icon.side}",
            "type": "image/png",
            "purpose": icon.purpose,
        }
        for icon in ICONS
        if icon.purpose and icon is not TAB
    ]
    return {
        "name": one_line(site_title(place)),
        "short_name": one_line(site_title(place)),
        "description": place.say.text(
            "Explainers and articles, every fact with the paragraph it comes from."
        ),
        "lang": place.language,
        "dir": "rtl" if place.language == ARABIC else "ltr",
        "start_url": "./",
        # Both languages: a reader who changes over stays in the same window.
        "scope": "../",
        "display": "minimal-ui",
        "theme_color": DEEP,
        "background_color": PAPER,
        "icons": icons,
    }
