"""Reporting verbs in the forms in which they are written, and what each asks of its sentence."""

from dataclasses import dataclass, replace

from generator.languages.lexicon import SpeechWords

SPEECH, CLAIM, CARRYING = "speech", "claim", "carrying"
_OBJECTS = ("ه", "ها", "هم")
_SHORT = 4  # letters: «يهون» is one who makes light of it


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
    preposition: str = ""
    """With which it reports too: «كشف عن», «أقر ب», «شكا من»."""
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
    goes_on: bool = False
    """Whether it says that somebody goes on speaking: «أضاف»."""
    counts: bool = False
    values: bool = False
    """Whether it reports where it gives something a value: «حددها بـ420 مليونا»."""
    shows: bool = False
    """Whether what it shows may be its object, where a report shows it."""
    doubtful: bool = False
    """Whether it is spelled like another word, so that «أن» must follow its speaker at once."""
    joined: str = ""
    """The conjunction written before it."""
    bare: str = ""
    """The verb without it."""


ANY_VERB = Verb(kind=CLAIM, needs_that=False, acts=True)
"""A verb that may have an object: «رفض المدرب الحديث»."""


def verb_forms(words: SpeechWords, conjunctions: frozenset[str]) -> dict[str, Verb]:
    """The verbs by how they are written: plural, with an object, after a conjunction."""
    verbs: dict[str, Verb] = {}
    claim = words.claim | words.doubtful
    for kind, group in ((SPEECH, words.speech), (CLAIM, claim), (CARRYING, words.carrying)):
        for word in sorted(group):
            verb = _verb(word, kind, group, words)
            plural = replace(verb, plural=True)
            written = [(word, verb)]
            written += [(form, replace(verb, object=True)) for form in _objects(word)]
            if kind != CARRYING:
                written += [(form, plural) for form in _plural_of(word, verb)]
            for form, one in written:
                purpose = ("ل",) if one.present and not one.object else ()
                for conjunction in ("", *sorted(conjunctions), *purpose):
                    known = replace(one, joined=conjunction, bare=form)
                    verbs.setdefault(conjunction + form, known)
    return verbs


def bearing_forms(words: SpeechWords, conjunctions: frozenset[str]) -> dict[str, Verb]:
    """The verbs with which documents bear numbers, by how they are written: «تحمل», «يعطيها»."""
    verbs: dict[str, Verb] = {}
    for word in sorted(words.bearing):
        feminine, present = _is_feminine(word, words.bearing), _is_present(word, words.bearing)
        verb = Verb(CLAIM, needs_that=True, feminine=feminine, present=present, bare=word)
        for form in (word, *_objects(word)):
            for joined in ("", *sorted(conjunctions)):
                verbs.setdefault(joined + form, replace(verb, joined=joined))
    return verbs


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
        goes_on=word in words.continuing,
        counts=word in words.counting,
        values=word in words.valuing,
        shows=word in words.showing,
        doubtful=word in words.doubtful,
        object=False,
        feminine=_is_feminine(word, group),
        plural=word in ("قلن", "يقلن")
        or word.endswith("وا")
        or (word.startswith("ي") and word.endswith("ون") and len(word) > _SHORT),
        present=_is_present(word, group),
        saying=word in words.saying,
        warns=word in words.warning,
        denies=word in words.denying,
        preposition=words.with_preposition.get(word, ""),
    )


def _plural_of(word: str, verb: Verb) -> tuple[str, ...]:
    """The verb of several people: «قالوا», «يرون», «نفوا»; of two where it is one of speaking."""
    if verb.plural:
        return ()
    dual = (word + ("ان" if verb.present else "ا"),) if verb.saying else ()
    if verb.feminine:
        return dual
    weak = word.endswith(("ي", "و")) if verb.present else word.endswith(("ي", "ا"))
    return (word[: len(word) - weak] + ("ون" if verb.present else "وا"), *dual)


def _with_object(word: str, suffix: str) -> str:
    """The verb with an object joined to it: «نفى» becomes «نفاه», «يرى» «يراه»."""
    weak_past = word.endswith("ي") and not word.startswith(("ي", "ت"))
    return (word[:-1] + "ا" if weak_past else word) + suffix


def _objects(word: str) -> list[str]:
    """The verb with each object; «يرى» and «يروي» are folded alike: «يراها», «يرويها»."""
    weak = (word[:-1] + "ا",) if word.endswith("ي") and word.startswith(("ي", "ت")) else ()
    return [form for stem in (word, *weak) for form in (_with_object(stem, s) for s in _OBJECTS)]


def _is_feminine(word: str, group: frozenset[str]) -> bool:
    """Whether the verb is feminine: «قالت», «تقول»; «توقع» and «لفت» are not."""
    if word.endswith(("تني", "تنا")) or (word.startswith("ت") and "ي" + word[1:] in group):
        return True
    return word.endswith("ت") and not group.isdisjoint(word[:-1] + e for e in ("", "ي", "ا"))


def _is_present(word: str, group: frozenset[str]) -> bool:
    """Whether the verb is in the present: «يقول», «تقول»; «تابع» and «توقع» are not."""
    return word.startswith("ي") or (word.startswith("ت") and "ي" + word[1:] in group)
