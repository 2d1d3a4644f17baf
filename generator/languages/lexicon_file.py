"""lexicon.yaml -> Lexicon: every word folded once, every wrong group told with its line."""

from collections.abc import Mapping

from generator.errors import RuleFileError
from generator.languages.groups import Groups
from generator.languages.lexicon import Lexicon
from generator.languages.sections.conflicts import read_conflicts
from generator.languages.sections.dates import read_dates
from generator.languages.sections.figures import read_figures, read_numbers
from generator.languages.sections.names import read_names
from generator.languages.sections.speech import read_speech
from generator.model import LanguageTag
from generator.rules import Problems, YamlDocument, raise_problems


def read_common_words(text: str) -> dict[str, int]:
    """Folded common words and in how many ways each is inflected, from `common-words.txt`.

    >>> read_common_words("2 صقر هلال")
    {'صقر': 2, 'هلال': 2}
    """
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: int(number) for number, *words in rows for word in words}


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
