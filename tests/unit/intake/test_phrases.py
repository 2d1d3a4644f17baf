"""Phrases and keys."""

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.phrases import Phrases, folded, key_of
from generator.text import fold

CHARACTERS = st.text("abcXYZ 12٣٤ءآأؤإئابةتىيـًٌَُِّْ«»،؛؟…–”“éﻻک\u200f\u0670")


@given(CHARACTERS)
def test_the_fast_way_folds_like_the_shared_function(text: str) -> None:
    """Keys of lines and folds of names come from one definition, however they are computed."""
    assert folded(text) == fold(text)


def test_spellings_of_one_phrase_have_one_key() -> None:
    """Hamza forms, vowel marks and punctuation do not part two writings of a marker."""
    assert key_of("إقرأ أيضًا:") == key_of("اقرا ايضا") == key_of("«اقرأ أيضاً»")


def test_a_phrase_opens_only_whole_words() -> None:
    """«شارك» on a list does not take «شاركت» at the start of a sentence."""
    phrases = Phrases.of(["شارك", "شارك هذا"])
    assert phrases.opens(key_of("شارك هذا الخبر"))
    assert not phrases.opens(key_of("شاركت في السباق"))
    assert phrases.opening(key_of("شارك هذا الخبر")) == key_of("شارك هذا")


def test_a_phrase_is_found_at_the_end_and_within() -> None:
    """The end and the middle of a line are compared by whole words too."""
    phrases = Phrases.of(["رويترز", "أ.ف.ب"])
    assert phrases.closes(key_of("صورة (أ.ف.ب)"))
    assert phrases.within(key_of("نقلا عن رويترز اليوم"))
    assert not phrases.within(key_of("رويترزية"))
