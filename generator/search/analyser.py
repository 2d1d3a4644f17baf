"""From text to search keys: tokens, segmentations, stems, skeletons, name keys.

The twin of `search-analyser.js`: tests/search/vectors.json holds both to the same answers. Words
come in two forms: `raw` (folded, but أ إ آ kept, so that «إلكتروني» does not pass for an article)
and `plain` (folded wholly).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from generator.search.table import Table, load_table

_RUN = re.compile(r"[^ \n]+")
_ARABIC = ("\u0621", "\u064a")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a text; `start` and `end` count code points of the text."""

    raw: str
    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segmentation:
    """One way to read a word: what was cut in front, and the stem of the rest.

    `kind` is `definite` (an article was cut), `whole`, `proclitic`, or `short` (two letters stay).
    """

    kind: str
    rest: str
    stem: str


def is_arabic(word: str) -> bool:
    """Whether the word begins with an Arabic letter."""
    return bool(word) and _ARABIC[0] <= word[0] <= _ARABIC[1]


class Analyser:
    """The functions of the analysis over one table; its caches change no answer."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._plurals = self._plural_map()
        # The pairs in their order, as one expression: longer spellings of a sound come first.
        self._consonants = {
            script: (dict(pairs), re.compile("|".join(re.escape(letters) for letters, _ in pairs)))
            for script, pairs in table.consonants.items()
        }
        self._clitic_letters = frozenset(word[0] for word in (*table.proclitics, *table.definite))
        self._characters: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._runs: dict[str, list[Token]] = {}

    # ------------------------------------------------------------ characters and tokens

    def _fold_character(self, character: str) -> str:
        if character in self.table.hard_alef:
            return character
        if character in self.table.letters:
            return self.table.letters[character]
        parts = unicodedata.normalize("NFKC", character)
        parts = unicodedata.normalize("NFKD", parts).lower() if not is_arabic(parts) else parts
        kept = []
        for part in parts:
            if part == "\u0640" or unicodedata.category(part) in {"Mn", "Me", "Cf", "Cc"}:
                continue
            if part in self.table.hard_alef:
                kept.append(part)
            else:
                kept.append(self.table.letters.get(part, part))
        return "".join(kept)

    def fold_character(self, character: str) -> str:
        """The raw form of one character: nothing, one letter, or several."""
        folded = self._characters.get(character)
        if folded is None:
            folded = self._characters[character] = self._fold_character(character)
        return folded

    def plain(self, raw: str) -> str:
        """The plain form of a raw form."""
        for letter in self.table.hard_alef:
            raw = raw.replace(letter, "ا")
        return raw

    def tokens(self, text: str) -> list[Token]:
        """The words and numbers of a text, in order; a word ends where letters meet digits."""
        found: list[Token] = []
        for match in _RUN.finditer(text):
            run, offset = match[0], match.start()
            tokens = self._runs.get(run) or self._remember(run)
            found += [Token(t.raw, t.plain, t.start + offset, t.end + offset) for t in tokens]
        return found

    def raw_words(self, text: str) -> list[str]:
        """The raw forms of the words of a text, without stop words."""
        return [
            token.raw
            for run in _RUN.findall(text)
            for token in self._runs.get(run) or self._remember(run)
            if token.plain not in self.table.stop
        ]

    def _remember(self, run: str) -> list[Token]:
        tokens = self._runs[run] = self._tokens_of_run(run)
        return tokens

    def _tokens_of_run(self, text: str) -> list[Token]:
        """The tokens of a text without spaces; most runs come again and again."""
        found: list[Token] = []
        word: list[str] = []
        start = end = 0
        kind = ""
        for offset, character in enumerate(text):
            folded = self.fold_character(character)
            if not folded:
                # A mark or an invisible sign belongs to the word that it stands in, unless it is
                # white space that folding would not show.
                if character in "\n\t\r\u200b":
                    _close(self, found, word, start, end)
                    word, kind = [], ""
                elif word:
                    end = offset + 1
                continue
            for part in folded:
                now = _kind(part)
                if word and now != kind:
                    _close(self, found, word, start, end)
                    word = []
                if now:
                    if not word:
                        start = offset
                    word.append(part)
                    end = offset + 1
                kind = now
        _close(self, found, word, start, end)
        return _join_numbers(found, text)

    def is_stop(self, token: Token) -> bool:
        """Whether the word says too little to be searched for."""
        return token.plain in self.table.stop

    # ------------------------------------------------------------ segmentations and stems

    def segmentations(self, raw: str) -> list[Segmentation]:
        """The ways to read a word, the likeliest first; a word without proclitics has one."""
        plain = self.plain(raw)
        if not is_arabic(plain):
            stem = plain if plain[0].isdigit() else self._english_stem(plain)
            return [Segmentation("whole", plain, stem)]
        if raw[0] not in self._clitic_letters:
            two = self.stem_of_two(plain)
            dual = [Segmentation("short", two, two)] if two else []
            return [Segmentation("whole", plain, self.stem(plain)), *dual]
        definite, short = self._definite(raw)
        found = [*definite, Segmentation("whole", plain, self.stem(plain)), *short]
        for proclitic in self.table.proclitics:
            rest = raw[len(proclitic) :]
            if raw.startswith(proclitic) and len(rest) >= 3:
                bare = self.plain(rest)
                found.append(Segmentation("proclitic", bare, self.stem(bare)))
        twos = [two for choice in found if (two := self.stem_of_two(choice.rest))]
        return [*found, *(Segmentation("short", two, two) for two in twos)]

    def _definite(self, raw: str) -> tuple[list[Segmentation], list[Segmentation]]:
        """Readings with an article cut: sure ones, and those that leave only two letters."""
        sure, short = [], []
        for article in self.table.definite:
            if not raw.startswith(article):
                continue
            rest = raw[len(article) :]
            if rest.startswith("ال") and len(rest) >= 6:
                rest = rest[2:]
            bare = self.plain(rest)
            if len(bare) >= 3:
                sure.append(Segmentation("definite", bare, self.stem(bare)))
            elif len(bare) == 2:
                short.append(Segmentation("short", bare, bare))
            break
        if raw.startswith("لل") and len(raw) >= 5:
            bare = self.plain(raw[1:])
            sure.append(Segmentation("definite", bare, self.stem(bare)))
        if raw.startswith("ال") and short:
            return short, []
        return sure, short

    def stem(self, plain: str) -> str:
        """The light stem of a word without proclitics; of a listed plural, its singular's."""
        stem = self._stems.get(plain)
        if stem is None:
            light = self._light(plain)
            stem = self._stems[plain] = self._plurals.get(light, light)
        return stem

    def _light(self, word: str) -> str:
        for _ in range(4):
            shorter = self._strip_suffix(word)
            if shorter == word:
                break
            word = shorter
        return word

    def _strip_suffix(self, word: str) -> str:
        if word.endswith("اء") and len(word) == 5:
            return word
        for suffix, stay in self.table.suffixes:
            if word.endswith(suffix):
                if len(word) - len(suffix) >= stay:
                    return word[: -len(suffix)]
                if suffix in self.table.feminine_of_two and len(word) == len(suffix) + 2:
                    return f"{word[:2]}ه"
        return word

    def stem_of_two(self, plain: str) -> str:
        """«سدان» -> «سد»: two letters before a dual ending, else nothing."""
        if len(plain) == 4 and plain.endswith(self.table.dual_of_two):
            return plain[:2]
        return ""

    def _plural_map(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for one, many in self.table.plurals.items():
            singular = self._light(self._letters(one))
            for plural in many:
                light = self._light(self._letters(plural))
                if light != singular:
                    found.setdefault(light, singular)
        # «مرضى» has the stem of «مرض», which has plurals of its own: such a plural stays itself.
        singulars = set(found.values())
        return {light: one for light, one in found.items() if light not in singulars}

    def _letters(self, word: str) -> str:
        return "".join(
            "ا" if c in self.table.hard_alef else self.table.letters.get(c, c) for c in word
        )

    def _english_stem(self, word: str) -> str:
        english = self.table.english
        for ending, instead, stay in english.rules:
            if word.endswith(ending) and len(word) - len(ending) >= stay:
                if word.endswith(english.keep):
                    break
                rest = word[: len(word) - len(ending)]
                if not instead and ending != "s" and not any(c in english.vowels for c in rest):
                    continue
                word = rest + instead
                if (
                    ending in {"ing", "ings", "ed"}
                    and word[-1] == word[-2]
                    and word[-1] not in "lsz"
                ):
                    word = word[:-1]
                break
        return word[:-1] if word.endswith("e") and len(word) > 3 else word

    # ------------------------------------------------------------ keys

    def skeleton(self, stem: str) -> str:
        """The stem without its weak letters, or nothing where too little would stay."""
        if not is_arabic(stem):
            return ""
        first, rest = stem[0], stem[1:]
        kept = "".join(c for c in rest if c not in self.table.weak)
        key = kept if first in "اء" else first + kept
        return key if len(key) >= 3 else ""

    def root_skeleton(self, stem: str) -> str:
        """The skeleton without a participle's or a verb's first letter: «مرتفع» as «ارتفاع»."""
        key = self.skeleton(stem)
        if len(key) >= 4 and key[0] == self.table.participle:
            return key[1:]
        if len(key) >= 5 and key[0] in self.table.imperfect:
            return key[1:]
        return key

    def phonetic(self, plain: str) -> str:
        """How an Arabic spelling of a foreign name sounds; nothing for less than three sounds."""
        # A final ه is a ta marbuta more often than a sound.
        spoken = plain.removesuffix("ه")
        sounds = [self.table.phonetic.get(c, "") for c in spoken]
        key = _squeeze("".join(sounds))
        if len(key) < 3:
            return ""
        return f"A{key}" if sounds and not sounds[0] else key

    def sound_alike(self, left: str, right: str) -> bool:
        """Whether two words differ only in letters that write one foreign sound: «شويجو», «شويغو»."""
        sound = self.table.phonetic.get
        return len(left) == len(right) and all(
            a == b or (sound(a, "") and sound(a, "") == sound(b, ""))
            for a, b in zip(left, right, strict=True)
        )

    def consonants(self, plain: str) -> str:
        """The consonants of a name in either script, in one alphabet; nothing for under three."""
        script = "ar" if is_arabic(plain) else "en"
        sounds, letters = self._consonants[script]
        squeezed = _squeeze("".join(sounds[found] for found in letters.findall(plain)))
        if len(squeezed) < 3:
            return ""
        return f"A{squeezed}" if plain[0] in self.table.initial[script] else squeezed


def _kind(character: str) -> str:
    if "0" <= character <= "9":
        return "digit"
    return "letter" if character.isalpha() else ""


def _close(analyser: Analyser, found: list[Token], word: list[str], start: int, end: int) -> None:
    if word:
        raw = "".join(word)
        found.append(Token(raw, analyser.plain(raw), start, end))


_THOUSANDS = ",\u066c"
_DECIMALS = ".\u066b"


def _join_numbers(tokens: list[Token], text: str) -> list[Token]:
    """1,400 is one number, and so is 7.6; a full stop or a comma before white space is neither."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if (
            last
            and last.raw[0].isdigit()
            and token.raw[0].isdigit()
            and token.start == last.end + 1
        ):
            sign = text[last.end]
            if sign in _THOUSANDS and len(token.raw) == 3:
                raw = last.raw + token.raw
            elif sign in _DECIMALS and "." not in last.raw:
                raw = f"{last.raw}.{token.raw}"
            else:
                joined.append(token)
                continue
            joined[-1] = Token(raw, raw, last.start, token.end)
        else:
            joined.append(token)
    return joined


def _squeeze(key: str) -> str:
    """The key with every run of one sound as one."""
    return "".join(c for i, c in enumerate(key) if i == 0 or key[i - 1] != c)


@cache
def default_analyser() -> Analyser:
    """The analyser over the package's table."""
    return Analyser(load_table())
