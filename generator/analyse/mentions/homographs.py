"""Whether a name that is also a common word is meant as a name, by rules for the words around it.

Each rule answers yes, no, or nothing, and each answer has its weight (`generator.analyse.mentions.weights`).
"""

from collections.abc import Callable, Mapping

from generator.analyse.mentions.candidates import CLOSING, OPENING, Candidate, written
from generator.analyse.mentions.itself import NONE, PLACES
from generator.analyse.mentions.letters import (
    bare,
    has_article,
    is_broken_plural,
    is_definite,
    is_definite_noun,
    one_of,
)
from generator.analyse.mentions.uses import FEMININE, STOPS, Use, has_adjective, has_owner
from generator.analyse.reading import TANWIN, Reading
from generator.languages.lexicon import Words
from generator.text import fold

_ENDINGS = ("ه", "ها", "هم", "نا", "ا", "ات", "ين", "ون")
_SHADDA = "\u0651"


def _is_tabled(use: Use) -> bool | None:
    """«صلاة المغرب», «قطر الأنبوب»: its neighbours say that it is the common word."""
    not_before, not_after = use.itself.not_before, use.itself.not_after
    if not not_before and not not_after:
        return None
    then = f"{use.after} {use.reading.word(use.candidate.end + 1)}"
    counted = bool(not_before) and use.after[:1].isdigit()  # «قطر 3 أمتار»
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


def is_introduced(use: Use) -> bool | None:
    """«مدينة صور», «صحيفة النهار», «حركة أمل»: a generic word before it shows the name."""
    kind = use.topic.type
    heads = use.names.introducers.get(kind, NONE)
    definite = kind not in PLACES and kind != "outlet"
    if use.clitic or not one_of(use.before, heads, use.lexicon, article=definite):
        return None
    if use.before in use.itself.not_after:
        return None  # «موقع الحدث»
    if kind in ("person", "country") and use.itself.adjective and use.itself.definite:
        return None  # «الرئيس السوداني», «العاصمة السعودية»
    return not (kind == "person" and _goes_on(use))


def _goes_on(use: Use) -> bool:
    """Whether another name follows: «الوزير سعيد الجابري» is not the Saeed who is meant."""
    word = use.after
    if word in use.candidate.name.own or not word:
        return False
    if use.reading.letters(use.candidate.end, use.candidate.end + 1).endswith("ى"):
        return False  # «على» is not «علي»
    family = word.startswith(use.names.article) and word.endswith("ي") and not use.itself.definite
    if family or word in use.names.given_names or word == "بن":
        return True
    return _is_family_name(use, word)


def _is_family_name(use: Use, word: str) -> bool:
    """Whether a given name goes on with a word that is nothing else: «سعيد بنيس»."""
    names = use.names
    given = use.word in names.groups["other_given_names"] or use.word in names.given_names
    if not given or len(word) < 4 or not word.isalpha() or word[0] in "يت":
        return False
    if use.candidate.end in use.beside.starting or has_article(word, names):
        return False
    stems = [word, *(word.removesuffix(ending) for ending in _ENDINGS)]
    if word[0] in "بلكوف":
        stems += [stem[1:] for stem in stems]
    return not any(len(stem) > 2 and stem in names.commonness for stem in stems)


def _is_elsewhere(use: Use) -> bool | None:
    """«بنك الأهلي» for the club: part of the proper name of something else."""
    if use.topic.type == "organization" and use.itself.definite:
        heads = use.group("naming_heads")
        for index in range(use.candidate.first - 1, max(-1, use.candidate.first - 4), -1):
            word = use.reading.word(index)
            if word in STOPS:
                break
            if one_of(word, heads, use.lexicon):
                own = " ".join(written for written in (use.topic.ar.name, *use.topic.ar.aliases))
                head = word if word in heads else bare(word, use.lexicon)
                return None if head in fold(own).split() else False
    return None


