"""SiteIndex -> the search index: static files that the browser's engine reads, a shard at a time."""

from generator.model import RenderedPage, SiteIndex
from generator.search.analyser import default_analyser
from generator.search.gather import Anchors, gather
from generator.search.index import build_index
from generator.search.shards import FOLDER, index_files

__all__ = ["FOLDER", "Anchors", "search_files"]


def search_files(index: SiteIndex, anchors: Anchors) -> tuple[RenderedPage, ...]:
    """The files of the search index, sorted by path, for an index in which nothing is withheld.

    `anchors` are the ids of dates and figures on their pages, in the order of the index.
    """
    analyser = default_analyser()
    return index_files(build_index(gather(index, anchors, analyser), analyser))
