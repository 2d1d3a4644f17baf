"""Reporting verbs: the speaker after them, before them, or the last one («وأضاف»)."""

from dataclasses import replace

from generator.analyse.attributions.agreement import agrees
from generator.analyse.attributions.any_speaker import (
    after_quotation,
    before_statement,
    in_brackets,
)
from generator.analyse.attributions.apposed import with_apposed_name
from generator.analyse.attributions.asides import past_aside, past_place, past_short_adverbs
from generator.analyse.attributions.before_verb import speaker_before
from generator.analyse.attributions.carried import carried_by
from generator.analyse.attributions.carried_over import carry_over
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.documents import document_after, owners_document
from generator.analyse.attributions.fitting import (
    comes_after,
    fits,
    is_denied,
    is_object,
    may_be_object,
    speaks,
    talks,
    then_follows,
)
from generator.analyse.attributions.indirect import purpose
from generator.analyse.attributions.name_ends import is_first_name
from generator.analyse.attributions.named_before import Heard
from generator.analyse.attributions.outlets import (
    outlet_given,
    outlet_named,
    speaks_through,
    spoken,
)
from generator.analyse.attributions.quotations import asks, quote_ends
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speakers import speaker_at
from generator.analyse.attributions.speech_words import OUTLET, PERSON, SOURCE
from generator.analyse.attributions.spelling import has_shadda, is_noun_here, says_nothing
from generator.analyse.attributions.statements import (
    admits,
    begins,
    explains,
    follows_preposition,
    gives_number,
    parenthetical,
    that_follows,
    value_follows,
)
from generator.analyse.attributions.verb_forms import CARRYING, CLAIM, SPEECH, Verb

_FAR = 40  # words
_NOT = frozenset({"لا", "لم", "لن"})
_POINTING = frozenset({"هذا", "وهذا", "ذلك", "وذلك", "هو", "وهو", "هي", "وهي", "الامر"})


# ---------------------------------------------------------------- verbs with their speaker


def reported(stage: Stage, index: int, verb: Verb, heard: Heard) -> Said | None:
    """The report that the verb at the word makes, with its speaker; none where it makes none."""
    before = stage.reading.word(index - 1)
    words = stage.tables.words
    denied = before in words.not_reported_after and not (
        before.lstrip("وف") in _NOT
        and (verb.bare in words.denied_reports or admits(stage, index + 1))
    )
    if (
        index
        and stage.reading.same_sentence(index - 1, index)
        and (denied or (verb.present and before in words.subjunctive_after))
        and not comes_after(stage, index, verb)
    ):
        return None
    if verb.kind != CARRYING and says_nothing(stage.reading, index, verb):
        return None
    if verb.bare in words.also_nouns and not verb.joined and is_noun_here(stage, index):
        return None
    if before in stage.tables.heads and is_first_name(stage, index):
        return None  # «الطبيبة أمل عبد الرحيم»
    if verb.joined == "ل":
        return purpose(stage, index, verb)
    if verb.kind == CARRYING:
        return carried_by(stage.asking(verb), index, heard.history)
    stage = stage.asking(verb, quoted=before == "هكذا" or quote_ends(stage, index))
    if verb.bare in words.asking and not (stage.quoted or asks(stage, index + 1)):
        return None
    only_values = verb.values and verb.kind == CLAIM and (verb.doubtful or not verb.needs_that)
    explained = (
        verb.explains in stage.reading.words[index : index + _FAR] if verb.doubtful else False
    )
    if only_values and not (explained or value_follows(stage, index + 1)):
        return None  # «جعل الأمر أسوأ», «إعلانه وضع المصرف تحت الحراسة»
    if (
        verb.doubtful
        and verb.then
        and not stage.quoted
        and not that_follows(stage, index + 1, within=_FAR)
    ):
        return None
    relative = before in stage.tables.relatives
    named = before == "ما" and stage.reading.word(index - 2) in _POINTING
    last = heard.found[-1] if heard.found else None
    if verb.object and before == "،" and last and last.kind == SOURCE and last.end == index - 1:
        return None  # «أفاد تقرير، تسلّمه المفاوضون أمس، بأن»
    if verb.object and relative and not named and (verb.needs_that or before in ("ما", "وما")):
        return None  # «الخبر الذي أورده الموقع» says where it stood, not who says it
    opening = None
    if _has_subject_before(stage, index, verb):
        opening = speaker_before(stage, index, verb, beside=True)
    after = None if opening else speaker_after(stage, index, index, verb, according=named)
    if after and after.kind == SOURCE and not verb.joined and may_be_object(stage, after):
        opening = speaker_before(stage, index, verb)
        after = None if opening else after
    if after:
        after = the_same(stage, after, heard.history)
        after = owners_document(stage, after) if relative else after
        source = stage.tables.heads.get(before)
        published = after.kind != OUTLET or verb.bare in words.outlet_verbs
        if verb.object and verb.needs_that and published and source:
            return None  # «دراسة نشرتها جامعة …»
        document = stage.tables.heads.get(stage.reading.word(index - 2), (0, ""))[1] == SOURCE
        wrote = verb.object and verb.saying and verb.bare in words.telling
        if wrote and relative and published and document:
            return None  # «المحضر الذي كتبته الشرطة»
        carried = verb.object and after.kind == OUTLET and bool(heard.found)
        closes = stage.quoted and not verb.joined and not begins(stage, after.end, verb)
        if relative or carried or closes:
            after = replace(after, aside=relative, according=carried, closes=closes)
        return after
    if verb.object and not (verb.explains or verb.values or verb.counts):
        return None
    if opening or (opening := speaker_before(stage, index, verb)):
        return None if _is_retold(stage, opening, heard.found) else opening
    if verb.object and not (verb.values and value_follows(stage, index + 1)):
        return None
    return carry_over(stage, index, verb, heard)


