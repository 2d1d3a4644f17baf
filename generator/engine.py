"""docs/ -> site/ through MkDocs: the one module that knows the site engine's interface."""

import gzip
import json
import logging
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator import theme_files
from generator.errors import Diagnostic, SiteError
from generator.model import Location

# MkDocs stamps the sitemap with this instead of the clock; any fixed second keeps builds identical.
EPOCH = "315532800"  # 1980-01-01, the earliest that zip and gzip tools accept


# A line of a theme's catalogue, which is one mapping inside a Jinja macro.
_STRING = re.compile(r'^ *"[\w.]+": ("(?:[^"\\]|\\.)*")', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The address of a site, and what the theme's interface says in English."""

    address: str
    english: frozenset[str]


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build_site(config_file: Path, docs: Path, site: Path) -> BuiltSite:
    """Render `docs` into `site`, strictly.

    Raises:
        SiteError: what MkDocs warned of or could not do.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        config = _load(config_file, docs, site)
        build(config)
    except (Abort, MkDocsException, SystemExit) as error:
        messages = collector.messages or [str(error)]
        raise SiteError(tuple(_problem(config_file, message) for message in messages)) from None
    finally:
        logger.removeHandler(collector)
        logger.propagate = True
    _steady_gzip(site)
    return BuiltSite(config.site_url or "", _english_strings(config.theme.dirs))


def _english_strings(folders: Iterable[str]) -> frozenset[str]:
    """The interface strings of the theme and its overrides in English, without empty ones."""
    paths = (Path(folder, "partials", "languages", "en.html") for folder in folders)
    texts = (path.read_text(encoding="utf-8") for path in paths if path.is_file())
    strings = (str(json.loads(found)) for text in texts for found in _STRING.findall(text))
    return frozenset(string for string in strings if string.strip())


def _load(config_file: Path, docs: Path, site: Path) -> MkDocsConfig:
    try:
        return load_config(
            config_file=str(config_file),
            docs_dir=str(docs),
            site_dir=str(site),
            strict=True,
            # The other hook would build docs/ again, from the default folder.
            hooks=[theme_files.__file__],
            # Addresses of a published site, whichever folder it is tried in.
            use_directory_urls=True,
        )
    except ConfigurationError as error:
        raise SiteError(_problem(config_file, str(error))) from None


def _steady_gzip(site: Path) -> None:
    """MkDocs writes the clock into sitemap.xml.gz; write it again without."""
    packed, plain = site / "sitemap.xml.gz", site / "sitemap.xml"
    if packed.exists() and plain.exists():
        packed.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))


def _problem(config_file: Path, message: str) -> Diagnostic:
    return Diagnostic(
        Location(str(config_file)),
        f"MkDocs: {message}",
        "Correct the content, or the page it names.",
    )
