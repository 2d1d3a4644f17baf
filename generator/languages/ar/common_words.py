"""Writes `common-words.txt`, beside this file, from Tesseract's list of Arabic word forms.

    apt-get install tesseract-ocr tesseract-ocr-ara
    cd "$(mktemp -d)"
    combine_tessdata -u /usr/share/tesseract-ocr/5/tessdata/ara.traineddata ara.
    dawg2wordlist ara.lstm-unicharset ara.lstm-word-dawg forms.txt
    python -m generator.languages.ar.common_words forms.txt

A word that the list has with the article, with pronouns, in a plural or as a verb is a common word;
a name such as «باريس» has few such forms or none. Nobody needs this to build or to test.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from generator.text import fold

TARGET = Path(__file__).with_name("common-words.txt")
HEAD = """\
# Arabic common words, folded and without the article, after the number of ways (9: or more) in which
# the word list of Tesseract's Arabic data inflects them. Which names are ambiguous is read from it.
# Made by common_words.py, beside this file, from tesseract-ocr-ara 4.1.0, word list of ara.traineddata,
# copyright 1988-1995 Hewlett Packard Company, 2006-2022 Google Inc., Apache Licence 2.0. Changed: folded,
# inflected forms counted and left out.
"""
MOST = 9


def ways(word: str) -> Iterator[tuple[str, ...]]:
    """The inflected forms of a stem, those together that count once."""
    short = word.removesuffix("ه")
    marked = short == word
    joined = word if marked else short + "ت"
    yield "ال" + word, "بال" + word, "لل" + word
    yield from ((joined + pronoun,) for pronoun in ("ه", "ها", "هم", "نا", "ك"))
    yield (short + "ات",)
    yield short + "ون", short + "ين"
    if marked:
        yield from ((word + ending,) for ending in ("ا", "وا", "ت"))
    yield "ي" + word, "ت" + word


def counted(forms: frozenset[str]) -> dict[str, int]:
    """The stems among the forms, with the number of ways in which each is inflected."""
    stems = {}
    for word in sorted(forms):
        number = sum(any(form in forms for form in way) for way in ways(word))
        if number and not word.startswith("ال") and not _is_joined(word, forms):
            stems[word] = min(number, MOST)
    return stems


def _is_joined(word: str, forms: frozenset[str]) -> bool:
    """Whether the word is another with a proclitic: «وكتاب»."""
    joined = len(word) > 3 and word[0] in "وفبلك" and word[1:] in forms
    return joined and "ال" + word not in forms


def main(source: Path) -> None:
    """Writes the table."""
    lines = source.read_text(encoding="utf-8").split()
    words = {fold(line) for line in lines}
    forms = frozenset(word for word in words if len(word) > 1 and set(word) <= LETTERS)
    stems = sorted(counted(forms).items(), key=lambda item: (item[1], item[0]))
    rows = [HEAD]
    for number, group in groupby(stems, key=lambda item: item[1]):
        rows += [f"{number} {line}\n" for line in wrap(" ".join(word for word, _ in group), 98)]
    TARGET.write_text("".join(rows), encoding="utf-8")


LETTERS = frozenset(map(chr, range(0x0621, 0x064B)))

if __name__ == "__main__":
    main(Path(sys.argv[1]))
