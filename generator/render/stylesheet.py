"""The one style sheet of every page, joined from its parts: a phone waits for each further request."""

import re
from pathlib import Path

from generator.model import RenderedPage

PATH = "assets/stylesheets/site.css"
# In this order: what a later part says of an element wins.
PARTS = (
    *("tokens", "type", "masthead", "layout", "components", "matrix", "questions", "evidence"),
    *("heads", "lists", "facts", "forced-colors", "glossary", "pictures"),
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(assets: Path) -> RenderedPage:
    """The parts of the folder without comments and indentation, as a file of docs/."""
    folder = assets / "stylesheets" / "page"
    texts = ((folder / f"{name}.css").read_text(encoding="utf-8") for name in PARTS)
    lines = (line.strip() for text in texts for line in _COMMENT.sub("", text).splitlines())
    return RenderedPage(PATH, None, "\n".join(line for line in lines if line) + "\n")
