"""Which names of an article are meant: by the words beside each, else by the rest of the article."""

from collections.abc import Iterable, Sequence

from generator.analyse.candidates import Candidate, Neighbours, neighbours, written
from generator.analyse.homographs import (
    PLACES,
    STOPS,
    Article,
    Use,
    has_article,
    is_listed,
    mostly_name,
    mostly_word,
    one_of,
    sense,
)
from generator.analyse.lookalikes import is_gentilic, is_other_word
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import TopicId
from generator.text import fold

# So many words of sport make an article one of sport.
_SPORT = 3
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_NONE: frozenset[str] = frozenset()

Verdicts = dict[Candidate, bool | None]


def meant(
    readings: Sequence[Reading], blocks: Sequence[Sequence[Candidate]], lexicon: Lexicon
) -> list[list[Candidate]]:
    """The candidates of each block that are names in their place, in order."""
    verdicts: Verdicts = {}
    uses: list[Use] = []
    article: Article | None = None
    for reading, named in zip(readings, blocks, strict=True):
        beside = neighbours(named)
        twins = _twins(named)
        for candidate in named:
            if _is_no_name(reading, candidate, beside, lexicon):
                verdicts[candidate] = False
            elif candidate not in twins and not _is_doubtful(candidate, lexicon):
                verdicts[candidate] = True
            else:
                article = article or _article(readings, lexicon)
                uses.append(Use(reading, candidate, beside, lexicon, article, candidate in twins))
    if uses:
        _settle(uses, verdicts)
    return [[c for c in named if verdicts[c]] for named in blocks]


def _twins(named: Sequence[Candidate]) -> frozenset[Candidate]:
    """The candidates that stand where one of another topic stands too."""
    places: dict[int, list[Candidate]] = {}
    for candidate in named:
        places.setdefault(candidate.first, []).append(candidate)
    if len(places) == len(named):
        return frozenset()
    return frozenset(c for same in places.values() if len(same) > 1 for c in same)


def _article(readings: Sequence[Reading], lexicon: Lexicon) -> Article:
    words = frozenset(word for reading in readings for word in reading.words)
    return Article(words, len(words & lexicon.names.groups["sport"]) >= _SPORT)


# ---------------------------------------------------------------- whatever the article says


def _is_no_name(
    reading: Reading, candidate: Candidate, beside: Neighbours, lexicon: Lexicon
) -> bool:
    topic, words = candidate.name.topic, candidate.name.words
    if topic is None:
        return True
    if topic.type in ("place", "country", "person") and _names_another(reading, candidate, lexicon):
        return True
    if len(words) > 1:
        return False
    if topic.context and not _near(reading, candidate, topic.context):
        return True
    if topic.type in PLACES and is_gentilic(reading, candidate, beside, lexicon.names):
        return True
    return is_other_word(reading, candidate)


