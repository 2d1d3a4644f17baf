"""Where pages stand, and how one page names another: the only module that writes links.

A path is that of a file below docs/, with forward slashes; an address is what follows the site's
own address in a browser.
"""

import posixpath
from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from generator.model import LanguageTag, Slug, TopicId

FRONT = "index.md"


def home(language: LanguageTag) -> str:
    """The path of a language's home page."""
    return f"{language}/index.md"


def section(language: LanguageTag, name: str) -> str:
    """The path of a page that stands once in each language: `timeline`, `articles/index` …"""
    return f"{language}/{name}.md"


def article(language: LanguageTag, slug: Slug) -> str:
    """The path of an Arabic article or of the English page in its place."""
    return f"{language}/articles/{slug}.md"


def explainer(language: LanguageTag, slug: Slug) -> str:
    """The path of an explainer."""
    return f"{language}/explainers/{slug}.md"


def topic(language: LanguageTag, topic_id: TopicId) -> str:
    """The path of a topic's page."""
    return f"{language}/topics/{topic_id}.md"


def stem(path: str) -> str:
    """The slug or topic id that a page's path ends with."""
    return posixpath.basename(path).removesuffix(".md")


def download(language: LanguageTag, name: str, ending: str) -> str:
    """The path of a data file that readers can take away."""
    return f"assets/data/{name}.{language}.{ending}"


def preview(kind: str, name: str) -> str:
    """The path of the data that previews of links to a topic or an article show."""
    return f"assets/previews/{kind}/{name}.json"


def relative(origin: str, target: str, anchor: str = "") -> Markup:
    """The link from the page at `origin` to the file at `target`, with its anchor.

    >>> str(relative("en/articles/a.md", "ar/articles/a.md", "p-1"))
    '../../ar/articles/a.md#p-1'
    >>> str(relative("ar/timeline.md", "ar/timeline.md", "y-2024"))
    '#y-2024'
    """
    fragment = f"#{anchor}" if anchor else ""
    if origin == target and anchor:
        return Markup(fragment)
    folders, parts = origin.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(folders), len(parts) - 1) and folders[shared] == parts[shared]:
        shared += 1
    steps = [".."] * (len(folders) - shared) + parts[shared:]
    return Markup("/".join(steps) + fragment)


def address(path: str, anchor: str = "") -> str:
    """The address of a page below the site's own, as browsers see it.

    >>> address("ar/articles/a.md"), address("ar/index.md"), address("index.md")
    ('ar/articles/a/', 'ar/', '')
    """
    fragment = f"#{anchor}" if anchor else ""
    if not path.endswith(".md"):
        return path + fragment
    stem = path.removesuffix(".md")
    folder = stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"
    return folder + fragment


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids in order, a repeated one with `-2`, `-3` … so that each stands once on its page."""
    taken: set[str] = set()
    seen: Counter[str] = Counter()
    result = []
    for name in ids:
        free = name
        while free in taken:
            seen[name] += 1
            free = f"{name}-{seen[name] + 1}"
        taken.add(free)
        result.append(free)
    return tuple(result)
