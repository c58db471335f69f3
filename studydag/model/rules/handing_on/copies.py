"""A block or a study day once more: the design stays, what belongs to the first occasion goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from studydag.model.rules.calendar.moving import dates_from
from studydag.model.rules.time.schedule import block_minutes, minutes_after_midnight, options_by_round
from studydag.model.values.climate import AgreementState
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import described, per_class, with_changes
from studydag.model.values.expertise import ContractState, Expert
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.goals import Need
from studydag.model.values.programme import Block, LeadStatus
from studydag.model.values.references import values_of
from studydag.model.values.study_day import DayStatus, Decision, StudyDay

T = TypeVar("T")

HELD = frozenset({DayStatus.HELD, DayStatus.EVALUATED, DayStatus.ARCHIVED})
_RECORDS = (Need, Decision)
# Who came, what was found, and what was said of findings belongs to one occasion.
_LEFT_BEHIND: dict[str, Any] = {
    "registrations": (),
    "preferences": (),
    "allotments": (),
    "groupings": (),
    "results": (),
    "insights": (),
    "successes": (),
    "acceptances": (),
}


def copy_of_block(block: Block) -> Block:
    """Return a block to be held again: not pinned, not cancelled, its leads to be asked, nothing of how it went."""
    return replace(
        block,
        pinned_start=None,
        cancelled=False,
        cancelled_reason="",
        planned_start=None,
        planned_minutes=None,
        actual_start=None,
        actual_end=None,
        leads=tuple(replace(lead, status=LeadStatus.IDEA) for lead in block.leads),
        rating=None,
        insights="",
    )


def copy_of_action(action: Action) -> Action:
    """Return an action to be done again: open, without a fixed date, nothing ticked off."""
    return without_fixed_dates(
        replace(
            action,
            state=ActionState.OPEN,
            result="",
            checklist=tuple(replace(item, done=False) for item in action.checklist),
        )
    )


def copy_of_day(day: StudyDay, title: str, date: dt.date | None) -> StudyDay:
    """Return a study day to be planned again, under another title, its first part on `date`.

    Without registrations, wishes, places, results, insights, successes and accepted findings; actions are open again,
    leads and experts to be asked. Relative dates stay. Fixed dates go: they were meant for the other day. A day that
    was held is what the new one builds on. Ids and uids are as they were; who stores it makes them new.
    """
    fresh = without_fixed_dates(day)
    dates = {} if date is None else dates_from(day, date)
    # Pins are clock times, not dates: the shape of the day stays.
    pins = {block.id: block.pinned_start for block in day.blocks}
    return replace(
        fresh,
        title=title,
        status=min(day.status, DayStatus.DESIGN, key=list(DayStatus).index),
        builds_on=day.uid if day.status in HELD else day.builds_on,
        parts=tuple(replace(part, date=dates.get(part.id)) for part in day.parts),
        blocks=tuple(replace(copy_of_block(block), pinned_start=pins[block.id]) for block in fresh.blocks),
        actions=tuple(copy_of_action(action) for action in fresh.actions),
        experts=tuple(_not_yet_asked(expert) for expert in fresh.experts),
        climate=tuple(replace(item, state=AgreementState.OPEN) for item in fresh.climate),
        **_LEFT_BEHIND,
    )


def without_fixed_dates(value: T) -> T:
    """Return a value in which only relative dates are planned; a need and a decision keep the date they are from."""
    if isinstance(value, _RECORDS) or not _may_hold_dates(type(value)):
        return value
    changes: dict[str, Any] = {}
    for each in described(type(value)):
        held = getattr(value, each.name)
        if each.is_value:
            inner = tuple(without_fixed_dates(one) for one in values_of(each, value))
            changes[each.name] = inner if each.many else next(iter(inner), None)
        elif each.name in _date_fields(type(value)) and not isinstance(held, RelativeDate):
            changes[each.name] = None
    return with_changes(value, changes)


@per_class
def _date_fields(value: type[Any]) -> frozenset[str]:
    return frozenset(each.name for each in described(value) if each.optional and each.holds is dt.date)


@per_class
def _may_hold_dates(value: type[Any]) -> bool:
    inner = (each.holds for each in described(value) if each.is_value)
    return bool(_date_fields(value)) or any(map(_may_hold_dates, inner))


def _not_yet_asked(expert: Expert) -> Expert:
    return replace(
        expert,
        contract=ContractState.NONE,
        talk_notes="",
        expectations=tuple(replace(expectation, outcome=None) for expectation in expert.expectations),
    )


def without_uids(value: T) -> T:
    """Return a value in which no thing has a uid, so that each gets a new one where it is stored."""
    changes: dict[str, Any] = {}
    for each in described(type(value)):
        if each.is_value:
            inner = tuple(without_uids(one) for one in values_of(each, value))
            changes[each.name] = inner if each.many else next(iter(inner), None)
        elif each.name == "uid":
            changes["uid"] = ""
    return with_changes(value, changes)


def starts_that_hold(day: StudyDay, cursor: int, *, pins: bool) -> Mapping[int, dt.time | None]:
    """Return which blocks of a day that follow each other from a minute of the day on start at the time of their pin.

    They are given with that pin, or with None where they start then without it. Left out are those whose time lies
    before what comes before them has ended, and without `pins` also those with a gap before them.
    """
    held: dict[int, dt.time | None] = {}
    options = options_by_round(day)
    for block in day.blocks:
        if block.round is not None:
            continue
        pin = block.pinned_start
        if pin is not None and (start := minutes_after_midnight(pin)) >= cursor and (pins or start == cursor):
            held[block.id] = pin if start > cursor else None
            cursor = start
        cursor += block_minutes(block, options.get(block.id, ()))
    return held
