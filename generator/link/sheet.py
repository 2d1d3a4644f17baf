"""An article's facts for its editor: as lines to read, and as a facts.yml to fill in."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.link.facts import attributions_of, dates_of, figures_of
from generator.link.notes import Notes
from generator.model import (
    Analysis,
    Article,
    FactKind,
    FactNote,
    Figure,
    ParagraphId,
    SiteConflict,
    SiteFigure,
)

_OPENING = 40
_HEAD = """\
# The editor's word on the facts of this article. Take the «#» of a line away to use it.
# action: hide, correct (a date's iso; a figure's low, high, unit, counted, qualifier, speaker; an
# attribution's speaker), word (wording: ar, en), add; dismiss for a conflict, with a reason.
facts:
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by the words that carry it; `what` is its value for an editor's eyes."""

    kind: FactKind
    paragraph: ParagraphId
    surface: str
    what: str
    note: FactNote | None
    against: tuple[str, str] | None = None
    """Of a conflict: the other figure's evidence and words."""


def facts_of(
    article: Article,
    analysis: Analysis,
    notes: Notes,
    figures: Sequence[SiteFigure],
    conflicts: Sequence[SiteConflict],
) -> tuple[Fact, ...]:
    """All facts of an article in the order of its text; hidden ones too, with their note.

    `figures` and `conflicts` are those of the whole site.
    """
    bare = Notes((), notes.topics, notes.speakers)
    found = [*_dates(article, analysis, bare, notes), *_figures(article, analysis, bare, notes)]
    found += _attributions(article, analysis, bare, notes)
    found += _conflicts(article, figures, conflicts)
    order = {block.id: number for number, block in enumerate(article.blocks)}
    kinds = list(FactKind)
    return tuple(sorted(found, key=lambda f: (order[f.paragraph], kinds.index(f.kind))))


def _dates(article: Article, analysis: Analysis, bare: Notes, notes: Notes) -> Iterator[Fact]:
    for date in dates_of(article, analysis, bare):
        surface = date.sentence[date.span.start : date.span.end]
        note = notes.at(FactKind.DATE, date.passage.block, surface)
        yield Fact(FactKind.DATE, date.passage.block, surface, date.iso, note)


def _figures(article: Article, analysis: Analysis, bare: Notes, notes: Notes) -> Iterator[Fact]:
    for linked in figures_of(article, analysis, bare):
        figure = linked.figure
        note = notes.at(FactKind.FIGURE, figure.passage.block, figure.surface)
        what = _figure_text(analysis.figures[linked.index], figure)
        yield Fact(FactKind.FIGURE, figure.passage.block, figure.surface, what, note)


def _figure_text(figure: Figure, linked: SiteFigure) -> str:
    value = f"{figure.low:f}" if figure.high is None else f"{figure.low:f} to {figure.high:f}"
    counted = "/".join(name for name in (figure.counted.ar, figure.counted.en) if name)
    said = _who(linked.speaker, linked.speaker_topic) if linked.speaker else "nobody"
    parts = [f"{figure.qualifier or ''} {value} {figure.unit}".strip(), counted, f"said by {said}"]
    parts += [f"via {_who(linked.via, linked.via_topic)}"] if linked.via else []
    return ", ".join(part for part in parts if part)


def _attributions(
    article: Article, analysis: Analysis, bare: Notes, notes: Notes
) -> Iterator[Fact]:
    for said in attributions_of(article, analysis, bare):
        surface = said.sentence[said.span.start : said.span.end]
        note = notes.at(FactKind.ATTRIBUTION, said.passage.block, surface)
        what = _who(said.speaker, said.speaker_topic)
        what += f", via {_who(said.via, said.via_topic)}" if said.via else ""
        yield Fact(FactKind.ATTRIBUTION, said.passage.block, surface, what, note)


def _who(name: str, topic: str | None) -> str:
    return f"{name} ({topic})" if topic else name


def _conflicts(
    article: Article, figures: Sequence[SiteFigure], conflicts: Sequence[SiteConflict]
) -> Iterator[Fact]:
    for conflict in conflicts:
        claims = [figures[number] for number in conflict.figures]
        own = next((c for c in claims if c.passage.article == article.slug), None)
        for other in claims if own else ():
            if own and other is not own:
                place = f"{other.passage.article}#{other.passage.block}"
                what = f"{conflict.about}: against «{other.surface}» in {place}"
                against = place, other.surface
                yield Fact(FactKind.CONFLICT, own.passage.block, own.surface, what, None, against)


# ---------------------------------------------------------------- as lines, as YAML


def fact_lines(article: Article, analysis: Analysis, facts: Sequence[Fact]) -> Iterator[str]:
    """A line for each paragraph that holds anything, under it its names and a line for each fact."""
    for number, block in enumerate(article.blocks):
        names = [one for one in analysis.mentions if one.block == number]
        here = [fact for fact in facts if fact.paragraph == block.id]
        if names or here:
            yield f"{block.id} {_opening(block.text)}"
        if names:
            yield f"  names {', '.join(f'«{one.surface}» {one.topic}' for one in names)}"
        for fact in here:
            said = f" [{fact.note.action}]" if fact.note else ""
            yield f"  {fact.kind} «{fact.surface}»: {fact.what}{said}"


def facts_skeleton(article: Article, facts: Sequence[Fact]) -> str:
    """A facts.yml in which every fact that has no note yet stands as a comment to fill in."""
    lines = []
    for block in article.blocks:
        here = [fact for fact in facts if fact.paragraph == block.id and fact.note is None]
        if here:
            lines.append(f"\n# {_opening(block.text)}\n")
        lines += [_entry(fact) for fact in here]
    return _HEAD + "".join(lines)


def _entry(fact: Fact) -> str:
    action, rest = "word", ', wording: {en: ""}'
    if fact.kind is FactKind.ATTRIBUTION:
        action, rest = "correct", ', speaker: ""'
    if fact.against:
        place, surface = fact.against
        against = f"{{paragraph: {_yaml(place)}, surface: {_yaml(surface)}}}"
        action, rest = "dismiss", f', against: {against}, reason: ""'
    fields = f"kind: {fact.kind}, action: {action}, paragraph: {fact.paragraph}"
    return f"# {fact.what}\n#- {{{fields}, surface: {_yaml(fact.surface)}{rest}}}\n"


def _yaml(text: str) -> str:
    """The text in double quotes, which YAML and JSON write alike."""
    return json.dumps(text, ensure_ascii=False)


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING else f"{text[:_OPENING].rstrip()}…"
