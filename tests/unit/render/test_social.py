"""Facts about the pictures shown beside a link to a page: their words, lines, places and bytes."""

import re
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.config import SiteSettings
from generator.errors import ConfigError
from generator.model import ARABIC, ENGLISH, LanguageTag, RenderedPicture, Rights, SiteIndex
from generator.render import Rendered, render_all
from generator.render.icons import ICONS
from generator.render.social import design
from generator.render.social.design import MARGIN, card_svg
from generator.render.social.faces import Faces, load_faces, runs
from generator.render.social.lines import ELLIPSIS, Step, fit
from generator.render.social.motifs import LETTERS, MOTIFS
from generator.render.social.paint import card_key, paint_card
from generator.render.social.words import HEIGHT, WIDTH, SocialCard
from generator.rights import publishable
from tests.unit.render.conftest import PLANT, PLANT_TEXTS

ASSETS = Path(__file__).parents[3] / "overrides" / "assets"
FONTS = ASSETS / "fonts"
SETTINGS = SiteSettings(site_url="https://water.example/")
SVG = "{http://www.w3.org/2000/svg}"
LONG_AR = "ما الذي تغيّر في محطات تحلية المياه على الساحل بعد عام كامل من الجفاف " * 4
LONG_EN = (
    "What has changed in the desalination plants of the coast after a whole year of drought " * 4
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return load_faces(FONTS)


@pytest.fixture
def site(index: SiteIndex) -> Rendered:
    """The site under an address, with its pictures, none of them drawn."""
    return render_all(publishable(index), SETTINGS, ASSETS)


def card(
    title: str, language: LanguageTag = ARABIC, kind: str = "article", **more: str
) -> SocialCard:
    words = {"label": "مقال", "note": "صحيفة الساحل · 3 مايو 2024", "other": "", **more}
    return SocialCard(
        kind=kind, language=language, title=title, sites=("شرح", "Sharh"),
        motto="كل معلومة تقود إلى فقرتها", **words,
    )  # fmt: skip


def size(png: bytes) -> tuple[int, int]:
    """The width and height that a PNG states."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


# ---------------------------------------------------------------- words


def test_every_page_has_a_card_under_its_own_name(site: Rendered) -> None:
    """Each page names one card that will be drawn, and no card is drawn that no page names."""
    named = {
        page.path: match[1]
        for page in site.pages
        if page.path.endswith(".md")
        and (match := re.search(r'^card: \{path: "([^"]+)"', page.text, re.MULTILINE))
    }
    assert named.keys() == {page.path for page in site.pages if page.path.endswith(".md")}
    drawn = {picture.path for picture in site.pictures}
    assert set(named.values()) == drawn - {icon.path for icon in ICONS}
    assert all(f"/{page.removesuffix('.md')}." in f"/{path}" for page, path in named.items())


def test_cards_of_different_titles_are_different_pictures(site: Rendered) -> None:
    """No two pages with different words share a card's key."""
    cards = [p.draw.args[0] for p in site.pictures if "/cards/" in p.path]  # type: ignore[attr-defined]  # a partial
    keys = {p.key for p in site.pictures if "/cards/" in p.path}
    assert len(keys) == len(set(cards))
    assert len({(c.language, c.title) for c in cards}) <= len(keys)


def test_a_card_has_another_address_when_its_words_change() -> None:
    """Networks keep a picture by its address, so a corrected title needs a new one."""
    first, second = card("محطة جديدة"), card("محطة قديمة")
    assert first.path("ar/a.md") == card("محطة جديدة").path("ar/a.md")
    assert first.path("ar/a.md") != second.path("ar/a.md")


def test_a_site_without_an_address_or_with_cards_off_has_none(index: SiteIndex) -> None:
    """Whoever shows a card needs its whole address; an editor in a hurry needs no cards."""
    for settings in (SiteSettings(), replace(SETTINGS, social_cards=False)):
        rendered = render_all(publishable(index), settings, ASSETS)
        assert {p.path for p in rendered.pictures} == {icon.path for icon in ICONS}
        assert not [p for p in rendered.pages if "assets/cards" in p.text]


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.SUMMARY, Rights.NONE])
def test_a_card_shows_nothing_that_is_withheld(rights: Rights, index: SiteIndex) -> None:
    """Of a withheld text only its title is on a card, and nothing where the article has no page."""
    articles = tuple(
        replace(a, rights=rights) if a.slug == PLANT else a for a in index.library.articles
    )
    changed = replace(index, library=replace(index.library, articles=articles))
    pictures = render_all(publishable(changed), SETTINGS, ASSETS).pictures
    words = " ".join(p.draw.args[0].alt for p in pictures if "/cards/" in p.path)  # type: ignore[attr-defined]
    assert not [text for text in PLANT_TEXTS if text in words]
    assert any(f"/{PLANT}." in p.path for p in pictures) is (rights is not Rights.NONE)


# ---------------------------------------------------------------- lines


@given(st.lists(st.sampled_from(["ماء", "desalination", "سو-35", "و", "(2024)"]), max_size=40))
def test_lines_hold_the_words_in_order_within_the_room(words: list[str]) -> None:
    """Every line fits, there are no more than allowed, and only an ellipsis stands for the rest."""
    steps = (Step(80, 1), Step(40, 3))
    fitted = fit(" ".join(words), 600, steps, len)
    assert all(len(line) * fitted.size <= 600 for line in fitted.lines)
    assert len(fitted.lines) <= next(s.lines for s in steps if s.size == fitted.size)
    shown = " ".join(fitted.lines)
    whole = " ".join(words)
    assert shown == whole or (
        shown.endswith(ELLIPSIS) and whole.startswith(shown.removesuffix(ELLIPSIS).rstrip())
    )


