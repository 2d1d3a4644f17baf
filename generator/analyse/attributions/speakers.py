"""Who speaks: the words after a reporting verb that name or describe a speaker, never guessed."""

from dataclasses import replace

from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.cast import (
    Speaker,
    Stage,
    described_before,
    is_definite,
    last_outlet,
    outlet_of_kind,
    person_of,
)
from generator.analyse.attributions.descriptions import (
    SPEAKING_TYPES,
    Extent,
    extent,
    past_adjectives,
    past_quote,
)
from generator.analyse.attributions.name_ends import name_end
from generator.analyse.attributions.person_names import (
    begins_name,
    name_after_role,
    titled_name,
    unknown_name,
)
from generator.analyse.attributions.speech_words import (
    BODY,
    NAME,
    OUTLET,
    PERSON,
    PLACE,
    QUOTES,
    SOURCE,
)
from generator.analyse.attributions.statements import begins, explains, that_follows
from generator.analyse.clitics import match_phrase
from generator.analyse.mentions.find import Named
from generator.analyse.reading import Reading
from generator.model import Span

_DAMMA = "\u064f"
_QUOTED = 4  # words of a name between quotation marks, and the closing one


def speaker_at(
    stage: Stage, index: int, *, unknown: bool = False, lenient: bool = False
) -> Speaker | None:
    """The speaker whose words begin at `index`.

    Unknown names count only where the grammar proves them (`unknown`), after a full role also
    without «إن» where the verb is one of speaking (`lenient`).
    """
    reading, tables = stage.reading, stage.tables
    if not unknown and not may_open(stage, index):
        return None
    start, titled = index, False
    while (word := reading.word(start)) in QUOTES or word in tables.words.titles:
        titled = titled or word in tables.words.titles
        start += 1
        if len(word) == 1 and reading.word(start) == ".":
            start += 1
    if named := stage.named.get(start):
        return _named(stage, index, start, named)
    if outlet := match_phrase(tables.outlet_names, reading.words, start):
        end, (prefix, _) = outlet
        return Speaker(start, end, reading.span(start, end, prefix), OUTLET)
    start += word in tables.words.latest and reading.word(start + 1) in tables.heads
    if titled and _is_only_title(stage, index, start):
        start, titled = index, False
    word = reading.word(start)
    if word.isdigit() and not _after_lam(stage, start + 1):
        start += reading.word(start + 1) in tables.heads  # «يتوقع 12 خبيرا أن»
        word = reading.word(start)
    if word in tables.words.kunya and not titled and begins_name(stage, start):
        end = name_end(stage, start)
        return Speaker(index, end, reading.span(start, end), NAME)
    head = tables.heads.get(word) or _plural(word, unknown)
    if head and word[head[0] :] == "عدد" and reading.word(start + 1) != "من":
        return None  # «عدد الفارين» is no «عدد من الفارين»
    if head and start not in stage.dated and not _is_somebodys(stage, start, head):
        return _described(stage, start, head, lenient)
    if titled and (name := titled_name(stage, start)):
        return Speaker(index, name, reading.span(start, name), NAME)
    if begins_name(stage, start):
        end = name_end(stage, start)
        if lenient or _at_statement(stage, end):
            return Speaker(start, end, reading.span(start, end), NAME)
    if known := _surname(stage, start):
        return known
    if unknown and (name := name_after_role(stage, start)):
        end = name_end(stage, name)
        return Speaker(start, end, reading.span(name, end), NAME)
    quoted = start > index and reading.words[start - 1] in "«“"
    quoted = quoted and not any(w in "»”" for w in reading.words[start : start + _QUOTED])
    unproven = unknown_name(stage, start) if unknown and not quoted else None
    if unproven is None:
        return None
    for name in range(start + 1, unproven):  # «المعالجة النفسية سمر»: a role that no list has
        if begins_name(stage, name) and is_definite(reading.word(name - 1)):
            return Speaker(start, unproven, reading.span(name, unproven), NAME)
    return Speaker(start, unproven, reading.span(start, unproven), NAME, known=False)


def _is_only_title(stage: Stage, index: int, start: int) -> bool:
    """Whether no name follows the title, which is a role itself: «ويشرح المهندس لصحيفة …»."""
    heads, word = stage.tables.heads, stage.reading.word(start)
    if _after_lam(stage, start) or word in stage.tables.words.links:
        return True
    if not titled_name(stage, start) and stage.reading.word(index) in heads:
        return True  # «وفسر المهندس ذلك بأن»
    return heads.get(word) == (0, PERSON)  # «المهندس المشرف على الأشغال»


def _is_somebodys(stage: Stage, index: int, head: tuple[int, str]) -> bool:
    """Whether the word ends with a pronoun that folds to the end of a head: «جامعه» is no «جامعة»."""
    word = stage.reading.words[index]
    if word.endswith("امر") and "آ" not in stage.reading.letters(index, index + 1):
        return True  # «الأمر» is no «الآمر»
    if len(word) == 3 and _DAMMA in stage.reading.letters(index, index + 1)[:2]:
        return True  # «حُكم على» is no «حَكَم»
    if head[1] == PERSON or word[-1:] != "ه" or is_definite(word[head[0] :]):
        return False
    return stage.reading.written(index).endswith("ه")


