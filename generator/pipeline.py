"""The stages in order: the one module that knows them all, and the only door for the commands."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from generator import draw, engine, link, write
from generator.analyse import analyse as analyse_article
from generator.analyse import build_gazetteer
from generator.analyse.schema import as_schema
from generator.config import read_settings
from generator.content import TopicPlan, load_library, load_topics_file, plan_topics
from generator.english.review import review_state, reviewed_front_matter
from generator.errors import ContentError, Diagnostic, SourceError, WriteError
from generator.intake import ImportOptions as ImportOptions
from generator.intake import ImportPlan, bring_in, explain_lines, load_intake_rules, take_in
from generator.languages import load_lexicon
from generator.model import (
    ARABIC,
    ENGLISH,
    Analysis,
    IntakeResult,
    IsoDate,
    Library,
    Location,
    RenderedPage,
    SiteIndex,
    Slug,
    Topic,
)
from generator.render import render, render_all
from generator.render.catalogue import load_catalogue
from generator.render.views.facts import date_ids, figure_ids
from generator.rights import publishable
from generator.search import Anchors, search_files
from generator.search.ask import Found, ask
from generator.verify import refuse_broken
from generator.verify.rights import withheld_runs
from generator.write import WriteReport

# The lists of dates and figures, which long ones part into several pages, and the ids on them.
_FACT_LISTS = re.compile(r"(?:ar|en)/(?:timeline|figures)(?:/|\.md$)")
_FACT_IDS = re.compile(r'id="([ft]-[^"]+)"')
# The browser's query engine, beside the site's mkdocs.yml.
_ENGINE = Path("overrides", "assets", "javascripts", "search-engine.js")
_ASSETS = Path("overrides", "assets")

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a run reads and writes."""

    config: Path
    content: Path
    docs: Path

    @staticmethod
    def beside(config: Path, *, content: Path | None = None, docs: Path | None = None) -> "Folders":
        """The folders that a mkdocs.yml names, unless given."""
        settings = read_settings(config)
        root = config.parent
        return Folders(config, content or root / settings.content, docs or root / settings.docs)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote, what it warned of, how much content it had, and what no file may hold."""

    files: WriteReport
    warnings: tuple[Diagnostic, ...]
    articles: int
    topics: int
    withheld: frozenset[tuple[str, ...]]


def _quiet(what: str, done: int, total: int) -> None:
    pass


# ---------------------------------------------------------------- content -> docs -> site


def check(folders: Folders) -> tuple[Diagnostic, ...]:
    """What is doubtful about the content, also about notes on facts that are not found.

    Raises:
        ContentError: what is wrong with it, all at once.
    """
    settings = read_settings(folders.config)
    library, warnings = load_library(folders.content, settings)
    stale = link.find_stale_notes(library, _analyses(library, _quiet))
    return tuple(sorted((*warnings, *stale), key=lambda d: (d.location, d.what)))


def build(
    folders: Folders, progress: Progress = _quiet, drawn: tuple[Path, ...] = ()
) -> BuildReport:
    """content/ -> docs/: a pure function of the content, the settings and the site's faces.

    Pictures that a folder of `drawn` holds already are not drawn again.

    Raises:
        GeneratorError: content or settings are wrong; docs/ is left as it was.
    """
    settings = read_settings(folders.config)
    library, warnings = load_library(folders.content, settings)
    index = _index(library, progress)
    rendered = render_all(index, settings, folders.config.resolve().parent / _ASSETS)
    pages = (*rendered.pages, *_search(index, rendered.pages))
    drawer = partial(draw.draw, progress=progress)
    report = write.write_docs(pages, folders.docs, rendered.pictures, drawer, drawn)
    sizes = len(library.articles), len(library.topics)
    return BuildReport(report, warnings, *sizes, withheld_runs(library))


def search(
    query: str, language: str, folders: Folders, progress: Progress = _quiet
) -> tuple[Found, ...]:
    """What the site's search answers, best first, with the reasons; nothing is written.

    Raises:
        ContentError: the content is wrong.
    """
    settings = read_settings(folders.config)
    library, _ = load_library(folders.content, settings)
    node = shutil.which("node")
    engine_file = folders.config.resolve().parent / _ENGINE
    index = _index(library, progress)
    files = _search(index, render(index, settings))
    return ask(files, query, language, Path(node) if node else None, engine_file)


def _search(index: SiteIndex, pages: tuple[RenderedPage, ...]) -> tuple[RenderedPage, ...]:
    """The search index, over what the pages show and with the ids that they show it under."""
    dates, figures = date_ids(index.timeline), figure_ids(index.figures)
    return search_files(index, Anchors(dates, figures, _fact_places(pages)))


def _fact_places(pages: tuple[RenderedPage, ...]) -> dict[tuple[str, str], str]:
    """(language, id of a date or a figure) -> the address of the list that shows it."""
    return {
        (page.path[:2], anchor): f"{page.path.removesuffix('.md')}/#{anchor}"
        for page in pages
        if _FACT_LISTS.match(page.path)
        for anchor in _FACT_IDS.findall(page.text)
    }


def _index(library: Library, progress: Progress) -> SiteIndex:
    """What the content says, linked, and cut to what may be published."""
    stubs = {stub.slug: stub for stub in library.stubs}
    reviews = tuple(
        (article.slug, review_state(article, stubs.get(article.slug)))
        for article in library.articles
    )
    return publishable(link.link(library, _analyses(library, progress), reviews))


def _analyses(library: Library, progress: Progress) -> tuple[Analysis, ...]:
    gazetteer, lexicon = build_gazetteer(library.topics), load_lexicon(ARABIC)
    analyses = []
    for done, article in enumerate(library.articles):
        progress("analyse", done, len(library.articles))
        analyses.append(analyse_article(article, gazetteer, lexicon))
    return tuple(analyses)


def site(
    folders: Folders, out: Path, *, keep_docs: bool = False, progress: Progress = _quiet
) -> BuildReport:
    """content/ -> a verified site at `out`; a failure leaves what was published as it was.

    The pages are made aside too, unless `keep_docs` says that `folders.docs` was asked for.

    Raises:
        GeneratorError: content, pages or the built site are wrong.
    """
    write.recover(out)
    _refuse_foreign(out)
    with _folder_beside(out) as aside:
        docs = folders.docs if keep_docs else aside / "docs"
        inner = Folders(folders.config, folders.content, docs)
        report = build(inner, progress, drawn=(out, folders.docs))
        built = engine.build_site(folders.config, docs, aside / "site")
        english = _english_messages() | built.english
        refuse_broken(aside / "site", built.address, english, report.withheld)
        write.swap_in(aside / "site", out)
    return report


def _english_messages() -> frozenset[str]:
    """The English messages that stand on a page as they are, without fields."""
    forms = (form for forms in load_catalogue(ENGLISH).texts.values() for form in forms)
    return frozenset(form for form in forms if "%(" not in form)


def _refuse_foreign(out: Path) -> None:
    """A folder that holds something else than a site must not be swapped away."""
    if out.exists() and any(out.iterdir()) and not (out / "index.html").is_file():
        raise WriteError(
            Diagnostic(Location(str(out)), "this folder holds no site.", "Name another with --out.")
        )


@contextmanager
def _folder_beside(out: Path) -> Iterator[Path]:
    """A folder on the file system of `out`, so that one rename can publish from it."""
    out.resolve().parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=out.resolve().parent, prefix=f".{out.name}-"))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


# ---------------------------------------------------------------- raw files -> content


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one raw file."""

    source: Path
    plan: ImportPlan | None
    problems: tuple[Diagnostic, ...]

    @property
    def needs_person(self) -> bool:
        """Whether an editor must look: not imported, text may be missing, or there already."""
        return self.plan is None or self.plan.needs_person