def speaker_after(
    stage: Stage, index: int, verb_at: int, verb: Verb, *, according: bool
) -> Said | None:
    """The speaker after the verb: «قال كيم», «أعلنت عنه الحكومتان», «ذكرته وكالة تاس»."""
    reading = stage.reading
    start = past_short_adverbs(stage, verb_at + 1)
    start = past_aside(stage, start) if reading.word(verb_at - 1) == "هكذا" else start
    if not start < len(reading.words) or not reading.same_sentence(verb_at, start):
        return None
    pointed = reading.word(start) in ("ذلك", "هذا") and not verb.later
    start += pointed
    according = according or pointed
    heard = outlet_given(stage, start) if verb.saying else None
    start = heard.end if heard else start
    speaker = speaker_at(
        stage,
        start,
        unknown=not (verb.object or verb.later or talks(stage, verb)),
        lenient=speaks(stage, verb_at, verb),
    )
    if speaker is None and not verb.object:
        speaker = document_after(stage, start, verb)
    if speaker is None and verb.kind == SPEECH and not verb.object:
        find = in_brackets if according else before_statement
        speaker = find(stage, start) or (after_quotation(stage, start) if stage.quoted else None)
    if speaker and heard and speaker.carrier is None:
        speaker = replace(speaker, carrier=outlet_named(stage, heard))
    if (
        speaker is None
        or (verb.object and reading.words[start][0].isdigit())  # «أيدته 21 دولة»
        or (speaker.kind == SOURCE and verb.goes_on and not begins(stage, speaker.end, verb))
        or (speaker.kind == SOURCE and verb.denies and speaker.role not in ("مصدر", "مصادر"))
        or is_object(stage, start, speaker, verb)
        or speaks_through(stage, speaker.end)
        or not (verb.object or agrees(stage, speaker, verb))
        or not fits(stage, speaker, verb)
    ):
        return None
    doubling = verb.doubtful and has_shadda(reading, verb_at)
    word = reading.words[verb_at]
    preposition = verb.doubtful and not doubling and word in stage.tables.function_words
    quoted = reading.word(speaker.end)[:1] in ("«", "“", '"')
    if preposition and (quoted or not that_follows(stage, speaker.end)):
        return None  # «الحلف بين البلدين «يهدد الاستقرار»»
    told = verb.bare in stage.tables.words.telling  # «نشرت الصحيفة أرقاما»
    numbered = speaker.kind == SOURCE and not told and gives_number(stage, speaker.end, verb)
    if (
        not numbered
        and not (doubling and that_follows(stage, speaker.end))
        and not then_follows(stage, speaker.end, verb)
        and (verb.doubtful or not then_follows(stage, past_aside(stage, speaker.end), verb))
    ):
        return None
    if verb.bare.startswith("ذكر") and reading.word(speaker.end)[:3] == "بال":
        return None  # «ذكّرت النائبة بالوعود»
    if (
        verb.needs_that
        and not (verb.object and not verb.values)
        and not (according or numbered)
        and not (stage.quoted or that_follows(stage, speaker.end))
        and not parenthetical(stage, verb_at, speaker.end, verb)
        and not (is_denied(stage, verb_at) and admits(stage, speaker.end))
        and not (verb.warns and reading.word(speaker.end) == "من")
        and not follows_preposition(stage, past_place(stage, speaker.end), verb)
        and not explains(stage, past_place(stage, speaker.end), verb)
        and not (verb.shows and speaker.kind == SOURCE and reading.word(speaker.end).isalpha())
    ):
        return None
    carried = verb.kind == CARRYING or speaker.kind == OUTLET
    place = speaker.end + (reading.word(speaker.end) == "،")  # «أوردت الصحيفة، عن مهندس، أن»
    place += reading.word(place) == "نقلا"
    if carried and reading.word(place) == "عن":
        source = speaker_at(stage, place + 1)
        end = (
            source.end + (place > speaker.end and reading.word(source.end) == "،") if source else 0
        )
        if source and (verb.kind == CARRYING or begins(stage, end, None)):
            return spoken(
                stage,
                index,
                replace(source, carrier=outlet_named(stage, speaker)),
                according=according,
            )
    speaker = with_apposed_name(stage, speaker)
    return spoken(stage, index, speaker, according=according, verb=verb)


