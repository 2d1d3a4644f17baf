"""The signs after a doubtful name that it is meant, or that its word is."""

from collections.abc import Iterator

from generator.analyse.mentions.candidates import CLOSING, OPENING, Candidate
from generator.analyse.mentions.grammar import acts, begins, is_governed
from generator.analyse.mentions.itself import PLACES
from generator.analyse.mentions.letters import (
    has_article,
    is_accusative,
    is_definite_noun,
    is_feminine_verb,
    is_short_verb,
    is_verb,
    unjoined,
)
from generator.analyse.mentions.uses import FEMININE_TYPES, STOPS, Use, has_owner
from generator.languages.lexicon import NameWords


def signs_after(use: Use, after: str) -> Iterator[str]:
    """The signs in the word after it, or after the quotation marks around it."""
    names = use.names
    if use.topic.type in PLACES and not use.itself.definite and _is_before_place(use):
        yield "place_after"
    if after in STOPS or not after:
        yield "nothing_after"
    elif has_article(after, names) and len(after) > 3:
        yield from _definite_after(use, after)
    elif after in use.lexicon.speech.that_words:
        before = unjoined(use.before)
        if acts(before, use) or is_verb(before, use.names):
            yield "that_after"
    elif after in use.group("own_words"):
        yield "his_words_after"
    elif after in use.group("herself"):
        if use.itself.masculine:
            yield "herself_after"
    elif after in use.group("himself"):
        if use.topic.type in ("place", "outlet"):
            yield "himself_after"
    elif use.word.endswith(("ا", "اء")) and is_accusative(after, use.lexicon):
        yield "accusative_after"
    elif len(after) > 3 and after[0] == "و" and not _begins_with_waw(after, names):
        yield "and_after"
    elif not use.itself.definite and not begins(use) and is_definite_noun(after, names):
        yield "owned_noun_after"  # «مصدر رزقه»
    elif not use.itself.definite and after in names.commonness and not _is_grammar(after, use):
        yield from _noun_after(use)


def _begins_with_waw(word: str, names: NameWords) -> bool:
    """Whether the first letter is the word's own: «وزاري», not «ومدينة»."""
    return word in names.commonness and word[1:] not in names.commonness


def _definite_after(use: Use, after: str) -> Iterator[str]:
    """An adjective with the article, which only a name has that has none, or the word's owner."""
    masculine, place = use.itself.masculine, use.topic.type in PLACES
    if after in use.group("who_masculine"):
        if use.topic.type in ("place", "outlet"):
            yield "who_he_is_after"
        elif use.topic.type == "person":
            yield "who_person_is_after"
    elif after in use.group("who_or_now"):
        return
    elif after.endswith("يه"):
        yield "origin_after" if masculine or not use.itself.definite else "origin_after_feminine"
    elif place and after in use.group("of_towns"):
        if masculine or not use.itself.definite:
            yield "town_adjective_after"
    elif not use.itself.definite:
        if _is_head_adjective(use, after):
            yield "adjective_of_head_after"
        elif has_owner(use):
            yield "owner_after"
    elif use.topic.type == "person":
        yield "object_after_person"
    elif masculine and after.endswith("ي") and use.topic.type == "organization":
        return  # «الأهلي المصري»
    elif masculine or after.endswith("ه") or after in use.group("feminine_adjectives"):
        before = unjoined(use.before)
        owner = before in use.names.commonness and not (
            is_governed(use) or is_verb(before, use.names)
        )
        yield "adjective_after_owner" if owner else "agreeing_adjective_after"


def _is_head_adjective(use: Use, after: str) -> bool:
    """Whether a noun before the name has the adjective: «مستشفى قنا المركزي»; so the name is definite."""
    before = unjoined(use.before)
    headed = before in use.names.commonness and not (is_governed(use) or is_verb(before, use.names))
    stem = after.removeprefix(use.names.article).removesuffix("ي")
    return headed and after.endswith("ي") and use.names.commonness.get(stem, 0) > 2


def _noun_after(use: Use) -> Iterator[str]:
    if use.topic.type == "person":
        if not acts(unjoined(use.before), use):  # «سأل حداد رئيس الحكومة»
            yield "noun_after_person"
    elif is_governed(use) or not has_article(use.reading.word(use.candidate.end + 1), use.names):
        yield "noun_after"
    else:
        yield "noun_and_owner_after"  # «حجة نقص التمويل»


def _is_before_place(use: Use) -> bool:
    """Whether another place follows at once: «بورصة نيويورك»."""
    second: Candidate | None = use.beside.starting.get(use.candidate.end)
    topic = second.name.topic if second and not second.prefix else None
    return topic is not None and topic.type in PLACES


def _is_grammar(word: str, use: Use) -> bool:
    known = any(word in use.group(name) for name in ("whither_words", "leading_words", "particles"))
    return known or len(word) < 3 or is_feminine_verb(word, use.names)


def verb_signs_after(use: Use) -> Iterator[str]:
    """The signs in a verb after it, and in its beginning the sentence."""
    before, after = unjoined(use.before), use.after
    if after in use.group("negations"):
        after = use.reading.word(use.candidate.end + 1)
    if is_feminine_verb(after, use.names) and use.itself.masculine:
        if use.topic.type in FEMININE_TYPES:
            yield "feminine_verb_after"
        elif use.itself.woman:
            yield "her_verb_after"
    if begins(use):
        verb = is_verb(after, use.names) or is_short_verb(after, use.names)
        if verb and not use.itself.definite:
            yield "begins_and_acts"
        elif not use.clitic:
            yield "sentence_begins"
    elif use.topic.type not in PLACES and not use.itself.definite and is_verb(after, use.names):
        subject = (
            is_verb(before, use.names)
            or before in use.lexicon.speech.that_words
            or acts(before, use)
        )
        if not subject:
            yield "clause_after"  # «حداد يفقد بصره»


def following(use: Use) -> str:
    """The word after it, or the one after the quotation mark that closes around it."""
    quoted = use.reading.word(use.candidate.first - 1) in OPENING and use.after in CLOSING
    return use.reading.word(use.candidate.end + 1) if quoted else use.after
