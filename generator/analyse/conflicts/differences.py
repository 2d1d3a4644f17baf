"""What sets two figures apart: other times, places, subjects, and what is not against what is."""

from decimal import Decimal

from generator.analyse.conflicts.profiles import Profile
from generator.text import iso_bounds

# What happened to people is told with many nouns: «مقتل 45 شخصا», «45 قتيلا».
OF_PEOPLE = frozenset(
    ["killed", "injured", "missing", "displaced", "arrested", "evacuated", "attended"]
)
_OPEN_APART = Decimal("1.25")  # times, where a qualifier leaves room: «14 على الأقل … 23»
_TURNED_APART = Decimal("1.1")  # times, where «غير أن» opens the second
_FARTHEST = 12  # times; estimates of one thing differ less


def comparable(first: Profile, second: Profile) -> bool:
    """Whether they count in one unit, differ, and nothing sets their times and places apart."""
    if first.unit != second.unit or first.value == second.value:
        return False
    small, large = sorted((first.value, second.value))
    if small <= 0 or large / small > _FARTHEST:
        return False
    if first.places and second.places and first.places.isdisjoint(second.places):
        return False
    if second.partitive > first.partitive or second.another or first.subject or second.subject:
        return False
    if first.rate != second.rate and not _same_rate(first, second):
        return False
    if _of_others(first, second):
        return False
    return not _elsewhere(first, second) and not _other_time(first, second)


def _same_rate(first: Profile, second: Profile) -> bool:
    """Whether one of them may leave out how often: what they share says that it is the same."""
    if first.rate and second.rate:
        return False
    left_out = not second.noun or (second.bare and second.elliptic)
    return second.refers or left_out or bool(first.words & second.words)


def _of_others(first: Profile, second: Profile) -> bool:
    """Whether their sentences have different subjects, or they count in different things."""
    if first.theme in OF_PEOPLE or second.refers:
        return False
    for one, other in ((first.tells_of, second.tells_of), (first.within, second.within)):
        if one and other and one != other:
            return True
    return False


def _elsewhere(first: Profile, second: Profile) -> bool:
    """«في الأرياف» against «في العاصمة», «الحرب الأولى» against «الحرب الثانية»."""
    for thing, number in first.ordinals:
        others = {n for t, n in second.ordinals if t == thing}
        if others and number not in others:
            return True
    if first.scope == second.scope:
        return False
    return second.narrowed or bool(first.scope and second.scope)


def _other_time(first: Profile, second: Profile) -> bool:
    """Whether the times that both tell do not meet, or one tells of people in an earlier year.

    What happens to people is of the days of the news where nothing else is said, so that the toll
    of an old disaster is not set against today's.
    """
    of_people = first.human or second.human or not OF_PEOPLE.isdisjoint((first.theme, second.theme))
    if of_people and first.earlier != second.earlier and not (second.refers and not second.dates):
        return True
    if first.undated and second.undated and first.undated.isdisjoint(second.undated):
        return True
    if _years_apart(first, second) or _years_apart(second, first):
        return True
    if not first.dates or not second.dates:
        return False
    spans = [[iso_bounds(iso) for iso in profile.dates] for profile in (first, second)]
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in spans[0] for b in spans[1])


def _years_apart(first: Profile, second: Profile) -> bool:
    """«هذا العام» against «عام 2019», where nobody knows this year."""
    relative = any("عام" in words or "سنه" in words for words in first.undated)
    return relative and any(len(iso) == len("2019") for iso in second.dates)


def unlike(first: Profile, second: Profile, besides: frozenset[str] = frozenset()) -> bool:
    """Whether one tells what is and the other what was planned, needed, expected or allowed."""
    if "budget" in first.kinds | second.kinds and not second.refers:
        return True  # one budget and another
    one, two = first.kinds - besides, second.kinds - besides
    if (one or two) and not one & two:
        return True
    if first.of and second.of and first.of != second.of:
        return True
    people = first.theme in OF_PEOPLE and first.theme == second.theme
    if second.itself and second.turn and second.turn.weak and not first.speaker:
        return True  # «أما جاره فيقول إنه يزرع»
    return first.itself and second.itself and not (people or second.same)


def changed(first: Profile, second: Profile) -> bool:
    """Whether they tell of two moments of one thing that changes."""
    if (first.then or second.then) and not (first.clause == second.clause and second.bare):
        return True
    toll = second.theme in OF_PEOPLE and bool(second.speaker)
    return second.rises and not first.rises and not toll


def far_enough(first: Profile, second: Profile) -> bool:
    """Whether the values differ by more than rounding or their qualifiers leave open."""
    small, large = sorted((first.value, second.value))
    meet = first.high >= second.low and second.high >= first.low
    if meet and (first.ranged or second.ranged):
        return False
    plain = second.turn is not None and not second.turn.weak
    return not meet or large / small > (_TURNED_APART if plain else _OPEN_APART)


def measures_anything(profile: Profile) -> bool:
    """Whether the unit says nothing of what is measured: money, shares."""
    return profile.unit == "percent" or profile.unit.isupper()
