"""The section on speech: reporting verbs and phrases, and who can be a speaker."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.languages.groups import Groups
from generator.languages.words import Phrases, Words, phrases
from generator.text import fold


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Reporting verbs and phrases, and who can be a speaker."""

    speech: Words
    claim: Words
    doubtful: Words
    wasla: Words
    """Verbs that a hamza makes the first person: «اعتقد» is past, «أعتقد» is «I believe»."""
    saying: Words
    needs_that: Words
    needs_then: Mapping[str, str]
    """Verb -> the words that follow its speaker at once: «إلى أن»."""
    needs_later: Mapping[str, str]
    """Verb -> the word that follows its speaker sooner or later: «ب»."""
    needs_object: Words
    demanding: Words
    counting: Words
    continuing: Words
    asking: Words
    said_nouns: Words
    answering: Words
    also_nouns: Words
    bringing: Words
    valuing: Words
    valued_things: Words
    denied_reports: Words
    first_names: Mapping[str, str]
    """First name -> man, woman or both."""
    regular_people: Words
    adverbs: Words
    shy_verbs: Words
    doing_verbs: Words
    talking: Words
    outlet_verbs: Words
    seen_by: Words
    outlet_names: Phrases[str]
    latest: Words
    registrars: Words
    showing: Words
    telling: Words
    kin: Words
    women: Words
    object_then: Mapping[str, str]
    matters: Words
    according_to_them: Phrases[str]
    """Phrase -> man, woman or many: whose pronoun it has."""
    feminine_heads: Words
    press_people: Words
    source_adjectives: Words
    near: Words
    meeting: Words
    side_words: Words
    kunya: Words
    name_parts: Words
    warning: Words
    fields_of_work: Words
    participles: Words
    foretelling: Words
    """Participles that need no «أن» before what is said: «متوقعا تراجع الأسعار»."""
    participles_with: Mapping[str, str]
    """Participle -> the preposition after which what is said may stand: «داعيا … إلى»."""
    carrying: Words
    according: Phrases[str]
    according_needs_verb: Words
    according_freely: Words
    norms: Words
    inquiries: Words
    subject_openers: Words
    but_before_that: Words
    presenting: Words
    counting_heads: Words
    bearing: Words
    parts_of_documents: Words
    mouths: Words
    before_predicates: Words
    in_words: Words
    in_it_words: Words
    counting_doubled: Words
    according_apart: Words
    speeches: Words
    according_with_for: Words
    according_with_from: Words
    that_words: Words
    speakers: Mapping[str, str]
    titles: Words
    stops: Words
    links: Words
    auxiliaries: Words
    after_verb: Words
    interviews: Words
    not_reported_after: Words
    subjunctive_after: Words
    impersonal: Words
    later_adjectives: Words
    clause_openers: Words
    denying: Words
    same_words: Words
    manners: Words
    with_preposition: Mapping[str, str]
    """Verb -> the preposition with which it reports too: «كشف عن»."""
    relatives: Words
    prepositions: Words
    in_their_name: Words
    object_verbs: Words
    masculine_names: Words
    going_on: Words
    asked: Words
    plural_people: Words
    outlet_kinds: Mapping[str, str]


