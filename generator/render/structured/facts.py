"""The timeline and the figures, as schema.org tells of events and data."""

from collections.abc import Iterator

from generator.model import ARABIC, SiteDate
from generator.render import paths
from generator.render.markdown import one_line
from generator.render.site import Place
from generator.render.structured.nodes import Node, address, page_node
from generator.render.views.facts import wording_of
from generator.render.views.heads import Page
from generator.render.views.parts import plain_title

_EVENTS = 50


def timeline_node(page: Page) -> Node:
    """The last events; the page and the download hold all."""
    events = page.place.site.index.timeline
    return {
        **page_node(page, "CollectionPage"),
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
        wording = wording_of(place, entry)
        said = {"@value": one_line(entry.sentence or title), "@language": ARABIC}
        event = {
            "@type": "Event",
            "name": one_line(wording) if wording else said,
            **dict(zip(("startDate", "endDate"), _bounds(entry), strict=True)),
            "subjectOf": {
                "@id": address(place, paths.article(ARABIC, passage.article), passage.block)
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


def figures_node(page: Page) -> Node:
    """The figures as data to take away."""
    files = {"json": "application/json", "csv": "text/csv"}
    return {
        **page_node(page, "Dataset"),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": address(
                    page.place, paths.download(page.place.language, "figures", ending)
                ),
            }
            for ending, kind in files.items()
        ],
    }
