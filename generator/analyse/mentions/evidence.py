"""What stands beside a doubtful name, weighed for and against the name being meant.

Every sign that is found adds its weight; above nothing, the name is meant. The weights are the log odds
of a regression towards values that were set by hand, on the articles in `tests/eval/open` and the cases
in `tests/fixtures/analyse`, rounded to a quarter.
"""

from collections.abc import Callable, Iterator, Mapping

import re
from generator.analyse.mentions.candidates import CLOSING, OPENING, Candidate
from generator.analyse.mentions.homographs import RULES, is_broken_plural
from generator.analyse.mentions.uses import (
    NONE,
    PLACES,
    STOPS,
    Use,
    commonness,
    has_article,
    has_owner,
    is_definite_noun,
    mostly_name,
    mostly_word,
    one_of,
)

WEIGHTS: Mapping[str, float] = {
    # what the name is by itself
    "country": 1.0,
    "place": 0.5,
    "person": -0.5,
    "organization": 0.0,
    "outlet": -0.75,
    "weapon": -0.75,
    "mostly_word": -0.75,
    "seldom_word": 0.75,
    "definite": 0.25,
    "bare": -1.0,
    # before it
    "after_topic_marker": 2.5,
    "after_that": 1.5,
    "member_of": 1.5,
    "after_verb_marker": -5.0,
    "after_in": 1.25,
    "after_preposition": 0.25,
    "thing_after_in": 0.5,
    "thing_after_preposition": 0.25,
    "outlet_after_preposition": -0.75,
    "joined_and": 0.5,
    "joined_so": -0.75,
    "joined_like": -1.0,
    "thing_joined_by": -0.75,
    "feminine_verb_before": 1.25,
    "definite_before": -1.0,
    "noun_before": -0.25,
    "person_speaks": 0.75,
    "person_met": 1.5,
    "body_speaks": 1.0,
    "is_predicate": -1.5,
    "called": 1.0,
    "whole_word": -2.5,
    "adjective_of_noun": -2.0,
    "context_word": 3.0,
    "outlet_speaks_as_man": -0.75,
    "publishes": 0.75,
    "sentence_begins": -0.75,
    # after it
    "feminine_verb_after": 1.5,
    "begins_and_acts": 3.0,
    "that_after": 1.5,
    "his_words_after": 2.0,
    "who_he_is_after": -3.0,
    "himself_after": -1.5,
    "herself_after": 2.0,
    "origin_after": 2.5,
    "origin_after_feminine": -0.25,
    "town_adjective_after": 1.5,
    "agreeing_adjective_after": -1.0,
    "owner_after": -0.5,
    "place_after": -1.5,
    "noun_after": -0.5,
    "noun_after_person": -1.0,
    "accusative_after": -1.0,
    "clause_after": -1.5,
    "nothing_after": 0.75,
    "and_after": 0.75,
}


# The weight of each way in which the list of common words inflects the name's word.
INFLECTION = -0.15

# The weight of each rule of homographs: where it says yes, where it says no.
RULE_WEIGHTS: Mapping[str, tuple[float, float]] = {
    "_is_elsewhere": (0, -4.0),
    "_is_title": (0, -4.0),
    "_is_introduced": (5.0, -2.5),
    "_is_tabled": (0, -6.0),
    "_is_vocalised": (0, -4.0),
    "_is_counted": (0, -3.0),
    "_is_placed": (2.5, 0),
    "_is_governed": (1.5, 0),
    "_is_subject": (1.5, 0),
    "_modifies": (2.0, -2.75),
    "_is_owned": (0, -1.5),
    "_is_reporting": (1.75, 0),
    "_is_acting": (1.5, 0),
    "_is_quoted": (3.0, 0),
    "_is_playing": (2.25, 0),
}

_IN = frozenset(("في", "الي", "نحو", "قرب"))
_FROM = frozenset(
    ("من", "عن", "علي", "مع", "بين", "عبر", "حتي", "منذ", "بعد", "قبل", "ضد", "حول", "لدي", "خلال")
)
_FUNCTION = (
    _IN
    | _FROM
    | frozenset(
        (
            "ان",
            "او",
            "ثم",
            "بل",
            "لكن",
            "كما",
            "حيث",
            "اذ",
            "لا",
            "لم",
            "لن",
            "ما",
            "قد",
            "هل",
            "عند",
            "هو",
            "هي",
            "هم",
        )
    )
)
_VERB_MARKERS = frozenset(
    (
        "قد",
        "فقد",
        "وقد",
        "لقد",
        "ولقد",
        "سوف",
        "لم",
        "ولم",
        "فلم",
        "لن",
        "ولن",
        "فلن",
        "الذي",
        "التي",
        "الذين",
    )
)
_NEGATIONS = frozenset(("لا", "لم", "لن", "قد", "سوف", "ما"))
_PRONOUNS = frozenset(
    ("هو", "هي", "هم", "انه", "انها", "لانه", "لانها", "كانه", "كانها", "لكنه", "لكنها")
)
_TOPIC_MARKERS = frozenset(("اما",))


