"""Articles and stubs: what single files are read as, and what is doubtful about them."""

from pathlib import Path

import pytest

from generator.content.ids import BlockIds
from generator.content.scripts import arabic_share
from generator.errors import ContentError
from generator.model import Rights, StubStatus
from tests.unit.content.writing import PARAGRAPH, TEXT, arabic, english, load, one_article, one_stub


def test_equal_paragraphs_have_different_ids() -> None:
    """An anchor is unique on its page, and the first keeps the plain id."""
    ids = BlockIds()
    given = [ids.next("p", TEXT), ids.next("p", TEXT), ids.next("h", TEXT), ids.next("p", "آخر")]
    assert given[:3] == [PARAGRAPH, f"{PARAGRAPH}-2", "h" + PARAGRAPH[1:]]
    assert len(set(given)) == 4


def test_a_paragraph_keeps_its_id_whatever_changes_around_it(tmp_path: Path) -> None:
    """Evidence survives edits elsewhere, wrapping, emphasis and vowel marks."""
    texts = [
        TEXT,
        f"جملة جديدة.\n\n{TEXT}",
        TEXT.replace(" ", "\n"),
        TEXT.replace("يعمل", "**يعملُ**"),
    ]
    for number, text in enumerate(texts):
        article, _ = one_article(tmp_path / str(number), arabic(text))
        assert PARAGRAPH in [block.id for block in article.blocks]


def test_year_and_month_are_dates_of_publication(tmp_path: Path) -> None:
    """Some sources tell no day, and none is invented."""
    article, _ = one_article(tmp_path, arabic(head="title: عنوان\npublished: 2024-06"))
    assert article.published == "2024-06"


def test_a_provisional_title_is_warned_about_until_it_is_set(tmp_path: Path) -> None:
    """The importer's guess does not stop the site, and is not forgotten."""
    article, warnings = one_article(tmp_path, arabic(head="title: عنوان\ntitle_provisional: true"))
    assert article.title_provisional
    assert [warning.what for warning in warnings] == [
        "The title is provisional: the importer took it from the text."
    ]
    assert warnings[0].location.line == 3


@pytest.mark.parametrize(
    ("head", "warned"),
    [
        ("source_url: https://example.org", True),
        ("source_url: https://example.org\nrights: full", True),
        ("source_url: https://example.org\nrights_basis: CC BY 4.0", False),
        ("source_url: https://example.org\nown_text: true", False),
        ("source_url: https://example.org\nrights: summary", False),
        ("rights: full", False),
    ],
)
def test_the_full_text_of_a_source_needs_a_basis(tmp_path: Path, head: str, warned: bool) -> None:
    """Republishing is allowed only where the editor says by what right."""
    _, warnings = one_article(tmp_path, arabic(head=f"title: عنوان\n{head}"))
    assert bool(warnings) is warned


def test_an_english_text_in_the_arabic_file_is_warned_about(tmp_path: Path) -> None:
    """English declared Arabic would be read aloud in the wrong language."""
    _, warnings = one_article(tmp_path, arabic("The factory works day and night."))
    assert [warning.what for warning in warnings] == ["Most letters of the article are not Arabic."]


@pytest.mark.parametrize(("text", "share"), [("", 0), ("1984", 0), ("شرح", 1), ("شرح abc", 0.5)])
def test_the_share_of_arabic_letters(text: str, share: float) -> None:
    """Digits and punctuation are of no language."""
    assert arabic_share(text) == share


def test_a_colon_in_a_quoted_title_is_text(tmp_path: Path) -> None:
    """Titles like «القمة: ما قيل» are common and work once quoted."""
    article, _ = one_article(tmp_path, arabic(head="title: 'القمة: ما قيل «فيها»'"))
    assert article.title == "القمة: ما قيل «فيها»"


def test_markup_in_front_matter_stays_text(tmp_path: Path) -> None:
    """Fields are plain; escaping them is the renderer's, everywhere they appear."""
    article, _ = one_article(tmp_path, arabic(head='title: "</title><script>{{ x }}"'))
    assert article.title == "</title><script>{{ x }}"


# ---------------------------------------------------------------- stubs


def test_a_review_comes_with_its_hashes(tmp_path: Path) -> None:
    """What `sharh review` wrote is read back."""
    head = (
        "title: A\nstatus: reviewed\nreviewed_by: Sharh project\nreviewed_on: 2026-11-22\n"
        "source_hash: 0123456789abcdef\nstub_hash: '0123456789012345'"
    )
    stub = one_stub(tmp_path, english(head=head))
    assert (stub.status, stub.reviewed_by, stub.reviewed_on, stub.source_hash, stub.stub_hash) == (
        StubStatus.REVIEWED,
        "Sharh project",
        "2026-11-22",
        "0123456789abcdef",
        "0123456789012345",
    )


def test_the_ids_of_a_stub_do_not_hang_on_its_evidence(tmp_path: Path) -> None:
    """A better reference does not break links to the sentence."""
    one = one_stub(tmp_path / "a", english(f"It works. [#{PARAGRAPH}]"))
    two = one_stub(tmp_path / "b", english(f"It works. [factory#{PARAGRAPH} #{PARAGRAPH}]"))
    assert one.blocks[0].id == two.blocks[0].id
    assert one.blocks[0].id.startswith("s-")


def test_quoted_arabic_in_a_stub_is_fine(tmp_path: Path) -> None:
    """Only a stub that is mostly Arabic is a file in the wrong language."""
    body = f"The sign says that it works day and night, «ليلًا ونهارًا». [#{PARAGRAPH}]"
    assert one_stub(tmp_path, english(body)).blocks


def test_emphasis_in_a_stub_is_said_to_be_dropped(tmp_path: Path) -> None:
    """Nothing that an editor writes disappears without a word."""
    files = {
        "articles/a/ar.md": arabic(),
        "articles/a/en.md": english(f"It **works**. [#{PARAGRAPH}]"),
    }
    library, warnings = load(tmp_path, files)
    assert library.stubs[0].blocks[0].sentences[0].text == "It works."
    assert [warning.location.line for warning in warnings] == [6]


def test_a_withheld_article_is_read_like_any_other(tmp_path: Path) -> None:
    """Rights decide what is shown, not what is checked."""
    article, _ = one_article(tmp_path, arabic(head="title: عنوان\nrights: none"))
    assert article.rights is Rights.NONE
    with pytest.raises(ContentError):
        one_article(tmp_path / "b", arabic(head="title: عنوان\nrights: nothing"))


def test_an_article_that_was_taken_down_needs_no_text(tmp_path: Path) -> None:
    """The text can leave the repository too; without `takedown` an empty article is a mistake."""
    article, warnings = one_article(tmp_path, arabic("", "title: عنوان\ntakedown: 2026-05-03"))
    assert (article.takedown, warnings) == ("2026-05-03", ())
    with pytest.raises(ContentError):
        one_article(tmp_path / "b", arabic("", "title: عنوان"))
