"""A small site made by hand: two articles, one with a stub, an explainer, a conflict."""

from decimal import Decimal

import pytest

from generator.config import SiteSettings
from generator.link import link
from generator.model import (
    ARABIC,
    ENGLISH,
    Analysis,
    Article,
    Attribution,
    BasedOn,
    Basis,
    Block,
    BlockKind,
    Card,
    Change,
    Counted,
    DateMention,
    Evidence,
    EvidencedBlock,
    Explainer,
    Figure,
    FigureConflict,
    IsoDate,
    LanguageTag,
    Library,
    Location,
    Matrix,
    MatrixCell,
    MatrixRow,
    Mention,
    ParagraphId,
    Precision,
    RenderedPage,
    ReviewState,
    Sentence,
    SiteIndex,
    Slug,
    Span,
    Stub,
    StubStatus,
    Topic,
    TopicId,
    TopicName,
    TopicType,
)
from generator.render import render
from generator.text import paragraph_id

HERE = Location("test", 1)
PLANT, HARBOUR = Slug("plant"), Slug("harbour")
SUR, PAPER = TopicId("sur"), TopicId("coast-paper")

PLANT_TEXTS = (
    (
        "افتتحت مدينة صور محطة تحلية في مايو 2024 بكلفة 1.75 مليار دولار بحسب البلدية."
        " وتقول البلدية إن صور تحتاج إلى المزيد."
    ),
    "وقدّرت صحيفة الساحل الكلفة بنحو 2 مليار دولار. وزار Acme Water المحطة في صور.",
)
HARBOUR_TEXTS = ("جرى توسيع الميناء قرب صور خلال عقدين *كاملين* و{هكذا}.",)


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    """A block with the id that its text gives it."""
    prefix = {BlockKind.TITLE: "title", BlockKind.HEADING: f"h-{paragraph_id(text)[2:]}"}
    return Block(kind, text, HERE, ParagraphId(prefix.get(kind, paragraph_id(text))), level)


def span(text: str, surface: str, after: int = 0) -> Span:
    """Where the surface stands in the text."""
    start = text.index(surface, after)
    return Span(start, start + len(surface))


def article(slug: Slug, title: str, texts: tuple[str, ...], based_on: BasedOn | None) -> Article:
    """An article with a heading before its last paragraph."""
    paragraphs = [block(text) for text in texts]
    heading = block("تفاصيل", BlockKind.HEADING, 2)
    return Article(
        slug=slug,
        locale=ARABIC,
        title=title,
        blocks=(block(title, BlockKind.TITLE), *paragraphs[:-1], heading, paragraphs[-1]),
        location=HERE,
        published=IsoDate("2026-11-22"),
        lead="خلاصة المقال في جملة.",
        based_on=based_on,
    )


def plant() -> Article:
    """The article with facts, a stub and a credited original."""
    original = BasedOn(
        title="الماء من البحر",
        publisher="صحيفة الساحل",
        publisher_basis=Basis.INFERRED,
        published=IsoDate("2024-06"),
        published_basis=Basis.INFERRED,
    )
    return article(PLANT, "محطة في صور", PLANT_TEXTS, original)


def plant_analysis() -> Analysis:
    """What a reader finds in the article, by hand. Blocks: title, paragraph, heading, paragraph."""
    first, second = PLANT_TEXTS
    city, paper, month = "صور", "صحيفة الساحل", "مايو 2024"
    cost, estimate = "1.75 مليار دولار", "2 مليار دولار"
    return Analysis(
        article=PLANT,
        mentions=(
            Mention(1, span(first, city), city, SUR),
            Mention(1, span(first, city, 60), city, SUR),
            Mention(3, span(second, paper), paper, PAPER),
            Mention(3, span(second, city), city, SUR),
        ),
        dates=(
            DateMention(1, span(first, month), month, IsoDate("2024-05"), Precision.MONTH),
        ),
        figures=(
            Figure(
                1, span(first, cost), cost, Decimal(1_750_000_000), None, "USD",
                Counted("كلفة المحطة", "cost of the plant"), None, "البلدية",
            ),
            Figure(
                3, span(second, estimate), estimate, Decimal(2_000_000_000), None, "USD",
                Counted("كلفة المحطة", ""), "about", paper,
            ),
        ),
        attributions=(
            Attribution(1, span(first, "بحسب البلدية"), "بحسب البلدية", "البلدية"),
            Attribution(3, span(second, "وقدّرت صحيفة الساحل"), "وقدّرت صحيفة الساحل", paper, PAPER),
        ),
        conflicts=(FigureConflict(0, 1, "cost"),),
    )  # fmt: skip


