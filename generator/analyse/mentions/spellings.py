"""All written forms of a topic's name: other spellings, with and without the article, in two words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from generator.languages.lexicon import NameWords
from generator.languages.words import words_of
from generator.model import Topic, TopicId

# Marks that may stand inside a name without changing it: hyphens and quotation marks.
INNER_MARKS = frozenset("-–—‐‑\"'«»“”„‘’`")
QUOTES = INNER_MARKS - frozenset("-–—‐‑")
# The types whose names are transcribed from other languages.
VARIED_TYPES = frozenset({"person", "place", "outlet", "organization", "weapon", "country"})
# The types whose foreign names sometimes take the article: «اليونيسف».
DEFINITE_TYPES = ("outlet", "organization")
_MOST_VARIANTS = 16
_PARTED = 7
# A word with more inflected forms is mostly itself.
_OFTEN = 5
# Persons and towns, whose foreign names are written in one word or in several.
_JOINED_TYPES = ("person", "place")
# The types whose names are no plurals.
_UNDECLINED_TYPES = ("person", "place", "country", "weapon")
_LONG_PLURAL = 7
# Letters that do not join the next, so that a missing space cannot be seen.
_UNJOINED = frozenset("ادذرزو")


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One written form: what it names, or what it only looks like (`blocks`)."""

    topic: Topic | None
    words: tuple[str, ...]
    surname: bool = False
    first_part: bool = False
    blocks: TopicId | None = None
    own: frozenset[str] = frozenset()
    """Of a family name: all words of the person's names."""
    quoted: bool = False
    bare: bool = False
    """Its article was taken away («غارديان»): it may be a common word («شرق»)."""
    exact: str = ""
    """Of a short Latin name: the capitals in which alone it counts («BBC»)."""
    elided: bool = False
    """The alef of the article is gone: it must stand after lam («للكرملين»)."""


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: marks inside it do not count.

    >>> name_words("كيم جونغ-أون") == name_words("كيم جونغ اون")
    True
    """
    words = words_of(text)
    return tuple(
        word
        for index, word in enumerate(words)
        if word not in INNER_MARKS and not (word == "." and len(words[index - 1]) == 1)
    )


def names_of(topic: Topic, words: NameWords) -> Iterator[Name]:
    """The names of a topic, and what only looks like one of them."""
    full = name_words(topic.ar.name)
    none: frozenset[str] = frozenset()
    own = frozenset(w for text in (topic.ar.name, *topic.ar.aliases) for w in name_words(text))
    for text in (topic.ar.name, *topic.ar.aliases):
        base = name_words(text)
        if not base:
            continue
        person = topic.type == "person" and len(base) == 1 and len(full) > 1
        # A word to look up stands with and without the article, as a theme does.
        kind = topic.type if topic.subject else "theme"
        for variant in _variants(base, kind, words):
            first_part = person and base[0] == full[0]
            quoted = bool(QUOTES & set(text))
            yield Name(
                topic,
                variant,
                person,
                first_part,
                own=own if person else none,
                quoted=quoted,
                bare=topic.type == "outlet" and base == (words.article + variant[0],),
            )
    for text in (topic.en.name, *topic.en.aliases):
        if len(text) >= 4:
            yield Name(topic, name_words(text))
        elif len(text) > 1 and text.isalpha() and text.isupper():
            yield Name(topic, name_words(text), exact=text)
    for text in topic.not_context:
        yield Name(None, name_words(text), blocks=topic.id)


def _variants(base: tuple[str, ...], kind: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """The name, then its other spellings; never one that is a common word."""
    yield base
    seen = {base}
    others = (*_respelled(base, kind, words), *_with_article(base, kind, words))
    for variant in (*others, *_redesignated(base, kind, words)):
        common = len(variant) == 1 and _is_common(variant[0], words)
        if variant not in seen and not common:
            seen.add(variant)
            yield variant
            if 1 < len(variant) <= 3 and kind in VARIED_TYPES:
                yield ("".join(variant),)
    if 1 < len(base) <= 3 and kind in _JOINED_TYPES and not _has_article(base, words):
        yield ("".join(base),)
    if len(base) == 1 and kind in VARIED_TYPES:
        yield from _parted(base[0], words)
    yield from _respaced(base, kind, words)
    if kind not in _UNDECLINED_TYPES:
        yield from _declined(base, words)


def _respaced(base: tuple[str, ...], kind: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """With a space less or more, which nobody sees after some letters: «عبدالفتاح», «شي جينبينغ»."""
    if kind not in VARIED_TYPES:
        return
    article = words.article
    for place, (first, second) in enumerate(pairwise(base)):
        foreign = kind in _JOINED_TYPES and not _has_article((first, second), words)
        joined = first + second
        alone = len(base) == 2 and joined in words.commonness
        if (foreign or first[-1] in _UNJOINED) and not alone:
            yield (*base[:place], joined, *base[place + 2 :])
    for place, word in enumerate(base):
        cut = word.find(article, 3)
        if cut > 0 and word[cut - 1] in _UNJOINED and len(word) - cut >= len(article) + 2:
            yield (*base[:place], word[:cut], word[cut:], *base[place + 1 :])


def _declined(base: tuple[str, ...], words: NameWords) -> Iterator[tuple[str, ...]]:
    """People named in the plural, in the other case: «الحوثيين», «الإخوان المسلمين»."""
    for old, new in (("ون", "ين"), ("يين", "يون")):
        yield tuple(
            word[: -len(old)] + new
            if len(word) >= _LONG_PLURAL and word.startswith(words.article) and word.endswith(old)
            else word
            for word in base
        )


def _parted(word: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """A long foreign name in two words: «بور سعيد»; not where both halves are Arabic words."""
    if len(word) < _PARTED or not word.isalpha() or word.startswith(words.article):
        return
    for place in range(3, len(word) - 2):
        halves = (word[:place], word[place:])
        if not all(words.commonness.get(half, 0) > 1 for half in halves):
            yield halves


def _has_article(base: tuple[str, ...], words: NameWords) -> bool:
    return any(word.startswith(words.article) for word in base)


def _respelled(base: tuple[str, ...], kind: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """Other transcriptions of a foreign name, word by word: «سيرغي شويجو», «سيرجي شويغو»."""
    if kind not in VARIED_TYPES:
        return
    choices = [_spellings(word, words) for word in base]
    for number, variant in enumerate(product(*choices)):
        if number >= _MOST_VARIANTS:
            return
        yield variant


def _redesignated(base: tuple[str, ...], kind: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """A weapon's number after the other writings of its letters: «سو-35», «سوخوي 35», «Su-35»."""
    if kind != "weapon" or not base[-1][:1].isdigit():
        return
    for row in words.designations:
        if " ".join(base[:-1]) in row:
            yield from ((*letters.split(), base[-1]) for letters in sorted(row))


