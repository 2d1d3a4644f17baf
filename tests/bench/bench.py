"""How fast articles are analysed: each stage in MB of Arabic text a second, against page building.

Run `make bench`. The articles are generated from one seed, so that two runs read the same text; the
machine may be busy, so nothing is asserted: compare the ratio, not the seconds. Words and names are
remembered from article to article, and the generated ones have few: they show a long run, not the
first article of it.
"""

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.analyse import Gazetteer, analyse, build_gazetteer, placed_figures
from generator.analyse.attributions.find import find_attributions
from generator.analyse.conflicts.find import find_conflicts
from generator.analyse.dates.find import find_dates
from generator.analyse.figures.find import find_figures
from generator.analyse.many import many_articles
from generator.analyse.mentions.find import find_mentions
from generator.analyse.mentions.gazetteer import names_in
from generator.analyse.reading import read_block
from generator.config import read_settings
from generator.content import load_library
from generator.languages import Lexicon, load_lexicon
from generator.link import link
from generator.model import (
    ARABIC,
    Article,
    Block,
    BlockKind,
    IsoDate,
    Library,
    Location,
    ReviewState,
    Slug,
)
from generator.render import render
from generator.text import paragraph_id, sentence_spans

ROOT = Path(__file__).parents[2]
WORDS = 700
T = TypeVar("T")


def make_articles(library: Library, count: int, seed: int) -> tuple[Article, ...]:
    """Articles of about 700 words: sentences of the bundled ones in a random order."""
    pool = [
        block.text[span.start : span.end]
        for article in library.articles
        for block in article.blocks
        if block.kind is not BlockKind.TITLE
        for span in sentence_spans(block.text)
    ]
    chance = random.Random(seed)
    return tuple(_article(number, pool, chance) for number in range(count))


def _article(number: int, pool: list[str], chance: random.Random) -> Article:
    place, words = Location("bench"), 0
    title = f"المقال {number}"
    blocks = [Block(BlockKind.TITLE, title, place, paragraph_id(title))]
    while words < WORDS:
        text = " ".join(chance.choices(pool, k=3)) + f" ({len(blocks)})"
        words += len(text.split())
        blocks.append(Block(BlockKind.PARAGRAPH, text, place, paragraph_id(text)))
    day = IsoDate(f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}")
    slug = Slug(f"bench-{number:05d}")
    return Article(slug, ARABIC, title, tuple(blocks), place, published=day)


def timed(action: Callable[[], T]) -> tuple[float, T]:
    """How many seconds of one core an action takes, and its result."""
    start = time.process_time()
    result = action()
    return time.process_time() - start, result


def main() -> None:
    """Prints a line for each stage, then analysis against page building."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    library, _ = load_library(ROOT / "content")
    articles = make_articles(library, options.articles, options.seed)
    size = sum(len(b.text.encode()) for a in articles for b in a.blocks) / 1e6
    lexicon, gazetteer = load_lexicon(ARABIC), build_gazetteer(library.topics)
    names_in(gazetteer, lexicon)
    analyse(articles[0], gazetteer, lexicon)
    print(f"{len(articles)} articles, {size:.1f} MB of Arabic text, {len(library.topics)} topics")

    def report(stage: str, seconds: float) -> None:
        each = seconds * 1000 / len(articles)
        print(f"{stage:14} {size / seconds:8.1f} MB/s {each:8.2f} ms an article")

    with many_articles():
        time_stages(articles, gazetteer, lexicon, report)
        analysing, analyses = timed(lambda: tuple(analyse(a, gazetteer, lexicon) for a in articles))
    report("all analysis", analysing)
    site = Library(articles, (), library.topic_types, library.topics, (), ())
    reviews = tuple((article.slug, ReviewState.MISSING) for article in articles)
    seconds, index = timed(lambda: link(site, analyses, reviews))
    report("link", seconds)
    # The pictures for sharing are drawn once and then kept: they are no part of a page's building.
    settings = replace(read_settings(ROOT / "mkdocs.yml"), social_cards=False)
    rendering, pages = timed(lambda: sum(1 for _ in render(index, settings)))
    report("pages", rendering)
    print(f"{pages} files; analysis takes {analysing / rendering:.0%} of the time of the pages")


def time_stages(
    articles: tuple[Article, ...],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    report: Callable[[str, float], None],
) -> None:
    """Reports each stage by itself; what they find is let go, for it slows the rest down."""
    seconds, readings = timed(
        lambda: [[read_block(n, b) for n, b in enumerate(a.blocks)] for a in articles]
    )
    report("read", seconds)
    seconds, named = timed(lambda: [find_mentions(r, gazetteer, lexicon) for r in readings])
    report("mentions", seconds)
    seconds, dated = timed(lambda: [find_dates(r, None, lexicon) for r in readings])
    report("dates", seconds)
    free = [[frozenset[int]()] * len(r) for r in readings]
    both = list(zip(readings, free, strict=True))
    seconds, measured = timed(lambda: [find_figures(r, taken, lexicon) for r, taken in both])
    report("figures", seconds)
    all_three = list(zip(readings, named, dated, strict=True))
    seconds, said = timed(lambda: [find_attributions(r, n, d, lexicon) for r, n, d in all_three])
    report("attributions", seconds)
    placed = [placed_figures(*each) for each in zip(readings, measured, said, strict=True)]
    all_five = list(zip(readings, placed, named, dated, said, strict=True))
    seconds, _ = timed(lambda: [find_conflicts(*each, None, lexicon) for each in all_five])
    report("conflicts", seconds)


if __name__ == "__main__":
    main()
