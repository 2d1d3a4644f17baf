"""A card's words -> its SVG: where everything stands, in which size and colour.

The painter lays out each line by the bidirectional algorithm, but always as part of a text that
runs rightwards. So every line is isolated in its own direction, and set from the side that its
card begins on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model import ARABIC, ENGLISH, LanguageTag
from generator.render.pictures.svg import element, number
from generator.render.social.faces import Face, Faces
from generator.render.social.lines import Fitted, Step, fit, shortened
from generator.render.social.motifs import LETTERS, MOTIFS, SIDE
from generator.render.social.words import HEIGHT, WIDTH, SocialCard

# From overrides/assets/stylesheets/page/tokens.css, the light scheme.
PAPER, INK, SOFT, BRICK = "#fbf6ec", "#14262d", "#4d5a5c", "#a03a26"
DEEP, ON_DEEP, ON_DEEP_SOFT = "#0e3a45", "#fbf6ec", "#cfdcd9"
SAFFRON = "#e2a32b"

MARGIN = 72.0
"""Nothing that is read stands nearer to an edge: viewers crop and round what they show."""

_DEEP_KINDS = frozenset({"front", "home", "explainer"})
_MOTIF_ROOM = 372.0
_LABEL = 40.0
# Titles stand below the double rule, with room for a label above them.
_TOP = 216.0
# Sizes of titles; a line of Arabic takes more height for its dots and vowel signs.
_TITLE = {
    ARABIC: (Step(148, 1), Step(124, 2), Step(108, 3), Step(92, 3), Step(78, 4), Step(66, 4)),
    ENGLISH: (Step(128, 1), Step(108, 2), Step(94, 3), Step(82, 3), Step(68, 4), Step(58, 4)),
}
_HALF = {
    ARABIC: (Step(92, 3), Step(84, 3), Step(76, 3), Step(64, 4), Step(54, 5), Step(46, 5)),
    ENGLISH: (Step(80, 3), Step(72, 3), Step(64, 4), Step(56, 4), Step(46, 5), Step(40, 5)),
}
_LEADING = {ARABIC: 1.06, ENGLISH: 0.98}
# What stands above and below the baseline of a line, in ems of the headline face.
_RISE = {ARABIC: 0.78, ENGLISH: 0.62}
_FALL = {ARABIC: 0.36, ENGLISH: 0.2}
_OTHER = (Step(64, 1), Step(52, 1), Step(42, 1), Step(34, 2))
_NOTE = (Step(32, 2),)
_NOTE_LEADING = 1.5
_WEIGHTS = {"head": 700, "text": 400}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a card."""

    ground: str
    title: str
    label: str
    note: str
    rule: str
    quiet: float
    mark: float


_ON_PAPER = Palette(PAPER, INK, BRICK, SOFT, INK, 0.3, 0.75)
_ON_DEEP = Palette(DEEP, ON_DEEP, SAFFRON, ON_DEEP_SOFT, "#2c5560", 0.2, 0.2)


@dataclass(frozen=True, slots=True)
class Side:
    """The direction of a card: places across are counted from where its lines begin."""

    rtl: bool

    def x(self, place: float) -> float:
        """The place from the left of the picture."""
        return WIDTH - place if self.rtl else place

    @property
    def start(self) -> str:
        """The anchor of lines that begin at the side where the card begins."""
        return "end" if self.rtl else "start"

    @property
    def end(self) -> str:
        """The anchor of lines that end at the other side."""
        return "start" if self.rtl else "end"


def card_svg(card: SocialCard, faces: Faces) -> str:
    """The card as an SVG that names the families of `faces` and draws nothing else of the machine."""
    palette = _ON_DEEP if card.kind in _DEEP_KINDS else _ON_PAPER
    draw = _front if card.kind == "front" and card.other else _page
    return element(
        "svg",
        _style(palette),
        element("rect", width=WIDTH, height=HEIGHT, fill=palette.ground),
        *draw(card, faces, palette, Side(card.language == ARABIC)),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
    )


