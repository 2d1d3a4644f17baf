"""Datelines that open the first paragraph, and sentences that only look like one."""

import pytest

from generator.intake import IntakeRules
from generator.intake.openings import opening_end
from generator.intake.origins import parts_of_line

ACCOUNT = "أعلنت البلدية رصف الطريق إلى السوق قبل الشتاء."


@pytest.mark.parametrize(
    "dateline",
    [
        "عمّان - 10 شباط 2026 - ",
        "الرياض – «رويترز» – 21 أكتوبر 2026: ",
        "كييف (وكالات) 3 آذار/مارس 2026 - ",
        "مسقط في 14 أبريل 2026 - ",
        "مرسى الريح، 29 مارس/آذار 2026 – ",
        "(بيروت، 15 مارس/آذار 2026) – ",
        "أبوجا/نيامي 15 مارس 2026 - ",
        "نابلس 15-10-2025 وفا- ",
        "جدة – الأحد 26 رمضان 1447هـ (15 مارس 2026م) – ",
        "نيامي، النيجر - 2026/03/15 - ",
        "نيامي - ١٥/٣/٢٠٢٦ - ",
        "الدوحة في 15 مارس /قنا/ ",
        "الكويت - 15 - 3 (كونا) -- ",
        "القاهرة - أ ف ب: ",
        "رام الله – «القدس العربي»: ",
        "مرسى الريح – «المنارة»: ",
        "موسكو - سبوتنيك. ",
        "وطنية - ",
        "عدن - خاص: ",
    ],
)
def test_a_dateline_ends_where_the_account_begins(dateline: str, rules: IntakeRules) -> None:
    """Places, agencies and days in any order, parted by any sign, and nothing of the account."""
    assert opening_end(dateline + ACCOUNT, rules) == len(dateline)


@pytest.mark.parametrize(
    "sentence",
    [
        "القاهرة - وهي تستعد للصيف - تبدو أهدأ مما كانت.",
        "بيروت - العاصمة التي لا تنام - تستعد لموسم صيفي.",
        "الرئيس - بحسب رويترز - يدرس الانسحاب من الاتفاق.",
        "رويترز: النفط يرتفع للمرة الثالثة هذا الأسبوع.",
        "بعد 11 سبتمبر 2001 - وما تلاه - تغير العالم كثيرا.",
        "ثورة 25 يناير 2011 - التي بدأت على الشبكة - غيرت حياة جيل.",
        "الحرب في 15 أبريل 2023 - كما يروي السكان - بدأت بصوت طائرة.",
        "الأحد 15 مارس 2020 - اليوم الأول من الحجر - لم يخرج أحد.",
        "في 15 مارس 2020 - قبل الإغلاق بيوم - وصلت آخر سفينة.",
        "موسكو - واشنطن: جولة جديدة من التصعيد بين العاصمتين.",
        "غزة: أكثر من مئة قتيل في يوم واحد.",
        "جرّبنا «نورس» الكهربائية: جميلة، وأرقامها متفائلة.",
        "«الوطن»: كلمة صغيرة قالها الجد ثم سكت.",
        "وكالات السفر - كما يسميها أهل البلدة - لا تبيع التذاكر وحدها.",
    ],
)
def test_a_sentence_keeps_its_beginning(sentence: str, rules: IntakeRules) -> None:
    """A city, a day or an agency that the sentence speaks of is no dateline."""
    assert opening_end(sentence, rules) == 0


@pytest.mark.parametrize(
    ("line", "is_dateline"),
    [
        ("القاهرة - رويترز", True),
        ("دبي: «الاقتصادي»", True),
        ("الدوحة - الراية:", True),
        ("الجزيرة + وكالات", True),
        ("بغداد - زينب الساعدي", False),
        ("الخليج", False),
        ("بيروت ودمشق", False),
        ("غزة: هدنة هشة", False),
    ],
)
def test_a_line_is_a_dateline_when_nothing_is_left_over(
    line: str, is_dateline: bool, rules: IntakeRules
) -> None:
    """City and outlet make one; a writer, a headline or a common word alone does not."""
    assert bool(parts_of_line(line, rules)) == is_dateline