def signs(use: Use) -> Iterator[str]:
    """The names of the signs found beside a name."""
    for group in (_of_itself, _before, _joined, _verbs, _after):
        yield from group(use)


def weigh(use: Use) -> float:
    """The weight of everything that its neighbours say for the name, less what they say against it."""
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
        yield "definite"
    if use.candidate.name.bare:
        yield "bare"
    if use.topic.context:
        yield "context_word"  # else it were no candidate


def _before(use: Use) -> Iterator[str]:
    if use.clitic:
        return
    before = _unjoined(use.before)
    place, outlet = use.topic.type in PLACES, use.topic.type == "outlet"
    if use.before in _VERB_MARKERS:
        yield "after_verb_marker"
    elif before in _TOPIC_MARKERS:
        if not use.definite:
            yield "after_topic_marker"
    elif before in use.lexicon.speech.that_words:
        marked = use.word.endswith("ا") and use.word[:-1] in use.names.commonness
        if not use.definite and not marked and not has_article(use.after, use.names):
            yield "after_that"
    elif before in _IN or before in _FROM:
        if not place and before in ("في", "عن") and _has_members(use):
            yield "member_of"
    if before in _IN:
        yield "after_in" if place else "outlet_after_preposition" if outlet else "thing_after_in"
    elif before in _FROM:
        if place:
            yield "after_preposition"
        elif not outlet:
            yield "thing_after_preposition"
        elif before != "عن":
            yield "outlet_after_preposition"
    elif is_definite_noun(before, use.names):
        if use.definite:
            yield "definite_before"
        elif use.adjective and not one_of(before, use.names.introducers["person"], use.lexicon):
            yield "is_predicate"
    elif before in _PRONOUNS and not use.definite:
        yield "is_predicate"
    elif _describes(use, before):
        yield "adjective_of_noun"
    elif before == "يا":
        yield "called"
    elif use.topic.type != "person" and not use.definite and before in use.names.commonness:
        if not _acts(before, use):
            yield "noun_before"


def _has_members(use: Use) -> bool:
    first = use.candidate.first
    return any(use.reading.word(i) in use.group("members") for i in (first - 2, first - 3))


def _describes(use: Use, before: str) -> bool:
    """Whether it may be the adjective of an indefinite noun: «مدرسة حديثة», «عمل شريف»."""
    if use.definite or not (use.adjective or _ADJECTIVE.fullmatch(use.word)):
        return False
    if _acts(before, use) or use.reading.word(use.candidate.first - 1) in OPENING:
        return False
    noun = next((n for n in (before, before[1:]) if n in use.names.commonness), "")
    if len(noun) < 3 or noun in _FUNCTION or _is_head(noun, use):
        return False
    return noun.endswith(("ه", "ات")) == use.word.endswith("ه")


# The letters of «حديثة», «سعيد», «عالية», «صالح», «شرقية», «مالي».
_ADJECTIVE = re.compile("..ي.ه?|.ا..ه?|.{2,}يه")


def _acts(word: str, use: Use) -> bool:
    """Whether the word is a verb that people are the subjects of."""
    speech = use.lexicon.speech
    known = word in speech.speech or word in speech.claim or _is_meeting(word, use)
    return known or word in use.group("acting") or word in use.group("publishing")


def _is_meeting(word: str, use: Use) -> bool:
    return word in use.lexicon.speech.meeting or word.endswith("لقاء")


def _is_head(noun: str, use: Use) -> bool:
    heads = use.names.introducers.get(use.topic.type, NONE)
    return noun in heads or noun in use.group("whereabouts") or noun in use.group("acting")


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
        yield "whole_word"


def begins(use: Use) -> bool:
    """Whether it begins a sentence, or a clause after «و» or «ف»."""
    return use.clitic in ("و", "ف") or (not use.clitic and (use.before in STOPS or not use.before))