def _style(palette: Palette) -> Markup:
    rules = (
        f".quiet{{fill:{SAFFRON};fill-opacity:{palette.quiet}}}",
        f".mark{{fill:{SAFFRON};fill-opacity:{palette.mark}}}",
        f".thread{{stroke:{SAFFRON};stroke-opacity:{palette.quiet};stroke-width:6}}",
    )
    return element("style", *rules)


# ---------------------------------------------------------------- one page


def _page(card: SocialCard, faces: Faces, palette: Palette, side: Side) -> Iterator[Markup]:
    yield from _masthead(card, faces, palette, side)
    yield from _motif(card, palette, side)
    yield from _words(card, faces, palette, side)
    if palette is _ON_DEEP:
        yield element("rect", y=HEIGHT - 12, width=WIDTH, height=12, fill=SAFFRON)


def _masthead(card: SocialCard, faces: Faces, palette: Palette, side: Side) -> Iterator[Markup]:
    """The site's names, its motto, and a double rule, as above every page."""
    if palette is _ON_PAPER:
        yield element("rect", width=WIDTH, height=14, fill=DEEP)
    arabic, latin = card.sites
    base, at = 106.0, MARGIN
    for text, size, rtl in ((arabic, 64.0, True), (latin, 42.0, False)):
        name = shortened(faces.head.drawable(text), 380 / size, faces.head.width)
        yield _line(faces.head, name, side.x(at), base, size, palette.title, side.start, rtl)
        at += faces.head.width(name) * size + 20
        if text == arabic:
            yield element("rect", x=side.x(at) - 2, y=70, width=4, height=46, fill=SAFFRON)
            at += 20
    if WIDTH - MARGIN - at > 460:
        motto = shortened(faces.text.drawable(card.motto), 440 / 26, faces.text.width)
        yield _line(faces.text, motto, side.x(WIDTH - MARGIN), base - 4, 26, palette.note, side.end, side.rtl)  # fmt: skip
    for y in (138.0, 143.0):
        yield element(
            "rect", x=MARGIN, y=y, width=WIDTH - 2 * MARGIN, height=1.5, fill=palette.rule
        )


def _motif(card: SocialCard, palette: Palette, side: Side) -> Iterator[Markup]:
    if card.kind in LETTERS:
        arabic, latin = LETTERS[card.kind]
        letter = arabic if side.rtl else latin
        yield element(
            "text", escape(letter), x=side.x(WIDTH - MARGIN - SIDE / 2), y=HEIGHT - 70,
            font_family="head", font_size=560, font_weight=700, text_anchor="middle", class_="quiet",
        )  # fmt: skip
    elif card.kind in MOTIFS:
        left = side.x(WIDTH - MARGIN - SIDE) if not side.rtl else MARGIN + SIDE
        turn = f"translate({number(left)} 226) scale({'-1' if side.rtl else '1'} 1)"
        yield element("g", MOTIFS[card.kind](), transform=turn)


def _words(card: SocialCard, faces: Faces, palette: Palette, side: Side) -> Iterator[Markup]:
    """Label, title and what stands below it, set from the bottom of the safe area upwards."""
    room, bottom = WIDTH - 2 * MARGIN - _MOTIF_ROOM, HEIGHT - MARGIN
    foreign = ENGLISH if card.language == ARABIC else ARABIC
    note = _fitted(faces.text, card.note, room, _NOTE)
    if note.lines:
        top = bottom - note.size * (0.3 + _NOTE_LEADING * (len(note.lines) - 1))
        yield from _block(faces.text, note, side, top, palette.note, card.language, _NOTE_LEADING)
        bottom = top - note.size * 1.4
    other = _fitted(faces.head, card.other, room, _OTHER)
    if other.lines:
        top = bottom - _below_first(other, foreign)
        yield from _block(faces.head, other, side, top, palette.note, foreign, _LEADING[foreign])
        bottom = top - other.size * _RISE[foreign] - 12
    steps = _within(_TITLE[card.language], bottom - _TOP, card.language)
    title = _fitted(faces.head, card.title, room, steps)
    top = bottom - _below_first(title, card.language)
    leading = _LEADING[card.language]
    yield from _block(faces.head, title, side, top, palette.title, card.language, leading)
    if card.label:
        label = shortened(faces.head.drawable(card.label), room / _LABEL, faces.head.width)
        base = top - title.size * _RISE[card.language] - 22
        yield _line(
            faces.head, label, side.x(MARGIN), base, _LABEL, palette.label, side.start, side.rtl
        )


