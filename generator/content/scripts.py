"""Which script a text is written in, to catch a file in the wrong language."""

from generator.text import ARABIC_LETTER


def arabic_share(text: str) -> float:
    """The share of Arabic letters among all letters, from 0 to 1; 0 where there are no letters.

    >>> arabic_share("محطة water")
    0.4444444444444444
    """
    letters = sum(1 for character in text if character.isalpha())
    return len(ARABIC_LETTER.findall(text)) / letters if letters else 0.0
