"""The words that the analysis of one language knows, read from its lexicon.yaml.

What groups of words there are, and what they become, is said by section in `sections/`. Sets and
tables hold folded words (see `generator.text.fold`); multi-word entries are `Phrases`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import RuleFileError
from generator.languages.groups import Groups
from generator.languages.sections.conflicts import ConflictWords, read_conflicts
from generator.languages.sections.dates import DateWords, read_dates
from generator.languages.sections.figures import Currency, FigureWords, UnitForm, read_figures
from generator.languages.sections.names import NameWords, read_names
from generator.languages.sections.numbers import NumberWords, read_numbers
from generator.languages.sections.speech import SpeechWords, read_speech
from generator.languages.words import Words
from generator.model import LanguageTag
from generator.rules import Problems, YamlDocument, raise_problems

__all__ = [
    "ConflictWords",
    "Currency",
    "DateWords",
    "FigureWords",
    "Lexicon",
    "NameWords",
    "NumberWords",
    "SpeechWords",
    "UnitForm",
    "Words",
    "read_common_words",
    "read_lexicon",
]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language. Equal, and hashed, by tag and digest of the file alone."""

    tag: LanguageTag
    digest: str
    names: NameWords = field(compare=False)
    dates: DateWords = field(compare=False)
    numbers: NumberWords = field(compare=False)
    figures: FigureWords = field(compare=False)
    conflicts: ConflictWords = field(compare=False)
    speech: SpeechWords = field(compare=False)
    unit_labels: Mapping[str, tuple[str, ...]] = field(compare=False, default_factory=dict)

    def __hash__(self) -> int:
        """Of the digest alone: many caches ask for it, and a text's hash is kept."""
        return hash(self.digest)


def read_lexicon(
    tag: LanguageTag, digest: str, document: YamlDocument, commonness: Mapping[str, int]
) -> Lexicon:
    """The lexicon of a language.

    Raises:
        RuleFileError: groups are unknown or of the wrong shape; all of them at once.
    """
    problems = Problems(document.path)
    groups = Groups(document, problems)
    lexicon = Lexicon(
        tag=tag,
        digest=digest,
        names=read_names(groups, commonness),
        dates=read_dates(groups),
        numbers=read_numbers(groups),
        figures=read_figures(groups),
        conflicts=read_conflicts(groups.section("conflicts")),
        speech=read_speech(groups),
        unit_labels=groups.lists("unit_labels"),
    )
    groups.finish()
    raise_problems(problems.found, RuleFileError)
    return lexicon


def read_common_words(text: str) -> dict[str, int]:
    """Folded common words and in how many ways each is inflected, from `common-words.txt`.

    >>> read_common_words("2 صقر هلال")
    {'صقر': 2, 'هلال': 2}
    """
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: int(number) for number, *words in rows for word in words}