def _below_first(fitted: Fitted, language: LanguageTag) -> float:
    """How far a block of headlines reaches below the baseline of its first line."""
    return fitted.size * (_FALL[language] + _LEADING[language] * (len(fitted.lines) - 1))


def _within(steps: tuple[Step, ...], height: float, language: LanguageTag) -> tuple[Step, ...]:
    """The steps with no more lines than stand in so many pixels; the last keeps one at least."""
    ends, leading = _RISE[language] + _FALL[language], _LEADING[language]
    most = (int((height / step.size - ends) / leading + 1) for step in steps)
    found = [
        Step(step.size, min(step.lines, lines))
        for step, lines in zip(steps, most, strict=True)
        if lines > 0
    ]
    return tuple(found) or (Step(steps[-1].size, 1),)


# ---------------------------------------------------------------- the front door


def _front(card: SocialCard, faces: Faces, palette: Palette, side: Side) -> Iterator[Markup]:
    """Both languages side by side, each from its own edge."""
    yield from _masthead(card, faces, palette, side)
    room = WIDTH / 2 - MARGIN - 40
    yield element("rect", x=WIDTH / 2 - 1, y=144, width=2, height=HEIGHT - 144, fill=palette.rule)
    for language, text in ((ARABIC, card.title), (ENGLISH, card.other)):
        own = Side(language == ARABIC)
        letter = LETTERS["front"][0 if own.rtl else 1]
        yield element(
            "text", letter, x=own.x(WIDTH / 2 - 150), y=HEIGHT + 40, font_family="head",
            font_size=420, font_weight=700, text_anchor="middle", class_="quiet",
        )  # fmt: skip
        steps = _within(_HALF[language], HEIGHT - MARGIN - 200, language)
        fitted = _fitted(faces.head, text, room, steps)
        top = 200 + fitted.size * _RISE[language]
        yield from _block(faces.head, fitted, own, top, palette.title, language, _LEADING[language])
    yield element("rect", y=HEIGHT - 12, width=WIDTH, height=12, fill=SAFFRON)


# ---------------------------------------------------------------- lines


def _fitted(face: Face, text: str, room: float, steps: tuple[Step, ...]) -> Fitted:
    return fit(face.drawable(text), room, steps, face.width)


def _block(
    face: Face, fitted: Fitted, side: Side, base: float, fill: str, language: LanguageTag,
    leading: float,
) -> Iterator[Markup]:  # fmt: skip
    """Lines from the first baseline downwards."""
    for row, text in enumerate(fitted.lines):
        y = base + row * leading * fitted.size
        rtl = language == ARABIC
        yield _line(face, text, side.x(MARGIN), y, fitted.size, fill, side.start, rtl)


def _line(
    face: Face, text: str, x: float, y: float, size: float, fill: str, anchor: str, rtl: bool
) -> Markup:
    """One line, isolated in its own direction."""
    first, last = ("\u2067" if rtl else "\u2066"), "\u2069"
    return element(
        "text", first, escape(text), last,
        x=x, y=y, font_family=face.family, font_weight=_WEIGHTS[face.family], font_size=size,
        fill=fill, text_anchor=anchor,
    )  # fmt: skip
