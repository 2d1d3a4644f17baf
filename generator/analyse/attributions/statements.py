"""Where what is said begins: at «أن», a colon, a quotation, or the preposition of its verb."""

from bisect import bisect_left
from dataclasses import replace

from generator.analyse.attributions.asides import past_aside, past_place
from generator.analyse.attributions.cast import Stage
from generator.analyse.attributions.speech_words import QUOTES
from generator.analyse.attributions.verb_forms import CLAIM, SPEECH, Verb
from generator.analyse.reading import Reading

OPENERS = QUOTES | {":"}
PREPOSITIONS = frozenset({"الي", "علي", "من", "عن", "في"})
_MARKS = frozenset({"،", ".", "؛", ""})
_ASIDE = 26  # words
_LATER = 12  # words
_ADMITTED = 20  # words
_EXPLAINED = 7  # words
_PHRASE = 24  # words
_VALUED = 10  # words
_NEAR = 5  # words
_AMONG = 16  # words
_SHORT_CLAUSE = 8  # words
_LIMITS = frozenset({"الا", "سوي", "غير", "اكثر", "باكثر"})
_BEFORE_VALUE = 3  # words
_VALUE_LINKS = frozenset({"عند", "بين", "ب"})


def begins(stage: Stage, place: int, verb: Verb | None) -> bool:
    """Whether a statement begins at the word."""
    reading, that = stage.reading, stage.tables.that
    word = reading.word(place)
    if word in that or word in OPENERS:
        return True
    if word in PREPOSITIONS and reading.word(place + 1) in that:
        return True
    if verb is None:
        return False
    if word == "من" and verb.warns:
        return True
    if verb.then and reading.words[place : place + len(verb.then)] == verb.then:
        return True
    return bool(verb.later) and is_later(word, verb)


def is_later(word: str, verb: Verb) -> bool:
    """Whether the word is the one that must follow the verb: «إلى», or a noun after «ب»."""
    return word == verb.later or (len(verb.later) == 1 and word[:1] == verb.later and len(word) > 2)


def later_follows(stage: Stage, place: int, verb: Verb) -> bool:
    """Whether in the rest of the clause «أن» follows «تعهد», or «ب» follows «طالب»."""
    reading = stage.reading
    place = past_place(stage, place)
    for index in range(place, min(place + _LATER, len(reading.words))):
        word = reading.words[index]
        if not reading.same_sentence(max(0, place - 1), index) or word in stage.tables.verbs:
            return False
        demanded = verb.demands and is_later(word, verb)
        if demanded or word in stage.tables.that or word in OPENERS:
            return True
    return False


def explains(stage: Stage, place: int, verb: Verb) -> bool:
    """Whether an object stands there and then the word of «عزا الخبير الارتفاع إلى»."""
    if verb.values and value_follows(stage, place):
        return True
    reading, matters = stage.reading, stage.tables.words.matters
    if not verb.explains or not reading.word(place).isalpha():
        return False
    sure = verb.bare[:2] not in ("رد", "ير", "تر", "وض", "يض", "تض", "حد", "يح", "تح")
    if not (sure or reading.word(place) in matters):
        return False
    for index in range(place + 1, min(place + _EXPLAINED, len(reading.words))):
        word = reading.words[index]
        if not reading.same_sentence(place, index) or word in "،؛:":
            return False
        if word == verb.explains or (len(verb.explains) == 1 and word[0] == verb.explains):
            return True
    return False


def names_value(stage: Stage, place: int, verb: Verb) -> bool:
    """Whether the word that gives a value follows a verb with its object: «قدرتها بـ347»."""
    if verb.values or verb.counts:
        return value_follows(stage, place)
    reading = stage.reading
    for index in range(place, min(place + _EXPLAINED, len(reading.words))):
        word = reading.words[index]
        if not reading.same_sentence(max(0, place - 1), index) or word in stage.tables.verbs:
            return False
        if verb.explains and (word == verb.explains or word[:1] == verb.explains):
            return True
    return False


def number_near(stage: Stage, index: int, within: int = _NEAR) -> bool:
    """Whether a number in digits or words comes at once: «أحصت المنظمة نحو 40 حالة»."""
    reading, numbers = stage.reading, stage.tables.numbers
    among = reading.word(index) in ("من", "ممن")  # «تحصي من الأسر التي خرجت 320»
    place, left = index, _AMONG if among else within
    while left and place < len(reading.words) and reading.same_sentence(index, place):
        word = reading.words[place]
        if word[0].isdigit() or word in numbers:
            return True
        by_another = reading.word(place + 1) in stage.tables.according  # «، كما ورد في البيان، »
        aside = word == "،" and not by_another
        after = past_aside(stage, place) if aside else place + 1
        place, left = max(after, place + 1), left - 1  # «وأحصى منها، مضافة إليها البيضاء، 90»
    return False


def gives_number(stage: Stage, place: int, verb: Verb) -> bool:
    """Whether a number follows a verb that, said of a document, reports it: «تذكر النشرة 412»."""
    other = verb.later or verb.then or verb.object or verb.doubtful or verb.goes_on
    plain = verb.kind in (SPEECH, CLAIM) and not other
    place = past_aside(stage, place)
    return plain and stage.reading.word(place) != "من" and number_near(stage, place)


