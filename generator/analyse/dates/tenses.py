"""Which words are verbs, and of which time: by their shape, or because they are known."""

import re

from generator.analyse.dates.context import Context
from generator.analyse.dates.words import DateTables
from generator.analyse.reading import Reading

# «ارتفع», «انخفض», «استقبل», «استضاف» are verbs; their nouns have another alef or end with ه.
_PAST_SHAPES = re.compile("ا(?:ن[^اوي]{3}|[^اولي]ت[^او]{2}|ست[^ا]{3}|ستا[^اوي]|ست[^ا]ا[^اه])")
_PASSIVE = re.compile("[وف]?[يت]\u064f")
_NOUN_SHAPES = re.compile("ت..(?:ي|و).ا?|ت.ا..|.*(?:ه|ات|يا)")  # «تقرير», «تعاون», «تجربة»


def is_future_verb(word: str, tables: DateTables) -> bool:
    """Whether the word is a verb with the future's seen: «سيعقد», «ستبدأ», «وسنرى»."""
    word = word.removeprefix("و")
    if len(word) < 5 or word[:2] not in tables.words.future_prefixes:
        return False
    return not word.startswith(tuple(tables.words.not_future))


def is_passive(reading: Reading, place: int) -> bool:
    """Whether a written damma shows a present: «تُسلّم الجائزة», not «تسلّم منصبه»."""
    span = reading.span(place, place + 1)
    return _PASSIVE.match(reading.text, span.start, span.end) is not None


def is_past(word: str, context: Context) -> bool:
    """Whether the word is a verb in the past, also one of speech."""
    return is_said(word, context) or is_past_word(word, context.tables)


def is_said(word: str, context: Context) -> bool:
    """Whether the word is a verb of speech in the past."""
    return word in context.reporting and not word.removeprefix("و").startswith(("ي", "ت"))


def is_past_word(word: str, tables: DateTables) -> bool:
    """Whether the word is a verb in the past, by its shape or because it is known."""
    if tables.in_group("past_verbs", word) or tables.in_group("past_verbs", _of_object(word)):
        return True
    bare = word[1:] if word[:1] in ("و", "ف") and len(word) > 4 else word
    if bare.startswith("ال") or not tables.words.groups["not_past_verbs"].isdisjoint((word, bare)):
        return False
    if bare.startswith("ي"):
        return False  # «يصوت», «يثبت»
    if len(bare) > 3 and bare.endswith("ت") and not bare.endswith("ات"):
        return len(bare) < 6 or bare[0] in "ات"  # «باتريوت» is none
    plural = len(bare) > 4 and bare.endswith("وا")
    return plural or _PAST_SHAPES.fullmatch(bare) is not None


def _of_object(word: str) -> str:
    """«زارته», «نشرتها» without «ت» and the object."""
    return next((word.removesuffix(end) for end in _OBJECTS if word.endswith(end)), "")


_OBJECTS = ("ته", "تها", "تهم", "تهما")


def is_present(reading: Reading, place: int, tables: DateTables) -> bool:
    """Whether the word is a verb in the present; one with «ت» is one only where a verb may stand."""
    word = reading.words[place]
    joined = word[:1] == "و" or (word[:1] == "ف" and len(word) > 4)
    bare = word[1:] if joined and len(word) > 3 else word
    if len(bare) < 3 or not tables.words.groups["not_present_verbs"].isdisjoint((word, bare)):
        return False
    if bare.startswith("ي"):
        return not bare.startswith(tuple(tables.words.groups["not_present_openings"]))
    if not bare.startswith("ت") or _NOUN_SHAPES.fullmatch(bare):
        return False
    before = reading.word(place - 1)
    opens = place == 0 or not reading.same_sentence(place - 1, place) or not before.isalpha()
    opens = opens or (before.startswith("ال") and len(before) > 4)  # «الدوائر تغلق»
    groups = tables.words.groups
    leads = ("that_clause_words", "will_words", "not_then_words", "relative_words")
    return opens or any(before in groups[name] for name in leads)
