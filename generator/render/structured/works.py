"""Articles and their English pages, as schema.org tells of works."""

from generator.model import ARABIC, ENGLISH, Article, BlockKind
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.site import Place
from generator.render.structured.nodes import Node, address, organization, page_node, plain, thing
from generator.render.views.heads import Page
from generator.render.views.sources import own_publisher

_DIGITAL_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_ABOUT = 3
_MENTIONS = 20


def _work(page: Page, article: Article) -> Node:
    """What an article and its English page have in common."""
    place = page.place
    node = page_node(page, "Article")
    del node["name"]
    publisher = own_publisher(place, article)
    topics = [
        thing(place, place.site.topics[topic])
        for topic in place.site.topics_of.get(article.slug, ())
        if topic in place.site.topics
    ]
    return {
        **node,
        "headline": one_line(page.head.title),
        "mainEntityOfPage": node["url"],
        "datePublished": article.published,
        "author": _author(place, article),
        "publisher": organization(publisher) if publisher else None,
        "publishingPrinciples": address(place, paths.section(place.language, "how-we-work")),
        "about": topics[:_ABOUT],
        "mentions": topics[_ABOUT : _ABOUT + _MENTIONS],
        "isAccessibleForFree": True,
    }


def _author(place: Place, article: Article) -> Node | None:
    """Who signs the Arabic text; an English page is signed by its publisher."""
    if article.byline and place.language == ARABIC:
        return {"@type": "Person", "name": one_line(article.byline)}
    publisher = own_publisher(place, article)
    return organization(publisher) if publisher else None


def article_node(page: Page, article: Article) -> Node:
    """The Arabic page of an article."""
    has_stub = article.slug in page.place.site.stubs
    english = address(page.place, paths.article(ENGLISH, article.slug))
    return {
        **_work(page, article),
        "creditText": one_line(article.rights_basis or ""),
        "isBasedOn": _original(article),
        "workTranslation": {"@id": english} if has_stub else None,
    }


def _original(article: Article) -> Node | str | None:
    original = article.based_on
    if original is None:
        return article.source_url
    node: Node = {"@type": "Article", "headline": one_line(original.title), "inLanguage": ARABIC}
    if original.publisher:
        node["publisher"] = organization(original.publisher)
    if original.published:
        node["datePublished"] = original.published
    return node


def stub_node(page: Page, article: Article) -> Node:
    """The English page of an article that has a stub."""
    stub = page.place.site.stubs[article.slug]
    arabic = {"@id": address(page.place, paths.article(ARABIC, article.slug))}
    first = next((b for b in stub.blocks if b.kind is BlockKind.PARAGRAPH), None)
    return {
        **_work(page, article),
        "abstract": one_line(plain(first)) if first else "",
        "translationOfWork": arabic,
        "isBasedOn": arabic,
        "digitalSourceType": _digital_source(stub.drafted_by, stub.reviewed_by),
    }


def _digital_source(drafted_by: str | None, reviewed_by: str | None) -> str:
    if drafted_by in {None, "person"}:
        return ""
    kind = "compositeWithTrainedAlgorithmicMedia" if reviewed_by else "trainedAlgorithmicMedia"
    return _DIGITAL_SOURCE + kind
