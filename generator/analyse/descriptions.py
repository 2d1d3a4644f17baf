"""How far a described speaker reaches: «مسؤولون في الاستخبارات», «وزير الري المصري هاني سويلم»."""

from dataclasses import dataclass

from generator.analyse.cast import Stage, is_definite
from generator.analyse.mentions import Named
from generator.analyse.reading import Reading
from generator.analyse.speech_words import BODY, OUTLET, PERSON, SOURCE

SPEAKING_TYPES = frozenset({"person", "country", "organization", "outlet", "place"})
QUOTES = frozenset("\"«»“”„‘’'")
_CLOSING = frozenset('»”"')
_RELATION = ("ي", "يه", "يون", "يين", "ون", "ين", "يان", "ات", "يا")
_LONGEST = 10  # words


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a description ends, the topic that ends it, and where an unknown name in it begins."""

    end: int
    named: Named | None = None
    name_at: int | None = None


def extent(stage: Stage, first: int, kind: str, *, lenient: bool) -> Extent:
    """The words of a description from its head on.

    Indefinite heads go on with adjectives («مسؤولون أميركيون»), definite ones with definite words.
    `lenient` allows an unknown name after a full role although no «إن» follows it.
    """
    reading = stage.reading
    end, definite, name_at = first + 1, is_definite(reading.words[first]), None
    while end < min(len(reading.words), first + _LONGEST) and reading.same_sentence(first, end):
        named = stage.named.get(end)
        if named and named.topic.type in SPEAKING_TYPES:
            if _given_to(named, reading):
                if kind == PERSON and definite and named.topic.type == "organization":
                    end = named.end  # «المدير العام لسوناطراك»
                    continue
                break
            if final := _final_name(reading, named, kind):
                return Extent(final, named)
            if not named.prefix:
                end, definite = named.end, True
                continue
        step = _step(stage, first, end, kind, definite)
        if step:
            definite = definite or is_definite(reading.words[end])
            end += step
            continue
        name_end = None
        if kind != SOURCE and end not in stage.dated and reading.words[end] not in QUOTES:
            name_end = unknown_name(stage, end)
            if name_end is None and lenient and definite:
                name_end = _short_name(stage, end)
        if name_end:
            name_at = end if kind == PERSON and definite else None
            end = name_end
        break
    while end - 1 > first and reading.words[end - 1] in QUOTES - _CLOSING:
        end -= 1
    last = stage.named.get(end - 1)
    return Extent(end, last if last and last.end == end else _ending(stage, end), name_at)


def _ending(stage: Stage, end: int) -> Named | None:
    return next((n for n in stage.named.values() if n.end == end), None)


def _given_to(named: Named, reading: Reading) -> bool:
    return named.prefix > 0 and reading.words[named.first][named.prefix - 1] in "لب"


def _final_name(reading: Reading, named: Named, kind: str) -> int | None:
    """The word after a name that closes the description: a person, or an outlet after its type."""
    if named.topic.type == "person":
        return None if named.prefix else named.end
    if (named.topic.type == "outlet" and kind in (OUTLET, SOURCE)) or kind == OUTLET:
        return past_adjectives(reading, past_quote(reading, named.end))
    return None


def past_adjectives(reading: Reading, end: int) -> int:
    """The word after an adjective of an outlet, or two: «وكالة يونهاب الكورية الجنوبية»."""
    if not is_definite(reading.word(end)) or reading.word(end) in ("التي", "الذي"):
        return end
    relation = reading.word(end).endswith(("ي", "يه"))
    second = reading.word(end + 1) in ("الجنوبيه", "الشماليه", "الجنوبي", "الشمالي")
    return end + 1 + (relation and second)


def past_quote(reading: Reading, end: int) -> int:
    """The word after a closing quotation mark that stands there."""
    return end + (reading.word(end) in QUOTES - {"«", "“"})


def _step(stage: Stage, first: int, index: int, kind: str, definite: bool) -> int:
    """How many words further the description reaches: none where it ends."""
    reading, word = stage.reading, stage.reading.words[index]
    if word in QUOTES:
        return _quoted(stage, index, kind)
    if index in stage.dated:
        return 0
    if word in stage.tables.words.in_their_name:
        return 1
    if word in stage.tables.words.links:
        return 2 if _linked(stage, index + 1, word) else 0
    return int(_agrees(stage, first, index, kind, definite) and reading.words[index][0].isalpha())


def _quoted(stage: Stage, index: int, kind: str) -> int:
    """A quoted name belongs to the description, a quotation is what is said."""
    reading = stage.reading
    if reading.words[index] in "»”":
        return 1
    closing = next((i for i in range(index + 1, index + 7) if reading.word(i) in QUOTES), None)
    if closing is None:
        return 0
    if index + 1 in stage.named:
        return 1
    return closing - index + 1 if kind in (OUTLET, BODY) else 0


def _linked(stage: Stage, index: int, link: str) -> bool:
    """Whether «في …» says where the speaker works, not where it was said."""
    if index in stage.named:
        return stage.named[index].topic.type in ("organization", "outlet") or link == "باسم"
    if link == "في" and stage.reading.word(index) in stage.tables.words.fields_of_work:
        return True
    head = stage.tables.heads.get(stage.reading.word(index))
    if link == "من" and head is not None and head[1] == PERSON and not head[0]:
        return True  # «عدد من التجار»
    return link == "باسم" or (head is not None and head[1] == BODY and not head[0])


def _agrees(stage: Stage, first: int, index: int, kind: str, definite: bool) -> bool:
    word, tables = stage.reading.words[index], stage.tables
    if word in tables.words.stops or word in tables.that or word in tables.function_words:
        return False
    if word in tables.verbs and not word.startswith("ال"):
        return False
    head = tables.heads.get(word)
    if word.startswith("و") and len(word) > 2 and not (head and head[0] == 0):
        return (head is not None and head[0] == 1) or word.endswith(("ون", "ين", "يه", "وهم"))
    if head and head[0] and not word.startswith("لل"):
        return False
    before = stage.reading.words[index - 1]
    if is_definite(word) and not definite and before.endswith(("ون", "ين")) and len(before) > 4:
        return False  # «يقدر باحثون الرقم»: the object
    if definite or is_definite(word):
        return is_definite(word) and not _new_noun(stage, before, word)
    if word.endswith(_RELATION) or head:
        return True
    if word.endswith("ه") and not word.endswith(("ته", "نه")):
        return True  # «مصادر مطلعة», «دراسة حديثة»
    # «مدير مصنع», «خبراء اقتصاد»: one more noun after a person; after a source it is a verb.
    # A sound plural or an accusative does not: «قدر مختصون حجم الخسائر».
    plural = before.endswith(("ون", "ين", "ا")) and len(before) > 4
    return kind in (PERSON, BODY) and index == first + 1 and len(word) > 2 and not plural


def _new_noun(stage: Stage, before: str, word: str) -> bool:
    """Whether a definite word after an adjective of relation begins the object of the verb."""
    related = is_definite(before) and before.endswith(("ي", "يه"))
    if not related or word.startswith("لل") or word.endswith(_RELATION):
        return False
    return word not in stage.tables.words.later_adjectives and word not in stage.tables.heads


# ---------------------------------------------------------------- unknown names


def unknown_name(stage: Stage, index: int, longest: int = 5) -> int | None:
    """The word after an unknown name that «إن», a colon or an apposed role follows."""
    reading, tables = stage.reading, stage.tables
    if reading.word(index).endswith(("ته", "تها", "اده", "ادها")):
        return None  # «أبدى ثقته», «أبدى استعداده» are no names
    for end in range(index, index + longest + 1):
        word = reading.word(end)
        head = tables.heads.get(word)
        if word in ("الي", "علي") and reading.word(end + 1) in tables.that:
            return end if end > index else None
        if word in tables.that or word == ":" or (head and head[0] and word[0] == "ل"):
            return end if end > index else None
        if word in ("،", "؛", "("):
            return end if end > index and _role_follows(stage, end + 1) else None
        if not word.isalpha() or word in tables.words.stops or word in tables.verbs:
            return None
        if word in tables.words.links or word in tables.function_words:
            return None
    return None


def titled_name(stage: Stage, index: int) -> int | None:
    """The word after an unknown name that a title proves: «الدكتورة منال عون، وهي …»."""
    end = index
    while end < index + 3 and _can_be_name(stage, end):
        end += 1
    return end if end > index else None


def _short_name(stage: Stage, index: int) -> int | None:
    """Two or three words that can be a name, up to a function word or a mark."""
    reading = stage.reading
    end = index
    while end < index + 3 and _can_be_name(stage, end):
        end += 1
    word = reading.word(end)
    ends = not word.isalpha() or word in stage.tables.function_words
    plain = not is_definite(reading.word(index)) and not reading.word(index).endswith(("ا", "ه"))
    return end if end - index >= 2 and ends and plain else None


def _can_be_name(stage: Stage, index: int) -> bool:
    word, tables = stage.reading.word(index), stage.tables
    if not word.isalpha() or len(word) < 2 or word in tables.words.stops or word in tables.that:
        return False
    return not (word in tables.verbs or word in tables.function_words or word in tables.heads)


def _role_follows(stage: Stage, index: int) -> bool:
    index += stage.reading.word(index) in ("وهو", "وهي")
    head = stage.tables.heads.get(stage.reading.word(index))
    return head is not None and head[1] in (PERSON, BODY)
