"""Which country's riyal or dinar: decided by the places and people that the article names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from generator.analyse.clitics import forms
from generator.analyse.reading import Reading
from generator.languages.lexicon import Currency, Lexicon

UNKNOWN = "XXX"
_HEAD = 14  # words of a block in which its dateline stands
_HEAD_BLOCKS = 3  # title, deck, first paragraph
_PLACE, _PEOPLE = 2, 1  # «اللاجئين السوريين» says less than «في بيروت»
_IN_HEAD = 3  # a place there counts as often as this
_INTO = ("في", "الي", "من", "وفي", "والي", "ومن")  # after these a doubtful name is a place


@dataclass(frozen=True)
class ArticleTerms:
    """The words of an article and its pairs of words, counted once a currency asks for them."""

    readings: Sequence[Reading]

    @cached_property
    def counts(self) -> Counter[tuple[str, ...]]:
        """How often each stands in the article."""
        return Counter(term for reading in self.readings for term in _terms(reading.words))

    @cached_property
    def head(self) -> frozenset[tuple[str, ...]]:
        """Those in its head."""
        blocks = self.readings[:_HEAD_BLOCKS]
        return frozenset(term for reading in blocks for term in _terms(reading.words[:_HEAD]))


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
    here = frozenset(_located(sentence))
    told = frozenset(_terms(sentence))
    places = [(term, c) for term, c, weight in _evidence(currency, lexicon) if weight == _PLACE]
    codes = {code for term, code in places if term in told}
    if len(codes) == 1 and any(term in here for term, code in places if code in codes):
        return codes.pop()
    named: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for term, code, weight in _evidence(currency, lexicon):
        if count := article.counts[term]:
            named[code] += weight * (count + _IN_HEAD * (term in article.head))
            names[code] += 1
    if not named:
        return "" if currency.common else currency.code
    best = max((named[code], names[code]) for code in named)
    first, *others = (code for code in sorted(named) if (named[code], names[code]) == best)
    return UNKNOWN if others else first


@lru_cache(maxsize=64)
def _evidence(currency: Currency, lexicon: Lexicon) -> tuple[tuple[tuple[str, ...], str, int], ...]:
    """The terms that speak for a code, and how much: places with proclitics, adjectives."""
    names = lexicon.names
    found: list[tuple[tuple[str, ...], str, int]] = []
    for place, code in currency.countries:
        first, *rest = place.split()
        if not rest and first in lexicon.figures.doubtful_places:
            places = frozenset().union(*names.introducers.values())
            found += [((into, first), code, _PLACE) for into in (*_INTO, *sorted(places))]
        else:
            found += [((form, *rest), code, _PLACE) for form, _ in forms(first, names)]
    for adjective, code in currency.adjectives:
        if " " not in adjective:
            found += [((form,), code, _PEOPLE) for form in _inflected(adjective, names.article)]
    return tuple(dict.fromkeys(found))


def _inflected(adjective: str, article: str) -> Iterable[str]:
    masculine = adjective.removesuffix("ه")
    for joined in ("", article, "و" + article):
        for ending in ("", "ه", "ين", "ون", "ان"):
            yield joined + masculine + ending
