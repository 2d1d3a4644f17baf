"""`articles/<slug>/facts.yml` -> FactNotes: the editor's word on what the analysis found."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.content.evidence import find_paragraph, name_paragraphs, read_reference
from generator.content.files import read_entries
from generator.errors import Diagnostic
from generator.model import (
    Against,
    Article,
    FactAction,
    FactKind,
    FactNote,
    IsoDate,
    Location,
    ParagraphId,
    Slug,
)
from generator.rules import Fields, Problems, nearest, quoted

_ISO_ONE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-W[0-5]\d|-Q[1-4]|s)?"
_ISO = re.compile(rf"{_ISO_ONE}(?:/{_ISO_ONE})?", re.ASCII)
# What an added or corrected fact of each kind says: at least one of these.
_VALUES = {
    FactKind.DATE: ("iso",),
    FactKind.FIGURE: ("low", "high", "unit", "counted", "qualifier", "speaker"),
    FactKind.ATTRIBUTION: ("speaker",),
    FactKind.CONFLICT: (),
}
_ALL_VALUES = ("iso", "low", "high", "unit", "counted", "qualifier", "speaker")
_NEEDED = {
    FactKind.DATE: ("iso",),
    FactKind.FIGURE: ("low", "unit"),
    FactKind.ATTRIBUTION: ("speaker",),
    FactKind.CONFLICT: (),
}
# What may be done to a fact of each kind.
_ACTIONS = {
    FactKind.DATE: (FactAction.HIDE, FactAction.CORRECT, FactAction.WORD, FactAction.ADD),
    FactKind.FIGURE: (FactAction.HIDE, FactAction.CORRECT, FactAction.WORD, FactAction.ADD),
    FactKind.ATTRIBUTION: (FactAction.HIDE, FactAction.CORRECT, FactAction.WORD, FactAction.ADD),
    FactKind.CONFLICT: (FactAction.DISMISS,),
}


def read_facts(path: Path, slug: Slug, problems: Problems) -> tuple[FactNote, ...]:
    """The notes in the file, without those in which something is wrong."""
    notes = [_read_note(entry, slug) for entry in read_entries(path, problems, "facts")]
    return tuple(note for note in notes if note is not None)


def _read_note(fields: Fields, slug: Slug) -> FactNote | None:
    problems = fields.problems
    failed_before, problems.failed = problems.failed, False
    kind = fields.required_choice("kind", FactKind)
    action = fields.required_choice("action", FactAction)
    counted_ar, counted_en = _read_pair(fields, "counted")
    wording_ar, wording_en = _read_pair(fields, "wording")
    note = FactNote(
        kind=kind or FactKind.DATE,
        action=action or FactAction.HIDE,
        paragraph=ParagraphId(fields.required_text("paragraph").removeprefix("#")),
        surface=fields.required_text("surface"),
        location=Location(problems.path, fields.line()),
        iso=_read_iso(fields),
        low=fields.number("low"),
        high=fields.number("high"),
        unit=fields.text("unit"),
        counted_ar=counted_ar,
        counted_en=counted_en,
        qualifier=fields.text("qualifier"),
        speaker=fields.text("speaker"),
        wording_ar=wording_ar,
        wording_en=wording_en,
        reason=fields.text("reason"),
        against=_read_against(fields, slug),
    )
    fields.finish()
    if not problems.failed:
        _check_values(note, fields)
    good = not problems.failed
    problems.failed = problems.failed or failed_before
    return note if good else None


def _read_pair(fields: Fields, key: str) -> tuple[str | None, str | None]:
    section = fields.section(key)
    if section is None:
        return None, None
    arabic, english = section.text("ar"), section.text("en")
    section.finish()
    return arabic, english


def _read_against(fields: Fields, slug: Slug) -> Against | None:
    """The other figure of a conflict: `{paragraph: p-… or slug#p-…, surface: …}`."""
    section = fields.section("against")
    if section is None:
        return None
    text, surface = section.required_text("paragraph"), section.required_text("surface")
    reference = text if "#" in text else f"#{text}"
    read = read_reference(reference, slug, fields.line(), fields.problems) if text else None
    section.finish()
    return Against(read.article, read.paragraph, surface) if read else None


def _read_iso(fields: Fields) -> IsoDate | None:
    text = fields.text("iso")
    if text is None:
        return None
    if _ISO.fullmatch(text):
        return IsoDate(text)
    forms = "2024, 2024-02, 2024-02-13, 2024-W24, 2026-Q4, 1980s or 2026-03/2026-05"
    fields.error("iso", f"«iso» is {quoted(text)}, not a date.", f"Write it as {forms}.")
    return None


def _one(kind: FactKind) -> str:
    return f"an {kind}" if kind is FactKind.ATTRIBUTION else f"a {kind}"


def _check_values(note: FactNote, fields: Fields) -> None:
    if note.action not in _ACTIONS[note.kind]:
        what = f"«{note.action}» is nothing to do with {_one(note.kind)}."
        fields.error("action", what, f"Write one of: {', '.join(_ACTIONS[note.kind])}.")
        return
    given = [key for key in _ALL_VALUES if fields.filled(key)]
    for key in given:
        if key not in _VALUES[note.kind]:
            what = f"«{key}» says nothing about {_one(note.kind)}."
            has = ", ".join(_VALUES[note.kind]) or "no values, only «against» and «reason»"
            fields.error(key, what, f"{_one(note.kind).capitalize()} has {has}.")
    _check_conflict(note, fields)
    if note.action is FactAction.ADD:
        for key in _NEEDED[note.kind]:
            if key not in given:
                what = f"An added {note.kind} has no «{key}»."
                fields.error("action", what, f"Add a line «{key}: …».")
    if note.action is FactAction.CORRECT and not given:
        what = "The correction corrects nothing."
        fields.error("action", what, f"Add the right {' or '.join(_VALUES[note.kind])}.")
    if note.action is FactAction.WORD and not (note.wording_ar or note.wording_en):
        what = "The wording is missing."
        fields.error("action", what, "Add «wording: {ar: …, en: …}».")
    if note.low is not None and note.high is not None and note.low > note.high:
        what = f"«low» {note.low} is more than «high» {note.high}."
        fields.error("low", what, "Write the smaller number as «low».")


def _check_conflict(note: FactNote, fields: Fields) -> None:
    conflict = note.kind is FactKind.CONFLICT
    if note.against and not conflict:
        what = f"«against» says nothing about {_one(note.kind)}."
        fields.error("against", what, "Take it out, or write «kind: conflict».")
    if conflict and note.against is None:
        what = "The conflict does not name its other figure."
        fields.error("kind", what, "Add «against: {paragraph: p-…, surface: …}».")
    if conflict and not note.reason:
        what = "The conflict is dismissed without a reason."
        fields.error("action", what, "Add «reason: …», for those who edit after you.")


def check_facts(
    notes: tuple[FactNote, ...],
    article: Article,
    articles: Mapping[Slug, Article],
    unread: frozenset[Slug],
) -> Iterator[Diagnostic]:
    """What is wrong with notes when the articles are read beside them."""
    for note in notes:
        yield from _check_place(note, article, note.paragraph, note.surface)
        other = note.against
        if other and other.article in articles:
            yield from _check_place(note, articles[other.article], other.paragraph, other.surface)
        elif other and other.article not in unread:
            what = f"«{other.article}#{other.paragraph}» names an unknown article."
            yield Diagnostic(note.location, what, nearest(other.article, articles))


def _check_place(
    note: FactNote, article: Article, paragraph: ParagraphId, surface: str
) -> Iterator[Diagnostic]:
    block = find_paragraph(article, paragraph)
    if block is None:
        what = f"The article «{article.slug}» has no paragraph «{paragraph}»."
        yield Diagnostic(note.location, what, name_paragraphs(article, paragraph))
    elif surface not in block.text:
        what = f"{quoted(surface)} does not stand in the paragraph «{block.id}»."
        fix = f"Copy the words as they stand on line {block.location.line} of ar.md."
        yield Diagnostic(note.location, what, fix)
