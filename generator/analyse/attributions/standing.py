"""How somebody is named in a sentence: as the subject, after a preposition, in what another says."""

import re
from bisect import bisect_right

from generator.analyse.attributions.cast import Speaker, Stage, is_definite, kin_of
from generator.analyse.attributions.description_steps import is_verb
from generator.analyse.attributions.person_names import begins_name
from generator.analyse.attributions.speech_words import NAME, PERSON, PLACE
from generator.analyse.reading import places_of
from generator.model.record import record

BODIES = frozenset({"organization", "country", "outlet", "place"})
"""Types of topics that speak as bodies do."""
_PRESENT = re.compile(r"[وفس]?[يت]\w{2,5}")
_TOWARDS = frozenset(
    preposition + pronoun
    for preposition in ("عن", "في", "الي", "علي", "ل", "ب", "مع", "من", "لدي")
    for pronoun in ("ه", "ها", "هم", "نا", "ي")
)
_JOINED = "بلك"
_MARKS = frozenset({"،", "؛", ":"})
_NOUNS = 4  # before a name


@record(frozen=True, slots=True)
class Sentence:
    """Words start..end-1 of a block, and what the signs of everybody named there ask for."""

    start: int
    end: int
    clauses: list[int]
    """Their first words."""
    told: int
    """Where the first statement begins; `end` where nothing is said."""

    def clause(self, index: int) -> int:
        """The first word of the word's clause."""
        return self.clauses[bisect_right(self.clauses, index) - 1]


def sentence_of(stage: Stage, start: int, end: int) -> Sentence:
    """The words start..end-1, which are one sentence."""
    words = stage.reading.words[start:end]
    clauses = [start, *(start + place + 1 for place in places_of(_MARKS, words))]
    that = (start + place for place in places_of(stage.tables.that, words))
    told = next((place for place in that if _tells(stage, place, start)), end)
    return Sentence(start, end, clauses, told)


def signs_of(stage: Stage, speaker: Speaker, sentence: Sentence) -> set[str]:
    """The signs of how the speaker is named in the sentence, but his place."""
    first, reading, tables = speaker.first, stage.reading, stage.tables
    signs = {_kind(stage, speaker)}
    clause = sentence.clause(first)
    if first in stage.cast.quoted[reading.block]:
        signs.add("quoted")
    if sentence.told < first:
        signs.add("told")
    if not tables.relatives.isdisjoint(reading.words[clause:first]):
        signs.add("related")
    if clause == sentence.start:
        signs.add("first clause")
    if speaker.kind == PERSON and not is_known(stage, speaker):
        signs.add("indefinite")
    after = reading.word(speaker.end + (reading.word(speaker.end) == "،"))
    if after in tables.relatives or after in tables.words.presenting:
        signs.add("presented")
    if _is_acted_on(stage, first, speaker.end):
        signs.add("acted on")
    return signs


def _tells(stage: Stage, that: int, start: int) -> bool:
    """Whether a statement begins at «أن»; at «غير أن» the sentence goes on."""
    before = stage.reading.words[that - 1] if that > start else ""
    return before not in ("", "كما") and before not in stage.tables.words.but_before_that


def _is_acted_on(stage: Stage, first: int, end: int) -> bool:
    """Whether somebody else acts on him: «اتهم بوتين بأنه»."""
    before, verbs = stage.reading.word(first - 1), stage.tables.words.object_verbs
    acted = before in verbs or (before[:1] in ("و", "ف") and before[1:] in verbs)
    return acted and stage.reading.word(end).startswith("ب")


def _kind(stage: Stage, speaker: Speaker) -> str:
    named = stage.named.get(speaker.first)
    if speaker.kind == PLACE or (named and named.topic.type in BODIES):
        return "body"
    return {NAME: "name", PERSON: "role"}.get(speaker.kind, "body")


def phrase_start(stage: Stage, index: int, start: int) -> int:
    """The first word of the phrase that a name closes: «بطلة العمل | فريدة سليم»."""
    reading, tables = stage.reading, stage.tables
    if not (index in stage.named or begins_name(stage, index)):
        return index
    first = index
    while first > max(start, index - _NOUNS):
        word = reading.words[first - 1]
        grammar = word in tables.function_words or word in tables.words.prepositions
        if not word.isalpha() or grammar or word in tables.that or word in tables.relatives:
            break
        if word in tables.verbs or word in tables.words.doing_verbs or is_verb(stage, word):
            break
        first -= 1
    return first if first < index and is_definite(reading.words[index - 1]) else index


def place_of(stage: Stage, first: int, sentence: Sentence) -> str:
    """Whether it is the subject of its clause, stands after a preposition, or elsewhere."""
    reading, tables, start = stage.reading, stage.tables, sentence.start
    head, named = tables.heads.get(reading.words[first]), stage.named.get(first)
    joined = named.prefix if named else head[0] if head else 0
    if joined and reading.words[first][joined - 1] in _JOINED:
        return "after preposition"
    while first > start + 1 and reading.words[first - 1] in _TOWARDS:
        first -= 1  # «تحدث عنه مسؤولون»
    before = reading.words[first - 1] if first > start else ""
    words = tables.words
    if not words.prepositions.isdisjoint((before, before.removeprefix("و"))):
        return "after preposition"
    if (
        first == start
        or before in (":", "؛")
        or before in words.clause_openers
        or before in words.subject_openers
    ):
        return "subject"
    if before in _MARKS:
        return "after comma"
    if before in words.doing_verbs or before in tables.verbs:
        return "subject"
    if before in words.speeches:
        return "subject"  # «وفي كلام بوتين وعد»
    if before.endswith("نا") and not is_definite(before):
        return "subject"  # «التقينا يوسف غندور»
    if is_definite(before) or not before.isalpha() or before in tables.function_words:
        return "elsewhere"
    opens = first - 1 in (start, sentence.clause(first)) and before not in tables.heads
    opens = opens or (first - 1 > start and reading.words[first - 2] in words.before_predicates)
    acts = opens or is_verb(stage, before) or _PRESENT.fullmatch(before)
    return "subject" if acts else "elsewhere"


def is_known(stage: Stage, speaker: Speaker) -> bool:
    """Whether a description is definite: «الوزير», «نقابة أصحاب الشاحنات», «زوجته»."""
    words, links = stage.reading.words[speaker.first : speaker.end], stage.tables.words.links
    head = stage.tables.heads.get(words[0])
    own = words[: next((n for n, word in enumerate(words) if word in links), len(words))]
    bare = words[0][head[0] :] if head else words[0]
    named = any(n in stage.named for n in range(speaker.first + 1, speaker.first + len(own)))
    return (
        is_definite(bare)
        or named
        or bool(kin_of(stage, speaker.first))
        or any(map(is_definite, own[1:]))
    )
