"""Topics that stand in the same paragraphs, as arcs between their names.

The names stand below each other, so that they can be read and met on a phone, where a cloud of
crossing lines cannot. Topics that share much stand close together: the order is found by exchanging
two at a time as long as that shortens the arcs, from a fixed beginning, so it is always the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from generator.model import TITLE_ID, ParagraphId, Slug, TopicId, TopicPage
from generator.render.catalogue import Catalogue, messages
from generator.render.pictures.svg import (
    Frame,
    Picture,
    element,
    frame,
    link,
    number,
    percent,
    picture,
    rem,
    written,
)

PARAGRAPHS = messages("%(n)s paragraph", "%(n)s paragraphs")

_MOST_TOPICS = 18
# Only the strongest ties of each topic are drawn: all of them would be a web that says nothing.
_TIES_EACH = 2
_ROW = 30.0
# Where the topics' dots stand; names before them, arcs after.
_SPINE = 0.6
# Letters of a name that fit before the dots on a window of 320 pixels.
_LETTERS = 21
_THINNEST, _THICKEST = 1.5, 7.0
_SMALLEST, _LARGEST = 4.0, 9.0


@dataclass(frozen=True, slots=True)
class Tie:
    """Two topics and the number of paragraphs that name both."""

    first: TopicId
    second: TopicId
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Network:
    """The topics in the order in which they stand, their paragraphs, and their strongest ties."""

    topics: tuple[TopicId, ...]
    paragraphs: Mapping[TopicId, int]
    ties: tuple[Tie, ...]


def network(pages: Iterable[TopicPage]) -> Network:
    """The topics that most paragraphs name, and the ties between them, strongest first."""
    found = {page.topic: _passages(page) for page in pages}
    ranked = sorted(found, key=lambda topic: (-len(found[topic]), topic))[:_MOST_TOPICS]
    every = [
        Tie(first, second, shared)
        for first, second in combinations(sorted(ranked), 2)
        if (shared := len(found[first] & found[second]))
    ]
    ties = _strongest(every)
    tied = {topic for tie in ties for topic in (tie.first, tie.second)}
    topics = tuple(topic for topic in ranked if topic in tied)
    return Network(_ordered(topics, ties), {t: len(found[t]) for t in topics}, ties)


def paragraph_counts(pages: Iterable[TopicPage]) -> dict[TopicId, int]:
    """How many paragraphs name each topic."""
    return {page.topic: len(_passages(page)) for page in pages}


def _passages(page: TopicPage) -> frozenset[tuple[Slug, ParagraphId]]:
    passages = (mention.passage for mention in page.mentions)
    return frozenset((p.article, p.block) for p in passages if p.block != TITLE_ID)


def _strongest(ties: list[Tie]) -> tuple[Tie, ...]:
    """Of each topic the strongest ties, each once."""
    ranked = sorted(ties, key=lambda tie: (-tie.paragraphs, tie.first, tie.second))
    taken: Counter[TopicId] = Counter()
    chosen: list[Tie] = []
    for tie in ranked:
        if min(taken[tie.first], taken[tie.second]) < _TIES_EACH:
            taken.update((tie.first, tie.second))
            chosen.append(tie)
    return tuple(chosen)


def _ordered(topics: tuple[TopicId, ...], ties: tuple[Tie, ...]) -> tuple[TopicId, ...]:
    """The topics so that no exchange of two would shorten the arcs, weighted by paragraphs."""
    order = list(topics)
    best = _length(order, ties)
    better = True
    while better:
        better = False
        for one, other in combinations(range(len(order)), 2):
            order[one], order[other] = order[other], order[one]
            length = _length(order, ties)
            if length < best:
                best, better = length, True
            else:
                order[one], order[other] = order[other], order[one]
    return tuple(order)


def _length(order: list[TopicId], ties: tuple[Tie, ...]) -> int:
    places = {topic: place for place, topic in enumerate(order)}
    return sum(tie.paragraphs * abs(places[tie.first] - places[tie.second]) for tie in ties)


# ---------------------------------------------------------------- how it is drawn


@dataclass(frozen=True, slots=True)
class Node:
    """A topic as the picture names it: its name in the page's language and the way to its page."""

    name: str
    href: str


def network_picture(
    say: Catalogue, shown: Network, nodes: Mapping[TopicId, Node]
) -> Picture | None:
    """The picture of the ties; None where no two topics share a paragraph."""
    if not shown.ties:
        return None
    space = frame(say.language)
    title = say.text("Topics that share paragraphs")
    height = len(shown.topics) * _ROW
    drawn = picture(
        _arcs(space, shown, height),
        *_nodes(say, space, shown, nodes),
        height=height,
        classes="sh-network",
        label=title,
    )
    caption = (
        say.text("An arc joins two topics that the same paragraphs name; the thicker, the more."),
        say.text("Each name leads to the page of its topic."),
    )
    return Picture("network-picture", drawn, title, caption)


def _arcs(space: Frame, shown: Network, height: float) -> Markup:
    """Half ellipses in a drawing of their own, which is stretched to the width that there is."""
    places = {topic: (place + 0.5) * _ROW for place, topic in enumerate(shown.topics)}
    longest = max(abs(places[tie.first] - places[tie.second]) for tie in shown.ties)
    most = max(tie.paragraphs for tie in shown.ties)
    # Thin arcs last, so that thick ones do not hide them.
    paths = (
        _arc(space, sorted((places[tie.first], places[tie.second])), longest, tie.paragraphs / most)
        for tie in shown.ties
    )
    return element(
        "svg",
        *paths,
        x=space.across(_SPINE, 1)["x"],
        y=0,
        width=percent(1 - _SPINE),
        height=rem(height),
        viewBox=f"0 0 100 {number(height)}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _arc(space: Frame, ends: Sequence[float], longest: float, weight: float) -> Markup:
    top, bottom = ends
    side, sweep = (100, 0) if space.rtl else (0, 1)
    reach = 15 + 83 * (bottom - top) / longest
    half = number((bottom - top) / 2)
    path = f"M{side} {number(top)}A{number(reach)} {half} 0 0 {sweep} {side} {number(bottom)}"
    thickness = _THINNEST + (_THICKEST - _THINNEST) * weight
    return element("path", d=path, stroke_width=thickness, class_="sh-network__arc")


def _nodes(
    say: Catalogue, space: Frame, shown: Network, nodes: Mapping[TopicId, Node]
) -> Iterable[Markup]:
    most = max(shown.paragraphs.values())
    for place, topic in enumerate(shown.topics):
        y = (place + 0.5) * _ROW
        count = shown.paragraphs[topic]
        radius = _SMALLEST + (_LARGEST - _SMALLEST) * (count / most) ** 0.5
        spoken = say.count(PARAGRAPHS, count, n=count)
        node = nodes[topic]
        label = say.text("%(topic)s: %(count)s", topic=node.name, count=spoken)
        shapes = (
            element(
                "rect",
                **space.across(0, _SPINE + 0.04),
                y=rem(y - _ROW / 2 + 1),
                height=rem(_ROW - 2),
                rx=4,
                class_="sh-mark__touch",
            ),
            written(
                _short(node.name),
                x=space.x(_SPINE - 0.05),
                y=rem(y + 5),
                text_anchor="end",
                class_="sh-network__name",
            ),
            element("circle", cx=space.x(_SPINE), cy=rem(y), r=rem(radius)),
        )
        yield link(node.href, shapes, label, "sh-mark sh-mark--topic")


def _short(name: str) -> str:
    """The name cut at a word where it would not fit on a phone."""
    if len(name) <= _LETTERS:
        return name
    cut = name[: _LETTERS - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
