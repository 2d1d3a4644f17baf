"""What a figure is about, as far as its clause and its sentence say."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.conflicts.clauses import QUARREL, Turn, clause_of, has
from generator.analyse.conflicts.frames import frame_of
from generator.analyse.conflicts.sources import (
    counts,
    goes_on,
    introduces,
    is_denied,
    is_subject,
    others_of,
    quarrel_before,
    refers,
    reports,
    says_same,
    tells_of_itself,
    turns_to_other,
)
from generator.analyse.conflicts.subjects import (
    NEAR,
    adjectives_of,
    counted_in,
    happens_there,
    is_of_another_time,
    kinds_of,
    ordinals_of,
    predicate_of,
    quantity_of,
    rate_of,
    scope_of,
    share_of,
    stems,
    subject_of,
    theme_of,
    words_about,
)
from generator.analyse.conflicts.words import ConflictTables
from generator.analyse.dates.calendar import Anchor
from generator.analyse.dates.context import Found
from generator.analyse.figures.context import Measured
from generator.analyse.mentions.find import PLACES, Named
from generator.analyse.reading import Reading
from generator.model import BlockKind, Figure, IsoDate, TopicId
from generator.text import fold, iso_bounds

_ABOUT = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Profile:
    """A figure's thing, theme, source, time and place; values as its qualifier leaves them."""

    index: int
    unit: str
    noun: str
    kind: str
    """The class of its noun; the noun itself where it has none."""
    human: bool
    adjectives: tuple[str, ...]
    theme: str
    quantity: tuple[str, str]
    """The stems of what it is a number of: «نسبة الفقر»."""
    words: frozenset[str]
    """Stems of what its clause tells, beside the words that every figure has."""
    of: str
    """The stem of what it is a share of: «60 في المئة من الرجال»."""
    predicate: str
    speaker: str | None
    voice: bool
    """Whether its clause reports, counts or shows by itself."""
    itself: bool
    """Whether the speaker tells of itself: «قالت الشركة إنها نقلت»."""
    implicit: bool
    """Whether the clause goes on with the speaker before: «وتقول إن»."""
    introduced: bool
    """Whether a verb of saying opens it, with a subject: «وذكرت قناة محلية أن»."""
    value: Decimal
    low: Decimal
    high: Decimal
    ranged: bool
    places: frozenset[TopicId]
    heads: frozenset[str]
    """Stems of the words of its clause before it: among them who speaks."""
    ordinals: frozenset[tuple[str, int]]
    """«الحرب الأولى»: stem and number."""
    scope: str
    narrowed: bool
    """Whether the scope stands right after the turn or the word that stands for the thing."""
    dates: tuple[IsoDate, ...]
    undated: frozenset[str]
    """The words of dates of unknown value."""
    earlier: bool
    """Whether all its dates lie in years before the publication."""
    kinds: frozenset[str]
    turns: tuple[Turn, ...]
    turn: Turn | None
    others: bool
    """Whether it is of another source: «محطة أخرى», «رقما أعلى»."""
    another: bool
    """Whether it is of another thing: «حادث آخر»."""
    tells_of: str
    """The stem of the definite subject of what is said: «إن الشمس تنتج»."""
    within: str
    """The stem of what it is counted in: «5 أهداف في الكأس»."""
    only: bool
    rate: str
    subject: bool
    """Whether it counts those who say something: «قال 60 في المئة إنهم»."""
    denied: bool
    """Whether somebody denies it: «نفى سقوط 20 قتيلا»."""
    doubts: frozenset[tuple[int, int]]
    announced: bool
    """Whether its sentence or the one before says that numbers disagree."""
    source: frozenset[str]
    """The stems of the source named beside it: «240 بحسب المحامين»."""
    source_named: bool
    """Whether a phrase names it: «بحسب»."""
    bare: bool
    """Whether beside it nothing but its source is named."""
    elliptic: bool
    """Whether its noun is left out."""
    same: bool
    """Whether it is said to be of the same: «عن الصفقة ذاتها»."""
    definite: bool
    """Whether what is counted stands before it: «عدد المدارس المغلقة 30»."""
    counts: bool
    """Whether somebody counts or measures it: «أحصى», «سجلت محطة»."""
    refers: bool
    """Whether a word before it stands for what was counted before: «العدد»."""
    then: bool
    """Whether it tells of another time than now: «كان»."""
    rises: bool
    later: bool
    partitive: bool
    heading: bool
    place: tuple[int, int, int]
    """Block, sentence, word."""
    clause: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the profiles of an article share."""

    published: Anchor | None
    tables: ConflictTables
    doubts: frozenset[tuple[int, int]] = frozenset()
    """Blocks and sentences in which somebody doubts what was said."""


def profile_of(
    reading: Reading,
    index: int,
    measured: Measured,
    figure: Figure,
    named: Sequence[Named],
    dated: Sequence[Found],
    between: tuple[int, int],
    setting: Setting,
) -> Profile | None:
    """The profile, or none for a vague number and for what a change began from.

    `between` are the end of the figure before and the first word of the next in its block.
    """
    if figure.qualifier in ("vague", "implied") or _is_old_value(reading, measured):
        return None
    tables, first = setting.tables, measured.first
    clause = clause_of(reading, measured, tables)
    noun = figure.counted.en or _noun(figure.counted.ar)
    kind = tables.words.classes.get(noun, noun)
    within = range(clause.first, clause.end)
    dates = [d for d in dated if d.first in within]
    known = tuple(d.when.iso for d in dates if d.when.iso)
    frame = frame_of(reading, measured, *between, tables)
    scope, narrowed = scope_of(reading, clause, first, tables)
    others, another = others_of(reading, clause, tables)
    low, high = _bounds(figure)
    before = reading.words[max(clause.first, first - NEAR) : first]
    return Profile(
        index=index,
        unit="count" if figure.unit in ("person", "household") else figure.unit,
        noun=noun,
        kind=kind,
        human=noun in tables.words.human or figure.unit == "person",
        adjectives=adjectives_of(reading, measured),
        theme=theme_of(reading, measured, clause, kind, tables),
        quantity=quantity_of(reading, clause, first, tables),
        words=words_about(reading, clause, measured, tables),
        of=share_of(reading, measured),
        predicate=predicate_of(reading, measured),
        speaker=figure.attributed_to,
        voice=reports(reading, clause, first, tables),
        itself=tells_of_itself(reading, clause, first, tables),
        implicit=goes_on(reading, clause, tables),
        introduced=introduces(reading, clause, tables),
        value=figure.low,
        low=low,
        high=high,
        ranged=figure.high is not None,
        places=frozenset(
            n.topic.id
            for n in named
            if n.topic.type in PLACES and n.first in within and happens_there(reading, n)
        ),
        heads=stems(reading.words[clause.first : first]),
        ordinals=ordinals_of(reading, clause, tables),
        scope=scope,
        narrowed=narrowed,
        dates=known,
        undated=frozenset(
            " ".join(reading.words[d.first : d.end]) for d in dates if not d.when.iso
        ),
        earlier=bool(known)
        and setting.published is not None
        and all(iso_bounds(iso)[1].year < setting.published.year for iso in known),
        kinds=kinds_of(
            reading,
            (max(clause.first, between[0]), min(clause.end, between[1])),
            first,
            tables,
        ),
        turns=clause.before,
        turn=clause.turn,
        others=others or has(tables.others, reading, clause.first, clause.end),
        another=another or turns_to_other(reading, clause, tables),
        tells_of=subject_of(reading, clause, first, tables),
        within=counted_in(reading, measured, clause, tables),
        only=figure.qualifier == "only",
        rate=rate_of(reading, measured, tables),
        subject=is_subject(reading, first, tables),
        denied=is_denied(clause, first),
        doubts=setting.doubts,
        announced=any(turn.kind == QUARREL for turn in clause.before)
        or quarrel_before(reading, clause, tables),
        source=frame.source,
        source_named=frame.named,
        bare=frame.bare,
        elliptic=figure.unit == "count" and (measured.noun is None or measured.noun[1] <= first),
        same=says_same(reading, clause, tables),
        definite=measured.noun is not None and measured.noun[0] < first,
        counts=counts(reading, clause, first, figure, tables),
        refers=refers(reading, clause, first, tables),
        then=is_of_another_time(reading, clause, first, tables),
        rises=any(word in tables.rising for word in before),
        later=has(tables.later, reading, clause.first, clause.end),
        partitive=measured.noun is not None and reading.word(measured.noun[0] - 1) == "من",
        heading=reading.kind in (BlockKind.TITLE, BlockKind.DECK),
        place=(reading.block, reading.sentences[first], first),
        clause=(clause.first, clause.end),
    )


# ---------------------------------------------------------------- the figure itself


def is_part(reading: Reading, measured: Measured, tables: ConflictTables) -> bool:
    """Whether it is a part of a figure before it: «45 شخصا، بينهم 7 أطفال».

    Without one «24 طائرة منها» tells what kind of thing is counted.
    """
    near = reading.words[max(0, measured.first - 3) : measured.first]
    among = reading.word(measured.first - 2) in ("بين", "وبين")
    if among and reading.word(measured.first - 1).startswith("ال"):
        return True  # «بين القتلى 12 طفلا»
    return reading.word(measured.end) in tables.parts or any(w in tables.parts for w in near)


def _is_old_value(reading: Reading, measured: Measured) -> bool:
    """Whether it is what a change began from: «من 12 في المئة إلى 13»."""
    return reading.word(measured.first - 1) == "من" and reading.word(measured.end) == "الي"


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
