"""When an article was published."""

import pytest

from generator.intake import IntakeRules
from generator.intake.characters import clean_characters
from generator.intake.dates import is_date_line, is_time_only, stated_day
from generator.intake.issue_days import derived_day, titled_day, yearless_day
from generator.intake.lines import Line, line_of


def _line(text: str) -> Line:
    return line_of(clean_characters(text, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("نشر في: 12 مارس 2024", "2024-03-12"),
        ("الثلاثاء 12 مارس 2024 - 14:30", "2024-03-12"),
        ("تاريخ النشر: 12 آذار/مارس 2024 آخر تحديث: 13 آذار/مارس 2024", "2024-03-12"),
        ("آخر تحديث 16:20 - 12/03/2024 نشر 10:10 - 11/03/2024", "2024-03-11"),
        ("آخر تحديث: 13/3/2024-14:20 (بتوقيت مكة المكرمة)", "2024-03-13"),
        ("تاريخ التحديث: 13 مارس 2024 | تاريخ النشر: 12 مارس 2024", "2024-03-12"),
        ("عُدّلت في 14 مارس 2024، نُشرت في 12 مارس 2024", "2024-03-12"),
        ("نُشر قبل 3 ساعات - 12 مارس 2024", "2024-03-12"),
        ("2024 مارس 12", "2024-03-12"),
        ("١٢ شباط (فبراير) ٢٠٢٤", "2024-02-12"),
        ("الخميس 5 رمضان 1445هـ الموافق 14 مارس 2024م", "2024-03-14"),
        ("7 جويلية 2024", "2024-07-07"),
        ("2 كانون الثاني 2025", "2025-01-02"),
        ("9 فبراير شباط 2026", "2026-02-09"),
        ("30 كانون الثاني يناير 2026", "2026-01-30"),
        ("23.01.2024 | 07:20 GMT", "2024-01-23"),
        ("2024/03/12", "2024-03-12"),
        ("March 12, 2024", "2024-03-12"),
    ],
)
def test_date_lines_of_many_outlets_are_read(text: str, day: str, rules: IntakeRules) -> None:
    """All month systems, digits and orders; publishing counts before updating."""
    line = _line(text)
    assert is_date_line(line, rules.words)
    assert stated_day([line], rules.words) == day


@pytest.mark.parametrize("text", ["14:35", "منذ 5 دقائق", "الساعة 10:20 بتوقيت غرينتش"])
def test_times_alone_give_no_day(text: str, rules: IntakeRules) -> None:
    """The entry of a live blog has a time; the day is not guessed."""
    assert is_date_line(_line(text), rules.words)
    assert is_time_only(_line(text), rules.words)
    assert stated_day([_line(text)], rules.words) is None