def _verbs(use: Use) -> Iterator[str]:
    before, after, speech = _unjoined(use.before), use.after, use.lexicon.speech
    masculine = _is_masculine(use)
    feminine = masculine and use.topic.type in ("place", "country", "outlet", "organization")
    if feminine and not use.clitic and _is_feminine_verb(before):
        yield "feminine_verb_before"
    if after in _NEGATIONS:
        after = use.reading.word(use.candidate.end + 1)
    if feminine and _is_feminine_verb(after):
        yield "feminine_verb_after"
    if begins(use):
        acts = _is_verb(after) or (
            len(after) == 3 and after[0] == "ت" and "ي" + after[1:] in use.names.commonness
        )
        if acts and not use.definite:
            yield "begins_and_acts"
        elif not use.clitic:
            yield "sentence_begins"
    elif use.topic.type not in PLACES and not use.definite and _is_verb(after):
        if not _is_verb(before) and before not in speech.that_words and not _acts(before, use):
            yield "clause_after"
    after = use.after
    reported = before in speech.speech or before in use.group("publishing")
    if after in speech.that_words and (reported or _is_verb(before)):
        yield "that_after"
    if after in ("قوله", "قولها"):
        yield "his_words_after"
    if use.clitic:
        return
    speaks = before in speech.speech or before in speech.claim
    if speaks and use.topic.type == "person":
        yield "person_speaks"
    if (
        speaks
        and use.definite
        and use.topic.type == "organization"
        and not has_article(after, use.names)
    ):
        yield "body_speaks"
    if use.topic.type == "person" and _is_meeting(before, use):
        yield "person_met"
    if speaks and use.topic.type == "outlet" and not _is_feminine_verb(before):
        yield "outlet_speaks_as_man"
    if use.topic.type in ("outlet", "organization") and before in use.group("publishing"):
        yield "publishes"


def _following(use: Use) -> str:
    """The word after it, or the one after the quotation mark that closes around it."""
    quoted = use.reading.word(use.candidate.first - 1) in OPENING and use.after in CLOSING
    return use.reading.word(use.candidate.end + 1) if quoted else use.after


def _after(use: Use) -> Iterator[str]:
    after, names = _following(use), use.names
    masculine, place = _is_masculine(use), use.topic.type in PLACES
    follower = use.beside.starting.get(use.candidate.end)
    if place and not use.definite and _names_place(follower):
        yield "place_after"
    if after in STOPS or not after:
        yield "nothing_after"
    elif after in ("الذي", "الذين"):
        if use.topic.type in ("place", "outlet"):
            yield "who_he_is_after"
    elif after in ("نفسه", "ذاته"):
        if use.topic.type in ("place", "outlet"):
            yield "himself_after"
    elif after in ("نفسها", "ذاتها"):
        if masculine:
            yield "herself_after"
    elif has_article(after, names) and len(after) > 4:
        yield from _definite_after(use, after, masculine, place)
    elif not use.definite and _is_accusative(after, use):
        yield "accusative_after"
    elif len(after) > 3 and after[0] == "و":
        yield "and_after"
    elif not use.definite and after in names.commonness and not _is_grammar(after, use):
        yield "noun_after_person" if use.topic.type == "person" else "noun_after"


def _definite_after(use: Use, after: str, masculine: bool, place: bool) -> Iterator[str]:
    if after.endswith("يه"):
        if masculine or not use.definite:
            yield "origin_after"
        else:
            yield "origin_after_feminine"
    elif place and after in use.group("of_towns") and (masculine or not use.definite):
        yield "town_adjective_after"
    elif not use.definite:
        if has_owner(use):
            yield "owner_after"
    elif after.endswith("ه") or masculine:
        yield "agreeing_adjective_after"


def _names_place(candidate: Candidate | None) -> bool:
    topic = candidate.name.topic if candidate and not candidate.prefix else None
    return topic is not None and topic.type in PLACES


def _is_accusative(word: str, use: Use) -> bool:
    """Whether the word may be an indefinite adjective or its like: «صيدا ثمينا», but not «وحدها»."""
    names = use.names
    if not word.endswith("ا") or word.endswith(("ها", "نا", "ما", "وا")):
        return False
    adverb = word in names.not_accusative or word[:-1] in use.lexicon.dates.groups["day_words"]
    return word[:-1] in names.commonness and not adverb


def _is_grammar(word: str, use: Use) -> bool:
    if word in use.lexicon.speech.that_words:
        return True
    return word in _FUNCTION or len(word) < 3 or _is_feminine_verb(word)


def _unjoined(word: str) -> str:
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def _is_masculine(use: Use) -> bool:
    """Whether the word looks masculine, so that only a name of a town or paper is feminine."""
    if use.word.endswith(("ه", "ا", "ء", "ات")) or use.word in use.group("feminine_words"):
        return False
    return not is_broken_plural(use.word, use.lexicon)


def _is_feminine_verb(word: str) -> bool:
    """Whether the word has the letters of «نشرت» or «تنشر»; «تقرير» has those of a noun."""
    if len(word) < 4:
        return word in ("دعت", "نفت", "رات", "بدت")
    if word.endswith("ت"):
        return not word.endswith("ات") and "ال" not in word[:3]
    present = word.removeprefix("س")
    noun = len(present) == 5 and present[3] == "ي"
    return (
        present.startswith("ت")
        and len(present) > 3
        and not noun
        and not present.endswith(("ه", "ا"))
    )


def _is_verb(word: str) -> bool:
    """The same, or «ينشر»."""
    present = word.removeprefix("س")
    masculine = len(present) > 2 and present.startswith("ي") and not present.endswith("يه")
    return masculine or _is_feminine_verb(word)
