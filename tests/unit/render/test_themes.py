"""What a conflict is called."""

import pytest

from generator.languages import load_lexicon
from generator.model import ARABIC, ENGLISH, Counted, LanguageTag, SiteConflict
from generator.render.catalogue import load_catalogue
from generator.render.themes import THEMES, conflict_title

PLANES = Counted("طائرات", "aircraft")


def test_every_theme_of_the_lexicon_has_a_title() -> None:
    """What the analysis can call a conflict's theme, both languages can say."""
    assert set(load_lexicon(ARABIC).conflicts.themes.values()) == set(THEMES)


@pytest.mark.parametrize(
    ("language", "theme", "names", "title"),
    [
        (ARABIC, "bought", PLANES, "ما اشتُري أو طُلب: طائرات"),
        (ENGLISH, "bought", PLANES, "Bought or ordered: aircraft"),
        (ENGLISH, "killed", Counted("أشخاص", "people"), "Number killed"),
        (ARABIC, "killed", Counted("رؤوس", "sheep"), "رؤوس"),
        (ENGLISH, "killed", Counted(), "Number killed"),
        (ARABIC, "inflation", Counted(), "التضخم"),
        (ENGLISH, "", PLANES, "aircraft"),
        (ENGLISH, "", Counted(), "1.2 kilometres or 950 metres?"),
        (ARABIC, "", Counted(), "1.2 kilometres أم 950 metres؟"),
    ],
)
def test_a_conflict_says_what_it_is_about(
    language: LanguageTag, theme: str, names: Counted, title: str
) -> None:
    """Theme and counted things, in the page's language; nothing is made up where both are unknown."""
    conflict = SiteConflict("anything", (0, 1), theme, names)
    amounts = ("1.2 kilometres", "950 metres")
    assert conflict_title(load_catalogue(language), conflict, amounts) == title


def test_three_amounts_are_asked_for_one_after_the_other() -> None:
    """Of figures without a name all are told, in the order of the text."""
    conflict, amounts = SiteConflict("kg", (0, 1, 2)), ("41.5", "38", "50")
    assert conflict_title(load_catalogue(ENGLISH), conflict, amounts) == "41.5, 38 or 50?"
    assert conflict_title(load_catalogue(ARABIC), conflict, amounts) == "41.5 أم 38 أم 50؟"
