"""Who is spoken of since the last report, and so says what comes next: «عاد نبيل. ويقول إن»."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.attributions.agreement import is_woman
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.name_ends import is_first_name
from generator.analyse.attributions.outlets import spoken
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import may_open, speaker_at
from generator.analyse.attributions.speech_words import BODY, NAME, OUTLET, PERSON
from generator.analyse.attributions.verb_forms import ANY_VERB
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.languages.words import words_of

_SENTENCES = 12  # back
_PRESENT = re.compile(r"[وف]?[يت]\w{1,4}[^\Wه]")
_BODIES = frozenset({"organization", "country", "outlet"})


def newcomer(stage: Stage, since: int, index: int) -> Said | None:
    """The person without a topic who is the subject of the last sentence that begins there.

    «يعمل السائق محمود الصالح على الخط», «وصل الوزير إلى المدينة», «منى تعمل في المخبز».
    """
    sentences = stage.reading.sentences
    if not sentences:
        return None
    acting = stage.asking(ANY_VERB)
    place = min(index, len(sentences) - 1)
    for number in range(sentences[place], max(-1, sentences[place] - _SENTENCES), -1):
        start = bisect_left(sentences, number)
        if start < since:
            return None
        if start >= index:
            continue
        reading_here = index < len(sentences) and sentences[start] == sentences[index]
        speaker = None
        if _may_name(stage, start):
            speaker = (
                _met(stage, start)
                or _acting(acting, start, here=reading_here)
                or _before_its_verb(acting, start)
            )
        speaker = speaker or _after_verb(acting, start, index)
        if speaker and speaker.end < index:
            stage = stage.asking(None)
            said = spoken(stage, start, speaker)
            return replace(said, feminine=is_woman(stage, speaker))
    return None


def _may_name(stage: Stage, start: int) -> bool:
    """Whether the first or the second word of a sentence can begin somebody's name or role."""
    met = stage.reading.words[start].removeprefix("و") in stage.tables.words.meeting
    return met or may_open(stage, start + 1) or may_open(stage, start)


def _acting(stage: Stage, start: int, *, here: bool) -> Speaker | None:
    """The subject after the verb that opens a sentence, of any verb in the sentence itself."""
    reading, tables = stage.reading, stage.tables
    opening = reading.word(start)
    bare = opening if opening in tables.words.doing_verbs else opening.removeprefix("و")
    does = bare in tables.words.doing_verbs
    here = here and bare not in tables.verbs
    if not opening.isalpha() or bare in tables.words.object_verbs or is_definite(opening):
        return None
    if bare in tables.words.kunya:
        return None  # «أم خالد تضحك»
    topic = bare in ("اما", "لكن")
    if opening in tables.function_words and not (does or topic):
        return None
    if topic:
        stage = stage.asking(ANY_VERB, until=_answer(stage, start + 1))
    speaker = speaker_at(stage, start + 1, lenient=True)
    if speaker is None or not reading.same_sentence(start, speaker.end - 1):
        return None
    new = speaker.kind == NAME or ((does or here) and _is_role(stage, speaker))
    known = is_woman(stage, speaker)
    if here and speaker.kind == BODY and known is not None:
        new = speaker.described
    if topic:
        body = here and speaker.kind == BODY and speaker.described
        return speaker if speaker.kind == NAME or body or _is_role(stage, speaker) else None
    return speaker if new and known in (None, bare.startswith("ت") or bare.endswith("ت")) else None


def _after_verb(stage: Stage, start: int, index: int) -> Speaker | None:
    """A name with its title or role after a verb in the present that a phrase precedes.

    «في المقهى يجلس الحاج رمضان», «في المرفأ، يفك العم يحيى شباكه».
    """
    reading, tables = stage.reading, stage.tables
    last = min(index, bisect_right(reading.sentences, reading.sentences[start])) - 1
    for place in range(last, start + 1, -1):
        word, before = reading.words[place], reading.words[place - 1]
        role = is_definite(word) and tables.heads.get(word) == (0, PERSON)
        if not (role or word in tables.words.titles) or place in stage.dated:
            continue
        acts = before in tables.words.doing_verbs or before in ("لنا", "لي")
        if not acts and not _PRESENT.fullmatch(before):
            continue
        speaker = speaker_at(stage, place, lenient=True)
        if speaker and speaker.kind == NAME:
            return speaker
    return None


