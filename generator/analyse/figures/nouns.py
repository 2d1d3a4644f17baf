"""What a number counts: a noun behind it that no list has, or one before it."""

from generator.analyse.figures.tables import FigureTables, Unit
from generator.analyse.numbers.words import SCALE
from generator.analyse.reading import Reading


def unknown_noun(reading: Reading, index: int, tables: FigureTables) -> Unit | None:
    """A counted noun that the lexicon does not know: any word that is not a function word."""
    word = reading.word(index)
    definite = tables.counted_definite.get(word)
    if definite and not definite[0] and word.startswith(tables.article):
        return Unit(index + 1, "count", (index, index + 1), definite[1])  # «عشرات القتلى»
    if word == "من" and _is_whole(reading.word(index + 1), tables):
        inner = tables.counted_definite.get(reading.word(index + 1))
        end = adjective_end(reading, index + 2, tables)
        return Unit(end, "count", (index + 1, index + 2), inner[1] if inner else "")
    if not word.isalpha() or len(word) < 3 or word in tables.function_words:
        return None
    if _is_verb(word) or _is_closed(reading, index, tables):
        return None
    if word.startswith(("لل", "بال", "كال", "فال")) or _is_of_owner(reading, index):
        return None
    waw = word.startswith("و") and word not in tables.words.groups["nouns_with_waw"]
    if (waw or word.startswith(tables.article)) and not tables.counted_definite.get(word):
        return None
    return Unit(adjective_end(reading, index + 1, tables), "count", (index, index + 1))


def _is_of_owner(reading: Reading, index: int) -> bool:
    """«43 لمنافسه»: a preposition before and a pronoun behind, which «لوحة» has not."""
    word = reading.letters(index, index + 1)
    return (
        len(word) > _OWNED_LETTERS and word[0] in "لب" and word.endswith(("ه", "ها", "هم", "هما"))
    )


_OWNED_LETTERS = 4


def _is_whole(word: str, tables: FigureTables) -> bool:
    """Whether «من» before the word tells what is counted; not «12 من الشهر», «40 من العمر»."""
    of_time = word.removeprefix(tables.article) in tables.words.units
    return word.startswith(tables.article) and not of_time and word not in tables.words.ages


def _is_verb(word: str) -> bool:
    """«لجأوا», «أنفقت»: verbs in the plural, and in the feminine, which are no «بيوت»."""
    return len(word) > 3 and (word.endswith("وا") or (word.endswith("ت") and word[-2] not in "اوي"))


def _is_closed(reading: Reading, index: int, tables: FigureTables) -> bool:
    """Whether no noun can follow: «45 مليارا أنفقت», «180 مليونا بقرض»; not «ألفا متطوع»."""
    last, before = reading.word(index - 1), reading.word(index - 2)
    scale = tables.numbers.words.get(last)
    if scale is None or scale.kind != SCALE or not last.endswith("ا"):
        return False
    return before[:1].isdigit() or before in tables.numbers.words


def adjective_end(reading: Reading, index: int, tables: FigureTables) -> int:
    """The word after the adjectives of relation that follow a noun («صواريخ كورية شمالية»)."""
    for end in (index, index + 1):
        word = reading.word(end)
        relation = word.endswith(("يه", "يا", "ي", "يين", "يون")) and len(word) > 4
        joined = word.startswith(("لت", "لم", "لل", "بال", "وال"))
        if not relation or joined or word in tables.function_words or not word.isalpha():
            return end
    return index + 2


def counted_before(
    reading: Reading, index: int, tables: FigureTables
) -> tuple[tuple[int, int], str] | None:
    """The counted noun before a number without one: «ارتفع عدد القتلى إلى 45»."""
    for before in range(index - 1, max(-1, index - 8), -1):
        if not reading.same_sentence(before, index):
            return None
        that = reading.words[before] in tables.that_words
        if that and reading.word(before - 1) not in tables.words.before_that:
            return None  # «يقول أصحاب المحطات إنه لا يتجاوز 45»: who says it
        if reading.word(before + 1) in tables.words.others:
            continue  # «لكن موقعا آخر أحصى 40»: who counts
        if reading.word(before - 1) in tables.words.groups["amounts_of"]:
            continue  # «صادرات الأنواع الأخرى»
        known = tables.counted_definite.get(reading.words[before])
        if known and _is_counted(reading, before, known[0], tables):
            return (before, before + 1), known[1]
    return None


def _is_counted(reading: Reading, index: int, prefix: int, tables: FigureTables) -> bool:
    """Whether the noun is what was counted: «عدد قتلى», «القتلى»; not the «شركة» that counts."""
    before, word = reading.word(index - 1), reading.words[index][prefix:]
    if word.startswith(tables.article):
        where = before in tables.words.where_words or (
            prefix > 0 and reading.words[index][0] == "ب"
        )
        return not where and word.removeprefix(tables.article) not in tables.words.singulars
    if before.isdigit() or before in tables.numbers.words:
        return True
    return any(before.endswith(word) for word in tables.words.numbers_of)
