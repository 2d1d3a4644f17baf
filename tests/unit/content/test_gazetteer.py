"""Flat gazetteers and the gazetteer of the content folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.content import load_library, load_topics_file, plan_topics
from generator.errors import ContentError
from generator.model import Location, Topic
from tests.unit.content.writing import load, write

EGYPT = (
    "{id: egypt, type: country, ar: {name: مصر, aliases: [أم الدنيا]},"
    " en: {name: Egypt}, wikidata: Q79}"
)
CAIRO = "{id: cairo, type: place, ar: {name: القاهرة}, en: {name: Cairo, aliases: ['no']}}"
PLACES = "label:\n  ar: {one: مكان, many: أماكن}\n  en: {one: Place, many: Places}\ntopics:\n"


def flat(root: Path, *entries: str, key: str = "") -> tuple[Topic, ...]:
    root.mkdir(parents=True, exist_ok=True)
    path = root / "topics.yml"
    path.write_text(key + "".join(f"- {entry}\n" for entry in entries), encoding="utf-8")
    return load_topics_file(path)


def elsewhere(topics: tuple[Topic, ...]) -> list[Topic]:
    """Topics without their places, by id, to be compared."""
    return sorted((replace(t, location=Location("")) for t in topics), key=lambda topic: topic.id)


def wrong(root: Path, topics: tuple[Topic, ...], content: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        plan_topics(topics, content)
    return [str(d).replace(root.as_posix(), "") for d in caught.value.diagnostics]


@pytest.mark.parametrize("key", ["", "topics:\n", "# a comment\ntopics:\n"])
def test_a_flat_gazetteer_is_a_list_bare_or_under_a_key(tmp_path: Path, key: str) -> None:
    """Both forms of file hold the same topics."""
    egypt, cairo = flat(tmp_path, EGYPT, CAIRO, key=key)
    assert (egypt.id, egypt.type, egypt.ar.name, egypt.ar.aliases) == (
        "egypt",
        "country",
        "مصر",
        ("أم الدنيا",),
    )
    assert egypt.wikidata == "Q79"
    assert cairo.en.aliases == ("no",)


def test_every_problem_of_a_flat_gazetteer_is_told(tmp_path: Path) -> None:
    """The same rules as in the content folder, and each entry names its type."""
    with pytest.raises(ContentError) as caught:
        flat(
            tmp_path, "{id: a, ar: {name: أ}, en: {name: A}}", "{id: b, type: Bad, nam: x}", "text"
        )
    told = [str(d).split(": ", 1)[1] for d in caught.value.diagnostics]
    assert [line.split(".")[0] for line in told] == [
        "«type» is missing",
        "The key «nam» is not read here",
        "The type «Bad» cannot stand in an address",
        "«ar» is missing",
        "«en» is missing",
        "Entry 3 is a text where «key: value» lines are expected",
    ]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A mistyped name is a problem of the file, not a traceback."""
    with pytest.raises(ContentError, match="cannot be read"):
        load_topics_file(tmp_path / "nothing.yml")


# ---------------------------------------------------------------- into the content folder


def test_an_import_makes_one_file_for_each_type_that_reads_back_the_same(tmp_path: Path) -> None:
    """What is written is what was given, with labels in both languages."""
    topics = flat(tmp_path, EGYPT, CAIRO)
    plan = plan_topics(topics, tmp_path / "content")
    assert (sorted(plan.files), plan.added, plan.present) == (
        ["topics/country.yml", "topics/place.yml"],
        2,
        0,
    )
    library, warnings = load(tmp_path, plan.files)
    assert warnings == ()
    assert elsewhere(library.topics) == elsewhere(topics)
    assert {kind.ar_many for kind in library.topic_types} == {"دول", "أماكن"}


def test_all_fields_of_a_topic_are_written(tmp_path: Path) -> None:
    """Nothing that a gazetteer says is lost on the way."""
    full = (
        "{id: delta, type: place,"
        " ar: {name: 'الدلتا: شمال', aliases: ['دلتا, النيل'], description: أرض.},"
        " en: {name: Delta, description: 'Land: flat.'}, part_of: cairo,"
        " disambiguation: {ar: في مصر, en: in Egypt}, context: [نهر], not: [دلتا الجناح]}"
    )
    topics = flat(tmp_path, CAIRO, full)
    library, _ = load(tmp_path, plan_topics(topics).files)
    assert elsewhere(library.topics) == elsewhere(topics)


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    """Topics that are there, saying the same, count as present."""
    topics = flat(tmp_path, EGYPT, CAIRO)
    content = write(tmp_path, {**plan_topics(topics).files, "topics/notes.txt": "x"})
    plan = plan_topics(topics, content)
    assert (plan.files, plan.added, plan.present) == ({}, 0, 2)


