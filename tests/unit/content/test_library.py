"""The content folder as a whole: the valid path, the folder itself, and that nothing escapes."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import SiteSettings
from generator.content import load_library
from generator.errors import ContentError, GeneratorError, Severity
from generator.model import (
    ARABIC,
    ENGLISH,
    Basis,
    BlockKind,
    FactAction,
    FactKind,
    Library,
    Rights,
    StubStatus,
)
from tests.strategies import any_text
from tests.unit.content.writing import arabic, english, load, write

BASIC = Path(__file__).parents[2] / "sites" / "basic" / "content"


@pytest.fixture(scope="module")
def basic() -> Library:
    library, warnings = load_library(BASIC)
    assert warnings == ()
    return library


# ---------------------------------------------------------------- the valid path


def test_articles_come_sorted_with_their_front_matter(basic: Library) -> None:
    """Every field of the front matter arrives where the model has it."""
    drought, plant = basic.articles
    assert (drought.slug, plant.slug) == ("drought-year", "sahel-water-plant")
    assert plant.title == "محطة الساحل تبدأ تحلية مياه البحر"
    assert (plant.byline, plant.publisher) == ("سلمى حداد", "مشروع شرح")
    assert (plant.published, drought.published) == ("2025-03-10", "2024-11")
    assert (plant.rights, plant.rights_basis) == (Rights.FULL, "CC BY 4.0")
    assert plant.lead is not None
    assert drought.based_on is not None
    assert drought.based_on.title == "نشرة الأمطار السنوية"
    assert drought.based_on.publisher_basis is Basis.STATED
    assert drought.based_on.published_basis is Basis.INFERRED
    assert drought.based_on.published == "2024-10"


def test_the_blocks_of_an_article_know_what_they_are_and_where(basic: Library) -> None:
    """The title comes first; lines point into the file."""
    plant = basic.articles[1]
    title = plant.blocks[0]
    assert (title.kind, title.id, title.text, title.location.line) == (
        BlockKind.TITLE,
        "title",
        plant.title,
        2,
    )
    found = [(block.kind, block.level, block.location.line) for block in plant.blocks[1:]]
    assert found == [
        (BlockKind.PARAGRAPH, 0, 11),
        (BlockKind.PARAGRAPH, 0, 14),
        (BlockKind.HEADING, 2, 16),
        (BlockKind.PARAGRAPH, 0, 18),
        (BlockKind.QUOTE, 0, 20),
        (BlockKind.PARAGRAPH, 0, 22),
        (BlockKind.LIST_ITEM, 0, 24),
        (BlockKind.LIST_ITEM, 0, 25),
        (BlockKind.LIST_ITEM, 0, 26),
    ]
    assert all(block.id.startswith("h-" if block.level else "p-") for block in plant.blocks[2:])


def test_a_stub_is_cut_into_sentences_with_their_evidence(basic: Library) -> None:
    """Each sentence rests on the paragraphs that its mark names."""
    (stub,) = basic.stubs
    assert (stub.status, stub.drafted_by) == (StubStatus.DRAFT, "person")
    first = stub.blocks[0].sentences
    assert [sentence.text for sentence in first] == [
        "The Sahel plant began to pump desalinated water to the city of Nour on 3 March 2025.",
        "It produces 120,000 cubic metres a day.",
    ]
    paragraph = basic.articles[1].blocks[1]
    assert {e.paragraph for sentence in first for e in sentence.evidence} == {paragraph.id}
    assert {e.article for sentence in first for e in sentence.evidence} == {stub.slug}
    assert [block.kind for block in stub.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
    ]
    assert [block.id[:2] for block in stub.blocks] == ["s-", "s-", "h-", "s-"]


def test_topics_come_sorted_by_type_and_id_with_their_type(basic: Library) -> None:
    """A type is the name of its file and has words for one and for many."""
    ids = [(topic.type, topic.id) for topic in basic.topics]
    assert ids == [
        ("organization", "water-authority"),
        ("person", "karim-mansour"),
        ("place", "nour"),
        ("place", "sahel-plant"),
        ("term", "desalination"),
        ("term", "water-table"),
    ]
    person = basic.topics[1]
    assert person.ar.aliases == ("منصور",)
    assert (person.disambiguation_ar, person.disambiguation_en) == (
        "مدير هيئة المياه",
        "director of the water authority",
    )
    assert person.not_context == ("شارع منصور",)
    assert basic.topics[3].part_of == "nour"
    types = {
        kind.id: (kind.ar_one, kind.ar_many, kind.en_one, kind.en_many)
        for kind in basic.topic_types
    }
    assert types["place"] == ("مكان", "أماكن", "Place", "Places")


def test_an_explainer_has_cards_and_a_matrix_in_both_languages(basic: Library) -> None:
    """The first block of an answer is the short one; a missing cell stays missing."""
    arabic_one, english_one = basic.explainers
    assert (arabic_one.locale, english_one.locale) == (ARABIC, ENGLISH)
    assert [card.id for card in arabic_one.cards] == ["wells", "output"]
    assert english_one.cards[0].question == "What happened to the wells?"
    assert len(arabic_one.cards[0].answer) == 2
    assert len(arabic_one.cards[1].answer[1].sentences) == 2
    assert arabic_one.lead.evidence[0].article == "drought-year"
    assert arabic_one.matrix is not None
    water, money = arabic_one.matrix.rows
    assert water.topic == "sahel-plant"
    assert [(cell.side, cell.kind) for cell in money.cells] == [("water-authority", "gives")]
    assert arabic_one.changes[0].on == "2025-03-12"
    assert len(arabic_one.introduction) == 1


def test_the_notes_on_facts_belong_to_their_article(basic: Library) -> None:
    """facts.yml lies in the article's folder."""
    ((slug, (note,)),) = basic.facts
    assert slug == "drought-year"
    assert (note.kind, note.action) == (FactKind.FIGURE, FactAction.WORD)
    assert (note.wording_ar, note.wording_en) == ("أمطار عام 2024", "rain in 2024")


