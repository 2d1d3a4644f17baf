"""Values that are made by the thousand behave as frozen dataclasses do."""

import pickle
from dataclasses import dataclass, replace

from generator.model.record import record


@dataclass(frozen=True, slots=True, order=True)
class Frozen:
    """What a record is compared with."""

    start: int
    end: int = 0


@record(frozen=True, slots=True, order=True)
class Open:
    """The same as a record."""

    start: int
    end: int = 0


def test_a_record_is_a_value_like_a_frozen_dataclass() -> None:
    """Equality, hash, order, repr and `replace` are those of the dataclass."""
    assert Open(1, 2) == Open(1, 2) != Open(1, 3)
    assert hash(Open(1, 2)) == hash(Frozen(1, 2))
    assert sorted([Open(2), Open(1, 5)]) == [Open(1, 5), Open(2)]
    assert repr(Open(1)) == repr(Frozen(1)).replace("Frozen", "Open")
    assert replace(Open(1), end=3) == Open(1, 3)


def test_a_record_travels_between_processes() -> None:
    """It can be pickled, and has no room for other fields."""
    assert pickle.loads(pickle.dumps(Open(1, 2))) == Open(1, 2)
    assert not hasattr(Open(1), "__dict__")
