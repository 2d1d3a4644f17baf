"""Article -> Analysis: mentions, dates, figures, attributions and conflicts, each with its span."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.find import find_attributions
from generator.analyse.attributions.said import Said, as_attribution, speaker_of
from generator.analyse.conflicts.find import find_conflicts
from generator.analyse.conflicts.profiles import Placed
from generator.analyse.dates.calendar import anchor_of
from generator.analyse.dates.context import Found
from generator.analyse.dates.find import as_mention as as_date
from generator.analyse.dates.find import find_dates
from generator.analyse.figures.context import Measured
from generator.analyse.figures.find import as_figure, find_figures
from generator.analyse.mentions.find import Named, as_mention, find_mentions
from generator.analyse.mentions.gazetteer import Gazetteer, build_gazetteer
from generator.analyse.reading import Reading, read_block
from generator.languages.lexicon import Lexicon
from generator.model import Analysis, Article

__all__ = ["Gazetteer", "analyse", "build_gazetteer"]


def analyse(article: Article, gazetteer: Gazetteer, lexicon: Lexicon) -> Analysis:
    """What is found in one article; spans count code points of the block's text.

    Pure, and its arguments can be pickled: articles can be analysed in any order, anywhere.
    """
    readings = [read_block(number, block) for number, block in enumerate(article.blocks)]
    mentioned = find_mentions(readings, gazetteer, lexicon)
    # Words to look up name nobody: «قالت مصادر مطلعة» and «260 ألف طن متري» are read with them.
    named = [tuple(one for one in found if one.topic.subject) for found in mentioned]
    published = anchor_of(article.published)
    dated = find_dates(readings, published, lexicon)
    taken = [_taken(names, found) for names, found in zip(named, dated, strict=True)]
    measured = find_figures(readings, taken, lexicon)
    said = find_attributions(readings, named, dated, lexicon)
    placed = placed_figures(readings, measured, said)
    clashes = find_conflicts(readings, placed, named, dated, said, published, lexicon)
    return Analysis(
        article=article.slug,
        mentions=tuple(
            as_mention(readings[n], one) for n, found in enumerate(mentioned) for one in found
        ),
        dates=tuple(as_date(readings[n], one) for n, found in enumerate(dated) for one in found),
        figures=tuple(
            replace(figure, compared=clashes.compared[number])
            if number in clashes.compared
            else figure
            for number, (_, _, figure) in enumerate(placed)
        ),
        attributions=tuple(
            as_attribution(readings[n], one) for n, found in enumerate(said) for one in found
        ),
        conflicts=clashes.conflicts,
    )


def placed_figures(
    readings: Sequence[Reading],
    measured: Sequence[Sequence[Measured]],
    said: Sequence[Sequence[Said]],
) -> list[Placed]:
    """The figures of all blocks in order, each with its block's number and who says it."""
    return [
        (number, one, as_figure(reading, one, speaker_of(reading, one, sayings, found)))
        for number, (reading, found, sayings) in enumerate(
            zip(readings, measured, said, strict=True)
        )
        for one in found
    ]


def _taken(named: tuple[Named, ...], dated: tuple[Found, ...]) -> frozenset[int]:
    """The words of names and dates, whose numbers are no figures."""
    ranges = [range(name.first, name.end) for name in named]
    ranges += [range(date.first, date.end) for date in dated]
    return frozenset[int]().union(*ranges)
