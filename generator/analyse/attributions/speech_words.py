"""The words of attributions, built once for a lexicon: verbs in their forms, heads of speakers."""

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.attributions.verb_forms import Verb, bearing_forms, verb_forms
from generator.analyse.clitics import phrases_with_clitics, with_clitics
from generator.languages.lexicon import Lexicon, SpeechWords
from generator.languages.words import Phrases

QUOTES = frozenset("\"«»“”„‘’'")
ABD = "عبد"
"""The first word of names in two words: «عبد الله»."""
# Kinds of speakers: those of the lexicon, a name, a place that stands for its government.
OUTLET, PERSON, BODY, SOURCE, NAME, PLACE = "outlet", "person", "body", "source", "name", "place"


_COMMON = 4  # ways in which a word is inflected


@dataclass(frozen=True, slots=True)
class Participle:
    """A participle of speech as written: its gender, its number, what it may report with."""

    feminine: bool
    plural: bool
    free: bool
    """Whether it needs no «أن»: «متوقعا تراجع الأسعار»."""
    preposition: str
    """After which what is said may stand: «داعيا الإدارة إلى جلسة»."""


@dataclass(frozen=True, slots=True)
class SpeechTables:
    """Lookup tables for attributions."""

    words: SpeechWords
    cues: frozenset[str]
    """Words with which a reporting phrase may begin; every other word is passed over."""
    phrase_cues: dict[str, frozenset[str]]
    """Of those the words that only begin phrases -> their second words: «على حد تعبيره»."""
    openers: frozenset[str]
    """Words with which the words of a speaker may begin, besides names of the article."""
    before_names: frozenset[str]
    """Words with which a name may begin that no topic has, and titles."""
    common_nouns: frozenset[str]
    """Words that are inflected in many ways, as no family name is."""
    known_words: Collection[str]
    """Words of the frequency list, without the article."""
    plain_names: frozenset[str]
    """First names that are no common words: «خالد», not «فرح»."""
    verbs: dict[str, Verb]
    bearing: dict[str, Verb]
    """Verbs with which documents bear numbers, which report nothing else."""
    according: Phrases[tuple[int, str]]
    heads: dict[str, tuple[int, str]]
    kin: dict[str, str]
    """A relative with a pronoun -> the word without it: «زوجته» is «زوجه»."""
    documents: dict[str, tuple[int, bool]]
    """«سجلاتها» -> letters of a preposition before it, and whether its verbs are feminine."""
    that: dict[str, tuple[int, str]]
    given_names: frozenset[str]
    first_names: dict[str, bool | None]
    """First name -> whether it is a woman's; none where both bear it."""
    asked: frozenset[str]
    plural_people: frozenset[str]
    interviews: dict[str, tuple[int, str]]
    relatives: frozenset[str]
    sayings: frozenset[str]
    """«القول», «بالقول», «للتأكيد»."""
    participles: dict[str, Participle]
    """Participle as written: «مؤكدا», «ومؤكدة», «مؤكدين»."""
    outlet_kinds: dict[str, tuple[int, str]]
    outlet_names: Phrases[tuple[int, str]]
    according_to_them: Phrases[tuple[int, str]]
    function_words: frozenset[str]
    holding: Collection[str]
    """«في», after which a document must stand: «ففي بيان المفوضية أن»."""
    numbers: frozenset[str]
    """Numbers in words, also with letters joined: «بأربعة»."""


@lru_cache(maxsize=8)
def speech_tables(lexicon: Lexicon) -> SpeechTables:
    """The words of attributions in all their forms."""
    words, names = lexicon.speech, lexicon.names
    verbs = verb_forms(words, names.conjunctions)
    bearing = bearing_forms(words, names.conjunctions)
    bare_heads = {
        form: kind
        for word, kind in (
            *_people(words.regular_people),
            *_numbers_of(words.speakers),
            *words.speakers.items(),
        )
        for form in (*_cases(word, words.speakers.keys()), names.article + word)
    }
    for form in bare_heads.keys() & (words.stops | words.adverbs):
        del bare_heads[form]  # «أمام» is spelled like «إمام»
    relatives = words.kin | words.regular_people | {w + "ه" for w in words.regular_people}
    kin = {f: w for w in sorted(relatives) for f in _possessed(w) if f not in bare_heads}
    joined = {c + form: word for form, word in kin.items() for c in ("", *names.conjunctions)}
    heads = _with_relatives(with_clitics(bare_heads, names), kin, names.conjunctions)
    according = phrases_with_clitics(words.according, names)
    to_them = phrases_with_clitics(words.according_to_them, names)
    asked = words.asked | _joined(words.asked, names.conjunctions)
    participles = _participles(words, names.conjunctions)
    sayings = frozenset(
        joined + word for word in words.said_nouns for joined in ("ال", "بال", "لل", "وال")
    )
    outlet_names = phrases_with_clitics(words.outlet_names, names)
    that = {
        form: value
        for form, value in with_clitics(
            dict.fromkeys(sorted(words.that_words), "that"), names
        ).items()
        if form[value[0] - 1 : value[0]] != "ك"  # «كأن» is spelled like «كان»
    }
    sources = frozenset(
        form for form, (prefix, kind) in heads.items() if kind == SOURCE and not prefix
    )
    holding = dict.fromkeys(words.in_words | _joined(words.in_words, names.conjunctions), sources)
    around = words.titles | words.latest | words.kunya | QUOTES | {ABD}
    return SpeechTables(
        words=words,
        cues=frozenset().union(
            verbs, bearing, according, to_them, asked, participles, sayings, holding
        ),
        phrase_cues=_phrase_cues(
            (according, to_them), holding, {*verbs, *asked, *participles, *sayings}
        ),
        holding=holding.keys(),
        common_nouns=frozenset(w for w, n in names.commonness.items() if n >= _COMMON),
        known_words=names.commonness.keys(),
        plain_names=frozenset(
            name for name in words.first_names if names.commonness.get(name, 0) < _COMMON
        ),
        before_names=words.kunya.union(
            words.titles, words.first_names, {"بو" + name for name in words.first_names}, {ABD}
        ),
        openers=around.union(heads, words.first_names, outlet_names),
        verbs=verbs,
        bearing=bearing,
        according=according,
        heads=heads,
        kin=joined,
        documents=_documents(words, names.conjunctions, bare_heads.keys()),
        that=that,
        given_names=names.given_names,
        first_names={
            name: {"man": False, "woman": True}.get(gender)
            for name, gender in words.first_names.items()
        },
        asked=asked,
        plural_people=frozenset(
            with_clitics(
                {f: "" for w in sorted(words.plural_people) for f in (w, names.article + w)}, names
            )
        ),
        interviews=with_clitics(
            {f: "" for w in sorted(words.interviews) for f in (w, names.article + w)}, names
        ),
        function_words=lexicon.figures.function_words,
        numbers=_numbers(lexicon),
        relatives=words.relatives | _joined(words.relatives, names.conjunctions),
        participles=participles,
        sayings=sayings,
        outlet_names=outlet_names,
        according_to_them=to_them,
        outlet_kinds=with_clitics(
            {f: k for w, k in words.outlet_kinds.items() for f in (w, names.article + w)}, names
        ),
    )