def _spellings(word: str, words: NameWords) -> list[str]:
    for row in words.spellings:
        if word in row:
            return [word, *sorted(row - {word})]
    bare = word.removeprefix(words.article)
    if len(bare) < (5 if bare != word else 4) or not word.isalpha():
        return [word]
    spellings = [word]
    for old, new in words.transliteration:
        other = word[: len(word) - len(bare)] + bare.replace(old, new)
        if other not in spellings and not _is_common(other, words):
            spellings.append(other)
    return spellings


def _is_common(word: str, words: NameWords) -> bool:
    listed = words.commonness.get(word.removeprefix(words.article), 0) > _OFTEN
    return listed or word in words.common_words or word in words.groups["common_nouns"]


def _with_article(base: tuple[str, ...], kind: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """Themes stand with and without the article; a foreign outlet's name sometimes takes it."""
    article = words.article
    plain = not _has_article(base, words)
    if kind == "theme" and len(base) <= 3:
        if plain:
            yield tuple(article + word for word in base)
            yield (*base[:-1], article + base[-1])
            yield tuple(
                word if word.endswith(("ه", "ا", "ات", "ء")) else word + "ا" for word in base
            )
        elif all(word.startswith(article) and len(word) > 4 for word in base):
            yield tuple(word.removeprefix(article) for word in base)
    if kind in DEFINITE_TYPES and len(base) == 1 and len(base[0]) >= 5:
        if plain and base[0].isalpha():
            yield (article + base[0],)
        elif kind == "outlet" and not plain and not _is_common(base[0][2:], words):
            yield (base[0].removeprefix(article),)
