"""How exact a figure is: «نحو», «ما لا يقل عن», «لا تزيد المساحة، في تقدير البلدية، على»."""

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.clitics import match_phrase
from generator.analyse.figures.context import Measured, Scene
from generator.analyse.figures.tables import FigureTables
from generator.analyse.reading import Reading


def qualified(reading: Reading, measured: Measured, scene: Scene) -> Measured:
    """The figure with the qualifier that the words around it give."""
    if measured.qualifier == "vague":
        return measured
    tables, first = scene.tables, measured.first
    start, before = _phrase_before(reading, first, tables) or (first, None)
    if before in _DENIED and _is_denied(reading, start, tables):
        before = _DENIED[before]
    before = before or _but(reading, first, tables) or _qualifier_apart(reading, first, tables)
    if before in _DENIED and _is_unlikely(reading, first, tables):
        before = _DENIED[before]
    qualifier = before or _qualifier_after(reading, measured.end, scene) or measured.qualifier
    if qualifier == measured.qualifier:
        return measured
    return replace(measured, qualifier=qualifier)


def _but(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """«لم يدم غير تسعين دقيقة», «لا يحتاج إلا إلى 200 لتر», «لن ينتهي قبل عشرين يوما»."""
    if reading.word(index - 1) == "قبل":
        near = _words_before(reading, index - 1, _NEAR, tables)
        return "at_least" if any(reading.words[at] in _NEVER for at in near) else None
    if reading.word(index - 1) in tables.words.but_words:
        return "only" if _is_denied(reading, index - 1, tables) else None
    to = reading.word(index - 1) in tables.words.split_words
    return "only" if to and reading.word(index - 2) == "الا" else None


_NEVER = ("لن", "ولن")


def _qualifier_after(reading: Reading, end: int, scene: Scene) -> str | None:
    """«16 على الأقل», «9 لترات من الماء النقي على الأقل»."""
    table = scene.tables.words.qualifiers_after
    if after := match_phrase(table, reading.words, end):
        return after[1]
    for place in range(end + 1, min(end + _AFTER, len(reading.words))):
        if not reading.words[place - 1].isalpha() or reading.words[place - 1].startswith("و"):
            return None
        if (after := match_phrase(table, reading.words, place)) and after[0] > place + 1:
            return after[1]
    return None


_AFTER = 5  # words to «على الأقل»
_DENIED = {"more_than": "at_most", "less_than": "at_least"}
_DENIAL = 10  # words from a denied verb to what it denies


def _is_denied(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«لا تمنحه النقابة أكثر من 64 في المئة»: a verb that is denied stands before the words."""
    if reading.word(index - 1) in tables.words.before_that:
        return False  # «لم تشاهد منذ أكثر من عشر سنوات»
    groups = tables.words.groups
    for place in _words_before(reading, index, _DENIAL, tables):
        if reading.words[place] in groups["all_but_words"]:
            return False  # «لم يبق إلا قشرة تعكس أقل من 2%»
        if reading.words[place] == "ان":
            return _denies_opinion(reading, place, tables)
        if reading.words[place] in groups["denials"]:
            return reading.word(place + 1).startswith(("ي", "ت", "ن", "ا"))
        if reading.words[place] in ("ما", "وما"):
            return reading.word(place + 1).startswith("كان")
    return False


def _is_unlikely(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«لا يتوقع الخبراء أن يتجاوز النمو ثلاثة»: the verb after «أن» is what is denied."""
    near = _words_before(reading, index, _NEAR, tables)
    that = next((place for place in near if reading.words[place] == "ان"), 0)
    return that > 0 and _denies_opinion(reading, that, tables)


def _denies_opinion(reading: Reading, index: int, tables: FigureTables) -> bool:
    """«لا يتوقع الخبراء أن يتجاوز», where no one denies that it was said."""
    denials, opinions = (tables.words.groups[name] for name in ("denials", "opinion_verbs"))
    denying = tables.words.groups["denying_verbs"]
    return any(
        reading.words[place] in denying
        or (reading.words[place] in denials and reading.word(place + 1) in opinions)
        for place in range(max(0, index - _OPINION), index)
        if reading.same_sentence(place, index)
    )


def _words_before(reading: Reading, index: int, reach: int, tables: FigureTables) -> Iterator[int]:
    """The places of words before one of its clause, nearest first; what is said aside is skipped."""
    place, steps = index - 1, 0
    while place >= 0 and steps < reach and reading.same_sentence(place, index):
        if reading.words[place] == "،":
            at_number = place == index - 1  # «لا تتعدى، في رأي المحافظة، 320 أسرة»
            place = _before_aside(reading, place, tables, goes_on=at_number)
            continue
        yield place
        place, steps = place - 1, steps + 1


def _before_aside(reading: Reading, comma: int, tables: FigureTables, *, goes_on: bool) -> int:
    """The word before «، في حساب المديرية،» that ends at the comma; -1 where the clause begins."""
    if not goes_on and reading.word(comma + 1) not in tables.words.groups["after_aside"]:
        return -1
    opens = range(comma - 3, max(-1, comma - _ASIDE), -1)
    return next((place for place in opens if reading.words[place] == "،"), 0) - 1


_ASIDE = 10  # words of what is said aside, with its commas
_OPINION = 5  # words from the denial to its «أن»


def qualifier_before(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """The qualifier whose words end right before the number: «ما لا يقل عن»."""
    found = _phrase_before(reading, index, tables)
    return found[1] if found else _qualifier_apart(reading, index, tables)


def _phrase_before(reading: Reading, index: int, tables: FigureTables) -> tuple[int, str] | None:
    for start in range(max(0, index - tables.qualifier_length), index):
        found = match_phrase(tables.qualifiers, reading.words, start)
        if found and found[0] == index and reading.same_sentence(start, index):
            return start, found[1][1]
    return None


def _qualifier_apart(reading: Reading, index: int, tables: FigureTables) -> str | None:
    """The qualifier of a verb whose subject stands before the number: «تجاوز الإنتاج مليون طن»."""
    last = reading.word(index - 1)
    for steps, start in enumerate(_words_before(reading, index, _APART - 1, tables)):
        word = reading.words[start]
        if not word.isalpha() or (
            word in tables.numbers.words and word not in tables.words.one_words
        ):
            return None
        if word not in tables.qualifiers_apart and word not in tables.qualifiers:
            continue
        denied = match_phrase(tables.qualifiers_apart, reading.words, start - 1)
        if found := denied or match_phrase(tables.qualifiers_apart, reading.words, start):
            return found[1][1] if steps < _NEAR - 1 or denied else None
        if split := _split(reading, start - 1, last, tables) or _split(
            reading, start, last, tables
        ):
            return split
    return None


_NEAR = 6  # words from a verb to its number
_APART = 9  # the same where a preposition before the number is the verb's


def _split(reading: Reading, start: int, last: str, tables: FigureTables) -> str | None:
    """«لا تزيد المستحقات ذاتها على 71», «تصل سماكتها إلى 40»: words around the subject."""
    for rest, (_, qualifier) in tables.qualifiers.get(reading.word(start), ()):
        if not rest or rest[-1] != last or last not in tables.words.split_words:
            continue
        if reading.words[start + 1 : start + len(rest)] == rest[:-1]:
            told = reading.word(start - 1) == "ان" and qualifier == "up_to"
            return None if told else qualifier  # «توقع أن يصل العدد إلى 800»
    return None
