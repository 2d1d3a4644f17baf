"""Hypothesis profiles: the same examples on every run; `soak` tries many more."""

import os
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, settings

from generator import draw
from generator.model import RenderedPicture

# The tests speak of the address that mkdocs.yml names, whatever this shell would publish at.
os.environ.pop("SHARH_SITE_URL", None)

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=200)
settings.register_profile(
    "soak", deadline=None, max_examples=20_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


# Several tests build the bundled site: each of its pictures is drawn once.
_drawn: dict[str, bytes] = {}


def _draw_once(pictures: Sequence[RenderedPicture], **_: object) -> Iterator[bytes]:
    for picture in pictures:
        if picture.key not in _drawn:
            _drawn[picture.key] = picture.draw()
        yield _drawn[picture.key]


draw.draw = _draw_once


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rewrite`: the golden sites are written anew instead of compared."""
    parser.addoption("--rewrite", action="store_true", help="write the golden sites anew")
