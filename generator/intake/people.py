"""Names of persons, as bylines write them."""

import re

from .habits import IntakeRules, Words
from .phrases import key_of

NAME_WORDS = 5
PART_WORDS = 6
COMMONEST = 5
"""Ways of inflection from which a word is more often a word than a name."""

SPLIT = re.compile(
    r"\s{0,3}[|/،,•·+]\s{0,3}|\s{1,3}\u0640\s{1,3}|\s{1,3}[-–—]\s{0,3}|\s{0,3}[-–—]\s{1,3}|:\s{1,3}|:$|\s{0,3}\(|\)\s{0,3}"
)
NAME = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]*)?(?: [^\W\d_]+(?:['’.\-][^\W\d_]*)?){1,4}\.?")
# "المرعي", "أبو الهيجا", "بن سالم": a family, as opposed to "شباك الفجر".
FAMILY = re.compile(r"\sال[^\W\d_]{2,8}ي$|\s(?:أبو|ابو|بن|بنت|ابن|ولد|آل|بو|أيت|آيت|ايت|عبد)\s")
LATIN_NAME = re.compile(r"[A-Z][\w'’.\-]+(?: [A-Z][\w'’.\-]+){1,3}")


def parts_of(text: str) -> list[str]:
    """The parts of a line between dashes, bars, slashes, commas and brackets."""
    return [part for each in SPLIT.split(text) if each and (part := each.strip(" .:،*"))]


def person_parts(text: str, rules: IntakeRules) -> list[str]:
    """The parts that are a person's name, when the line has no part as long as a sentence."""
    parts = parts_of(text)
    if any(part.count(" ") >= PART_WORDS for part in parts):
        return []
    named = [part for part in parts if NAME.fullmatch(part) and is_name(key_of(part), rules.words)]
    named = [part for part in named if key_of(part) not in rules.words.cities]  # «إسلام آباد»
    return named or _beside_city(parts, rules) or _abroad(parts, rules)


def _abroad(parts: list[str], rules: IntakeRules) -> list[str]:
    """Of a place and a person abroad, both in no list, the person: «بريدجتاون - غريس ألين»."""
    place, person = (parts[0], parts[-1]) if len(parts) in (2, 3) else ("", "")
    if not 2 <= len(person.split()) <= 3 or len(place.split()) > 2 or not NAME.fullmatch(person):
        return []
    where, who = key_of(place).split(" "), key_of(person).split(" ")
    words = rules.words
    plain = (token in words.open_words or token in words.desk_words for token in (*where, *who))
    known = key_of(place) in rules.sources or key_of(person) in rules.sources
    # A family name may be an Arabic word; a town and a first name of abroad seldom are.
    foreign = not any(commonness(token, words) for token in (*where, who[0]))
    return [person] if foreign and not known and not any(plain) else []


def _beside_city(parts: list[str], rules: IntakeRules) -> list[str]:
    """Of two parts, one a city, the other: who writes from there, under a name no list has."""
    others = [part for part in parts if key_of(part) not in rules.words.cities]
    if len(parts) != 2 or len(others) != 1 or key_of(others[0]) in rules.sources:
        return []
    longest = 3 if FAMILY.search(others[0]) else 2
    plain = NAME.fullmatch(others[0]) and 1 <= others[0].count(" ") <= longest
    definite = others[0].startswith("ال") and first_of(others[0]) not in rules.words.definite_names
    return others if plain and not definite else []


def first_of(text: str) -> str:
    """The key of the text's first word."""
    return key_of(text.split(" ", 1)[0])


def is_name(key: str, words: Words) -> bool:
    """Whether the key has two to five words, the first of them a known first name."""
    tokens = [token for token in key.split(" ") if token not in words.titles]
    if not 2 <= len(tokens) <= NAME_WORDS or tokens[0] not in words.given_names:
        return False
    if is_phrase(tokens, words):
        return False
    # «علي» is written like a preposition once it is folded.
    return not any(
        (token in words.open_words and token not in words.given_names)
        or token in words.reporting_verbs
        for token in tokens[1:]
    )


def is_phrase(tokens: list[str], words: Words) -> bool:
    """Whether all words are among the commonest of the language: «new hope», whatever girls are called."""
    common = (commonness(token, words) >= COMMONEST for token in tokens)
    return all(common) and not any(token in words.given_names for token in tokens[1:])


def commonness(token: str, words: Words) -> int:
    """In how many ways a common word is inflected; 0 for a word that is none."""
    return words.commonness.get(token.removeprefix("ال"), 0)
