"""Where an import goes, and that nothing which exists is overwritten."""

import pytest

from generator.errors import ContentError
from generator.intake import ImportOptions, IntakeRules, plan_import, take_in
from generator.model import IsoDate, Rights, Slug
from generator.rules import load_yaml

TEXT = (
    "حديقة جديدة في وسط المدينة\nشارك الخبر\n"
    "افتتحت البلدية حديقة جديدة في وسط المدينة، وقالت إن الدخول إليها مجاني طوال أيام الأسبوع.\n"
)
UNTITLED = TEXT.split("\n", 2)[2]
MARKDOWN = """---
title: حديقة جديدة
date: 2025-03-01
source: صدى المدينة
lang: ar
colour: أخضر
en:
  title: A new garden
  summary: The town opened a garden. Entry is free.
  status: reviewed
---

افتتحت البلدية **حديقة** جديدة في [وسط المدينة](https://example.org/a).

- مقاعد
- ظلال
"""


def test_an_import_writes_the_article_and_its_report(rules: IntakeRules) -> None:
    """Both files stand in the article's folder; the report says which rule took which line."""
    plan = plan_import(take_in("new-garden.txt", TEXT.encode(), rules), ImportOptions(), {})
    assert plan.slug == "new-garden"
    assert sorted(plan.files) == [
        "articles/new-garden/ar.md",
        "articles/new-garden/import-report.yml",
    ]
    report = load_yaml(plan.files["articles/new-garden/import-report.yml"], "report").value
    assert isinstance(report, dict)
    assert report["removed"] == (
        {"line": "2", "kind": "noise_marker", "rule": "noise_markers", "text": "شارك الخبر"},
    )


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Garden Opening_2.TXT", "garden-opening-2"),
        ("001_03f1fb346759bc3b.txt", "undated-"),
        ("مقال.txt", "undated-"),
        ("12345.txt", "undated-"),
        ("con.txt", "undated-"),
        ("index.txt", "undated-"),
    ],
)
def test_the_slug_is_the_readable_name_or_a_hash(name: str, slug: str, rules: IntakeRules) -> None:
    """A hash, a number, an Arabic name a device's name or «index» is no slug."""
    assert plan_import(take_in(name, TEXT.encode(), rules), ImportOptions(), {}).slug.startswith(
        slug
    )


def test_what_the_editor_says_counts(rules: IntakeRules) -> None:
    """Slug, publisher, date and rights of the command line stand in the file."""
    options = ImportOptions(Slug("garden"), "صدى المدينة", IsoDate("2025-03"), Rights.SUMMARY)
    plan = plan_import(take_in("a.txt", TEXT.encode(), rules), options, {})
    text = plan.files["articles/garden/ar.md"]
    assert "publisher: صدى المدينة\n" in text
    assert "published: 2025-03\n" in text
    assert "rights: summary\n" in text


def test_a_wrong_slug_is_refused(rules: IntakeRules) -> None:
    """It must not lead out of the folder."""
    result = take_in("a.txt", TEXT.encode(), rules)
    with pytest.raises(ContentError, match="cannot stand in an address"):
        plan_import(result, ImportOptions(Slug("../secret")), {})


def test_a_missing_title_is_provisional_and_told(rules: IntakeRules) -> None:
    """The front matter marks it, and the editor is asked to set it."""
    plan = plan_import(take_in("garden.txt", UNTITLED.encode(), rules), ImportOptions(), {})
    assert "title_provisional: true\n" in plan.files["articles/garden/ar.md"]
    assert any("provisional" in problem.what for problem in plan.diagnostics)


def test_an_article_that_exists_is_not_overwritten(rules: IntakeRules) -> None:
    """The new reading stands beside it under other names, and the difference is shown."""
    first = plan_import(take_in("garden.txt", TEXT.encode(), rules), ImportOptions(), {})
    existing = {**first.files, "articles/garden/ar.md": "---\ntitle: عنوان المحرر\n---\n\nنص.\n"}
    again = plan_import(take_in("garden.txt", TEXT.encode(), rules), ImportOptions(), existing)
    assert not set(again.files) & set(existing)
    assert "articles/garden/ar.new.md" in again.files
    assert "-title: عنوان المحرر" in again.diff
    assert "+title: حديقة جديدة في وسط المدينة" in again.diff


def test_importing_twice_changes_nothing(rules: IntakeRules) -> None:
    """The same file gives the same text, so there is nothing to write."""
    result = take_in("garden.txt", TEXT.encode(), rules)
    first = plan_import(result, ImportOptions(), {})
    again = plan_import(result, ImportOptions(), first.files)
    assert (again.files, again.diff) == ({}, "")


def test_markdown_comes_in_as_it_is(rules: IntakeRules) -> None:
    """Foreign keys take our names, the body keeps its markup, the English block is a stub."""
    plan = plan_import(take_in("garden.md", MARKDOWN.encode(), rules), ImportOptions(), {})
    article = plan.files["articles/garden/ar.md"]
    assert article.startswith(
        "---\ntitle: حديقة جديدة\npublisher: صدى المدينة\npublished: '2025-03-01'\n---\n\n"
    )
    assert "**حديقة** جديدة في [وسط المدينة](https://example.org/a)." in article
    assert plan.files["articles/garden/en.md"] == (
        "---\ntitle: A new garden\nstatus: reviewed\n---\n\n"
        "The town opened a garden. Entry is free.\n"
    )
    (problem,) = plan.diagnostics
    assert (problem.location.line, "colour" in problem.what) == (6, True)


def test_the_blocks_of_markdown_are_plain_text(rules: IntakeRules) -> None:
    """Markup is read, not shown; each block knows its line."""
    blocks = take_in("garden.md", MARKDOWN.encode(), rules).article.blocks
    assert [(block.text, block.location.line) for block in blocks[1:]] == [
        ("افتتحت البلدية حديقة جديدة في وسط المدينة.", 13),
        ("مقاعد", 15),
        ("ظلال", 16),
    ]
