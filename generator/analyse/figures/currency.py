"""Which country's riyal or dinar: decided by the places and people that the article names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise

from generator.analyse.clitics import forms
from generator.analyse.reading import Reading
from generator.languages.lexicon import Currency, Lexicon

UNKNOWN = "XXX"
_HEAD = 14  # words of a block in which its dateline stands
_HEAD_BLOCKS = 3  # title, deck, first paragraph
_PLACE, _PEOPLE = 2, 1  # «اللاجئين السوريين» says less than «في بيروت»
_IN_HEAD = 3  # a place there counts as often as this


Evidence = Mapping[tuple[str, ...], tuple[tuple[str, int], ...]]
"""Terms -> the codes that they speak for, and how much."""


@dataclass(slots=True)
class ArticleTerms:
    """The words of an article and its pairs of words, counted once a currency asks for them."""

    readings: Sequence[Reading]
    known: dict[int, tuple[Evidence, str]] = field(default_factory=dict)
    """By the identity of a currency, as its value is long to compare."""
    _counts: Counter[str] | None = None
    _head: frozenset[tuple[str, ...]] | None = None

    @property
    def counts(self) -> Counter[str]:
        """How often each word stands in the article."""
        if self._counts is None:
            words = chain.from_iterable(reading.words for reading in self.readings)
            self._counts = Counter(words)
        return self._counts

    def count(self, term: tuple[str, ...]) -> int:
        """How often a word or a pair of words stands in the article."""
        counts = [self.counts.get(word, 0) for word in term]
        if len(term) == 1 or not all(counts):
            return counts[0] if len(term) == 1 else 0
        return sum(pair == term for reading in self.readings for pair in pairwise(reading.words))

    @property
    def head(self) -> frozenset[tuple[str, ...]]:
        """Those in its head."""
        if self._head is None:
            blocks = [reading.words[:_HEAD] for reading in self.readings[:_HEAD_BLOCKS]]
            self._head = frozenset(term for words in blocks for term in _terms(words))
        return self._head


def _terms(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain(zip(words), pairwise(words))  # one sequence alone


def _located(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The terms of a sentence that say where: «في الجزائر», «بالجزائر»."""
    for before, word in pairwise(words):
        if before.endswith("في") or word.startswith("ب"):
            yield (word,)
        if before.endswith("في"):
            yield before, word


def code_of(
    currency: Currency, article: ArticleTerms, sentence: Sequence[str], lexicon: Lexicon
) -> str:
    """The code for the only country that the sentence names, else for the one named most.

    Where that ties it is the unknown currency. An article that names no country of the currency
    leaves it at the code of the bare name, or at none where that is a common word.
    """
    evidence, most = article.known.get(id(currency)) or _learn(currency, article, lexicon)
    if not evidence:
        return most
    told = [
        (term, code)
        for term in _terms(sentence)
        for code, weight in evidence.get(term, ())
        if weight == _PLACE
    ]
    codes = {code for _, code in told}
    if len(codes) == 1:
        here = frozenset(_located(sentence))
        if any(term in here for term, _ in told):
            return codes.pop()
    return most


def _learn(currency: Currency, article: ArticleTerms, lexicon: Lexicon) -> tuple[Evidence, str]:
    """What speaks for a code in this article, and the code that most speaks for; kept for it."""
    every = _evidence(currency, lexicon)
    told = {term: count for term in every if (count := article.count(term))}
    evidence = {term: every[term] for term in told}
    named: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for term, said in evidence.items():
        count = told[term] + _IN_HEAD * (term in article.head)
        for code, weight in said:
            named[code] += weight * count
            names[code] += 1
    article.known[id(currency)] = evidence, _most_named(currency, named, names)
    return article.known[id(currency)]


def _most_named(currency: Currency, named: Counter[str], names: Counter[str]) -> str:
    if not named:
        return "" if currency.common else currency.code
    best = max((named[code], names[code]) for code in named)
    first, *others = (code for code in sorted(named) if (named[code], names[code]) == best)
    return UNKNOWN if others else first


@lru_cache(maxsize=64)
def _evidence(currency: Currency, lexicon: Lexicon) -> Evidence:
    """The terms that speak for a code, and how much: places with proclitics, adjectives."""
    names = lexicon.names
    found: list[tuple[tuple[str, ...], str, int]] = []
    for place, code in currency.countries:
        first, *rest = place.split()
        if not rest and first in lexicon.figures.doubtful_places:
            places = frozenset().union(*names.introducers.values())
            found += [
                ((into, first), code, _PLACE)
                for into in sorted(places | lexicon.figures.groups["into_words"])
            ]
        else:
            found += [((form, *rest), code, _PLACE) for form, _ in forms(first, names)]
    for adjective, code in currency.adjectives:
        if " " not in adjective:
            found += [((form,), code, _PEOPLE) for form in _inflected(adjective, names.article)]
    table: dict[tuple[str, ...], tuple[tuple[str, int], ...]] = {}
    for term, code, weight in dict.fromkeys(found):
        table[term] = (*table.get(term, ()), (code, weight))
    return table


def _inflected(adjective: str, article: str) -> Iterable[str]:
    masculine = adjective.removesuffix("ه")
    for joined in ("", article, "و" + article):
        for ending in ("", "ه", "ين", "ون", "ان"):
            yield joined + masculine + ending
