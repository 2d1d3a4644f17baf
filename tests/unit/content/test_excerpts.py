"""`excerpts`: what may be quoted of an article whose text is not published."""

from pathlib import Path

import pytest

from generator.errors import ContentError
from tests.unit.content.writing import arabic, one_article

# 40 words in two paragraphs, so that four may be quoted.
BODY = (
    "يعمل المصنع ليلا ونهارا منذ افتتاحه في المدينة قبل أعوام "
    "وينتج كل يوم ما يكفي البلدة والقرى من حولها وزيادة\n\n"
    "قالت المديرة إن العمل لن يتوقف في الشتاء ولا في "
    "العطلة وإن الأجور ستزيد مع بداية العام الجديد كما وعدت"
)
HEAD = "title: عنوان\nrights: excerpt\nexcerpts:\n"


def refused(tmp_path: Path, head: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        one_article(tmp_path, arabic(BODY, head))
    return [str(problem).split("ar.md:", 1)[1] for problem in caught.value.diagnostics]


def test_the_words_are_taken_as_the_text_has_them(tmp_path: Path) -> None:
    """Each excerpt stands in one paragraph, and all together fit into a tenth of the text."""
    assert len(BODY.split()) == 40
    article, warnings = one_article(tmp_path, arabic(BODY, f"{HEAD}  - ليلا ونهارا\n  - لن يتوقف"))
    assert (article.excerpts, warnings) == (("ليلا ونهارا", "لن يتوقف"), ())


@pytest.mark.parametrize("words", ["ليلًا ونهارًا", "يلا ونهارا", "وزيادة قالت", "عنوان"])
def test_words_that_no_paragraph_has_are_refused(tmp_path: Path, words: str) -> None:
    """Other marks, a part of a word, words across paragraphs, the title: none is a quotation."""
    (problem,) = refused(tmp_path, f"{HEAD}  - {words}")
    fix = "Copy the words as they stand in one paragraph."
    assert problem == f"5: No paragraph holds «{words}». {fix}"


def test_too_much_is_refused(tmp_path: Path) -> None:
    """The limit and the count are said, so that the editor knows by how much to shorten."""
    problems = refused(tmp_path, f"{HEAD}  - يعمل المصنع ليلا ونهارا منذ")
    what = "The excerpts have 5 words; of this article 4 may be quoted."
    assert problems == [f"4: {what} Shorten them or leave one out."]


def test_excerpts_and_rights_must_agree(tmp_path: Path) -> None:
    """Excerpts of a text that is published whole or not at all would do nothing."""
    (problem,) = refused(tmp_path, "title: عنوان\nrights: none\nexcerpts: [لن يتوقف]")
    assert problem.startswith("4: «excerpts» are named, and the rights are «none».")
    _, (warning,) = one_article(tmp_path / "b", arabic(BODY, "title: عنوان\nrights: excerpt"))
    assert warning.what == "The rights are «excerpt», and no excerpt is named."
