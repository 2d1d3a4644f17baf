"""Who speaks: the words after a reporting verb that name or describe a speaker, never guessed."""

from dataclasses import replace

from generator.analyse.cast import (
    Speaker,
    Stage,
    described_before,
    is_definite,
    last_outlet,
    outlet_of_kind,
    person_of,
)
from generator.analyse.descriptions import (
    QUOTES,
    SPEAKING_TYPES,
    Extent,
    extent,
    past_adjectives,
    past_quote,
    titled_name,
    unknown_name,
)
from generator.analyse.mentions import Named
from generator.analyse.reading import Reading
from generator.analyse.speech_words import BODY, NAME, OUTLET, PERSON, PLACE, SOURCE
from generator.model import Span


def speaker_at(
    stage: Stage, index: int, *, unknown: bool = False, lenient: bool = False
) -> Speaker | None:
    """The speaker whose words begin at `index`.

    Unknown names count only where the grammar proves them (`unknown`), after a full role also
    without «إن» where the verb is one of speaking (`lenient`).
    """
    reading, tables = stage.reading, stage.tables
    start, titled = index, False
    while reading.word(start) in QUOTES or reading.word(start) in tables.words.titles:
        titled = titled or reading.word(start) in tables.words.titles
        start += 1
        if reading.word(start) == "." and len(reading.word(start - 1)) == 1:
            start += 1
    if named := stage.named.get(start):
        return _named(reading, index, start, named)
    if titled and (_after_lam(stage, start) or reading.word(start) in tables.words.links):
        start, titled = index, False  # «ويشرح المهندس لصحيفة …»: the title is all there is
    if reading.word(start).isdigit() and not _after_lam(stage, start + 1):
        start += reading.word(start + 1) in tables.heads  # «يتوقع 12 خبيرا أن»
    head = tables.heads.get(reading.word(start)) or _plural(reading.word(start), unknown)
    if head and start not in stage.dated:
        return _described(stage, start, head, lenient)
    if titled and (end := titled_name(stage, start)):
        return Speaker(index, end, reading.span(start, end), NAME)
    end = unknown_name(stage, start) if unknown else None
    return Speaker(start, end, reading.span(start, end), NAME, known=False) if end else None


def _after_lam(stage: Stage, index: int) -> bool:
    """Whether the word is a kind of speaker with a letter joined to it: «لصحيفة»."""
    head = stage.tables.heads.get(stage.reading.word(index))
    return head is not None and head[0] > 0


def _plural(word: str, unknown: bool) -> tuple[int, str] | None:
    """After a verb a plural of people is a speaker: «أفاد متطوعون», «تحدث المنظمون»."""
    bare = word.removeprefix("ال")
    people = unknown and len(bare) > 5 and bare.endswith("ون") and bare.startswith("م")
    return (0, PERSON) if people else None


def _named(reading: Reading, index: int, start: int, named: Named) -> Speaker | None:
    """A topic's name as the speaker; the span of the text leaves proclitics out."""
    if named.topic.type not in SPEAKING_TYPES:
        return None
    end = past_quote(reading, named.end)
    kind = {"outlet": OUTLET, "country": PLACE, "place": PLACE}.get(named.topic.type, NAME)
    if kind == OUTLET:
        end = past_adjectives(reading, end)
    text = reading.span(named.first, named.end, named.prefix)
    return Speaker(index, end, text, kind, named.topic.id)


def _described(stage: Stage, first: int, head: tuple[int, str], lenient: bool) -> Speaker:
    """«وزير الخارجية الروسي سيرغي لافروف», «مسؤولون أميركيون», «صحيفة «الغارديان» البريطانية»."""
    reading, (prefix, kind) = stage.reading, head
    reach = extent(stage, first, kind, lenient=lenient)
    text = reading.span(first, reach.end, prefix)
    if reach.named:
        return _with_topic(reading, first, kind, reach, reach.named, text)
    if reach.name_at is not None:
        return Speaker(first, reach.end, reading.span(reach.name_at, reach.end), NAME)
    words = reading.words[first : reach.end]
    speaker = Speaker(first, reach.end, text, kind, described=True)
    if kind == PERSON and (topic := person_of(stage.cast, words, prefix)):
        return replace(speaker, topic=topic)
    if not is_definite(words[0][prefix:]):
        return speaker
    if kind in (PERSON, SOURCE) and len(words) == 1:
        speaker = replace(speaker, meant=described_before(stage.cast, words[0][prefix:]))
    if kind == OUTLET:
        meant = stage.tables.outlet_kinds.get(words[0])
        outlet = outlet_of_kind(stage, first, meant[1]) if meant else None
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