@pytest.mark.parametrize("indent", ["", "  "])
def test_an_import_adds_at_the_end_and_touches_nothing_else(tmp_path: Path, indent: str) -> None:
    """Comments, order and descriptions that an editor wrote stay byte for byte."""
    before = (
        f"# بخط المحرر\n{PLACES}{indent}- id: cairo\n"
        f"{indent}  ar: {{name: القاهرة, description: عاصمة.}}\n"
        f"{indent}  en: {{name: Cairo}}  # capital\n"
    )
    content = write(tmp_path, {"topics/place.yml": before})
    new = "{id: aswan, type: place, ar: {name: أسوان, aliases: [سوان]}, en: {name: Aswan}}"
    plan = plan_topics(
        flat(tmp_path, "{id: cairo, type: place, ar: {name: القاهره}, en: {name: CAIRO}}", new),
        content,
    )
    assert (plan.added, plan.present) == (1, 1)
    text = plan.files["topics/place.yml"]
    assert text.startswith(before)
    (content / "topics" / "place.yml").write_text(text, encoding="utf-8")
    library, _ = load_library(content)
    assert [topic.id for topic in library.topics] == ["aswan", "cairo"]


def test_a_topic_that_is_there_and_differs_is_told_and_not_overwritten(tmp_path: Path) -> None:
    """Each difference is named, and the place of what is there."""
    content = write(tmp_path, plan_topics(flat(tmp_path, EGYPT, CAIRO)).files)
    other = (
        "{id: cairo, type: country,"
        " ar: {name: مدينة القاهرة, aliases: [المحروسة], description: مدينة.},"
        " en: {name: Cairo}, wikidata: Q85, context: [نيل]}"
    )
    (message,) = wrong(tmp_path, flat(tmp_path, other), content)
    assert message == (
        "/topics.yml:1: The topic «cairo» is already at /content/topics/place.yml:5 and differs:"
        " type «country», wikidata «Q85», ar.name «مدينة القاهرة», ar.aliases «المحروسة»,"
        " ar.description «مدينة.», context «نيل». Make the two alike; nothing is overwritten."
    )


def test_a_name_that_another_topic_has_is_told_before_anything_is_written(tmp_path: Path) -> None:
    """After the import `sharh check` would find it; here it stops the import."""
    content = write(tmp_path, plan_topics(flat(tmp_path, CAIRO)).files)
    (message,) = wrong(
        tmp_path,
        flat(tmp_path, "{id: b, type: theme, ar: {name: القاهره}, en: {name: B}}"),
        content,
    )
    assert "«القاهره» reads as «القاهرة» of «cairo»" in message


def test_a_type_that_nobody_has_named_is_told(tmp_path: Path) -> None:
    """A new type begins with its words for readers, in both languages."""
    (message,) = wrong(
        tmp_path, flat(tmp_path, "{id: a, type: rivers, ar: {name: أ}, en: {name: A}}"), tmp_path
    )
    assert "The type «rivers» has no name for readers." in message


@pytest.mark.parametrize(
    "text",
    [
        PLACES.replace(
            "topics:\n", "topics: [{id: cairo, ar: {name: القاهرة}, en: {name: Cairo}}]\n"
        ),
        "topics:\n- id: cairo\n  ar: {name: القاهرة}\n  en: {name: Cairo}\n"
        + PLACES.partition("topics")[0],
    ],
)
def test_a_file_that_cannot_be_added_to_is_told(tmp_path: Path, text: str) -> None:
    """A list in brackets, or one that is not the end of its file."""
    content = write(tmp_path, {"topics/place.yml": text})
    new = flat(tmp_path, "{id: aswan, type: place, ar: {name: أسوان}, en: {name: Aswan}}")
    (message,) = wrong(tmp_path, new, content)
    assert "Topics cannot be added at the end of this file." in message


# ---------------------------------------------------------------- between topics


