"""Figures on one scale: claims that disagree side by side, ranges as bars.

Each claim is one link: its value and its speaker as text of the page, which breaks into lines as it
must, and below them its mark on the common scale. The scale begins at zero, so lengths compare.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from generator.measures import converted
from generator.model import SiteFigure
from generator.render.catalogue import Catalogue
from generator.render.markdown import prose
from generator.render.numbers import figure_text, number_text
from generator.render.pictures.svg import Frame, element, frame, rem, written

_HEIGHT = 24.0
_AXIS_HEIGHT = 22.0
_STEPS = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal(3), Decimal(4), Decimal(5), Decimal(6),
          Decimal(8), Decimal(10))  # fmt: skip
# What a qualifier leaves open: more than the number that stands there, less, or a little of both.
_UPWARDS = frozenset({"at_least", "more_than"})
_DOWNWARDS = frozenset({"at_most", "less_than", "up_to", "nearly"})
_LOOSE = frozenset({"about", "vague", "implied", "nearly"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as a line of the picture: ready texts, the way to its entry."""

    figure: SiteFigure
    who: str
    href: str


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A line of the picture, an inline Markdown link."""

    line: Markup


@dataclass(frozen=True, slots=True)
class Scale:
    """Claims on one scale and the axis below them."""

    rows: tuple[ScaleRow, ...]
    axis: Markup


def scale(say: Catalogue, claims: Sequence[Claim]) -> Scale:
    """The claims on one scale, in the given order: that of the first one's unit."""
    space = frame(say.language)
    measured = [_in_unit(claim.figure, claims[0].figure.unit) for claim in claims]
    low, high = _bounds(measured)
    rows = tuple(
        ScaleRow(_row(say, space, claim, figure, low, high))
        for claim, figure in zip(claims, measured, strict=True)
    )
    return Scale(rows, _axis(say, space, low, high))


def _in_unit(figure: SiteFigure, unit: str) -> SiteFigure:
    """The figure as it lies on a scale of another unit: 950 metres among kilometres."""
    low, high = (v and converted(v, figure.unit, unit) for v in (figure.low, figure.high))
    return replace(figure, low=low or figure.low, high=high)


def _bounds(figures: Sequence[SiteFigure]) -> tuple[Decimal, Decimal]:
    values = [value for figure in figures for value in _ends(figure)]
    low, high = min(values), max(values)
    top = _round(high) if high > 0 else Decimal(0)
    bottom = -_round(-low) if low < 0 else Decimal(0)
    return bottom, top if top > bottom else bottom + 1


def _ends(figure: SiteFigure) -> tuple[Decimal, Decimal]:
    high = figure.low if figure.high is None else figure.high
    return min(figure.low, high), max(figure.low, high)


def _round(value: Decimal) -> Decimal:
    """The next number up that reads easily, with a little room for what is open upwards."""
    size = Decimal(10) ** value.adjusted()
    return next(step * size for step in (*_STEPS, Decimal(20)) if step * size > value)


def _row(
    say: Catalogue, space: Frame, claim: Claim, figure: SiteFigure, low: Decimal, high: Decimal
) -> Markup:
    value = prose(figure_text(say, claim.figure), say.language)
    who = prose(claim.who, say.language)
    parts = (
        Markup(f'<span class="sh-scale__value">{value}</span> '),
        Markup(f'<span class="sh-scale__who">{who}</span> ') if claim.who else "",
        _track(space, figure, low, high),
    )
    return Markup(f"[{''.join(parts)}]({claim.href}){{: .sh-scale__row }}")


def _track(space: Frame, figure: SiteFigure, low: Decimal, high: Decimal) -> Markup:
    first, last = (_share(end, low, high) for end in _ends(figure))
    middle = _HEIGHT / 2
    parts = [
        element("line", x1="0", x2="100%", y1=middle, y2=middle, class_="sh-scale__line"),
        *_open_end(space, figure.qualifier or "", first, last),
    ]
    if last > first:
        parts.append(element("rect", **space.across(first, last), y=4, height=16, rx=4))
    else:
        zero = _share(Decimal(0), low, high)
        parts.append(
            element(
                "line",
                x1=space.x(zero),
                x2=space.x(first),
                y1=middle,
                y2=middle,
                class_="sh-scale__stem",
            )
        )
        loose = " sh-scale__dot--loose" if figure.qualifier in _LOOSE else ""
        parts.append(
            element("circle", cx=space.x(first), cy=middle, r=8, class_=f"sh-scale__dot{loose}")
        )
    return element(
        "svg", *parts, class_="sh-scale__track", width="100%", height=_HEIGHT, aria_hidden="true"
    )


def _share(value: Decimal, low: Decimal, high: Decimal) -> float:
    return float((value - low) / (high - low))


def _open_end(space: Frame, qualifier: str, first: float, last: float) -> list[Markup]:
    """A dashed line to the side on which the source leaves the number open."""
    middle = _HEIGHT / 2
    if qualifier in _UPWARDS:
        ends = (last, 1.0)
    elif qualifier in _DOWNWARDS:
        ends = (0.0, first)
    else:
        return []
    start, end = (space.x(end) for end in ends)
    return [element("line", x1=start, x2=end, y1=middle, y2=middle, class_="sh-scale__open")]


def _axis(say: Catalogue, space: Frame, low: Decimal, high: Decimal) -> Markup:
    parts: list[Markup] = []
    ticks = ((low, 0.0, "start"), ((low + high) / 2, 0.5, "middle"), (high, 1.0, "end"))
    for value, share, anchor in ticks:
        place = space.x(share)
        parts.append(element("line", x1=place, x2=place, y1=0, y2=rem(5), class_="sh-scale__tick"))
        # In an Arabic line a minus sign would go to the other side of its number.
        name = ("\u200e" if value < 0 else "") + number_text(say, value)
        parts.append(written(name, x=place, y=rem(_AXIS_HEIGHT - 3), text_anchor=anchor))
    line = element("line", x1="0", x2="100%", y1=0, y2=0, class_="sh-scale__tick")
    return element(
        "svg", line, *parts,
        class_="sh-scale__axis", width="100%", height=rem(_AXIS_HEIGHT), aria_hidden="true",
    )  # fmt: skip
