"""Characters of a line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.characters import clean_characters
from generator.text import is_invisible

LETTERS = st.text(
    "ابتثجمسلهوي ءأإآةىئؤ،؛؟«»().:-ـًٌَُِّْٰٓٔ١٢12ab \t\r\xa0\u200b\u200c\u200d\u200f\u202a\u2067\ufeff\xad"
    "ﻻﷲﺍﻟﻣﻪکیگ\u2028\uf0b7<>&;[]…–",
    max_size=60,
)


@given(LETTERS)
def test_cleaning_twice_equals_cleaning_once(raw: str) -> None:
    """The form is stable."""
    once = clean_characters(raw, 1)
    assert clean_characters(once.text, 1).text == once.text


@given(LETTERS)
def test_nothing_invisible_is_left_and_the_text_is_nfc(raw: str) -> None:
    """Whatever came in, a reader sees every character that comes out."""
    text = clean_characters(raw, 1).text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(is_invisible(c) or c in "\xa0\r\t" for c in text)


@given(LETTERS)
def test_offsets_rise_and_stay_inside_the_raw_line(raw: str) -> None:
    """There is one offset for each character and one for the end."""
    line = clean_characters(raw, 1)
    assert len(line.offsets) == len(line.text) + 1
    assert list(line.offsets) == sorted(line.offsets)
    assert all(0 <= offset <= len(raw) for offset in line.offsets)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ســلام علـيكم", "سلام عليكم"),
        ("لـ«المدينة» والـ20 و1445هـ", "لـ«المدينة» والـ20 و1445هـ"),
        ("ﻻ ﺇﻟﻪ", "لا إله"),
        ("كلمة\u200c\u200f  أخرى\xa0\r", "كلمة أخرى"),
        ("قال &quot;نعم&quot; &amp; مضى", 'قال "نعم" & مضى'),
        ("نص <b>غامق</b><br>وسطر", "نص غامق وسطر"),
        ("زار [الموقع](https://example.org/a) أمس", "زار الموقع أمس"),
        ("زار الموقع (https://example.org/a) أمس", "زار الموقع أمس"),
        ("هٓ اٰ أ", "هٓ اٰ أ"),
        ("﴿نص﴾", "«نص»"),
        ("صلى الله عليه وسلم ﷺ", "صلى الله عليه وسلم ﷺ"),
        ("5 < 7 و 9 > 3", "5 < 7 و 9 > 3"),
    ],
)
def test_each_kind_of_dress_comes_off(raw: str, text: str) -> None:
    """Decoration goes; writing that only looks like it stays."""
    assert clean_characters(raw, 1).text == text
