"""The gazetteer: `topics/<type>.yml`, and flat files with topics of all types -> Topics."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.evidence import cut_sentences
from generator.content.files import check_slug, read_text
from generator.content.markdown import Passage
from generator.errors import Diagnostic
from generator.model import (
    BlockKind,
    Evidence,
    FoldedText,
    Location,
    Sentence,
    Topic,
    TopicId,
    TopicName,
    TopicType,
)
from generator.rules import (
    Fields,
    Problems,
    YamlDocument,
    listed_fields,
    nearest,
    quoted,
    read_yaml,
)
from generator.text import fold

_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)


def read_topic_file(path: Path, problems: Problems) -> tuple[TopicType | None, tuple[Topic, ...]]:
    """The type and the topics of one file of the gazetteer; entries with problems are left in."""
    document = _read(path, problems)
    if document is None or not check_slug(path.stem, problems, what="The file name"):
        return None, ()
    fields = Fields(document, problems)
    topic_type = _read_type(fields, path.stem)
    # A file of words to look up, not of subjects: all of them stand in the glossary.
    words = fields.flag("glossary")
    topics = tuple(_read_topic(entry, path.stem, words) for entry in fields.sections("topics"))
    fields.finish()
    return topic_type, topics


def read_flat_file(path: Path, problems: Problems) -> tuple[Topic, ...]:
    """The topics of a file of all types, each with its `type`: a list, bare or under `topics`."""
    document = _read(path, problems)
    if document is None:
        return ()
    return tuple(_read_typed(entry) for entry in listed_fields(document, problems, "topics"))


def _read(path: Path, problems: Problems) -> YamlDocument | None:
    text = read_text(path, problems)
    if text is None:
        return None
    document = read_yaml(text, problems)
    return None if problems.failed and not document.value else document


def _read_type(fields: Fields, type_id: str) -> TopicType | None:
    label = fields.required_section("label")
    if label is None:
        return None
    arabic, english = _read_label(label, "ar"), _read_label(label, "en")
    label.finish()
    return TopicType(type_id, *arabic, *english, Location(fields.problems.path, label.line()))


def _read_label(fields: Fields, language: str) -> tuple[str, str]:
    section = fields.required_section(language)
    if section is None:
        return "", ""
    words = section.required_text("one"), section.required_text("many")
    section.finish()
    return words


def _read_typed(fields: Fields) -> Topic:
    type_id = fields.required_text("type")
    if type_id:
        check_slug(type_id, fields.problems, fields.line("type"), "The type")
    return _read_topic(fields, type_id, False)


def _read_topic(fields: Fields, type_id: str, word: bool) -> Topic:
    topic_id = fields.required_text("id")
    if topic_id:
        check_slug(topic_id, fields.problems, fields.line("id"), "The id")
    part_of = fields.text("part_of")
    disambiguation = fields.section("disambiguation")
    topic = Topic(
        id=TopicId(topic_id),
        type=type_id,
        ar=_read_name(fields, "ar"),
        en=_read_name(fields, "en"),
        location=Location(fields.problems.path, fields.line()),
        wikidata=_read_wikidata(fields),
        part_of=None if part_of is None else TopicId(part_of),
        disambiguation_ar=disambiguation.text("ar") if disambiguation else None,
        disambiguation_en=disambiguation.text("en") if disambiguation else None,
        context=fields.texts("context"),
        not_context=fields.texts("not"),
        coordinates=_read_coordinates(fields),
        glossary=fields.flag("glossary") or word,
        subject=not word,
    )
    if disambiguation is not None:
        disambiguation.finish()
    fields.finish()
    _check_definitions(fields, topic)
    _check_numbers(fields, topic)
    return topic


def _check_definitions(fields: Fields, topic: Topic) -> None:
    for language, name in (("ar", topic.ar), ("en", topic.en)):
        if topic.glossary and name.name and not name.description:
            what = f"The term «{topic.id}» has no definition in «{language}»."
            fix = "Say what it is in one or two sentences: «description: …»."
            fields.error(language, what, fix)


def _check_numbers(fields: Fields, topic: Topic) -> None:
    """Warns of numbers that no paragraph carries; a definition may hold one of its own."""
    for language, name in (("ar", topic.ar), ("en", topic.en)):
        for sentence in () if topic.glossary else name.sentences:
            if not sentence.evidence and any(sign.isdigit() for sign in sentence.text):
                what = f"{quoted(sentence.text)} gives a number and rests on no paragraph."
                fix = "Write its evidence behind it: «[slug#p-1a2b3c4d]»."
                fields.problems.warning(fields.line(language), what, fix)


def _read_name(fields: Fields, language: str) -> TopicName:
    section = fields.required_section(language)
    if section is None:
        return TopicName("")
    sentences = _read_description(section)
    name = TopicName(
        section.required_text("name"),
        section.texts("aliases"),
        " ".join(sentence.text for sentence in sentences),
        sentences,
    )
    section.finish()
    return name


def _read_description(section: Fields) -> tuple[Sentence, ...]:
    """The description cut at its evidence marks."""
    text = section.text("description")
    if text is None:
        return ()
    passage = Passage(BlockKind.PARAGRAPH, text, section.line("description"))
    return cut_sentences(passage, None, section.problems)


def _read_wikidata(fields: Fields) -> str | None:
    text = fields.text("wikidata")
    if text is None or _WIKIDATA.fullmatch(text):
        return text
    what = f"«wikidata» is {quoted(text)}, not an item."
    fields.error("wikidata", what, "Write its number, such as Q159.")
    return None


def _read_coordinates(fields: Fields) -> tuple[float, float] | None:
    texts = fields.texts("coordinates")
    if not texts:
        return None
    if len(texts) == 2 and all(_DEGREES.fullmatch(text) for text in texts):
        latitude, longitude = (float(text) for text in texts)
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
    what = f"«coordinates» is {quoted(', '.join(texts))}, not a place on the globe."
    fix = "Write [latitude, longitude] in degrees, such as [30.04, 31.24]."
    fields.error("coordinates", what, fix)
    return None


# ---------------------------------------------------------------- the gazetteer as a whole


def topic_evidence(topic: Topic) -> Iterator[Evidence]:
    """What the descriptions of a topic rest on, in both languages."""
    for name in (topic.ar, topic.en):
        for sentence in name.sentences:
            yield from sentence.evidence


def check_topics(topics: Iterable[Topic], *, complete: bool = True) -> Iterator[Diagnostic]:
    """What is wrong between topics: ids and names that two share, parts of what is not there.

    Where a file could not be read the gazetteer is not `complete`, and an unknown id is no news.
    """
    known: dict[TopicId, Topic] = {}
    for topic in topics:
        if not topic.id:
            continue
        first = known.setdefault(topic.id, topic)
        if first is not topic:
            what = f"The topic id «{topic.id}» is already at {_place(first)}."
            yield Diagnostic(topic.location, what, "Give it another id, or join the two entries.")
    yield from _check_names(known.values())
    yield from _check_parts(known, complete)


def _check_names(topics: Iterable[Topic]) -> Iterator[Diagnostic]:
    owners: dict[FoldedText, tuple[Topic, str]] = {}
    for topic in topics:
        told: set[TopicId] = set()
        for name in topic_names(topic):
            key = FoldedText(" ".join(fold(name).split()))
            owner, written = owners.setdefault(key, (topic, name))
            if owner.id != topic.id and owner.id not in told:
                told.add(owner.id)
                what = (
                    f"{quoted(name)} reads as {quoted(written)} of «{owner.id}» at {_place(owner)}."
                )
                yield Diagnostic(topic.location, what, "Keep the name in one of the two topics.")


def _check_parts(known: dict[TopicId, Topic], complete: bool) -> Iterator[Diagnostic]:
    for topic in known.values():
        if topic.part_of is None:
            continue
        if topic.part_of not in known:
            if not complete:
                continue
            what = f"«part_of» names «{topic.part_of}», which is no topic."
            yield Diagnostic(topic.location, what, nearest(topic.part_of, known))
        elif topic.id == min(chain := _parents(topic, known), default=""):
            what = f"The topic is a part of itself: {' → '.join((topic.id, *chain))}."
            yield Diagnostic(topic.location, what, "Take one «part_of» out.")


def _parents(topic: Topic, known: dict[TopicId, Topic]) -> list[TopicId]:
    chain: list[TopicId] = []
    part_of = topic.part_of
    while part_of in known and part_of not in chain:
        chain.append(part_of)
        part_of = known[part_of].part_of
    # A circle is told once, at its first topic; one that only begins further up is told there.
    return chain[: chain.index(topic.id) + 1] if topic.id in chain else []


def topic_names(topic: Topic) -> tuple[str, ...]:
    """All names and aliases of a topic in both languages, without empty ones."""
    names = (topic.ar.name, *topic.ar.aliases, topic.en.name, *topic.en.aliases)
    return tuple(name for name in names if name)


def _place(topic: Topic) -> str:
    return f"{topic.location.path}:{topic.location.line}"
