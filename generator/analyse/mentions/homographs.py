"""Whether a name that is also a common word is meant as a name, by rules for the words around it.

Each rule answers yes, no, or nothing, and each answer has its weight (`generator.analyse.mentions.weights`).
"""

from collections.abc import Callable

from generator.analyse.mentions.candidates import CLOSING, OPENING, written
from generator.analyse.mentions.introduced import goes_on, is_elsewhere, is_introduced, is_placed
from generator.analyse.mentions.itself import PLACES
from generator.analyse.mentions.letters import has_article, one_of
from generator.analyse.mentions.modifiers import (
    is_led_by_preposition,
    is_owned,
    is_subject,
    modifies,
)
from generator.analyse.mentions.uses import STOPS, Use, has_owner
from generator.analyse.reading import TANWIN

_SHADDA = "\u0651"


def _is_tabled(use: Use) -> bool | None:
    """«صلاة المغرب», «قطر الأنبوب»: its neighbours say that it is the common word."""
    not_before, not_after = use.itself.not_before, use.itself.not_after
    if not not_before and not not_after:
        return None
    then = f"{use.after} {use.reading.word(use.candidate.end + 1)}"
    # «قطر 3 أمتار», but «في قطر 3 ملاعب».
    counted = bool(not_before) and use.after[:1].isdigit()
    counted = counted and use.before not in use.group("whither_words")
    known = use.after in not_before or then in not_before or counted
    tabled = known or one_of(use.before, not_after, use.lexicon)
    return False if tabled and not is_introduced(use) else None


def _is_title(use: Use) -> bool | None:
    """«رواية «سعيد»», «زر «شاهد»»: the title of a work or the word itself."""
    quoted = use.reading.word(use.candidate.first - 1) in OPENING
    return False if quoted and one_of(use.before, use.group("works"), use.lexicon) else None


def _is_vocalised(use: Use) -> bool | None:
    """«قطرٍ», «مصرّ»: a place's name takes no tanwin, and no doubled last letter."""
    surface = use.surface
    if TANWIN & set(surface[-2:]):
        return False
    if use.topic.type not in PLACES:
        return None
    doubled = surface.endswith(_SHADDA) and not any(
        text.endswith(_SHADDA) for text in (use.topic.ar.name, *use.topic.ar.aliases)
    )
    return False if doubled else None


def _is_counted(use: Use) -> bool | None:
    """«ثلاث صور», «هذه القاعدة», «كل الشباب»: things, not a name."""
    if use.clitic or (use.before not in use.group("quantities") and not use.before.isdigit()):
        return None
    return None if use.topic.type in PLACES and use.itself.definite else False


def _is_reporting(use: Use) -> bool | None:
    """«وقال صالح إن», «ذكرت الأخبار أن»: it speaks or is quoted."""
    before, speech = use.before.removeprefix("و"), use.lexicon.speech
    reporting = before in speech.speech or before in speech.claim
    if use.topic.type == "person" and not use.clitic:
        closed = use.after in speech.that_words or use.after in STOPS or not use.after
        noun = use.itself.noun and not closed
        if (
            before.endswith(tuple(use.group("according_words")))
            and use.after in STOPS
            and not use.itself.definite
        ):
            return True
        if (
            reporting
            and not noun
            and not has_owner(use)
            and not (use.itself.adjective and use.itself.definite)
        ):
            return not goes_on(use)
    if use.topic.type == "organization" and reporting and not use.clitic:
        if use.itself.mostly_word:
            return None
        # «قال مصدر مطلع», but «قالت مصدر», «قال مصدر إن».
        feminine = before.startswith("ت") or before.endswith("ت")
        named = use.itself.definite or feminine or use.after in speech.that_words
        return None if not named and use.itself.ways > 2 else True
    if use.topic.type != "outlet" or (
        has_article(use.after, use.names) and not use.after.endswith("يه")
    ):
        return None
    if use.clitic.endswith("ل"):
        told = before in speech.speech and use.word not in use.group("addressable")
        return True if told else None
    return True if before in use.group("publishing") else None


def _is_acting(use: Use) -> bool | None:
    """«غنت فيروز»: one who has no longer name, and does what people do."""
    alone = use.topic.type == "person" and not any(" " in name for name in written(use.topic))
    if not alone or use.clitic or has_owner(use) or use.itself.noun:
        return None
    return True if use.before.removeprefix("و") in use.group("acting") else None


def _is_quoted(use: Use) -> bool | None:
    """«نقلت «النهار»», «(صور)»: marks set a name off."""
    before, after = use.reading.word(use.candidate.first - 1), use.after
    if before == "(" and after == ")":
        return True
    if use.topic.type in PLACES or before not in OPENING or after not in CLOSING:
        return None
    if use.topic.type != "weapon":
        return True
    return True if use.names.introducers["weapon"] & use.article.words else None


def _is_playing(use: Use) -> bool | None:
    """In an article of sport a club's name is the club's: «فاز الاتحاد على النصر»."""
    if use.topic.type != "organization" or not use.article.sport:
        return None
    return True if use.itself.definite else None


Rule = Callable[[Use], bool | None]
RULES: tuple[Rule, ...] = (
    is_elsewhere,
    _is_title,
    is_introduced,
    _is_tabled,
    _is_vocalised,
    _is_counted,
    is_placed,
    is_led_by_preposition,
    is_subject,
    modifies,
    is_owned,
    _is_reporting,
    _is_acting,
    _is_quoted,
    _is_playing,
)
