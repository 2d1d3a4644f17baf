"""Facts about the style sheet of the pages."""

import re
from pathlib import Path

from generator.render.stylesheet import PARTS, PATH, style_sheet

ASSETS = Path(__file__).parents[3] / "overrides" / "assets"
FOLDER = ASSETS / "stylesheets" / "page"


def test_every_part_is_in_the_sheet_in_its_order() -> None:
    """No part is forgotten, and what a later one says comes later."""
    assert sorted(PARTS) == sorted(path.stem for path in FOLDER.glob("*.css"))
    text = style_sheet(ASSETS).text
    at = 0
    for name in PARTS:
        rule = first_rule((FOLDER / f"{name}.css").read_text(encoding="utf-8"))
        assert rule in text[at:], name
        at = text.index(rule, at) + 1


def first_rule(text: str) -> str:
    """The line of a part on which its first rule opens."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    return next(line for line in lines if line.endswith("{") and "@" not in line)


def test_the_sheet_says_the_same_as_its_parts() -> None:
    """Comments and white space at the edges of lines go; nothing else does."""
    parts = "".join((FOLDER / f"{name}.css").read_text() for name in PARTS)
    bare = re.sub(r"/\*.*?\*/", "", parts, flags=re.DOTALL)
    sheet = style_sheet(ASSETS)
    assert sheet.text.split() == bare.split()
    assert "/*" not in sheet.text


def test_addresses_in_the_sheet_lead_where_they_did() -> None:
    """Faces lie beside the folder of the sheet, as they are asked for."""
    found = re.findall(r'url\("([^"]+)"\)', style_sheet(ASSETS).text)
    assert found
    for address in found:
        assert ((ASSETS.parent / PATH).parent / address).resolve().is_file()
