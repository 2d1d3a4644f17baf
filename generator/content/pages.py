"""`pages/<name>/ar.md` and `en.md` -> EditorPages: an editor's own words for a page of the site."""

from collections.abc import Iterator
from pathlib import Path

from generator.content.articles import blocks_of
from generator.content.files import Report, folders, known_entries, read_markdown, read_text
from generator.content.markdown import read_passages
from generator.content.scripts import arabic_share
from generator.model import ARABIC, LANGUAGES, EditorPage, LanguageTag, Location, PageName
from generator.rules import Problems, nearest, quoted

PAGE_FILES = tuple(f"{language}.md" for language in LANGUAGES)


def read_pages(folder: Path, report: Report) -> Iterator[EditorPage]:
    """The pages in the folder `pages`; names of pages that the site does not have are errors."""
    for path in folders(folder, report):
        if path.name not in tuple(PageName):
            what = f"The site has no page {quoted(path.name)} to which words can be added."
            report.file(path).error(0, what, nearest(path.name, tuple(PageName)))
            continue
        files = known_entries(path, PAGE_FILES, report)
        for language in LANGUAGES:
            file = path / f"{language}.md"
            problems = report.file(file)
            if file.name in files:
                page = read_page(file, PageName(path.name), language, problems)
                yield from (page,) if page else ()
            else:
                what = "The page is missing in this language."
                problems.warning(0, what, "Write it, so that both languages say the same.")


def read_page(
    path: Path, name: PageName, language: LanguageTag, problems: Problems
) -> EditorPage | None:
    """The page in the file, with or without front matter; None if anything in it is wrong."""
    text = read_text(path, problems)
    if text is None:
        return None
    title, body, first_line = None, text, 1
    if text.startswith("---\n"):
        file = read_markdown(path, problems)
        if file is None:
            return None
        title, body, first_line = file.fields.text("title"), file.body, file.body_line
        file.fields.finish()
    blocks = blocks_of(read_passages(body, first_line, problems), problems.path)
    page = EditorPage(name, language, title, blocks, Location(path.as_posix(), 1))
    _check(page, first_line, problems)
    return None if problems.failed else page


def _check(page: EditorPage, first_line: int, problems: Problems) -> None:
    text = " ".join(block.text for block in page.blocks)
    if not text:
        if not problems.failed:
            problems.error(first_line, "The page has no text.", "Write it, or take the file away.")
    elif (arabic_share(text) < 0.5) == (page.locale == ARABIC):
        what = f"Most letters of the page are not those of its language, {page.locale}."
        problems.warning(first_line, what, f"Write it into «{page.locale}.md» in that language.")
