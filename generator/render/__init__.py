"""SiteIndex -> the files of docs/, in both languages. Pure: same index, same bytes."""

from collections.abc import Iterator

from generator.config import SiteSettings
from generator.model import ARABIC, ENGLISH, RenderedPage, SiteIndex
from generator.render.catalogue import load_catalogue
from generator.render.dates import DateWords
from generator.render.downloads import download_files
from generator.render.feeds import feed_files
from generator.render.machines import machine_files
from generator.render.pages import environment, page_text
from generator.render.previews import preview_files
from generator.render.site import Site, build_site
from generator.render.views.alphabet import alphabet_page
from generator.render.views.article import article_pages
from generator.render.views.english import english_pages
from generator.render.views.explainer import explainer_pages
from generator.render.views.front import front_page
from generator.render.views.glossary import glossary_page
from generator.render.views.heads import Page
from generator.render.views.home import home_pages
from generator.render.views.lists import figure_pages
from generator.render.views.policies import policy_pages
from generator.render.views.timeline import timeline_pages
from generator.render.views.topics import topic_pages
from generator.render.views.voices import voice_pages

__all__ = ["render"]


def render(index: SiteIndex, settings: SiteSettings) -> tuple[RenderedPage, ...]:
    """Every file of docs/, sorted by path, of an index that may be published as it is.

    Raises:
        RuleFileError: a message catalogue lacks a text.
    """
    site = build_site(index, settings)
    arabic, english = (
        DateWords(load_catalogue(language), settings.month_names) for language in (ARABIC, ENGLISH)
    )
    files: list[RenderedPage] = []
    folders: frozenset[str] = frozenset()
    for words in (arabic, english):
        templates = environment(words.catalogue)
        feeds = tuple(feed_files(site, words))
        folders |= {feed.path.rpartition("/")[0] + "/" for feed in feeds}
        files += feeds
        files += (page_text(templates, page, folders) for page in _pages(site, words))
        files += download_files(site, words)
    files += machine_files(site, (arabic, english), folders)
    files += preview_files(site, (arabic, english))
    files.append(
        page_text(environment(arabic.catalogue), front_page(site, arabic, english), folders)
    )
    return tuple(sorted(files, key=lambda file: file.path))


def _pages(site: Site, words: DateWords) -> Iterator[Page]:
    yield from home_pages(site, words)
    yield from explainer_pages(site, words)
    yield from (
        article_pages(site, words)
        if words.catalogue.language == ARABIC
        else english_pages(site, words)
    )
    yield from topic_pages(site, words)
    yield from glossary_page(site, words)
    yield from timeline_pages(site, words)
    yield from figure_pages(site, words)
    yield from voice_pages(site, words)
    yield from policy_pages(site, words)
    yield from alphabet_page(site, words)
