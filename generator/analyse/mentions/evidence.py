"""The signs beside a doubtful name that it is meant, or that its word is; each has its weight."""

import re
from collections.abc import Iterator

from generator.analyse.mentions.candidates import CLOSING, OPENING, Candidate
from generator.analyse.mentions.homographs import RULES
from generator.analyse.mentions.letters import (
    is_accusative,
    is_definite_noun,
    is_feminine_noun,
    is_feminine_verb,
    is_masculine,
    is_short_verb,
    is_verb,
    unjoined,
)
from generator.analyse.mentions.uses import (
    NONE,
    PLACES,
    STOPS,
    Use,
    commonness,
    has_article,
    has_owner,
    is_definite,
    mostly_name,
    mostly_word,
    one_of,
)
from generator.analyse.mentions.weights import INFLECTION, RULE_WEIGHTS, WEIGHTS

# The letters of «حديثة», «سعيد», «عالية», «صالح», «شرقية», «أبيض», «زرقاء».
_ADJECTIVE = re.compile("..ي.ه?|.ا..ه?|.{2,}يه|ا...|..[^و]اء|م..و.ه?|.ا..[وي]ن")
# Towns, countries, papers and bodies are feminine, whatever their names look like.
_FEMININE_TYPES = PLACES | {"outlet", "organization"}


def signs(use: Use) -> Iterator[str]:
    """The names of the signs found beside a name."""
    yield from _of_itself(use)
    yield from _joined(use)
    if not use.clitic:
        yield from _before(use, unjoined(use.before))
        yield from _verb_before(use, unjoined(use.before))
    yield from _verb_after(use)
    yield from _after(use, _following(use))


def weigh(use: Use) -> float:
    """The weight of what the neighbours say for the name, less what they say against it."""
    total = sum(WEIGHTS[sign] for sign in signs(use))
    total += INFLECTION * commonness(use.topic, use.word, use.names)
    for rule in RULES:
        answer = rule(use)
        if answer is not None:
            total += RULE_WEIGHTS[rule.__name__][0 if answer else 1]
    return total


def is_common(use: Use) -> bool:
    """Whether the name is a common word too."""
    listed = commonness(use.topic, use.word, use.names) > 0 or mostly_name(use.word, use.names)
    return listed or mostly_word(use.topic, use.word, use.lexicon)


def _of_itself(use: Use) -> Iterator[str]:
    if use.topic.type in WEIGHTS:
        yield use.topic.type
    if mostly_word(use.topic, use.word, use.lexicon):
        yield "mostly_word"
    elif not mostly_name(use.word, use.names) and commonness(use.topic, use.word, use.names) < 2:
        yield "seldom_word"
    if use.definite:
        yield "definite_person" if use.topic.type == "person" else "definite"
    if use.candidate.name.bare:
        yield "bare"


# ---------------------------------------------------------------- before it


def _joined(use: Use) -> Iterator[str]:
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


def _before(use: Use, before: str) -> Iterator[str]:
    kind = "place" if use.topic.type in PLACES else use.topic.type
    if use.before in use.group("verb_markers"):
        yield "after_verb_marker"
    elif before in use.group("whither_words") or before in use.group("leading_words"):
        yield from _after_preposition(use, before, kind)
    elif _acts(before, use):
        return
    elif is_definite_noun(before, use.names) or is_definite(before, use.lexicon):
        if kind != "person" or not _is_title(before, use):
            yield from _after_definite(use, before)
    elif not use.definite:
        yield from _before_indefinite(use, before, kind)


def _after_definite(use: Use, before: str) -> Iterator[str]:
    if use.definite:
        yield "agreeing_noun_before" if _agrees(use, before) else "definite_before"
    elif _looks_adjective(use):
        yield "is_predicate"  # «النواب صادقون»


def _after_preposition(use: Use, before: str, kind: str) -> Iterator[str]:
    inside = before in use.group("whither_words")
    if kind == "place":
        yield "after_in" if inside else "after_preposition"
    elif kind != "outlet":
        yield "thing_after_in" if inside else "thing_after_preposition"
        if before in ("في", "عن") and _has_members(use):
            yield "member_of"
    elif before != "عن":
        yield "outlet_after_preposition"


