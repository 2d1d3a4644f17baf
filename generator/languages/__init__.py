"""One folder a language: how it is written, its words, its interface strings."""

from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import cast

from generator.errors import Diagnostic, RuleFileError
from generator.languages.language import Language
from generator.languages.lexicon import Lexicon, read_common_words, read_lexicon
from generator.model import LANGUAGES, LanguageTag, Location
from generator.rules import load_yaml

__all__ = ["Language", "Lexicon", "load_language", "load_lexicon"]

_FOLDER = Path(__file__).parent


def load_language(tag: LanguageTag) -> Language:
    """How the language is written.

    Raises:
        RuleFileError: there is no such language.
    """
    _require(tag)
    return cast(Language, import_module(f"generator.languages.{tag}").LANGUAGE)


@cache
def load_lexicon(tag: LanguageTag) -> Lexicon:
    """All words of the language, read once.

    Raises:
        RuleFileError: there is no such language, or its lexicon cannot be read.
    """
    _require(tag)
    path = _FOLDER / tag / "lexicon.yaml"
    text = path.read_text(encoding="utf-8")
    listed = path.with_name("common-words.txt")
    common = listed.read_text(encoding="utf-8") if listed.exists() else ""
    digest = blake2b((text + common).encode(), digest_size=8).hexdigest()
    document = load_yaml(text, f"generator/languages/{tag}/lexicon.yaml")
    return read_lexicon(tag, digest, document, read_common_words(common))


def _require(tag: LanguageTag) -> None:
    if tag not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        place = Location(f"generator/languages/{tag}")
        raise RuleFileError(
            Diagnostic(place, f"there is no language «{tag}».", f"Use one of: {known}.")
        )
