"""Whether a doubtful name is the word itself by its part in the sentence: adjective, noun, subject."""

from generator.analyse.mentions.candidates import CLOSING, OPENING
from generator.analyse.mentions.itself import PLACES
from generator.analyse.mentions.letters import (
    has_article,
    is_broken_plural,
    is_definite,
    is_definite_noun,
    is_verb,
    one_of,
)
from generator.analyse.mentions.uses import FEMININE, STOPS, Use, has_adjective, has_owner
from generator.languages.lexicon import Words


def is_led_by_preposition(use: Use) -> bool | None:
    """«في ينبع», «إلى مالي»: no verb and no adjective stands after a preposition."""
    joined = use.clitic.removeprefix("و").removeprefix("ف")
    if use.topic.type not in PLACES:
        return None
    if use.itself.verb:
        near = use.before in use.group("place_prepositions")
        near = near and use.before not in use.group("leaving_words")
        return True if (near and not use.clitic) or joined in ("ل", "ب") else None
    if use.itself.adjective:
        near = use.before in use.group("before_nouns") and not use.clitic
        return True if near or joined else None
    return _is_led_to(use, joined)


def _is_led_to(use: Use, joined: str) -> bool | None:
    """«نزحوا إلى صور», «زار الوفد قطر»: a verb of going leads to a place."""
    if joined not in ("", "ب", "ل") or has_owner(use):
        return None
    preposition = bool(joined) or use.before in use.group("place_prepositions")
    if preposition and not use.itself.mostly_word:
        return True
    wanted = use.group("moving") if preposition else use.group("visiting")
    return True if _comes_before(use, wanted, 6 if preposition else 3) else None


def _comes_before(use: Use, wanted: Words, reach: int) -> bool:
    """Whether one of the words stands within so many before it, with no mark between."""
    first = use.candidate.first
    for index in range(first - 1, max(-1, first - 1 - reach), -1):
        word = use.reading.word(index)
        if word in STOPS:
            return False
        if word in wanted or (word[:1] in ("و", "ف") and word[1:] in wanted):
            return True
    return False


def is_subject(use: Use) -> bool | None:
    """«استضافت قطر», «تقول حمص»: a feminine verb, where the common word is masculine."""
    verb = use.before
    feminine = len(verb) > 3 and (verb.endswith("ت") or verb.startswith("ت"))
    masculine = use.word in use.names.groups["masculine_words"]
    return True if feminine and masculine and not use.clitic and verb.isalpha() else None


def modifies(use: Use) -> bool | None:
    """«القوات السعودية», «الظروف القاهرة»: an adjective of the noun before it."""
    if not use.itself.adjective or use.clitic.endswith(("ب", "ل", "ك")):
        return None
    before, first = use.before, use.candidate.first
    feminine = use.word.endswith(("ه", "اء"))
    if feminine and use.itself.definite and not use.clitic and _follows_name(use):
        return False
    if not before or not before.isalpha():
        return None
    if use.clitic:  # «المصرية والسعودية»
        return (
            False
            if feminine and before.endswith("يه") and is_definite(before, use.lexicon)
            else None
        )
    if not use.itself.definite:
        return _modifies_indefinite(use, before, feminine)
    named = use.beside.ending.get(first)
    if named and named.name.topic:
        kind = named.name.topic.type
        if feminine or kind in ("person", "country"):
            return False if feminine and kind not in ("person", "country") else None
    if is_definite(before, use.lexicon) or is_definite_noun(before, use.names):
        return False if _agrees(use, before, feminine) else None
    return True if use.topic.type in PLACES else None


def _follows_name(use: Use) -> bool:
    """Whether a noun with its name has the adjective: «صحيفة «عكاظ» السعودية», «شركة أرامكو السعودية»."""
    words, last = use.reading.words, use.candidate.first - 1
    if last < 2:
        return False
    if words[last] in CLOSING:
        opened = (i for i in range(last - 1, max(0, last - 8), -1) if words[i] in OPENING)
        start = next(opened, 0)
        return start > 0 and words[start - 1].endswith(FEMININE)
    if not _may_be_name(use, words[last]):
        return False
    heads = use.names.introducers["outlet"] | use.names.introducers["organization"]
    return words[last - 1].endswith(FEMININE) and one_of(words[last - 1], heads, use.lexicon)


def _may_be_name(use: Use, word: str) -> bool:
    """Whether a word may be what the noun before it is called: no «تدعم», «في», «مقرها»."""
    grammar = ("before_nouns", "leading_words", "whither_words", "whereabouts", "particles")
    if not word.isalpha() or any(word in use.group(name) for name in grammar):
        return False
    definite = is_definite(word, use.lexicon) or is_definite_noun(word, use.names)
    return not definite and not is_verb(word, use.names)


def _modifies_indefinite(use: Use, before: str, feminine: bool) -> bool | None:
    """«قوات سورية» is the adjective; «قوات مالي» cannot be, for it does not agree."""
    plural = before.endswith(("ه", "ات")) or is_broken_plural(before, use.lexicon)
    noun = len(before) > 3 and before not in use.group("before_nouns")
    if use.topic.type not in PLACES or not plural or not noun:
        return None
    return not feminine


def _agrees(use: Use, before: str, feminine: bool) -> bool:
    """Whether a definite adjective can belong to the definite word before it, or to its head."""
    if not feminine:
        return not before.endswith(FEMININE)
    if before.endswith(FEMININE) or is_broken_plural(before, use.lexicon):
        return True
    if not is_definite(before, use.lexicon):
        return False  # «شركة مقرها السعودية»
    head = use.reading.word(use.candidate.first - 2)
    return head.endswith(("ه", "ات")) and not is_definite(head, use.lexicon) and len(head) > 3


def is_owned(use: Use) -> bool | None:
    """«صور الأقمار», «الأخبار الواردة»: the word itself, with its owner or its adjective."""
    if use.itself.adjective or use.itself.verb or not use.itself.mostly_word:
        return None
    if use.topic.type == "person":
        return None  # «شكر عون الحاضرين»
    if not use.itself.definite:
        return False if has_owner(use) or has_adjective(use) else None
    if not has_article(use.after, use.names):
        return None
    gentilic = use.after.endswith(("ي", "يه"))
    if use.topic.type == "organization" and use.article.sport and gentilic:
        following = use.reading.word(use.candidate.end + 1)
        return False if following.startswith("ل") else None
    return None if use.topic.type == "outlet" and use.after.endswith("يه") else False
