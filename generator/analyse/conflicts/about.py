"""What the words around a figure tell of it: its thing, its time, its place."""

from collections.abc import Mapping, Sequence

from generator.analyse.conflicts.sources import NAMED as BY_PHRASE
from generator.analyse.conflicts.sources import SAID, TELLS, Source
from generator.analyse.conflicts.stems import roots, stem
from generator.analyse.conflicts.stretches import Scene, Stretch
from generator.analyse.conflicts.words import (
    AMOUNTS,
    ANOTHER,
    COUNTS,
    DOUBT,
    FRAMES,
    INVERTS,
    LATER,
    MEASURES,
    NOTHING,
    NUMBER,
    ORDINAL,
    PAPER,
    POINTS,
    QUARREL,
    RATE,
    RATES,
    SAME,
    SAME_NEXT,
    SAYS,
    SCOPE,
    THAT,
    TOTAL,
    TURN,
    WEAK,
    union,
)
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading

BEFORE, AFTER = 8, 5  # words around a figure that say what it is about
_RATE = 6  # words after a figure in which it is told how often
_PAPER_DATE = 6  # words after a paper that may tell its own date: «في تقريرها لشهر ماي»
_ISSUED = frozenset(["صدر", "صدرت", "نشر", "نشرت", "صادر", "الصادر", "الصادره", "نشره", "نشرته"])
_OF_PEOPLE = frozenset(
    [
        "killed", "injured", "missing", "displaced", "arrested", "attended", "evacuated", "employed",
    ]
)  # fmt: skip
_OF_MONEY = frozenset(["cost", "damage"])
_TELLS_NOTHING = (
    NOTHING | SAYS | TURN | WEAK | THAT | AMOUNTS | COUNTS | TOTAL | FRAMES | DOUBT | QUARREL | SAME
    | ANOTHER | INVERTS | LATER | NUMBER
)  # fmt: skip

Roots = tuple[str, ...]


def told_by(scene: Scene, first: int, end: int) -> dict[int, Roots]:
    """By their place, the roots of the words that tell what figures are about."""
    words, marks, spoken = scene.reading.words, scene.marks, scene.spoken
    return {
        place: _roots(words[place], scene.tables.akin)
        for place in range(first, end)
        if not marks[place] & _TELLS_NOTHING
        and len(words[place]) > 2
        and place not in spoken
        and words[place].isalpha()
    }


def _roots(word: str, akin: Mapping[str, str]) -> Roots:
    found = roots(word)
    return (*found, *{akin[root]: None for root in found if root in akin})


def themes_of(scene: Scene, place: Stretch, kind: str, dimension: str) -> tuple[str, ...]:
    """What happened, the nearest first: its noun says it, else words before or after it."""
    if kind in scene.tables.theme_names:
        return (kind,)
    words, themes = scene.reading.words, scene.tables.themes
    own = range(place.first, place.end)
    before = range(place.first - 1, max(place.start, place.first - BEFORE) - 1, -1)
    after = range(place.end, min(place.stop, place.end + AFTER))
    near = [t for ps in (own, before, after) for p in ps if (t := themes.get(words[p]))]
    return tuple(dict.fromkeys([theme for theme in near if _fits(theme, dimension)]))


def _fits(theme: str, dimension: str) -> bool:
    """Whether that can happen to such a thing: no sum of money was injured, no people cost."""
    if dimension == "count":
        return theme not in _OF_MONEY
    return dimension == "percent" or theme not in _OF_PEOPLE


def is_of_event(
    scene: Scene, first: int, end: int, place: Stretch, that: int, source: Source
) -> bool:
    """Whether a date or place is of what is told, not of the telling: «في تقرير صدر في آذار»."""
    if not place.start <= first < place.stop or first < that <= place.first:
        return False
    told = source.how in (TELLS, SAID) and place.start <= first < source.end <= place.first
    beside = 0 if source.how == BY_PHRASE else 2
    if told or source.first <= first < source.end + beside:
        return False
    marks, words = scene.marks, scene.reading.words
    if union(marks, max(place.start, first - 1), min(place.stop, end + 1)) & (
        SAYS | SAME | SAME_NEXT
    ):
        return False  # «قدرتها الأسبوع الماضي», «في اليوم نفسه»
    for at in (first - 1, first):
        if at >= 0 and marks[at] & POINTS:
            return False  # «في تلك السنة»
    if any(words[p] in _ISSUED for p in range(max(place.start, first - 3), first)):
        return False
    return (
        not union(marks, max(place.start, first - _PAPER_DATE), max(place.start, first - 1)) & PAPER
    )


def happens_there(reading: Reading, marks: Sequence[int], named: Named) -> bool:
    """Whether the place is where it happened («في حلب»), not who speaks or what is spoken of."""
    joined = named.prefix > 0 and reading.words[named.first][named.prefix - 1] == "ب"
    if joined or any(reading.word(named.first - back) in ("في", "وفي") for back in (1, 2)):
        return True
    return bool(union(marks, max(0, named.first - 2), named.first) & MEASURES)  # «سجلت ولاية كسلا»


def scope_of(scene: Scene, place: Stretch) -> tuple[str, str]:
    words, marks = scene.reading.words, scene.marks
    for at in range(place.start, place.stop - 1):
        again = at + 2 < place.stop and marks[at + 2] & SAME
        if words[at] in ("في", "وفي") and marks[at + 1] & SCOPE and not again:
            return "في", stem(words[at + 1])
        if marks[at + 1] & ORDINAL and words[at].isalpha():
            return stem(words[at]), words[at + 1]  # «الحرب الأولى»
    return "", ""


def measured_of(scene: Scene, place: Stretch) -> frozenset[str]:
    words = scene.reading.words
    for at in range(place.first - 2, place.start - 1, -1):
        if words[at] in scene.tables.measures:
            run = words[at + 1 : min(place.first, at + 4)]
            return frozenset([r for w in run if w.startswith("ال") for r in roots(w)])
    return frozenset()


def share_of(reading: Reading, end: int) -> str:
    """«من الرجال» after a share."""
    whole = reading.word(end + 1)
    definite = whole.startswith("ال") or whole.endswith(("ه", "ها", "هم"))
    return stem(whole) if reading.word(end) == "من" and definite else ""


def rate_of(scene: Scene, place: Stretch) -> str:
    """How often, where the figure is of so much time: «يوميا», «كل يوم»."""
    marks = scene.marks
    for at in range(place.end, min(place.stop, place.end + _RATE)):
        again = at + 2 < place.stop and marks[at + 2] & SAME  # «في اليوم نفسه»
        if (
            marks[at] & RATE
            and not again
            and not any(d.first <= at + 1 < d.end for d in scene.dated)
        ):
            return next(name for name, mark in RATES.items() if marks[at] & mark)
    return ""
