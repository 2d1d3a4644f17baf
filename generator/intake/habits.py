"""What intake knows of outlets: word lists for all of them, and the habits of each, from YAML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from generator.errors import RuleFileError
from generator.languages import load_lexicon
from generator.languages import words as lexicon_words
from generator.model import ARABIC, LineKind
from generator.rules import Fields, Problems, raise_problems, read_yaml

from .phrases import Phrases, key_of

PUBLISHERS = Path(__file__).resolve().parent.parent / "publishers"
COMMON = "_common.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `_common.yaml`, each under its name there, folded for comparing.

    The calendar and the common words come from the lexicon of the language: names of months and
    weekdays have their numbers, the first weekday being Monday.
    """

    agencies: Phrases
    credit_words: Phrases
    caption_starts: Phrases
    picture_starts: Phrases
    noise_lines: Phrases
    noise_starts: Phrases
    tail_starts: Phrases
    tail_labels: Phrases
    tag_markers: Phrases
    related_markers: Phrases
    read_also: Phrases
    link_labels: Phrases
    end_marks: Phrases
    credit_labels: Phrases
    sections: Phrases
    byline_cues: Phrases
    roles: Phrases
    titles: Phrases
    given_names: Phrases
    date_cues: Phrases
    updated_cues: Phrases
    date_words: Phrases
    open_words: Phrases
    open_nouns: Phrases
    reporting_verbs: Phrases
    connectives: Phrases
    continuing_words: Phrases
    interview_words: Phrases
    address_words: Phrases
    question_words: Phrases
    days_before: Phrases
    days_ago: Phrases
    days_now: Phrases
    days_ahead: Phrases
    days_after: Phrases
    waw_words: Phrases
    picture_words: Phrases
    cities: Phrases
    outlets: Phrases
    wires: Phrases
    source_heads: Phrases
    desk_words: Phrases
    signing_desks: Phrases
    event_words: Phrases
    secondary_cues: Phrases
    share_words: Phrases
    networks: Phrases
    author_boxes: Phrases
    writing_cues: Phrases
    definite_names: Phrases
    own_words: Phrases
    months: Mapping[str, int]
    hijri_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    commonness: Mapping[str, int]
    """Common word without the article -> in how many ways (1 to 9) it is inflected."""
    date_names: frozenset[str]
    """Every word of the names of months and weekdays."""
    date_tokens: frozenset[str]
    """Every word that a line may hold that is only a date."""


