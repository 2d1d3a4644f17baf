"""A page's view -> its text: front matter, then its template."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from generator.model import ARABIC, ENGLISH, LanguageTag, RenderedPage
from generator.render.catalogue import Catalogue
from generator.render.feeds import feed_links
from generator.render.markdown import escape, one_line, prose
from generator.render.social.words import HEIGHT, WIDTH, SocialCard
from generator.render.structured import structured
from generator.render.views.heads import Head, Page

_DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def environment(catalogue: Catalogue) -> Environment:
    """The templates for one language: every value is escaped on its way out, unless it is Markup.

    In templates `t` translates a msgid. The filter `attr` readies text for an attribute, where no
    element may stand; `arabic` and `english` text for an element that declares the language itself.
    """
    templates = Environment(
        loader=FunctionLoader(_source),
        undefined=StrictUndefined,
        finalize=partial(prose, language=catalogue.language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the pages are Markdown, which `finalize` escapes for
    )
    templates.globals["t"] = catalogue.text
    templates.filters["attr"] = escape
    templates.filters["arabic"] = partial(prose, language=ARABIC)
    templates.filters["english"] = partial(prose, language=ENGLISH)
    return templates


def _source(name: str) -> str:
    return (files("generator.render") / "templates" / f"{name}.md.j2").read_text(encoding="utf-8")


def page_text(
    templates: Environment,
    page: Page,
    feeds: frozenset[str] = frozenset(),
    card: SocialCard | None = None,
) -> RenderedPage:
    """The file of a page; `feeds` are the folders in which there are feeds, `card` is its picture."""
    body = templates.get_template(page.template).render(view=page.view)
    language = None if page.head.kind == "front" else page.head.language
    more = (*_feed_lines(page, feeds), *_card_lines(page, card), *_structured_lines(page, card))
    front = front_matter(page.head, more)
    return RenderedPage(page.place.path, language, front + "\n" + body)


def _feed_lines(page: Page, feeds: frozenset[str]) -> Iterator[str]:
    links = feed_links(page, feeds)
    if links:
        rows = (_titled(f.title, f.folder, LanguageTag(f.folder[:2])) for f in links)
        yield f"feeds: [{', '.join(rows)}]"


def _card_lines(page: Page, card: SocialCard | None) -> Iterator[str]:
    if card:
        file = f"path: {_quoted(card.path(page.place.path))}, alt: {_quoted(card.alt)}"
        yield f"card: {{{file}, width: {WIDTH}, height: {HEIGHT}}}"


def _structured_lines(page: Page, card: SocialCard | None) -> Iterator[str]:
    node = structured(page, card)
    if node:
        text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
        # The theme prints this inside a script element, which only «<» could end.
        yield f"jsonld: {_quoted(text.replace('<', chr(92) + 'u003c'))}"


def front_matter(head: Head, more: Iterable[str] = ()) -> str:
    """The front matter, every text quoted so that YAML reads it as written; `more` are its lines."""
    lines = [
        "---",
        f"title: {_quoted(head.title)}",
        f"description: {_quoted(head.description)}",
        f"lang: {_quoted(head.language)}",
        f"dir: {_quoted(_DIRECTIONS[head.language])}",
        f"kind: {_quoted(head.kind)}",
        "hide: [navigation, toc]",
    ]
    if not head.indexed:
        lines.append('robots: "noindex, follow"')
    if head.kind == "parallel":
        # It repeats two pages, which a search finds already.
        lines.append("search: {exclude: true}")
    lines.append(f"alternates: [{', '.join(_alternate(*pair) for pair in head.alternates)}]")
    if head.switch:
        exists = "true" if head.switch.exists else "false"
        pair = f"lang: {_quoted(head.switch.lang)}, path: {_quoted(head.switch.path)}"
        lines.append(f"switch: {{{pair}, exists: {exists}}}")
    crumbs = (_titled(c.title, c.path, head.language) for c in head.crumbs)
    lines.append(f"crumbs: [{', '.join(crumbs)}]")
    if head.published:
        lines.append(f"published: {_quoted(head.published)}")
    lines += more
    return "\n".join((*lines, "---", ""))


def _alternate(language: LanguageTag, path: str) -> str:
    return f"{{lang: {_quoted(language)}, path: {_quoted(path)}}}"


def _titled(title: str, path: str, language: LanguageTag) -> str:
    """A link of the theme; `html` is its title with foreign runs isolated, where there are any."""
    html = prose(title, language)
    marked = f", html: {_quoted(html)}" if "<" in html else ""
    return f"{{title: {_quoted(title)}, path: {_quoted(path)}{marked}}}"


def _quoted(text: str) -> str:
    """A YAML double-quoted text: JSON's form of a line without control characters is one."""
    return json.dumps(one_line(text), ensure_ascii=False)
