"""Topics' names in Arabic text."""

import pickle
import re
from dataclasses import replace

import pytest
import yaml

from generator.analyse import Gazetteer, analyse, build_gazetteer
from generator.analyse.mentions.gazetteer import names_in
from generator.analyse.mentions.letters import has_adjective_letters
from generator.analyse.mentions.spellings import name_words
from generator.analyse.reading import _dropped
from generator.languages import load_lexicon
from generator.model import (
    ARABIC,
    Analysis,
    Article,
    IsoDate,
    Location,
    Slug,
    Topic,
    TopicId,
    TopicName,
)
from generator.text import is_droppable
from tests.unit.analyse.cases import FIXTURES, Case, paragraph, read_cases

CASES = read_cases("mentions.md")
HOMOGRAPHS = read_cases("homographs.md")


def topic(identifier: str, kind: str, names: list[str], **other: tuple[str, ...]) -> Topic:
    return Topic(
        TopicId(identifier),
        kind,
        TopicName(names[0], tuple(names[1:])),
        TopicName(identifier),
        Location("topics.yml"),
        **other,
    )


def fixture_gazetteer(name: str = "topics.yml") -> Gazetteer:
    data = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    return build_gazetteer(
        tuple(topic(i, kind, names) for kind, ids in data.items() for i, names in ids.items())
    )


