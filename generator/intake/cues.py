"""Lines that say who wrote the text: «by …», «our correspondent in …», «source: …», and roles."""

import re

from .habits import IntakeRules, Words
from .lines import Line
from .people import FAMILY, NAME, commonness, is_name, parts_of, person_parts
from .phrases import WORD, key_of

NAME_WORDS = 4
BYLINE_WORDS = 12
ROLE_WORDS = 14

CUE = re.compile(r"^[\W_]{0,3}([^\W\d_]+(?: [^\W\d_]+){0,3})\s*[:/\-–—|\u0640]\s*")
SOURCE = "المصدر "
WHENCE = re.compile(r" (?:من|في)(?: [^\W\d_]+){1,2}$")
# Broken plurals and feminine ones: what sub-headings begin with, and unlisted names do not.
PLURAL = re.compile(r"ا[^\W\d_]{2}ا[^\W\d_]|[^\W\d_]{2}ا[^\W\d_]ي?[^\W\d_]|[^\W\d_]{3,}ات")


def has_cue(line: Line, rules: IntakeRules) -> bool:
    """Whether the line begins with «by» or «written by», and a name follows."""
    if line.words > BYLINE_WORDS or line.is_paragraph:
        return False
    cue = CUE.match(line.text)
    if cue and is_cue(key_of(cue[1]), rules.words):
        return _may_be_writer(line.text[cue.end() :], rules)
    if line.key.startswith(SOURCE) and names_source(line, rules):
        return True
    opening = "من" if line.key.startswith("من ") else rules.words.byline_cues.opening(line.key)
    rest = line.key[len(opening) :].strip()
    if not opening or not rest:
        return False
    if rules.words.signing_desks.opens(rest) and line.words <= NAME_WORDS + 1:
        return True
    if rest.split(" ")[0] in rules.words.desk_words:
        rest = rest.partition(" ")[2]  # «من مبعوثنا محمد علي»
    rest = WHENCE.sub("", rest)
    # Without a colon only a name may follow: "تقرير" and "متابعة" also open titles.
    if is_name(rest, rules.words) or rest.split(" ")[0] in rules.words.titles:
        return True
    sure = opening in rules.words.writing_cues and (
        opening != "كتب" or _is_no_book(rest.split(" "), rules)
    )
    return sure and is_plain_name(after_opening(line.text, rules.words), rules)


def _is_no_book(tokens: list[str], rules: IntakeRules) -> bool:
    """Whether a person «wrote»: «كتب مشاري الخالد», not «كتب نادرة ومخطوطات»."""
    family = len(tokens) in (2, 3) and tokens[-1].startswith("ال")
    return family and commonness(tokens[0], rules.words) < 2 and not tokens[0].startswith("ال")


def is_cue(key: str, words: Words) -> bool:
    """Whether the words before a colon say who wrote: «by», «our correspondent in Oran»."""
    place = re.sub(r"^(?:من|في|ب|الي) ", "", key[len(words.byline_cues.opening(key)) :].strip())
    return key in words.byline_cues or (place != key and place in words.cities)


def names_source(line: Line, rules: IntakeRules) -> bool:
    """Whether «source: …» names the paper's writer, and not an outlet."""
    head, _, rest = line.text.partition(":")
    return key_of(head) == SOURCE.strip() and bool(person_parts(rest.strip(), rules))


def _may_be_writer(text: str, rules: IntakeRules) -> bool:
    """Whether what stands behind «report:» may be who wrote it, and not a title."""
    parts = [key_of(part) for part in parts_of(text)]
    if not parts or len(parts[0].split(" ")) > NAME_WORDS + 1:
        return False
    words = rules.words
    return not any(
        token in words.open_words or token in words.reporting_verbs or token in words.question_words
        for token in parts[0].split(" ")
    ) and not text.rstrip().endswith(("؟", "!"))


def is_plain_name(text: str, rules: IntakeRules) -> bool:
    """Whether every part joined by «and» has two to four plain words."""
    whole = text.strip(" .:*|")
    names = re.split(r"\s+و(?=\S)|\s*[،,]\s*", whole)
    names = names if " " in names[0] else [whole]  # «نجم والي» is one person
    key = key_of(names[0])
    definite = key.startswith("ال") and key.split(" ")[0] not in rules.words.definite_names
    if definite or not NAME.fullmatch(names[0]) or len(text.split()) > BYLINE_WORDS:
        return False
    return is_uncommon(key, rules, sure=True)


def is_uncommon(key: str, rules: IntakeRules, *, sure: bool) -> bool:
    """Whether no word is one of those that names are not made of."""
    words = rules.words
    barred = (words.open_words, words.open_nouns, words.reporting_verbs, words.event_words)
    tokens = key.split(" ")
    if not sure and tokens[0] not in words.given_names and tokens[0] not in words.desk_words:
        common = [bool(commonness(token, words)) for token in tokens]
        if not FAMILY.search(key) and all(common):
            return False
        if PLURAL.fullmatch(tokens[0]) and any(common):
            return False
    return not any(token in each for token in tokens for each in (*barred, words.picture_words))


def is_role(line: Line, rules: IntakeRules) -> bool:
    """Whether the line tells what a writer is, as stands under the name."""
    return (
        line.words <= ROLE_WORDS and rules.words.roles.opens(line.key) and not line.ends_with_stop
    )


def after_opening(text: str, words: Words) -> str:
    """The text behind a cue that has no colon: «بقلم محمد علي»."""
    opening = "من" if text.startswith("من ") else words.byline_cues.opening(key_of(text))
    tokens = [match.end() for match in WORD.finditer(text)]
    count = len(opening.split(" ")) if opening else 0
    rest = key_of(text).split(" ")[count:]
    signing = words.signing_desks.opens(" ".join(rest))
    if opening and rest and rest[0] in words.desk_words and not signing:
        count += 1
    return text[tokens[count - 1] :].strip() if 0 < count < len(tokens) else text
