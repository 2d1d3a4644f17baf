"""Who tells two figures, and what turns the one against the other: their signs."""

from collections.abc import Iterator

from generator.analyse.conflicts.pairs import Pair
from generator.analyse.conflicts.sources import (
    AMID,
    CARRIED,
    DRIFTED,
    INNER,
    NAMED,
    OPENED,
    RESUMED,
    SAID,
    TELLS,
    UNTOLD,
    same_source,
)
from generator.analyse.conflicts.words import (
    COUNTS,
    DOUBT,
    GOES_ON,
    INVERTS,
    MEASURES,
    OTHERS,
    QUARREL,
    SAYS,
    SHOWS,
    SPEAKS,
    TURN,
    WEAK,
    union,
)

_HOW = {
    UNTOLD: "untold", DRIFTED: "drifts", CARRIED: "carried", RESUMED: "resumed", OPENED: "opened", INNER: "inner", AMID: "amid", TELLS: "teller",
    SAID: "said", NAMED: "named",
}  # fmt: skip
_WIDE = 3  # paragraphs in which a doubt may still mean the figure before it


def telling(pair: Pair) -> Iterator[str]:
    """Signs of sources, and of words that set one number against another."""
    yield from _voices(pair)
    yield from _turns(pair)


def _voices(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    how = _HOW[second.source.how]
    if not second.source.name:
        yield "untold after told" if first.source.how > OPENED else "untold"
    elif not first.source.name:
        yield f"{how} alone"
    elif same_source(first.source, second.source):
        yield "same source" if second.source.how > OPENED else f"same {how}"
    else:
        yield f"new {how}"
        if first.source.how == DRIFTED:
            yield "first drifts"
    for mark, name in ((COUNTS, "counts"), (SHOWS, "shows"), (MEASURES, "measures")):
        if second.before & mark:
            yield f"second {name}"
    alike = bool(first.source.name) and same_source(first.source, second.source)
    if second.source.how <= OPENED and second.before & SAYS and not alike:
        yield "second says"
    if second.source.name and second.before & SPEAKS:
        yield "speaks of"
    if (second.before | second.after) & OTHERS:
        yield "of others"
    if second.quoted:
        yield "both quoted" if first.quoted else "second quoted"


def _turns(pair: Pair) -> Iterator[str]:
    first, second = pair.first, pair.second
    alike = pair.in_one_sentence
    between = union(second.marks, first.place.end, second.place.first) if alike else second.lead
    if between & TURN:
        yield "weak turn" if between & WEAK else "turn"
    if between & GOES_ON:
        yield "goes on"
    if alike and first.before & INVERTS:
        yield "inverted turn"
    start = 0 if pair.apart else first.place.end
    wide = union(second.marks, start, second.place.first) if pair.apart < _WIDE else 0
    if (wide | first.before) & DOUBT:
        yield "doubt"
    if (wide | first.lead) & QUARREL:
        yield "quarrel"
