"""A study day as a template: its design without dates, without people, and without what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studydag.model.rules.handing_on.used import used_by
from studydag.model.values.climate import ClimateItem
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import Described, described
from studydag.model.values.follow_up import Action, ChecklistItem
from studydag.model.values.goals import Case, Need
from studydag.model.values.programme import Block
from studydag.model.values.references import reference_to, values_of, without
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

OUTCOMES = (
    "registrations",
    "preferences",
    "allotments",
    "groupings",
    "experts",
    "results",
    "insights",
    "decisions",
    "successes",
    "acceptances",
    "share_list",
)
"""Lists that belong to one occasion: who came, who was hired, what was found and decided."""
RECORDS: Mapping[type[Any], tuple[str, ...]] = {
    StudyDay: ("status", "builds_on", "belief_after", "allotment_seed"),
    Block: (
        *("planned_start", "planned_minutes", "actual_start", "actual_end"),
        *("rating", "insights", "cancelled", "cancelled_reason"),
    ),
    Action: ("state", "result", "note"),
    ChecklistItem: ("done",),
    Need: ("observer",),
    Case: ("asked_by",),
    ClimateItem: ("state",),
}
"""Fields that say how one occasion went, or who was there."""


def as_template(day: StudyDay, setting: Setting) -> tuple[StudyDay, Setting]:
    """Return the design of a study day with what it uses: relative dates stay, fixed dates and people go.

    Groups stay as names without members. Confidential needs go as well.
    """
    gone = {
        *(reference_to(person) for person in setting.people),
        *(reference_to(trajectory) for trajectory in setting.trajectories),
        *(reference_to(need) for need in day.needs if need.is_confidential),
        *(reference_to(thing) for name in OUTCOMES for thing in getattr(day, name)),
    }
    design: StudyDay = _timeless(without(day, gone))
    nobody = replace(
        setting,
        people=(),
        trajectories=(),
        groups=tuple(replace(group, members=()) for group in setting.groups),
    )
    return design, used_by(design, nobody)


def _timeless(value: Any) -> Any:
    """Return a value in which no field, however deep, holds a fixed date or says how one occasion went."""
    records = RECORDS.get(type(value), ())
    changes = {
        each.name: each.default if each.name in records else _without_date(each, value)
        for each in described(type(value))
        if each.is_value or each.is_due or each.name in records or issubclass(each.holds, dt.date)
    }
    return replace(value, **changes)


def _without_date(each: Described, value: Any) -> Any:
    held = getattr(value, each.name)
    if each.is_due:
        return held if isinstance(held, RelativeDate) else None
    if not each.is_value:
        return None
    inner = [_timeless(thing) for thing in values_of(each, value)]
    return tuple(inner) if each.many else next(iter(inner), None)
