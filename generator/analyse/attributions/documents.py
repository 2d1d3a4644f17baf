"""Documents that speak: somebody's own («سجلاتها»), and those that say who made them."""

from dataclasses import replace

from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.said import Said
from generator.analyse.attributions.speech_words import BODY, PERSON, SOURCE
from generator.analyse.attributions.statements import begins
from generator.analyse.attributions.verb_forms import Verb
from generator.analyse.reading import Reading

_ADJECTIVES = 3  # words
_MADE_BY = 4  # words


def own_document(stage: Stage, index: int) -> Speaker | None:
    """«سجلاتها», «تقريره السنوي الأخير»: a source with a pronoun, and its adjectives."""
    reading = stage.reading
    known = stage.tables.documents.get(reading.word(index))
    if known is None or _ends_with_ta(reading, index):
        return None
    end = index + 1
    while end <= index + _ADJECTIVES and _is_adjective(stage, index, end):
        end += 1
    return Speaker(index, end, reading.span(index, end, known[0]), SOURCE, described=True)


def _is_adjective(stage: Stage, index: int, end: int) -> bool:
    word = stage.reading.word(end)
    related = word in stage.tables.relatives or word.startswith("لل")
    return is_definite(word) and not related and stage.reading.same_sentence(index, end)


def owners_document(stage: Stage, said: Said) -> Said:
    """«النقابة التي تؤكد سجلاتها»: the document by its owner's name, «سجلات النقابة»."""
    reading, heads = stage.reading, stage.tables.heads
    owner, own = said.first - 2, reading.words[said.end - 1]
    if own not in stage.tables.documents or not is_definite(reading.word(owner)):
        return said
    cut = 1 if own.endswith("ه") else 2
    stem = own[:-cut]
    written = said.speaker[:-cut]
    if stem.endswith("ت") and stem not in heads and stem[:-1] + "ه" in heads:
        written = written[:-1] + "ة"
    return replace(said, speaker=f"{written} {reading.letters(owner, owner + 1)}")


def document_after(stage: Stage, index: int, verb: Verb) -> Speaker | None:
    """The same after its verb, which agrees with it, and before what is said."""
    document = own_document(stage, index)
    told = verb.bare in stage.tables.words.telling  # «نشرت مراجعتها»
    if (
        document is None
        or told
        or verb.plural
        or stage.tables.documents[stage.reading.words[index]][0]
    ):
        return None
    feminine = stage.tables.documents[stage.reading.words[index]][1]
    if feminine != verb.feminine:
        return None
    place = past_aside(stage, document.end)
    shown = verb.shows and document.end > index + 1 and stage.reading.word(document.end).isalpha()
    return document if shown or begins(stage, place, verb) else None


def made_by(stage: Stage, first: int, end: int) -> int | None:
    """The word after «نشرتها جامعة ياوندي» where that follows an indefinite document.

    After «بحسب» the maker is the speaker; here the document speaks and says whose it is.
    """
    reading, heads = stage.reading, stage.tables.heads
    maker = reading.word(end + 1)
    if stage.verb is None or not _has_object(stage, end) or not maker:
        return None
    if not reading.same_sentence(first, end + 1):
        return None
    named = stage.named.get(end + 1)
    if named and not named.prefix and named.topic.type == "organization":
        return named.end
    if heads.get(maker) not in ((0, BODY), (0, PERSON)):
        return None
    place = end + 2
    definite = is_definite(maker)
    while place < end + 1 + _MADE_BY and _goes_on(stage, place, definite=definite):
        place += 1
    return place


def _goes_on(stage: Stage, place: int, *, definite: bool) -> bool:
    """Whether the word goes on with the maker: «جامعة ياوندي», «شركاء الحملة»."""
    word, tables = stage.reading.word(place), stage.tables
    if place in stage.dated or word in tables.words.stops or word in tables.that:
        return False
    if place in stage.named and not stage.named[place].prefix:
        return True
    if word in tables.function_words or word in tables.words.prepositions:
        return False
    return is_definite(word) or (not definite and word.endswith(("يون", "يين", "ي", "يه")))


def _has_object(stage: Stage, index: int) -> bool:
    """Whether the word can be a verb with the document as its object: «أعده», «نشرتها»."""
    word, tables = stage.reading.word(index), stage.tables
    if len(word) < 4 or is_definite(word) or word in tables.heads or word in tables.function_words:
        return False
    return word.endswith(("ته", "تها", "ه", "ها")) and not _ends_with_ta(stage.reading, index)


def _ends_with_ta(reading: Reading, index: int) -> bool:
    return reading.written(index).rstrip("\u064b\u064c\u064d").endswith("ة")