def _documents(
    words: SpeechWords, conjunctions: frozenset[str], heads: Collection[str]
) -> dict[str, tuple[int, bool]]:
    """Each source with a pronoun: «تقريره», «لدراستها»; none that is another head as well."""
    forms = {}
    for word in sorted(word for word, kind in words.speakers.items() if kind == SOURCE):
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        feminine = word.endswith(("ه", "ات")) or word in words.feminine_heads
        for pronoun in ("ه", "ها", "هم"):
            for joined in ("", "ل", *sorted(conjunctions)):
                if stem + pronoun not in heads:
                    forms[joined + stem + pronoun] = (int(joined == "ل"), feminine)
    return forms


def _numbers(lexicon: Lexicon) -> frozenset[str]:
    numbers = lexicon.numbers
    counts = {word for word, value in numbers.cardinals.items() if value > 1}
    words = counts.union(numbers.hundreds, numbers.scales, numbers.dual_scales, numbers.vague)
    return frozenset(with_clitics(dict.fromkeys(sorted(words), ""), lexicon.names))


def _phrase_cues(
    tables: tuple[Phrases[tuple[int, str]], ...],
    holding: Mapping[str, frozenset[str]],
    alone: set[str],
) -> dict[str, frozenset[str]]:
    """First word -> second words, where no phrase of one word begins so."""
    rests = {first: set(seconds) for first, seconds in holding.items()}
    for table in tables:
        for first, rows in table.items():
            rests.setdefault(first, set()).update(rest[0] if rest else "" for rest, _ in rows)
    return {
        first: frozenset(seconds)
        for first, seconds in rests.items()
        if "" not in seconds and first not in alone
    }


def _people(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """«خباز» in all its forms, of which «خبازو» and «خبازا» stand before a noun."""
    for word in sorted(words):
        for ending in ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "و"):
            yield word + ending, PERSON


def _numbers_of(speakers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The regular dual and plural of things: «حكومتا», «وثيقتان», «هيئات»."""
    for word, kind in speakers.items():
        if kind != PERSON and word.endswith("ه"):
            yield from ((word[:-1] + ending, kind) for ending in ("تا", "تي", "تان", "تين", "ات"))


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


def _cases(word: str, singulars: Set[str]) -> tuple[str, ...]:
    """The word, and as the subject of «لكن» with its alef: «لكن عمالا قالوا»."""
    if word.endswith("ه"):
        return (word, *(word[:-1] + ending for ending in ("تا", "تي", "تان", "تين")))
    dual = word.endswith("ان") and (word[:-2] in singulars or word[:-2] + "ه" in singulars)
    sound = dual or word.endswith(("ا", "ون", "ين", "ات", "ي", "و", "اء"))
    return (word,) if sound else (word, word + "ا")


def _joined(words: frozenset[str], conjunctions: frozenset[str]) -> frozenset[str]:
    return frozenset(conjunction + word for conjunction in conjunctions for word in words)


def _participles(words: SpeechWords, conjunctions: frozenset[str]) -> dict[str, Participle]:
    """«مؤكدا», «مؤكدة», «مؤكدين», «مؤكدات», each also after «و»."""
    forms = {}
    for word in sorted(words.participles):
        free, preposition = word in words.foretelling, words.participles_with.get(word, "")
        many = word.removesuffix("ي") + "ين"  # «داعين»
        for form in (word + "ا", word + "ه", many, word + "ات"):
            feminine, plural = form.endswith(("ه", "ات")), form.endswith(("ين", "ات"))
            for joined in ("", *sorted(conjunctions)):
                forms[joined + form] = Participle(feminine, plural, free, preposition)
    return forms
