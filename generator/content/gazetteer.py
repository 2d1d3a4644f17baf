"""Flat gazetteers: read for the analysis, and brought into `content/topics/` one file per type."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.files import Report, entries
from generator.content.topics import check_topics, read_flat_file, read_topic_file
from generator.errors import ContentError
from generator.model import Topic, TopicId, TopicName
from generator.rules import Problems, dump_yaml, nearest, quoted, raise_problems, read_yaml
from generator.text import fold

# What a type is called when its file is made: Arabic for one and for many, English likewise.
LABELS = {
    "person": ("شخصية", "شخصيات", "Person", "People"),
    "country": ("دولة", "دول", "Country", "Countries"),
    "organization": ("جهة", "جهات", "Organisation", "Organisations"),
    "outlet": ("وسيلة إعلام", "وسائل إعلام", "News outlet", "News outlets"),
    "place": ("مكان", "أماكن", "Place", "Places"),
    "weapon": ("سلاح أو منظومة", "أسلحة ومنظومات", "Weapon or system", "Weapons and systems"),
    "event": ("حدث", "أحداث", "Event", "Events"),
    "theme": ("قضية", "قضايا", "Theme", "Themes"),
    "term": ("مصطلح", "مصطلحات", "Term", "Terms"),
}
# Types of words to look up: their files say so, and all their topics stand in the glossary.
_GLOSSARY_TYPES = frozenset({"term"})
_FIRST_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """What an import of topics writes, new text by path under content/, and how many come."""

    files: dict[str, str]
    added: int
    present: int


def load_topics_file(path: Path) -> tuple[Topic, ...]:
    """The topics of a flat gazetteer in the order of the file.

    Raises:
        ContentError: the file or entries of it cannot be read; all problems at once.
    """
    problems = Problems(path.as_posix())
    topics = read_flat_file(path, problems)
    raise_problems(problems.found, ContentError)
    return topics


def plan_topics(topics: Iterable[Topic], content: Path | None = None) -> TopicPlan:
    """What brings the topics into `content`, the content folder, which may be absent or empty.

    A file that is there is only added to, at its end. Topics that are there already, saying all
    that the new ones say, count as present; a file without anything new is not in the plan.

    Raises:
        ContentError: a topic is there and differs, two topics share a name, or a file that is
            there cannot be added to; all problems at once.
    """
    report = Report()
    there = _read_there(content, report) if content is not None else {}
    new: dict[str, list[Topic]] = {}
    present = 0
    for topic in topics:
        if topic.id in there:
            present += 1
            _check_same(topic, there[topic.id], report)
        else:
            new.setdefault(topic.type, []).append(topic)
    added = [topic for type_id in sorted(new) for topic in new[type_id]]
    clashes = tuple(check_topics((*there.values(), *added)))
    files = {
        f"topics/{type_id}.yml": _merge(type_id, new[type_id], content, report)
        for type_id in sorted(new)
    }
    raise_problems((*report.diagnostics(), *clashes), ContentError)
    return TopicPlan(files, len(added), present)


def _read_there(content: Path, report: Report) -> dict[TopicId, Topic]:
    there: dict[TopicId, Topic] = {}
    for path in entries(content / "topics", report):
        if path.suffix == ".yml":
            _, topics = read_topic_file(path, report.file(path))
            there.update({topic.id: topic for topic in topics})
    return there


# ---------------------------------------------------------------- comparing


def _check_same(topic: Topic, there: Topic, report: Report) -> None:
    differences = ", ".join(_differences(topic, there))
    if differences:
        place = f"{there.location.path}:{there.location.line}"
        what = f"The topic «{topic.id}» is already at {place} and differs: {differences}."
        problems = report.file(Path(topic.location.path))
        problems.error(topic.location.line, what, "Make the two alike; nothing is overwritten.")


def _differences(topic: Topic, there: Topic) -> Iterable[str]:
    """What the topic says that the one that is there does not; spellings that fold alike agree."""
    pairs = (
        ("type", topic.type, there.type),
        ("wikidata", topic.wikidata, there.wikidata),
        ("part_of", topic.part_of, there.part_of),
        ("disambiguation.ar", topic.disambiguation_ar, there.disambiguation_ar),
        ("disambiguation.en", topic.disambiguation_en, there.disambiguation_en),
    )
    for key, new, old in pairs:
        if new and new != old:
            yield f"{key} {quoted(new)}"
    if topic.coordinates not in (None, there.coordinates):
        yield f"coordinates «{topic.coordinates}»"
    if topic.glossary and not there.glossary:
        yield "glossary «true»"
    yield from _name_differences("ar", topic.ar, there.ar)
    yield from _name_differences("en", topic.en, there.en)
    for key, words, known in (
        ("context", topic.context, there.context),
        ("not", topic.not_context, there.not_context),
    ):
        yield from (f"{key} {quoted(word)}" for word in words if word not in known)


def _name_differences(language: str, new: TopicName, old: TopicName) -> Iterable[str]:
    known = {fold(name) for name in (old.name, *old.aliases)}
    if fold(new.name) not in known:
        yield f"{language}.name {quoted(new.name)}"
    for alias in new.aliases:
        if fold(alias) not in known:
            yield f"{language}.aliases {quoted(alias)}"
    if new.description and new.description != old.description:
        yield f"{language}.description {quoted(new.description)}"


# ---------------------------------------------------------------- writing


def _merge(type_id: str, topics: list[Topic], content: Path | None, report: Report) -> str:
    path = (content or Path()) / "topics" / f"{type_id}.yml"
    if content is not None and path.is_file():
        return _add(path, topics, report)
    labels = LABELS.get(type_id)
    if labels is None:
        what = f"The type «{type_id}» has no name for readers."
        fix = f"{nearest(type_id, LABELS)} Or begin the file {path.as_posix()} with its label."
        problems = report.file(Path(topics[0].location.path))
        problems.error(topics[0].location.line, what, fix)
        return ""
    arabic_one, arabic_many, english_one, english_many = labels
    label = {
        "ar": {"one": arabic_one, "many": arabic_many},
        "en": {"one": english_one, "many": english_many},
    }
    head: dict[str, object] = {"label": label}
    if type_id in _GLOSSARY_TYPES:
        head = {"glossary": True, **head}
    return dump_yaml(head) + "topics:\n" + dump_yaml([_plain(topic) for topic in topics])


def _add(path: Path, topics: list[Topic], report: Report) -> str:
    text = path.read_text(encoding="utf-8")
    first = _FIRST_ENTRY.search(text, max(text.find("\ntopics:"), 0))
    indent = first[1] if first else ""
    lines = dump_yaml([_plain(topic) for topic in topics]).splitlines(keepends=True)
    merged = text.rstrip("\n") + "\n" + "".join(indent + line for line in lines)
    # Whether the end of the file was the end of its list of topics shows when it is read again.
    check = Problems(path.as_posix())
    before = read_yaml(text, check).value
    after = read_yaml(merged, check).value
    if check.found or _count(after) != _count(before) + len(topics):
        what = "Topics cannot be added at the end of this file."
        fix = "Make «topics:» its last key, with one entry «- id: …» below the other."
        report.file(path).error(0, what, fix)
    return merged


def _count(value: object) -> int:
    entries_ = value.get("topics", ()) if isinstance(value, Mapping) else ()
    return len(entries_) if isinstance(entries_, tuple) else 0


def _plain(topic: Topic) -> dict[str, object]:
    """The entry of a topic, without keys that say nothing."""
    disambiguation = {"ar": topic.disambiguation_ar, "en": topic.disambiguation_en}
    entry = {
        "id": str(topic.id),
        "ar": _plain_name(topic.ar),
        "en": _plain_name(topic.en),
        "wikidata": topic.wikidata,
        "part_of": topic.part_of,
        "coordinates": list(topic.coordinates or ()),
        "glossary": topic.glossary,
        "disambiguation": {key: text for key, text in disambiguation.items() if text},
        "context": list(topic.context),
        "not": list(topic.not_context),
    }
    return {key: value for key, value in entry.items() if value}


def _plain_name(name: TopicName) -> dict[str, object]:
    entry = {"name": name.name, "aliases": list(name.aliases), "description": _marked(name)}
    return {key: value for key, value in entry.items() if value}


def _marked(name: TopicName) -> str:
    """The description as it is written, with the marks of its evidence."""
    return " ".join(
        f"{sentence.text} [{' '.join(f'{e.article}#{e.paragraph}' for e in sentence.evidence)}]"
        if sentence.evidence
        else sentence.text
        for sentence in name.sentences
    )
