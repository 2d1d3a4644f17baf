"""Whether the two languages of an explainer say the same things on the same evidence."""

from collections.abc import Iterable, Iterator

from generator.content.evidence import all_evidence
from generator.errors import Diagnostic
from generator.model import Card, Evidence, Explainer, Location, Matrix, MatrixRow, Topic


def check_mirror(arabic: Explainer, english: Explainer) -> Iterator[Diagnostic]:
    """What differs between the languages; each problem stands at the English place."""
    path = english.location.path
    if arabic.order != english.order:
        what = f"«order» is {english.order} here and {arabic.order} in ar.md."
        yield Diagnostic(english.location, what, "Write the same number in both.")
    yield from _compare(
        "lead_evidence", arabic.lead.evidence, english.lead.evidence, english.location
    )
    yield from _check_cards(arabic.cards, english.cards, path)
    yield from _check_matrix(arabic.matrix, english.matrix, english.location)


def check_descriptions(topic: Topic) -> Iterator[Diagnostic]:
    """What the descriptions of a topic rest on in one language only."""
    if not (topic.ar.description and topic.en.description):
        return
    arabic, english = (
        _references(evidence for sentence in name.sentences for evidence in sentence.evidence)
        for name in (topic.ar, topic.en)
    )
    for language, only in (("ar", arabic - english), ("en", english - arabic)):
        if only:
            what = f"The description of «{topic.id}» rests on {', '.join(sorted(only))} in «{language}» only."
            yield Diagnostic(topic.location, what, "Give both languages the same evidence.")


def _check_cards(
    arabic: tuple[Card, ...], english: tuple[Card, ...], path: str
) -> Iterator[Diagnostic]:
    ours, theirs = [card.id for card in english], [card.id for card in arabic]
    for card in arabic:
        if card.id not in ours:
            what = f"The card «{card.id}» of ar.md (line {card.location.line}) is missing."
            yield Diagnostic(Location(path, 1), what, "Write it here, or take it out there.")
    for card in english:
        if card.id not in theirs:
            what = f"The card «{card.id}» is missing in ar.md."
            yield Diagnostic(card.location, what, "Write it there, or take it out here.")
    common = [card for card in theirs if card in ours]
    if common != [card for card in ours if card in theirs]:
        what = "The cards stand in another order than in ar.md."
        yield Diagnostic(english[0].location, what, f"The order there is {', '.join(common)}.")
    by_id = {card.id: card for card in arabic}
    for card in english:
        if card.id in by_id:
            other = all_evidence(by_id[card.id].answer)
            name = f"The card «{card.id}»"
            yield from _compare(name, other, all_evidence(card.answer), card.location)


def _check_matrix(
    arabic: Matrix | None, english: Matrix | None, location: Location
) -> Iterator[Diagnostic]:
    if arabic is None or english is None:
        if arabic is not english:
            place = "ar.md" if english is None else "this file"
            what = f"The matrix stands in {place} only."
            yield Diagnostic(location, what, "Write it in both languages, or in none.")
        return
    if arabic.sides != english.sides:
        what = f"The sides of the matrix are {', '.join(english.sides)} here."
        yield Diagnostic(location, what, f"In ar.md they are {', '.join(arabic.sides)}.")
    ours, theirs = [row.id for row in english.rows], [row.id for row in arabic.rows]
    if ours != theirs:
        what = f"The rows of the matrix are {', '.join(ours)} here."
        yield Diagnostic(location, what, f"In ar.md they are {', '.join(theirs)}.")
    by_id = {row.id: row for row in arabic.rows}
    for row in english.rows:
        if row.id in by_id:
            yield from _check_row(by_id[row.id], row)


def _check_row(arabic: MatrixRow, english: MatrixRow) -> Iterator[Diagnostic]:
    if arabic.topic != english.topic:
        what = f"The row «{english.id}» has {_topic(english)} here and {_topic(arabic)} in ar.md."
        yield Diagnostic(english.location, what, "Give it the same topic in both languages.")
    theirs = {(cell.side, cell.kind): cell for cell in arabic.cells}
    ours = {(cell.side, cell.kind): cell for cell in english.cells}
    for side, kind in sorted(theirs.keys() ^ ours.keys()):
        place = "ar.md" if (side, kind) in theirs else "this file"
        what = f"The cell {side}, {kind} of the row «{english.id}» stands in {place} only."
        yield Diagnostic(english.location, what, "Write it in both languages, or in none.")
    for key in sorted(theirs.keys() & ours.keys()):
        name = f"The cell {key[0]}, {key[1]} of the row «{english.id}»"
        evidence = ours[key].sentence.evidence
        yield from _compare(name, theirs[key].sentence.evidence, evidence, english.location)


def _topic(row: MatrixRow) -> str:
    return "no topic" if row.topic is None else f"the topic «{row.topic}»"


def _compare(
    name: str, arabic: Iterable[Evidence], english: Iterable[Evidence], location: Location
) -> Iterator[Diagnostic]:
    theirs, ours = _references(arabic), _references(english)
    if theirs != ours:
        parts = []
        if theirs - ours:
            parts.append(f"ar.md also has {', '.join(sorted(theirs - ours))}")
        if ours - theirs:
            parts.append(f"only here {', '.join(sorted(ours - theirs))}")
        what = f"{name} rests on other evidence than in ar.md: {'; '.join(parts)}."
        yield Diagnostic(location, what, "Give both languages the same evidence.")


def _references(evidence: Iterable[Evidence]) -> set[str]:
    return {f"{reference.article}#{reference.paragraph}" for reference in evidence}