def test_the_site_decides_the_rights_that_an_article_does_not_name(tmp_path: Path) -> None:
    """`rights_default` is for editors whose articles are not their own."""
    content = write(tmp_path, {"articles/factory/ar.md": arabic()})
    library, _ = load_library(content, SiteSettings(rights_default=Rights.SUMMARY))
    assert library.articles[0].rights is Rights.SUMMARY


def test_an_empty_content_folder_is_an_empty_library(tmp_path: Path) -> None:
    """Imports begin with nothing."""
    library, warnings = load(tmp_path, {})
    assert library == Library((), (), (), (), (), ())
    assert warnings == ()


# ---------------------------------------------------------------- the folder itself


def test_a_missing_content_folder_is_an_error(tmp_path: Path) -> None:
    """A mistyped --content must not build an empty site."""
    with pytest.raises(ContentError, match="There is no such content folder"):
        load_library(tmp_path / "nothing")


def test_a_symbolic_link_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    """A link could publish a file from outside the content."""
    outside = tmp_path / "outside.md"
    outside.write_text(arabic(), encoding="utf-8")
    content = write(tmp_path, {"articles/factory/ar.md": arabic()})
    (content / "articles" / "factory" / "en.md").symlink_to(outside)
    (content / "articles" / "other").symlink_to(content / "articles" / "factory")
    (content / "topics").symlink_to(tmp_path)
    with pytest.raises(ContentError) as caught:
        load_library(content)
    told = [diagnostic.what for diagnostic in caught.value.diagnostics]
    assert told == [f"«{name}» is a symbolic link." for name in ("en.md", "other", "topics")]


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    """.gitkeep and .DS_Store are nobody's content."""
    files = {".gitkeep": "", "articles/.DS_Store": "x", "articles/factory/.ar.md.swp": "x"}
    _, warnings = load(tmp_path, {**files, "articles/factory/ar.md": arabic()})
    assert warnings == ()


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    """The same article saved by another editor has the same ids and the same lines."""
    text = arabic("فقرة أولى\nعلى سطرين.\n\nفقرة ثانية.")
    plain, _ = load(tmp_path / "a", {"articles/factory/ar.md": text})
    other, _ = load(
        tmp_path / "b", {"articles/factory/ar.md": "\ufeff" + text.replace("\n", "\r\n")}
    )
    ours, theirs = plain.articles[0].blocks, other.articles[0].blocks
    assert [(b.id, b.text, b.location.line) for b in ours] == [
        (b.id, b.text, b.location.line) for b in theirs
    ]


