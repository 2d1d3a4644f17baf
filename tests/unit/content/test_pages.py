"""Facts about the words that an editor adds to a page of the site."""

from pathlib import Path

from generator.model import ARABIC, ENGLISH, BlockKind, PageName
from generator.text import paragraph_id
from tests.unit.content.writing import load

TEXT = "هذا الموقع تجربة."


def test_a_page_needs_no_front_matter(tmp_path: Path) -> None:
    """A file of plain paragraphs is a page without a title of its own."""
    files = {"pages/about/ar.md": f"{TEXT}\n", "pages/about/en.md": "A trial.\n"}
    library, warnings = load(tmp_path, files)
    assert warnings == ()
    arabic, english = library.pages
    assert (arabic.name, arabic.locale, english.locale) == (PageName.ABOUT, ARABIC, ENGLISH)
    assert (arabic.title, english.title) == (None, None)
    assert arabic.blocks[0].id == paragraph_id(TEXT)


def test_a_page_has_a_title_headings_and_lists(tmp_path: Path) -> None:
    """The Markdown of articles holds for pages too."""
    body = f"---\ntitle: عن التجربة\n---\n\n{TEXT}\n\n## لمن\n\n- للقارئ العربي.\n"
    files = {"pages/about/ar.md": body, "pages/about/en.md": "A trial.\n"}
    page = load(tmp_path, files)[0].pages[0]
    assert page.title == "عن التجربة"
    kinds = [block.kind for block in page.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM]
