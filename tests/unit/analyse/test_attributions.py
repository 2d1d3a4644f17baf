"""Who says it, in Arabic text."""

from fractions import Fraction
from itertools import combinations
from typing import cast

import pytest

from generator.analyse.attributions.candidates import Candidate
from generator.analyse.attributions.named_before import WEIGHTS, weighed
from tests.unit.analyse.cases import Case, read_cases
from tests.unit.analyse.test_mentions import analysed

CASES = read_cases("attributions.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_speakers_are_found_and_never_guessed(case: Case) -> None:
    """Each reporting phrase has its speaker, the speaker's topic and the outlet; none is invented."""
    said = analysed(case.lines).attributions
    rows = [f"{s.speaker} | {s.speaker_topic or '-'} | {s.via or '-'}" for s in said]
    assert rows == list(case.expected)


def test_the_file_has_enough_cases() -> None:
    """The fixture covers at least forty ways of reporting."""
    assert len(CASES) >= 40


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال مسؤول أميركي إن الشحنة بلغت 40 حاوية.", "مسؤول أميركي"),
        ("بلغت الشحنة 40 حاوية، بحسب وزارة الصحة.", "وزارة الصحة"),
        ("قال مروان صالح: «وصلنا. كنا 40 جنديا. ثم عدنا».", "مروان صالح"),
        ("قال مروان صالح إن الباخرة وصلت. وأُفرغت 40 حاوية.", None),
        ("«من يدفع؟»، تسأل طالبة وصلت أمس بعدما دفعت 40 دينارا.", None),
        ("«من يدفع؟»، تسأل طالبة، «دفعت 40 دينارا».", "طالبة"),
    ],
)
def test_a_figure_has_the_speaker_of_its_sentence(text: str, speaker: str | None) -> None:
    """A figure belongs to who says its sentence, to a quotation that is still open, else to nobody."""
    (figure,) = analysed((text,)).figures
    assert figure.attributed_to == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قُتل 12 شخصا بحسب الشرطة، و20 وفق شهود.", ["الشرطة", "شهود"]),
        ("قالت الشرطة إن 12 شخصا قُتلوا، و20 بحسب شهود.", ["الشرطة", "شهود"]),
        ("أكدت الشرطة مقتل 12 شخصا بحسب الحصيلة الأولى وإصابة 20.", ["الشرطة", "الشرطة"]),
        ("بحسب الشرطة قُتل 12 شخصا وأصيب 20.", ["الشرطة", "الشرطة"]),
        ("قُتل 12 شخصا وأصيب 20 بحسب الشرطة.", ["الشرطة", "الشرطة"]),
        ("قُتل 12 شخصا بحسب الشرطة، وأصيب 20.", ["الشرطة", "الشرطة"]),
    ],
)
def test_a_source_named_after_a_figure_is_its_own(text: str, speakers: list[str]) -> None:
    """Where each figure has its source behind it, neither takes the other's; one source tells all."""
    assert [figure.attributed_to for figure in analysed((text,)).figures] == speakers


def test_points_hang_on_no_order() -> None:
    """Points of who may be meant are the rounded exact sum, in whatever order a set gives its signs."""
    nobody = cast(Candidate, None)
    for signs in combinations(WEIGHTS, 3):
        exact = sum((Fraction(WEIGHTS[sign]) for sign in signs), Fraction(0))
        assert weighed(nobody, "", frozenset(signs), 0).points == float(exact)
