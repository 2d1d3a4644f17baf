"""Figures of one article that cannot both be right."""

import pytest

from tests.unit.analyse.cases import Case, read_cases
from tests.unit.analyse.test_mentions import analysed

CASES = read_cases("conflicts.md")

CONFLICTS = {
    "another number of the same, without its noun": (
        "وذكرت وزارة الصحة أن 20 ألف متظاهر شاركوا في المسيرة. وتحدث المنظمون عن 60 ألفا.",
        ("20 ألف متظاهر", "60 ألفا"),
    ),
    "people who count, in the next paragraph": (
        "وقال مدير الميناء إن 30 سفينة تنتظر. لكن موقعا متخصصا في تتبع السفن أحصى 55.",
        ("30 سفينة", "55"),
    ),
    "measured by another station": (
        "وبلغ المطر 60 مليمترا، في حين سجلت محطة في الجبل 95 مليمترا في الفترة نفسها.",
        ("60 مليمترا", "95 مليمترا"),
    ),
    "a share by those who doubt it": (
        "أعلنت الحكومة أن 70 في المئة من القرى وصلتها المياه. لكن ناشطين يقولون إن النسبة 40 في المئة.",
        ("70 في المئة", "40 في المئة"),
    ),
    "bodies against dead, the first a least number": (
        "أسفر الانفجار عن مقتل 14 عاملا على الأقل، وفق الشرطة. غير أن نقابة المهندسين تحدثت عن 23 جثة.",
        ("14 عاملا", "23 جثة"),
    ),
    "the missing, told as a verb and as a noun": (
        "وقالت الشرطة إن 6 آخرين فقدوا في السيل. لكن مسؤولا محليا قال إن عدد المفقودين يتجاوز 20.",
        ("6", "20"),
    ),
    "rain at two stations in the same time": (
        "وذكرت وزارة الصحة أن 60 ملم من المطر هطلت. وقاست محطة أخرى 95 ملم في الفترة نفسها.",
        ("60 ملم", "95 ملم"),
    ),
    "a second count without its noun": (
        "وأفادت وزارة العمل بأن 30 سفينة تنتظر عند المدخل. لكن موقعا آخر أحصى 55.",
        ("30 سفينة", "55"),
    ),
    "what is left in a reservoir": (
        "يبلغ المخزون 3 مليارات متر مكعب، بحسب الوزارة. لكن خبراء يقولون إن الباقي 1.2 مليار متر مكعب.",
        ("3 مليارات متر مكعب", "1.2 مليار متر مكعب"),
    ),
    "two areas burned": (
        "قالت وزارة الزراعة إن الحريق التهم 900 هكتار. في المقابل، قالت جمعية محلية إن المساحة 1500 هكتار.",
        ("900 هكتار", "1500 هكتار"),
    ),
    "others estimate the number": (
        "قالت النقابة إن نحو 800 عامل يغادرون كل شهر. ويقدر آخرون الرقم بـ350.",
        ("800 عامل", "350"),
    ),
    "two tolls by two sources": (
        "أعلنت وزارة الصحة مقتل 45 شخصا في الانهيار. في المقابل، قال مسؤول محلي إن عدد القتلى بلغ 62.",
        ("45 شخصا", "62"),
    ),
    "two prices": (
        "قالت الشركة إن كلفة المصنع بلغت 3 ملايين دولار. وقدّرت نقابة المهندسين الكلفة بخمسة ملايين دولار.",
        ("3 ملايين دولار", "خمسة ملايين دولار"),
    ),
    "a pronoun stands for the rate": (
        "قالت وزارة العمل إن معدل البطالة تراجع إلى 9 في المئة، بينما تؤكد نقابات أن النسبة تفوق 14 في المئة.",
        ("9 في المئة", "14 في المئة"),
    ),
    "a kind, not a part": (
        "أعلنت موسكو شراء 24 طائرة منها. لكن صحيفة «الغارديان» قالت إن الخطة شراء 50 طائرة.",
        ("24 طائرة", "50 طائرة"),
    ),
    "planned purchases": (
        "أعلنت موسكو اتفاقا لشراء 24 طائرة. لكن صحيفة «الغارديان» قالت إن الخطة هي شراء 50 طائرة.",
        ("24 طائرة", "50 طائرة"),
    ),
}

