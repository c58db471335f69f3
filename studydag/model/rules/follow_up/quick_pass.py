"""What did everyone do? The unfinished actions of a day owner by owner, in the order in which they are asked after."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studydag.model.rules.calendar.dates import resolve
from studydag.model.values.follow_up import Action
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An action that is asked after, of whom, and when it was due. Without an owner `owner` is empty."""

    action: int
    owner: str
    on: dt.date | None


def to_ask_after(day: StudyDay, setting: Setting) -> tuple[Asked, ...]:
    """Return the unfinished actions (R084): owners by name, those without one last, the actions of each by date."""
    asked = [
        Asked(action=action.id, owner=owner_name(action, setting), on=resolve(action.due, day))
        for action in day.actions
        if action.state.is_unfinished
    ]
    return tuple(
        sorted(asked, key=lambda each: (not each.owner, each.owner.casefold(), each.on or dt.date.max, each.action))
    )


def owner_name(action: Action, setting: Setting) -> str:
    """Return the name of the person who owns an action, else of the group, else of its contact."""
    people = {person.id: person.name for person in setting.people}
    groups = {group.id: group.name for group in setting.groups}
    return (
        (people.get(action.owner, "") if action.owner else "")
        or (groups.get(action.owner_group, "") if action.owner_group else "")
        or (people.get(action.owner_contact, "") if action.owner_contact else "")
    )