def _names_another(reading: Reading, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether it is part of a street's, a bank's or a paper's name: «شارع بيروت», «بنك القاهرة»."""
    topic, groups = candidate.name.topic, lexicon.names.groups
    before = reading.word(candidate.first - 1)
    if topic is None or candidate.prefix or not before:
        return False
    heads = groups["naming_heads"]
    if topic.type == "person":
        heads |= groups["memorial_heads"]
    return one_of(before, heads, lexicon, article=False)


def _near(reading: Reading, candidate: Candidate, context: tuple[str, ...]) -> bool:
    """Whether a context word stands within ten words, with or without article and proclitics."""
    low, high = max(0, candidate.first - 10), candidate.end + 10
    around = [
        w
        for i, w in enumerate(reading.words[low:high], low)
        if not candidate.first <= i < candidate.end
    ]
    wanted = {part for text in context for part in fold(text).split()[:1]}
    return any(word == w or (len(w) > 2 and word.endswith(w)) for word in around for w in wanted)


def _is_doubtful(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the name is a common word too, or several things have it."""
    name, topic = candidate.name, candidate.name.topic
    if topic is None:
        return False
    word = " ".join(name.words)
    if topic.context:
        return mostly_name(word, lexicon.names)
    return (
        name.bare
        or mostly_word(topic, word, lexicon)
        or (len(name.words) == 1 and mostly_name(word, lexicon.names))
        or word in lexicon.names.namesakes
    )


# ---------------------------------------------------------------- what the article says


def _settle(uses: Sequence[Use], verdicts: Verdicts) -> None:
    """Decides the doubtful names, the surest first, so that they help to decide the others."""
    for use in uses:
        named = _by_namesake(use)
        verdicts[use.candidate] = sense(use) if named is None else named
    denied = {use.word for use in uses if verdicts[use.candidate] is False}
    alone = [use for use in uses if not use.shared]
    for doubt in (False, True):
        _settle_lists(alone, verdicts)
        sure = _sure(uses, verdicts)
        for use in alone:
            if verdicts[use.candidate] is None and _is_mostly_word(use) is doubt:
                verdicts[use.candidate] = _by_article(use, sure, denied)
    _part_twins([use for use in uses if use.shared], verdicts, _sure(uses, verdicts))


def _sure(uses: Sequence[Use], verdicts: Verdicts) -> set[TopicId]:
    """The topics that the article names for certain."""
    named = {c.name.topic.id for c, verdict in verdicts.items() if verdict and c.name.topic}
    return named - {use.topic.id for use in uses if use.shared and not _has_own_sign(use, verdicts)}


def _is_mostly_word(use: Use) -> bool:
    return mostly_word(use.topic, use.word, use.lexicon) or use.candidate.name.bare


def _has_own_sign(use: Use, verdicts: Verdicts) -> bool:
    """Whether the topic is named in the article by another name than the one that it shares."""
    return any(
        verdict
        and candidate.name.topic is use.topic
        and candidate.name.words != use.candidate.name.words
        for candidate, verdict in verdicts.items()
    )


def _by_namesake(use: Use) -> bool | None:
    """«عمان» beside «الأردن» is the city, beside «سلطنة» the country."""
    kinds = use.names.namesakes.get(use.word)
    if kinds is None:
        return None
    hits = {kind: len(words & use.article.words) for kind, words in kinds.items()}
    best = max(hits.values())
    if best == 0 or list(hits.values()).count(best) > 1:
        return None
    return hits.get(use.topic.type) == best


def _settle_lists(uses: Iterable[Use], verdicts: Verdicts) -> None:
    """A name beside a place that is meant is a place: «مالي والنيجر»."""
    for use in (*uses, *reversed(tuple(uses))):
        if verdicts[use.candidate] is None and is_listed(use, verdicts):
            verdicts[use.candidate] = True


def _by_article(use: Use, sure: set[TopicId], denied: set[str]) -> bool:
    """What the rest of the article says of a name whose neighbours say nothing."""
    certain = use.topic.id in sure
    if _is_mostly_word(use):
        return certain and _is_possible(use)
    return certain or not (use.word in denied or _is_inflected(use))


def _is_inflected(use: Use) -> bool:
    """Whether the article has the word with the article or a pronoun: «السيول», «قطره»."""
    word, article = use.word, use.names.article
    if use.definite:
        return False
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    forms = {article + word, *(stem + pronoun for pronoun in _PRONOUNS)}
    return not forms.isdisjoint(use.article.words)


def _is_possible(use: Use) -> bool:
    """Whether the place allows the name of a topic that the article names for certain."""
    before = use.reading.word(use.candidate.first - 1)
    if use.topic.type == "outlet":
        publishing = use.group("publishing") | {"مع", "على"}
        return before.removeprefix("و") in publishing or use.clitic.endswith("ل")
    if use.topic.type in ("weapon", "theme", "event"):
        return (use.after in STOPS or not use.after) and before not in STOPS
    if use.verb:
        return not use.clitic and before not in STOPS and not has_article(use.after, use.names)
    return True


def _part_twins(uses: Sequence[Use], verdicts: Verdicts, sure: set[TopicId]) -> None:
    """Of topics with one spelling keeps the one that is meant; in doubt none."""
    places: dict[tuple[int, int], list[Use]] = {}
    for use in uses:
        places.setdefault((use.reading.block, use.candidate.first), []).append(use)
    for twins in places.values():
        one = _the_one(twins, verdicts, sure)
        for use in twins:
            verdicts[use.candidate] = use is one


def _the_one(twins: Sequence[Use], verdicts: Verdicts, sure: set[TopicId]) -> Use | None:
    left = [use for use in twins if verdicts[use.candidate] is not False]
    exact = [use for use in left if use.surface in written(use.topic)]
    marked = exact if any(fold(c) != c and not c.isalpha() for c in twins[0].surface) else []
    tests = (
        marked,
        left if len(left) < len(twins) else [],
        [use for use in left if verdicts[use.candidate]],
        [use for use in left if use.topic.id in sure],
        [use for use in left if use.topic.part_of in sure],
        exact,
    )
    return next((found[0] for found in tests if len(found) == 1), None)
