"""The analyser of the search: what it answers, and that it never fails."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.analyser import default_analyser
from generator.search.slips import slips
from generator.search.table import load_table

VECTORS = json.loads(
    (Path(__file__).parents[2] / "search" / "vectors.json").read_text(encoding="utf-8")
)
ANALYSER = default_analyser()
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة\u064e\u0651\u0640\u200f abc12٣.,،«»-"


@pytest.mark.parametrize(("text", "expected"), VECTORS["tokens"])
def test_a_text_is_cut_and_folded(text: str, expected: list[list[object]]) -> None:
    """Words end at punctuation and where letters meet digits; marks and tatweel are gone."""
    found = [[token.raw, token.plain, token.start, token.end] for token in ANALYSER.tokens(text)]
    assert found == expected


@pytest.mark.parametrize(("word", "expected"), VECTORS["segmentations"])
def test_a_word_has_these_readings(word: str, expected: list[list[str]]) -> None:
    """The likeliest reading stands first; each has its stem."""
    raw = ANALYSER.tokens(word)[0].raw
    assert [[c.kind, c.rest, c.stem] for c in ANALYSER.segmentations(raw)] == expected


def test_stems_and_names_have_these_keys() -> None:
    """Broken plurals share a skeleton, spellings a sound, the two scripts their consonants."""
    for word, expected in VECTORS["skeleton"]:
        assert ANALYSER.skeleton(ANALYSER.plain(word)) == expected
    for word, expected in VECTORS["root"]:
        assert ANALYSER.root_skeleton(ANALYSER.plain(word)) == expected
    for word, expected in VECTORS["phonetic"]:
        assert ANALYSER.phonetic(ANALYSER.tokens(word)[0].plain) == expected
    for word, expected in VECTORS["consonants"]:
        assert ANALYSER.consonants(ANALYSER.tokens(word)[0].plain) == expected


def test_slips_are_counted_as_a_hand_makes_them() -> None:
    """A swap of neighbours is one slip; counting stops above what is allowed."""
    for left, right, most, expected in VECTORS["slips"]:
        assert slips(left, right, most) == expected


@given(st.text(alphabet=LETTERS, max_size=40))
def test_a_token_is_where_it_says(text: str) -> None:
    """The surface of a token folds to the token itself, and tokens stand in order."""
    tokens = ANALYSER.tokens(text)
    for token in tokens:
        assert [again.raw for again in ANALYSER.tokens(text[token.start : token.end])] == [
            token.raw
        ]
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    """Whatever is typed, every token has a reading and every reading a stem."""
    for token in ANALYSER.tokens(text):
        assert all(choice.stem for choice in ANALYSER.segmentations(token.raw))


def test_every_plural_of_the_table_leads_to_its_singular() -> None:
    """A listed broken plural and its singular have one stem, behind an article too."""
    for one, many in load_table().plurals.items():
        singular = ANALYSER.stem(ANALYSER.tokens(one)[0].plain)
        for plural in many:
            assert ANALYSER.stem(ANALYSER.tokens(plural)[0].plain) == singular, (one, plural)
