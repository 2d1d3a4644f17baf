"""Which reading of a word the corpus supports: proclitics are cut only where the rest is known.

«وبوتين» is read as و + بوتين because «بوتين» stands alone somewhere, and «وزير» is left whole
because «الوزير» does. Decided once for each form, over the whole corpus.
"""

from collections.abc import Iterable

from generator.search.analyser import Analyser, Segmentation


class Readings:
    """The stem of every form of a corpus, and the other stems that a form may have."""

    def __init__(self, analyser: Analyser, forms: Iterable[str], names: Iterable[str]) -> None:
        self._analyser = analyser
        self._bare: set[str] = set()
        self._after_article: set[str] = set()
        self._chosen: dict[str, Segmentation] = {}
        self._choices = {raw: analyser.segmentations(raw) for raw in set(forms)}
        for raw in set(names):
            # A name is known as it is written, whatever letter it begins with.
            self._bare.add(analyser.stem(analyser.plain(raw)))
        for raw, choices in self._choices.items():
            self._note_articles(raw, choices)
        # Short forms first: «بوتين» must be settled before «وبوتين» is looked at.
        for raw in sorted(self._choices, key=lambda form: (len(form), form)):
            self._chosen[raw] = self._choose(self._choices[raw], raw.startswith("ال"))
            if self._chosen[raw].kind in {"whole", "definite"}:
                self._bare.add(self._chosen[raw].stem)

    def _note_articles(self, raw: str, choices: list[Segmentation]) -> None:
        """Note what stands behind a plain article: «الوزير» shows that «وزير» is one word."""
        if raw.startswith("ال") and choices[0].kind == "definite":
            self._after_article.add(choices[0].stem)
            self._bare.add(choices[0].stem)

    def _choose(self, choices: list[Segmentation], plain_article: bool) -> Segmentation:
        whole = next(choice for choice in choices if choice.kind == "whole")
        definite = [choice for choice in choices if choice.kind == "definite"]
        if definite and (plain_article or whole.stem not in self._after_article):
            # «لليرة» may be ل + الليرة: the reading that the corpus knows, else the first.
            return next((c for c in definite if c.stem in self._after_article), definite[0])
        if plain_article and choices[0].kind == "short":
            return choices[0] if choices[0].stem in self._bare else whole
        if whole.stem in self._after_article:
            return whole
        for choice in choices:
            if choice.kind in {"proclitic", "short"} and choice.stem in self._bare:
                return choice
        return whole

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms of the corpus, in raw form, sorted."""
        return tuple(sorted(self._chosen))

    def stem(self, raw: str) -> str:
        """The stem that a form is indexed under."""
        return self._chosen[raw].stem

    def rest(self, raw: str) -> str:
        """The form without what was cut in front of it."""
        return self._chosen[raw].rest

    def doubtful(self, raw: str) -> tuple[str, ...]:
        """Stems that the form may also have: readings that no other word of the corpus supports."""
        chosen = self._chosen[raw]
        if chosen.kind == "proclitic":
            return ()
        stems = [self._analyser.stem_of_two(chosen.rest)]
        if chosen.kind == "whole":
            stems += [
                c.stem for c in self._choices[raw] if c.kind == "proclitic" and len(c.stem) >= 3
            ]
        return tuple(dict.fromkeys(stem for stem in stems if stem and stem != chosen.stem))
