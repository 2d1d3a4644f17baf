"""Which names of an article are meant: by the words beside each, else by the rest of the article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analyse.mentions.candidates import Candidate, neighbours, written
from generator.analyse.mentions.evidence import weigh
from generator.analyse.mentions.introduced import is_introduced, is_listed
from generator.analyse.mentions.itself import PLACES, itself
from generator.analyse.mentions.lookalikes import is_no_name, signs_of
from generator.analyse.mentions.uses import (
    Around,
    Article,
    Use,
    use_of,
)
from generator.analyse.mentions.weights import CERTAINLY, CERTAINLY_NOT, UNLISTED, WEIGHTS
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon
from generator.model import TopicId
from generator.text import fold

# So many words of sport make an article one of sport.
_SPORT = 3

Verdicts = dict[Candidate, bool | None]


@dataclass(frozen=True, slots=True)
class Known:
    """What the names that are decided say: topics that are meant, words that are only words."""

    sure: frozenset[TopicId]
    denied: frozenset[str]
    places: bool
    """Whether any place is named."""


def meant(
    readings: Sequence[Reading], blocks: Sequence[Sequence[Candidate]], lexicon: Lexicon
) -> list[list[Candidate]]:
    """The candidates of each block that are names in their place, in order."""
    verdicts: Verdicts = {}
    uses: list[Use] = []
    article, signs = _article(readings, lexicon), signs_of(lexicon)
    for reading, named in zip(readings, blocks, strict=True):
        beside = neighbours(named)
        around = Around(lexicon, article, _twins(named))
        for candidate in named:
            topic = candidate.name.topic
            if topic is None or is_no_name(reading, candidate, beside, lexicon, signs):
                verdicts[candidate] = False
            elif _is_doubtful(candidate, article, lexicon) or candidate in around.twins:
                uses.append(use_of(reading, candidate, topic, beside, around))
            else:
                verdicts[candidate] = True
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
    words = frozenset[str]().union(*[reading.words for reading in readings])
    return Article(words, len(words & lexicon.names.groups["sport"]) >= _SPORT)


def _is_doubtful(candidate: Candidate, article: Article, lexicon: Lexicon) -> bool:
    """Whether the name is a common word too, or several things have it."""
    word = itself(candidate.name, lexicon)
    if word.doubtful is None:
        return not word.inflected.isdisjoint(article.words)
    return word.doubtful


# ---------------------------------------------------------------- what the article says


def _settle(uses: Sequence[Use], verdicts: Verdicts) -> None:
    """Decides the doubtful names, the surest first, so that they help to decide the others."""
    plain = {c.name.topic.id for c, verdict in verdicts.items() if verdict and c.name.topic}
    weights: dict[Use, float] = {}
    # A family name alone shows a person only where a title introduces it: «الرئيس عون».
    unproven = frozenset(
        use.candidate for use in uses if use.topic.type == "person" and not is_introduced(use)
    )
    for use in uses:
        if use.topic.id in plain and not use.shared and _is_only_short(use):
            verdicts[use.candidate] = True  # «كيم» after «كيم جونغ أون»
            continue
        named = _by_namesake(use)
        weights[use] = weigh(use)
        sure = weights[use] >= CERTAINLY or weights[use] <= CERTAINLY_NOT
        verdicts[use.candidate] = named if named is not None else weights[use] > 0 if sure else None
    alone = [use for use in uses if not use.shared]
    listed = [use for use in alone if weights.get(use, 0) > UNLISTED]
    _settle_lists(listed, verdicts)
    for doubt in (False, True):
        left = [use for use in alone if verdicts[use.candidate] is None]
        likely = [use for use in left if (weights[use] <= 0) is doubt]
        if likely:
            known = _known(uses, verdicts, unproven)
            for use in likely:
                verdicts[use.candidate] = weights[use] + _by_article(use, known) > 0
            _settle_lists(listed, verdicts)
    shared = [use for use in uses if use.shared]
    if not shared:
        return
    known = _known(uses, verdicts, unproven)
    for use in shared:
        if verdicts[use.candidate] is None and use.itself.common:
            verdicts[use.candidate] = weights[use] + _by_article(use, known) > 0
    _part_twins(shared, verdicts, known.sure)


def _is_only_short(use: Use) -> bool:
    """Whether nothing but its few letters makes a family name doubtful."""
    return use.itself.short_surname and not use.itself.common


def _known(uses: Sequence[Use], verdicts: Verdicts, unproven: frozenset[Candidate]) -> Known:
    """What is decided by now; the candidates that are `unproven` show no topic."""
    meant = [c for c, verdict in verdicts.items() if verdict]
    unsure = {use.topic.id for use in uses if use.shared and not _has_own_sign(use, verdicts)}
    sure = {c.name.topic.id for c in meant if c.name.topic and c not in unproven}
    return Known(
        sure=frozenset(sure - unsure),
        denied=frozenset(
            use.word for use in uses if verdicts[use.candidate] is False and not use.clitic
        ),
        places=any(c.name.topic and c.name.topic.type in PLACES for c in meant),
    )


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


def _by_article(use: Use, known: Known) -> float:
    """What the rest of the article adds to the weight of a name."""
    return sum([WEIGHTS[sign] for sign in article_signs(use, known)])


def article_signs(use: Use, known: Known) -> Iterator[str]:
    """The names of the signs in the rest of the article."""
    kind = use.topic.type
    if use.topic.id in known.sure:
        if (sign := f"{kind}_named_otherwise") in WEIGHTS:
            yield sign
        if use.itself.definite and kind == "person":
            yield "definite_person_named_otherwise"
    elif use.word in known.denied:
        yield "no_name_elsewhere"
    if known.places and kind in PLACES:
        yield "places_named"
    if not use.itself.inflected.isdisjoint(use.article.words):
        yield "inflected_elsewhere"


def _part_twins(uses: Sequence[Use], verdicts: Verdicts, sure: frozenset[TopicId]) -> None:
    """Of topics with one spelling keeps the one that is meant; in doubt none."""
    places: dict[tuple[int, int], list[Use]] = {}
    for use in uses:
        places.setdefault((use.reading.block, use.candidate.first), []).append(use)
    for twins in places.values():
        one = _the_one(twins, verdicts, sure)
        for use in twins:
            verdicts[use.candidate] = use is one


def _the_one(twins: Sequence[Use], verdicts: Verdicts, sure: frozenset[TopicId]) -> Use | None:
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
