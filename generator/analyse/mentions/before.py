"""The signs before a doubtful name that it is meant, or that its word is."""

from collections.abc import Iterator

from generator.analyse.mentions.candidates import OPENING
from generator.analyse.mentions.grammar import acts, is_meeting
from generator.analyse.mentions.itself import NONE, PLACES
from generator.analyse.mentions.letters import (
    has_adjective_letters,
    has_article,
    is_definite,
    is_definite_noun,
    is_feminine_noun,
    is_feminine_verb,
    is_short_verb,
    is_verb,
    one_of,
)
from generator.analyse.mentions.uses import FEMININE_TYPES, STOPS, Use


def joined_signs(use: Use) -> Iterator[str]:
    """The signs in the letters joined to it."""
    last = use.clitic[-1:]
    if last == "و":
        yield "joined_and"
    elif last == "ف":
        yield "joined_so"
    elif last == "ك":
        yield "joined_like"
    elif last == "ب" and use.topic.type not in PLACES:
        yield "thing_joined_by"
    if last and use.names.commonness.get(use.reading.words[use.candidate.first], 0) > 1:
        yield "whole_word"  # «باب» is not «بـ» and «إب»


def signs_before(use: Use, before: str) -> Iterator[str]:
    """The signs in a preposition, a noun or a particle; `before` has no conjunction."""
    kind = "place" if use.topic.type in PLACES else use.topic.type
    if kind == "organization" and before in use.group("body_people"):
        yield "member_of"
    if use.itself.definite and _is_inside_name(use, before):
        yield "inside_a_name"
    if use.before in use.group("verb_markers"):
        yield "after_verb_marker"
    elif before in use.group("whither_words") or before in use.group("leading_words"):
        yield from _after_preposition(use, before, kind)
    elif acts(before, use):
        return
    elif is_definite_noun(before, use.names) or is_definite(before, use.lexicon):
        if kind != "person" or not _is_title(before, use):
            yield from _after_definite(use, before)
    elif not use.itself.definite:
        yield from _before_indefinite(use, before, kind)


def _is_inside_name(use: Use, before: str) -> bool:
    """Whether it ends a longer proper name: «حي باب الوادي»."""
    names, first = use.names, use.candidate.first
    head = use.reading.word(first - 2) in names.introducers["place"]
    noun = before in names.commonness and not is_definite(before, use.lexicon)
    return head and noun and first not in use.beside.ending


def _after_definite(use: Use, before: str) -> Iterator[str]:
    if use.itself.definite:
        yield "agreeing_noun_before" if _agrees(use, before) else "definite_before"
    elif use.itself.adjectival:
        yield "is_predicate"  # «النواب صادقون»


def _agrees(use: Use, before: str) -> bool:
    """Whether it may be the adjective of the definite noun before it: «النهر العاصي»."""
    stem = use.word.removeprefix(use.names.article)
    alike = is_feminine_noun(before) == stem.endswith(("ه", "اء"))
    return alike and has_adjective_letters(stem)


def _after_preposition(use: Use, before: str, kind: str) -> Iterator[str]:
    inside = before in use.group("whither_words")
    if kind == "place":
        often = use.itself.mostly_word  # «في السلام»
        yield ("often_after_in" if often else "after_in") if inside else "after_preposition"
    elif kind != "outlet":
        yield "thing_after_in" if inside else "thing_after_preposition"
        if before in use.group("member_prepositions") and _has_members(use):
            yield "member_of"
    elif before in use.group("interview_prepositions") and _is_interview(use):
        yield "interviewed_by"
    elif before not in use.group("quoting_prepositions"):
        yield "outlet_after_preposition"


def _is_interview(use: Use) -> bool:
    first, interviews = use.candidate.first, use.lexicon.speech.interviews
    before = (use.reading.word(index) for index in (first - 2, first - 3))
    return any(one_of(word, interviews, use.lexicon) for word in before)


def _has_members(use: Use) -> bool:
    first, members = use.candidate.first, use.group("members")
    before = (use.reading.word(first - 2), use.reading.word(first - 3))
    return any(one_of(word, members, use.lexicon) for word in before)


def _before_indefinite(use: Use, before: str, kind: str) -> Iterator[str]:
    """What stands before a name without the article; no indefinite noun begins a sentence so."""
    names = use.names
    if before in use.group("topic_markers"):
        yield "after_topic_marker"
    elif before in use.lexicon.speech.that_words or before in use.group("sisters_of_that"):
        accusative = use.word.endswith("ا") and use.word[:-1] in names.commonness
        if before.endswith(("ن", "ل")) and not accusative and not has_article(use.after, names):
            yield "after_that"
        elif not before.endswith(("ن", "ل")):
            yield "is_predicate"  # «لأنه أمين»
    elif before in use.group("pronouns"):
        yield "is_predicate"
    elif before in use.group("vocatives"):
        yield "called"
    elif _describes(use, before):
        yield "adjective_of_noun"
    elif kind not in ("person", "weapon") and before in names.commonness:
        yield "noun_before"


def _describes(use: Use, before: str) -> bool:
    """Whether it may be the adjective of an indefinite noun: «مدرسة حديثة», «عمل شريف»."""
    quoted = use.reading.word(use.candidate.first - 1) in OPENING
    if quoted or not use.itself.adjectival:
        return False
    noun = next((part for part in (before, before[1:]) if part in use.names.commonness), "")
    if len(noun) < 3 or noun in use.group("particles") or _is_head(noun, use):
        return False
    return is_feminine_noun(noun) == use.word.endswith("ه")


def _is_head(noun: str, use: Use) -> bool:
    heads = use.names.introducers.get(use.topic.type, NONE)
    return noun in heads or noun in use.group("whereabouts") or noun in use.group("acting")


def _is_title(word: str, use: Use) -> bool:
    return one_of(word, use.names.introducers["person"], use.lexicon)


def verb_signs_before(use: Use, before: str) -> Iterator[str]:
    """The signs in a verb before it."""
    kind, speech = use.topic.type, use.lexicon.speech
    feminine = is_feminine_verb(before, use.names) or is_short_verb(before, use.names)
    if feminine and use.itself.woman and use.itself.masculine:
        yield "her_verb_before"
    if feminine and kind in FEMININE_TYPES and use.itself.masculine:
        yield "feminine_verb_before"
    if before in speech.speech or before in speech.claim:
        if kind == "person":
            yield "person_speaks"
        elif kind in PLACES and is_verb(before, use.names):
            yield "place_speaks"  # «يحذر الغرب»; directions do not warn
        elif (
            kind == "organization" and use.itself.definite and not has_article(use.after, use.names)
        ):
            yield "body_speaks"
        elif kind == "outlet" and not feminine:
            yield "outlet_speaks_as_man"
    if (kind in ("outlet", "organization") and before in use.group("publishing")) or (
        kind == "organization" and feminine and before in use.group("acting")
    ):
        yield "publishes"
    told = before.endswith(tuple(use.group("according_words"))) and use.after in STOPS
    if kind == "outlet" and told and not use.itself.mostly_word:
        yield "interviewed_by"
    if kind == "person" and is_meeting(before, use):
        yield "person_met"
