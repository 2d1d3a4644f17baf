"""Figures and dates as words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from babel.core import Locale

from generator.config import MonthNames
from generator.languages import load_lexicon
from generator.model import (
    ARABIC,
    ENGLISH,
    Counted,
    IsoDate,
    ParagraphId,
    Passage,
    SiteFigure,
    Slug,
    Span,
)
from generator.render.catalogue import load_catalogue
from generator.render.dates import DateWords, date_text
from generator.render.numbers import RATES, UNITS, digits, figure_text

AR, EN = load_catalogue(ARABIC), load_catalogue(ENGLISH)


def figure(
    low: str, unit: str, qualifier: str | None = None, high: str | None = None
) -> SiteFigure:
    return SiteFigure(
        Passage(Slug("a"), ParagraphId("p-1")), "", Span(0, 0), "", Decimal(low),
        Decimal(high) if high else None, unit, Counted(), qualifier, None, None, None, None, (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "arabic", "english"),
    [
        (figure("1750000000", "USD"), "1.75 مليار دولار", "1.75 billion US dollars"),
        (
            figure("35000", "USD", "range", "60000"),
            "من 35,000 إلى 60,000 دولار", "35,000 to 60,000 US dollars",
        ),
        (figure("12000000", "count"), "12 مليون", "12 million"),
        (figure("1000000", "USD"), "مليون دولار", "1 million US dollars"),
        (figure("5000000", "USD"), "5 ملايين دولار", "5 million US dollars"),
        (figure("10000", "count", "more_than"), "أكثر من 10,000", "more than 10,000"),
        (figure("2", "decade", "more_than"), "أكثر من عقدين", "more than 2 decades"),
        (figure("2", "year"), "سنتان", "2 years"),
        (figure("2", "year", "at_least"), "سنتان على الأقل", "at least 2 years"),
        (figure("1", "day"), "يوم واحد", "1 day"),
        (figure("3", "year"), "3 سنوات", "3 years"),
        (figure("12", "day"), "12 يومًا", "12 days"),
        (figure("100", "day"), "100 يوم", "100 days"),
        (figure("0.5", "hour"), "0.5 ساعة", "0.5 hours"),
        (figure("700", "mile", "about"), "نحو 700 ميل", "about 700 miles"),
        (figure("260000", "tonne"), "260,000 طن", "260,000 tonnes"),
        (figure("4", "count", "only"), "4 فقط", "only 4"),
        (figure("12.5", "percent"), "12.5 في المئة", "12.5 per cent"),
        (
            figure("40000", "m3_per_day", "about"),
            "نحو 40,000 متر مكعب يوميًّا", "about 40,000 cubic metres a day",
        ),
        (figure("1", "year", None, "2"), "من 1 إلى 2 سنة", "1 to 2 years"),
        (figure("3000000", "EUR"), "3 ملايين يورو", "3 million euros"),
        (figure("7", "parsec"), "7", "7"),
    ],
)  # fmt: skip
def test_a_figure_in_words(made: SiteFigure, arabic: str, english: str) -> None:
    """Unit, scale, qualifier and agreement in both languages."""
    assert figure_text(AR, made) == arabic
    assert figure_text(EN, made) == english


def test_the_noun_stands_for_the_unit_of_people() -> None:
    """«26 مليون» with «نسمة» below it; without a noun in the page's language the unit is said."""
    people = replace(figure("26000000", "person"), counted=Counted("نسمة", ""))
    assert figure_text(AR, people) == "26 مليون"
    assert figure_text(EN, people) == "26 million people"


def test_every_unit_that_the_analysis_knows_has_words() -> None:
    """A number whose unit the pages cannot say would stand there as a bare count."""
    words = load_lexicon(ARABIC).figures
    codes = {form.code for rows in words.units.values() for _, form in rows} | {"count"}
    shown = {unit for code in codes for unit in [code.partition("_per_")[0]]}
    currencies = set(Locale.parse("en").currencies)
    assert shown - set(UNITS) - currencies == {"count", "ratio"}
    assert {code.partition("_per_")[2] for code in codes} - set(RATES) == {""}
    assert {rate for rows in words.rates.values() for _, rate in rows} <= set(RATES)


def test_every_unit_speaks_in_both_languages_for_every_number() -> None:
    """No number meets a missing form, and only one and two stand without their digit."""
    for unit in UNITS:
        for n in (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000):
            text = figure_text(AR, figure(str(n), unit))
            assert digits(n) in text or n in {1, 2}, (unit, n, text)
            assert digits(n) in figure_text(EN, figure(str(n), unit))


@pytest.mark.parametrize(
    ("value", "text"),
    [("1234567.50", "1,234,567.5"), ("0.10", "0.1"), ("1E+3", "1,000"), ("-5", "-5"), ("0", "0")],
)
def test_digits(value: str, text: str) -> None:
    """Latin digits, thousands by comma, decimals by point, nothing rounded."""
    assert digits(Decimal(value)) == text


def test_an_editors_wording_wins() -> None:
    """Words of facts.yml stand for the computed ones, each in its language only."""
    worded = replace(figure("2", "year"), wording_ar="عامان كاملان")
    assert figure_text(AR, worded) == "عامان كاملان"
    assert figure_text(EN, worded) == "2 years"


COMMON = DateWords(AR, MonthNames.COMMON)


@pytest.mark.parametrize(
    ("iso", "arabic", "english"),
    [
        ("2024-06-19", "19 يونيو 2024", "19 June 2024"),
        ("2024-06", "يونيو 2024", "June 2024"),
        ("2024", "2024", "2024"),
        ("2024-W24", "الأسبوع الذي يبدأ في 10 يونيو 2024", "week of 10 June 2024"),
        ("2026-Q4", "الربع الرابع من عام 2026", "fourth quarter of 2026"),
        ("1980s", "ثمانينيات القرن العشرين", "the 1980s"),
        ("1870s", "العقد الذي يبدأ عام 1870", "the decade from 1870"),
        ("2026-03/2026-05", "من مارس 2026 إلى مايو 2026", "March 2026 to May 2026"),
        ("2025/2026", "من 2025 إلى 2026", "2025 to 2026"),
    ],
)
def test_a_date_in_words(iso: str, arabic: str, english: str) -> None:
    """No part is shown that the ISO form does not give."""
    assert date_text(COMMON, IsoDate(iso)) == arabic
    assert date_text(DateWords(EN, MonthNames.COMMON), IsoDate(iso)) == english


def test_month_names_follow_the_setting() -> None:
    """Cairo, Damascus, or both; a month that both call the same is not written twice."""
    june = IsoDate("2024-06")
    assert date_text(DateWords(AR, MonthNames.LEVANT), june) == "حزيران 2024"
    assert date_text(DateWords(AR, MonthNames.DUAL), june) == "يونيو/حزيران 2024"
    assert date_text(DateWords(EN, MonthNames.DUAL), june) == "June 2024"
    assert (
        date_text(DateWords(AR, MonthNames.LEVANT), IsoDate("2024-12-01")) == "1 كانون الأول 2024"
    )
