"""Facts about the settings in mkdocs.yml."""

from pathlib import Path

import pytest

from generator.config import MonthNames, SiteSettings, read_settings
from generator.errors import ConfigError
from generator.model import Rights


def config(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_not_set_keeps_its_default(tmp_path: Path) -> None:
    """A mkdocs.yml without extra.sharh is fine."""
    assert read_settings(config(tmp_path, "site_name: x\n")) == SiteSettings()


def test_settings_are_read_beside_the_engines_own_tags(tmp_path: Path) -> None:
    """!ENV, which only the engine knows, does not disturb the reading."""
    text = (
        "site_url: !ENV [NONE, 'https://a.example/']\ndocs_dir: pages\n"
        "extra:\n  sharh:\n    title_ar: شرح\n    month_names: dual\n    rights_default: summary\n"
        "    excerpt_words: 30\n"
    )
    settings = read_settings(config(tmp_path, text))
    assert settings.month_names is MonthNames.DUAL
    assert settings.rights_default is Rights.SUMMARY
    assert settings.excerpt_words == 30
    assert settings.docs == "pages"
    assert settings.site_url == "https://a.example/"


def test_cards_can_be_switched_off(tmp_path: Path) -> None:
    """`social_cards` is true unless it is set to false, and nothing else than the two."""
    assert read_settings(config(tmp_path, "site_name: x\n")).social_cards
    text = "extra:\n  sharh:\n    social_cards: {}\n"
    assert not read_settings(config(tmp_path, text.format("false"))).social_cards
    with pytest.raises(ConfigError, match=r"mkdocs.yml:3: social_cards is neither true nor false"):
        read_settings(config(tmp_path, text.format("'no'")))


def test_all_wrong_keys_are_named_at_once_with_their_lines(tmp_path: Path) -> None:
    """Each problem has its line and the nearest valid choice."""
    text = "extra:\n  sharh:\n    month_name: dual\n    rights_default: all\n    title_ar: 5\n"
    with pytest.raises(ConfigError) as caught:
        read_settings(config(tmp_path, text))
    lines = [str(problem).split("mkdocs.yml:")[1] for problem in caught.value.diagnostics]
    assert lines == [
        "3: unknown key «month_name» in extra.sharh. Did you mean «month_names»?",
        "4: «all» is no value of rights_default. Choose one of: full, excerpt, summary, none.",
        "5: title_ar is not a text. Write it in quotes.",
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- a\n", "not a mapping"),
        ("a: [\n", "not valid YAML"),
        ("extra: {sharh: [1]}\n", "not a mapping"),
    ],
)
def test_a_broken_file_is_said_not_thrown(tmp_path: Path, text: str, what: str) -> None:
    """Never a traceback for a wrong mkdocs.yml."""
    with pytest.raises(ConfigError, match=what):
        read_settings(config(tmp_path, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """The message says how to name another."""
    with pytest.raises(ConfigError, match="--config"):
        read_settings(tmp_path / "mkdocs.yml")
