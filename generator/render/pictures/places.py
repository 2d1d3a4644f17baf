"""The places that articles name, as numbered marks on the outlines of the land.

Places lie too close together for a finger, and their names for a phone. So each mark carries the
number of its place in the list below, marks are moved apart until none covers another, and a line
joins each with the point where its place is. A map is never mirrored: west is left in Arabic too.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from math import cos, radians, sqrt

from markupsafe import Markup

from generator.render.catalogue import Catalogue
from generator.render.pictures.svg import (
    Picture,
    element,
    link,
    number,
    percent,
    picture,
    rem,
    written,
)

# The map is laid out for a window of 320 pixels; on wider ones the marks only stand further apart.
_WIDTH, _HEIGHT = 288.0, 162.0
_UNITS = 1000.0  # of the outlines across the map
_APART = 25.0
_EDGE = 13.0
_ROUNDS = 300
_PULL = 0.02
# Degrees that a map shows at least, and the share of them that is left free at its edges.
_LEAST = 24.0
_MARGIN = 0.1
_JOINED = 14.0  # a mark nearer to its point than this needs no line

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place in the order of the list: its name, the way to its page, its degrees."""

    name: str
    href: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Extent:
    """What a map shows; `shrink` is how much narrower a degree of longitude is than one of latitude."""

    west: float
    north: float
    degrees: float
    shrink: float

    def at(self, latitude: float, longitude: float) -> Point:
        """The place on the map in shares of its width and height."""
        across = (longitude - self.west) * self.shrink / self.degrees
        return across, (self.north - latitude) / self.degrees * _WIDTH / _HEIGHT


def places_picture(say: Catalogue, marks: Sequence[PlaceMark]) -> Picture | None:
    """The map of the places; None where there is none."""
    if not marks:
        return None
    extent = _extent(marks)
    points = [extent.at(mark.latitude, mark.longitude) for mark in marks]
    places = _spread([(x * _WIDTH, y * _HEIGHT) for x, y in points])
    title = say.text("Places on the map")
    parts: list[str] = [_land(extent)]
    for point, place in zip(points, places, strict=True):
        parts += _pointer(point, place)
    for position, (mark, place) in enumerate(zip(marks, places, strict=True), start=1):
        parts.append(_mark(mark, str(position), place))
    drawn = picture(*parts, height=None, classes="sh-map", label=title)
    caption = (
        say.text("Each number stands in the list of places; a country stands at its capital."),
        say.text("Outlines: %(source)s.", source="Natural Earth"),
    )
    return Picture("places-picture", drawn, title, caption)


def _extent(marks: Sequence[PlaceMark]) -> Extent:
    south, north = _ends(mark.latitude for mark in marks)
    west, east = _ends(mark.longitude for mark in marks)
    shrink = cos(radians((south + north) / 2))
    width = max((east - west) * shrink, (north - south) * _WIDTH / _HEIGHT, _LEAST)
    degrees = width * (1 + 2 * _MARGIN)
    top = min((south + north) / 2 + degrees * _HEIGHT / _WIDTH / 2, 85.0)
    return Extent((west + east) / 2 - degrees / shrink / 2, top, degrees, round(shrink, 6))


def _ends(degrees: Iterable[float]) -> tuple[float, float]:
    found = sorted(degrees)
    return found[0], found[-1]


# ---------------------------------------------------------------- marks


def _spread(points: list[Point]) -> list[Point]:
    """The points moved until each is apart from the others, and drawn back to where it was."""
    places = [_nudged(point, order) for order, point in enumerate(points)]
    for rest in range(_ROUNDS, 0, -1):
        for one, other in combinations(range(len(places)), 2):
            places[one], places[other] = _pushed(places[one], places[other])
        # The last rounds only push, so that nothing is drawn back over something else.
        pull = _PULL if rest > _ROUNDS // 4 else 0.0
        places = [_held(place, point, pull) for place, point in zip(places, points, strict=True)]
    return places


def _nudged(point: Point, order: int) -> Point:
    """The point a little aside, each to another side, so that no two are the same."""
    return point[0] + (order * 7 % 11 - 5) / 10, point[1] + (order * 5 % 7 - 3) / 10


