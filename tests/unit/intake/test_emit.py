"""Articles as Markdown and front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.intake.emit import ar_markdown, escape, provisional_title
from generator.intake.markdown import plain_text
from generator.model import ARABIC, Article, Block, BlockKind, Location, ParagraphId, Slug
from generator.rules import load_yaml, split_front_matter

ACTIVE = "\\`*_{}[]()#+-.!<>&=~|:;\"'/0123456789 \tabـقال المدير،؟«»&amp;&#1575;"
LINES = (
    st.text(ACTIVE, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
)
KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM]
)


def _block(kind: BlockKind, text: str, *, ordered: bool = False) -> Block:
    return Block(kind, text, Location("a.txt", 1), ParagraphId("p-0"), 2, ordered)


def _article(*blocks: Block, title: str | None = "عنوان") -> Article:
    return Article(Slug("a"), ARABIC, title, blocks, Location("a.txt"))


def _read_back(markdown: str) -> list[str]:
    front = split_front_matter(markdown)
    assert front is not None
    tokens = MarkdownIt("commonmark", {"html": False}).parse(front.body)
    return [plain_text(token) for token in tokens if token.type == "inline"]


@given(st.lists(st.tuples(KINDS, LINES, st.booleans()), min_size=1, max_size=5))
def test_every_text_reads_back_as_itself(blocks: list[tuple[BlockKind, str, bool]]) -> None:
    """No character of an article turns into markup, wherever it stands."""
    article = _article(*(_block(kind, text, ordered=ordered) for kind, text, ordered in blocks))
    assert _read_back(ar_markdown(article)) == [text for _, text, _ in blocks]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# ليس عنوانا", "\\# ليس عنوانا"),
        ("- ليس قائمة", "\\- ليس قائمة"),
        ("1986. كان عاما", "1986\\. كان عاما"),
        ("نجمة *هنا* و_هناك_", "نجمة \\*هنا\\* و\\_هناك\\_"),
        ("<b>ليس وسما</b>", "\\<b\\>ليس وسما\\</b\\>"),
        ("سو-35 و10% و«اقتباس»", "سو-35 و10% و«اقتباس»"),
    ],
)
def test_only_signs_that_markdown_reads_are_escaped(text: str, markdown: str) -> None:
    """The source stays readable for an editor."""
    assert escape(text) == markdown


def test_front_matter_keeps_what_is_known_and_nothing_else() -> None:
    """Keys stand in the order of the content format; a missing value has no key."""
    article = _article(
        _block(BlockKind.DECK, "سطر تحت العنوان"), _block(BlockKind.PARAGRAPH, "نص.")
    )
    front = split_front_matter(ar_markdown(article))
    assert front is not None
    assert load_yaml(front.yaml, "ar.md").value == {"title": "عنوان", "lead": "سطر تحت العنوان"}


@pytest.mark.parametrize(
    "title", ["no: yes", "'", "2024-01-01", "- أ", "«أ»: ب # ج", "@أ", "{أ}", "010"]
)
def test_titles_survive_yaml(title: str) -> None:
    """A title that YAML would misread is quoted."""
    front = split_front_matter(
        ar_markdown(_article(_block(BlockKind.PARAGRAPH, "نص."), title=title))
    )
    assert front is not None
    assert load_yaml(front.yaml, "ar.md").value == {"title": title}


def test_list_entries_are_numbered_from_one() -> None:
    """Neighbouring entries make one list; an ordered and a bulleted list stay two."""
    items = [_block(BlockKind.LIST_ITEM, text, ordered=text != "ج") for text in "أبج"]
    assert ar_markdown(_article(*items)).endswith("1. أ\n2. ب\n\n- ج\n")


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("وصل الوفد إلى المدينة مساء أمس، وبدأ جولته من السوق.", "وصل الوفد إلى المدينة مساء أمس"),
        ("نعم، هذا ممكن في ثلاثة أيام فقط.", "نعم، هذا ممكن في ثلاثة أيام فقط"),
        ("كلمة " * 30, "كلمة " * 13 + "كلمة"),
        ("قصير", "قصير"),
    ],
)
def test_a_provisional_title_is_the_first_clause_of_the_lead(lead: str, title: str) -> None:
    """It ends with a whole word, in 70 characters at most."""
    found = provisional_title(_article(_block(BlockKind.PARAGRAPH, lead.strip()), title=None))
    assert found == title
    assert len(found) <= 70
