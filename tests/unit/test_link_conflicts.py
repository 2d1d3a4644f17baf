"""Facts about conflicts between articles, and about the editor's word on conflicts and speakers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.analyse import analyse, build_gazetteer
from generator.languages import load_lexicon
from generator.link import find_stale_notes, link
from generator.link.conflicts import Pair, Placed, site_conflicts
from generator.link.facts import figures_of
from generator.link.notes import Notes
from generator.model import (
    ARABIC,
    Against,
    Article,
    BasedOn,
    Block,
    BlockKind,
    FactAction,
    FactKind,
    FactNote,
    IsoDate,
    Library,
    Location,
    SiteIndex,
    Slug,
    Topic,
    TopicId,
    TopicName,
)
from generator.text import paragraph_id

PLACE = Location("content/articles/a/facts.yml", 3)
TOPICS = tuple(
    Topic(TopicId(i), kind, TopicName(name), TopicName(i), PLACE)
    for kind, i, name in (
        ("organization", "health-ministry", "وزارة الصحة"),
        ("organization", "town-hall", "بلدية المرفأ"),
        ("place", "tyre", "مرفأ صور"),
        ("country", "russia", "روسيا"),
        ("country", "algeria", "الجزائر"),
        ("country", "iran", "إيران"),
        ("weapon", "su-35", "سو-35"),
    )
)
DAY = IsoDate("2026-10-04")
DEAD = "قالت وزارة الصحة إن 45 شخصا قتلوا في مرفأ صور في 3 أكتوبر 2026."
MORE_DEAD = "قالت بلدية المرفأ إن 62 شخصا قتلوا في مرفأ صور في 3 أكتوبر 2026."


def article(slug: str, *texts: str, published: str | None = DAY) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, PLACE, paragraph_id(text)) for text in texts)
    day = IsoDate(published) if published else None
    return Article(Slug(slug), ARABIC, slug, blocks, PLACE, published=day)


def linked(*articles: Article, notes: tuple[FactNote, ...] = ()) -> SiteIndex:
    facts = ((articles[0].slug, notes),) if notes else ()
    library = Library(articles, (), (), TOPICS, (), facts)
    gazetteer, lexicon = build_gazetteer(TOPICS), load_lexicon(ARABIC)
    return link(library, tuple(analyse(a, gazetteer, lexicon) for a in articles), ())


def disagreeing(*articles: Article) -> list[list[Decimal]]:
    site = linked(*articles)
    return [[site.figures[n].low for n in conflict.figures] for conflict in site.conflicts]


def test_two_articles_that_give_two_tolls_of_one_day_are_set_side_by_side() -> None:
    """The same event, place and day, two speakers, values that exclude each other."""
    assert disagreeing(article("a", DEAD), article("b", MORE_DEAD)) == [[45, 62]]


def test_a_third_value_joins_the_same_conflict() -> None:
    """Three articles, three speakers: one conflict with three claims, none of them merged."""
    third = MORE_DEAD.replace("بلدية المرفأ", "روسيا").replace("62", "80")
    found = disagreeing(article("a", DEAD), article("b", MORE_DEAD), article("c", third))
    assert found == [[45, 62, 80]]


@pytest.mark.parametrize(("other", "shown"), [("a", [(0, 1, 2)]), ("b", [(0, 1), (1, 2)])])
def test_values_of_one_article_about_one_thing_are_one_conflict(
    other: str, shown: list[tuple[int, ...]]
) -> None:
    """Within an article a shared figure joins them, whatever each pair calls the thing; not across."""
    texts = ("قالت وزارة الصحة إن 45 شخصا قتلوا.", "وأحصت روسيا 60 قتيلا.", "والجزائر 70.")
    articles = [article("a", *texts[:2]), article(other, texts[2])]
    gazetteer, lexicon = build_gazetteer(TOPICS), load_lexicon(ARABIC)
    found = (
        (one, linked_figure)
        for one in articles
        for linked_figure in figures_of(one, analyse(one, gazetteer, lexicon), Notes((), {}, {}))
    )
    placed = [Placed(number, *each) for number, each in enumerate(found)]
    pairs = (Pair(0, 1, "people, killed"), Pair(1, 2, "people"))
    assert [conflict.figures for conflict in site_conflicts(placed, pairs, ())] == shown


def test_a_conflict_names_its_subject_in_both_languages() -> None:
    """Theme and counted things come from the bilingual lexicon."""
    (conflict,) = linked(article("a", DEAD), article("b", MORE_DEAD)).conflicts
    assert (conflict.theme, conflict.names.ar, conflict.names.en) == ("killed", "أشخاص", "people")


SHELLS = "قالت وزارة الصحة إن روسيا تسلمت 12 مليون قذيفة في يوليو 2025."
BUYER = "قالت وزارة الصحة إن إيران اتفقت على شراء 24 طائرة سو-35 عام 2023."
NO_CONFLICT = {
    "counted in other things": (
        SHELLS,
        "قالت بلدية المرفأ إن روسيا تسلمت أكثر من 10 آلاف حاوية في يوليو 2025.",
    ),
    "delivered against produced": (
        SHELLS,
        "قالت بلدية المرفأ إن روسيا أنتجت 4 ملايين قذيفة في يوليو 2025.",
    ),
    "another period": (
        SHELLS,
        "قالت بلدية المرفأ إن روسيا تسلمت 4 ملايين قذيفة في فبراير 2024.",
    ),
    "one period within statements of two months": (
        "قالت وزارة الصحة في فبراير 2024 إن روسيا تسلمت 2 مليون قذيفة منذ سبتمبر 2023.",
        "قالت بلدية المرفأ في مارس 2025 إن روسيا تسلمت 4 ملايين قذيفة منذ سبتمبر 2023.",
    ),
    "another buyer": (
        BUYER,
        "قالت بلدية المرفأ إن الجزائر اتفقت على شراء 50 طائرة سو-35 عام 2023.",
    ),
    "one speaker": (DEAD, DEAD.replace("45", "47")),
    "no speaker": (DEAD, "في 3 أكتوبر 2026 قُتل 62 شخصا في مرفأ صور."),
    "a loose estimate": (DEAD, MORE_DEAD.replace("62 شخصا", "عشرات الأشخاص")),
    "both can hold": (DEAD, MORE_DEAD.replace("62 شخصا", "أكثر من 40 شخصا")),
    "far apart": (DEAD, MORE_DEAD.replace("62 شخصا", "900 شخص")),
    "how long it lasted": (
        "قالت وزارة الصحة إن تسلم القذائف في روسيا دام 3 أعوام.",
        "قالت بلدية المرفأ إن تسلم القذائف في روسيا دام 5 أعوام.",
    ),
}


@pytest.mark.parametrize("title", NO_CONFLICT)
def test_figures_that_may_both_be_right_are_left_alone(title: str) -> None:
    """Across articles only the same thing, period and subject can disagree; in doubt nothing does."""
    first, second = NO_CONFLICT[title]
    assert disagreeing(article("a", first), article("b", second)) == []


def test_undated_tolls_disagree_only_on_one_day() -> None:
    """A toll grows: without a date of its own a figure is of the day that its article explains."""
    dated = [text.replace(" في 3 أكتوبر 2026", "") for text in (DEAD, MORE_DEAD)]
    first, later = article("a", dated[0]), article("b", dated[1], published="2026-10-09")
    assert disagreeing(first, article("b", dated[1])) == [[45, 62]]
    assert disagreeing(first, later) == []
    assert disagreeing(first, replace(later, published=None)) == []
    explained = replace(later, based_on=BasedOn("الأصل", published=DAY))
    assert disagreeing(first, explained) == [[45, 62]]


# ---------------------------------------------------------------- the editor's word


def note(kind: FactKind, action: FactAction, surface: str, text: str = DEAD) -> FactNote:
    return FactNote(kind, action, paragraph_id(text), surface, PLACE, reason="حدثان مختلفان")


def dismissal(article_slug: str) -> FactNote:
    other = Against(Slug(article_slug), paragraph_id(MORE_DEAD), "62 شخصا")
    return replace(note(FactKind.CONFLICT, FactAction.DISMISS, "45 شخصا"), against=other)


def stale(*articles: Article, notes: tuple[FactNote, ...]) -> list[str]:
    library = Library(articles, (), (), TOPICS, (), ((articles[0].slug, notes),))
    gazetteer, lexicon = build_gazetteer(TOPICS), load_lexicon(ARABIC)
    analyses = tuple(analyse(a, gazetteer, lexicon) for a in articles)
    return [str(problem) for problem in find_stale_notes(library, analyses)]


def test_a_dismissed_conflict_is_gone_and_its_figures_are_not() -> None:
    """An editor says that two figures do not disagree; both stay in the list of figures."""
    both = (article("a", DEAD), article("b", MORE_DEAD))
    site = linked(*both, notes=(dismissal("b"),))
    assert site.conflicts == ()
    assert [figure.low for figure in site.figures] == [45, 62]
    assert stale(*both, notes=(dismissal("b"),)) == []


def test_a_dismissal_that_dismisses_nothing_is_told() -> None:
    """When the two figures no longer disagree, the note is named with its line."""
    agreeing = MORE_DEAD.replace("62", "45")
    gone = replace(dismissal("b"), against=Against(Slug("b"), paragraph_id(agreeing), "45 شخصا"))
    (problem,) = stale(article("a", DEAD), article("b", agreeing), notes=(gone,))
    assert problem.startswith("content/articles/a/facts.yml:3: «45 شخصا»")
    assert "not in conflict" in problem


def test_a_correction_ends_the_conflict_that_it_settles() -> None:
    """With the value set right the two agree, within an article and across."""
    right = replace(note(FactKind.FIGURE, FactAction.CORRECT, "45 شخصا"), low=Decimal(62))
    assert linked(article("a", DEAD), article("b", MORE_DEAD), notes=(right,)).conflicts == ()
    together = "أعلنت وزارة الصحة مقتل 45 شخصا. في المقابل، قال مسؤول محلي إن عدد القتلى بلغ 62."
    within = article("a", together)
    assert len(linked(within).conflicts) == 1
    right = replace(right, paragraph=paragraph_id(together))
    assert linked(within, notes=(right,)).conflicts == ()


def test_a_correction_settles_a_conflict_in_another_unit() -> None:
    """1.2 kilometres set right to 0.95 agree with 950 metres; set right to 950 they do not."""
    text = "قالت وزارة الصحة إن طول الجسر 1.2 كيلومتر، أما بلدية المرفأ فقالت إن طوله 950 مترا."
    bridge = article("a", text)
    assert len(linked(bridge).conflicts) == 1
    wrong = note(FactKind.FIGURE, FactAction.CORRECT, "1.2 كيلومتر", text)
    for low, unit, left in (("0.95", None, 0), ("950", None, 1), ("950", "m", 0)):
        right = replace(wrong, low=Decimal(low), unit=unit)
        assert len(linked(bridge, notes=(right,)).conflicts) == left


@pytest.mark.parametrize(
    ("kind", "action", "surface", "what"),
    [
        (FactKind.FIGURE, FactAction.HIDE, "3 أكتوبر", "finds no figure «3 أكتوبر»"),
        (FactKind.DATE, FactAction.WORD, "45 شخصا", "finds no date «45 شخصا»"),
        (FactKind.FIGURE, FactAction.ADD, "45 شخصا", "finds the figure «45 شخصا» itself"),
        (FactKind.ATTRIBUTION, FactAction.CORRECT, "في مرفأ", "finds no attribution «في مرفأ»"),
    ],
)
def test_a_note_that_changes_nothing_is_told(
    kind: FactKind, action: FactAction, surface: str, what: str
) -> None:
    """A note on what the analysis does not find, or an addition that it finds, is a warning."""
    (problem,) = stale(article("a", DEAD), notes=(note(kind, action, surface),))
    assert what in problem


def test_a_corrected_speaker_may_be_named_as_a_topic() -> None:
    """By its id or name the figure and the statement get the topic; other names are only words."""
    phrase = "قالت وزارة الصحة"
    for name, topic in (("town-hall", "town-hall"), ("بلدية المرفأ", "town-hall"), ("عابر", None)):
        notes = (
            replace(note(FactKind.FIGURE, FactAction.CORRECT, "45 شخصا"), speaker=name),
            replace(note(FactKind.ATTRIBUTION, FactAction.CORRECT, phrase), speaker=name),
        )
        site = linked(article("a", DEAD), notes=notes)
        assert site.figures[0].speaker_topic == site.attributions[0].speaker_topic == topic


def test_an_editor_hides_and_adds_statements() -> None:
    """A hidden statement is gone; an added one stands with its sentence."""
    hide = note(FactKind.ATTRIBUTION, FactAction.HIDE, "قالت وزارة الصحة")
    add = replace(
        note(FactKind.ATTRIBUTION, FactAction.ADD, "قتلوا في مرفأ صور"), speaker="town-hall"
    )
    site = linked(article("a", DEAD), notes=(hide, add))
    assert [(a.speaker_topic, a.sentence) for a in site.attributions] == [("town-hall", DEAD)]


def test_an_editor_words_the_statement_of_a_sentence() -> None:
    """Any words of the sentence name it, and all that it reports is worded; elsewhere it is told."""
    both = "قالت وزارة الصحة إن الطريق مغلق، بحسب بلدية المرفأ."
    worded = note(FactKind.ATTRIBUTION, FactAction.WORD, "الطريق مغلق", both)
    worded = replace(worded, wording_en="The road is closed.")
    site = linked(article("a", both), notes=(worded,))
    assert [said.wording_en for said in site.attributions] == ["The road is closed."] * 2
    assert stale(article("a", both), notes=(worded,)) == []
    silent = "الطريق مغلق منذ أسبوع."
    (problem,) = stale(
        article("a", silent), notes=(replace(worded, paragraph=paragraph_id(silent)),)
    )
    assert "finds no attribution «الطريق مغلق»" in problem


def test_a_wording_says_what_a_fact_is_about() -> None:
    """«24 طائرة» names no aircraft; a wording in either language puts it on the aircraft's page."""
    text = "أعلنت وزارة الصحة شراء 24 طائرة في مايو 2024."
    assert about(article("a", text), ()) == ((), ())
    worded = note(FactKind.FIGURE, FactAction.WORD, "24 طائرة", text)
    dated = note(FactKind.DATE, FactAction.WORD, "مايو 2024", text)
    notes = (replace(worded, wording_en="24 su-35s bought"),)
    assert about(article("a", text), notes) == ((), ())
    notes = (
        replace(worded, wording_en="24 su-35 bought"),
        replace(dated, wording_ar="شراء سو-35."),
    )
    assert about(article("a", text), notes) == ((0,), (0,))


def about(one: Article, notes: tuple[FactNote, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The figures and dates on the page of the Su-35."""
    pages = linked(one, notes=notes).topic_pages
    (page,) = (page for page in pages if page.topic == "su-35")
    return page.figures, page.dates


def test_a_speaker_whom_nobody_can_tell_is_not_listed() -> None:
    """«الجانبان» points back to somebody whom the page of speakers cannot name."""
    text = "قال الجانبان إن الباخرة وصلت. وقال مسؤول محلي إنها أُفرغت."
    assert [a.speaker for a in linked(article("a", text)).attributions] == ["مسؤول محلي"]
