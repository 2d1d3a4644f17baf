"""Reviews of English stubs: bound to the texts that were read, out of date when one changes."""

from generator.errors import ContentError, Diagnostic
from generator.model import Article, BlockKind, IsoDate, Location, ReviewState, Stub, StubStatus
from generator.rules import Problems, read_yaml, split_front_matter
from generator.text import text_hash

_KEYS = ("status", "reviewed_by", "reviewed_on", "source_hash", "stub_hash")


def source_hash(article: Article) -> str:
    """16 hexadecimal digits of the Arabic as a reviewer reads it: title, lead, blocks in order.

    Vowel marks, white space and markup do not count; credit and dates are not part of the text.
    """
    body = (block.text for block in article.blocks if block.kind is not BlockKind.TITLE)
    return text_hash(article.title or "", article.lead or "", *body)


def stub_hash(stub: Stub) -> str:
    """16 hexadecimal digits of the stub as a reader sees it: title and sentences in order."""
    texts = (" ".join(s.text for s in block.sentences) for block in stub.blocks)
    return text_hash(stub.title, *texts)


def review_state(article: Article, stub: Stub | None) -> ReviewState:
    """Whether the stub is there, a draft, reviewed, or reviewed in another wording.

    A stub that calls itself reviewed without saying of which text is out of date: nobody can know
    that the texts beside it are the ones that were read.
    """
    if stub is None:
        return ReviewState.MISSING
    if stub.status is StubStatus.DRAFT:
        return ReviewState.DRAFT
    bound = (stub.source_hash, stub.stub_hash) == (source_hash(article), stub_hash(stub))
    return ReviewState.REVIEWED if bound else ReviewState.OUT_OF_DATE
