"""Timeline and figures as JSON and CSV, every row with the address of its evidence."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.model import ARABIC, Passage, RenderedPage, SiteDate, SiteFigure, TopicId
from generator.render import paths
from generator.render.dates import DateWords, date_text
from generator.render.numbers import figure_text
from generator.render.site import Place, Site
from generator.render.views.facts import counted_text
from generator.render.views.parts import topic_name
from generator.render.views.sources import named, reported_on

Row = Mapping[str, str | None]

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@")


def download_files(site: Site, words: DateWords) -> Iterator[RenderedPage]:
    """The data files of one language; texts of articles stay Arabic in both."""
    language = words.catalogue.language
    place = Place(site, words, paths.section(language, "timeline"))
    tables = {
        "timeline": [_date_row(place, entry) for entry in site.index.timeline],
        "figures": [_figure_row(place, figure) for figure in site.index.figures],
    }
    columns = {"timeline": tuple(_DATE_COLUMNS), "figures": tuple(_FIGURE_COLUMNS)}
    for name, rows in tables.items():
        yield RenderedPage(paths.download(language, name, "json"), language, _json(rows))
        table = _csv(columns[name], rows)
        yield RenderedPage(paths.download(language, name, "csv"), language, table)


_DATE_COLUMNS = (
    "date",
    "precision",
    "date_in_words",
    "wording",
    "words",
    "sentence",
    "topics",
    "article",
    "evidence",
)
_FIGURE_COLUMNS = (
    "value_low",
    "value_high",
    "unit",
    "qualifier",
    "value_in_words",
    "counted",
    "speaker",
    "via",
    "words",
    "sentence",
    "topics",
    "article",
    "published",
    "evidence",
)


def _date_row(place: Place, entry: SiteDate) -> Row:
    wording = entry.wording_ar if place.language == ARABIC else entry.wording_en
    return {
        "date": entry.iso,
        "precision": entry.precision.value,
        "date_in_words": date_text(place.words, entry.iso),
        "wording": wording,
        "words": _words(entry),
        "sentence": entry.sentence,
        "topics": _topics(place, entry.topics),
        "article": entry.passage.article,
        "evidence": _evidence(entry.passage),
    }


def _figure_row(place: Place, figure: SiteFigure) -> Row:
    return {
        "value_low": _decimal(figure.low),
        "value_high": None if figure.high is None else _decimal(figure.high),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "value_in_words": figure_text(place.say, figure),
        "counted": counted_text(place, figure),
        "speaker": named(place, figure.speaker, figure.speaker_topic) if figure.speaker else None,
        "via": named(place, figure.via, figure.via_topic) if figure.via else None,
        "words": _words(figure),
        "sentence": figure.sentence,
        "topics": _topics(place, figure.topics),
        "article": figure.passage.article,
        # A figure holds when it was reported: that of the original, as far as it is known.
        "published": reported_on(place.site.articles[figure.passage.article]),
        "evidence": _evidence(figure.passage),
    }


def _words(entry: SiteDate | SiteFigure) -> str:
    """The words of the paragraph that the row rests on; the check of the built site looks for them."""
    return entry.sentence[entry.span.start : entry.span.end]


def _decimal(value: Decimal) -> str:
    """The exact decimal, never a float and never in exponent form."""
    return f"{value:f}"


def _topics(place: Place, topics: Sequence[TopicId]) -> str:
    """What the sentence is about; words that are only to be looked up are none of it."""
    known = (place.site.topics[topic] for topic in topics if topic in place.site.subjects)
    return "; ".join(topic_name(topic, place.language) for topic in known)


def _evidence(passage: Passage) -> str:
    """The address of the paragraph on its Arabic page, below the site's own."""
    return paths.address(paths.article(ARABIC, passage.article), passage.block)


def _json(rows: Sequence[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    # Excel takes a file for one in the encoding of its country, unless a byte-order mark begins it.
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _cell(text: str | None) -> str:
    if text and text.startswith(_FORMULA) and not text[1:].replace(".", "", 1).isdigit():
        return f"'{text}"
    return text or ""