def test_an_unreadable_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission, or a folder of a file's name, is told like any other problem."""
    content = write(tmp_path, {"articles/a/ar.md": arabic(), "articles/b/ar.md/x": ""})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", path.name)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ContentError) as caught:
        load_library(content)
    told = [diagnostic.what for diagnostic in caught.value.diagnostics]
    assert told == [
        "The file cannot be read: Permission denied.",
        "The file cannot be read: it is a folder.",
    ]


def test_a_file_that_is_far_too_long_is_not_read(tmp_path: Path) -> None:
    """Nine megabytes are refused by their size, not by reading them."""
    content = write(tmp_path, {"articles/factory/ar.md": "x" * (9 * 1024 * 1024)})
    with pytest.raises(ContentError, match="longer than 8,388,608 bytes"):
        load_library(content)


def test_a_body_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """Markdown costs more than its length; the limit is a hundred times a long article."""
    with pytest.raises(ContentError, match="bytes long"):
        load(tmp_path, {"articles/factory/ar.md": arabic("كلمة " * 150_000)})


def test_errors_carry_the_warnings_too_in_the_order_of_places(tmp_path: Path) -> None:
    """`sharh check` shows everything in one run."""
    files = {"articles/b/ar.md": arabic(head="byline: سلمى"), "articles/a/ar.txt": "", "notes": ""}
    with pytest.raises(ContentError) as caught:
        load(tmp_path, files)
    found = caught.value.diagnostics
    assert [d.location for d in found] == sorted(d.location for d in found)
    assert {d.severity for d in found} == {Severity.ERROR, Severity.WARNING}


def test_an_article_with_an_error_does_not_make_its_evidence_wrong_too(tmp_path: Path) -> None:
    """One mistake, one message: the paragraph may well be there."""
    files = {
        "articles/factory/ar.md": arabic(head="titel: عنوان"),
        "articles/factory/en.md": english("It works. [#p-00000000]"),
    }
    with pytest.raises(ContentError) as caught:
        load(tmp_path, files)
    assert {Path(d.location.path).name for d in caught.value.diagnostics} == {"ar.md"}


def test_a_broken_gazetteer_does_not_make_its_topics_unknown(tmp_path: Path) -> None:
    """A matrix that names a topic of a file with an error is not blamed."""
    content = BASIC / "explainers/why-the-plant/ar.md"
    files = {
        "explainers/why/ar.md": content.read_text(encoding="utf-8"),
        "topics/place.yml": "a: b: c",
    }
    with pytest.raises(ContentError) as caught:
        load(tmp_path, files)
    assert not any("no topic" in d.what for d in caught.value.diagnostics)


def test_explainers_with_one_order_are_warned_about(tmp_path: Path) -> None:
    """The lowest leads the site, so two of them leave it to chance."""
    files = {
        f"{folder}/{path.relative_to(BASIC / folder).as_posix()}": path.read_text(encoding="utf-8")
        for folder in ("articles", "topics", "explainers")
        for path in (BASIC / folder).rglob("*.*")
    }
    twin = {n.replace("why-the-plant", "why-again"): t for n, t in files.items()}
    _, warnings = load(tmp_path, {**files, **twin})
    assert [warning.what.partition(",")[0] for warning in warnings] == ["«order» is 1"] * 2


