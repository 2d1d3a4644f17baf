"""Files at the root that machines look for: robots.txt and llms.txt."""

from collections.abc import Iterator

from generator.model import ARABIC, Article, RenderedPage
from generator.render import paths
from generator.render.catalogue import message
from generator.render.dates import DateWords
from generator.render.feed_formats import FORMATS
from generator.render.markdown import one_line
from generator.render.site import Place, Site, newest_first
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import site_title
from generator.render.views.parts import article_title

_NEWEST = 50
_SECTIONS = {
    "timeline": message("Timeline"),
    "figures": message("By the numbers"),
    "voices": message("Who says what"),
    "topics/index": message("Topics"),
    "glossary": message("Glossary"),
    "articles/index": message("Articles"),
    "sources": message("Sources"),
    "how-we-work": message("How we work"),
    "corrections": message("Corrections"),
}


def machine_files(
    site: Site, languages: tuple[DateWords, ...], feeds: frozenset[str]
) -> Iterator[RenderedPage]:
    """The files at the root of the site; no crawler is kept out of what is published.

    `feeds` are the folders in which feeds have been written.
    """
    address = site.settings.site_url
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines += ["", f"Sitemap: {address}sitemap.xml"]
    yield RenderedPage("robots.txt", None, "\n".join(lines) + "\n")
    if address:
        yield RenderedPage("llms.txt", None, _guide(site, languages, feeds))


def _guide(site: Site, languages: tuple[DateWords, ...], feeds: frozenset[str]) -> str:
    """llms.txt: what the site holds and where, in Markdown, in each of its languages."""
    lines = [f"# {site.settings.title_ar} · {site.settings.title_en}"]
    for words in languages:
        place = Place(site, words, paths.home(words.catalogue.language))
        lines += [
            "",
            f"> {place.say.text('Explainers and articles, every fact with the paragraph it comes from.')}",
        ]
    for words in languages:
        place = Place(site, words, paths.home(words.catalogue.language))
        lines += ["", f"## {site_title(place)} ({place.language})", "", *_links(place, feeds)]
    return "\n".join(lines) + "\n"


def _links(place: Place, feeds: frozenset[str]) -> Iterator[str]:
    for explainer in explainers_of(place.site, place.language):
        path = paths.explainer(place.language, explainer.slug)
        yield _link(place, explainer.title, path, explainer.lead.text)
    for article in newest_first(place.site.articles.values())[:_NEWEST]:
        if place.language == ARABIC or article.slug in place.site.stubs:
            path = paths.article(place.language, article.slug)
            yield _link(place, article_title(place, article), path, _lead(place, article))
    for name, title in _SECTIONS.items():
        yield _link(place, place.say.text(title), paths.section(place.language, name))
    for name in ("timeline", "figures"):
        yield _link(place, f"{name}.json", paths.download(place.language, name, "json"))
    for name in FORMATS if f"{place.language}/" in feeds else ():
        yield _link(place, name, f"{place.language}/{name}")


def _lead(place: Place, article: Article) -> str:
    return (article.lead or "") if place.language == ARABIC else ""


def _link(place: Place, title: str, path: str, note: str = "") -> str:
    text = one_line(title).replace("[", "(").replace("]", ")")
    end = f": {one_line(note)}" if note else ""
    return f"- [{text}]({place.site.settings.site_url}{paths.address(path)}){end}"
