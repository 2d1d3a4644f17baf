"""How far a described speaker reaches: «مسؤولون في الاستخبارات», «وزير الري المصري هاني سويلم»."""

from generator.analyse.attributions.cast import Stage, is_definite, kin_of
from generator.analyse.attributions.description_steps import step_from, takes_object
from generator.analyse.attributions.documents import made_by
from generator.analyse.attributions.name_ends import is_part, name_end
from generator.analyse.attributions.person_names import (
    begins_name,
    name_beyond,
    short_name,
    unknown_name,
)
from generator.analyse.attributions.speech_words import BODY, OUTLET, PERSON, QUOTES, SOURCE
from generator.analyse.clitics import match_phrase
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.model.record import record

SPEAKING_TYPES = frozenset({"person", "country", "organization", "outlet", "place"})
_OPENING = QUOTES - frozenset('»”"')
_AFTER_NAME = QUOTES - frozenset("«“")
_UNNAMED = frozenset({"مصدر", "مصادر", "مصدران", "مصدرين"})
_LONGEST = 10  # words


@record(frozen=True, slots=True)
class Extent:
    """Where a description ends, the topic that ends it, and where an unknown name in it begins."""

    end: int
    named: Named | None = None
    name_at: int | None = None
    text_end: int | None = None
    """Where its own words end, if who made it comes after them: «دراسة نشرتها جامعة …»."""


def extent(stage: Stage, first: int, kind: str, *, lenient: bool) -> Extent:
    """The words of a description from its head on.

    Indefinite heads go on with adjectives («مسؤولون أميركيون»), definite ones with definite words.
    `lenient` allows an unknown name after a full role although no «إن» follows it.
    """
    reading, tables = stage.reading, stage.tables
    end, definite, name_at = first + 1, _is_known(stage, first), None
    while end < min(len(reading.words), first + _LONGEST) and reading.same_sentence(first, end):
        named = stage.named.get(end)
        if named and named.topic.type in SPEAKING_TYPES:
            if _given_to(named, reading):
                if kind == PERSON and definite and named.topic.type == "organization":
                    end = named.end  # «المدير العام لسوناطراك»
                    continue
                if kind == BODY and reading.words[end][0] == "ب":
                    end, definite = named.end, True  # «جمعية المنتجين بأكادير»
                    continue
                break
            told = reading.words[first] in _UNNAMED and end > first + 1
            if told and named.topic.type == "outlet":
                break  # «أبلغ مصدر طبي رويترز بأن»
            if final := _final_name(stage, named, kind):
                return Extent(final, named)
            if not named.prefix or _second_of_two(reading, first, named):
                end, definite = named.end, True
                continue
        if kind == PERSON and _named_here(stage, first, end, definite):
            name_at, end = end, name_end(stage, end)
            break
        if kind == OUTLET and (called := match_phrase(tables.outlet_names, reading.words, end)):
            return Extent(called[0], name_at=end)
        if kind == SOURCE and not definite and (maker := made_by(stage, first, end)):
            return Extent(maker, text_end=end)
        if kind == PERSON and end > first + 1 and _is_told(stage, end):
            break
        step = step_from(stage, first, end, kind, definite)
        if step:
            definite = definite or is_definite(reading.words[end + step - 1])
            end += step
            continue
        name_at, end = _closing_name(stage, first, end, kind, definite=definite, lenient=lenient)
        break
    while end - 1 > first and reading.words[end - 1] in _OPENING:
        end -= 1
    last = stage.named.get(end - 1)
    return Extent(end, last if last and last.end == end else _ending(stage, end), name_at)


def _is_told(stage: Stage, index: int) -> bool:
    """Whether an outlet begins to whom somebody says it: «أبلغ متحدث باسمها صحيفة المدى بأن»."""
    verb = stage.verb
    tells = verb is not None and verb.bare in stage.tables.words.object_verbs
    return tells and stage.tables.heads.get(stage.reading.words[index]) == (0, OUTLET)


