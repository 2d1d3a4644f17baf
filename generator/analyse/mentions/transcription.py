"""Whether a topic's name in the other language is its Arabic name in Latin letters, or a translation.

«مصدر» is Masdar: a proper name that is a word too. «الذخيرة» is Ammunition: the word is what is meant.
"""

from functools import lru_cache

from generator.languages.words import words_of
from generator.model import Topic

# Consonants that transcriptions tell apart; vowels, w, y, h and the letters that fall silent are dropped.
_SOUNDS = {
    **dict.fromkeys("بbp", "b"),
    **dict.fromkeys("تثطt", "t"),
    **dict.fromkeys("جغقكخjgkqcx", "k"),
    **dict.fromkeys("دذضd", "d"),
    **dict.fromkeys("سشصزظsz", "s"),
    **dict.fromkeys("فfv", "f"),
    "ر": "r",
    "r": "r",
    "ل": "l",
    "l": "l",
    "م": "m",
    "m": "m",
    "ن": "n",
    "n": "n",
}
_ARTICLES = frozenset(
    ("al", "el", "an", "en", "ar", "er", "as", "es", "ad", "ed", "at", "et", "az", "ez")
)


def is_transcribed(topic: Topic, word: str) -> bool:
    """Whether one of the topic's English names begins, in some word, with the sounds of the word.

    >>> _sounds("مصدر"), _sounds("masdar"), _sounds("ammunition")
    ('msd', 'msd', 'mnt')
    """
    return _sounds(word) in _english_sounds(topic.en.name, topic.en.aliases)


@lru_cache(maxsize=4096)
def _english_sounds(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    words = [word for text in (name, *aliases) for word in words_of(text)]
    found = {_sounds(word) for word in words if word not in _ARTICLES}
    # The article is often written onto the name: «Ennahda», «Asharq».
    return frozenset(found | {_sounds(word[2:]) for word in words if word[:2] in _ARTICLES})


@lru_cache(maxsize=8192)
def _sounds(word: str) -> str:
    kept = ""
    for letter in word:
        sound = _SOUNDS.get(letter, "")
        if sound and not kept.endswith(sound):
            kept += sound
    return kept[:3]
