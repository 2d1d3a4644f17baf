"""Elements of a picture, and where things stand across it in either direction of writing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import ARABIC, LanguageTag
from generator.render.markdown import escape

# What ends an attribute, or what Markdown reads before it reads elements.
_SIGNS = re.compile(r"[&<>\"`\\\[\]]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its name for those who do not see it, and what it shows, in words."""

    id: str
    svg: Markup
    title: str
    caption: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The width of a picture, as shares from 0 at the start of the line to 1 at its end."""

    rtl: bool

    def x(self, share: float) -> str:
        """The place across as a percentage from the left.

        >>> Frame(rtl=False).x(0.25), Frame(rtl=True).x(0.25)
        ('25%', '75%')
        """
        return percent(1 - share if self.rtl else share)

    def across(self, start: float, end: float) -> dict[str, str]:
        """The attributes of a box between two places.

        >>> Frame(rtl=True).across(0.25, 0.5)
        {'x': '50%', 'width': '25%'}
        """
        return {"x": self.x(end if self.rtl else start), "width": percent(end - start)}


def frame(language: LanguageTag) -> Frame:
    """The frame of a picture on a page of the language: in Arabic time and numbers run leftwards."""
    return Frame(rtl=language == ARABIC)


def percent(share: float) -> str:
    """A share as a percentage with at most two decimals."""
    return f"{number(share * 100)}%"


def rem(pixels: float) -> str:
    """A length that grows with the text of the page; pixels as a browser sets it at first.

    >>> rem(24), rem(10.5)
    ('1.5rem', '0.6563rem')
    """
    return f"{pixels / 16:.4f}".rstrip("0").rstrip(".") + "rem"


def number(value: float) -> str:
    """A coordinate with at most two decimals, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, *children: str, **attributes: str | float) -> Markup:
    """An element; `class_` is written `class`, `aria_label` `aria-label`. Children are ready markup."""
    inner = "".join(children)
    opening = "".join((name, *(f' {_name(key)}="{_value(attributes[key])}"' for key in attributes)))
    return Markup(f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>")


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-") if key != "viewBox" else key


def _value(value: str | float) -> str:
    return _SIGNS.sub(_reference, value) if isinstance(value, str) else number(value)


def _reference(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"


def written(content: str, **attributes: str | float) -> Markup:
    """A text element; its content is plain text."""
    return element("text", escape(content), **attributes)


def link(href: str, content: Iterable[str], label: str, classes: str) -> Markup:
    """A Markdown link around marks; `label` is what those hear who do not see them."""
    names = " ".join(f".{name}" for name in classes.split())
    return Markup(f'[{"".join(content)}]({href}){{: {names} aria-label="{escape(label)}" }}')


def picture(*children: str, height: float | None, classes: str, label: str) -> Markup:
    """A picture as wide as its place and so many pixels high, or as high as the style sheet says.

    Its height and what it places with `rem` grow with the text that its reader has enlarged.
    """
    size: dict[str, str | float] = (
        {"width": "100%"} if height is None else {"width": "100%", "height": rem(height)}
    )
    return element("svg", *children, class_=classes, role="group", aria_label=label, **size)
