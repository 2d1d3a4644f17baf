"""Facts about the Unicode and Arabic functions."""

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from generator.text import (
    BIDI_CONTROLS,
    fold,
    iso_bounds,
    normalize_identity,
    paragraph_id,
    sentence_spans,
    text_hash,
)
from tests.strategies import any_text


@given(any_text)
def test_folding_twice_equals_once(text: str) -> None:
    """A search key is its own search key."""
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_identity_twice_equals_once(text: str) -> None:
    """The normal form of a paragraph is its own normal form, so ids are stable."""
    assert normalize_identity(normalize_identity(text)) == normalize_identity(text)


@given(any_text)
def test_a_fold_holds_nothing_that_a_reader_cannot_see(text: str) -> None:
    """Marks, joiners and direction controls never decide whether two names are equal."""
    assert not set(fold(text)) & BIDI_CONTROLS
    assert not any(unicodedata.category(c) == "Cf" for c in fold(text))


@given(any_text)
def test_sentences_cover_the_text_but_for_white_space(text: str) -> None:
    """Cutting a paragraph into sentences loses no word and repeats none."""
    spans = sentence_spans(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("أحمد", "احمد"),
        ("مكتبة", "مكتبه"),
        ("مصطفى", "مصطفي"),
        ("بيونـــغ", "بيونغ"),
        ("مُدَرِّس", "مدرس"),
        ("٢٠٢٤", "2024"),
        ("۲۰۲۴", "2024"),
        ("کیم", "كيم"),
        ("ﻻ", "لا"),
        ("Élysée", "elysee"),
        ("شؤون", "شوون"),
    ],
)
def test_writings_of_one_word_fold_to_one_key(first: str, second: str) -> None:
    """Spellings that Arabic readers take for the same word are the same to the search."""
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("دامت الرحلة عامًا. ثم عاد.", ["دامت الرحلة عامًا.", "ثم عاد."]),
        ("قال: نعم. ثم سكت!", ["قال: نعم.", "ثم سكت!"]),
        ("بلغ السعر 3.5 دولار. وارتفع.", ["بلغ السعر 3.5 دولار.", "وارتفع."]),
        ("وصل سيرجي ك. شويجو أمس.", ["وصل سيرجي ك. شويجو أمس."]),
        ("«هل نبدأ؟» سأل. نعم…", ["«هل نبدأ؟»", "سأل.", "نعم…"]),
        ("بلا نهاية", ["بلا نهاية"]),
        ("", []),
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    """Full stops inside numbers and after initials do not end a sentence."""
    assert [text[s.start : s.end] for s in sentence_spans(text)] == sentences


def test_a_paragraph_keeps_its_id_when_only_its_dress_changes() -> None:
    """Vowel marks, tatweel, spaces and joiners can be corrected without breaking evidence."""
    assert paragraph_id("قال الوزيرُ  ذلـك\u200f.") == paragraph_id("قال الوزير ذلك.")
    assert paragraph_id("قال الوزير ذلك.") != paragraph_id("قال الوزير هذا.")


def test_a_hash_of_parts_knows_where_one_ends() -> None:
    """Moving a word from one part to the next is a change."""
    assert text_hash("أ ب", "ج") != text_hash("أ", "ب ج")


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-09-15", date(2023, 9, 15), date(2023, 9, 15)),
        ("2024-W24", date(2024, 6, 10), date(2024, 6, 16)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("1980s", date(1980, 1, 1), date(1989, 12, 31)),
        ("2026-03/2026-05", date(2026, 3, 1), date(2026, 5, 31)),
        ("2025/2026", date(2025, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_date_is_bounded_by_the_days_it_can_mean(iso: str, first: date, last: date) -> None:
    """Each precision has its first and last day."""
    assert iso_bounds(iso) == (first, last)
