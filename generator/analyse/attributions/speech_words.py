"""The words of attributions, built once for a lexicon: verbs in their forms, heads of speakers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.analyse.clitics import phrases_with_clitics, with_clitics
from generator.languages.lexicon import Lexicon, SpeechWords
from generator.languages.words import Phrases

SPEECH, CLAIM, CARRYING = "speech", "claim", "carrying"
# Kinds of speakers: those of the lexicon, a name, a place that stands for its government.
OUTLET, PERSON, BODY, SOURCE, NAME, PLACE = "outlet", "person", "body", "source", "name", "place"


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb as written: what it is, and whether it carries an object («تقدره»)."""

    kind: str
    needs_that: bool
    """Whether it reports only before «أن», «إن» or a quotation."""
    then: tuple[str, ...] = ()
    """The words that must follow its speaker at once: «إلى أن», «عن»."""
    object: bool = False
    feminine: bool = False
    plural: bool = False
    present: bool = False
    saying: bool = False
    warns: bool = False
    denies: bool = False
    """Whether its object is often a report: «نفت التقرير»."""
    later: str = ""
    """The word that must follow its speaker sooner or later: «إلى», or «ب» with its noun."""
    explains: str = ""
    """The word that, after an object, makes it report as well: «عزا الخبير الارتفاع إلى»."""
    acts: bool = False
    """Whether whom or what it acts on follows its speaker: «اتهم الوزير خصومه»."""
    wasla: bool = False
    """Whether a hamza on its alef makes it the first person: «أعتقد»."""
    demands: bool = False
    """Whether what is asked for is enough of a statement: «طالبت النقابة بصرف الأجور»."""
    counts: bool = False
    shows: bool = False
    """Whether what it shows may be its object, where a report shows it."""
    doubtful: bool = False
    """Whether it is spelled like another word, so that «أن» must follow its speaker at once."""
    joined: str = ""
    """The conjunction written before it."""
    bare: str = ""
    """The verb without it."""


@dataclass(frozen=True, slots=True)
class SpeechTables:
    """Lookup tables for attributions."""

    words: SpeechWords
    verbs: dict[str, Verb]
    according: Phrases[tuple[int, str]]
    heads: dict[str, tuple[int, str]]
    kin: dict[str, str]
    """A relative with a pronoun -> the word without it: «زوجته» is «زوجه»."""
    that: dict[str, tuple[int, str]]
    given_names: frozenset[str]
    first_names: dict[str, bool | None]
    """First name -> whether it is a woman's; none where both bear it."""
    asked: frozenset[str]
    plural_people: frozenset[str]
    interviews: dict[str, tuple[int, str]]
    relatives: frozenset[str]
    participles: dict[str, bool]
    """Participle as written -> whether it is feminine: «مؤكدا», «ومؤكدة»."""
    outlet_kinds: dict[str, tuple[int, str]]
    outlet_names: Phrases[tuple[int, str]]
    according_to_them: Phrases[tuple[int, str]]
    function_words: frozenset[str]


@lru_cache(maxsize=8)
def speech_tables(lexicon: Lexicon) -> SpeechTables:
    """The words of attributions in all their forms."""
    words, names = lexicon.speech, lexicon.names
    verbs: dict[str, Verb] = {}
    claim = words.claim | words.doubtful
    for kind, group in ((SPEECH, words.speech), (CLAIM, claim), (CARRYING, words.carrying)):
        for word in sorted(group):
            verb = _verb(word, kind, group, words)
            plural = replace(verb, plural=True)
            written = [(word, verb)]
            written += [(_with_object(word, s), replace(verb, object=True)) for s in ("ه", "ها")]
            if kind != CARRYING:
                written += [(form, plural) for form in _plural_of(word, verb)]
            for form, one in written:
                for conjunction in ("", *sorted(names.conjunctions)):
                    known = replace(one, joined=conjunction, bare=form)
                    verbs.setdefault(conjunction + form, known)
    heads = {
        form: kind
        for word, kind in (*_people(words.regular_people), *words.speakers.items())
        for form in (*_cases(word), names.article + word)
    }
    for form in heads.keys() & (words.stops | words.adverbs):
        del heads[form]  # «أمام» is spelled like «إمام»
    relatives = words.kin | words.regular_people | {w + "ه" for w in words.regular_people}
    kin = {f: w for w in sorted(relatives) for f in _possessed(w) if f not in heads}
    joined = {c + form: word for form, word in kin.items() for c in ("", *names.conjunctions)}
    return SpeechTables(
        words=words,
        verbs=verbs,
        according=phrases_with_clitics(words.according, names),
        heads=_with_relatives(with_clitics(heads, names), kin, names.conjunctions),
        kin=joined,
        that={
            form: value
            for form, value in with_clitics(
                dict.fromkeys(sorted(words.that_words), "that"), names
            ).items()
            if form[value[0] - 1 : value[0]] != "ك"  # «كأن» is spelled like «كان»
        },
        given_names=names.given_names,
        first_names={
            name: {"man": False, "woman": True}.get(gender)
            for name, gender in words.first_names.items()
        },
        asked=words.asked | _joined(words.asked, names.conjunctions),
        plural_people=frozenset(
            with_clitics(
                {f: "" for w in sorted(words.plural_people) for f in (w, names.article + w)}, names
            )
        ),
        interviews=with_clitics(
            {f: "" for w in sorted(words.interviews) for f in (w, names.article + w)}, names
        ),
        function_words=lexicon.figures.function_words,
        relatives=words.relatives | _joined(words.relatives, names.conjunctions),
        participles=_participles(words.participles, names.conjunctions),
        outlet_names=phrases_with_clitics(words.outlet_names, names),
        according_to_them=phrases_with_clitics(words.according_to_them, names),
        outlet_kinds=with_clitics(
            {f: k for w, k in words.outlet_kinds.items() for f in (w, names.article + w)}, names
        ),
    )


