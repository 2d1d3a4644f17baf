"""Fixture files of the analysis: title, input and expected output between single-dot lines."""

from dataclasses import dataclass
from pathlib import Path

from generator.analyse.reading import Reading, read_block
from generator.model import Block, BlockKind, Location, ParagraphId

FIXTURES = Path(__file__).parents[2] / "fixtures" / "analyse"


@dataclass(frozen=True)
class Case:
    """One case: its title, the text lines and the expected lines."""

    title: str
    lines: tuple[str, ...]
    expected: tuple[str, ...]
    published: str | None = None


def read_cases(name: str) -> list[Case]:
    """The cases of a fixture file, in order."""
    cases, parts, title = [], [[]], ""
    for line in (FIXTURES / name).read_text(encoding="utf-8").split("\n"):
        if line != ".":
            parts[-1].append(line)
        elif len(parts) == 3:
            cases.append(_case(title, parts[1], parts[2]))
            parts = [[]]
        else:
            if len(parts) == 1:
                title = next(text for text in reversed(parts[0]) if text)
            parts.append([])
    return cases


def _case(title: str, lines: list[str], expected: list[str]) -> Case:
    published = None
    if lines and lines[0].startswith("@"):
        published, lines = lines[0][1:], lines[1:]
    return Case(title, tuple(lines), tuple(line for line in expected if line), published)


def paragraph(text: str) -> Block:
    """A paragraph with this text."""
    return Block(BlockKind.PARAGRAPH, text, Location("test"), ParagraphId("p-00000000"))


def readings(lines: tuple[str, ...]) -> list[Reading]:
    """Each line as a paragraph, read."""
    return [read_block(number, paragraph(line)) for number, line in enumerate(lines)]
