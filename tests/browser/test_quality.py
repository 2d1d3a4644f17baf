"""Facts about the built pages as axe-core, html-validate, the Nu checker and stylelint report them.

`make test` installs them from tests/browser/package-lock.json into .cache/checks where there is
a node. Without it these tests are skipped, except in CI, where they must run.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import PAGES, address

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / ".cache" / "checks" / "node_modules"
SIZES = (360, 768, 1280)

# Each finding once: what was broken, by which element, and why. axe cannot tell the ground of a text
# inside a picture and says so of each; test_theme.py computes the contrast of their colours.
RUN_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations", "incomplete"] })
  return ["violations", "incomplete"].flatMap(kind => found[kind].flatMap(rule =>
    rule.nodes.filter(node =>
      `${kind} ${rule.id}` !== "incomplete color-contrast" || !node.html.startsWith("<text")
    ).map(node => `${kind} ${rule.id}: ${node.html.slice(0, 120)}`)))
}"""


def tool(name: str, *programs: str) -> Path:
    """The file of an installed checker; skips, or in CI fails, where it or its program is missing."""
    path = TOOLS / name
    missing = [program for program in programs if not shutil.which(program)]
    if path.exists() and not missing:
        return path
    reason = f"{name} needs {' and '.join(programs)}" if missing else f"{name} is not installed"
    message = f"{reason}: install node and java and run make checks"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def axe() -> str:
    """The program that a page runs to check itself."""
    return tool("axe-core/axe.min.js").read_text(encoding="utf-8")


def states(page: Page, target: str, width: int) -> Iterator[str]:
    """The states of the page that is open, one after the other: as it loads, menu, search."""
    yield "as it loads"
    if target and width < 700:
        page.locator(".sh-menu summary").click()
        yield "with the menu open"
        page.keyboard.press("Escape")
    if target:
        page.locator("[data-search-open]").click()
        yield "with the search open"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing(
    width: int, scheme: str, axe: str, browser: Browser, site_url: str, site_root: Path
) -> None:
    """No violation and nothing undecided on any kind of page, menu and search open or not."""
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for target in ["", "ar/none/", *(address(site_root, *pair) for pair in PAGES)]:
        page.goto(site_url + target)
        page.add_script_tag(content=axe)
        for state in states(page, target, width):
            for finding in page.evaluate(RUN_AXE):
                found.setdefault(finding, []).append(f"/{target} {state}")
    context.close()
    assert found == {}


def test_html_validate_finds_nothing(site_root: Path, tmp_path: Path) -> None:
    """Every page is valid by the rules of htmlvalidate.json, without an error or a warning.

    Loosened are hashes on files of the site itself, how the site engine writes attributes and white
    space, the roles of a combobox, which no element of HTML plays, and the length of a title, which
    is its editor's affair.
    """
    program = tool("html-validate/bin/html-validate.mjs", "node")
    config, pages = HERE / "htmlvalidate.json", f"{site_root}/**/*.html"
    report = tmp_path / "report.json"
    # Into a file: node ends before a long report has left a pipe.
    with report.open("w") as output:
        subprocess.run(
            [
                "node",
                program,
                "--config",
                config,
                "--formatter",
                "json",
                "--max-warnings",
                "0",
                pages,
            ],
            stdout=output,
            check=False,
        )
    found = {
        f"{message['ruleId']}: {message['message']}": file["filePath"]
        for file in json.loads(report.read_text(encoding="utf-8"))
        for message in file["messages"]
    }
    assert found == {}


def test_the_nu_checker_finds_nothing(site_root: Path) -> None:
    """Every page is valid HTML by the checker of the standard's own maintainers."""
    jar = tool("vnu-jar/build/dist/vnu.jar", "java")
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--skip-non-html", site_root],
        capture_output=True,
        text=True,
        check=False,
    )
    found = {
        message["message"]: message.get("url") for message in json.loads(done.stderr)["messages"]
    }
    assert found == {}


SHEETS = HERE.parent.parent / "overrides" / "assets" / "stylesheets"
SEEDED = "a{margin-left:0}b{text-align:right}i{padding:0 1px 2px 3px}u{inline-size:1px}"


@pytest.mark.parametrize(
    ("sheets", "lines"),
    [(f"{SHEETS}/**/*.css", 0), ("seeded.css", 3)],
    ids=["ours", "with faults"],
)
def test_style_sheets_name_no_side(sheets: str, lines: int, tmp_path: Path) -> None:
    """Our sheets say start and end, never left and right; the check finds those that do not."""
    program = tool("stylelint/bin/stylelint.mjs", "node")
    (tmp_path / "seeded.css").write_text(SEEDED, encoding="utf-8")
    config = ["--config", HERE / "stylelint.json", "--config-basedir", TOOLS.parent]
    done = subprocess.run(
        ["node", program, sheets, *config, "--formatter", "unix"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [line for line in (done.stdout + done.stderr).splitlines() if ".css:" in line]
    assert len(found) == lines, found
