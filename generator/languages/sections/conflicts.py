"""The section on conflicts: what says that two figures disagree, or that they do not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.languages.groups import Groups
from generator.languages.words import Phrases, Words, phrases


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """What says that two figures are about one thing, that they are not, and that they disagree."""

    themes: Mapping[str, str]
    classes: Mapping[str, str]
    """English name of a counted thing -> the class of things that may stand for it."""
    akin: Mapping[str, str]
    human: frozenset[str]
    contrast: Phrases[str]
    weak_turns: Phrases[str]
    first_clauses: Phrases[str]
    others: Phrases[str]
    other_sources: Words
    papers: Words
    another: Words
    counterparts: Words
    rates: Phrases[str]
    framing: Phrases[str]
    framing_heads: Words
    same: Words
    same_before: Words
    pointing: Words
    counting_verbs: Words
    measuring_verbs: Words
    showing: Words
    kinds: Phrases[str]
    discretion: Words
    change_of_time: Phrases[str]
    rising: Words
    alone: Phrases[str]
    comparing: Phrases[str]
    later: Phrases[str]
    totals: Phrases[str]
    amounting: Words
    parts: Words
    speaking_of: Words
    restricting: Phrases[str]
    excluding: Phrases[str]
    agreeing: Phrases[str]
    own_numbers: Words
    generic: Words
    scopes: Words
    as_for: Words
    measures: Mapping[str, str]
    empty_words: Words


def read_conflicts(groups: Groups) -> ConflictWords:
    """What says that two figures are about one thing, or are not."""

    def listed(key: str) -> Phrases[str]:
        return phrases((phrase, key) for phrase in groups.texts(key))

    return ConflictWords(
        themes=groups.by_value("themes"),
        classes={
            form: name
            for noun, name in sorted(groups.by_value("classes").items())
            for form in _counted_forms(noun)
        },
        akin=groups.by_value("akin"),
        human=frozenset(groups.texts("human")),
        contrast=groups.phrases("contrast"),
        weak_turns=listed("weak_turns"),
        first_clauses=listed("first_clauses"),
        others=listed("others"),
        other_sources=groups.words("other_sources"),
        papers=groups.words("papers"),
        another=groups.words("another"),
        counterparts=groups.words("counterparts"),
        rates=groups.phrases("rates"),
        framing=listed("framing"),
        framing_heads=groups.words("framing_heads"),
        same=groups.words("same"),
        pointing=groups.words("pointing"),
        same_before=groups.words("same_before"),
        counting_verbs=groups.words("counting_verbs"),
        measuring_verbs=groups.words("measuring_verbs"),
        showing=groups.words("showing"),
        kinds=groups.phrases("kinds"),
        discretion=groups.words("discretion"),
        change_of_time=groups.phrases("change_of_time"),
        rising=groups.words("rising"),
        alone=listed("alone"),
        comparing=listed("comparing"),
        later=listed("later"),
        totals=listed("totals"),
        amounting=groups.words("amounting"),
        parts=groups.words("parts"),
        speaking_of=groups.words("speaking_of"),
        restricting=listed("restricting"),
        excluding=listed("excluding"),
        agreeing=listed("agreeing"),
        own_numbers=groups.words("own_numbers"),
        generic=groups.words("generic"),
        scopes=groups.words("scopes"),
        as_for=groups.words("as_for"),
        measures=groups.by_value("measures"),
        empty_words=groups.words("empty_words"),
    )


def _counted_forms(noun: str) -> Iterator[str]:
    """«مركب», «مركبا»; «باخره», «باخرات»; an English name as it is."""
    yield noun
    if noun.isascii():
        return
    if noun.endswith("ه"):
        yield noun[:-1] + "ات"
    elif not noun.endswith(("ا", "ي", "ين", "ون", "ات")):
        yield noun + "ا"
