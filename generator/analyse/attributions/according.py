"""Sources that a phrase names: «بحسب», «وفقا لـ», «على حد قوله», «كما يشدد»."""

from dataclasses import replace

from generator.analyse.attributions.antecedents import antecedent, meant
from generator.analyse.attributions.any_speaker import in_brackets
from generator.analyse.attributions.cast import (
    Speaker,
    Stage,
)
from generator.analyse.attributions.documents import own_document
from generator.analyse.attributions.name_ends import name_end
from generator.analyse.attributions.named_before import Heard
from generator.analyse.attributions.outlets import spoken
from generator.analyse.attributions.reported import speaker_after, the_same
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import (
    BODY,
    NAME,
    PERSON,
    SOURCE,
)
from generator.analyse.attributions.statements import begins
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.clitics import match_phrase
from generator.model import TopicId

_PRONOUNS = frozenset({"هو", "هي", "هم", "هن", "هما"})
_OWNERS = frozenset({"organization", "outlet"})
_NAMELESS = frozenset({"مصدر", "مصادر"})  # «وفق المصدر ذاته»: who spoke last
_HELD_FOR = frozenset({"علي ذمه"})
_STANDS_IN = frozenset({"جاء في", "ورد في"})


def according_to_them(stage: Stage, index: int, heard: Heard) -> Said | None:
    """«على حد تعبيره», «وفقا لها»: the last speaker whom the pronoun fits."""
    matched = match_phrase(stage.tables.according_to_them, stage.reading.words, index)
    if matched is None:
        return None
    end, (_, whose) = matched
    if stage.reading.word(index).removeprefix("و").startswith("عند") and not (
        begins(stage, end, None) or _is_count(stage, index - 1)
    ):
        return None  # «عنده خمسة أولاد»
    woman, many = whose == "woman", whose == "many"
    last = meant(stage, index, heard, feminine=woman, plural=many, aside=True)
    if last is None:
        return None
    return replace(last, first=index, end=end, via=None, via_topic=None, implicit=True)


def according(stage: Stage, index: int, heard: Heard) -> Said | None:
    """The source that «بحسب», «وفقا لـ», «كما» and the like name at the word."""
    reading, tables = stage.reading, stage.tables
    matched = match_phrase(tables.according, reading.words, index)
    if matched is None:
        return None
    end, words = matched[0], tables.words
    phrase = " ".join(reading.words[index:end]).removeprefix("و")
    first_word = phrase.split()[0]
    if reading.word(end) in ("ما", "لما") or not {first_word, phrase}.isdisjoint(
        words.according_needs_verb
    ):
        end += reading.word(end) in ("ما", "لما")
        verb = tables.verbs.get(reading.word(end))
        if verb is None:
            return None
        said = speaker_after(stage, index, end, verb, according=True)
        return said or _according_to_him(stage, index, end, verb, heard)
    if first_word in words.according_with_from:
        if reading.word(end) != "عن":
            return None
        end += 1
    elif first_word in words.according_with_for:
        if reading.word(end) == "ل":
            end += 1
        elif not reading.word(end).startswith("ل"):
            return None
    if phrase in words.according_apart:
        return _apart(stage, index, end)
    if phrase in _STANDS_IN and reading.word(end) in words.speeches:
        end += 1
    speaker = speaker_at(stage, end, lenient=True) or _given_name(stage, end)
    free = not words.according_freely.isdisjoint((first_word, phrase))
    if speaker is None and free:
        speaker = in_brackets(stage, end)
    elif speaker is None and first_word in words.according_with_for:
        speaker = in_brackets(stage, end, prefix=int(reading.word(end) != "ل"))
    if speaker is None and (document := own_document(stage, end)):
        owner = _owner_named(stage, index)
        said = spoken(stage, index, replace(document, topic=owner), according=True)
        return replace(said, own=owner is None)
    held = phrase in _HELD_FOR and speaker is not None and speaker.role in words.inquiries
    if speaker is None or held or _is_told_by_another(stage, speaker):
        return None  # «أوقف على ذمة التحقيق»
    said = spoken(stage, index, speaker, according=True)
    nameless = speaker.kind == PERSON or speaker.role in _NAMELESS
    return the_same(stage, said, heard.history) if nameless else said


def _owner_named(stage: Stage, index: int) -> TopicId | None:
    """The body named last before «وفق تقريرها» in the sentence."""
    named = [
        (n.first, n.topic.id)
        for n in stage.named.values()
        if n.first < index and n.topic.type in _OWNERS
    ]
    first, topic = max(named, default=(index, None))
    return topic if stage.reading.same_sentence(first, index) else None


def _is_told_by_another(stage: Stage, speaker: Speaker) -> bool:
    """Whether who gave it comes next: «حسب حصيلة أعلنتها وزارة الداخلية»."""
    verb = stage.tables.verbs.get(stage.reading.word(speaker.end))
    given = verb is not None and verb.object and speaker.kind == SOURCE
    if not given or verb is None or verb.bare in stage.tables.words.outlet_verbs:
        return False
    return speaker_at(stage, speaker.end + 1) is not None


def _according_to_him(
    stage: Stage, index: int, verb_at: int, verb: Verb, heard: Heard
) -> Said | None:
    """«على ما تقول هي», «كما يشدد،»: the last speaker whom the verb fits."""
    reading = stage.reading
    place = verb_at + 1
    pronoun = reading.word(place) in _PRONOUNS
    place += pronoun
    place += reading.word(place) in ("نفسه", "نفسها", "انفسهم")
    ends = place >= len(reading.words) or reading.word(place) in ("،", ".", "؛")
    if verb.object or not (ends or pronoun):
        return None
    last = antecedent(stage, index, verb, heard)
    if last is None:
        return None
    return replace(last, first=index, end=place, via=None, via_topic=None, implicit=True)


def _apart(stage: Stage, index: int, end: int) -> Said | None:
    """«، عند المديرية،», «الخسائر عند رئيسها سالم بين 30 و40 مليونا»: in whose count it is so."""
    reading = stage.reading
    speaker = speaker_at(stage, end, lenient=True)
    if speaker is None or speaker.kind not in (PERSON, NAME, BODY, SOURCE):
        return None
    after = reading.word(speaker.end)
    between = reading.word(index - 1) == "،" and after == "،"
    valued = speaker.kind in (NAME, BODY) and after == "بين"
    told = len(reading.words[index:end]) > 1 and begins(stage, speaker.end, None)
    number = reading.word(index - 1)[:1].isdigit() and speaker.kind == PERSON
    told = told or (_is_count(stage, index - 1) and not number)  # «61 عند النساء»
    return spoken(stage, index, speaker, according=True) if between or valued or told else None


def _is_count(stage: Stage, index: int) -> bool:
    """Whether a number or what is counted stands there: «وعددها عند المراقبين», «وهم 2950 عند»."""
    word = stage.reading.word(index).removeprefix("و").removeprefix("ف")
    if word[:1].isdigit():
        return True
    bare = word.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    return word in stage.tables.words.matters or bare in stage.tables.words.matters


def _given_name(stage: Stage, index: int) -> Speaker | None:
    """A person that no topic names, with «ل» joined to a first name: «وفقا لخالد منصور»."""
    word = stage.reading.word(index)
    if not word.startswith("ل") or word[1:] not in stage.tables.first_names:
        return None
    end = name_end(stage, index)
    return Speaker(index, end, stage.reading.span(index, end, 1), NAME) if end > index + 1 else None
