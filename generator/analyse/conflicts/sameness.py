"""What makes two figures about one thing: theme, noun, quantity, words that stand for it."""

from generator.analyse.conflicts.clauses import QUARREL, TURN
from generator.analyse.conflicts.differences import OF_PEOPLE, measures_anything
from generator.analyse.conflicts.profiles import Profile
from generator.analyse.conflicts.subjects import ROOT

# Told of apart these are a part of all people: «45 شخصا … 12 طفلا».
_SOME_PEOPLE = frozenset(["children", "women", "minors", "journalists", "doctors"])
# «12 منزلا تضررت», «الأضرار طالت 40 منزلا» tell the same.
_HARM = frozenset(["damage", "destroyed", "burned"])
BLOCKS_APART = 3  # paragraphs in which a turn still answers a figure of the same thing


def same_thing(first: Profile, second: Profile) -> bool:
    if first.theme != second.theme:
        return False
    if not first.theme:
        about = [word for word in first.words & second.words if not word.startswith(ROOT)]
        named = bool(first.noun) and first.kind == second.kind
        same = (named and len(about) > 1) or same_quantity(first, second)
        return same and not (first.then or second.then)
    if first.theme in OF_PEOPLE and first.unit == "count":
        return first.kind == second.kind or _may_be_them(first, second)
    return first.kind == second.kind


def same_quantity(first: Profile, second: Profile) -> bool:
    """«نسبة الفقر» and «نسبة الفقر»."""
    return first.quantity[0] != "" and first.quantity == second.quantity


def more_than_theme(first: Profile, second: Profile) -> bool:
    """Whether they share a word beside the one that is their theme: «سعر الكيس», not only «سعر»."""
    return len({word for word in first.words & second.words if word[0] != ROOT}) > 1


def about_the_same(first: Profile, second: Profile, turn: str) -> bool:
    """Whether something says that they are about one thing, and nothing that they are not."""
    themes = {first.theme, second.theme}
    if len(themes - {""}) > 1 and not (themes <= _HARM or second.same):
        return False
    happened = bool(first.theme and second.theme)  # the same, or both of harm
    shared = bool(first.words & second.words) or happened or second.same
    if turn == QUARREL and not measures_anything(first):
        shared = True  # the disagreement itself was told
    if first.unit != "count" or measures_anything(first):
        measured = second.counts and not measures_anything(first)
        return shared or second.refers or measured or (second.bare and bool(second.source))
    if not _may_be_one_thing(first, second):
        return False
    if first.predicate and second.predicate and first.predicate != second.predicate and not shared:
        return False
    if first.adjectives != second.adjectives and not (shared or second.refers):
        return False
    named = bool(first.noun) and first.kind == second.kind and not _is_anybody(first)
    again = second.refers or second.counts or second.others
    own = second.bare and bool(second.source) and not second.predicate
    elliptic = second.elliptic and not second.definite and second.bare
    beside = first.place[:2] == second.place[:2] and turn == TURN and bool(first.voice)
    return (
        shared
        or again
        or elliptic
        or (named and (first.definite or second.definite or beside or own))
    )


def _may_be_one_thing(first: Profile, second: Profile) -> bool:
    if first.kind == second.kind or "" in (first.noun, second.noun):
        return True
    people = first.theme in OF_PEOPLE or second.theme in OF_PEOPLE
    return people and _may_be_them(first, second)


def _is_anybody(profile: Profile) -> bool:
    return profile.noun in ("people", "شخص")


def _may_be_them(first: Profile, second: Profile) -> bool:
    """Whether one says no more than people, and the other does not tell of some of them."""
    some = {first.noun, second.noun} & _SOME_PEOPLE
    return not some and (_is_general(first) or _is_general(second))


def _is_general(profile: Profile) -> bool:
    """Whether the noun says no more than that they are people and what happened to them."""
    return _is_anybody(profile) or profile.kind in ("", profile.theme)


def within_reach(first: Profile, second: Profile) -> bool:
    """Whether the second can answer the first: the less it repeats, the nearer it stands."""
    blocks = second.place[0] - first.place[0]
    if blocks == 0:
        return second.place[1] - first.place[1] <= BLOCKS_APART
    repeats = first.unit != "count" and not measures_anything(first)
    repeats = (
        repeats
        or bool(first.noun and first.kind == second.kind)
        or bool(first.theme and first.theme == second.theme)
    )
    toll = second.theme in OF_PEOPLE or second.counts or QUARREL in {t.kind for t in second.turns}
    return blocks <= (BLOCKS_APART if repeats and toll else 1)
