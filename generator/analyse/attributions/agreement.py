"""Gender and number of speakers, which their verbs share: «وقالت» is never «الوزير»."""

from generator.analyse.attributions.cast import Speaker, Stage, kin_of
from generator.analyse.attributions.name_ends import woman
from generator.analyse.attributions.person_names import begins_name
from generator.analyse.attributions.speech_words import BODY, NAME, PERSON, PLACE, SOURCE
from generator.analyse.attributions.verb_forms import Verb

# Heads that say nothing of gender.
_EITHER = frozenset({"بعض", "عدد", "احد", "احدي", "خليفه", "محافظه", "كبار", "عضو", "عجوز"})


def is_woman(stage: Stage, speaker: Speaker) -> bool | None:
    """Whether the speaker is one woman, or a man; none where the words do not tell."""
    if kin := kin_of(stage, speaker.first):
        return None if _is_plural(stage, kin) else _feminine(stage, kin)
    head = _head(stage, speaker)
    role = None
    if head is not None and head not in _EITHER and not _is_plural(stage, head):
        role = None if _is_his(stage, speaker.first) else _feminine(stage, head)
    if speaker.kind != NAME:
        return role
    name = _named(stage, speaker)
    if role is None and name is None:
        return _titled(stage, speaker.first)
    if role and name is False:
        return None
    return role or name  # «قالت وزير الصحة هالة …»: a man's role, a woman's name


def _titled(stage: Stage, index: int) -> bool | None:
    """What a title tells: «الحاج رمضان», «السيدة إلين»."""
    word = stage.reading.words[index].removeprefix("و")
    return word.endswith("ه") if word in stage.tables.words.titles and len(word) > 2 else None


def _is_his(stage: Stage, index: int) -> bool:
    """Whether the word may end with a pronoun: «كاتبه» is no «كاتبة»."""
    return stage.reading.written(index).endswith("ه")


def _named(stage: Stage, speaker: Speaker) -> bool | None:
    """What the first word of the name tells."""
    word = stage.reading.words[speaker.first]
    if speaker.end == speaker.first + 1 and word in stage.cast.surnames:
        return None  # «وأوضحت الطيب»
    for index in range(speaker.first, speaker.end):
        if stage.reading.span(index, index + 1).start == speaker.text.start:
            family = stage.reading.words[index] in stage.cast.surnames
            return woman(stage, index) if begins_name(stage, index) and not family else None
    return None


def is_feminine(stage: Stage, speaker: Speaker) -> bool | None:
    """The gender of the speaker's verbs: of people as above, of things by their head."""
    if speaker.kind in (PERSON, NAME):
        return is_woman(stage, speaker)
    head = _head(stage, speaker)
    if head is None or (speaker.kind == SOURCE and _has_owner(stage, speaker)):
        return None  # «بيان المديرية»: what she says goes on
    return head.endswith(("ه", "ات")) or head in stage.tables.words.feminine_heads


def _feminine(stage: Stage, head: str) -> bool:
    return head.endswith("ه") or head in stage.tables.words.women


def _has_owner(stage: Stage, speaker: Speaker) -> bool:
    """Whether the source is somebody's, whose verbs may go on: «بيان المديرية العامة»."""
    words = stage.reading.words[speaker.first + 1 : speaker.end]
    return any(stage.tables.heads.get(word, (0, ""))[1] == BODY for word in words)


def agrees(stage: Stage, speaker: Speaker, verb: Verb) -> bool:
    """Whether the verb can be the speaker's, who follows it."""
    head = _head(stage, speaker)
    if head is not None and head.endswith("ين") and head[:-2] + "ون" in stage.tables.heads:
        return False  # «وطالب المسؤولين»: whom somebody else asks
    if speaker.kind == BODY and head is not None:
        return verb.feminine or verb.plural or not head.endswith("ه")
    if speaker.kind not in (PERSON, NAME) or verb.plural:
        return True
    known = is_woman(stage, speaker)
    return known is None or known == verb.feminine


def registers(stage: Stage, speaker: Speaker, verb: Verb) -> bool:
    """Whether the speaker counts for others: an office does, a company that «سجلت» does not."""
    if speaker.kind == SOURCE:
        return True
    register = speaker.role in stage.tables.words.registrars
    return register or (speaker.kind != PLACE and "سجل" not in verb.bare)


def _head(stage: Stage, speaker: Speaker) -> str | None:
    """The role that the speaker's words begin with, without the article."""
    for index in range(speaker.first, min(speaker.first + 3, speaker.end)):
        word = stage.reading.words[index]
        known = stage.tables.heads.get(word)
        if known:
            bare = word[known[0] :]
            return bare.removeprefix("ال") if not bare.startswith("لل") else bare[2:]
    return None


def _is_plural(stage: Stage, head: str) -> bool:
    sound = head.endswith(("ون", "ين", "ات", "ان")) and len(head) > 4
    many = (
        head in stage.tables.plural_people or head.removesuffix("ا") in stage.tables.plural_people
    )
    return sound or many or head.endswith("و")
