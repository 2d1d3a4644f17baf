"""Both catalogues are whole, and Arabic counts as the CLDR says."""

import re
from decimal import Decimal
from gettext import c2py
from importlib.resources import files

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from generator.errors import RuleFileError
from generator.model import ARABIC, LANGUAGES, LanguageTag
from generator.render.catalogue import AFTER_PREPOSITION, load_catalogue, messages
from generator.render.numbers import UNITS
from tests.unit.render.messages_in_use import messages_in_use

FIELD = re.compile(r"%\((\w+)\)s")


def entries(language: LanguageTag) -> list[Message]:
    path = files("generator") / "languages" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as stream:
        return [entry for entry in read_po(stream, locale=language, abort_invalid=True) if entry.id]


def forms(entry: Message) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_every_message_in_use_and_no_other(language: LanguageTag) -> None:
    """Nothing on a page is untranslated, and no translation is left from a text that went."""
    plain, counted = messages_in_use()
    found = entries(language)
    assert {entry.id for entry in found if isinstance(entry.id, str) and not entry.context} == plain
    assert {entry.id for entry in found if isinstance(entry.id, tuple)} == counted
    pairs = {entry.id for entry in found if entry.context}
    assert {entry.context for entry in found if entry.context} == {AFTER_PREPOSITION}
    assert pairs == {singular for singular, _ in UNITS.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_in_all_its_forms(language: LanguageTag) -> None:
    """Arabic has six forms of a counted message, English two; none is empty or marked fuzzy."""
    number = {"ar": 6, "en": 2}[language]
    for entry in entries(language):
        assert all(forms(entry)), entry.id
        assert not entry.fuzzy, entry.id
        assert len(forms(entry)) == (number if isinstance(entry.id, tuple) else 1), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_fields_of_its_message(language: LanguageTag) -> None:
    """A counted form may drop its number (مقالان); no other field is lost and none invented."""
    for entry in entries(language):
        source = set(FIELD.findall(entry.id if isinstance(entry.id, str) else entry.id[1]))
        for form in forms(entry):
            assert set(FIELD.findall(form)) <= source, entry.id
            if isinstance(entry.id, str) and not entry.context:
                assert set(FIELD.findall(form)) == source, entry.id


def test_arabic_messages_hold_arabic_only() -> None:
    """No Latin letter or punctuation, no tatweel, no digit; Arabic punctuation stands right."""
    for entry in entries(ARABIC):
        for form in forms(entry):
            bare = FIELD.sub("س", form)
            assert not re.search(r"[A-Za-z\"',;?ـ0-9]", bare), form
            assert not re.search(r" [،؛؟.:]|[،؛؟](?=\S)", bare), form


def test_the_committed_plural_rule_is_that_of_the_cldr() -> None:
    """Translators' tools pick the same form as the pages do: n up to 200."""
    path = files("generator") / "languages" / "ar" / "LC_MESSAGES" / "messages.po"
    header = path.read_text(encoding="utf-8")
    rule = re.search(r"plural=(\(.*?\));", header)
    assert rule
    index = c2py(rule[1])
    order = ("zero", "one", "two", "few", "many", "other")
    arabic = load_catalogue(ARABIC)
    for n in range(201):
        assert order[index(n)] == Locale("ar").plural_form(n)
        assert index(n) == arabic.plural_index(n)


@pytest.mark.parametrize(
    ("counted", "texts"),
    [
        ("source", ["لا مصادر", "مصدر واحد", "مصدران", "3 مصادر", "11 مصدرًا", "100 مصدر"]),
        ("article", ["لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "11 مقالًا", "100 مقال"]),
        ("event", ["لا أحداث", "حدث واحد", "حدثان", "3 أحداث", "11 حدثًا", "100 حدث"]),
        ("paragraph", ["لا فقرات", "فقرة واحدة", "فقرتان", "3 فقرات", "11 فقرة", "100 فقرة"]),
        ("mention", ["لا إشارات", "إشارة واحدة", "إشارتان", "3 إشارات", "11 إشارة", "100 إشارة"]),
        ("figure", ["لا أرقام", "رقم واحد", "رقمان", "3 أرقام", "11 رقمًا", "100 رقم"]),
        ("topic", ["لا موضوعات", "موضوع واحد", "موضوعان", "3 موضوعات", "11 موضوعًا", "100 موضوع"]),
        ("question", ["لا أسئلة", "سؤال واحد", "سؤالان", "3 أسئلة", "11 سؤالًا", "100 سؤال"]),
        (
            "statement",
            ["لا تصريحات", "تصريح واحد", "تصريحان", "3 تصريحات", "11 تصريحًا", "100 تصريح"],
        ),
    ],
)
def test_counters_take_the_six_forms(counted: str, texts: list[str]) -> None:
    """Each of our counted nouns agrees with its number."""
    arabic = load_catalogue(ARABIC)
    pair = messages(f"%(n)s {counted}", f"%(n)s {counted}s")
    assert [arabic.count(pair, n, n=n) for n in (0, 1, 2, 3, 11, 100)] == texts
    assert arabic.count(pair, 103, n=103) == texts[3].replace("3", "103")
    assert arabic.count(pair, 111, n=111) == texts[4].replace("11", "111")


def test_a_fraction_takes_the_last_form_and_a_whole_decimal_its_own() -> None:
    """1.5 stands with «سنة» as 100 does; 2.0 is a dual."""
    arabic = load_catalogue(ARABIC)
    assert arabic.plural_index(Decimal("1.5")) == 5
    assert arabic.plural_index(Decimal("2.0")) == 2


def test_a_missing_message_is_an_error_and_never_english_on_an_arabic_page() -> None:
    """The error names the catalogue and the message."""
    with pytest.raises(RuleFileError, match="«Nothing of the kind»"):
        load_catalogue(ARABIC).text("Nothing of the kind")
