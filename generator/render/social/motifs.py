"""The quiet drawing at the end of a card: what the page holds, as a sign.

Each is drawn for a line that runs rightwards, in a square of 300 pixels; the card turns it over for
Arabic. Question marks and quotation marks are letters and come from the card's face instead.
"""

from collections.abc import Callable

from markupsafe import Markup

from generator.render.pictures.svg import element

SIDE = 300.0

# Lines of a text, start and length; the third is the one that a fact leads to.
_TEXT = ((0, 300), (0, 262), (0, 286), (0, 300), (0, 176))
# Place on the line, size of the dot, length of the words beside it.
_MOMENTS = ((30, 15, 170), (94, 15, 216), (158, 26, 190), (222, 15, 120), (276, 15, 150))
_BARS = ((0, 120), (60, 240), (30, 90), (110, 190))
_NODES = {
    "a": (60, 80, 34),
    "b": (210, 50, 22),
    "c": (170, 170, 46),
    "d": (60, 240, 20),
    "e": (272, 258, 28),
}
_ARCS = (("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("a", "b"))


def text_lines() -> Markup:
    """An article: lines of a text, one of them marked."""
    rows = (
        _bar(x, 18 + 58 * row, width, "mark" if row == 2 else "quiet")
        for row, (x, width) in enumerate(_TEXT)
    )
    return Markup("").join(rows)


def axis() -> Markup:
    """The timeline: moments on a line, some known better than others."""
    line = element("rect", x=31, y=0, width=6, height=SIDE, class_="quiet")
    rows = (
        element("circle", cx=34, cy=y, r=r, class_="mark" if r > 20 else "quiet")
        + _bar(84, y - 12, width, "mark" if r > 20 else "quiet")
        for y, r, width in _MOMENTS
    )
    return Markup("").join((line, *rows))


def ranges() -> Markup:
    """Figures: bars on one scale."""
    rows = (
        _bar(x, 26 + 72 * row, width, "mark" if row == 1 else "quiet")
        for row, (x, width) in enumerate(_BARS)
    )
    rule = element("rect", x=0, y=0, width=4, height=SIDE, class_="quiet")
    return Markup("").join((rule, *rows))


def network() -> Markup:
    """Topics: things that stand together."""
    lines = (
        element(
            "line", x1=_NODES[a][0], y1=_NODES[a][1], x2=_NODES[b][0], y2=_NODES[b][1],
            class_="thread",
        )
        for a, b in _ARCS
    )  # fmt: skip
    dots = (
        element("circle", cx=x, cy=y, r=r, class_="mark" if name == "c" else "quiet")
        for name, (x, y, r) in _NODES.items()
    )
    return Markup("").join((*lines, *dots))


def columns() -> Markup:
    """A summary beside its article: two columns, lines leading across."""
    rows = (
        element("rect", x=x, y=18 + 58 * row, width=130, height=22, rx=3, class_=kind)
        for row in range(5)
        for x, kind in (
            (0, "mark" if row == 2 else "quiet"),
            (170, "mark" if row == 2 else "quiet"),
        )
    )
    return Markup("").join(rows)


def _bar(x: float, y: float, width: float, kind: str) -> Markup:
    return element("rect", x=x, y=y, width=width, height=24, rx=3, class_=kind)


MOTIFS: dict[str, Callable[[], Markup]] = {
    "article": text_lines,
    "stub": text_lines,
    "fallback": text_lines,
    "articles": text_lines,
    "sources": text_lines,
    "policy": text_lines,
    "about": text_lines,
    "timeline": axis,
    "figures": ranges,
    "topic": network,
    "topics": network,
    "alphabet": network,
    "parallel": columns,
}
LETTERS = {
    "front": ("؟", "?"),
    "home": ("؟", "?"),
    "explainer": ("؟", "?"),
    "explainers": ("؟", "?"),
    # The mark that opens a quotation, as it looks in a line that runs leftwards.
    "voices": ("»", "“"),
}
