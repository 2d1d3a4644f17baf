"""Whether two sources speak, and whether the second turns against the first."""

from generator.analyse.conflicts.clauses import DOUBT, QUARREL, SAME, TURN
from generator.analyse.conflicts.profiles import Profile
from generator.analyse.conflicts.sameness import same_quantity
from generator.analyse.conflicts.subjects import stem, stems
from generator.text import fold


def told_by_others(first: Profile, second: Profile) -> bool:
    """Whether two sources speak, or one against the article itself."""
    if first.source_named and second.source_named:
        return first.source.isdisjoint(second.source)
    if second.implicit:
        return False
    if first.speaker and second.speaker:
        return not _same_speaker(first.speaker, second.speaker)
    if first.speaker and second.introduced and second.source and not second.speaker:
        return second.source.isdisjoint(stems(fold(first.speaker).split()))
    if second.speaker and first.voice:
        return not first.implicit
    if first.speaker or second.speaker:
        return turn_of(first, second) != "" or first.heading
    return first.heading and not second.heading


def _same_speaker(one: str, other: str) -> bool:
    """Whether one name is the other's or a shorter, definite form of it: «الوزارة»."""
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    if short == long:
        return True
    stems = {stem(word) for word in long}
    return short[0].startswith("ال") and all(stem(word) in stems for word in short)


def turn_of(first: Profile, second: Profile) -> str:
    """The kind of what sets the second against the first, or nothing."""
    same = first.place[:2] == second.place[:2]
    after = first.place[2] if same else -1
    turns = [t for t in second.turns if after < t.place < second.place[2]]
    if first.denied and first.place[0] == second.place[0]:
        return TURN
    if same and any(t.place < first.place[2] and t.kind == QUARREL for t in second.turns):
        return QUARREL
    if turns:
        return turns[-1].kind
    return QUARREL if (first.announced or _doubted_between(first, second)) and not same else ""


def _doubted_between(first: Profile, second: Profile) -> bool:
    """«ويشكك الاتحاد في هذا الرقم.» between the two, near the second."""
    (block, sentence), (start, begin) = second.place[:2], first.place[:2]
    return any(
        (start, begin) < doubt < (block, sentence) and block - doubt[0] <= 1
        for doubt in second.doubts
    )


def framed(first: Profile, second: Profile) -> bool:
    """Whether each stands beside its own source, and the second beside nothing more.

    «40 مليونا في حساب البلدية و55 مليونا في حساب المقاول»
    """
    near = first.place[0] == second.place[0] and second.place[1] - first.place[1] <= 1
    if second.implicit and not second.source_named:
        return False
    beside = second.bare and (second.elliptic or second.unit != "count")
    if not near or not second.source or not (beside or second.refers or second.same):
        return False
    one = first.source or stems(fold(first.speaker or "").split())
    return bool(one) and not (one <= second.source or second.source <= one)


def other_source(first: Profile, second: Profile) -> bool:
    """«ويقدر آخرون الرقم بـ300», «وقدرها مكتب مستقل»: without a turn another source counts it."""
    told = first.speaker or first.voice or first.source
    named = second.speaker or second.introduced or (second.same and second.voice)
    both = bool(told and named)
    elliptic = second.unit == "count" and not second.noun and not second.theme
    noun = bool(first.noun) and first.kind == second.kind
    again = second.refers or second.same or elliptic
    again = again or (noun and (second.only or second.counts))
    return ((again or same_quantity(first, second)) and both) or (
        second.others and bool(first.speaker or second.voice)
    )


def another_voice(first: Profile, second: Profile, turn: str) -> bool:
    """Whether the second is told by a source, and not by the one of the first."""
    if first.denied:
        return True
    if framed(first, second) or _doubted_after(first, second):
        return True
    if second.source_named and not second.source.isdisjoint(
        stems(fold(first.speaker or "").split())
    ):
        return False
    if turn == SAME or (second.implicit and not _doubted(second)):
        return False
    told = second.voice or second.counts or second.others or bool(second.speaker or second.source)
    if not told:
        return False
    if first.speaker and second.speaker and first.speaker != second.speaker:
        return not _same_speaker(first.speaker, second.speaker)
    if first.speaker and _names(second, first.speaker):
        return False
    own = second.voice or second.counts or second.others
    return not second.speaker or not first.speaker or (own and first.clause != second.clause)


def _doubted(profile: Profile) -> bool:
    """«وتشكك المعارضة في الرقم، وتقول إن»: the doubt has named who speaks."""
    return any(turn.kind == DOUBT for turn in profile.turns)


def _doubted_after(first: Profile, second: Profile) -> bool:
    """«12 في المئة بحسب البنك، ولا يصدق التجار الرقم»: those who doubt tell the second."""
    same = first.place[:2] == second.place[:2]
    after = first.place[2] if same else -1
    return any(t.kind == DOUBT and after < t.place < second.place[2] for t in second.turns)


def _names(profile: Profile, speaker: str) -> bool:
    """Whether the clause has the speaker's first word before the figure: «لكن الوزارة عادت»."""
    return stem(fold(speaker).split()[0]) in profile.heads
