"""From words to search keys: segmentations, stems, skeletons, name keys.

With `tokens` the twin of `search-analyser.js`: tests/search/vectors.json holds both to the same
answers.
"""

import re
from dataclasses import dataclass
from functools import cache

from generator.search.table import Table, load_table
from generator.search.tokens import TokenReader, is_arabic


@dataclass(frozen=True, slots=True)
class Segmentation:
    """One way to read a word: what was cut in front, and the stem of the rest.

    `kind` is `definite` (an article was cut), `whole`, `proclitic`, or `short` (two letters stay).
    """

    kind: str
    rest: str
    stem: str


class Analyser:
    """The functions of the analysis over one table; its caches change no answer."""

    def __init__(self, table: Table) -> None:
        self.table = table
        # The analyser answers for its reader too: who asks for keys asks for words first.
        reader = TokenReader(table)
        self.plain, self.tokens = reader.plain, reader.tokens
        self.raw_words, self.is_stop = reader.raw_words, reader.is_stop
        self._plurals = self._plural_map()
        # The pairs in their order, as one expression: longer spellings of a sound come first.
        self._consonants = {
            script: (dict(pairs), re.compile("|".join(re.escape(letters) for letters, _ in pairs)))
            for script, pairs in table.consonants.items()
        }
        self._clitic_letters = frozenset(word[0] for word in (*table.proclitics, *table.definite))
        self._stems: dict[str, str] = {}

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


def _squeeze(key: str) -> str:
    """The key with every run of one sound as one."""
    return "".join(c for i, c in enumerate(key) if i == 0 or key[i - 1] != c)


@cache
def default_analyser() -> Analyser:
    """The analyser over the package's table."""
    return Analyser(load_table())
