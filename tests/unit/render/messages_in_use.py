"""The msgids that code and templates of generator/render use, read from their syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

RENDER = Path(__file__).parents[3] / "generator" / "render"


def messages_in_use() -> tuple[set[str], set[tuple[str, str]]]:
    """Plain msgids, and pairs of singular and plural."""
    plain: set[str] = set()
    counted: set[tuple[str, str]] = set()
    for path in sorted((RENDER / "templates").glob("*.j2")):
        plain |= set(_in_template(path))
    for path in sorted(RENDER.rglob("*.py")):
        for name, texts in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name in {"text", "message"} and texts:
                plain.add(texts[0])
            elif name == "messages" and len(texts) == 2:
                counted.add((texts[0], texts[1]))
    return plain, counted


def _in_template(path: Path) -> Iterator[str]:
    tree = Environment().parse(path.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t":
            yield call.args[0].as_const()


def _calls(tree: ast.AST) -> Iterator[tuple[str, list[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            texts = [
                a.value
                for a in node.args
                if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            yield name, texts
