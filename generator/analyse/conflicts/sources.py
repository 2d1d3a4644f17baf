"""Who tells a figure: whether its clause has a source of its own, and which one it is not."""

from generator.analyse.attributions.speech_words import SOURCE
from generator.analyse.clitics import match_phrase
from generator.analyse.conflicts.clauses import DOUBT, QUARREL, SAME, Clause, has
from generator.analyse.conflicts.subjects import NEAR
from generator.analyse.conflicts.words import ConflictTables
from generator.analyse.reading import Reading
from generator.model import Figure

# Themes whose word, alone and definite, stands for an amount named before.
_AMOUNTS = frozenset(["cost", "damage", "produced", "inflation", "unemployment", "growth"])
# «أما الخبراء فيتحدثون عن»: what follows the verb is no subject of its own.
_NO_SUBJECT = frozenset(["عن", "ب", "الي"])


def reports(reading: Reading, clause: Clause, first: int, tables: ConflictTables) -> bool:
    """Whether the clause has a source of its own: a verb before the figure, or «بحسب …»."""
    own = range(clause.first, first)
    if any(
        (
            reading.words[place] in tables.speech.verbs
            and reading.words[place] not in tables.measuring
        )
        or reading.words[place] in tables.showing
        or reading.words[place] in tables.counting
        or tables.speech.heads.get(reading.words[place], (0, ""))[1] == SOURCE
        for place in own
    ):
        return True
    return has(tables.speech.according, reading, clause.first, clause.end)


def counts(
    reading: Reading, clause: Clause, first: int, figure: Figure, tables: ConflictTables
) -> bool:
    """Whether somebody counts it, or a source measures it («سجلت محطة», not «سجلت بغداد»)."""
    before = reading.words[max(clause.first, first - NEAR) : first]
    if any(word in tables.counting for word in before):
        return True
    measures = figure.unit != "count" and any(word in tables.measuring for word in before)
    return measures and any(word in tables.other_sources for word in before)


def refers(reading: Reading, clause: Clause, first: int, tables: ConflictTables) -> bool:
    """«العدد بلغ 60», «إنه لا يزيد على 60»."""
    start = max(clause.first, first - NEAR)
    if has(tables.totals, reading, start, first):
        return True
    for place in range(start, first):
        word = reading.words[place]
        amount = word.startswith("ال") and tables.themes.get(word, (0, ""))[1] in _AMOUNTS
        if amount and not reading.word(place + 1).startswith("ال"):
            return True  # «الراتب لا يزيد على 250»
    if any(_points_back(reading.words[place]) for place in range(start, first)):
        return True
    return any(
        reading.words[place] in tables.speech.that
        and reading.words[place].endswith(("ه", "ها", "هم"))
        and (place + 1 == first or reading.words[place + 1] in tables.words.amounting)
        for place in range(start, first)
    )


def _points_back(word: str) -> bool:
    """Whether it is a verb in the present with «ها» as its object: «يضعها», «ولا تمنحها»."""
    word = word.removeprefix("و").removeprefix("ف")
    return word.startswith(("ي", "ت")) and word.endswith("ها") and len(word) >= 5


def others_of(reading: Reading, clause: Clause, tables: ConflictTables) -> tuple[bool, bool]:
    """Whether another source tells it («محطة أخرى»), and whether it is of another thing."""
    others = another = False
    for place in range(clause.first, clause.end):
        word = reading.words[place]
        if word not in tables.words.another:
            continue
        before = reading.word(place - 1)
        tells = reading.word(place + 1) in tables.speech.verbs  # «قريب آخر يقول»
        if tells or before in tables.other_sources or before in tables.speech.verbs:
            others = True
        elif place > clause.first and _is_thing(before, tables):
            another = another or word in ("اخر", "اخري")
    return others, another


def _is_thing(word: str, tables: ConflictTables) -> bool:
    """Whether «آخر» after the word says another one of it; not in «لكن آخر إحصاء», «مرة أخرى»."""
    known = word in tables.function_words or word in tables.contrast
    return word.isalpha() and not known and word not in tables.words.not_another


