"""README says what exists: its targets, commands and options are tried."""

import re
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TARGETS = sorted(set(re.findall(r"\bmake ([a-z]+)`", README + CONTRIBUTING)))
COMMANDS = sorted(set(re.findall(r"`?sharh ((?:topics )?[a-z]+)", README)))
LISTED = re.findall(r"^\| `sharh ([a-z ]+?)(?: [A-Z].*?)?` \| (.*) \|$", README, re.MULTILINE)


@pytest.mark.parametrize("target", TARGETS)
def test_each_make_target_named_exists(target: str) -> None:
    """`make -n` knows how it would run every target that a reader is told of."""
    command = ["make", "--dry-run", "--always-make", target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_two_commands_come_first() -> None:
    """Set-up is `make serve` and `make test`, and both are named before anything else to run."""
    assert {"serve", "test", "env", "site"} <= set(TARGETS)
    assert README.index("make serve") < README.index("make test") < README.index("pip install")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_named_exists(command: str) -> None:
    """Every `sharh …` in the README is a command with help."""
    result = CliRunner().invoke(app, [*command.split(), "--help"])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(("command", "text"), LISTED, ids=[row[0] for row in LISTED])
def test_each_option_named_exists(command: str, text: str) -> None:
    """An option in the table of commands is an option of that command."""
    help_text = CliRunner().invoke(app, [*command.split(), "--help"], terminal_width=200).output
    assert all(option in help_text for option in re.findall(r"--[a-z]+", text))


def test_every_command_is_in_the_table() -> None:
    """Nothing that `--help` lists is missing from the README."""
    listed = {command for command, _ in LISTED}
    known = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
    assert known | {"topics import"} == listed


@pytest.mark.parametrize(
    "path",
    sorted(
        set(
            re.findall(r"`((?:generator|tests|overrides|content)/[\w./-]*)`", README + CONTRIBUTING)
        )
    ),
)
def test_each_path_named_exists(path: str) -> None:
    """A newcomer who is sent to a folder finds it."""
    assert (ROOT / path).exists()


def test_the_picture_exists() -> None:
    """The picture of the site is there."""
    picture = re.search(r"!\[.*?\]\((.*?)\)", README)
    assert picture
    assert (ROOT / picture[1]).is_file()