def test_arabic_is_measured_as_it_joins(faces: Faces) -> None:
    """Joined letters are narrower than the same letters apart: the shaper measures, not a count."""
    apart = sum(faces.head.width(letter) for letter in "شمسية")
    assert faces.head.width("شمسية") < apart


def test_what_the_faces_cannot_draw_is_left_out(faces: Faces) -> None:
    """No box stands on a card: accents go, foreign scripts go, direction marks go."""
    assert faces.head.drawable("Erdoğan") == "Erdogan"
    assert faces.text.drawable("سيول 서울 \u2067عاصمة\u2069") == "سيول عاصمة"


def test_a_line_is_measured_in_runs_of_one_script() -> None:
    """Arabic joins within its run; marks and spaces stand with the letter before them."""
    assert list(runs("سَو -35 (Su)")) == [(True, "سَو "), (False, "-35 (Su)")]


# ---------------------------------------------------------------- places


def extents(svg: str, faces: Faces) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom and text of every line that is read; motifs are not."""
    found = []
    for line in etree.fromstring(svg.encode()).iter(f"{SVG}text"):
        if line.get("class") == "quiet":
            continue
        em = float(line.get("font-size"))
        text = re.sub("[\u2066-\u2069]", "", line.text)
        width = getattr(faces, line.get("font-family")).width(text) * em
        x, y = float(line.get("x")), float(line.get("y"))
        left = {"start": x, "end": x - width}[line.get("text-anchor")]
        found.append((left, y - 0.75 * em, left + width, y + 0.3 * em, text))
    return found


CARDS = [
    card("ماء"),
    card(LONG_AR),
    card(LONG_AR.replace(" ", "")),
    card("قمة سو-35 (Su-35): «من الساحل» إلى 2024؟", kind="topic", other="The Su-35 (سو-35) fighter"),
    card(LONG_EN, ENGLISH, "stub", label=LONG_EN, note=LONG_EN),
    card("Water", ENGLISH, "topic", note="", other=LONG_AR),
    card(LONG_AR, kind="front", other=LONG_EN),
    card("لماذا تُحلّى مياه البحر؟", kind="front", other="Why is sea water desalinated?"),
    *(card("ماء البحر", kind=kind) for kind in (*MOTIFS, *LETTERS)),
    replace(card("ماء"), sites=(LONG_AR, LONG_EN), motto=LONG_AR),
]  # fmt: skip


@pytest.mark.parametrize("words", CARDS, ids=lambda c: f"{c.kind}-{c.title[:20]}")
def test_no_line_leaves_the_safe_area_or_meets_another(words: SocialCard, faces: Faces) -> None:
    """Whatever the words are, every line stands within the margins and clear of the others."""
    boxes = extents(card_svg(words, faces), faces)
    assert len(boxes) > 2
    for left, top, right, bottom, text in boxes:
        assert MARGIN - 1 <= left <= right <= WIDTH - MARGIN + 1, text
        assert MARGIN - 20 <= top <= bottom <= HEIGHT - MARGIN + 20, text
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 0 or down <= 0.25 * (one[3] - one[1]), (one[4], other[4])


def test_a_card_begins_on_the_side_where_its_language_does(faces: Faces) -> None:
    """Titles stand at the right margin on Arabic cards, at the left on English ones."""
    arabic = next(b for b in extents(card_svg(card("ماء"), faces), faces) if "ماء" in b[4])
    english = next(
        b for b in extents(card_svg(card("Water", ENGLISH), faces), faces) if "Water" in b[4]
    )
    assert arabic[2] == pytest.approx(WIDTH - MARGIN)
    assert english[0] == pytest.approx(MARGIN)


def test_the_colours_are_those_of_the_style_sheet() -> None:
    """A card looks like the site because it has the site's colours."""
    tokens = (ASSETS / "stylesheets" / "page" / "tokens.css").read_text(encoding="utf-8")
    names = ("PAPER", "INK", "SOFT", "BRICK", "DEEP", "ON_DEEP", "ON_DEEP_SOFT", "SAFFRON")
    assert all(getattr(design, name) in tokens for name in names)


# ---------------------------------------------------------------- bytes


def test_a_card_is_a_png_of_its_size_and_the_same_each_time() -> None:
    """1200 by 630 pixels, with its key near the beginning; twice painted, the same bytes."""
    words = card("طائرات سو-35 (Su-35)")
    key = card_key(words, FONTS)
    first, second = paint_card(words, FONTS, key), paint_card(words, FONTS, key)
    assert size(first) == (WIDTH, HEIGHT) == (1200, 630)
    assert first == second
    assert key.encode() in first[:512]


def test_missing_faces_are_said_with_a_remedy(tmp_path: Path) -> None:
    """A checkout without its faces gets a line to act on, not a traceback."""
    with pytest.raises(ConfigError, match="social_cards: false"):
        card_key(card("ماء"), tmp_path)


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.name)
def test_icons_are_square_pngs_of_their_size(icon: object, site: Rendered) -> None:
    """Each icon is drawn from the favicon in the size that its name and the manifest say."""
    by_path: dict[str, RenderedPicture] = {picture.path: picture for picture in site.pictures}
    png = by_path[icon.path].draw()  # type: ignore[attr-defined]
    assert size(png) == (icon.side, icon.side)  # type: ignore[attr-defined]
