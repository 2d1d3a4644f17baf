"""The needs-and-offers matrix: what each side wants and gives, row by row."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import (
    Matrix,
    MatrixCell,
    MatrixRow,
    TopicId,
)
from generator.render.catalogue import message
from generator.render.site import Place
from generator.render.views.evidence import Numbering, evidenced, numbering
from generator.render.views.parts import optional_topic_link, topic_name

KINDS = {
    "wants": message("What %(side)s wants"),
    "gives": message("What %(side)s gives"),
}


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; where no source says anything `text` is empty."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the matrix: what it is about, and a cell for each column."""

    label: str
    href: Markup
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """What each side wants and gives, row by row."""

    columns: tuple[str, ...]
    rows: tuple[RowView, ...]


def matrix_view(place: Place, matrix: Matrix) -> MatrixView:
    """The matrix with two columns for each side; a side that is no topic is left out."""
    sides = tuple(side for side in matrix.sides if side in place.site.topics)
    columns = tuple(
        (
            side,
            kind,
            place.say.text(KINDS[kind], side=topic_name(place.site.topics[side], place.language)),
        )
        for side in sides
        for kind in KINDS
    )
    numbers = numbering(place, (c.sentence for row in matrix.rows for c in row.cells))
    return MatrixView(
        columns=tuple(label for _, _, label in columns),
        rows=tuple(_row(place, row, columns, numbers) for row in matrix.rows),
    )


def _row(
    place: Place, row: MatrixRow, columns: tuple[tuple[TopicId, str, str], ...], numbers: Numbering
) -> RowView:
    cells = {(cell.side, cell.kind): cell for cell in row.cells}
    link = optional_topic_link(place, row.topic)
    return RowView(
        label=row.label,
        href=link.href if link else Markup(""),
        cells=tuple(_cell(place, cells.get((s, k)), label, numbers) for s, k, label in columns),
    )


def _cell(place: Place, cell: MatrixCell | None, label: str, numbers: Numbering) -> CellView:
    return CellView(label, evidenced(place, cell.sentence, numbers) if cell else Markup(""))
