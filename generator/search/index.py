"""Entries -> the index: terms, where they stand, and the keys that lead to them."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.search.analyser import Analyser
from generator.search.entries import LEAD_TEXT, TITLE_TEXT, Entry, EntryKind, Side, Spot
from generator.search.names import name_keys
from generator.search.tokens import is_arabic
from generator.search.vocabulary import Readings
from generator.text import sentence_spans

# The places of an entry, in the order in which they are numbered; sentences follow.
TITLE_AR, TITLE_EN, LEAD, KEYWORDS, FIRST_SENTENCE = range(5)
# A key leads to its most frequent terms only: each one costs the reader a shard of postings.
_MOST_PER_KEY = 12
_KIND_ORDER = {EntryKind.TOPIC: 0, EntryKind.CARD: 1, EntryKind.ARTICLE: 2}


@dataclass(frozen=True, slots=True)
class Index:
    """The whole index, before it is cut into files. `terms` is sorted by UTF-16 code units.

    `postings` and `counts` run parallel to `terms`: where a term stands, and in how many entries.
    `keys` maps a prefixed key to numbers of terms; keys of topics lead to numbers of entries.
    """

    entries: tuple[Entry, ...]
    lengths: tuple[int, ...]
    terms: tuple[str, ...]
    postings: tuple["array[int]", ...]
    counts: tuple[int, ...]
    keys: dict[str, tuple[int, ...]]


def utf16(text: str) -> bytes:
    """The order in which the browser's engine compares texts."""
    return text.encode("utf-16-be", "surrogatepass")


class _Postings:
    """The coded postings of all terms, grown entry by entry.

    Coded: for each entry the step from the entry before, how many places, and the steps to them;
    flat arrays, because ten thousand articles have a million and a half of places.
    """

    def __init__(self) -> None:
        self.coded: dict[str, array[int]] = {}
        self.counts: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def add(self, term: str, number: int, places: list[int]) -> None:
        """Note the places of a term in an entry; entries come in order, places ascend."""
        coded = self.coded.setdefault(term, array("l"))
        coded.append(number - self._last.get(term, 0))
        coded.append(len(places))
        coded.extend(place - before for before, place in zip((0, *places), places, strict=False))
        self._last[term] = number
        self.counts[term] = self.counts.get(term, 0) + 1


def build_index(entries: Iterable[Entry], analyser: Analyser) -> Index:
    """The index of the entries; their order does not matter."""
    ordered = sorted(entries, key=lambda e: (_KIND_ORDER[e.kind], e.id))
    readings = _readings(ordered, analyser)
    topics = {e.id: number for number, e in enumerate(ordered) if e.kind is EntryKind.TOPIC}
    postings = _Postings()
    lengths = []
    for number, entry in enumerate(ordered):
        at = {
            f"#{topics[topic]}": p for topic, p in _topic_places(entry).items() if topic in topics
        }
        length = 0
        for place, words in _places(entry, analyser):
            length += len(words)
            for raw in words:
                places = at.setdefault(readings.stem(raw), [])
                if not places or places[-1] != place:
                    places.append(place)
        for term in sorted(at):
            postings.add(term, number, at[term])
        lengths.append(length)
    terms = tuple(sorted(postings.coded, key=utf16))
    return Index(
        entries=tuple(ordered),
        lengths=tuple(lengths),
        terms=terms,
        postings=tuple(postings.coded[term] for term in terms),
        counts=tuple(postings.counts[term] for term in terms),
        keys=_keys(ordered, terms, postings.counts, readings, analyser),
    )


