"""Scores what was found in raw articles against gold that was read by hand.

`score_set` compares predictions in the form of the analysis schema with gold and returns the figures
by name, each between 0 and 1. Nothing of the generator is used here, so that a mistake in its way
of comparing cannot hide a mistake in its results.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

Item = dict[str, Any]

BODY_LABELS = frozenset({"heading", "paragraph", "continuation", "list_item", "quote", "deck"})
META_LABELS = ("title", "byline", "dateline")

# Marks over letters, tatweel and characters that show nothing: two texts that differ only in these
# are the same text.
UNSEEN_CHARACTERS = re.compile(
    "[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# What must never reach a page; a tatweel counts only between two letters, where it decorates.
UNCLEAN = re.compile(
    "(?<=[\u0621-\u064a])\u0640+(?=[\u0621-\u064a])"
    "|[\x00-\x08\x0b-\x1f\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufdf1\ufe70-\ufeff]"
)
ITEM_MARK = re.compile(r"^\s*(?:[-•*–▪]|\(?\d{1,2}[.)\-])\s+")
BYLINE_WORD = re.compile(r"^(?:كتبت?|بقلم|إعداد|تقرير|تصوير|حاور(?:ه|ها|ته|تها)?)\s*[:\-–]?\s*")

SAME_UNIT = {
    "person": "count",
    "people": "count",
    "household": "count",
    "shift": "count",
    "item": "count",
    "": "count",
    "%": "percent",
    "ton": "tonne",
    "metre": "m",
    "kilometre": "km",
    "g": "gram",
}


# ---------------------------------------------------------------- counting


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed decisions of one kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, wrong: int, missed: int) -> None:
        self.right += right
        self.wrong += wrong
        self.missed += missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 when there is nothing."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Sheet:
    """The tallies and the yes-or-no answers of a set, by name, and what was missed."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    answers: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)

    def mean(self, name: str) -> float:
        answers = self.answers[name]
        return sum(answers) / len(answers) if answers else 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """The gold of one raw article, with its lines where it has lines."""

    gold: Item
    lines: tuple[str, ...]

    @property
    def is_page(self) -> bool:
        """Whether the gold has no offsets, as for HTML."""
        return bool(self.gold["format"] == "html")

    @property
    def main_lines(self) -> set[int]:
        kept = BODY_LABELS | {"title"}
        return {label["line"] for label in self.gold["lines"] if label["label"] in kept}

    @property
    def blocks(self) -> list[Item]:
        """The article's blocks: those of the gold, or those that its line labels imply."""
        return self.gold["blocks"] if self.is_page else _blocks_of_lines(self)


def _blocks_of_lines(article: Article) -> list[Item]:
    dropped = defaultdict(list)
    for drop in article.gold.get("drops", []):
        dropped[drop["line"]].append((drop["start"], drop["end"]))
    blocks: list[Item] = []
    for label in article.gold["lines"]:
        if label["label"] not in BODY_LABELS:
            continue
        text = article.lines[label["line"] - 1]
        for start, end in sorted(dropped[label["line"]], reverse=True):
            text = f"{text[:start]} {text[end:]}"
        if label["label"] == "continuation" and blocks:
            glue = "" if label.get("join") == "none" else " "
            blocks[-1]["text"] += glue + text.strip()
        else:
            blocks.append({"kind": label["label"], "text": text.strip(), "line": label["line"]})
    return blocks


