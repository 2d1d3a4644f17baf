"""What editors ask to be written into content/: topics, reviews, facts to correct."""

from dataclasses import dataclass
from pathlib import Path

from generator import link, write
from generator.config import read_settings
from generator.content import TopicPlan, load_library, load_topics_file, plan_topics
from generator.english.review import reviewed_front_matter
from generator.errors import ContentError, Diagnostic
from generator.model import IsoDate, Location, Slug
from generator.pipeline.folders import Folders, quiet
from generator.pipeline.index import analyse_all


def import_topics(path: Path, folders: Folders) -> TopicPlan:
    """Bring a flat gazetteer into content/topics/; returns what came and what was there.

    Raises:
        ContentError: the file is wrong, or disagrees with a topic that is there.
    """
    plan = plan_topics(load_topics_file(path), folders.content)
    for name, text in plan.files.items():
        write.replace_text(folders.content / name, text)
    return plan


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of an article, a line each, and the file that was written, if one was."""

    lines: tuple[str, ...]
    written: Path | None


def facts(slug: str, folders: Folders, *, write_file: bool = False) -> Facts:
    """What the analysis finds in an article, with the editor's notes; writes a facts.yml to fill in.

    A facts.yml that exists is never touched: the new one is laid beside it.

    Raises:
        ContentError: the content is wrong, or there is no such article.
        WriteError: a file laid beside an earlier one still waits there.
    """
    settings = read_settings(folders.config)
    library, _ = load_library(folders.content, settings)
    sheet = link.fact_sheet(library, analyse_all(library, quiet), Slug(slug))
    folder = folders.content / "articles" / slug
    if sheet is None:
        known = ", ".join(article.slug for article in library.articles) or "none"
        problem = Diagnostic(Location(str(folder)), "there is no such article.", f"Known: {known}.")
        raise ContentError(problem)
    if not write_file:
        return Facts(sheet.lines, None)
    path = folder / "facts.yml"
    if path.exists():
        path = folder / "facts.new.yml"
    write.write_new({path: sheet.skeleton})
    return Facts(sheet.lines, path)


def review(slug: str, by: str, on: IsoDate, folders: Folders) -> Path:
    """Record a person's review of an English stub, bound to both texts; returns the file.

    Raises:
        ContentError: the content is wrong, or the article or its stub does not exist.
    """
    settings = read_settings(folders.config)
    library, _ = load_library(folders.content, settings)
    path = folders.content / "articles" / slug / "en.md"
    article = next((article for article in library.articles if article.slug == slug), None)
    stub = next((stub for stub in library.stubs if stub.slug == slug), None)
    if article is None or stub is None:
        known = ", ".join(stub.slug for stub in library.stubs) or "none"
        raise ContentError(
            Diagnostic(
                Location(str(path)), "there is no such stub.", f"Articles with a stub: {known}."
            )
        )
    text = path.read_bytes().decode("utf-8")
    write.replace_text(path, reviewed_front_matter(text, article, stub, by, on))
    return path
