"""Facts about the pages as Lighthouse sees them on a phone, and about what they cost to load.

Performance is a matter of `make lighthouse`, which takes medians; here only what does not vary counts.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.browser.lighthouse import TARGETS, WHOLE, Run, budgets, bundled_site, overspent, run
from tests.browser.test_pages import address
from tests.browser.test_quality import tool


@pytest.fixture(scope="module")
def runs() -> Mapping[str, Run]:
    """One run on each page, two at a time."""
    tool("lighthouse/cli/index.js", "node")
    with bundled_site() as (url, root), ThreadPoolExecutor(2) as pool:
        targets = [url + address(root, *target) for target in TARGETS.values()]
        return dict(zip(TARGETS, pool.map(run, targets), strict=True))


@pytest.mark.parametrize("name", TARGETS)
def test_lighthouse_finds_nothing(name: str, runs: Mapping[str, Run]) -> None:
    """Accessibility, best practices and search engines: the full score."""
    assert runs[name].findings == ()
    assert {category: runs[name].scores[category] for category in WHOLE} == dict.fromkeys(
        WHOLE, 100
    )


@pytest.mark.parametrize("name", TARGETS)
def test_a_page_keeps_to_its_budget(name: str, runs: Mapping[str, Run]) -> None:
    """Bytes on the line and requests, by kind, with nothing cached."""
    assert overspent(name, runs[name].spent) == []


def test_an_overspent_budget_is_named() -> None:
    """The check has teeth: one more than allowed is told with page, kind and limit."""
    allowed = budgets()["home"]
    assert overspent("home", allowed) == []
    more = {kind: most + 1 for kind, most in allowed.items()}
    assert overspent("home", more)[0] == (
        f"home: document {allowed['document'] + 1}, allowed {allowed['document']}"
    )