DERIVED = ("months", "hijri_months", "weekdays", "commonness", "date_names", "date_tokens")
DATE_LISTS = ("date_cues", "updated_cues", "date_words", "days_now", "days_ago")
LATIN_MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may", "may"),
    ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep"), ("october", "oct"),
    ("november", "nov"), ("december", "dec"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Habit:
    """A line that is (or begins with) the text is of this kind."""

    text: str
    kind: LineKind


@dataclass(frozen=True, slots=True)
class BoxHabit:
    """Lines from one that opens with `opening` and ends in `closing`, to one that ends in `end`."""

    opening: str
    closing: str
    end: str
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Publisher:
    """The habits of one outlet; its texts are folded."""

    name: str
    domains: tuple[str, ...] = ()
    lines: tuple[Habit, ...] = ()
    starts: tuple[Habit, ...] = ()
    boxes: tuple[BoxHabit, ...] = ()
    credits: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeRules:
    """All that intake knows before it sees a file."""

    words: Words
    publishers: tuple[Publisher, ...]
    lines: tuple[Habit, ...]
    starts: tuple[Habit, ...]
    boxes: tuple[BoxHabit, ...]
    sources: Phrases
    """Agencies and outlets that captions, datelines and agency slugs name."""

    @staticmethod
    def of(words: Words, publishers: tuple[Publisher, ...] = ()) -> "IntakeRules":
        """The rules, with the habits of all publishers put together."""
        own = (text for each in publishers for text in (*each.credits, *each.datelines))
        return IntakeRules(
            words,
            publishers,
            lines=tuple(habit for each in publishers for habit in each.lines),
            starts=tuple(habit for each in publishers for habit in each.starts),
            boxes=tuple(habit for each in publishers for habit in each.boxes),
            sources=Phrases.of((*words.agencies.phrases, *own)),
        )

    def publisher_of(self, domain: str) -> str | None:
        """The name of the outlet whose pages stand under the domain."""
        for publisher in self.publishers:
            if any(domain == own or domain.endswith(f".{own}") for own in publisher.domains):
                return publisher.name
        return None


def load_intake_rules(folder: Path = PUBLISHERS) -> IntakeRules:
    """The rules of all files in the folder.

    Raises:
        RuleFileError: every problem of every file.
    """
    problems: list[Problems] = []
    common = _open(folder / COMMON, problems)
    names = (each.name for each in fields(Words) if each.name not in DERIVED)
    lists = {name: _phrases(common, name) for name in names}
    common.finish()
    lexicon = load_lexicon(ARABIC)
    dates = lexicon.dates
    months, hijri_months = _flat(dates.months), _flat(dates.hijri_months)
    named = frozenset(
        token for name in (*months, *hijri_months, *dates.weekdays) for token in name.split(" ")
    )
    latin = {name: number for number, each in enumerate(LATIN_MONTHS, 1) for name in each}
    listed = (key for name in DATE_LISTS for key in lists[name].phrases)
    words = Words(
        **lists,
        months={**months, **latin},
        hijri_months=hijri_months,
        weekdays=dates.weekdays,
        commonness=lexicon.names.commonness,
        date_names=named | frozenset(latin),
        date_tokens=named.union(latin, (token for key in listed for token in key.split(" "))),
    )
    publishers = tuple(
        _publisher(_open(path, problems))
        for path in sorted(folder.glob("*.yaml"))
        if path.name != COMMON
    )
    raise_problems((found for each in problems for found in each.found), RuleFileError)
    return IntakeRules.of(words, publishers)


def _open(path: Path, problems: list[Problems]) -> Fields:
    # The folder's own name keeps messages free of where the package happens to be installed.
    each = Problems(f"{path.parent.name}/{path.name}")
    problems.append(each)
    return Fields(read_yaml(path.read_text(encoding="utf-8"), each), each)


def _phrases(common: Fields, name: str) -> Phrases:
    if not common.filled(name):
        common.error(None, f"The list «{name}» is missing.", f"Add «{name}:» with its words.")
    return Phrases.of(common.texts(name))


def _flat(table: lexicon_words.Phrases[int]) -> dict[str, int]:
    """The lexicon's table of phrases with each phrase as one text."""
    return {
        " ".join((first, *rest)): number for first, rows in table.items() for rest, number in rows
    }


def _publisher(habits: Fields) -> Publisher:
    publisher = Publisher(
        name=habits.required_text("name"),
        domains=habits.texts("domains"),
        lines=tuple(_habits(habits, "lines")),
        starts=tuple(_habits(habits, "starts")),
        boxes=tuple(_box(each) for each in habits.sections("boxes")),
        credits=tuple(_names(habits, "credits")),
        datelines=tuple(_names(habits, "datelines")),
    )
    habits.finish()
    return publisher


def _habits(habits: Fields, name: str) -> Iterable[Habit]:
    for each in habits.sections(name):
        yield Habit(_key(each, "text"), _kind(each))
        each.required_text("sample")
        each.finish()


def _names(habits: Fields, name: str) -> Iterable[str]:
    for each in habits.sections(name):
        yield _key(each, "text")
        each.required_text("sample")
        each.finish()


def _box(each: Fields) -> BoxHabit:
    box = BoxHabit(_key(each, "from"), _key(each, "with"), _key(each, "to"), _kind(each))
    each.required_text("sample")
    each.finish()
    return box


def _kind(each: Fields) -> LineKind:
    return each.required_choice("kind", LineKind) or LineKind.NOISE_MARKER


def _key(each: Fields, name: str) -> str:
    """The folded text; one that folds to nothing would match every line and is refused."""
    text = each.required_text(name)
    key = key_of(text)
    if text and not key:
        each.error(name, f"«{text}» has no letter to compare.", "Write the words of the line.")
    return key
