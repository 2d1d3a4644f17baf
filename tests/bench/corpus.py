"""A corpus of any size from a seed: Arabic-looking articles, English stubs, topics with names.

Words follow Zipf's law over a few thousand roots in ordinary patterns with ordinary clitics and
endings, so that shards, vocabulary and posting lists have lifelike sizes. The text means nothing.
"""

import random
from itertools import accumulate

from generator.model import (
    ARABIC,
    Analysis,
    Article,
    Block,
    BlockKind,
    EvidencedBlock,
    IsoDate,
    Library,
    Location,
    Mention,
    ParagraphId,
    Sentence,
    SiteIndex,
    Slug,
    Span,
    Stub,
    StubStatus,
    Topic,
    TopicId,
    TopicName,
)
from generator.text import paragraph_id

_CONSONANTS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = (
    "{0}{1}{2}",
    "{0}ا{1}{2}",
    "{0}{1}ا{2}",
    "م{0}{1}و{2}",
    "ت{0}{1}ي{2}",
    "ا{0}ت{1}ا{2}",
    "{0}{1}ي{2}",
)
_BEFORE = ("", "", "", "", "ال", "ال", "ال", "و", "وال", "ب", "لل", "بال")
_AFTER = ("", "", "", "", "", "ة", "ات", "ين", "ية", "ها", "هم", "ا")
_SYLLABLES = (
    "ba",
    "co",
    "der",
    "fi",
    "gan",
    "hel",
    "in",
    "ko",
    "lum",
    "mar",
    "nor",
    "pe",
    "ra",
    "sol",
    "ti",
    "ver",
)
_PLACE = Location("bench", 1)


class _Words:
    """Draws words; the same seed gives the same words."""

    def __init__(self, seed: int, roots: int) -> None:
        self.random = random.Random(seed)
        self._roots = ["".join(self.random.choices(_CONSONANTS, k=3)) for _ in range(roots)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(roots)))
        self._english = [
            "".join(self.random.choices(_SYLLABLES, k=self.random.choice((2, 2, 3))))
            for _ in range(roots)
        ]

    def arabic(self) -> str:
        root = self.random.choices(self._roots, cum_weights=self._weights)[0]
        body = self.random.choice(_PATTERNS).format(*root)
        return f"{self.random.choice(_BEFORE)}{body}{self.random.choice(_AFTER)}"

    def english(self) -> str:
        return self.random.choices(self._english, cum_weights=self._weights)[0]

    def name(self, letters: str, length: int) -> str:
        return "".join(self.random.choices(letters, k=length))


def make_site(articles: int, seed: int = 7, roots: int = 6000, topics: int = 400) -> SiteIndex:
    """A linked site of so many articles; the same arguments give the same site."""
    words = _Words(seed, roots)
    gazetteer = tuple(_topic(words, number) for number in range(topics))
    made = [_article(words, number, gazetteer) for number in range(articles)]
    library = Library(
        articles=tuple(article for article, _ in made),
        stubs=tuple(_stub(words, article) for article, _ in made),
        topic_types=(),
        topics=gazetteer,
        explainers=(),
        facts=(),
    )
    return SiteIndex(library, tuple(analysis for _, analysis in made), (), (), (), (), (), ())


def _topic(words: _Words, number: int) -> Topic:
    arabic = f"{words.name(_CONSONANTS + 'اوي', 5)} {words.name(_CONSONANTS + 'اوي', 6)}"
    english = f"{words.english().title()} {words.english().title()} {number}"
    text = " ".join(words.arabic() for _ in range(15))
    names = TopicName(f"{arabic} {number}", (), text), TopicName(english, (), "A topic.")
    return Topic(TopicId(f"topic-{number}"), "person", *names, _PLACE)


def _article(words: _Words, number: int, topics: tuple[Topic, ...]) -> tuple[Article, Analysis]:
    title = " ".join(words.arabic() for _ in range(8))
    blocks = [Block(BlockKind.TITLE, title, _PLACE, ParagraphId("title"))]
    mentions = []
    for index in range(1, 5):
        topic = words.random.choice(topics)
        before = " ".join(words.arabic() for _ in range(words.random.randint(15, 30)))
        after = " ".join(words.arabic() for _ in range(words.random.randint(10, 25)))
        text = f"{before} {topic.ar.name} {after}. {number} {after[:40]}."
        start = len(before) + 1
        mentions.append(
            Mention(index, Span(start, start + len(topic.ar.name)), topic.ar.name, topic.id)
        )
        blocks.append(Block(BlockKind.PARAGRAPH, text, _PLACE, paragraph_id(text)))
    year = IsoDate(f"{2015 + number % 12}-01-15")
    slug = Slug(f"article-{number}")
    article = Article(slug, ARABIC, title, tuple(blocks), _PLACE, published=year)
    return article, Analysis(slug, tuple(mentions))


def _stub(words: _Words, article: Article) -> Stub:
    text = " ".join(words.english() for _ in range(35))
    block = EvidencedBlock(BlockKind.PARAGRAPH, (Sentence(f"{text}."),), _PLACE, "e-1")
    return Stub(
        article.slug,
        " ".join(words.english() for _ in range(7)),
        StubStatus.DRAFT,
        (block,),
        _PLACE,
    )
