"""Where an imported article goes, and what is written: nothing that exists is overwritten."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.errors import Diagnostic, Severity, warning
from generator.model import BlockKind, IntakeResult, Location, MediaType, Slug

from .emit import ar_markdown, front_matter, provisional_title
from .folder_slug import slug_for
from .markdown import MarkdownImport, has_front_matter, take_apart
from .options import ImportOptions, with_options
from .report import NO_WORD, Word, import_report

DOUBTS_SHOWN = 10

LOST = "\ufffd"
"""What stands where letters were lost before import."""

# Beside an article that exists, a new reading waits under these names until an editor takes it.
NEW_NAMES = {
    "ar.md": "ar.new.md",
    "en.md": "en.new.md",
    "import-report.yml": "import-report.new.yml",
}


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The files to write, by their path in the content folder, and what to tell the editor.

    `replaced` are files that import made and nobody changed since. A file needs a person when text
    may be missing from it, or when its article is there already and was edited.
    """

    slug: Slug
    files: Mapping[str, str]
    diff: str
    diagnostics: tuple[Diagnostic, ...]
    summary: str
    replaced: Mapping[str, str] = field(default_factory=dict)
    needs_person: bool = False


def plan_import(
    result: IntakeResult,
    options: ImportOptions,
    existing: Mapping[str, str],
    before: IntakeResult | None = None,
    word: Word = NO_WORD,
) -> ImportPlan:
    """What importing the article would write.

    Args:
        existing: the texts under `articles/`, by path in the content folder.
        before: the reading at the import before, where the editor's word has changed it since.
        word: what the editor says of single lines; the result was read with it.

    Raises:
        ContentError: the slug that the editor gave is not one.
    """
    result = with_options(result, options)
    slug = slug_for(result, options)
    new, notes = _files(result, options, word)
    folder = f"articles/{slug}"
    old = existing.get(f"{folder}/ar.md")
    placed = {f"{folder}/{name}": text for name, text in new.items()}
    told = _diagnostics(result, slug, notes)
    plan = ImportPlan(slug, placed, "", told, _summary(result, slug))
    plan = replace(plan, needs_person=_may_miss_text(result))
    if old is None:
        return plan
    if not _changed_texts(new, folder, existing):
        # The report alone changes with the file's name; only article and stub are worth a word.
        return replace(plan, files={}, summary=f"{slug}: unchanged")
    if before and old == _files(with_options(before, options), options, word)[0]["ar.md"]:
        summary = f"{plan.summary}; nobody had edited it, so it is replaced"
        diff = _diff(f"{folder}/ar.md", existing, new)
        return replace(plan, files={}, replaced=placed, diff=diff, summary=summary)
    return _beside(result, slug, new, existing, notes)


# ---------------------------------------------------------------- files