def _has_members(use: Use) -> bool:
    first, members = use.candidate.first, use.group("members")
    before = (use.reading.word(first - 2), use.reading.word(first - 3))
    return any(one_of(word, members, use.lexicon) for word in before)


def _before_indefinite(use: Use, before: str, kind: str) -> Iterator[str]:
    """What stands before a name without the article; no indefinite noun begins a sentence so."""
    names = use.names
    if before == "اما":
        yield "after_topic_marker"
    elif before in use.lexicon.speech.that_words or before in ("لكن", "لعل"):
        accusative = use.word.endswith("ا") and use.word[:-1] in names.commonness
        if before.endswith(("ن", "ل")) and not accusative and not has_article(use.after, names):
            yield "after_that"
        elif not before.endswith(("ن", "ل")):
            yield "is_predicate"  # «لأنه أمين»
    elif before in ("هو", "هي", "هم"):
        yield "is_predicate"
    elif before == "يا":
        yield "called"
    elif _describes(use, before):
        yield "adjective_of_noun"
    elif kind not in ("person", "weapon") and before in names.commonness:
        yield "noun_before"


def _agrees(use: Use, before: str) -> bool:
    """Whether it may be the adjective of the definite noun before it: «النهر العاصي»."""
    stem = use.word.removeprefix(use.names.article)
    alike = is_feminine_noun(before) == stem.endswith(("ه", "اء"))
    return alike and _ADJECTIVE.fullmatch(stem) is not None


def _looks_adjective(use: Use) -> bool:
    return use.adjective or _ADJECTIVE.fullmatch(use.word) is not None


def _is_title(word: str, use: Use) -> bool:
    return one_of(word, use.names.introducers["person"], use.lexicon)


def _describes(use: Use, before: str) -> bool:
    """Whether it may be the adjective of an indefinite noun: «مدرسة حديثة», «عمل شريف»."""
    quoted = use.reading.word(use.candidate.first - 1) in OPENING
    if quoted or not _looks_adjective(use):
        return False
    noun = next((part for part in (before, before[1:]) if part in use.names.commonness), "")
    if len(noun) < 3 or noun in use.group("particles") or _is_head(noun, use):
        return False
    return is_feminine_noun(noun) == use.word.endswith("ه")


def _is_head(noun: str, use: Use) -> bool:
    heads = use.names.introducers.get(use.topic.type, NONE)
    return noun in heads or noun in use.group("whereabouts") or noun in use.group("acting")


# ---------------------------------------------------------------- verbs


def _acts(word: str, use: Use) -> bool:
    """Whether the word is a verb that people are the subjects of."""
    speech = use.lexicon.speech
    known = word in speech.speech or word in speech.claim or _is_meeting(word, use)
    return known or word in use.group("acting") or word in use.group("publishing")


def _is_meeting(word: str, use: Use) -> bool:
    return word in use.lexicon.speech.meeting or word.endswith("لقاء")


def _verb_before(use: Use, before: str) -> Iterator[str]:
    kind, speech = use.topic.type, use.lexicon.speech
    feminine = is_feminine_verb(before) or is_short_verb(before, use.names)
    if feminine and kind in _FEMININE_TYPES and is_masculine(use):
        yield "feminine_verb_before"
    if before in speech.speech or before in speech.claim:
        if kind == "person":
            yield "person_speaks"
        elif kind == "organization" and use.definite and not has_article(use.after, use.names):
            yield "body_speaks"
        elif kind == "outlet" and not feminine:
            yield "outlet_speaks_as_man"
    if kind in ("outlet", "organization") and before in use.group("publishing"):
        yield "publishes"
    if kind == "person" and _is_meeting(before, use):
        yield "person_met"


def _verb_after(use: Use) -> Iterator[str]:
    before, after = unjoined(use.before), use.after
    if after in use.group("negations"):
        after = use.reading.word(use.candidate.end + 1)
    if is_feminine_verb(after) and use.topic.type in _FEMININE_TYPES and is_masculine(use):
        yield "feminine_verb_after"
    if begins(use):
        acts = not use.definite and (is_verb(after) or is_short_verb(after, use.names))
        if acts:
            yield "begins_and_acts"
        elif not use.clitic:
            yield "sentence_begins"
    elif use.topic.type not in PLACES and not use.definite and is_verb(after):
        subject = is_verb(before) or before in use.lexicon.speech.that_words or _acts(before, use)
        if not subject:
            yield "clause_after"  # «حداد يفقد بصره»


