"""Articles -> what is found in them -> the linked site, cut to what may be published."""

from generator import link
from generator.analyse import analyse as analyse_article
from generator.analyse import build_gazetteer
from generator.analyse.many import many_articles
from generator.english.review import review_state
from generator.languages import load_lexicon
from generator.model import ARABIC, Analysis, Library, SiteIndex
from generator.pipeline.folders import Progress
from generator.rights import publishable


def site_index(library: Library, progress: Progress) -> SiteIndex:
    """What the content says, linked, and cut to what may be published."""
    stubs = {stub.slug: stub for stub in library.stubs}
    reviews = tuple(
        (article.slug, review_state(article, stubs.get(article.slug)))
        for article in library.articles
    )
    return publishable(link.link(library, analyse_all(library, progress), reviews))


def analyse_all(library: Library, progress: Progress) -> tuple[Analysis, ...]:
    """What is found in each article of the library, in the library's order."""
    gazetteer, lexicon = build_gazetteer(library.topics), load_lexicon(ARABIC)
    analyses = []
    with many_articles():
        for done, article in enumerate(library.articles):
            progress("analyse", done, len(library.articles))
            analyses.append(analyse_article(article, gazetteer, lexicon))
    return tuple(analyses)