@pytest.mark.parametrize(
    "text", ["خمسون عاما على 12 مارس 2024", "31 فبراير 2024 يوم لا يأتي", "2024", "سبق 5 فرق"]
)
def test_lines_with_other_words_are_no_date_lines(text: str, rules: IntakeRules) -> None:
    """A title that holds a date is a title."""
    assert not is_date_line(_line(text), rules.words)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("في تقرير نشر أمس السبت 14 مايو 2022.", "2022-05-15"),
        ("وصل مساء اليوم (السبت) 14 مايو 2022.", "2022-05-14"),
        ("يبدأ غدا السبت 14 مايو 2022.", "2022-05-13"),
        ("وصل أمس السبت الموافق 14 مايو 2022.", "2022-05-15"),
        ("وصل أمس السبت الموافق لـ14 مايو 2022.", "2022-05-15"),
        ("وصل مساء أمس السبت بتاريخ 14 مايو 2022.", "2022-05-15"),
        ("وصل البارحة السبت 14 مايو 2022.", "2022-05-15"),
        ("وصل أول البارحة السبت 14 مايو 2022.", "2022-05-16"),
        ("وصل صباح السبت 14 مايو 2022.", None),
        ("خلت الساحات أمس الأحد، فاتح ماي 2022.", "2022-05-02"),
        ("أضرب العمال أمس الأحد غرة ماي 2022.", "2022-05-02"),
        ("وصل أمس الأحد 14 مايو 2022.", None),
        ("وصل في 14 مايو 2022.", None),
    ],
)
def test_a_day_is_derived_only_where_weekday_and_date_agree(
    text: str, day: str | None, rules: IntakeRules
) -> None:
    """Yesterday's date gives today's; a weekday that does not fit makes both doubtful."""
    assert derived_day([text], rules.words) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "أُعلن اليوم الاثنين 3 أوت، وقد انطلقت الأشغال سنة 2019 على أن تنتهي قبل 2020.",
            "2020-08-03",
        ),
        ("وصلت أول من أمس السبت 4 نيسان، بعد غياب منذ 2020.", "2020-04-06"),
        ("تصل بعد غد الخميس 6 آذار، وهي أول مرة منذ 2019، بعد خطة وُضعت في 2025.", "2025-03-04"),
        ("افتُتح أمس الأحد 11 مايو، وقد بُني في 2024.", "2025-05-12"),
        ("افتُتح أمس الأحد 11 مايو، وقد بُني في 2022.", "2025-05-12"),
        ("أُعلن اليوم الاثنين 3 أوت، ولا سنة في النص.", None),
        ("أُعلن اليوم الاثنين 3 أوت، بين 2015 و2020.", None),
        ("أُعلن يوم الاثنين 3 أوت، وقد انطلقت الأشغال سنة 2020.", None),
    ],
)
def test_the_weekday_tells_the_year_of_a_date_without_one(
    text: str, day: str | None, rules: IntakeRules
) -> None:
    """A year that the text names, else one beside it, in which the day had that weekday."""
    assert derived_day([text], rules.words) == day


def test_dates_that_disagree_derive_nothing(rules: IntakeRules) -> None:
    """Two different answers are none."""
    texts = ["أمس السبت 14 مايو 2022", "أمس الأحد 15 مايو 2022"]
    assert derived_day(texts, rules.words) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أعلنت اليوم 15 مارس 2026 نتائج الاستفتاء.", "2026-03-15"),
        ("وصلت أمس الموافق 15 مارس 2026 أول رحلة.", "2026-03-16"),
        ("في مثل هذا اليوم 15 مارس 2011 خرج الناس.", None),
        ("في مثل اليوم 15 مارس 2011 خرج الناس.", None),
    ],
)
def test_today_and_yesterday_need_no_weekday(
    text: str, day: str | None, rules: IntakeRules
) -> None:
    """A full date behind «today» gives the day of issue; a day like this one does not."""
    assert derived_day([text], rules.words) == day


@pytest.mark.parametrize(
    ("dateline", "text", "day"),
    [
        ("إربد 10 شباط (بترا) -", "افتُتح اليوم الثلاثاء مركز بدأ بناؤه في 2024.", "2026-02-10"),
        ("الثلاثاء 10 شباط", "بدأ البناء في 2024، ويفتتح المركز في 2026.", "2026-02-10"),
        ("عمان 11 شباط -", "افتُتح أمس الثلاثاء مركز بدأ بناؤه في 2024.", "2026-02-11"),
        ("إربد 10 شباط -", "افتُتح مركز بدأ بناؤه في 2024.", None),
        ("الثلاثاء 10 شباط", "لا سنة في النص.", None),
    ],
)
def test_a_weekday_tells_the_year_of_a_dateline(
    dateline: str, text: str, day: str | None, rules: IntakeRules
) -> None:
    """Its own weekday, or that of «today» in the text, with the years that the text names."""
    assert yearless_day([dateline], [text], rules.words) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("عناوين الصحف ليوم الأربعاء 30 أيلول 2026", "2026-09-30"),
        ("عناوين الصحف ليوم الخميس 30 أيلول 2026", None),
        ("ماذا جرى يوم الجمعة 13 نوفمبر 2015؟", None),
        ("خمسون عاماً على 13 نيسان 1975", None),
    ],
)
def test_a_title_may_say_for_which_day_a_text_is(
    title: str, day: str | None, rules: IntakeRules
) -> None:
    """«For Wednesday, 30 September» is the day of issue; the day of an event is not."""
    assert titled_day(title, rules.words) == day