NO_CONFLICTS = {
    "planned and done": (
        "قالت الشركة إن الخطة تقضي ببناء 40 مدرسة. لكن خبراء قالوا إن 12 مدرسة بنيت."
    ),
    "then and now": (
        "قالت النقابة إن عدد العمال كان 900 عامل قبل الأزمة. لكن مسؤولا محليا قال إن العدد صار 300."
    ),
    "two years told apart": (
        "قالت الوزارة إن الحريق التهم 900 هكتار هذا العام. لكن مسؤولا محليا قال إن 1500 هكتار احترقت "
        "عام 2019."
    ),
    "two things in one unit": (
        "قالت الشركة إن كلفة المصنع بلغت 3 ملايين دولار. لكن خبراء قالوا إن الأرباح بلغت 9 ملايين دولار."
    ),
    "a share of them": ("قالت النقابة إن 800 عامل غادروا. لكن مسؤولا محليا قال إن 350 منهم عادوا."),
    "two teams of a match": "سدد الفريق 14 مرة، بينما سدد ضيفه 6 مرات.",
    "a part after its whole": (
        "قالت وزارة الصحة إن الحادث أسفر عن مقتل 45 شخصا. وقال مسؤول محلي إن 7 منهم قتلوا في الطريق."
    ),
    "one source at two times": "قال مسؤول محلي إن عدد القتلى ارتفع من 40 إلى 45.",
    "a part and its whole": "قالت وزارة الصحة إن الحادث أسفر عن مقتل 45 شخصا، بينهم 7 أطفال.",
    "bought and delivered": (
        "قالت وزارة الدفاع إنها اتفقت على شراء 24 طائرة. وقال محللون إنها تسلمت 4 طائرات."
    ),
    "both can hold": (
        "قالت وزارة الصحة إن عدد القتلى بلغ 45. وقال مسؤول محلي إن عدد القتلى لا يقل عن 40."
    ),
    "about the same number": (
        "قالت وزارة الصحة إن عدد القتلى بلغ 48. وقال مسؤول محلي إن عدد القتلى نحو 50."
    ),
    "two places": (
        "قالت وزارة الصحة إن 45 شخصا قتلوا في صيدا. وقال مسؤول محلي إن 62 شخصا قتلوا في عدن."
    ),
    "two years": (
        "قالت وزارة الصحة إن 45 شخصا قتلوا عام 2020. وقال مسؤول محلي إن 62 شخصا قتلوا عام 2021."
    ),
    "durations": "قال مسؤول محلي إن الحرب دامت 3 أعوام. وقال محللون إنها دامت 5 أعوام.",
    "far apart": (
        "قالت وزارة الصحة إن عدد القتلى بلغ 45. وقال مسؤول محلي إن عدد القتلى بلغ 53 ألفا."
    ),
    "killed and injured": (
        "قالت وزارة الصحة إن عدد القتلى بلغ 45. وقال مسؤول محلي إن عدد الجرحى بلغ 62."
    ),
}


def conflicting(*paragraphs: str, published: str | None = None) -> list[tuple[str, str]]:
    analysis = analysed(paragraphs, published=published)
    return [
        (analysis.figures[c.first].surface, analysis.figures[c.second].surface)
        for c in analysis.conflicts
    ]


@pytest.mark.parametrize("title", CONFLICTS)
def test_claims_that_cannot_both_hold_are_set_against_each_other(title: str) -> None:
    """Different sources give values for one thing that exclude each other."""
    text, pair = CONFLICTS[title]
    assert conflicting(text) == [pair]


@pytest.mark.parametrize("title", NO_CONFLICTS)
def test_claims_that_can_both_hold_are_left_alone(title: str) -> None:
    """Parts, other times, other places, other things and compatible estimates do not conflict."""
    assert conflicting(NO_CONFLICTS[title]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_two_sides_may_stand_anywhere(case: Case) -> None:
    """Both sides are found in one sentence or across paragraphs, and nothing else is a conflict."""
    shown = [" ~ ".join(pair) for pair in conflicting(*case.lines, published=case.published)]
    assert shown == list(case.expected)


def test_the_file_has_conflicts_and_what_only_looks_like_them() -> None:
    """The fixture holds at least sixty conflicts and sixty texts without one."""
    without = [case for case in CASES if not case.expected]
    assert min(len(without), len(CASES) - len(without)) >= 60
