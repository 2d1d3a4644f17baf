"""What a page says of itself to machines: schema.org, as JSON-LD, in the words of the page."""

from generator.model import ARABIC, ENGLISH, Slug, TopicId
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.site import Place
from generator.render.social.words import HEIGHT, WIDTH, SocialCard
from generator.render.structured.facts import figures_node, timeline_node
from generator.render.structured.nodes import Node, address, organization, page_node
from generator.render.structured.subjects import explainer_node, glossary_node, topic_node
from generator.render.structured.works import article_node, stub_node
from generator.render.views.heads import Page, site_title

__all__ = ["structured"]

_CONTEXT = "https://schema.org"
_PAGE_TYPES = {
    "articles": "CollectionPage",
    "explainers": "CollectionPage",
    "topics": "CollectionPage",
    "timeline": "CollectionPage",
    "figures": "CollectionPage",
    "voices": "CollectionPage",
    "sources": "CollectionPage",
    "about": "AboutPage",
}
_POLICIES = {"publishingPrinciples": "how-we-work", "correctionsPolicy": "corrections"}


def structured(page: Page, card: SocialCard | None = None) -> Node | None:
    """The page as a graph of schema.org; None where the site's address is not known.

    `card` is the picture of the page.
    """
    if not page.place.site.settings.site_url:
        return None
    main = _node(page) | ({"image": _image(page.place, card)} if card else {})
    graph: list[Node] = [{key: value for key, value in main.items() if value}]
    if page.head.crumbs:
        graph.append(_breadcrumb(page))
    return {"@context": _CONTEXT, "@graph": graph}


def _node(page: Page) -> Node:
    name = paths.stem(page.place.path)
    match page.head.kind:
        case "front" | "home":
            return web_site(page)
        case "article":
            return article_node(page, page.place.site.articles[Slug(name)])
        case "stub":
            return stub_node(page, page.place.site.articles[Slug(name)])
        case "topic":
            return topic_node(page, page.place.site.topics[TopicId(name)])
        case "glossary":
            return glossary_node(page)
        case "explainer":
            return explainer_node(page, Slug(name))
        case "timeline" if name == "timeline":
            return timeline_node(page)
        case "figures" if name == "figures":
            return figures_node(page)
    return page_node(page, _PAGE_TYPES.get(page.head.kind, "WebPage"))


def _image(place: Place, card: SocialCard) -> Node:
    return {
        "@type": "ImageObject",
        "url": address(place, card.path(place.path)),
        "width": WIDTH,
        "height": HEIGHT,
        "caption": card.alt,
    }


def _breadcrumb(page: Page) -> Node:
    base = page.place.site.settings.site_url
    steps = [(crumb.title, base + crumb.path) for crumb in page.head.crumbs]
    steps.append((page.head.title, address(page.place, page.place.path)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": one_line(title),
                "item": {"@id": item},
            }
            for number, (title, item) in enumerate(steps, start=1)
        ],
    }


def web_site(page: Page) -> Node:
    """The node of the site as a whole, on its front door and its home pages."""
    node = page_node(page, "WebSite")
    del node["isPartOf"]
    if page.head.kind == "front":
        node["inLanguage"] = [ARABIC, ENGLISH]
    publisher = organization(site_title(page.place))
    for policy, section in _POLICIES.items():
        publisher[policy] = address(page.place, paths.section(page.place.language, section))
    return {**node, "publisher": publisher}
