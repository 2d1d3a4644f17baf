"""The architecture as facts: who imports whom, and who may touch the world."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

# What a stage is, by the first part of its path below generator/.
STAGES = ("intake", "content", "analyse", "link", "rights", "english", "search", "render", "write")
# What every stage may import.
COMMON = ("model", "errors", "measures", "names", "text", "rules", "languages", "config", "slugs")
ALLOWED = {
    "__init__": (),
    "model": (),
    "errors": ("model",),
    "measures": (),
    "names": ("model",),
    "slugs": (),
    "text": ("model",),
    "rules": ("model", "errors", "text"),
    "languages": ("model", "errors", "text", "rules"),
    "config": ("model", "errors", "text", "rules", "languages"),
    "draw": ("model", "errors"),
    "engine": ("model", "errors", "theme_files"),
    "verify": ("model", "errors", "text"),
    "pipeline": (
        *COMMON,
        *STAGES,
        "draw",
        "engine",
        "verify",
    ),
    "console": ("errors", "pipeline"),
    "__main__": ("console", "model", "pipeline", "slugs"),
    "mkdocs_hook": (),
    "theme_files": (),
    **dict.fromkeys(STAGES, COMMON),
}


def part(path: Path) -> str:
    """The name by which ALLOWED knows a module."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """Every module that a file imports, as dotted names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def ours(path: Path) -> set[str]:
    return {
        name.split(".")[1]
        for name in imports(path)
        if name.startswith("generator.") and "." in name
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    """A stage imports the common modules and itself, never another stage."""
    assert part(path) in ALLOWED, f"{part(path)} is new: say in ALLOWED what it may import"
    known = {part(module) for module in MODULES}
    forbidden = (ours(path) & known) - {part(path), *ALLOWED[part(path)]}
    assert not forbidden, f"{part(path)} must not import {', '.join(sorted(forbidden))}"


EDGES = {
    "yaml": {"rules", "config.py", "intake/emit.py"},
    "jinja2": {"render"},
    "babel": {"render"},
    "resvg_py": {"render/social/paint.py"},
    "uharfbuzz": {"render/social/faces.py"},
    "fontTools": {"render/social/faces.py"},
    "rich": {"console.py"},
    "typer": {"__main__.py", "console.py"},
    "mkdocs": {"engine.py", "config.py", "mkdocs_hook.py", "theme_files.py"},
}


@pytest.mark.parametrize("library", EDGES)
def test_a_library_is_used_only_at_its_edge(library: str) -> None:
    """One place knows each library that could be exchanged."""
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    outside = {
        user
        for user in users
        if not any(user == edge or user.startswith(f"{edge}/") for edge in EDGES[library])
    }
    assert not outside, f"{library} is used in {', '.join(sorted(outside))}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_commands_print_and_read_the_clock(path: Path) -> None:
    """Outside the commands nothing prints, asks for the time, or reads the environment."""
    if path.name in {"__main__.py", "mkdocs_hook.py"}:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    world = {
        "print",
        "input",
        "time.time",
        "datetime.now",
        "datetime.datetime.now",
        "date.today",
        "os.getenv",
    }
    assert not calls & world
    assert path.name == "engine.py" or "os.environ" not in path.read_text(encoding="utf-8")


def test_source_code_holds_no_invisible_direction_marks() -> None:
    """No bidi control stands literally in our own source, where it could hide what code does."""
    controls = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    files = [
        path
        for folder in ("generator", "tests", "overrides")
        for path in (ROOT / folder).rglob("*")
    ]
    code = {".py", ".j2", ".html", ".js", ".css", ".po"}
    # Raw articles among the fixtures are input, in many encodings, not code.
    texts = (
        path for path in files if path.suffix in code and not {"fixtures", "unseen"} & {*path.parts}
    )
    assert not [
        path for path in texts if any(c in path.read_text(encoding="utf-8") for c in controls)
    ]
