"""All rules, in the order in which findings of one thing are listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from studydag.model.rules.checks import (
    breaks,
    choices,
    clashes,
    climate,
    effect,
    expertise,
    fit,
    follow_up,
    goals,
    listening,
    needs,
    owners,
    people,
    phases,
    places,
    practice,
    trajectory,
    unfilled,
)
from studydag.model.rules.checks.rule import Family, Rule
from studydag.model.values.school import RuleSetting
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

RULES: Final[tuple[Rule, ...]] = (
    *goals.RULES,
    *needs.RULES,
    *phases.RULES,
    *listening.RULES,
    *practice.RULES,
    *breaks.RULES,
    *fit.RULES,
    *clashes.RULES,
    *places.RULES,
    *choices.RULES,
    *people.RULES,
    *unfilled.RULES,
    *follow_up.RULES,
    *owners.RULES,
    *effect.RULES,
    *expertise.RULES,
    *climate.RULES,
    *trajectory.RULES,
)

FAMILIES: Final[Mapping[Family, str]] = MappingProxyType(
    {
        Family.GOALS: N_("goals"),
        Family.NEEDS: N_("needs"),
        Family.PHASES: N_("phases"),
        Family.BALANCE: N_("balance"),
        Family.BREAKS: N_("breaks"),
        Family.FIT: N_("fit"),
        Family.CLASHES: N_("clashes"),
        Family.ROOMS: N_("rooms and formats"),
        Family.PEOPLE: N_("people"),
        Family.CHOICES: N_("choices"),
        Family.OWNERS: N_("owners"),
        Family.FOLLOW_UP: N_("follow-up"),
        Family.EFFECT: N_("effect"),
        Family.PREPARATION: N_("preparation"),
        Family.EXPERTISE: N_("expertise"),
        Family.CLIMATE: N_("learning climate"),
        Family.TRAJECTORY: N_("trajectory"),
    }
)
"""What each family is called, beginning with a small letter."""

NEXT_STEPS: Final[tuple[str, ...]] = (
    "school-closed",
    "no-learning-question",
    "text-to-fill-in",
    "goal-no-block",
    "one-off-day",
    "needs-one-sided",
    "goal-no-follow-up",
    "phase-missing",
    "no-joint-reflection",
    "goal-not-observable",
    "goal-no-need",
    "goal-no-school-goal",
    "no-staff-in-preparation",
    "block-no-goal",
    "no-reflection-moment",
    "active-share",
    "no-choice-or-input",
    "over-full",
)
"""What helps most while a day is an idea, the most useful first: date, question, goals, what comes after, the rest."""

_BY_ID: Final[Mapping[str, Rule]] = MappingProxyType({rule.id: rule for rule in RULES})


def rule(rule_id: str) -> Rule:
    """Return a rule. Raises KeyError for an id that is none."""
    return _BY_ID[rule_id]


def is_on(rule: Rule, day: StudyDay, setting: Setting) -> bool:
    """Whether a rule is in use: as the day says, else as the school says, else yes."""
    return all(each.on for each in _settings(rule, day, setting)[:1])


def limit(rule: Rule, day: StudyDay, setting: Setting) -> float | None:
    """Return the threshold in use: the day's, else the school's, else ours (R070). Whole numbers come as int."""
    if rule.threshold is None:
        return None
    own = (each.threshold for each in _settings(rule, day, setting) if each.threshold is not None)
    number = next(own, rule.threshold.number)
    return int(number) if float(number).is_integer() else number


def _settings(rule: Rule, day: StudyDay, setting: Setting) -> list[RuleSetting]:
    """Return what is set for a rule, the day's before the school's."""
    everything: Iterable[RuleSetting] = (*day.rule_settings, *setting.school.rule_settings)
    return [each for each in everything if each.rule == rule.id]