GAZETTEER = fixture_gazetteer()
COMMON_WORDS = fixture_gazetteer("homographs.yml")
DOUBTFUL = fixture_gazetteer("doubtful.yml")
DOUBTFUL_LINES = [
    line
    for line in (FIXTURES / "doubtful.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def analysed(
    lines: tuple[str, ...], gazetteer: Gazetteer = GAZETTEER, published: str | None = None
) -> Analysis:
    blocks = tuple(paragraph(line) for line in lines)
    day = IsoDate(published) if published else None
    article = Article(Slug("a"), ARABIC, None, blocks, Location("test"), published=day)
    return analyse(article, gazetteer, load_lexicon(ARABIC))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_names_are_found_where_they_are_meant(case: Case) -> None:
    """Each name has its span without proclitics and its topic; nothing else is a mention."""
    mentions = analysed(case.lines).mentions
    assert [f"{m.surface} | {m.topic}" for m in mentions] == list(case.expected)


@pytest.mark.parametrize("case", HOMOGRAPHS, ids=lambda case: case.title)
def test_a_name_that_is_a_common_word_is_found_only_where_it_is_meant(case: Case) -> None:
    """Without hints in the gazetteer, neighbours and the rest of the article tell names from words."""
    mentions = analysed(case.lines, COMMON_WORDS).mentions
    assert [f"{m.surface} | {m.topic}" for m in mentions] == list(case.expected)


@pytest.mark.parametrize("line", DOUBTFUL_LINES)
def test_a_name_that_no_table_lists_is_weighed(line: str) -> None:
    """A name that is a common word by the list alone is found where it is marked, and only there."""
    text = re.sub(r"[\[\]]", "", line)
    mentions = analysed(tuple(text.split("|")), DOUBTFUL).mentions
    assert [m.surface for m in mentions] == re.findall(r"\[(.*?)\]", line)


def test_the_file_has_enough_cases() -> None:
    """The fixture covers at least sixty situations of names."""
    assert len(CASES) >= 60


def test_a_context_word_of_the_gazetteer_decides() -> None:
    """With `context`, an alias counts only where one of its words stands near."""
    drone = build_gazetteer((topic("d", "weapon", ["شاهد"], context=("مسيّرة", "طائرة")),))
    assert analysed(("سقطت المسيّرة شاهد في الحقل.",), drone).mentions
    assert not analysed(("شاهد الأطفال البحر.",), drone).mentions


def test_a_phrase_of_the_gazetteer_blocks() -> None:
    """With `not`, an alias inside one of its phrases is not the topic."""
    river = build_gazetteer((topic("n", "place", ["النيل"], not_context=("عباد النيل",)),))
    assert analysed(("فاض النيل في الصيف.",), river).mentions
    assert not analysed(("زهرة عباد النيل.",), river).mentions


def test_a_short_latin_name_counts_in_capitals_only() -> None:
    """«BBC» is the channel; the letters in lower case or inside a word are not."""
    channel = Topic(
        TopicId("bbc"), "outlet", TopicName("بي بي سي"), TopicName("BBC"), Location("topics.yml")
    )
    only = build_gazetteer((channel,))
    found = analysed(("بثته قناة BBC وبـBBC، لا bbc ولا BBCX.",), only).mentions
    assert [m.surface for m in found] == ["BBC", "BBC"]


def test_two_topics_with_one_spelling_are_told_apart_by_marks_or_not_at_all() -> None:
    """«عُمان» and «عمّان» differ in their marks only; without marks neither is linked."""
    both = build_gazetteer((topic("amman", "place", ["عمّان"]), topic("oman", "country", ["عُمان"])))
    assert [m.topic for m in analysed(("سافر إلى عُمان.",), both).mentions] == ["oman"]
    assert [m.topic for m in analysed(("سافر إلى عمّان.",), both).mentions] == ["amman"]
    assert not analysed(("سافر إلى عمان.",), both).mentions


def test_a_gazetteer_survives_pickling() -> None:
    """A process pool can send the gazetteer; the copy finds the same names."""
    copy = pickle.loads(pickle.dumps(GAZETTEER))
    assert copy == GAZETTEER
    assert analysed(("زار روسيا.",), copy) == analysed(("زار روسيا.",))


def test_the_order_of_topics_does_not_matter() -> None:
    """The same topics in another order are the same gazetteer."""
    assert build_gazetteer(tuple(reversed(GAZETTEER.topics))) == GAZETTEER


def test_names_are_compared_without_inner_marks() -> None:
    """Hyphens, quotation marks and the dot of an initial do not change a name."""
    assert name_words("كيم جونغ-أون") == name_words("كيم «جونغ» اون")
    assert name_words("سيرجي ك. شويجو") == name_words("سيرجي ك شويجو")


def test_the_automaton_is_built_once() -> None:
    """Articles of one run share the automaton."""
    lexicon = load_lexicon(ARABIC)
    assert names_in(GAZETTEER, lexicon) is names_in(GAZETTEER, lexicon)


def test_a_word_to_look_up_is_found_and_changes_nothing_else() -> None:
    """Its definition is at hand, and figures and speakers are read as if it were no name at all."""
    text = "قالت مصادر مطلعة إن الحمولة 260 ألف طن متري، ثم سُلّم طنًا متريًا آخر."
    words = ("sources", ["مصادر مطلعة"]), ("ton", ["الطن المتري", "طن متري"])
    glossary = build_gazetteer(
        tuple(replace(topic(i, "term", names), subject=False) for i, names in words)
    )
    read, plain = analysed((text,), glossary), analysed((text,), build_gazetteer(()))
    assert [m.surface for m in read.mentions] == ["مصادر مطلعة", "طن متري", "طنًا متريًا"]
    assert plain.figures[0].surface == "260 ألف طن متري"
    assert plain.attributions[0].speaker == "مصادر مطلعة"
    assert (read.figures, read.attributions) == (plain.figures, plain.attributions)


def test_what_comparing_ignores_is_known_for_every_character() -> None:
    """The pattern by which blocks are read drops exactly the characters that may be ignored."""
    drops = _dropped().fullmatch
    codes = (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE2000))
    assert not [code for code in codes if bool(drops(chr(code))) != is_droppable(chr(code))]


def test_tables_do_not_repeat_what_the_list_of_common_words_says() -> None:
    """No word stands in a table by hand that is known to be common from its inflected forms."""
    names = load_lexicon(ARABIC).names

    def ways(word: str) -> int:
        return names.commonness.get(word.removeprefix(names.article), 0)

    assert not [w for w in names.common_words if ways(w) > 5 and not w.startswith(names.article)]
    assert not [word for word in names.groups["common_nouns"] if ways(word) > 5]
    inflected = [word for word in names.adjective_names if ways(word) >= 3]
    assert not [w for w in inflected if has_adjective_letters(w.removeprefix(names.article))]
