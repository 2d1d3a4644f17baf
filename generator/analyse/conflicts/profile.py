"""What is known of one figure when it is set against others."""

from collections.abc import Sequence

from generator.analyse.conflicts.about import Roots
from generator.analyse.conflicts.sources import Source
from generator.analyse.conflicts.stretches import Stretch
from generator.analyse.conflicts.units import Amount
from generator.model import IsoDate, TopicId
from generator.model.record import record


@record(frozen=True, slots=True)
class Profile:
    """A figure with what its stretch of the sentence tells; roots and stems are of folded words."""

    index: int
    block: int
    sentence: int
    place: Stretch
    marks: Sequence[int]
    """Of all words of its block."""
    heading: bool
    small: bool
    """Whether it is a small number in words that no unit or noun follows: «غادر ستة»."""
    amount: Amount
    unit: str
    noun: str
    kind: str
    """The class of its noun; the noun itself where it has none."""
    human: bool
    nouns: frozenset[str]
    """Roots of all words of what is counted."""
    definite: bool
    """Whether what is counted stands before it: «عدد المدارس المغلقة 30»."""
    themes: tuple[str, ...]
    """What happened, the nearest word first."""
    measures: frozenset[str]
    """What is measured, in its stretch: «كلفة»."""
    measures_near: frozenset[str]
    """The same in its whole sentence."""
    topic: tuple[Roots, ...]
    """Words before it that tell what it is of."""
    tail: tuple[Roots, ...]
    """Words right after it."""
    context: frozenset[str]
    """Roots of its whole sentence."""
    stands_for: int
    """Marks of kinds in its clause, but not in the name of its source."""
    before: int
    after: int
    lead: int
    """Marks of its stretch before and after it, and of its sentence before it."""
    clause: int
    """Marks from the clause that is reported up to it; of its whole stretch where none is."""
    told: bool
    """Whether such a clause is opened before it."""
    source: Source
    quoted: bool
    pronoun: bool
    same: bool
    """Whether it is said to be of the same: «عن الصفقة ذاتها»."""
    another: bool
    all_dates: tuple[IsoDate, ...]
    dates: tuple[IsoDate, ...]
    """Those of what is told, not of the telling."""
    undated: frozenset[str]
    """The words of dates of unknown value."""
    dated: bool
    earlier: bool
    """Whether all its dates lie in years before the publication."""
    recent: bool
    """Whether one of them reaches to the publication, or nearly so."""
    places: frozenset[TopicId]
    scope: tuple[str, str]
    """Where a number holds only there: «في الأرياف»."""
    rate: str
    share: str
    """The stem of what it is a share of: «60 في المئة من الرجال»."""
    measured: frozenset[str]
    """Roots of what a measure is of: «كلفة الجسر»."""
    own: tuple[Roots, ...]
    """All words of its stretch that tell something."""
    skeleton: str
    """The consonants of its noun."""
    generic: bool
    """Whether its noun may stand for anything: «11 ألف حالة»."""
    people: bool
    """Whether a word beside it agrees with people only: «22 ألف عداد يجوبون»."""
    last: int
    following: int
    """Marks of the two words before it and of the three after it."""
    joined: bool
    """Whether nothing but «و» stands between it and the figure before."""
    followed: bool
    """Whether more figures follow in its sentence."""
    age: bool
    """Whether it is somebody's age, told by the way: «قاسم، 61 عاما،»."""
    wholes: tuple[int, ...]
    """The figures, by their index, that it is a part of."""
