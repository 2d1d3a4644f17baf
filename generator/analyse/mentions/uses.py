"""A name in its place: the words beside it, and what the language says of the word itself."""

from dataclasses import dataclass

from generator.analyse.mentions.candidates import OPENING, Candidate, Neighbours
from generator.analyse.mentions.itself import PLACES, Itself, itself
from generator.analyse.mentions.letters import has_article, one_of
from generator.analyse.reading import Reading
from generator.languages.lexicon import Lexicon, NameWords, Words
from generator.model import Topic
from generator.model.record import record

# Towns, countries, papers and bodies are feminine, whatever their names look like.
FEMININE_TYPES = PLACES | {"outlet", "organization"}
STOPS = frozenset("،.؛:!؟?)(«»\"”“,…'-–—")
# Marks of a feminine or a plural in folded text: ta marbuta, «ات», «اء».
FEMININE = ("ه", "ات", "اء")


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """What the whole article says: all its folded words, and whether it is one of sport."""

    words: frozenset[str]
    sport: bool


@record(frozen=True, slots=True, eq=False)
class Around:
    """What the names of a block share: the language, the article, names spelled like others."""

    lexicon: Lexicon
    article: Article
    twins: frozenset[Candidate]


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A homograph in its place: the words beside it and what is known of the language."""

    reading: Reading
    candidate: Candidate
    beside: Neighbours
    lexicon: Lexicon
    article: Article
    shared: bool
    """Whether another topic has the same spelling."""

    topic: Topic
    itself: Itself
    word: str
    """The words of the name, folded."""
    before: str
    """The word before it, or the one before an opening quotation mark."""
    after: str
    clitic: str
    """The letters joined to its front."""

    @property
    def surface(self) -> str:
        """The name as it is written, without proclitics."""
        return self.candidate.surface(self.reading)

    @property
    def names(self) -> NameWords:
        return self.lexicon.names

    def group(self, name: str) -> Words:
        return self.names.groups[name]


def use_of(
    reading: Reading, candidate: Candidate, topic: Topic, beside: Neighbours, around: Around
) -> Use:
    """The name in its place."""
    first = candidate.first
    before, word = reading.word(first - 1), itself(candidate.name, around.lexicon)
    return Use(
        reading,
        candidate,
        beside,
        around.lexicon,
        around.article,
        candidate in around.twins,
        topic,
        word,
        word.text,
        reading.word(first - 2) if before in OPENING else before,
        reading.word(candidate.end),
        reading.words[first][: candidate.prefix],
    )


# ---------------------------------------------------------------- words beside it


def has_owner(use: Use) -> bool:
    """Whether a definite noun that is no adjective of a place follows: «صور الأقمار»."""
    after = use.after
    if use.itself.definite or not has_article(after, use.names):
        return False
    dates, calendar = use.lexicon.dates, use.lexicon.dates.groups
    timely = after in dates.weekdays or any(
        after in calendar[name]
        for name in ("year_words", "month_words", "past_words", "today_words", "future_words")
    )
    if timely or one_of(after, use.names.introducers["person"], use.lexicon):
        return False
    of_town = after.endswith("يه") or after in use.group("of_towns")
    return not (of_town and use.topic.type in PLACES)


def has_adjective(use: Use) -> bool:
    """«صور جديدة»: an indefinite adjective; a name is definite."""
    if use.topic.type not in PLACES or len(use.after) < 4 or not use.after.endswith("ه"):
        return False
    if not use.word.endswith(FEMININE) and use.word not in use.group("feminine_words"):
        return False  # «جسر غارقة»: only the town is feminine
    return not one_of(
        use.after, use.names.introducers["place"] | use.names.introducers["country"], use.lexicon
    )
