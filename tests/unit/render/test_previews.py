"""What previews of links show: the texts of the pages, and nothing that is withheld."""

import json
from dataclasses import replace

import pytest

from generator.config import SiteSettings
from generator.model import RenderedPage, Rights, SiteIndex
from generator.render import render
from generator.rights import publishable
from generator.text import paragraph_id
from tests.unit.render.conftest import HARBOUR, HARBOUR_TEXTS, PLANT, PLANT_TEXTS

Pages = dict[str, RenderedPage]
FIRST, SECOND = (paragraph_id(text) for text in PLANT_TEXTS)


def preview(pages: Pages, name: str) -> dict[str, dict[str, str]]:
    """The data of a preview."""
    return json.loads(pages[f"assets/previews/{name}.json"].text)


def test_a_topic_has_its_names_type_description_and_counts(pages: Pages) -> None:
    """Each language's entry is in its words, so that a card can show both names."""
    shown = preview(pages, "topics/sur")
    assert shown == {
        "ar": {
            "name": "صور",
            "type": "مكان",
            "text": [["مدينة على الساحل."]],
            "count": "مقالان · 3 فقرات",
        },
        "en": {
            "name": "Tyre",
            "type": "Place",
            "text": [["A city."]],
            "count": "2 articles · 3 paragraphs",
        },
    }


def test_a_paragraph_has_its_text_and_its_source(pages: Pages) -> None:
    """Paragraphs are told from headings; the title is the one that the language's pages show."""
    shown = preview(pages, f"articles/{PLANT}")
    assert list(shown["text"]) == [FIRST, SECOND]
    assert "".join(shown["text"][FIRST]) == PLANT_TEXTS[0]
    assert (shown["en"]["title"], shown["en"]["lang"]) == ("A plant in Tyre", "en")
    assert shown["en"]["source"] == "Coast Paper · June 2024 (inferred)"
    assert shown["ar"]["source"].startswith("صحيفة الساحل · ")
    assert preview(pages, f"articles/{HARBOUR}")["en"]["lang"] == "ar"


def test_readers_of_english_get_what_the_summary_says_of_a_paragraph(pages: Pages) -> None:
    """Sentence by sentence, with whether a person has checked them; Arabic pages need none of it."""
    shown = preview(pages, f"articles/{PLANT}")
    assert shown["en"]["said"] == {
        FIRST: [["A desalination plant opened."]],
        SECOND: [["Its cost is disputed."]],
    }
    assert shown["en"]["summary"] == "English summary · Reviewed"
    assert "said" not in shown["ar"]
    assert "said" not in preview(pages, f"articles/{HARBOUR}")["en"]


def test_words_of_the_other_script_are_told_apart(pages: Pages) -> None:
    """A script sets each text as text, and every second run of it in the other direction."""
    runs = preview(pages, f"articles/{PLANT}")["text"][SECOND]
    assert "Acme Water" in runs[1::2]
    assert "".join(runs) == PLANT_TEXTS[1]


def test_signs_are_shown_and_not_read(pages: Pages) -> None:
    """Nothing is escaped for Markdown: the text goes to the reader as text."""
    (text,) = preview(pages, f"articles/{HARBOUR}")["text"].values()
    assert text == [HARBOUR_TEXTS[0]]


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.SUMMARY, Rights.NONE])
def test_no_preview_shows_a_text_that_is_withheld(rights: Rights, index: SiteIndex) -> None:
    """The paragraphs keep their places without their words, and a note says why."""
    articles = tuple(
        replace(article, rights=rights) if article.slug == PLANT else article
        for article in index.library.articles
    )
    changed = replace(index, library=replace(index.library, articles=articles))
    pages = {page.path: page for page in render(publishable(changed), SiteSettings())}
    files = [page.text for path, page in pages.items() if path.startswith("assets/previews/")]
    assert files
    assert not any("تحلية" in text for text in files)
    if rights is Rights.NONE:
        assert f"assets/previews/articles/{PLANT}.json" not in pages
        return
    shown = preview(pages, f"articles/{PLANT}")
    assert set(map("".join, shown["text"].values())) == {""}
    assert shown["en"]["note"].startswith("The full text is not published here.")
