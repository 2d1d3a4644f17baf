"""Small content folders for tests, written as an editor writes them."""

from pathlib import Path

from generator.content import load_library
from generator.errors import Diagnostic
from generator.model import Article, Library, Stub
from generator.text import paragraph_id

TEXT = "يعمل المصنع ليلًا ونهارًا."
PARAGRAPH = paragraph_id(TEXT)


def write(root: Path, files: dict[str, str]) -> Path:
    """A content folder with these files."""
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    (root / "content").mkdir(exist_ok=True)
    return root / "content"


def arabic(body: str = TEXT, head: str = "title: عنوان المقال") -> str:
    return f"---\n{head}\n---\n\n{body}\n"


def english(body: str = f"It works. [#{PARAGRAPH}]", head: str = "title: A\nstatus: draft") -> str:
    return f"---\n{head}\n---\n\n{body}\n"


def load(root: Path, files: dict[str, str]) -> tuple[Library, tuple[Diagnostic, ...]]:
    return load_library(write(root, files))


def one_article(root: Path, text: str) -> tuple[Article, tuple[Diagnostic, ...]]:
    library, warnings = load(root, {"articles/factory/ar.md": text})
    return library.articles[0], warnings


def one_stub(root: Path, text: str, article: str = "") -> Stub:
    files = {"articles/factory/ar.md": article or arabic(), "articles/factory/en.md": text}
    return load(root, files)[0].stubs[0]
