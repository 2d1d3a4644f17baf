"""What a figure is about: the event, the quantity, the words beside it, its time and its kind."""

from collections.abc import Collection
from functools import cache, lru_cache

from generator.analyse.clitics import match_phrase
from generator.analyse.conflicts.clauses import Clause
from generator.analyse.conflicts.words import ConflictTables
from generator.analyse.dates.outlook import is_future_verb
from generator.analyse.figures.context import Measured
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.languages.lexicon import Words

ROOT = "√"  # before what is left of a word for comparing, so that it meets no stem
NEAR = 8  # words before a figure in which a word may stand for what it counts
_REMEMBERED = 8192  # words whose stems are kept: an article has some hundred different ones
_BEFORE, _AFTER = 9, 4  # words around a figure in which its theme is looked for


# ---------------------------------------------------------------- words that are compared


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """A word without its article and endings, for comparing with others of its article."""
    for prefix in ("وال", "بال", "فال", "كال", "ولل", "لل", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word.removeprefix(prefix)
            break
    for ending in ("هم", "ها", "ات", "ين", "ون", "يه", "ه", "ا"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=_REMEMBERED)
def _skeleton(word: str) -> str:
    """The stem without long vowels and the letters of verb forms: «أغلقت», «المغلقة» meet."""
    letters = stem(word).removesuffix("ت")
    if letters[:1] in ("ا", "م", "ت", "ي") and len(letters) > 3:
        letters = letters[1:]
    return "".join(letter for letter in letters if letter not in "اويء")


def stems(words: Collection[str]) -> frozenset[str]:
    """The stems of words; where a first letter may be a joined one, with and without it."""
    bare = [word[1:] for word in words if word[:1] in ("و", "ف", "ب", "ل") and len(word) > 4]
    return frozenset(stem(word) for word in (*words, *bare))


def words_about(
    reading: Reading, clause: Clause, measured: Measured, tables: ConflictTables
) -> frozenset[str]:
    """The stems of the words that tell what the figure is about, before it and right after it."""
    start = max(clause.first, measured.first - NEAR)
    for place in range(start, measured.first):
        if reading.words[place] in tables.speech.that:
            start = place + 1
    words = reading.words[start : measured.first]
    words += reading.words[measured.end : min(clause.end, measured.end + _AFTER)]
    told = [
        word
        for word in words
        if word.isalpha()
        and len(word) > 2
        and word not in tables.function_words
        and word not in tables.speech.verbs
        and word not in tables.speech.heads
    ]
    roots = {f"{ROOT}{root}" for word in told if len(root := _skeleton(word)) > 2}
    return (stems(told) | roots) - _empty(tables.words.empty_words)


@cache
def _empty(words: Words) -> frozenset[str]:
    return stems(words) | {f"{ROOT}{_skeleton(word)}" for word in words}


def quantity_of(
    reading: Reading, clause: Clause, first: int, tables: ConflictTables
) -> tuple[str, str]:
    """The stems of what it is a number of: «نسبة الفقر»."""
    for place in range(first - 2, max(clause.first, first - NEAR) - 1, -1):
        known = tables.quantities.get(reading.words[place])
        if known and reading.word(place + 1).startswith("ال"):
            return stem(reading.words[place][known[0] :]), stem(reading.word(place + 1))
    return "", ""


def theme_of(
    reading: Reading, measured: Measured, clause: Clause, kind: str, tables: ConflictTables
) -> str:
    """What happened: its noun says it, else the nearest word before or after in its clause."""
    if kind in tables.words.themes.values():
        return kind
    own = range(measured.first, measured.end)
    before = range(measured.first - 1, max(clause.first - 1, measured.first - _BEFORE), -1)
    after = range(measured.end, min(clause.end, measured.end + _AFTER))
    for places in (own, before, after):
        for place in places:
            known = tables.themes.get(reading.word(place))
            if known and not _reaches(reading, place):
                return known[1]
    return ""


def _reaches(reading: Reading, place: int) -> bool:
    """«وصلت إلى 48»: nothing is delivered."""
    return reading.word(place).endswith(("وصل", "وصلت")) and reading.word(place + 1) == "الي"


def ordinals_of(
    reading: Reading, clause: Clause, tables: ConflictTables
) -> frozenset[tuple[str, int]]:
    """Which one of several its clause tells of: «الحرب الأولى»."""
    return frozenset(
        (stem(reading.words[place - 1]), ordinal[1])
        for place in range(clause.first + 1, clause.end)
        if (ordinal := tables.dates.ordinals.get(reading.words[place])) and not ordinal[0]
    )


def happens_there(reading: Reading, named: Named) -> bool:
    """Whether the place is where it happened («في حلب»), not who speaks or what is spoken of."""
    joined = named.prefix > 0 and reading.words[named.first][named.prefix - 1] == "ب"
    return joined or any(reading.word(named.first - back) in ("في", "وفي") for back in (1, 2))


def scope_of(
    reading: Reading, clause: Clause, first: int, tables: ConflictTables
) -> tuple[str, bool]:
    """«في الأرياف»: the stem, and whether the turn or the word before leads right to it."""
    for place in range(clause.first, clause.end - 1):
        if reading.words[place] in ("في", "وفي") and reading.word(place + 1) in tables.scopes:
            leads = clause.turn is not None and place - clause.first <= 2
            stands = match_phrase(tables.totals, reading.words, place - 1) is not None
            return stem(reading.words[place + 1]), place < first and (leads or stands)
    return "", False


def subject_of(reading: Reading, clause: Clause, first: int, tables: ConflictTables) -> str:
    """The stem of the definite subject of what is said: «إن الشمس تنتج»."""
    for place in range(first - 1, clause.first, -1):
        if reading.words[place] in tables.speech.that:
            word = reading.word(place + 1)
            known = word in tables.totals or word in tables.themes
            return stem(word) if word.startswith("ال") and not known and place + 1 < first else ""
    return ""


def counted_in(reading: Reading, measured: Measured, clause: Clause, tables: ConflictTables) -> str:
    """The stem of what it is counted in: «5 أهداف في الكأس»; events and times are no such thing."""
    for place in range(measured.end, min(clause.end - 1, measured.end + 3)):
        word = reading.words[place + 1]
        if reading.words[place] == "في" and word.startswith("ال"):
            return "" if word in tables.words.events else stem(word)
    return ""


def share_of(reading: Reading, measured: Measured) -> str:
    """«من الرجال» after a share."""
    whole = reading.word(measured.end + 1)
    definite = whole.startswith("ال") or whole.endswith(("ه", "ها", "هم"))
    return stem(whole) if reading.word(measured.end) == "من" and definite else ""


def rate_of(reading: Reading, measured: Measured, tables: ConflictTables) -> str:
    """How often it happens: «900 شاحنة يوميا»."""
    for place in range(measured.end, measured.end + 3):
        if found := match_phrase(tables.words.rates, reading.words, place):
            return found[1]
    return ""


def predicate_of(reading: Reading, measured: Measured) -> str:
    """The verb right after what is counted: «30 حافلة دخلت الخدمة»."""
    end = measured.end + (reading.word(measured.end) == "فقط")
    word = reading.word(end)
    past = word.endswith(("ت", "وا")) and len(word) > 2 and word.isalpha()
    return stem(word.removesuffix("ت").removesuffix("وا")) if past else ""


def adjectives_of(reading: Reading, measured: Measured) -> tuple[str, ...]:
    """The adjectives of the counted noun that follows: «30 حافلة كهربائية»."""
    follows = measured.noun is not None and measured.noun[0] > measured.first
    return reading.words[measured.noun[1] : measured.end] if measured.noun and follows else ()


def kinds_of(
    reading: Reading, span: tuple[int, int], first: int, tables: ConflictTables
) -> frozenset[str]:
    """Whether it was planned, needed, expected, allowed, added, or is a mean or a share."""
    kinds = set()
    for place in range(*span):
        if found := match_phrase(tables.kinds, reading.words, place):
            kinds.add(found[1][1])
        elif place < first and is_future_verb(reading.words[place], tables.dates):
            kinds.add("plan")
    verb = reading.word(first - 1)
    return frozenset(kinds | ({"increase"} if verb.endswith(("اضاف", "اضافت", "زاد")) else set()))


def is_of_another_time(
    reading: Reading, clause: Clause, first: int, tables: ConflictTables
) -> bool:
    """«كانت تستهلك»; not the «كان» of «كان الناطق قد قال»."""
    for place in range(clause.first, clause.end):
        if not match_phrase(tables.change_of_time, reading.words, place):
            continue
        helps = reading.words[place].endswith(("كان", "كانت", "كانوا"))
        if helps and place > first:
            continue  # «8 آخرون كانوا على متن القارب»
        following = reading.words[place + 1 : min(first, place + 9)]
        if not (helps and any(word in tables.speech.verbs for word in following)):
            return True
    return False
