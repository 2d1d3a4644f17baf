"""Many articles in a row: nothing of one is left when the next one begins."""

import gc

from generator.analyse.many import many_articles
from tests.unit.analyse.test_properties import WORDS, analysed

LINES = [" ".join(WORDS[start : start + 40]) + "." for start in range(0, 2000, 40)]
LINES += ["قال الوزير مروان صالح إن العدد 12.", "وأضاف: «نعم»، مشيرا إلى أن العدد 15."]


def test_an_analysis_leaves_no_cycles() -> None:
    """The collector has nothing to free after an article, so that it may rest."""
    analysed(LINES)
    gc.collect()
    with many_articles():
        analysed(LINES)
        assert gc.collect() == 0


def test_the_collector_goes_on_afterwards() -> None:
    """It is as it was before, also when it rested already."""
    with many_articles():
        with many_articles():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
