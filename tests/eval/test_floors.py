"""What is reached on the articles that no rule was written from must not be lost."""

import json
from pathlib import Path

import annotate
import pytest
import run
import score

SETS = run.SETS


def test_sources_make_the_files() -> None:
    """The raw articles and the gold are exactly what the annotated sources say."""
    made = annotate.outputs()
    there = {path for home in annotate.HOMES for path in annotate.HERE.glob(f"{home}/*/[rg]*/*")}
    assert set(made) == there
    assert [path.name for path, content in made.items() if path.read_bytes() != content] == []


@pytest.mark.parametrize("corpus", SETS, ids=lambda corpus: corpus.name)
def test_gold_scores_itself_full(corpus: run.Corpus) -> None:
    """A prediction that says what the gold says gets every figure, so the scorer takes nothing away."""
    articles = score.read_articles(corpus.gold, corpus.raw)
    found = {article.gold["source"]: _perfect(article) for article in articles}
    figures = score.figures_of(score.score_set(articles, found))
    assert {name: figure for name, figure in figures.items() if figure < 1} == {}


def _perfect(article: score.Article) -> score.Item:
    gold = article.gold
    published = (gold["published"] or {}).get("iso")
    blocks = [{**block, "text": score.plain(block["text"])} for block in article.blocks]
    found = {key: gold[key] for key in ("title", "byline", "publisher")} | {"published": published}
    if article.is_page:
        return found | {
            "blocks": blocks,
            "topics": [topic["id"] for topic in gold["topics"]],
            "dates": [{"iso": iso} for iso in gold["dates_iso"]],
            "figures": [{"value": value, "unit": unit} for value, unit in gold["figures_values"]],
            "conflicts": [
                {"figures": [{"value": value} for value in pair]}
                for pair in gold["conflicts_values"]
            ],
        }
    return found | _with_lines(article, blocks)


def _with_lines(article: score.Article, blocks: list[score.Item]) -> score.Item:
    gold = article.gold
    rows = {label["line"]: label["label"] for label in gold["lines"]}
    last = dict(_owners(article))
    placed = [{**block, "lines": [block["line"], last[block["line"]]]} for block in blocks]
    other = {line: kind for line, kind in rows.items() if kind not in score.BODY_LABELS}
    spans = ("mentions", "dates", "figures", "attributions", "conflicts")
    return {key: gold[key] for key in spans} | {
        "blocks": placed,
        "meta_lines": {
            kind: [line for line, label in other.items() if label == kind]
            for kind in score.META_LABELS
        },
        "removed": [
            {"line": line, "kind": kind}
            for line, kind in other.items()
            if kind not in score.META_LABELS
        ],
    }


def _owners(article: score.Article) -> list[tuple[int, int]]:
    """(first line of the block, line) for each line of the body."""
    owners, first = [], 0
    for label in article.gold["lines"]:
        if label["label"] in score.BODY_LABELS:
            first = first if label["label"] == "continuation" else label["line"]
            owners.append((first, label["line"]))
    return owners


def test_scorer_counts_by_hand() -> None:
    """A found, a missed and a wrong item give the precision and recall that a hand counts."""
    gold = [{"line": 1, "start": 0, "end": 3}, {"line": 2, "start": 0, "end": 3}]
    found = [{"line": 1, "start": 1, "end": 2}, {"line": 3, "start": 0, "end": 3}]
    matching = score.match(gold, found, score.overlap)
    assert (len(matching.pairs), len(matching.missed), len(matching.wrong)) == (1, 1, 1)
    optional = {"line": 3, "start": 0, "end": 9, "optional": True}
    assert score.match([*gold, optional], found, score.overlap).wrong == []
    assert score.common_words(list("abcd"), list("axbd")) == 3
    assert score.same_value([1, 2], (1.0, 2)) and not score.same_value(1, [1, 2])


@pytest.mark.parametrize("corpus", SETS, ids=lambda corpus: corpus.name)
def test_names_of_gold_are_known(corpus: run.Corpus) -> None:
    """Every mention of the gold names a topic of the set's gazetteer."""
    topics = corpus.topics.read_text(encoding="utf-8")
    ids = {
        mention["topic"]
        for path in corpus.gold.iterdir()
        for mention in json.loads(path.read_text(encoding="utf-8")).get("mentions", [])
    }
    assert {topic for topic in ids if f"id: {topic}," not in topics} == set()


@pytest.mark.parametrize("corpus", SETS, ids=lambda corpus: corpus.name)
def test_floors_hold(corpus: run.Corpus) -> None:
    """No figure of a set is below its floor, and the set is the one that they were measured on."""
    assert run.broken(corpus, run.measure(corpus)[0], run.read_floors().get(corpus.name)) == []


def test_every_set_has_floors_and_no_other() -> None:
    """A new set is measured and pinned, and the floors of one that went go with it."""
    assert {corpus.name for corpus in SETS} == set(run.read_floors())


def test_a_floor_does_not_sink_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pinning a lower figure keeps the old floor, of this set and of others, unless sinking is asked for."""
    monkeypatch.setattr(run, "FLOORS", tmp_path / "floors.toml")
    first, second = (next(c for c in SETS if c.name == name) for name in ("first", "second"))
    run.write_floors({first: {"body": 0.9}, second: {"body": 0.8}}, lower=False)
    run.write_floors({first: {"body": 0.5}}, lower=False)
    assert {name: each.floor for name, each in run.read_floors().items()} == {
        "first": {"body": 0.9},
        "second": {"body": 0.8},
    }
    run.write_floors({first: {"body": 0.5}}, lower=True)
    assert run.read_floors()["first"].floor == {"body": 0.5}
    assert run.broken(second, {"body": 0.8}, None) == ["no floors yet; run with --raise-floors."]
