"""ISO dates as words, no more exact than they are: «19 يونيو 2024», "June 2024"."""

import re
from dataclasses import dataclass
from datetime import date

from babel import Locale

from generator.config import MonthNames
from generator.model import ARABIC, IsoDate
from generator.render.catalogue import Catalogue, message
from generator.text import iso_bounds

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_WEEK = re.compile(r"\d{4}-W\d{2}")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_DECADE = re.compile(r"(\d{4})s")

QUARTERS = {
    "1": message("first quarter of %(year)s"),
    "2": message("second quarter of %(year)s"),
    "3": message("third quarter of %(year)s"),
    "4": message("fourth quarter of %(year)s"),
}
# Decades have names in Arabic, so each is a message: the 1980s are «ثمانينيات القرن العشرين».
DECADES = {
    "1900": message("the 1900s"),
    "1910": message("the 1910s"),
    "1920": message("the 1920s"),
    "1930": message("the 1930s"),
    "1940": message("the 1940s"),
    "1950": message("the 1950s"),
    "1960": message("the 1960s"),
    "1970": message("the 1970s"),
    "1980": message("the 1980s"),
    "1990": message("the 1990s"),
    "2000": message("the 2000s"),
    "2010": message("the 2010s"),
    "2020": message("the 2020s"),
    "2030": message("the 2030s"),
}
# Which locales of the CLDR carry the names of each system. [reference: Babel by territory]
_MONTH_LOCALES = {
    MonthNames.COMMON: ("ar",),
    MonthNames.LEVANT: ("ar_SY",),
    MonthNames.DUAL: ("ar", "ar_SY"),
}


@dataclass(frozen=True, slots=True)
class DateWords:
    """How the pages of one language write dates."""

    catalogue: Catalogue
    month_names: MonthNames


def month_name(words: DateWords, month: int, *, short: bool = False) -> str:
    """The month's name: June, يونيو, حزيران, or يونيو/حزيران; Jun where a language shortens it."""
    width = "abbreviated" if short else "wide"
    arabic = words.catalogue.language == ARABIC
    locales = _MONTH_LOCALES[words.month_names] if arabic else ("en",)
    names = (Locale.parse(name).months["format"][width][month] for name in locales)
    return "/".join(dict.fromkeys(names))


def date_text(words: DateWords, iso: IsoDate) -> str:
    """The date in words, with no part that its ISO form does not give."""
    if "/" in iso:
        return _range_text(words, iso)
    if _DAY.fullmatch(iso):
        return _day_text(words, date.fromisoformat(iso))
    if _MONTH.fullmatch(iso):
        return _month_text(words, iso)
    if _WEEK.fullmatch(iso):
        monday = _day_text(words, iso_bounds(iso)[0])
        return words.catalogue.text("week of %(day)s", day=monday)
    if match := _QUARTER.fullmatch(iso):
        return words.catalogue.text(QUARTERS[match[2]], year=match[1])
    if match := _DECADE.fullmatch(iso):
        return _decade_text(words, match[1])
    return str(iso)


def _day_text(words: DateWords, day: date) -> str:
    month = month_name(words, day.month)
    return words.catalogue.text(
        "%(day)s %(month)s %(year)s", day=day.day, month=month, year=day.year
    )


def _month_text(words: DateWords, iso: str) -> str:
    year, month = iso.split("-")
    name = month_name(words, int(month))
    return words.catalogue.text("%(month)s %(year)s", month=name, year=year)


def _decade_text(words: DateWords, year: str) -> str:
    if year in DECADES:
        return words.catalogue.text(DECADES[year])
    return words.catalogue.text("the decade from %(year)s", year=year)


def _range_text(words: DateWords, iso: IsoDate) -> str:
    first, last = (IsoDate(part) for part in iso.split("/", 1))
    return words.catalogue.text(
        "%(first)s to %(last)s", first=date_text(words, first), last=date_text(words, last)
    )
