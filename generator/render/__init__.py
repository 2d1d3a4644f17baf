"""SiteIndex -> the files of docs/, in both languages. Pure: same index, same bytes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.config import SiteSettings
from generator.model import ARABIC, ENGLISH, RenderedPage, RenderedPicture, SiteIndex
from generator.render.catalogue import load_catalogue
from generator.render.dates import DateWords
from generator.render.downloads import download_files
from generator.render.feeds import feed_files
from generator.render.icons import icon_pictures, manifest_files
from generator.render.machines import machine_files
from generator.render.pages import environment, page_text
from generator.render.previews import preview_files
from generator.render.site import Site, build_site
from generator.render.social.paint import card_key, paint_card
from generator.render.social.words import SocialCard, page_card
from generator.render.stylesheet import style_sheet
from generator.render.views.alphabet import alphabet_page
from generator.render.views.article import article_pages
from generator.render.views.english import english_pages
from generator.render.views.explainer import explainer_pages
from generator.render.views.figures import figure_pages
from generator.render.views.front import front_page
from generator.render.views.glossary import glossary_page
from generator.render.views.heads import Page
from generator.render.views.home import home_pages
from generator.render.views.policies import policy_pages
from generator.render.views.taken_down import taken_down_pages
from generator.render.views.timeline import timeline_pages
from generator.render.views.topic import topic_pages
from generator.render.views.voices import voice_pages

__all__ = ["Rendered", "render", "render_all"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every file of docs/, each kind sorted by path."""

    pages: tuple[RenderedPage, ...]
    pictures: tuple[RenderedPicture, ...]


def render(index: SiteIndex, settings: SiteSettings) -> tuple[RenderedPage, ...]:
    """Every text file of docs/, sorted by path, of an index that may be published as it is.

    Raises:
        RuleFileError: a message catalogue lacks a text.
    """
    return _files(index, settings)[0]


def render_all(index: SiteIndex, settings: SiteSettings, assets: Path) -> Rendered:
    """Every file of docs/; `assets` is the folder of the site's faces, its sign and its styles.

    Raises:
        RuleFileError: a message catalogue lacks a text.
    """
    pages, cards = _files(index, settings)
    pages = tuple(sorted((*pages, style_sheet(assets)), key=lambda page: page.path))
    fonts = assets / "fonts"
    pictures = [
        RenderedPicture(path, key, partial(paint_card, card, fonts, key))
        for path, card in cards.items()
        for key in (card_key(card, fonts),)
    ]
    pictures += icon_pictures(assets)
    return Rendered(pages, tuple(sorted(pictures, key=lambda picture: picture.path)))


def _files(
    index: SiteIndex, settings: SiteSettings
) -> tuple[tuple[RenderedPage, ...], Mapping[str, SocialCard]]:
    """The pages with their data files, and the cards of the pages by the path of their picture."""
    site = build_site(index, settings)
    arabic, english = (
        DateWords(load_catalogue(language), settings.month_names) for language in (ARABIC, ENGLISH)
    )
    files: list[RenderedPage] = []
    cards: dict[str, SocialCard] = {}
    folders: frozenset[str] = frozenset()
    for words in (arabic, english):
        templates = environment(words.catalogue)
        feeds = tuple(feed_files(site, words))
        folders |= {feed.path.rpartition("/")[0] + "/" for feed in feeds}
        files += feeds
        for page in _pages(site, words):
            card = _card(page, cards)
            files.append(page_text(templates, page, folders, card))
        files += download_files(site, words)
    files += machine_files(site, (arabic, english), folders)
    files += preview_files(site, (arabic, english))
    files += manifest_files(site, (arabic, english))
    front = front_page(site, arabic, english)
    files.append(page_text(environment(arabic.catalogue), front, folders, _card(front, cards)))
    return tuple(sorted(files, key=lambda file: file.path)), cards


def _card(page: Page, cards: dict[str, SocialCard]) -> SocialCard | None:
    """The card of a page, added to those that will be drawn.

    Where the site has no address there is none: whoever shows a card wants its whole address.
    """
    settings = page.place.site.settings
    if not (settings.social_cards and settings.site_url):
        return None
    card = page_card(page)
    cards[card.path(page.place.path)] = card
    return card


def _pages(site: Site, words: DateWords) -> Iterator[Page]:
    yield from home_pages(site, words)
    yield from explainer_pages(site, words)
    yield from taken_down_pages(site, words)
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