def _met(stage: Stage, start: int) -> Speaker | None:
    """Whom an outlet met: «التقت «النهار» المخرجة ديمة قباني»."""
    if stage.reading.word(start).removeprefix("و") not in stage.tables.words.meeting:
        return None
    stage = stage.asking(None)
    outlet = speaker_at(stage, start + 1)
    if outlet is None or outlet.kind != OUTLET:
        return None
    first = outlet.end - 1 if is_definite(stage.reading.word(outlet.end - 1)) else outlet.end
    for place in (first, outlet.end):
        speaker = speaker_at(stage, place, lenient=True)
        if speaker and (speaker.kind == NAME or _is_role(stage, speaker)):
            return speaker
    return None


def _answer(stage: Stage, index: int) -> int | None:
    """The verb of «أما المهندسة ليلى فأشرفت»."""
    reading = stage.reading
    for place in range(index + 1, min(index + 8, len(reading.words))):
        word = reading.words[place]
        if word[0] == "ف" and len(word) > 2 and not is_first_name(stage, place):
            return place
    return None


def _is_role(stage: Stage, speaker: Speaker) -> bool:
    words = stage.reading.words[speaker.first : speaker.first + 2]
    head = stage.tables.heads.get(words[0])
    joined = head is not None and head[0] > 0 and words[0][0] not in "وف"
    return speaker.kind == PERSON and not joined and any(is_definite(word) for word in words)


def _before_its_verb(stage: Stage, start: int) -> Speaker | None:
    """Who opens a sentence, with a verb after: «منى تعمل في المخبز», «الوزير فاوض الشركة»."""
    reading, tables = stage.reading, stage.tables
    if start in stage.named:
        return None
    speaker = speaker_at(stage, start, lenient=True)
    if speaker is None or not (speaker.kind == NAME or _is_role(stage, speaker)):
        return None
    after = reading.word(speaker.end)
    verb = after.isalpha() and not is_definite(after) and after not in tables.function_words
    acts = verb and after[0] not in "بلك" and reading.same_sentence(start, speaker.end)
    return speaker if after == "،" or acts or after in tables.words.doing_verbs else None


def subject(
    stage: Stage, index: int, feminine: bool | None, since: int, names: Sequence[Named]
) -> Said | None:
    """The topic that opened a sentence after the word `since`.

    A person («استقبل غورين ضيفه، وقال»), in the same sentence also a body («تبنت الجماعة … وقالت»).
    """
    reading = stage.reading
    for named in reversed(names):
        if named.first >= index or named.prefix:
            continue
        if named.first < since:
            return None
        if (_gender(stage, named) not in (None, feminine) and feminine is not None) or is_object_of(
            stage, named
        ):
            continue
        body = named.topic.type in _BODIES and reading.same_sentence(named.first, index)
        start = bisect_left(reading.sentences, reading.sentences[named.first])
        before = reading.word(named.first - 1)
        opens = (
            0 < named.first - start <= 4
            and before not in stage.tables.words.prepositions
            and before.isalpha()
        ) or (named.first == start and _acts(stage, named.end))
        if opens and (body or named.topic.type == "person"):
            return as_subject(reading, named)
    return None


def _acts(stage: Stage, index: int) -> bool:
    """Whether the word can be the verb of who stands before it: «سونلغاز تقر بالانقطاع»."""
    word = stage.reading.word(index)
    verb = word in stage.tables.verbs or word in stage.tables.words.doing_verbs
    return verb or is_verb(stage, word) or (word[:1] == "ت" and not word.endswith(("ه", "ات")))


def _gender(stage: Stage, named: Named) -> bool | None:
    """Whether verbs of the name are feminine; none where the name does not tell."""
    if named.topic.type in ("country", "organization", "outlet"):
        name = " ".join(words_of(named.topic.ar.name))
        if name in stage.tables.words.masculine_names:
            return False
        if named.topic.type == "country" or name.split()[0].endswith("ه"):
            return True
    return None


def is_object_of(stage: Stage, named: Named) -> bool:
    """Whether somebody else acts on the name: «اتهم بوتين بأنه»."""
    before, after = stage.reading.word(named.first - 1), stage.reading.word(named.end)
    verbs = stage.tables.words.object_verbs
    acted = before in verbs or (before[:1] in ("و", "ف") and before[1:] in verbs)
    return acted and after.startswith("ب")


def as_subject(reading: Reading, named: Named) -> Said:
    """The topic as who speaks next."""
    span = reading.span(named.first, named.end, named.prefix)
    text = reading.text[span.start : span.end]
    return Said(named.first, named.end, text, named.topic.id, PERSON)
