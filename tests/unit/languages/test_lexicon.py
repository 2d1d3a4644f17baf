"""Every language: how it is written, and its words."""

import pickle
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import RuleFileError
from generator.languages import load_language, load_lexicon
from generator.languages.lexicon import read_lexicon
from generator.languages.words import phrases, words_of
from generator.model import ARABIC, LANGUAGES, LanguageTag
from generator.rules import YamlValue, load_yaml
from generator.text import fold, normalize_identity

FOLDER = Path(__file__).parents[3] / "generator" / "languages"


def entries(value: YamlValue, at: str = "") -> Iterator[tuple[str, str]]:
    """All words of a lexicon file with the path of keys to them."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for entry in value:
            yield from entries(entry, at)
    else:
        for key, entry in value.items():
            yield from entries(entry, f"{at}/{key}")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_says_how_it_is_written(tag: LanguageTag) -> None:
    """Script, direction, digits and calendars are known for every language."""
    language = load_language(tag)
    assert language.tag == tag
    assert language.direction in {"ltr", "rtl"}
    assert language.script and language.digits and language.calendars


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_lexicon_loads_once_with_all_months_and_weekdays(tag: LanguageTag) -> None:
    """Each lexicon names twelve months and seven weekdays, and is read once."""
    lexicon = load_lexicon(tag)
    months = {value for rows in lexicon.dates.months.values() for _, value in rows}
    assert months == set(range(1, 13))
    assert set(lexicon.dates.weekdays.values()) == set(range(1, 8))
    assert load_lexicon(tag) is lexicon


@pytest.mark.parametrize("tag", LANGUAGES)
def test_entries_are_written_in_their_normal_form(tag: LanguageTag) -> None:
    """Entries are NFC, trimmed, and hold no vowel marks and no invisible characters."""
    text = (FOLDER / tag / "lexicon.yaml").read_text(encoding="utf-8")
    for at, entry in entries(load_yaml(text, tag).value):
        assert unicodedata.normalize("NFC", entry) == entry, at
        shown = "هـ" if entry == "هـ" else normalize_identity(entry)
        assert shown == entry, f"{at}: {entry}"


def test_five_month_systems_are_known() -> None:
    """Common, Levantine, Maghrebi (Algeria and Tunisia, Morocco) and Mauritanian month names."""
    months = load_lexicon(ARABIC).dates.months
    for name in ("يوليو", "تموز", "جويلية", "يوليوز", "أغشت"):
        assert fold(name) in months, name


def test_a_lexicon_survives_pickling() -> None:
    """A process pool can send the lexicon; the copy counts as the same one."""
    lexicon = load_lexicon(ARABIC)
    copy = pickle.loads(pickle.dumps(lexicon))
    assert copy == lexicon
    assert hash(copy) == hash(lexicon)


def test_unit_codes_of_figures_have_an_english_label() -> None:
    """Every unit that the Arabic lexicon measures with can be named on English pages."""
    arabic, english = load_lexicon(ARABIC), load_lexicon(LanguageTag("en"))
    codes = {form.code for rows in arabic.figures.units.values() for _, form in rows}
    for currency in arabic.figures.currencies.values():
        codes |= {currency.code, *(code for _, code in currency.adjectives)}
    assert not codes - set(english.unit_labels)


def test_an_unknown_language_is_refused() -> None:
    """A language without a folder is named, with the ones there are."""
    with pytest.raises(RuleFileError, match=r"«fr».*ar, en"):
        load_lexicon(LanguageTag("fr"))
    with pytest.raises(RuleFileError, match="«fr»"):
        load_language(LanguageTag("fr"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("monthz: {1: [يناير]}", r"lexicon\.yaml:1: The group «monthz» .*«months»"),
        ("months: يناير", r"lexicon\.yaml:1: «months» is no group"),
        ("months: {one: [يناير]}", "«months» is no group of whole numbers"),
        ("titles:\n  a: b", "«titles» is no list of words"),
        ("transliteration: [[a, b, c]]", "«transliteration» is no list of pairs"),
        ("clitics: {article: [x]}", "«article» is no text"),
        ("clitics: {artikel: x}", "The group «artikel»"),
    ],
)
def test_a_wrong_group_is_told_with_its_line(text: str, message: str) -> None:
    """An unknown group or one of the wrong shape is an error that names the line and the way out."""
    with pytest.raises(RuleFileError, match=message):
        read_lexicon(ARABIC, "0", load_yaml(text, "lexicon.yaml"), {})


def test_words_are_cut_and_folded() -> None:
    """Numbers keep their inner marks, signs stand alone, letters are folded."""
    assert words_of("أُنفق 1,250.5 دولار (٣٪).") == (
        "انفق", "1,250.5", "دولار", "(", "3", "٪", ")", ".",
    )  # fmt: skip


def test_the_longest_phrase_stands_first() -> None:
    """A phrase table lists longer phrases before shorter ones; of equal ones the first counts."""
    table = phrases([("طن", 1), ("طن متري", 2), ("طن", 3)])
    assert table == {"طن": ((("متري",), 2), ((), 1))}
