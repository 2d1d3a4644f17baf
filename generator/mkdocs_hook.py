"""The one hook: `mkdocs serve` and `mkdocs build` run `sharh build` first.

The build runs in a process of its own, so a server shows a change of the generator too. Engines
without hooks render docs/ as it stands: run `sharh build` before them.
"""

import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.hooks.sharh")
_project = Path(__file__).resolve().parent.parent
_serving = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what runs: a server keeps the last good pages when content is wrong."""
    global _serving
    _serving = command == "serve"
    # The sitemap is stamped with this instead of the clock.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")


def on_config(config: MkDocsConfig) -> None:
    """Make docs/ from content/ before MkDocs looks into it."""
    config_file = config.config_file_path or "mkdocs.yml"
    command = (sys.executable, "-m", "generator", "build", "--config", config_file)
    search_path = os.pathsep.join(filter(None, (str(_project), os.environ.get("PYTHONPATH"))))
    result = subprocess.run(
        (*command, "--docs", config.docs_dir),
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": search_path, "PYTHONUTF8": "1"},
    )
    for line in (result.stdout + result.stderr).splitlines():
        _log.log(logging.ERROR if result.returncode else logging.INFO, "%s", line)
    if result.returncode:
        if not (_serving and (Path(config.docs_dir) / "index.md").exists()):
            raise Abort("The content has errors: see above.")
        _log.error("The last good pages are still served.")


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what editors and maintainers write, not what we write ourselves."""
    server.unwatch(config.docs_dir)
    return server