def _is_retold(stage: Stage, said: Said, found: list[Said]) -> bool:
    """Whether somebody else tells that they said it: «قال الوزير إن باريس لا تتوقع ذلك»."""
    if stage.reading.word(said.first - 1) not in stage.tables.that:
        return False
    if stage.reading.word(said.first - 2) in stage.tables.words.but_before_that:
        return False
    here = [s for s in found if stage.reading.same_sentence(s.first, said.first)]
    return bool(here) and here[-1].kind != OUTLET and here[-1].via is None


def the_same(stage: Stage, said: Said, history: list[Said]) -> Said:
    """Who spoke last, for «المتحدث ذاته», «المصدر نفسه»."""
    again = stage.reading.word(said.end) in stage.tables.words.same_words
    if not (again and said.pointing and history) or said.kind not in (PERSON, SOURCE):
        return said
    last = history[-1]
    return replace(
        last,
        first=said.first,
        end=said.end + 1,
        via=said.via,
        via_topic=said.via_topic,
        implicit=True,
    )


def _has_subject_before(stage: Stage, index: int, verb: Verb) -> bool:
    """Whether what follows the verb may be its object, after a subject that ends before it.

    «لكن شركة أميركية تقدر عدد القراء بـ33 مليونا», «الشركة من جهتها أبلغت الموظفين بأن».
    """
    before, words = stage.reading.word(index - 1), stage.tables.words
    if verb.joined or verb.object or not before.isalpha():
        return False
    turned = before in words.side_words or (
        verb.bare in words.object_verbs and before not in words.clause_openers
    )
    return turned or (bool(verb.explains or verb.plural) and before not in words.clause_openers)