def import_files(
    files: Iterable[Path], folders: Folders, options: ImportOptions, progress: Progress = _quiet
) -> tuple[Imported, ...]:
    """Bring raw files into content/articles/; a file that cannot be read does not stop the others."""
    paths = tuple(files)
    done = []
    for number, path in enumerate(paths):
        progress("import", number, len(paths))
        done.append(_import_file(path, folders, options))
    return tuple(done)


def _import_file(path: Path, folders: Folders, options: ImportOptions) -> Imported:
    try:
        existing = _existing(folders.content / "articles")
        plan = bring_in(path.name, _bytes(path), load_intake_rules(), options, existing)
        write.write_new({folders.content / name: text for name, text in plan.files.items()})
        for name, text in plan.replaced.items():
            write.replace_text(folders.content / name, text)
    except (SourceError, WriteError, ContentError) as error:
        return Imported(path, None, error.diagnostics)
    return Imported(path, plan, plan.diagnostics)


def _existing(articles: Path) -> dict[str, str]:
    """The texts that imports must not overwrite, by their path in content/."""
    return {
        f"articles/{path.relative_to(articles).as_posix()}": path.read_text(encoding="utf-8")
        for path in sorted(articles.glob("*/*"))
        if path.is_file()
    }


def read_raw(path: Path, published: IsoDate | None = None) -> IntakeResult:
    """What intake makes of one raw file.

    Raises:
        SourceError: the file cannot be opened, decoded, or holds no article.
    """
    return take_in(path.name, _bytes(path), load_intake_rules(), published=published)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror})."
        raise SourceError(Diagnostic(Location(str(path)), what, "Check the path.")) from None