def parenthetical(stage: Stage, index: int, end: int, verb: Verb) -> bool:
    """Whether a verb of speaking stands with its speaker between two marks: «، تقول منى،»."""
    reading = stage.reading
    opened = reading.word(index - 1) == "،" and not verb.joined and verb.kind == SPEECH
    return opened and (reading.word(end) in _MARKS or not reading.same_sentence(index, end))


def follows_preposition(stage: Stage, place: int, verb: Verb) -> bool:
    """Whether the preposition of the verb stands there: «كشفت الشركة عن», «أقر الوزير بوجود»."""
    word = stage.reading.word(place)
    if not verb.preposition:
        return False
    if word in stage.tables.function_words and word != verb.preposition:
        return False
    if word[1:].removeprefix("ال") in stage.tables.words.manners:
        return False
    return is_later(word, replace(verb, later=verb.preposition))


def admits(stage: Stage, place: int) -> bool:
    """Whether a denied verb admits so much and no more: «لا تعترف الوزارة إلا بتسع حالات»."""
    words = stage.reading.words[place : place + _ADMITTED]
    limit = next((i for i, word in enumerate(words) if word in _LIMITS), None)
    return limit is not None and number_near(stage, place + limit)


def value_follows(stage: Stage, place: int) -> bool:
    """Whether a value with its preposition comes in the clause: «الكلفة بـ420 مليونا»."""
    reading, tables = stage.reading, stage.tables
    index, end = place, place + _VALUED
    while index < min(end, len(reading.words)) and reading.same_sentence(max(0, place - 1), index):
        word = reading.words[index]
        if word == "،" and (aside := past_aside(stage, index)) > index:
            index, end = aside, end + aside - index
            continue
        if not word.isalnum() and word not in "،«»()" and not word[0].isdigit():
            return False
        if word in tables.verbs or word in tables.that or word in tables.relatives:
            return False
        if word[0].isdigit() or word in tables.numbers:
            before = reading.words[max(place, index - _BEFORE_VALUE) : index + 1]
            return any(
                w in _VALUE_LINKS or (w[0] == "ب" and w not in tables.function_words)
                for w in before
            )
        index += 1
    return False


def sentence_start(reading: Reading, index: int) -> int:
    """The first word of the word's sentence."""
    if index >= len(reading.words):
        return index
    return bisect_left(reading.sentences, reading.sentences[index])


def fronted(stage: Stage, index: int) -> bool:
    """Whether only a phrase and a comma stand before the word: «وردا على سؤال، قالت إنها»."""
    reading, tables = stage.reading, stage.tables
    if reading.word(index - 1) != "،":
        return False
    start = sentence_start(reading, index)
    if index - start > _PHRASE or reading.word(start).removeprefix("و") not in tables.words.adverbs:
        return False
    between = reading.words[start : index - 1]
    return not any(w in tables.verbs or w in tables.that or w == "،" for w in between)


def after_phrase(stage: Stage, index: int) -> bool:
    """Whether only a short phrase opens the sentence: «وبحسرة يضيف», «وعن الكلفة يقول»."""
    reading, tables = stage.reading, stage.tables
    start = sentence_start(reading, index)
    if index - start > 4:
        return False
    phrase = reading.words[start:index]
    first = phrase[0].removeprefix("و") if phrase else ""
    opens = first in tables.words.adverbs or (first[:1] == "ب" and len(first) > 3)
    plain = all(w.isalpha() and w not in tables.verbs and w not in tables.that for w in phrase)
    heads = [w for w in phrase[1:] if w in tables.heads]
    return opens and plain and not heads


def that_follows(stage: Stage, index: int, within: int = 14) -> bool:
    """Whether «أن», «إن», a colon or a quotation comes within a few words."""
    reading = stage.reading
    for place in range(index, min(index + within, len(reading.words))):
        word = reading.words[place]
        if not reading.same_sentence(max(0, index - 1), place) or word == ".":
            return False
        if word in stage.tables.that or word in OPENERS:
            return True
    return False


def statement_ahead(stage: Stage, index: int) -> bool:
    """Whether a statement ends a short clause without a mark: «يرى المسألة من زاوية أخرى: …»."""
    reading, tables = stage.reading, stage.tables
    for place in range(index, min(index + _SHORT_CLAUSE, len(reading.words))):
        word = reading.words[place]
        if word in OPENERS or word in tables.that:
            return word == ":" or (word in tables.that and place > index)
        if not word.isalnum() or word in tables.verbs or word in tables.relatives:
            return False
    return False


def past_adverbs(stage: Stage, place: int, verb: Verb) -> int:
    """The word after «في مؤتمر صحافي مساء أمس» where a statement begins there, else `place`."""
    reading, tables = stage.reading, stage.tables
    first = reading.word(place)
    adverbial = first in tables.words.adverbs or place in stage.dated
    if not adverbial or (verb.kind != SPEECH and first in ("علي", "الي")):
        return place
    for index in range(place + 1, min(place + _ASIDE, len(reading.words))):
        if not reading.same_sentence(place, index):
            return place
        if begins(stage, index, None):
            return index
        word = reading.words[index]
        if word in tables.verbs and reading.word(index - 1) not in tables.relatives:
            return place
    return place
