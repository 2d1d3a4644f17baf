"""The index and its engine over small sites, and the two engines over the bundled one."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.model import RenderedPage
from generator.pipeline import Folders, build
from generator.search.analyser import default_analyser
from generator.search.engine import Engine
from generator.search.entries import TITLE_TEXT, Entry, EntryKind, Side, Text
from generator.search.index import build_index
from generator.search.shards import FOLDER, index_files
from tests.search.metrics import ndcg
from tests.search.own import loader, ranked, read_queries

ROOT = Path(__file__).parents[3]
HOSTILE = (
    "",
    " ",
    "؟؟؟",
    "<img src=x onerror=alert(1)>",
    "\\u0000 __proto__ constructor",
    "#russia",
    "n:كيم s:قمر",
    "ا" * 10_000,
    "كيم " * 2_500,
    "\u202eمقلوب\u202c",
    "\ud83d\ude00",
    "١" * 300,
)


def article(slug: str, title: str, *texts: str, english: str = "", **given: Any) -> Entry:
    """An article whose English side, if any, is one sentence."""
    paragraphs = tuple(Text(f"p-{number}", text) for number, text in enumerate(texts))
    arabic = Side(f"ar/articles/{slug}/", title, "", paragraphs)
    stub = Side(f"en/articles/{slug}/", english, "", (Text("e-1", english),)) if english else None
    return Entry(slug, EntryKind.ARTICLE, arabic, stub, **given)


def topic(name: str, arabic: str, english: str) -> Entry:
    sides = (
        Side(f"{tag}/topics/{name}/", own, "", ()) for tag, own in (("ar", arabic), ("en", english))
    )
    return Entry(name, EntryKind.TOPIC, *sides, names=(arabic, english))


def files_of(*entries: Entry) -> tuple[RenderedPage, ...]:
    return index_files(build_index(entries, default_analyser()))


def engine_of(*entries: Entry) -> Engine:
    files = {
        page.path.removeprefix(f"{FOLDER}/"): json.loads(page.text) for page in files_of(*entries)
    }
    return Engine(files.__getitem__, default_analyser())


def found(engine: Engine, query: str) -> list[str]:
    return [engine.shards.text(hit.entry)["id"] for hit in engine.search(query).hits]


CORPUS = (
    article(
        "dams", "انهيار السدين في درنة", "انهارا ليلة العاصفة.", english="Derna after the dams"
    ),
    article("minister", "الوزير يزور لبنان", "وزير الخارجية وصل. قال لبوتين إنه باق."),
    article("putin", "بوتين في بيونغيانغ", "لقي بوتين كيم جونغ أون.", english="Putin in Pyongyang"),
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("سد", "dams"),
        ("دِرْنَه", "dams"),
        ("للوزير", "minister"),
        ("وزراء", "minister"),
        ("وبوتين", "putin"),
        ("بيونج يانج", "putin"),
        ("بيونغ", "putin"),
        ("Pyongyang", "putin"),
        ("pyongjang", "putin"),
    ],
)
def test_a_word_is_found_however_it_is_written(query: str, first: str) -> None:
    """Clitics, duals, broken plurals, vowels, other spellings, prefixes and slips find the word."""
    assert found(engine_of(*CORPUS), query)[:1] == [first]


def test_what_is_not_there_is_not_found() -> None:
    """No answer is better than a wrong one."""
    engine = engine_of(*CORPUS)
    assert found(engine, "كرة القدم") == []
    assert found(engine, "quantum computing") == []


def test_a_name_in_the_other_script_is_found_without_a_topic() -> None:
    """The consonants of a name lead from Latin letters to Arabic ones."""
    engine = engine_of(article("spy", "برنامج التجسس", "قُتل جمال خاشقجي."), *CORPUS)
    assert found(engine, "Khashoggi") == ["spy"]


def test_a_topic_leads_to_what_never_spells_its_name() -> None:
    """«Moscow» finds the Arabic article in which the analysis found the topic."""
    named = {"moscow": frozenset({("ar", TITLE_TEXT)})}
    engine = engine_of(
        topic("moscow", "موسكو", "Moscow"), article("talks", "محادثات", "نص.", topics=named)
    )
    answer = engine.search("Moscow")
    assert [engine.shards.text(entry)["id"] for entry in answer.named] == ["moscow"]
    assert "talks" in found(engine, "Moscow")


def test_keywords_find_and_weigh_little() -> None:
    """A keyword finds its article, below one that says the word itself."""
    by_keyword = article("keyword", "عنوان", "نص.", keywords=("غواصات",))
    by_text = article("text", "عنوان آخر", "غواصات في البحر.")
    assert found(engine_of(by_keyword, by_text), "غواصة") == ["text", "keyword"]


def test_the_index_does_not_depend_on_the_order_of_entries() -> None:
    """The same content gives the same files, and names change only with content."""
    assert files_of(*CORPUS) == files_of(*reversed(CORPUS))
    changed = {page.path for page in files_of(*CORPUS[:2])} - {
        page.path for page in files_of(*CORPUS)
    }
    assert changed
    assert "assets/search/index.json" not in changed


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_a_query(query: str) -> None:
    """Nothing that is typed stops the engine or reaches the index's own keys."""
    engine = engine_of(topic("russia", "روسيا", "Russia"), *CORPUS)
    assert len(engine.search(query).hits) <= 4


# ---------------------------------------------------------------- the bundled corpus


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled corpus, built."""
    folder = tmp_path_factory.mktemp("search") / "docs"
    build(Folders(ROOT / "mkdocs.yml", ROOT / "content", folder))
    return folder


def test_our_queries_find_what_they_should(docs: Path) -> None:
    """The mean over our judged queries stays above its floor, and none comes back empty."""
    engine = Engine(loader(docs), default_analyser())
    answerable = [query for query in read_queries() if query.grades]
    scores = [ndcg(ranked(engine, query.text)[0], query.grades) for query in answerable]
    assert sum(scores) / len(scores) >= 0.95
    assert all(ranked(engine, query.text)[1] for query in answerable)


def test_both_engines_give_the_same_rows(docs: Path) -> None:
    """The browser's engine and the Python one rank alike, to the last score."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("the browser's engine needs node to run outside a browser")
    queries = [(query.text, {"lang": query.language}) for query in read_queries()]
    queries += [(query, {"lang": "ar"}) for query in HOSTILE]
    command = [node, "generator/search/ask.mjs", "overrides/assets/javascripts/search-engine.js"]
    done = subprocess.run(
        [*command, str(docs / FOLDER)],
        cwd=ROOT,
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    engine = Engine(loader(docs), default_analyser())
    for (query, _), theirs in zip(queries, json.loads(done.stdout), strict=True):
        ours = engine.search(query)
        assert [(hit.entry, round(hit.score, 6)) for hit in ours.hits] == [
            (entry, round(score, 6)) for entry, score, *_ in theirs["hits"]
        ], query
        assert ours.named == theirs["named"], query


def test_the_browser_side_passes_its_own_tests() -> None:
    """node --test over tests/search: the analyser against the shared vectors."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    done = subprocess.run(
        [node, "--test", "tests/search/"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
