"""Facts about cards as a browser sees them: it lays out the same SVG, and draws the same picture."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model import ARABIC, ENGLISH, LanguageTag
from generator.render.social.design import card_svg
from generator.render.social.faces import Faces, load_faces
from generator.render.social.paint import paint
from generator.render.social.words import HEIGHT, WIDTH, SocialCard

FACES = load_faces(Path(__file__).parents[2] / "overrides" / "assets" / "fonts")

# Of the pixels that either picture inks, the share that the other does not.
DIFFERENCE = """async ([one, other]) => {
    const inked = async (source) => {
        const picture = new Image();
        picture.src = source;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        canvas.drawImage(picture, 0, 0);
        return canvas.getImageData(0, 0, picture.width, picture.height).data;
    };
    const [a, b] = [await inked(one), await inked(other)];
    let ink = 0, differs = 0;
    for (let i = 0; i < a.length; i += 4) {
        const [left, right] = [a[i] < 140, b[i] < 140];
        ink += left || right;
        differs += left !== right;
    }
    return differs / ink;
}"""


def card(title: str, language: LanguageTag, note: str) -> SocialCard:
    return SocialCard("article", language, "مقال", title, note, "", ("شرح", "Sharh"), "Motto")


def difference(svg: str, png: bytes, faces: Faces, page: Page) -> float:
    """How much the browser's picture of the SVG differs from the PNG."""
    rules = "".join(
        f"@font-face {{ font-family: '{Path(file).stem}'; font-weight: 100 900;"
        f" src: url(data:font/ttf;base64,{_base64(Path(file).read_bytes())}) }}"
        for file in faces.files
    )
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.set_content(f"<style>{rules} body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
    page.evaluate("document.fonts.ready")
    seen = page.screenshot()
    pictures = [f"data:image/png;base64,{_base64(data)}" for data in (seen, png)]
    return float(page.evaluate(DIFFERENCE, pictures))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


@pytest.mark.parametrize(
    "words",
    [
        card("سو-35 (Su-35)", ARABIC, "رويترز (Reuters) · 12 يونيو 2024"),
        card("طائرات «سو-35» (Su-35) في 2024: لماذا؟", ARABIC, "مَن قال 40% من 1.5 مليون؟"),
        card("What «سو-35» means (in 2024)", ENGLISH, "صحيفة الساحل · 3 May 2024"),
        card("لا إله… ولله الأمر: مُؤسَّسات", ARABIC, "نصٌّ مُشكَّل، وفيه لامٌ وألفٌ: الآن، الأمل"),
    ],
    ids=lambda words: words.title,
)
def test_a_browser_shapes_and_orders_the_lines_of_a_card_alike(
    words: SocialCard, page: Page
) -> None:
    """Letters join and lines run as in Chromium; without their direction the same lines would not."""
    svg = card_svg(words, FACES)
    assert difference(svg, paint(svg, "k", FACES.files), FACES, page) < 0.12
    if words.language == ARABIC:
        wrong = svg.replace("\u2067", "\u2066")
        assert difference(svg, paint(wrong, "k", FACES.files), FACES, page) > 0.3
