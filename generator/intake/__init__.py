"""Phase 1: a raw file becomes content. No file is read or written here; the pipeline does that."""

from generator.intake.explain import explain_lines
from generator.intake.habits import IntakeRules, load_intake_rules
from generator.intake.options import ImportOptions
from generator.intake.plan import ImportPlan, plan_import
from generator.intake.reread import bring_in
from generator.intake.take import take_in

__all__ = [
    "ImportOptions",
    "ImportPlan",
    "IntakeRules",
    "bring_in",
    "explain_lines",
    "load_intake_rules",
    "plan_import",
    "take_in",
]