def read_articles(gold: Path, raw: Path) -> list[Article]:
    """The articles whose gold is in a folder, sorted by file name."""
    articles = []
    for path in sorted(gold.glob("*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        if "source" in item:
            articles.append(Article(item, _raw_lines(item, raw / item["source"])))
    return articles


def _raw_lines(gold: Item, path: Path) -> tuple[str, ...]:
    if gold["format"] == "html":
        return ()
    encoding = {"windows-1256": "cp1256"}.get(gold["encoding"]) or str(gold["encoding"])
    return tuple(path.read_bytes().decode(encoding).split("\n"))


# ---------------------------------------------------------------- text


def plain(text: str | None) -> str:
    """The text as a reader sees it: one writing for equal characters, single spaces."""
    visible = UNSEEN_CHARACTERS.sub("", unicodedata.normalize("NFKC", text or ""))
    return " ".join(visible.split())


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", plain(text))


def block_words(block: Item) -> list[str]:
    text = block.get("text") or ""
    return words(ITEM_MARK.sub("", text) if block.get("kind") == "list_item" else text)


def common_words(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both have in the same order: the longest common subsequence."""
    matched = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    if sum(block.size for block in matched) == min(len(one), len(other)):
        return min(len(one), len(other))
    lengths = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for place, candidate in enumerate(other, 1):
            above = lengths[place]
            lengths[place] = diagonal + 1 if word == candidate else max(above, lengths[place - 1])
            diagonal = above
    return lengths[-1]


# ---------------------------------------------------------------- credit and text of an article


def _score_credit(sheet: Sheet, article: Article, found: Item) -> None:
    gold = article.gold
    titles = {plain(title) for title in [gold["title"], *gold.get("title_accept", [])]}
    _answer(sheet, article, "title", plain(found.get("title")) in titles, found.get("title"))
    bylines = {_name(name) for name in [gold["byline"], *gold.get("byline_accept", [])]}
    _answer(sheet, article, "byline", _name(found.get("byline")) in bylines, found.get("byline"))
    same = plain(found.get("publisher")) == plain(gold["publisher"])
    _answer(sheet, article, "publisher", same, found.get("publisher"))
    published = found.get("published") or None
    _answer(sheet, article, "published", _same_day(gold, published), published)


def _name(byline: str | None) -> str:
    return BYLINE_WORD.sub("", plain(byline)).strip(" :")


def _same_day(gold: Item, found: str | None) -> bool:
    published = gold.get("published") or {}
    iso = published.get("iso")
    if iso is None or (published.get("basis") == "world" and found is None):
        return found is None
    return bool(found) and str(found)[: len(iso)] == iso


def _answer(sheet: Sheet, article: Article, name: str, right: bool, found: object) -> None:
    sheet.answers[name].append(float(right))
    if not right:
        sheet.notes.append(f"{article.gold['source']}: {name} «{found}»")


def _score_text(sheet: Sheet, article: Article, found: Item) -> None:
    wanted, got = article.blocks, found.get("blocks") or []
    gold_words = [word for block in wanted for word in block_words(block)]
    found_words = [word for block in got for word in block_words(block)]
    common = common_words(gold_words, found_words)
    one = Tally(common, len(found_words) - common, len(gold_words) - common)
    sheet.tallies["body"].add(one.right, one.wrong, one.missed)
    sheet.answers["body"].append(one.f1)
    if one.f1 < 0.9999:
        sheet.notes.append(f"{article.gold['source']}: body {one.f1:.3f}")
    whole = Counter(tuple(block_words(block)) for block in wanted)
    parts = Counter(tuple(block_words(block)) for block in got)
    right = (whole & parts).total()
    sheet.tallies["block"].add(right, parts.total() - right, whole.total() - right)
    _note_blocks(sheet, article, whole, parts)


def _note_blocks(sheet: Sheet, article: Article, whole: Counter[Any], parts: Counter[Any]) -> None:
    name = article.gold["source"]
    sheet.notes += [f"{name}: block missed «{' '.join(each)[:70]}»" for each in whole - parts]
    sheet.notes += [f"{name}: block wrong «{' '.join(each)[:70]}»" for each in parts - whole]


def _score_headings(sheet: Sheet, article: Article, found: Item) -> None:
    """A line that may be read as a heading or not is neither asked for nor counted as wrong."""
    needed, allowed = _headings(article)
    got = Counter(
        " ".join(words(block.get("text")))
        for block in found.get("blocks") or []
        if block.get("kind") == "heading"
    )
    right = (needed & got).total()
    wrong = ((got - needed) - allowed).total()
    sheet.tallies["heading"].add(right, wrong, needed.total() - right)
    name = article.gold["source"]
    sheet.notes += [f"{name}: heading missed «{each}»" for each in needed - got]
    sheet.notes += [f"{name}: heading wrong «{each}»" for each in (got - needed) - allowed]


def _headings(article: Article) -> tuple[Counter[str], Counter[str]]:
    needed: Counter[str] = Counter()
    allowed: Counter[str] = Counter()
    if article.is_page:
        rows = [(block["kind"], block.get("also", []), block["text"]) for block in article.blocks]
    else:
        rows = [
            (label["label"], label.get("also", []), article.lines[label["line"] - 1])
            for label in article.gold["lines"]
        ]
    for kind, also, text in rows:
        key = " ".join(words(text))
        if kind == "heading" and not also:
            needed[key] += 1
        elif "heading" in (kind, *also):
            allowed[key] += 1
    return needed, allowed


def _score_hygiene(sheet: Sheet, article: Article, found: Item) -> None:
    texts = [block.get("text") or "" for block in found.get("blocks") or []]
    texts.append(found.get("title") or "")
    banned = article.gold.get("must_not_contain", [])
    unclean = any(UNCLEAN.search(text) or any(part in text for part in banned) for text in texts)
    _answer(sheet, article, "hygiene", bool(found) and not unclean, "")


# ---------------------------------------------------------------- lines


def _labels_of(found: Item, article: Article) -> tuple[dict[int, str], dict[int, int]]:
    """The label that a prediction gives each line, and the block in which the line stands."""
    labels: dict[int, str] = {}
    block_of: dict[int, int] = {}
    for number, block in enumerate(found.get("blocks") or []):
        kind = block.get("kind", "paragraph")
        for line in _lines_of(block, article):
            if line not in labels:
                labels[line], block_of[line] = kind, number
            kind = "continuation"
    for removed in found.get("removed") or []:
        labels.setdefault(removed["line"], removed.get("kind", "tail"))
    meta = found.get("meta_lines") or {}
    for name in META_LABELS:
        for line in meta.get(name) or []:
            if line not in block_of:
                labels[line] = name
    return labels, block_of


def _lines_of(block: Item, article: Article) -> list[int]:
    first, *rest = block.get("lines") or [0]
    lines = range(first, (rest[-1] if rest else first) + 1)
    return [n for n in lines if 1 <= n <= len(article.lines) and article.lines[n - 1].strip()]


def _score_lines(sheet: Sheet, article: Article, found: Item) -> None:
    labels, block_of = _labels_of(found, article)
    for label in article.gold["lines"]:
        got = labels.get(label["line"], "unlabelled")
        right = got == label["label"] or got in label.get("also", [])
        sheet.answers["label"].append(float(right))
        if not right:
            row = f"line {label['line']} is {label['label']}, read as {got}"
            text = article.lines[label["line"] - 1].strip()[:50]
            sheet.notes.append(f"{article.gold['source']}: {row} «{text}»")
    body = [label for label in article.gold["lines"] if label["label"] in BODY_LABELS]
    for above, label in pairwise(body):
        joins = label["label"] == "continuation"
        pair = block_of.get(above["line"]), block_of.get(label["line"])
        joined = None not in pair and pair[0] == pair[1]
        sheet.tallies["join"].add(joins and joined, joined and not joins, joins and not joined)


# ---------------------------------------------------------------- spans

Same = Callable[[Item, Item], bool]


def overlap(one: Item, other: Item) -> bool:
    same_line = one.get("line") == other.get("line")
    return bool(same_line and one["start"] < other["end"] and other["start"] < one["end"])


def _shared_length(one: Item, other: Item) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


@dataclass(slots=True)
class Matching:
    """Which gold items were found, by which predictions; optional gold items are left out."""

    pairs: list[tuple[Item, Item]] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)
    wrong: list[Item] = field(default_factory=list)


def match(gold: Iterable[Item], found: Sequence[Item], same: Same) -> Matching:
    """One to one, required items first; what overlaps an optional item is not wrong."""
    result, left = Matching(), list(range(len(found)))
    items = sorted(gold, key=lambda item: bool(item.get("optional")))
    for item in items:
        fitting = [number for number in left if same(item, found[number])]
        optional = bool(item.get("optional"))
        if fitting:
            best = max(fitting, key=lambda number: _shared_length(item, found[number]))
            left.remove(best)
            if not optional:
                result.pairs.append((item, found[best]))
        elif not optional:
            result.missed.append(item)
    neutral = [item for item in items if item.get("optional")]
    result.wrong = [
        found[number]
        for number in left
        if not any(overlap(item, found[number]) for item in neutral)
    ]
    return result


def _note(sheet: Sheet, article: Article, name: str, matching: Matching) -> None:
    sheet.tallies[name].add(len(matching.pairs), len(matching.wrong), len(matching.missed))
    for word, items in (("missed", matching.missed), ("wrong", matching.wrong)):
        for item in items:
            text = article.lines[item["line"] - 1]
            around = text[max(0, item["start"] - 25) : item["end"] + 25]
            keys = ("topic", "iso", "value", "unit", "speaker")
            what = " ".join(str(item[key]) for key in keys if key in item)
            surface = text[item["start"] : item["end"]]
            sheet.notes.append(
                f"{article.gold['source']}: {name} {word} {what} «{surface}» in «{around}»"
            )


def _score_spans(sheet: Sheet, article: Article, found: Item) -> None:
    gold, main = article.gold, article.main_lines

    def on_main(kind: str) -> list[Item]:
        return [
            item
            for item in found.get(kind) or []
            if item.get("line") in main and "start" in item and "end" in item
        ]

    mentions = on_main("mentions")
    _note(sheet, article, "mention", match(gold["mentions"], mentions, _same_mention))
    _score_topics(
        sheet,
        article,
        {item["topic"] for item in gold["mentions"] if not item.get("optional")},
        {item["topic"] for item in mentions},
        {item["topic"] for item in gold["mentions"] if item.get("optional")},
    )
    dates = match(gold["dates"], on_main("dates"), lambda one, two: _same_date(article, one, two))
    _note(sheet, article, "date", dates)
    figures = match(gold["figures"], on_main("figures"), _same_figure)
    _note(sheet, article, "figure", figures)
    for one, two in figures.pairs:
        same = (one.get("qualifier") or None) == (two.get("qualifier") or None)
        sheet.answers["qualifier"].append(float(same))
    reports = match(gold["attributions"], on_main("attributions"), _same_report)
    _note(sheet, article, "attribution", reports)
    _score_conflicts(sheet, article, found)


def _same_mention(one: Item, two: Item) -> bool:
    return all(one[key] == two.get(key) for key in ("line", "start", "end", "topic"))


def _score_topics(
    sheet: Sheet, article: Article, gold: set[str], found: set[str], neutral: set[str]
) -> None:
    sheet.tallies["doc_topic"].add(
        len(gold & found), len(found - gold - neutral), len(gold - found)
    )
    name = article.gold["source"]
    sheet.notes += [f"{name}: topic missed {topic}" for topic in sorted(gold - found)]
    sheet.notes += [f"{name}: topic wrong {topic}" for topic in sorted(found - gold - neutral)]


def _same_date(article: Article, one: Item, two: Item) -> bool:
    """Without a date in the article, a relative one may stay open."""
    if not overlap(one, two):
        return False
    iso = two.get("iso")
    if iso == one["iso"] or iso in one.get("iso_accept", []):
        return True
    basis = (article.gold.get("published") or {}).get("basis")
    floats = one.get("is_relative") and one.get("anchor") == "published"
    return basis == "world" and bool(floats) and not iso


def _same_figure(one: Item, two: Item) -> bool:
    return (
        overlap(one, two)
        and same_value(one["value"], two.get("value"))
        and _unit(one["unit"]) == _unit(two.get("unit"))
    )


def same_value(one: object, two: object) -> bool:
    """Whether two values, or both ends of two ranges, are equal but for rounding."""
    ends = [list(each) if isinstance(each, (list, tuple)) else [each] for each in (one, two)]
    if None in ends[0] or None in ends[1] or len(ends[0]) != len(ends[1]):
        return False
    pairs = [(float(a), float(b)) for a, b in zip(*ends, strict=True)]
    return all(abs(a - b) <= 1e-6 * max(1.0, abs(a)) for a, b in pairs)


def _unit(unit: str | None) -> str:
    return SAME_UNIT.get(unit or "", unit or "count")


def _same_report(one: Item, two: Item) -> bool:
    """The same reporting phrase and at least half of the speaker's words, or the same topic."""
    on_next_line = one.get("speaker_line") is not None and two["line"] == one["speaker_line"]
    if not (overlap(one, two) or on_next_line):
        return False
    if one.get("speaker_topic") and one["speaker_topic"] == two.get("speaker_topic"):
        return True
    names = [{_bare(word) for word in words(each.get("speaker"))} for each in (one, two)]
    shared = len(names[0] & names[1])
    return bool(shared) and 4 * shared >= len(names[0]) + len(names[1])


def _bare(word: str) -> str:
    return re.sub(r"^[وف]?(?:ال|لل)", "", re.sub("[أإآ]", "ا", word))


def _score_conflicts(sheet: Sheet, article: Article, found: Item) -> None:
    figures = found.get("figures") or []
    pairs = [
        [figures[i] for i in conflict["figures"] if isinstance(i, int) and i < len(figures)]
        for conflict in found.get("conflicts") or []
    ]
    left = [pair for pair in pairs if len(pair) > 1 and all("start" in each for each in pair)]
    right = missed = 0
    for conflict in article.gold["conflicts"]:
        ends = [article.gold["figures"][i] for i in conflict["figures"]]
        hit = next((p for p in left if all(any(overlap(e, f) for f in p) for e in ends)), None)
        if hit is not None:
            left.remove(hit)
        if not conflict.get("optional"):
            right += hit is not None
            missed += hit is None
            if hit is None:
                sheet.notes.append(f"{article.gold['source']}: conflict missed {conflict['about']}")
    for pair in left:
        shown = " / ".join(f"{each.get('value')} {each.get('unit')}" for each in pair)
        sheet.notes.append(f"{article.gold['source']}: conflict wrong {shown}")
    sheet.tallies["conflict"].add(right, len(left), missed)


# ---------------------------------------------------------------- pages


def _score_page_facts(sheet: Sheet, article: Article, found: Item) -> None:
    gold = article.gold
    topics = found.get("topics") or [item["topic"] for item in found.get("mentions") or []]
    _score_topics(sheet, article, {each["id"] for each in gold["topics"]}, set(topics), set())
    days = {date.get("iso") for date in found.get("dates") or []}
    figures = found.get("figures") or []
    for iso in gold.get("dates_iso", []):
        _answer(sheet, article, "page_fact", iso in days, iso)
    for value, unit in gold.get("figures_values", []):
        there = any(
            same_value(value, each.get("value")) and _unit(unit) == _unit(each.get("unit"))
            for each in figures
        )
        _answer(sheet, article, "page_fact", there, f"{value} {unit}")
    left = [_conflict_values(each, figures) for each in found.get("conflicts") or []]
    right = 0
    wanted = gold.get("conflicts_values", [])
    for pair in wanted:
        hit = next((each for each in left if _same_pair(pair, each)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    sheet.tallies["conflict"].add(right, len(left), len(wanted) - right)


def _conflict_values(conflict: Item, figures: Sequence[Item]) -> list[object]:
    return [
        figures[each].get("value") if isinstance(each, int) else each.get("value")
        for each in conflict["figures"]
    ]


def _same_pair(one: Sequence[object], two: Sequence[object]) -> bool:
    return len(two) == 2 and any(
        all(same_value(a, b) for a, b in zip(one, order, strict=True)) for order in (two, two[::-1])
    )


# ---------------------------------------------------------------- a whole set


def score_set(articles: Iterable[Article], found: dict[str, Item]) -> Sheet:
    """The tallies of a set; `found` holds the prediction of each source."""
    sheet = Sheet()
    for article in articles:
        prediction = found.get(article.gold["source"], {})
        _score_credit(sheet, article, prediction)
        _score_text(sheet, article, prediction)
        _score_headings(sheet, article, prediction)
        _score_hygiene(sheet, article, prediction)
        if article.is_page:
            _score_page_facts(sheet, article, prediction)
        else:
            _score_lines(sheet, article, prediction)
            _score_spans(sheet, article, prediction)
    return sheet


def figures_of(sheet: Sheet) -> dict[str, float]:
    """The figures of a set, in the order in which they are shown."""
    tallies = sheet.tallies
    return {
        "body": sheet.mean("body"),
        "block": tallies["block"].f1,
        "heading": tallies["heading"].f1,
        "join": tallies["join"].f1,
        "label": sheet.mean("label"),
        "title": sheet.mean("title"),
        "byline": sheet.mean("byline"),
        "publisher": sheet.mean("publisher"),
        "published": sheet.mean("published"),
        "hygiene": sheet.mean("hygiene"),
        "mention": tallies["mention"].f1,
        "doc_topic": tallies["doc_topic"].f1,
        "date": tallies["date"].f1,
        "figure": tallies["figure"].f1,
        "qualifier": sheet.mean("qualifier"),
        "attribution": tallies["attribution"].f1,
        "conflict_recall": tallies["conflict"].recall,
        "conflict_precision": tallies["conflict"].precision,
        "page_fact": sheet.mean("page_fact"),
    }