def may_open(stage: Stage, index: int) -> bool:
    """Whether a speaker who is known or described may begin at the word: most words say at once."""
    word = stage.reading.word(index)
    if word in stage.tables.openers or index in stage.named or word[:1].isdigit():
        return True
    surnames = stage.cast.surnames
    return word in surnames or (word[:1] == "ل" and word[1:] in surnames)


def _surname(stage: Stage, start: int) -> Speaker | None:
    """The last name alone of somebody who has spoken: «العمري», «لمولر»."""
    reading, surnames = stage.reading, stage.cast.surnames
    word = reading.word(start)
    prefix = int(word not in surnames and word[:1] == "ل")
    if word[prefix:] not in surnames or start in stage.dated:
        return None
    return Speaker(start, start + 1, reading.span(start, start + 1, prefix), NAME)


def _at_statement(stage: Stage, end: int) -> bool:
    if stage.quoted or end == stage.until or begins(stage, past_aside(stage, end), stage.verb):
        return True
    if stage.verb is not None and explains(stage, end, stage.verb):
        return True
    role = stage.tables.heads.get(stage.reading.word(end + 1), (1, ""))[0] == 0
    return stage.reading.word(end) == "،" and role and that_follows(stage, end)


def _after_lam(stage: Stage, index: int) -> bool:
    """Whether the word is a kind of speaker with a letter joined to it: «لصحيفة»."""
    head = stage.tables.heads.get(stage.reading.word(index))
    return head is not None and head[0] > 0


def _plural(word: str, unknown: bool) -> tuple[int, str] | None:
    """After a verb a plural of people is a speaker: «أفاد متطوعون», «تحدث المنظمون»."""
    bare = word.removeprefix("ال")
    people = unknown and len(bare) > 5 and bare.endswith("ون") and bare.startswith("م")
    return (0, PERSON) if people else None


def _named(stage: Stage, index: int, start: int, named: Named) -> Speaker | None:
    """A topic's name as the speaker; the span of the text leaves proclitics out."""
    reading = stage.reading
    if named.topic.type not in SPEAKING_TYPES:
        return None
    end = past_quote(reading, named.end)
    kind = {"outlet": OUTLET, "country": PLACE, "place": PLACE}.get(named.topic.type, NAME)
    if kind == OUTLET:
        end = past_adjectives(stage, end)
    text = reading.span(named.first, named.end, named.prefix)
    return Speaker(index, end, text, kind, named.topic.id)


def _described(stage: Stage, first: int, head: tuple[int, str], lenient: bool) -> Speaker:
    """«وزير الخارجية الروسي سيرغي لافروف», «مسؤولون أميركيون», «صحيفة «الغارديان» البريطانية»."""
    reading, (prefix, kind) = stage.reading, head
    reach = extent(stage, first, kind, lenient=lenient)
    text = reading.span(first, reach.text_end or reach.end, prefix)
    role = reading.words[first][prefix:].removeprefix("ال")
    if reach.named:
        return _with_topic(reading, first, kind, reach, reach.named, text)
    if reach.name_at is not None:
        name = reading.span(reach.name_at, reach.end)
        if kind == OUTLET:  # «وكالة رويترز»
            return Speaker(first, reach.end, name, OUTLET)
        return Speaker(first, reach.end, name, NAME, role=role)
    words = reading.words[first : reach.end]
    speaker = Speaker(first, reach.end, text, kind, described=True, role=role)
    if kind == PERSON and (topic := person_of(stage.cast, words, prefix)):
        return replace(speaker, topic=topic)
    if not is_definite(words[0][prefix:]):
        return speaker
    if kind in (PERSON, SOURCE) and len(words) == 1:
        meant = described_before(stage.cast, words[0][prefix:])
        speaker = replace(speaker, meant=meant if meant and len(meant.split()) < 4 else None)
    if kind == OUTLET:
        called = stage.tables.outlet_kinds.get(words[0])
        outlet = outlet_of_kind(stage, first, called[1]) if called else None
        return replace(speaker, topic=outlet[1] if outlet else None)
    if kind == SOURCE and words[0].endswith("تقرير"):
        return replace(speaker, carrier=last_outlet(stage, first))
    return speaker


def _with_topic(
    reading: Reading, first: int, kind: str, reach: Extent, named: Named, text: Span
) -> Speaker:
    """A person or an outlet that closes the description is the speaker; others belong to it."""
    own = reading.span(named.first, named.end, named.prefix)
    if named.topic.type == "outlet" or kind == OUTLET:
        return Speaker(first, reach.end, own, OUTLET, named.topic.id)
    if named.topic.type == "person" and kind not in (BODY, SOURCE):
        return Speaker(first, reach.end, own, NAME, named.topic.id)
    of_body = kind == SOURCE and named.topic.type == "organization"
    return Speaker(first, reach.end, text, kind, named.topic.id if of_body else None)
