"""`content/` -> Library: every file read, then what only shows between files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.config import DEFAULTS, SiteSettings
from generator.content.articles import read_article
from generator.content.evidence import all_evidence, check_evidence
from generator.content.explainers import explainer_evidence, read_explainer
from generator.content.facts import check_facts, read_facts
from generator.content.files import Report, entries, folders, known_entries
from generator.content.mirror import check_descriptions, check_mirror
from generator.content.pages import read_pages
from generator.content.speakers import FILE as SPEAKERS
from generator.content.speakers import check_speakers, read_speakers
from generator.content.stubs import read_stub
from generator.content.topics import check_topics, read_topic_file, topic_evidence
from generator.errors import ContentError, Diagnostic, Severity, warning
from generator.model import (
    ARABIC,
    ENGLISH,
    Article,
    EditorPage,
    Explainer,
    FactNote,
    Library,
    Slug,
    Speaker,
    Stub,
    Topic,
    TopicType,
)

ARTICLE_FILES = (
    *("ar.md", "en.md", "facts.yml", "import-report.yml"),
    *("ar.new.md", "en.new.md", "facts.new.yml", "import-report.new.yml"),
)
EXPLAINER_FILES = ("ar.md", "en.md")
FOLDERS = ("articles", "topics", "explainers", "pages")


@dataclass(slots=True)
class _Reading:
    """What has been read so far. `unread` are articles with problems, told once and not again."""

    report: Report = field(default_factory=Report)
    articles: dict[Slug, Article] = field(default_factory=dict)
    unread: set[Slug] = field(default_factory=set)
    stubs: list[Stub] = field(default_factory=list)
    facts: dict[Slug, tuple[FactNote, ...]] = field(default_factory=dict)
    types: list[TopicType] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    gazetteer_whole: bool = True
    explainers: list[Explainer] = field(default_factory=list)
    pages: list[EditorPage] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)


def load_library(
    root: Path, settings: SiteSettings = DEFAULTS
) -> tuple[Library, tuple[Diagnostic, ...]]:
    """All of a content folder, and the warnings about it; paths in both begin with `root`.

    `settings` say what holds of an article that does not say it itself, and how much may be quoted.

    Raises:
        ContentError: something is wrong. It carries all problems of all files, warnings too.
    """
    reading = _Reading()
    if not root.is_dir():
        what = "There is no such content folder."
        reading.report.file(root).error(0, what, "Make it, or name another with --content.")
    there = known_entries(root, (*FOLDERS, SPEAKERS), reading.report)
    if "articles" in there:
        _read_articles(root / "articles", settings, reading)
    if "topics" in there:
        _read_topics(root / "topics", reading)
    if "explainers" in there:
        _read_explainers(root / "explainers", reading)
    if "pages" in there:
        reading.pages += read_pages(root / "pages", reading.report)
    if SPEAKERS in there:
        path = there[SPEAKERS]
        reading.speakers += read_speakers(path, reading.report.file(path))
    found = sorted(
        (*reading.report.diagnostics(), *_check_together(reading)),
        key=lambda diagnostic: (diagnostic.location, diagnostic.what),
    )
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        raise ContentError(tuple(found))
    return _library(reading), tuple(found)


def _read_articles(folder: Path, settings: SiteSettings, reading: _Reading) -> None:
    for path in folders(folder, reading.report):
        slug = Slug(path.name)
        files = known_entries(path, ARTICLE_FILES, reading.report)
        article = None
        if "ar.md" in files:
            problems = reading.report.file(files["ar.md"])
            article = read_article(files["ar.md"], settings, problems)
        else:
            what = "The folder has no article «ar.md»."
            fix = "Write it, or take the folder away: a stub belongs to an article."
            reading.report.file(path).error(0, what, fix)
        if article is None:
            reading.unread.add(slug)
        else:
            reading.articles[slug] = article
        if "en.md" in files:
            stub = read_stub(files["en.md"], reading.report.file(files["en.md"]))
            reading.stubs += [stub] if stub is not None else []
        if "facts.yml" in files:
            problems = reading.report.file(files["facts.yml"])
            reading.facts[slug] = read_facts(files["facts.yml"], slug, problems)


def _read_topics(folder: Path, reading: _Reading) -> None:
    for path in entries(folder, reading.report):
        problems = reading.report.file(path)
        if path.suffix != ".yml" or not path.is_file():
            what = f"Nothing reads «{path.name}» here."
            problems.warning(0, what, "A file of topics is called <type>.yml.")
            continue
        topic_type, topics = read_topic_file(path, problems)
        reading.types += [topic_type] if topic_type is not None else []
        reading.topics += topics
        reading.gazetteer_whole &= not problems.failed


def _read_explainers(folder: Path, reading: _Reading) -> None:
    known = frozenset(topic.id for topic in reading.topics) if reading.gazetteer_whole else None
    for path in folders(folder, reading.report):
        files = known_entries(path, EXPLAINER_FILES, reading.report)
        for locale in (ARABIC, ENGLISH):
            file = path / f"{locale}.md"
            problems = reading.report.file(file)
            if file.name not in files:
                what = "The explainer is missing in this language."
                problems.warning(0, what, "Write it, with the cards and evidence of the other.")
                continue
            explainer = read_explainer(file, locale, known, problems)
            reading.explainers += [explainer] if explainer is not None else []


# ---------------------------------------------------------------- between files


def _check_together(reading: _Reading) -> Iterator[Diagnostic]:
    yield from check_topics(reading.topics, complete=reading.gazetteer_whole)
    yield from check_speakers(reading.speakers)
    unread = frozenset(reading.unread)
    for topic in reading.topics:
        yield from check_evidence(topic_evidence(topic), reading.articles, unread)
        yield from check_descriptions(topic)
    for stub in reading.stubs:
        yield from check_evidence(all_evidence(stub.blocks), reading.articles, unread)
    for slug, notes in reading.facts.items():
        if slug in reading.articles:
            yield from check_facts(notes, reading.articles[slug], reading.articles, unread)
    for explainer in reading.explainers:
        yield from check_evidence(explainer_evidence(explainer), reading.articles, unread)
    by_place = {(explainer.slug, explainer.locale): explainer for explainer in reading.explainers}
    for explainer in reading.explainers:
        english = by_place.get((explainer.slug, ENGLISH))
        if explainer.locale == ARABIC and english is not None:
            yield from check_mirror(explainer, english)
    yield from _check_orders(reading.explainers)


def _check_orders(explainers: list[Explainer]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, int], Explainer] = {}
    for explainer in explainers:
        other = first.setdefault((explainer.locale, explainer.order), explainer)
        if other is not explainer:
            what = f"«order» is {explainer.order}, as in {other.location.path}."
            fix = "Give each explainer a number of its own; the lowest leads the site."
            yield warning(explainer.location, what, fix)


def _library(reading: _Reading) -> Library:
    return Library(
        articles=tuple(sorted(reading.articles.values(), key=lambda article: article.slug)),
        stubs=tuple(sorted(reading.stubs, key=lambda stub: stub.slug)),
        topic_types=tuple(sorted(reading.types, key=lambda topic_type: topic_type.id)),
        topics=tuple(sorted(reading.topics, key=lambda topic: (topic.type, topic.id))),
        explainers=tuple(sorted(reading.explainers, key=lambda e: (e.order, e.slug, e.locale))),
        facts=tuple(sorted(reading.facts.items())),
        pages=tuple(sorted(reading.pages, key=lambda page: (page.name, page.locale))),
        speakers=tuple(sorted(reading.speakers, key=lambda speaker: speaker.ar)),
    )