def _is_placed(use: Use) -> bool | None:
    """«جنوب صور», «حكومة مالي»: the word before it needs a place."""
    if use.topic.type in PLACES and not use.clitic:
        before = use.before.removeprefix("و")
        noun = not use.itself.adjective and use.itself.mostly_word
        if before in use.group("listing") and not noun:  # «منها مالي», but «منها صور»
            return True
        cues = use.group("whereabouts")
        if before in cues or (before[:1] in "بلف" and before[1:] in cues):
            return True
    return None


def is_listed(use: Use, verdicts: Mapping[Candidate, bool | None]) -> bool:
    """Whether it is joined to a name of its kind that is meant: «صيدا وصور», «صور والنبطية»."""
    candidate, beside = use.candidate, use.beside
    for gap in (0, 1):
        before = beside.ending.get(candidate.first - gap)
        after = beside.starting.get(candidate.end + gap)
        if before and verdicts[before] and _joined(use.reading, before, candidate):
            return True
        if after and verdicts[after] and _joined(use.reading, candidate, after):
            return True
    return False


def _joined(reading: Reading, first: Candidate, second: Candidate) -> bool:
    """Whether two names of one kind are joined by «و» or a comma."""
    if first.name.topic is second.name.topic or _kind(first) != _kind(second):
        return False
    between = reading.words[first.end : second.first]
    if _kind(first) == "place" and between in (("الي",), ("والي",)):
        return True  # «من صور إلى صيدا»
    conjunction = second.prefix > 0 and reading.words[second.first].startswith("و")
    return between in (("،",), (",",)) or (not between and conjunction)


def _kind(candidate: Candidate) -> str:
    topic = candidate.name.topic
    return "" if topic is None else "place" if topic.type in PLACES else topic.type


def _is_governed(use: Use) -> bool | None:
    """«في ينبع», «إلى مالي»: no verb and no adjective stands after a preposition."""
    joined = use.clitic.removeprefix("و").removeprefix("ف")
    if use.topic.type not in PLACES:
        return None
    if use.itself.verb:
        near = use.before in use.group("place_prepositions") and use.before != "من"
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


def _is_subject(use: Use) -> bool | None:
    """«استضافت قطر», «تقول حمص»: a feminine verb, where the common word is masculine."""
    verb = use.before
    feminine = len(verb) > 3 and (verb.endswith("ت") or verb.startswith("ت"))
    masculine = use.word in use.names.groups["masculine_words"]
    return True if feminine and masculine and not use.clitic and verb.isalpha() else None


def _modifies(use: Use) -> bool | None:
    """«القوات السعودية», «الظروف القاهرة»: an adjective of the noun before it."""
    if not use.itself.adjective or use.clitic.endswith(("ب", "ل", "ك")):
        return None
    before, first = use.before, use.candidate.first
    if not before or not before.isalpha():
        return None
    feminine = use.word.endswith(("ه", "اء"))
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
    head = use.reading.word(use.candidate.first - 2)
    return head.endswith(("ه", "ات")) and not is_definite(head, use.lexicon) and len(head) > 3


def _is_owned(use: Use) -> bool | None:
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


def _is_reporting(use: Use) -> bool | None:
    """«وقال صالح إن», «ذكرت الأخبار أن»: it speaks or is quoted."""
    before, speech = use.before.removeprefix("و"), use.lexicon.speech
    reporting = before in speech.speech or before in speech.claim
    if use.topic.type == "person" and not use.clitic:
        closed = use.after in speech.that_words or use.after in STOPS or not use.after
        noun = use.itself.noun and not closed
        if before.endswith(("حسب", "وفق")) and use.after in STOPS and not use.itself.definite:
            return True
        if (
            reporting
            and not noun
            and not has_owner(use)
            and not (use.itself.adjective and use.itself.definite)
        ):
            return not _goes_on(use)
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
    _is_elsewhere,
    _is_title,
    is_introduced,
    _is_tabled,
    _is_vocalised,
    _is_counted,
    _is_placed,
    _is_governed,
    _is_subject,
    _modifies,
    _is_owned,
    _is_reporting,
    _is_acting,
    _is_quoted,
    _is_playing,
)
