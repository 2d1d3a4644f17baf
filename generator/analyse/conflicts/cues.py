"""What a word beside a figure says of it: a part, an old value, the same, another."""

from generator.analyse.conflicts.stretches import Scene
from generator.analyse.conflicts.words import (
    ANOTHER,
    COUNTERPART,
    NOTHING,
    NUMBER,
    OBJECT,
    OTHERS,
    PART,
    SAME,
    SAME_NEXT,
    SAYS,
    TELLER,
    THAT,
    union,
)
from generator.analyse.figures.context import Measured
from generator.analyse.reading import Reading

_WAS = frozenset(["كان", "كانت", "كانوا"])
_AFTER = frozenset(["بعدما", "ان", "بعد"])
_COMPARED = frozenset(["مقارنه", "بالمقارنه"])
_OPENING, _CLOSING = ("(", "،"), (")", "،")
_OF_PEOPLE = frozenset(["الذين", "ممن", "لقوا"])
_CHANGES = frozenset(["نزولا", "صعودا", "ارتفاعا", "انخفاضا", "تراجعا", "هبوطا"])


def is_part(scene: Scene, before: Measured, measured: Measured) -> bool:
    """Whether it is a part of the figure before it: «45 شخصا، بينهم 7 أطفال»."""
    reading, marks = scene.reading, scene.marks
    if reading.sentences[measured.first] - reading.sentences[before.first] > 1:
        return False
    among = reading.word(measured.first - 2) in ("بين", "وبين")
    if among and reading.word(measured.first - 1).startswith("ال"):
        return True  # «بين القتلى 12 طفلا»
    following = measured.end < len(marks) and marks[measured.end] & PART
    return bool(following) or bool(union(marks, max(0, measured.first - 3), measured.first) & PART)


def is_old_value(reading: Reading, measured: Measured) -> bool:
    """Whether a change began from it: «من 12 في المئة إلى 13», «نزولا من 13.9 في المئة»."""
    first, end = measured.first, measured.end
    if reading.word(first - 1) in _WAS and any(
        reading.word(first - back) in _AFTER for back in (2, 3)
    ):
        return True  # «14 بعد أن كانت تسعة»
    if any(reading.word(first - back) in _COMPARED for back in (1, 2)):
        return True  # «مقارنة بنحو 96 مليونا»
    if reading.word(first - 1) != "من":
        return False
    return reading.word(first - 2) in _CHANGES or reading.word(end) == "الي"


def is_bare(word: str, mark: int) -> bool:
    """Whether a figure ends in its number; «المئة» of «في المئة» is no number."""
    return word[-1].isdigit() or bool(mark & NUMBER and "ال" not in word[:3])


def is_quoted(reading: Reading, first: int) -> bool:
    if "«" not in reading.folded and "“" not in reading.folded:
        return False
    before = reading.words[:first]
    opened = before.count("«") + before.count("“")
    return opened > before.count("»") + before.count("”")


def is_pronoun(word: str, mark: int) -> bool:
    """«إنه لا يزيد على», «وتقدره الوزارة بـ»."""
    return bool(mark & THAT and word.endswith(("ه", "ها", "هم"))) or bool(mark & OBJECT)


def says_same(scene: Scene, place: int) -> bool:
    """«عن الصفقة ذاتها», «في نفس الفترة»; not «الوزارة نفسها», which says who."""
    mark, before = scene.marks[place], scene.reading.words[place - 1]
    thing = "ل" in before[:3] and not scene.marks[place - 1] & TELLER
    return bool(mark & SAME and thing) or bool(mark & SAME_NEXT)


def says_another(scene: Scene, place: int) -> bool:
    """«حادث آخر»; not «مصدر آخر», «مرة أخرى»."""
    if scene.marks[place] & COUNTERPART:
        return True
    before = scene.marks[place - 1] & (TELLER | SAYS | NOTHING | OTHERS)
    return (
        bool(scene.marks[place] & ANOTHER)
        and not before
        and scene.reading.words[place - 1].isalpha()
    )


def is_enclosed(reading: Reading, first: int, end: int) -> bool:
    """Whether a figure stands between commas or brackets: «(46 عاما)»."""
    return reading.word(first - 1) in _OPENING and reading.word(end) in _CLOSING


def is_plural_person(word: str) -> bool:
    """A word that only agrees with people in the plural: «يقيمون», «الذين», «لقوا»."""
    if word in _OF_PEOPLE or (word.startswith("ال") and word.endswith(("ين", "ون"))):
        return True  # «6700 من الممرضين»
    return len(word) > 4 and (word.endswith("وا") or (word[0] in "يت" and word.endswith("ون")))
