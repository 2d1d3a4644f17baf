"""Foreign names in another transcription: «بلومبيرغ» for «بلومبرغ», «فلوديمير» for «فولوديمير».

Arabic papers write the vowels of foreign names with or without a letter, and some of their consonants
with one of several. Two words with the same consonants are compared letter by letter.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.clitics import prefixes
from generator.languages.lexicon import Lexicon

_VOWELS = frozenset("اويء")
# Consonants that stand for each other.
_ALIKE = tuple(
    frozenset(row) for row in ("غجقك", "ثتط", "ثس", "سصش", "سزظ", "دذض", "ذز", "خك", "حه")
)
_KEYS = str.maketrans(
    {
        **dict.fromkeys("غجقكخ", "ك"),
        **dict.fromkeys("ثتط", "ت"),
        **dict.fromkeys("سصشزظ", "س"),
        **dict.fromkeys("دذض", "د"),
        **dict.fromkeys("اويءهح", ""),
    }
)
# Endings of an Arabic word: «مصيرها» and «مصيرة» are forms of «مصير».
_ENDINGS = ("ها", "هم", "نا", "ه", "ات", "ين", "ون")
_LEAST_LETTERS = 5
_LEAST_CONSONANTS = 3
_LONG = 7
_FAR = 2


@dataclass(frozen=True, slots=True, eq=False)
class Similar:
    """The first words of foreign names by their consonants; `known` words are never another spelling."""

    firsts: dict[str, tuple[str, ...]]
    known: frozenset[str]
    clitics: frozenset[str]
    lexicon: Lexicon

    def starts(self, word: str) -> Iterator[tuple[int, str]]:
        """(letters before it, first word of a name) that the word may be another spelling of.

        Of two readings the nearer counts: «وإستنبول» is «و» and «إسطنبول», not a name with «وا».
        """
        near = [
            (distance, cut, name) for cut in (0, 1, 2) for distance, name in self._near(word, cut)
        ]
        nearest = min((distance for distance, _, _ in near), default=0)
        yield from ((cut, name) for distance, cut, name in near if distance == nearest)

    def _near(self, word: str, cut: int) -> Iterator[tuple[int, str]]:
        """The names that the word may be after so many letters, and how far they are."""
        rest = word[cut:]
        if len(rest) < _LEAST_LETTERS or (cut and word[:cut] not in self.clitics):
            return
        for name in self.firsts.get(consonants(rest), ()):
            if rest in self.known or is_native(rest, self.lexicon):
                return
            if is_similar(rest, name):
                yield _distance(rest, name, _FAR), name


def similar_to(names: Iterable[str], known: frozenset[str], lexicon: Lexicon) -> Similar:
    """The words of foreign names, ready to be looked for; `known` are all words of all names."""
    firsts: dict[str, list[str]] = {}
    for name in names:
        firsts.setdefault(consonants(name), []).append(name)
    rows = {key: tuple(sorted(row)) for key, row in firsts.items()}
    return Similar(rows, known, frozenset(prefixes(lexicon.names)), lexicon)


def consonants(word: str) -> str:
    """What two spellings of a foreign word have in common."""
    return word.replace("تش", "ش").translate(_KEYS)


def may_vary(word: str, lexicon: Lexicon, *, definite: bool = False) -> bool:
    """Whether the word is a foreign name's: no Arabic word, no given name, long enough to be told.

    With the article only a body or a paper has such a name: «اليونيسف».
    """
    stem = word.removeprefix(lexicon.names.article) if definite else word
    if len(stem) < _LEAST_LETTERS or not word.isalpha() or word.isascii():
        return False
    if stem.startswith(lexicon.names.article) or len(consonants(stem)) < _LEAST_CONSONANTS:
        return False
    return not is_native(word, lexicon)


def is_native(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is an Arabic one, or a given name."""
    names = lexicon.names
    stem = word.removeprefix(names.article)
    given = word in names.given_names or word in names.groups["other_given_names"]
    if given or stem in names.commonness or word in lexicon.speech.first_names:
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS)
    return any(stem in names.commonness for stem in stems if len(stem) > 2)


@lru_cache(maxsize=8192)
def is_similar(word: str, name: str) -> bool:
    """Whether the word is another transcription of the name.

    >>> is_similar("بلومبيرغ", "بلومبرغ"), is_similar("روسيه", "روسيا"), is_similar("ايراني", "ايران")
    (True, False, False)
    """
    allowed = _FAR if len(name) >= _LONG else 1
    word, name = word.replace("تش", "ش"), name.replace("تش", "ش")
    if word == name:
        return True
    if not _ends_alike(word, name):
        return False
    return _distance(word, name, allowed) <= allowed


def _ends_alike(word: str, name: str) -> bool:
    """Whether no ending makes it a word of its own: «روسية», «إيراني»."""
    if word[-1] == name[-1]:
        return True
    if {word[-1], name[-1]} == {"ا", "ه"}:
        return len(word) == len(name) and "ي" not in (word[-2], name[-2])
    return word[-1] not in _VOWELS and name[-1] not in _VOWELS


def _distance(word: str, name: str, limit: int) -> int:
    """The number of vowels more or less and of letters exchanged; more than the limit if too many."""
    if not word or not name:
        rest = word or name
        return len(rest) if all(letter in _VOWELS for letter in rest) else limit + 1
    if word[0] == name[0]:
        return _distance(word[1:], name[1:], limit)
    if limit <= 0:
        return limit + 1
    ways = [limit + 1]
    if _exchange(word[0], name[0]):
        ways.append(1 + _distance(word[1:], name[1:], limit - 1))
    if word[0] in _VOWELS:
        ways.append(1 + _distance(word[1:], name, limit - 1))
    if name[0] in _VOWELS:
        ways.append(1 + _distance(word, name[1:], limit - 1))
    return min(ways)


def _exchange(ours: str, theirs: str) -> bool:
    if (ours in _VOWELS and theirs in _VOWELS) or {ours, theirs} == {"ا", "ه"}:
        return True
    return any(ours in row and theirs in row for row in _ALIKE)


def similar_words(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each word is the name's or another transcription of it."""
    return len(words) == len(name) and all(
        ours == theirs or (len(theirs) >= _LEAST_LETTERS - 1 and is_similar(ours, theirs))
        for ours, theirs in zip(words, name, strict=True)
    )
