"""The site's search: its files, over what the pages show, and what they answer."""

import re
import shutil
from pathlib import Path

from generator.config import read_settings
from generator.content import load_library
from generator.model import RenderedPage, SiteIndex
from generator.pipeline.folders import Folders, Progress, quiet
from generator.pipeline.index import site_index
from generator.render import render
from generator.render.views.facts import date_ids, figure_ids
from generator.search import Anchors, search_files
from generator.search.ask import Found, ask

# The lists of dates and figures, which long ones part into several pages, and the ids on them.
_FACT_LISTS = re.compile(r"(?:ar|en)/(?:timeline|figures)(?:/|\.md$)")
_FACT_IDS = re.compile(r'id="([ft]-[^"]+)"')
# The browser's query engine, beside the site's mkdocs.yml.
_ENGINE = Path("overrides", "assets", "javascripts", "search-engine.js")


def search(
    query: str, language: str, folders: Folders, progress: Progress = quiet
) -> tuple[Found, ...]:
    """What the site's search answers, best first, with the reasons; nothing is written.

    Raises:
        ContentError: the content is wrong.
    """
    settings = read_settings(folders.config)
    library, _ = load_library(folders.content, settings)
    node = shutil.which("node")
    engine_file = folders.config.resolve().parent / _ENGINE
    index = site_index(library, progress)
    files = search_pages(index, render(index, settings))
    return ask(files, query, language, Path(node) if node else None, engine_file)


def search_pages(index: SiteIndex, pages: tuple[RenderedPage, ...]) -> tuple[RenderedPage, ...]:
    """The search index, over what the pages show and with the ids that they show it under."""
    dates, figures = date_ids(index.timeline), figure_ids(index.figures)
    return search_files(index, Anchors(dates, figures, _fact_places(pages)))


def _fact_places(pages: tuple[RenderedPage, ...]) -> dict[tuple[str, str], str]:
    """(language, id of a date or a figure) -> the address of the list that shows it."""
    return {
        (page.path[:2], anchor): f"{page.path.removesuffix('.md')}/#{anchor}"
        for page in pages
        if _FACT_LISTS.match(page.path)
        for anchor in _FACT_IDS.findall(page.text)
    }
