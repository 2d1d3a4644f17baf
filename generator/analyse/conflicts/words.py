"""What each word says about the figures beside it: one number of marks for every word of a block."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from generator.analyse.attributions.speech_words import PERSON, SOURCE, SpeechTables, speech_tables
from generator.analyse.clitics import forms
from generator.analyse.conflicts.stems import roots
from generator.analyse.dates.words import DateTables, date_tables
from generator.analyse.figures.tables import figure_tables
from generator.languages.lexicon import ConflictWords, Lexicon, NameWords
from generator.languages.words import Phrases

# A word bears several marks: «تقديرات» shows a number, and is a paper that tells it.
(
    TURN, WEAK, GOES_ON, DOUBT, QUARREL, INVERTS, OTHERS, SAME, SAME_NEXT, ANOTHER, AS_FOR,
    SAYS, OBJECT, THAT, COUNTS, MEASURES, SHOWS, TELLER, PAPER, FRAMES, AT, NEEDS_VERB,
    TOTAL, AMOUNTS, PART, PAST, NOW, MAY, RISES, LATER, RATE, SCOPE, NOTHING, PREPOSITION, NUMBER,
    PLAN, BUDGET, CAPACITY, NEED, FORECAST, OFFER, COUNTERPART, ORDINAL, INCREASE, AVERAGE, SHARE, RECORD,
    SPEAKS, ONLY, EXCLUDES, AGREES, OWN_NUMBER, POINTS, A_DAY, A_WEEK, A_MONTH, A_YEAR, WAS, FUTURE, THIS, ALONE, COMPARED,
) = (1 << place for place in range(62))  # fmt: skip

# What a number stands for other than what is; the lexicon's names.
KINDS = {
    "plan": PLAN, "future": FUTURE, "budget": BUDGET, "capacity": CAPACITY, "need": NEED, "offer": OFFER, "forecast": FORECAST,
    "increase": INCREASE, "average": AVERAGE, "share": SHARE, "record": RECORD,
}  # fmt: skip
ANY_KIND = reduce(or_, KINDS.values())
RATES = {"day": A_DAY, "week": A_WEEK, "month": A_MONTH, "year": A_YEAR}
_CONTRAST = {"turn": TURN, "same": GOES_ON, "doubt": DOUBT, "quarrel": QUARREL}


_Rows = dict[str, dict[tuple[str, ...], int]]
_BARE, _CONJOINED, _JOINED = "bare", "conjoined", "joined"  # which letters may stand before a word


@dataclass(frozen=True, slots=True)
class ConflictTables:
    """Phrases by their first word, with their marks; what happened; what can be measured."""

    rows: dict[str, tuple[int, tuple[tuple[tuple[str, ...], int], ...]]]
    """Word -> its own marks, and the other words of phrases that it begins, with theirs."""
    themes: dict[str, str]
    theme_names: frozenset[str]
    measures: dict[str, str]
    """«كلفتها», «للفاتورة» -> cost."""
    akin: dict[str, str]
    """Roots -> the group of words that tell of one thing."""
    human: frozenset[str]
    """Nouns of people, and English names of counted ones."""
    words: ConflictWords
    dates: DateTables


@lru_cache(maxsize=8)
def conflict_tables(lexicon: Lexicon) -> ConflictTables:
    """The words of conflicts in all their forms."""
    words, names = lexicon.conflicts, lexicon.names
    rows: _Rows = {}
    for table, mark, joined in _marked_words(words, lexicon):
        for first, rests in _as_phrases(table):
            for form in _written(first, names, joined):
                for rest in rests:
                    known = rows.setdefault(form, {})
                    known[rest] = known.get(rest, 0) | mark
    for form, mark in _speech_marks(speech_tables(lexicon)):
        known = rows.setdefault(form, {})
        known[()] = known.get((), 0) | mark
    return ConflictTables(
        rows={first: (known.pop((), 0), tuple(known.items())) for first, known in rows.items()},
        theme_names=frozenset(words.themes.values()),
        themes={f: t for w, t in words.themes.items() for f in _written(w, names, _JOINED)},
        measures={
            form: what
            for word, what in sorted(words.measures.items())
            for base in _possessed(word, names.article)
            for form in _written(base, names, _JOINED)
        },
        akin={
            root: f"={name}" for word, name in sorted(words.akin.items()) for root in roots(word)
        },
        human=words.human | frozenset(_people(lexicon)),
        words=words,
        dates=date_tables(lexicon),
    )


def _marked_words(
    words: ConflictWords, lexicon: Lexicon
) -> Iterator[tuple[Iterable[str] | Phrases[str], int, str]]:
    for kind, mark in _CONTRAST.items():
        yield _only(words.contrast, kind), mark, _CONJOINED
    for kind, mark in KINDS.items():
        yield _only(words.kinds, kind), mark, _JOINED
    yield words.weak_turns, WEAK, _CONJOINED
    yield words.first_clauses, INVERTS, _CONJOINED
    yield words.pointing, POINTS, _JOINED
    yield words.others, OTHERS, _JOINED
    yield words.same, SAME, _BARE
    yield words.same_before, SAME_NEXT, _JOINED
    yield words.another, ANOTHER, _CONJOINED
    beside = [f for w in sorted(words.counterparts) for f in _possessed(w, "") if f != w]
    yield beside, COUNTERPART, _CONJOINED
    ordinals = {w for w, (is_year, _) in date_tables(lexicon).ordinals.items() if not is_year}
    yield ordinals, ORDINAL, _BARE
    yield words.as_for, AS_FOR, _CONJOINED
    yield words.counting_verbs, COUNTS, _CONJOINED
    yield ["قد"], MAY, _CONJOINED
    yield words.measuring_verbs, MEASURES, _CONJOINED
    yield words.showing, SHOWS, _CONJOINED
    yield words.other_sources, TELLER, _JOINED
    papers = [f for w in sorted(words.papers) for f in _possessed(w, lexicon.names.article)]
    yield papers, TELLER | PAPER, _JOINED
    yield words.framing, FRAMES, _CONJOINED
    yield words.framing_heads, AT, _CONJOINED
    yield lexicon.speech.according, FRAMES, _CONJOINED
    yield (
        lexicon.speech.according_needs_verb & frozenset(lexicon.speech.according),
        NEEDS_VERB,
        _CONJOINED,
    )
    yield words.totals, TOTAL, _JOINED
    yield words.amounting, AMOUNTS, _CONJOINED
    yield words.parts, PART, _JOINED
    yield _only(words.change_of_time, "past"), PAST, _CONJOINED
    yield _only(words.change_of_time, "was"), WAS, _CONJOINED
    yield _only(words.change_of_time, "now"), NOW, _CONJOINED
    yield words.rising, RISES, _JOINED
    yield words.alone, ALONE, _BARE
    yield words.comparing, COMPARED, _CONJOINED
    yield words.later, LATER, _JOINED
    yield words.rates, RATE, _BARE
    for kind, mark in RATES.items():
        yield _only(words.rates, kind), mark, _BARE
    yield words.speaking_of, SPEAKS, _CONJOINED
    yield words.restricting, ONLY, _CONJOINED
    yield words.excluding, EXCLUDES, _CONJOINED
    yield words.agreeing, AGREES, _CONJOINED
    yield words.own_numbers, OWN_NUMBER, _CONJOINED
    yield words.scopes, SCOPE, _JOINED
    yield lexicon.figures.function_words | words.empty_words, NOTHING, _CONJOINED
    yield lexicon.speech.prepositions, PREPOSITION, _CONJOINED
    yield figure_tables(lexicon).numbers.words, NUMBER, _BARE


def _speech_marks(speech: SpeechTables) -> Iterator[tuple[str, int]]:
    for word, verb in speech.verbs.items():
        yield word, SAYS | (OBJECT if verb.object else 0)
    for word in speech.that:
        yield word, THAT
    for word, (_, kind) in speech.heads.items():
        yield word, TELLER | (PAPER if kind == SOURCE else 0)


def _people(lexicon: Lexicon) -> Iterator[str]:
    """«ممرض», «ممرضا»."""
    for word, (_, kind) in speech_tables(lexicon).heads.items():
        if kind == PERSON:
            yield word
            yield word + "ا"


def _only(table: Phrases[str], kind: str) -> Phrases[str]:
    rows = {f: tuple(row for row in rows if row[1] == kind) for f, rows in table.items()}
    return {first: kept for first, kept in rows.items() if kept}


def _as_phrases(
    table: Iterable[str] | Phrases[str],
) -> Iterator[tuple[str, Sequence[tuple[str, ...]]]]:
    if isinstance(table, dict) and all(isinstance(rows, tuple) for rows in table.values()):
        for first, rows in table.items():
            yield first, [rest for rest, _ in rows]
        return
    for word in sorted(table):
        yield word, [()]


def _written(word: str, names: NameWords, joined: str) -> Iterator[str]:
    if joined == _JOINED:
        yield from (form for form, _ in forms(word, names))
        return
    yield word
    if joined == _CONJOINED:
        yield from (c + word for c in sorted(names.conjunctions))


def _possessed(word: str, article: str) -> tuple[str, ...]:
    """«كلفة», «الكلفة», «كلفته», «كلفتها»."""
    base = word[:-1] + "ت" if word.endswith("ه") else word
    return (word, article + word, base + "ه", base + "ها", base + "هم")


def union(marks: Sequence[int], first: int, end: int) -> int:
    """All marks of words first..end-1."""
    found = 0
    for mark in marks[first:end]:
        found |= mark
    return found
