"""What a conflict is about, in words: «ما اشتُري أو طُلب: طائرات», "Bought or ordered: aircraft"."""

from collections.abc import Sequence

from generator.languages import load_lexicon
from generator.model import ARABIC, Counted, SiteConflict
from generator.render.catalogue import Catalogue, message

# The themes of `conflicts` in the lexicon; a test holds the two together.
THEMES = {
    "killed": message("Number killed"),
    "injured": message("Number injured"),
    "missing": message("Number missing"),
    "displaced": message("Number displaced"),
    "arrested": message("Number arrested"),
    "evacuated": message("Number evacuated"),
    "attended": message("Number present"),
    "bought": message("Bought or ordered"),
    "sold": message("Sold"),
    "delivered": message("Delivered"),
    "produced": message("Output"),
    "cost": message("Cost or price"),
    "damage": message("Losses"),
    "inflation": message("Inflation"),
    "unemployment": message("Unemployment"),
    "growth": message("Growth"),
    "burned": message("Burned"),
    "employed": message("Jobs"),
    "launched": message("Launched"),
    "destroyed": message("Destroyed or damaged"),
}
# These say by themselves who is counted.
_OF_PEOPLE = frozenset(
    {"killed", "injured", "missing", "displaced", "arrested", "evacuated", "attended", "employed"}
)


def _asked(catalogue: Catalogue, amounts: Sequence[str]) -> str:
    *others, last = amounts
    said = others[0]
    for amount in others[1:]:
        said = catalogue.text("%(one)s, %(other)s", one=said, other=amount)
    return catalogue.text("%(one)s or %(other)s?", one=said, other=last)


def _are_people(names: Counted) -> bool:
    return names.en in load_lexicon(ARABIC).conflicts.human


def conflict_title(catalogue: Catalogue, conflict: SiteConflict, amounts: Sequence[str]) -> str:
    """What the figures of a conflict are about, as far as both languages can say it.

    Where neither what happened nor what was counted has a name, the amounts are the title:
    «1.2 كيلومتر أم 950 مترًا؟».
    """
    names = conflict.names
    things = names.ar if catalogue.language == ARABIC else names.en
    theme = THEMES.get(conflict.theme)
    if theme is None:
        return things or _asked(catalogue, amounts)
    what = catalogue.text(theme)
    if conflict.theme in _OF_PEOPLE:
        # «نفق 1300 رأس»: of sheep it is not said who was killed.
        return things if things and not _are_people(names) else what
    if not things:
        return what
    return catalogue.text("%(what)s: %(things)s", what=what, things=things)
