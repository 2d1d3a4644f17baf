"""What a page says of itself: title, language, counterparts, the way to it."""

from dataclasses import dataclass

from generator.model import (
    ARABIC,
    LANGUAGES,
    LanguageTag,
)
from generator.render import markdown, paths
from generator.render.site import Place


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page to the page's parent; `path` is an address."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The same page in the other language; `exists` is false where only a fallback stands there."""

    lang: LanguageTag
    path: str
    exists: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself in its front matter; plain text, site-relative addresses."""

    title: str
    description: str
    kind: str
    language: LanguageTag
    alternates: tuple[tuple[LanguageTag, str], ...]
    switch: Switch | None
    crumbs: tuple[Crumb, ...] = ()
    indexed: bool = True
    published: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its template: `template` without ending, `view` one of the view types."""

    place: Place
    head: Head
    template: str
    view: object


def mirrored_head(
    place: Place,
    name: str,
    kind: str,
    title: str,
    description: str,
    crumbs: tuple[Crumb, ...] | None = None,
) -> Head:
    """The head of a page that stands in both languages; `name` is its path below the language."""
    alternates = tuple(
        (language, paths.address(paths.section(language, name))) for language in LANGUAGES
    )
    foreign = next(pair for pair in alternates if pair[0] != place.language)
    return Head(
        title=title,
        description=description,
        kind=kind,
        language=place.language,
        alternates=alternates,
        switch=Switch(foreign[0], foreign[1], True),
        crumbs=(home_crumb(place),) if crumbs is None else crumbs,
    )


def home_crumb(place: Place) -> Crumb:
    """The first step of every way."""
    return Crumb(place.say.text("Home"), paths.address(paths.home(place.language)))


def section_crumbs(place: Place, title: str, name: str) -> tuple[Crumb, ...]:
    """The way to a page below a section index."""
    path = paths.address(paths.section(place.language, name))
    return (home_crumb(place), Crumb(title, path))


def summary_text(text: str, limit: int = 200) -> str:
    """The text cut at a word for a description, with an ellipsis where it is cut."""
    line = markdown.one_line(text)
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip("،؛,.;: ") + "…"


def site_title(place: Place) -> str:
    """The site's name in the page's language."""
    settings = place.site.settings
    return settings.title_ar if place.language == ARABIC else settings.title_en