# ---------------------------------------------------------------- words and where they stand


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a paragraph has at least one."""
    return [text[span.start : span.end] for span in sentence_spans(text)] or [text]


def _places(entry: Entry, analyser: Analyser) -> Iterable[tuple[int, list[str]]]:
    """Every place of an entry with its words, in raw form, without stop words."""

    words = analyser.raw_words
    if entry.ar:
        yield TITLE_AR, words(entry.ar.title)
    if entry.en:
        yield TITLE_EN, words(entry.en.title)
    yield LEAD, words(" ".join(side.lead for side in (entry.ar, entry.en) if side))
    yield KEYWORDS, words(" ".join(entry.keywords))
    place = FIRST_SENTENCE
    for side in (entry.ar, entry.en):
        for text in side.texts if side else ():
            for sentence in sentences(text.text):
                yield place, words(sentence)
                place += 1


def first_places(entry: Entry) -> dict[Spot, int]:
    """The first place of every text of an entry."""
    found = {}
    place = FIRST_SENTENCE
    for language, side in sides(entry):
        for number, text in enumerate(side.texts):
            found[language, number] = place
            place += len(sentences(text.text))
    return found


def _topic_places(entry: Entry) -> dict[str, list[int]]:
    """Topic -> the first places of the paragraphs that name it."""
    firsts = first_places(entry)
    titles = {"ar": TITLE_AR, "en": TITLE_EN}
    found: dict[str, list[int]] = {}
    for topic, spots in entry.topics.items():
        at = set()
        for tag, number in spots:
            if number == TITLE_TEXT:
                at.add(titles[tag])
            elif number == LEAD_TEXT:
                at.add(LEAD)
            else:
                # A paragraph that is withheld has no place of its own.
                at.add(firsts.get((tag, number), KEYWORDS))
        found[topic] = sorted(at)
    return found


def _readings(entries: Sequence[Entry], analyser: Analyser) -> Readings:
    forms: set[str] = set()
    for entry in entries:
        for _, words in _places(entry, analyser):
            forms.update(words)
    names = {
        token.raw for entry in entries for name in entry.names for token in analyser.tokens(name)
    }
    return Readings(analyser, forms, names)


# ---------------------------------------------------------------- keys


def _keys(
    entries: Sequence[Entry],
    terms: tuple[str, ...],
    counts: Mapping[str, int],
    readings: Readings,
    analyser: Analyser,
) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, term in enumerate(terms):
        for key in _term_keys(term, analyser):
            found[key].add(number)
    number_of = {term: number for number, term in enumerate(terms)}
    for raw in readings.forms:
        number = number_of[readings.stem(raw)]
        for key in _form_keys(raw, readings, analyser):
            found[key].add(number)
    keys = {
        key: sorted(numbers, key=lambda number: (-counts[terms[number]], number))[:_MOST_PER_KEY]
        for key, numbers in found.items()
    }
    names: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for name in entry.names:
            for key in name_keys(analyser, name):
                names[key].add(number)
    keys |= {key: sorted(numbers) for key, numbers in names.items()}
    return {key: tuple(keys[key]) for key in sorted(keys, key=utf16)}


def _term_keys(term: str, analyser: Analyser) -> Iterable[str]:
    """Keys of a term: s its skeleton, r its root skeleton."""
    if skeleton := analyser.skeleton(term):
        yield f"s:{skeleton}"
    if root := analyser.root_skeleton(term):
        yield f"r:{root}"


def _form_keys(raw: str, readings: Readings, analyser: Analyser) -> Iterable[str]:
    """Keys of a form: c another stem of it, f the form itself, p its sound, x its consonants."""
    for stem in readings.doubtful(raw):
        yield f"c:{stem}"
    rest = readings.rest(raw)
    if len(rest) > 3 and not readings.stem(raw).startswith(rest[:4]):
        # A form that does not begin like its stem, «مناجم»: half typed, the stem is not found by it.
        yield f"f:{rest}"
    if is_arabic(rest) and (sound := analyser.phonetic(rest)):
        yield f"p:{sound}"
    if consonants := analyser.consonants(rest):
        yield f"{'x' if is_arabic(rest) else 'y'}:{consonants}"


def sides(entry: Entry) -> tuple[tuple[str, Side], ...]:
    """The languages that an entry has, Arabic first."""
    return tuple((tag, side) for tag, side in (("ar", entry.ar), ("en", entry.en)) if side)
