"""Signs that mean more together: somebody else tells, of what was told before, nearby.

Neither another source nor the same thing makes a contradiction alone; the sum of their weights would
let much of the one stand for the other.
"""

from collections.abc import Iterator, Sequence

from generator.analyse.conflicts.words import KINDS

_ANEW = frozenset(
    [
        "new amid", "new inner", "new teller", "new said", "new named", "teller alone", "said alone",
        "named alone", "new opened", "new resumed", "resumed alone", "second counts", "second says", "second shows", "second quoted", "of others", "doubt",
    ]
)  # fmt: skip
_OF_THE_SAME = frozenset(
    [
        "same noun", "same class", "nouns akin", "people both", "generic noun", "second without noun",
        "same theme", "same measure", "topic known", "total", "pronoun", "said the same",
        "definite",
    ]
)  # fmt: skip
_AGAINST = frozenset(["turn", "inverted turn", "doubt", "quarrel"])
_BUT = frozenset(
    [
        "other noun", "other theme", "other measure", "measure of another", "other share",
        "another", "counterpart", "second dated", "second earlier", "one alone", "compared", "second placed", "second now", "one scope", "values meet", "at least less", "at least before", "other gender",
        "ratio above 3",
        *(f"one of {kind}" for kind in KINDS),
    ]
)  # fmt: skip


_OTHER_KIND = frozenset(
    f"one of {kind}" for kind in ("plan", "capacity", "need", "forecast", "budget", "average")
)


def together(signs: Sequence[str]) -> Iterator[str]:
    """The names of the signs that these make together."""
    same = sum(sign in _OF_THE_SAME for sign in signs)
    if _ANEW.isdisjoint(signs):
        if same:
            yield "same by the same"
        return
    yield ("new thing anew", "same anew", "much the same anew", "all the same anew")[min(same, 3)]
    if "same sentence" in signs or "next sentence" in signs:
        yield "anew near"
    elif "next paragraph" not in signs and "2 sentences" not in signs:
        yield "anew far"
    if not _AGAINST.isdisjoint(signs):
        yield "anew against"
    if not _BUT.isdisjoint(signs):
        yield "anew but"
    if same and not _OTHER_KIND.isdisjoint(signs):
        yield "same of another kind"