def turns_to_other(reading: Reading, clause: Clause, tables: ConflictTables) -> bool:
    """«أما الطبيب فيتقاضى»: another subject; not «أما الخبراء فيقولون إن»."""
    if reading.words[clause.first] not in tables.as_for:
        return False
    if _is_paper(reading.word(clause.first + 1), tables):
        return False
    for place in range(clause.first + 1, clause.end):
        word = reading.words[place]
        if not word.startswith("ف"):
            continue
        if word[1:] in tables.function_words | {"فيه", "فيها", "لديه", "لديها", "عنده", "عندها"}:
            return False
        verb = tables.speech.verbs.get(word)
        if verb:
            after = reading.word(place + 1)
            return after.isalpha() and len(after) > 1 and after not in _NO_SUBJECT | _that(tables)
    return True


def _that(tables: ConflictTables) -> frozenset[str]:
    return frozenset(tables.speech.that) | frozenset(tables.totals) | tables.function_words


def _is_paper(word: str, tables: ConflictTables) -> bool:
    """Whether the word is a source that does nothing but tell: a register, a report."""
    kind = tables.speech.heads.get(word, (0, ""))[1]
    return kind == SOURCE or (kind == "" and word in tables.other_sources)


def says_same(reading: Reading, clause: Clause, tables: ConflictTables) -> bool:
    """«عن الصفقة ذاتها», «في نفس الفترة»; not «الوزارة نفسها», which says who."""
    for place in range(clause.first + 1, clause.end):
        word, before = reading.words[place], reading.words[place - 1]
        thing = before.removeprefix("ب").removeprefix("ل")
        if word in tables.words.same and "ل" in thing[:2] and before not in tables.other_sources:
            return True
        if before in tables.words.same_before and word.startswith("ال"):
            return True
    return False


def is_subject(reading: Reading, first: int, tables: ConflictTables) -> bool:
    """Whether it counts those who say something: «قال 60 في المئة إنهم»."""
    verb = tables.speech.verbs.get(reading.word(first - 1))
    following = reading.words[first + 1 : first + 8]
    return verb is not None and verb.saying and any(w in tables.speech.that for w in following)


def is_denied(clause: Clause, first: int) -> bool:
    """Whether somebody denies it: «نفى سقوط 20 قتيلا»."""
    return any(t.kind == DOUBT and clause.first <= t.place < first for t in clause.before)


def quarrel_before(reading: Reading, clause: Clause, tables: ConflictTables) -> bool:
    """Whether the sentence before says that numbers disagree: «تتباين التقديرات»."""
    place = clause.sentence[0] - 1
    while place >= 0 and reading.sentences[place] == reading.sentences[clause.sentence[0] - 1]:
        found = match_phrase(tables.contrast, reading.words, place)
        if found and found[1] == QUARREL:
            return True
        place -= 1
    return False


def tells_of_itself(reading: Reading, clause: Clause, first: int, tables: ConflictTables) -> bool:
    """«قالت الشركة إنها نقلت»: after the verb of saying a pronoun, then what the speaker did."""
    for place in range(first - 1, clause.first, -1):
        word = reading.words[place]
        if word in tables.speech.that:
            pronoun = word.endswith(("ه", "ها", "هم"))
            return pronoun and reading.word(place + 1) not in tables.counting and place + 1 < first
    return False


def goes_on(reading: Reading, clause: Clause, tables: ConflictTables) -> bool:
    """Whether a verb of saying opens the clause without a subject: «وأعلنت لاحقا أن»."""
    if clause.turn and clause.turn.kind == SAME:
        return True
    for place in range(clause.first, min(clause.end, clause.first + 2)):
        if reading.words[place] in tables.speech.verbs:
            after = reading.word(place + 1)
            return after in tables.speech.that or bool(
                match_phrase(tables.later, reading.words, place + 1)
            )
    return False


def introduces(reading: Reading, clause: Clause, tables: ConflictTables) -> bool:
    """Whether a verb of saying opens the clause, with a subject: «وذكرت قناة محلية أن»."""
    word = reading.words[clause.first]
    verb = tables.speech.verbs.get(word)
    if word in tables.speech.heads or (verb is None and word in tables.counting):
        return True
    if verb is None or word in tables.measuring:
        return False
    return not verb.object and not goes_on(reading, clause, tables)
