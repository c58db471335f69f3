"""Who was there, in which part and at which round, and what that comes to: minutes, no-shows, walk-ins (D21, D22).

Where nothing was marked everybody counts as present: a list is kept of who is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Schedule, schedule
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.programme import Attendance, Block, BlockKind, RoundRule
from studydag.model.values.school import Group
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """What somebody's presence comes to: minutes of learning, and of them those that were compulsory (R022).

    `is_certain` is False where somebody was there partly, so that the minutes are the most it can be.
    """

    minutes: int
    compulsory_minutes: int
    is_certain: bool = True

    @property
    def compulsory_share(self) -> float | None:
        """The share of the minutes that was not a choice (0 to 1); None where there are none."""
        return self.compulsory_minutes / self.minutes if self.minutes else None


def presence_in(registration: Registration, *, part: int | None = None, number: int | None = None) -> Presence | None:
    """Return what was marked for a part or a round; None: nothing."""
    return next((mark.presence for mark in registration.attendance if (mark.part, mark.round) == (part, number)), None)


def is_walk_in(registration: Registration) -> bool:
    """Whether somebody came without having registered (D21): they were there only where that was marked."""
    return any(mark.presence is Presence.WALK_IN for mark in registration.attendance)


def was_in_part(registration: Registration, part: int) -> bool:
    """Whether somebody was there in a part, at least partly."""
    marked = presence_in(registration, part=part)
    return not is_walk_in(registration) if marked is None else marked is not Presence.ABSENT


def was_at_round(registration: Registration, number: int, part: int | None) -> bool:
    """Whether somebody was at a round: what was marked for it, else for its part."""
    marked = presence_in(registration, number=number)
    if marked is not None:
        return marked is not Presence.ABSENT
    return was_in_part(registration, part) if part is not None else not is_walk_in(registration)


def no_shows(day: StudyDay) -> tuple[Registration, ...]:
    """Return who was marked as absent in every part (D21)."""
    parts = {part.id for part in day.parts}
    return tuple(
        each
        for each in day.registrations
        if parts and all(presence_in(each, part=part) is Presence.ABSENT for part in parts)
    )


def attended(
    day: StudyDay, registration: Registration, groups: Mapping[int, Group], times: Schedule | None = None
) -> Attended:
    """Return the minutes of learning that somebody had, breaks left out (R022, R052, D22)."""
    minutes = compulsory = 0
    certain = True
    for slot in live([slot for slot in times or schedule(day) if slot.block.phase.is_learning]):
        part, block = slot.part.id, slot.block
        is_round = block.kind is BlockKind.ROUND
        if is_round and not was_at_round(registration, block.id, part):
            continue
        if not is_round and not was_in_part(registration, part):
            continue
        marks = (presence_in(registration, part=part), presence_in(registration, number=block.id))
        certain = certain and Presence.PARTLY not in marks
        minutes += slot.minutes
        if _is_compulsory(day, block, registration, groups):
            compulsory += slot.minutes
    return Attended(minutes=minutes, compulsory_minutes=compulsory, is_certain=certain)


def _is_compulsory(day: StudyDay, block: Block, registration: Registration, groups: Mapping[int, Group]) -> bool:
    """Whether a block is compulsory for somebody; what is chosen in a round is so only where it was not free."""
    if block.kind is BlockKind.ROUND and block.round_rule is RoundRule.FREE_CHOICE:
        places = [
            each.option for each in day.allotments if (each.registration, each.round) == (registration.id, block.id)
        ]
        option = next((each for each in day.blocks if each.id in places), None)
        if option is None or option.attendance is not Attendance.COMPULSORY_FOR_GROUPS:
            return False
        block = option
    if block.attendance is not Attendance.COMPULSORY_FOR_GROUPS:
        return block.attendance is Attendance.COMPULSORY
    members = {person for group in block.compulsory_for if group in groups for person in groups[group].members}
    return registration.person in members or registration.group in block.compulsory_for