def _named_here(stage: Stage, first: int, index: int, definite: bool) -> bool:
    """Whether a first name closes the role: «الطبيبة منى …», not «محامي أحمد …»."""
    before = stage.tables.heads.get(stage.reading.word(index - 1))
    possessed = before is not None and not _is_known(stage, index - 1)
    word = stage.reading.word(index)
    titled = index > first + 1 and stage.reading.word(index - 1) in stage.tables.words.titles
    titled = titled and not is_definite(word) and is_part(stage, index)
    named = begins_name(stage, index) or titled
    return not possessed and named and (definite or index > first + 1)


def _closing_name(
    stage: Stage, first: int, end: int, kind: str, *, definite: bool, lenient: bool
) -> tuple[int | None, int]:
    """Where an unknown name at the end of the description begins, and where it ends."""
    reading = stage.reading
    if kind == SOURCE or end in stage.dated or reading.words[end] in QUOTES:
        return None, end
    if takes_object(stage) and is_definite(reading.words[end]):
        return None, end  # «واختصر التاجر المشهد: »
    name = unknown_name(stage, end)
    if name is None and kind == PERSON and (start := name_beyond(stage, end)):
        return start, unknown_name(stage, start) or name_end(stage, start)
    if name is None and lenient and definite:
        name = short_name(stage, end)
    if name is None:
        return None, end
    before = stage.tables.heads.get(reading.word(end - 1))
    mine = end - 1 > first and before is not None and not is_definite(reading.word(end - 1))
    if kind == PERSON and mine and before == (0, BODY) and name - end > 2:
        return end + 1, name  # «أستاذ في جامعة أوكسفورد أليستر ماكدونالد»
    if kind != PERSON or (mine and before == (0, BODY)):
        return None, name
    known = next((i for i in range(end, name) if begins_name(stage, i)), None)
    return (end if definite else known), name


def _is_known(stage: Stage, index: int) -> bool:
    """Whether the word is definite: by its article, or as somebody's («والده»)."""
    word = stage.reading.words[index]
    return is_definite(word) or kin_of(stage, index) is not None


def _ending(stage: Stage, end: int) -> Named | None:
    return next((n for n in stage.named.values() if n.end == end), None)


def _second_of_two(reading: Reading, first: int, named: Named) -> bool:
    """Whether the name is the other one of a dual: «حكومتا كينيا والصومال»."""
    dual = reading.words[first].endswith(("تا", "تي", "ا")) and named.first > first + 1
    return dual and named.prefix == 1 and reading.words[named.first][0] == "و"


def _given_to(named: Named, reading: Reading) -> bool:
    return named.prefix > 0 and reading.words[named.first][named.prefix - 1] in "لب"


def _final_name(stage: Stage, named: Named, kind: str) -> int | None:
    """The word after a name that closes the description: a person, or an outlet after its type."""
    if named.topic.type == "person":
        return None if named.prefix else named.end
    if (named.topic.type == "outlet" and kind in (OUTLET, SOURCE)) or kind == OUTLET:
        return past_adjectives(stage, past_quote(stage.reading, named.end))
    return None


def past_adjectives(stage: Stage, end: int) -> int:
    """The word after an adjective of an outlet, or two: «وكالة يونهاب الكورية الجنوبية»."""
    reading = stage.reading
    if not is_definite(reading.word(end)) or reading.word(end) in ("التي", "الذي"):
        return end
    person = stage.tables.heads.get(reading.word(end)) == (0, PERSON)
    if person and not reading.word(end).endswith(("ي", "يه")):
        return end  # «قالت لصحيفة «الغارديان» المتحدثة باسم الوزارة»
    relation = reading.word(end).endswith(("ي", "يه"))
    second = reading.word(end + 1) in ("الجنوبيه", "الشماليه", "الجنوبي", "الشمالي")
    return end + 1 + (relation and second)


def past_quote(reading: Reading, end: int) -> int:
    """The word after a closing quotation mark that stands there."""
    return end + (reading.word(end) in _AFTER_NAME)