def test_the_order_in_which_files_were_made_does_not_matter(tmp_path: Path) -> None:
    """Two machines list folders differently and build the same site."""
    names = ["b", "a", "c"]
    for root, order in (("x", names), ("y", names[::-1])):
        write(tmp_path / root, {f"articles/{name}/ar.md": arabic() for name in order})
    first, _ = load_library(tmp_path / "x" / "content")
    second, _ = load_library(tmp_path / "y" / "content")
    assert [a.slug for a in first.articles] == [a.slug for a in second.articles] == ["a", "b", "c"]


# ---------------------------------------------------------------- nothing escapes

KEYS = [
    "title",
    "status",
    "published",
    "rights",
    "lead",
    "matrix",
    "based_on",
    "topics",
    "label",
    "facts",
    "changes",
    "lead_evidence",
    "order",
    "reviewed_on",
]
VALUES = [
    "عنوان",
    "[a, b]",
    "{a: 1}",
    "[{a: 1}]",
    "2026-02-30",
    "",
    "true",
    "1",
    "reviewed",
    "{sides: [a, b], rows: [{}]}",
    "[{id: a, ar: {name: ب}, en: {name: b}}]",
]
LINES = [
    "## س؟ {#a}",
    "# ع",
    "نص [a#p-12345678]",
    "[#p-",
    "[#p-]",
    "[#p-12345678]",
    "- a",
    "  - b",
    "> q",
    "```",
    "---",
    "***",
    "1984. x",
    "| a |\n|---|",
    "![a](b)",
    "[a](javascript:x)",
    "<b>",
    "**«a»**b",
    "    c",
    "`c`",
    "&#x202e;",
    "[a]: b",
    "<!--",
    "\\",
    "*",
    "_",
    "[",
    "](",
]
PAIR = st.tuples(st.sampled_from(KEYS), st.one_of(any_text, st.sampled_from(VALUES)))
FRONT = st.one_of(
    any_text,
    st.lists(PAIR, max_size=6).map(lambda pairs: "\n".join(f"{k}: {v}" for k, v in pairs)),
)
BODY = st.one_of(any_text, st.lists(st.sampled_from(LINES), max_size=12).map("\n\n".join))
FILES = (
    "articles/a/ar.md",
    "articles/a/en.md",
    "articles/a/facts.yml",
    "topics/place.yml",
    "explainers/e/ar.md",
    "explainers/e/en.md",
)


@given(st.dictionaries(st.sampled_from(FILES), st.tuples(FRONT, BODY), min_size=1))
def test_no_content_raises_anything_but_a_generator_error(
    texts: dict[str, tuple[str, str]],
) -> None:
    """A traceback never reaches an editor, whatever stands in the files."""
    with TemporaryDirectory() as folder:
        for name, (front, body) in texts.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = front if name.endswith(".yml") else f"---\n{front}\n---\n{body}"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            load_library(Path(folder))
        except GeneratorError as error:
            assert all(d.location.path and d.what and d.fix for d in error.diagnostics)


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_but_a_generator_error(data: bytes) -> None:
    """Files that are no text at all are told so."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles" / "a" / "ar.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        with pytest.raises(ContentError):
            load_library(Path(folder))


def test_a_thousand_articles_load_in_seconds(tmp_path: Path) -> None:
    """An editor does not wait for `sharh check`, however large the site grows."""
    texts = {
        f"articles/a{number}/{name}": text
        for number in range(1000)
        for name, text in (("ar.md", arabic("فقرة من النص.\n\n" * 20)), ("en.md", english("One.")))
    }
    content = write(tmp_path, texts)
    started = time.perf_counter()
    library, _ = load_library(content)
    assert len(library.articles) == 1000
    # Measured: 0.7 seconds on one core; ten leave room for a slow machine.
    assert time.perf_counter() - started < 10