def begins(use: Use) -> bool:
    """Whether it begins a sentence, or a clause after «و» or «ف»."""
    return use.clitic in ("و", "ف") or (not use.clitic and (use.before in STOPS or not use.before))


# ---------------------------------------------------------------- after it


def _following(use: Use) -> str:
    """The word after it, or the one after the quotation mark that closes around it."""
    quoted = use.reading.word(use.candidate.first - 1) in OPENING and use.after in CLOSING
    return use.reading.word(use.candidate.end + 1) if quoted else use.after


def _after(use: Use, after: str) -> Iterator[str]:
    names = use.names
    if use.topic.type in PLACES and not use.definite and _is_before_place(use):
        yield "place_after"
    if after in STOPS or not after:
        yield "nothing_after"
    elif has_article(after, names) and len(after) > 3:
        yield from _definite_after(use, after)
    elif after in use.lexicon.speech.that_words:
        before = unjoined(use.before)
        if _acts(before, use) or is_verb(before):
            yield "that_after"
    elif after in ("قوله", "قولها"):
        yield "his_words_after"
    elif after in ("نفسها", "ذاتها"):
        if is_masculine(use):
            yield "herself_after"
    elif after in ("نفسه", "ذاته"):
        if use.topic.type in ("place", "outlet"):
            yield "himself_after"
    elif not use.definite and is_accusative(after, use):
        yield "accusative_after"
    elif len(after) > 3 and after[0] == "و":
        yield "and_after"
    elif not use.definite and after in names.commonness and not _is_grammar(after, use):
        yield from _noun_after(use)


def _noun_after(use: Use) -> Iterator[str]:
    if use.topic.type == "person":
        if not _acts(unjoined(use.before), use):  # «سأل حداد رئيس الحكومة»
            yield "noun_after_person"
    elif _is_governed(use) or not has_article(use.reading.word(use.candidate.end + 1), use.names):
        yield "noun_after"
    else:
        yield "noun_and_owner_after"  # «حجة نقص التمويل»


def _is_governed(use: Use) -> bool:
    before = unjoined(use.before)
    leads = before in use.group("whither_words") or before in use.group("leading_words")
    return bool(use.clitic) or leads


def _definite_after(use: Use, after: str) -> Iterator[str]:
    """An adjective with the article, which only a name has that has none, or the word's owner."""
    masculine, place = is_masculine(use), use.topic.type in PLACES
    if after in ("الذي", "الذين"):
        if use.topic.type in ("place", "outlet"):
            yield "who_he_is_after"
        elif use.topic.type == "person":
            yield "who_person_is_after"
    elif after in ("التي", "الان"):
        return
    elif after.endswith("يه"):
        yield "origin_after" if masculine or not use.definite else "origin_after_feminine"
    elif place and after in use.group("of_towns"):
        if masculine or not use.definite:
            yield "town_adjective_after"
    elif not use.definite:
        if has_owner(use):
            yield "owner_after"
    elif use.topic.type == "person":
        yield "object_after_person"
    elif masculine and after.endswith("ي") and use.topic.type == "organization":
        return  # «الأهلي المصري»
    elif masculine or after.endswith("ه") or after in ("الاولي", "الاخري"):
        before = unjoined(use.before)
        owner = before in use.names.commonness and not (_is_governed(use) or is_verb(before))
        yield "adjective_after_owner" if owner else "agreeing_adjective_after"


def _is_before_place(use: Use) -> bool:
    """Whether another place follows at once: «بورصة نيويورك»."""
    second: Candidate | None = use.beside.starting.get(use.candidate.end)
    topic = second.name.topic if second and not second.prefix else None
    return topic is not None and topic.type in PLACES


def _is_grammar(word: str, use: Use) -> bool:
    known = any(word in use.group(name) for name in ("whither_words", "leading_words", "particles"))
    return known or len(word) < 3 or is_feminine_verb(word)
