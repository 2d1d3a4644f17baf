from generator.model import IntakeResult, RawArticle
from .habits import IntakeRules
def take_html(raw: RawArticle, rules: IntakeRules, keep: frozenset[int]) -> IntakeResult:
    raise NotImplementedError
