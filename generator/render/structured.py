"""What a page says of itself to machines: schema.org, as JSON-LD, in the words of the page."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    BlockKind,
    EvidencedBlock,
    SiteDate,
    Slug,
    Topic,
    TopicId,
)
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.site import Place
from generator.render.social.words import HEIGHT, WIDTH, SocialCard
from generator.render.views.explainer import explainers_of
from generator.render.views.heads import Page, site_title
from generator.render.views.parts import name_in, plain_title, topic_name
from generator.render.views.sources import own_publisher

Node: TypeAlias = dict[str, object]

_CONTEXT = "https://schema.org"
_DIGITAL_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
# Types of topics that schema.org has a word for; every other is a Thing.
_TOPIC_TYPES = {
    "person": "Person",
    "country": "Country",
    "organization": "Organization",
    "outlet": "NewsMediaOrganization",
    "place": "Place",
}
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
_ABOUT = 3
_MENTIONS = 20
_EVENTS = 50


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
            return _web_site(page)
        case "article":
            return _article(page, page.place.site.articles[Slug(name)])
        case "stub":
            return _stub(page, page.place.site.articles[Slug(name)])
        case "topic":
            return _topic(page, page.place.site.topics[TopicId(name)])
        case "glossary":
            return _glossary(page)
        case "explainer":
            return _explainer(page, Slug(name))
        case "timeline" if name == "timeline":
            return _timeline(page)
        case "figures" if name == "figures":
            return _figures(page)
    return _page(page, _PAGE_TYPES.get(page.head.kind, "WebPage"))


def _page(page: Page, kind: str) -> Node:
    """What is said of every page: its title, description, language, address and site."""
    own = _address(page.place, page.place.path)
    return {
        "@type": kind,
        "@id": own,
        "url": own,
        "name": one_line(page.head.title),
        "description": one_line(page.head.description),
        "inLanguage": page.head.language,
        "isPartOf": {"@id": _address(page.place, paths.home(page.head.language))},
    }


def _image(place: Place, card: SocialCard) -> Node:
    return {
        "@type": "ImageObject",
        "url": _address(place, card.path(place.path)),
        "width": WIDTH,
        "height": HEIGHT,
        "caption": card.alt,
    }


def _address(place: Place, path: str, anchor: str = "") -> str:
    return place.site.settings.site_url + paths.address(path, anchor)


def _breadcrumb(page: Page) -> Node:
    base = page.place.site.settings.site_url
    steps = [(crumb.title, base + crumb.path) for crumb in page.head.crumbs]
    steps.append((page.head.title, _address(page.place, page.place.path)))
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


def _web_site(page: Page) -> Node:
    node = _page(page, "WebSite")
    del node["isPartOf"]
    if page.head.kind == "front":
        node["inLanguage"] = [ARABIC, ENGLISH]
    publisher = _organization(site_title(page.place))
    for policy, section in _POLICIES.items():
        publisher[policy] = _address(page.place, paths.section(page.place.language, section))
    return {**node, "publisher": publisher}


def _organization(name: str) -> Node:
    return {"@type": "Organization", "name": one_line(name)}


# ---------------------------------------------------------------- articles and stubs


def _work(page: Page, article: Article) -> Node:
    """What an article and its English page have in common."""
    place = page.place
    node = _page(page, "Article")
    del node["name"]
    publisher = own_publisher(place, article)
    topics = [
        _thing(place, place.site.topics[topic])
        for topic in place.site.topics_of.get(article.slug, ())
        if topic in place.site.topics
    ]
    return {
        **node,
        "headline": one_line(page.head.title),
        "mainEntityOfPage": node["url"],
        "datePublished": article.published,
        "author": _author(place, article),
        "publisher": _organization(publisher) if publisher else None,
        "publishingPrinciples": _address(place, paths.section(place.language, "how-we-work")),
        "about": topics[:_ABOUT],
        "mentions": topics[_ABOUT : _ABOUT + _MENTIONS],
        "isAccessibleForFree": True,
    }


def _author(place: Place, article: Article) -> Node | None:
    """Who signs the Arabic text; an English page is signed by its publisher."""
    if article.byline and place.language == ARABIC:
        return {"@type": "Person", "name": one_line(article.byline)}
    publisher = own_publisher(place, article)
    return _organization(publisher) if publisher else None


def _article(page: Page, article: Article) -> Node:
    has_stub = article.slug in page.place.site.stubs
    english = _address(page.place, paths.article(ENGLISH, article.slug))
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
        node["publisher"] = _organization(original.publisher)
    if original.published:
        node["datePublished"] = original.published
    return node


def _stub(page: Page, article: Article) -> Node:
    stub = page.place.site.stubs[article.slug]
    arabic = {"@id": _address(page.place, paths.article(ARABIC, article.slug))}
    first = next((b for b in stub.blocks if b.kind is BlockKind.PARAGRAPH), None)
    return {
        **_work(page, article),
        "abstract": one_line(_plain(first)) if first else "",
        "translationOfWork": arabic,
        "isBasedOn": arabic,
        "digitalSourceType": _digital_source(stub.drafted_by, stub.reviewed_by),
    }


def _digital_source(drafted_by: str | None, reviewed_by: str | None) -> str:
    if drafted_by in {None, "person"}:
        return ""
    kind = "compositeWithTrainedAlgorithmicMedia" if reviewed_by else "trainedAlgorithmicMedia"
    return _DIGITAL_SOURCE + kind


def _plain(block: EvidencedBlock) -> str:
    return " ".join(sentence.text for sentence in block.sentences)


# ---------------------------------------------------------------- topics and explainers


def _thing(place: Place, topic: Topic) -> Node:
    return {
        "@type": _TOPIC_TYPES.get(topic.type, "Thing") if topic.subject else "DefinedTerm",
        "name": one_line(topic_name(topic, place.language)),
        "url": _address(place, paths.topic(place.language, topic.id)),
    }


def _topic(page: Page, topic: Topic) -> Node:
    name, other = (topic.ar, topic.en) if page.place.language == ARABIC else (topic.en, topic.ar)
    about = _thing(page.place, topic)
    about["alternateName"] = [one_line(n) for n in (*name.aliases, other.name, *other.aliases)]
    if name.description:
        about["description"] = one_line(name.description)
    if topic.wikidata:
        about["sameAs"] = f"https://www.wikidata.org/wiki/{topic.wikidata}"
    if not topic.subject:
        glossary = paths.section(page.place.language, "glossary")
        about["inDefinedTermSet"] = _address(page.place, glossary)
    return {**_page(page, "CollectionPage"), "about": about}


def _glossary(page: Page) -> Node:
    place = page.place
    terms = (topic for topic in place.site.index.library.topics if topic.glossary)
    return {
        **_page(page, "DefinedTermSet"),
        "hasDefinedTerm": [
            {
                **_thing(place, topic),
                "@type": "DefinedTerm",
                "description": one_line(name_in(topic, place.language).description),
            }
            for topic in terms
        ],
    }


def _explainer(page: Page, slug: Slug) -> Node:
    explainer = next(
        e for e in explainers_of(page.place.site, page.place.language) if e.slug == slug
    )
    return {
        **_page(page, "FAQPage"),
        "datePublished": min((change.on for change in explainer.changes), default=""),
        "dateModified": max((change.on for change in explainer.changes), default=""),
        "mainEntity": [
            {
                "@type": "Question",
                "@id": _address(page.place, page.place.path, card.id),
                "name": one_line(card.question),
                "acceptedAnswer": {"@type": "Answer", "text": _answer(card.answer)},
            }
            for card in explainer.cards
        ],
    }


def _answer(blocks: Sequence[EvidencedBlock]) -> str:
    """The short answer, which is the first paragraph."""
    return one_line(_plain(blocks[0])) if blocks else ""


# ---------------------------------------------------------------- timeline and figures


def _timeline(page: Page) -> Node:
    """The last events; the page and the download hold all."""
    events = page.place.site.index.timeline
    return {
        **_page(page, "CollectionPage"),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(events),
            "itemListElement": list(_events(page.place)),
        },
    }


def _events(place: Place) -> Iterator[Node]:
    for number, entry in enumerate(place.site.index.timeline[-_EVENTS:], start=1):
        passage = entry.passage
        title = plain_title(place, place.site.articles[passage.article])
        wording = entry.wording_ar if place.language == ARABIC else entry.wording_en
        said = {"@value": one_line(entry.sentence or title), "@language": ARABIC}
        event = {
            "@type": "Event",
            "name": one_line(wording) if wording else said,
            **dict(zip(("startDate", "endDate"), _bounds(entry), strict=True)),
            "subjectOf": {
                "@id": _address(place, paths.article(ARABIC, passage.article), passage.block)
            },
        }
        yield {"@type": "ListItem", "position": number, "item": event}


def _bounds(entry: SiteDate) -> tuple[str, str]:
    """When the date begins and ends, no more exact than it is known: «1945» gets no day."""
    first, _, last = entry.iso.partition("/")
    if last:
        return first, last
    if "W" in entry.iso:
        return entry.first, entry.last
    if "Q" in entry.iso:
        return entry.first[:7], entry.last[:7]
    if entry.iso.endswith("s"):
        return entry.first[:4], entry.last[:4]
    return entry.iso, entry.iso


def _figures(page: Page) -> Node:
    files = {"json": "application/json", "csv": "text/csv"}
    return {
        **_page(page, "Dataset"),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": _address(
                    page.place, paths.download(page.place.language, "figures", ending)
                ),
            }
            for ending, kind in files.items()
        ],
    }
