"""Texts to try functions on: Arabic letters, marks, joiners, bidi controls, digits, Latin."""

from hypothesis import strategies as st

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىٱپچژکگی"
MARKS = "ًٌٍَُِّْٰ"
INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202e\u2066\u2067\u2069\ufeff\u00ad"
)
PRESENTATION = "ﻻﷲﺍﺎﻼﻲ"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
PUNCTUATION = " .،؛؟!«»“”\"'()[]{}<>*_`#|\\~^:;-–ـ…%٪/&=+\n\t"
LATIN = "abzABZéİß"

arabic_characters = st.sampled_from(
    [*LETTERS, *MARKS, *INVISIBLE, *PRESENTATION, *DIGITS, *PUNCTUATION, *LATIN]
)
arabic_text = st.text(arabic_characters, max_size=120)
arabic_words = st.text(st.sampled_from([*LETTERS]), min_size=1, max_size=9)
any_text = st.one_of(arabic_text, st.text(max_size=80))
