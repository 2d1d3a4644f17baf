"""The words of attributions, built once for a lexicon: verbs in their forms, heads of speakers."""

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
    then: tuple[str, ...]
    """The words that must follow its speaker at once: «إلى أن», «عن»."""
    object: bool
    feminine: bool
    plural: bool
    present: bool
    saying: bool
    warns: bool
    denies: bool
    """Whether its object is often a report: «نفت التقرير»."""
    joined: str = ""
    """The conjunction written before it."""


@dataclass(frozen=True, slots=True)
class SpeechTables:
    """Lookup tables for attributions."""

    words: SpeechWords
    verbs: dict[str, Verb]
    according: Phrases[tuple[int, str]]
    heads: dict[str, tuple[int, str]]
    that: dict[str, tuple[int, str]]
    given_names: frozenset[str]
    asked: frozenset[str]
    plural_people: frozenset[str]
    interviews: dict[str, tuple[int, str]]
    relatives: frozenset[str]
    participles: dict[str, bool]
    """Participle as written -> whether it is feminine: «مؤكدا», «ومؤكدة»."""
    outlet_kinds: dict[str, tuple[int, str]]
    function_words: frozenset[str]


@lru_cache(maxsize=8)
def speech_tables(lexicon: Lexicon) -> SpeechTables:
    """The words of attributions in all their forms."""
    words, names = lexicon.speech, lexicon.names
    verbs: dict[str, Verb] = {}
    for kind, group in ((SPEECH, words.speech), (CLAIM, words.claim), (CARRYING, words.carrying)):
        for word in sorted(group):
            verb = _verb(word, kind, group, words)
            plural = replace(verb, plural=True)
            written = [(word, verb)]
            written += [(_with_object(word, s), replace(verb, object=True)) for s in ("ه", "ها")]
            written += [(form, plural) for form in _plural_of(word, verb) if kind != CARRYING]
            for form, one in written:
                for conjunction in ("", *sorted(names.conjunctions)):
                    verbs.setdefault(conjunction + form, replace(one, joined=conjunction))
    heads = {
        form: kind
        for word, kind in words.speakers.items()
        for form in (*_cases(word), names.article + word)
    }
    return SpeechTables(
        words=words,
        verbs=verbs,
        according=phrases_with_clitics(words.according, names),
        heads=with_clitics(heads, names),
        that=with_clitics(dict.fromkeys(sorted(words.that_words), "that"), names),
        given_names=names.given_names,
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
        outlet_kinds=with_clitics(
            {f: k for w, k in words.outlet_kinds.items() for f in (w, names.article + w)}, names
        ),
    )


def _verb(word: str, kind: str, group: frozenset[str], words: SpeechWords) -> Verb:
    then: tuple[str, ...] = ()
    if word in words.needs_to_that:
        then = ("الي", "ان")
    elif word in words.needs_about:
        then = ("عن",)
    return Verb(
        kind=kind,
        needs_that=word in words.needs_that,
        then=then,
        object=False,
        feminine=_is_feminine(word, group),
        plural=word.endswith("وا") or (word.startswith("ي") and word.endswith("ون")),
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
    """The verb of several people: «قالوا», «يرون», «نفوا»; none of a feminine or plural one."""
    if verb.feminine or verb.plural:
        return ()
    return ((word.removesuffix("ي")) + ("ون" if verb.present else "وا"),)


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
    """Whether the verb is feminine: «قالت», «تقول»; «توقع» and «تابع» are not."""
    return word.endswith("ت") or (word.startswith("ت") and "ي" + word[1:] in group)


def _is_present(word: str, group: frozenset[str]) -> bool:
    """Whether the verb is in the present: «يقول», «تقول»; «تابع» and «توقع» are not."""
    return word.startswith("ي") or (word.startswith("ت") and "ي" + word[1:] in group)
