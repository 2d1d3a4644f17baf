"""`extra.sharh` in mkdocs.yml -> SiteSettings."""

import difflib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import ConfigError, Diagnostic
from generator.model import Location, Rights


class MonthNames(StrEnum):
    """How Arabic pages write Gregorian months: يونيو, حزيران, or both as يونيو/حزيران."""

    COMMON = "common"
    LEVANT = "levant"
    DUAL = "dual"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What an editor sets for a site. `content` and `docs` are folders beside mkdocs.yml.

    `excerpt_words` is how many words of an article with `rights: excerpt` may be quoted.

    `site_url` is the address of the published site with a slash at its end, or empty.
    `social_cards` says whether each page gets the picture that is shown beside a link to it.
    """

    title_ar: str = "شرح"
    title_en: str = "Sharh"
    month_names: MonthNames = MonthNames.COMMON
    rights_default: Rights = Rights.FULL
    excerpt_words: int = 60
    content: str = "content"
    docs: str = "docs"
    site_url: str = ""
    social_cards: bool = True


# A slotted dataclass keeps no class attributes, so defaults are read from an instance.
DEFAULTS = SiteSettings()
_KEYS = (
    "title_ar",
    "title_en",
    "month_names",
    "rights_default",
    "excerpt_words",
    "content",
    "social_cards",
)
_SWITCHES = frozenset({"social_cards"})
_NUMBERS = frozenset({"excerpt_words"})


def read_settings(path: Path) -> SiteSettings:
    """The settings in a mkdocs.yml; what it does not name keeps its default.

    Raises:
        ConfigError: the file is missing or is no YAML mapping, a key is unknown, or a value is
            not one of the choices; all problems at once.
    """
    config = _load(path)
    text = path.read_text(encoding="utf-8")
    extra = config.get("extra")
    given = extra.get("sharh") if isinstance(extra, Mapping) else None
    given = {} if given is None else given
    if not isinstance(given, Mapping):
        raise ConfigError(
            _problem(
                path, text, "sharh", "«extra.sharh» is not a mapping.", "Write key: value lines."
            )
        )
    problems = [
        problem for key, value in given.items() if (problem := _check(path, text, key, value))
    ]
    if problems:
        raise ConfigError(tuple(problems))
    return SiteSettings(
        title_ar=given.get("title_ar", DEFAULTS.title_ar),
        title_en=given.get("title_en", DEFAULTS.title_en),
        month_names=MonthNames(given.get("month_names", MonthNames.COMMON)),
        rights_default=Rights(given.get("rights_default", Rights.FULL)),
        excerpt_words=given.get("excerpt_words", DEFAULTS.excerpt_words),
        content=given.get("content", DEFAULTS.content),
        docs=str(config.get("docs_dir", DEFAULTS.docs)),
        site_url=_address(config.get("site_url")),
        social_cards=given.get("social_cards", DEFAULTS.social_cards),
    )


def _load(path: Path) -> Mapping[str, Any]:  # Any: YAML values, checked key by key below
    try:
        # mkdocs.yml may hold !ENV and INHERIT, which only the site engine's own loader reads.
        stream = io.BytesIO(path.read_bytes())
        stream.name = str(path)
        loaded = yaml_load(stream)
    except FileNotFoundError:
        raise ConfigError(
            Diagnostic(Location(str(path)), "there is no such file.", "Name it with --config.")
        ) from None
    except (ConfigurationError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise ConfigError(
            Diagnostic(Location(str(path), line), "this is not valid YAML.", str(error))
        ) from None
    if not isinstance(loaded, Mapping):
        raise ConfigError(
            Diagnostic(Location(str(path)), "this is not a mapping.", "See README.md.")
        )
    return loaded


def _address(site_url: object) -> str:
    address = str(site_url or "")
    return address if address.endswith("/") or not address else f"{address}/"


def _check(path: Path, text: str, key: str, value: object) -> Diagnostic | None:
    choices = {"month_names": tuple(MonthNames), "rights_default": tuple(Rights)}.get(key)
    if key not in _KEYS:
        near = difflib.get_close_matches(str(key), _KEYS, 1)
        fix = f"Did you mean «{near[0]}»?" if near else f"Known keys: {', '.join(_KEYS)}."
        return _problem(path, text, str(key), f"unknown key «{key}» in extra.sharh.", fix)
    if choices and value not in choices:
        return _problem(
            path,
            text,
            key,
            f"«{value}» is no value of {key}.",
            f"Choose one of: {', '.join(choices)}.",
        )
    if key in _SWITCHES:
        what = f"{key} is neither true nor false."
        fix = "Write true or false, without quotes."
        return None if isinstance(value, bool) else _problem(path, text, key, what, fix)
    if key in _NUMBERS:
        what, fix = f"{key} is no number of words.", "Write a whole number, without quotes."
        is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return None if is_count else _problem(path, text, key, what, fix)
    if not isinstance(value, str) or not value.strip():
        return _problem(path, text, key, f"{key} is not a text.", "Write it in quotes.")
    return None


def _problem(path: Path, text: str, key: str, what: str, fix: str) -> Diagnostic:
    line = next(
        (
            number
            for number, row in enumerate(text.split("\n"), 1)
            if row.strip().startswith(f"{key}:")
        ),
        0,
    )
    return Diagnostic(Location(str(path), line), what, fix)
