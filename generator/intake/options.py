"""What the editor says of a file on the command line."""

from dataclasses import dataclass, replace

from generator.model import IntakeResult, IsoDate, Rights, Slug


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the editor says on the command line."""

    slug: Slug | None = None
    publisher: str | None = None
    published: IsoDate | None = None
    rights: Rights | None = None
    keep: frozenset[int] = frozenset()
    """Numbers of lines that no rule may remove."""


def with_options(result: IntakeResult, options: ImportOptions) -> IntakeResult:
    """The result with what the editor says of publisher and date."""
    article = replace(
        result.article,
        publisher=options.publisher or result.article.publisher,
        published=options.published or result.article.published,
    )
    return replace(result, article=article)
