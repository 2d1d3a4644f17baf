"""The section on names: clitics, spellings, what a name is confused with."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.languages.groups import Groups, folded_lists, folded_words
from generator.languages.words import Words, words_of
from generator.text import fold

_GROUPS = (
    "naming_heads", "memorial_heads", "works", "quantities", "whereabouts", "moving", "visiting",
    "place_prepositions", "before_nouns", "publishing", "feminine_words", "of_towns",
    "addressable", "members", "body_people", "whither_words",
    "leading_words", "particles", "verb_markers", "negations", "common_nouns", "acting",
    "before_verbs", "listing", "other_given_names", "name_openings", "name_endings",
    "masculine_words", "not_definite", "sport", "past_with_ta", "short_feminine_verbs",
    "own_words", "himself", "herself", "who_masculine", "who_or_now", "feminine_adjectives",
    "topic_markers", "sisters_of_that", "pronouns", "vocatives", "according_words",
    "member_prepositions", "interview_prepositions", "quoting_prepositions", "meetings",
    "up_to_words", "leaving_words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameWords:
    """What decides whether a run of letters is a topic's name."""

    conjunctions: Words
    prepositions: Words
    article: str
    transliteration: tuple[tuple[str, str], ...]
    larger_names: tuple[str, ...]
    common_words: Words
    commonness: Mapping[str, int]
    """Common word without the article -> in how many ways (1 to 9) it is inflected."""
    common_words_of: Mapping[str, Words]
    """Topic type -> names that are something else than a topic of this type."""
    adjective_names: Words
    verb_names: Words
    homographs_after: Mapping[str, Words]
    homographs_before: Mapping[str, Words]
    """Word -> the words after which, or before which, it is no name."""
    namesakes: Mapping[str, Mapping[str, Words]]
    """Spelling -> topic type -> words of the article that show which is meant."""
    introducers: Mapping[str, Words]
    spellings: tuple[Words, ...]
    designations: tuple[Words, ...]
    """Writings of one name, and of the letters before a weapon's number."""
    not_accusative: Words
    given_names: Words
    groups: Mapping[str, Words]


def read_names(groups: Groups, commonness: Mapping[str, int]) -> NameWords:
    """What decides whether a run of letters is a topic's name."""
    clitics, homographs = groups.section("clitics"), groups.section("homographs")
    namesakes = groups.section("namesakes")
    return NameWords(
        conjunctions=clitics.words("conjunctions"),
        prepositions=clitics.words("prepositions"),
        article=fold(clitics.text("article")),
        transliteration=groups.pairs("transliteration"),
        larger_names=tuple(" ".join(words_of(name)) for name in groups.texts("larger_names")),
        common_words=groups.words("common_words"),
        commonness=commonness,
        common_words_of=folded_lists(groups.lists("common_words_of")),
        adjective_names=groups.words("adjective_names"),
        verb_names=groups.words("verb_names"),
        homographs_after={fold(w): folded_words(e) for w, e in homographs.lists("before").items()},
        homographs_before={fold(w): folded_words(e) for w, e in homographs.lists("after").items()},
        namesakes={
            fold(name): folded_lists(namesakes.lists(name)) for name in groups.keys("namesakes")
        },
        introducers=folded_lists(groups.lists("introducers")),
        spellings=tuple(folded_words(entries) for entries in groups.rows("spellings")),
        designations=tuple(folded_words(entries) for entries in groups.rows("designations")),
        not_accusative=groups.words("not_accusative"),
        given_names=groups.words("given_names"),
        groups={name: groups.words(name) for name in _GROUPS},
    )