def read_speech(groups: Groups) -> SpeechWords:
    """Reporting verbs and phrases, and who can be a speaker."""
    reporting = groups.section("reporting")
    return SpeechWords(
        speech=reporting.verbs("speech"),
        claim=reporting.verbs("claim"),
        doubtful=reporting.verbs("doubtful"),
        wasla=frozenset(
            fold(v.partition("/")[0])
            for g in ("speech", "claim")
            for v in reporting.texts(g)
            if v[0] == "ا"
        ),
        saying=groups.verbs("saying"),
        needs_that=groups.verbs("needs_that"),
        warning=groups.verbs("warning"),
        fields_of_work=groups.words("fields_of_work"),
        needs_then=groups.by_verb("needs_then"),
        needs_later=groups.by_verb("needs_later"),
        needs_object=groups.verbs("needs_object"),
        demanding=groups.verbs("demanding"),
        counting=groups.verbs("counting"),
        continuing=groups.verbs("continuing"),
        asking=groups.verbs("asking"),
        said_nouns=groups.words("said_nouns"),
        answering=groups.verbs("answering"),
        also_nouns=groups.words("also_nouns"),
        bringing=groups.verbs("bringing"),
        valuing=groups.verbs("valuing"),
        valued_things=groups.words("valued_things"),
        denied_reports=groups.words("denied_reports"),
        first_names=groups.by_value("first_names"),
        regular_people=groups.words("regular_people"),
        adverbs=groups.words("adverbs"),
        shy_verbs=groups.words("shy_verbs"),
        doing_verbs=groups.verbs("doing_verbs"),
        talking=groups.words("talking"),
        outlet_verbs=groups.words("outlet_verbs"),
        seen_by=groups.words("seen_by"),
        outlet_names=phrases((name, name) for name in groups.texts("outlet_names")),
        latest=groups.words("latest"),
        registrars=groups.words("registrars"),
        showing=groups.verbs("showing"),
        telling=groups.verbs("telling"),
        kin=groups.words("kin"),
        women=groups.words("women"),
        object_then=groups.by_verb("object_then"),
        matters=groups.words("matters"),
        according_to_them=groups.phrases("according_to_them"),
        feminine_heads=groups.words("feminine_heads"),
        press_people=groups.words("press_people"),
        source_adjectives=groups.words("source_adjectives"),
        near=groups.words("near"),
        meeting=groups.words("meeting"),
        side_words=groups.words("side_words"),
        kunya=groups.words("kunya"),
        name_parts=groups.words("name_parts"),
        participles=groups.words("participles"),
        foretelling=groups.words("foretelling"),
        participles_with={
            word: fold(preposition)
            for word, preposition in groups.by_value("participles_with").items()
        },
        carrying=groups.verbs("carrying"),
        according=phrases((phrase, fold(phrase)) for phrase in groups.texts("according")),
        according_apart=groups.words("according_apart"),
        speeches=groups.words("speeches"),
        according_needs_verb=groups.words("according_needs_verb"),
        according_freely=groups.words("according_freely"),
        norms=groups.words("norms"),
        inquiries=groups.words("inquiries"),
        subject_openers=groups.words("subject_openers"),
        but_before_that=groups.words("but_before_that"),
        presenting=groups.words("presenting"),
        counting_heads=groups.words("counting_heads"),
        bearing=groups.verbs("bearing"),
        parts_of_documents=groups.words("parts_of_documents"),
        mouths=groups.words("mouths"),
        before_predicates=groups.words("before_predicates"),
        in_words=groups.words("in_words"),
        in_it_words=groups.words("in_it_words"),
        counting_doubled=groups.words("counting_doubled"),
        according_with_for=groups.words("according_with_for"),
        according_with_from=groups.words("according_with_from"),
        that_words=groups.words("that_words_reporting"),
        speakers=groups.by_value("speakers"),
        titles=groups.words("titles"),
        stops=groups.words("speaker_stops"),
        links=groups.words("speaker_links"),
        auxiliaries=groups.words("auxiliaries"),
        after_verb=groups.words("after_verb"),
        interviews=groups.words("interviews"),
        not_reported_after=groups.words("not_reported_after"),
        subjunctive_after=groups.words("subjunctive_after"),
        impersonal=groups.words("impersonal"),
        later_adjectives=groups.words("later_adjectives"),
        clause_openers=groups.words("clause_openers"),
        denying=groups.words("denying"),
        same_words=groups.words("same_words"),
        manners=groups.words("manners"),
        with_preposition=groups.by_verb("with_preposition"),
        relatives=groups.words("relatives"),
        prepositions=groups.words("prepositions"),
        in_their_name=groups.words("in_their_name"),
        object_verbs=groups.words("object_verbs"),
        masculine_names=groups.words("masculine_names"),
        going_on=groups.words("going_on"),
        asked=groups.words("asked"),
        plural_people=groups.words("plural_people"),
        outlet_kinds=groups.by_value("outlet_kinds"),
    )
