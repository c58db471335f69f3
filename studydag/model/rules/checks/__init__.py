"""The design checks: pure functions `(day, setting, today)` that say what is open and what holds; never a score."""

from studydag.model.rules.checks.checking import check, check_step_by_step, ready_gate, rules_reading, what_holds
from studydag.model.rules.checks.register import FAMILIES, RULES, is_on, limit, rule
from studydag.model.rules.checks.rule import Family, Holding, Rule, Threshold

__all__ = [
    "FAMILIES",
    "RULES",
    "Family",
    "Holding",
    "Rule",
    "Threshold",
    "check",
    "check_step_by_step",
    "is_on",
    "limit",
    "ready_gate",
    "rule",
    "rules_reading",
    "what_holds",
]
