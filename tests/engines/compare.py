"""The same docs/ and overrides/ through MkDocs, ProperDocs and Zensical, compared.

    python tests/engines/compare.py --engines FOLDER_WITH_PROPERDOCS_AND_ZENSICAL

Prints a line for each engine and each difference; exit code 1 when there is one. Compared are the
pages, their language and direction, the ids in them and the links of their main part.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from generator.pipeline import Folders, build
from generator.verify.pages import page_problems

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "https://sharh.example/"
COMMANDS = {
    "mkdocs": ("build", "--strict", "--quiet", "--config-file"),
    "properdocs": ("build", "--strict", "--quiet", "--config-file"),
    "zensical": ("build", "--config-file"),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What must be equal on a page whichever engine built it."""

    lang: str
    direction: str
    ids: frozenset[str]
    links: tuple[str, ...]


def project(folder: Path) -> None:
    """A copy of the site's sources without the hook, which not every engine runs."""
    build(Folders(ROOT / "mkdocs.yml", ROOT / "content", folder / "docs"))
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"^(hooks|watch):[^\n]*\n(?:[ \t#-][^\n]*\n)*", "", config, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def run(engine: str, programs: list[Path], folder: Path) -> Path:
    """Build with one engine; returns the site's folder."""
    program = next((p / engine for p in programs if (p / engine).exists()), None)
    if program is None:
        sys.exit(f"{engine} is not installed: use make engines")
    environment = {**os.environ, "SHARH_SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [program, *COMMANDS[engine], "mkdocs.yml"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{engine} failed:\n{done.stdout}{done.stderr}")
    return folder / "site"


def see(path: Path, address: str) -> Seen:
    """What is compared of a page; its links by where they lead, for engines spell them differently."""
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    main = next(iter(tree.xpath("//main")), tree)
    direction = tree.get("dir") or next(iter(tree.xpath("//body/@dir")), "")
    return Seen(
        lang=tree.get("lang", ""),
        direction=direction,
        ids=frozenset(str(name) for name in main.xpath(".//@id") if not str(name).startswith("__")),
        links=tuple(
            urljoin(ADDRESS + address, str(link)).removesuffix("index.html")
            for link in main.xpath(".//a/@href")
        ),
    )


def differences(name: str, base: dict[str, Seen], other: dict[str, Seen]) -> list[str]:
    rows = [f"{name}: lacks {path}" for path in sorted(base.keys() - other.keys())]
    rows += [f"{name}: has also {path}" for path in sorted(other.keys() - base.keys())]
    for path in sorted(base.keys() & other.keys()):
        for field in Seen.__slots__:
            mine, theirs = getattr(base[path], field), getattr(other[path], field)
            if mine != theirs:
                odd = sorted(set(mine) ^ set(theirs))[:4] if not isinstance(mine, str) else theirs
                rows.append(f"{name}: {path}: {field} differs: {odd}")
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--engines", type=Path, required=True, help="the folder with their programs"
    )
    programs = [Path(sys.executable).parent, parser.parse_args().engines.resolve()]
    found: list[str] = []
    base: dict[str, Seen] = {}
    for engine in COMMANDS:
        with tempfile.TemporaryDirectory() as folder:
            project(Path(folder))
            site = run(engine, programs, Path(folder))
            names = (p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html")))
            pages = {name: see(site / name, name) for name in names}
            found += [f"{engine}: {problem}" for problem in page_problems(site, ADDRESS)]
        print(
            f"{engine}: {len(pages)} pages, {sum(len(page.links) for page in pages.values())} links"
        )
        base = base or pages
        found += differences(engine, base, pages)
    print(*found, f"{len(found)} differences", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