def _people(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """«خباز» in all its forms, of which «خبازو» and «خبازا» stand before a noun."""
    for word in sorted(words):
        for ending in ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "و"):
            yield word + ending, PERSON


def _with_relatives(
    heads: dict[str, tuple[int, str]], kin: dict[str, str], conjunctions: frozenset[str]
) -> dict[str, tuple[int, str]]:
    """The heads and «والده», «ووالده»; other letters stand before these too seldom."""
    relatives = {c + form: (len(c), PERSON) for form in kin for c in ("", *sorted(conjunctions))}
    return {**relatives, **heads}


def _possessed(word: str) -> Iterator[str]:
    """«زوجته», «والدها», «أبوه»; «أبيه» after a preposition."""
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    stems = (stem + "و", stem + "ي") if word in ("اب", "اخ") else (stem,)
    for one in stems:
        yield from (one + suffix for suffix in ("ه", "ها", "هم", "هما", "نا", "ي"))


def _verb(word: str, kind: str, group: frozenset[str], words: SpeechWords) -> Verb:
    return Verb(
        kind=kind,
        needs_that=word in words.needs_that,
        then=tuple(words.needs_then.get(word, "").split()),
        later=words.needs_later.get(word, ""),
        explains=words.object_then.get(word, ""),
        acts=word in words.needs_object,
        wasla=word in words.wasla,
        demands=word in words.demanding,
        counts=word in words.counting,
        shows=word in words.showing,
        doubtful=word in words.doubtful,
        object=False,
        feminine=_is_feminine(word, group),
        plural=word in ("قلن", "يقلن")
        or word.endswith("وا")
        or (word.startswith("ي") and word.endswith("ون")),
        present=_is_present(word, group),
        saying=word in words.saying,
        warns=word in words.warning,
        denies=word in words.denying,
    )


def _cases(word: str) -> tuple[str, ...]:
    """The word, and as the subject of «لكن» with its alef: «لكن عمالا قالوا»."""
    sound = word.endswith(("ه", "ا", "ون", "ين", "ان", "ات", "ي", "و", "اء"))
    return (word,) if sound else (word, word + "ا")


def _plural_of(word: str, verb: Verb) -> tuple[str, ...]:
    """The verb of several people: «قالوا», «يرون», «نفوا»; of two where it is one of speaking."""
    if verb.plural:
        return ()
    dual = (word + ("ان" if verb.present else "ا"),) if verb.saying else ()
    if verb.feminine:
        return dual
    weak = word.endswith(("ي", "و")) if verb.present else word.endswith(("ي", "ا"))
    return (word[: len(word) - weak] + ("ون" if verb.present else "وا"), *dual)


def _joined(words: frozenset[str], conjunctions: frozenset[str]) -> frozenset[str]:
    return frozenset(conjunction + word for conjunction in conjunctions for word in words)


def _participles(words: frozenset[str], conjunctions: frozenset[str]) -> dict[str, bool]:
    """«مؤكدا», «مؤكدة», each also after «و»."""
    return {
        conjunction + word + ending: feminine
        for conjunction in ("", *sorted(conjunctions))
        for word in sorted(words)
        for ending, feminine in (("ا", False), ("ه", True))
    }


def _with_object(word: str, suffix: str) -> str:
    """The verb with an object joined to it: «نفى» becomes «نفاه», «يرى» «يراه»."""
    weak_past = word.endswith("ي") and not word.startswith(("ي", "ت"))
    return (word[:-1] + "ا" if weak_past else word) + suffix


def _is_feminine(word: str, group: frozenset[str]) -> bool:
    """Whether the verb is feminine: «قالت», «تقول»; «توقع» and «لفت» are not."""
    if word.endswith(("تني", "تنا")) or (word.startswith("ت") and "ي" + word[1:] in group):
        return True
    return word.endswith("ت") and not group.isdisjoint(word[:-1] + e for e in ("", "ي", "ا"))


def _is_present(word: str, group: frozenset[str]) -> bool:
    """Whether the verb is in the present: «يقول», «تقول»; «تابع» and «توقع» are not."""
    return word.startswith("ي") or (word.startswith("ت") and "ي" + word[1:] in group)