def _pushed(one: Point, other: Point) -> tuple[Point, Point]:
    dx, dy = other[0] - one[0], other[1] - one[1]
    distance = sqrt(dx * dx + dy * dy) or 1.0
    if distance >= _APART:
        return one, other
    push = (_APART - distance) / 2 / distance
    return (one[0] - dx * push, one[1] - dy * push), (other[0] + dx * push, other[1] + dy * push)


def _held(place: Point, point: Point, pull: float) -> Point:
    x = place[0] + (point[0] - place[0]) * pull
    y = place[1] + (point[1] - place[1]) * pull
    return min(max(x, _EDGE), _WIDTH - _EDGE), min(max(y, _EDGE), _HEIGHT - _EDGE)


def _shares(place: Point) -> tuple[str, str]:
    return percent(place[0] / _WIDTH), percent(place[1] / _HEIGHT)


def _pointer(point: Point, place: Point) -> Iterable[Markup]:
    """The point itself and the line to its mark, where the two are apart."""
    x, y = point[0] * _WIDTH - place[0], point[1] * _HEIGHT - place[1]
    if x * x + y * y < _JOINED:
        return
    (left, top), (right, bottom) = (percent(point[0]), percent(point[1])), _shares(place)
    yield element("line", x1=left, y1=top, x2=right, y2=bottom, class_="sh-map__line")
    yield element("circle", cx=left, cy=top, r=3, class_="sh-map__point")


def _mark(mark: PlaceMark, position: str, place: Point) -> Markup:
    x, y = _shares(place)
    shapes = (
        element("circle", cx=x, cy=y, r=rem(12)),
        written(position, x=x, y=y, dy=rem(4.5), class_="sh-mark__count"),
    )
    return link(mark.href, shapes, f"{position}. {mark.name}", "sh-mark sh-mark--place")


# ---------------------------------------------------------------- land


@cache
def _outlines() -> tuple[tuple[tuple[Point, ...], ...], tuple[tuple[Point, ...], ...]]:
    """Coasts, closed, and borders, open, as (longitude, latitude). Source: outlines.json says."""
    path = files("generator.render.pictures") / "outlines.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    land, borders = (
        tuple(tuple((float(x), float(y)) for x, y in line) for line in data[name])
        for name in ("land", "borders")
    )
    return land, borders


def _land(extent: Extent) -> Markup:
    height = _UNITS * _HEIGHT / _WIDTH
    land, borders = (_path(extent, lines, height) for lines in _outlines())
    closed = land.replace(" ", "z") + "z" if land else ""
    return element(
        "svg",
        element("path", d=closed, class_="sh-map__land"),
        element("path", d=borders.replace(" ", ""), class_="sh-map__border"),
        class_="sh-map__outlines",
        viewBox=f"0 0 {number(_UNITS)} {number(height)}",
        preserveAspectRatio="none",
        width="100%",
        height="100%",
        aria_hidden="true",
    )


def _path(extent: Extent, lines: Iterable[Sequence[Point]], height: float) -> str:
    """The lines that the map shows, in whole units from point to point, a space between two."""
    paths: list[str] = []
    for line in lines:
        points = [_unit(extent.at(latitude, longitude), height) for longitude, latitude in line]
        if _is_shown(points, height):
            paths.append(_steps([_inside(point, height) for point in points]))
    return " ".join(paths)


def _unit(share: Point, height: float) -> tuple[int, int]:
    return round(share[0] * _UNITS), round(share[1] * height)


def _inside(point: tuple[int, int], height: float) -> tuple[int, int]:
    """The point drawn to the edge of the map, so that nothing reaches over what stands below it."""
    return min(max(point[0], 0), round(_UNITS)), min(max(point[1], 0), int(height))


def _is_shown(points: Sequence[tuple[int, int]], height: float) -> bool:
    across, down = [x for x, _ in points], [y for _, y in points]
    return max(across) > 0 and min(across) < _UNITS and max(down) > 0 and min(down) < height


def _steps(points: Sequence[tuple[int, int]]) -> str:
    x, y = points[0]
    steps = [f"M{x},{y}l"]
    for across, down in points[1:]:
        if (across, down) != (x, y):
            steps.append(f"{',' if len(steps) > 1 else ''}{across - x},{down - y}")
            x, y = across, down
    return "".join(steps).removesuffix("l")
