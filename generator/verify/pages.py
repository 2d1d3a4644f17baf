"""The built site -> its broken promises: links, anchors, languages, requests that leave the site.

The check reads the HTML that readers get, so it holds whichever engine built it.
"""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.errors import Diagnostic
from generator.model import Location

_DIRECTION = {"ar": "rtl", "en": "ltr"}
_LOADING = (
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //video/@src | //audio/@src"
    " | //link[@rel='stylesheet' or @rel='preload' or @rel='icon' or @rel='manifest'"
    " or @rel='apple-touch-icon'"
    " or @rel='modulepreload' or @rel='preconnect' or @rel='dns-prefetch']/@href"
)
# Not loaded with the page, but by whoever shows a link to it.
_SHOWN = "//meta[@property='og:image' or @name='twitter:image']/@content"


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What the checks need of one HTML file; `path` is relative to the site, with forward slashes."""

    path: str
    lang: str | None
    direction: str | None
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]


def read_site(root: Path) -> dict[str, BuiltPage]:
    """Every HTML page of a built site by its path."""
    pages = (read_page(root, path) for path in sorted(root.rglob("*.html")))
    return {page.path: page for page in pages}


def read_page(root: Path, path: Path) -> BuiltPage:
    """The links, ids and language of one built page."""
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    ids = Counter(str(value) for value in tree.xpath("//@id"))
    return BuiltPage(
        path=path.relative_to(root).as_posix(),
        lang=tree.get("lang"),
        direction=tree.get("dir") or next(iter(tree.xpath("//body/@dir")), None),
        ids=frozenset(ids) | {str(name) for name in tree.xpath("//a/@name")},
        repeated_ids=tuple(sorted(name for name, count in ids.items() if count > 1)),
        links=tuple(str(link) for link in tree.xpath("//a/@href")),
        loads=tuple(str(link) for link in tree.xpath(f"{_LOADING} | {_SHOWN}")),
        alternates=tuple(
            (str(link.get("hreflang")), str(link.get("href")))
            for link in tree.xpath("//link[@rel='alternate'][@hreflang]")
        ),
    )


def page_problems(root: Path, site_url: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the pages of a built site, or that it has none.

    `site_url` is the address that absolute links of the site begin with.
    """
    pages = read_site(root)
    if not pages:
        return (
            Diagnostic(Location(str(root)), "the site has no page.", "See the engine's output."),
        )
    base = urlsplit(site_url)
    problems: list[Diagnostic] = []
    for page in pages.values():
        problems += _language_problems(page)
        problems += _id_problems(page)
        problems += _load_problems(page, base.netloc, pages, root, site_url)
        problems += _link_problems(page, pages, root, site_url)
        problems += _alternate_problems(page, pages, site_url)
    return tuple(problems)


def _language_problems(page: BuiltPage) -> Iterator[Diagnostic]:
    top = page.path.split("/", 1)[0]
    expected = (top, _DIRECTION[top]) if top in _DIRECTION else None
    if expected and (page.lang, page.direction) != expected:
        yield _problem(
            page,
            f"the page says lang «{page.lang}» dir «{page.direction}».",
            f"It must say lang «{expected[0]}» dir «{expected[1]}»: see overrides/partials/language.html.",
        )
    elif page.lang not in _DIRECTION or page.direction != _DIRECTION[page.lang]:
        yield _problem(
            page, f"lang «{page.lang}» and dir «{page.direction}» do not fit.", "See overrides/."
        )


def _id_problems(page: BuiltPage) -> Iterator[Diagnostic]:
    for name in page.repeated_ids:
        yield _problem(
            page, f"the id «{name}» stands there twice.", "Give each element its own id."
        )


def _load_problems(
    page: BuiltPage, host: str, pages: dict[str, BuiltPage], root: Path, site_url: str
) -> Iterator[Diagnostic]:
    for link in page.loads:
        target = urlsplit(link)
        if target.netloc and target.netloc != host:
            what = f"the page loads «{link}» from another host."
        elif target.scheme != "data" and _broken(page, link, pages, root, site_url):
            what = f"the page loads «{link}», which is not there."
        else:
            continue
        yield _problem(page, what, "Ship the file with the site.")


def _link_problems(
    page: BuiltPage, pages: dict[str, BuiltPage], root: Path, site_url: str
) -> Iterator[Diagnostic]:
    for link in sorted(set(page.links)):
        if problem := _broken(page, link, pages, root, site_url):
            yield _problem(page, f"the link «{unquote(link)}» {problem}", "Correct the link.")


def _broken(
    page: BuiltPage, link: str, pages: dict[str, BuiltPage], root: Path, site_url: str
) -> str | None:
    target = urlsplit(link)
    if link.startswith(site_url):
        path = link.removeprefix(site_url).split("#")[0].split("?")[0]
    elif target.scheme or target.netloc:
        return None
    elif target.path.startswith("/"):
        path = target.path.removeprefix(urlsplit(site_url).path)
    elif target.path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target.path))
        path += "/" if target.path.endswith("/") else ""
    else:
        path = page.path
    return _missing(unquote(path).removeprefix("./"), unquote(target.fragment), pages, root)


def _missing(path: str, fragment: str, pages: dict[str, BuiltPage], root: Path) -> str | None:
    name = page_file(path)
    if name not in pages:
        inside = not name.startswith("../")
        return None if inside and (root / path).is_file() else "leads to no page."
    # 404.html serves any address, so the theme links from it with the site's own path.
    if fragment and fragment not in pages[name].ids:
        return "leads to no such place on its page."
    return None


def page_file(path: str) -> str:
    """The HTML file behind a site-relative address."""
    path = path.lstrip("/")
    if path in {"", "."}:
        return "index.html"
    if path.endswith("/"):
        return f"{path}index.html"
    return path if path.endswith(".html") else f"{path}/index.html"


def _alternate_problems(
    page: BuiltPage, pages: dict[str, BuiltPage], site_url: str
) -> Iterator[Diagnostic]:
    own = [link for language, link in page.alternates if language == page.lang]
    for language, link in page.alternates:
        name = page_file(link.removeprefix(site_url))
        if not link.startswith(site_url) or name not in pages:
            yield _problem(page, f"the alternate «{link}» is no page of this site.", "Correct it.")
        elif language != "x-default" and pages[name].lang != language:
            yield _problem(page, f"the alternate «{link}» is not in «{language}».", "Correct it.")
        elif language != "x-default" and not _leads_back(pages[name], own):
            yield _problem(page, f"the alternate «{link}» does not lead back.", "Correct it.")


def _leads_back(other: BuiltPage, own: Iterable[str]) -> bool:
    return bool({link for _, link in other.alternates} & set(own))


def _problem(page: BuiltPage, what: str, fix: str) -> Diagnostic:
    return Diagnostic(Location(page.path), what, fix)
