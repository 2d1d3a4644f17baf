"""One function writes every link; these are its facts."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.paths import address, relative, unique

NAMES = st.sampled_from(["ar", "en", "articles", "topics", "a.md", "index.md", "b"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_a_relative_link_leads_where_it_should(origin: str, target: str) -> None:
    """Joined to the folder of its page it gives its target, from every depth."""
    joined = posixpath.join(posixpath.dirname(origin), relative(origin, target))
    assert posixpath.normpath(joined) == target


@pytest.mark.parametrize(
    ("path", "anchor", "shown"),
    [
        ("index.md", "", ""),
        ("ar/index.md", "", "ar/"),
        ("ar/topics/index.md", "type-place", "ar/topics/#type-place"),
        ("ar/articles/a.md", "p-1", "ar/articles/a/#p-1"),
        ("assets/data/timeline.ar.csv", "", "assets/data/timeline.ar.csv"),
    ],
)
def test_an_address_is_what_browsers_see(path: str, anchor: str, shown: str) -> None:
    """Folders instead of files, for pages; data files as they are."""
    assert address(path, anchor) == shown


@given(st.lists(st.sampled_from(["a", "b", "a-2", "c"]), max_size=8))
def test_ids_are_unique_and_the_first_keeps_its_own(names: list[str]) -> None:
    """A repeated id gets a number that no other id has."""
    ids = unique(names)
    assert len(set(ids)) == len(names)
    assert [name for name in dict.fromkeys(names) if name not in ids] == []