def harbour_analysis() -> Analysis:
    """One mention and one duration, given by nobody."""
    text = HARBOUR_TEXTS[0]
    return Analysis(
        article=HARBOUR,
        mentions=(Mention(2, span(text, "صور"), "صور", SUR),),
        figures=(
            Figure(
                2, span(text, "عقدين"), "عقدين", Decimal(2), None, "decade", Counted(), "more_than"
            ),
        ),
    )


def evidence(slug: Slug = PLANT, number: int = 0) -> tuple[Evidence, ...]:
    """Evidence in a paragraph of an article."""
    texts = PLANT_TEXTS if slug == PLANT else HARBOUR_TEXTS
    return (Evidence(slug, paragraph_id(texts[number]), HERE),)


def stub() -> Stub:
    """A reviewed stub with a summary and key facts."""
    return Stub(
        slug=PLANT,
        title="A plant in Tyre",
        status=StubStatus.REVIEWED,
        blocks=(
            EvidencedBlock(
                BlockKind.PARAGRAPH,
                (Sentence("A desalination plant opened.", evidence()),),
                HERE,
                "s-1",
            ),
            EvidencedBlock(BlockKind.HEADING, (Sentence("Key facts"),), HERE, "h-key", 2),
            EvidencedBlock(
                BlockKind.LIST_ITEM,
                (Sentence("Its cost is disputed.", evidence(PLANT, 1)),),
                HERE,
                "s-2",
            ),
        ),
        location=HERE,
        drafted_by="person",
        reviewed_by="Water desk",
        reviewed_on=IsoDate("2026-11-22"),
    )


def explainer(language: LanguageTag) -> Explainer:
    """An explainer with two cards and a matrix with one filled and three empty cells."""
    arabic = language == ARABIC

    def answer(text: str, name: str) -> EvidencedBlock:
        return EvidencedBlock(BlockKind.PARAGRAPH, (Sentence(text, evidence()),), HERE, name)

    return Explainer(
        slug=Slug("why-water"),
        locale=language,
        title="لماذا الماء؟" if arabic else "Why water?",
        lead=Sentence("لأن صور تعطش." if arabic else "Because Tyre is thirsty.", evidence()),
        order=1,
        introduction=(),
        cards=tuple(
            Card(name, f"سؤال {name}" if arabic else f"Question {name}?", (
                answer("جواب قصير." if arabic else "Short.", f"{name}-1"),
                answer("جواب أطول." if arabic else "Longer.", f"{name}-2"),
            ), HERE)
            for name in ("first", "second")
        ),
        matrix=Matrix(
            (SUR, PAPER),
            (MatrixRow("water", "الماء" if arabic else "Water", SUR, (
                MatrixCell(SUR, "wants", Sentence("ماء" if arabic else "Water", evidence())),
            ), HERE),),
        ),
        changes=(Change(IsoDate("2026-11-22"), "النشر الأول" if arabic else "First published"),),
        location=HERE,
    )  # fmt: skip


def library() -> Library:
    """All of it."""
    return Library(
        articles=(article(HARBOUR, "ميناء يتسع", HARBOUR_TEXTS, None), plant()),
        stubs=(stub(),),
        topic_types=(
            TopicType("outlet", "وسيلة إعلام", "وسائل إعلام", "Outlet", "Outlets", HERE),
            TopicType("place", "مكان", "أماكن", "Place", "Places", HERE),
        ),
        topics=(
            Topic(PAPER, "outlet", TopicName("صحيفة الساحل"), TopicName("Coast Paper"), HERE),
            Topic(
                SUR, "place", TopicName("صور", (), "مدينة على الساحل."),
                TopicName("Tyre", (), "A city."), HERE,
            ),
        ),
        explainers=(explainer(ARABIC), explainer(ENGLISH)),
        facts=(),
    )  # fmt: skip


REVIEWS = ((HARBOUR, ReviewState.MISSING), (PLANT, ReviewState.REVIEWED))


@pytest.fixture
def index() -> SiteIndex:
    """The linked site."""
    return link(library(), (harbour_analysis(), plant_analysis()), REVIEWS)


@pytest.fixture
def pages(index: SiteIndex) -> dict[str, RenderedPage]:
    """The rendered site by path."""
    return {page.path: page for page in render(index, SiteSettings())}
