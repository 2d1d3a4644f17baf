"""Figures of one article that cannot both be right about the same thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from generator.analyse.calendar import Anchor
from generator.analyse.clitics import with_clitics
from generator.analyse.date_context import Found
from generator.analyse.figure_context import Measured
from generator.analyse.mentions import PLACES, Named
from generator.analyse.reading import Reading
from generator.languages.lexicon import FigureWords, Lexicon, NameWords
from generator.model import BlockKind, Compared, Counted, Figure, FigureConflict, IsoDate, TopicId
from generator.text import fold, iso_bounds

# What happened to people is told with many nouns: «مقتل 45 شخصا», «45 قتيلا».
_OF_PEOPLE = frozenset(
    ["killed", "injured", "missing", "displaced", "arrested", "evacuated", "attended"]
)
_PEOPLE = frozenset(
    {
        "",
        "people",
        "killed",
        "injured",
        "missing people",
        "displaced people",
        "prisoners",
        "protesters",
        "participants",
        "spectators",
    }
)
_TIMES = frozenset({"year", "decade", "month", "week", "day", "hour", "minute", "second"})
_ABOUT = Decimal("0.1")
_BEFORE, _AFTER = 9, 4  # words around a figure in which its theme is looked for
_FARTHEST = 30  # times; estimates of one thing differ less
_MOST = 400  # figures; more than that are a table, not an article


@dataclass(frozen=True, slots=True)
class Profile:
    """What a figure is about, as far as its sentence says."""

    index: int
    unit: str
    noun: str
    theme: str
    speaker: str | None
    value: Decimal
    low: Decimal
    high: Decimal
    places: frozenset[TopicId]
    dates: tuple[IsoDate, ...]
    undated: bool
    """Whether a date of its sentence has no known value."""
    earlier: bool
    """Whether all dates of its sentence lie in years before the publication."""
    contrast: bool
    others: bool
    """Whether the sentence tells of another source: «محطة أخرى»."""
    plan: bool
    counts: bool
    """Whether somebody counts or measures it: «أحصى», «سجلت محطة»."""
    refers: bool
    """Whether a word before it stands for what was counted before: «العدد»."""
    then: bool
    """Whether it tells of another time than now: «كان»."""
    heading: bool
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clashes:
    """The conflicts of an article, and what its figures can be compared by, by their index."""

    conflicts: tuple[FigureConflict, ...] = ()
    compared: dict[int, Compared] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """The words that tell what happened, and those that compare or take a part."""

    themes: dict[str, tuple[int, str]]
    contrast: frozenset[str]
    others: frozenset[str]
    counting: frozenset[str]
    measuring: frozenset[str]
    plans: frozenset[str]
    change_of_time: frozenset[str]
    totals: dict[str, tuple[int, str]]
    parts: dict[str, tuple[int, str]]


@lru_cache(maxsize=8)
def theme_words(lexicon: Lexicon) -> ThemeWords:
    """The words of conflicts in all their forms."""
    words: FigureWords = lexicon.figures
    names = lexicon.names
    return ThemeWords(
        themes=with_clitics(words.topics, names),
        contrast=_joined(words.contrast, names),
        others=_joined(words.others, names),
        counting=_joined(words.counting_verbs, names),
        measuring=_joined(words.measuring_verbs, names),
        plans=frozenset(with_clitics(dict.fromkeys(sorted(words.plans), ""), names)),
        change_of_time=_joined(words.change_of_time, names),
        totals=with_clitics(dict.fromkeys(sorted(words.totals), ""), names),
        parts=with_clitics(dict.fromkeys(sorted(words.parts), ""), names),
    )


def _joined(words: frozenset[str], names: NameWords) -> frozenset[str]:
    return words | {c + w for c in names.conjunctions for w in words}


def find_conflicts(
    readings: Sequence[Reading],
    figures: Sequence[tuple[int, Measured, Figure]],
    named: Sequence[Sequence[Named]],
    dated: Sequence[Sequence[Found]],
    published: Anchor | None,
    lexicon: Lexicon,
) -> Clashes:
    """Figures, by their index, for which different sources give values that exclude each other.

    `figures` holds the block's number, the figure's words and the figure, in order.
    """
    if len(figures) > _MOST:
        return Clashes()
    profiles: list[Profile] = []
    tables = theme_words(lexicon)
    for index, (block, measured, figure) in enumerate(figures):
        whole = index > 0 and _is_near(readings[block], figures[index - 1], block, measured)
        if whole and _is_part(readings[block], measured, tables):
            continue
        profile = _profile(
            readings[block], index, measured, figure, named[block], dated[block], published, tables
        )
        if profile:
            profiles.append(_inherited(profile, profiles))
    found: list[FigureConflict] = []
    seen: set[tuple[object, ...]] = set()
    for number, first in enumerate(profiles):
        for second in profiles[number + 1 :]:
            key = (first.unit, first.theme, first.value, second.value)
            if key not in seen and (_conflict(first, second) or _contrasted(first, second)):
                seen.add(key)
                about = ", ".join(part for part in (first.noun, first.theme) if part)
                found.append(FigureConflict(first.index, second.index, about or first.unit))
    names = lexicon.figures.counted_names
    return Clashes(tuple(found), {p.index: _compared(p, figures, names) for p in profiles})


def _compared(
    profile: Profile, figures: Sequence[tuple[int, Measured, Figure]], names: Mapping[str, str]
) -> Compared:
    english = figures[profile.index][2].counted.en or (
        profile.noun if profile.noun in names else ""
    )
    return Compared(
        unit=profile.unit,
        thing=profile.noun,
        theme=profile.theme,
        least=profile.low,
        most=profile.high,
        dates=profile.dates,
        places=tuple(sorted(profile.places)),
        names=Counted(names.get(english, ""), english),
    )


def _profile(
    reading: Reading,
    index: int,
    measured: Measured,
    figure: Figure,
    named: Sequence[Named],
    dated: Sequence[Found],
    published: Anchor | None,
    tables: ThemeWords,
) -> Profile | None:
    """The profile, or none for a vague number and for what a change began from."""
    first = measured.first
    if figure.qualifier in ("vague", "implied") or _is_old_value(reading, measured):
        return None
    dates = tuple(d.when.iso for d in dated if d.when.iso and reading.same_sentence(d.first, first))
    number = reading.sentences[first]
    sentence = range(
        bisect_left(reading.sentences, number), bisect_right(reading.sentences, number)
    )
    low, high = _bounds(figure)
    return Profile(
        index=index,
        unit="count" if figure.unit in ("person", "household") else figure.unit,
        noun=figure.counted.en or _noun(figure.counted.ar),
        theme=_theme(reading, measured, tables),
        speaker=figure.attributed_to,
        value=figure.low,
        low=low,
        high=high,
        places=frozenset(
            n.topic.id
            for n in named
            if n.topic.type in PLACES
            and reading.same_sentence(n.first, first)
            and _where(reading, n)
        ),
        dates=dates,
        undated=any(d.when.iso is None and reading.same_sentence(d.first, first) for d in dated),
        earlier=bool(dates)
        and published is not None
        and all(iso_bounds(iso)[1].year < published.year for iso in dates),
        contrast=any(reading.words[i] in tables.contrast for i in sentence),
        others=any(reading.words[i] in tables.others for i in sentence),
        counts=any(
            word in tables.counting or (word in tables.measuring and figure.unit != "count")
            for word in reading.words[max(0, first - 8) : first]
        ),
        refers=any(w in tables.totals for w in reading.words[max(0, first - 8) : first]),
        plan=any(reading.words[i] in tables.plans for i in sentence),
        then=any(reading.words[i] in tables.change_of_time for i in sentence),
        heading=reading.kind in (BlockKind.TITLE, BlockKind.DECK),
        sentence=(reading.block, reading.sentences[first]),
    )


def _is_near(
    reading: Reading, before: tuple[int, Measured, Figure], block: int, measured: Measured
) -> bool:
    """Whether the figure before stands in the same sentence or in the one before it."""
    other = reading.sentences[before[1].first] if before[0] == block else None
    return other is not None and reading.sentences[measured.first] - other <= 1


def _is_part(reading: Reading, measured: Measured, tables: ThemeWords) -> bool:
    """Whether it is a part of a figure before it: «45 شخصا، بينهم 7 أطفال».

    Without one «24 طائرة منها» tells what kind of thing is counted.
    """
    near = reading.words[max(0, measured.first - 3) : measured.first]
    return reading.word(measured.end) in tables.parts or any(w in tables.parts for w in near)


def _is_old_value(reading: Reading, measured: Measured) -> bool:
    """Whether it is what a change began from: «من 12 في المئة إلى 13»."""
    return reading.word(measured.first - 1) == "من" and reading.word(measured.end) == "الي"


def _where(reading: Reading, named: Named) -> bool:
    """Whether the place is where it happened («في حلب»), not who speaks or what is spoken of."""
    joined = named.prefix > 0 and reading.words[named.first][named.prefix - 1] == "ب"
    return joined or any(reading.word(named.first - back) in ("في", "وفي") for back in (1, 2))


def _noun(text: str) -> str:
    first = fold(text).split()[:1]
    return first[0].removeprefix("ال") if first else ""


def _bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """The values that the figure allows, ends included; an unknown end is infinite."""
    low, high = figure.low, figure.high if figure.high is not None else figure.low
    match figure.qualifier:
        case "at_least" | "more_than":
            return low, Decimal("Infinity")
        case "at_most" | "less_than" | "up_to":
            return Decimal("-Infinity"), high
        case "about" | "nearly":
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def _theme(reading: Reading, measured: Measured, tables: ThemeWords) -> str:
    """The nearest word in the sentence that says what happened: its own noun, before, after."""
    own = range(measured.first, measured.end)
    before = range(measured.first - 1, max(-1, measured.first - _BEFORE), -1)
    after = range(measured.end, measured.end + _AFTER)
    for places in (own, before, after):
        for place in places:
            word = reading.word(place)
            if not word or not reading.same_sentence(place, measured.first):
                break
            if known := tables.themes.get(word):
                return known[1]
    return ""


def _inherited(profile: Profile, earlier: Sequence[Profile]) -> Profile:
    """«بينما تقول النقابة إن العدد بلغ 60»: the thing counted was named before."""
    if (profile.theme and profile.noun) or not earlier:
        return profile
    last = next((p for p in reversed(earlier) if p.unit == profile.unit), None)
    near = last and profile.sentence[0] - last.sentence[0] <= 1
    if (
        last is None
        or not near
        or not (
            profile.refers
            or (profile.contrast and not profile.theme and not _measures_anything(profile))
        )
    ):
        return profile
    return replace(profile, theme=profile.theme or last.theme, noun=profile.noun or last.noun)


def _contrasted(first: Profile, second: Profile) -> bool:
    """Whether the second sentence sets another value of another source against the first.

    «أسفر … عن مقتل 14 على الأقل … غير أن النقابة تحدثت عن 23 جثة»: then the values are what is told,
    whatever their qualifiers leave open, and neither need repeat what is counted.
    """
    if first.unit != second.unit or first.unit in _TIMES or not _near(first, second):
        return False
    if second.speaker and second.speaker == first.speaker:
        return False
    told = second.contrast and (second.speaker or second.counts)
    elliptic = second.unit == "count" and not second.noun and not second.theme
    again = (second.refers or elliptic) and first.speaker and second.speaker
    if not (told or again or (second.others and (first.speaker or second.counts))):
        return False
    if first.plan or second.plan or first.then or second.then or _other_time(first, second):
        return False
    if first.places and second.places and first.places.isdisjoint(second.places):
        return False
    small, large = sorted((first.value, second.value))
    apart = small > 0 and 1 + _ABOUT < large / small <= _FARTHEST
    return apart and _may_be_same(first, second)


def _near(first: Profile, second: Profile) -> bool:
    """Whether they stand in sentences that follow each other, or in neighbouring paragraphs."""
    if first.sentence[0] == second.sentence[0]:
        return second.sentence[1] - first.sentence[1] <= 2
    return second.sentence[0] - first.sentence[0] == 1


def _may_be_same(first: Profile, second: Profile) -> bool:
    """Whether nothing says that they are about different things."""
    if first.theme and second.theme and first.theme != second.theme:
        return False
    if _measures_anything(first):
        return bool(first.theme and second.theme) or second.refers
    if first.unit != "count" or first.noun == second.noun or "" in (first.noun, second.noun):
        return True
    people = first.theme in _OF_PEOPLE or second.theme in _OF_PEOPLE
    return people and bool({first.noun, second.noun} & _PEOPLE)


def _measures_anything(profile: Profile) -> bool:
    """Whether the unit says nothing of what is measured: money, shares."""
    return profile.unit == "percent" or profile.unit.isupper()


def _conflict(first: Profile, second: Profile) -> bool:
    if first.unit != second.unit or first.unit in _TIMES or not _same_thing(first, second):
        return False
    if first.high >= second.low and second.high >= first.low:
        return False
    small, large = sorted((first.value, second.value))
    if small <= 0 or large / small > _FARTHEST:
        return False
    if first.places and second.places and first.places.isdisjoint(second.places):
        return False
    return _told_by_others(first, second) and not _other_time(first, second)


def _same_thing(first: Profile, second: Profile) -> bool:
    if not first.theme or first.theme != second.theme:
        return False
    if first.theme in _OF_PEOPLE and first.unit == "count":
        return first.noun == second.noun or {first.noun, second.noun} <= _PEOPLE
    return first.noun == second.noun or "" in (first.noun, second.noun)


def _told_by_others(first: Profile, second: Profile) -> bool:
    """Whether two sources speak, or one against the article itself."""
    if first.speaker and second.speaker:
        return first.speaker != second.speaker
    if first.speaker or second.speaker:
        return second.contrast or first.heading
    return first.heading and not second.heading


def _other_time(first: Profile, second: Profile) -> bool:
    """Whether the times that both tell do not meet, or one tells of people in an earlier year.

    What happens to people is of the days of the news where nothing else is said, so that the toll
    of an old disaster is not set against today's.
    """
    if first.theme in _OF_PEOPLE and first.earlier != second.earlier:
        return True
    if (first.undated and second.dates) or (second.undated and first.dates):
        return True
    if not first.dates or not second.dates:
        return False
    spans = [[iso_bounds(iso) for iso in profile.dates] for profile in (first, second)]
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in spans[0] for b in spans[1])
