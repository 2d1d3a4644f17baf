"""What tests of intake share."""

import pytest

from generator.intake import IntakeRules, load_intake_rules


@pytest.fixture(scope="session")
def rules() -> IntakeRules:
    """The rules that ship."""
    return load_intake_rules()