def test_spellings_of_one_topic_may_fold_alike(tmp_path: Path) -> None:
    """Only two topics compete for a name; one may list its own variants."""
    entry = "{id: a, ar: {name: الإدارة, aliases: [الادارة, الإداره]}, en: {name: A}}"
    library, _ = load(tmp_path, {"topics/place.yml": f"{PLACES}- {entry}\n"})
    assert len(library.topics) == 1


def test_names_compete_over_both_languages_and_all_types(tmp_path: Path) -> None:
    """A Latin name in an Arabic text would otherwise lead to two pages."""
    one = "- {id: a, ar: {name: أ, aliases: [SU-35]}, en: {name: A}}\n"
    two = "- {id: b, ar: {name: ب}, en: {name: Su-35}}\n"
    with pytest.raises(ContentError, match="«Su-35» reads as «SU-35» of «a»"):
        load(tmp_path, {"topics/place.yml": PLACES + one, "topics/theme.yml": PLACES + two})


def test_a_topic_may_be_a_part_of_one_in_another_file(tmp_path: Path) -> None:
    """The gazetteer is one, whatever file an entry stands in."""
    one = "- {id: a, ar: {name: أ}, en: {name: A}, part_of: b}\n"
    two = "- {id: b, ar: {name: ب}, en: {name: B}, part_of: c}\n"
    two += "- {id: c, ar: {name: ت}, en: {name: C}}\n"
    library, _ = load(
        tmp_path, {"topics/place.yml": PLACES + one, "topics/theme.yml": PLACES + two}
    )
    assert [topic.part_of for topic in library.topics] == ["b", "c", None]


def test_a_topic_that_is_its_own_part_is_told(tmp_path: Path) -> None:
    """The shortest circle."""
    entry = "- {id: a, ar: {name: أ}, en: {name: A}, part_of: a}\n"
    with pytest.raises(ContentError, match="The topic is a part of itself: a → a"):
        load(tmp_path, {"topics/place.yml": PLACES + entry})


def test_a_place_says_where_it_is(tmp_path: Path) -> None:
    """Latitude, then longitude; both come back from an import as they were written."""
    entry = "{id: a, type: place, ar: {name: أ}, en: {name: A}, coordinates: [30.04, -31.5]}"
    content = write(tmp_path, plan_topics(flat(tmp_path, entry)).files)
    library, _ = load_library(content)
    assert library.topics[0].coordinates == (30.04, -31.5)
    other = entry.replace("-31.5", "31.5")
    (message,) = wrong(tmp_path, flat(tmp_path, other), content)
    assert "differs: coordinates «(30.04, 31.5)»" in message


@pytest.mark.parametrize("coordinates", ["[91, 0]", "[0, 181]", "[30]", "[30N, 31E]", "[1, 2, 3]"])
def test_a_place_off_the_globe_is_told(tmp_path: Path, coordinates: str) -> None:
    """Degrees that no place has, or that are written otherwise, stop the build."""
    entry = f"- {{id: a, ar: {{name: أ}}, en: {{name: A}}, coordinates: {coordinates}}}\n"
    with pytest.raises(ContentError, match=r"Write \[latitude, longitude\] in degrees"):
        load(tmp_path, {"topics/place.yml": PLACES + entry})


def test_imported_terms_stand_in_the_glossary(tmp_path: Path) -> None:
    """The file of terms says so itself; a topic of another type says it in its own entry."""
    names = "ar: {{name: {0}, description: {0}.}}, en: {{name: {1}, description: {1}.}}"
    topics = flat(
        tmp_path,
        f"{{id: barter, type: term, {names.format('المقايضة', 'Barter')}}}",
        f"{{id: trade, type: theme, glossary: true, {names.format('التجارة', 'Trade')}}}",
    )
    library, _ = load(tmp_path, plan_topics(topics).files)
    found = {topic.id: (topic.glossary, topic.subject) for topic in library.topics}
    assert found == {"barter": (True, False), "trade": (True, True)}
    assert plan_topics(topics, tmp_path / "content").files == {}


def test_an_import_tells_that_a_topic_is_not_yet_a_term(tmp_path: Path) -> None:
    """What the flat file says of the glossary is not dropped in silence."""
    content = write(tmp_path, plan_topics(flat(tmp_path, EGYPT)).files)
    described = EGYPT.replace("{name: مصر,", "{name: مصر, description: دولة.,").replace(
        "{name: Egypt}", "{name: Egypt, description: A country.}"
    )
    (message,) = wrong(tmp_path, flat(tmp_path, described[:-1] + ", glossary: true}"), content)
    assert "glossary «true»" in message
