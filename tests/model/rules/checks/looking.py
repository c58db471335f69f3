"""Looks up what one rule says about a study day."""

import datetime as dt
from collections.abc import Mapping

from studydag.language import Language
from studydag.model.rules.checking import check, what_holds
from studydag.model.values.errors import Figure
from studydag.model.values.findings import Finding
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import TODAY


def found(rule: str, day: StudyDay, setting: Setting | None = None, today: dt.date = TODAY) -> tuple[Finding, ...]:
    """Return what a rule finds."""
    return check(day, setting or Setting(), today, rules={rule})


def concerned(rule: str, day: StudyDay, setting: Setting | None = None, today: dt.date = TODAY) -> list[list[str]]:
    """Return what each finding of a rule is about, by uid."""
    return [[each.uid for each in finding.about] for finding in found(rule, day, setting, today)]


def figures(
    rule: str, day: StudyDay, setting: Setting | None = None, today: dt.date = TODAY
) -> list[Mapping[str, Figure]]:
    """Return the figures of each finding of a rule."""
    return [finding.figures for finding in found(rule, day, setting, today)]


def holds(
    rule: str, day: StudyDay, setting: Setting | None = None, today: dt.date = TODAY
) -> list[Mapping[str, Figure]]:
    """Return the figures with which a rule is met; none where it is not, or has nothing to judge."""
    return [each.figures for each in what_holds(day, setting or Setting(), today) if each.rule == rule]


def said(
    rule: str, day: StudyDay, setting: Setting | None = None, today: dt.date = TODAY, language: str = "en"
) -> list[str]:
    """Return the reason of each finding of a rule, as people read it."""
    words = Language.of(language)
    return [words.wording(each.reason, each.figures) for each in found(rule, day, setting, today)]