def _files(
    result: IntakeResult, options: ImportOptions, word: Word
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    if has_front_matter(result.raw):
        parts = take_apart(result.raw)
        files = {"ar.md": _markdown_article(parts, result, options)}
        if parts.english:
            files["en.md"] = parts.english
        notes = parts.warnings
    elif result.raw.media_type is MediaType.MARKDOWN:
        files, notes = {"ar.md": _marked_up_article(result, options)}, ()
    else:
        files, notes = {"ar.md": ar_markdown(result.article, options.rights)}, ()
    files["import-report.yml"] = import_report(result, [str(note) for note in notes], word)
    return files, notes


def _markdown_article(parts: MarkdownImport, result: IntakeResult, options: ImportOptions) -> str:
    """The body as it came, under our keys; a first-level heading stands for a missing title."""
    article = result.article
    fields = {"title": article.title or provisional_title(article), **parts.fields}
    if article.title is None:
        fields["title_provisional"] = True
    given = {"publisher": article.publisher, "published": article.published}
    fields.update({key: value for key, value in given.items() if value})
    if options.rights:
        fields["rights"] = options.rights.value
    body = parts.body.strip("\n")
    if "title" not in parts.fields and article.title:
        body = re.sub(r"\A\s*#[ \t]+[^\n]*\n+", "", body)
    return f"---\n{front_matter(fields)}---\n\n{body}\n"


def _marked_up_article(result: IntakeResult, options: ImportOptions) -> str:
    """The article under our keys, the lines of its body with the markup that they came with."""
    head, _ = ar_markdown(result.article, options.rights).split("---\n\n", 1)
    above = (BlockKind.TITLE, BlockKind.DECK)
    kept = {
        origin.line
        for block in result.article.blocks
        for origin in block.origins
        if block.kind not in above
    }
    body: list[str] = []
    for number, line in enumerate(result.raw.text.split("\n"), start=1):
        shown = line.rstrip() if number in kept else ""
        for each in result.removed:
            if each.line == number:
                shown = shown.replace(each.text, "", 1)
        if shown or (body and body[-1]):
            body.append(shown)
    return f"{head}---\n\n" + "\n".join(body).strip("\n") + "\n"


def _beside(
    result: IntakeResult,
    slug: Slug,
    new: Mapping[str, str],
    existing: Mapping[str, str],
    notes: tuple[Diagnostic, ...],
) -> ImportPlan:
    """The plan for an article that exists: new readings beside it, and the difference."""
    folder = f"articles/{slug}"
    changed = {name: text for name, text in new.items() if existing.get(f"{folder}/{name}") != text}
    files = {
        f"{folder}/{_free_name(name, folder, existing)}": text for name, text in changed.items()
    }
    diff = "".join(
        _diff(f"{folder}/{name}", existing, new) for name in sorted(changed) if name.endswith(".md")
    )
    exists = warning(
        Location(f"{folder}/ar.md"),
        f"the article exists; the new reading of «{result.raw.source}» stands beside it.",
        "Take what you want from ar.new.md into ar.md, then delete it; or import under another --slug.",
    )
    summary = f"{slug}: exists, new reading beside it"
    return ImportPlan(slug, files, diff, (exists, *notes), summary, needs_person=True)


def _changed_texts(new: Mapping[str, str], folder: str, existing: Mapping[str, str]) -> bool:
    texts = (name for name in new if name.endswith(".md"))
    return any(existing.get(f"{folder}/{name}") != new[name] for name in texts)


def _free_name(name: str, folder: str, existing: Mapping[str, str]) -> str:
    """The name where nothing is overwritten: a stub that is new keeps its own."""
    return name if f"{folder}/{name}" not in existing else NEW_NAMES[name]


def _diff(path: str, existing: Mapping[str, str], new: Mapping[str, str]) -> str:
    name = path.rpartition("/")[2]
    old = existing.get(path, "").splitlines(keepends=True)
    lines = difflib.unified_diff(old, new[name].splitlines(keepends=True), path, f"{path} (new)")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


# ---------------------------------------------------------------- what to tell


def _diagnostics(
    result: IntakeResult, slug: Slug, notes: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    path = f"articles/{slug}/ar.md"
    found = list(notes)
    if result.article.title is None:
        title = provisional_title(result.article)
        what = f"the article has no title; «{title}» is provisional, from its first words."
        found.append(warning(Location(path), what, "Set «title» and take «title_provisional» out."))
    found += _doubts(result)
    if LOST in result.raw.text:
        line = result.raw.text.count("\n", 0, result.raw.text.index(LOST)) + 1
        what = "the file holds replacement characters (U+FFFD): letters were lost before import."
        found.append(warning(Location(result.raw.source, line), what, "Get an undamaged copy."))
    return tuple(found)


def _doubts(result: IntakeResult) -> list[Diagnostic]:
    doubtful = _doubtful_lines(result)
    if not doubtful:
        return []
    lines = ", ".join(map(str, doubtful[:DOUBTS_SHOWN]))
    lines += ", …" if len(doubtful) > DOUBTS_SHOWN else ""
    one = len(doubtful) == 1
    said = "removed line is doubtful" if one else "removed lines are doubtful"
    what = f"{len(doubtful)} {said} (line {lines})."
    fix = (
        "Read them at the top of import-report.yml, mark each «keep: true» or «keep: false» there, "
        "and import the file again; or give --keep LINE."
    )
    return [Diagnostic(Location(result.raw.source, doubtful[0]), what, fix, Severity.WARNING)]


def _doubtful_lines(result: IntakeResult) -> list[int]:
    return sorted({each.line for each in result.removed if each.doubtful})


def _may_miss_text(result: IntakeResult) -> bool:
    return LOST in result.raw.text or bool(_doubtful_lines(result))


def _summary(result: IntakeResult, slug: Slug) -> str:
    removed = len({each.line for each in result.removed})
    doubtful = len(_doubtful_lines(result))
    doubt = f", {doubtful} of them doubtful" if doubtful else ""
    blocks = len(result.article.blocks)
    lines = "line" if removed == 1 else "lines"
    return f"articles/{slug}, {blocks} blocks, {removed} {lines} removed{doubt}"