def analyse(
    path: Path, topics: Path | None, published: IsoDate | None, folders: Folders
) -> dict[str, object]:
    """What the analysis finds in one raw file, in the form of the analysis schema.

    Names come from the flat gazetteer `topics`, else from the content folder where there is one.
    """
    result = read_raw(path, published)
    return as_schema(result, _analysis(result, _topics(topics, folders)))


def summary(found: Mapping[str, object]) -> tuple[str, ...]:
    """The analysis of one raw file for people: credit, then a line for each thing found."""
    credit = (f"{key}: {found[key]}" for key in ("title", "byline", "publisher", "published"))
    rows = (
        f"{kind} {_row(row)}"
        for kind in (
            "blocks",
            "removed",
            "mentions",
            "dates",
            "figures",
            "attributions",
            "conflicts",
        )
        for row in cast(list[dict[str, object]], found.get(kind) or [])
    )
    return (*credit, *rows)


def _row(row: Mapping[str, object]) -> str:
    parts = (f"{key}={value}" for key, value in row.items() if value not in (None, "", [], False))
    return " ".join(parts)


def explain(path: Path, folders: Folders) -> tuple[str, ...]:
    """What each stage did to one raw file, a line each, in the order of the stages."""
    result = read_raw(path)
    analysis = _analysis(result, _topics(None, folders))
    counts = (
        (len(analysis.mentions), "mentions"),
        (len(analysis.dates), "dates"),
        (len(analysis.figures), "figures"),
        (len(analysis.attributions), "attributions"),
        (len(analysis.conflicts), "conflicts"),
    )
    found = ", ".join(f"{count} {name}" for count, name in counts)
    return (*explain_lines(result), f"analyse: {found}")


def _analysis(result: IntakeResult, topics: tuple[Topic, ...]) -> Analysis:
    return analyse_article(result.article, build_gazetteer(topics), load_lexicon(ARABIC))


def _topics(path: Path | None, folders: Folders) -> tuple[Topic, ...]:
    if path:
        return load_topics_file(path)
    if (folders.content / "topics").is_dir():
        return load_library(folders.content)[0].topics
    return ()


def import_topics(path: Path, folders: Folders) -> TopicPlan:
    """Bring a flat gazetteer into content/topics/; returns what came and what was there.

    Raises:
        ContentError: the file is wrong, or disagrees with a topic that is there.
    """
    plan = plan_topics(load_topics_file(path), folders.content)
    for name, text in plan.files.items():
        write.replace_text(folders.content / name, text)
    return plan


# ---------------------------------------------------------------- the editor's word


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
    sheet = link.fact_sheet(library, _analyses(library, _quiet), Slug(slug))
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
